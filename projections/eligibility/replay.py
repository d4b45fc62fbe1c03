"""Recorded verdicts computed again: the same at their position or not, and what moved since."""

from __future__ import annotations

from domain.innovation import VerdictRecorded
from domain.rules.changes import difference
from domain.rules.verdict import Finding, Verdict
from domain.streams import region_of
from ledger import reader
from projections.eligibility import causes, edition, rulebooks
from projections.eligibility.answers import MovedRule, ReplayItem, ReplayList, RuleChange
from projections.eligibility.rulebooks import Held
from projections.eligibility.verdicts import both_languages, points_text
from projections.read_session import ReadSession, open_session


def replay(
    session: ReadSession, stream: str, award: str | None = None, year: int | None = None
) -> ReplayList:
    """Every verdict recorded about an innovation, newest first, computed again."""
    facts = reader.read(session.store.rows(stream, session.position)).facts
    found = [
        (fact.position, fact.body)
        for fact in facts
        if isinstance(fact.body, VerdictRecorded)
        and (award is None or award.casefold() == fact.body.award)
        and year in (None, fact.body.year)
    ]
    return ReplayList(items=[_item(session, stream, *one) for one in reversed(found)])


def _item(session: ReadSession, stream: str, position: int, body: VerdictRecorded) -> ReplayItem:
    region = region_of(stream)
    held = rulebooks.by_hash(session, body.sha256)
    again = _again(session, stream, body, held)
    today = rulebooks.find(session, region, body.award, body.year, body.group)
    now = edition.edition(session, today.book, region).verdict(stream)
    return ReplayItem(
        event=position,
        award=body.award,
        year=body.year,
        group=body.group,
        rulebook=body.rulebook,
        position=body.position,
        day=body.day,
        outcome=body.outcome,
        repeated=_repeated(body, again),
        now=now.outcome,
        moved=_moved(session, body.position, again, now),
        rules=_changes(held, today),
    )


def _again(session: ReadSession, stream: str, body: VerdictRecorded, held: Held) -> Verdict:
    """The verdict by the recorded rulebook at the recorded position and day."""
    known = session.store.here(region_of(stream), body.position)
    past = open_session(session.workspace, as_of=body.as_of, position=known)
    try:
        return edition.edition(past, held.book, region_of(stream)).verdict(stream)
    finally:
        past.close()


def _repeated(body: VerdictRecorded, again: Verdict) -> bool:
    outcomes = {one.rule: one.outcome for one in again.findings}
    recorded = (body.findings, body.outcome, body.maturity)
    return (outcomes, again.outcome, points_text(again.maturity)) == recorded


def _changes(held: Held, today: Held) -> list[RuleChange]:
    """Where the rulebook of the edition is another by now."""
    if held.book.sha256 == today.book.sha256:
        return []
    found = difference(held.plain, today.plain)
    return [RuleChange(path=one.path, before=one.before, after=one.after) for one in found]


def _moved(session: ReadSession, since: int, again: Verdict, now: Verdict) -> list[MovedRule]:
    before = {one.rule: one for one in again.findings}
    after = {one.rule: one for one in now.findings}
    rules = dict.fromkeys([*before, *after])
    pairs = [(rule, before.get(rule), after.get(rule)) for rule in rules]
    return [_moved_rule(session, since, *pair) for pair in pairs if not _same(*pair[1:])]


def _same(old: Finding | None, new: Finding | None) -> bool:
    if old is None or new is None:
        return False
    return (old.outcome, old.points, old.verified) == (new.outcome, new.points, new.verified)


def _moved_rule(
    session: ReadSession, since: int, rule: str, old: Finding | None, new: Finding | None
) -> MovedRule:
    facts = {at for one in (old, new) if one for at in one.facts}
    events = {at for at in facts if at > since} | set(causes.causes_after(session, facts, since))
    return MovedRule(
        rule=rule,
        before=old.outcome if old else None,
        after=new.outcome if new else None,
        events=sorted(events),
        sentence=both_languages(new.sentence) if new else None,
    )
