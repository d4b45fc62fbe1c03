"""What an edition asks of the video: in words where it is known, nothing where it is not."""

from __future__ import annotations

import pytest

from domain.rules.certainty import Known
from domain.rules.rulebook import Video
from exporters.dossier import video_rules
from exporters.word.template_context import template_context
from schemas import loader
from tests.exporters.portraits import complete, dossier_of, form
from tests.rules.given import book

ASKED = {
    "kipp-2021-umum": None,
    "kipp-2022-khusus": "paling lama 3 menit · tempat: YouTube (terkonfirmasi)",
    "kipp-2022-umum": "paling lama 3 menit · tempat: YouTube (terkonfirmasi)",
    "kipp-2023-khusus": None,
    "kipp-2023-umum": "tempat: YouTube (terkonfirmasi dari salinan)",
}


@pytest.mark.parametrize(("name", "asked"), ASKED.items(), ids=ASKED)
def test_each_edition_says_what_its_source_says(name: str, asked: str | None) -> None:
    rule = book(name).video
    assert (video_rules.told(rule) if rule else None) == asked


def test_both_groups_of_2025_ask_the_same() -> None:
    first, second = (book(name).video for name in ("kipp-2025-umum", "kipp-2025-replikasi"))
    assert first == second
    assert first is not None
    assert first.max_minutes == Known(value=5, certainty="confirmed")


def test_what_is_not_confirmed_says_so() -> None:
    rule = Video(
        required=Known(value=True, certainty="confirmed"),
        max_minutes=Known(value=4, certainty="unconfirmed"),
        carrier=Known(value="YouTube", certainty="confirmed"),
        language=Known(value=None, certainty="unconfirmed"),
    )
    assert video_rules.told(rule) == (
        "paling lama 4 menit (belum terkonfirmasi); tempat: YouTube (terkonfirmasi)"
    )


def test_a_draft_prints_them_beside_the_link_and_a_final_copy_does_not() -> None:
    made = dossier_of(complete(), form("kipp", 2023, "umum"))
    labels = [one.label for one in template_context(made).identity]
    assert labels[labels.index("Link YouTube") + 1] == "Ketentuan video"
    printed = {one.label: one.paragraphs for one in template_context(made).identity}
    assert printed["Ketentuan video"] == [ASKED["kipp-2023-umum"]]
    assert "Ketentuan video" not in [one.label for one in template_context(made, final=True).identity]
    assert made.gaps == []


def test_an_edition_without_a_rule_prints_none() -> None:
    made = dossier_of(complete(), form("kipp", 2023, "khusus"))
    assert "video_rules" not in [one.id for one in made.identity]
    assert loader.rulebook("kipp-2023-khusus")["video"].keys() == {"required", "sources"}
