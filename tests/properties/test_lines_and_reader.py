"""What the published schema of an action accepts, an import reads, and the other way round."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from importers.definitions.action_schema import BY_TYPE, schema
from importers.reading import jsonl
from jejak_i18n import sentence
from tests.properties.schema_values import accepted, spoilt

CASES = 60
BEYOND = {
    'the date "{value}" does not exist.',
    "the lab {lab} is not that of earlier lines, {first}.",
    'the text holds {name} ({code}) after {count} characters, which cannot be printed: "{words}".',
    'the text holds a sign without a meaning of its own ({code}) after {count} characters: "{words}".',
    '{label} cannot be less than {least}: "{value}".',
}
"""What no schema of one line can say: leap days, one lab for a file, letters without a meaning, and texts
that are numbers below nought."""


def lines_of(name: str) -> list[dict[str, Any]]:
    rng = random.Random(name)
    made = schema(BY_TYPE[name])
    found = []
    for case in range(CASES):
        value = accepted(made, rng)
        for _ in range(case % 3):
            value = spoilt(value, rng)
        if isinstance(value, dict):
            value |= {"type": name, "region": "33.03", "key": f"K-{case}"}
            found.append(value)
    return found


@pytest.mark.parametrize("name", sorted(BY_TYPE))
def test_the_schema_and_the_import_accept_the_same_lines(name: str, tmp_path: Path) -> None:
    validator = Draft202012Validator(schema(BY_TYPE[name]))
    lines = lines_of(name)
    texts = [json.dumps(line) for line in lines]
    path = tmp_path / "baris.jsonl"
    path.write_text("\n".join(texts), encoding="utf-8")
    book = jsonl.read(path)
    said: dict[int, set[str]] = {}
    for one in book.problems:
        said.setdefault(int(one.cell.sheet.removeprefix("#")), set()).add(one.what.text)
    for number, line in enumerate(lines, 1):
        found = said.get(number, set())
        assert not found - BEYOND if validator.is_valid(line) else found, (texts[number - 1], found)


DATES = {
    "2018": True,
    "2016-05": True,
    "2022-12-15": True,
    "2020-02-29": True,
    "2022-10-12/2022-10-13": True,
    "2018/2019-03": True,
    "0000": False,
    "2022-13": False,
    "2022-00-01": False,
    "2022-04-31": False,
    "2022-02-30": False,
    "2022-12-32": False,
    "22-12-15": False,
    "15-12-2022": False,
    "2022-12-15T00:00": False,
    "2022/": False,
    "": False,
}


@pytest.mark.parametrize(("written", "right"), DATES.items())
def test_dates_of_the_schema_are_those_that_can_be_recorded(
    written: str, right: bool, tmp_path: Path
) -> None:
    line = {"type": "unit.register", "region": "33.03", "key": "U-1", "kind": "opd", "name": "Dinas"}
    line["occurred"] = written
    assert Draft202012Validator(schema(BY_TYPE["unit.register"])).is_valid(line) == right
    path = tmp_path / "baris.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    told = [(str(one.cell), sentence(one.what, "en")) for one in jsonl.read(path).problems]
    assert told == ([] if right else [("#1 occurred", f'the date "{written}" does not exist.')])


@pytest.mark.parametrize("written", ["\u0663", "1.\u0665"])
def test_a_decimal_has_the_digits_of_ascii(written: str) -> None:
    made = schema(BY_TYPE["innovation.measure"])
    assert Draft202012Validator(made).is_valid(made["examples"][0])
    assert not Draft202012Validator(made).is_valid({**made["examples"][0], "before": written})
