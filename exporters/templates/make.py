"""Makes the .docx of every template beside this file, always the same bytes.

Run it as `python -m exporters.templates.make`.
"""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Mm, RGBColor
from docx.text.paragraph import Paragraph

from exporters.templates import styles
from exporters.templates.blocks import field
from exporters.templates.iga import write_iga
from exporters.templates.kipp import write_kipp
from exporters.templates.lab import LAB_TEMPLATES, write_lab
from exporters.templates.lab_styles import lab_styles
from exporters.templates.letter import write_letter
from exporters.templates.region import MARGIN, write_integrity, write_recapitulation
from exporters.word.reproducible_zip import pack_zip, unpack_zip

LETTER, RECAPITULATION, INTEGRITY = "letter", "recapitulation", "integrity"
WRITERS: dict[str, Callable[[Document], None]] = {
    "iga": write_iga,
    "kipp": write_kipp,
    LETTER: write_letter,
    RECAPITULATION: write_recapitulation,
    INTEGRITY: write_integrity,
}
"""Every template by its name, and what writes its text."""
_DRAFT = "Konsep – bukan naskah resmi"
_ORIGIN = "Posisi rekam jejak {{ position }} · Dosir {{ dossier_id }}"
_STAMP = datetime(1980, 1, 1, tzinfo=UTC)
_WITHOUT = (
    RELATION.CUSTOM_XML,
    RELATION.NUMBERING,
    RELATION.THEME,
    RELATION.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/webSettings",
)


def make(award: str) -> bytes:
    """A template of `WRITERS` or a document of a lab by its name, as .docx bytes. Raises KeyError."""
    if award in LAB_TEMPLATES:
        document = empty_document(lab_styles())
        write_lab(document, award)
        set_properties(document, title="{{ title }}")
        return document_bytes(document)
    write, document = WRITERS[award], empty_document()
    section = document.sections[0]
    set_margins(section)
    if award == RECAPITULATION:
        styles.add_children(document.styles.element, styles.wide_styles_xml())
        _turn(section)
    write(document)
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    if award in (RECAPITULATION, INTEGRITY):
        style = "Jejak Wide Margin" if award == RECAPITULATION else "Jejak Margin"
        _mark(header, style)
        _pages(footer, f"{{% if not final %}}{_DRAFT}{{% endif %}}", style)
        set_properties(document, title="{{ title }} {{ region_code }}")
        document.core_properties.subject = "{{ award }} {{ year }} {{ region_code }}"
        document.core_properties.identifier = "Posisi rekam jejak {{ position }}"
    elif award == LETTER:
        # What is to be signed bears nothing of ours but that it is a draft.
        _mark(header)
        _pages(footer, _DRAFT)
        set_properties(document, title="{{ title }} {{ code }}")
        document.core_properties.subject = "{{ award }} {{ year }} {{ code }}"
        document.core_properties.identifier = _ORIGIN
    else:
        header.add_run("{{ award }} {{ year }}{% if group %} · {{ group }}{% endif %} · {{ code }}")
        _mark(header)
        _pages(footer, _ORIGIN)
        set_properties(document, title="{{ award }} {{ year }} {{ code }}")
    return document_bytes(document)


def _turn(section: Section) -> None:
    """Turns the page, with narrower margins."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin = section.bottom_margin = Cm(2)
    section.header_distance = section.footer_distance = Cm(1)


def document_bytes(document: Document) -> bytes:
    """The .docx of a document; equal documents give equal bytes."""
    out = io.BytesIO()
    document.save(out)
    return pack_zip(unpack_zip(out.getvalue()))


def empty_document(more_styles: str = "") -> Document:
    """A document with our styles and settings, and without what Word would add to it."""
    document = docx.Document()
    for owner in (document.part, document.part.package):
        for name in [key for key, relation in owner.rels.items() if relation.reltype in _WITHOUT]:
            del owner.rels[name]
    styles.replace_children(document.styles.element, styles.styles_xml(more_styles))
    styles.replace_children(document.settings.element, styles.settings_xml())
    _blobs(document)
    return document


def _blobs(document: Document) -> None:
    fixed = {RELATION.FONT_TABLE: styles.fonts_xml(), RELATION.EXTENDED_PROPERTIES: styles.app_xml()}
    for owner in (document.part, document.part.package):
        for relation in owner.rels.values():
            if relation.reltype in fixed:
                relation.target_part._blob = fixed[relation.reltype]


def set_margins(section: Section) -> None:
    """A page of A4 with our margins."""
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1.25)
    for stray in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(stray)


def _mark(paragraph: Paragraph, style: str = "Jejak Margin") -> None:
    paragraph.style = style
    mark = paragraph.add_run("{% if illustrative %}\tILUSTRASI{% endif %}")
    mark.bold = True
    mark.font.color.rgb = RGBColor.from_string(styles.RED)


def _pages(paragraph: Paragraph, left: str, style: str = "Jejak Margin") -> None:
    paragraph.style = style
    paragraph.add_run(f"{left}\tHalaman ")
    field(paragraph, "PAGE")
    paragraph.add_run(" dari ")
    field(paragraph, "NUMPAGES")


def set_properties(document: Document, *, title: str) -> None:
    """Properties without a clock or a person in them."""
    core = document.core_properties
    core.author, core.last_modified_by, core.comments = "Jejak", "", ""
    core.title, core.subject = title, ""
    core.keywords, core.language = "", "id-ID"
    core.created = core.modified = _STAMP
    core.revision = 1


def main() -> None:
    """Write all templates beside this file."""
    for award in (*WRITERS, *LAB_TEMPLATES):
        Path(__file__).with_name(f"{award}.docx").write_bytes(make(award))


if __name__ == "__main__":
    main()
