"""Conditions that any award may set: the window of days, sections and their words, fields, letters, links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from domain import dates
from domain.base import Reason, marked, reason
from domain.dates import Day
from domain.rules.case import Case, Dated
from domain.rules.entries import Entry
from domain.rules.rulebook import UNCONFIRMED, Certainty, Rulebook, Section, Window
from domain.rules.verdict import MET, NOT_MET, UNKNOWN, Finding, Kind, Outcome


def window(book: Rulebook, case: Case) -> Iterator[Finding]:
    """The first days of implementation, or of a development, must lie in the window."""
    rule = book.window
    if rule is None:
        if book.gap("window"):
            yield gap("window", reason("The window of implementation of this edition is not known."))
        return
    allowed = dates.Span(dates.span(rule.first).start, dates.span(rule.last).end)
    counted = [] if rule.development.value is False else case.developed
    began, developed = _place(case.implemented, allowed), _best(counted, allowed)
    facts = [case.implemented.at] if case.implemented else []
    opened = [one for one in counted if _place(one, allowed) == developed != NOT_MET]
    values = {"first": Day(rule.first), "last": Day(rule.last)}
    if began == MET and case.implemented:
        told = reason(
            "Implemented {date}, within the window {first} – {last}.", date=_day(case.implemented), **values
        )
        yield _window(rule, MET, rule.certainty, told, facts)
    elif developed == MET:
        yield _developed(rule, opened, facts, values)
    elif UNKNOWN in (began, developed):
        told = reason(
            "Whether it was implemented within {first} – {last} cannot be told: {date} is recorded.",
            date=_day(case.implemented if case.implemented and began == UNKNOWN else opened[0]),
            **values,
        )
        mend = reason("Record the exact date on sheet Penerapan (or Pendukung, for a development).")
        yield _window(rule, UNKNOWN, rule.certainty, told, facts + [one.at for one in opened], mend)
    else:
        yield _outside(rule, case, facts, values)


def _developed(rule: Window, opened: list[Dated], facts: list[int], values: dict[str, Any]) -> Finding:
    known = rule.development.value is True
    text = (
        marked("Developed {date}, within the window {first} – {last}.")
        if known
        else marked(
            "Developed {date} within {first} – {last}; whether that opens the window is not confirmed."
        )
    )
    told = reason(text, date=_day(opened[0]), **values)
    outcome, certainty = (MET, rule.development.certainty) if known else (UNKNOWN, rule.certainty)
    if known and rule.certainty == UNCONFIRMED:
        certainty = rule.certainty
    return _window(rule, outcome, certainty, told, facts + [one.at for one in opened])


def _outside(rule: Window, case: Case, facts: list[int], values: dict[str, Any]) -> Finding:
    if case.implemented is None:
        told = reason("No implementation is recorded; it must lie within {first} – {last}.", **values)
        mend = reason("Record the beginning of the implementation on sheet Penerapan.")
    else:
        told = reason(
            "Implemented {date}, outside the window {first} – {last}.", date=_day(case.implemented), **values
        )
        mend = reason(
            "If it was developed within the window, record that on sheet Pendukung with its evidence."
        )
    facts = facts + [one.at for one in case.developed]
    return _window(rule, NOT_MET, rule.certainty, told, facts, mend, None if facts else case.stream)


def _window(
    rule: Window,
    outcome: Outcome,
    certainty: Certainty,
    told: Reason,
    facts: list[int],
    mend: Reason | None = None,
    absent: str | None = None,
) -> Finding:
    return Finding(
        rule="window",
        kind="gate",
        outcome=outcome,
        certainty=certainty,
        sentence=told,
        facts=sorted(facts),
        absent=absent,
        sources=rule.sources,
        remedy=mend,
    )


def _place(item: Dated | None, allowed: dates.Span) -> Outcome:
    if item is None:
        return NOT_MET
    if item.date is None:
        return UNKNOWN
    span = dates.span(item.date)
    if span.within(allowed):
        return MET
    return UNKNOWN if span.touches(allowed) else NOT_MET


def _best(items: list[Dated], allowed: dates.Span) -> Outcome:
    found = {_place(item, allowed) for item in items}
    return MET if MET in found else UNKNOWN if UNKNOWN in found else NOT_MET


def _day(item: Dated) -> Day | Reason:
    return Day(item.date) if item.date else reason("on an unknown day")


def gap(rule: str, told: Reason, kind: Kind = "gate") -> Finding:
    """A rule of which the rulebook says that it is not known: shown, and never decisive."""
    return Finding(rule=rule, kind=kind, outcome=UNKNOWN, certainty=UNCONFIRMED, sentence=told)


def sections(book: Rulebook, case: Case, entry: Entry | None) -> Iterator[Finding]:
    """Every part of the form: texts with their words, fields that must be filled."""
    for part in (*book.identity, *book.sections):
        if part.kind == "text" and (part.fields or entry is not None or part.required.value):
            yield _text(part, case, entry)
        elif part.required.value and part.kind not in ("outside", "category", "sdgs", "link"):
            yield _field(part, case)


def _text(part: Section, case: Case, entry: Entry | None) -> Finding:
    written = entry.words.get(part.id) if entry else None
    for name in part.fields:
        written = written or case.words.get(name)
    words = written.count if written else 0
    least, most = part.min_words, part.max_words
    outcome, certainty, told = MET, part.certainty, reason("{label}: recorded.", label=part.label)
    mend = None
    if least is not None and least.value is not None and words < least.value:
        outcome, certainty = NOT_MET, least.certainty
        told = reason(
            "{label}: {words} words; at least {limit} are asked for ({short} short).",
            label=part.label,
            words=words,
            limit=least.value,
            short=least.value - words,
        )
        mend = reason("Complete the text on sheet Profil, then import again as a revision.")
    elif not words:
        outcome, certainty = NOT_MET, part.required.certainty
        told = reason("{label}: not recorded.", label=part.label)
        mend = _where(part)
    elif most is not None and most.value is not None and words > most.value:
        outcome, certainty = NOT_MET, most.certainty
        told = reason(
            "{label}: {words} words; at most {limit} are allowed ({over} too many).",
            label=part.label,
            words=words,
            limit=most.value,
            over=words - most.value,
        )
        mend = reason("Shorten the text, then import again as a revision.")
    elif least is not None or most is not None:
        told = reason("{label}: {words} words.", label=part.label, words=words)
        certainty = (least or most or part.required).certainty
    return Finding(
        rule=f"section.{part.id}",
        kind="gate" if part.required.value or least is not None else "warning",
        outcome=outcome,
        certainty=certainty,
        sentence=told,
        facts=[written.at] if written else [],
        absent=None if written else case.stream,
        remedy=mend,
        label=part.label,
    )


def _where(part: Section) -> Reason:
    if part.fields:
        return reason("Fill in {label} on sheet Profil, then import again.", label=part.label)
    return reason("Write {label} on sheet Naskah, then import again.", label=part.label)


def _field(part: Section, case: Case) -> Finding:
    said = [at for at in (recorded(case, name) for name in part.fields) if at is not None]
    found = bool(said) or not part.fields
    text = marked("{label}: recorded.") if found else marked("{label}: not recorded.")
    return Finding(
        rule=f"field.{part.id}",
        kind="gate",
        outcome=MET if found else NOT_MET,
        certainty=part.required.certainty,
        sentence=reason(text, label=part.label),
        facts=said,
        absent=None if found else case.stream,
        remedy=None if found else reason("Fill in {label}, then import again.", label=part.label),
        label=part.label,
    )


def recorded(case: Case, name: str) -> int | None:
    """The event that says a field, or None."""
    if name in ("title", "unit"):
        return case.title.at
    if name == "stage":
        return case.founded
    moments = {
        "trialled_on": case.trialled,
        "implemented_on": case.implemented,
        "launched_on": case.launched,
    }
    if name in moments:
        moment = moments[name]
        return moment.at if moment and moment.date else None
    if name in case.words:
        return case.words[name].at
    return case.chosen[name].at if name in case.chosen else None
