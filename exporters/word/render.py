"""Renders a dossier into a Word document; equal dossier and template give equal bytes on every machine."""

from __future__ import annotations

import hashlib
import io
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from msgspec import structs, to_builtins

from exporters.dossier.model import Dossier
from exporters.word.reproducible_zip import pack_zip, unpack_zip
from exporters.word.template_context import template_context
from exporters.word.template_refused import TemplateRefusedError as TemplateRefusedError
from exporters.word.template_types import TemplateContext

if TYPE_CHECKING:
    from exporters.word.lab.model import LabPaper
    from exporters.word.letters import LetterContext
    from exporters.word.region_papers import IntegrityContext, RecapContext
    from exporters.word.stationery import Stationery

LETTER, RECAPITULATION, INTEGRITY = "letter", "recapitulation", "integrity"
TEMPLATES = ("iga", "kipp", LETTER)
"""The templates that come with Jejak and may be changed."""


def render(dossier: Dossier, template: bytes | None = None, *, final: bool = False) -> bytes:
    """The .docx of a dossier, with the template of its award or with the one given.

    A final copy is the form alone; a draft has what is missing before it and its sources behind it.
    A template that is none of ours is read in a process of its own, within `sandbox.SECONDS`.

    Raises TemplateRefusedError with the reason when the template cannot be rendered.
    """
    source = template if template is not None else own_template(dossier.award)
    return _rendered(source, template_context(dossier, final=final))


def render_letter(
    context: LetterContext, template: bytes | None = None, stationery: Stationery | None = None
) -> bytes:
    """The .docx of a letter of a proposal, with our template or with the one given, on its stationery.

    Without stationery the template's own paper stays. Raises TemplateRefusedError and LetterheadError.
    """
    made = _rendered(template if template is not None else own_template(LETTER), context)
    return made if stationery is None else _dressed(made, stationery)


def render_lab(document: str, paper: LabPaper, stationery: Stationery | None = None) -> bytes:
    """The .docx of a document of a lab, by the name of its template (`lab-report`), on its stationery.

    Raises LetterheadError.
    """
    from exporters.word.rendering import filled

    # What is drawn is markup already, which a way through plain values would lose.
    made = filled(own_template(document), structs.asdict(paper))
    return made if stationery is None else _dressed(made, stationery)


def render_recapitulation(context: RecapContext, stationery: Stationery | None = None) -> bytes:
    """The .docx of the recapitulation of a region, on its stationery. Raises LetterheadError."""
    made = _rendered(own_template(RECAPITULATION), context)
    return made if stationery is None else _dressed(made, stationery)


def render_integrity(context: IntegrityContext, stationery: Stationery | None = None) -> bytes:
    """The .docx of the statement of integrity of a region, on its stationery. Raises LetterheadError."""
    made = _rendered(own_template(INTEGRITY), context)
    return made if stationery is None else _dressed(made, stationery)


def _dressed(letter: bytes, stationery: Stationery) -> bytes:
    import docx

    from exporters.word.stationery import dress

    document, out = docx.Document(io.BytesIO(letter)), io.BytesIO()
    dress(document, stationery)
    document.save(out)
    return pack_zip(unpack_zip(out.getvalue()))


def own_template(award: str) -> bytes:
    """The bytes of our template of an award (`iga`, `kipp`), `LETTER` or a document of a lab.

    Raises FileNotFoundError.
    """
    return files("exporters").joinpath("templates", f"{award}.docx").read_bytes()


@cache
def _ours() -> frozenset[str]:
    return frozenset(hashlib.sha256(own_template(name)).hexdigest() for name in TEMPLATES)


def _rendered(
    template: bytes, context: TemplateContext | LetterContext | RecapContext | IntegrityContext
) -> bytes:
    if hashlib.sha256(template).hexdigest() in _ours():
        from exporters.word.rendering import filled

        return filled(template, to_builtins(context))
    from exporters.word.sandbox import filled_apart
    from exporters.word.template_file import require_template

    require_template(template)
    return filled_apart(template, to_builtins(context))
