"""Documents to download: the dossier of an innovation, the documents of a lab."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from domain.streams import region_of
from exporters.dossier.assemble import build_dossier
from exporters.word.files import dossier_files
from exporters.word.lab.drafts import lab_drafts
from exporters.word.lab.names import FILES
from exporters.word.lab.rendering import render_drafts
from jejak.stationery import stationery_of
from projections.queries.find import AmbiguousError, lab_of
from projections.queries.lab_documents import lab_record
from projections.queries.lab_record import LabRecord
from projections.read_session import ReadSession

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive: the same documents, the same bytes."""
Paper = tuple[str, str, bytes]
"""Name, media type and bytes of a file."""


def dossier_paper(session: ReadSession, code: str, award: str, year: int, group: str | None) -> Paper:
    """The dossier of an innovation as a Word draft. Raises LedgerErrors."""
    made = dossier_files(build_dossier(session, code, award, year, group).dossier, final=False)
    name = next(one for one in made if one.endswith(".docx"))
    return name, WORD, made[name]


def papers_of_lab(session: ReadSession, slug: str) -> list[str]:
    """The documents of a lab of which something is recorded, in their order."""
    record = _record(session, slug)
    return [one for one in FILES if lab_drafts(record, (one,), narrowed=False)[0]]


def lab_paper(session: ReadSession, slug: str, document: str) -> Paper | None:
    """A document of a lab: one as a Word draft, several as an archive; None where there is none.

    Raises LedgerErrors, and KeyError for what is no document of a lab.
    """
    record = _record(session, slug)
    drafts, _omitted = lab_drafts(record, (document,), narrowed=False)
    if not drafts:
        return None
    region = region_of(lab_of(session, slug))
    made = render_drafts(drafts, stationery_of(session.workspace, region, record.region))
    if len(made) == 1:
        ((name, content),) = made.items()
        return name, WORD, content
    return f"{record.lab.slug}-{FILES[document]}.zip", ZIP, _archive(made)


def _record(session: ReadSession, slug: str) -> LabRecord:
    """Files are named by the slug alone, unless regions share it."""
    try:
        return lab_record(session, slug.rpartition("/")[2])
    except AmbiguousError:
        return lab_record(session, slug)


def _archive(files: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, OLDEST), content)
    return held.getvalue()
