"""The option of verbs that write Word documents: `--pdf`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import click

from commands.common.progress import Bar
from domain.base import reason
from exporters.word import pdf
from jejak_i18n import gettext as _
from ledger.errors import EnvironmentFault

PDF = click.option("--pdf", is_flag=True, help=_("Write PDF files too, with LibreOffice."))


def require_office() -> None:
    """Raises EnvironmentFault where this computer has no LibreOffice, before anything is made."""
    with telling():
        pdf.find_office()


def with_pdf(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files and the PDF of each document among them. Raises EnvironmentFault."""
    documents = {name: content for name, content in files.items() if name.endswith(".docx")}
    with telling(), closing(Bar(len(documents))) as bar:
        return {**files, **pdf.pdf_files(documents, bar)}


def pdf_beside(document: Path) -> str:
    """The path of the PDF of a document."""
    return str(document.with_name(pdf.pdf_name(document.name)))


@contextmanager
def telling() -> Iterator[None]:
    """Where LibreOffice is used: a NoPdfError becomes an EnvironmentFault."""
    try:
        yield
    except pdf.NoPdfError as error:
        raise _fault(error) from error


def _fault(error: pdf.NoPdfError) -> EnvironmentFault:
    word = reason("Or leave out --pdf, and save the documents as PDF in Word.")
    if error.why == "missing":
        return EnvironmentFault(
            reason("PDF needs LibreOffice, which this computer does not have."),
            reason(
                "Install LibreOffice, name its program in {variable}, or leave out --pdf.",
                variable=pdf.OFFICE,
            ),
        )
    if error.why == "time":
        return EnvironmentFault(
            reason("LibreOffice made no PDF within {seconds} seconds.", seconds=str(pdf.SECONDS)), word
        )
    return EnvironmentFault(reason("LibreOffice could not make the PDF."), word)
