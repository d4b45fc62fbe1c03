"""The files of a dossier: its document and its JSON, as a draft or as a final copy."""

from __future__ import annotations

from pathlib import Path

from exporters.dossier.build import dossier_text
from exporters.dossier.model import Dossier
from exporters.word import render

FINAL = "-final"
"""What the name of a final copy ends with."""


def dossier_files(dossier: Dossier, *, final: bool) -> dict[str, bytes]:
    """The files of a dossier by their names, which tell a draft from a final copy."""
    name = f"{dossier.form.id}-{dossier.code}{FINAL if final else ''}"
    document = render.render(dossier, final=final)
    return {f"{name}.json": dossier_text(dossier).encode("utf-8"), f"{name}.docx": document}


def write_files(folder: Path, files: dict[str, bytes]) -> list[str]:
    """Writes files into a folder, each whole or not at all; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        part = folder / f".{name}.part"
        part.write_bytes(content)
        part.replace(folder / name)
    return [str(folder / name) for name in files]
