"""How each gap of a dossier is mended, in words."""

from collections.abc import Sequence

from jejak_i18n import indonesian as _


def fill(sheet: str, columns: Sequence[str]) -> str:
    """How to record one or several empty columns of a sheet."""
    if len(columns) == 1:
        told = _("Fill in the column {column} of the sheet {sheet}, then import again.")
        return told.format(column=columns[0], sheet=sheet)
    told = _("Fill in the columns {columns} of the sheet {sheet}, then import again.")
    return told.format(columns=", ".join(columns), sheet=sheet)


def revise(sheet: str, column: str) -> str:
    """How to change a column that is recorded."""
    told = _("Revise the column {column} of the sheet {sheet}, then import again as a revision.")
    return told.format(column=column, sheet=sheet)


def write_for_the_edition() -> str:
    """Where a text is written whose length one edition does not take."""
    return _("Write it anew on sheet Naskah: what stands there counts for this edition alone.")


def attach_indicator() -> str:
    """How to attach evidence to an IGA indicator."""
    return _("Add a row to the sheet Bukti with the indicator's number in the column Indikator IGA.")


def attach_kipp() -> str:
    """How to attach a letter or supporting data to a KIPP proposal."""
    return _("Add a row to the sheet Bukti with this part's name in the column Bagian KIPP.")


def measure() -> str:
    """How to record an indicator measured before and after."""
    return _("Fill in the value before and the value after, with their dates, in the sheet Pengukuran.")


def record_step() -> str:
    """How to record a step of the lab that has no record."""
    return _("Record it in its sheet, or leave it so if it did not take place.")
