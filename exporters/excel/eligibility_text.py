"""Words of the workbooks of eligibility: always Indonesian, as the forms are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jejak_i18n import formatting, labels
from jejak_i18n import indonesian as _
from jejak_i18n import marked as n_
from jejak_i18n.verdicts import edition_name
from projections.eligibility.answers import FindingAnswer
from projections.eligibility.assessment import Assessment, UnitVerdict

NAMED = {
    "window": n_("Window of implementation"),
    "age": n_("Age of the innovation"),
    "history": n_("Earlier awards"),
    "history.required": n_("Earlier award that is asked for"),
    "replication_source": n_("Source of the replication"),
    "quota": n_("Quota of the region"),
    "duplicates": n_("Equal titles"),
    "category": n_("Category"),
    "video": n_("Video"),
    "measurements": n_("Measurements before and after"),
}
"""Names of rules that bear no label of the form."""


def about(assessed: Assessment) -> str:
    """Which edition, region, day and position a sheet speaks of."""
    parts = [
        edition_name(assessed.edition),
        f"{assessed.region.name} ({assessed.region.code})",
        _("State as of {day}").format(day=formatting.date(assessed.day)),
        _("Position of the ledger: {position}").format(position=formatting.number(assessed.position)),
    ]
    if assessed.known_at:
        parts.append(_("As known at {moment}").format(moment=formatting.day_or_instant(assessed.known_at)))
    return " · ".join(parts)


def illustrations(verdicts: Sequence[UnitVerdict]) -> list[str]:
    """How many innovations are illustrative; nothing where none is."""
    count = sum(one.illustrative for one in verdicts)
    if not count:
        return []
    text = _("{count} of {all} innovations are illustrative, marked (ilustrasi).")
    return [text.format(count=formatting.number(count), all=formatting.number(len(verdicts)))]


def named(verdict: UnitVerdict) -> str:
    """What people call an innovation, marked where it is illustrative."""
    name = f"{verdict.acronym} – {verdict.title}" if verdict.acronym else verdict.title
    return f"{name} (ilustrasi)" if verdict.illustrative else name


def rule(finding: FindingAnswer) -> str:
    """The name of a rule: its label on the form, else a name of ours, else its id."""
    if finding.label:
        return finding.label
    msgid = NAMED.get(finding.rule)
    return _(msgid) if msgid else finding.rule


def outcome(code: str) -> str:
    """An outcome as a word."""
    return labels.label_of("verdict", code)


def certainty(finding: FindingAnswer) -> str:
    """How certain a rule is, and what hangs on it."""
    if finding.decides:
        weight = _("decides")
    elif finding.kind == "score":
        weight = _("brings points")
    else:
        weight = _("does not decide")
    return f"{labels.label_of('certainty', finding.certainty)}; {weight}"


def finding_text(finding: FindingAnswer) -> str:
    """The sentence of a finding without the name of its rule, which stands beside it."""
    text = finding.sentence.id.removeprefix(f"{finding.label}: ")
    return text[:1].upper() + text[1:]


def points(value: str | None) -> float | None:
    """Points as a number of a sheet."""
    return None if value is None else float(value)


def sources(ids: Sequence[str], assessed: Assessment) -> str:
    """The ids of the sources of a rule; the rulebook itself where a rule names none."""
    return ", ".join(ids or [assessed.edition.rulebook.id])


def legend(ids: Iterable[str], assessed: Assessment) -> list[tuple[str, str]]:
    """What the ids of sources mean, each once, in the order of the ids."""
    return [(one, assessed.sources.get(one, one)) for one in sorted(set(ids))]
