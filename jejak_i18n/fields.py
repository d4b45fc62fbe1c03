"""Fields as histories name them, in Indonesian: those of events by their descriptions, and those of views.

Where a field is filled in, too: the sheet and the column, for whoever tells how to mend a gap.
"""

from __future__ import annotations

from functools import cache

VIEW_COLUMNS: dict[str, str] = {
    "occurred": "tanggal",
    "former": "nama terdahulu",
    "unit_kind": "jenis unit",
    "successor": "unit penerus",
    "status": "status",
    "end_code": "kode alasan",
    "end_reason": "alasan berakhir",
    "went_to": "kelanjutan",
    "approved": "disetujui",
    "founded_on": "tanggal ide",
    "ended_on": "tanggal berakhir",
    "designed_on": "tanggal dirancang",
    "trialled": "diuji coba",
    "trialled_on": "tanggal uji coba",
    "implemented": "diterapkan",
    "implemented_on": "tanggal penerapan",
    "launched": "diluncurkan",
    "launched_on": "tanggal peluncuran",
    "launch_lab": "lab peluncuran",
    "displays": "jumlah pameran",
    "monitorings": "jumlah pemantauan",
    "measurements": "jumlah pengukuran",
    "evidence": "jumlah bukti dukung",
    "agreements": "jumlah perjanjian",
    "awards": "jumlah penghargaan",
}
"""Columns of views that no event has as a field."""


@cache
def names() -> dict[str, str]:
    """Every field of an event or column of a view, with what a history calls it."""
    from domain.fields import described
    from domain.kinds import KINDS

    bodies = (body for module in KINDS.values() for body in module.EVENTS)
    said = {name: field.history_name for body in bodies for name, field in described(body).items()}
    return VIEW_COLUMNS | said


@cache
def places() -> dict[str, tuple[str, str]]:
    """Each field of an innovation that its own sheets record, with the sheet and the column."""
    from domain.sheets import innovation as sheets

    profile = {name: (sheets.PROFILE.name, sheets.PROFILE.label(name)) for name in sheets.PROFILE_FIELDS}
    trial = (sheets.TRIAL.name, sheets.TRIAL.label("occurred"))
    return profile | {
        "title": (sheets.INNOVATION.name, sheets.INNOVATION.label("title")),
        "unit": (sheets.INNOVATION.name, sheets.INNOVATION.label("unit")),
        "stage": trial,
        "trialled_on": trial,
        "implemented_on": (sheets.IMPLEMENTATION.name, sheets.IMPLEMENTATION.label("occurred")),
    }


@cache
def text_of_an_entry() -> tuple[str, str]:
    """Where a text is written that only one entry has."""
    from domain.sheets.competition import SECTION

    return SECTION.name, SECTION.label("text")
