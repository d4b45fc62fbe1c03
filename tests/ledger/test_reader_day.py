"""The law of the fold, step 3: what stood on a day, where the day is that of the stream's region."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from ledger import reader
from tests.ledger.rows import OURS, Tale

WIB, WITA, WIT = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Makassar"), ZoneInfo("Asia/Jayapura")


def on(tale: Tale, day: str, zone: ZoneInfo = WIB) -> str:
    return tale.told(day=date.fromisoformat(day).toordinal(), zone=zone)


@pytest.mark.parametrize(
    ("occurred", "last_out", "first_in"),
    [
        ("2022-12-15", "2022-12-14", "2022-12-15"),
        ("2022-10-12/2022-10-13", "2022-10-12", "2022-10-13"),
        ("2016-05", "2016-05-30", "2016-05-31"),
        ("2024-02", "2024-02-28", "2024-02-29"),
        ("2018", "2018-12-30", "2018-12-31"),
        ("2018/2019-06", "2019-06-29", "2019-06-30"),
    ],
)
def test_fact_stands_from_the_last_day_that_its_date_can_mean(
    occurred: str, last_out: str, first_in: str
) -> None:
    tale = Tale().found(occurred="2000").note("A", occurred)
    assert (on(tale, last_out), on(tale, first_in)) == ("F", "F A")


@pytest.mark.parametrize(
    ("at", "zone", "day"),
    [
        ("2022-10-12T14:59:59.999999Z", WIT, "2022-10-12"),
        ("2022-10-12T15:00:00.000000Z", WIT, "2022-10-13"),
        ("2022-10-12T15:59:59.999999Z", WITA, "2022-10-12"),
        ("2022-10-12T16:00:00.000000Z", WITA, "2022-10-13"),
        ("2022-10-12T16:59:59.999999Z", WIB, "2022-10-12"),
        ("2022-10-12T17:00:00.000000Z", WIB, "2022-10-13"),
        ("2022-12-31T16:30:00.000000Z", WIB, "2022-12-31"),
        ("2022-12-31T16:30:00.000000Z", WITA, "2023-01-01"),
        ("2022-12-31T16:30:00.000000Z", WIT, "2023-01-01"),
        ("2024-02-28T17:30:00.000000Z", WIB, "2024-02-29"),
    ],
)
def test_unknown_date_counts_as_the_day_of_recording_in_the_region(at: str, zone: ZoneInfo, day: str) -> None:
    tale = Tale().found(occurred="2000").note("A", at=at)
    before = date.fromordinal(date.fromisoformat(day).toordinal() - 1).isoformat()
    assert (on(tale, before, zone), on(tale, day, zone)) == ("F", "F A")


@pytest.mark.parametrize("zone", [WIB, WITA, WIT])
def test_known_date_is_the_same_day_in_every_zone(zone: ZoneInfo) -> None:
    tale = Tale().found(occurred="2000").note("A", "2022-10-12", at="2022-10-12T23:00:00.000000Z")
    assert (on(tale, "2022-10-11", zone), on(tale, "2022-10-12", zone)) == ("F", "F A")


def test_fact_of_this_year_is_in_the_current_view_and_not_yet_in_that_of_the_day() -> None:
    tale = Tale().found(occurred="2000").note("A", "2022")
    assert (tale.told(), on(tale, "2022-10-12")) == ("F A", "F")


def test_founding_fact_stands_from_its_own_last_day_on() -> None:
    tale = Tale().found(occurred="2022")
    assert (on(tale, "2022-12-30"), on(tale, "2022-12-31")) == ("", "F")


def test_founding_fact_stands_when_any_later_fact_does() -> None:
    tale = Tale().found(occurred="2022").note("A", "2023").note("B", "2021-06-01")
    assert (on(tale, "2021-05-31"), on(tale, "2021-06-01")) == ("", "F B")


def test_founding_fact_of_unknown_date_always_stands() -> None:
    tale = Tale().found(at="2022-10-12T05:00:00.000000Z").note("A", "2022")
    assert (on(tale, "1990-01-01"), on(tale, "2022-12-31")) == ("F", "F A")


def test_founding_fact_that_does_not_stand_is_still_named() -> None:
    life = reader.read(Tale().found(occurred="2022").rows, codec=OURS, day=1, zone=WIB)
    assert life.facts == []
    assert life.founding is not None
    assert life.founding.body.text == "F"


def test_founding_fact_is_the_first_left_after_voids_not_the_first_of_the_day() -> None:
    tale = Tale().found("F", "2022").found("G", "2023").note("A", "2021")
    assert on(tale, "2021-12-31") == "F A"
    assert on(tale.void("c1"), "2021-12-31") == "G A"


def test_day_is_applied_before_the_order() -> None:
    """A fact of uncertain order may change places between two days.

    B is placed before C because it is certainly earlier than C; C is not there yet on the first day.
    """
    tale = Tale().found(occurred="2000").note("C", "2022-06").note("A", "2022").note("B", "2022-05")
    assert tale.told() == "F B C A"
    early = Tale().found(occurred="2000").note("C", "2022-06-30").note("A", "2022-01/2022-05")
    early.note("B", "2022-04/2022-05")
    assert (on(early, "2022-05-31"), on(early, "2022-06-30")) == ("F A B", "F A B C")


def test_corrected_date_decides_on_which_day_the_fact_stands() -> None:
    tale = Tale().found(occurred="2000").note("A", "2022-10-12").correct(2, "occurred", "2022-10-10")
    assert (on(tale, "2022-10-09"), on(tale, "2022-10-10")) == ("F", "F A")


def test_date_corrected_to_unknown_counts_as_the_day_of_recording_of_the_fact() -> None:
    tale = Tale().found(occurred="2000").note("A", "2001", at="2022-10-12T05:00:00.000000Z")
    tale.correct(2, "occurred", None, at="2023-05-01T05:00:00.000000Z")
    assert (on(tale, "2022-10-11"), on(tale, "2022-10-12")) == ("F", "F A")
