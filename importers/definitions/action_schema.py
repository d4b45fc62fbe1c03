"""The JSON Schema of every action that a line of a JSONL file can hold, derived from the sheets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.sheets.registry import SHEETS
from domain.sheets.sheet import Column, Sheet
from jejak_i18n import labels
from schemas import affairs, loader
from schemas.loader import indicator_numbers

BY_TYPE = {sheet.action.TYPE: sheet for sheet in SHEETS}
"""Action type to the sheet whose rows are the same action."""
TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
DATE: dict[str, Any] = {**TEXT, "description": "ISO 8601 reduced: 2018, 2016-05, 2022-12-15, or an interval"}
BESIDE: dict[str, Any] = {
    "region": {**TEXT, "description": "Official code of the region, such as 33.03"},
    "scope": {"type": ["string", "null"], "description": "Slug of the lab; null or absent for the region"},
    "key": {**TEXT, "pattern": "^[^/]+$", "description": "Identity of the row within its scope and type"},
}


def schema(sheet: Sheet) -> dict[str, Any]:
    """The schema of one action type, with an example. References are keys, names of units, or codes."""
    columns = [column for column in sheet.columns if not column.scoping]
    properties = {
        "type": {"const": sheet.action.TYPE},
        **BESIDE,
        **{column.field: property_of(column) for column in columns},
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


def property_of(column: Column) -> dict[str, Any]:
    """The schema of one field: closed lists by their codes, dates in reduced form."""
    make = _KINDS.get(column.kind)
    return {**(make(column) if make else TEXT), "title": column.label}


def _codes(column: Column) -> list[str]:
    return list(labels.LABELS[column.group or ""])


def _array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": True}


def _numbers(goals: str) -> dict[str, Any]:
    return _array({"type": "integer", "minimum": 1, "maximum": loader.goals(goals)})


_KINDS: dict[str, Callable[[Column], dict[str, Any]]] = {
    "date": lambda _: DATE,
    "number": lambda _: {"type": "integer"},
    "decimal": lambda _: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    "flag": lambda _: {"type": "boolean"},
    "term": lambda column: {"enum": _codes(column)},
    "terms": lambda column: _array({"enum": _codes(column)}),
    "measure": lambda _: {"enum": [*labels.LABELS["measure"], None]},
    "affair": lambda _: {"enum": list(affairs.names())},
    "affairs": lambda _: _array({"enum": list(affairs.names())}),
    "indicators": lambda _: _array({"enum": list(indicator_numbers().values())}),
    "indicator": lambda _: {"enum": list(indicator_numbers().values())},
    "level": lambda _: {"type": "integer", "minimum": 0, "maximum": 3},
    "region_row": lambda _: {"enum": list(loader.region_rows().values())},
    "award": lambda _: {"enum": list(loader.awards())},
    "competition_group": lambda _: {"enum": list(loader.groups())},
    "section": lambda _: {"enum": list(loader.kipp_parts())},
    "sections": lambda _: _array({"enum": list(loader.kipp_parts())}),
    "goals": lambda _: _numbers("asta_cita"),
    "sdgs": lambda _: _numbers("sdgs"),
    "refs": lambda _: _array(TEXT),
    "list": lambda _: _array(TEXT),
    "missions": lambda _: _array(TEXT),
}


def example(sheet: Sheet) -> dict[str, Any]:
    """A line that the schema accepts, from the example row of the sheet."""
    from importers.reading.cells import READERS

    line: dict[str, Any] = {"type": sheet.action.TYPE, "region": "33.03"}
    if sheet.scope == "lab":
        line["scope"] = "purbalingga-2022"
    line["key"] = f"{sheet.name.upper().replace(' ', '-')}-001"
    for column in sheet.columns:
        if column.example is not None:
            line[column.field] = READERS[column.kind](column.example, column)
        elif column.kind == "date":
            line[column.field] = "2022-12-15"
    return line
