"""catalogue list, show and stats."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypedDict, Unpack

import click
from msgspec import Struct

from commands.common.list_spec import Column, Items, ListSpec, screen_text, sheet, show_list
from commands.common.output import (
    UNITS_OF,
    Answer,
    count,
    day,
    list_notes,
    reading_session,
    time_options,
    units_notes,
    units_option,
    units_then_option,
    verb,
    write_list,
    xlsx_option,
)
from commands.common.written_value import Term
from commands.show import catalogue_stats
from domain.fields import LARGEST
from jejak_i18n import gettext as _
from jejak_i18n import labels
from jejak_i18n import marked as n_
from projections.queries.awards import AwardRow
from projections.queries.catalogue import CataloguePage, CatalogueRow
from projections.queries.detail_types import Agreement, InnovationDetail, OtherInnovation, SourcedValue
from projections.queries.lineage import InnovationNode, Node

INNOVATIONS = ListSpec(
    row=CatalogueRow,
    name=n_("Innovations"),
    title=n_("Catalogue of innovations"),
    columns=(
        Column(
            "region_name", n_("Region"), value=lambda row: row.region_name or row.region, telling_apart=True
        ),
        Column("code", n_("Code")),
        Column("acronym", n_("Acronym")),
        Column("title", n_("Title")),
        Column("unit", n_("Unit")),
        Column("stage", n_("Stage"), "label", codes="maturity"),
        Column("launched_on", n_("Launched"), "day", lambda row: row.launched_on if row.launched else None),
        Column("illustrative", n_("Note"), "flag", mark=n_("illustration"), screen_label=""),
    ),
    empty=n_("No innovation is recorded. Fill in sheet Inovasi of a workbook, then import it."),
)
NONE_FITS = n_("No innovation fits. Look with fewer conditions: jejak catalogue list")


LONG = 160
"""Characters of a text on the screen; all of it stands in the history and in `--json`."""


class LineageTree(Struct, frozen=True):
    """The answer of `catalogue show --lineage`."""

    tree: Node


class Wanted(TypedDict):
    """The options of `catalogue list` that say which innovations fit."""

    search: str | None
    lab: str | None
    unit: str | None
    kind: str | None
    stage: str | None
    launched: bool | None


@click.group("catalogue", help=_("The innovations as they are now, or were."))
def catalogue() -> None:
    pass


@catalogue.command("list", help=_("List innovations."))
@click.option("--search", metavar="WORDS", help=_("Words in code, acronym, title or former names."))
@click.option("--lab", metavar="SLUG", help=_("Only of this lab."))
@click.option("--unit", metavar="NAME", help=_("Only of this unit, by a name that it bears or bore."))
@click.option("--kind", metavar="KIND", help=_("Only of units of this kind (opd, kecamatan, …)."))
@click.option("--stage", type=Term("maturity"), help=_("Only of this stage."))
@click.option("--launched/--not-launched", default=None, help=_("Only launched, or only not launched."))
@click.option("--region", metavar="CODE", help=_("Only of this region."))
@click.option("--limit", type=click.IntRange(1, LARGEST), default=None, help=_("At most so many."))
@click.option(
    "--offset", type=click.IntRange(0, LARGEST), default=0, help=_("Leave out so many at the start.")
)
@units_option
@xlsx_option
@time_options
@verb("catalogue list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    as_of: str | None,
    known_at: str | None,
    limit: int | None,
    offset: int,
    region: str | None,
    units_of: str,
    xlsx: Path | None,
    **wanted: Unpack[Wanted],
) -> None:
    from domain.streams import prefix
    from projections.queries.catalogue import Filter, page

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        chosen = Filter(region=prefix(region) if region else None, units=UNITS_OF[units_of], **wanted)
        found = page(session, chosen, limit=limit, offset=offset)
    if xlsx is not None:
        notes = [*list_notes(answer), *units_notes(units_of)]
        write_list(answer, xlsx, [sheet(INNOVATIONS, found.items, notes, apart=found.several_regions)])
    narrowed = bool(region or offset or any(value is not None for value in wanted.values()))
    answer.result(found, lambda: _page_text(found, NONE_FITS if narrowed else None))


def _page_text(found: CataloguePage, empty: str | None) -> str:
    text = screen_text(INNOVATIONS, found.items, apart=found.several_regions, empty=empty)
    if not found.items:
        return text
    of_all = _("{shown} of {total} innovations")
    return f"{text}\n{of_all.format(shown=count(len(found.items)), total=count(found.total))}"


@catalogue.command("show", help=_("Show one innovation with all that is recorded of it."))
@click.argument("code", nargs=-1, required=True)
@click.option("--lineage", is_flag=True, help=_("Draw the tree back to every idea in it."))
@units_then_option
@time_options
@verb("catalogue show")
def show(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    lineage: bool,
    units_of: str,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from projections.queries import find, innovation_detail
    from projections.queries import lineage as lines
    from projections.queries.present_unit import with_present_unit

    with reading_session(answer, home, as_of, known_at, code=code) as session:
        stream = find.innovation_of(session, " ".join(code))
        if lineage:
            tree = lines.tree(session, stream)
            answer.result(LineageTree(tree), lambda: "\n".join(_tree_lines(tree)))
            return
        detail = innovation_detail.innovation_detail(session, stream)
        if UNITS_OF[units_of] == "now":
            detail = with_present_unit(session, detail)
    answer.result(detail, lambda: _detail_text(detail))


def _tree_lines(node: Node, lead: str = "", last: bool | None = None) -> list[str]:
    """A node and what it was made from; `last` says whether siblings follow, and is None at the top."""
    here = "" if last is None else ("└─ " if last else "├─ ")
    acronym = node.acronym if isinstance(node, InnovationNode) else None
    name = f"{acronym}: {node.title}" if acronym else node.title
    mark = f"  ({_('illustration')})" if node.illustrative and last is None else ""
    below = lead + ("" if last is None else ("   " if last else "│  "))
    note = "│  " if node.made_from else "   "
    lines = [f"{lead}{here}{node.code}  {name}{mark}", f"{below}{note}{_node_text(node)}"]
    for at, child in enumerate(node.made_from):
        lines += _tree_lines(child, below, at == len(node.made_from) - 1)
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


def _detail_text(detail: InnovationDetail) -> str:
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
    from commands.show.replay import field_text
    from domain.fields import described
    from domain.innovation import ProfileWritten

    said: list[str] = []
    for name, one in described(ProfileWritten).items():
        value = detail.fields[name].value if name in detail.fields else None
        if value not in (None, [], ""):
            said += _text_lines(one.label, value if isinstance(value, str) else field_text(name, value))
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
    """The steps of each version of the action plan, with who does them and when."""
    lines, version = [], None
    for one in sorted(detail.plan, key=lambda one: (one.version, one.number)):
        if one.version != version:
            version = one.version
            lines.append("  " + _("Action plan {version}").format(version=version))
        when = " – ".join(dict.fromkeys(day(one_day) for one_day in (one.start, one.end) if one_day))
        more = "; ".join(part for part in (one.executor, when) if part)
        lines.append(f"    {one.number}. {one.activity}{f' ({more})' if more else ''}")
    return lines


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


@catalogue.command("stats", help=_("Count innovations by kind of unit and by unit."))
@click.option("--lab", metavar="SLUG", help=_("Only of this lab."))
@click.option("--region", metavar="CODE", help=_("Only of this region."))
@units_option
@xlsx_option
@time_options
@verb("catalogue stats")
def stats(
    answer: Answer,
    home: str | None,
    *,
    lab: str | None,
    region: str | None,
    units_of: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from domain.streams import prefix
    from projections.queries import catalogue as queries

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        within = prefix(region) if region else None
        found = queries.stats(session, lab=lab, region=within, units_of=UNITS_OF[units_of])
    if xlsx is not None:
        notes = [*list_notes(answer), *units_notes(units_of)]
        write_list(answer, xlsx, catalogue_stats.sheets(found, notes))
    answer.result(found, lambda: catalogue_stats.text(found))


AWARDS = ListSpec(
    row=AwardRow,
    name=n_("Awards"),
    title=n_("Awards received"),
    columns=(
        Column(
            "region_name", n_("Region"), value=lambda row: row.region_name or row.region, telling_apart=True
        ),
        Column("recipient", n_("Recipient"), "label", codes="recipient"),
        Column("to", n_("To whom")),
        Column("unit", n_("Unit")),
        Column("title", n_("Name of the award")),
        Column("tier", n_("Tier")),
        Column("edition", n_("Edition")),
        Column("giver", n_("Given by")),
        Column("occurred", n_("Date"), "day"),
        Column("document", n_("Document")),
    ),
    empty=n_("No award is recorded. Fill in sheet Penghargaan of a workbook, then import it."),
)
NO_AWARD_FITS = n_("No award fits. Look with fewer conditions: jejak catalogue awards")


@catalogue.command("awards", help=_("List awards of regions, units, innovations and persons."))
@click.option("--region", metavar="CODE", help=_("Only of this region."))
@click.option("--unit", metavar="NAME", help=_("Only of this unit and of its innovations."))
@units_option
@xlsx_option
@time_options
@verb("catalogue awards")
def awards(
    answer: Answer,
    home: str | None,
    *,
    region: str | None,
    unit: str | None,
    units_of: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from domain.streams import prefix
    from projections.queries.awards import list_awards

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        within = prefix(region) if region else None
        found = list_awards(session, region=within, unit=unit, units_of=UNITS_OF[units_of])
    empty = NO_AWARD_FITS if region or unit else None
    show_list(answer, AWARDS, Items(found), xlsx, notes=units_notes(units_of), empty=empty)
