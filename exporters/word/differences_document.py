"""The differences between two issues of a dossier as a Word table, for the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from exporters.dossier.formatting import date, paragraphs
from exporters.package.differences import Change, FieldChange
from exporters.package.issues import Issued
from exporters.word.printed_text import printed
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import verdicts

if TYPE_CHECKING:
    from exporters.templates.blocks import Cell, Row

_WIDTHS = (42, 24, 47, 47)
"""Millimetres of the columns."""


def issue_text(issue: Issued) -> str:
    """An issue by its edition, code, position and day."""
    text = _("{edition} · {code} · position {position} · as of {day}")
    told = text.format(
        edition=verdicts.edition_name(issue),
        code=issue.code,
        position=indonesian.number(issue.position),
        day=date(issue.spoken_day),
    )
    return f"{told} ({_('illustration')})" if issue.illustrative else told


def change_text(change: Change) -> str:
    """What became of a field, in a word."""
    return {"added": _("added"), "removed": _("removed"), "changed": _("changed")}[change]


def differences_document(before: Issued, after: Issued, changes: Sequence[FieldChange]) -> bytes:
    """The .docx; equal differences give equal bytes on every machine."""
    from exporters.templates.blocks import add_paragraph, commands, head_row, table
    from exporters.templates.make import document_bytes, empty_document, set_margins, set_properties

    document = empty_document()
    title = _("Differences between two issues of a dossier")
    commands(
        document,
        ("Jejak Kicker", printed(verdicts.edition_name(after))),
        ("Jejak Document", title),
        ("Jejak Name", printed(str(after.subject.title.value or after.code))),
        ("Normal", printed(_("Before: {issue}").format(issue=issue_text(before)))),
        ("Normal", printed(_("After: {issue}").format(issue=issue_text(after)))),
    )
    if changes:
        heads = head_row(_("Item"), _("Change"), _("Before"), _("After"))
        table(document, "Jejak Grid", _WIDTHS, [heads, *map(_row, changes)])
    else:
        add_paragraph(document, "Jejak Blank", _("The two issues do not differ."))
    set_margins(document.sections[0])
    set_properties(document, title=printed(f"{title} {after.code}"))
    return document_bytes(document)


def _row(one: FieldChange) -> Row:
    label, change = [("Jejak Cell", printed(one.label))], [("Jejak Cell", change_text(one.change))]
    return [label, change, _cell(one.before), _cell(one.after)]


def _cell(text: str | None) -> Cell:
    if text is None:
        return [("Jejak Cell Blank", _("not recorded"))]
    return [("Jejak Cell", printed(line)) for line in paragraphs(text)] or [("Jejak Cell", "")]
