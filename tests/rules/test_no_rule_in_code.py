"""No level, weight, limit, day or label of a rulebook stands in the code of the calculus."""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from domain import rules as package
from schemas import loader

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
