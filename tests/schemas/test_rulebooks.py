"""The form files: their totals, their certainty, and the loader."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import schemas
from exporters import remedies
from schemas import loader

FORMS = Path(schemas.__file__).parent / "rulebooks"


def test_indicator_weights_make_111_points() -> None:
    weights = [indicator["weight"]["value"] for indicator in loader.form("iga", 2026)["indicators"]]
    assert (len(weights), sum(weights), sum(weight * 3 for weight in weights)) == (20, 37, 111)


def test_indicators_are_numbered_as_nation_and_application_do() -> None:
    indicators = loader.form("iga", 2026)["indicators"]
    assert [(i["number"], i["row"]) for i in indicators] == [(n + 15, n) for n in range(1, 21)]
    assert [i["number"] for i in indicators if i["mandatory"]["value"]] == [16, 17, 32, 33, 35]


def test_indicator_ids_are_those_of_the_workbook() -> None:
    assert [indicator["id"] for indicator in loader.form("iga", 2026)["indicators"]] == [
        "regulation",
        "personnel",
        "budget_support",
        "work_tools",
        "training",
        "planning_integration",
        "actors",
        "executors",
        "network",
        "dissemination",
        "technical_guide",
        "information_access",
        "process_ease",
        "complaints",
        "integrated_service",
        "replication",
        "creation_speed",
        "usefulness",
        "monitoring_evaluation",
        "video",
    ]


def test_profile_is_numbered_in_order_and_asks_300_words_of_the_design() -> None:
    sections = loader.form("iga", 2026)["sections"]
    assert [section["number"] for section in sections] == [f"1.{n}" for n in range(1, 17)]
    limits = {section["id"]: section["min_words"] for section in sections if "min_words" in section}
    assert limits == {"design": {"value": 300, "certainty": "confirmed_copy"}}


def test_kipp_weights_make_100_and_words_2300_without_the_summary() -> None:
    sections = loader.form("kipp", 2023, "umum")["sections"]
    assert sum(section["weight"]["value"] for section in sections if section["weight"]) == 100
    limits = {section["id"]: section["max_words"]["value"] for section in sections}
    assert sum(limits.values()) - limits["summary"] == 2_300
    assert sum(limits.values()) == 2_500


def test_kipp_has_11_categories_and_3_letters() -> None:
    form = loader.form("kipp", 2023, "umum")
    assert (len(form["categories"]), [letter["id"] for letter in form["letters"]]) == (
        11,
        ["letter_implementation", "letter_identity", "letter_replication"],
    )


def test_the_layout_of_2026_is_not_confirmed() -> None:
    form = loader.form("iga", 2026)
    assert (form["layout_year"], form["layout_certainty"]) == (2023, "unconfirmed")


@pytest.mark.parametrize("name", loader.form_ids())
def test_every_rule_bears_its_certainty(name: str) -> None:
    form = json.loads((FORMS / f"{name}.json").read_text(encoding="utf-8"))
    rules = [node for node in _nodes(form) if "value" in node]
    items = [*form["identity"], *form["sections"], *form.get("indicators", []), *form["sources"]]
    assert all(node["certainty"] in {"confirmed", "confirmed_copy", "unconfirmed"} for node in rules + items)
    assert len(rules) > 30


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _nodes(child)


@pytest.mark.parametrize("name", loader.form_ids())
def test_every_required_field_has_a_place_in_the_workbook(name: str) -> None:
    form = json.loads((FORMS / f"{name}.json").read_text(encoding="utf-8"))
    asked = [item for item in [*form["identity"], *form["sections"]] if item["required"]["value"]]
    assert [item["id"] for item in asked if not item["fields"]] == []
    assert all(all(remedies.place(item["fields"][0])) for item in asked)


def test_a_form_carries_the_hash_of_its_file() -> None:
    raw = (FORMS / "iga-2026.json").read_bytes()
    assert loader.form("iga", 2026)["sha256"] == hashlib.sha256(raw).hexdigest()


def test_the_group_may_be_left_out_when_there_is_one() -> None:
    assert loader.form("kipp", 2023) == loader.form("kipp", 2023, "umum")


@pytest.mark.parametrize(
    ("asked", "available"),
    [
        (("iga", 2025, None), ["iga-2026"]),
        (("kipp", 2023, "khusus"), ["kipp-2023-umum"]),
        (("unpsa", 2026, None), ["iga-2026", "kipp-2023-umum"]),
    ],
)
def test_a_form_that_is_not_there_names_those_that_are(
    asked: tuple[str, int, str | None], available: list[str]
) -> None:
    with pytest.raises(loader.FormNotFound) as refused:
        loader.form(*asked)
    assert refused.value.available == available
    assert str(asked[1]) in str(refused.value)


def test_a_form_with_an_unknown_key_is_refused() -> None:
    form = json.loads((FORMS / "iga-2026.json").read_text(encoding="utf-8"))
    form["sections"][7]["min_word"] = 300
    with pytest.raises(loader.SchemaError) as refused:
        loader.check("rulebook", form)
    assert (refused.value.schema_name, refused.value.path) == ("rulebook", "$.sections[7]")


def test_the_schemas_are_schemas() -> None:
    from jsonschema import Draft202012Validator

    for name in ("rulebook", "dossier-iga", "dossier-kipp"):
        Draft202012Validator.check_schema(loader.schema(name))
