"""The files of a dossier: its document and its JSON, as a draft or as a final copy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from exporters.dossier.build import dossier_text
from exporters.dossier.model import Dossier
from exporters.word import render

FINAL = "-final"
"""What the name of a final copy ends with."""


def dossier_files(dossier: Dossier, *, final: bool, template: bytes | None = None) -> dict[str, bytes]:
    """The files of a dossier by their names, which tell a draft from a final copy.

    Raises TemplateRefusedError for a template that cannot be rendered.
    """
    name = f"{dossier.form.id}-{dossier.code}{FINAL if final else ''}"
    document = render.render(dossier, template, final=final)
    return {f"{name}.json": dossier_text(dossier).encode("utf-8"), f"{name}.docx": document}


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Writes files into a folder, all of them or, where the computer refuses one, none; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = {folder / name: folder / f".{name}.part" for name in files}
    try:
        for part, content in zip(parts.values(), files.values(), strict=True):
            part.write_bytes(content)
        # The document first: a word processor that has it open keeps it from being replaced.
        for path, part in reversed(parts.items()):
            part.replace(path)
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return [str(path) for path in parts]
