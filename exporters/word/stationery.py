"""The paper and the letterhead of what the region signs."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import NamedTuple

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from exporters.word import letterhead_document
from exporters.word.template_refused import TemplateRefusedError
from jejak_i18n import indonesian as _

SIZES = {"A4": (210, 297), "F4": (215, 330)}
"""Width and height of papers in millimetres; F4 is what Indonesian offices print letters on."""
TEXT_WIDTH = 160
"""Millimetres: the width that all our tables have, on either paper."""
RIGHT = 25
"""The right margin in millimetres; the left one takes what is left."""
LARGEST = 5_000_000
"""The most bytes of a letterhead."""
TALLEST = 60
"""The most millimetres that a letterhead may be high."""
# What python-docx lets through from a file that is no sound picture or document.
_STRANGE = (
    UnrecognizedImageError,
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    struct.error,
    ValueError,
    LookupError,
    ArithmeticError,
    TypeError,
    AttributeError,
)


class LetterheadError(ValueError):
    """A letterhead is neither a picture nor a document that can be set above a letter, or is too large."""


class Stationery(NamedTuple):
    """What letters are printed on: the paper, and the letterhead (picture or .docx), of which region."""

    paper: str = "A4"
    letterhead: bytes | None = None
    region: str = ""


def read_letterhead(path: Path) -> bytes:
    """The file of a letterhead. Raises LetterheadError, and OSError where it cannot be read."""
    with path.open("rb") as stream:
        # A device has no size, and no end.
        raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise LetterheadError(str(path))
    # As Word would take it, before any letter is written.
    blank = docx.Document()
    blank.add_paragraph()
    _head(blank, Stationery(letterhead=raw), turned=False)
    return raw


def dress(document: Document, stationery: Stationery) -> None:
    """Sets the paper, and the letterhead above the text. Raises LetterheadError.

    On a page that lies on its side the margins stay, and what was as wide as the text is so again.
    """
    width, height = SIZES[stationery.paper]
    turned = False
    for section in document.sections:
        turned = section.orientation == WD_ORIENT.LANDSCAPE
        if turned:
            room = _room(section)
            section.page_width, section.page_height = Mm(height), Mm(width)
            _widen(document, room, _room(section))
            continue
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.right_margin, section.left_margin = Mm(RIGHT), Mm(width - RIGHT - TEXT_WIDTH)
    if stationery.letterhead is not None:
        _head(document, stationery, turned=turned)


def _room(section: Section) -> int:
    """The width of the text in twentieths of a point, as tables count it."""
    edges = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (edge.twips if edge else 0 for edge in edges)
    return page - left - right


def _widen(document: Document, before: int, room: int) -> None:
    for tab in document.styles.element.iter(qn("w:tab")):
        # The right end of headers and footers.
        if tab.get(qn("w:val")) == "right" and abs(int(tab.get(qn("w:pos"))) - before) <= 1:
            tab.set(qn("w:pos"), str(room))
    for table in document.tables:
        whole = table._tbl.tblPr.find(qn("w:tblW"))
        # Widths were rounded column by column.
        if whole is None or abs(int(whole.get(qn("w:w"))) - before) > len(table.columns):
            continue
        for one in table._tbl.iter(qn("w:tblW"), qn("w:gridCol"), qn("w:tcW")):
            one.set(qn("w:w"), str(int(one.get(qn("w:w"))) * room // before))


def _head(document: Document, stationery: Stationery, *, turned: bool) -> None:
    """Sets the letterhead above the text. Raises LetterheadError."""
    raw = stationery.letterhead or b""
    if raw.startswith(letterhead_document.MARK):
        try:
            letterhead_document.set_above(document, raw, _about(stationery), turned=turned)
        except (TemplateRefusedError, letterhead_document.UnfitLetterheadError, OpcError, *_STRANGE) as error:
            raise LetterheadError(str(error)) from error
        return
    first = document.element.body[0]
    head = document.add_paragraph()
    first.addprevious(head._p)
    if turned:
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _set(head, stationery)


def _about(stationery: Stationery) -> str:
    return _("Letterhead of {region}").format(region=stationery.region)


def _set(paragraph: Paragraph, stationery: Stationery) -> None:
    try:
        picture = paragraph.add_run().add_picture(
            io.BytesIO(stationery.letterhead or b""), width=Mm(TEXT_WIDTH)
        )
    except _STRANGE as error:
        raise LetterheadError(str(error)) from error
    if picture.height > Mm(TALLEST):
        picture.width = Length(picture.width * Mm(TALLEST) // picture.height)
        picture.height = Mm(TALLEST)
    for side in ("distT", "distB", "distL", "distR"):
        # LibreOffice takes an eighth of an inch where nothing is said.
        picture._inline.set(side, "0")
    about = picture._inline.find(qn("wp:docPr"))
    about.set("descr", _about(stationery))
    about.set("name", "Kop")
