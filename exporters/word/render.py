"""Renders a dossier into a Word document; equal dossier and template give equal bytes on every machine."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from msgspec import Struct, structs

from exporters.dossier.model import Dossier
from exporters.word.reproducible_zip import pack_zip, unpack_zip
from exporters.word.template_context import template_context
from exporters.word.template_types import TemplateContext
from jejak_i18n import indonesian as _

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties
    from jinja2 import Environment

    from exporters.word.lab.model import LabPaper
    from exporters.word.letters import LetterContext

# XML 1.0 forbids these; docxtpl besides gives \a and \f meanings of its own.
ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# docxtpl turns {_{ }_} {_% %_} into braces after rendering; as a reference the underscore stays itself.
_DOCXTPL_BRACES = re.compile(r"(?<=\{)_|_(?=\})")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# What docxtpl, python-docx and lxml let through from a template that is no sound Word template.
_BROKEN = (LookupError, ValueError, TypeError, OverflowError, SyntaxError)
LETTER = "letter"
_STAMP = datetime(1980, 1, 1, tzinfo=UTC)


class TemplateRefusedError(ValueError):
    """A template cannot be used: broken, with an undefined name, or asking for what the sandbox forbids."""


def render(dossier: Dossier, template: bytes | None = None, *, final: bool = False) -> bytes:
    """The .docx of a dossier, with the template of its award or with the one given.

    A final copy is the form alone; a draft has what is missing before it and its sources behind it.

    Raises TemplateRefusedError with the reason when the template cannot be rendered.
    """
    source = template if template is not None else own_template(dossier.award)
    return _settled(_rendered(source, template_context(dossier, final=final)))


def render_letter(context: LetterContext) -> bytes:
    """The .docx of a letter of a proposal."""
    return _settled(_rendered(own_template(LETTER), context))


def render_lab(document: str, paper: LabPaper) -> bytes:
    """The .docx of a document of a lab, by the name of its template (`lab-report`).

    Marks that turn the direction of text are shown instead of obeyed: they would turn what follows.
    """
    shown = _without_turns(structs.asdict(paper))
    return _settled(_rendered(own_template(document), shown))


def _without_turns(value: Any) -> Any:
    """A value with the marks of direction in its texts replaced."""
    from markupsafe import Markup

    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return _TURNS.sub(REPLACEMENT, value)
    if isinstance(value, list):
        return [_without_turns(one) for one in value]
    if isinstance(value, Struct):
        value = structs.asdict(value)
    if isinstance(value, dict):
        return {name: _without_turns(one) for name, one in value.items()}
    return value


def own_template(award: str) -> bytes:
    """The bytes of our template of an award (`iga`, `kipp`), `LETTER` or a document of a lab.

    Raises FileNotFoundError.
    """
    return files("exporters").joinpath("templates", f"{award}.docx").read_bytes()


def _rendered(template: bytes, context: TemplateContext | LetterContext | dict[str, object]) -> bytes:
    from docx.opc.exceptions import OpcError
    from jinja2.exceptions import TemplateError

    from exporters.word.strict_docx import StrictTemplate

    out = io.BytesIO()
    try:
        document = StrictTemplate(io.BytesIO(template))
        named = context if isinstance(context, dict) else structs.asdict(context)
        document.render(named, _environment(), autoescape=True)
        _stamp(document.docx.core_properties)
        document.save(out)
    except (TemplateError, OpcError, BadZipFile, *_BROKEN) as fault:
        raise TemplateRefusedError(str(fault)) from fault
    return out.getvalue()


def _environment() -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_safe)


def _safe(value: object) -> object:
    """A printed value that neither XML nor docxtpl can take for anything but text."""
    from jinja2 import Undefined
    from markupsafe import Markup, escape

    if isinstance(value, Undefined | Markup):
        return value
    if value is None:
        return _("not recorded")
    clean = ILLEGAL.sub(REPLACEMENT, str(value).replace("\r\n", "\n").replace("\r", "\n"))
    return Markup(_DOCXTPL_BRACES.sub("&#95;", str(escape(clean))))  # noqa: S704 - escaped just before


def _stamp(properties: CoreProperties) -> None:
    properties.created = properties.modified = _STAMP
    properties.last_modified_by = ""
    properties.revision = 1


def _settled(document: bytes) -> bytes:
    return pack_zip(unpack_zip(document))
