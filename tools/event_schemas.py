"""Writes the JSON Schema of every event type: `python -m tools.event_schemas [--release]`.

`--release` also notes the hash of each schema in `schemas/events/released.json`; from then on a test
fails when the schema of that version changes. A change then needs a new version and an upcaster.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from domain.base import Body, SourcedFact
from domain.kinds import TYPES
from ledger.codec import FORMER, topic_of

FOLDER = Path(__file__).parent.parent / "schemas" / "events"
RELEASED = FOLDER / "released.json"
BODIES = (*TYPES.values(), *(former.shape for former in FORMER.values()))
"""Every type in every version that the ledger reads."""
BESIDE = ("position", "version", "recorded_at")
"""Fields of a fact that stand in columns, not in the bytes."""


def schema(body: type[Body]) -> dict[str, Any]:
    """The schema of the stored bytes of one event type, self-contained, with the field's meaning."""
    made, parts = msgspec.json.schema_components([SourcedFact[body]], ref_template="#/$defs/{name}")  # type: ignore[valid-type]
    name = made[0]["$ref"].rpartition("/")[2]
    whole = parts.pop(name)
    for field in BESIDE:
        whole["properties"].pop(field)
    whole["required"].sort()
    # Released schemas say so, and never change.
    whole["properties"]["actor"]["default"] = ""
    for part in (whole, *parts.values()):
        part["additionalProperties"] = False
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": topic_of(body),
        "description": " ".join((body.__doc__ or "").split()),
        **{key: value for key, value in whole.items() if key not in ("title", "description")},
        "$defs": parts,
    }


def text_of(body: type[Body]) -> str:
    """The file's text."""
    return json.dumps(schema(body), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def path_of(body: type[Body]) -> Path:
    """Where the schema lies: `idea.proposed.1.json`."""
    return FOLDER / f"{body.TYPE}.{body.VERSION}.json"


def shape_hash(body: type[Body]) -> str:
    """The hash of a schema without its descriptions, which may be worded better."""
    return hashlib.sha256(json.dumps(_bare(schema(body)), sort_keys=True).encode()).hexdigest()


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(held) for key, held in value.items() if key not in ("description", "title")}
    return [_bare(held) for held in value] if isinstance(value, list) else value


def main(arguments: list[str]) -> int:
    """Writes all schemas, and with `--release` the hashes of new versions; with `--check` compares only.

    A released version whose shape changed is refused: it needs a new version and an upcaster.
    """
    released = json.loads(RELEASED.read_text()) if RELEASED.exists() else {}
    fresh = {topic_of(body): shape_hash(body) for body in BODIES}
    if changed := [topic for topic, found in fresh.items() if released.get(topic, found) != found]:
        for topic in changed:
            print(
                f"{topic} was released with another shape: raise VERSION, keep the former in domain/former.py"
            )
        return 1
    stale = [body for body in BODIES if not _is_current(body)]
    if "--check" in arguments:
        for body in stale:
            print(f"not up to date: {path_of(body).name} (run python -m tools.event_schemas)")
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for body in stale:
        path_of(body).write_text(text_of(body), encoding="utf-8")
    if "--release" in arguments:
        RELEASED.write_text(json.dumps(released | fresh, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0


def _is_current(body: type[Body]) -> bool:
    path = path_of(body)
    return path.exists() and path.read_text(encoding="utf-8") == text_of(body)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
