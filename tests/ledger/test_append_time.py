"""The time of recording: that of the clock or of the head, whichever is later, within ten minutes."""

from datetime import UTC, datetime

import pytest

from ledger.clock import stamp
from ledger.errors import ClockBehindError
from ledger.write.command_handler import Outcome
from tests.ledger.office import DOCUMENT, START, UNIT, Office, all_tables, document, unit


def test_recorded_at_is_that_of_the_clock(office: Office) -> None:
    office.clock.move(hours=3, microseconds=1)
    office.do("c", unit())
    assert office.store.rows(UNIT)[0].recorded_at == "2022-10-12T08:00:00.000001Z"
    assert office.store.head().recorded_at == "2022-10-12T08:00:00.000001Z"


@pytest.mark.parametrize("behind", [{"microseconds": -1}, {"minutes": -5}, {"minutes": -10}])
def test_recorded_at_is_that_of_the_head_when_the_clock_is_up_to_ten_minutes_behind(
    office: Office, behind: dict[str, float]
) -> None:
    office.clock.move(**behind)
    office.do("c", unit())
    assert office.store.rows(UNIT)[0].recorded_at == stamp(START)
    assert office.query("SELECT recorded_at FROM appends") == [(stamp(START),)] * 2


def test_clock_more_than_ten_minutes_behind_is_refused_and_both_are_named(office: Office) -> None:
    before = all_tables(office)
    office.clock.move(minutes=-10, microseconds=-1)
    with pytest.raises(ClockBehindError) as caught:
        office.do("c", unit())
    assert caught.value.why.values == {
        "clock": "2022-10-12T04:49:59.999999Z",
        "head": "2022-10-12T05:00:00.000000Z",
    }
    assert caught.value.status == 5
    assert all_tables(office) == before


def test_head_time_records_with_the_time_of_the_head(office: Office) -> None:
    office.clock.move(days=-400)
    assert office.do("c", unit(), head_time=True) == Outcome("c", 3, 3)
    assert office.store.rows(UNIT)[0].recorded_at == stamp(START)


def test_head_time_takes_a_date_up_to_the_day_of_the_head(office: Office) -> None:
    """The day of recording is that of the head then, not that of the clock which is wrong."""
    office.clock.move(days=-400)
    assert office.do("c", document("1", "2022-10-12"), head_time=True) == Outcome("c", 3, 3)


def test_date_up_to_the_day_of_the_head_is_taken_when_the_clock_is_a_little_behind(office: Office) -> None:
    """The event is recorded at the head's time, one minute past midnight in WIB: that is its day."""
    office.clock.moment = datetime(2022, 10, 12, 17, 1, tzinfo=UTC)
    office.do("c", unit())
    office.clock.move(minutes=-2)
    assert office.do("d", document("1", "2022-10-13")) == Outcome("d", 4, 4)
    assert office.store.rows(DOCUMENT)[0].recorded_at == "2022-10-12T17:01:00.000000Z"


def test_head_time_with_a_clock_ahead_records_the_time_of_the_clock(office: Office) -> None:
    office.clock.move(minutes=1)
    office.do("c", unit(), head_time=True)
    assert office.store.head().recorded_at == "2022-10-12T05:01:00.000000Z"
