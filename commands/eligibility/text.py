"""Verdicts as a clerk reads them: what is missing first, with how to mend it."""

from __future__ import annotations

from commands.common.output import count, day
from jejak_i18n import gettext as _
from jejak_i18n import labels, language, verdicts
from jejak_i18n import sentence as in_words
from jejak_i18n.verdicts import edition_name, number
from projections.eligibility.answers import FindingAnswer, Sentence, VerdictAnswer
from projections.eligibility.other_sheets import way_to_sheets

FACTS_SHOWN = 6
"""How many events of a finding are named."""
Part = tuple[str, list[FindingAnswer]]
"""A heading, and the findings under it."""


def text(verdict: VerdictAnswer, *, everything: bool = False) -> str:
    """A whole verdict; without `everything` what is met is only counted."""
    lines = [*_head_lines(verdict), ""]
    for heading, chosen in _parts(verdict.findings):
        if chosen:
            lines += [f"  {heading}"] if heading else []
            lines += [line for one in chosen for line in finding_lines(one)]
            lines.append("")
    for one in verdict.findings:
        if one.kind == "turn":
            lines += [f"  → {sentence_text(one.sentence)}", ""]
    lines += _met_lines(verdict.findings, everything)
    told = [one for _heading, chosen in _parts(verdict.findings) for one in chosen if one.remedy]
    way = way_to_sheets((sentence_text(one.remedy) for one in told if one.remedy), [verdict.code])
    lines += [f"  {in_words(way)}", ""] if way else []
    lines.append(f"  {rulebook_text(verdict)}")
    return "\n".join(lines)


def _head_lines(verdict: VerdictAnswer) -> list[str]:
    since = _("as of {day}").format(day=day(verdict.day))
    head = f"{edition_name(verdict)} · {verdict.code} {verdict.acronym or verdict.title} · {since}"
    mature = verdicts.maturity(verdict)
    return [head, f"  {verdicts.headline(verdict)}", *([f"  {mature}"] if mature else [])]


def _parts(findings: list[FindingAnswer]) -> list[Part]:
    """What is not met, in the order of weight: what decides, what warns, what only brings points."""
    unmet = [one for one in findings if one.outcome != "met"]
    warned = [one for one in unmet if not one.decides]
    mandatory = [one for one in warned if one.kind == "warning" and is_indicator(one)]
    rest = [one for one in warned if one.kind == "warning" and one not in mandatory]
    short = [one for one in findings if _is_short(one) and one not in mandatory]
    return [
        ("", [one for one in unmet if one.decides]),
        (_("Not confirmed, so it does not decide:"), [one for one in warned if one.kind == "gate"]),
        (_("Mandatory; what a gap does is not confirmed:"), mandatory),
        (_("To be looked at:"), rest),
        (_("Points not yet reached:"), short),
    ]


def is_indicator(one: FindingAnswer) -> bool:
    """True for a finding about an indicator."""
    return one.rule.startswith("indicator.")


def _is_short(one: FindingAnswer) -> bool:
    """True for an indicator that lacks its level, or the evidence for the level stated."""
    return is_indicator(one) and (one.outcome != "met" or one.gain not in (None, "0"))


def _met_lines(findings: list[FindingAnswer], everything: bool) -> list[str]:
    met = [one for one in findings if one.outcome == "met" and one.kind != "turn" and not _is_short(one)]
    if not met:
        return []
    if everything:
        return [*(f"  ✓ {sentence_text(one.sentence)}{_points_text(one)}" for one in met), ""]
    return ["  ✓ " + _("{count} other rules are met (all of them: --all)").format(count=count(len(met))), ""]


def sentence_text(sentence: Sentence) -> str:
    """The sentence in the language of the terminal."""
    return sentence.in_language(language())


def finding_lines(one: FindingAnswer) -> list[str]:
    """One finding: mark, sentence, facts, remedy, points."""
    first = f"  {verdicts.MARKS[one.outcome]} {sentence_text(one.sentence)}{_points_text(one)}"
    if one.certainty == "unconfirmed" and one.kind == "gate":
        first += " " + _("(unconfirmed rule)")
    lines = [first]
    if one.facts:
        more = " …" if len(one.facts) > FACTS_SHOWN else ""
        numbers = ", ".join(map(str, one.facts[:FACTS_SHOWN])) + more
        lines.append("      " + _("Recorded: events {numbers}.").format(numbers=numbers))
    if one.remedy:
        lines.append("      " + _("Way out: {remedy}").format(remedy=sentence_text(one.remedy)))
    return lines


def _points_text(one: FindingAnswer) -> str:
    if one.points is None:
        return ""
    if one.gain not in (None, "0"):
        return " " + _("[{points} of {most} points; +{gain} with the evidence]").format(
            points=number(one.points), most=number(one.most), gain=number(one.gain)
        )
    return " " + _("[{points} of {most} points]").format(points=number(one.points), most=number(one.most))


def rulebook_text(verdict: VerdictAnswer) -> str:
    """Which rules spoke, and at which position."""
    return _("By rulebook {id} ({sha256}…), position {position}.").format(
        id=verdict.rulebook.id,
        sha256=verdict.rulebook.sha256[:12],
        position=count(verdict.position),
    )


def outcome_text(code: str) -> str:
    """An outcome as a word."""
    return labels.label_in("verdict", code, language())
