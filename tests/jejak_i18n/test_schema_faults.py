"""What a JSON Schema refuses is told in the language of the reader, whatever the schema asks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from domain.base import reason
from jejak_i18n import sentence
from jejak_i18n.schema_faults import _SENTENCES, schema_fault
from schemas import loader

ROOT = Path(loader.__file__).parent
PASSED_ON = {"allOf", "items", "prefixItems", "patternProperties", "$ref", "$defs", "properties"}
"""What the library reports by the keyword inside."""

SAID = [
    ({"type": "integer"}, "banyak", '"banyak" bukan bilangan bulat'),
    ({"type": ["string", "null"]}, 3, "3 bukan teks atau null"),
    ({"enum": ["opd", None]}, "toko", '"toko" bukan salah satu dari: "opd", null'),
    ({"const": 1}, 2, "2 bukan 1"),
    (
        {"properties": {"a": {}}, "patternProperties": {"^x": {}}, "additionalProperties": False},
        {"a": 1, "x1": 1, "lain": 1},
        "isian lain tidak ada di sini",
    ),
    ({"required": ["judul"]}, {}, "isian judul belum ada"),
    ({"pattern": "^[a-z]+$"}, "A", '"A" tidak berpola ^[a-z]+$'),
    ({"minimum": 1}, 0, "0 kurang dari 1"),
    ({"maximum": 3}, 4, "4 lebih dari 3"),
    ({"minLength": 2}, "a", '"a" lebih pendek dari 2 huruf'),
    ({"minItems": 1}, [], "isi [] kurang dari 1"),
    ({"maxItems": 1}, [1, 2], "isi [1, 2] lebih dari 1"),
    ({"uniqueItems": True}, [1, 1], "[1, 1] memuat hal yang sama dua kali"),
    (
        {"anyOf": [{"type": "null"}, {"type": "array"}]},
        "x",
        '"x" tidak cocok dengan bentuk mana pun yang dapat ditulis di sini',
    ),
    (
        {"dependentRequired": {"a": ["b"]}},
        {"a": 1},
        '{"a": 1} belum memuat isian yang menyertai isian lain',
    ),
]


@pytest.mark.parametrize(("schema", "value", "said"), SAID, ids=[next(iter(one[0])) for one in SAID])
def test_each_keyword_has_a_sentence(schema: dict[str, Any], value: object, said: str) -> None:
    (fault,) = Draft202012Validator(schema).iter_errors(value)
    assert sentence(reason("{told}", told=schema_fault(fault))) == said


def keywords(schema: object) -> Iterator[str]:
    """Every keyword of a schema that checks, of the names that the library knows."""
    if isinstance(schema, dict):
        for name, below in schema.items():
            yield from (name,) if name in Draft202012Validator.VALIDATORS else ()
            yield from keywords(below)
    elif isinstance(schema, list):
        for one in schema:
            yield from keywords(one)


def test_our_schemas_use_no_keyword_without_a_sentence() -> None:
    paths = [ROOT / "rulebook.schema.json", ROOT / "overlay.schema.json", *ROOT.glob("actions/*.json")]
    used = {word for path in paths for word in keywords(json.loads(path.read_text(encoding="utf-8")))}
    assert used - PASSED_ON - _SENTENCES.keys() == set()
