"""Whether the evidence of an indicator proves a level, by the rulebook's rules of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from domain import dates
from domain.rules.case import Case, Proof
from domain.rules.indicators import EvidenceRule, Indicator, Piece
from domain.rules.measures import years_between
from domain.rules.shortcomings import Lack, Step, lack
from domain.streams import code


class Proved(NamedTuple):
    """The highest level that the evidence proves, the events it rests on, and the pieces still missing."""

    level: int
    facts: list[int]
    missing: list[Piece]
    steps: Sequence[Step] = ()
    """What keeps pieces that are there from counting; those pieces are not among the missing."""


class _Level(NamedTuple):
    """What the evidence says of one level; `facts` is None where it does not prove it."""

    facts: list[int] | None
    missing: list[Piece]
    steps: list[Step]


def proves(case: Case, row: Indicator, wanted: int, proofs: list[Proof], year: int) -> Proved:
    """The highest level up to the wanted one that the proofs of an indicator prove."""
    rules = row.evidence_rules
    if not proofs and wanted:
        # Most indicators of most innovations have no evidence at all: one look is enough.
        missing = _of_level(case, row, wanted, proofs, year).missing
        free = [level for level in range(wanted, 0, -1) if _asks_nothing(rules, level)]
        return Proved(free[0] if free else 0, [], missing)
    stated = _Level([], [], [])
    for level in range(wanted, 0, -1):
        found = _of_level(case, row, level, proofs, year)
        # What is missing is told of the level that is stated, not of those below it.
        if level == wanted and found.facts is None:
            stated = found
        if found.facts is not None:
            return Proved(level, found.facts, stated.missing, stated.steps)
    return Proved(0, [], stated.missing, stated.steps)


def _asks_nothing(rules: Sequence[EvidenceRule], level: int) -> bool:
    return any(level in rule.levels and [] in rule.any_of for rule in rules)


def _of_level(case: Case, row: Indicator, level: int, proofs: list[Proof], year: int) -> _Level:
    shortest: _Level | None = None
    for rule in row.evidence_rules:
        if level not in rule.levels:
            continue
        for pieces in rule.any_of:
            way = _Level([], [], [])
            for piece in pieces:
                _look(
                    case, row, piece, level if piece.count == "level" else int(piece.count), proofs, year, way
                )
            if not way.missing and not way.steps:
                return way
            # Of several ways the one that lacks least makes the advice.
            if shortest is None or _lacks(way) < _lacks(shortest):
                shortest = way
    return shortest._replace(facts=None) if shortest else _Level(None, [], [])


def _lacks(way: _Level) -> tuple[int, int]:
    # Evidence of another time takes another piece, as where there is none.
    others = sum(step.lack == "period" for step in way.steps)
    return len(way.missing) + others, len(way.steps) - others


def _look(
    case: Case, row: Indicator, piece: Piece, needed: int, proofs: list[Proof], year: int, way: _Level
) -> None:
    """Adds to a way what there is of a piece, and what it lacks."""
    found: list[int] = []
    near: list[Step] = []
    for proof in proofs:
        if proof.kind not in piece.kinds:
            continue
        lacks: list[Lack] = [] if proof.page or not piece.page else ["page"]
        if not _in_window(case, piece.window, proof.date, year):
            if piece.window == "implementation_year" and not _began(case):
                # It is the implementation that lacks its year, not the evidence.
                continue
            lacks.append("period" if proof.date else "date")
        if place := lack(case, proof, row.file_types):
            lacks.append(place)
        if not lacks:
            found.append(proof.at)
        elif len(lacks) == 1:
            asked = piece if lacks[0] == "period" else None
            near.append(Step(lacks[0], proof, tuple(row.file_types), code(case.stream), asked))
    # What a cell mends comes before what takes another piece.
    near.sort(key=lambda step: step.lack == "period")
    short = needed - len(found)
    if short <= 0:
        assert way.facts is not None
        way.facts.extend(found)
    elif len(near) >= short:
        way.steps.extend(near[:short])
    else:
        way.missing.append(piece)


def _in_window(case: Case, window: tuple[str, str] | str | None, when: str | None, year: int) -> bool:
    if window is None:
        return True
    if when is None:
        return False
    span = dates.span(when)
    if window == "before_year":
        return span.end < date(year, 1, 1).toordinal()
    if window == "implementation_year":
        # A date that spans two years lies in neither: it proves nothing of one of them.
        return _year(span) is not None and _year(span) == _began(case)
    assert not isinstance(window, str)
    return span.within(years_between(window, year))


def _began(case: Case) -> int | None:
    """The year of the implementation, where it is known."""
    started = case.implemented.date if case.implemented else None
    return _year(dates.span(started)) if started else None


def _year(span: dates.Span) -> int | None:
    """The year of an interval that lies in one year."""
    first, last = date.fromordinal(span.start).year, date.fromordinal(span.end).year
    return first if first == last else None
