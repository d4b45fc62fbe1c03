"""`jejak`: composes the verbs and imports each only when it is called."""

from __future__ import annotations

import os
import re
import sys
from typing import Any

import click

from commands.common.lazy_group import LazyGroup
from commands.common.spoken_help import spoken
from jejak_i18n import FOLDER, language
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_

VERSION = "0.1.0"
GROUPS: tuple[tuple[str, dict[str, tuple[str, str]]], ...] = (
    (
        n_("Start"),
        {
            "init": (
                "commands.record.init:init",
                n_("Make a workspace: a folder with a ledger for one region."),
            ),
            "template": (
                "commands.record.template:template",
                n_("Write a workbook to fill in: empty, or with what is recorded, to be completed."),
            ),
            "completion": (
                "commands.admin.completion:completion",
                n_("Print what lets a shell complete verbs and options with the tab key."),
            ),
            "demo": (
                "commands.demo:demo",
                n_("Make a workspace with the founding cases and write their documents."),
            ),
        },
    ),
    (
        n_("Record"),
        {
            "import": (
                "commands.record.import_:import_",
                n_("Record the rows of a workbook, of several, or of all files of a folder."),
            ),
            "map": (
                "commands.record.map_:map_",
                n_("Find out how a list is to be read, and write it down as a map."),
            ),
            "correct": (
                "commands.record.correct_void:correct",
                n_("Correct one field of one event that was never true as recorded."),
            ),
            "void": (
                "commands.record.correct_void:void",
                n_("Void an action, or a whole command such as an import."),
            ),
        },
    ),
    (
        n_("Look"),
        {
            "catalogue": (
                "commands.show.catalogue:catalogue",
                n_("The innovations as they are now, or were."),
            ),
            "lab": ("commands.show.lab:lab", n_("Labs, their stages and their funnels.")),
            "idea": ("commands.show.next_steps:idea", n_("Ideas on their way to design.")),
            "innovation": (
                "commands.show.next_steps:innovation",
                n_("Innovations on their way through the lab."),
            ),
            "person": (
                "commands.show.person:person",
                n_("Persons by post: their posts over time, and all that is held about one."),
            ),
            "document": (
                "commands.show.document:document",
                n_("Decrees, letters and reports, and what rests on each."),
            ),
            "history": (
                "commands.show.history:history",
                n_("Tell the life of an innovation, or the record of whatever else bears a code or name."),
            ),
            "replay": (
                "commands.show.replay:replay",
                n_("Step through a life in the order of recording, with what each step changed."),
            ),
            "trace": (
                "commands.show.trace:trace",
                n_("Who says so: where one field of an innovation comes from."),
            ),
            "serve": (
                "commands.serve:serve",
                n_("Open Jejak in the browser: look, drop workbooks, download documents."),
            ),
        },
    ),
    (
        n_("Compete"),
        {
            "calendar": (
                "commands.competition.calendar:calendar",
                n_("Dates of competitions, with the days left."),
            ),
            "eligibility": (
                "commands.eligibility.group:eligibility",
                n_("May it enter, what is missing, what would it score."),
            ),
            "entry": (
                "commands.competition.entry:entry",
                n_("What is sent to a competition: claims, texts, the queue, results."),
            ),
            "evidence": ("commands.competition.evidence:evidence", n_("Evidence files: add, list, check.")),
            "rulebook": (
                "commands.competition.rulebook:rulebook",
                n_("The rules of awards by year, each with its certainty."),
            ),
        },
    ),
    (
        n_("Documents"),
        {
            "dossier": ("commands.competition.dossier:dossier", n_("Documents for the competitions.")),
            "site": (
                "commands.show.site:site",
                n_("Write the history as pages that open by double-click, without a network."),
            ),
        },
    ),
    (
        n_("Keep"),
        {
            "backup": (
                "commands.admin.backup:backup",
                n_("Copy the whole workspace into one file, while it is in use."),
            ),
            "export": (
                "commands.admin.export:export",
                n_("Write all events of the ledger as lines of JSON, or all tables as CSV or Parquet."),
            ),
            "restore": (
                "commands.admin.backup:restore",
                n_("Make a workspace from a backup, or check a backup."),
            ),
        },
    ),
    (
        n_("Audit"),
        {
            "doctor": (
                "commands.doctor.verb:doctor",
                n_("Check this computer and the workspace, each finding with its remedy."),
            ),
            "database": (
                "commands.admin.database:database",
                n_("The shared ledger on PostgreSQL: check, tables, rights."),
            ),
            "ledger": ("commands.admin.ledger:ledger", n_("The ledger itself.")),
            "projections": (
                "commands.admin.projections:projections",
                n_("The views: rebuild, status, verify."),
            ),
        },
    ),
)
VERBS = {name: place for _heading, verbs in GROUPS for name, (place, _text) in verbs.items()}


class Headed(LazyGroup):
    """The verbs under their headings; their helps stand here, so that none is imported to list them."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        width = max(map(len, VERBS))
        for heading, verbs in GROUPS:
            with formatter.section(_(heading)):
                formatter.write_dl([(name.ljust(width), _(text)) for name, (_place, text) in verbs.items()])


@click.command(
    cls=Headed,
    places=VERBS,
    help=_("The record of innovation labs: facts in, catalogues and documents out."),
    epilog=_(
        "Exit status: 0 done, 1 a check found something, 2 usage, 3 errors in the input, 4 conflict,"
        " 5 environment."
    ),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--home", envvar="JEJAK_HOME", metavar="FOLDER", help=_("The folder of the workspace."))
@click.version_option(
    VERSION,
    prog_name="jejak",
    message=_("%(prog)s, version %(version)s"),
    help=_("Show the version and exit."),
)
@click.pass_context
def jejak(ctx: click.Context, home: str | None) -> None:
    ctx.obj = {"home": home}


def _speak() -> None:
    """Lets click's own words come from our catalogue, and the console take every character."""
    import gettext

    if language() == "id":
        os.environ["LANGUAGE"] = "id"
        gettext.bindtextdomain("messages", str(FOLDER))
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace") if stream.isatty() else reconfigure(
                encoding="utf-8", errors="backslashreplace"
            )


def main() -> None:
    """The entry point of the console script."""
    _speak()
    spoken(jejak)
    if "_JEJAK_COMPLETE" in os.environ:
        from commands.admin.completion import register

        register()
    try:
        code = jejak.main(prog_name="jejak", standalone_mode=False)
    except click.ClickException as error:
        _show(error)
        code = error.exit_code
    except click.Abort:
        click.echo(_("Aborted!"), err=True)
        code = 1
    except UnicodeEncodeError as error:
        code = _unread(error)
    except Exception as error:
        from commands.common.fault_report import report

        code = report(error)
    sys.exit(code if isinstance(code, int) else 0)


def _unread(error: UnicodeEncodeError) -> int | str | None:
    """Says of a word that is no text what is wrong with it; everything else is a fault."""
    from commands.common.fault_report import report
    from commands.common.output import Answer, guarded

    try:
        with guarded(Answer("", as_json="--json" in sys.argv)):
            raise error
    except SystemExit as end:
        return end.code
    except UnicodeEncodeError as same:
        return report(same)


TOO_MANY = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
"""What click says of words that no argument takes; it knows no translation that we could give."""


def _show(error: click.ClickException) -> None:
    """A wrong call, as text or in the envelope that was asked for."""
    if isinstance(error, click.UsageError) and (found := TOO_MANY.fullmatch(error.message)):
        text = _(
            "These words belong to nothing: {words}. A name of several words stands in quotes: {example}"
        )
        said = text.format(words=found.group(1), example='"SIMPEL PASAR"')
        error = click.UsageError(said, ctx=error.ctx)
    if "--json" not in sys.argv:
        error.show()
        return
    from schemas.envelope import Message, envelope_of, envelope_text

    command = " ".join(word for word in sys.argv[1:3] if not word.startswith("-"))
    message = Message("error", error.format_message())
    click.echo(envelope_text(envelope_of(command, error.exit_code, None, [message], None)))


if __name__ == "__main__":
    main()
