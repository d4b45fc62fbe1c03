"""Tries a template with samples: names that do not exist, and parts of the form that it leaves out."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from exporters.word.sandbox import Refusal, UnknownName, reply_to
from exporters.word.template_file import require_template
from exporters.word.template_refused import TemplateRefusedError
from exporters.word.template_sample import left_out, sample_of

_MARK = "ilustrasi"


class TemplateCheck(NamedTuple):
    """What a check found; `parts` counts the parts of the form, `refused` is why a sample was not filled."""

    unknown: list[UnknownName]
    refused: TemplateRefusedError | None
    parts: int
    left_out: list[str]
    marks_illustrations: bool


def check(template: bytes, award: str) -> TemplateCheck:
    """Tries a template of an award (`iga`, `kipp`) or of a `letter`.

    Raises TemplateRefusedError for a file that is no template, or that had to be stopped.
    """
    require_template(template)
    sample = sample_of(award)
    reply = reply_to(template, sample.contexts, award)
    refusals = [one for one in reply.documents if isinstance(one, Refusal)]
    texts = [_text(one) for one in reply.documents if isinstance(one, bytes)]
    first = refusals[0] if refusals else None
    return TemplateCheck(
        unknown=reply.unknown,
        refused=TemplateRefusedError(first.fault, first.detail, first.place) if first else None,
        parts=len(set(sample.marks.values())),
        left_out=left_out(sample.marks, texts) if texts else [],
        marks_illustrations=any(_MARK in text.casefold() for text in texts),
    )


def _text(document: bytes) -> str:
    """All that a document prints: its body, headers and footers."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                tree = parse_xml(archive.read(name))
                parts.append("".join(node.text or "" for node in tree.iter(qn("w:t"))))
    return "\n".join(parts)
