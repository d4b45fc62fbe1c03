"""No level, weight, limit, day or label of a rulebook stands in the code of the calculus.

Nor does a range of indicators, levels or goals stand in a schema or a help.
"""

import ast
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from domain import rules as package
from importers.definitions.action_schema import BY_TYPE, schema
from schemas import loader
from schemas.rulebook_set import outline
from tests import rulebook_variants as variants

CODE = sorted(Path(package.__file__).parent.glob("*.py"))
TEXTS = {"label", "name", "title", "award_title", "tier", "category", "p1", "p2", "p3", "affairs", "tiers"}
LIMITS = {"value", "from", "to", "times", "since", "years", "count"}


def found_in(tree: Any, keys: set[str]) -> Iterator[str]:
    """What stands under these keys in a rulebook, as texts."""
    for key, value in tree.items() if isinstance(tree, dict) else ():
        for one in value if isinstance(value, list) else [value]:
            if key in keys and isinstance(one, str | int) and not isinstance(one, bool):
                yield str(one)
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from found_in(child, keys)


BOOKS = [loader.rulebook(name) for name in loader.rulebook_ids()]
LABELS = {one for one in found_in(BOOKS, TEXTS) if re.search(r"[^\W\d]", one)} - {"SDGs"}
"""Without the name that the goals bear in the whole world; `Tautan Video` is a column of a sheet too."""
DAYS = {one for one in found_in(BOOKS, LIMITS) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", one)}
NUMBERS = {Decimal(one) for one in found_in(BOOKS, LIMITS) if re.fullmatch(r"-?\d+(\.\d+)?", one)}
DISTINCTIVE = {one for one in NUMBERS if abs(one) > 3 or one != one.to_integral_value()} - {Decimal(100)}
"""Without the numbers of levels, and without 100, which makes a percentage."""


CALENDAR = ("measures", "proofs", "proposal")


def literals(path: Path) -> set[Any]:
    """Every number and text of a module, without its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return {node.value for node in constants if id(node) not in docstrings}


def test_what_is_looked_for_is_distinctive() -> None:
    assert {Decimal(one) for one in ("0.38", "300", "12", "200", "65.01", "-50.33", "600")} <= DISTINCTIVE
    assert {"Sangat Inovatif", "Regulasi Inovasi Daerah", "TOP 99", "Kesehatan", "Sosial"} <= LABELS
    assert {"2024-01-01", "2025-12-31"} <= DAYS
    assert [one for one in (len(DISTINCTIVE), len(LABELS)) if one < 60] == []


@pytest.mark.parametrize("path", CODE, ids=[path.stem for path in CODE])
def test_no_rule_stands_in_the_code(path: Path) -> None:
    found = literals(path)
    texts = {one for one in found if isinstance(one, str)}
    numbers = {Decimal(str(one)) for one in found if type(one) in (int, float)}
    numbers |= {Decimal(one) for one in texts if re.fullmatch(r"-?\d+(\.\d+)?", one)}
    assert sorted(texts & LABELS) == []
    sentences = {one.casefold() for one in LABELS if " " in one} - {"tautan video"}
    assert sorted(one for one in texts if any(label in one.casefold() for label in sentences)) == []
    assert sorted(texts & DAYS) == []
    # A year has four digits and twelve months, the last of 31 days.
    calendar = {Decimal(4), Decimal(12), Decimal(31)} if path.stem in CALENDAR else set()
    assert sorted(numbers & DISTINCTIVE - calendar) == []


LARGEST = 2**31 - 1
"""The largest number that both databases hold: no limit of a rulebook."""
HOUSE = Path(package.__file__).parents[2]
FOLDERS = ("domain", "jejak_i18n", "ledger", "projections", "importers", "exporters", "commands", "schemas")
RANGE = re.compile(r"\b\d+ (?:sampai|to|hingga) \d+\b|\b\d+–\d+\b|\b0, 1\b")
"""How a sentence names a range of numbers or the levels."""
NOT_OF_NUMBERS = [
    ("rulebook", "/properties/age/anyOf/0/properties/exception/properties/years", "maximum", 1000),
    ("rulebook", "/properties/age/anyOf/0/properties/years/properties/value", "maximum", 1000),
    ("rulebook", "/$defs/piece/properties/count/anyOf/0", "minimum", 2),
    ("rulebook", "/$defs/span", "maxItems", 2),
    ("rulebook", "/$defs/span", "minItems", 2),
    ("rulebook", "/properties/year", "minimum", 2014),
    ("rulebook", "/properties/year", "maximum", 2999),
    ("rulebook", "/properties/layout_year", "maximum", 2999),
    ("rulebook", "/$defs/source/properties/year", "maximum", 2999),
]
"""Years of a calendar, a first and a last year, several pieces, and a list that is always empty."""


def limits(tree: Any, path: str = "") -> Iterator[tuple[str, str, int]]:
    """Place, keyword and number of every limit of a schema that allows more or less than none."""
    for key, value in tree.items() if isinstance(tree, dict) else ():
        lowest = key in ("minItems", "minimum") and value in (0, 1)
        if key in ("minItems", "maxItems", "minimum", "maximum") and not lowest and isinstance(value, int):
            yield path, key, value
        if key == "const" and type(value) is int and not path.endswith("/schema_version"):
            yield path, key, value
    for key, child in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if isinstance(child, dict | list):
            yield from limits(child, f"{path}/{key}")


def test_no_schema_of_rulebooks_and_dossiers_limits_the_number_of_items() -> None:
    names = ("rulebook", "overlay", "dossier-iga", "dossier-kipp")
    found = [(name, *one) for name in names for one in limits(loader.schema(name)) if one[2] != LARGEST]
    assert sorted(found) == sorted(NOT_OF_NUMBERS)


def test_no_range_stands_in_a_sentence_of_the_code() -> None:
    paths = [path for folder in FOLDERS for path in sorted((HOUSE / folder).rglob("*.py"))]
    texts = [(path.name, one) for path in paths for one in literals(path) if isinstance(one, str)]
    assert [place for place in texts if RANGE.search(place[1])] == []


def test_the_schemas_of_actions_have_the_ranges_of_the_rulebooks() -> None:
    claim = BY_TYPE["entry.claim_level"]
    five = loader.packaged().adding([outline(json.dumps(variants.five_levels()).encode())])
    more = loader.packaged().adding([outline(json.dumps(variants.twenty_one()).encode())])
    assert schema(claim)["properties"]["level"] == {
        "type": "integer",
        "minimum": 0,
        "maximum": 3,
        "title": "Tingkat",
    }
    assert schema(claim, five)["properties"]["level"]["maximum"] == 5
    ids = schema(claim)["properties"]["indicator"]["enum"]
    assert sorted(schema(claim, more)["properties"]["indicator"]["enum"]) == sorted([*ids, "ip"])
    rows = schema(BY_TYPE["entry.claim_region"], more)["properties"]["indicator"]["enum"]
    assert rows[-1] == "ip_region"
