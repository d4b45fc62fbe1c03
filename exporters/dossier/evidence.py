"""Evidence, letters, indicators and measurements of a dossier, each with its provenance."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.dossier.award_form import FormIndicator, FormLetter, IgaForm, KippForm
from exporters.dossier.model import (
    EvidenceItem,
    Indicator,
    Letter,
    MeasuredIndicator,
    Parameter,
    Presence,
)
from jejak_i18n import formatting
from projections.eligibility.answers import FindingAnswer, VerdictAnswer
from projections.queries.detail_types import Evidence, InnovationDetail, Measurement, SourcedValue
from projections.queries.entry_texts import level_field


def standing(detail: InnovationDetail) -> list[Evidence]:
    """The evidence that no other gave way to; what was superseded stands in the history alone."""
    return [one for one in detail.evidence if not one.superseded]


def kipp_evidence(detail: InnovationDetail, target: str) -> list[EvidenceItem]:
    """Evidence that names the section or letter `target` of a KIPP proposal, in recorded order."""
    return [_evidence_item(one) for one in standing(detail) if target in one.kipp]


def all_evidence(detail: InnovationDetail) -> list[EvidenceItem]:
    """All evidence of the innovation that stands, in recorded order."""
    return [_evidence_item(one) for one in standing(detail)]


def _evidence_item(one: Evidence) -> EvidenceItem:
    return EvidenceItem(
        kind=one.kind,
        number=one.number,
        date=one.date,
        subject=one.subject or None,
        file=one.file,
        name=one.name,
        media_type=one.media_type,
        size=one.size,
        link=one.link,
        page=one.page,
        personal_data=one.personal_data,
        sources=one.sources,
    )


def presence(found: Sequence[EvidenceItem]) -> Presence:
    """`recorded` when there is any evidence with its file or link, else `not_recorded`."""
    return "recorded" if any(one.file or one.link for one in found) else "not_recorded"


def indicators(detail: InnovationDetail, form: IgaForm, verdict: VerdictAnswer | None) -> list[Indicator]:
    """The indicators of an innovation (SID) with their evidence, and the level that the verdict gives."""
    found = {one.rule: one for one in verdict.findings} if verdict else {}
    return [_indicator(detail, spec, found.get(f"indicator.{spec.id}")) for spec in form.indicators]


def _indicator(detail: InnovationDetail, spec: FormIndicator, judged: FindingAnswer | None) -> Indicator:
    found = [_evidence_item(one) for one in standing(detail) if spec.id in one.iga]
    return Indicator(
        number=spec.number,
        row=spec.row,
        id=spec.id,
        name=spec.name,
        weight=spec.weight,
        mandatory=spec.mandatory,
        parameter=_parameter(spec, judged, detail.fields.get(level_field(spec.id))),
        evidence=found,
        state=presence(found),
        certainty=spec.certainty,
    )


def _parameter(spec: FormIndicator, judged: FindingAnswer | None, said: SourcedValue | None) -> Parameter:
    if judged is None or not judged.level:
        return Parameter(value=None, state="not_recorded", sources=[])
    return Parameter(
        value=judged.level,
        label=_level_label(spec, judged, judged.level),
        state="recorded",
        verified=judged.verified,
        sources=said.sources if said else [],
    )


def _level_label(spec: FormIndicator, judged: FindingAnswer, level: int) -> str:
    """The official wording of a level; where the form has none, what was counted on which basis."""
    if spec.levels:
        return spec.levels[f"p{level}"]
    if judged.basis and judged.value is not None:
        return f"{judged.basis}: {formatting.number(judged.value)}"
    return f"P{level}"


def letters(detail: InnovationDetail, form: KippForm) -> list[Letter]:
    """The letters that the form asks of such an innovation, and what is attached for each."""
    return [one for spec in form.letters if (one := _letter(detail, spec)) is not None]


def _letter(detail: InnovationDetail, spec: FormLetter) -> Letter | None:
    found = kipp_evidence(detail, spec.id)
    if spec.when is not None and not found and _technology(detail) != spec.when:
        return None
    return Letter(
        id=spec.id,
        label=spec.label,
        required=spec.required,
        state=presence(found),
        evidence=found,
        certainty=spec.certainty,
    )


def _technology(detail: InnovationDetail) -> object:
    said = detail.fields.get("technology")
    return said.value if said else None


def measured_indicators(detail: InnovationDetail) -> list[MeasuredIndicator]:
    """Indicators measured before and after; figures as decimal text, null where not recorded."""
    return [_measured(one) for one in detail.measurements]


def _measured(one: Measurement) -> MeasuredIndicator:
    return MeasuredIndicator(
        indicator=_filled(one.indicator) or "",
        unit=_filled(one.unit),
        before=_filled(one.before),
        before_on=_filled(one.before_on),
        after=_filled(one.after),
        after_on=_filled(one.after_on),
        method=_filled(one.method),
        source=_filled(one.source),
        sources=one.sources,
    )


def _filled(text: str | None) -> str | None:
    """A text that says something, else none."""
    return text if text and text.strip() else None
