"""The map of a list as text: a line a column, each with what was seen, for a person to read and mend."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from importers.flat_list import acronyms
from importers.flat_list import guess as guesses
from importers.flat_list.guess import ColumnGuess, Guess, SheetGuess, ValueGuess
from importers.flat_list.mapping import ABOVE, ANY, GROUP, SHEET
from importers.flat_list.places import KEY, LEFT_OUT, NOTED, STAGE, TITLE, UNIT, places
from importers.flat_list.unit_guess import UnitGuess
from jejak_i18n import gettext as _
from jejak_i18n import labels

WIDEST = 100
"""Characters of a line of comment."""
LONGEST = 32
"""Characters of an example; a comment shows a few of them."""


def map_text(found: Guess, region: str, region_name: str, out: Path) -> str:
    """The text of the map; it is read back by `importers.flat_list.mapping`."""
    return (
        "\n".join(
            [*_head(found, region, region_name, out), *_sheets(found), *_columns(found)]
            + [*_values(found), *_units(found)]
        )
        + "\n"
    )


def _head(found: Guess, region: str, region_name: str, out: Path) -> Iterator[str]:
    name = found.sheets[0].file.name
    yield _comment(
        _("The map of a list: which column fills which field. Made by jejak map from {file}.").format(
            file=name
        )
    )
    yield _comment(
        _("Mend what is wrong behind the equals signs, save, then: jejak import {file} --map {map}").format(
            file=_argument(name), map=_argument(out.name)
        )
    )
    yield _comment(_("Text behind a # is only for reading."))
    yield ""
    yield _line("region", quoted(region), region_name)
    yield _comment('lab = "slug-lab"', _("Take away the # in front if the list belongs to a lab."))
    if not found.skipped:
        yield _comment(f'skip = ["{_("NAME")}"]', _("Sheets without a list; they are not read."))
    else:
        names = ", ".join(map(quoted, found.skipped))
        yield _line("skip", f"[{names}]", _("Sheets without a list; they are not read."))
    if found.fill_down:
        names = ", ".join(map(quoted, found.fill_down))
        yield _line("fill_down", f"[{names}]", _("An empty cell here means the same as the cell above."))
    elif found.gaps:
        yield _comment(
            f"fill_down = [{quoted(found.gaps)}]",
            _("Take away the # in front if an empty cell means the same as the cell above."),
        )
    if found.acronyms:
        split = acronyms.split(found.acronyms[0])
        assert split
        said = _("Acronym and title are taken apart: {acronym} | {title}").format(
            acronym=split.acronym, title=_short(split.title)
        )
        if found.acronym_in_title:
            yield _line("acronym_in_title", "true", said)
        else:
            yield _comment("acronym_in_title = true", said)


def _sheets(found: Guess) -> Iterator[str]:
    title = found.column(TITLE)
    # A sheet a file: the next file may call its sheet otherwise.
    same = len({one.file for one in found.sheets}) == len(found.sheets)
    for one in found.sheets[:1] if same else found.sheets:
        yield from ("", "[[sheet]]")
        heading, has_unit = title.seen.heading if title else None, bool(found.column(UNIT))
        yield from _sheet(one, heading, any_name=same, has_unit=has_unit)


def _sheet(one: SheetGuess, title: str | None, *, any_name: bool, has_unit: bool) -> Iterator[str]:
    table = one.table
    if any_name:
        yield _line(
            "name", quoted(ANY), _("Any sheet with these columns; here: {name}").format(name=table.grid.name)
        )
    else:
        yield _line("name", quoted(table.grid.name))
    yield _line(
        "headings", f"[{', '.join(str(row + 1) for row in table.headings)}]", _("Rows of the headings.")
    )
    count = len(list(table.records(title)))
    yield _line(
        "first",
        str(table.first + 1),
        _("First row of the list; {count} innovations were seen.").format(count=count),
    )
    if one.unit_from:
        said = {
            GROUP: _("The unit stands above each group of rows."),
            SHEET: _("The sheet's name is the unit."),
            ABOVE: _("The title above the list names the unit."),
        }
        yield _line("unit_from", quoted(one.unit_from), said[one.unit_from])
    elif not has_unit:
        yield _comment(f'unit = "{_("NAME")}"', _("No column names the unit: write it here."))


def _columns(found: Guess) -> Iterator[str]:
    yield from ("", "[columns]")
    yield from _wrapped(_("Fields: {names}").format(names=", ".join(places())))
    yield _comment(
        _("{note}: kept as a note of the innovation. {left_out}: not recorded.").format(
            note=NOTED, left_out=LEFT_OUT
        )
    )
    width = max(len(quoted(one.seen.heading)) for one in found.columns)
    for one in found.columns:
        yield _line(quoted(one.seen.heading).ljust(width), quoted(one.field), _seen(one))


def _seen(one: ColumnGuess) -> str:
    """Why a column is what it is, and what stands in it."""
    why = {
        guesses.PERSONAL: _(
            "May name persons: not recorded. Write {note} if it holds only posts or units."
        ).format(note=NOTED),
        guesses.DOUBLE: _("Another column fills that field already; kept as a note."),
        guesses.RUNNING: _("Only counts the rows."),
    }.get(one.why, "")
    if one.why == guesses.UNREAD:
        text = (
            _("{count} values were not understood as {field}; kept as a note.")
            if one.field == NOTED
            else _("{count} values were not understood as {field}; say below what they mean.")
        )
        why = text.format(count=len(one.not_understood), field=one.named)
    if not why and one.field == NOTED:
        why = _("No field of its own; kept as a note.")
    if not why and one.field == KEY:
        why = _("The list's own number; it tells the rows apart.")
    if not why and one.field == STAGE:
        why = _("Read together with the dates.")
    examples = " | ".join(_short(text) for text in one.examples)
    if not one.seen.values:
        examples = _("empty in all rows")
    return " ".join(
        part
        for part in (why, _("For example: {examples}").format(examples=examples) if examples else "")
        if part
    )


def _values(found: Guess) -> Iterator[str]:
    by_heading: dict[str, list[ValueGuess]] = {}
    for one in found.values:
        by_heading.setdefault(one.heading, []).append(one)
    for heading, values in by_heading.items():
        yield from ("", f"[values.{quoted(heading)}]")
        yield _comment(
            _("What these values mean. Empty: the field stays empty and the text is kept as a note.")
        )
        place = places()[next(one.field for one in found.columns if one.seen.heading == heading)]
        if choices := guesses.choices_of(place):
            yield from _wrapped(_("Choices: {names}").format(names=" | ".join(choices)))
        width = max(len(quoted(one.value)) for one in values)
        for one in values:
            said = _("Guessed from a usual spelling.") if one.meant else _("Not known.")
            near = _("Perhaps: {near}").format(near=one.near) if one.near else ""
            yield _line(quoted(one.value).ljust(width), quoted(one.meant), f"{said} {near}".strip())


def _units(found: Guess) -> Iterator[str]:
    if not found.units:
        return
    yield from ("", "[units]")
    yield _comment(_("Units that are not recorded yet; they are recorded once, together with the list."))
    yield _comment(_("Kinds: {names}").format(names=", ".join(labels.LABELS["unit_kind"].values())))
    yield _comment(
        _("Another spelling of the same unit: {example}").format(
            example='"Dinkes" = { same_as = "Dinas Kesehatan" }'
        )
    )
    width = max(len(quoted(one.name)) for one in found.units)
    for one in found.units:
        yield _line(quoted(one.name).ljust(width), *_unit(one))


def _unit(one: UnitGuess) -> tuple[str, str]:
    if one.same_as:
        return f"{{ same_as = {quoted(one.same_as)} }}", _("Guessed: a short spelling.")
    kind = labels.label_of("unit_kind", one.kind or "other")
    short = f", short = {quoted(one.short)}" if one.short else ""
    name = f", name = {quoted(one.whole)}" if one.whole else ""
    return f"{{ kind = {quoted(kind)}{name}{short} }}", "" if one.kind else _(
        "The name does not say its kind: check it."
    )


def quoted(text: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _line(name: str, value: str, comment: str = "") -> str:
    return f"{name} = {value}{f'  # {_one_line(comment)}' if comment else ''}"


def _comment(*parts: str) -> str:
    return "# " + "  # ".join(map(_one_line, parts))


def _wrapped(text: str) -> Iterator[str]:
    for line in wrap(text, WIDEST, break_long_words=False, break_on_hyphens=False):
        yield _comment(line)


def _one_line(text: str) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _short(text: str) -> str:
    plain = _one_line(text)
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


def _argument(text: str) -> str:
    return f'"{text}"' if " " in text else text
