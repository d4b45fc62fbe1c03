"""Which rulebook speaks: one that the region added, else the one that comes with Jejak."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from domain import dates
from domain.base import Reason, reason
from domain.rules import changes
from domain.rules.indicators import Indicator, RegionRow
from domain.rules.rulebook import Criterion, Letter, Rulebook, Section, Window, load
from domain.streams import region_stream
from jejak_i18n.schema_faults import json_fault, schema_fault
from ledger.errors import LedgerError
from projections.eligibility import rulebook_rows
from projections.eligibility.known_rulebooks import RulebookBytesError, kept_bytes, known
from projections.read_session import ReadSession
from projections.views.regions import rulebooks as added
from schemas import json_text, loader
from schemas.rulebook_set import RulebookSet

Fault = tuple[str, Reason]
"""A place in a rulebook file, and what is wrong there."""
Listed = Section | Indicator | RegionRow | Letter | Criterion
LONGEST = 160
"""Characters of what a schema says of one fault."""


class RulebookError(LedgerError):
    """There is no such rulebook."""

    status = 2


class UnknownFormError(LedgerError):
    """The rulebook says nothing of the form."""

    status = 2


class RulebookFaults(Exception):  # noqa: N818 - the answer to a file
    """A rulebook file has errors; `faults` lists place and sentence of each."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


@dataclass(frozen=True)
class Held:
    """A rulebook with its bytes; `origin` is `package` or `region`, `position` where the region added it."""

    book: Rulebook
    raw: bytes
    origin: str = "package"
    position: int | None = None

    @property
    def plain(self) -> dict[str, Any]:
        """The JSON of the rulebook's own bytes, for changes and differences that know no fields."""
        found: dict[str, Any] = json.loads(self.raw)
        return found

    def form_bytes(self) -> bytes:
        """The bytes of the rulebook where they tell a form. Raises UnknownFormError where they do not."""
        if self.book.sections:
            return self.raw
        raise UnknownFormError(
            reason("The form of {book} is not known.", book=self.book.id),
            reason("There are: {forms}.", forms=", ".join(loader.form_ids())),
        )


def packaged(name: str) -> Held:
    """A rulebook of the package in its last revision. Raises FileNotFoundError."""
    return _held(loader.rulebook_bytes(name))


@lru_cache(64)
def _held(raw: bytes) -> Held:
    return Held(load(loader.read_rulebook(raw)), raw)


def as_pinned(held: Held, sha256: str) -> Held:
    """The revision that was pinned by its hash, where the package's rulebook speaks and had that revision.

    Where a region's own speaks, the position at which it is asked says which one.
    """
    if held.origin == "package":
        for raw in loader.revisions(held.book.id):
            if hashlib.sha256(raw).hexdigest() == sha256:
                return _held(raw)
    return held


def list_of(session: ReadSession, region: str) -> list[Held]:
    """Every rulebook that speaks in a region, by id: the region's own before the package's."""
    own = {held.book.id: held for held in _added(session, region)}
    rest = [packaged(name) for name in loader.rulebook_ids() if name not in own]
    return sorted([*own.values(), *rest], key=lambda held: held.book.id)


def find(session: ReadSession, region: str, award: str, year: int, group: str | None = None) -> Held:
    """The rulebook of an award, year and group.

    Without a group the only one of that year is meant, and where there are several, `umum`.
    Raises RulebookError, naming those there are.
    """
    found = [held for held in list_of(session, region) if (held.book.award, held.book.year) == (award, year)]
    for wanted in (group,) if group else (None, "umum"):
        for held in reversed(found):
            if held.book.group == wanted:
                return held
    by_name = [held.book.id for held in list_of(session, region) if held.book.award == award]
    edition = f"{award.upper()} {year}" + (f" ({group})" if group else "")
    raise RulebookError(
        reason("There is no rulebook for {edition}.", edition=edition),
        reason("There are: {books}.", books=", ".join(by_name or loader.rulebook_ids())),
    )


_REVISION = re.compile("(?P<id>.+)-r(?P<number>[1-9][0-9]{0,3})")


def by_name(session: ReadSession, region: str, name: str) -> Held:
    """A rulebook by its id, or a revision of the package's (`kipp-2023-umum-r1`). Raises RulebookError."""
    books = {held.book.id: held for held in list_of(session, region)}
    if match := _REVISION.fullmatch(name):
        earlier = loader.revisions(match["id"])[int(match["number"]) - 1 :]
        if earlier:
            return _held(earlier[0])
    if name not in books:
        raise RulebookError(
            reason("There is no rulebook {name}.", name=name),
            reason("There are: {books}.", books=", ".join(books)),
        )
    return books[name]


def known_to(session: ReadSession, region: str) -> RulebookSet:
    """What the rulebooks that speak in a region have to choose from. Raises RulebookBytesError."""
    return known(session.store, session.workspace.evidence, region)


def indicator_numbers(session: ReadSession, region: str) -> dict[str, str]:
    """Id of an IGA indicator to its number; a lost rulebook keeps nobody from reading the rest."""
    try:
        return known_to(session, region).numbers_of_indicators
    except RulebookBytesError:
        return loader.packaged().numbers_of_indicators


def by_hash(session: ReadSession, sha256: str) -> Held:
    """A rulebook by the hash of its bytes, as verdicts name it. Raises RulebookBytesError."""
    for name in loader.rulebook_ids():
        for raw in loader.revisions(name):
            if hashlib.sha256(raw).hexdigest() == sha256:
                return _held(raw)
    return _stored(session, sha256)


def _added(session: ReadSession, region: str) -> list[Held]:
    query = select(added).where(added.c.stream == region_stream(region)).order_by(added.c.position)
    found = []
    for row in session.connection.execute(query).mappings():
        held = _stored(session, row["resolved"])
        found.append(Held(held.book, held.raw, "region", row["position"]))
    return found


def _stored(session: ReadSession, sha256: str) -> Held:
    raw = kept_bytes(session.workspace.evidence, sha256)
    return Held(load(loader.read_rulebook(raw)), raw, "region")


@dataclass(frozen=True)
class Read:
    """A rulebook file that holds: its own bytes, and those of the rulebook that it makes."""

    given: bytes
    resolved: bytes
    book: Rulebook
    over: str | None = None


def read_file(path: Path, base: Callable[[str], Held]) -> Read:
    """A rulebook, or changes laid over one; `base` gives the rulebook of an id.

    Raises RulebookFaults with all errors of the file, and OSError.
    """
    given = path.read_bytes()
    try:
        plain = json_text.loads(given)
    except json_text.DoubleKeyError as error:
        field = _short(error.key)
        raise RulebookFaults([(field, reason("the field {field} stands twice.", field=field))]) from error
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise RulebookFaults(
            [("", reason("the file is no JSON: {detail}.", detail=json_fault(error)))]
        ) from error
    except (ValueError, RecursionError) as error:
        # Python refuses to read numbers of thousands of digits, and values thousands of levels deep.
        what = reason("the file holds a number too long, or is nested too deeply.")
        raise RulebookFaults([("", what)]) from error
    if not isinstance(plain, dict):
        raise RulebookFaults([("", reason("a rulebook is a JSON object."))])
    over = plain.get("over")
    resolved = _overlaid(plain, base) if over else given
    checked = json_text.loads(resolved)
    _refuse("rulebook", checked)
    book = load({**checked, "sha256": hashlib.sha256(resolved).hexdigest()})
    _refuse_inner(book, checked)
    return Read(given, resolved, book, over)


def _overlaid(plain: dict[str, Any], base: Callable[[str], Held]) -> bytes:
    _refuse("overlay", plain)
    under: dict[str, Any] = base(plain["over"]).plain
    award, year, group = _parts(plain["id"])
    renamed = {**under, "id": plain["id"], "award": award, "year": year, "group": group}
    for of_the_package in ("revision", "revised"):
        renamed.pop(of_the_package, None)
    lost = []
    for change in plain["changes"]:
        try:
            renamed = changes.lay_over(renamed, [change])
        except LookupError:
            lost.append((change["at"], reason("the rulebook {over} has no such place.", over=plain["over"])))
    if lost:
        raise RulebookFaults(lost)
    return (json.dumps(renamed, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _parts(name: str) -> tuple[str, int, str | None]:
    award, year, *group = name.split("-")
    return award, int(year), group[0] if group else None


def _refuse(schema: str, plain: Mapping[str, object]) -> None:
    faults = loader.faults(schema, plain)
    if faults:
        raise RulebookFaults(
            [
                (fault.json_path, reason("does not fit the schema: {detail}.", detail=schema_fault(fault)))
                for fault in faults
            ]
        )


def _short(detail: str) -> str:
    """What repeats a whole list begins with it: its end says what is wrong."""
    return detail if len(detail) <= LONGEST else f"… {detail[-LONGEST:]}"


def _no_days(window: Window) -> Iterator[Fault]:
    for name, day in (("from", window.first), ("to", window.last)):
        try:
            dates.span(day)
        except dates.DateError:
            yield f"$.window.{name}", reason('"{value}" is no day that exists.', value=day)


def _refuse_inner(book: Rulebook, plain: dict[str, Any]) -> None:
    """What a schema cannot say: the id fits its parts, days exist, ids are unique, sources are listed."""
    faults = list(_no_days(book.window)) if book.window else []
    if _parts(book.id) != (book.award, book.year, book.group):
        faults.append(("$.id", reason("the id does not fit award, year and group.")))
    faults += rulebook_rows.faults(plain)
    known = {source.id for source in book.sources}
    listed: dict[str, Sequence[Listed]] = {
        "identity": book.identity,
        "sections": book.sections,
        "indicators": book.indicators,
        "spd": book.spd,
        "letters": book.letters,
        "criteria": book.criteria,
    }
    for name, items in listed.items():
        faults += _faults_of_list(f"$.{name}", items, known)
    if faults:
        raise RulebookFaults(faults)


def _faults_of_list(place: str, items: Sequence[Listed], known: set[str]) -> Iterator[Fault]:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            yield place, reason("the id {id} stands twice.", id=item.id)
        seen.add(item.id)
        for one in () if isinstance(item, Section | Letter) else item.sources:
            if one not in known:
                yield f"{place}.{item.id}", reason("the source {source} is not listed.", source=one)
