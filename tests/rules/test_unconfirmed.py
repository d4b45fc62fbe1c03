"""An unconfirmed rule warns: it never makes a verdict not met, whatever it asks for."""

from functools import cache

import pytest

from domain.rules.rulebook import load
from domain.rules.verdict import NOT_MET
from schemas import loader
from tests.rules.given import data
from tests.rules.worst import Path, certain, certainties, crowded, denied, judge, verdicts, worst

ALL = loader.rulebook_ids()
OWN = [
    (name, path)
    for name in ALL
    for path, value in certainties(data(name))
    if value == "unconfirmed" and path[0] != "spd"
]
"""Rows of the region take no part in the verdict of an innovation."""
FIELDS = ["field.affair", "field.form", "field.initiator", "field.technology", "field.trialled_on"]
LETTERS = ["letter.letter_identity", "letter.letter_implementation", "letter.letter_replication"]
WARNINGS = {
    "iga-2023": FIELDS,
    "iga-2024": FIELDS,
    "iga-2025": ["window"],
    "iga-2026": FIELDS,
    "iga-2027": [],
    "inagara-2022": [],
    "kipp-2021-replikasi": ["duplicates"],
    "kipp-2021-umum": ["duplicates"],
    "kipp-2022-khusus": ["duplicates", "sdgs"],
    "kipp-2022-umum": ["duplicates", "sdgs"],
    "kipp-2023-khusus": ["duplicates", *LETTERS],
    "kipp-2023-umum": ["duplicates", *LETTERS],
    "kipp-2025-replikasi": ["duplicates", "field.technology", "letter.letter_implementation"]
    + ["measurements", "quota", "replication_source", "sdgs"],
    "kipp-2025-umum": ["duplicates", "field.technology", "letter.letter_implementation"]
    + ["measurements", "quota", "sdgs"],
    "pp38-2017": [],
}
DECIDED = {
    "iga-2023": ["section.design", "window"],
    "iga-2024": ["section.design", "window"],
    "iga-2025": [],
    "iga-2026": ["section.design", "window"],
    "iga-2027": [],
    "inagara-2022": [],
    "pp38-2017": ["criterion.authority", "criterion.beneficial", "criterion.new"]
    + ["criterion.no_burden", "criterion.replicable"],
}


@pytest.mark.parametrize("name", ALL)
def test_the_worst_case_breaks_these_unconfirmed_rules_and_they_only_warn(name: str) -> None:
    rules = load(data(name))
    found = judge(rules, worst(rules), denied(rules), crowded(rules))
    gates = [one for one in found.findings if one.kind == "gate" and one.outcome == NOT_MET]
    assert sorted(one.rule for one in gates if one.certainty == "unconfirmed") == WARNINGS[name]
    decided = sorted(one.rule for one in found.of(NOT_MET))
    assert sorted(one.rule for one in gates if one.certainty != "unconfirmed") == decided
    assert decided == DECIDED.get(name, decided)
    assert found.outcome == (NOT_MET if decided else "unknown")


@pytest.mark.parametrize("name", ALL)
def test_a_rulebook_of_unconfirmed_rules_shuts_nobody_out(name: str) -> None:
    rules = load(certain(data(name), None, "unconfirmed", "unconfirmed"))
    found = verdicts(rules)
    assert [one.outcome for one in found] == ["unknown"] * 3
    assert [finding.rule for one in found for finding in one.findings if finding.decides] == []


@pytest.mark.parametrize("name", [name for name in ALL if name not in ("iga-2027", "inagara-2022")])
def test_a_rulebook_of_confirmed_rules_shuts_the_worst_case_out(name: str) -> None:
    """So the test above could fail: the same cases break the same rules."""
    rules = load(certain(data(name), None, "confirmed", "confirmed"))
    assert verdicts(rules)[2].outcome == NOT_MET


@cache
def governed(name: str, path: Path) -> set[str]:
    """The rules that the worst cases break and that decide when this certainty alone is confirmed."""
    rules = load(certain(data(name), path, "unconfirmed", "confirmed"))
    return {one.rule for found in verdicts(rules) for one in found.of(NOT_MET)}


@pytest.mark.parametrize(("name", "path"), OWN, ids=[f"{name} {'.'.join(map(str, p))}" for name, p in OWN])
def test_no_unconfirmed_rule_of_a_rulebook_shuts_anybody_out(name: str, path: Path) -> None:
    """Made unconfirmed while all the rest is confirmed, its rules break and none of them decides."""
    alone = governed(name, path)
    rules = load(certain(data(name), path, "confirmed", "unconfirmed"))
    decisive = {one.rule for found in verdicts(rules)[2:] for one in found.of(NOT_MET)}
    assert alone & decisive == set()
    own = load(data(name))
    assert alone & {one.rule for found in verdicts(own) for one in found.of(NOT_MET)} == set()


def test_many_unconfirmed_rules_govern_a_rule_that_the_worst_cases_break() -> None:
    """So the test above could fail for these."""
    found = {rule for name, path in OWN for rule in governed(name, path)}
    assert sorted(found) == sorted(
        {rule for rules in WARNINGS.values() for rule in rules}
        | {"field.implemented_on", "section.aims", "section.benefits", "section.results"}
    )
