"""Who may send a proposal: age at the closing, earlier awards, the source of a replication."""

import pytest

from domain.entry import AlignmentChosen
from domain.profile import ProfileWritten
from domain.rules.case import Sourced as At
from domain.rules.context import Award
from domain.rules.verdict import OWN, Finding
from domain.support import Replicated
from tests.rules.given import STREAM, Said, book, case, context, entry, finding, implemented, verdict

UMUM, REPLICATED = book("kipp-2021-umum"), book("kipp-2021-replikasi")
UMUM22, KHUSUS, UMUM23 = book("kipp-2022-umum"), book("kipp-2023-khusus"), book("kipp-2023-umum")
CLOSING = At(7, "2021-05-11")
PANDEMIC = "Ketahanan institusi publik (pandemi dan pascapandemi)"


@pytest.mark.parametrize(
    ("began", "closing", "outcome"),
    [
        ("2019-05-10", "2021-05-11", "met"),
        ("2019-05-11", "2021-05-11", "met"),
        ("2019-05-12", "2021-05-11", "not_met"),
        ("2019-05-12", "2021-05-12", "met"),
        ("2019-04", "2021-05-11", "met"),
        ("2019-05", "2021-05-11", "unknown"),
        ("2019-06", "2021-05-11", "not_met"),
        ("2018", "2021-05-11", "met"),
        ("2019", "2021-05-11", "unknown"),
        ("2020", "2021-05-11", "not_met"),
        ("2018/2019", "2021-05-11", "unknown"),
        (None, "2021-05-11", "unknown"),
        ("2020-02-29", "2022-02-28", "not_met"),
        ("2020-02-29", "2022-03-01", "met"),
        ("2016-02-29", "2018-02-28", "not_met"),
        ("2019-05-10", "2021-05", "unknown"),
        ("2019-05-01", "2021-05", "met"),
        ("2019-05-31", "2021-05", "unknown"),
        ("2019-06-01", "2021-05", "not_met"),
        ("2019", "2021", "unknown"),
        ("2018", "2021", "met"),
        ("2018", "2020", "unknown"),
        ("2019", "2020", "not_met"),
    ],
)
def test_two_years_of_age_are_counted_to_the_closing(began: str | None, closing: str, outcome: str) -> None:
    found = finding(UMUM, case(implemented(began)), "age", closing=At(7, closing))
    assert (found.outcome, found.certainty, found.facts) == (outcome, "confirmed", [7, 101])


def test_a_leap_day_has_its_day_in_a_leap_year() -> None:
    rules = book("kipp-2021-umum", lambda raw: raw["age"]["years"].update(value=4))
    about = case(implemented("2020-02-29"))
    days = ("2024-02-28", "2024-02-29", "2024-03-01")
    assert [finding(rules, about, "age", closing=At(7, day)).outcome for day in days] == [
        "not_met",
        "met",
        "met",
    ]


@pytest.mark.parametrize(
    ("began", "outcome"), [("2020-05-11", "met"), ("2020-05-12", "not_met"), ("2020", "unknown")]
)
def test_a_replication_is_one_year_old(began: str, outcome: str) -> None:
    assert finding(REPLICATED, case(implemented(began)), "age", closing=CLOSING).outcome == outcome


def test_without_a_closing_date_the_age_is_unknown() -> None:
    found = finding(UMUM, case(implemented("2010")), "age")
    assert (found.outcome, found.facts, found.absent) == ("unknown", [101], context().region)


def test_without_an_implementation_there_is_no_age() -> None:
    found = finding(UMUM, case(), "age", closing=CLOSING)
    assert (found.outcome, found.facts, found.absent) == ("not_met", [7], OWN)


@pytest.mark.parametrize(
    ("chosen", "began", "outcome", "certainty"),
    [
        (None, "2020-04-16", "met", "confirmed"),
        (None, "2021-04-16", "not_met", "confirmed"),
        (PANDEMIC, "2021-04-16", "met", "unconfirmed"),
        (f"  {PANDEMIC.upper()} ", "2021-04-16", "met", "unconfirmed"),
        (PANDEMIC, "2021-04-17", "not_met", "unconfirmed"),
        ("Pelayanan publik inklusif dan berkeadilan", "2021-04-16", "not_met", "confirmed"),
    ],
)
def test_the_age_of_2022_has_an_exception_that_is_not_confirmed(
    chosen: str | None, began: str, outcome: str, certainty: str
) -> None:
    about = case(implemented(began), ProfileWritten(kipp_category=chosen))
    found = finding(UMUM22, about, "age", closing=At(7, "2022-04-16"))
    assert (found.outcome, found.certainty) == (outcome, certainty)


def test_an_age_that_is_not_known_decides_nothing() -> None:
    found = finding(UMUM23, case(implemented("2023-05-01")), "age", closing=At(7, "2023-05-06"))
    assert (found.outcome, found.certainty, found.decides) == ("unknown", "unconfirmed", False)


def history(*held: Award) -> Finding:
    return finding(UMUM, case(), "history", awards={STREAM: list(held)})


def award(tier: str | None, edition: str | None, at: int = 40, *via: int) -> Award:
    return Award(at, "KIPP", tier, edition, via)


@pytest.mark.parametrize(
    ("tier", "edition", "outcome"),
    [
        ("TOP 45", "2020", "not_met"),
        ("TOP 45", "2019", "not_met"),
        ("TOP 40", "2018", "not_met"),
        ("TOP 40", "2017", "not_met"),
        ("TOP 35", "2016", "not_met"),
        ("TOP 25", "2015", "not_met"),
        ("TOP 9", "2014", "not_met"),
        ("top  45", "2020", "not_met"),
        ("TOP 45", "2018", "met"),
        ("TOP 40", "2016", "met"),
        ("TOP 45", None, "met"),
        (None, "2020", "met"),
        ("TOP 99", "2020", "met"),
        ("Outstanding", "2020", "met"),
    ],
)
def test_winners_of_earlier_years_are_shut_out(tier: str | None, edition: str | None, outcome: str) -> None:
    assert history(award(tier, edition)).outcome == outcome


@pytest.mark.parametrize(
    ("editions", "outcome"),
    [
        ([], "met"),
        (["2018"], "met"),
        (["2018", "2019"], "not_met"),
        (["2018", "2019", "2020"], "not_met"),
    ],
)
def test_top_99_may_be_held_once(editions: list[str], outcome: str) -> None:
    held = [award("TOP 99", edition, 40 + n) for n, edition in enumerate(editions)]
    assert history(*held).outcome == outcome


def test_an_inherited_award_shuts_out_and_names_the_lineage() -> None:
    found = history(award("TOP 45", "2019", 40, 31, 22))
    assert (found.outcome, found.facts) == ("not_met", [22, 31, 40])
    own_and_inherited = history(award("TOP 99", "2018", 40, 31), award("TOP 99", "2020", 41))
    assert (own_and_inherited.outcome, own_and_inherited.facts) == ("not_met", [31, 40, 41])


def test_the_award_of_another_innovation_shuts_nobody_out() -> None:
    others = {"3303/innovation/000002": [award("TOP 45", "2020")]}
    found = finding(UMUM, case(), "history", awards=others)
    assert (found.outcome, found.facts, found.absent) == ("met", [], OWN)


@pytest.mark.parametrize(
    ("held", "asked", "shut"),
    [
        ([], "not_met", "met"),
        ([award("Top Terpuji", "2013")], "not_met", "met"),
        ([award("Top Terpuji", "2014")], "met", "met"),
        ([award("top terpuji", "2021")], "met", "met"),
        ([award("Top Terpuji", "2022")], "not_met", "met"),
        ([award("Top Terpuji", "2020"), award("Outstanding", "2021", 41)], "met", "not_met"),
        ([award("Top Terpuji", "2020"), award("Outstanding", "2019", 41)], "met", "met"),
        ([award("Top Terpuji", "2020"), award("TOP 15 Khusus", "2021", 41)], "met", "met"),
        (
            [award("Top Terpuji", "2020")]
            + [award("TOP 15 Khusus", "2020", 41), award("TOP 15 Khusus", "2022", 42)],
            "met",
            "not_met",
        ),
    ],
    ids=[
        "none",
        "before the first",
        "first",
        "last",
        "after the last",
        "outstanding",
        "outstanding of another year",
        "top 15 once",
        "top 15 twice",
    ],
)
def test_khusus_of_2023_asks_for_an_earlier_award(held: list[Award], asked: str, shut: str) -> None:
    found = verdict(KHUSUS, case(), awards={STREAM: held})
    assert [one.outcome for one in found.findings if one.rule.startswith("history")] == [shut, asked]


def source(tier: str | None, edition: str | None) -> AlignmentChosen:
    return AlignmentChosen(source="SIMPEL", source_tier=tier, source_edition=edition)


def taken_over(tier: str | None, edition: str | None) -> Said:
    return Replicated(direction="in", place="Kota Surakarta", tier=tier, edition=edition)


@pytest.mark.parametrize(
    ("tier", "edition", "outcome"),
    [
        ("TOP 99", "2014", "met"),
        ("top 99", "2020", "met"),
        ("TOP 99", "2013", "not_met"),
        ("TOP 99", None, "not_met"),
        ("TOP 99", "edisi 2014", "not_met"),
        ("TOP 45", "2019", "not_met"),
        (None, "2019", "not_met"),
    ],
)
def test_a_replication_names_a_top_99_of_2014_or_later(
    tier: str | None, edition: str | None, outcome: str
) -> None:
    made = entry(source(tier, edition), award="kipp", year=2021, group="replikasi")
    by_entry = finding(REPLICATED, case(), "replication_source", made)
    by_record = finding(REPLICATED, case(taken_over(tier, edition)), "replication_source")
    assert (by_entry.outcome, by_entry.facts) == (outcome, [501])
    assert (by_record.outcome, by_record.facts) == (outcome, [101])


def test_a_replication_without_any_source_says_where_nothing_is() -> None:
    out = Replicated(direction="out", place="Kebumen", tier="TOP 99", edition="2019")
    found = finding(REPLICATED, case(out), "replication_source")
    assert (found.outcome, found.facts, found.absent) == ("not_met", [], OWN)
