"""What became of a lab's innovations, and its pauses, as its report tells them."""

from __future__ import annotations

from exporters.dossier import formatting
from exporters.word.lab.model import DeedRow, PauseRow, ResultCount, ResultPart
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import marked as n_
from projections.queries.lab_course import Pause
from projections.queries.lab_record import Deed, Results

TITLES = {
    "determined": n_("Determined by decree"),
    "judged": n_("Results of the jury"),
    "awarded": n_("Awards received"),
    "recommended": n_("Recommended nationally"),
    "published": n_("Books and other publications"),
    "property": n_("Intellectual property"),
    "tried": n_("Trials"),
    "evaluated": n_("Evaluations"),
    "handed_over": n_("Hand-overs"),
}
"""What the report calls each heading of `lab_results.KINDS`."""


def result_counts(found: list[Results]) -> list[ResultCount]:
    """Of how many innovations each heading is recorded, and how often."""
    return [
        ResultCount(
            label=_title(one),
            innovations=indonesian.count(one.innovations),
            events=indonesian.count(one.events),
        )
        for one in found
    ]


def result_parts(found: list[Results]) -> list[ResultPart]:
    """Each heading with what is recorded under it."""
    return [ResultPart(title=_title(one), rows=[_row(deed) for deed in one.deeds]) for one in found]


def _title(one: Results) -> str:
    msgid = TITLES[one.kind]
    return _(msgid)


def _row(deed: Deed) -> DeedRow:
    many = _("{count} innovations").format(count=indonesian.count(deed.count))
    more = (f"{label}: {value.rstrip('.')}" for label, value in deed.more)
    return DeedRow(
        day=formatting.date(deed.occurred),
        innovation=deed.innovation or many,
        text="; ".join([deed.sentence.removesuffix("."), *more]),
    )


def pause_rows(pauses: list[Pause]) -> list[PauseRow]:
    """The pauses of a lab."""
    return [
        PauseRow(paused=formatting.date(one.paused_on), resumed=_resumed(one), reason=one.reason)
        for one in pauses
    ]


def _resumed(one: Pause) -> str:
    if not one.resumed:
        return _("not resumed as far as recorded")
    return formatting.date(one.resumed_on) or _("not recorded")
