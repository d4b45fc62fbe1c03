"""The checkpoint on one page: what it says, its code module by module, the same bytes each time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

import docx
import segno

from exporters.word.checkpoint_page import SCALE, CheckpointPage, checkpoint_page, qr_picture, root_lines
from tests.helpers import invoke

NOTE = (
    "jejak/33.03/0011223344556677\n115\n"
    + "A" * 43
    + "=\n\n\u2014 jejak/33.03/0011223344556677 "
    + "B" * 92
    + "\n"
)
PAGE = CheckpointPage(
    region="Kabupaten Purbalingga",
    workspace="lab-daerah",
    origin="jejak/33.03/0011223344556677",
    events=115,
    root="0123456789abcdef" * 4,
    day="12 Oktober 2022",
    note=NOTE,
    verifier="jejak/33.03/0011223344556677+00112233+" + "C" * 44,
)


def modules(png: bytes) -> list[list[int]]:
    """The dots of a black and white PNG (ISO/IEC 15948): 1 is dark."""
    width, height, depth, kind = struct.unpack(">IIBB", png[16:26])
    assert (depth, kind) in ((1, 0), (1, 3))
    data, at = b"", 8
    while at < len(png):
        length, name = struct.unpack(">I4s", png[at : at + 8])
        data += png[at + 8 : at + 8 + length] if name == b"IDAT" else b""
        at += length + 12
    raw, stride = zlib.decompress(data), (width + 7) // 8 + 1
    lines, above = [], bytes(stride - 1)
    for row in range(height):
        kind, line = raw[row * stride], raw[row * stride + 1 : (row + 1) * stride]
        assert kind in (0, 2)
        # Kind 2 tells how a line differs from the one above it.
        above = bytes((a + b) & 255 for a, b in zip(line, above, strict=True)) if kind else line
        lines.append(above)
    return [[1 - (line[x // 8] >> (7 - x % 8) & 1) for x in range(width)] for line in lines]


def test_the_picture_is_the_code_of_the_note() -> None:
    dots = modules(qr_picture(NOTE))
    code = segno.make(NOTE, error="m", micro=False, boost_error=False)
    wanted = [list(row) for row in code.matrix_iter(scale=SCALE, border=code.default_border_size)]
    assert dots == wanted


def test_equal_pages_have_equal_bytes() -> None:
    assert checkpoint_page(PAGE) == checkpoint_page(PAGE)
    assert checkpoint_page(PAGE) != checkpoint_page(PAGE._replace(events=116))


def test_the_page_says_all_that_is_compared() -> None:
    document = docx.Document(io.BytesIO(checkpoint_page(PAGE)))
    lines = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert root_lines(PAGE.root) == ["0123 4567 89ab cdef 0123 4567 89ab cdef"] * 2
    assert [line for line in lines if line in root_lines(PAGE.root)] == root_lines(PAGE.root)
    assert [line for line in lines if line in NOTE.split("\n") and line] == NOTE.rstrip("\n").replace(
        "\n\n", "\n"
    ).split("\n")
    assert PAGE.verifier in lines
    assert cells[1::2] == [PAGE.origin, "lab-daerah", "115 peristiwa", "12 Oktober 2022"]
    assert [cell.text for cell in document.tables[1].rows[0].cells] == [
        "Yang menyerahkan",
        "Yang menerima",
        "Saksi",
    ]


def test_the_command_writes_it(own_life: Path, tmp_path: Path) -> None:
    assert invoke("ledger", "key", "--home", own_life).status == 0
    path = tmp_path / "titik-periksa.docx"
    done = invoke("ledger", "checkpoint", "--print", path, "--json", "--home", own_life)
    assert (done.status, done.data["printed"]) == (0, [str(path)])
    with zipfile.ZipFile(path) as archive:
        (picture,) = [archive.read(name) for name in archive.namelist() if name.endswith(".png")]
    assert picture == qr_picture(done.data["note"])
    assert invoke("ledger", "checkpoint", "--print", path, "--home", own_life).status == 4
    assert invoke("ledger", "checkpoint", "--pdf", "--home", own_life).status == 2
