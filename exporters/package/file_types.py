"""The extension of a file by its own bytes; by the name under which it was given where bytes say nothing."""

from __future__ import annotations

import re

HEAD = 4096
"""How many first bytes are looked at."""
_STARTS = (
    (b"%PDF-", ".pdf"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
    (b"{\\rtf", ".rtf"),
    (b"\x1aE\xdf\xa3", ".mkv"),
    (b"ID3", ".mp3"),
    (b"OggS", ".ogg"),
    (b"7z\xbc\xaf\x27\x1c", ".7z"),
    (b"Rar!\x1a\x07", ".rar"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
)
# What lies first in the zips that office programs write.
_ZIPPED = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", ".odt"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ".ods"),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", ".odp"),
    (b"word/", ".docx"),
    (b"xl/", ".xlsx"),
    (b"ppt/", ".pptx"),
)
_GIVEN = re.compile(r"\.[A-Za-z0-9]{1,8}")
UNKNOWN = ".bin"


def extension(head: bytes, given: str | None = None) -> str:
    """The extension with its dot, in small letters; `.bin` where neither bytes nor name tell one."""
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    if head.startswith(b"PK\x03\x04"):
        return next((found for mark, found in _ZIPPED if mark in head), _given(given) or ".zip")
    if head.startswith(b"RIFF"):
        return {b"WEBP": ".webp", b"AVI ": ".avi", b"WAVE": ".wav"}.get(head[8:12], _given(given) or UNKNOWN)
    if head[4:8] == b"ftyp":
        return {b"qt  ": ".mov", b"heic": ".heic", b"avif": ".avif"}.get(head[8:12], ".mp4")
    return _given(given) or (".txt" if _is_text(head) else UNKNOWN)


def _given(name: str | None) -> str | None:
    dot = (name or "").rfind(".")
    found = (name or "")[dot:] if dot > 0 else ""
    return found.lower() if _GIVEN.fullmatch(found) else None


def _is_text(head: bytes) -> bool:
    """Whether the bytes are UTF-8 without control characters; the last letter may be cut."""
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if len(head) < HEAD or error.start < len(head) - 3:
            return False
        text = head[: error.start].decode("utf-8")
    return bool(text) and not any(letter < " " and letter not in "\t\n\r" for letter in text)
