"""What `evidence add` says of a file that proves nothing yet, is there already, or is no file."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers import template
from tests.e2e.test_evidence import add, head, listed, made
from tests.helpers import invoke

PROVES_NOTHING = (
    "tanpa indikator atau bagian KIPP, bukti ini tersimpan pada inovasinya, tetapi belum membuktikan apa pun."
)
NAME_IT = (
    "Sebutkan apa yang dibuktikannya: --indicator NOMOR atau --part ID, atau awali nama berkasnya dengan"
    ' nomor itu ("16 SK 2024-03-02 Penetapan.pdf"); berkas yang sama boleh dilampirkan lagi dengan cara itu.'
)
NO_KIND = (
    'jenisnya tidak disebut, sehingga dicatat sebagai "lainnya", yang belum membuktikan apa pun bila formulir'
    " meminta jenis tertentu."
)
NAME_KIND = "Sebutkan: --kind JENIS; bila sudah tercatat: jejak correct PERISTIWA Jenis JENIS --reason ALASAN"
NO_SUBJECT = "nama berkas tidak menyebut perihalnya: Perihal dikosongkan."
WRITE_IT = (
    "Tulis: --subject PERIHAL; bila sudah tercatat: jejak correct PERISTIWA Perihal PERIHAL --reason ALASAN"
)


def lines(err: str) -> list[str]:
    return [line.strip() for line in err.splitlines()]


def test_a_file_that_proves_nothing_is_recorded_and_told(own_life: Path, tmp_path: Path) -> None:
    file = made(tmp_path / "scan_0012 (1).pdf", b"isi")
    done = add(own_life, file, "--code", "SIMPEL")
    assert done.status == 0
    assert lines(done.err) == [
        f"scan_0012 (1).pdf  {PROVES_NOTHING}",
        NAME_IT,
        f"scan_0012 (1).pdf  {NO_KIND}",
        NAME_KIND,
        f"scan_0012 (1).pdf  {NO_SUBJECT}",
        WRITE_IT,
    ]
    assert done.out.splitlines()[2] == "3303-0001  –          lainnya  –        –        scan_0012 (1).pdf"
    assert listed(own_life) == [(116, "other", None, "", [])]
    story = invoke("history", "SIMPEL", "--home", own_life).out
    assert "Bukti dukung dilampirkan: lainnya, berkas scan_0012 (1).pdf." in story
    # What the notes say leads further.
    correct = ("correct", "116", "--reason", "belum disebut", "--yes", "--home", own_life)
    assert invoke(*correct[:2], "Jenis", "SK", *correct[2:]).status == 0
    assert invoke(*correct[:2], "Perihal", "Penetapan tim", *correct[2:]).status == 0
    assert listed(own_life) == [(116, "sk", None, "Penetapan tim", [])]
    assert add(own_life, file, "--code", "SIMPEL", "--indicator", "16", "--kind", "sk").status == 0
    assert [one[4] for one in listed(own_life)] == [[], ["regulation"]]


def test_a_file_that_says_all_is_not_remarked_upon(own_life: Path, tmp_path: Path) -> None:
    file = made(tmp_path / "16 SK 2024-03-02 Penetapan.pdf", b"isi")
    assert add(own_life, file, "--code", "SIMPEL").err == ""
    words = ("--part", "novelty", "--kind", "lainnya", "--subject", "Hasil")
    assert add(own_life, made(tmp_path / "IMG_1.pdf", b"lain"), "--code", "SIMPEL", *words).err == ""


def test_several_files_are_told_once_with_their_number(own_life: Path, tmp_path: Path) -> None:
    for name in ("Laporan akhir.pdf", "Laporan tengah.pdf"):
        made(tmp_path / "bukti" / "SIMPEL" / name, name.encode())
    done = add(own_life, tmp_path / "bukti", "--yes")
    assert lines(done.err) == [f"2 berkas  {PROVES_NOTHING}", NAME_IT]


def test_the_same_file_again_names_the_earlier_record(own_life: Path, tmp_path: Path) -> None:
    file = made(tmp_path / "16 SK 2024-03-02 Penetapan.pdf", b"isi")
    assert add(own_life, file, "--code", "SIMPEL").status == 0
    again = add(own_life, file, "--code", "SIMPEL")
    assert again.out.splitlines()[2].endswith("Penetapan.pdf (sudah terlampir: peristiwa 116)")
    assert add(own_life, file, "--code", "SIMPEL", "--json").data["items"][0]["attached_as"] == [116]
    more = add(
        own_life, file, "--code", "SIMPEL", "--indicator", "16", "--indicator", "17", "--part", "novelty"
    )
    assert more.status == 0
    assert lines(more.err) == [
        "16 SK 2024-03-02 Penetapan.pdf  berkas ini sudah terlampir pada 3303-0001 untuk indikator 16"
        " (peristiwa 116).",
        "Bila yang ini menggantikannya: --supersedes 116",
    ]
    # For another indicator, or another innovation, it says something new.
    assert add(own_life, file, "--code", "SIMPEL", "--indicator", "19").err == ""
    assert add(own_life, file, "--code", "3303-0002").err == ""


@pytest.mark.parametrize("link", ["https://contoh.go.id/sk.pdf", "www.contoh.go.id", "HTTP://contoh.go.id"])
def test_a_link_is_told_where_links_are_recorded(own_life: Path, link: str) -> None:
    done = add(own_life, link, "--code", "SIMPEL")
    told = (
        f'Error: "{link}" adalah tautan, bukan berkas. Tautan ditulis di kolom Tautan pada lembar Bukti:'
        " jejak template bukti.xlsx --sheet Bukti, isilah, lalu jejak import bukti.xlsx"
    )
    assert (done.status, done.err.splitlines()[-1], head(own_life)) == (2, told, 115)


def test_a_name_without_a_subject_is_looked_through_too(own_life: Path, tmp_path: Path) -> None:
    file = made(tmp_path / "ktp_3303010101900001.pdf", b"isi")
    done = add(own_life, file, "--code", "SIMPEL")
    assert done.status == 3
    assert "NIK" in done.err
    assert head(own_life) == 115


def test_a_workbook_that_attaches_a_file_again_names_the_earlier_record(
    own_life: Path, tmp_path: Path
) -> None:
    file = made(tmp_path / "16 SK 2024-03-02 Penetapan.pdf", b"isi")
    assert add(own_life, file, "--code", "SIMPEL").status == 0
    row = {"Inovasi": "3303-0001", "Jenis": "SK", "Perihal": "Penetapan", "Berkas": file.name}
    rows = [
        {"Kunci": "B-1", **row, "Indikator IGA": "16; 17"},
        {"Kunci": "B-2", **row, "Indikator IGA": "19"},
        {"Kunci": "B-3", **row, "Inovasi": "3303-0002", "Indikator IGA": "16"},
    ]
    path = tmp_path / "bukti.xlsx"
    template.write(path, rows={"Bukti": rows}, identity={"Kode Wilayah": "33.03", "Lab": ""})
    done = invoke("import", path, "--home", own_life)
    told = "berkas ini sudah terlampir pada 3303-0001 (peristiwa 116)."
    assert (done.status, done.err) == (0, f"  Bukti!I2  {told}\n")
    assert done.out.splitlines()[-1] == "Selanjutnya: jejak catalogue list"
    # Known rows are no second record.
    assert invoke("import", path, "--home", own_life).err == ""


def test_a_code_of_several_words_is_told_with_its_quotes(own_life: Path, tmp_path: Path) -> None:
    file = made(tmp_path / "16 SK Penetapan.pdf", b"isi")
    done = add(own_life, file, "--code", "SIMPEL", "PASAR")
    told = (
        "Error: PASAR: nama yang terdiri atas beberapa kata ditulis dalam tanda kutip."
        ' Ketiklah: --code "SIMPEL PASAR"'
    )
    assert (done.status, done.err.splitlines()[-1], head(own_life)) == (2, told, 115)


NO_DATE = "tanpa tanggal, bukti ini tidak dihitung bila tahunnya diminta ({asked})."
NAME_DATE = "Sebutkan: --date HARI; bila sudah tercatat: jejak correct PERISTIWA Tanggal HARI --reason ALASAN"


def test_evidence_without_the_date_that_an_edition_asks_for_is_told_and_recorded(
    own_life: Path, tmp_path: Path
) -> None:
    words = ("--code", "SIMPEL", "--kind", "sk", "--indicator", "16", "--indicator", "17", "--subject", "Tim")
    done = add(own_life, made(tmp_path / "a.pdf", b"isi"), *words)
    assert (done.status, lines(done.err)) == (
        0,
        [f"a.pdf  {NO_DATE.format(asked='IGA 2026: 16, 17')}", NAME_DATE],
    )
    assert listed(own_life)[-1][4] == ["regulation", "personnel"]
    # What the note says leads further.
    words = ("correct", "116", "Tanggal", "2 Maret 2024", "--reason", "dari SK", "--yes", "--home", own_life)
    assert invoke(*words).status == 0
    shown = invoke("evidence", "list", "SIMPEL", "--json", "--home", own_life).data["items"]
    assert [one["date"] for one in shown if one["event"] == 116] == ["2024-03-02"]


@pytest.mark.parametrize(
    "words",
    [
        ("--kind", "sk", "--indicator", "16", "--date", "2024"),
        ("--kind", "photo", "--indicator", "16"),
        ("--kind", "sk", "--part", "novelty"),
        ("--kind", "video", "--indicator", "35"),
    ],
    ids=["dated", "a kind that the rule does not ask for", "a part of KIPP", "no year is asked for"],
)
def test_where_no_date_is_asked_for_nothing_is_told(
    own_life: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    done = add(own_life, made(tmp_path / "a.pdf", b"isi"), "--code", "SIMPEL", "--subject", "Tim", *words)
    assert (done.status, done.err) == (0, "")
