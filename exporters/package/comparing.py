"""A package beside its re-creation: the first difference, to the byte."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, cast

from exporters.package import bag
from exporters.package.assemble import Package
from exporters.package.model import Difference, Member
from exporters.package.opened import OpenedPackage, UnreadableError, printable
from exporters.word.reproducible_zip import write_zip

LONGEST = 120
"""Characters of a value that a difference shows."""
_NOTHING = object()


def first_difference(package: OpenedPackage, made: Package, file: Path) -> tuple[Difference | None, int]:
    """The first member that differs, and how many do; the zip around them where none does.

    Raises UnreadableError.
    """
    found = [
        path
        for path in sorted({*package.paths(), *made.members}, key=lambda path: _rank(path, made.name))
        if path not in package
        or path not in made.members
        or package.held(path).sha256 != bag.digest(made.members[path])
    ]
    if found:
        return _difference(package, made.members, found[0]), len(found)
    if package.name == made.name and is_as_packed(file, made.placed()):
        return None, 0
    return Difference(kind="archive", path=f"{made.name}/"), 1


def _rank(path: str, name: str) -> tuple[bool, bool, str]:
    """The dossier comes first, since it names the field; last what follows from the others."""
    return (not path.startswith(bag.PAYLOAD), path != f"{bag.PAYLOAD}{name}.json", path)


def is_as_packed(file: Path, members: Mapping[str, Member]) -> bool:
    """Whether a zip is, to the byte, the one that these members are packed into."""
    with file.open("rb") as stream:
        sink = _ComparingSink(stream)
        write_zip(cast("IO[bytes]", sink), members)
        return sink.is_equal()


def _difference(package: OpenedPackage, members: Mapping[str, Member], path: str) -> Difference:
    if path not in package:
        return Difference(kind="missing", path=path)
    if path not in members:
        return Difference(kind="added", path=path)
    made = members[path]
    if not path.endswith(".json") or not isinstance(made, bytes):
        return Difference(kind="changed", path=path)
    try:
        left, right = json.loads(package.read(path)), json.loads(made)
    except (UnreadableError, ValueError, RecursionError):
        return Difference(kind="changed", path=path)
    field, packed, recreated = first_field(left, right) or ("", _NOTHING, _NOTHING)
    return Difference(
        kind="changed",
        path=path,
        field=printable(field) or None,
        packed=_shown(packed),
        recreated=_shown(recreated),
    )


def first_field(left: Any, right: Any, path: str = "$") -> tuple[str, Any, Any] | None:
    """The JSON path of the first field that differs with both values, fields in sorted order."""
    if type(left) is type(right) and isinstance(left, dict):
        for key in sorted({*left, *right}):
            one, other = left.get(key, _NOTHING), right.get(key, _NOTHING)
            if found := first_field(one, other, f"{path}.{key}"):
                return found
        return None
    if type(left) is type(right) and isinstance(left, list):
        for at in range(max(len(left), len(right))):
            one = left[at] if at < len(left) else _NOTHING
            other = right[at] if at < len(right) else _NOTHING
            if found := first_field(one, other, f"{path}[{at}]"):
                return found
        return None
    return None if type(left) is type(right) and left == right else (path, left, right)


def _shown(value: Any) -> str | None:
    if value is _NOTHING:
        return None
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return printable(text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…")


class _ComparingSink(io.RawIOBase):
    """Takes what is written at its place and compares it with a file, instead of keeping it.

    The writer of zips comes back to a header when it knows the checksum: what was wrong at a place is
    right when the last word there is.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._at, self._end = stream, 0, 0
        self._wrong: set[int] = set()

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = {0: 0, 1: self._at, 2: self._end}[whence] + offset
        return self._at

    def write(self, data: Any) -> int:
        raw = bytes(data)
        self._stream.seek(self._at)
        if self._stream.read(len(raw)) == raw:
            self._wrong.discard(self._at)
        else:
            self._wrong.add(self._at)
        self._at += len(raw)
        self._end = max(self._end, self._at)
        return len(raw)

    def is_equal(self) -> bool:
        """Whether all that was written stands in the file, and nothing behind it."""
        return not self._wrong and self._stream.seek(0, io.SEEK_END) == self._end
