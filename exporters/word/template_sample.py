"""Samples that a template is tried with: a form filled everywhere, each part with a mark of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct, structs, to_builtins

from exporters.dossier.award_form import AnyForm, read_form
from exporters.dossier.build import build
from exporters.dossier.model import KippDossier
from exporters.word.letters import Enclosure, LetterContext, letter_drafts
from exporters.word.template_context import template_context
from exporters.word.template_types import AspectText, IgaContext, KippContext, MeasurementRow
from jejak_i18n import indonesian as _
from projections.queries.detail_types import InnovationDetail, Region
from schemas import loader

LETTER = "letter"


class Sample(NamedTuple):
    """What a template is filled with, and the marks that stand in it: mark to the part that it stands for."""

    contexts: list[dict[str, object]]
    marks: dict[str, str]


class _Marks:
    """Words that occur nowhere else, each for one part of the form."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}

    def new(self, label: str) -> str:
        mark = f"contoh-{len(self.of):04d}"
        self.of[mark] = label
        return mark


def newest_form(award: str) -> AnyForm:
    """The form of the newest packaged edition of an award; of its general group where it has several."""
    ids = [name for name in loader.form_ids() if name.startswith(f"{award}-")]
    newest = max(ids, key=lambda name: (name.split("-")[1], name.endswith("-umum")))
    raw = loader.rulebook_bytes(newest)
    return read_form(raw, award, hashlib.sha256(raw).hexdigest())


def sample_of(award: str) -> Sample:
    """The sample of an award (`iga`, `kipp`) in its newest form, or of a `letter`.

    It comes with nothing recorded, as a filled draft, and as a filled final copy, so that every branch of a
    template is tried.
    """
    empty, marks = _empty(), _Marks()
    if award == LETTER:
        form = newest_form("kipp")
        dossier = build(empty, form)
        assert isinstance(dossier, KippDossier)
        letters = [draft.context for draft in letter_drafts(dossier, empty, form)]
        return _sample([*letters, _filled_letter(letters[0], marks)], marks)
    dossier = build(empty, newest_form(award))
    draft, final = (template_context(dossier, final=flag) for flag in (False, True))
    return _sample([draft, final, _filled(draft, marks), _filled(final, _Marks())], marks)


def left_out(marks: dict[str, str], texts: Iterable[str]) -> list[str]:
    """The labels of the parts whose marks stand in none of the texts, in the order of the form."""
    whole = "\n".join(texts).casefold()
    return list(dict.fromkeys(label for mark, label in marks.items() if mark not in whole))


def _sample(contexts: Iterable[Struct], marks: _Marks) -> Sample:
    return Sample([to_builtins(one) for one in contexts], marks.of)


def _empty() -> InnovationDetail:
    """An innovation of which nothing is recorded."""
    return InnovationDetail(
        code="3303-0001",
        stream="3303/innovation/000001",
        illustrative=True,
        position=1,
        spoken_day="2026-01-01",
        known_at=None,
        as_of=None,
        time_zone="Asia/Jakarta",
        region=Region(code="33.03", name="Kabupaten Purbalingga"),
        lab=None,
        fields={},
        persons={},
        former_titles=[],
        legal_base=None,
        measurements=[],
        evidence=[],
        plan=[],
        monitoring=[],
        trials=[],
        notes=[],
        agreements=[],
        ideas=[],
        missing_records=[],
    )


def _filled(context: IgaContext | KippContext, marks: _Marks) -> IgaContext | KippContext:
    name = marks.new(_("Name of the innovation"))
    identity = [structs.replace(one, paragraphs=[marks.new(one.label)]) for one in context.identity]
    if isinstance(context, IgaContext):
        return structs.replace(
            context,
            innovation=name,
            identity=identity,
            sections=[
                structs.replace(one, paragraphs=[marks.new(f"{one.number} {one.label}")])
                for one in context.sections
            ],
            indicators=[
                structs.replace(
                    one,
                    chosen=True,
                    information=marks.new(_("{part}: parameter").format(part=f"{one.number} {one.name}")),
                    proofs=[marks.new(_("{part}: evidence").format(part=f"{one.number} {one.name}"))],
                )
                for one in context.indicators
            ],
        )
    return structs.replace(
        context,
        innovation=name,
        identity=identity,
        sections=[_filled_aspect(one, marks) for one in context.sections],
        letters=[
            structs.replace(one, there=True, attached=[marks.new(one.label)]) for one in context.letters
        ],
        measurements=_measured(context, marks),
        sdgs=[structs.replace(one, number=marks.new("SDGs"), chosen=True) for one in context.sdgs],
    )


def _filled_aspect(one: AspectText, marks: _Marks) -> AspectText:
    label = f"{one.number} {one.label}"
    attached = marks.new(_("{part}: evidence").format(part=label))
    return structs.replace(one, paragraphs=[marks.new(label)], attached=[attached])


def _measured(context: KippContext, marks: _Marks) -> list[MeasurementRow]:
    if not any(one.measured for one in context.sections):
        return []
    row = MeasurementRow(
        indicator=marks.new(_("Measured indicators")),
        unit="orang",
        before="1",
        before_on="2022",
        after="2",
        after_on="2023",
        method="survei",
        source="laporan",
    )
    return [row]


def _filled_letter(context: LetterContext, marks: _Marks) -> LetterContext:
    return structs.replace(
        context,
        title=marks.new(_("Title of the letter")),
        opening=marks.new(_("Opening")),
        about=marks.new(_("What the letter is about")),
        innovation=marks.new(_("Name of the innovation")),
        unit=marks.new(_("Unit")),
        post=marks.new(_("Post that signs")),
        statements=[marks.new(_("Statements"))],
        enclosures=[Enclosure(number=1, label=marks.new(_("Enclosures")), state="")],
        attached=marks.new(_("Number of enclosed files")),
        subject=marks.new(_("Subject")),
        closing=marks.new(_("Closing")),
    )
