"""Writes the JSON Schema of every command's `--json` answer: `python -m tools.answer_schemas [--check]`.

Each is the whole envelope with the command's own data. With `--check` nothing is written; the exit
status is 1 when a file is not up to date.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from commands.answers import ANSWERS, shapes
from schemas.envelope import Envelope
from tools.generated import bring_up_to_date

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "schemas" / "answers"
REF = "#/$defs/{name}"


def schema(command: str) -> dict[str, Any]:
    """The schema of the answers of one command, self-contained; unknown fields are refused."""
    types = [Envelope[Any], *shapes(command)]
    (whole, *data), parts = msgspec.json.schema_components(types, ref_template=REF)
    for part in parts.values():
        if "properties" in part:
            part["additionalProperties"] = False
            part["description"] = " ".join(part.get("description", "").split())
    envelope = parts.pop(whole["$ref"].rpartition("/")[2])
    envelope["properties"]["command"] = {"const": command}
    envelope["properties"]["data"] = {"anyOf": [*data, {"type": "null"}]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Jejak: the answer of jejak {command} --json",
        **{key: value for key, value in envelope.items() if key != "title"},
        "$defs": parts,
    }


def path_of(command: str) -> Path:
    """Where the schema lies: `catalogue-list.schema.json`."""
    return FOLDER / f"{command.replace(' ', '-')}.schema.json"


def files() -> dict[Path, str]:
    """Every schema with its text."""
    return {
        path_of(command): json.dumps(schema(command), ensure_ascii=False, indent=2) + "\n"
        for command in ANSWERS
    }


def main(arguments: list[str]) -> int:
    """Writes the files, or compares them."""
    return bring_up_to_date(files(), arguments, "answer_schemas", FOLDER)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
