"""What a set of rulebooks has to choose from: indicators and rows by number, levels, sections, goals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

import msgspec
from msgspec import Struct


class Goals(Struct, frozen=True):
    """Numbered goals; `count` says how many there are."""

    count: int


class Derive(Struct, frozen=True):
    """What an indicator's levels are held to, one band or pattern for each level."""

    bands: list[msgspec.Raw] = []
    patterns: list[msgspec.Raw] = []
    bases: list[Derive] = []

    def highest(self) -> int:
        return max(len(self.bands), len(self.patterns), *(one.highest() for one in self.bases), 0)


class Part(Struct, frozen=True):
    """An indicator, a criterion, a row of a region, a section or a letter of a rulebook."""

    id: str
    number: int | str = ""
    label: str = ""
    name: str = ""
    """What an indicator is called."""
    kind: str = ""
    levels: dict[str, str] | None = None
    bands: list[msgspec.Raw] = []
    derive: Derive | None = None

    def highest(self) -> int:
        """The highest level that the rulebook knows of it; 0 where it knows none."""
        named = sum(1 for name in self.levels or () if name != "certainty")
        return max(named, len(self.bands), self.derive.highest() if self.derive else 0)


class Outline(Struct, frozen=True):
    """The parts of one rulebook file that people choose from."""

    id: str
    award: str
    year: int
    status: str
    group: str | None = None
    indicators: list[Part] = []
    criteria: list[Part] = []
    spd: list[Part] = []
    sections: list[Part] = []
    letters: list[Part] = []
    sdgs: Goals | None = None
    asta_cita: Goals | None = None

    def part(self, name: str) -> Part | None:
        """The indicator, criterion or row of this id."""
        return next((one for one in (*self.indicators, *self.criteria, *self.spd) if one.id == name), None)


def outline(raw: bytes) -> Outline:
    """The outline of a rulebook file that fits its schema. Raises msgspec.ValidationError."""
    return msgspec.json.decode(raw, type=Outline)


_WHOLE = re.compile("[0-9]{1,9}")
IGA, KIPP = "iga", "kipp"
"""The awards whose indicators and sections have sheets of their own."""


class RulebookSet:
    """Rulebooks that speak side by side; where two number differently, the newest is meant.

    `of` narrows a set to an edition: there its own rulebook is meant, and the others fill what it lacks.
    """

    def __init__(
        self,
        books: Iterable[Outline],
        added: frozenset[str] = frozenset(),
        *,
        year: int | None = None,
        part: str | None = None,
    ) -> None:
        """Keep the outlines; `added` are the ids of those that a region added, the rest is what `of` says."""
        self.books, self.added = tuple(books), added
        self._year, self._part = year, part
        self._narrowed: dict[tuple[int | None, str | None], RulebookSet] = {}

    def adding(self, books: Iterable[Outline]) -> RulebookSet:
        """This set with a region's own rulebooks, each in place of the one with the same id."""
        own = {book.id: book for book in books}
        if not own:
            return self
        by_id = {book.id: book for book in self.books} | own
        return RulebookSet((by_id[name] for name in sorted(by_id)), self.added | own.keys())

    def of(self, year: int | None, part: str | None = None) -> RulebookSet:
        """The set as an edition of this year sees it, about one indicator or row where it is named."""
        place = (year, part)
        if place not in self._narrowed:
            self._narrowed[place] = RulebookSet(self.books, self.added, year=year, part=part)
        return self._narrowed[place]

    def _newest_last(self) -> list[Outline]:
        return sorted(self.books, key=lambda book: (book.year == self._year, book.year))

    def _indicators(self) -> Iterator[Part]:
        """The indicators of IGA, those of the rulebook that is meant first."""
        for book in reversed(self._newest_last()):
            if book.award == IGA:
                yield from book.indicators

    @cached_property
    def indicator_numbers(self) -> dict[str, str]:
        """National number of an IGA indicator to its stable id."""
        found: dict[str, str] = {}
        for row in self._indicators():
            found.setdefault(str(row.number), row.id)
        return found

    @cached_property
    def numbers_of_indicators(self) -> dict[str, str]:
        """Stable id of an IGA indicator to its national number."""
        found: dict[str, str] = {}
        for row in self._indicators():
            found.setdefault(row.id, str(row.number))
        return found

    @property
    def named_indicators(self) -> tuple[str, list[tuple[str, str]]]:
        """The newest rulebook with indicators, by its id, and their numbers with what they are called."""
        books = (book for book in reversed(self._newest_last()) if book.award == IGA and book.indicators)
        book = next(books)
        return book.id, [(str(one.number), one.name or one.label) for one in book.indicators]

    def written_indicator(self, name: str) -> str:
        """An id of an IGA indicator as a cell says it: its number, and the id where that may mean another."""
        number = self.numbers_of_indicators.get(name, "")
        return number if self.indicator(number) == [name] else name

    @property
    def indicator_range(self) -> tuple[str, str]:
        """The first and the last number of the indicators of the rulebook that is meant."""
        books = (book.indicators for book in reversed(self._newest_last()) if book.award == IGA)
        rows = next(rows for rows in books if rows)
        return str(rows[0].number), str(rows[-1].number)

    def indicator(self, said: str) -> list[str]:
        """The ids that a number (or an id) may mean.

        Empty for one that there is not; several where the rulebooks number differently and none is meant.
        """
        wanted = str(int(said)) if _WHOLE.fullmatch(said) else said.casefold()
        meant = {book.year for book in self.books if book.award == IGA and book.indicators} & {self._year}
        found = [row.id for row in self._indicators() if str(row.number).casefold() == wanted]
        if not found:
            return [said] if said in self.numbers_of_indicators else []
        return found[:1] if meant else list(dict.fromkeys(found))

    @cached_property
    def region_rows(self) -> dict[str, str]:
        """Number of a region's row (SPD), such as `2a`, to its id; the newest last.

        Of the rulebooks of the package only complete ones count.
        """
        books = [book for book in self._newest_last() if book.status == "complete" or book.id in self.added]
        return {str(row.number): row.id for book in books for row in book.spd}

    def written_region_row(self, name: str) -> str:
        """The id of a region's row as a cell says it: its number; the id where no rulebook numbers it."""
        return next((number for number, row in self.region_rows.items() if row == name), name)

    @property
    def highest(self) -> int:
        """The highest level of the part that is meant, else the highest of all."""
        meant = [book.part(self._part) for book in self.books if self._part and book.year == self._year]
        known = max((part.highest() for part in meant if part), default=0)
        return known or self._highest_of_all

    @cached_property
    def _highest_of_all(self) -> int:
        parts = (part for book in self.books for part in (*book.indicators, *book.spd))
        return max((part.highest() for part in parts), default=0)

    @cached_property
    def kipp_labels(self) -> dict[str, str]:
        """Every label that a KIPP rulebook gives a section or letter, to its id."""
        books = [book for book in self.books if book.award == KIPP]
        return {part.label: part.id for book in books for part in (*book.sections, *book.letters)}

    @cached_property
    def kipp_parts(self) -> dict[str, str]:
        """Id of every section and letter of the KIPP rulebooks to its label; the newest label wins."""
        return {part: label for label, part in self.kipp_labels.items()}

    @cached_property
    def awards(self) -> tuple[str, ...]:
        """The awards that rulebooks are for."""
        return tuple(sorted({book.award for book in self.books}))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups that rulebooks name."""
        return tuple(sorted({book.group for book in self.books if book.group}))

    @cached_property
    def sdgs(self) -> int:
        """How many SDGs there are to choose from."""
        return max(book.sdgs.count for book in self.books if book.sdgs)

    @cached_property
    def asta_cita(self) -> int:
        """How many goals of Asta Cita there are to choose from."""
        return max(book.asta_cita.count for book in self.books if book.asta_cita)

    def sections(self, award: str, year: int | None = None) -> dict[str, str]:
        """Id of every section of an award's rulebooks to its label, in their order; the newest label wins.

        With a year that has sections, those of that year alone.
        """
        books = [book for book in self.books if book.award == award and book.sections]
        of_year = [book for book in books if book.year == year]
        return {part.id: part.label for book in of_year or books for part in book.sections}

    def texts(self, award: str) -> list[str]:
        """The ids of the sections of an award that are running text."""
        books = [book for book in self.books if book.award == award]
        return list(dict.fromkeys(part.id for book in books for part in book.sections if part.kind == "text"))

    def parts(self, award: str) -> set[str] | None:
        """The ids of all indicators, criteria and sections of an award; None where no rulebook is of it."""
        books = [book for book in self.books if book.award == award]
        if not books:
            return None
        return {part.id for book in books for part in (*book.indicators, *book.criteria, *book.sections)}
