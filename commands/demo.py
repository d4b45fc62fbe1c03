"""demo: a workspace with the founding cases, from nothing to documents."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.list_spec import screen_text
from commands.common.output import Answer, count, verb
from commands.show.lab_text import FIGURES, scope_text
from domain.base import reason
from jejak_i18n import gettext as _
from jejak_i18n import labels
from projections.eligibility.answers import VerdictAnswer
from projections.queries.figures import PublishedFigure, published_figures

if TYPE_CHECKING:
    from importers.recording.report import Report
    from ledger.workspace.workspace import Workspace

FULL = (
    ("SIMPEL PASAR", "iga", 2026),
    ("SIMPEL PASAR", "kipp", 2023),
    ("SAPA RT", "iga", 2026),
    ("SAPA RT", "kipp", 2023),
)


class DemoAnswer(Struct, frozen=True):
    """The answer of `demo`; `differing` counts the published figures that are computed otherwise."""

    home: str
    figures: list[PublishedFigure]
    documents: list[str]
    site: str
    """The page to open first."""
    differing: int
    verdicts: list[VerdictAnswer]


@click.command("demo", help=_("Make a workspace with the founding cases and write their documents."))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, help=_("A new folder.")
)
@click.option(
    "--examples",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help=_("Folder with the workbooks; else those that come with Jejak."),
)
@verb("demo")
def demo(answer: Answer, home: str | None, *, out: Path, examples: Path | None) -> None:
    from ledger import clock
    from ledger.errors import ConflictError
    from ledger.workspace import workspace

    if out.exists() and any(out.iterdir()):
        raise ConflictError(
            reason("{path} is not empty.", path=str(out)), reason("Take a new folder, or delete this one.")
        )
    books = _books(examples)
    made, _outcome = workspace.create(
        out,
        region_code="33.03",
        name="Operator Contoh",
        post="Analis Bagian Organisasi (contoh)",
        command_id=clock.new_command_id(),
    )
    for book in books:
        report = _import(answer, book, made)
        text = _("Imported {file}: {rows} rows, {events} events (command {id}).")
        answer.message(
            text.format(
                file=book.name,
                rows=count(sum(report.new.values())),
                events=count(report.outcome.events),
                id=report.outcome.command_id,
            )
        )
    _finish(answer, made, out)


def _books(folder: Path | None) -> list[Path]:
    """The workbooks to import. Raises ConflictError when there is none."""
    from ledger.errors import ConflictError

    folder = folder or Path(str(files("examples").joinpath("__init__.py"))).parent
    books = sorted(book for book in folder.glob("*.xlsx") if not book.name.startswith("~"))
    if not books:
        raise ConflictError(
            reason("There is no workbook in {path}.", path=str(folder)),
            reason("Name a folder with workbooks: --examples FOLDER"),
        )
    return books


def _import(answer: Answer, book: Path, made: Workspace) -> Report:
    from commands.record.import_ import print_problems
    from importers.problems import ImportProblems
    from importers.recording import import_file
    from ledger import clock

    try:
        return import_file.run(book, made, made.command_handler(), command_id=clock.new_command_id())
    except ImportProblems as problems:
        print_problems(answer, book, problems.problems)


def _finish(answer: Answer, made: Workspace, out: Path) -> None:
    from commands.competition.dossier import write
    from exporters.site.build import pages
    from exporters.site.scope import Scope
    from exporters.site.writing import write_site
    from projections.queries.find import NotFoundError
    from projections.read_session import open_session
    from projections.runner import rebuild
    from projections.storage.factory import generation_store_of

    store = made.store()
    rebuilt = rebuild.rebuild(store, generation_store_of(made))
    store.close()
    answer.message(_("Views rebuilt from {events} events.").format(events=count(rebuilt.events)))
    session = open_session(made)
    figures = published_figures(session)
    written: list[str] = []
    verdicts: list[VerdictAnswer] = []
    for code, award, year in FULL:
        try:
            document = write(session, code, award, year, None, out / "dokumen")
        except NotFoundError as missing:
            answer.problem(missing.why)
            continue
        written += document.files
        verdicts += [document.verdict] if award == "iga" else []
    site = out / "situs"
    write_site(site, pages(session, Scope()), session.position)
    session.close()
    differing = sum(one.differs for one in figures)
    data = DemoAnswer(str(made.home), figures, written, str(site / "index.html"), differing, verdicts)
    answer.result(data, lambda: _text(data, out), status=1 if differing else 0)


def _verdict_lines(found: list[VerdictAnswer]) -> list[str]:
    from jejak_i18n import verdicts

    lines = []
    for one in found:
        lines.append(f"  {verdicts.edition_name(one)} · {one.code} {one.acronym or one.title}")
        lines += [f"    {verdicts.headline(one)}", f"    {verdicts.maturity(one)}"]
    return lines


def _difference_text(one: PublishedFigure) -> str:
    text = _("{lab}, {measure}, {about}: published {published}, computed {computed}")
    return text.format(
        lab=one.lab or one.region,
        measure=labels.label_of("measure", one.measure),
        about=scope_text(one),
        published=count(one.published),
        computed=count(one.computed or 0),
    )


def _program() -> str:
    """How to call the program from here: by its name where that is on the path."""
    import shutil
    import sys

    beside = Path(sys.executable).parent / "jejak"
    if shutil.which("jejak") or not beside.exists():
        return "jejak"
    try:
        return str(beside.relative_to(Path.cwd()))
    except ValueError:
        return str(beside)


def _text(data: DemoAnswer, out: Path) -> str:
    lines = [screen_text(FIGURES, data.figures), ""]
    if data.differing:
        lines.append(
            _("{count} published figures differ from the computed ones:").format(count=data.differing)
        )
        lines += [f"  {_difference_text(one)}" for one in data.figures if one.differs]
    else:
        lines.append(_("Every published figure with a measure is reproduced from events."))
    lines += ["", _("Verdicts:"), *_verdict_lines(data.verdicts)]
    lines += ["", _("Documents:"), *(f"  {path}" for path in data.documents)]
    lines += ["", _("Pages to look at; open them by double-click:"), f"  {data.site}", "", _("Try next:")]
    home = f"--home {out}"
    program = _program()
    lines += [
        f"  {program} history SIMPEL PASAR {home}",
        f"  {program} catalogue show SAPA RT --lineage {home}",
        f"  {program} lab funnel salatiga-2019 {home}",
        f"  {program} catalogue list --search pasar {home}",
        f"  {program} eligibility show SIMPEL PASAR --award iga --year 2026 {home}",
    ]
    return "\n".join(lines)
