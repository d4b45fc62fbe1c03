"""Levels that follow from records: both sides of every printed number, for 2026 and 2023."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from domain import support
from domain.rules.measures import NOTHING, Measured, measure
from tests.rules.given import Said, book, case

BOOKS = {year: book(f"iga-{year}") for year in (2023, 2026)}


def measured(year: int, indicator: str, *said: Said, basis: str | None = None) -> Measured:
    """What the records come to for an indicator of the year."""
    row = next(one for one in BOOKS[year].indicators if one.id == indicator)
    assert row.derive is not None
    return measure(case(*said), row.derive, year, basis)


def people(count: int) -> list[Said]:
    return [support.ExecutorsNamed(role="pelaksana", count=count)]


def trainings(count: int) -> list[Said]:
    return [(support.TrainingHeld(subject=f"Bimtek {n}"), "2023-05") for n in range(count)]


def recent_trainings(count: int) -> list[Said]:
    return [(support.TrainingHeld(subject=f"Bimtek {n}"), "2025-05") for n in range(count)]


def partners(count: int) -> list[Said]:
    return [support.PartnerJoined(subject=f"Mitra {n}") for n in range(count)]


def network(occurred: str) -> Callable[[int], list[Said]]:
    return lambda count: [(support.NetworkJoined(subject=f"Dinas {n}"), occurred) for n in range(count)]


def procedure(days: int) -> list[Said]:
    return [support.ProcedureSet(count=days)]


def replicated(occurred: str) -> Callable[[int], list[Said]]:
    return lambda count: [
        (support.Replicated(direction="out", place=f"Kabupaten {n}"), occurred) for n in range(count)
    ]


def months(count: int) -> list[Said]:
    """One stage from the first of January to the middle of the last of so many months."""
    year, month = 2024 + (count - 1) // 12, (count - 1) % 12 + 1
    ends = f"{year}-{month:02d}-15"
    return [support.CreationStage(subject="Penciptaan", begins="2024-01-01", ends=ends)]


Make = Callable[[int], list[Said]]
COUNTED: dict[tuple[int, str], tuple[Make, dict[int, int]]] = {
    (2026, "personnel"): (people, {1: 1, 10: 1, 11: 2, 30: 2, 31: 3, 500: 3}),
    (2023, "personnel"): (people, {1: 1, 10: 1, 11: 2, 30: 2, 31: 3}),
    (2026, "training"): (recent_trainings, {1: 1, 2: 2, 3: 3, 9: 3}),
    (2023, "training"): (trainings, {1: 1, 2: 2, 3: 3}),
    (2026, "actors"): (partners, {1: 0, 2: 1, 3: 2, 4: 3, 9: 3}),
    (2023, "actors"): (partners, {1: 0, 2: 1, 3: 2, 4: 3}),
    (2026, "network"): (network("2025"), {1: 0, 2: 1, 3: 2, 4: 2, 5: 3, 9: 3}),
    (2023, "network"): (network("2022"), {1: 1, 2: 1, 3: 2, 4: 2, 5: 3}),
    (2026, "process_ease"): (procedure, {1: 3, 2: 2, 5: 2, 6: 1, 99: 1}),
    (2023, "process_ease"): (procedure, {1: 3, 2: 2, 5: 2, 6: 1}),
    (2026, "replication"): (replicated("2019"), {1: 1, 2: 2, 3: 3, 9: 3}),
    (2023, "replication"): (replicated("2021"), {1: 1, 2: 2, 3: 3, 9: 3}),
    (2026, "creation_speed"): (months, {1: 3, 4: 3, 5: 2, 8: 2, 9: 1, 30: 1}),
    (2023, "creation_speed"): (months, {1: 3, 4: 3, 5: 2, 8: 2, 9: 1}),
}
ROWS = [
    (year, indicator, make, count, level)
    for (year, indicator), (make, levels) in COUNTED.items()
    for count, level in levels.items()
]


@pytest.mark.parametrize(
    ("year", "indicator", "make", "count", "level"), ROWS, ids=[f"{r[0]} {r[1]} {r[3]}" for r in ROWS]
)
def test_the_number_of_records_gives_the_level(
    year: int, indicator: str, make: Make, count: int, level: int
) -> None:
    assert measured(year, indicator, *make(count)).level == level


@pytest.mark.parametrize(
    ("year", "indicator", "held", "level"),
    [
        (2026, "budget_support", [2026], 1),
        (2026, "budget_support", [2025], 1),
        (2026, "budget_support", [2024], 1),
        (2026, "budget_support", [2023], None),
        (2026, "budget_support", [2025, 2026], 2),
        (2026, "budget_support", [2024, 2025], 2),
        (2026, "budget_support", [2024, 2026], 1),
        (2026, "budget_support", [2024, 2025, 2026], 3),
        (2023, "budget_support", [2023], 1),
        (2023, "budget_support", [2022], 2),
        (2023, "budget_support", [2021], 2),
        (2023, "budget_support", [2020], None),
        (2023, "budget_support", [2021, 2022, 2023], 3),
        (2026, "planning_integration", [2026], 0),
        (2026, "planning_integration", [2025], 1),
        (2026, "planning_integration", [2024], 1),
        (2026, "planning_integration", [2025, 2026], 1),
        (2026, "planning_integration", [2024, 2025], 2),
        (2026, "planning_integration", [2024, 2025, 2026], 3),
        (2026, "planning_integration", [2023], None),
        (2023, "planning_integration", [2023], 0),
        (2023, "planning_integration", [2021, 2022], 2),
        (2023, "planning_integration", [2021, 2022, 2023], 3),
    ],
)
def test_the_years_that_hold_money_or_a_plan_give_the_level(
    year: int, indicator: str, held: list[int], level: int | None
) -> None:
    body = {"budget_support": support.BudgetLined, "planning_integration": support.PlanLined}[indicator]
    assert measured(year, indicator, *(body(year=one) for one in held)).level == level


def benefit(basis: str, amount: str) -> Said:
    return support.BenefitCounted(basis=basis, amount=amount)


BENEFITS: dict[str, dict[str, int | None]] = {
    "people": {"0": 0, "1": 1, "200": 1, "201": 2, "500": 2, "501": 3, "100000": 3},
    "units": {
        "4.99": 0,
        "5": 1,
        "20": 1,
        "20.004": 1,
        "20.005": 2,
        "20.01": 2,
        "50": 2,
        "50.004": 2,
        "50.005": 3,
        "50.01": 3,
        "100": 3,
    },
    "efficiency": {
        "0": 0,
        "0.004": 0,
        "0.005": 1,
        "0.01": 1,
        "10": 1,
        "10.005": 2,
        "10.01": 2,
        "20": 2,
        "20.01": 3,
        "30": 3,
        "30.004": 3,
        "30.005": None,
        "30.01": None,
        "99": None,
    },
    "revenue": {"0": 0, "0.01": 1, "9.99": 1, "9.995": 2, "10": 2, "19.99": 2, "20": 3, "400": 3},
    "products": {"0": 0, "1": 1, "100": 1, "101": 2, "200": 2, "201": 3},
    "trend": {"0": 0, "1": 1, "2": 2, "3": 3, "4": 3},
}


@pytest.mark.parametrize(
    ("basis", "amount", "level"),
    [(basis, *one) for basis, levels in BENEFITS.items() for one in levels.items()],
)
def test_a_benefit_of_2026_gives_the_level_of_its_basis(basis: str, amount: str, level: int | None) -> None:
    found = measured(2026, "usefulness", benefit(basis, amount))
    assert found == Measured(level, Decimal(amount), [101], basis)


@pytest.mark.parametrize(
    ("basis", "amount", "level"),
    [
        ("people", "0", 0),
        ("people", "1", 1),
        ("people", "100", 1),
        ("people", "101", 2),
        ("people", "200", 2),
        ("people", "201", 3),
        ("units", "100", None),
    ],
)
def test_a_benefit_of_2023_is_counted_in_people_alone(basis: str, amount: str, level: int | None) -> None:
    assert measured(2023, "usefulness", benefit(basis, amount)).level == level


@pytest.mark.parametrize(
    ("said", "basis", "level", "chosen"),
    [
        ([("people", "100"), ("units", "30")], None, 2, "units"),
        ([("people", "100"), ("units", "30")], "people", 1, "people"),
        ([("people", "100"), ("units", "30")], "revenue", None, None),
        ([("people", "100"), ("people", "600")], None, 3, "people"),
        ([("efficiency", "31"), ("people", "100")], None, 1, "people"),
        ([("people", "100"), ("efficiency", "31")], "efficiency", None, "efficiency"),
        ([("units", "4"), ("efficiency", "31")], None, None, "efficiency"),
        ([("efficiency", "31"), ("units", "4")], None, None, "efficiency"),
    ],
)
def test_the_basis_claimed_or_the_best_one_decides(
    said: list[tuple[str, str]], basis: str | None, level: int | None, chosen: str | None
) -> None:
    found = measured(2026, "usefulness", *(benefit(*one) for one in said), basis=basis)
    assert (found.level, found.basis) == (level, chosen)


@pytest.mark.parametrize("year", BOOKS)
def test_without_a_record_nothing_is_decided(year: int) -> None:
    rows = [row for row in BOOKS[year].indicators if row.derive]
    assert [row.number for row in rows] == [17, 18, 20, 21, 22, 24, 28, 31, 32, 33]
    assert [measure(case(), row.derive, year, None) for row in rows if row.derive] == [NOTHING] * 10
