"""The rulebook files: totals, certainty, sources, gaps, and the loader of those that have a form."""

import hashlib
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import schemas
from domain.rules.rulebook import Rulebook, load
from domain.rules.totals import Totals
from jejak_i18n import fields
from schemas import loader

FOLDER = Path(schemas.__file__).parent / "rulebooks"
ALL = loader.rulebook_ids()
CERTAINTIES = {"confirmed", "confirmed_copy", "unconfirmed"}
RULES = ("window", "age", "history", "replication_source", "duplicates", "queue", "sdgs", "asta_cita")
LISTS = ("identity", "sections", "indicators", "spd", "letters", "categories", "predicates") + (
    "criteria",
    "recognises",
    "sources",
)


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of a tree of JSON."""
    if isinstance(tree, dict):
        yield tree
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(child)


def points(region: str | None, innovation: str | None, number: str | None) -> Totals:
    made = [None if one is None else Decimal(one) for one in (region, innovation, number)]
    return Totals(region=made[0], innovation=made[1], number=made[2])


@pytest.mark.parametrize(
    ("name", "most", "whole", "shares"),
    [
        ("iga-2026", points("63", "111", "76"), "250", ("25.20", "44.40", "30.40")),
        ("iga-2024", points(None, "111", None), None, None),
        ("iga-2023", points(None, "111", None), None, None),
        ("iga-2025", points(None, None, None), None, None),
        ("kipp-2023-umum", points(None, None, None), None, None),
    ],
)
def test_totals_follow_from_the_weights(
    name: str, most: Totals, whole: str | None, shares: tuple[str, ...] | None
) -> None:
    found = load(loader.rulebook(name)).totals
    assert found == most
    assert found.whole == (None if whole is None else Decimal(whole))
    assert found.shares() == (None if shares is None else tuple(map(Decimal, shares)))


@pytest.mark.parametrize("name", ["iga-2023", "iga-2024", "iga-2026"])
def test_indicators_are_numbered_as_nation_and_application_do(name: str) -> None:
    indicators = loader.form("iga", int(name[4:]))["indicators"]
    assert [(i["number"], i["row"]) for i in indicators] == [(n + 15, n) for n in range(1, 21)]
    assert [i["id"] for i in indicators] == list(loader.packaged().indicator_numbers.values())


@pytest.mark.parametrize(
    ("year", "mandatory"), [(2023, [16, 17, 32, 33, 35]), (2024, []), (2026, [16, 17, 32, 33, 35])]
)
def test_mandatory_indicators_are_five_where_they_are_known(year: int, mandatory: list[int]) -> None:
    indicators = loader.form("iga", year)["indicators"]
    assert [i["number"] for i in indicators if i["mandatory"]["value"]] == mandatory


def test_indicator_ids_are_those_of_the_workbook() -> None:
    assert list(loader.packaged().indicator_numbers.values()) == [
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


@pytest.mark.parametrize("year", [2023, 2024, 2026])
def test_profile_is_numbered_in_order_and_asks_300_words_of_the_design(year: int) -> None:
    sections = loader.form("iga", year)["sections"]
    assert [section["number"] for section in sections] == [f"1.{n}" for n in range(1, 17)]
    limits = {section["id"]: section["min_words"] for section in sections if "min_words" in section}
    assert limits == {"design": {"value": 300, "certainty": "confirmed_copy"}}


def test_kipp_weights_make_100_and_words_2300_without_the_summary() -> None:
    sections = loader.form("kipp", 2023, "umum")["sections"]
    assert sum(section["weight"]["value"] for section in sections if section["weight"]) == 100
    limits = {section["id"]: section["max_words"]["value"] for section in sections}
    assert sum(limits.values()) - limits["summary"] == 2_300
    assert sum(limits.values()) == 2_500


@pytest.mark.parametrize(
    ("name", "categories", "letters"),
    [
        ("kipp-2021-umum", 10, []),
        ("kipp-2022-umum", 3, ["letter_identity"]),
        (
            "kipp-2023-umum",
            11,
            ["letter_implementation", "letter_identity", "letter_replication", "form_spbe"],
        ),
        ("kipp-2025-umum", 9, ["letter_identity", "letter_replication", "letter_implementation"]),
    ],
)
def test_categories_and_letters_change_from_year_to_year(
    name: str, categories: int, letters: list[str]
) -> None:
    book = load(loader.rulebook(name))
    assert (len(book.categories), [letter.id for letter in book.letters]) == (categories, letters)


def test_the_layout_of_2026_is_not_confirmed() -> None:
    form = loader.form("iga", 2026)
    assert (form["layout_year"], form["layout_certainty"]) == (2023, "unconfirmed")


@pytest.mark.parametrize("name", ALL)
def test_every_item_bears_its_certainty(name: str) -> None:
    book = loader.rulebook(name)
    items = [node for node in nodes(book) if "value" in node]
    items += [item for part in LISTS for item in book.get(part, [])]
    items += [book[rule] for rule in RULES if book.get(rule) and rule != "age"]
    items += [rule for row in book.get("indicators", []) for rule in row["evidence_rules"]]
    items += [row["derive"] for row in book.get("indicators", []) if row["derive"]]
    items += [row["levels"] for part in ("indicators", "spd") for row in book.get(part, []) if row["levels"]]
    assert [item for item in items if item.get("certainty") not in CERTAINTIES] == []
    assert items


@pytest.mark.parametrize("name", ALL)
def test_every_rulebook_becomes_typed_and_keeps_its_name(name: str) -> None:
    book = load(loader.rulebook(name))
    assert isinstance(book, Rulebook)
    parts = [book.award, str(book.year), *([book.group] if book.group else [])]
    assert book.id == name == "-".join(parts)
    assert book.sha256 == hashlib.sha256(loader.rulebook_bytes(name)).hexdigest()


@pytest.mark.parametrize("name", ALL)
def test_every_source_that_an_item_cites_stands_in_the_sources(name: str) -> None:
    book = loader.rulebook(name)
    cited = {one for node in nodes(book) if node is not book for one in node.get("sources", [])}
    assert sorted(cited - {source["id"] for source in book["sources"]}) == []
    assert len({source["id"] for source in book["sources"]}) == len(book["sources"]) > 0


@pytest.mark.parametrize("name", [name for name in ALL if name.startswith(("iga-", "kipp-"))])
def test_a_rulebook_names_its_gaps(name: str) -> None:
    book = load(loader.rulebook(name))
    lacks = {
        "iga": {
            "window": book.window is None,
            "spread": book.spread is None,
            "divisor": book.divisor is None,
            "number": book.number is None,
            "indicators": not book.indicators,
            "sections": not book.sections,
            "spd": book.totals.region is None,
            "index": book.totals.whole is None,
            "mandatory": any(row.mandatory.value is None for row in book.indicators),
            "missing_mandatory": book.missing_mandatory is not None and book.missing_mandatory.value is None,
        },
        "kipp": {
            "age": book.age is None or book.age.years.value is None,
            "quota": book.quota is None,
            "history": book.history is None,
            "letters": not book.letters,
            "weights": not any(part.weight for part in book.sections),
            "word_limits": all(part.max_words is None for part in book.sections),
        },
    }[book.award]
    assert [gap for gap, lacking in lacks.items() if lacking and not book.gap(gap)] == []
    assert any(lacks.values())
    assert book.unknown


@pytest.mark.parametrize("name", loader.form_ids())
def test_every_part_of_a_form_has_a_place_in_the_workbook(name: str) -> None:
    """What no other sheet has a column for is a text of its own, on sheet Naskah."""
    book = load(loader.rulebook(name))
    asked = [part for part in (*book.identity, *book.sections) if part.required.value]
    assert [part.id for part in asked if not part.fields and part.kind != "text"] == []
    named = [field for part in asked for field in part.fields[:1]]
    assert [field for field in named if fields.place(field) == ("Naskah", "Isi")] == []


def test_the_group_may_be_left_out_when_there_is_one_or_it_is_the_general_one() -> None:
    assert loader.form("kipp", 2023) == loader.form("kipp", 2023, "umum")
    assert loader.form("iga", 2023)["id"] == "iga-2023"


IGA = ["iga-2023", "iga-2024", "iga-2026"]
KIPP = [name for name in loader.form_ids() if name.startswith("kipp-")]


@pytest.mark.parametrize(
    ("asked", "available"),
    [
        (("iga", 2025, None), IGA),
        (("kipp", 2023, "replikasi"), KIPP),
        (("unpsa", 2026, None), IGA + KIPP),
        (("inagara", 2022, None), IGA + KIPP),
    ],
)
def test_a_form_that_is_not_there_names_those_that_are(
    asked: tuple[str, int, str | None], available: list[str]
) -> None:
    with pytest.raises(loader.FormNotFound) as refused:
        loader.form(*asked)
    assert refused.value.available == available
    assert len(KIPP) == 8
    assert str(asked[1]) in str(refused.value)


def test_a_rulebook_with_an_unknown_key_is_refused() -> None:
    form = json.loads((FOLDER / "iga-2026.json").read_text(encoding="utf-8"))
    form["sections"][7]["min_word"] = 300
    with pytest.raises(loader.SchemaError) as refused:
        loader.check("rulebook", form)
    assert (refused.value.schema_name, refused.value.path) == ("rulebook", "$.sections[7]")


@pytest.mark.parametrize("name", ["rulebook", "dossier-iga", "dossier-kipp", "envelope"])
def test_the_schemas_are_schemas(name: str) -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(loader.schema(name))
