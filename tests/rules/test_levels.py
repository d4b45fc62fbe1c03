"""Findings of indicators: what decides the level, what it brings, and verifications that fall or stand."""

from typing import Any

import msgspec
import pytest

from domain.evidence import Cited, EvidenceSuperseded
from domain.rules.case import Case, Proof
from domain.rules.levels import stands
from domain.rules.verdict import Verdict
from domain.support import BenefitCounted, ExecutorsNamed, PartnerJoined
from tests.rules.given import Said, book, case, claim, entry, finding, proof, verdict, verified

IGA, IGA24 = book("iga-2026"), book("iga-2024")
LETTER = proof("assignment_letter", "personnel", occurred="2025-01-01")


@pytest.mark.parametrize(
    ("said", "claimed", "level", "outcome", "text"),
    [
        ([], None, 0, "not_met", "{row}: nothing is recorded and nothing is claimed."),
        ([], 2, 0, "not_met", "{row}: level {wanted} is stated, but its evidence is missing."),
        ([LETTER], 2, 2, "met", "{row}: level {level} is claimed and proved."),
        ([LETTER], 0, 0, "not_met", "{row}: what is recorded reaches no level."),
        (
            [LETTER, ExecutorsNamed(role="r", count=11)],
            None,
            2,
            "met",
            "{row}: level {level} follows from the records ({value}) and is proved.",
        ),
        (
            [LETTER, ExecutorsNamed(role="r", count=11)],
            3,
            2,
            "met",
            "{row}: level {level} follows from the records ({value}) and is proved.",
        ),
        (
            [ExecutorsNamed(role="r", count=31)],
            None,
            0,
            "not_met",
            "{row}: level {wanted} is stated, but its evidence is missing.",
        ),
    ],
    ids=["nothing", "claim", "claim and proof", "claim of none", "facts", "facts before a claim", "no proof"],
)
def test_records_decide_before_a_claim_and_evidence_proves(
    said: list[Said], claimed: int | None, level: int, outcome: str, text: str
) -> None:
    made = None if claimed is None else entry(claim("personnel", claimed))
    found = finding(IGA, case(*said), "indicator.personnel", made)
    assert (found.level, found.points, found.outcome, found.sentence.text) == (
        level,
        level * 2,
        outcome,
        text,
    )
    assert (found.claimed, found.most, found.upto) == (claimed, 6, 6 - level * 2)


def test_records_that_reach_no_level_silence_a_claim() -> None:
    about = case(PartnerJoined(subject="Kampus"), proof("letter", "actors", occurred="2025"))
    found = finding(IGA, about, "indicator.actors", entry(claim("actors", 3)))
    assert (found.level, found.outcome, found.facts) == (0, "not_met", [101, 102, 501])


@pytest.mark.parametrize(("claimed", "level"), [(None, 0), (0, 0), (2, 2), (3, 3)])
def test_where_records_do_not_decide_the_claim_does(claimed: int | None, level: int) -> None:
    about = case(BenefitCounted(basis="efficiency", amount="31"), proof("recap", "usefulness"))
    made = None if claimed is None else entry(claim("usefulness", claimed, basis="efficiency"))
    found = finding(IGA, about, "indicator.usefulness", made)
    assert found.level == level
    if claimed is None:
        assert (found.outcome, found.sentence.text) == (
            "unknown",
            "{row}: what is recorded does not decide the level.",
        )


def test_maturity_is_the_sum_of_the_points_and_at_most_111() -> None:
    claims = [claim(row.id, 3) for row in IGA.indicators]
    kinds = ("perda", "perkada", "assignment_letter", "budget_document", "photo", "planning_document")
    kinds += ("invitation", "attendance_list", "certificate", "cooperation_agreement", "manual", "video")
    kinds += ("screenshot", "sop", "recap", "proposal", "report")
    said = [
        proof(kind, *(row.id for row in IGA.indicators), occurred="2025-01-01", page="1")
        for kind in kinds
        for _ in range(3)
    ]
    found = verdict(IGA, case(*said), entry(*claims))
    assert (found.maturity, found.most, found.verified) == (111, 111, 0)
    assert (verdict(IGA, case()).maturity, verdict(IGA, case()).most) == (0, 111)
    assert verdict(book("iga-2025"), case()).maturity is None


@pytest.mark.parametrize(
    ("rules", "kinds"),
    [(IGA, {"warning": 5, "score": 15}), (IGA24, {"score": 20})],
    ids=["2026", "2024"],
)
def test_a_missing_mandatory_indicator_warns_while_its_effect_is_not_known(
    rules: Any, kinds: dict[str, int]
) -> None:
    scored = [one for one in verdict(rules, case()).findings if one.rule.startswith("indicator.")]
    assert {kind: [one.kind for one in scored].count(kind) for kind in ("warning", "score")} == (
        {"warning": 0} | kinds
    )
    assert [one.rule for one in scored if one.decides] == []


def test_a_missing_mandatory_indicator_decides_once_its_effect_is_confirmed() -> None:
    rules = book(
        "iga-2026", lambda raw: raw.update(missing_mandatory={"value": "not_met", "certainty": "confirmed"})
    )
    gates = [one.rule for one in verdict(rules, case()).findings if one.kind == "gate" and one.most]
    assert gates == [f"indicator.{row.id}" for row in rules.indicators if row.mandatory.value]
    assert len(gates) == 5


PIECE = proof("assignment_letter", "personnel", occurred="2025-01-01", number="7", file="ab")
CITED = Cited(evidence=2, file="ab", number="7", date="2025-01-01")
AFTER: dict[str, tuple[list[Said], bool]] = {
    "as it was": ([PIECE], True),
    "another piece beside it": ([PIECE, LETTER], True),
    "superseded": ([PIECE, LETTER, EvidenceSuperseded(old=2)], False),
    "another superseded": ([PIECE, LETTER, EvidenceSuperseded(old=3)], True),
    "file": ([proof("assignment_letter", "personnel", occurred="2025-01-01", number="7", file="cd")], False),
    "number": (
        [proof("assignment_letter", "personnel", occurred="2025-01-01", number="8", file="ab")],
        False,
    ),
    "no number": ([proof("assignment_letter", "personnel", occurred="2025-01-01", file="ab")], False),
    "date": (
        [proof("assignment_letter", "personnel", occurred="2025-01-02", number="7", file="ab")],
        False,
    ),
    "no date": ([proof("assignment_letter", "personnel", number="7", file="ab")], False),
    "link": (
        [
            proof(
                "assignment_letter",
                "personnel",
                occurred="2025-01-01",
                number="7",
                file="ab",
                link="https://x",
            )
        ],
        False,
    ),
    "gone": ([], False),
}


@pytest.mark.parametrize(("said", "standing"), AFTER.values(), ids=AFTER)
def test_a_verification_stands_while_what_it_cited_is_as_it_was(said: list[Said], standing: bool) -> None:
    made = entry(claim("personnel", 2), verified("personnel", 2, CITED))
    found: Verdict = verdict(IGA, case(*said), made)
    row = found.finding("indicator.personnel")
    assert row is not None
    assert (row.verified, found.verified) == ((2, 4) if standing else (None, 0))
    fallen = found.finding("verification.personnel")
    assert (fallen is None) is standing
    if fallen is not None:
        assert (fallen.outcome, fallen.kind, fallen.facts) == ("not_met", "warning", [502])


def changed(about: Case, **values: Any) -> list[Proof]:
    return [msgspec.structs.replace(one, **values) for one in about.proofs]


@pytest.mark.parametrize(
    ("values", "standing"),
    [
        ({"subject": "Judul lain"}, True),
        ({"page": True}, True),
        ({"kipp": ["novelty"]}, True),
        ({"at": 900}, True),
        ({"file": "cd"}, False),
        ({"version": 9}, False),
    ],
    ids=["subject", "page", "kipp", "position", "file", "version"],
)
def test_only_file_link_number_and_date_make_a_verification_fall(
    values: dict[str, Any], standing: bool
) -> None:
    check = entry(verified("personnel", 2, CITED)).verified["personnel"]
    assert stands(check, changed(case(PIECE), **values)) is standing


def test_a_verification_that_cited_nothing_stands() -> None:
    made = entry(claim("personnel", 0), verified("personnel", 0))
    assert verdict(IGA, case(PIECE), made).finding("verification.personnel") is None


def test_the_last_verification_counts() -> None:
    made = entry(claim("personnel", 3), verified("personnel", 3, CITED), verified("personnel", 1, CITED))
    found = finding(IGA, case(PIECE), "indicator.personnel", made)
    assert (found.verified, found.facts) == (1, [101, 501, 503])
