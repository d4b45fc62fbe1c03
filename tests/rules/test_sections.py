"""Texts and their words, fields, letters, attachments, measurements."""

import pytest

from domain.entry import SectionWritten
from domain.profile import Measured, ProfileWritten
from domain.rules.verdict import Finding
from domain.support import Replicated
from tests.rules.given import Said, book, case, entry, finding, implemented, paper, seen, verdict, written

IGA, KIPP, KIPP21, KIPP22 = (
    book("iga-2026"),
    book("kipp-2023-umum"),
    book("kipp-2021-umum"),
    book("kipp-2022-umum"),
)


@pytest.mark.parametrize(
    ("words", "outcome", "short"),
    [
        (0, "not_met", 300),
        (1, "not_met", 299),
        (299, "not_met", 1),
        (300, "met", None),
        (301, "met", None),
        (5000, "met", None),
    ],
)
def test_the_design_of_iga_has_at_least_300_words(words: int, outcome: str, short: int | None) -> None:
    found = finding(IGA, case(written(design=words)), "section.design")
    assert (found.outcome, found.certainty, found.decides) == (outcome, "confirmed_copy", True)
    assert found.sentence.values.get("short") == short


KIPP_LIMITS = {
    "summary": 200,
    "background": 300,
    "novelty": 200,
    "implementation": 200,
    "significance": 600,
    "replication_done": 100,
    "replication_potential": 200,
    "resources": 200,
    "sustainability": 500,
}


@pytest.mark.parametrize(("part", "most"), KIPP_LIMITS.items(), ids=KIPP_LIMITS)
def test_every_text_of_the_2023_form_has_its_most_words(part: str, most: int) -> None:
    def of(words: int) -> Finding:
        return finding(KIPP, case(written(**{part: words})), f"section.{part}")

    assert [of(words).outcome for words in (0, 1, most - 1, most, most + 1)] == [
        "not_met",
        "met",
        "met",
        "met",
        "not_met",
    ]
    over = of(most + 1)
    assert (over.sentence.values["over"], over.certainty, over.decides) == (1, "confirmed", True)


@pytest.mark.parametrize(
    ("words", "outcome", "certainty", "decides"),
    [(0, "not_met", "confirmed_copy", True), (200, "met", "unconfirmed", False)]
    + [(201, "not_met", "unconfirmed", False)],
)
def test_the_most_words_of_2025_are_not_confirmed_though_the_text_is_asked_for(
    words: int, outcome: str, certainty: str, decides: bool
) -> None:
    text = SectionWritten(section="how_it_works", text="kata " * words)
    made = entry(text, award="kipp", year=2025, group="umum")
    found = finding(book("kipp-2025-umum"), case(), "section.how_it_works", made)
    assert (found.outcome, found.certainty, found.decides) == (outcome, certainty, decides)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("satu", 1),
        ("  satu \n dua\ttiga ", 3),
        ("non-digital", 1),
        ("- satu\n- dua", 4),
        (" \n ", 0),
    ],
)
def test_words_are_what_white_space_parts(text: str, words: int) -> None:
    assert case(ProfileWritten(design=text)).words["design"].count == words


def test_the_last_word_on_a_text_counts() -> None:
    found = finding(IGA, case(written(design=300), written(design=299)), "section.design")
    assert (found.outcome, found.facts) == ("not_met", [102])


def test_a_text_of_the_entry_goes_before_that_of_the_profile() -> None:
    made = entry(SectionWritten(section="novelty", text="kata " * 201), award="kipp", year=2023, group="umum")
    found = finding(KIPP, case(written(novelty=5)), "section.novelty", made)
    assert (found.outcome, found.facts, found.sentence.values["words"]) == ("not_met", [501], 201)


def test_a_section_without_a_field_is_written_for_the_entry_alone() -> None:
    about = case(written(background=5))
    made = entry(SectionWritten(section="evaluation", text="ada"), award="kipp", year=2021, group="umum")
    assert finding(KIPP21, about, "section.evaluation").outcome == "not_met"
    assert finding(KIPP21, about, "section.evaluation", made).outcome == "met"


def test_a_text_that_is_not_required_only_warns() -> None:
    found = finding(IGA, case(), "section.budget")
    assert (found.outcome, found.kind, found.decides) == ("not_met", "warning", False)


@pytest.mark.parametrize(
    ("said", "rule", "outcome"),
    [
        ([], "field.title", "met"),
        ([], "field.made_by", "met"),
        ([], "field.stage", "met"),
        ([], "field.initiator", "not_met"),
        ([ProfileWritten(initiator="unit")], "field.initiator", "met"),
        ([], "field.implemented_on", "not_met"),
        ([implemented(None)], "field.implemented_on", "not_met"),
        ([implemented("2024")], "field.implemented_on", "met"),
        ([ProfileWritten(other_affairs=["Kesehatan"])], "field.affair", "met"),
    ],
)
def test_a_field_is_recorded_or_not(said: list[Said], rule: str, outcome: str) -> None:
    assert finding(IGA, case(*said), rule).outcome == outcome


LETTERS = ("letter_implementation", "letter_identity", "letter_replication")


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_is_attached_under_its_own_name(letter: str) -> None:
    others = [one for one in LETTERS if one != letter]
    assert finding(KIPP, case(paper(letter)), f"letter.{letter}").outcome == "met"
    assert finding(KIPP, case(paper(*others)), f"letter.{letter}").outcome == "not_met"


@pytest.mark.parametrize(
    ("rules", "certainty", "decides"),
    [(KIPP, "unconfirmed", False), (KIPP22, "confirmed", True)],
    ids=["2023", "2022"],
)
def test_a_missing_letter_decides_only_where_it_is_confirmed(
    rules: object, certainty: str, decides: bool
) -> None:
    found = finding(rules, case(), "letter.letter_identity")  # type: ignore[arg-type]
    assert (found.outcome, found.certainty, found.decides) == ("not_met", certainty, decides)


ATTACHED = [name for name in KIPP_LIMITS if name not in ("summary", "replication_done")]


@pytest.mark.parametrize("part", ATTACHED)
def test_every_aspect_of_the_2023_form_but_the_summary_asks_for_its_attachment(part: str) -> None:
    missing, there = finding(KIPP, case(), f"attachment.{part}"), case(paper(part))
    assert (missing.outcome, missing.decides) == ("not_met", True)
    found = finding(KIPP, there, f"attachment.{part}")
    assert (found.outcome, found.facts) == ("met", [101])


def test_the_summary_asks_for_no_attachment() -> None:
    assert verdict(KIPP, case()).finding("attachment.summary") is None
    assert finding(KIPP22, case(), "attachment.summary").outcome == "not_met"


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({"file": "ab"}, "met"),
        ({"link": "https://x"}, "unknown"),
        ({"file": None}, "not_met"),
    ],
    ids=["file", "link", "neither"],
)
def test_a_paper_is_a_file_or_a_link(more: dict[str, str | None], outcome: str) -> None:
    assert finding(KIPP, case(paper("novelty", **more)), "attachment.novelty").outcome == outcome


def test_one_measurement_before_and_after_is_asked_for_in_2023() -> None:
    measured = Measured(indicator="waktu", unit_of_measure="menit", before="30", after="5")
    assert finding(KIPP, case(), "measurements").outcome == "not_met"
    found = finding(KIPP, case(measured, measured), "measurements")
    assert (found.outcome, found.facts, found.sentence.values) == ("met", [101, 102], {"count": 2})


LINK = "https://video"


@pytest.mark.parametrize(
    ("said", "outcome", "certainty", "facts"),
    [
        ([], "not_met", "confirmed_copy", []),
        ([ProfileWritten(video_link=LINK)], "unknown", "unconfirmed", [101]),
        ([ProfileWritten(video_link=LINK), seen(LINK, "2023-04-01")], "met", "confirmed_copy", [101, 102]),
        ([ProfileWritten(video_link=LINK), seen(LINK, None)], "met", "confirmed_copy", [101, 102]),
        (
            [ProfileWritten(video_link=LINK), seen(LINK, "2023-04-01", alive=False)],
            "not_met",
            "confirmed_copy",
            [101, 102],
        ),
        (
            [ProfileWritten(video_link=LINK), seen(LINK, "2023-04", alive=False), seen(LINK, "2023-05")],
            "met",
            "confirmed_copy",
            [101, 103],
        ),
        ([ProfileWritten(video_link=LINK), seen("https://other", None)], "unknown", "unconfirmed", [101]),
        (
            [ProfileWritten(video_link="https://old"), seen("https://old", None, alive=False)]
            + [ProfileWritten(video_link=LINK), seen(LINK, None)],
            "met",
            "confirmed_copy",
            [103, 104],
        ),
    ],
    ids=["none", "unseen", "seen", "seen on an unknown day", "dead", "alive again", "another", "replaced"],
)
def test_a_video_is_a_link_that_last_opened(
    said: list[Said], outcome: str, certainty: str, facts: list[int]
) -> None:
    found = finding(KIPP, case(*said), "video")
    assert (found.outcome, found.certainty, found.facts) == (outcome, certainty, facts)


def test_proof_of_a_replication_is_asked_of_what_was_replicated() -> None:
    replicated = Replicated(direction="out", place="Kabupaten Banjarnegara")
    assert verdict(KIPP, case()).finding("attachment.replication_done") is None
    assert finding(KIPP, case(replicated), "attachment.replication_done").outcome == "not_met"
    proved = case(replicated, paper("replication_done"))
    assert finding(KIPP, proved, "attachment.replication_done").outcome == "met"
