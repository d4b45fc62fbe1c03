"""Verdicts from a ledger: the closing of an edition, the entries that count, awards through generations."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from domain.award import GiveAward
from domain.base import Action
from domain.claims import ClaimRegion
from domain.delivery import Implement
from domain.design import DesignInnovation, RenameInnovation
from domain.entry import AnnounceResult, MoveQueue, WriteSection
from domain.region import DateEdition
from domain.rules.verdict import Verdict
from domain.support import RecordSupport
from domain.unit import RegisterUnit
from ledger.workspace.workspace import open_at
from projections.eligibility.edition import Edition, edition
from projections.queries.calendar import dates_of
from projections.read_session import open_session
from tests.rules.given import book

UMUM, REPLICATED, IGA = book("kipp-2021-umum"), book("kipp-2021-replikasi"), book("iga-2026")
UNIT = "3303/unit/000001"
Record = Callable[..., None]


def code(number: int) -> str:
    return f"3303/innovation/{number:06d}"


@pytest.fixture
def record(home: Path) -> Record:
    """Records actions in the workspace, a command for each call; a unit is there."""
    command_handler = open_at(home).command_handler()
    number = iter(range(1, 99))

    def run(*actions: Action) -> None:
        def decide(decision: Any) -> None:
            for action in actions:
                decision.act(action)
            assert decision.refused == []

        command_handler.run(f"c{next(number)}", decide)

    run(RegisterUnit.of(region="3303", kind="opd", name="Dinas"))
    return run


@pytest.fixture
def editions(home: Path) -> Iterator[Callable[..., Edition]]:
    """The edition of a rulebook as the views now show it."""
    opened = []

    def of(rules: Any = UMUM) -> Edition:
        opened.append(open_session(open_at(home)))
        return edition(opened[-1], rules, "3303")

    yield of
    for views in opened:
        views.connection.close()


def designed(*titles: str) -> list[Action]:
    return [DesignInnovation.of(region="3303", title=title, unit=UNIT) for title in titles]


def dated(
    milestone: str, day: str, group: str | None = None, award: str = "kipp", **more: Any
) -> DateEdition:
    values: dict[str, Any] = {
        "award": award,
        "year": 2021,
        "group": group,
        "milestone": milestone,
        "day": day,
    }
    return DateEdition.of(region="3303", **values, **more)


def entered(number: int, group: str = "umum", year: int = 2021) -> WriteSection:
    return WriteSection.of(
        region="3303", year=year, group=group, innovation=code(number), section="novelty", text="Baru"
    )


CLOSES, LATER, EXTENDED = (
    dated("closes", "2021-05-11"),
    dated("closes", "2021-05-20"),
    dated("extended", "2021-05-31"),
)
DATES: dict[str, tuple[list[Action], str | None]] = {
    "none": ([], None),
    "opening alone": ([dated("opens", "2021-03-18")], None),
    "closing": ([CLOSES], "2021-05-11"),
    "a later announcement of the closing": ([CLOSES, LATER], "2021-05-20"),
    "an earlier announcement recorded later": (
        [
            dated("closes", "2021-05-20", occurred="2021-04"),
            dated("closes", "2021-05-11", occurred="2021-03"),
        ],
        "2021-05-20",
    ),
    "extension": ([CLOSES, EXTENDED], "2021-05-31"),
    "extension recorded first": ([EXTENDED, CLOSES], "2021-05-31"),
    "extended again": ([CLOSES, EXTENDED, dated("extended", "2021-06-07")], "2021-06-07"),
    "of the group": ([dated("closes", "2021-05-12", "umum")], "2021-05-12"),
    "of another group": ([CLOSES, dated("extended", "2021-05-30", "replikasi")], "2021-05-11"),
    "of another award": ([CLOSES, dated("extended", "2021-05-30", award="iga")], "2021-05-11"),
}


@pytest.mark.parametrize(("actions", "day"), DATES.values(), ids=DATES)
def test_an_extension_replaces_the_closing(
    record: Record, editions: Callable[..., Edition], actions: list[Action], day: str | None
) -> None:
    record(*actions)
    found = editions()
    closing = found.context.closing
    assert (closing.value if closing else None) == day
    listed = {one.position: one.day for one in dates_of(found.views, "3303", date(2026, 1, 1))}
    assert closing is None or listed[closing.at] == day


def test_the_age_is_counted_to_the_extended_closing(record: Record, editions: Callable[..., Edition]) -> None:
    record(
        *designed("SIMPEL"), Implement.of(region="3303", occurred="2019-05-20", innovation=code(1)), CLOSES
    )
    assert outcome(editions().verdict(code(1)), "age") == "not_met"
    record(EXTENDED)
    assert outcome(editions().verdict(code(1)), "age") == "met"


def outcome(verdict: Verdict, rule: str) -> str | None:
    found = verdict.finding(rule)
    return found.outcome if found else None


def generation(new: int, old: int) -> RecordSupport:
    return RecordSupport(
        region="3303", innovation=code(new), kind="generation", subject="Generasi baru", earlier=code(old)
    )


def won(number: int, tier: str, year: str) -> GiveAward:
    return GiveAward.of(
        region="3303",
        title="KIPP",
        tier=tier,
        edition=year,
        recipient="innovation",
        innovation=code(number),
    )


HISTORIES: dict[str, tuple[list[Action], list[str]]] = {
    "none": ([], ["met", "met", "met"]),
    "own": ([won(1, "TOP 45", "2019")], ["not_met", "met", "met"]),
    "inherited": ([won(1, "TOP 45", "2019"), generation(2, 1)], ["not_met", "not_met", "met"]),
    "inherited twice over": (
        [won(1, "TOP 45", "2019"), generation(2, 1), generation(3, 2)],
        ["not_met", "not_met", "not_met"],
    ),
    "not handed back": ([won(2, "TOP 45", "2019"), generation(2, 1)], ["met", "not_met", "met"]),
    "in a circle": (
        [won(1, "TOP 45", "2019"), generation(1, 2), generation(2, 1)],
        ["not_met", "not_met", "met"],
    ),
    "top 99 once each": (
        [won(1, "TOP 99", "2018"), won(2, "TOP 99", "2019"), generation(2, 1)],
        ["met", "not_met", "met"],
    ),
    "one award by two ways": (
        [won(1, "TOP 99", "2018"), generation(2, 1), generation(3, 1), generation(3, 2)],
        ["met", "met", "met"],
    ),
    "one earlier innovation named twice": (
        [won(1, "TOP 99", "2018"), generation(2, 1), generation(2, 1)],
        ["met", "met", "met"],
    ),
}


@pytest.mark.parametrize(("actions", "expected"), HISTORIES.values(), ids=HISTORIES)
def test_earlier_awards_shut_out_through_generations(
    record: Record, editions: Callable[..., Edition], actions: list[Action], expected: list[str]
) -> None:
    record(*designed("A", "B", "C"), *actions)
    found = editions()
    assert [outcome(found.verdict(code(n)), "history") for n in (1, 2, 3)] == expected


def test_entries_of_the_group_that_are_not_withdrawn_fill_the_quota(
    record: Record, editions: Callable[..., Edition]
) -> None:
    record(*designed(*(f"Inovasi {n}" for n in range(1, 13))), *(entered(n) for n in range(1, 12)))
    record(entered(12, "replikasi"), entered(12, year=2023))
    assert outcome(editions().verdict(code(1)), "quota") == "not_met"
    record(
        AnnounceResult.of(
            region="3303", award="kipp", year=2021, group="umum", innovation=code(3), result="withdrawn"
        )
    )
    found = editions()
    assert (outcome(found.verdict(code(1)), "quota"), len(found.context.entries)) == ("met", 10)
    assert len(editions(REPLICATED).context.entries) == 1


def test_one_title_in_two_entries_of_any_group_is_a_duplicate(
    record: Record, editions: Callable[..., Edition]
) -> None:
    record(*designed("SIMPEL  Pasar", "simpel pasar", "SIMPEL PASAR"), entered(1), entered(2, "replikasi"))
    found = editions()
    assert [outcome(found.verdict(code(n)), "duplicates") for n in (1, 2, 3)] == ["not_met"] * 3
    record(RenameInnovation.of(region="3303", innovation=code(2), title="SIMPEL Ladang", reason="dibedakan"))
    found = editions()
    assert [outcome(found.verdict(code(n)), "duplicates") for n in (1, 2, 3)] == ["met", "met", "not_met"]


def test_the_queue_and_the_rows_of_the_region_are_those_of_their_entries(
    record: Record, editions: Callable[..., Edition]
) -> None:
    record(*designed("A"), ClaimRegion.of(region="3303", year=2026, indicator="audit_opinion", level=3))
    record(MoveQueue.of(region="3303", year=2021, group="umum", innovation=code(1), stage="ministry"))
    assert outcome(editions().verdict(code(1)), "queue") == "met"
    assert (editions(IGA).index().region, editions(IGA).index().count) == (4.5, 0)
