"""Certificates of a lab, a page each: for units and innovations, never for persons."""

from docx.document import Document

from exporters.templates.blocks import commands
from exporters.templates.lab_common import DOTS, SHORT_DOTS


def write_certificate(document: Document) -> None:
    """One page for each certificate."""
    commands(
        document,
        ("Normal", "{%p for page in pages %}"),
        ("Jejak Certificate", "SERTIFIKAT"),
        ("Jejak Award Line", f"Nomor: {DOTS}"),
        ("Jejak Award Line", "diberikan kepada"),
        ("Jejak Award Unit", "{{ page.unit }}"),
        ("Normal", "{%p if page.innovation %}"),
        ("Jejak Award Line", "atas inovasi"),
        ("Normal", "{%p if page.long %}"),
        ("Jejak Award Long", "{{ page.innovation }}"),
        ("Normal", "{%p else %}"),
        ("Jejak Award Title", "{{ page.innovation }}"),
        ("Normal", "{%p endif %}"),
        # Without an innovation its two lines stay empty, so that the page is filled alike.
        ("Normal", "{%p else %}"),
        ("Jejak Award Line", ""),
        ("Jejak Award Line", ""),
        ("Normal", "{%p endif %}"),
        ("Jejak Award Line", "{{ page.deed }} {{ lab }}{% if page.days %}, {{ page.days }}{% endif %}"),
        ("Normal", "{%p if page.illustrative %}"),
        ("Jejak Award Note", "ilustrasi"),
        ("Normal", "{%p endif %}"),
        ("Normal", "{%p if page.long %}"),
        ("Jejak Award Sign", f"{SHORT_DOTS}, {SHORT_DOTS}"),
        ("Normal", "{%p else %}"),
        ("Jejak Award Place", f"{SHORT_DOTS}, {SHORT_DOTS}"),
        ("Normal", "{%p endif %}"),
        ("Jejak Award Sign", f"{DOTS},"),
        ("Jejak Award Sign", ""),
        ("Jejak Award Sign", ""),
        ("Jejak Award Sign", ""),
        ("Jejak Award End", f"({DOTS})"),
        ("Normal", "{%p endfor %}"),
    )
