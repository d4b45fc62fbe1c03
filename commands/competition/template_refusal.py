"""Templates of one's own on the command line: the option that names one, and why one is refused, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import click

from commands.common.output import Answer
from domain.base import Reason, reason
from exporters.word.template_refused import TemplateRefusedError
from jejak_i18n import gettext as _
from jejak_i18n.formatting import count

TEMPLATE = click.option(
    "--template",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    metavar="FILE.docx",
    help=_("A template of your own, see: jejak dossier template."),
)
_UNKNOWN_NAME = re.compile(r"'([^']+)'(?: is undefined)?$")
_UNKNOWN_WORD = re.compile(r"(?:named|unknown tag) '([^']+)'")
_MEGABYTE = 1_000_000


class Refusal(NamedTuple):
    """What is said of a template that cannot be used."""

    what: Reason
    remedy: Reason


def read_template(answer: Answer, path: Path | None) -> bytes | None:
    """The bytes of the template that was named; None where none was. Ends with status 3 for one unfit."""
    from exporters.word import template_file

    if path is None:
        return None
    try:
        return template_file.read_template(path)
    except TemplateRefusedError as error:
        refuse(answer, path, error)
        answer.fail(3)


@contextmanager
def filling(answer: Answer, path: Path | None) -> Iterator[None]:
    """Where a template is filled: one of the caller's own that cannot be ends with status 3 and why."""
    try:
        yield
    except TemplateRefusedError as error:
        if path is None:
            raise
        refuse(answer, path, error)
        answer.fail(3)


def refuse(answer: Answer, path: Path, error: TemplateRefusedError) -> None:
    """Says why a template cannot be used, the paragraph at fault, and the way out."""
    told = refusal(path.name, error)
    answer.problem(told.what, where=error.place or None, remedy=told.remedy)


def refusal(file: str, error: TemplateRefusedError) -> Refusal:
    """Why the template in this file cannot be used, and the way out."""
    if error.fault in ("language", "name", "forbidden", "result"):
        return _of_commands(file, error)
    if error.fault in ("time", "memory", "stopped"):
        return _of_bounds(file, error)
    return _of_file(file, error)


def _of_file(file: str, error: TemplateRefusedError) -> Refusal:
    from exporters.word.template_file import LARGEST, UNPACKED

    save = reason("Save it in Word as a document (.docx), then try again.")
    bounds = {"most": count(LARGEST // _MEGABYTE), "unpacked": count(UNPACKED // _MEGABYTE)}
    found: dict[str, Refusal] = {
        "no_word_file": Refusal(reason("{file} is no Word document (.docx).", file=file), save),
        "old_word": Refusal(reason("{file} is a Word document of the old kind (.doc).", file=file), save),
        "word_template": Refusal(
            reason("{file} is a Word template (.dotx), not a document.", file=file), save
        ),
        "macros": Refusal(
            reason("{file} holds macros, which no template may.", file=file),
            reason("Save it in Word as a document without macros (.docx), then try again."),
        ),
        "outside": Refusal(
            reason("{file} fetches something from another place when it is opened.", file=file),
            reason("Put pictures and objects into the document itself, then try again."),
        ),
        "too_large": Refusal(
            reason(
                "{file} is too large: a template has at most {most} MB, and {unpacked} MB unpacked.",
                file=file,
                **bounds,
            ),
            reason("Make its pictures smaller, then try again."),
        ),
        "damaged": Refusal(
            reason("{file} is damaged: its parts cannot be read.", file=file),
            reason("Open it in Word, save it under another name, then try that one."),
        ),
    }
    return found[error.fault]


def _of_commands(file: str, error: TemplateRefusedError) -> Refusal:
    found = (_UNKNOWN_NAME if error.fault == "name" else _UNKNOWN_WORD).search(error.detail)
    word = found[1] if found else ""
    compare = reason("Compare it with the template that Jejak writes: jejak dossier template --help")
    if error.fault == "name" and word:
        what = reason("{file} uses the name {name}, which does not exist.", file=file, name=word)
    elif error.fault == "forbidden":
        what = reason("{file} asks for what a template may not do.", file=file)
    elif error.fault == "result":
        what = reason("What {file} makes is no Word document: a command stands in a wrong place.", file=file)
    elif word:
        what = reason('{file} holds a command that is not understood, at "{word}".', file=file, word=word)
    else:
        what = reason("{file} holds a command that is not understood.", file=file)
    return Refusal(what, compare)


def _of_bounds(file: str, error: TemplateRefusedError) -> Refusal:
    loops = reason("Look in it for loops that repeat too much.")
    if error.fault == "time":
        text = reason("{file} was not filled within {seconds} seconds.", file=file, seconds=error.detail)
        return Refusal(text, loops)
    if error.fault == "memory":
        return Refusal(reason("{file} takes more memory than a template may.", file=file), loops)
    return Refusal(reason("The process that filled {file} ended before it was done.", file=file), loops)
