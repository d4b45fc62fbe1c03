"""Lists described once: what a column shows decides its text on the screen and its cell in a workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from msgspec import Struct

from commands.common.output import Answer, count, day, list_notes, table, write_list
from jejak_i18n import gettext as _
from jejak_i18n import labels, language
from jejak_i18n import marked as n_
from jejak_i18n.verdicts import number as number_text

if TYPE_CHECKING:
    from pathlib import Path

    from exporters.excel.list_workbook import ListSheet

R = TypeVar("R")
Value = str | int | bool | Decimal | None
"""What a row holds at a column."""
Cell = str | int | Decimal
"""What a workbook holds there: a figure as a number, all else as text."""
Kind = Literal["text", "number", "event", "points", "day", "label", "term", "flag"]
"""How a value is written:

- `text` as it is; nothing where there is none
- `number` a whole number, `points` a decimal or its text: to the right; a number in a workbook; a dash
  where there is none
- `event` the position of an event, which is named rather than counted: no points between thousands
- `day` an ISO date in words; a dash where it is not known
- `label` a code of the closed list `codes`, as Indonesian documents print it
- `term` a code of the closed list `codes`, in the language of the terminal; a dash where there is none
- `flag` the words of `mark` where it is so, else nothing
"""
Place = Literal["both", "screen", "workbook"]
RIGHT = ("number", "event", "points")


class Column(Struct, Generic[R], frozen=True):
    """One column: a field of the row, or a `value` made from it, under a heading.

    `label`, `screen_label` and `mark` are msgids; with `literal` the label is data, not a sentence of ours.
    """

    key: str
    """The field of the row; with `value`, a name for what that makes."""
    label: str
    kind: Kind = "text"
    value: Callable[[R], Value] | None = None
    codes: str = ""
    mark: str = ""
    place: Place = "both"
    screen_label: str | None = None
    literal: bool = False
    right: bool | None = None
    telling_apart: bool = False
    """Left out where all rows hold the same: it only tells rows apart, such as those of several regions.

    A page of a longer list says (`apart`) that the whole list needs it.
    """

    @property
    def to_right(self) -> bool:
        """True where the screen aligns the column to the right."""
        return self.kind in RIGHT if self.right is None else self.right

    def heading(self, place: Place) -> str:
        """The heading in the language of the terminal."""
        label = self.label if self.screen_label is None or place == "workbook" else self.screen_label
        return label if self.literal else _translated(label)

    def value_of(self, row: R) -> Value:
        """What the row holds here."""
        found: Value = getattr(row, self.key) if self.value is None else self.value(row)
        return found

    def text(self, row: R) -> str:
        """As the screen shows it."""
        return _TEXT[self.kind](self, self.value_of(row))

    def cell(self, row: R) -> Cell:
        """As a workbook holds it."""
        if self.kind not in RIGHT:
            return self.text(row)
        value = self.value_of(row)
        if value is None:
            return ""
        return Decimal(str(value)) if self.kind == "points" else value


def _translated(msgid: str) -> str:
    # The catalogue answers an empty msgid with its own header.
    return _(msgid) if msgid else ""


def _plain(_column: Column[R], value: Value) -> str:
    return "" if value is None else str(value)


def _number(_column: Column[R], value: Value) -> str:
    if isinstance(value, str):
        return value
    return "–" if value is None else count(int(value))


def _points(_column: Column[R], value: Value) -> str:
    return number_text(None if value is None else str(value))


def _day(_column: Column[R], value: Value) -> str:
    return day(None if value is None else str(value))


def _label(column: Column[R], value: Value) -> str:
    return "" if value is None else labels.label_of(column.codes, str(value))


def _term(column: Column[R], value: Value) -> str:
    return "–" if value is None else labels.label_in(column.codes, str(value), language())


def _flag(column: Column[R], value: Value) -> str:
    return _translated(column.mark) if value else ""


_TEXT: dict[Kind, Callable[[Column[R], Value], str]] = {
    "text": _plain,
    "number": _number,
    "event": _plain,
    "points": _points,
    "day": _day,
    "label": _label,
    "term": _term,
    "flag": _flag,
}


def innovation_columns() -> tuple[Column[Any], ...]:
    """What names the innovation of a row: its code, title and unit."""
    return (Column("code", n_("Code")), Column("title", n_("Title")), Column("unit", n_("Unit")))


class ListSpec(Struct, Generic[R], frozen=True):
    """A list: its rows' type, its sheet's name and title (msgids), its columns, what an empty one says.

    `sheet` is that of a workbook in which rows are recorded, which an empty list names.

    `--json` gives the rows' fields, the screen and the workbook the columns.
    """

    row: type[R]
    name: str
    title: str
    columns: tuple[Column[R], ...]
    empty: str = ""
    sheet: str = ""

    def columns_of(self, place: Place, rows: Sequence[R], *, apart: bool = False) -> list[Column[R]]:
        """The columns of the screen, or of a workbook, for these rows."""
        return [
            column
            for column in self.columns
            if column.place in ("both", place)
            and not (column.telling_apart and not apart and len({column.value_of(row) for row in rows}) < 2)
        ]


class Items(Struct, Generic[R], frozen=True):
    """The answer of a list without anything beside its rows."""

    items: list[R]


def screen_text(
    spec: ListSpec[R], rows: Sequence[R], *, apart: bool = False, empty: str | None = None
) -> str:
    """The table of a list, or what an empty list says: `empty`, a msgid, or else its own."""
    if not rows and empty:
        return _translated(empty)
    if not rows and spec.empty:
        told = _translated(spec.empty)
        return nothing(told, spec.sheet) if spec.sheet else told
    columns = spec.columns_of("screen", rows, apart=apart)
    right = tuple(at for at, column in enumerate(columns) if column.to_right)
    cells = ([column.text(row) for column in columns] for row in rows)
    return table([column.heading("screen") for column in columns], cells, right=right)


def nothing(what: str, sheet: str) -> str:
    """That nothing is recorded, and where it would be: on a sheet of a workbook."""
    from domain.sheets.registry import START
    from projections.eligibility.other_sheets import sheet_options

    told = (
        _("Fill in sheet {sheet} of a workbook (jejak template FILE.xlsx), then: jejak import FILE.xlsx")
        if sheet in {one.name for one in START}
        else _(
            "Fill in sheet {sheet} of a workbook (jejak template FILE.xlsx {option}), then:"
            " jejak import FILE.xlsx"
        )
    )
    return f"{what}\n  {told.format(sheet=sheet, option=sheet_options([sheet]))}"


def sheet(
    spec: ListSpec[R],
    rows: Sequence[R],
    notes: Sequence[str],
    *,
    title: str | None = None,
    apart: bool = False,
) -> ListSheet:
    """The sheet of a list; `title` takes the place of the list's own, which is a msgid."""
    from exporters.excel.list_workbook import ListSheet

    columns = spec.columns_of("workbook", rows, apart=apart)
    cells = [[column.cell(row) for column in columns] for row in rows]
    headings = [column.heading("workbook") for column in columns]
    return ListSheet(_translated(spec.name), title or _translated(spec.title), notes, headings, cells)


def show_list(
    answer: Answer,
    spec: ListSpec[R],
    found: Items[R],
    xlsx: Path | None,
    *,
    notes: Sequence[str] = (),
    empty: str | None = None,
) -> None:
    """Answers with a list: its workbook where one was asked for, then the screen or `--json`.

    `empty` is a msgid that an empty list says instead of its own, such as where conditions were asked for.
    """
    if xlsx is not None:
        write_list(answer, xlsx, [sheet(spec, found.items, [*list_notes(answer), *notes])])
    answer.result(found, lambda: screen_text(spec, found.items, empty=empty))
