"""A verdict rests on the facts that it names: those alone, in a fresh ledger, give it again."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generator import generate
from domain.rules.verdict import Verdict
from projections.eligibility import edition, rulebooks
from projections.read_session import open_session
from schemas import loader
from tests.properties import oracle
from tests.properties.afresh import entry_of, named, places, told, written
from tests.properties.contest import BOOKS
from tests.properties.judged import of_region
from tests.properties.past import Past
from tests.properties.test_verdict_oracle import filed

__all__ = ["filed"]
FULL = ("SIMPEL PASAR", "SAPA RT")
SEED = 20260831


@cache
def book(name: str) -> Any:
    return rulebooks.packaged(name).book


def of(stood: oracle.Stood, name: str, stream: str) -> Verdict:
    """The verdict of a rulebook about one innovation, from facts in memory."""
    return of_region(stood, book(name), stream[:4], only=stream).verdicts[0]


def whole(verdict: Verdict) -> list[Any]:
    points = (verdict.outcome, verdict.entered, verdict.maturity, verdict.verified)
    return [points, *(told(one) for one in verdict.findings)]


def cited(verdict: Verdict) -> set[int]:
    return {at for one in verdict.findings for at in one.facts}


def uncited(stood: oracle.Stood, name: str, stream: str) -> list[Any]:
    """The findings that come out otherwise from the facts that they name themselves."""
    verdict = of(stood, name, stream)
    needed = [stream, *entry_of(stood, verdict)]
    at, wrong = places(stood), []
    for one in verdict.findings:
        again = of(named(stood, at, one.facts, needed), name, stream).finding(one.rule)
        if again is None or told(again) != told(one):
            wrong.append((stream, told(one), told(again) if again else None))
    kept = of(named(stood, at, cited(verdict), needed), name, stream)
    if whole(kept) != whole(verdict):
        wrong += [
            (stream, *pair) for pair in zip(whole(verdict), whole(kept), strict=True) if len(set(pair)) > 1
        ]
    return wrong


@pytest.fixture(scope="module")
def stood(demo: Path) -> oracle.Stood:
    """The demo as it now stands."""
    return oracle.standing(oracle.events(demo / "ledger.db"), day=None, at=None, time_zone="Asia/Jakarta")


@pytest.mark.parametrize("name", loader.rulebook_ids())
@pytest.mark.parametrize("title", FULL)
def test_the_full_innovations_are_judged_alike_in_a_fresh_ledger(
    demo: Path, stood: oracle.Stood, tmp_path: Path, title: str, name: str
) -> None:
    stream = next(one for one in stood if getattr(stood[one][0].body, "acronym", None) == title)
    shown = of(stood, name, stream)
    kept = named(stood, places(stood), cited(shown), [stream, *entry_of(stood, shown)])
    workspace = written(tmp_path / "segar", kept, stream[:4])
    views = open_session(workspace)
    again = edition.edition(views, book(name), stream[:4]).verdict(stream)
    count = views.position
    views.close()
    assert whole(again) == whole(shown)
    assert count < 120
    assert uncited(stood, name, stream) == []


@pytest.fixture(scope="module")
def chance(filed: Past) -> oracle.Stood:
    return oracle.standing(filed.events, day=None, at=None, time_zone="Asia/Makassar")


@pytest.mark.parametrize("name", BOOKS)
def test_every_finding_names_what_it_needs(chance: oracle.Stood, name: str) -> None:
    streams = [one for one in chance if "/innovation/" in one and chance[one][1]]
    assert len(streams) >= 20
    assert [wrong for stream in streams for wrong in uncited(chance, name, stream)] == []


@pytest.mark.parametrize("name", BOOKS)
def test_the_past_too_rests_on_what_it_names(filed: Past, name: str) -> None:
    days = random.Random(SEED).sample(sorted({one.recorded_at[:10] for one in filed.events}), 12)
    seen: Counter[str] = Counter()
    for number, day in enumerate(days):
        about = {"day": day, "at": None} if number % 2 else {"day": None, "at": day}
        then = oracle.standing(filed.events, time_zone="Asia/Makassar", **about)
        for stream in [one for one in then if "/innovation/" in one and then[one][1]]:
            seen[stream] += 1
            assert uncited(then, name, stream) == [], about
    assert len(seen) >= 15


def test_a_chance_innovation_is_judged_alike_in_a_fresh_ledger(chance: oracle.Stood, tmp_path: Path) -> None:
    entered = 0
    for number, stream in enumerate([one for one in chance if "/innovation/" in one and chance[one][1]]):
        name = BOOKS[number % 3]
        shown = of(chance, name, stream)
        kept = named(chance, places(chance), cited(shown), [stream, *entry_of(chance, shown)])
        views = open_session(written(tmp_path / str(number), kept, stream[:4]))
        assert whole(edition.edition(views, book(name), stream[:4]).verdict(stream)) == whole(shown)
        views.close()
        entered += shown.entered
    assert entered >= 8


def test_a_generated_ledger_rests_on_what_its_verdicts_name(tmp_path: Path) -> None:
    made = generate(tmp_path / "ledger.db", events=0, seed=7, innovations=40)
    then = oracle.standing(oracle.events(made.path), day=None, at=None, time_zone="Asia/Jakarta")
    streams = [one for one in then if "/innovation/" in one and then[one][1]]
    assert len(streams) >= 35
    assert [wrong for stream in streams for wrong in uncited(then, "iga-2026", stream)] == []
    assert len([one for one in streams if of(then, "iga-2026", one).verified]) >= 3
