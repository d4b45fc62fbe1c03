"""Findings name every event that they rest on, also where it only settles which rule applies."""

from domain.entry import AlignmentChosen
from domain.evidence import Cited
from domain.profile import ProfileWritten
from domain.rules.case import Sourced
from tests.rules.given import STREAM, book, case, claim, entry, finding, implemented, proof, verified

PANDEMIC = "Ketahanan institusi publik (pandemi dan pascapandemi)"
CLOSES = Sourced(7, "2022-06-01")
OTHER, THIRD = "3303/innovation/000002", "3303/innovation/000003"


def test_an_age_names_the_category_that_may_shorten_it() -> None:
    rules = book("kipp-2022-umum")
    began = implemented("2021-01-01")
    chosen = ProfileWritten(kipp_category=PANDEMIC)
    found = finding(rules, case(began, chosen), "age", closing=CLOSES)
    assert (found.outcome, found.facts) == ("met", [7, 101, 102])
    of_entry = entry(AlignmentChosen(category="Pendidikan"), award="kipp", year=2022, group="umum")
    found = finding(rules, case(began, chosen), "age", of_entry, closing=CLOSES)
    assert (found.outcome, found.facts) == ("not_met", [7, 101, 501])
    assert finding(rules, case(began), "age", closing=CLOSES).facts == [7, 101]


def test_an_age_without_an_exception_names_no_category() -> None:
    about = case(implemented("2019-01-01"), ProfileWritten(kipp_category="Pendidikan"))
    assert finding(book("kipp-2021-umum"), about, "age", closing=CLOSES).facts == [7, 101]


def test_a_verification_names_the_evidence_that_it_cited_also_when_it_is_of_another_indicator_by_now() -> (
    None
):
    about = case(proof("sk", "regulation", number="1"))
    cite = Cited(evidence=2, file="hash of sk", number="1")
    made = entry(claim("personnel", 1), verified("personnel", 1, cite))
    found = finding(book("iga-2026"), about, "indicator.personnel", made)
    assert (found.verified, found.facts) == (1, [101, 501, 502])


def test_that_no_title_is_the_same_rests_on_the_titles_and_entries_of_all() -> None:
    titles = {"lain": [(OTHER, 200), (OTHER, 501)], "simpel pasar": [(STREAM, 100), (STREAM, 500)]}
    found = finding(book("kipp-2021-umum"), case(), "duplicates", titles=titles)
    assert (found.outcome, found.facts) == ("met", [100, 200, 501])
    titles["simpel pasar"] += [(THIRD, 300), (THIRD, 502)]
    found = finding(book("kipp-2021-umum"), case(), "duplicates", titles=titles)
    assert (found.outcome, found.facts) == ("not_met", [100, 300, 502])
