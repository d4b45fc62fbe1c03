"""Whether the evidence of an indicator proves a level, by the rulebook's rules of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from domain import dates
from domain.rules.case import Case, Proof
from domain.rules.measures import years_between
from domain.rules.rulebook import EvidenceRule, Piece


class Proved(NamedTuple):
    """The highest level that the evidence proves, the events it rests on, and the pieces still missing."""

    level: int
    facts: list[int]
    missing: list[Piece]


def proves(case: Case, rules: Sequence[EvidenceRule], wanted: int, proofs: list[Proof], year: int) -> Proved:
    """The highest level up to the wanted one that the proofs of an indicator prove."""
    missing: list[Piece] = []
    if not proofs and wanted:
        # Most indicators of most innovations have no evidence at all: one look is enough.
        _, missing = _of_level(case, rules, wanted, proofs, year)
        free = [level for level in range(wanted, 0, -1) if _asks_nothing(rules, level)]
        return Proved(free[0] if free else 0, [], missing)
    for level in range(wanted, 0, -1):
        facts, lacks = _of_level(case, rules, level, proofs, year)
        if facts is not None:
            return Proved(level, facts, missing)
        # What is missing is told of the level that is stated, not of those below it.
        if level == wanted:
            missing = lacks
    return Proved(0, [], missing)


def _asks_nothing(rules: Sequence[EvidenceRule], level: int) -> bool:
    return any(level in rule.levels and [] in rule.any_of for rule in rules)


def _of_level(
    case: Case, rules: Sequence[EvidenceRule], level: int, proofs: list[Proof], year: int
) -> tuple[list[int] | None, list[Piece]]:
    shortest: list[Piece] | None = None
    for rule in rules:
        if level not in rule.levels:
            continue
        for pieces in rule.any_of:
            used: list[int] = []
            lacks: list[Piece] = []
            for piece in pieces:
                found = [proof.at for proof in proofs if _fits(case, piece, proof, year)]
                needed = level if piece.count == "level" else int(piece.count)
                if len(found) < needed:
                    lacks.append(piece)
                else:
                    used += found
            if not lacks:
                return used, []
            # Of several ways the one that lacks least makes the advice.
            if shortest is None or len(lacks) < len(shortest):
                shortest = lacks
    return None, shortest or []


def _fits(case: Case, piece: Piece, proof: Proof, year: int) -> bool:
    if proof.kind not in piece.kinds or (piece.page and not proof.page):
        return False
    if piece.window is not None and not _in_window(case, piece.window, proof.date, year):
        return False
    return proof.file is not None or _opens(case, proof.link)


def _opens(case: Case, link: str | None) -> bool:
    """A link counts unless somebody last found it dead."""
    if link is None:
        return False
    seen = case.links.get(link)
    return seen is None or seen.alive


def _in_window(case: Case, window: tuple[str, str] | str, when: str | None, year: int) -> bool:
    if when is None:
        return False
    span = dates.span(when)
    if window == "before_year":
        return span.end < date(year, 1, 1).toordinal()
    if window == "implementation_year":
        # A date that spans two years lies in neither: it proves nothing of one of them.
        started = case.implemented.date if case.implemented else None
        return started is not None and _year(span) is not None and _year(span) == _year(dates.span(started))
    assert not isinstance(window, str)
    return span.within(years_between(window, year))


def _year(span: dates.Span) -> int | None:
    """The year of an interval that lies in one year."""
    first, last = date.fromordinal(span.start).year, date.fromordinal(span.end).year
    return first if first == last else None
