"""Dossiers: what they hold, what they miss, and that every value says where it comes from."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import convert

from exporters.dossier.build import build
from exporters.dossier.gaps import required_gaps
from projections.queries.detail_types import InnovationDetail
from schemas import loader
from tests.exporters import portraits
from tests.exporters.portraits import plain_dossier

FORMS = {"iga": portraits.form("iga", 2026), "kipp": portraits.form("kipp", 2023, "umum")}
PORTRAITS = {
    "complete": portraits.complete(),
    "empty": portraits.almost_empty(),
    "hostile": portraits.hostile(),
}


def dossier(award: str, which: str) -> dict[str, Any]:
    return plain_dossier(PORTRAITS[which], FORMS[award])


def section(made: dict[str, Any], ident: str) -> dict[str, Any]:
    return next(entry for entry in made["sections"] if entry["id"] == ident)


@pytest.mark.parametrize("which", PORTRAITS)
@pytest.mark.parametrize("award", FORMS)
def test_every_dossier_meets_its_schema_as_json(award: str, which: str) -> None:
    made = json.loads(json.dumps(dossier(award, which)))
    loader.check(f"dossier-{award}", made)


@pytest.mark.parametrize("award", FORMS)
def test_building_leaves_innovation_and_form_as_they_were(award: str) -> None:
    detail, form = convert(PORTRAITS["complete"], InnovationDetail), copy.deepcopy(FORMS[award])
    build(detail, form)
    assert (detail, form) == (convert(PORTRAITS["complete"], InnovationDetail), FORMS[award])


def test_the_envelope_says_what_was_asked_and_gives_no_verdict() -> None:
    made = dossier("iga", "complete")
    told = {key: made[key] for key in ("schema", "award", "year", "group", "code", "position", "spoken_day")}
    assert told == {
        "schema": "dossier-iga",
        "award": "iga",
        "year": 2026,
        "group": None,
        "code": "3303-0147",
        "position": 1204,
        "spoken_day": "2026-11-22",
    }
    assert made["verdict"] == {"outcome": "not_assessed"}
    assert (made["form"]["id"], made["form"]["sha256"]) == ("iga-2026", FORMS["iga"].sha256)
    assert made["illustrative"] is True


def test_the_layout_note_stands_only_where_the_layout_is_unconfirmed() -> None:
    assert dossier("iga", "empty")["layout"]["note"] == FORMS["iga"].layout_note
    assert dossier("kipp", "empty")["layout"]["note"] is None


def test_an_illustrative_lab_makes_the_dossier_illustrative() -> None:
    portrait = portraits.complete() | {"illustrative": False}
    assert plain_dossier(portrait, FORMS["iga"])["illustrative"] is True


@pytest.mark.parametrize("award", FORMS)
def test_a_complete_innovation_misses_nothing(award: str) -> None:
    assert dossier(award, "complete")["missing"] == []


def test_what_only_the_official_application_takes_is_named_apart() -> None:
    assert [entry["id"] for entry in dossier("iga", "complete")["elsewhere"]] == [
        "registration_number",
        "parameter",
    ]
    assert [entry["id"] for entry in dossier("kipp", "complete")["elsewhere"]] == ["finalist", "spbe"]


def test_an_almost_empty_iga_dossier_lists_every_gap_in_order() -> None:
    gaps = [(gap["part"], gap["id"]) for gap in dossier("iga", "empty")["missing"]]
    asked = ["stage", "initiator", "technology", "form", "affair", "design", "aims", "benefits", "results"]
    asked += ["trialled_on", "implemented_on"]
    rows = dossier("iga", "empty")["indicators"]
    # Mandatory ones first, each kind in the order of the form.
    rows = [row for wanted in (True, False) for row in rows if bool(row["mandatory"]["value"]) is wanted]
    indicators = [("indicator", row["id"]) for row in rows]
    records = [("record", "approval"), ("record", "agreement")]
    assert [row["number"] for row in rows[:6]] == [16, 17, 32, 33, 35, 18]
    assert gaps == [("section", ident) for ident in asked] + indicators + records


def test_an_almost_empty_kipp_dossier_lists_every_gap_in_order() -> None:
    gaps = [(gap["part"], gap["id"]) for gap in dossier("kipp", "empty")["missing"]]
    aspects = [entry["id"] for entry in dossier("kipp", "empty")["sections"]]
    letters = [entry["id"] for entry in dossier("kipp", "empty")["letters"]]
    assert gaps == [
        *(("identity", ident) for ident in ("implemented_on", "category", "sdgs", "video_link")),
        *(("section", ident) for ident in aspects),
        ("measurement", "significance"),
        *(("attachment", ident) for ident in aspects if ident != "summary"),
        *(("letter", ident) for ident in letters),
        ("record", "approval"),
        ("record", "agreement"),
    ]


def test_every_gap_says_how_to_mend_it() -> None:
    for award in FORMS:
        gaps = dossier(award, "empty")["missing"]
        assert all(gap["label"] and gap["what"] and gap["mend"] for gap in gaps)
    design = next(gap for gap in dossier("iga", "empty")["missing"] if gap["id"] == "design")
    assert (design["sheet"], design["column"]) == ("Profil", "Rancang Bangun")


@pytest.mark.parametrize(
    ("words", "state", "figures"),
    [(299, "too_short", ("299", "300", "1")), (300, "recorded", ()), (9_000, "recorded", ())],
)
def test_a_design_needs_300_words(words: int, state: str, figures: tuple[str, ...]) -> None:
    portrait = portraits.complete()
    portrait["fields"]["design"]["value"] = portraits.text(words)
    made = plain_dossier(portrait, FORMS["iga"])
    assert (section(made, "design")["state"], section(made, "design")["words"]) == (state, words)
    assert [[figure in gap["what"] for figure in figures] for gap in made["missing"]] == [
        [True] * len(figures)
    ] * bool(figures)


@pytest.mark.parametrize(("words", "state"), [(600, "recorded"), (601, "too_long")])
def test_significance_takes_600_words(words: int, state: str) -> None:
    portrait = portraits.complete()
    portrait["fields"]["significance"]["value"] = portraits.text(words)
    made = plain_dossier(portrait, FORMS["kipp"])
    assert section(made, "significance")["state"] == state
    assert [gap["id"] for gap in made["missing"]] == ["significance"] * (state == "too_long")


def test_a_category_of_another_year_is_named() -> None:
    portrait = portraits.complete()
    portrait["fields"]["kipp_category"]["value"] = "Penegakan hukum dan HAM"
    (gap,) = plain_dossier(portrait, FORMS["kipp"])["missing"]
    assert (gap["part"], gap["id"], gap["column"]) == ("identity", "category", "Kategori KIPP")
    assert "Penegakan hukum dan HAM" in gap["what"]


def test_a_measurement_counts_only_with_both_sides() -> None:
    portrait = portraits.complete()
    for entry in portrait["measurements"]:
        entry["after"] = None
    (gap,) = plain_dossier(portrait, FORMS["kipp"])["missing"]
    assert (gap["part"], gap["id"]) == ("measurement", "significance")


@pytest.mark.parametrize("raw", [None, "", " \n ", []])
def test_blank_is_not_recorded(raw: object) -> None:
    portrait = portraits.complete()
    portrait["fields"]["budget"]["value"] = raw
    (held,) = section(plain_dossier(portrait, FORMS["iga"]), "budget")["values"]
    assert held == {"field": "budget", "value": None, "label": None, "state": "not_recorded", "sources": []}


def test_choices_bear_the_official_label_and_the_recorded_value() -> None:
    made = dossier("iga", "complete")
    held = {ident: section(made, ident)["values"][0] for ident in ("stage", "initiator")}
    assert {ident: (value["value"], value["label"]) for ident, value in held.items()} == {
        "stage": ("implemented", "Penerapan"),
        "initiator": ("perangkat daerah", "Perangkat Daerah (OPD)"),
    }


def test_maturity_and_parameters_are_never_made_up() -> None:
    made = dossier("iga", "complete")
    assert (section(made, "maturity")["state"], section(made, "maturity")["values"]) == ("not_assessed", [])
    assert {row["parameter"]["state"] for row in made["indicators"]} == {"not_recorded"}


def test_evidence_stands_under_what_it_names() -> None:
    made = dossier("iga", "complete")
    assert [[entry["subject"] for entry in row["evidence"]] for row in made["indicators"]] == [
        [subject] for _, _, _, subject in portraits.INDICATORS
    ]
    kipp = dossier("kipp", "complete")
    attached = [entry["attachment"]["evidence"] for entry in kipp["sections"]]
    assert [len(found) for found in attached] == [0, 1, 1, 1, 1, 1, 1, 1, 1]


@pytest.mark.parametrize("which", PORTRAITS)
@pytest.mark.parametrize("award", FORMS)
def test_every_recorded_value_has_sources_and_every_source_is_in_the_appendix(award: str, which: str) -> None:
    made = dossier(award, which)
    appendix = [entry["event"] for entry in made["provenance"]]
    held = [node for node in _nodes(made) if "sources" in node and "sha256" not in node]
    recorded = [node for node in held if node.get("state", "recorded") == "recorded"]
    assert all(node["sources"] for node in recorded)
    assert {source["event"] for node in held for source in node["sources"]} == set(appendix)
    assert appendix == sorted(set(appendix))


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(child)


def test_the_appendix_numbers_events_and_gathers_their_cells() -> None:
    made = dossier("iga", "empty")
    assert made["provenance"] == [
        {
            "number": 1,
            "event": 6,
            "occurred": "2023-03-02",
            "recorded_at": portraits.INSTANT,
            "actor": "3303/person/000001",
            "actor_post": "Analis Kebijakan Ahli Muda",
            "places": [],
        }
    ]
    profile = next(entry for entry in dossier("iga", "complete")["provenance"] if entry["event"] == 811)
    assert [place["cell"] for place in profile["places"]][:3] == ["F12", "E12", "G12"]


def test_an_innovation_that_breaks_its_contract_is_refused() -> None:
    with pytest.raises(loader.SchemaError) as refused:
        plain_dossier(portraits.almost_empty() | {"code": "147"}, FORMS["iga"])
    assert refused.value.path == "$.code"


def test_figures_in_sentences_are_written_as_in_documents() -> None:
    (gap, *_rest) = dossier("kipp", "hostile")["missing"]
    assert (gap["id"], "10.025" in gap["what"], "9.425" in gap["what"]) == ("significance", True, True)


@pytest.mark.parametrize(("award", "optional"), [("iga", {"indicator", "record"}), ("kipp", {"record"})])
def test_gaps_of_parts_that_the_form_asks_for(award: str, optional: set[str]) -> None:
    made = portraits.dossier_of(portraits.almost_empty(), FORMS[award])
    required = required_gaps(made)
    assert {gap.part for gap in made.gaps if gap not in required} == optional
    indicators = [gap.label.partition(" ")[0] for gap in required if gap.part == "indicator"]
    assert indicators == (["16", "17", "32", "33", "35"] if award == "iga" else [])
