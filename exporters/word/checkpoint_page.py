"""A signed checkpoint on one page of A4, for a record of proceedings that lies in another office."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from exporters.word.printed_text import printed
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _

if TYPE_CHECKING:
    from docx.document import Document

    from exporters.templates.blocks import Row

WIDTHS, SIGNING, SIDE = (40, 130), (57, 57, 56), 62
"""Millimetres of the columns of both tables, and of the QR code."""
GROUP, GROUPS = 4, 8
"""Digits of the root that stand together, and how many such groups a line holds."""
MONO, NOTE_SIZE, KEY_SIZE, ROOT_SIZE = "Courier New", 6.5, 8, 11
"""The font of what is compared letter by letter, and its sizes: a signature fits on a line."""
SCALE = 8
"""Dots of a picture for each module of the code."""


class CheckpointPage(NamedTuple):
    """What the page says; `note` is the signed note to the byte, `day` when the last event was recorded."""

    region: str
    workspace: str
    origin: str
    events: int
    root: str
    day: str
    note: str
    verifier: str


def qr_picture(text: str) -> bytes:
    """The QR code of a text (ISO/IEC 18004, level M) as PNG: equal texts give equal bytes everywhere."""
    import segno

    out = io.BytesIO()
    # Uncompressed, since compressors differ between machines.
    segno.make(text, error="m", micro=False, boost_error=False).save(
        out, kind="png", scale=SCALE, compresslevel=0
    )
    return out.getvalue()


def root_lines(root: str) -> list[str]:
    """The digits of a root in groups, so that two people can compare them aloud."""
    groups = [root[at : at + GROUP] for at in range(0, len(root), GROUP)]
    return [" ".join(groups[at : at + GROUPS]) for at in range(0, len(groups), GROUPS)]


def checkpoint_page(page: CheckpointPage) -> bytes:
    """The .docx; equal checkpoints give equal bytes on every machine."""
    from docx.shared import Mm

    from exporters.templates.blocks import add_paragraph, commands, table
    from exporters.templates.make import document_bytes, empty_document, set_margins, set_properties

    document = empty_document()
    title = _("Checkpoint of the ledger")
    commands(document, ("Jejak Kicker", printed(page.region)), ("Jejak Document", title))
    table(document, "Jejak Plain", WIDTHS, _facts(page), head=False)
    add_paragraph(document, "Jejak Item", _("Root of the proof tree"))
    for line in root_lines(page.root):
        _mono(document, line, ROOT_SIZE)
    add_paragraph(document, "Jejak Item", _("Signed note"))
    for line in page.note.rstrip("\n").split("\n"):
        _mono(document, line, NOTE_SIZE)
    add_paragraph(document, "Jejak Item", _("Public key"))
    _mono(document, page.verifier, KEY_SIZE)
    add_paragraph(document, "Jejak Item", _("To compare"))
    for step in _steps():
        add_paragraph(document, "Jejak Cell", step)
    _code(document, page)
    table(document, "Jejak Plain", SIGNING, _signing(), head=False)
    section = document.sections[0]
    set_margins(section)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    set_properties(document, title=printed(f"{title} {page.origin} {page.events}"))
    return document_bytes(document)


def _facts(page: CheckpointPage) -> list[Row]:
    told = (
        (_("Ledger"), page.origin),
        (_("Workspace"), page.workspace),
        (_("Position"), _("{count} events").format(count=indonesian.number(page.events))),
        (_("Last recorded"), page.day),
    )
    return [[[("Jejak Cell", label)], [("Jejak Cell", printed(text))]] for label, text in told]


def _steps() -> tuple[str, ...]:
    return (
        _("1. Read the code below into a file checkpoint.txt: it holds the signed note to the letter."),
        _("2. jejak ledger verify-proof checkpoint.txt --key PUBLIC-KEY tells whether it was signed."),
        _(
            "3. Ask the office for jejak ledger prove --since checkpoint.txt --out proofs, and check that"
            " file in the same way: the ledger only grew since. If it cannot be made, it was changed."
        ),
    )


def _signing() -> list[Row]:
    heads = (_("Handed over by"), _("Received by"), _("Witness"))
    line = "…" * 16
    return [
        [[("Jejak Cell", head)] for head in heads],
        [[("Jejak Cell", ""), ("Jejak Cell", ""), ("Jejak Cell", line)] for _head in heads],
        [[("Jejak Cell Note", _("Name, post, day"))] for _head in heads],
    ]


def _mono(document: Document, text: str, size: float) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph(style="Jejak Cell")
    run = paragraph.add_run(printed(text))
    run.font.name, run.font.size = MONO, Pt(size)


def _code(document: Document, page: CheckpointPage) -> None:
    from docx.shared import Mm

    paragraph = document.add_paragraph(style="Jejak Cell Centre")
    shape = paragraph.add_run().add_picture(io.BytesIO(qr_picture(page.note)), width=Mm(SIDE))
    shape._inline.docPr.set("descr", _("QR code of the signed note"))
