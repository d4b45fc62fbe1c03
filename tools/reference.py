"""Writes the schemas of actions and the page of all events: `python -m tools.reference [--check]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, get_type_hints

from domain.base import Body
from domain.fields import choices, dates, refs
from domain.kinds import CORRECTION_EVENTS, KINDS
from importers.definitions.action_schema import BY_TYPE, example, schema
from ledger.codec import topic_of
from tools.generated import bring_up_to_date

ROOT = Path(__file__).parent.parent
ACTIONS = ROOT / "schemas" / "actions"
PAGE = ROOT / "docs" / "peristiwa.md"
SAMPLES: dict[Any, Any] = {str: "…", int: 1, bool: False, float: 0}


def files() -> dict[Path, str]:
    """Every generated file with its text."""
    made = {
        ACTIONS / f"{name}.json": json.dumps(schema(sheet), ensure_ascii=False, indent=2) + "\n"
        for name, sheet in BY_TYPE.items()
    }
    return made | {PAGE: page()}


def page() -> str:
    """The page: actions as lines of JSONL, then events as they are exported, each with an example."""
    parts = [
        "# Peristiwa dan tindakan\n",
        "Halaman ini dihasilkan dari kode. Tindakan adalah satu baris lembar atau satu baris berkas JSONL"
        " (`jejak import BERKAS.jsonl`); peristiwa adalah yang dicatat dan diekspor (`jejak export"
        " BERKAS.jsonl`). Skemanya: `schemas/actions/` dan `schemas/events/`. Rujukan ditulis dengan kunci"
        " baris, nama singkat unit, atau kode.\n",
        "## Tindakan\n",
    ]
    for name, sheet in sorted(BY_TYPE.items()):
        parts.append(f"### `{name}` (lembar {sheet.name})\n\n{sheet.help}\n")
        parts.append(f"```json\n{json.dumps(example(sheet), ensure_ascii=False)}\n```\n")
    parts.append("## Peristiwa\n")
    for kind, module in KINDS.items():
        parts.append(f"### Aliran `{kind}`\n")
        parts += [_event(body) for body in module.EVENTS]
    parts.append("### Tanda pada fakta mana pun\n")
    parts += [_event(body) for body in CORRECTION_EVENTS]
    return "\n".join(parts)


def _event(body: type[Body]) -> str:
    meaning = " ".join((body.__doc__ or "").split())
    text = json.dumps({"type": topic_of(body), "body": sample(body)}, ensure_ascii=False)
    return f"- `{topic_of(body)}`: {meaning}\n\n  ```json\n  {text}\n  ```\n"


def sample(body: type[Body]) -> dict[str, Any]:
    return {name: _value(body, name, str(hint)) for name, hint in _hints(body).items()}


def _hints(body: type[Body]) -> dict[str, Any]:
    hints = get_type_hints(body)
    return {name: hints[name] for name in body.__struct_fields__}


def _value(body: type[Body], field: str, hint: str) -> Any:
    is_list = "list" in hint
    if field in choices(body):
        value: Any = choices(body)[field][0]
    elif field in refs(body):
        value = f"3303/{refs(body)[field]}/000001"
    elif field in dates(body):
        value = "2022-12-15"
    else:
        named = [kind for kind in SAMPLES if kind.__name__ in hint]
        value = SAMPLES[named[0]] if named else None
    return [value] if is_list else value


def main(arguments: list[str]) -> int:
    """Writes the files, or compares them."""
    return bring_up_to_date(files(), arguments, "reference", ACTIONS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
