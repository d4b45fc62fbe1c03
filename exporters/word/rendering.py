"""Fills a template with a context: the one step that docxtpl, python-docx and Jinja take together."""

from __future__ import annotations

import io
import re
import traceback
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.table import Table
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError

from exporters.word.environment import TemplateEnvironment
from exporters.word.reproducible_zip import pack_zip, unpack_zip
from exporters.word.strict_docx import StrictTemplate
from exporters.word.template_refused import Fault, TemplateRefusedError

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

# What docxtpl, python-docx and lxml let through from a template that is no sound Word template.
_BROKEN = (LookupError, ValueError, TypeError, ArithmeticError, AttributeError, AssertionError, SyntaxError)
_STAMP = datetime(1980, 1, 1, tzinfo=UTC)
_GRID = "Jejak Grid"
_LONGEST_PLACE = 200
_TAG = re.compile(r"<[^>]*>")
_JINJA_FILE = "<template>"


def filled(template: bytes, context: Mapping[str, object]) -> bytes:
    """The .docx of a template and what it is given; equal ones give equal bytes.

    In tables of the style `Jejak Grid` neither the first row nor the last stands alone on a page.

    Raises TemplateRefusedError, and MemoryError where the process may not take more.
    """
    document, out = opened(template), io.BytesIO()
    try:
        document.render(dict(context), TemplateEnvironment(), autoescape=True)
        for table in document.docx.tables:
            _keep_ends(table)
        _stamp(document.docx.core_properties)
        document.save(out)
        return pack_zip(unpack_zip(out.getvalue()))
    except TemplateError as error:
        raise TemplateRefusedError(_fault(error), error.message or "", _place(document, error)) from error
    except RecursionError as error:
        raise TemplateRefusedError("forbidden", "recursion", _place(document, error)) from error
    except SyntaxError as error:
        raise TemplateRefusedError("result", str(error.msg or error)) from error
    except _BROKEN as error:
        raise TemplateRefusedError("language", str(error), _place(document, error)) from error


def _keep_ends(table: Table) -> None:
    """Keeps the first row of a table with the second, and the last but one with the last."""
    if table.style is None or table.style.name != _GRID:
        return
    rows = [row for row in table._tbl.tr_lst if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None]
    for row in [*rows[:1], *rows[-2:-1]] if len(rows) > 1 else []:
        for paragraph in row.iter(qn("w:p")):
            paragraph.get_or_add_pPr().get_or_add_keepNext()


def opened(template: bytes) -> StrictTemplate:
    """A template as docxtpl has it. Raises TemplateRefusedError for a file that it cannot read."""
    document = StrictTemplate(io.BytesIO(template))
    try:
        document.init_docx()
    except (OpcError, BadZipFile, *_BROKEN) as error:
        raise TemplateRefusedError("damaged") from error
    return document


def _fault(error: TemplateError) -> Fault:
    if isinstance(error, UndefinedError):
        return "name"
    return "forbidden" if isinstance(error, SecurityError) else "language"


def _place(document: StrictTemplate, error: BaseException) -> str:
    """The paragraph of the template that was read when it failed: docxtpl sets each on a line of its own."""
    if isinstance(error, TemplateSyntaxError):
        line = error.lineno
    else:
        steps = [one for one in traceback.extract_tb(error.__traceback__) if one.filename == _JINJA_FILE]
        line = steps[-1].lineno or 0 if steps else 0
    return place_of(document.rendering, line)


def place_of(source: str, line: int) -> str:
    """The text of a line of a template's XML, counted from 1, short enough for a message."""
    lines = source.split("\n")
    if not 0 < line <= len(lines):
        return ""
    text = " ".join(_TAG.sub(" ", lines[line - 1]).split())
    return text if len(text) <= _LONGEST_PLACE else f"{text[:_LONGEST_PLACE]}…"


def _stamp(properties: CoreProperties) -> None:
    properties.created = properties.modified = _STAMP
    properties.last_modified_by = ""
    properties.revision = 1
