"""What a dossier still lacks, each with how to mend it; and what only the official application takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import structs

from exporters.dossier import remedies
from exporters.dossier.award_form import AnyForm, KippForm
from exporters.dossier.model import (
    Aspect,
    Dossier,
    FormGap,
    IgaDossier,
    Indicator,
    Item,
    KippDossier,
    Letter,
    Limit,
    NotAssessed,
    OutsideItem,
    Presence,
    Section,
)
from exporters.dossier.values import numbered
from jejak_i18n import fields
from jejak_i18n import indonesian as _
from jejak_i18n.formatting import number
from projections.eligibility.answers import Certainty, FindingAnswer, VerdictAnswer

Part = Literal["identity", "section", "indicator", "letter", "attachment", "measurement", "file", "record"]
_ASKED_FOR = ("letter", "attachment", "measurement")
"""Parts that are a gap only where the form asks for them."""


def gaps(dossier: Dossier, form: AnyForm, missing_records: Sequence[str]) -> list[FormGap]:
    """Every gap in the order of the form. An unconfirmed rule is listed too, with its certainty.

    `missing_records` are the steps of the lab's process without a record.
    """
    judged = _judged(dossier.verdict)
    found = [
        *_of_items("identity", dossier.identity, judged),
        *_of_items("section", dossier.sections, judged),
    ]
    found += _of_lengths(dossier.sections, judged)
    if isinstance(dossier, IgaDossier):
        found += _of_indicators(dossier.indicators, judged)
    elif isinstance(form, KippForm):
        found += [*_of_category(form, dossier), *_of_measurements(form, dossier, judged)]
        found += [*_of_attachments(dossier.sections, judged), *_of_letters(dossier.letters, judged)]
    found += _of_files(judged)
    return [*found, *_of_records(missing_records)]


Judged = Mapping[str, FindingAnswer]
"""What the verdict finds, by rule; empty where nothing was assessed. A gap and its remedy are its words."""


def _judged(verdict: VerdictAnswer | NotAssessed) -> Judged:
    return {} if isinstance(verdict, NotAssessed) else {one.rule: one for one in verdict.findings}


def _what(finding: FindingAnswer | None, otherwise: str) -> str:
    """What a finding says behind its label."""
    if finding is None:
        return otherwise
    return finding.sentence.id.removeprefix(f"{finding.label}: ").removesuffix(".")


def _mend(finding: FindingAnswer | None, otherwise: str) -> str:
    return finding.remedy.id if finding and finding.remedy else otherwise


def required_gaps(dossier: Dossier) -> list[FormGap]:
    """The gaps of parts that the form itself asks for, by rules that are confirmed or not."""
    asked: set[tuple[Part, str]] = {("identity", one.id) for one in dossier.identity if one.required.value}
    asked |= {("section", one.id) for one in dossier.sections if one.required.value}
    if isinstance(dossier, IgaDossier):
        asked |= {("indicator", one.id) for one in dossier.indicators if one.mandatory.value}
    return [gap for gap in dossier.gaps if gap.part in _ASKED_FOR or (gap.part, gap.id) in asked]


def elsewhere(dossier: Dossier, *, assessed: bool) -> list[OutsideItem]:
    """Items that are filled in the official application only; no record in Jejak can mend them.

    The chosen parameters are among them as long as no verdict says the levels.
    """
    found = [
        OutsideItem(part="identity", id=item.id, label=item.label)
        for item in dossier.identity
        if item.state == "outside"
    ]
    if isinstance(dossier, IgaDossier) and dossier.indicators and not assessed:
        text = _("the chosen parameter of the {count} indicators")
        label = text.format(count=len(dossier.indicators))
        found.append(OutsideItem(part="indicator", id="parameter", label=label))
    return found


def _gap(part: Part, id_: str, label: str, what: str, mend: str, certainty: Certainty) -> FormGap:
    return FormGap(
        part=part, id=id_, label=label, what=what, mend=mend, sheet=None, column=None, certainty=certainty
    )


def _placed(part: Part, item: Item, what: str, certainty: Certainty, *, empty: bool = True) -> FormGap:
    """A gap that is filled, or a value that is revised, in one column of a sheet."""
    sheet, column = fields.place(item.values[0].field)
    return FormGap(
        part=part,
        id=item.id,
        label=_numbered(item),
        what=what,
        mend=remedies.fill(sheet, [column]) if empty else remedies.revise(sheet, column),
        sheet=sheet,
        column=column,
        certainty=certainty,
    )


def _numbered(item: Item) -> str:
    return numbered(item.label, item.number if isinstance(item, Section) else None)


def _of_items(part: Part, items: Sequence[Item], judged: Judged) -> Iterator[FormGap]:
    for item in items:
        if item.state == "not_recorded" and item.required.value:
            finding = judged.get(f"section.{item.id}") or judged.get(f"field.{item.id}")
            made = _placed(part, item, _("not recorded"), item.required.certainty)
            yield structs.replace(made, mend=_mend(finding, made.mend))


def _of_lengths(sections: Sequence[Section], judged: Judged) -> Iterator[FormGap]:
    for section in sections:
        if section.limit is not None and section.state in ("too_short", "too_long"):
            what = _length_text(section.words or 0, section.limit)
            mend = _mend(judged.get(f"section.{section.id}"), remedies.write_for_the_edition())
            yield _gap("section", section.id, _numbered(section), what, mend, section.limit.certainty)


def _length_text(words: int, limit: Limit) -> str:
    """How far a text is from its limit."""
    if limit.min is not None and words < limit.min:
        return _("{words} words; at least {limit} are asked for ({short} short)").format(
            words=number(words), limit=number(limit.min), short=number(limit.min - words)
        )
    most = limit.max or 0
    return _("{words} words; at most {limit} are allowed ({over} too many)").format(
        words=number(words), limit=number(most), over=number(words - most)
    )


def _of_indicators(rows: Sequence[Indicator], judged: Judged) -> Iterator[FormGap]:
    """Indicators that earn no level, whatever evidence they have; unassessed ones without evidence.

    The mandatory ones come first.
    """
    for row in sorted(rows, key=lambda one: not one.mandatory.value):
        finding = judged.get(f"indicator.{row.id}")
        if finding.level if finding else row.state == "recorded":
            continue
        what = _what(finding, _("no evidence"))
        if row.mandatory.value:
            what = _("{what}; this indicator is mandatory").format(what=what)
        mend = _mend(finding, remedies.attach_indicator())
        yield _gap("indicator", row.id, numbered(row.name, row.number), what, mend, row.mandatory.certainty)


def _of_category(form: KippForm, dossier: KippDossier) -> Iterator[FormGap]:
    for item in dossier.identity:
        if item.kind == "category" and item.state == "recorded" and item.values[0].label is None:
            what = _('"{value}" is not one of the {count} categories of this form').format(
                value=item.values[0].value, count=len(form.categories)
            )
            yield _placed("identity", item, what, item.certainty, empty=False)


def _of_measurements(form: KippForm, dossier: KippDossier, judged: Judged) -> Iterator[FormGap]:
    rule = form.measurements
    if rule is None:
        return
    section = next(one for one in dossier.sections if one.id == rule.section)
    is_measured = any(one.before is not None and one.after is not None for one in dossier.measurements)
    if not is_measured and rule.required.value:
        what = _("no indicator is measured both before and after")
        mend = _mend(judged.get("measurements"), remedies.measure())
        yield _gap("measurement", section.id, _numbered(section), what, mend, rule.required.certainty)


def _of_attachments(sections: Sequence[Aspect], judged: Judged) -> Iterator[FormGap]:
    for section in sections:
        asked = section.attachment
        finding = judged.get(f"attachment.{section.id}")
        if asked.required.value and _lacks(asked.state, finding, judged):
            what, mend = _what(finding, _("no attachment")), _mend(finding, remedies.attach_kipp())
            yield _gap("attachment", section.id, _numbered(section), what, mend, asked.required.certainty)


def _of_letters(letters: Sequence[Letter], judged: Judged) -> Iterator[FormGap]:
    for letter in letters:
        finding = judged.get(f"letter.{letter.id}")
        if letter.required.value and _lacks(letter.state, finding, judged):
            what, mend = _what(finding, _("letter not attached")), _mend(finding, remedies.attach_kipp())
            yield _gap("letter", letter.id, letter.label, what, mend, letter.required.certainty)


def _lacks(state: Presence, finding: FindingAnswer | None, judged: Judged) -> bool:
    """What a verdict does not speak of is not asked of this innovation."""
    if judged:
        return finding is not None and finding.outcome != "met"
    return state == "not_recorded"


def _of_files(judged: Judged) -> Iterator[FormGap]:
    """Files that the form does not take as they are."""
    for rule, finding in judged.items():
        if rule.startswith("file_limit.") and finding.label:
            yield _gap(
                "file", rule, finding.label, finding.sentence.id, _mend(finding, ""), finding.certainty
            )


def _of_records(missing_records: Sequence[str]) -> Iterator[FormGap]:
    for step in missing_records:
        what, mend = _("no record"), remedies.record_step()
        yield _gap("record", step, _record_name(step), what, mend, "confirmed")


def _record_name(step: str) -> str:
    """The name of a lab step in the language of the documents; the id itself when it has no name."""
    names = {
        "approval": _("approval of the idea"),
        "plan": _("action plan"),
        "agreement": _("innovation performance agreement"),
    }
    return names.get(step, step)
