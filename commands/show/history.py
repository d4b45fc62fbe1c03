"""history: the life of an innovation or idea, told from its ideas on."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from commands.common.list_spec import Column, ListSpec, sheet
from commands.common.output import (
    UNITS_OF,
    Answer,
    count,
    list_notes,
    reading_session,
    time_options,
    units_notes,
    units_option,
    verb,
    write_list,
    xlsx_option,
)
from domain.streams import code, kind_of
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence
from jejak_i18n import marked as n_
from jejak_i18n.formatting import short_date
from projections.queries import find
from projections.queries.lineage import InnovationNode, tree
from projections.queries.mentions import Mention, mentions
from projections.read_session import ReadSession
from projections.timeline.history import Entry
from projections.timeline.history import history as history_of
from projections.timeline.history_answer import history_answer

DAY, TEXT = 17, 84
"""Widths of the columns of a history: the day, and what is said."""
LONGEST = 160
"""Characters of one value below a sentence; whole in the workbook and with `--json`."""
MANY = 10
"""How many of the events that name a document are told on the screen."""
INDENT = " " * (DAY + 4)


def short_day(iso: str | None) -> str:
    """A date as histories show it: `12 Okt 2022`, an interval `12–13 Okt 2022`."""
    return short_date(iso) if iso else _("undated")


def source_cell(one: Entry) -> str:
    """The sheet and cell that an event was read from; empty where there is none."""
    return f"{one.sheet}!{one.cell}" if one.sheet and one.cell else ""


def sentence_text(one: Entry) -> str:
    """The sentence of one event, its dates in words; a voided one says so."""
    text = sentence(one.sentence)
    return _("(voided) {sentence}").format(sentence=text) if one.voided else text


def details_text(one: Entry, longest: int | None = None) -> str:
    """What an event records beyond its sentence: `alasan: …; tempat: …`; long values cut short."""
    parts = []
    for detail in one.details:
        value = detail.value
        if longest is not None and len(value) > longest:
            value = f"{value[: longest - 1].rstrip()}…"
        parts.append(f"{labels.field_for_terminal(one.type, detail.field)}: {value}")
    return " · ".join(parts)


def code_text(one: Entry) -> str:
    """Whose event it is; an entry has no code of its own, its sentences name the innovation."""
    return _("entry") if kind_of(one.stream) == "entry" else one.code


HISTORY = ListSpec(
    row=Entry,
    name=n_("History"),
    title="",
    columns=(
        Column("occurred_now", n_("Date"), value=lambda one: short_day(one.occurred_now)),
        Column("position", n_("Event"), "event"),
        Column("sentence", n_("What"), value=sentence_text),
        Column("details", n_("Details"), value=details_text),
        Column("code", n_("Of"), value=code_text),
        Column("cell", n_("Source cell"), value=source_cell),
        Column("actor", n_("Recorded by")),
        Column("recorded_on", n_("Recorded on"), "day"),
    ),
)

NAMED = ListSpec(
    row=Mention,
    name=n_("Named by"),
    title="",
    columns=(
        Column("occurred", n_("Date"), value=lambda one: short_day(one.occurred)),
        Column("event", n_("Event"), "event"),
        Column("of", n_("Of")),
        Column("name", n_("Title")),
        Column("sentence", n_("What")),
    ),
)


@click.command(
    "history",
    help=_(
        "Tell the life of an innovation with its ideas, or of an idea, a lab or a person, by its code, name"
        " or slug; or what is recorded of a unit, document, agreement, award or region, by its number or"
        " name. Of a document all that names it is told, too."
    ),
    short_help=_("Tell the life of an innovation, or the record of whatever else bears a code or name."),
)
@click.argument("code", nargs=-1, required=True)
@units_option
@xlsx_option
@time_options
@verb("history")
def history(
    answer: Answer,
    home: str | None,
    *,
    code: tuple[str, ...],
    units_of: str,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    with reading_session(answer, home, as_of, known_at, code=code) as session:
        stream = find.recorded(session, " ".join(code))
        entries = history_of(session, stream, UNITS_OF[units_of])
        heading = heading_of(session, stream)
        named = mentions(session, stream) if kind_of(stream) == "document" else None
    if xlsx is not None:
        notes = [*list_notes(answer), *units_notes(units_of)]
        sheets = [sheet(HISTORY, entries, notes, title=heading)]
        write_list(answer, xlsx, sheets + ([sheet(NAMED, named, notes, title=heading)] if named else []))
    found = history_answer(entries, named or [])
    lines = [heading, *(line for one in entries for line in _lines(one)), *_named_lines(named)]
    answer.result(found, lambda: "\n".join(lines))


def _named_lines(named: list[Mention] | None) -> list[str]:
    """What names a document: counted, and the first of it told."""
    if not named:
        return [] if named is None else [_("No other event names it.")]
    innovations = len({one.of for one in named if one.type.startswith("innovation.")})
    text = _("Named by {count} events, of {innovations} innovations:")
    lines = [text.format(count=count(len(named)), innovations=count(innovations))]
    for one in named[:MANY]:
        title = f" {one.name}" if one.name != one.of else ""
        told = f"{one.of}{title}: {one.sentence}"
        first, *rest = textwrap.wrap(told, TEXT) or [""]
        lines += [f"  {short_day(one.occurred):>{DAY}}  {first}", *(f"{INDENT}{line}" for line in rest)]
    if len(named) > MANY:
        left = count(len(named) - MANY)
        lines.append(_("  … and {count} more (all of them: --json or --xlsx FILE)").format(count=left))
    return lines


def heading_of(session: ReadSession, stream: str) -> str:
    """The code and name that a life is told under."""
    from projections.timeline.stream_names import StreamNames

    kind, names = kind_of(stream), StreamNames(session)
    if kind == "document":
        return names.document(stream)
    if kind in ("unit", "agreement", "award", "region"):
        return names.of(stream)
    if kind in ("lab", "person"):
        return f"{names.called(stream)}  {names.of(stream)}"
    try:
        node = tree(session, find.stream_of(session, code(stream)))
    except find.NotFoundError:
        return _("{code} (voided)").format(code=code(stream))
    mark = f"  ({_('illustration')})" if node.illustrative else ""
    acronym = node.acronym if isinstance(node, InnovationNode) else None
    return f"{node.code}  {acronym or node.title}{mark}"


def _lines(one: Entry) -> list[str]:
    text = sentence_text(one)
    if one.corrected:
        text = _("{sentence} (corrected, see below)").format(sentence=text)
    if one.mark:
        text += " " + _("Recorded {day}.").format(day=short_day(one.recorded_on))
    return entry_lines(one, one.occurred_now, text)


def entry_lines(one: Entry, occurred: str | None, text: str, recorded: str = "") -> list[str]:
    """One event as lines: its day, its sentence, and where it is recorded. Marks have no day of their own."""
    when = short_day(occurred) if one.mark is None else ""
    by = "  ".join(part for part in (source_cell(one), one.actor) if part)
    tail = " · ".join(part for part in (code_text(one), f"{_('event')} {one.position}", recorded, by) if part)
    wrapped = textwrap.wrap(text, TEXT) or [""]
    wrapped += [line for remark in one.remarks for line in textwrap.wrap(sentence(remark), TEXT)]
    wrapped += textwrap.wrap(details_text(one, LONGEST), TEXT)
    # An interval over two years is wider than its column.
    above = [f"  {when}"] if len(when) > DAY else []
    first = f"  {'' if above else when:>{DAY}}  {wrapped[0]}"
    return [*above, first, *(f"{INDENT}{line}" for line in (*wrapped[1:], f"└ {tail}"))]
