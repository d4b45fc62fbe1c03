"""A verdict about a day as known at a time is what the second reading of the law gives to the same rules."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Any

import pytest

from domain.rules.index import Index
from domain.rules.verdict import Finding, Verdict
from ledger.write.command_handler import CommandHandler
from projections.eligibility import edition, rulebooks
from projections.read_session import open_session
from tests.ledger.office import Clock
from tests.properties.contest import BOOKS, COMPETING, Contest
from tests.properties.judged import judged
from tests.properties.past import Past, attempt, dates, lived
from tests.properties.test_time_oracle import pairs

SEED = 20260305
CODES = ("73.71", "33.03")
TRIES = 1100
START = datetime(2025, 1, 2, 1, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Past:
    """The history, with its ledger in a file."""
    return lived(tmp_path_factory.mktemp("lomba"), START, CODES, SEED, record)


def record(command_handler: CommandHandler, clock: Clock, chance: random.Random) -> Counter[str]:
    """Chance commands of two regions on a clock that jumps over hours and midnights."""
    when = dates(clock, chance)
    hands = [Contest(command_handler.store, code.replace(".", ""), chance.choice, when) for code in CODES]
    accepted: Counter[str] = Counter()
    for number in range(TRIES):
        clock.move(hours=chance.choice((0, 1, 2, 7, 30)), minutes=chance.randrange(60))
        moves = hands[number % 2] if number < 16 else chance.choice(hands)
        name = ("register_unit", "design")[number > 3] if number < 16 else chance.choice(COMPETING)
        accepted[name] += attempt(command_handler, number, moves, name)
    return accepted


def told(verdict: Verdict) -> tuple[Any, ...]:
    """All that a verdict says but its sentences."""
    whole = (verdict.stream, verdict.rulebook, verdict.position, verdict.day, verdict.title, verdict.entered)
    points = (verdict.outcome, verdict.maturity, verdict.verified, verdict.most)
    return (*whole, *points, *(found(one) for one in verdict.findings))


def found(one: Finding) -> tuple[Any, ...]:
    levels = (one.level, one.claimed, one.verified, one.points, one.gain, one.upto, one.value, one.pieces)
    return (one.rule, one.kind, one.outcome, one.certainty, one.facts, one.absent, one.basis, *levels)


def differing(shown: list[Verdict], lawful: list[Verdict]) -> list[Any]:
    """What the two say otherwise, each beside the other."""
    sides = zip_longest(
        (each for one in shown for each in told(one)), (each for one in lawful for each in told(one))
    )
    return [side for side in sides if side[0] != side[1]]


def summed(region: Index) -> tuple[Any, ...]:
    rows = [found(row) for row in (*region.rows, *([region.spread] if region.spread else []))]
    return (*rows, region.region, region.count, region.mean, region.number, region.value, region.predicate)


def compare(past: Past, day: str | None, at: str | None, name: str) -> list[Verdict]:
    """Both readings give the same; returns the verdicts."""
    views = open_session(past.workspace, as_of=day, known_at=at)
    verdicts = []
    try:
        for code in CODES:
            region = code.replace(".", "")
            book = rulebooks.packaged(name).book
            lawful = judged(past.events, book, region, day=day, at=at, zone=past.workspace.time_zone)
            found = edition.edition(views, book, region)
            shown = found.verdicts()
            where = (day, at, name, region)
            assert differing(shown, lawful.verdicts) == [], where
            assert summed(found.index()) == summed(lawful.index), where
            verdicts += shown
    finally:
        views.close()
    return verdicts


def test_the_history_holds_what_verdicts_ask_for(past: Past) -> None:
    assert set(COMPETING) | {"register_unit"} == set(past.accepted)
    assert min(past.accepted.values()) >= 4, past.accepted
    types = Counter(event.type for event in past.events)
    assert types["fact.corrected"] >= 60
    assert types["fact.voided"] >= 30
    fields = {event.body["field"] for event in past.events if event.type == "fact.corrected"}
    assert {"occurred", "level", "day", "amount", "basis", "edition"} <= fields, fields
    assert {"iga", "kipp", "file", "link", "page"} & fields, fields
    assert len({event.type for event in past.events if event.type.startswith("entry.")}) == 7


@pytest.mark.parametrize("name", BOOKS)
def test_the_present_verdicts_are_those_of_the_law(past: Past, name: str) -> None:
    shown = compare(past, None, None, name)
    assert len(shown) >= 20
    outcomes = {(one.rule, one.outcome) for verdict in shown for one in verdict.findings}
    rules = {rule for rule, _ in outcomes}
    assert len([rule for rule in rules if len({o for r, o in outcomes if r == rule}) > 1]) >= 5


def test_every_past_verdict_is_that_of_the_law(past: Past) -> None:
    outcomes = Counter(
        (one.rule, one.outcome)
        for number, (day, at) in enumerate(pairs(past))
        for verdict in compare(past, day, at, BOOKS[number % len(BOOKS)])
        for one in verdict.findings
    )
    seen = {"age", "history", "quota", "duplicates", "replication_source", "window", "category", "sdgs"}
    assert seen <= {rule for rule, _ in outcomes}
    assert len({rule for rule, outcome in outcomes if outcome == "met"}) >= 20
    assert len({rule for rule, _ in outcomes if rule.startswith("verification.")}) >= 2
