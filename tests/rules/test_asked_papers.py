"""What an edition asks of an application alone: only of what is recorded as digital, never of the rest."""

from __future__ import annotations

import pytest

from domain.evidence import EvidenceAttached
from domain.profile import ProfileWritten
from domain.rules.verdict import Finding
from tests.rules.given import Said, book, case, verdict

FORM = "letter.form_spbe"


def found(name: str, *said: Said) -> list[Finding]:
    return [one for one in verdict(book(name), case(*said)).findings if one.rule == FORM]


def test_a_digital_innovation_of_2023_is_asked_for_the_spbe_form() -> None:
    (one,) = found("kipp-2023-umum", ProfileWritten(technology="digital"))
    # Whether the ministry turns a proposal down for it is not confirmed.
    assert (one.outcome, one.certainty, one.kind) == ("not_met", "unconfirmed", "gate")
    assert (one.facts, one.absent) == ([101], None)


def test_it_is_there_when_it_is_attached() -> None:
    attached = EvidenceAttached(kind="other", subject="SPBE", file="ab" * 32, kipp=["form_spbe"])
    (one,) = found("kipp-2023-umum", ProfileWritten(technology="digital"), attached)
    assert (one.outcome, one.facts, one.remedy) == ("met", [101, 102], None)


@pytest.mark.parametrize("said", [[], [ProfileWritten(technology="non_digital")]])
def test_nothing_is_asked_where_it_is_no_application_or_nobody_says_so(said: list[Said]) -> None:
    assert found("kipp-2023-umum", *said) == []


@pytest.mark.parametrize("name", ["kipp-2022-umum", "kipp-2023-khusus", "kipp-2025-umum"])
def test_editions_without_the_rule_ask_for_nothing(name: str) -> None:
    assert found(name, ProfileWritten(technology="digital")) == []
