"""Files for the verbs of rulebooks, and what these say of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.helpers import Done, invoke

EDGE = {"at": "sections/design/min_words/value", "to": 301}
OVER: dict[str, Any] = {"id": "iga-2026", "over": "iga-2026", "changes": [EDGE]}
THERE = (
    "  Yang ada: iga-2023, iga-2024, iga-2025, iga-2026, iga-2027, inagara-2022, kipp-2021-replikasi,"
    " kipp-2021-umum, kipp-2022-khusus, kipp-2022-umum, kipp-2023-khusus, kipp-2023-umum,"
    " kipp-2025-replikasi, kipp-2025-umum, pp38-2017.\n"
)
RESTORE = "  Pulihkan folder evidence dari cadangan.\n"


def file(folder: Path, content: Any, name: str = "aturan.json") -> Path:
    path = folder / name
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    path.write_bytes(raw)
    return path


def take(home: Path, path: Path, verb: str = "add", *more: str) -> Done:
    return invoke("rulebook", verb, path, "--home", home, *more)
