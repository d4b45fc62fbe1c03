"""What is wrong with an input, cell by cell, with the way to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from domain.base import Reason, reason
from domain.sheets.registry import SHEETS
from domain.sheets.sheet import Column


class Cell(NamedTuple):
    """A place in a workbook; `ref` is like `D17`, empty for a whole sheet or file.

    In a JSONL file `sheet` is the line, such as `#12`, and `ref` the field; in the map of a list `sheet` is
    the file and `ref` the line.
    """

    sheet: str
    ref: str

    def __str__(self) -> str:
        if self.sheet.startswith("#"):
            return f"{self.sheet} {self.ref}".rstrip()
        if self.sheet.endswith(".toml") and self.ref:
            return f"{self.sheet}:{self.ref}"
        return f"{self.sheet}!{self.ref}" if self.ref else self.sheet


class Problem(NamedTuple):
    """One error: where, what, and how to mend it."""

    cell: Cell
    what: Reason
    remedy: Reason


class Question(Problem):
    """An error unless somebody says that it is meant so."""

    __slots__ = ()


class ImportProblems(Exception):  # noqa: N818 - the answer to an input
    """All errors of one input; nothing of it is recorded."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems

    @property
    def all_asked(self) -> bool:
        """True where the file is right once all of it is said to be meant so."""
        return all(isinstance(one, Question) for one in self.problems)


class CellError(Exception):
    """A cell cannot be read; what and remedy, before its place is known."""

    def __init__(self, what: Reason, remedy: Reason) -> None:
        super().__init__(what.text)
        self.what, self.remedy = what, remedy


def shown_value(value: object, column: Column) -> str:
    """A value as an error may show it: never personal data, never longer than a line."""
    if column.personal:
        return "…"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return shown_text(str(value))


def shown_text(value: str) -> str:
    """A text on one line of at most 60 letters."""
    text = " ".join(value.split())
    return text if len(text) <= 60 else f"{text[:57]}…"


def bad(what: str, remedy: str, /, **values: object) -> CellError:
    """A CellError from two msgids that share their values."""
    return CellError(reason(what, **values), reason(remedy, **values))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """By sheet, then row, then column; each once."""
    places = {sheet.name: place for place, sheet in enumerate(SHEETS)}

    def place(problem: Problem) -> tuple[int, str, int, str]:
        numbered = problem.cell.sheet if problem.cell.sheet.startswith("#") else problem.cell.ref
        found = re.search(r"[0-9]+", numbered)
        digits = found.group() if found else "0"
        sheet = "" if numbered is problem.cell.sheet else problem.cell.sheet
        return places.get(sheet, -1), sheet, int(digits[:9]), problem.cell.ref

    unique: dict[tuple[Cell, str], Problem] = {}
    for problem in problems:
        unique.setdefault((problem.cell, problem.what.text), problem)
    return sorted(unique.values(), key=place)
