"""Whether a row speaks of the fact that its key names, or of another that happens to bear the same key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from domain.base import Reason, reason
from domain.names import fold
from domain.sheets.directory import UNIT
from domain.sheets.innovation import INNOVATION
from importers.problems import Problem
from importers.reading.book import FILLER_LABEL, IDENTITY, Row
from importers.recording.recorded_rows import RecordedCell, empty

# Only rows that found something are known by a name; a row about something is known by what it is about.
NAMING = ("title", "acronym", "name", "short", "number", "subject")
"""Action fields by which people know what a row speaks of."""
SHARED_WORDS = 0.5
"""Two names with more than this share of words in common are one name, written differently."""
SLIP = 2
"""Letters by which a word may differ from another and still be it, mistyped; short words may not."""
SHORT = 4


def other_fact(
    row: Row, values: Mapping[str, Any], held: Mapping[str, RecordedCell]
) -> tuple[str, Any, Any] | None:
    """The field that tells a row from the fact of its key, with what is recorded and what the row says.

    None where the row may be the same: one name agrees, or nothing that names it is filled on both sides.
    """
    target = row.sheet.target_field()
    if target and target in held and target in values and values[target] != held[target].value:
        return target, held[target].value, values[target]
    told: tuple[str, Any, Any] | None = None
    for name, recorded, now in _names(row, values, held) if row.sheet.founds else ():
        if similar(recorded, now, whole=row.sheet is UNIT):
            return None
        told = told or (name, recorded, now)
    return told


def agrees(row: Row, values: Mapping[str, Any], held: Mapping[str, RecordedCell]) -> bool:
    """True when a row about something says, in its references and texts, just what is recorded."""
    compared = (
        column.field
        for column in row.sheet.columns
        if (column.ref or column.kind in ("text", "long", "term", "link")) and column.field in held
    )
    return all(
        empty(values.get(name)) or empty(held[name].value) or values[name] == held[name].value
        for name in compared
    )


def _names(
    row: Row, values: Mapping[str, Any], held: Mapping[str, RecordedCell]
) -> Iterator[tuple[str, str, str]]:
    for name in NAMING:
        was = held.get(name)
        if was is None or name not in row.cells or empty(was.value) or empty(values.get(name)):
            continue
        for recorded in (was.value, *was.earlier):
            if isinstance(recorded, str) and isinstance(values[name], str):
                yield name, recorded, values[name]


def similar(one: str, other: str, *, whole: bool = False) -> bool:
    """True when two names can be the same, mistyped or reworded; `whole` lets no word be another.

    Numbers and words of few letters must agree: SMPN 1 is not SMPN 2.
    """
    left, right = (sorted(set(fold(text).split())) for text in (one, other))
    if not left or not right:
        return left == right
    if [word for word in left if _has_digit(word)] != [word for word in right if _has_digit(word)]:
        return False
    agreeing = sum(any(_same_word(word, another) for another in right) for word in left)
    most = max(len(left), len(right))
    return agreeing == most if whole else agreeing / most > SHARED_WORDS


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) <= SHORT:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=SLIP) <= SLIP


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def used_twice(row: Row, recorded: str, now: str, action: str) -> Problem:
    """The problem of a key that already names something else, which an action recorded."""
    what = reason(
        'the key {key} is used twice: it already names "{recorded}", here "{now}".',
        key=row.key,
        recorded=recorded,
        now=now,
    )
    return Problem(row.cell(), what, _remedy(row, action))


def used_by_two_persons(row: Row) -> Problem:
    """The same of a person; what names a person is not told."""
    return Problem(
        row.cell(), reason("the key {key} is used twice: it names another person.", key=row.key), _remedy(row)
    )


def _remedy(row: Row, action: str = "") -> Reason:
    if row.line is not None:
        return reason("Give the line another key, then import the same file again.")
    if row.sheet is UNIT:
        return reason(
            "Give the row another key. If the unit got another name, write that on sheet Perubahan Unit;"
            " if two offices number alike, fill in {label} on sheet {sheet}.",
            label=FILLER_LABEL,
            sheet=IDENTITY,
        )
    if row.sheet is INNOVATION:
        return reason(
            "Give the row another key. If the innovation got another name, write that on sheet Ganti Nama;"
            " if two offices number alike, fill in {label} on sheet {sheet}.",
            label=FILLER_LABEL,
            sheet=IDENTITY,
        )
    if row.sheet.founds is None:
        return reason(
            "Give the row another key. If what is recorded is wrong, void it and import again:"
            " jejak void {action} --reason TEXT. If two offices number alike, fill in {label} on sheet"
            " {sheet}.",
            action=action,
            label=FILLER_LABEL,
            sheet=IDENTITY,
        )
    return reason(
        "Give the row another key. If two offices number alike, fill in {label} on sheet {sheet}.",
        label=FILLER_LABEL,
        sheet=IDENTITY,
    )
