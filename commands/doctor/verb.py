"""doctor: is this computer fit, and the workspace sound? One line for each check, with its remedy."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from commands.doctor import computer, record, surroundings
from commands.doctor.model import Check, Outcome, Status, Subject, failed
from domain.base import reason
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from jejak_i18n import sentence

CHECKS = (
    Check("versions", n_("Versions"), computer.versions, of_workspace=False),
    Check("libraries", n_("Libraries"), computer.libraries, of_workspace=False),
    Check("fonts", n_("Fonts"), computer.fonts, of_workspace=False),
    Check("office", n_("PDF"), computer.office, of_workspace=False),
    Check("settings", n_("Settings"), surroundings.settings),
    Check("place", n_("Folder"), surroundings.place),
    Check("rights", n_("Rights"), surroundings.rights),
    Check("disk", n_("Disk space"), surroundings.disk),
    Check("time_zone", n_("Time zone"), surroundings.time_zone),
    Check("clock", n_("Clock"), surroundings.clock_now),
    Check("ledger", n_("Ledger"), record.ledger),
    Check("guards", n_("Guards"), record.guards),
    Check("proofs", n_("Proofs"), record.proofs),
    Check("views", n_("Views"), record.views),
    Check("evidence", n_("Evidence"), record.evidence),
    Check("rulebooks", n_("Rulebooks"), record.rulebooks),
    Check("templates", n_("Templates"), record.templates),
    Check("backup", n_("Backup"), surroundings.backup),
    Check("restore", n_("Restore"), surroundings.restore),
)
MARKS: dict[Status, str] = {"ok": "✓", "warning": "!", "failed": "✗"}
AWARDS = ("iga", "kipp", "letter")


class CheckResult(Struct, frozen=True):
    """One check: its name, how it went, a sentence, the remedy, and all findings where there are several."""

    name: str
    status: Status
    text: str
    remedy: str | None
    details: list[str]


class DoctorReport(Struct, frozen=True):
    """The answer of `doctor`; `home` is the folder looked at, null where there is no workspace."""

    home: str | None
    checks: list[CheckResult]
    warnings: int
    failed: int


@click.command("doctor", help=_("Check this computer and the workspace, each finding with its remedy."))
@click.option("--full", is_flag=True, help=_("Read the bytes of every evidence file, too."))
@click.option(
    "--template",
    "templates",
    multiple=True,
    metavar="AWARD=FILE.docx",
    help=_("A template of your own to try (iga=, kipp= or letter=); may be repeated."),
)
@verb("doctor")
def doctor(answer: Answer, home: str | None, *, full: bool, templates: tuple[str, ...]) -> None:
    subject = Subject(home, full, [_template(one) for one in templates])
    wanted = [one for one in CHECKS if subject.folder or not one.of_workspace or one.name == "settings"]
    results = [(one, looked(one, subject)) for one in wanted]
    report = DoctorReport(
        home=str(subject.folder) if subject.folder else None,
        checks=[_result(one, outcome) for one, outcome in results],
        warnings=sum(outcome.status == "warning" for _one, outcome in results),
        failed=sum(outcome.status == "failed" for _one, outcome in results),
    )
    labels = [_(text) for text in (one.label for one in wanted)]
    answer.result(report, lambda: _text(report, labels), status=1 if report.failed else 0)


def _template(word: str) -> tuple[str, Path]:
    award, equals, path = word.partition("=")
    if award not in AWARDS or not equals or not Path(path).is_file():
        text = _("Name a template as AWARD=FILE.docx, with one of {awards}, and a file that is there: {word}")
        raise click.UsageError(text.format(awards=", ".join(AWARDS), word=word))
    return award, Path(path)


def looked(check: Check, subject: Subject) -> Outcome:
    """What a check found; one that breaks is a finding itself, and keeps no other from being made."""
    from ledger.failures import failure_of

    try:
        return check.look(subject)
    except Exception as error:
        if failure := failure_of(error):
            return failed(failure.said[0].what, failure.said[0].remedy)
        # Whatever is broken in a workspace, or in this program: the other checks are still wanted.
        return failed(
            reason("This check could not be made ({kind}).", kind=type(error).__name__),
            reason("Mend what the other checks name first; if it stays, tell the programmer."),
        )


def _result(check: Check, outcome: Outcome) -> CheckResult:
    return CheckResult(
        name=check.name,
        status=outcome.status,
        text=sentence(outcome.what),
        remedy=sentence(outcome.remedy) if outcome.remedy else None,
        details=[sentence(one) for one in outcome.details],
    )


def _text(report: DoctorReport, labels: list[str]) -> str:
    width = max(map(len, labels))
    lines = []
    for one, label in zip(report.checks, labels, strict=True):
        lines.append(f"{MARKS[one.status]} {label.ljust(width)}  {one.text}")
        if one.remedy:
            lines.append(f"{' ' * (width + 4)}{one.remedy}")
    if report.home is None:
        lines.append(_("There is no workspace here: what belongs to one was not checked."))
    return "\n".join([*lines, "", _summary(report)])


def _summary(report: DoctorReport) -> str:
    if not report.failed and not report.warnings:
        return _("{count} checks, nothing to mend.").format(count=count(len(report.checks)))
    text = _("{count} checks: {failed} failed, {warnings} warnings.")
    return text.format(
        count=count(len(report.checks)), failed=count(report.failed), warnings=count(report.warnings)
    )
