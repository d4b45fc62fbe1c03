"""Ledgers of two regions, and exports of them, whole and spoilt."""

import json
from pathlib import Path

from domain.design import DesignInnovation
from domain.unit import RegisterUnit
from ledger.workspace.workspace import open_at
from tests.helpers import invoke

SECOND = "3307"
NAME = "Nama Rahasia Contoh"


def made(folder: Path, region: str) -> Path:
    words = ("--region", region, "--operator", NAME, "--post", f"Analis {region}")
    assert invoke("init", folder, *words).status == 0
    return folder


def record(home: Path, title: str, number: int = 1) -> None:
    """A unit and an innovation of the second region."""

    def decide(decision: object) -> None:
        if number == 1:
            decision.act(RegisterUnit.of(region=SECOND, kind="opd", name="Dinas Uji"))  # type: ignore[attr-defined]
        decision.act(  # type: ignore[attr-defined]
            DesignInnovation.of(region=SECOND, title=title, unit=f"{SECOND}/unit/000001")
        )

    open_at(home).command_handler().run(f"uji-{number}", decide)


def export(home: Path, file: Path, *words: str | Path) -> Path:
    done = invoke("ledger", "export", file, *words, "--home", home)
    assert done.status == 0, done.err
    return file


def broken(file: Path, target: Path, **changes: object) -> Path:
    """The export with other values in its first line, or in its second (`event`)."""
    head, first, *rest = file.read_text(encoding="utf-8").splitlines()
    event = changes.pop("event", {})
    header, said = json.loads(head) | changes, json.loads(first) | (event if isinstance(event, dict) else {})
    target.write_text("\n".join([json.dumps(header), json.dumps(said), *rest]) + "\n", encoding="utf-8")
    return target
