"""Supporting facts of a competition: each kind of row, the cells that it needs, and what cannot stand."""

from typing import Any

import pytest

from domain import support, terms
from domain.base import Body, Draft, Reason, Term
from domain.fields import described
from domain.support import RecordSupport
from tests.domain.given import (
    A_SECOND_INNOVATION,
    AN_INNOVATION,
    INNOVATION,
    OTHER_INNOVATION,
    Event,
    Recorded,
    broken,
    given,
    same,
)

LABELS = {name: one.label for name, one in described(RecordSupport).items()}
NEEDED = "Kind {kind} needs {label}."
SPARE = "Kind {kind} does not use {label}; it uses: {columns}."
ROWS: dict[str, tuple[dict[str, Any], Body]] = {
    "development": (
        {"subject": "Fitur baru", "earlier": OTHER_INNOVATION},
        support.Developed(subject="Fitur baru", earlier=OTHER_INNOVATION),
    ),
    "generation": (
        {"subject": "SIMPEL 2", "earlier": OTHER_INNOVATION},
        support.Developed(subject="SIMPEL 2", generation=True, earlier=OTHER_INNOVATION),
    ),
    "replicated_out": (
        {"place": "Kabupaten Kebumen", "subject": "PKS"},
        support.Replicated(direction="out", place="Kabupaten Kebumen", subject="PKS"),
    ),
    "replicated_in": (
        {"place": "Kota Surakarta", "subject": "SIMPEL", "tier": "TOP 99", "edition": "2019"},
        support.Replicated(
            direction="in", place="Kota Surakarta", subject="SIMPEL", tier="TOP 99", edition="2019"
        ),
    ),
    "executors": ({"role": "Operator", "count": 12}, support.ExecutorsNamed(role="Operator", count=12)),
    "budget": (
        {"year": 2025, "subject": "Belanja", "amount": "1500000"},
        support.BudgetLined(year=2025, subject="Belanja", amount="1500000"),
    ),
    "plan": ({"year": 2025, "subject": "RKPD"}, support.PlanLined(year=2025, subject="RKPD")),
    "training": ({"subject": "Bimtek", "count": 40}, support.TrainingHeld(subject="Bimtek", count=40)),
    "partner": (
        {"subject": "Universitas", "role": "university"},
        support.PartnerJoined(subject="Universitas", role="university"),
    ),
    "network_unit": ({"subject": "Dinas Kesehatan"}, support.NetworkJoined(subject="Dinas Kesehatan")),
    "procedure": ({"count": 2, "subject": "SOP"}, support.ProcedureSet(count=2, subject="SOP")),
    "complaints": (
        {"year": 2025, "received": 10, "count": 9},
        support.ComplaintsSettled(year=2025, received=10, count=9),
    ),
    "creation_stage": (
        {"subject": "Rancangan", "begins": "2024-01", "ends": "2024-03"},
        support.CreationStage(subject="Rancangan", begins="2024-01", ends="2024-03"),
    ),
    "benefit": (
        {"basis": "people", "amount": "501", "year": 2025, "subject": "Warga"},
        support.BenefitCounted(basis="people", amount="501", year=2025, subject="Warga"),
    ),
}
BY_KIND = {
    "generation": {"generation": "kind"},
    "development": {"generation": "kind"},
    "replicated_out": {"direction": "kind"},
    "replicated_in": {"direction": "kind"},
}
"""The fields of the event that the kind itself fills."""


def row(kind: str, **cells: Any) -> RecordSupport:
    return RecordSupport(region="3303", occurred="2025-03-04", innovation=INNOVATION, kind=kind, **cells)


def recorded(kind: str) -> Recorded:
    """A row with every cell that its kind can hold, and its one event."""
    cells, body = ROWS[kind]
    filled = [name for name in body.__struct_fields__ if name not in BY_KIND.get(kind, {})]
    fields = same(*filled, "occurred") | {"@stream": "innovation"} | BY_KIND.get(kind, {})
    return Recorded(
        row(kind, **cells),
        [Draft(INNOVATION, "2025-03-04", body, fields, founds_row=True)],
        (AN_INNOVATION, A_SECOND_INNOVATION),
    )


RECORDED = {kind: recorded(kind) for kind in ROWS}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_supporting_row_records_this_event(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


def test_every_kind_of_row_becomes_an_event() -> None:
    assert list(support.OF_KIND) == list(terms.SUPPORTS) == list(ROWS)


@pytest.mark.parametrize("kind", ROWS)
def test_the_kind_of_an_event_is_that_of_its_row(kind: str) -> None:
    assert support.kind_of(ROWS[kind][1]) == kind


def test_an_event_of_another_sort_has_no_kind() -> None:
    assert support.kind_of(AN_INNOVATION.body) is None


REQUIRED = {
    "development": ["subject"],
    "generation": ["subject"],
    "replicated_out": ["place"],
    "replicated_in": ["place"],
    "executors": ["role", "count"],
    "budget": ["year"],
    "plan": ["year"],
    "training": ["subject"],
    "partner": ["subject"],
    "network_unit": ["subject"],
    "procedure": ["count"],
    "complaints": ["year", "received", "count"],
    "creation_stage": ["subject", "begins", "ends"],
    "benefit": ["basis", "amount"],
}


@pytest.mark.parametrize("kind", ROWS)
def test_an_empty_row_is_refused_for_every_cell_that_its_kind_needs(kind: str) -> None:
    answer = given(AN_INNOVATION).when(row(kind))
    assert [(name, why.text, why.values) for name, why in answer.reasons] == [
        (name, NEEDED, {"kind": Term("support", kind), "label": LABELS[name]}) for name in REQUIRED[kind]
    ]


@pytest.mark.parametrize("kind", ROWS)
def test_a_row_is_refused_for_every_cell_that_its_kind_cannot_hold(kind: str) -> None:
    cells, body = ROWS[kind]
    full: dict[str, Any] = {"subject": "s", "place": "p", "role": "r", "count": 1, "received": 1}
    full |= {"year": 2025, "amount": "1", "basis": "people", "begins": "2024", "ends": "2024"}
    full |= {"tier": "t", "edition": "e", "earlier": OTHER_INNOVATION}
    spare = [name for name in full if name not in body.__struct_fields__]
    answer = given(AN_INNOVATION).when(row(kind, **full | cells))
    assert [(name, why.text, why.values["label"]) for name, why in answer.reasons] == [
        (name, SPARE, LABELS[name]) for name in spare
    ]
    used = {why.values["columns"] for _name, why in answer.reasons}
    assert len(used) == 1
    assert set(used.pop().split(", ")) == {
        LABELS[name]
        for name in body.__struct_fields__
        if name in LABELS and name not in ("direction", "generation")
    }


LESS = "The number {value} is less than 1."
SETTLED = "{count} complaints settled of {received} received cannot be."
ENDS = "The stage ends ({ends}) before it begins ({begins})."
NUMBER = '"{value}" is no number.'
NUMBERS = dict.fromkeys(["0", "501", "-3", "8.17"], True) | dict.fromkeys(
    ["8,17", "", ".5", "5.", "1e3", "NaN", "Infinity", "+1", "1 000", "٣", "1\n"], False
)
BROKEN: dict[str, tuple[Body, Reason | None]] = {
    "no executor": (support.ExecutorsNamed(role="r", count=0), Reason(LESS, {"value": 0})),
    "one executor": (support.ExecutorsNamed(role="r", count=1), None),
    "no day": (support.ProcedureSet(count=0), Reason(LESS, {"value": 0})),
    "one day": (support.ProcedureSet(count=1), None),
    "more settled": (
        support.ComplaintsSettled(year=2025, received=9, count=10),
        Reason(SETTLED, {"count": 10, "received": 9}),
    ),
    "settled below none": (
        support.ComplaintsSettled(year=2025, received=9, count=-1),
        Reason(SETTLED, {"count": -1, "received": 9}),
    ),
    "all settled": (support.ComplaintsSettled(year=2025, received=9, count=9), None),
    "no complaint": (support.ComplaintsSettled(year=2025, received=0, count=0), None),
    "ends before": (
        support.CreationStage(subject="s", begins="2024-03", ends="2024-02"),
        Reason(ENDS, {"ends": "2024-02", "begins": "2024-03"}),
    ),
    "same month": (support.CreationStage(subject="s", begins="2024-03", ends="2024-03"), None),
    "unknown basis": (
        support.BenefitCounted(basis="joy", amount="1"),
        Reason("{value} is not a known value of {field}.", {"value": "joy", "field": "basis"}),
    ),
    "no budget amount": (support.BudgetLined(year=2025), None),
    "budget in words": (
        support.BudgetLined(year=2025, amount="sejuta"),
        Reason(NUMBER, {"value": "sejuta"}),
    ),
    **{
        f"benefit {amount!r}": (
            support.BenefitCounted(basis="people", amount=amount),
            None if number else Reason(NUMBER, {"value": amount}),
        )
        for amount, number in NUMBERS.items()
    },
    "earlier innovation unknown": (
        support.Developed(subject="s", earlier="3303/innovation/000009"),
        Reason("It refers to something that is not recorded."),
    ),
}


@pytest.mark.parametrize(("body", "why"), BROKEN.values(), ids=BROKEN)
def test_what_a_supporting_fact_cannot_say_is_broken(body: Body, why: Reason | None) -> None:
    assert broken(Event(INNOVATION, body), after=[AN_INNOVATION]) == why
