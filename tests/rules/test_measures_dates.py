"""Records that count only in some years, by different names, or over a time known coarsely."""

import pytest

from domain import support
from tests.rules.given import Said
from tests.rules.test_measures import measured, procedure


@pytest.mark.parametrize(
    ("occurred", "counts"),
    [
        ("2023-12-31", False),
        ("2024-01-01", True),
        ("2024", True),
        ("2026-12-31", True),
        ("2027-01-01", False),
        ("2023/2024", False),
        ("2024-05/2025-02", True),
        (None, False),
    ],
)
def test_trainings_of_2026_count_that_certainly_lie_in_three_years(
    occurred: str | None, counts: bool
) -> None:
    found = measured(2026, "training", (support.TrainingHeld(subject="Bimtek"), occurred))
    assert (found.level, found.facts) == ((1, [101]) if counts else (None, []))


@pytest.mark.parametrize(
    ("year", "indicator", "inside", "outside"),
    [
        (2023, "training", ("2022-01-01", "2023-12-31"), ("2021-12-31", "2024-01-01")),
        (2026, "network", ("2025-01-01", "2026-12-31"), ("2024-12-31", "2027-01-01")),
        (2023, "network", ("2022-01-01", "2023-12-31"), ("2021-12-31", "2024-01-01")),
        (2023, "replication", ("2021-01-01", "2022-12-31"), ("2020-12-31", "2023-01-01")),
    ],
)
def test_records_count_from_the_first_to_the_last_day_of_their_years(
    year: int, indicator: str, inside: tuple[str, str], outside: tuple[str, str]
) -> None:
    bodies = {
        "training": lambda n: support.TrainingHeld(subject=str(n)),
        "network": lambda n: support.NetworkJoined(subject=str(n)),
        "replication": lambda n: support.Replicated(direction="out", place=str(n)),
    }
    said = [(bodies[indicator](n), day) for n, day in enumerate((*outside, *inside))]
    found = measured(year, indicator, *said)
    assert (found.value, found.facts) == (2, [103, 104])


@pytest.mark.parametrize("occurred", ["2010", None])
def test_a_replication_of_2026_counts_whenever_it_was(occurred: str | None) -> None:
    said = (support.Replicated(direction="out", place="Kebumen"), occurred)
    assert measured(2026, "replication", said).level == 1


def out(*places: str) -> list[Said]:
    return [(support.Replicated(direction="out", place=place), "2022") for place in places]


@pytest.mark.parametrize(
    ("year", "places", "level"),
    [
        (2026, ["Kebumen", "kebumen ", "KEBUMEN"], 1),
        (2026, ["Kebumen", "Banyumas", "kebumen"], 2),
        (2026, ["Kebumen", "Banyumas", "Cilacap"], 3),
        (2023, ["Kebumen", "Kebumen", "Kebumen"], 3),
        (2023, ["Kebumen", "Kebumen"], 2),
    ],
)
def test_regions_are_counted_once_in_2026_and_replications_each_in_2023(
    year: int, places: list[str], level: int
) -> None:
    assert measured(year, "replication", *out(*places)).level == level


def test_what_was_taken_over_is_no_replication_by_others() -> None:
    said = support.Replicated(direction="in", place="Kebumen")
    assert measured(2026, "replication", said).level is None


def test_partners_and_units_of_one_name_are_counted_once() -> None:
    partners = [support.PartnerJoined(subject=name) for name in ("Kampus", " kampus ", "KAMPUS", "Media")]
    assert measured(2026, "actors", *partners).value == 3
    units = [(support.NetworkJoined(subject=name), "2025") for name in ("Dinas A", "dinas  a", "Dinas B")]
    assert measured(2026, "network", *units).value == 2


def test_executors_of_several_roles_are_added() -> None:
    roles = [support.ExecutorsNamed(role=str(n), count=10) for n in range(3)]
    found = measured(2026, "personnel", *roles, support.ExecutorsNamed(role="admin", count=1))
    assert (found.level, found.value, found.facts) == (3, 31, [101, 102, 103, 104])


def test_the_last_procedure_counts() -> None:
    found = measured(2026, "process_ease", *procedure(6), *procedure(1))
    assert (found.level, found.facts) == (3, [102])


@pytest.mark.parametrize(
    ("stages", "level", "value"),
    [
        ([("2024-01-01", "2024-04-30")], 3, 4),
        ([("2024-01-01", "2024-05-01")], 2, 5),
        ([("2024-01-15", "2024-05-14")], 3, 4),
        ([("2024-01-15", "2024-05-15")], 2, 5),
        ([("2024-01-01", "2024-08-31")], 2, 8),
        ([("2024-01-01", "2024-09-01")], 1, 9),
        ([("2024-01-31", "2024-02-29")], 3, 1),
        ([("2023-11-01", "2024-02-29")], 3, 4),
        ([("2023-11-01", "2024-03-01")], 2, 5),
        ([("2024-01-01", "2024-01-01")], 3, 1),
        ([("2024-03-01", "2024-04-30"), ("2024-01-01", "2024-02-10")], 3, 4),
        ([("2024-01-01", "2024-02-01"), ("2024-04-30", "2024-05-01")], 2, 5),
        ([("2024-01", "2024-04")], 3, 4),
        ([("2024-01-01", "2024-05")], 2, 5),
        ([("2024-01", "2024-05-01")], None, None),
        ([("2024", "2024-12-31")], None, None),
        ([("2020", "2024")], 1, 60),
        ([("2024-01", "2024-05-30")], None, None),
        ([("2024-01", "2024-05-31")], 2, 5),
    ],
)
def test_months_of_creation_are_counted_over_all_stages_begun_ones_whole(
    stages: list[tuple[str, str]], level: int | None, value: int | None
) -> None:
    """Dates so coarse that two levels are possible decide nothing, and are still named."""
    said = [support.CreationStage(subject="s", begins=begins, ends=ends) for begins, ends in stages]
    found = measured(2026, "creation_speed", *said)
    assert (found.level, found.value) == (level, value)
    assert found.facts == [101 + n for n in range(len(stages))]
