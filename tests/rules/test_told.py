"""What a finding says and what would mend it."""

from typing import Any

import pytest

from domain.base import Reason, reason
from domain.profile import Measured, ProfileWritten
from domain.rules.case import Sourced as At
from domain.rules.context import Award
from jejak_i18n import sentence as in_words
from tests.rules.given import (
    STREAM,
    Said,
    book,
    case,
    claim,
    developed,
    entry,
    finding,
    implemented,
    seen,
    written,
)

PLACED = "Record the exact date on sheet Penerapan (or Pendukung, for a development)."
IMPLEMENT = "Record the beginning of the implementation on sheet Penerapan."
DESIGN = (
    "Write it anew for this edition alone: jejak entry write {code} --award {award} --year {year}"
    " --section {section} --file FILE"
)
PROFILE_SHEET = "Fill in {label} on sheet Profil, then import again."
SHORTEN = "Write it anew on sheet Naskah: what stands there counts for this edition alone."
PROFILE, NASKAH = (
    "Fill in {label} on sheet Profil, then import again.",
    "Write {label} on sheet Naskah, then import again.",
)
ON_TIME = [implemented("2024-05-01")]
DEVELOP = "If it was developed within the window, record that on sheet Pendukung with its evidence."
CLOSED: dict[str, Any] = {"closing": At(7, "2021-05-11")}
AGED = "Implemented {began}: at least {years} years old at the closing on {closing}."
YOUNG = "Implemented {began}: less than {years} years old at the closing on {closing}."
UNTOLD = "Implemented {began}: whether it is {years} years old on {closing} cannot be told."
UNCOUNTED = "The closing date is not recorded, so the age of {years} years cannot be counted."
LINK = "https://v"
VIDEO = [ProfileWritten(video_link=LINK)]
DEAD = [*VIDEO, seen(LINK, "2023", alive=False)]
WON: dict[str, Any] = {"awards": {STREAM: [Award(9, "KIPP", "TOP 45", "2020")]}}
ASKS = "This group asks for an earlier award: {awards}. None is recorded."
MEASURED = Measured(indicator="w", unit_of_measure="m", before="1", after="2")
TOLD: list[tuple[str, str, list[Said], dict[str, Any], str, str | None]] = [
    ("iga-2026", "window", ON_TIME, {}, "Implemented {date}, within the window {first} – {last}.", None),
    (
        "iga-2026",
        "window",
        [implemented("2020")],
        {},
        "Implemented {date}, outside the window {first} – {last}.",
        DEVELOP,
    ),
    (
        "iga-2026",
        "window",
        [],
        {},
        "No implementation is recorded; it must lie within {first} – {last}.",
        IMPLEMENT,
    ),
    (
        "iga-2026",
        "window",
        [implemented(None)],
        {},
        "Whether it was implemented within {first} – {last} cannot be told: {date} is recorded.",
        PLACED,
    ),
    (
        "iga-2026",
        "window",
        [implemented("2020"), developed("2024")],
        {},
        "Developed {date}, within the window {first} – {last}.",
        None,
    ),
    (
        "iga-2023",
        "window",
        [implemented("2020"), developed("2021")],
        {},
        "Developed {date} within {first} – {last}; whether that opens the window is not confirmed.",
        None,
    ),
    ("iga-2027", "window", [], {}, "The window of implementation of this edition is not known.", None),
    ("iga-2026", "field.initiator", [], {}, "{label}: not recorded.", PROFILE_SHEET),
    ("iga-2026", "field.initiator", [ProfileWritten(initiator="unit")], {}, "{label}: recorded.", None),
    (
        "iga-2026",
        "section.design",
        [written(design=299)],
        {},
        "{label}: {words} words; at least {limit} are asked for ({short} short).",
        DESIGN,
    ),
    ("iga-2026", "section.design", [written(design=300)], {}, "{label}: {words} words.", None),
    ("iga-2026", "section.aims", [written(aims=1)], {}, "{label}: recorded.", None),
    ("iga-2026", "section.aims", [], {}, "{label}: not recorded.", PROFILE),
    ("kipp-2021-umum", "section.evaluation", [], {}, "{label}: not recorded.", NASKAH),
    (
        "kipp-2023-umum",
        "section.novelty",
        [written(novelty=201)],
        {},
        "{label}: {words} words; at most {limit} are allowed ({over} too many).",
        SHORTEN,
    ),
    (
        "kipp-2021-umum",
        "age",
        [implemented("2019")],
        {},
        UNCOUNTED,
        "Record the closing date on sheet Jadwal",
    ),
    (
        "kipp-2021-umum",
        "age",
        [],
        CLOSED,
        "No implementation is recorded; it must be {years} years",
        IMPLEMENT,
    ),
    ("kipp-2021-umum", "age", [implemented("2018")], CLOSED, AGED, None),
    ("kipp-2021-umum", "age", [implemented("2020")], CLOSED, YOUNG, None),
    (
        "kipp-2021-umum",
        "age",
        [implemented("2019")],
        CLOSED,
        UNTOLD,
        "Record the exact date on sheet Penerapan.",
    ),
    ("kipp-2023-umum", "age", [], {}, "The least age of this edition is not known.", None),
    ("kipp-2021-umum", "history", [], {}, "No earlier award shuts it out.", None),
    ("kipp-2021-umum", "history", [], WON, "Shut out by earlier awards: {awards}.", None),
    ("kipp-2023-khusus", "history.required", [], {}, ASKS, "Record the award on sheet Penghargaan."),
    (
        "kipp-2021-replikasi",
        "replication_source",
        [],
        {},
        "The innovation that it replicates is not recorded with its award.",
        "Record it on sheet Isian KIPP, with tier and edition of its award.",
    ),
    ("kipp-2021-umum", "quota", [], {"entries": [1]}, "{count} entries of the region; {limit}", None),
    ("kipp-2021-umum", "quota", [], {"entries": [1] * 12}, "{count} entries of", "Withdraw {over} entries"),
    ("kipp-2023-umum", "category", [], {}, "No category is chosen.", "Choose one of the {count} categories"),
    (
        "kipp-2023-umum",
        "category",
        [ProfileWritten(kipp_category="X")],
        {},
        '"{value}" is not one of the {count} categories of this edition.',
        "Choose one of the {count} categories on sheet Isian KIPP.",
    ),
    ("kipp-2023-umum", "sdgs", [], {}, "No goal of {label} is chosen.", "Choose it on sheet Isian KIPP."),
    ("kipp-2023-umum", "sdgs", [ProfileWritten(sdgs=[3, 4])], {}, "{label}: {goals}.", None),
    ("kipp-2023-umum", "measurements", [], {}, "No indicator is measured", "Fill in sheet Pengukuran."),
    ("kipp-2023-umum", "measurements", [MEASURED], {}, "{count} indicators are measured", None),
    (
        "kipp-2023-umum",
        "letter.letter_identity",
        [],
        {},
        "{label}: not attached.",
        "Attach it on sheet Bukti",
    ),
    (
        "kipp-2023-umum",
        "letter.form_spbe",
        [ProfileWritten(technology="digital")],
        {},
        "{label}: not attached.",
        "Its text is the ministry's, and Jejak does not have it: get it there, fill it in, then attach it on"
        " sheet Bukti with this part's name in the column Bagian KIPP.",
    ),
    ("kipp-2023-umum", "video", [], {}, "Video: no link is recorded.", "Fill in Tautan Video"),
    (
        "kipp-2023-umum",
        "video",
        VIDEO,
        {},
        "Video: nobody has recorded that the link opens.",
        "Open it, then",
    ),
    ("kipp-2023-umum", "video", DEAD, {}, "Video: the link did not open on {date}.", "Publish the video"),
    ("pp38-2017", "criterion.new", [], {}, "Nobody has assessed the criterion yet: {label}.", "Assess it"),
    ("inagara-2022", "recognised.launched", [], {}, "Not recorded: {label}.", None),
    (
        "iga-2026",
        "indicator.work_tools",
        [],
        {},
        "{row}: nothing is recorded and nothing is claimed.",
        "Claim the level on sheet Klaim IGA and attach its evidence on sheet Bukti.",
    ),
    ("iga-2026", "indicator.actors", [], {}, "{row}: nothing is recorded", "Record it on sheet Pendukung as"),
]


@pytest.mark.parametrize(
    ("name", "rule", "said", "around", "sentence", "remedy"),
    TOLD,
    ids=[f"{one[0]} {one[1]}: {one[4]}" for one in TOLD],
)
def test_a_finding_says_what_is_so_and_what_would_mend_it(
    name: str, rule: str, said: list[Said], around: dict[str, Any], sentence: str, remedy: str | None
) -> None:
    """Long sentences are compared by their beginning."""
    found = finding(book(name), case(*said), rule, **around)
    assert found.sentence.text[: len(sentence)] == sentence
    assert (found.remedy.text[: len(remedy or "")] if found.remedy else None) == remedy


@pytest.mark.parametrize(
    ("name", "rule", "column"),
    [
        ("kipp-2023-umum", "section.replication_done", "Replikasi Terlaksana"),
        ("kipp-2023-umum", "section.implementation", "Implementasi"),
        ("iga-2026", "field.affair", "Urusan"),
        ("iga-2026", "section.aims", "Tujuan"),
    ],
)
def test_a_remedy_names_the_column_and_not_the_part_of_the_form(name: str, rule: str, column: str) -> None:
    remedy = finding(book(name), case(), rule).remedy
    assert remedy == reason(PROFILE_SHEET, label=column)


@pytest.mark.parametrize(
    ("rule", "sheet"), [("field.trialled_on", "Uji Coba"), ("field.implemented_on", "Penerapan")]
)
def test_a_remedy_names_the_sheet_of_what_no_profile_holds(rule: str, sheet: str) -> None:
    remedy = finding(book("iga-2026"), case(), rule).remedy
    told = "Fill in the column {column} of the sheet {sheet}, then import again."
    assert remedy == reason(told, column="Tanggal", sheet=sheet)


@pytest.mark.parametrize(
    ("level", "sentence", "remedy"),
    [(1, "Criterion met: {label}.", None), (0, "Criterion not met: {label}.", None)],
)
def test_a_criterion_that_was_assessed_asks_for_nothing_more(level: int, sentence: str, remedy: None) -> None:
    found = finding(book("pp38-2017"), case(), "criterion.new", entry(claim("new", level), award="pp38"))
    assert (found.sentence.text, found.remedy, found.certainty) == (sentence, remedy, "confirmed")


def test_a_level_that_is_reached_but_not_the_highest_says_what_the_next_asks_for() -> None:
    made = entry(claim("executors", 1))
    found = finding(book("iga-2026"), case(), "indicator.executors", made)
    asked = "surat tugas kepala perangkat daerah atau yang setara (kepala puskesmas, kepala sekolah)"
    assert (found.level, found.upto) == (1, 2)
    assert found.remedy == Reason("The next level asks for: {text}.", {"text": asked})


def test_what_is_written_anew_names_its_innovation() -> None:
    remedy = finding(book("iga-2026"), case(written(design=299)), "section.design").remedy
    assert remedy is not None
    assert in_words(remedy, "id") == (
        "Tulis naskah khusus tahun lomba ini: jejak entry write 3303-0001 --award iga --year 2026"
        " --section design --file BERKAS"
    )
