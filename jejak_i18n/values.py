"""Values inside sentences: codes by their labels, dates and figures as people write them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from domain.base import Reason, Term
from domain.dates import Day, Instant
from domain.rules.indicators import Piece
from jejak_i18n import formatting, indonesian, labels, marked, sentence


def value_text(value: Any, tongue: str) -> Any:
    """The value as a sentence in that language says it."""
    if isinstance(value, Day):
        return formatting.date(value) if tongue == "id" else str(value)
    if isinstance(value, Instant):
        return formatting.minute(value, "UTC") if tongue == "id" else str(value)
    if isinstance(value, Term):
        return labels.label_in(value.group, value.code, tongue)
    if isinstance(value, Reason):
        return sentence(value, tongue)
    if isinstance(value, Decimal):
        return formatting.number(format(value, "f")) if tongue == "id" else format(value, "f")
    if isinstance(value, tuple):
        return "; ".join(
            _piece(one, tongue) if isinstance(one, Piece) else value_text(one, tongue) for one in value
        )
    return labels.label_in_sentence(value, tongue) if isinstance(value, str) else value


def _translated(msgid: str, tongue: str) -> str:
    return indonesian(msgid) if tongue == "id" else msgid


def _piece(piece: Piece, tongue: str) -> str:
    """One piece of evidence that is missing, such as `SK atau surat tugas, dengan halaman yang dirujuk`."""
    names = f" {_translated(marked('or'), tongue)} ".join(
        labels.label_in("evidence", kind, tongue) for kind in piece.kinds
    )
    if piece.count not in (1, "level"):
        names += f" ({piece.count})"
    if piece.count == "level":
        names += f" ({_translated(marked('one for each level'), tongue)})"
    if piece.page:
        names += f", {_translated(marked('with the page that matters'), tongue)}"
    if piece.window == "implementation_year":
        names += f", {_translated(marked('of the year of implementation'), tongue)}"
    elif piece.window == "before_year":
        names += f", {_translated(marked('issued before the year of the competition'), tongue)}"
    elif piece.window is not None:
        names += f", {_translated(marked('of the years'), tongue)} {piece.window[0]}–{piece.window[1]}"
    return names
