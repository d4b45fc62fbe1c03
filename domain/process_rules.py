"""The rules of a lab's process in one table, for decisions, for `next` and for the docs.

An *order* refuses in a live lab and lets pass in a reconstructed one; *advice* never refuses. Both are told
where the record lacks what they ask for, and a round may set either aside (`lab.rule_set_aside`). What is
refused in every lab is integrity, and stands with its kind of stream (`check_integrity`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from domain.base import OrderReason, Reason, Refused, StreamState, World, marked, reason
from domain.dates import Day, certainly_before

LAN = "LAN RI, Direktori Inovasi Laboratorium Inovasi"
LAN_FORMS = "LAN RI, formulir aplikasi INOLAND"
PRACTICE = "praktik daerah"
OPTIONAL = "praktik daerah; menurut LAN tidak wajib"


class ProcessRule(NamedTuple):
    """One rule: what it asks for, before what, and who can fulfil it."""

    code: str
    """A code of `terms.LISTS["process_rule"]`, whose label names it."""
    lacks: str
    """The msgid that says what is missing."""
    of: str
    """The kind of stream that it is asked of: lab, idea or innovation."""
    fulfilled_by: str
    """The action that fulfils it; of a rule about days, the one that says the day that bounds the others."""
    before: str
    """The action that it stands before."""
    actor: str
    """Whose turn it is, as documents print it."""
    order: bool
    """True for an order: it refuses in a live lab."""
    source: str


RULES: tuple[ProcessRule, ...] = (
    ProcessRule(
        "memorandum_before_opening",
        marked("No memorandum or contract of the lab is recorded."),
        "lab",
        "lab.link_document",
        "lab.hold_stage",
        "Kepala Daerah dan LAN",
        False,
        PRACTICE,
    ),
    ProcessRule(
        "team_before_opening",
        marked("No team of the lab is recorded."),
        "lab",
        "lab.name_team_member",
        "lab.hold_stage",
        "Kepala Daerah",
        False,
        PRACTICE,
    ),
    ProcessRule(
        "survey_before_diagnose",
        marked("No survey of readiness is recorded."),
        "lab",
        "lab.survey_readiness",
        "lab.hold_stage",
        "Unit peserta",
        False,
        LAN_FORMS,
    ),
    ProcessRule(
        "commitment_signed",
        marked("No commitment of the lab is recorded."),
        "lab",
        "agreement.sign",
        "innovation.launch",
        "Kepala Daerah, LAN, dan peserta",
        False,
        PRACTICE,
    ),
    ProcessRule(
        "programme_evaluated",
        marked("No evaluation of the programme is recorded."),
        "lab",
        "lab.evaluate_programme",
        "lab.close",
        "LAN dan koordinator",
        False,
        LAN,
    ),
    ProcessRule(
        "answer_before_design",
        marked("No answer to the idea form is recorded."),
        "idea",
        "idea.answer",
        "innovation.design",
        "LAN",
        False,
        LAN_FORMS,
    ),
    ProcessRule(
        "approval_before_design",
        marked("The idea was not approved by the top leader before design."),
        "idea",
        "idea.approve",
        "innovation.design",
        "Kepala Daerah",
        True,
        LAN,
    ),
    ProcessRule(
        "plan_before_deliver",
        marked("The innovation has no action plan yet."),
        "innovation",
        "innovation.set_plan_step",
        "innovation.launch",
        "Unit pengusul",
        True,
        LAN,
    ),
    ProcessRule(
        "plan_validated",
        marked("The action plan was not validated by experts."),
        "innovation",
        "innovation.validate_plan",
        "innovation.launch",
        "Ahli",
        False,
        LAN,
    ),
    ProcessRule(
        "plan_approved_before_deliver",
        marked("The action plan was not approved by the top leader."),
        "innovation",
        "innovation.approve_plan",
        "innovation.launch",
        "Kepala Daerah",
        True,
        LAN,
    ),
    ProcessRule(
        "agreement_before_launch",
        marked("No agreement of the innovation was signed before."),
        "innovation",
        "agreement.sign",
        "innovation.launch",
        "Kepala Daerah dan unit",
        True,
        OPTIONAL,
    ),
    ProcessRule(
        "launch_before_display",
        marked("No launch of the innovation is recorded."),
        "innovation",
        "innovation.launch",
        "innovation.display",
        "Kepala Daerah",
        False,
        LAN,
    ),
    ProcessRule(
        "monitored",
        marked("No monitoring of the innovation is recorded."),
        "innovation",
        "innovation.monitor",
        "innovation.evaluate",
        "LAN atau koordinator",
        False,
        LAN,
    ),
    ProcessRule(
        "work_before_closing",
        marked("Work of the lab is dated after its closing."),
        "lab",
        "lab.close",
        "lab.close",
        "Koordinator daerah",
        False,
        PRACTICE,
    ),
    ProcessRule(
        "no_workshop_in_pause",
        marked("A workshop is dated within a pause of the lab."),
        "lab",
        "lab.pause",
        "workshop.hold",
        "Koordinator daerah",
        False,
        PRACTICE,
    ),
)
BY_CODE = {rule.code: rule for rule in RULES}


def require(
    world: World, lab: str | None, code: str, *, held: bool, field: str, late: Reason | None = None
) -> None:
    """Raises Refused for an order of the process that does not hold in a live lab which keeps it.

    `late` says that it is fulfilled, but on a later day than what it stands before.
    """
    state: StreamState = world.state(lab) if lab else None
    if held or state is None or not state.live or code in state.set_aside:
        return
    why = late or Reason(BY_CODE[code].lacks)
    raise Refused((field, OrderReason(why.text, why.values, rule=code, late=late is not None)))


def outside(lab: StreamState, kind: str, occurred: str | None) -> Iterator[tuple[str, Reason]]:
    """The rules about days that a work of a live lab does not keep, by its kind of stream and its day."""
    if not lab.live or not occurred:
        return
    if certainly_before(lab.closed_on, occurred) and "work_before_closing" not in lab.set_aside:
        told = {"day": Day(occurred), "closed": Day(lab.closed_on)}
        yield "work_before_closing", reason("{day} lies after the closing of the lab on {closed}.", **told)
    aside = "no_workshop_in_pause" in lab.set_aside
    for paused, resumed in () if aside or kind != "workshop" else lab.pauses:
        if within_pause(occurred, paused, resumed):
            day, since = Day(occurred), Day(paused)
            why = reason("On {day} the lab was paused (since {since}).", day=day, since=since)
            yield "no_workshop_in_pause", why


def within_pause(day: str | None, paused: str | None, resumed: str | None) -> bool:
    """True when a day lies certainly after the first day of a pause, and before the lab went on."""
    return certainly_before(paused, day) and (resumed is None or certainly_before(day, resumed))
