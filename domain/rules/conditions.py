"""Conditions that any award may set: the window of days, sections and their words, fields, letters, links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from domain import dates, streams
from domain.base import Reason, marked, reason
from domain.dates import Day
from domain.rules.case import PROFILE, Case, Dated, Words
from domain.rules.certainty import UNCONFIRMED, Certainty
from domain.rules.entries import Entry
from domain.rules.rulebook import Rulebook, Section, Window
from domain.rules.verdict import MET, NOT_MET, OWN, UNKNOWN, Finding, Kind, Outcome
from domain.sheet_places import places

ON_SHEET = "kipp"
"""The award whose texts sheet Naskah holds; those of others are written by the command."""
_EXACT = reason("Record the exact date on sheet Penerapan (or Pendukung, for a development).")


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
    # Only the developments that decide are told, not all that are recorded.
    opened = [one for one in counted if _place(one, allowed) == developed != NOT_MET]
    values = {"first": Day(rule.first), "last": Day(rule.last)}
    if began == MET and case.implemented:
        told = reason(
            "Implemented {date}, within the window {first} – {last}.", date=_day(case.implemented), **values
        )
        yield _window(rule, MET, rule.certainty, told, facts)
    elif developed == MET:
        yield _developed(rule, case.implemented, opened, facts, values)
    elif UNKNOWN in (began, developed):
        told = reason(
            "Whether it was implemented within {first} – {last} cannot be told: {date} is recorded.",
            date=_day(case.implemented if case.implemented and began == UNKNOWN else opened[0]),
            **values,
        )
        yield _window(rule, UNKNOWN, rule.certainty, told, facts + [one.at for one in opened], _EXACT)
    else:
        yield _outside(rule, case, facts, values)


def _developed(
    rule: Window, implemented: Dated | None, opened: list[Dated], facts: list[int], values: dict[str, Any]
) -> Finding:
    """A development within the window opens it to what was implemented before it."""
    facts = facts + [one.at for one in opened]
    developed = _day(opened[0])
    if implemented is None or implemented.date is None:
        told = reason(
            "Developed {date} within {first} – {last}, but no day of implementation is recorded: a"
            " development opens the window only to what was implemented before.",
            date=developed,
            **values,
        )
        mend = reason("Record the beginning of the implementation on sheet Penerapan.")
        return _window(rule, UNKNOWN, rule.certainty, told, facts, mend)
    began, since = dates.span(implemented.date), rule.development_since
    if began.start > dates.span(rule.last).end:
        told = reason(
            "Developed {date} within {first} – {last}, but implemented {implemented}, after it: whether the"
            " window is open to it is not known.",
            date=developed,
            implemented=_day(implemented),
            **values,
        )
        return _window(rule, UNKNOWN, rule.certainty, told, facts, _EXACT)
    if since is not None and began.start < dates.span(since).start:
        too_old = began.end < dates.span(since).start
        told = reason(
            "Developed {date} within {first} – {last}; that opens the window only to what was implemented"
            " since {since}, and this was implemented {implemented}.",
            date=developed,
            since=Day(since),
            implemented=_day(implemented),
            **values,
        )
        outcome = NOT_MET if too_old else UNKNOWN
        return _window(rule, outcome, rule.certainty, told, facts, None if too_old else _EXACT)
    known = rule.development.value is True
    text = (
        marked("Developed {date}, within the window {first} – {last}.")
        if known
        else marked(
            "Developed {date} within {first} – {last}; whether that opens the window is not confirmed."
        )
    )
    told = reason(text, date=developed, **values)
    outcome, certainty = (MET, rule.development.certainty) if known else (UNKNOWN, rule.certainty)
    # A finding is as certain as the least certain of the rules that it rests on.
    if known and rule.certainty == UNCONFIRMED:
        certainty = rule.certainty
    return _window(rule, outcome, certainty, told, facts)


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
    return _window(rule, NOT_MET, rule.certainty, told, facts, mend, None if facts else OWN)


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


class _Part(NamedTuple):
    """A part of the form with its finding when nothing is recorded."""

    part: Section
    is_text: bool
    nothing: Finding


def sections(book: Rulebook, case: Case, entry: Entry | None) -> Iterator[Finding]:
    """Every part of the form: texts with their words, fields that must be filled."""
    # What is said of a text that nobody wrote is the same for all innovations, and most lack most texts.
    parts = book.prepared.get("parts")
    if parts is None:
        parts = book.prepared["parts"] = list(_parts(book))
    for part, is_text, nothing in parts:
        if is_text:
            written = _written(part, case, entry)
            if written is None:
                yield nothing
            else:
                yield _text(book, part, written, case.stream)
            continue
        said = [at for at in (recorded(case, name) for name in part.fields) if at is not None]
        if said or not part.fields:
            yield _field(part, said)
        else:
            yield nothing


def _parts(book: Rulebook) -> Iterator[_Part]:
    for part in (*book.identity, *book.sections):
        if part.kind == "text":
            yield _Part(part, True, _text(book, part, None))
        elif part.required.value and part.kind not in ("outside", "category", "sdgs", "link"):
            yield _Part(part, False, _field(part, []))


def _written(part: Section, case: Case, entry: Entry | None) -> Words | None:
    """The words of a text: those written for the entry, else those of the profile."""
    if entry is not None and part.id in entry.words:
        return entry.words[part.id]
    return next((case.words[name] for name in part.fields if name in case.words), None)


def _text(book: Rulebook, part: Section, written: Words | None, stream: str = "") -> Finding:
    outcome, certainty, told, mend = _length(book, part, written.count if written else 0, stream)
    return Finding(
        rule=f"section.{part.id}",
        kind="gate" if part.required.value or part.min_words is not None else "warning",
        outcome=outcome,
        certainty=certainty,
        sentence=told,
        facts=[written.at] if written else [],
        absent=None if written else OWN,
        remedy=mend,
        label=part.label,
    )


def _length(
    book: Rulebook, part: Section, words: int, stream: str
) -> tuple[Outcome, Certainty, Reason, Reason | None]:
    """What the limits say of a text of so many words."""
    least, most = part.min_words, part.max_words
    # First, since a text that is missing falls short of the least number too, and this says by how many.
    if least is not None and least.value is not None and words < least.value:
        told = reason(
            "{label}: {words} words; at least {limit} are asked for ({short} short).",
            label=part.label,
            words=words,
            limit=least.value,
            short=least.value - words,
        )
        return NOT_MET, least.certainty, told, _anew(book, part, stream) if words else _where(part)
    if not words:
        told = reason("{label}: not recorded.", label=part.label)
        return NOT_MET, part.required.certainty, told, _where(part)
    if most is not None and most.value is not None and words > most.value:
        told = reason(
            "{label}: {words} words; at most {limit} are allowed ({over} too many).",
            label=part.label,
            words=words,
            limit=most.value,
            over=words - most.value,
        )
        return NOT_MET, most.certainty, told, _anew(book, part, stream)
    if least is None and most is None:
        return MET, part.certainty, reason("{label}: recorded.", label=part.label), None
    certainty = (least or most or part.required).certainty
    return MET, certainty, reason("{label}: {words} words.", label=part.label, words=words), None


def _anew(book: Rulebook, part: Section, stream: str) -> Reason:
    """A text whose length one edition does not take is written for that edition alone."""
    if book.award == ON_SHEET:
        return reason("Write it anew on sheet Naskah: what stands there counts for this edition alone.")
    return reason(
        "Write it anew for this edition alone: jejak entry write {code} --award {award} --year {year}"
        " --section {section} --file FILE",
        code=streams.code(stream),
        award=book.award,
        year=str(book.year),
        section=part.id,
    )


def _where(part: Section) -> Reason:
    """Where what is missing is written: columns have names of their own, whatever a form calls its part."""
    columns = [PROFILE[name].label for name in part.fields if name in PROFILE]
    if columns:
        return reason("Fill in {label} on sheet Profil, then import again.", label=columns[0])
    if part.fields and part.fields[0] in places():
        sheet, column = places()[part.fields[0]]
        return reason(
            "Fill in the column {column} of the sheet {sheet}, then import again.", column=column, sheet=sheet
        )
    return reason("Write {label} on sheet Naskah, then import again.", label=part.label)


def _field(part: Section, said: list[int]) -> Finding:
    found = bool(said) or not part.fields
    text = marked("{label}: recorded.") if found else marked("{label}: not recorded.")
    return Finding(
        rule=f"field.{part.id}",
        kind="gate",
        outcome=MET if found else NOT_MET,
        certainty=part.required.certainty,
        sentence=reason(text, label=part.label),
        facts=said,
        absent=None if found else OWN,
        remedy=None if found else _where(part),
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
