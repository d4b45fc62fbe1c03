"""Labs that are recorded as live though what they did lies in the past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from domain import dates, idea, innovation, streams, workshop
from domain.base import OrderReason, Reason, Term, reason
from domain.process_rules import BY_CODE, outside
from domain.sheets.lab import LAB, RULE_ASIDE
from domain.sheets.registry import SHEET_OF
from importers.reading.book import Note, Row
from ledger.write.unit_of_work import UnitOfWork

LONG_AGO = 31
"""A lab that was opened more than so many days ago is hardly recorded while it goes on."""

WORK = (workshop.NAME, idea.NAME, innovation.NAME)
"""Kinds of stream whose founding day is work of the lab."""


def remedy(why: OrderReason) -> Reason:
    """What to do where an order of the process refuses a row of a live lab."""
    rule = BY_CODE[why.rule]
    if why.late:
        return reason(
            "Correct the wrong one of the two dates, here or on sheet {first}. Where the round goes without"
            " it: name the rule {rule} on sheet {aside}, with the decree or the reason.",
            first=SHEET_OF[rule.fulfilled_by],
            rule=Term("process_rule", rule.code),
            aside=RULE_ASIDE.name,
        )
    return reason(
        "Record it first, on sheet {first}. Where the round goes without it: name the rule {rule} on sheet"
        " {aside}, with the decree or the reason. Where the lab is typed in later from its documents:"
        " write rekonstruksi under {column} on sheet {sheet} (a lab that is recorded already: with"
        " --as-correction).",
        first=SHEET_OF[rule.fulfilled_by],
        rule=Term("process_rule", rule.code),
        aside=RULE_ASIDE.name,
        column=LAB.label("mode"),
        sheet=LAB.name,
    )


def opened_in_the_past(row: Row, today: date) -> Iterator[Note]:
    """Says of a new live lab with an old date what a reconstruction is."""
    opened = row.values.get("occurred")
    if row.sheet is not LAB or row.values.get("mode") != "live" or not opened:
        return
    if dates.span(opened).end < today.toordinal() - LONG_AGO:
        what = reason(
            "The lab is recorded as it goes on (langsung), but was opened {opened}. If it is typed in later"
            " from its documents, it is a reconstruction: write rekonstruksi under {column}.",
            opened=dates.Day(opened),
            column=LAB.label("mode"),
        )
        yield Note(what, row.cell("mode"))


def dated_outside(made: Iterable[tuple[Row, str]], work: UnitOfWork) -> Iterator[Note]:
    """Says of new workshops, ideas and innovations which days lie after a closing or within a pause.

    Told when all rows are recorded: the closing may stand in the same file. `made` are rows with their
    streams.
    """
    for row, stream in made:
        kind = streams.kind_of(stream)
        if row.sheet.founds != kind or kind not in WORK:
            continue
        state = work.state(stream)
        lab = work.state(state.lab) if state and state.lab else None
        if lab is None:
            continue
        for rule, why in outside(lab, kind, row.values.get("occurred")):
            what = reason(
                "{why} Recorded nevertheless: if one of the days is wrong, correct it here or on sheet"
                " {sheet} (with --as-correction).",
                why=why,
                sheet=SHEET_OF[BY_CODE[rule].fulfilled_by],
            )
            yield Note(what, row.cell("occurred"))
