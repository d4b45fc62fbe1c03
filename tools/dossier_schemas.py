"""Writes the JSON Schemas of dossiers from their types: `python -m tools.dossier_schemas [--check]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from exporters.dossier.model import (
    FindingPromise,
    IgaDossier,
    KippDossier,
    VerdictPromise,
)
from tools.generated import bring_up_to_date

FOLDER = Path(__file__).parent.parent / "schemas"
DOSSIERS = {
    "iga": (IgaDossier, "Dossier of one innovation for the IGA: every value with its provenance"),
    "kipp": (KippDossier, "Dossier of one innovation for the KIPP: every value with its provenance"),
}
OPEN = {VerdictPromise.__name__, FindingPromise.__name__}
"""Types that may hold more than the schema names."""
ANY_VALUE = ("ItemValue", "value")
"""Version 1 of the schema lets a value be anything, so that dossiers with kinds of value to come pass."""


def files() -> dict[Path, str]:
    """Every schema file with its text."""
    return {
        FOLDER / f"dossier-{award}.schema.json": json.dumps(schema(award), ensure_ascii=False, indent=2)
        + "\n"
        for award in DOSSIERS
    }


def schema(award: str) -> dict[str, Any]:
    """The schema of the dossiers of an award (`iga`, `kipp`), self-contained."""
    dossier, title = DOSSIERS[award]
    made, parts = msgspec.json.schema_components([_promised(dossier)], ref_template="#/$defs/{name}")
    for name, part in parts.items():
        if part.get("type") == "object" and name not in OPEN:
            part["additionalProperties"] = False
    kind, field = ANY_VALUE
    parts[kind]["properties"][field] = {}
    whole = parts.pop(made[0]["$ref"].rpartition("/")[2])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"jejak:dossier-{award}",
        "title": title,
        **{key: value for key, value in whole.items() if key != "title"},
        "$defs": parts,
    }


def _promised(dossier: type[msgspec.Struct]) -> type[msgspec.Struct]:
    """The type of a dossier with what is promised of its verdict in place of the whole verdict."""
    fields = [
        (field.encode_name, VerdictPromise if field.name == "verdict" else field.type)
        for field in msgspec.structs.fields(dossier)
    ]
    return msgspec.defstruct(dossier.__name__, fields, namespace={"__doc__": dossier.__doc__})


def main(arguments: list[str]) -> int:
    """Writes the files, or compares them."""
    return bring_up_to_date(files(), arguments, "dossier_schemas")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
