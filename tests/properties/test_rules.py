"""What holds of every case: more never harms; order and needless claims never matter."""

from decimal import Decimal
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain import support
from domain.claims import LevelClaimed
from domain.evidence import EvidenceAttached
from domain.rules.index import Sent, index
from domain.rules.measures import measure
from domain.rules.rulebook import Rulebook
from domain.rules.verdict import Finding
from domain.terms import BENEFITS, EVIDENCE
from tests.rules.given import REGION, Said, book, case, claim, entry, implemented, seen, verdict

BOOKS = st.sampled_from([book(f"iga-{year}") for year in (2023, 2024, 2026)])
IGA = book("iga-2026")
ROWS = [row.id for row in IGA.indicators]
DATES = st.sampled_from(
    [None, "2021", "2022-06", "2023", "2023/2024", "2024-01-01", "2024", "2025-05", "2025-12-31", "2026"]
)
YEARS = st.integers(2020, 2026)
FEW = st.integers(1, 40)
LINKS = st.sampled_from(["https://a", "https://b"])
NAMES = st.sampled_from("abcdefg")


def dated(body: st.SearchStrategy[Any]) -> st.SearchStrategy[Said]:
    return st.tuples(body, DATES)


PROOFS = dated(
    st.builds(
        EvidenceAttached,
        kind=st.sampled_from(EVIDENCE),
        subject=NAMES,
        iga=st.lists(st.sampled_from(ROWS), min_size=1, max_size=4, unique=True),
        file=st.sampled_from([None, "ab"]),
        link=st.none() | LINKS,
        page=st.sampled_from([None, "3"]),
    )
)
FACTS = st.one_of(
    DATES.map(implemented),
    st.builds(seen, LINKS, DATES, alive=st.booleans()),
    st.builds(support.ExecutorsNamed, role=NAMES, count=FEW),
    st.builds(support.BudgetLined, year=YEARS),
    st.builds(support.PlanLined, year=YEARS),
    dated(st.builds(support.TrainingHeld, subject=NAMES)),
    st.builds(support.PartnerJoined, subject=NAMES),
    dated(st.builds(support.NetworkJoined, subject=NAMES)),
    st.builds(support.ProcedureSet, count=FEW),
    dated(st.builds(support.Replicated, direction=st.sampled_from(["in", "out"]), place=NAMES)),
    st.builds(
        support.CreationStage,
        subject=NAMES,
        begins=st.sampled_from(["2024", "2024-01", "2024-01-15"]),
        ends=st.sampled_from(["2024-04-30", "2024-05-14", "2024-09", "2025"]),
    ),
    st.builds(
        support.BenefitCounted,
        basis=st.sampled_from(BENEFITS),
        amount=st.sampled_from(["0", "1", "15", "25.5", "31", "150", "501"]),
    ),
)
LIVES = st.lists(FACTS | PROOFS, max_size=14)
CLAIMS = st.lists(
    st.builds(
        LevelClaimed,
        indicator=st.sampled_from(ROWS),
        level=st.integers(0, 3),
        basis=st.none() | st.sampled_from(BENEFITS),
    ),
    max_size=12,
)


def maturity(rules: Rulebook, life: list[Said], claims: list[LevelClaimed]) -> Decimal:
    found = verdict(rules, case(*life), entry(*claims)).maturity
    assert found is not None
    assert 0 <= found <= 111
    return found


@settings(max_examples=400, deadline=None)
@given(rules=BOOKS, life=LIVES, claims=CLAIMS, more=PROOFS)
def test_attaching_evidence_never_lowers_the_maturity(
    rules: Rulebook, life: list[Said], claims: list[LevelClaimed], more: Said
) -> None:
    assert maturity(rules, [*life, more], claims) >= maturity(rules, life, claims)


@settings(max_examples=400, deadline=None)
@given(rules=BOOKS, life=LIVES, claims=CLAIMS, row=st.sampled_from(ROWS), level=st.integers(0, 2))
def test_raising_a_claim_never_lowers_the_maturity(
    rules: Rulebook, life: list[Said], claims: list[LevelClaimed], row: str, level: int
) -> None:
    lower, higher = [*claims, claim(row, level)], [*claims, claim(row, level + 1)]
    assert maturity(rules, life, higher) >= maturity(rules, life, lower)


@settings(max_examples=300, deadline=None)
@given(life=LIVES, claims=CLAIMS, level=st.integers(0, 3))
def test_a_claim_changes_nothing_while_the_facts_decide(
    life: list[Said], claims: list[LevelClaimed], level: int
) -> None:
    """Beyond a basis, which says by what the usefulness is counted."""
    about = case(*life)
    decided = [
        row.id
        for row in IGA.indicators
        if row.derive and measure(about, row.derive, IGA.year, None).level is not None
    ]
    assume(decided)
    others = [one for one in claims if one.indicator not in decided]
    without = verdict(IGA, about, entry(*others))
    claimed = verdict(IGA, about, entry(*others, *(claim(row, level) for row in decided)))
    assert (claimed.maturity, claimed.outcome) == (without.maturity, without.outcome)
    assert [told(one) for one in claimed.findings] == [told(one) for one in without.findings]


def told(found: Finding) -> tuple[Any, ...]:
    """A finding without the claim itself."""
    return found.rule, found.level, found.points, found.outcome, found.sentence, found.remedy, found.gain


@settings(max_examples=60, deadline=None)
@given(life=LIVES, claims=CLAIMS)
def test_points_to_gain_lead_to_the_level_that_is_stated(
    life: list[Said], claims: list[LevelClaimed]
) -> None:
    """What is reached and what could be reached make the most of every row; a gain is never below none."""
    for one in verdict(IGA, case(*life), entry(*claims)).findings:
        if one.points is not None and one.gain is not None and one.upto is not None:
            assert one.points + one.upto == one.most
            assert 0 <= one.gain <= one.upto


SENT = st.lists(
    st.builds(
        Sent,
        stream=st.uuids().map(str),
        maturity=st.integers(0, 111).map(Decimal),
        affair=st.none() | st.sampled_from([*(IGA.spread.affairs if IGA.spread else []), "Pangan"]),
        at=st.integers(1, 999),
    ),
    max_size=30,
)


@settings(max_examples=100, deadline=None)
@given(sent=SENT, data=st.data())
def test_the_index_does_not_depend_on_the_order_of_the_innovations(
    sent: list[Sent], data: st.DataObject
) -> None:
    made = entry(claim("audit_opinion", 2))
    shuffled = data.draw(st.permutations(sent))
    assert index(IGA, made, shuffled, REGION) == index(IGA, made, sent, REGION)
