"""Parts of sentences that several pages share."""

from __future__ import annotations

from collections.abc import Iterable

from exporters.html.environment import day
from jejak_i18n import formatting, labels
from jejak_i18n import gettext as _
from projections.queries.detail_types import Provenance, Signature


def place(sheet: str | None, cell: str | None, workbook: str | None = None) -> str:
    """`Ide!A9 (berkas.xlsx)`; empty where a value was typed."""
    where = "!".join(part for part in (sheet, cell) if part)
    return f"{where} ({workbook})" if where and workbook else where


def said_by(sources: Iterable[Provenance], *, public: bool) -> list[str]:
    """Whose word a value is: event, date, sheet and cell, and the post of who recorded it."""
    found = []
    for one in sources:
        parts = [f"{_('event')} {formatting.count(one.event)}"]
        parts += [day(one.occurred)] if one.occurred else []
        parts += [where] if (where := place(one.sheet, one.cell, one.workbook)) else []
        parts += [one.actor_post] if one.actor_post and not public else []
        found.append(" · ".join(parts))
    return list(dict.fromkeys(found))


def signers(found: Iterable[Signature], *, public: bool) -> list[str]:
    """Who signed, by role and post; the public is not told."""
    return [] if public else [f"{labels.label_of('role', one.role)}: {one.post or '–'}" for one in found]
