"""How a program of the regency uses Jejak: run it with a new folder, or read it as documentation."""

from __future__ import annotations

import sys
from pathlib import Path

import jejak


def record_a_life(folder: Path) -> str:
    """A workspace with one unit and one innovation, designed, tried and implemented; returns its code."""
    workspace = jejak.create_workspace(folder, region="33.03", operator="Petugas Contoh", post="Analis")
    region = workspace.region
    unit = workspace.record(
        jejak.unit.RegisterUnit.of(region=region, kind="opd", name="Dinas Contoh", short="Dincon")
    ).founded[0]
    designed = jejak.innovation.DesignInnovation.of(
        region=region, occurred="2024-01", title="Antrean Daring", acronym="ANDARING", unit=unit
    )
    innovation = workspace.record(designed).founded[0]
    workspace.record(
        jejak.innovation.Try.of(
            region=region, innovation=innovation, occurred="2024-02-05", place="Loket utama"
        ),
        jejak.innovation.Implement.of(region=region, innovation=innovation, occurred="2024-05-20"),
        jejak.innovation.WriteProfile.of(region=region, innovation=innovation, aims="Waktu tunggu turun."),
    )
    with workspace.views() as views:
        return views.innovation("ANDARING").code


def describe(folder: Path, code: str) -> list[str]:
    """What the views say of the innovation, and what its IGA report would still lack."""
    workspace = jejak.open_workspace(folder)
    with workspace.views() as views:
        innovation = views.innovation(code)
        dossier = views.dossier(code, "iga", 2026)
        told = [jejak.sentence(entry.sentence, "id") for entry in views.history(code)]
        lines = [f"{code} {innovation.fields['title'].value}", *told]
        lines.append(f"Yang masih kurang pada laporan IGA 2026: {len(dossier.gaps)}")
    assert jejak.word_document(dossier).startswith(b"PK")
    lines.append("Rekam jejak utuh." if not workspace.verify().findings else "Rekam jejak tidak utuh.")
    return lines


if __name__ == "__main__":
    home = Path(sys.argv[1])
    print("\n".join(describe(home, record_a_life(home))))
