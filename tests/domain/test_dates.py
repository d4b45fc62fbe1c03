"""Dates as precise as their source: what span means, what is no date, what is certainly earlier."""

from datetime import date

import pytest

from domain.dates import DateError, Span, certainly_before, maybe, span


def days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Span:
    return Span(date(*first).toordinal(), date(*last).toordinal())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018", (2018, 1, 1), (2018, 12, 31)),
        ("2016-05", (2016, 5, 1), (2016, 5, 31)),
        ("2016-04", (2016, 4, 1), (2016, 4, 30)),
        ("2022-12-15", (2022, 12, 15), (2022, 12, 15)),
        ("2022-10-12/2022-10-13", (2022, 10, 12), (2022, 10, 13)),
        ("2022-10/2022-11", (2022, 10, 1), (2022, 11, 30)),
        ("2018/2020", (2018, 1, 1), (2020, 12, 31)),
        ("2018/2019-02", (2018, 1, 1), (2019, 2, 28)),
        ("2022-10-12/2022-10-12", (2022, 10, 12), (2022, 10, 12)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2023-02", (2023, 2, 1), (2023, 2, 28)),
        ("2000-02", (2000, 2, 1), (2000, 2, 29)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),
        ("2024-02-29", (2024, 2, 29), (2024, 2, 29)),
        ("0001", (1, 1, 1), (1, 12, 31)),
        ("9999-12-31", (9999, 12, 31), (9999, 12, 31)),
    ],
)
def test_span_is_the_days_that_the_text_can_mean(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert span(text) == days(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-31",
        "2023-02-29",
        "1900-02-29",
        "2022-04-31",
        "2022-13",
        "2022-00",
        "2022-01-00",
        "2022-01-32",
        "0000",
        "0000-01",
        "18",
        "20222",
        "2022-1",
        "2022-01-1",
        "2022/",
        "/2022",
        "/",
        "",
        " 2022",
        "2022 ",
        "2022\n",
        "2022-01-01T00:00",
        "2020/2021/2022",
        "15-12-2022",
        "31 Februari 2022",
        "2022~",
        "2022-02-31/2022-03-01",
    ],
)
def test_span_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(DateError):
        span(text)


@pytest.mark.parametrize("text", ["2022-10-13/2022-10-12", "2019/2018", "2022-11/2022-10", "2022/2021-12"])
def test_span_refuses_an_interval_that_ends_before_it_begins(text: str) -> None:
    with pytest.raises(DateError) as caught:
        span(text)
    assert caught.value.args == (text,)


@pytest.mark.parametrize("text", ["\u0662\u0660\u0662\u0662", "２０２２", "२०२२-०५"])
def test_span_refuses_digits_that_are_not_ascii(text: str) -> None:
    """ISO 8601 writes 0 to 9; a stored date is read by other programs too."""
    with pytest.raises(DateError):
        span(text)


def test_maybe_of_an_unknown_date_is_none() -> None:
    assert maybe(None) is None


def test_maybe_of_a_known_date_is_its_span() -> None:
    assert maybe("2018") == days((2018, 1, 1), (2018, 12, 31))


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("2018", "2019", True),
        ("2018", "2018", False),
        ("2018", "2018-12-31", False),
        ("2018-11", "2018-12-01", True),
        ("2018-12-31", "2019", True),
        ("2019", "2018", False),
        ("2022-10-12/2022-10-13", "2022-10-13", False),
        ("2022-10-12/2022-10-13", "2022-10-14", True),
        (None, "2019", False),
        ("2018", None, False),
        (None, None, False),
    ],
)
def test_certainly_before_needs_two_known_dates_wholly_apart(
    first: str | None, second: str | None, answer: bool
) -> None:
    assert certainly_before(first, second) is answer


def test_span_before_is_false_when_intervals_share_one_day() -> None:
    assert not Span(1, 5).before(Span(5, 9))
    assert Span(1, 4).before(Span(5, 9))
