"""The one fold of what an innovation is called and how far it came."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.base import Body, Fact
from domain.delivery import Displayed, Implemented, Launched, Trialled
from domain.design import InnovationDesigned, InnovationRenamed
from domain.innovation_summary import SUMMARISED, Summary, advanced, summarise

DESIGNED = Fact("c/1", InnovationDesigned(title="Satu", acronym="S", unit="3303/unit/000001"), "2022")


def facts(*bodies: tuple[Body, str | None]) -> list[Fact[Body]]:
    """The facts of a life after its design, in order."""
    return [Fact(f"c/{n}", body, date, version=n) for n, (body, date) in enumerate(bodies, 2)]


def renamed(title: str, acronym: str | None = None) -> InnovationRenamed:
    return InnovationRenamed(title=title, acronym=acronym, reason="diperluas")


def test_an_innovation_that_was_only_designed_is_called_as_it_was_designed() -> None:
    found = summarise(DESIGNED, [DESIGNED])
    assert (found.title, found.acronym, found.former_names()) == ("Satu", "S", [])
    assert (found.trialled, found.implemented, found.launched, found.displayed) == (None, None, None, None)
    assert found.implemented_on is None


def test_the_last_name_holds_and_earlier_ones_go_with_the_acronym_of_their_time() -> None:
    later = facts((renamed("Dua"), "2023"), (renamed("Tiga", "T"), "2024"))
    found = summarise(DESIGNED, [DESIGNED, *later])
    assert (found.title, found.acronym) == ("Tiga", "T")
    assert found.former_names() == [("Satu", "S"), ("Dua", "S")]
    assert (found.titled, found.abbreviated) == (later[1], later[1])


def test_a_new_title_without_an_acronym_keeps_the_old_one() -> None:
    later = facts((renamed("Dua"), "2023"))
    found = summarise(DESIGNED, [DESIGNED, *later])
    assert (found.acronym, found.abbreviated, found.titled) == ("S", DESIGNED, later[0])


def test_the_last_trial_launch_and_display_hold() -> None:
    later = facts(
        (Trialled(), "2022-05"),
        (Trialled(), None),
        (Implemented(), "2022-06"),
        (Launched(), "2022-12-15"),
        (Displayed(), "2022-12"),
        (Displayed(), "2023"),
    )
    found = summarise(DESIGNED, [DESIGNED, *later])
    assert (found.trialled, found.implemented) == (later[1], later[2])
    assert (found.launched, found.displayed) == (later[3], later[5])
    assert found.implemented_on == "2022-06"


BODIES = st.sampled_from(
    (renamed("Dua"), renamed("Tiga", "T"), Trialled(), Implemented(), Launched(), Displayed())
)


@settings(max_examples=50)
@given(st.lists(st.tuples(BODIES, st.sampled_from((None, "2022", "2023-01")))))
def test_fact_by_fact_gives_the_same_as_all_at_once(bodies: list[tuple[Body, str | None]]) -> None:
    life = facts(*bodies)
    summary = Summary(DESIGNED)
    for fact in life:
        assert type(fact.body) in SUMMARISED
        before = summary.former_names(), summary.launched
        after = advanced(summary, fact)
        assert (summary.former_names(), summary.launched) == before
        summary = after
    assert summary == summarise(DESIGNED, [DESIGNED, *life])
