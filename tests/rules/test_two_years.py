"""The same facts by the rules of 2023 and of 2026: verdicts differ just where the rulebooks do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from domain.rules import case as cases
from domain.rules import entries
from domain.rules.changes import difference, leaves
from domain.rules.context import Context
from domain.rules.judging import judge
from domain.rules.rulebook import load
from domain.rules.verdict import Finding, Verdict
from schemas import loader
from tests.helpers import invoke
from tests.properties import oracle

BEFORE, AFTER = loader.rulebook("iga-2023"), loader.rulebook("iga-2026")
PLACES = {
    "indicator": ("indicators",),
    "section": ("sections", "identity"),
    "field": ("sections", "identity"),
}
"""Where a rulebook holds a rule, by the first word of the rule's id; a rule of one word stands by itself."""
TOLD = ("name", "label", "note", "evidence", "certainty", "sources", "levels", "file_types")
"""Parts of a rule that are told and change no outcome."""
FULL = ("SIMPEL PASAR", "SAPA RT")


def places(rule: str) -> list[str]:
    first, _, item = rule.partition(".")
    return [f"{place}/{item}/" for place in PLACES[first]] if item else [f"{rule}/"]


def changed(rule: str) -> list[str]:
    """The paths at which the two rulebooks differ in what a rule asks."""
    found = [change.path for change in difference(BEFORE, AFTER)]
    starts = tuple(places(rule))
    of_rule = [path for path in found if path.startswith(starts)]
    asked = [path for path in of_rule if not set(path.split("/")[2:]) & set(TOLD)]
    if any("T-" in str(value) or value == "before_year" for _, value in of_years(starts)):
        asked.append("year")
    return asked


def of_years(starts: tuple[str, ...]) -> list[tuple[str, Any]]:
    both = (*leaves(BEFORE), *leaves(AFTER))
    return [(path, value) for path, value in both if path.startswith(starts)]


@pytest.fixture(scope="module")
def verdicts(demo: Path) -> dict[str, tuple[Verdict, Verdict]]:
    """Of each innovation the verdicts of both years, from the same case and the same entry."""
    stood = oracle.standing(oracle.events(demo / "ledger.db"), day=None, at=None, time_zone="Asia/Jakarta")
    found = {}
    for title in FULL:
        stream = next(one for one in stood if getattr(stood[one][0].body, "acronym", None) == title)
        about = cases.fold(stream, *stood[stream])
        sent = next(
            entries.fold(one, founding, facts)
            for one, (founding, facts) in stood.items()
            if getattr(founding.body, "innovation", None) == stream and founding.body.TYPE == "entry.prepared"
            if founding.body.award == "iga"
        )
        context = Context(region=f"{stream[:4]}/region/000001")
        before, after = (judge(load(book), about, sent, context) for book in (BEFORE, AFTER))
        found[title] = before, after
    return found


def sides(
    verdicts: dict[str, tuple[Verdict, Verdict]],
) -> list[tuple[str, str, Finding | None, Finding | None]]:
    """Title, rule and what each year says of it."""
    found = []
    for title, (before, after) in verdicts.items():
        rules = dict.fromkeys(one.rule for one in (*before.findings, *after.findings))
        found += [(title, rule, before.finding(rule), after.finding(rule)) for rule in rules]
    return found


def came_to(one: Finding | None) -> Any:
    return one and (one.outcome, one.kind, one.level, one.points, one.most, one.gain, one.pieces, one.value)


def test_a_rule_that_says_otherwise_asks_otherwise(verdicts: dict[str, tuple[Verdict, Verdict]]) -> None:
    found = [(title, rule) for title, rule, one, other in sides(verdicts) if came_to(one) != came_to(other)]
    assert [(title, rule) for title, rule in found if not changed(rule)] == []
    assert {"window"} < {rule for _, rule in found}


def test_a_rule_that_asks_the_same_says_the_same(verdicts: dict[str, tuple[Verdict, Verdict]]) -> None:
    same = [each for each in sides(verdicts) if not changed(each[1])]
    assert [(title, rule) for title, rule, one, other in same if came_to(one) != came_to(other)] == []
    assert len(same) >= 20


def test_what_changed_between_the_years(verdicts: dict[str, tuple[Verdict, Verdict]]) -> None:
    """Each difference in outcome or level, written out."""
    found = {
        (title, rule): (one and (one.outcome, one.level), other and (other.outcome, other.level))
        for title, rule, one, other in sides(verdicts)
        if (one and (one.outcome, one.level)) != (other and (other.outcome, other.level))
    }
    none, lacks = ("not_met", None), ("not_met", 0)
    assert found == {
        ("SIMPEL PASAR", "window"): (none, ("met", None)),
        ("SIMPEL PASAR", "indicator.budget_support"): (("met", 1), ("met", 3)),
        ("SIMPEL PASAR", "indicator.training"): (lacks, ("met", 2)),
        ("SIMPEL PASAR", "indicator.planning_integration"): (lacks, ("met", 3)),
        ("SIMPEL PASAR", "indicator.actors"): (lacks, ("met", 3)),
        ("SIMPEL PASAR", "indicator.network"): (lacks, ("met", 3)),
        ("SIMPEL PASAR", "indicator.information_access"): (("met", 3), ("met", 2)),
        ("SIMPEL PASAR", "indicator.creation_speed"): (lacks, ("met", 3)),
        ("SAPA RT", "indicator.personnel"): (("met", 2), lacks),
    }


def test_the_verb_names_the_same_paths(demo: Path) -> None:
    done = invoke("rulebook", "diff", "iga-2023", "iga-2026", "--json", "--home", demo)
    assert [one["path"] for one in done.data["changes"]] == [one.path for one in difference(BEFORE, AFTER)]
    assert {"window/from", "window/to", "year"} <= {one["path"] for one in done.data["changes"]}
