"""Turns a dossier into what the templates are given, all texts in Indonesian. No rule lives here."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from exporters.dossier import formatting, video_rules
from exporters.dossier.build import digest
from exporters.dossier.model import (
    Aspect,
    Dossier,
    EvidenceItem,
    IgaDossier,
    Indicator,
    Item,
    ItemState,
    KippDossier,
    Letter,
    MeasuredIndicator,
    Parameter,
    Section,
)
from exporters.dossier.sources import source_rows
from exporters.word.page_one import (
    HASH_DIGITS,
    against,
    gap_groups,
    judged_by,
    maturity_text,
    outcome_text,
)
from exporters.word.template_types import (
    AspectText,
    GoalMark,
    IgaContext,
    IndicatorRow,
    ItemText,
    KippContext,
    LetterRow,
    MeasurementRow,
    SectionText,
    TemplateContext,
)
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _

DASH = "\N{EN DASH}"
"""What a final copy prints for an empty part."""


def template_context(dossier: Dossier, *, final: bool = False) -> IgaContext | KippContext:
    """The context of the template of the dossier's award, for a draft or for a final copy."""
    if isinstance(dossier, IgaDossier):
        return _report(dossier, final=final)
    return _proposal(dossier, final=final)


def _shared(dossier: Dossier, *, final: bool) -> TemplateContext:
    subject, lab, verdict = dossier.subject, dossier.lab, dossier.verdict
    return TemplateContext(
        final=final,
        blank=DASH if final else _("not recorded"),
        award=dossier.award.upper(),
        award_title=dossier.award_title,
        year=dossier.year,
        group=dossier.group_title,
        document=dossier.title,
        code=dossier.code,
        dossier_id=digest(dossier)[:HASH_DIGITS],
        position=indonesian.number(dossier.position),
        spoken_day=indonesian.date(dossier.spoken_day),
        illustrative=dossier.illustrative,
        innovation=_text_of(subject.title.value),
        acronym=_text_of(subject.acronym.value),
        former_titles=[str(former.value) for former in subject.former_titles],
        unit=_text_of(subject.unit.value),
        region=dossier.region.name,
        lab=lab.name if lab is not None else None,
        layout_note=dossier.layout.note,
        word_note=dossier.word_count.note,
        missing=gap_groups(dossier.gaps),
        any_unconfirmed=any(gap.certainty == "unconfirmed" for gap in dossier.gaps),
        elsewhere=[entry.label for entry in dossier.elsewhere],
        verdict=outcome_text(verdict),
        against=against(verdict),
        judged_by=judged_by(verdict),
        maturity=maturity_text(verdict),
        identity=[
            ItemText(label=one.label, paragraphs=_paragraphs(dossier, one))
            for one in dossier.identity
            if not (final and one.id == video_rules.ITEM)
        ],
        sources=source_rows(dossier),
    )


def _item(dossier: Dossier, item: Item) -> ItemText:
    return ItemText(label=item.label, paragraphs=_paragraphs(dossier, item))


def _text_of(value: object) -> str | None:
    return None if value is None else str(value)


def _paragraphs(dossier: Dossier, item: Item) -> list[str]:
    """What an item holds, in words."""
    fixed = {"region": dossier.region.name, "group": str(dossier.group).capitalize()}
    if item.kind == "maturity" and (maturity := maturity_text(dossier.verdict)) is not None:
        return [maturity]
    if item.kind in fixed:
        return [fixed[item.kind]]
    if item.id == video_rules.ITEM:
        return [str(value.label) for value in item.values]
    filled = [value for value in item.values if value.state == "recorded"]
    if item.state == "outside" and not filled:
        return [_("fill in the application")]
    return formatting.paragraphs("; ".join(formatting.text_of(item.kind, value) for value in filled))


def _section(dossier: Dossier, section: Section) -> SectionText:
    return SectionText(
        number=section.number,
        label=section.label,
        paragraphs=_paragraphs(dossier, section),
        blank=_blank(section.state),
        counted=_counted(section),
    )


def _blank(state: ItemState) -> str:
    return _("not assessed yet") if state == "not_assessed" else _("not recorded")


def _counted(section: Section) -> str | None:
    limit, words = section.limit, indonesian.number(section.words or 0)
    if limit is None:
        return None
    if limit.max is not None:
        most = indonesian.number(limit.max)
        told = _("{words} of at most {limit} words").format(words=words, limit=most)
    else:
        least = indonesian.number(limit.min or 0)
        told = _("{words} words; at least {limit} are asked for").format(words=words, limit=least)
    return f"{told} ({_('limit not confirmed')})" if limit.certainty == "unconfirmed" else told


def _report(dossier: IgaDossier, *, final: bool) -> IgaContext:
    shared = _shared(dossier, final=final)
    return IgaContext(
        **structs.asdict(shared),
        sections=[_section(dossier, section) for section in dossier.sections],
        indicators=[_indicator(row, shared.blank, final=final) for row in dossier.indicators],
    )


def _indicator(row: Indicator, blank: str, *, final: bool) -> IndicatorRow:
    return IndicatorRow(
        row=row.row,
        number=row.number,
        name=row.name,
        mandatory=row.mandatory.value,
        information=_level_text(row.parameter, blank),
        chosen=row.parameter.value is not None,
        proofs=_attached(row.evidence, final=final),
    )


def _level_text(parameter: Parameter, blank: str) -> str:
    if parameter.value is None:
        return blank
    verified = f" ({_('verified')})" if parameter.verified == parameter.value else ""
    return f"P{parameter.value}: {parameter.label}{verified}"


def _proposal(dossier: KippDossier, *, final: bool) -> KippContext:
    goals = _chosen_goals(dossier)
    return KippContext(
        **structs.asdict(_shared(dossier, final=final)),
        sections=[_aspect(dossier, section, final=final) for section in dossier.sections],
        letters=[_letter(letter, final=final) for letter in dossier.letters],
        measurements=[_measurement(entry) for entry in dossier.measurements],
        sdgs=[GoalMark(number=n, chosen=n in goals) for n in range(1, dossier.sdgs.count + 1)],
    )


def _aspect(dossier: KippDossier, section: Aspect, *, final: bool) -> AspectText:
    attachment = section.attachment
    return AspectText(
        **structs.asdict(_section(dossier, section)),
        weight=_weight(dossier, section),
        unattached=attachment.label if attachment.required.value else None,
        attached=_attached(attachment.evidence, final=final),
        measured=section.id == dossier.measurement_section,
    )


def _weight(dossier: KippDossier, section: Aspect) -> str:
    numbers = {entry.id: entry.number for entry in dossier.sections}
    partner = numbers.get(section.weight_with or "")
    if section.weight is None:
        if partner is None:
            return _("weight not known")
        return _("weight counted in {partner}").format(partner=partner)
    percent = section.weight.value
    if partner is None:
        return _("weight {percent}%").format(percent=percent)
    return _("weight {percent}%, together with {partner}").format(percent=percent, partner=partner)


def _chosen_goals(dossier: KippDossier) -> set[int]:
    chosen = [value.value for item in dossier.identity if item.kind == "sdgs" for value in item.values]
    return {int(number) for numbers in chosen for number in numbers or ()}


def _letter(letter: Letter, *, final: bool) -> LetterRow:
    attached = _attached(letter.evidence, final=final)
    return LetterRow(label=letter.label, there=letter.state == "recorded", attached=attached)


def _attached(found: Sequence[EvidenceItem], *, final: bool) -> list[str]:
    """Pieces of evidence in words; a final copy names only those that are handed in with it."""
    return [formatting.evidence(one) for one in found if one.file or one.link or not final]


def _measurement(entry: MeasuredIndicator) -> MeasurementRow:
    return MeasurementRow(
        indicator=entry.indicator,
        unit=entry.unit,
        before=formatting.number(entry.before),
        before_on=formatting.date(entry.before_on),
        after=formatting.number(entry.after),
        after_on=formatting.date(entry.after_on),
        method=entry.method,
        source=entry.source,
    )
