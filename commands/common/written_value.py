"""Dates and numbers typed on the command line, read as cells of a workbook are."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any

import click

from domain.base import Body, Reason, reason
from domain.fields import DATE, Field, described
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence, written_dates, written_numbers
from jejak_i18n.formatting import count
from jejak_i18n.typed import argument as argument

WIDEST = 70
"""Characters of a list of choices that a help can show in brackets."""


class Day(click.ParamType[str]):
    """A date as people write it, given on in ISO 8601 reduced form (`15 Mei 2023`, `Mei 2023`, `2023-05-15`).

    `exact` asks for one day: what is none passes as it is, for the reader of days to refuse.
    """

    name = "day"

    def __init__(self, *, exact: bool = False) -> None:
        self.exact = exact

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date. Raises click.UsageError, with what to write instead."""
        if not self.exact:
            return read_date(value)
        try:
            return written_dates.read(value)
        except written_dates.UnreadDateError:
            return str(value)


class PlainText(click.ParamType[str]):
    """A text that will be recorded, as it was meant; for persons it is looked through with its action."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text. Raises click.UsageError for a character that cannot be printed."""
        return read_text(value)


class RegionCode(click.ParamType[str]):
    """A region of the official list by its code (`33.03`, `3303`), given on as `33.03`."""

    name = "region"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code. Raises click.UsageError for one that is not on the list."""
        from schemas.regions import region

        found = region(str(value))
        if found is None:
            raise usage(
                reason("There is no region with the code {code}.", code=str(value)),
                reason("Take the code of the official list, such as 33.03 for Kabupaten Purbalingga."),
            )
        return found["code"]


class FreeText(click.ParamType[str]):
    """A reason that will be recorded: as it was meant, and without numbers or addresses of persons."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text. Raises click.UsageError, with what to write instead."""
        from importers.reading.personal_data import find

        text = read_text(value)
        if found := find(text):
            raise usage(found, reason("Write the post or the unit instead."))
        return text


class Between(click.IntRange):
    """A whole number of a range, which helps and errors tell in words: `1 sampai 32`."""

    def _describe_range(self) -> str:
        low, high = (None if one is None else count(one) for one in (self.min, self.max))
        if low is None:
            return _("at most {high}").format(high=high)
        return (
            _("{low} to {high}").format(low=low, high=high) if high else _("at least {low}").format(low=low)
        )


class OneOf(click.Choice[str]):
    """A word of a short list, such as an award; case and spaces around it are ignored."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word. Raises click.UsageError with all that can be written instead."""
        found = next((one for one in self.choices if one.casefold() == str(value).strip().casefold()), None)
        if found is None:
            raise usage(
                _meant(str(value), self.choices) or reason('"{value}" cannot stand here.', value=str(value)),
                reason("Write one of: {choices}.", choices=", ".join(self.choices))
                if len(self.choices) > 1
                else reason("Write {choice}.", choice=self.choices[0]),
            )
        return found


class Named(OneOf):
    """One of a list of words for people, each with the code that programs use; either may be written."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """Takes the words by their codes."""
        super().__init__(tuple(words.values()))
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code. Raises click.UsageError with all words that can be written instead."""
        if (code := str(value).strip().casefold()) in self.words:
            return code
        word = super().convert(value, param, ctx)
        return next(code for code, one in self.words.items() if one == word)


class Term(click.Choice[str]):
    """A code of a closed list, or its label as lists and forms show it (`foto`), case and spaces ignored."""

    def __init__(self, group: str) -> None:
        super().__init__(tuple(labels.group_of(group)))
        self.group = group

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """The list in brackets, or one word where the list is too long for that: its help tells it."""
        whole = f"[{'|'.join(self.words())}]"
        return whole if len(whole) <= WIDEST else _("KIND")

    def words(self) -> list[str]:
        """What can be chosen, as a person at the terminal reads it."""
        return [labels.label_for_terminal(self.group, code) for code in self.choices]

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code. Raises click.UsageError, with the labels to choose from."""
        known = labels.group_of(self.group)
        said = str(value).strip().casefold()
        code = said if said in known else labels.code_of(self.group, said)
        if code is None:
            spellings = (one for all_ in labels.SPELLINGS.get(self.group, {}).values() for one in all_)
            raise usage(
                _meant(str(value), [*known.values(), *known, *spellings])
                or reason('"{value}" is not on the list.', value=str(value)),
                reason("Choose one of: {choices}.", choices=", ".join(known.values())),
            )
        return code


def _meant(said: str, choices: Iterable[str]) -> Reason | None:
    """What is wrong with a word that is like another one on the list."""
    near = alike(said, choices)
    return (
        reason('"{value}" is not on the list. Did you mean "{near}"?', value=said, near=near)
        if near
        else None
    )


def alike(said: str, choices: Iterable[str]) -> str | None:
    """The word of a short list that was meant: of three letters, one more or less still tells which."""
    from importers.reading.nearest import nearest

    folded = {choice.casefold(): choice for choice in reversed([*choices])}
    close = difflib.get_close_matches(said.strip().casefold(), folded, 1, 0.8)
    return nearest(said, folded.values()) or next((folded[one] for one in close), None)


def read_text(text: str) -> str:
    """A text as it was meant. Raises click.UsageError for a character that cannot be printed."""
    from domain.sheets.sheet import Column
    from importers.problems import CellError
    from importers.reading.cells import written

    try:
        return written(text, Column("", "", "long")).text
    except CellError as error:
        raise usage(error.what, error.remedy) from error


def listed(help_: str, term: Term) -> str:
    """A help with all that can be chosen behind it, for a list too long to stand in brackets."""
    return f"{help_} {_('List: {choices}.').format(choices=', '.join(term.words()))}"


FREE_TEXT = FreeText()
TEXT = PlainText()
DAY = Day()
REGION = RegionCode()
ALLOW_HELP = _("Record texts that hold personal data all the same: why; the history shows it.")
EXACT_DAY = Day(exact=True)


def read_date(text: str) -> str:
    """A date in reduced form. Raises click.UsageError for a text that is none, or none with one meaning."""
    try:
        return written_dates.read(text)
    except written_dates.UnreadDateError as error:
        raise usage(error.why, error.remedy) from error


def date_words(text: str) -> str:
    """How a date was typed, where that says more than the date: `awal 2021`; empty elsewhere."""
    try:
        return written_dates.read_words(text).words
    except written_dates.UnreadDateError:
        return ""


def read_number(text: str, *, whole: bool = False) -> str:
    """A number as events hold it. Raises click.UsageError for a text without one meaning."""
    # A point that cannot stand between thousands stands before decimals, as the help writes it.
    written = text.replace(".", ",") if re.fullmatch(r"-?[0-9]+\.([0-9]{1,2}|[0-9]{4,})", text) else text
    try:
        return format(written_numbers.read(written, whole=whole).normalize(), "f")
    except written_numbers.UnreadNumberError as error:
        raise usage(error.why, error.remedy) from error


def read_field(body: type[Body], field: str, text: str) -> str:
    """A text for a field of an event, as the field holds it: a date, a number, a code by its label.

    A field of another kind takes it as it is.
    """
    fields = described(body) | {"occurred": DATE}
    match fields[field].kind if field in fields else None:
        case "date":
            return read_date(text)
        case "number" | "decimal" as kind:
            return read_number(text, whole=kind == "number")
        case "link":
            return _link(text)
        case "term":
            return labels.code_of(fields[field].terms, text) or read_text(text)
        case _:
            return _not_below(read_text(text), fields.get(field))


def _link(text: str) -> str:
    from domain.sheets.sheet import Column
    from importers.problems import CellError
    from importers.reading.cells import link

    try:
        return link(text, Column("", "", "link"))
    except CellError as error:
        raise usage(error.what, error.remedy) from error


def _not_below(text: str, field: Field | None) -> str:
    from domain.sheets.sheet import Column
    from importers.problems import CellError
    from importers.reading.cells import not_below

    try:
        return str(not_below(text, Column(field.label, "", least=field.least))) if field else text
    except CellError as error:
        raise usage(error.what, error.remedy) from error


def usage(why: Reason, remedy: Reason) -> click.UsageError:
    """A wrong call: what is wrong, and what to write instead."""
    return click.UsageError(f"{sentence(why)} {sentence(remedy)}")
