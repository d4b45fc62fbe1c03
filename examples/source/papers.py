"""Small PDF files and pictures that stand for evidence: made for the purpose, and saying so."""

from __future__ import annotations

import struct
import zlib

WIDTH, HEIGHT = 595, 842
WRAP = 62
_PICTURE = 640, 360
_SQUARE = 10
_WORD = "ILUSTRASI"
_LETTERS = {
    "I": ("11111", "00100", "00100", "00100", "00100", "00100", "11111"),
    "L": ("10000", "10000", "10000", "10000", "10000", "10000", "11111"),
    "U": ("10001", "10001", "10001", "10001", "10001", "10001", "01110"),
    "S": ("01111", "10000", "10000", "01110", "00001", "00001", "11110"),
    "T": ("11111", "00100", "00100", "00100", "00100", "00100", "00100"),
    "R": ("11110", "10001", "10001", "11110", "10100", "10010", "10001"),
    "A": ("01110", "10001", "10001", "11111", "10001", "10001", "10001"),
}


def pdf(title: str, lines: list[str]) -> bytes:
    """A PDF of one page in Helvetica; the same bytes for the same words."""
    text = [
        "BT /F1 20 Tf 56 770 Td (ILUSTRASI) Tj ET",
        "BT /F1 9 Tf 56 752 Td (Berkas contoh Jejak; bukan dokumen pemerintah.) Tj ET",
        *_lines(title, 14, 712),
        *_lines("\n".join(lines), 11, 660),
    ]
    stream = "\n".join(text).encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>" % (WIDTH, HEIGHT),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    return _file(objects)


def png(title: str, lines: list[str]) -> bytes:
    """A picture that says ILUSTRASI, its title and lines in its text chunks; the same for the same words."""
    rows = [b"\x00" + _row(y) for y in range(_PICTURE[1])]
    head = struct.pack(">IIBBBBB", *_PICTURE, 8, 0, 0, 0, 0)
    said = [("Title", title), ("Comment", "; ".join(lines))]
    texts = [(b"tEXt", f"{key}\0{text}".encode("latin-1")) for key, text in said]
    parts = [(b"IHDR", head), *texts, (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, parts))


def _chunk(part: tuple[bytes, bytes]) -> bytes:
    kind, data = part
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _row(y: int) -> bytes:
    """One line of pixels: the letters of _WORD, five by seven squares each, on light grey."""
    top = (_PICTURE[1] - 7 * _SQUARE) // 2
    if not top <= y < top + 7 * _SQUARE:
        return b"\xe8" * _PICTURE[0]
    dots = "0".join(_LETTERS[letter][(y - top) // _SQUARE] for letter in _WORD)
    left = (_PICTURE[0] - len(dots) * _SQUARE) // 2
    line = b"".join((b"\x30" if dot == "1" else b"\xe8") * _SQUARE for dot in dots)
    return b"\xe8" * left + line + b"\xe8" * (_PICTURE[0] - left - len(line))


def _lines(text: str, size: int, top: int) -> list[str]:
    made = []
    for paragraph in text.split("\n"):
        for line in _wrapped(paragraph, WRAP * 14 // (size + 3)):
            escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            made.append(f"BT /F1 {size} Tf 56 {top} Td ({escaped}) Tj ET")
            top -= size + 6
    return made


def _wrapped(text: str, most: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > most and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
