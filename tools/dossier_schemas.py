"""Writes the JSON Schemas of dossiers and packages: `python -m tools.dossier_schemas [--check]`."""

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
from exporters.package.model import Contents
from exporters.package.provenance import ProvenanceFile
from tools.generated import bring_up_to_date

FOLDER = Path(__file__).parent.parent / "schemas"
DOSSIERS = {
    "iga": (IgaDossier, "Dossier of one innovation for the IGA: every value with its provenance"),
    "kipp": (KippDossier, "Dossier of one innovation for the KIPP: every value with its provenance"),
}
PACKAGES = {
    "package": (Contents, "List of contents of a package: what it is of, and which evidence it holds"),
    "package-provenance": (ProvenanceFile, "Provenance of a dossier: values, events, sheets and cells"),
}
OPEN = {VerdictPromise.__name__, FindingPromise.__name__}
"""Types that may hold more than the schema names."""
ANY_VALUE = ("ItemValue", "value")
"""Version 1 of the schema lets a value be anything, so that dossiers with kinds of value to come pass."""


def files() -> dict[Path, str]:
    """Every schema file with its text."""
    made = {f"dossier-{award}": schema(award) for award in DOSSIERS}
    made |= {name: _closed(name, *PACKAGES[name]) for name in PACKAGES}
    return {
        FOLDER / f"{name}.schema.json": json.dumps(one, ensure_ascii=False, indent=2) + "\n"
        for name, one in made.items()
    }


def schema(award: str) -> dict[str, Any]:
    """The schema of the dossiers of an award (`iga`, `kipp`), self-contained."""
    dossier, title = DOSSIERS[award]
    found = _closed(f"dossier-{award}", _promised(dossier), title)
    kind, field = ANY_VALUE
    found["$defs"][kind]["properties"][field] = {}
    return found


def _closed(name: str, whole_type: type[msgspec.Struct], title: str) -> dict[str, Any]:
    """The schema of a type that refuses unknown fields."""
    made, parts = msgspec.json.schema_components([whole_type], ref_template="#/$defs/{name}")
    for kind, part in parts.items():
        if part.get("type") == "object" and kind not in OPEN:
            part["additionalProperties"] = False
    whole = parts.pop(made[0]["$ref"].rpartition("/")[2])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"jejak:{name}",
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
