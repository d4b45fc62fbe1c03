"""A dossier row by row as the official application asks for it: what to copy, what to upload, what lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec
from msgspec import Struct

from exporters.dossier import formatting, video_rules
from exporters.dossier.evidence import all_evidence
from exporters.dossier.model import (
    Aspect,
    Dossier,
    EvidenceItem,
    FormGap,
    IgaDossier,
    Indicator,
    Item,
    ItemValue,
    Letter,
    Limit,
    Section,
)
from exporters.dossier.portal_order import PortalField, portal_order
from exporters.dossier.values import field_value, word_count
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import labels
from projections.queries.detail_types import InnovationDetail

PortalPart = Literal["identity", "section", "letter", "indicator"]
PortalState = Literal["recorded", "lacking", "not_recorded", "outside"]
DEVELOPED = "developed_on"
NameOf = Callable[[str], str]
"""The name of a person by the stream, with the number that an application asks for."""


class PortalRow(Struct, frozen=True, kw_only=True):
    """One field of the application; `told` says its state, with the gaps and how to mend them.

    `text` is what to copy, None where there is nothing; words and characters are counted in it.
    """

    part: PortalPart
    number: str
    label: str
    text: str | None
    words: int | None
    characters: int | None
    limit: str | None
    files: list[str]
    state: PortalState
    told: str


def portal_rows(
    dossier: Dossier, detail: InnovationDetail, name_of: NameOf, packed: Mapping[str, str] | None = None
) -> list[PortalRow]:
    """Every field of the application in its order; what only the application takes is listed too.

    Persons stand in it by name, as the application asks for them; documents know them by their posts.
    `packed` are the names of files in the package of the dossier, by their SHA-256.
    """
    return list(_Rows(dossier, detail, name_of, packed or {}).rows())


class _Rows:
    """The parts of a dossier by their ids, each used once."""

    def __init__(
        self, dossier: Dossier, detail: InnovationDetail, name_of: NameOf, packed: Mapping[str, str]
    ) -> None:
        self.dossier, self.detail, self.name_of, self.packed = dossier, detail, name_of, packed
        self.letters: dict[str, Letter] = {}
        parts: list[Item] = [*dossier.identity]
        if isinstance(dossier, IgaDossier):
            parts += dossier.sections
        else:
            self.letters = {one.id: one for one in dossier.letters}
        # What the application works out itself is no field of it.
        self.items = {one.id: one for one in parts if one.kind != "maturity"}
        rules = self.items.pop(video_rules.ITEM, None)
        self.limits = {video_rules.LINK: str(rules.values[0].label)} if rules else {}
        self.numbered = 0

    def rows(self) -> Iterator[PortalRow]:
        dossier, used = self.dossier, set()
        for field in portal_order(dossier.award, dossier.year):
            used.add(field.part)
            yield from self._field(field)
        for name in [*self.items, *self.letters]:
            if name not in used:
                yield from self._field(PortalField(name))
        if isinstance(dossier, IgaDossier):
            yield from map(self._indicator, dossier.indicators)
        else:
            yield from map(self._aspect, dossier.sections)

    def _field(self, field: PortalField) -> Iterator[PortalRow]:
        letter, item = self.letters.get(field.part), self.items.get(field.part)
        if letter is None and item is None and field.label is None:
            return
        self.numbered += 1
        number = str(self.numbered)
        persons = [self.name_of(one) for name in field.fields for one in self.detail.persons.get(name, ())]
        files = self._uploads(field)
        if letter is not None:
            yield self._letter(number, letter)
        elif persons:
            yield _plain(number, str(field.label), "; ".join(persons))
        elif item is not None:
            row = _of_item(self.dossier, number, field, item)
            limit = row.limit or self.limits.get(field.part)
            yield msgspec.structs.replace(row, files=files, limit=limit)
        elif field.part == "region":
            yield _plain(number, str(field.label), self.dossier.region.name)
        elif field.fields:
            yield _plain(number, str(field.label), self._said(field))
        elif field.evidence:
            yield _row("identity", number, str(field.label), None, _state(bool(files), []), files=files)
        else:
            yield _outside(number, str(field.label))

    def _said(self, field: PortalField) -> str | None:
        """What the innovation itself says, where no part of the form does."""
        kind = "date" if field.part == DEVELOPED else "short"
        values = [field_value(self.detail, name) for name in field.fields]
        return "; ".join(formatting.text_of(kind, one) for one in values if one.state == "recorded") or None

    def _uploads(self, field: PortalField) -> list[str]:
        return self._files([one for one in all_evidence(self.detail) if one.kind in field.evidence])

    def _letter(self, number: str, letter: Letter) -> PortalRow:
        state = _state(bool(letter.evidence), _gaps(self.dossier, ("letter",), letter.id))
        return _row("letter", number, letter.label, None, state, files=self._files(letter.evidence))

    def _aspect(self, section: Aspect) -> PortalRow:
        text = _text(self.dossier, section, section.values)
        found = _gaps(self.dossier, ("section", "attachment", "measurement"), section.id)
        state, limit = _state(text is not None, found), _limit_text(section.limit)
        files = self._files(section.attachment.evidence)
        return _row("section", section.number, section.label, text, state, limit=limit, files=files)

    def _indicator(self, row: Indicator) -> PortalRow:
        text = str(row.parameter.label) if row.parameter.value is not None else None
        known = text is not None or bool(row.evidence)
        state = _state(known, _gaps(self.dossier, ("indicator",), row.id))
        return _row("indicator", str(row.number), row.name, text, state, files=self._files(row.evidence))

    def _files(self, found: Sequence[EvidenceItem]) -> list[str]:
        """Each piece by what it is, its given name and that in the package, and the row that records it."""
        return [self._file(one) for one in found]

    def _file(self, one: EvidenceItem) -> str:
        packed = self.packed.get(one.file or "")
        told = f", {_('in the package: {name}').format(name=packed)}" if packed else ""
        return f"{formatting.evidence(one)}{told} ({formatting.place(one.sources)})"


def _row(
    part: PortalPart,
    number: str,
    label: str,
    text: str | None,
    state: tuple[PortalState, str],
    *,
    limit: str | None = None,
    files: Sequence[str] = (),
) -> PortalRow:
    plain = None if text is None else _one_kind_of_break(text)
    return PortalRow(
        part=part,
        number=number,
        label=label,
        text=plain,
        words=None if plain is None else word_count(plain),
        characters=None if plain is None else len(plain),
        limit=limit,
        files=[*files],
        state=state[0],
        told=state[1],
    )


def _one_kind_of_break(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _plain(number: str, label: str, text: str | None) -> PortalRow:
    return _row("identity", number, label, text, _state(text is not None, []))


def _outside(number: str, label: str) -> PortalRow:
    return _row("identity", number, label, None, ("outside", _("fill in the application")))


def _of_item(dossier: Dossier, number: str, field: PortalField, item: Item) -> PortalRow:
    label = field.label or item.label
    # A development, printed beside the implementation, has a field of its own here.
    values = [one for one in item.values if one.field != DEVELOPED]
    values = values if field.value is None else values[field.value : field.value + 1]
    text = _text(dossier, item, values)
    if item.state == "outside" and text is None:
        return _outside(number, label)
    # The first of several values is the one that the form asks for.
    found = [] if field.value else _gaps(dossier, ("identity", "section"), item.id)
    limit = _limit_text(item.limit) if isinstance(item, Section) else None
    return _row("identity", number, label, text, _state(text is not None, found), limit=limit)


def _text(dossier: Dossier, item: Item, values: Sequence[ItemValue]) -> str | None:
    """What the documents print of an item, without a change to its line breaks."""
    if item.kind == "region":
        return dossier.region.name
    if item.kind == "group":
        return str(dossier.group).capitalize()
    filled = [formatting.text_of(item.kind, one) for one in values if one.state == "recorded"]
    return "; ".join(filled) or None


def _gaps(dossier: Dossier, parts: Sequence[str], id_: str) -> list[FormGap]:
    return [one for one in dossier.gaps if one.part in parts and one.id == id_]


def _state(known: bool, found: Sequence[FormGap]) -> tuple[PortalState, str]:
    """The state of a field, and the gaps in the words of page one, each with its way out."""
    if found:
        return "lacking", "\n".join(f"{_marked(one)}\n{one.mend}" for one in found)
    return ("recorded", _("recorded")) if known else ("not_recorded", _("not recorded"))


def _marked(gap: FormGap) -> str:
    if gap.certainty != "unconfirmed":
        return gap.what
    return f"{gap.what} ({_('by a rule that is not confirmed')})"


def _limit_text(limit: Limit | None) -> str | None:
    """The least or the most words, with how well the limit is known."""
    if limit is None:
        return None
    told = []
    if limit.min is not None:
        told.append(_("at least {limit} words").format(limit=indonesian.number(limit.min)))
    if limit.max is not None:
        told.append(_("at most {limit} words").format(limit=indonesian.number(limit.max)))
    known = "" if limit.certainty == "confirmed" else f" ({labels.label_of('certainty', limit.certainty)})"
    return f"{', '.join(told)}{known}"
