"""Which findings decide the whole verdict, and which only warn."""

from typing import Any

import pytest

from domain.base import Reason
from domain.rules.context import Award
from domain.rules.verdict import Finding, whole
from tests.rules.given import STREAM, book, case, finding, implemented, verdict, written


@pytest.mark.parametrize("left_out", ["exclude", "at_most"])
def test_history_with_one_sort_of_rule_still_shuts_out(left_out: str) -> None:
    rules = book("kipp-2021-umum", lambda raw: raw["history"].pop(left_out))
    held = [Award(9, "KIPP", "TOP 45", "2020"), Award(10, "KIPP", "TOP 99", "2018")]
    held.append(Award(11, "KIPP", "TOP 99", "2019"))
    found = finding(rules, case(), "history", awards={STREAM: held})
    assert (found.outcome, found.facts) == ("not_met", [9] if left_out == "at_most" else [10, 11])


def one(kind: Any, outcome: Any, certainty: Any) -> Finding:
    return Finding(rule="r", kind=kind, outcome=outcome, certainty=certainty, sentence=Reason("told"))


@pytest.mark.parametrize(
    ("findings", "outcome"),
    [
        ([], "unknown"),
        ([("gate", "met", "confirmed")], "met"),
        ([("gate", "met", "confirmed_copy"), ("gate", "unknown", "confirmed")], "unknown"),
        ([("gate", "met", "confirmed"), ("gate", "not_met", "confirmed_copy")], "not_met"),
        ([("gate", "unknown", "confirmed"), ("gate", "not_met", "confirmed")], "not_met"),
        ([("gate", "met", "confirmed"), ("gate", "not_met", "unconfirmed")], "met"),
        ([("gate", "met", "confirmed"), ("gate", "unknown", "unconfirmed")], "met"),
        ([("gate", "met", "unconfirmed")], "unknown"),
        ([("gate", "met", "confirmed"), ("warning", "not_met", "confirmed")], "met"),
        ([("gate", "met", "confirmed"), ("score", "not_met", "confirmed")], "met"),
        ([("gate", "met", "confirmed"), ("turn", "not_met", "confirmed")], "met"),
    ],
)
def test_only_confirmed_gates_decide_the_whole(findings: list[tuple[str, str, str]], outcome: str) -> None:
    assert whole([one(*each) for each in findings]) == outcome


def test_warnings_are_gates_and_warnings_that_are_not_met_and_do_not_decide() -> None:
    found = verdict(book("iga-2025"), case())
    assert [each.rule for each in found.warnings()] == ["window"]
    found = verdict(book("iga-2026"), case(implemented("2024"), written(design=300)))
    assert (found.outcome, found.of("not_met")) == ("met", [])
    assert [each.rule for each in found.warnings()] == (
        [f"field.{name}" for name in ("initiator", "technology", "form", "affair")]
        + [f"section.{name}" for name in ("aims", "benefits", "results")]
        + ["field.trialled_on", "section.budget", "section.business_profile"]
        + [f"indicator.{row.id}" for row in book("iga-2026").indicators if row.mandatory.value]
    )
