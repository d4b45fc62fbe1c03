"""Values of events as people read them, and which of them the sentence of an event leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from domain import streams
from domain.base import Body, Reason
from domain.dates import Day
from domain.fields import choices, described, refs
from domain.fields import dates as dates_of
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence, verdicts
from jejak_i18n.formatting import date
from projections.timeline.stream_names import StreamNames

CorrectedValue = str | int | bool | list[str] | dict[str, Any] | None
LONGEST = 80
"""Characters of a value inside a sentence; the rest is cut off."""
NOT_FOR_PEOPLE = {"profile", "profiles", "file", "kept", "cites", "key", "slug", "old"}
"""Fields that hold what the program keeps for itself: hashes, keys, versions of events."""
TOLD_ELSEWHERE = {
    "lab",
    "into",
    "ceremony",
    "illustrative",
    "indicator",
    "person",
    "from_person",
    "to_person",
    "capacity",
    "representing",
}
"""Fields that the heading of a history, or the sentence in words of that day, tells with each event."""


class Detail(Struct, frozen=True):
    """One recorded value that the sentence of its event does not say."""

    field: str
    """The field's name in the event."""
    value: str
    """As people read it, whole."""


def value_text(
    body: Body,
    field: str,
    value: CorrectedValue,
    names: StreamNames,
    stream: str,
    longest: int | None = LONGEST,
) -> str:
    """A value of a field as people read it: names of streams, labels of codes; long text cut short."""
    if value is None or value == []:
        return "–"
    if isinstance(value, list):
        return "; ".join(value_text(body, field, one, names, stream, longest) for one in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    known = described(type(body)).get(field)
    if field in refs(type(body)):
        return names.of(str(value))
    if known is not None and field in choices(type(body)):
        return labels.label_for_terminal(known.terms, str(value))
    if field == "kept" and isinstance(value, dict):
        return str(value["name"])
    if field == "occurred" or field in dates_of(type(body)):
        return Day(str(value))
    kind = known.kind if known is not None else ""
    if kind == "decimal":
        return verdicts.number(str(value))
    if kind in ("indicator", "indicators"):
        return names.indicator(streams.region_of(stream), str(value))
    if kind in ("section", "sections"):
        return labels.section(str(value))
    text = " ".join(str(value).split())
    return text if longest is None or len(text) <= longest else f"{text[: longest - 3]}…"


def unsaid(body: Body, text: Reason, names: StreamNames, stream: str) -> list[Detail]:
    """What an event records beyond its sentence, field by field in the order of the event."""
    said = _folded(sentence(text))
    return [
        Detail(field, value)
        for field, value in _values(body, names, stream)
        if not all(_says(said, piece) for piece in value.split("; ")) and not _says_label(said, body, field)
    ]


def _says_label(said: str, body: Body, field: str) -> bool:
    """Whether the Indonesian label of a code is said: sentences print it in every language."""
    group, code = described(type(body))[field].terms, getattr(body, field)
    return bool(group) and isinstance(code, str) and _says(said, labels.label_of(group, code))


def _values(body: Body, names: StreamNames, stream: str) -> Iterator[tuple[str, str]]:
    for field in described(type(body)):
        value = getattr(body, field)
        if value in (None, "", [], False) or field in NOT_FOR_PEOPLE | TOLD_ELSEWHERE:
            continue
        shown = value_text(body, field, msgspec.to_builtins(value), names, stream, None)
        yield field, date(shown) if isinstance(shown, Day) else str(shown)


def _says(said: str, piece: str) -> bool:
    """Whether a value stands in a sentence as words of its own, not inside others."""
    wanted = _folded(piece).rstrip(". ")
    at = said.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (_is_of_word(said[at - 1 : at]) or _is_of_word(said[end : end + 1])):
            return True
        at = said.find(wanted, at + 1)
    return False


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
