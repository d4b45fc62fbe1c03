"""The documents of a lab: which there are, their pages, headers and footers."""

from collections.abc import Callable
from typing import NamedTuple

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, RGBColor
from docx.text.paragraph import Paragraph

from exporters.templates import styles
from exporters.templates.blocks import element, field
from exporters.templates.lab_certificate import write_certificate
from exporters.templates.lab_lists import write_launching, write_plan
from exporters.templates.lab_report import write_report
from exporters.templates.lab_texts import write_agreement, write_commitment


class LabTemplate(NamedTuple):
    """What writes a template, and how its pages lie; `framed` pages have a border."""

    write: Callable[[Document], None]
    landscape: bool = False
    framed: bool = False


LAB_TEMPLATES = {
    "lab-agreement": LabTemplate(write_agreement),
    "lab-commitment": LabTemplate(write_commitment),
    "lab-launching": LabTemplate(write_launching),
    "lab-plan": LabTemplate(write_plan, landscape=True),
    "lab-certificate": LabTemplate(write_certificate, landscape=True, framed=True),
    "lab-report": LabTemplate(write_report),
}
"""Templates by the name of their file."""


def write_lab(document: Document, name: str) -> None:
    """Write a document of a lab with its page, header and footer. Raises KeyError."""
    template = LAB_TEMPLATES[name]
    template.write(document)
    section = document.sections[0]
    _page(section, template)
    _header(section.header.paragraphs[0], template)
    _footer(section.footer.paragraphs[0], template)


def _page(section: Section, template: LabTemplate) -> None:
    """A page of A4."""
    width, height = Cm(21), Cm(29.7)
    side = Cm(1.5) if template.landscape else Cm(2.5)
    if template.landscape:
        section.orientation, width, height = WD_ORIENT.LANDSCAPE, height, width
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = side
    section.top_margin = section.bottom_margin = Cm(2) if template.landscape else Cm(2.5)
    section.header_distance = section.footer_distance = Cm(1.25)
    for stray in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(stray)
    if template.framed:
        _frame(section)


def _frame(section: Section) -> None:
    """A double line inside the margins, between header and footer."""
    borders = element("pgBorders", offsetFrom="text")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(side, val="double", sz="6", space="8", color=styles.GREY))
    section._sectPr.find(qn("w:pgMar")).addnext(borders)


def _style(template: LabTemplate) -> str:
    return "Jejak Wide Margin" if template.landscape else "Jejak Margin"


def _header(paragraph: Paragraph, template: LabTemplate) -> None:
    paragraph.style = _style(template)
    # A certificate is hung on walls: nothing but its own words stands above them.
    paragraph.add_run("" if template.framed else "{{ title }} · {{ region }}")
    mark = paragraph.add_run("{% if illustrative %}\tILUSTRASI{% endif %}")
    mark.bold = True
    mark.font.color.rgb = RGBColor.from_string(styles.RED)


def _footer(paragraph: Paragraph, template: LabTemplate) -> None:
    paragraph.style = _style(template)
    state = "{% if as_of %} · keadaan per {{ as_of }}{% endif %}"
    paragraph.add_run(f"Konsep – bukan naskah resmi · Posisi rekam jejak {{{{ position }}}}{state}\tHalaman ")
    field(paragraph, "PAGE")
    paragraph.add_run(" dari ")
    field(paragraph, "NUMPAGES")
