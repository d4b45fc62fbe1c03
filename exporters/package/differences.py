"""Two issues of a dossier side by side: what was added, removed and changed, field by field.

Values are compared, not what they rest on: a value that another event says in the same words is the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from msgspec import Struct

from exporters.dossier import formatting
from exporters.dossier.model import (
    Aspect,
    EvidenceItem,
    Indicator,
    Item,
    ItemValue,
    MeasuredIndicator,
    Section,
)
from exporters.dossier.values import is_filled, numbered
from exporters.package.issues import Issued, IssuedReport, IssuedVerdict
from jejak_i18n import fields, verdicts
from jejak_i18n import indonesian as _

Part = Literal["subject", "identity", "section", "indicator", "letter", "measurement", "verdict", "gap"]
Change = Literal["added", "removed", "changed"]


class FieldChange(Struct, frozen=True, kw_only=True):
    """One field that differs, by its label in the form; texts as the document words them.

    `field` tells apart the values of one item; None where it has one only.
    """

    part: Part
    id: str
    field: str | None
    label: str
    change: Change
    before: str | None
    after: str | None


class _Shown(NamedTuple):
    """A field of one issue: by what it is compared, and how it reads."""

    label: str
    value: object
    text: str


Key = tuple[Part, str, str | None]
"""Part of the dossier, id of its item, and field within that."""


def differences(before: Issued, after: Issued) -> list[FieldChange]:
    """Every field that differs, in the order of the dossier."""
    left, right = dict(_fields(before)), dict(_fields(after))
    order: list[Part] = ["subject", "identity", "section", "indicator", "measurement", "letter"]
    order += ["verdict", "gap"]
    keys = sorted([*left, *(key for key in right if key not in left)], key=lambda key: order.index(key[0]))
    changes = (_change(key, left.get(key), right.get(key)) for key in keys)
    return [one for one in changes if one]


def _change(key: Key, left: _Shown | None, right: _Shown | None) -> FieldChange | None:
    one = right or left
    if one is None or (left and right and left.value == right.value):
        return None
    part, id_, name = key
    return FieldChange(
        part=part,
        id=id_,
        field=name,
        label=one.label,
        change="changed" if left and right else "added" if right else "removed",
        before=left.text if left else None,
        after=right.text if right else None,
    )


def _fields(issue: Issued) -> Iterator[tuple[Key, _Shown]]:
    """What stands in an issue; what is not recorded does not."""
    yield from _of_subject(issue)
    yield from _of_items("identity", issue.identity)
    yield from _of_items("section", issue.sections)
    if isinstance(issue, IssuedReport):
        yield from _of_indicators(issue.indicators)
    else:
        for section in issue.sections:
            yield from _of_attachment(section)
        yield from _of_measurements(issue.measurements)
        for letter in issue.letters:
            yield from _of_evidence("letter", letter.id, letter.label, letter.evidence)
    yield from _of_verdict(issue.verdict)
    for gap in issue.gaps:
        yield ("gap", gap.id, gap.part), _Shown(_("Gap: {label}").format(label=gap.label), gap.what, gap.what)


def _of_subject(issue: Issued) -> Iterator[tuple[Key, _Shown]]:
    subject = issue.subject
    shown = {value.field for item in [*issue.identity, *issue.sections] for value in item.values}
    named = {"title": subject.title, "acronym": subject.acronym, "unit": subject.unit}
    labels = {"title": _("Title"), "acronym": _("Acronym"), "unit": _("Office or unit")}
    for name, value in named.items():
        if name not in shown and is_filled(value.value):
            yield ("subject", name, None), _shown(labels[name], "short", value)
    former = [str(one.value) for one in subject.former_titles]
    if former:
        yield ("subject", "former_titles", None), _Shown(_("Former title"), former, "; ".join(former))


def _of_items(part: Part, items: Iterable[Item]) -> Iterator[tuple[Key, _Shown]]:
    for item in items:
        label = numbered(item.label, item.number if isinstance(item, Section) else None)
        several = len(item.values) > 1
        for value in item.values:
            if is_filled(value.value):
                own = f"{label} ({fields.names().get(value.field, value.field)})" if several else label
                yield (part, item.id, value.field if several else None), _shown(own, item.kind, value)


def _shown(label: str, kind: str, value: ItemValue) -> _Shown:
    return _Shown(label, value.value, formatting.text_of(kind, value))


def _of_indicators(rows: Iterable[Indicator]) -> Iterator[tuple[Key, _Shown]]:
    for row in rows:
        label = numbered(row.name, row.number)
        chosen = row.parameter
        if chosen.value is not None:
            text = str(chosen.label or f"P{chosen.value}")
            yield ("indicator", row.id, "parameter"), _Shown(label, (chosen.value, text), text)
        if isinstance(chosen.verified, int):
            own = _("{label}: verified level").format(label=label)
            yield ("indicator", row.id, "verified"), _Shown(own, chosen.verified, f"P{chosen.verified}")
        own = _("Indicator {number}: evidence").format(number=row.number)
        yield from _of_evidence("indicator", row.id, own, row.evidence)


def _of_attachment(section: Aspect) -> Iterator[tuple[Key, _Shown]]:
    label = _("Attachment of {part}").format(part=numbered(section.label, section.number))
    yield from _of_evidence("section", section.id, label, section.attachment.evidence)


def _of_evidence(
    part: Part, id_: str, label: str, found: Iterable[EvidenceItem]
) -> Iterator[tuple[Key, _Shown]]:
    """A piece of evidence is the same one while its kind and its number or subject are."""
    times: Counter[str] = Counter()
    for item in found:
        name = "/".join(one for one in (item.kind, item.number or item.subject or item.link) if one)
        times[name] += 1
        key = name if times[name] == 1 else f"{name}/{times[name]}"
        value = (item.number, item.date, item.subject, item.file, item.link, item.page, item.personal_data)
        yield (part, id_, f"evidence/{key}"), _Shown(label, value, formatting.evidence(item))


def _of_measurements(measured: Iterable[MeasuredIndicator]) -> Iterator[tuple[Key, _Shown]]:
    for one in measured:
        label = _("Measurement: {indicator}").format(indicator=one.indicator)
        value = (one.unit, one.before, one.before_on, one.after, one.after_on, one.method, one.source)
        yield ("measurement", one.indicator, None), _Shown(label, value, _measured_text(one))


def _measured_text(one: MeasuredIndicator) -> str:
    figures = ((one.before, one.before_on), (one.after, one.after_on))
    parts = [
        " ".join(part for part in (formatting.number(figure), one.unit, _bracketed(day)) if part)
        for figure, day in figures
        if figure
    ]
    return "; ".join(part for part in (" → ".join(parts), one.method, one.source) if part)


def _bracketed(day: str | None) -> str | None:
    return f"({formatting.date(day)})" if day else None


def _of_verdict(verdict: IssuedVerdict) -> Iterator[tuple[Key, _Shown]]:
    yield ("verdict", "outcome", None), _Shown(_("Verdict"), verdict.outcome, _outcome(verdict.outcome))
    if verdict.maturity:
        text = formatting.number(verdict.maturity) or verdict.maturity
        yield ("verdict", "maturity", None), _Shown(_("Maturity"), verdict.maturity, text)
    for finding in verdict.findings:
        value = (finding.outcome, finding.level, finding.points)
        yield (
            ("verdict", finding.rule, None),
            _Shown(finding.label, value, f"{verdicts.MARKS[finding.outcome]} {finding.sentence.id}"),
        )


def _outcome(outcome: str) -> str:
    words = {
        "met": _("eligible"),
        "not_met": _("not yet eligible"),
        "unknown": _("cannot be told yet"),
        "not_assessed": _("not assessed yet"),
    }
    return words.get(outcome, outcome)
