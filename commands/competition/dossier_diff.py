"""dossier diff: what changed between two issues of a dossier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb
from commands.competition.dossier_verify import refuse
from domain.base import reason
from exporters.package.differences import FieldChange, differences
from exporters.package.issues import Issued, NotADossierError, read_issue
from exporters.package.opened import PackageRefusedError, printable
from jejak_i18n import gettext as _

LONGEST = 100
"""Characters of a text that the screen shows, from where the two part."""
LEAD = 30
"""Characters before that place."""


class IssueHead(Struct, frozen=True, kw_only=True):
    """Which issue it is."""

    file: str
    award: str
    year: int
    group: str | None
    code: str
    position: int
    spoken_day: str
    known_at: str | None
    as_of: str | None


class DossierDifference(Struct, frozen=True, kw_only=True):
    """The answer of `dossier diff`."""

    before: IssueHead
    after: IssueHead
    changes: list[FieldChange]


@click.command("diff", help=_("Show field by field what changed between two issues of a dossier."))
@click.argument("before", metavar="BEFORE", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.argument("after", metavar="AFTER", type=click.Path(dir_okay=False, exists=True, path_type=Path))
@click.option(
    "--docx",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("Write the differences as a Word table too."),
)
@verb("dossier diff")
def diff(answer: Answer, home: str | None, *, before: Path, after: Path, docx: Path | None) -> None:
    if docx is not None and docx.suffix.casefold() != ".docx":
        raise click.UsageError(_("The file's name must end in .docx."))
    left, right = _read(answer, before), _read(answer, after)
    if left.award != right.award:
        text = _("The two dossiers are of different awards: {before} and {after}.")
        raise click.UsageError(text.format(before=left.award.upper(), after=right.award.upper()))
    changes = differences(left, right)
    if docx is not None:
        _write(docx, left, right, changes)
        answer.message(_("Differences written: {file}").format(file=docx))
    data = DossierDifference(before=_head(before, left), after=_head(after, right), changes=changes)
    answer.result(data, lambda: "\n".join(_lines(left, right, changes)))


def _read(answer: Answer, file: Path) -> Issued:
    try:
        issue, findings = read_issue(file)
    except PackageRefusedError as error:
        refuse(answer, file, error)
    except NotADossierError:
        _no_dossier(answer, file)
    if findings:
        text = _("{file} is not as it was packed: {count} findings. jejak dossier verify names them.")
        answer.message(text.format(file=file.name, count=count(findings)), level="warning")
    return issue


def _no_dossier(answer: Answer, file: Path) -> NoReturn:
    answer.problem(
        reason("{file} holds no dossier that this Jejak reads.", file=file.name),
        remedy=reason("Take a package, or the .json file that jejak dossier writes."),
    )
    answer.fail(3)


def _write(path: Path, left: Issued, right: Issued, changes: Sequence[FieldChange]) -> None:
    from exporters.word.differences_document import differences_document

    part = path.with_name(f".{path.name}.part")
    part.write_bytes(differences_document(left, right, changes))
    part.replace(path)


def _head(file: Path, issue: Issued) -> IssueHead:
    return IssueHead(
        file=str(file),
        award=issue.award,
        year=issue.year,
        group=issue.group,
        code=issue.code,
        position=issue.position,
        spoken_day=issue.spoken_day,
        known_at=issue.known_at,
        as_of=issue.as_of,
    )


_SIGNS = {"added": "+", "removed": "−", "changed": "~"}


def _lines(left: Issued, right: Issued, changes: Sequence[FieldChange]) -> Iterator[str]:
    from exporters.word.differences_document import issue_text

    yield printable(_("Before: {issue}").format(issue=issue_text(left)))
    yield printable(_("After: {issue}").format(issue=issue_text(right)))
    if not changes:
        yield _("The two issues do not differ.")
        return
    for one in changes:
        yield ""
        yield f"  {_SIGNS[one.change]} {printable(one.label)}"
        before, after = _excerpts(one.before, one.after)
        for word, text in ((_("was:"), before), (_("now:"), after)):
            if text is not None:
                yield f"      {word.ljust(9)}{text}"
    yield ""
    yield _("{count} fields differ.").format(count=count(len(changes)))


def _excerpts(before: str | None, after: str | None) -> tuple[str | None, str | None]:
    """Both texts from shortly before the place where they part, on one line each."""
    left, right = (None if text is None else " ".join(text.split()) for text in (before, after))
    if left is None or right is None:
        return _cut(left, 0), _cut(right, 0)
    pairs = zip(left, right, strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(left), len(right)))
    first = 0 if max(len(left), len(right)) <= LONGEST else max(0, same - LEAD)
    return _cut(left, first), _cut(right, first)


def _cut(text: str | None, first: int) -> str | None:
    if text is None:
        return None
    last = first + LONGEST
    return printable(f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}")
