"""A verdict in sentences that can be read aloud: what holds, what is missing, whose turn it is."""

from __future__ import annotations

from decimal import Decimal

from commands.common.output import day
from commands.eligibility.text import is_indicator, sentence_text
from jejak_i18n import formatting, verdicts
from jejak_i18n import gettext as _
from jejak_i18n.verdicts import edition_name
from projections.eligibility.answers import FindingAnswer, VerdictAnswer

MOST = 3
"""How many of the indicators with the most points to reach are named."""


def read_aloud(verdict: VerdictAnswer, unit: str, *, dated: bool = True) -> str:
    """Four short paragraphs; `dated` says of which day they speak."""
    name = f"{verdict.acronym or verdict.title} ({verdict.code})"
    text = _("{edition}: {name} of {unit}, as of {day}.") if dated else _("{edition}: {name} of {unit}.")
    first = text.format(edition=edition_name(verdict), name=name, unit=unit, day=day(verdict.day))
    first = f"{first} {verdicts.headline(verdict)}"
    parts = [first, _holds_text(verdict), _gaps_text(verdict), _turn_text(verdict, unit)]
    return "\n\n".join(part for part in parts if part)


def _decisive(verdict: VerdictAnswer) -> list[FindingAnswer]:
    return [one for one in verdict.findings if one.decides]


def _indicators(verdict: VerdictAnswer) -> list[FindingAnswer]:
    return [one for one in verdict.findings if is_indicator(one)]


def _holds_text(verdict: VerdictAnswer) -> str:
    sentences = _grouped([one for one in _decisive(verdict) if one.outcome == "met"])
    rows = _indicators(verdict)
    if rows:
        proved = sum(1 for one in rows if one.outcome == "met")
        text = _("{proved} of {all} indicators are proved; {maturity}")
        mature = verdicts.maturity(verdict) or ""
        sentences.append(text.format(proved=proved, all=len(rows), maturity=mature[:1].lower() + mature[1:]))
    if not sentences:
        return _("Nothing holds yet.")
    return _("What holds: {told}").format(told=" ".join(sentences))


def _gaps_text(verdict: VerdictAnswer) -> str:
    sentences = _grouped([one for one in _decisive(verdict) if one.outcome != "met"])
    warned = [
        one for one in verdict.findings if one.kind == "gate" and not one.decides and one.outcome != "met"
    ]
    if warned:
        text = _("By rules that are not confirmed: {told}")
        sentences.append(text.format(told=" ".join(_grouped(warned))))
    sentences += _points_sentences(verdict)
    if not sentences:
        return _("Nothing is missing.")
    return _("What is missing: {told}").format(told=" ".join(sentences))


def _grouped(found: list[FindingAnswer]) -> list[str]:
    """Sentences that differ in their subject alone become one, with its remedy where all share it."""
    groups: dict[str, list[FindingAnswer]] = {}
    for one in found:
        groups.setdefault(_predicate(one), []).append(one)
    return [_group_sentence(predicate, same) for predicate, same in groups.items()]


def _predicate(one: FindingAnswer) -> str:
    """What a sentence says of its subject; the whole sentence where it begins otherwise."""
    sentence = sentence_text(one.sentence)
    return sentence.removeprefix(f"{one.label}: ") if one.label else sentence


def _group_sentence(predicate: str, same: list[FindingAnswer]) -> str:
    sentence = sentence_text(same[0].sentence)
    if len(same) > 1:
        sentence = f"{formatting.series([one.label for one in same])}: {predicate}"
    remedies = {sentence_text(one.remedy) for one in same if one.remedy}
    return f"{sentence} {remedies.pop()}" if len(remedies) == 1 else sentence


def _points_sentences(verdict: VerdictAnswer) -> list[str]:
    """The indicators at which most points can still be reached."""
    open_points = [(Decimal(one.upto), one) for one in _indicators(verdict) if one.upto]
    rows = sorted((row for row in open_points if row[0]), key=lambda row: (-row[0], row[1].rule))
    if not rows:
        return []
    left = sum((points for points, _one in rows), Decimal(0))
    named = "; ".join(f"{one.label} ({verdicts.number(one.upto)})" for _points, one in rows[:MOST])
    text = _("{points} points can still be reached, the most of them at: {named}.")
    return [text.format(points=verdicts.number(format(left, "f")), named=named)]


def _turn_text(verdict: VerdictAnswer, unit: str) -> str:
    if not verdict.entered:
        return _("It is the turn of {unit}: the innovation is not entered yet.").format(unit=unit)
    turn = next((one for one in verdict.findings if one.kind == "turn"), None)
    if turn is not None:
        return sentence_text(turn.sentence)
    return _("It is the turn of {unit}: to complete what is missing and to have it verified.").format(
        unit=unit
    )
