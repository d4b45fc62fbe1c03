"""How far a replay goes: a position, a day of the workspace's time zone, an instant; nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.delivery import Try
from tests.clocked import made, record
from tests.helpers import invoke, moved
from tests.ledger.office import INNOVATION, Clock, innovation, unit
from tests.postgres import database

CODE = "3303-0001"
LAST_OF_14 = "2022-12-14T16:59:59.999999+00:00"
FIRST_OF_15 = "2022-12-14T17:00:00+00:00"


@pytest.fixture(scope="module")
def midnight(
    base: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """An innovation with one trial recorded just before a midnight in Jakarta, and one at it."""
    home = tmp_path_factory.mktemp("tengah") / "malam"
    clock = Clock()
    workspace = made(home, clock)
    record(workspace, clock, "2022-12-01T00:00:00+00:00", unit())
    record(workspace, clock, "2022-12-02T00:00:00+00:00", innovation())
    for at in (LAST_OF_14, FIRST_OF_15):
        record(workspace, clock, at, Try.of(region="3303", innovation=INNOVATION, place="Pasar"))
    if base == "sqlite":
        yield home
        return
    with database(request.getfixturevalue("postgres_server")) as url:
        yield moved(home, url)


def events(home: Path, *more: str) -> list[tuple[int, str]]:
    steps = invoke("replay", CODE, "--json", "--home", home, *more).data["steps"]
    return [(one["event"], one["recorded_on"]) for one in steps]


ALL = [(4, "2022-12-02"), (5, "2022-12-14"), (6, "2022-12-15")]


@pytest.mark.parametrize(
    ("until", "found"),
    [
        ("0001-01-01", 0),
        ("0999-12-31", 0),
        ("2022-12-01", 0),
        ("2022-12-13", 1),
        ("2022-12-14", 2),
        ("2022-12-15", 3),
        ("9999-12-31", 3),
    ],
)
def test_a_day_means_its_end_in_the_time_zone_of_the_workspace(
    midnight: Path, until: str, found: int
) -> None:
    assert events(midnight, "--until", until) == ALL[:found]


@pytest.mark.parametrize(
    ("until", "found"),
    [
        ("2022-12-14T16:59:59.999998Z", 1),
        ("2022-12-14T16:59:59.999999Z", 2),
        ("2022-12-14T17:00:00Z", 3),
        ("2022-12-14T17:00", 1),
        ("2022-12-14T23:59:59.999999", 2),
        ("2022-12-15T00:00", 3),
        ("2022-12-15T01:00+08:00", 3),
    ],
)
def test_an_instant_is_exact_and_without_an_offset_one_of_the_workspace(
    midnight: Path, until: str, found: int
) -> None:
    assert events(midnight, "--until", until) == ALL[:found]


def test_a_number_is_a_position(midnight: Path) -> None:
    assert [len(events(midnight, "--until", until)) for until in ("0", "4", "5", "999")] == [0, 1, 2, 3]


@pytest.mark.parametrize("until", ["abc", "2022-02-30", "2022-12", "²", "0001-01-01T00:00", "", "9" * 5000])
def test_anything_else_is_refused_in_words(midnight: Path, until: str) -> None:
    done = invoke("replay", CODE, "--until", until, "--home", midnight)
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        f'"{until}" bukan hari yang ada.\n'
        "  Tulis hari seperti 2022-12-14; --known-at dan --until boleh juga seperti 2022-12-14T10:00.\n"
    )


@pytest.mark.parametrize("option", ["--known-at", "--as-of"])
def test_other_days_are_refused_in_the_same_words(midnight: Path, option: str) -> None:
    done = invoke("replay", CODE, option, "kemarin", "--home", midnight)
    assert (done.status, done.err.splitlines()[0]) == (2, '"kemarin" bukan hari yang ada.')
