"""Dossier values as a document words them: dates, choices, evidence and places of record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from exporters.dossier.model import EvidenceItem, ItemValue
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import labels
from projections.queries.detail_types import Provenance

_HASH_DIGITS = 12
_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def paragraphs(text: str) -> list[str]:
    """A text cut at its line breaks, without the empty lines."""
    return [line.strip() for line in _LINE_BREAK.split(text) if line.strip()]


def date(iso: str | None) -> str | None:
    """An ISO reduced date in words; as it stands when it is not one; none for none."""
    if iso is None:
        return None
    try:
        return indonesian.date(iso)
    except ValueError:
        return iso


def short_date(iso: str | None) -> str | None:
    """As `date`, with short names of months."""
    try:
        return iso if iso is None else indonesian.short_date(iso)
    except ValueError:
        return iso


def number(text: str | None) -> str | None:
    """A decimal in Indonesian figures; as it stands when it is not a number; none for none."""
    if text is None:
        return None
    try:
        return indonesian.number(text)
    except ValueError:
        return text


def text_of(kind: str, value: ItemValue) -> str:
    """One recorded value in words, by the kind of its item."""
    if value.label is not None:
        return value.label
    if isinstance(value.value, list):
        return _listed(kind, value.value)
    raw = str(value.value)
    return (date(raw) or "") if kind == "date" else raw


def _listed(kind: str, raw: Sequence[str | int]) -> str:
    # Names of affairs hold commas of their own, so only numbers are set as a sentence.
    parts = [str(part) for part in raw]
    return indonesian.series(parts) if kind in ("sdgs", "outside") else "; ".join(parts)


def evidence(entry: EvidenceItem) -> str:
    """A piece of evidence in one line: kind, number, subject, date, page, link, name of the file."""
    parts = [
        _document(entry),
        date(entry.date),
        _("page {page}").format(page=entry.page) if entry.page else None,
        entry.link,
        _file(entry),
        _("contains personal data") if entry.personal_data else None,
    ]
    return ", ".join(part for part in parts if part)


def _file(entry: EvidenceItem) -> str | None:
    """The name under which the file was given; where nobody recorded it, the start of its hash."""
    if not entry.file:
        return None if entry.link else _("no file yet")
    return _("file {name}").format(name=entry.name or entry.file[:_HASH_DIGITS])


def _document(entry: EvidenceItem) -> str:
    kind, number, subject = _of_kind(entry.kind), entry.number, entry.subject
    if number and subject:
        return _("{kind} No. {number} concerning {subject}").format(kind=kind, number=number, subject=subject)
    if number:
        return _("{kind} No. {number}").format(kind=kind, number=number)
    return f"{kind}: {subject}" if subject else kind


def _of_kind(kind: str) -> str:
    """The label of a kind of evidence, as it begins a line."""
    label = labels.label_of("evidence", kind)
    return f"{label[:1].upper()}{label[1:]}"


def place(entries: Iterable[Provenance]) -> str:
    """Where a source was read from, as `Profil!F12`; a command when it came from no sheet."""
    cells = [_cell(entry) for entry in entries if entry.sheet]
    return ", ".join(dict.fromkeys(cells)) or _("command")


def place_in_workbook(entries: Sequence[Provenance]) -> str:
    """The same with the names of the workbooks below."""
    names = dict.fromkeys(entry.workbook for entry in entries if entry.workbook)
    return "\n".join([place(entries), *names])


def _cell(entry: Provenance) -> str:
    return f"{entry.sheet}!{entry.cell}" if entry.cell else str(entry.sheet)


def recorded(instant: str, time_zone: str) -> str:
    """The day of recording in the region's time zone, in words."""
    return indonesian.moment(instant, time_zone)


def recorded_minute(instant: str, time_zone: str) -> str:
    """The minute of recording in the region's time zone, in words, with the zone."""
    return indonesian.minute(instant, time_zone)
