"""Verdicts as plain data, recorded verdicts, and why a verdict is no longer what it was."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from domain.base import Reason
from domain.innovation import VerdictRecorded
from domain.innovation_actions import RecordVerdict
from domain.rules.changes import Change, difference
from domain.rules.verdict import OWN, Finding, Verdict
from domain.streams import code, region_of
from jejak_i18n import sentence
from ledger import reader
from projections.eligibility import causes, edition, rulebooks
from projections.read_session import ReadSession, open_session

Json = dict[str, Any]


def plain(verdict: Verdict) -> Json:
    """A verdict as JSON values: sentences in Indonesian and English, points as decimal texts."""
    return {
        "award": verdict.award,
        "year": verdict.year,
        "group": verdict.group,
        "rulebook": {"id": verdict.rulebook, "sha256": verdict.sha256},
        "position": verdict.position,
        "day": verdict.day,
        "code": code(verdict.stream),
        "title": verdict.title,
        "acronym": verdict.acronym,
        "unit": verdict.unit,
        "illustrative": verdict.illustrative,
        "entered": verdict.entered,
        "outcome": verdict.outcome,
        "not_met": len(verdict.of("not_met")),
        "unknown": len(verdict.of("unknown")),
        "warnings": len(verdict.warnings()),
        "maturity": points(verdict.maturity),
        "maturity_verified": points(verdict.verified),
        "maturity_most": points(verdict.most),
        "findings": [finding(one, verdict.position, verdict.stream) for one in verdict.findings],
    }


def finding(one: Finding, position: int, stream: str) -> Json:
    """One finding as JSON values; absence is told by its scope and the position up to which it was seen."""
    return {
        "rule": one.rule,
        "label": one.label,
        "kind": one.kind,
        "decides": one.decides,
        "outcome": one.outcome,
        "certainty": one.certainty,
        "sentence": both(one.sentence),
        "remedy": both(one.remedy) if one.remedy else None,
        "facts": one.facts,
        "absent": _absent(one, position, stream),
        "sources": one.sources,
        "level": one.level,
        "claimed": one.claimed,
        "verified": one.verified,
        "value": points(one.value),
        "basis": one.basis,
        "points": points(one.points),
        "most": points(one.most),
        "gain": points(one.gain),
        "upto": points(one.upto),
    }


def _absent(one: Finding, position: int, stream: str) -> Json | None:
    if one.absent is None:
        return None
    return {"scope": stream if one.absent == OWN else one.absent, "position": position}


def both(why: Reason) -> dict[str, str]:
    """A sentence in both languages."""
    return {"id": sentence(why, "id"), "en": sentence(why, "en")}


def points(value: Decimal | None) -> str | None:
    """Points as a decimal text; None where they are not known."""
    return None if value is None else format(value, "f")


def action(verdict: Verdict, session: ReadSession) -> RecordVerdict:
    """The action that records a verdict."""
    return RecordVerdict.of(
        region=region_of(verdict.stream),
        innovation=verdict.stream,
        occurred=None,
        award=verdict.award,
        year=verdict.year,
        group=verdict.group,
        rulebook=verdict.rulebook,
        sha256=verdict.sha256,
        position=verdict.position,
        day=verdict.day,
        as_of=session.as_of,
        outcome=verdict.outcome,
        findings={one.rule: one.outcome for one in verdict.findings},
        maturity=points(verdict.maturity),
    )


class Moved(NamedTuple):
    """A rule whose outcome is another than recorded, with the events since then that it rests on."""

    rule: str
    before: str | None
    after: str | None
    events: list[int]
    sentence: dict[str, str] | None


class Replayed(NamedTuple):
    """A recorded verdict computed again: as it was then, and as it is now."""

    position: int
    recorded: VerdictRecorded
    repeated: bool
    """True when the same rulebook at the same position gives what was recorded."""
    again: Verdict
    now: Verdict
    moved: list[Moved]
    rules: list[Change]
    """Where the rulebook of the edition is another by now."""


def replay(
    session: ReadSession, stream: str, award: str | None = None, year: int | None = None
) -> list[Replayed]:
    """Every verdict recorded about an innovation, newest first, computed again."""
    facts = reader.read(session.store.rows(stream, session.position)).facts
    found = [
        fact
        for fact in facts
        if isinstance(fact.body, VerdictRecorded)
        and award in (None, fact.body.award)
        and year in (None, fact.body.year)
    ]
    return [_replay(session, stream, fact.position, fact.body) for fact in reversed(found)]


def _replay(session: ReadSession, stream: str, position: int, body: VerdictRecorded) -> Replayed:
    region = region_of(stream)
    held = rulebooks.by_hash(session, body.sha256)
    past = open_session(session.workspace, as_of=body.as_of, position=body.position)
    try:
        again = edition.edition(past, held.book, region).verdict(stream)
    finally:
        past.close()
    today = rulebooks.find(session, region, body.award, body.year, body.group)
    now = edition.edition(session, today.book, region).verdict(stream)
    outcomes = {one.rule: one.outcome for one in again.findings}
    repeated = (outcomes, again.outcome, points(again.maturity)) == (
        body.findings,
        body.outcome,
        body.maturity,
    )
    rules = difference(held.plain, today.plain) if body.sha256 != today.book.sha256 else []
    return Replayed(position, body, repeated, again, now, _moved(session, stream, body, again, now), rules)


def _moved(
    session: ReadSession, stream: str, body: VerdictRecorded, again: Verdict, now: Verdict
) -> list[Moved]:
    before = {one.rule: one for one in again.findings}
    after = {one.rule: one for one in now.findings}
    found = []
    for rule in [*before, *(rule for rule in after if rule not in before)]:
        old, new = before.get(rule), after.get(rule)
        if old is not None and new is not None and _same(old, new):
            continue
        facts = {at for one in (old, new) if one for at in one.facts}
        events = {at for at in facts if at > body.position} | set(
            causes.causes_after(session, facts, body.position)
        )
        told = both(new.sentence) if new else None
        outcomes = (old.outcome if old else None, new.outcome if new else None)
        found.append(Moved(rule, *outcomes, sorted(events), told))
    return found


def _same(old: Finding, new: Finding) -> bool:
    return (old.outcome, old.points, old.verified) == (new.outcome, new.points, new.verified)
