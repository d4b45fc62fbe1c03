"""Rulebooks as plain data: what differs between two, and changes laid over one."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

Plain: TypeAlias = Any
"""JSON as it was decoded: rules of any year, of whose shape only their schema knows."""

NAMED_BY = ("id", "number", "label", "tier")
"""The keys that name an item of a list in a path, the first that it has."""
NOT_RULES = ("sha256", "schema_version", "title", "award_title", "group_title", "layout_note")
ABSENT = "–"


class Change(NamedTuple):
    """One place at which two rulebooks differ; a side that lacks it is None."""

    path: str
    before: Plain
    after: Plain


def difference(before: dict[str, Plain], after: dict[str, Plain]) -> list[Change]:
    """All leaves at which two rulebooks differ, by path; a list without named items is one leaf."""
    left, right = dict(leaves(before)), dict(leaves(after))
    return [
        Change(path, left.get(path), right.get(path))
        for path in sorted(left.keys() | right.keys())
        if left.get(path, ABSENT) != right.get(path, ABSENT)
    ]


def leaves(raw: Plain, path: str = "") -> Iterator[tuple[str, Plain]]:
    """Path and value of every leaf, such as `sections/design/min_words/value` and 300."""
    if isinstance(raw, dict):
        for key, value in raw.items():
            # Only at the top: further down a title is that of a source.
            if path or key not in NOT_RULES:
                yield from leaves(value, f"{path}/{key}" if path else key)
    # An empty list is a leaf, so that it shows when a list loses its last item.
    elif isinstance(raw, list) and raw and all(isinstance(one, dict) and name_of(one) for one in raw):
        for one in raw:
            yield from leaves(one, f"{path}/{name_of(one)}")
    else:
        yield path, raw


def name_of(item: dict[str, Plain]) -> str | None:
    """What names an item of a list in a path."""
    name = next((str(item[key]) for key in NAMED_BY if key in item), None)
    return f"{name} {item['edition']}" if name and "edition" in item else name


def lay_over(base: dict[str, Plain], changes: list[dict[str, Plain]]) -> dict[str, Plain]:
    """A copy of the base in which every change `{"at": path, "to": value}` is made.

    Raises LookupError, with the path, for a place that the base does not have.
    """
    made = copy.deepcopy(base)
    for change in changes:
        _put(made, change["at"], change["to"])
    return made


def _put(raw: Plain, path: str, value: Plain) -> None:
    *parents, last = path.split("/")
    for part in parents:
        raw = _child(raw, part, path)
    if isinstance(raw, list):
        raw[_index(raw, last, path)] = value
    # Below the top a change may add a key; a new part of a rulebook takes a whole file.
    elif isinstance(raw, dict) and (last in raw or parents):
        raw[last] = value
    else:
        raise LookupError(path)


def _child(raw: Plain, part: str, path: str) -> Plain:
    if isinstance(raw, list):
        return raw[_index(raw, part, path)]
    if isinstance(raw, dict) and part in raw:
        return raw[part]
    raise LookupError(path)


def _index(raw: list[Plain], part: str, path: str) -> int:
    for place, item in enumerate(raw):
        if isinstance(item, dict) and name_of(item) == part:
            return place
    raise LookupError(path)
