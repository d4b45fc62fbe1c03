"""What all verbs share: options, the envelope of `--json`, messages, exit status."""

from __future__ import annotations

import functools
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click
from msgspec import Struct

from commands.common.written_value import EXACT_DAY, OneOf
from domain.base import Reason, reason
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from jejak_i18n.formatting import count as count
from schemas.envelope import Level, Message, ReadState, envelope_of, envelope_text

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet
    from projections.queries.unit_naming import UnitsOf
    from projections.read_session import ReadSession

F = TypeVar("F", bound=Callable[..., object])
Verb = Callable[..., None]
"""A verb: click gives it its options by name."""
TableCell = str | int | Decimal | None
NARROWEST = 12
"""Characters that the widest column of a table keeps on a narrow terminal."""
Data = Struct | Mapping[str, object]
"""What an answer holds: a Struct of the command's own."""


class Answer:
    """What a verb answers: a result on stdout, messages on stderr, or all of it in one envelope."""

    def __init__(self, command: str, *, as_json: bool) -> None:
        self.command, self.as_json = command, as_json
        self.messages: list[Message] = []
        self.read: ReadState | None = None
        self.started = time.monotonic()

    def message(self, text: str, *, level: Level = "info") -> None:
        """A sentence beside the result: on stderr, or into the envelope."""
        if text:
            self.messages.append(Message(level, text))
        if not self.as_json:
            click.echo(text, err=True)

    def problem(
        self,
        what: Reason,
        *,
        where: str | None = None,
        remedy: Reason | None = None,
        level: Level = "error",
    ) -> None:
        """An error, or something less, with its place and remedy."""
        mend = sentence(remedy) if remedy else None
        self.messages.append(Message(level, sentence(what), where, mend))
        if self.as_json:
            return
        place = f"  {where}  " if where else ""
        click.echo(f"{place}{sentence(what)}", err=True)
        if mend:
            click.echo(f"{' ' * (len(place) if where else 2)}{mend}", err=True)

    def result(self, data: Data, text: Callable[[], str] | None = None, *, status: int = 0) -> None:
        """The result: `text` for people, `data` in the envelope; ends the process when status is not 0."""
        if self.as_json:
            self._print_envelope(data, status)
        elif text:
            click.echo(text())
        if status:
            sys.exit(status)

    def fail(self, status: int) -> NoReturn:
        """Ends with a status after the problems were said."""
        if self.as_json:
            self._print_envelope(None, status)
        sys.exit(status)

    def _print_envelope(self, data: Data | None, status: int) -> None:
        click.echo(envelope_text(envelope_of(self.command, status, data, self.messages, self.read)))

    def seconds(self) -> str:
        """How long the verb took so far, as people read it."""
        return f"{time.monotonic() - self.started:.1f}".replace(".", ",")


def verb(name: str) -> Callable[[Verb], Verb]:
    """Gives a verb `--json` and `--home`, an Answer as first argument, and errors as sentences."""

    def wrap(function: Verb) -> Verb:
        def defaults(context: click.Context, _option: click.Parameter, home: str | None) -> str | None:
            from commands.common.defaults import set_defaults

            set_defaults(context, name, home)
            return home

        # It comes before all others, whose defaults stand in the settings there.
        @click.option(
            "--home",
            type=click.Path(file_okay=False),
            is_eager=True,
            callback=defaults,
            help=_("The folder of the workspace."),
        )
        @click.option("--json", "as_json", is_flag=True, help=_("Answer as JSON."))
        @functools.wraps(function)
        @click.pass_context
        def run(context: click.Context, /, *, as_json: bool, home: str | None, **options: object) -> None:
            answer = Answer(name, as_json=as_json)
            with guarded(answer):
                function(answer, home or (context.find_root().obj or {}).get("home"), **options)

        return run

    return wrap


@contextmanager
def guarded(answer: Answer) -> Iterator[None]:
    """Turns errors into sentences and exit status."""
    from ledger.failures import failure_of

    try:
        yield
    except UnicodeEncodeError as error:
        # Bytes of a command line that are no text reach us as halves of letters, which nothing can keep.
        if not any(0xD800 <= ord(letter) <= 0xDFFF for letter in error.object):
            raise
        answer.problem(
            reason('a word of the command holds bytes that are no text: "{word}".', word=_legible(error)),
            remedy=reason("Type it again instead of pasting it, in a console that speaks UTF-8."),
        )
        answer.fail(2)
    except Exception as error:
        failure = failure_of(error)
        if failure is None:
            raise
        for one in failure.said:
            answer.problem(one.what, where=one.where, remedy=one.remedy)
        answer.fail(failure.status)


def _legible(error: UnicodeEncodeError) -> str:
    said = error.object[max(0, error.start - 20) : error.end + 20]
    return said.encode("utf-8", "backslashreplace").decode()


def xlsx_option(function: F) -> F:
    """The option of every list: `--xlsx FILE`."""
    return click.option(
        "--xlsx",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help=_("Write the list as a workbook too."),
    )(function)


def write_list(answer: Answer, path: Path | None, sheets: Sequence[ListSheet]) -> None:
    """Writes the sheets where a workbook was asked for, and says where."""
    if path is None:
        return
    from exporters.excel.list_workbook import write

    if path.suffix.casefold() != ".xlsx":
        raise click.UsageError(_("The file's name must end in .xlsx."))
    write(path, sheets)
    answer.message(_("List written: {file}").format(file=path))


def list_notes(answer: Answer) -> list[str]:
    """What a printed list says of itself: the position that it speaks of, and the day where one was asked."""
    read = answer.read
    if read is None:
        return []
    notes = [_("Position of the ledger: {position}").format(position=count(read.position))]
    if read.as_of:
        notes.append(_("State as of {day}").format(day=day(read.as_of)))
    if read.known_at:
        from jejak_i18n.formatting import day_or_instant

        notes.append(_("As known at {moment}").format(moment=day_or_instant(read.known_at)))
    return [" · ".join(notes)]


THEN, NOW = "dahulu", "sekarang"
UNITS_OF: Mapping[str, UnitsOf] = {THEN: "then", NOW: "now"}
"""The words of `--units`, and how units are named then."""


def units_option(function: F) -> F:
    """The option of lists that name units: `--units dahulu|sekarang`, today's where it is not given."""
    return _units(NOW)(function)


def units_then_option(function: F) -> F:
    """The same for the page of one innovation, which names the unit that designed it."""
    return _units(THEN)(function)


def _units(default: str) -> Callable[[F], F]:
    text = _(
        "Units as they were called on the day told of (dahulu), or as today, with those that they ended in"
        " (sekarang)."
    )
    return click.option(
        "--units", "units_of", type=OneOf([THEN, NOW]), default=default, show_default=True, help=text
    )


def units_notes(units_of: str) -> list[str]:
    """What a printed list says of its units, where it names them as they were."""
    return [_("Units under the names that they bore at the time.")] if units_of == THEN else []


def time_options(function: F) -> F:
    """The options of every verb that reads: `--as-of` and `--known-at`."""
    known_at = _("What Jejak showed at a day or an instant.")
    function = click.option("--known-at", metavar="INSTANT", help=known_at)(function)
    return click.option(
        "--as-of", type=EXACT_DAY, metavar="DAY", help=_("Today's knowledge about a day (2022-12-14).")
    )(function)


@contextmanager
def reading_session(
    answer: Answer,
    home: str | None,
    as_of: str | None = None,
    known_at: str | None = None,
    *,
    region: str | None = None,
    code: tuple[str, ...] = (),
) -> Iterator[ReadSession]:
    """Opens the views, says which position the answer speaks of, and closes them.

    A past state is folded for one region alone where `region`, or the code asked about, names it.
    """
    from commands.common.progress import Bar
    from commands.common.unfinished_forgetting import settle, unfinished
    from ledger.workspace.workspace import find
    from projections.read_session import narrowed_to, open_session
    from projections.warnings import warnings_of

    workspace, prefix_ = find(home=home), narrowed_to(region, " ".join(code))

    def opened() -> ReadSession:
        with closing(Bar(None)) as bar:
            return open_session(workspace, as_of=as_of, known_at=known_at, prefix=prefix_, progress=bar)

    session = opened()
    if left := unfinished(session.store):
        session.close()
        settle(answer, workspace, left)
        session = opened()
    answer.read = session.state
    for text in warnings_of(session):
        answer.message(text, level="warning")
    try:
        yield session
    finally:
        session.close()


def table(headings: list[str], rows: Iterable[Sequence[TableCell]], *, right: tuple[int, ...] = ()) -> str:
    """A table of text; the widest column gives way to the width of the terminal.

    Numbers stand as people write them, and None as a dash.
    """
    cells = [headings, *([_cell_text(cell) for cell in row] for row in rows)]
    widths = _widths(cells)
    lines = [_table_line(row, widths, right) for row in cells]
    rule = ["─" * width if heading else "" for heading, width in zip(headings, widths, strict=True)]
    lines.insert(1, "  ".join(rule).rstrip())
    return "\n".join(lines)


def _widths(cells: list[list[str]]) -> list[int]:
    """The widths of the columns; on a terminal the widest one leaves room for the others."""
    widths = [max(len(row[at]) for row in cells) for at in range(len(cells[0]))]
    if sys.stdout.isatty():
        room = shutil.get_terminal_size().columns - 2 * (len(widths) - 1)
        widest = max(range(len(widths)), key=lambda at: widths[at])
        widths[widest] = max(NARROWEST, widths[widest] - max(0, sum(widths) - room))
    return widths


def _table_line(row: list[str], widths: list[int], right: tuple[int, ...]) -> str:
    parts = []
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        fitted = cell if len(cell) <= width else cell[: width - 1] + "…"
        parts.append(fitted.rjust(width) if at in right else fitted.ljust(width))
    return "  ".join(parts).rstrip()


def _cell_text(cell: TableCell) -> str:
    if cell is None:
        return "–"
    if isinstance(cell, int):
        return count(cell)
    if isinstance(cell, str):
        return cell
    from jejak_i18n.verdicts import number

    return number(str(cell))


def day(iso: str | None) -> str:
    """A date as people read it; a dash where it is not known."""
    from jejak_i18n.formatting import date

    return date(iso) if iso else "–"
