"""The page of an innovation, and the tree of what it was made from, in words: `catalogue show`."""

from __future__ import annotations

from collections.abc import Mapping

from commands.common.output import count, day
from jejak_i18n import gettext as _
from jejak_i18n import labels
from jejak_i18n.formatting import figure
from projections.queries.detail_types import (
    Agreement,
    InnovationDetail,
    OtherInnovation,
    PlanStep,
    SourcedValue,
)
from projections.queries.lineage import InnovationNode, Node

LONG = 160
"""Characters of a text on the screen; all of it stands in the history and in `--json`."""


def tree_lines(node: Node, lead: str = "", last: bool | None = None) -> list[str]:
    """A node and what it was made from; `last` says whether siblings follow, and is None at the top."""
    here = "" if last is None else ("└─ " if last else "├─ ")
    acronym = node.acronym if isinstance(node, InnovationNode) else None
    name = f"{acronym}: {node.title}" if acronym else node.title
    mark = f"  ({_('illustration')})" if node.illustrative and last is None else ""
    below = lead + ("" if last is None else ("   " if last else "│  "))
    note = "│  " if node.made_from else "   "
    lines = [f"{lead}{here}{node.code}  {name}{mark}", f"{below}{note}{_node_text(node)}"]
    for at, child in enumerate(node.made_from):
        lines += tree_lines(child, below, at == len(node.made_from) - 1)
    return lines


def _node_text(node: Node) -> str:
    """What a node is, its day, and who is credited."""
    credit = ", ".join(map(str, node.units))
    proposers = f" ({', '.join(node.proposers)})" if node.proposers else ""
    return f"{_node_kind(node)}, {day(node.occurred)}: {credit}{proposers}"


def _node_kind(node: Node) -> str:
    if isinstance(node, InnovationNode):
        return _("innovation, launched {day}").format(day=day(node.launched_on))
    return _("made by merge") if node.origin == "merge" else _("idea proposed")


def detail_text(detail: InnovationDetail) -> str:
    """The page of an innovation."""
    fields = detail.fields
    acronym = fields["acronym"].value
    head = f"{detail.code}  {f'{acronym}: ' if acronym else ''}{fields['title'].value}"
    lines = [head + (f"  ({_('illustration')})" if detail.illustrative else ""), *_merger_lines(detail)]
    rows = [
        (_("Unit"), str(fields["unit"].value)),
        (_("Region"), detail.region.name),
        (_("Lab"), detail.lab.name if detail.lab else "–"),
        (_("Stage"), labels.label_of("maturity", str(fields["stage"].value))),
        (_("Designed"), _dated(fields, "designed_on")),
        (_("Tried out"), _dated(fields, "trialled_on")),
        (_("Implemented"), _dated(fields, "implemented_on")),
        (_("Launched"), _dated(fields, "launched_on")),
        (_("Status"), _status(detail)),
        (_("Former titles"), "; ".join(str(one.value) for one in detail.former_titles) or "–"),
        (_("Holders"), _holders(detail)),
        (_("Evidence"), str(sum(not one.superseded for one in detail.evidence))),
        (_("Measurements"), str(len(detail.measurements))),
        (_("Agreements"), "; ".join(map(_agreement, detail.agreements)) or _("not recorded")),
        (_("Ideas"), ", ".join(one.code for one in detail.ideas) or "–"),
    ]
    width = max(len(name) for name, _value in rows)
    lines += [f"  {name.ljust(width)}  {value}" for name, value in rows]
    lines += _profile_lines(detail)
    lines += _plan_lines(detail)
    lines += _course_lines(detail)
    lines += _note_lines(detail)
    lines += _entry_lines(detail)
    if detail.missing_records:
        names = {"approval": _("approval"), "plan": _("action plan"), "agreement": _("agreement")}
        missing = ", ".join(names[one] for one in detail.missing_records)
        lines.append("  " + _("No record of: {missing}.").format(missing=missing))
    lines.append(_("Its history: jejak history {code}").format(code=detail.code))
    return "\n".join(lines)


def _profile_lines(detail: InnovationDetail) -> list[str]:
    """The recorded fields of the profile under the headings of the form; long texts are cut short here."""
    from domain.fields import described
    from domain.profile import ProfileWritten
    from projections.timeline.change_text import value_text

    said: list[str] = []
    for name, one in described(ProfileWritten).items():
        value = detail.fields[name].value if name in detail.fields else None
        if value not in (None, [], ""):
            said += _text_lines(one.label, value if isinstance(value, str) else value_text(name, value))
    if not said:
        return ["  " + _("Profile: {value}").format(value=_("not recorded"))]
    return ["  " + _("Profile"), *said]


def _text_lines(label: str, text: str) -> list[str]:
    """A text beside its heading; one of several paragraphs below it, a line each. A long one is cut short."""
    lines, left = [], LONG
    for paragraph in (" ".join(line.split()) for line in text.splitlines()):
        if paragraph and left > 0:
            lines.append(paragraph if len(paragraph) <= left else f"{paragraph[: left - 1]}…")
            left -= len(paragraph)
        elif paragraph and not lines[-1].endswith("…"):
            lines.append("…")
    if len(lines) == 1:
        return [f"    {label}: {lines[0]}"]
    return [f"    {label}:", *(f"      {line}" for line in lines)]


def _entry_lines(detail: InnovationDetail) -> list[str]:
    """The entries for competitions: with whom each lies, its result, and its last dossier issued."""
    lines = [f"  {_('Entries')}"] if detail.entries else []
    for one in detail.entries:
        said = [labels.label_for_terminal("queue", one.queue or "unit")]
        if one.result:
            said.append(labels.label_for_terminal("result", one.result))
        if one.issued:
            said.append(_("dossier issued (event {event})").format(event=one.issued))
        lines.append(f"    {one.edition}: {', '.join(said)}")
    return lines


def _merger_lines(detail: InnovationDetail) -> list[str]:
    """In which innovation it goes on, and which ones it carries on."""
    into = (
        [_("Goes on in {innovation}").format(innovation=_other(detail.merged_into))]
        if detail.merged_into
        else []
    )
    taken = [_("Carries on {innovation}").format(innovation=_other(one)) for one in detail.carries_on]
    return [f"  {line}" for line in (*into, *taken)]


def _other(one: OtherInnovation) -> str:
    return f"{one.code} {f'{one.acronym}: ' if one.acronym else ''}{one.title}"


def _holders(detail: InnovationDetail) -> str:
    """Who holds it after all hand-overs; the unit where the last of them gave it back."""
    from domain.running import HandedOver

    if detail.holders:
        return "; ".join(detail.holders)
    handed = any(one.type == HandedOver.TYPE for one in detail.course)
    return str(detail.fields["unit"].value) if handed else _("not recorded")


def _agreement(one: Agreement) -> str:
    """The title of an agreement, with its amendments and its end."""
    said = [one.title]
    last = f" {day(one.amended_on)}" if one.amended_on else ""
    if one.amendments > 1:
        said.append(_("amended {count} times, last{day}").format(count=count(one.amendments), day=last))
    elif one.amendments:
        said.append(_("amended{day}").format(day=last))
    if one.ended:
        said.append(_("ended{day}").format(day=f" {day(one.ended_on)}" if one.ended_on else ""))
    return ", ".join(said)


def _status(detail: InnovationDetail) -> str:
    """How it runs as somebody last said; not known where nobody did."""
    if detail.status is None:
        return _("not reported")
    when = detail.status.sources[0].occurred
    said = labels.label_of("running", str(detail.status.value))
    return f"{said}, {day(when)}" if when else said


def _plan_lines(detail: InnovationDetail) -> list[str]:
    """The steps of each version of the action plan: who does them, when, where, for what and how much."""
    lines, version = [], None
    for one in sorted(detail.plan, key=lambda one: (one.version, one.number)):
        if one.version != version:
            version = one.version
            lines.append("  " + _("Action plan {version}").format(version=version))
        when = " – ".join(dict.fromkeys(day(one_day) for one_day in (one.start, one.end) if one_day))
        more = "; ".join(part for part in (one.executor, when) if part)
        lines.append(f"    {one.number}. {one.activity}{f' ({more})' if more else ''}")
        lines += [f"       {said}" for said in _step_lines(one)]
    return lines


def _step_lines(step: PlanStep) -> list[str]:
    """Where a step is done, what it gives and costs, and its target, as far as that is recorded."""
    cost = _("Rp{amount}").format(amount=figure(step.cost)) if step.cost else None
    parts = (
        (_("Place"), step.place),
        (_("Output"), step.output),
        (_("Cost"), f"{cost} ({step.fund_source})" if cost and step.fund_source else cost),
        (_("Target"), step.target),
    )
    said = "; ".join(f"{label}: {value}" for label, value in parts if value)
    return [said] if said else []


def _course_lines(detail: InnovationDetail) -> list[str]:
    """What was decided and said of it, a sentence each."""
    if not detail.course:
        return []
    told = (f"{day(one.occurred)}: {one.sentence}" if one.occurred else one.sentence for one in detail.course)
    return ["  " + _("Course"), *(f"    {line}" for line in told)]


def _note_lines(detail: InnovationDetail) -> list[str]:
    """The notes under their headings; a long one is cut short here and stands whole in the history."""
    if not detail.notes:
        return []
    return [
        "  " + _("Notes"),
        *(line for one in detail.notes for line in _text_lines(one.heading, one.remark)),
    ]


def _dated(fields: Mapping[str, SourcedValue], name: str) -> str:
    if name not in fields:
        return _("not recorded")
    value = fields[name].value
    return day(str(value) if value else None)
