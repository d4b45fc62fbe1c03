"""What a file is by its first bytes: its media type (RFC 6838) and the extension that it should have."""

from __future__ import annotations

import re
from typing import NamedTuple

HEAD = 4096
"""How many first bytes are looked at."""
UNKNOWN = "application/octet-stream"


class FileType(NamedTuple):
    """A type of files."""

    media_type: str
    extension: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
_STARTS = (
    (b"%PDF-", FileType("application/pdf", ".pdf")),
    (b"\x89PNG\r\n\x1a\n", FileType("image/png", ".png")),
    (b"\xff\xd8\xff", FileType("image/jpeg", ".jpg")),
    (b"GIF87a", FileType("image/gif", ".gif")),
    (b"GIF89a", FileType("image/gif", ".gif")),
    (b"II*\x00", FileType("image/tiff", ".tif")),
    (b"MM\x00*", FileType("image/tiff", ".tif")),
    (b"{\\rtf", FileType("application/rtf", ".rtf")),
    (b"\x1aE\xdf\xa3", FileType("video/matroska", ".mkv")),
    (b"ID3", FileType("audio/mpeg", ".mp3")),
    (b"OggS", FileType("application/ogg", ".ogg")),
    (b"7z\xbc\xaf\x27\x1c", FileType("application/x-7z-compressed", ".7z")),
    (b"Rar!\x1a\x07", FileType("application/vnd.rar", ".rar")),
)
_ZIPPED = (
    (b"mimetype" + f"{_OPEN}text".encode(), FileType(f"{_OPEN}text", ".odt")),
    (b"mimetype" + f"{_OPEN}spreadsheet".encode(), FileType(f"{_OPEN}spreadsheet", ".ods")),
    (b"mimetype" + f"{_OPEN}presentation".encode(), FileType(f"{_OPEN}presentation", ".odp")),
    (b"word/", FileType(f"{_OFFICE}wordprocessingml.document", ".docx")),
    (b"xl/", FileType(f"{_OFFICE}spreadsheetml.sheet", ".xlsx")),
    (b"ppt/", FileType(f"{_OFFICE}presentationml.presentation", ".pptx")),
)
"""What lies first in the zips that office programs write."""
_ZIP = FileType("application/zip", ".zip")
_RIFF = {
    b"WEBP": FileType("image/webp", ".webp"),
    b"AVI ": FileType("video/vnd.avi", ".avi"),
    b"WAVE": FileType("audio/vnd.wave", ".wav"),
}
_BRANDS = {
    b"qt  ": FileType("video/quicktime", ".mov"),
    b"heic": FileType("image/heic", ".heic"),
    b"avif": FileType("image/avif", ".avif"),
}
_MP4 = FileType("video/mp4", ".mp4")
_BINARY = FileType(UNKNOWN, ".bin")
_TEXT = FileType("text/plain", ".txt")
_GIVEN = re.compile(r"\.[A-Za-z0-9]{1,8}")


def media_type(head: bytes) -> str:
    """The media type of a file of these first bytes; UNKNOWN where they tell none."""
    found = _type(head)
    return found.media_type if found else _TEXT.media_type if _is_text(head) else UNKNOWN


def extension(head: bytes, given: str | None = None) -> str:
    """The extension with its dot, in small letters; `.bin` where neither bytes nor the name tell one."""
    found = _type(head)
    if found is _ZIP or found is _BINARY:
        return _of_name(given) or found.extension
    if found:
        return found.extension
    return _of_name(given) or (_TEXT.extension if _is_text(head) else ".bin")


def _type(head: bytes) -> FileType | None:
    for start, found in _STARTS:
        if head.startswith(start):
            return found
    if head.startswith(b"PK\x03\x04"):
        return next((found for mark, found in _ZIPPED if mark in head), _ZIP)
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], _BINARY)
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], _MP4)
    return None


def _of_name(name: str | None) -> str | None:
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
