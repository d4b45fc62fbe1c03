"""The list of what a batch wrote: an innovation a row, and a row for each part that still lacks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from exporters.batch.model import BatchItem
from exporters.excel import list_workbook
from exporters.excel.list_workbook import ListSheet
from jejak_i18n import indonesian as _
from jejak_i18n import labels

NAME = "daftar-isi.xlsx"
CONTENTS_WIDTHS = (11, 40, 24, 11, 18, 13, 15, 22, 9, 40)
GAPS_WIDTHS = (11, 40, 24, 26, 38, 44)
"""Widths in characters: so narrow that a page across holds them in letters that can be read."""


def write(path: Path, title: str, note: str, items: Sequence[BatchItem]) -> None:
    """Writes the list whole or not at all; equal batches give equal bytes. Raises OSError."""
    list_workbook.write(path, [_contents(title, note, items), _gaps(title, note, items)])


def _contents(title: str, note: str, items: Sequence[BatchItem]) -> ListSheet:
    headings = (
        _("Code"),
        _("Innovation"),
        _("Unit"),
        _("State"),
        _("Verdict"),
        _("Maturity"),
        _("Still missing"),
        _("Folder"),
        _("Files"),
        _("Note"),
    )
    rows = [
        (
            one.code,
            one.title or None,
            one.unit or None,
            labels.label_of("batch", one.state),
            labels.label_of("verdict", one.outcome),
            None if one.maturity is None else Decimal(one.maturity),
            len(one.gaps),
            one.folder,
            len(one.files),
            _note(one),
        )
        for one in items
    ]
    return ListSheet(_("Contents"), title, [note], headings, rows, CONTENTS_WIDTHS)


def _note(one: BatchItem) -> str | None:
    told = [one.why] if one.why else []
    if one.missing_evidence:
        names = "; ".join(one.missing_evidence)
        told.append(_("evidence files missing or altered: {names}").format(names=names))
    return "\n".join(told) or None


def gaps_sheet() -> str:
    """The name of the sheet that names each part that lacks."""
    return _("Still missing")


def _gaps(title: str, note: str, items: Sequence[BatchItem]) -> ListSheet:
    headings = (_("Code"), _("Innovation"), _("Unit"), _("Part"), _("What is missing"), _("How to mend it"))
    rows = [
        # The code stands in each row for filters; title and unit once.
        (one.code, *((one.title, one.unit) if first else (None, None)), gap.label, gap.what, gap.mend)
        for one in items
        for first, gap in zip((True, *(False for _gap in one.gaps)), one.gaps, strict=False)
    ]
    return ListSheet(gaps_sheet(), title, [note], headings, rows, GAPS_WIDTHS)
