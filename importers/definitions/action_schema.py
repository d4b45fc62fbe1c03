"""The JSON Schema of every action that a line of a JSONL file can hold, derived from the sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from domain.fields import LARGEST
from domain.sheets.registry import SHEETS
from domain.sheets.sheet import Column, Sheet
from importers.definitions.rulebook_ranges import filled_in
from importers.reading import coordinates
from importers.reading.cells import PAGE
from jejak_i18n import labels
from schemas import affairs, regions
from schemas.loader import packaged
from schemas.rulebook_set import RulebookSet

BY_TYPE = {sheet.action.TYPE: sheet for sheet in SHEETS}
"""Action type to the sheet whose rows are the same action."""
TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_DAYS = "|".join(
    rf"({months})(-(0[1-9]|[12][0-9]{last}))?"
    for months, last in (("0[13578]|1[02]", "|3[01]"), ("0[469]|11", "|30"), ("02", ""))
)
_ONE_DATE = rf"(?!0000)[0-9]{{4}}(-({_DAYS}))?"
DATE: dict[str, Any] = {
    "type": "string",
    "pattern": rf"^{_ONE_DATE}(/{_ONE_DATE})?$",
    "description": "ISO 8601 reduced: 2018, 2016-05, 2022-12-15, or an interval",
}
"""What a pattern cannot say is left to who reads it: leap years, and which end of an interval is earlier."""
BESIDE: dict[str, Any] = {
    "region": {**TEXT, "description": "Official code of the region, such as 33.03"},
    "scope": {"type": ["string", "null"], "description": "Slug of the lab; null or absent for the region"},
    "key": {**TEXT, "pattern": "^[^/]+$", "description": "Identity of the row within its scope and type"},
}


def schema(sheet: Sheet, rulebooks: RulebookSet | None = None) -> dict[str, Any]:
    """The schema of one action type, with an example. References are keys, names of units, or codes.

    Its choices are those of the rulebooks, without them of those in the package.
    """
    rulebooks = rulebooks or packaged()
    columns = [column for column in sheet.columns if not column.scoping]
    properties = {
        "type": {"const": sheet.action.TYPE},
        **BESIDE,
        **{column.field: property_of(column, rulebooks) for column in columns},
    }
    required = ["type", "region", "key", *(column.field for column in columns if column.required)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": sheet.action.TYPE,
        "description": f"{sheet.name}: {sheet.help}",
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
        "examples": [example(sheet)],
    }


def property_of(column: Column, rulebooks: RulebookSet) -> dict[str, Any]:
    """The schema of one field: closed lists by their codes, dates in reduced form."""
    if choices := _CHOICES.get(column.kind):
        return {**choices(rulebooks), "title": column.label}
    make = _KINDS.get(column.kind)
    return {**(make(column) if make else TEXT), "title": column.label}


def _codes(column: Column) -> list[str]:
    return list(labels.LABELS[column.group or ""])


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": True}


def _numbers(most: int) -> dict[str, Any]:
    return _array({"type": "integer", "minimum": 1, "maximum": most})


def _enum(codes: Iterable[str]) -> dict[str, Any]:
    return {"enum": list(dict.fromkeys(codes))}


_KINDS: dict[str, Callable[[Column], dict[str, Any]]] = {
    "date": lambda _: DATE,
    "number": lambda column: {
        "type": "integer",
        "minimum": -LARGEST if column.least is None else column.least,
        "maximum": LARGEST,
    },
    "numbers": lambda _: _array({"type": "integer", "minimum": 1}),
    "decimal": lambda _: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    "link": lambda _: {"type": "string", "pattern": f"^{PAGE}$"},
    "coordinates": lambda _: {"type": "string", "pattern": f"^{coordinates.PATTERN}$"},
    "flag": lambda _: {"type": "boolean"},
    "term": lambda column: {"enum": _codes(column)},
    "terms": lambda column: _array({"enum": _codes(column)}),
    "measure": lambda _: {"enum": [*labels.LABELS["measure"], None]},
    "affair": lambda _: {"enum": list(affairs.names())},
    "affairs": lambda _: _array({"enum": list(affairs.names())}),
    "refs": lambda _: _array(TEXT),
    "list": lambda _: _array(TEXT),
    "missions": lambda _: _array(TEXT),
    "region_codes": lambda _: _array(_enum(regions.regions())),
}
_CHOICES: dict[str, Callable[[RulebookSet], dict[str, Any]]] = {
    "indicators": lambda books: _array(_enum(books.numbers_of_indicators)),
    "indicator": lambda books: _enum(books.numbers_of_indicators),
    "level": lambda books: {"type": "integer", "minimum": 0, "maximum": books.highest},
    "region_row": lambda books: _enum(books.region_rows.values()),
    "award": lambda books: _enum(books.awards),
    "competition_group": lambda books: _enum(books.groups),
    "section": lambda books: _enum(books.kipp_parts),
    "sections": lambda books: _array(_enum(books.kipp_parts)),
    "goals": lambda books: _numbers(books.asta_cita),
    "sdgs": lambda books: _numbers(books.sdgs),
}
"""Kinds of columns whose choices stand in rulebooks."""


def example(sheet: Sheet) -> dict[str, Any]:
    """A line that the schema accepts, from the example row of the sheet."""
    from importers.reading.rulebook_cells import read

    line: dict[str, Any] = {"type": sheet.action.TYPE, "region": "33.03"}
    if sheet.scope == "lab":
        line["scope"] = "purbalingga-2022"
    line["key"] = f"{sheet.name.upper().replace(' ', '-')}-001"
    for column in map(filled_in, sheet.columns):
        if column.example is not None:
            line[column.field] = read(column.example, column, packaged())
        elif column.kind == "date":
            line[column.field] = "2022-12-15"
    return line
