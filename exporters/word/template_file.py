"""The file of a template before anything of it is read: what it is, and that it stays within bounds."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from exporters.word.template_refused import TemplateRefusedError

LARGEST = 10_000_000
"""The most bytes of a template."""
UNPACKED = 50_000_000
"""The most bytes that all its parts unpack to."""
MOST_PARTS = 1000
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_RELATION = re.compile(rb"<[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_LINK = re.compile(rb"/relationships/hyperlink[\"']")


def read_template(path: Path) -> bytes:
    """The bytes of a template that may be rendered.

    Raises TemplateRefusedError, and OSError where the computer cannot read the file.
    """
    with path.open("rb") as stream:
        # A device has no size, and no end.
        raw = stream.read(LARGEST + 1)
    require_template(raw)
    return raw


def require_template(raw: bytes) -> None:
    """Raises TemplateRefusedError for what is no .docx, holds programs, fetches, or unpacks beyond bounds."""
    if len(raw) > LARGEST:
        raise TemplateRefusedError("too_large")
    if raw.startswith(_OLD_WORD):
        raise TemplateRefusedError("old_word")
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _require_parts(archive)
    except TemplateRefusedError:
        raise
    except zipfile.BadZipFile as error:
        raise TemplateRefusedError("damaged" if raw.startswith(b"PK") else "no_word_file") from error
    except Exception as error:
        # Whatever the library throws at a broken archive: no such method, a wrong password, a short stream.
        raise TemplateRefusedError("damaged") from error


def _require_parts(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    # A part unpacks to no more than it declares: the library stops there.
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > UNPACKED:
        raise TemplateRefusedError("too_large")
    if _TYPES not in archive.namelist():
        raise TemplateRefusedError("no_word_file")
    types = archive.read(_TYPES)
    if _TEMPLATE.encode() in types:
        raise TemplateRefusedError("word_template")
    if _MACROS.search(types):
        raise TemplateRefusedError("macros")
    if _WORD.encode() not in types:
        raise TemplateRefusedError("no_word_file")
    for entry in entries:
        _require_part(entry.filename, archive.read(entry))


def _require_part(name: str, content: bytes) -> None:
    if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in content:
        # ECMA-376 part 2 forbids it; entities in it could grow beyond all bounds.
        raise TemplateRefusedError("damaged")
    if name.endswith(".rels") and any(not _LINK.search(one) for one in _RELATION.findall(content)):
        raise TemplateRefusedError("outside")
