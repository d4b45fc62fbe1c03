"""The page of one lab: its stages, who came, agreements, ceremonies, its funnel and its innovations."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.html.environment import count, day
from exporters.site import words
from exporters.site.catalogue_page import InnovationRow
from exporters.site.funnel_drawing import funnel_drawing
from exporters.site.innovation_page import Context
from exporters.site.scope import Scope
from jejak_i18n import gettext as _
from jejak_i18n import labels
from jejak_i18n.unit_kinds import unit_kind_for_terminal
from projections.queries.funnel import funnel
from projections.queries.labs import Ceremony, LabDetail, Stage, lab_detail
from projections.read_session import ReadSession


def lab_context(session: ReadSession, slug: str, scope: Scope, rows: Sequence[InnovationRow]) -> Context:
    """All that the page shows; `slug` may name its region (`33.03/purbalingga-2022`)."""
    found, counted = lab_detail(session, slug), funnel(session, slug)
    reasons = [
        (
            labels.label_for_terminal("idea_status", one.ending),
            labels.label_for_terminal("end_reason", one.code),
            one.count,
        )
        for one in counted.ended_because
    ]
    return {
        "lab": found,
        "about": _about(found),
        "funnel": funnel_drawing(counted),
        "reasons": [] if scope.public else reasons,
        "late": counted.proposed_late,
        "stages": [(labels.label_for_terminal("stage", one.stage), *_stage(one)) for one in found.stages],
        "brought": [
            (
                one.unit,
                unit_kind_for_terminal(one.kind, found.region, found.day) if one.kind else "",
                _("yes") if one.takes_part else _("no"),
                one.workshops,
                one.ideas,
                one.innovations,
                one.launched,
            )
            for one in found.brought
        ],
        "ceremonies": [_ceremony(found, one, scope) for one in found.ceremonies],
        "agreements": [
            (one.title, day(one.occurred), words.signers(one.signatures, public=scope.public))
            for one in found.agreements
        ],
        "rows": rows,
    }


def _about(found: LabDetail) -> list[tuple[str, str]]:
    facts = [
        (_("Round"), str(found.round or "")),
        (_("Opened"), day(found.opened_on)),
        (_("Closed"), _closed(found)),
        (_("Theme"), found.theme or ""),
        (_("LAN unit"), found.facilitator or _("not recorded")),
        (_("Missions"), "; ".join(found.missions)),
        (_("Participants"), _participants(found)),
    ]
    facts += [(_("Paused"), _pause(one.paused_on, one.resumed_on, one.reason)) for one in found.pauses]
    return [(name, value) for name, value in facts if value]


def _closed(found: LabDetail) -> str:
    if not found.closed:
        return ""
    return ": ".join(part for part in (day(found.closed_on), found.closed_because) if part)


def _pause(since: str | None, until: str | None, reason: str | None) -> str:
    return " · ".join(part for part in (f"{day(since)} – {day(until)}", reason) if part)


def _participants(found: LabDetail) -> str:
    return ", ".join(
        f"{count(number)} {unit_kind_for_terminal(kind, found.region, found.day)}"
        for kind, number in found.participants.items()
    )


def _stage(one: Stage) -> tuple[str, str, str]:
    """The local name, from when to when, or why it was not held."""
    if not one.held:
        return one.local_name or "", _("not held"), one.reason or ""
    return one.local_name or "", day(one.begun), day(one.ended)


def _ceremony(found: LabDetail, one: Ceremony, scope: Scope) -> tuple[str, str, str, str, str]:
    """Its name, day, place, how many were launched, and who led it."""
    launched = ""
    if one.kind == "launching":
        published = found.published_of(one)
        launched = count(published.published if published else one.launched)
    return one.name, day(one.occurred), one.place or "", launched, "" if scope.public else one.led_by or ""
