"""A JSONL file read into rows: the same actions as the sheets, one a line, by published schemas."""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from domain import dates
from domain.base import Reason, reason
from domain.sheets.directory import PERSON
from domain.sheets.sheet import Column
from importers.definitions.action_schema import BY_TYPE, DATE, schema
from importers.problems import Cell, CellError, ImportProblems, Problem, shown_text
from importers.reading import cells
from importers.reading.book import Book, Doubt, Known, Row, find_duplicates, packaged_of
from importers.reading.boundary import check_file
from importers.reading.personal_data import holds_personal
from importers.reading.rulebook_cells import READERS, RowChoices, level
from importers.reading.workbook import NUMBERS
from jejak_i18n.schema_faults import json_fault, schema_fault
from schemas import json_text
from schemas.loader import packaged
from schemas.rulebook_set import RulebookSet

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

BESIDE = ("type", "region", "scope", "key")
MEND = reason("Mend the line, then import the same file again.")


def read(path: Path, known: Known = packaged_of) -> Book:
    """Reads a file of actions; `known` gives the rulebooks of its region.

    Raises ImportProblems when it cannot be read at all; else collects.
    """
    check_file(path)
    try:
        data = path.read_bytes()
        # Only a line feed ends a line: JSON may hold the other separators of Unicode as they are.
        lines = data.decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        detail = json_fault(error) if isinstance(error, UnicodeDecodeError) else str(error)
        what = reason("the file cannot be read as UTF-8 text: {detail}.", detail=detail)
        raise ImportProblems([Problem(Cell(path.name, ""), what, MEND)]) from error
    book = Book(path, hashlib.sha256(data).hexdigest(), known=known)
    for number, line in enumerate(lines, 1):
        if line.strip():
            _line(book, number, line)
    find_duplicates(book)
    book.note_web()
    return book


def _line(book: Book, number: int, text: str) -> None:
    try:
        found = json_text.loads(text)
    except json_text.DoubleKeyError as error:
        field = shown_text(error.key)
        _problem(book, number, field, reason("the field {field} stands twice.", field=field))
        return
    except json.JSONDecodeError as error:
        _problem(
            book, number, "", reason("the line is no JSON: {detail}.", detail=json_fault(error, lined=False))
        )
        return
    except (ValueError, RecursionError):
        # Python refuses to read numbers of thousands of digits, and values thousands of levels deep.
        _problem(book, number, "", reason("the line holds a number too long, or is nested too deeply."))
        return
    sheet = BY_TYPE.get(str(found.get("type"))) if isinstance(found, dict) else None
    if sheet is None:
        types = ", ".join(sorted(BY_TYPE))
        _problem(book, number, "type", reason("the type is none of: {types}.", types=types))
        return
    # The region of the first line decides which rulebooks speak.
    book.region = book.region or str(found.get("region") or "")
    chooses = any(column.kind in READERS for column in sheet.columns)
    rulebooks = book.rulebooks if chooses else packaged()
    faults = list(_validator(found["type"], rulebooks).iter_errors(found))
    row = Row(sheet, number, str(found.get("key") or ""), {}, {}, bool(faults), line=number, only_doubts=True)
    for fault in faults:
        field = str(fault.path[0]) if fault.path else ""
        problem = _problem(book, number, field, _unfit(fault))
        if sheet.column(field):
            row.doubts.append(Doubt(field, found[field], problem))
        else:
            row.only_doubts = False
    _place(book, number, row, found)
    # As of a cell that cannot be read there is no value: what follows may trust the type of the others.
    wrong = {str(fault.path[0]) for fault in faults if fault.path}
    _values(book, row, {name: value for name, value in found.items() if name not in wrong})
    book.rows.append(row)


def _unfit(fault: ValidationError) -> Reason:
    """What is said of a value that its schema refuses: of a date more than its pattern."""
    if fault.validator == "pattern" and fault.validator_value == DATE["pattern"]:
        return _no_date(fault.instance)
    return reason("the line does not fit its schema: {detail}.", detail=schema_fault(fault))


@cache
def _validator(name: str, rulebooks: RulebookSet) -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(BY_TYPE[name], rulebooks))


def _place(book: Book, number: int, row: Row, found: dict[str, Any]) -> None:
    """One file speaks of one region and at most one lab: a command is one append with one scope."""
    region, scope = str(found.get("region") or ""), found.get("scope")
    if region and region != book.region:
        what = reason(
            "the region {region} is not that of the first line, {first}.", region=region, first=book.region
        )
        _problem(book, number, "region", what)
    if scope:
        book.lab = book.lab or str(scope)
        if scope != book.lab:
            what = reason("the lab {lab} is not that of earlier lines, {first}.", lab=scope, first=book.lab)
            _problem(book, number, "scope", what)
    elif row.sheet.scope == "lab":
        row.values["no_lab"] = True


def _values(book: Book, row: Row, found: dict[str, Any]) -> None:
    choices = RowChoices(lambda: book.rulebooks)
    for column in row.sheet.columns:
        value = found.get(column.field)
        if value is None:
            continue
        row.cells[column.field] = f"{row.number}:{column.field}"
        try:
            row.values[column.field] = _checked(value, column, choices)
            _note(book, row.number, value, column)
            choices.take(row.values[column.field], column)
        except (CellError, dates.DateError) as error:
            what = error.what if isinstance(error, CellError) else _no_date(value)
            row.doubts.append(Doubt(column.field, value, _problem(book, row.number, column.field, what)))
    row.faulty |= bool(row.doubts)
    if row.sheet is PERSON and holds_personal(row.key, row.values):
        row.faulty, row.only_doubts = True, False
        _problem(book, row.number, "key", reason("this key holds personal data."))
    if row.sheet.key_field and row.key:
        row.values[row.sheet.key_field] = row.key
        row.cells[row.sheet.key_field] = f"{row.number}:key"


def _note(book: Book, number: int, value: object, column: Column) -> None:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str) and column.kind not in NUMBERS:
            for note in cells.written(one, column).notes:
                book.from_web[note].append(line_cell(number, column.field))


def _no_date(value: object) -> Reason:
    return reason('the date "{value}" does not exist.', value=str(value))


def _checked(value: object, column: Column, choices: RowChoices) -> Any:
    """Text without control characters, dates and levels that exist; all else is as the schema has it."""
    if column.kind == "level":
        return level(value, column, choices.rulebooks)
    if column.kind == "date":
        dates.span(value)
    elif column.kind == "decimal":
        # The schema asks for digits with a point: what a program writes has one meaning.
        return cells.plain_decimal(Decimal(str(value)))
    elif column.kind in ("link", "coordinates"):
        return cells.READERS[column.kind](value, column)
    elif isinstance(value, str):
        return cells.not_below(cells.text(value, column), column)
    elif isinstance(value, list):
        return [cells.text(one, column) if isinstance(one, str) else one for one in value]
    return value


def _problem(book: Book, number: int, field: str, what: Reason) -> Problem:
    found = Problem(line_cell(number, field), what, MEND)
    book.problems.append(found)
    return found


def line_cell(number: int, field: str) -> Cell:
    """The place of a field in a JSONL file."""
    return Cell(f"#{number}", field)
