"""Small PDF files that stand for evidence: made for the purpose, and saying so on their one page."""

from __future__ import annotations

WIDTH, HEIGHT = 595, 842
WRAP = 62


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
