"""The schemas of dossiers follow from their types, and judge every document as version 3 first did."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from schemas import loader
from tests.helpers import ROOT
from tools import dossier_schemas

FIRST = ROOT / "tests" / "schemas" / "version3"
"""The schemas of version 3 as they were first published, written by hand."""
SAID_ONLY = ("$schema", "$id", "$defs", "title", "description", "default")
"""Keywords that refuse nothing."""
Step = str | int


def first(award: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((FIRST / f"dossier-{award}.schema.json").read_text(encoding="utf-8"))
    return loaded


def document(demo: Path, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((demo / "dokumen" / f"{name}.json").read_text(encoding="utf-8"))
    return loaded


def test_the_files_are_what_the_types_say() -> None:
    assert dossier_schemas.main(["--check"]) == 0


@pytest.mark.parametrize("award", ["iga", "kipp"])
def test_the_first_and_the_derived_schema_ask_for_the_same(award: str) -> None:
    before, now = first(award), loader.schema(f"dossier-{award}")
    assert _asked(now, now) == _asked(before, before)


def _asked(part: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """What a schema asks for in one form: references followed, one value or many, one type or many."""
    if "$ref" in part:
        return _asked(whole["$defs"][part["$ref"].rpartition("/")[2]], whole)
    asked = {key: held for key, held in part.items() if key not in SAID_ONLY}
    if "const" in asked:
        asked["enum"] = [asked.pop("const")]
    if isinstance(kinds := asked.get("type"), list):
        return {} if len(kinds) == 6 else {"anyOf": _choices([_of_kind(asked, one) for one in kinds], whole)}
    made: dict[str, Any] = {}
    for key, held in asked.items():
        if key == "properties":
            parts = {name: _asked(one, whole) for name, one in held.items()}
            made[key] = {name: one for name, one in parts.items() if one or "additionalProperties" in asked}
        elif key == "items":
            made[key] = _asked(held, whole)
        elif key == "anyOf":
            made[key] = _choices(held, whole)
        else:
            made[key] = sorted(held, key=str) if isinstance(held, list) else held
    return {key: held for key, held in made.items() if key != "type" or "enum" not in made if held != {}}


def _of_kind(asked: dict[str, Any], kind: str) -> dict[str, Any]:
    kept = {key: held for key, held in asked.items() if key != "minimum" or kind == "integer"}
    return kept | {"type": kind}


def _choices(parts: list[dict[str, Any]], whole: dict[str, Any]) -> list[dict[str, Any]]:
    made = [_asked(part, whole) for part in parts]
    flat = [one for part in made for one in (part["anyOf"] if set(part) == {"anyOf"} else [part])]
    return sorted(flat, key=lambda one: json.dumps(one, sort_keys=True))


@pytest.mark.parametrize("name", ["iga-2026-3373-0042", "kipp-2023-umum-3373-0042"])
def test_every_dossier_of_the_demo_is_taken(demo: Path, name: str) -> None:
    made = document(demo, name)
    loader.check(f"dossier-{made['award']}", made)


@pytest.mark.parametrize("name", ["iga-2026-3303-0169", "kipp-2023-umum-3303-0169"])
def test_both_schemas_refuse_the_same_changed_documents(demo: Path, name: str) -> None:
    made = document(demo, name)
    award = made["award"]
    before = Draft202012Validator(first(award))
    now = Draft202012Validator(loader.schema(f"dossier-{award}"))
    assert (before.is_valid(made), now.is_valid(made)) == (True, True)
    judged = [
        (what, before.is_valid(changed), now.is_valid(changed))
        for what, changed in _changed(_shortened(made))
    ]
    assert [one for one in judged if one[1] != one[2]] == []
    assert sum(not taken for _what, taken, _now in judged) > 300


def _shortened(node: Any) -> Any:
    """The document with one item for many, where the schema does not count them."""
    if isinstance(node, dict):
        made = {key: _shortened(held) for key, held in node.items()}
        return made | ({"indicators": [*map(_shortened, node["indicators"])]} if "indicators" in node else {})
    return [_shortened(held) for held in node[:1]] if isinstance(node, list) else node


def _changed(whole: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The document with each of its places left out, filled wrongly, and with something beside it."""
    for path in _places(whole):
        *above, last = path
        parent: Any = whole
        for step in above:
            parent = parent[step]
        held = parent[last]
        for what in (None, [1]):
            parent[last] = what
            yield f"{path}: {what!r}", whole
        if isinstance(parent, dict):
            del parent[last]
            yield f"{path}: left out", whole
            parent["lain"] = held
            yield f"{path}: under another name", whole
            del parent["lain"]
        parent[last] = held


def _places(node: Any, path: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    found = node.items() if isinstance(node, dict) else enumerate(node[:1]) if isinstance(node, list) else ()
    here = [(key, held) for key, held in found]
    return [(*path, key) for key, _held in here] + [
        place for key, held in here for place in _places(held, (*path, key))
    ]
