"""What is said of lines of JSON that cannot be recorded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers import invoke, whole

LINE = {"type": "unit.register", "region": "33.03", "key": "U-1", "kind": "opd", "name": "Dinas"}
OF_LAB = {"type": "idea.propose", "region": "33.03", "title": "x", "units": [], "proposal": "new"}


def test_lines_with_errors(home: Path, tmp_path: Path) -> None:
    lines = [
        {**LINE, "name": "Di\x07nas"},
        {**LINE, "key": "U-2", "region": "33.05"},
        {**OF_LAB, "key": "I-1", "scope": "a"},
        {**OF_LAB, "key": "I-2", "scope": "b", "occurred": "2022-02-30"},
    ]
    path = tmp_path / "baris.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in lines) + "{bukan\n", encoding="utf-8")
    mend = "Perbaiki barisnya, lalu impor lagi berkas yang sama.\n"
    assert invoke("import", path, "--home", home).err == whole(
        "baris.jsonl",
        6,
        '  #1 name  teks memuat BELL (U+0007) sesudah 2 huruf, yang tidak dapat dicetak: "Di□nas".\n'
        f"           {mend}"
        f"  #2 region  wilayah 33.05 bukan wilayah baris pertama, 33.03.\n             {mend}"
        f'  #4 occurred  tanggal "2022-02-30" tidak ada.\n               {mend}'
        f"  #4 scope  lab b bukan lab baris sebelumnya, a.\n            {mend}"
        f"  #5  baris ini bukan JSON: terputus pada huruf ke-2.\n      {mend}"
        "  Identitas!B2  lab a tidak ada di lembar Lab dan belum tercatat sebelumnya.\n"
        "                Tambahkan barisnya di lembar Lab, atau perbaiki nama di sebelah Lab pada lembar"
        " Identitas.\n",
    )


def test_a_line_of_no_known_type_is_answered_with_all_types(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "baris.jsonl"
    path.write_text('{"type": "unit.invent", "region": "33.03"}\n', encoding="utf-8")
    said = invoke("import", path, "--home", home).err.splitlines()[2]
    assert said.startswith(
        "  #1 type  jenisnya bukan salah satu dari: agreement.change, agreement.record_signature, "
    )
    assert said.endswith(", unit.register, workshop.hold.")


@pytest.mark.parametrize(
    ("content", "place", "what"),
    [
        (
            b"\xff\xfe",
            "baris.jsonl",
            "berkasnya tidak dapat dibaca sebagai teks UTF-8: bita ke-1 bukan bagian dari huruf.",
        ),
        (
            json.dumps({**LINE, "kind": None}).encode(),
            "#1 kind",
            'baris ini tidak cocok dengan skemanya: null bukan salah satu dari: "opd",'
            ' "bagian", "kecamatan", "kelurahan", "desa", "puskesmas", "rsud", "bumd", "sekolah", "upt",'
            ' "sekretariat", "universitas", "public", "other".',
        ),
    ],
)
def test_lines_that_cannot_be_read(home: Path, tmp_path: Path, content: bytes, place: str, what: str) -> None:
    path = tmp_path / "baris.jsonl"
    path.write_bytes(content)
    mend = f"{'':{len(place) + 4}}Perbaiki barisnya, lalu impor lagi berkas yang sama.\n"
    assert invoke("import", path, "--home", home).err == whole(path.name, 1, f"  {place}  {what}\n{mend}")
