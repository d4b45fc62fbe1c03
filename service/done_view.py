"""What the page of a recorded workbook shows: how it is undone, what lacks now, documents to download."""

from __future__ import annotations

from typing import Any, NamedTuple
from urllib.parse import quote

from domain.streams import code, region_code, region_of
from exporters.site.editions import editions_of
from exporters.word.lab.names import NAMES
from importers.recording.report import Report
from importers.recording.report_text import recorded_what, summary
from jejak_i18n import gettext as _
from jejak_i18n.formatting import count
from projections.eligibility.edition import Edition
from projections.eligibility.verdicts import lacking
from projections.queries import find
from projections.queries.next_steps import lab_next
from projections.queries.next_steps_text import coming, lacking_text
from projections.queries.titles import titles
from projections.read_session import ReadSession
from projections.timeline.stream_names import StreamNames
from service.desk import Done
from service.papers import papers_of_lab
from service.preview_view import hints
from service.uploads import Upload

NAMED = 40
"""How many innovations a page names; the catalogue has all."""


class Innovation(NamedTuple):
    """An innovation that was recorded: its page, and for each edition what lacks and its dossier."""

    code: str
    name: str
    editions: list[tuple[str, int, str]]
    """Name of the edition, how many conditions lack, address of the dossier."""


def done_context(session: ReadSession, upload: Upload, done: Done) -> dict[str, Any]:
    """All that the page shows."""
    report, outcome = done.report, done.report.outcome
    innovations = done.of_kind("innovation")
    labs = _labs(session, done)
    return {
        "name": done.name,
        "undo": upload.id if outcome.events or outcome.before else "",
        "recorded": recorded_text(report),
        "hints": hints(report),
        "signing": done.signing,
        "labs": [_lab(session, one) for one in labs],
        "innovations": _innovations(session, innovations[:NAMED]),
        "more": len(innovations[NAMED:]),
    }


def recorded_text(report: Report) -> str:
    """What was recorded, in one sentence."""
    outcome = report.outcome
    if outcome.before:
        return _("Nothing new: command {id} was recorded before.").format(id=outcome.command_id)
    if not outcome.events:
        return _("Nothing new: {summary}").format(summary=summary(report))
    text = _("Recorded: {what} (position {first}–{last}). {summary}")
    return text.format(
        what=recorded_what(report),
        first=count(outcome.first),
        last=count(outcome.last),
        summary=summary(report),
    )


def _labs(session: ReadSession, done: Done) -> list[str]:
    """The labs that were recorded, or that the file's rows belong to."""
    found = done.of_kind("lab")
    if not found and done.report.lab:
        found = [find.lab_of(session, done.report.lab)]
    return found


def _lab(session: ReadSession, stream: str) -> dict[str, Any]:
    steps, names = lab_next(session, stream), StreamNames(session)
    slug = f"{region_code(stream)}/{steps.of}"
    there = papers_of_lab(session, slug)
    return {
        "name": names.of(stream),
        "coming": coming(steps),
        "lacking": [lacking_text(one, steps.titles) for one in (*steps.now, *steps.later)],
        "papers": [
            (f"/dokumen/lab/{quote(slug)}/{one}", _(msgid)) for one, msgid in NAMES.items() if one in there
        ],
    }


def _innovations(session: ReadSession, streams: list[str]) -> list[Innovation]:
    names = titles(session, streams)
    editions = {region: editions_of(session, region) for region in dict.fromkeys(map(region_of, streams))}
    return [
        Innovation(
            code(stream),
            names[stream],
            [_edition(one, stream) for one in editions[region_of(stream)]],
        )
        for stream in streams
        if stream in names
    ]


def _edition(edition: Edition, stream: str) -> tuple[str, int, str]:
    book = edition.book
    # As the page of the innovation lists them.
    lacks = len(lacking(edition.verdict(stream)).findings)
    group = f"?group={quote(book.group)}" if book.group else ""
    address = f"/dokumen/{book.award}/{book.year}/{code(stream)}{group}"
    return f"{book.award.upper()} {book.year}", lacks, address
