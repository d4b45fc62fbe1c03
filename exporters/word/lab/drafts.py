"""Which documents a lab has: their names, files and contents, and why one is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from exporters.excel.safe_names import FileNames, slug
from exporters.word.lab.agreement import agreement_papers, commitment_papers
from exporters.word.lab.lists import certificate_paper, launching_paper, plan_papers
from exporters.word.lab.model import LabPaper
from exporters.word.lab.names import FILES
from exporters.word.lab.report import report_paper
from jejak_i18n import marked as n_
from projections.queries.lab_record import LabRecord

OF_INNOVATIONS = ("agreement", "launching", "plan", "certificate")
"""Documents about innovations; the others are about the lab as a whole."""
SUFFIX = ".docx"


class LabDraft(NamedTuple):
    """One document to be written: its name, the innovation that it is of, its file and its contents."""

    document: str
    code: str | None
    file: str
    paper: LabPaper


class Omitted(NamedTuple):
    """A document without anything to stand in it, and why."""

    document: str
    msgid: str


WHY = {
    "agreement": n_("no innovation of the lab is recorded"),
    "launching": n_("no innovation of the lab is recorded as launched"),
    "plan": n_("no action plan is recorded; name an innovation for an empty form: --code"),
    "certificate": n_("neither innovations nor participants of the lab are recorded"),
}


def lab_drafts(
    record: LabRecord, wanted: Sequence[str], *, narrowed: bool
) -> tuple[list[LabDraft], list[Omitted]]:
    """The wanted documents in their order, and those that would be empty.

    `narrowed` says that the record holds only the innovations that were named: then each of them gets
    its agreement and its plan, empty forms where none is recorded, and units without innovation get no
    certificate.
    """
    names, prefix = FileNames(), f"{slug(record.lab.slug)}-"
    drafts: list[LabDraft] = []
    omitted: list[Omitted] = []
    for document in (name for name in FILES if name in wanted):
        papers = list(_papers(record, document, narrowed=narrowed))
        if not papers:
            omitted.append(Omitted(document, WHY[document]))
        for code, paper in papers:
            label = f"{FILES[document]}-{code}" if code else FILES[document]
            drafts.append(LabDraft(document, code, names.of(prefix, label, SUFFIX), paper))
    return drafts, omitted


def _papers(record: LabRecord, document: str, *, narrowed: bool) -> Iterator[tuple[str | None, LabPaper]]:
    if document == "agreement":
        yield from agreement_papers(record, also_unsigned=narrowed)
    elif document == "commitment":
        yield from ((None, paper) for paper in commitment_papers(record))
    elif document == "plan":
        yield from plan_papers(record, also_empty=narrowed)
    else:
        paper = _single(record, document, narrowed=narrowed)
        if paper is not None:
            yield None, paper


def _single(record: LabRecord, document: str, *, narrowed: bool) -> LabPaper | None:
    if document == "launching":
        return launching_paper(record)
    if document == "certificate":
        return certificate_paper(record, all_units=not narrowed)
    return report_paper(record)
