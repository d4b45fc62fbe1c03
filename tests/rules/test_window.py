"""The window of implementation: its days, dates known coarsely or not at all, developments."""

from typing import Any

import pytest

from domain.base import Reason
from domain.rules.verdict import OWN, Finding
from tests.rules.given import REGION, STREAM, Said, book, case, developed, finding, implemented

IGA26, IGA25, IGA24, IGA23 = book("iga-2026"), book("iga-2025"), book("iga-2024"), book("iga-2023")


def window(*said: Said) -> Finding:
    return finding(IGA26, case(*said), "window")


@pytest.mark.parametrize(
    ("occurred", "outcome"),
    [
        ("2023-12-31", "not_met"),
        ("2024-01-01", "met"),
        ("2025-12-31", "met"),
        ("2026-01-01", "not_met"),
        ("2023-12", "not_met"),
        ("2024-01", "met"),
        ("2025-12", "met"),
        ("2026-01", "not_met"),
        ("2023", "not_met"),
        ("2024", "met"),
        ("2025", "met"),
        ("2026", "not_met"),
        ("2023/2024", "unknown"),
        ("2023-12/2024-01", "unknown"),
        ("2023-12-31/2024-01-01", "unknown"),
        ("2024/2025", "met"),
        ("2025/2026", "unknown"),
        ("2023/2026", "unknown"),
        ("2022/2023", "not_met"),
        (None, "unknown"),
    ],
)
def test_window_of_2026_by_the_date_of_implementation(occurred: str | None, outcome: str) -> None:
    found = window(implemented(occurred))
    assert (found.outcome, found.certainty, found.kind) == (outcome, "confirmed_copy", "gate")
    assert (found.facts, found.absent) == ([101], None)


@pytest.mark.parametrize(
    ("began", "development", "outcome"),
    [
        ("2020", "2023-12-31", "not_met"),
        ("2020", "2024-01-01", "met"),
        ("2020", "2025-12-31", "met"),
        ("2020", "2026-01-01", "not_met"),
        ("2020", "2025", "met"),
        ("2020", "2023/2024", "unknown"),
        ("2020", None, "unknown"),
        (None, "2025", "unknown"),
        (None, "2020", "unknown"),
        ("2026-03-01", "2025-05-01", "unknown"),
        ("2025-12/2026-01", "2025-05-01", "met"),
        ("2024-01-01", "2020", "met"),
        ("2023/2024", "2025", "met"),
    ],
)
def test_a_development_opens_the_window_of_2026(
    began: str | None, development: str | None, outcome: str
) -> None:
    assert window(implemented(began), developed(development)).outcome == outcome


def test_the_best_of_several_developments_opens_the_window() -> None:
    found = window(implemented("2020"), developed("2021"), developed(None), developed("2024-05"))
    assert (found.outcome, found.facts) == ("met", [101, 104])
    assert found.sentence.values["date"] == "2024-05"


def test_without_any_implementation_the_window_is_not_met_and_says_where_nothing_is() -> None:
    found = window()
    assert (found.outcome, found.facts, found.absent) == ("not_met", [], OWN)
    assert found.sentence.text == "No implementation is recorded; it must lie within {first} – {last}."
    assert STREAM != REGION


def test_a_development_without_an_implementation_leaves_the_window_open() -> None:
    found = window(developed("2024-05"))
    assert (found.outcome, found.facts, found.absent) == ("unknown", [101], None)
    assert found.sentence.text == (
        "Developed {date} within {first} – {last}, but no day of implementation is recorded: a development"
        " opens the window only to what was implemented before."
    )


def test_a_development_before_the_implementation_leaves_the_window_open() -> None:
    found = window(implemented("2026-03-01"), developed("2025-05-01"))
    assert (found.outcome, found.facts) == ("unknown", [101, 102])
    assert found.sentence.text == (
        "Developed {date} within {first} – {last}, but implemented {implemented}, after it: whether the"
        " window is open to it is not known."
    )


@pytest.mark.parametrize(
    ("began", "outcome"),
    [
        ("2019-05-02", "not_met"),
        ("2020-12-31", "not_met"),
        ("2020/2021", "unknown"),
        ("2021-01-01", "met"),
        ("2021", "met"),
        ("2022", "met"),
    ],
)
def test_the_window_of_2024_is_open_only_to_what_was_implemented_since_2021(began: str, outcome: str) -> None:
    found = finding(book("iga-2024"), case(implemented(began), developed("2022-06-01")), "window")
    assert (found.outcome, found.certainty) == (outcome, "confirmed")
    if outcome != "met":
        assert found.sentence.text == (
            "Developed {date} within {first} – {last}; that opens the window only to what was implemented"
            " since {since}, and this was implemented {implemented}."
        )


UNTOLD = "Whether it was implemented within {first} – {last} cannot be told: {date} is recorded."


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ([implemented("2023/2024")], "2023/2024"),
        ([implemented(None)], Reason("on an unknown day")),
        ([implemented("2020"), developed("2023/2024")], "2023/2024"),
        ([developed("2023/2024")], "2023/2024"),
        ([implemented("2023/2024"), developed("2020")], "2023/2024"),
    ],
    ids=["interval", "no date", "the development", "the development alone", "the implementation"],
)
def test_what_cannot_be_told_names_the_date_that_leaves_it_open(said: list[Said], date: str | Reason) -> None:
    values = {"first": "2024-01-01", "last": "2025-12-31", "date": date}
    assert window(*said).sentence == Reason(UNTOLD, values)


@pytest.mark.parametrize(
    ("window_is", "development_is", "certainty"),
    [
        ("confirmed", "confirmed", "confirmed"),
        ("confirmed", "confirmed_copy", "confirmed_copy"),
        ("confirmed", "unconfirmed", "unconfirmed"),
        ("unconfirmed", "confirmed", "unconfirmed"),
    ],
)
def test_a_development_is_as_certain_as_that_it_counts_and_as_the_window(
    window_is: str, development_is: str, certainty: str
) -> None:
    def change(raw: dict[str, Any]) -> None:
        raw["window"]["certainty"] = window_is
        raw["window"]["development"]["certainty"] = development_is

    found = finding(book("iga-2026", change), case(implemented("2020"), developed("2024")), "window")
    assert (found.outcome, found.certainty) == ("met", certainty)


@pytest.mark.parametrize(
    ("development", "outcome"), [("2021-05-01", "unknown"), ("2020-05-01", "not_met"), (None, "unknown")]
)
def test_whether_a_development_opens_the_window_of_2023_is_not_known(
    development: str | None, outcome: str
) -> None:
    about = case(implemented("2020"), developed(development))
    assert finding(IGA23, about, "window").outcome == outcome


@pytest.mark.parametrize(
    ("development", "outcome"), [("2021-05-01", "not_met"), ("2021/2022", "not_met"), (None, "not_met")]
)
def test_a_development_that_the_rulebook_does_not_count_changes_nothing(
    development: str | None, outcome: str
) -> None:
    rules = book("iga-2023", lambda raw: raw["window"]["development"].update(value=False))
    about = case(implemented("2020"), developed(development))
    assert finding(rules, about, "window").outcome == outcome


@pytest.mark.parametrize(
    ("occurred", "outcome"),
    [
        ("2021-12-31", "not_met"),
        ("2022-01-01", "met"),
        ("2023-12-31", "met"),
        ("2024-01-01", "not_met"),
    ],
)
def test_the_window_moves_with_the_year(occurred: str, outcome: str) -> None:
    assert finding(IGA24, case(implemented(occurred)), "window").outcome == outcome


def test_the_window_of_2025_warns_and_decides_nothing() -> None:
    found = finding(IGA25, case(implemented("2020")), "window")
    assert (found.outcome, found.certainty, found.decides) == ("not_met", "unconfirmed", False)


def test_a_window_that_is_not_known_is_said_to_be_unknown() -> None:
    found = finding(book("iga-2027"), case(implemented("2025")), "window")
    assert (found.outcome, found.decides) == ("unknown", False)
