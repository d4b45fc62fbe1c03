"""The page of a region: its rounds side by side, where it stands, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from exporters.html.environment import count, day
from exporters.site.funnel_drawing import Row, bars
from exporters.site.innovation_page import Context
from exporters.site.scope import Scope
from jejak_i18n import gettext as _
from jejak_i18n import labels, language, verdicts
from projections.eligibility.advice import advice_answer
from projections.eligibility.answers import PlanAnswer
from projections.eligibility.edition import Edition
from projections.eligibility.index import index_answer
from projections.queries.calendar import dates_of
from projections.queries.funnel import Funnel, funnel
from projections.queries.lab_comparison import LabCounts, compare_labs
from projections.queries.running import running_in
from projections.read_session import ReadSession

ITEMS = 10
"""How many items of the best plan the page shows."""


class StandingText(Struct, frozen=True):
    """Where a region stands in an edition: its index now, after the best plan, and that plan."""

    edition: str
    index: str
    after: str
    predicate: str
    items: list[tuple[str, str, str]]
    """What to do, of which innovation, in how many pieces of evidence."""
    silent: list[tuple[str, str]]
    """Units that reported nothing, with how many innovations they have."""
    unknown: list[str]
    """What is not known about the rules."""


def region_context(
    session: ReadSession, region: str, name: str, scope: Scope, editions: Sequence[Edition]
) -> Context:
    """All that the page of a region (`3303`) shows."""
    labs = compare_labs(session, region).labs
    funnels = [funnel(session, one.slug) for one in labs]
    today = date.fromisoformat(session.spoken_day)
    return {
        "name": name,
        "code": f"{region[:2]}.{region[2:]}",
        "labs": labs,
        "rounds": _rounds(labs),
        "funnel": _whole(session, region, funnels) if labs else None,
        "standings": []
        if scope.public
        else [_standing(session, one) for one in editions if one.book.award == "iga"],
        "dates": [
            (one.edition, labels_of_milestone(one.milestone), day(one.day), one.days_left)
            for one in dates_of(session, region, today)
            if one.days_left >= 0
        ],
    }


def labels_of_milestone(code: str) -> str:
    """What happens on a date of an edition."""
    return labels.label_for_terminal("edition_date", code)


def _rounds(labs: Sequence[LabCounts]) -> list[tuple[str, list[str]]]:
    """Each count with its number in every round."""
    named = [
        ("units", _("Participants")),
        ("ideas_proposed", _("Ideas proposed")),
        ("innovations_designed", _("Innovations designed")),
        ("launched", _("Launched")),
        ("monitored", _("Monitored")),
        ("displayed", _("Displayed")),
    ]
    return [(label, [count(one.counts[name]) for one in labs]) for name, label in named]


def _whole(session: ReadSession, region: str, found: Sequence[Funnel]) -> object:
    """The funnel of all rounds together, down to what is seen to run."""
    running = running_in(session, region)
    rows: list[Row] = [
        (_("Ideas proposed"), _sum([one.ideas_proposed for one in found]), "came"),
        (_("Merged into another"), _sum([one.merged_away for one in found]), "went"),
        (
            _("Withdrawn or not continued"),
            _sum([part for one in found for part in (one.withdrawn, one.not_continued)]),
            "went",
        ),
        (_("Innovations designed"), _sum([one.innovations_designed for one in found]), "made"),
        (_("Launched"), _sum([one.launched for one in found]), "made"),
        (_("Seen to run"), running, "made"),
    ]
    return bars(rows, _("The funnel of all rounds"))


def _sum(numbers: Sequence[int | None]) -> int | None:
    """What is known together; None where nothing is known."""
    known = [one for one in numbers if one is not None]
    return sum(known) if known else None


def _standing(session: ReadSession, edition: Edition) -> StandingText:
    now = index_answer(edition, session.position)
    advice = advice_answer(session, edition, items=ITEMS)
    plan = advice.plan
    return StandingText(
        edition=verdicts.edition_name(now),
        index=verdicts.number(now.index),
        after=verdicts.number(plan.steps[-1].index) if plan and plan.steps else "–",
        predicate=now.predicate or "",
        items=_items(plan) if plan else [],
        silent=[(one.unit, count(one.innovations)) for one in advice.silent],
        unknown=now.unknown,
    )


def _items(plan: PlanAnswer) -> list[tuple[str, str, str]]:
    return [
        (one.remedy.in_language(language()), one.code or _("the region itself"), count(one.pieces))
        for one in plan.items
    ]
