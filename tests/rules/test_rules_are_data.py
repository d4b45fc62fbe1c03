"""Rules are data: a changed number changes the cases on its edge and no others."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from domain.rules.case import Sourced as At
from domain.rules.index import Sent, index
from domain.rules.rulebook import Rulebook
from domain.support import BenefitCounted, ExecutorsNamed
from tests.rules.given import (
    REGION,
    Change,
    book,
    case,
    claim,
    entry,
    finding,
    implemented,
    proof,
    written,
)


def part(section: str, name: str, limit: str, value: int) -> Change:
    """Sets a limit of a section."""

    def change(raw: dict[str, Any]) -> None:
        next(one for one in raw[section] if one["id"] == name)[limit]["value"] = value

    return change


def at(path: tuple[str | int, ...], value: Any) -> Change:
    """Sets the value at a path of the data."""

    def change(raw: Any) -> None:
        for step in path[:-1]:
            raw = raw[step]
        raw[path[-1]] = value

    return change


def words(of: str, section: str) -> Callable[[Rulebook, int], Any]:
    return lambda rules, count: finding(rules, case(written(**{of: count})), f"section.{section}").outcome


def window(rules: Rulebook, day: str) -> Any:
    return finding(rules, case(implemented(day)), "window").outcome


def age(rules: Rulebook, day: str) -> Any:
    return finding(rules, case(implemented(day)), "age", closing=At(1, "2021-05-11")).outcome


def quota(rules: Rulebook, count: int) -> Any:
    return finding(rules, case(), "quota", entries=list(range(count))).outcome


def divided(rules: Rulebook, count: int) -> Any:
    return index(rules, None, [Sent(str(n), Decimal(60), None) for n in range(count)], REGION).mean


def counted(rules: Rulebook, count: int) -> Any:
    affairs = rules.spread.affairs if rules.spread else []
    sent = [Sent(str(n), Decimal(0), affairs[n % 6]) for n in range(count)]
    return index(rules, None, sent, REGION).number


def spread(rules: Rulebook, count: int) -> Any:
    affairs = rules.spread.affairs if rules.spread else []
    found = index(rules, None, [Sent(str(n), Decimal(0), affairs[n]) for n in range(count)], REGION)
    return found.spread.outcome if found.spread else None


def predicate(rules: Rulebook, hundredths: int) -> Any:
    """The predicate of an index of so many hundredths of a percent."""
    points = Decimal(hundredths) * Decimal("0.025")
    return index(rules, None, [Sent(str(n), points, None) for n in range(12)], REGION).predicate


def people(rules: Rulebook, count: int) -> Any:
    about = case(
        ExecutorsNamed(role="r", count=count), proof("sk", "personnel", occurred="2025"), implemented("2025")
    )
    return finding(rules, about, "indicator.personnel").level


def benefit(rules: Rulebook, count: int) -> Any:
    about = case(BenefitCounted(basis="people", amount=str(count)), proof("recap", "usefulness"))
    return finding(rules, about, "indicator.usefulness").level


def hdi(rules: Rulebook, hundredths: int) -> Any:
    made = entry(claim("hdi", 0, amount=str(Decimal(hundredths) / 100)))
    return next(one.level for one in index(rules, made, [], REGION).rows if one.rule == "region.hdi")


EDGES: dict[str, tuple[str, Change, Callable[[Rulebook, Any], Any], list[Any], list[Any]]] = {
    "words of the design": (
        "iga-2026",
        part("sections", "design", "min_words", 301),
        words("design", "design"),
        [0, 298, 299, 300, 301, 302],
        [300],
    ),
    "words of the background": (
        "kipp-2023-umum",
        part("sections", "background", "max_words", 301),
        words("background", "background"),
        [0, 1, 299, 300, 301, 302],
        [301],
    ),
    "first day": (
        "iga-2026",
        at(("window", "from"), "2024-01-02"),
        window,
        ["2023-12-31", "2024-01-01", "2024-01-02", "2024-06", "2025-12-31", "2026-01-01"],
        ["2024-01-01"],
    ),
    "last day": (
        "iga-2026",
        at(("window", "to"), "2026-01-01"),
        window,
        ["2023-12-31", "2024-01-01", "2025-12-31", "2026-01-01", "2026-01-02", "2025-12"],
        ["2026-01-01"],
    ),
    "age": (
        "kipp-2021-umum",
        at(("age", "years", "value"), 3),
        age,
        ["2018-05-11", "2018-05-12", "2019-05-11", "2019-05-12", "2020-05-11"],
        ["2018-05-12", "2019-05-11"],
    ),
    "quota": ("kipp-2021-umum", at(("quota", "value"), 11), quota, [0, 9, 10, 11, 12], [11]),
    "divisor": ("iga-2026", at(("divisor", "value"), 13), divided, [0, 13, 14, 200], []),
    "divisor below": ("iga-2026", at(("divisor", "value"), 13), divided, [1, 11, 12, 13, 14], [1, 11, 12]),
    "cap": ("iga-2026", at(("number", "cap", "value"), 201), counted, [5, 199, 200, 201, 202], [201, 202]),
    "affairs": ("iga-2026", at(("spread", "minimum", "value"), 4), spread, [0, 3, 4, 5, 6], [4]),
    "predicate": (
        "iga-2026",
        lambda raw: (
            at(("predicates", 1, "from"), "40.02")(raw),
            at(("predicates", 2, "to"), "40.01")(raw),
        ),
        predicate,
        [0, 1, 3999, 4000, 4001, 4002, 6500, 6501],
        [4001],
    ),
    "people": (
        "iga-2026",
        lambda raw: (
            at(("indicators", 1, "derive", "bands", 0, "to"), "11")(raw),
            at(("indicators", 1, "derive", "bands", 1, "from"), "12")(raw),
        ),
        people,
        [1, 10, 11, 12, 30, 31],
        [11],
    ),
    "benefit": (
        "iga-2026",
        lambda raw: (
            at(("indicators", 17, "derive", "bases", 0, "bands", 1, "to"), "501")(raw),
            at(("indicators", 17, "derive", "bases", 0, "bands", 2, "from"), "502")(raw),
        ),
        benefit,
        [1, 200, 201, 500, 501, 502],
        [501],
    ),
    "human development": (
        "iga-2026",
        lambda raw: (
            at(("spd", 14, "bands", 1, "to"), "80")(raw),
            at(("spd", 14, "bands", 2, "from"), "80.01")(raw),
        ),
        hdi,
        [6999, 7000, 7999, 8000, 8001],
        [8000],
    ),
}


@pytest.mark.parametrize(("name", "change", "ask", "values", "moved"), EDGES.values(), ids=EDGES)
def test_a_changed_rule_changes_the_cases_on_its_edge_and_no_others(
    name: str, change: Change, ask: Callable[[Rulebook, Any], Any], values: list[Any], moved: list[Any]
) -> None:
    before, after = book(name), book(name, change)
    assert [value for value in values if ask(before, value) != ask(after, value)] == moved
