"""The best plan, the units that are silent and the innovations beside the region's own threshold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commands.common.list_spec import Column, ListSpec, innovation_columns, screen_text, sheet
from commands.common.output import count, day
from commands.eligibility.text import sentence_text
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from jejak_i18n import sentence as in_words
from jejak_i18n.verdicts import edition_name, number
from projections.eligibility.answers import (
    AdviceAnswer,
    PlanAnswer,
    PlanItem,
    PlanStep,
    SendingAnswer,
    SendingRow,
    SilentUnit,
)
from projections.eligibility.other_sheets import way_to_sheets

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet

TITLE = n_("Best plan")
NAMED = 12
"""How many silent units are named on the screen."""


def _certainty(item: PlanItem) -> str:
    return _("stated") if item.stated else _("at most")


PLAN = ListSpec(
    row=PlanItem,
    name=n_("Best plan"),
    title=TITLE,
    columns=(
        Column("since", n_("Item number"), "number"),
        Column("points", n_("Points"), "points"),
        Column("code", n_("Code"), value=lambda item: item.code or "–"),
        Column("title", n_("Title")),
        Column("unit", n_("Unit")),
        Column("label", n_("Row")),
        Column("stated", n_("Certain"), value=_certainty),
        Column("remedy", n_("What to do"), value=lambda item: sentence_text(item.remedy)),
    ),
)
STEPS = ListSpec(
    row=PlanStep,
    name=n_("Each next item"),
    title=n_("What each next item is worth"),
    columns=(
        Column("items", n_("Items of the plan"), "number"),
        Column("index", n_("Index"), "points"),
        Column("adds", n_("Adds"), "points"),
        Column("count", n_("Innovations that count"), "number"),
        Column("keeps", n_("Plan"), value=lambda step: "" if step.keeps else _("another plan")),
    ),
)
SILENT = ListSpec(
    row=SilentUnit,
    name=n_("Nothing reported"),
    title=n_("Units that have reported nothing"),
    columns=(
        Column("unit", n_("Unit")),
        Column("name", n_("Name")),
        Column("innovations", n_("Innovations"), "number"),
    ),
)
SENDING = ListSpec(
    row=SendingRow,
    name=n_("Threshold"),
    title=n_("Beside the region's own threshold"),
    columns=(
        *innovation_columns(),
        Column("maturity", n_("Maturity"), "points"),
        Column("lacks", n_("Lacks"), "points"),
    ),
)


def text(advice: AdviceAnswer) -> str:
    """The plan in its order, what each next item is worth, and what is not known about the rules."""
    since = _("as of {day}").format(day=day(advice.day))
    head = f"{edition_name(advice)} · {advice.region} · {since}"
    if advice.plan is None:
        gaps = "; ".join(advice.unknown)
        lacking = _("There is no best plan, since the index cannot be computed: {gaps}.").format(gaps=gaps)
        return f"{head}\n  {lacking}"
    return "\n".join([head, *(f"  {line}" for line in _sums(advice.plan)), *_tables(advice)])


def _sums(plan: PlanAnswer) -> list[str]:
    first, last = plan.steps[0], plan.steps[-1]
    lines = []
    if plan.threshold is not None:
        rule = _("Counted are only innovations of {threshold} points or more: the region's own threshold.")
        lines.append(rule.format(threshold=number(plan.threshold)))
    if last.items == 0:
        return [
            *lines,
            _("The index is {index}; no plan of at most {asked} items brings more.").format(
                index=number(first.index), asked=count(plan.asked)
            ),
        ]
    reached = _("The index is {index}; the best plan of {items} items brings it to {after} ({predicate}).")
    lines.append(
        reached.format(
            index=number(first.index),
            items=count(last.items),
            after=number(last.index),
            predicate=plan.predicate or "–",
        )
    )
    if last.items < plan.asked:
        lines.append(_("More items than {items} bring no more.").format(items=count(last.items)))
    return lines


def _tables(advice: AdviceAnswer) -> list[str]:
    plan = advice.plan
    assert plan is not None
    lines = []
    if plan.items:
        lines += ["", screen_text(PLAN, plan.items)]
        way = way_to_sheets(sentence_text(item.remedy) for item in plan.items)
        lines += [f"  {in_words(way)}"] if way else []
        lines += ["", screen_text(STEPS, plan.steps[1:])]
    lines += ["", *(f"  {line}" for line in _notes(plan, advice.unknown))]
    return lines


def _notes(plan: PlanAnswer, unknown: Sequence[str]) -> list[str]:
    lines = [_("Proved: no other plan of as many items brings a higher index.")]
    if any(not item.stated for item in plan.items):
        lines.append(_("Points that nobody has stated are the most that an item can bring (at most)."))
    if any(not step.keeps for step in plan.steps):
        lines.append(_("Another plan leaves out an item of the one before it: do one of them as a whole."))
    if unknown:
        lines.append(_("Not known about the rules: {gaps}.").format(gaps="; ".join(unknown)))
    return [*lines, _("An own estimate; the ministry decides.")]


def silent_text(silent: Sequence[SilentUnit]) -> str:
    """How many units have reported nothing, and which."""
    named = [f"{one.unit} ({count(one.innovations)})" for one in silent[:NAMED]]
    if len(silent) > NAMED:
        named.append(
            _("{count} more (all of them: --json or --xlsx)").format(count=count(len(silent) - NAMED))
        )
    told = _("{count} units have reported nothing for this edition (innovations): {units}.")
    return told.format(count=count(len(silent)), units=", ".join(named))


def sending_text(sending: SendingAnswer, limit: int) -> str:
    """The innovations entered beside the threshold: how many reach it, and what the others lack."""
    reach = [one for one in sending.items if one.reaches]
    told = _("{reach} of {all} innovations entered reach the region's own threshold of {threshold} points.")
    line = told.format(
        reach=count(len(reach)), all=count(len(sending.items)), threshold=number(sending.threshold)
    )
    return f"{line}\n{screen_text(SENDING, sending.items[:limit])}" if sending.items else line


def sheets(advice: AdviceAnswer, notes: list[str]) -> list[ListSheet]:
    """A sheet for the plan, for what each next item is worth, for silent units and for the threshold."""
    found = []
    if advice.plan is not None:
        found += [sheet(PLAN, advice.plan.items, notes), sheet(STEPS, advice.plan.steps, notes)]
    found.append(sheet(SILENT, advice.silent, notes))
    if advice.sending is not None:
        found.append(sheet(SENDING, advice.sending.items, notes))
    return found
