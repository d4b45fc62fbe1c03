"""Who may send a proposal (KIPP): age, earlier awards, source of a replication, quota, titles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain import dates
from domain.base import Reason, marked, reason
from domain.dates import Day
from domain.names import fold
from domain.rules.case import Case, Sourced
from domain.rules.certainty import Certainty
from domain.rules.conditions import gap
from domain.rules.context import Award, Context
from domain.rules.entries import Entry
from domain.rules.rulebook import Age, History, Rulebook, Won
from domain.rules.verdict import MET, NOT_MET, OWN, UNKNOWN, Finding, finding


def age(book: Rulebook, case: Case, entry: Entry | None, context: Context) -> Iterator[Finding]:
    """Years from the implementation to the closing of the registration."""
    rule = book.age
    if rule is None:
        return
    years, certainty = _years(rule, case, entry)
    if years is None:
        yield gap("age", reason("The least age of this edition is not known."))
        return
    closing, began = context.closing, case.implemented
    special = category_of(case, entry) if rule.exception else None
    facts = [one.at for one in (closing, began, special) if one is not None]
    if began is None:
        told = reason(
            "No implementation is recorded; it must be {years} years old at the closing.", years=years
        )
        mend = reason("Record the beginning of the implementation on sheet Penerapan.")
        yield finding(
            "age",
            NOT_MET,
            certainty,
            told,
            facts=facts,
            absent=OWN,
            sources=rule.sources,
            remedy=mend,
        )
        return
    if closing is None:
        told = reason(
            "The closing date is not recorded, so the age of {years} years cannot be counted.", years=years
        )
        mend = reason("Record the closing date on sheet Jadwal, or: jejak calendar set.")
        yield finding(
            "age",
            UNKNOWN,
            certainty,
            told,
            facts=facts,
            absent=context.region,
            sources=rule.sources,
            remedy=mend,
        )
        return
    yield _aged(rule, certainty, years, began.date, str(closing.value), facts)


def _years(rule: Age, case: Case, entry: Entry | None) -> tuple[int | None, Certainty]:
    chosen = category_of(case, entry)
    special = rule.exception
    if special is not None and chosen is not None and fold(chosen.value) == fold(special.category):
        return special.years, special.certainty
    return rule.years.value, rule.years.certainty


def _aged(
    rule: Age, certainty: Certainty, years: int, began: str | None, closing: str, facts: list[int]
) -> Finding:
    last = dates.span(closing)
    outcome = UNKNOWN
    if began is not None:
        span = dates.span(began)
        if _reaches(span.end, years) <= last.start:
            outcome = MET
        elif _reaches(span.start, years) > last.end:
            outcome = NOT_MET
    text = {
        MET: marked("Implemented {began}: at least {years} years old at the closing on {closing}."),
        NOT_MET: marked("Implemented {began}: less than {years} years old at the closing on {closing}."),
        UNKNOWN: marked("Implemented {began}: whether it is {years} years old on {closing} cannot be told."),
    }[outcome]
    told = reason(text, began=_day(began), years=years, closing=Day(closing))
    mend = reason("Record the exact date on sheet Penerapan.") if outcome == UNKNOWN else None
    return finding("age", outcome, certainty, told, facts=facts, sources=rule.sources, remedy=mend)


def _reaches(day: int, years: int) -> int:
    return dates.years_later(date.fromordinal(day), years).toordinal()


def _day(text: str | None) -> Day | Reason:
    return Day(text) if text else reason("on an unknown day")


def history(book: Rulebook, case: Case, context: Context) -> Iterator[Finding]:
    """Earlier winners and finalists, through lineage and generations."""
    rule = book.history
    if rule is None:
        return
    held = context.awards.get(case.stream, [])
    if rule.exclude or rule.at_most:
        yield _shut_out(rule, case, held)
    if rule.require:
        yield _required(rule, case, held)


def _shut_out(rule: History, case: Case, held: list[Award]) -> Finding:
    barred = [one for one in held if any(_same(one, won) for won in rule.exclude)]
    for limit in rule.at_most:
        times = [one for one in held if fold(one.tier) == fold(limit.tier)]
        barred += times if len(times) > limit.times else []
    if barred:
        names = ", ".join(f"{one.tier} {one.edition or ''}".strip() for one in barred)
        told = reason("Shut out by earlier awards: {awards}.", awards=names)
        return finding("history", NOT_MET, rule.certainty, told, facts=_facts(barred), sources=rule.sources)
    told = reason("No earlier award shuts it out.")
    return finding(
        "history",
        MET,
        rule.certainty,
        told,
        facts=_facts(held),
        absent=OWN,
        sources=rule.sources,
    )


def _required(rule: History, case: Case, held: list[Award]) -> Finding:
    found = [one for one in held if any(_same(one, won) for won in rule.require)]
    names = sorted({won.tier for won in rule.require})
    told = (
        reason("Earlier award: {awards}.", awards=", ".join(f"{one.tier} {one.edition}" for one in found))
        if found
        else reason(
            "This group asks for an earlier award: {awards}. None is recorded.", awards=", ".join(names)
        )
    )
    mend = None if found else reason("Record the award on sheet Penghargaan.")
    return finding(
        "history.required",
        MET if found else NOT_MET,
        rule.certainty,
        told,
        facts=_facts(found),
        absent=None if found else OWN,
        sources=rule.sources,
        remedy=mend,
    )


def _facts(found: list[Award]) -> list[int]:
    return [at for one in found for at in (one.at, *one.via)]


def _same(one: Award, won: Won) -> bool:
    return fold(one.tier) == fold(won.tier) and fold(one.edition) == fold(won.edition)


def source(book: Rulebook, case: Case, entry: Entry | None) -> Iterator[Finding]:
    """Whose innovation a replication took over, with its award."""
    rule = book.replication_source
    if rule is None:
        return
    named = (
        [(entry.source.at, entry.source.value[2], entry.source.value[3])] if entry and entry.source else []
    )
    named += [(one.at, one.value[1], one.value[2]) for one in case.replicated_in]
    fitting = [at for at, tier, edition in named if _fits(rule.tiers, rule.since, tier, edition)]
    told = (
        reason("The innovation that it replicates is recorded.")
        if fitting
        else reason("The innovation that it replicates is not recorded with its award.")
    )
    mend = None if fitting else reason("Record it on sheet Isian KIPP, with tier and edition of its award.")
    yield finding(
        "replication_source",
        MET if fitting else NOT_MET,
        rule.certainty,
        told,
        facts=fitting or [at for at, _, _ in named],
        absent=None if named else OWN,
        sources=rule.sources,
        remedy=mend,
    )


def _fits(tiers: list[str], since: int | None, tier: str | None, edition: str | None) -> bool:
    if tiers and fold(tier) not in {fold(one) for one in tiers}:
        return False
    return since is None or (edition is not None and edition[:4].isdigit() and int(edition[:4]) >= since)


def quota(book: Rulebook, case: Case, context: Context) -> Iterator[Finding]:
    """How many entries a region may send in the group."""
    rule = book.quota
    if rule is None or rule.value is None:
        return
    sent = context.entries
    over = len(sent) - rule.value
    told = reason("{count} entries of the region; {limit} are allowed.", count=len(sent), limit=rule.value)
    mend = reason("Withdraw {over} entries of this group.", over=over) if over > 0 else None
    yield finding(
        "quota",
        NOT_MET if over > 0 else MET,
        rule.certainty,
        told,
        facts=list(sent),
        absent=None if sent else context.region,
        sources=rule.sources,
        remedy=mend,
    )


def duplicates(book: Rulebook, case: Case, context: Context) -> Iterator[Finding]:
    """One title in more than one entry of the edition."""
    rule = book.duplicates
    if rule is None:
        return
    others = {
        name: [at for stream, at in held if stream != case.stream] for name, held in context.titles.items()
    }
    same = others.get(fold(str(case.title.value)), [])
    told = (
        reason("Another entry of this edition bears the same title.")
        if same
        else reason("No other entry of this edition bears the same title.")
    )
    yield finding(
        "duplicates",
        NOT_MET if same else MET,
        rule.certainty,
        told,
        # That none is the same rests on the titles of all.
        facts=[case.title.at, *(same or (at for held in others.values() for at in held))],
        sources=rule.sources,
        remedy=reason("Tell the two apart by their titles, or withdraw one.") if same else None,
    )


def category_of(case: Case, entry: Entry | None) -> Sourced | None:
    """The category chosen for the entry, else in the profile."""
    return (entry.category if entry else None) or case.chosen.get("kipp_category")
