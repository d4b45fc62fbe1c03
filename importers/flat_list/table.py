"""Where the list stands in a sheet: its headings, its columns, its rows, and what is none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from domain.names import fold
from importers.flat_list import words
from importers.flat_list.grid import Grid

SEARCHED = 60
"""Rows from the top within which the headings are looked for."""
TALLEST = 3
"""Rows that headings stand in, at most."""
_GROUP_MARK = re.compile(r"(?:[A-Za-z]|[IVXLC]+)[.)]?")
_MARKED = re.compile(r"\s*(?:(?:[A-Z]|[IVXLC]+|[0-9]+)[.)]\s*)?(.*\S)\s*", re.DOTALL)

_BEHIND_UNIT = re.compile(
    r"\s+(?:tahun|thn|ta|periode|kabupaten|kota|provinsi|se-?\s?kabupaten)\b", re.IGNORECASE
)

TOTAL, HEADING, NUMBERS, GROUP, OUTSIDE = "total", "heading", "numbers", "group", "outside"


class Column(NamedTuple):
    """A column of a list: where it stands, and its heading, which no other column of the sheet has."""

    at: int
    heading: str


class Skipped(NamedTuple):
    """A row below the headings that holds no innovation, and why it is taken for that."""

    row: int
    why: str
    text: str


@dataclass
class Table:
    """The list of one sheet; rows are counted from 0."""

    grid: Grid
    headings: tuple[int, ...]
    columns: list[Column]
    first: int
    rows: list[int] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    groups: dict[int, str] = field(default_factory=dict)
    """Row to the heading of the group that it stands under."""

    @cached_property
    def heads(self) -> dict[int, list[str]]:
        """Column to the parts of its heading, without regard to case and spaces."""
        return {one.at: [fold(part) for part in one.heading.split(" / ")] for one in self.columns}

    def column(self, heading: str) -> Column | None:
        """The column of a heading; case and spaces do not matter."""
        wanted = fold(heading)
        return next((one for one in self.columns if fold(one.heading) == wanted), None)

    def unit_above(self) -> str | None:
        """The unit that a title above the list names; None where none does."""
        for row in range(min(self.headings)):
            said = self.grid.text(row, next(iter(self.grid.filled(row)), 0)).split()
            for at, word in enumerate(said):
                rest = " ".join(said[at:])
                if word[:1].isupper() and words.unit_kind(rest):
                    name = re.split(_BEHIND_UNIT, rest)[0]
                    return name.title() if name.isupper() and " " in name else name
        return None

    def records(self, title: str | None) -> Iterator[list[int]]:
        """The rows of each innovation: one, or all over which its title is merged."""
        column = self.column(title) if title else None
        last = None
        found: list[int] = []
        for row in self.rows:
            span = self.grid.span_at(row, column.at) if column else None
            if found and (span is None or span.top == span.bottom or span != last):
                yield found
                found = []
            found.append(row)
            last = span
        if found:
            yield found


class _Block(NamedTuple):
    score: tuple[int, int, int, int]
    top: int
    height: int
    columns: list[Column]


def find(grid: Grid) -> Table | None:
    """The list of a sheet, by headings that name an innovation and something else; None without one."""
    best: _Block | None = None
    for top in range(min(SEARCHED, len(grid.rows))):
        if len(grid.filled(top)) < 2 and not any(span.top == top for span in grid.spans):
            continue
        for height in range(1, TALLEST + 1):
            block = _block(grid, top, height)
            if block and (best is None or block.score > best.score):
                best = block
    return table_at(grid, best.top, best.height) if best else None


def table_at(grid: Grid, top: int, height: int, first: int | None = None, title: str | None = None) -> Table:
    """The list below headings that stand in known rows.

    `first` is its first row where that is known, `title` the heading of the innovations' column.
    """
    start = top + height if first is None else first
    table = Table(grid, tuple(range(top, top + height)), _columns(grid, top, height), start)
    _sort_rows(table, title)
    return table


def with_headings(grid: Grid, wanted: Iterable[str], title: str | None = None) -> Table | None:
    """The list whose headings are these, or most of them, wherever it stands; None without any."""
    names = {fold(one) for one in wanted}
    best: tuple[int, int, int] | None = None
    for top in range(min(SEARCHED, len(grid.rows))):
        for height in range(1, TALLEST + 1):
            found = len(names & {fold(one.heading) for one in _columns(grid, top, height)})
            if found > max(1, len(names) // 2) and (best is None or (found, -height) > best[:2]):
                best = (found, -height, top)
    return table_at(grid, best[2], -best[1], title=title) if best else None


def _block(grid: Grid, top: int, height: int) -> _Block | None:
    """The headings in these rows with how well they are known; None where they are no headings."""
    if top + height > len(grid.rows):
        return None
    columns = _columns(grid, top, height)
    found = [(one, words.fields_of(one.heading)) for one in columns]
    title = next((one for one, fields in found if fields and fields[0] == "Judul"), None)
    known = {fields[0] for _one, fields in found if fields}
    if title is None or len(known) < 2 or not _headings_only(grid, top, height, title):
        return None
    joined = sum(" / " in one.heading for one in columns)
    return _Block((len(known), len(columns), joined, -height), top, height, columns)


def _headings_only(grid: Grid, top: int, height: int, title: Column) -> bool:
    """False when a lower row already holds an innovation, or numbers the columns."""
    for row in range(top, top + height):
        filled = grid.filled(row)
        texts = [grid.peek(row, column) for column in filled]
        if len(set(texts)) < 2 or not all(isinstance(one, str) and _has_letters(one) for one in texts):
            return False
    own = [said for row in range(top, top + height) if (said := _own_text(grid, row, title.at))]
    # What stands below the heading of the innovations is an innovation.
    return "Judul" in words.fields_of(own[-1])[:1] if own else True


def _own_text(grid: Grid, row: int, column: int) -> str:
    """The text of a cell where it is not that of the merged cell above."""
    span = grid.span_at(row, column)
    return "" if span and span.top < row else grid.text(row, column)


def _columns(grid: Grid, top: int, height: int) -> list[Column]:
    """The columns with their headings, joined over the rows of the headings; each heading once."""
    columns: list[Column] = []
    taken: dict[str, int] = {}
    for index, parts in enumerate(_parts(grid, top, height)):
        heading = " / ".join(dict.fromkeys(parts))
        if not heading:
            continue
        taken[fold(heading)] = taken.get(fold(heading), 0) + 1
        if taken[fold(heading)] > 1:
            heading = f"{heading} ({taken[fold(heading)]})"
        columns.append(Column(index, heading))
    return columns


def _parts(grid: Grid, top: int, height: int) -> Iterator[list[str]]:
    """Of each column, what stands in its rows of the headings."""
    rows = [list(_row_parts(grid, top, height, row)) for row in range(top, top + height)]
    for parts in zip(*rows, strict=True):
        yield [text for text in parts if text]


def _row_parts(grid: Grid, top: int, height: int, row: int) -> Iterator[str]:
    last = row + 1 == top + height
    parent = ""
    for column in range(grid.width):
        span = grid.span_at(row, column)
        if span and span.left < column:
            yield grid.text(row, span.left)
        elif text := grid.text(row, column):
            # The heading to the left also spans a column below it, though its cells are not merged.
            parent = text if not last and _own_text(grid, row + 1, column) else ""
            yield text
        else:
            yield parent if not last and not span and grid.text(row + 1, column) else ""


def _sort_rows(table: Table, heading: str | None) -> None:
    grid = table.grid
    title = table.column(heading) if heading else None
    if title is None:
        title = next((one for one in table.columns if "Judul" in words.fields_of(one.heading)[:1]), None)
    number = next((one for one in table.columns if "Abaikan" in words.fields_of(one.heading)[:1]), None)
    group = ""
    for row in range(table.first, len(grid.rows)):
        filled = grid.filled(row)
        if not any(_own_text(grid, row, column) for column in filled):
            # Empty, or only the last part of merged cells.
            continue
        why = _why_none(table, row, filled, title, number)
        if why is None:
            table.rows.append(row)
            table.groups[row] = group
            continue
        text = next((grid.text(row, one) for one in filled if _has_letters(grid.text(row, one))), "")
        if why == GROUP:
            match = _MARKED.fullmatch(text)
            group = match.group(1) if match else text
        table.skipped.append(Skipped(row, why, text))
    _cut_foot(table, number)


def _cut_foot(table: Table, number: Column | None) -> None:
    """What stands below the list, such as place, date and signature, is no innovation."""
    grid = table.grid
    outside = {one.row for one in table.skipped if one.why == OUTSIDE}
    while table.rows:
        row = table.rows[-1]
        filled = grid.filled(row)
        alone = row > table.first and not grid.filled(row - 1)
        numbered = number is not None and number.at in filled
        below = alone or row + 1 in outside or min(outside, default=row) < row
        if numbered or len(filled) > 2 or not below:
            return
        table.rows.pop()
        outside.add(row)
        table.skipped.append(Skipped(row, OUTSIDE, grid.text(row, filled[0])))
        table.skipped.sort()


def _why_none(
    table: Table, row: int, filled: list[int], title: Column | None, number: Column | None
) -> str | None:
    """Why a row holds no innovation; None when it does."""
    grid = table.grid
    texts = {column: grid.text(row, column) for column in filled}
    if _repeats(table, texts):
        return HEADING
    if _numbers(texts, filled):
        return NUMBERS
    first = next((text for text in texts.values() if _has_letters(text)), "")
    named = title is not None and title.at in texts
    numbered = number is not None and number.at in texts
    if words.TOTAL.fullmatch(words.plain(first)) and not (
        numbered and title and texts.get(title.at) == first
    ):
        return TOTAL
    rest = [
        column
        for column in filled
        if not (number and column == number.at and _GROUP_MARK.fullmatch(texts[column]))
    ]
    if _is_group(grid, row, rest, texts, title):
        return GROUP
    if title is None or named:
        return None
    beside = [column for column in rest if not number or column != number.at]
    inside = [column for column in beside if column in table.heads]
    return None if len(inside) > 1 and not _signature(texts) else OUTSIDE


def _repeats(table: Table, texts: dict[int, str]) -> bool:
    """True for a row that repeats the headings, as at the top of each printed page."""
    same = [column for column, text in texts.items() if fold(text) in table.heads.get(column, ())]
    return len(same) >= 2 and len(same) * 2 > len(texts)


def _numbers(texts: dict[int, str], filled: list[int]) -> bool:
    """True for the row that numbers the columns: 1, 2, 3 … or (1), (2), (3) …"""
    said = [re.sub(r"[^0-9]", "", texts[column]) for column in filled]
    plain = all(re.fullmatch(r"\(?[0-9]{1,2}\)?\.?", texts[column]) for column in filled)
    if not plain or len(filled) <= 2:
        return False
    return {int(two) - int(one) for one, two in pairwise(said)} == {1}


def _is_group(grid: Grid, row: int, rest: list[int], texts: dict[int, str], title: Column | None) -> bool:
    """True for a row with one text that names the unit, or another part, of the rows below."""
    if len(rest) != 1 or not _has_letters(texts[rest[0]]):
        return False
    span = grid.span_at(row, rest[0])
    wide = span is not None and span.right - span.left >= 2
    match = _MARKED.fullmatch(texts[rest[0]])
    unit = words.unit_kind(match.group(1)) if match else None
    marked = len(texts) > len(rest) or bool(re.match(r"\s*(?:[A-Z]|[IVXLC]+)[.)]\s", texts[rest[0]]))
    if title and rest[0] == title.at and not wide:
        return unit is not None and marked
    below = any(len(grid.filled(one)) > 2 for one in range(row + 1, min(row + 4, len(grid.rows))))
    return below and (wide or unit is not None or marked)


def _signature(texts: dict[int, str]) -> bool:
    return any(
        re.match(r"(?:nip|mengetahui|kepala|plt|pembina)\b", text.casefold()) for text in texts.values()
    )


def _has_letters(text: str) -> bool:
    return bool(re.search(r"[^\W\d]{2}", text))
