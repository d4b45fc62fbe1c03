"""letterhead = "kop.docx": the letterhead that an office keeps as a Word document, as it looks there."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from exporters.word.stationery import LetterheadError, Stationery, dress
from tests.e2e.test_dossier_letters import NAMES, drafted, picture, with_settings
from tests.helpers import invoke

LETTER = f"kipp-2023-umum-3303-0169-{NAMES[0]}.docx"


def letterhead(folder: Path, *, header: bool = True) -> bytes:
    """Two cells, logo and name, in a font of its own; a line of text stands in the document."""
    document, out = docx.Document(), io.BytesIO()
    usual = document.styles["Normal"].font
    usual.name, usual.size = "Bookman Old Style", Pt(13)
    place: Any = document.sections[0].header if header else document
    table = place.add_table(1, 2, Mm(160)) if header else place.add_table(1, 2)
    logo = table.rows[0].cells[0].paragraphs[0].add_run()
    logo.add_picture(str(picture(folder / "logo.png")), width=Mm(20))
    table.rows[0].cells[1].paragraphs[0].add_run("PEMERINTAH KABUPATEN CONTOH").bold = True
    place.add_paragraph("Jalan Contoh 1")
    if header:
        document.add_paragraph("isi surat lama")
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("header", [True, False])
def test_what_stands_in_its_header_or_its_text_stands_above_the_letter(
    own_demo: Path, tmp_path: Path, *, header: bool
) -> None:
    (own_demo / "kop.docx").write_bytes(letterhead(tmp_path, header=header))
    with_settings(own_demo, 'letterhead = "kop.docx"')
    for folder in ("a", "b"):
        drafted(own_demo, tmp_path / folder)
    assert (tmp_path / "a" / LETTER).read_bytes() == (tmp_path / "b" / LETTER).read_bytes()
    document = docx.Document(str(tmp_path / "a" / LETTER))
    assert document.tables[0].rows[0].cells[1].text == "PEMERINTAH KABUPATEN CONTOH"
    said = [one.text for one in document.paragraphs if one.text]
    assert said[:2] == ["Jalan Contoh 1", "SURAT PENGANTAR"]
    (drawn,) = document.inline_shapes
    assert (round(drawn.width.mm), drawn._inline.docPr.get("descr")) == (
        20,
        "Kop surat Kabupaten Purbalingga",
    )
    address = next(one for one in document.paragraphs if one.text == "Jalan Contoh 1")
    found: Any = address.style
    while found.font.name is None:
        found = found.base_style
    assert (found.font.name, found.font.size.pt) == ("Bookman Old Style", 13)
    # The letter keeps its own.
    assert document.styles["Normal"].font.name != "Bookman Old Style"
    parts = zipfile.ZipFile(tmp_path / "a" / LETTER).namelist()
    assert [name for name in parts if name.startswith("word/media/")] == ["word/media/kop1.png"]


def test_on_a_page_that_lies_on_its_side_it_stands_in_the_middle(own_demo: Path, tmp_path: Path) -> None:
    (own_demo / "kop.docx").write_bytes(letterhead(tmp_path))
    with_settings(own_demo, 'letterhead = "kop.docx"')
    out = tmp_path / "d"
    done = invoke("dossier", "region", "iga", "--year", "2026", "--out", out, "--home", own_demo)
    assert done.status == 0, done.err
    document = docx.Document(str(out / "iga-2026-3303-rekapitulasi-inovasi-daerah.docx"))
    assert document.tables[0]._tbl.tblPr.find(qn("w:jc")).get(qn("w:val")) == "center"


def test_what_cannot_be_set_into_another_document_is_refused(tmp_path: Path) -> None:
    def dressed(raw: bytes) -> None:
        dress(docx.Document(), Stationery(letterhead=raw))

    empty, out = docx.Document(), io.BytesIO()
    empty.add_paragraph(" ")
    empty.save(out)
    with pytest.raises(LetterheadError):
        dressed(out.getvalue())
    # A chart is a part of its own that nothing here copies.
    chart, out = docx.Document(), io.BytesIO()
    shown = chart.add_paragraph("kop").add_run().add_picture(str(picture(tmp_path / "a.png")))
    blip = next(shown._inline.iter(qn("a:blip")))
    blip.set(qn("r:embed"), chart.part.relate_to(chart.part._styles_part, "x/chart"))
    chart.save(out)
    with pytest.raises(LetterheadError):
        dressed(out.getvalue())


def test_what_only_its_own_document_explains_is_left_behind() -> None:
    source, out = docx.Document(), io.BytesIO()
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    said = (
        f'<w:sdt {spaces}><w:sdtContent><w:p><w:pPr><w:pStyle w:val="TidakAda"/></w:pPr>'
        '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
        '<w:hyperlink r:id="rId99"><w:r><w:t>laman </w:t></w:r></w:hyperlink>'
        '<mc:AlternateContent><mc:Choice Requires="baru lain"><w:r><w:t>baru</w:t></w:r></mc:Choice>'
        "<mc:Fallback><w:r><w:t>lama</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    source.element.body.insert(0, parse_xml(said))
    source.save(out)
    letter = docx.Document()
    letter.add_paragraph("isi")
    dress(letter, Stationery(letterhead=out.getvalue()))
    assert [one.text for one in letter.paragraphs] == ["laman lama", "isi"]
    head = letter.element.body[0]
    assert [one.tag.partition("}")[2] for one in head] == ["pPr", "r", "r"]
    assert letter.paragraphs[0].style.name == "Kop Normal"


def test_a_backup_holds_the_letterhead_and_a_restore_puts_it_back(own_demo: Path, tmp_path: Path) -> None:
    (own_demo / "kop").mkdir()
    raw = picture(own_demo / "kop" / "kop.png").read_bytes()
    with_settings(own_demo, 'letterhead = "kop/kop.png"')
    file, home = tmp_path / "cadangan.zip", tmp_path / "pulih"
    done = invoke("backup", file, "--home", own_demo)
    assert (done.status, done.err) == (0, "")
    assert invoke("restore", "--check", file).status == 0
    assert invoke("restore", file, home).status == 0
    assert (home / "kop" / "kop.png").read_bytes() == raw
    drafted(home, tmp_path / "surat")
    assert len(docx.Document(str(tmp_path / "surat" / LETTER)).inline_shapes) == 1


@pytest.mark.parametrize("place", ["../kop.png", "tidak-ada.png"])
def test_a_letterhead_outside_of_the_workspace_is_said_to_be_left_out(
    own_demo: Path, tmp_path: Path, place: str
) -> None:
    picture(own_demo.parent / "kop.png")
    with_settings(own_demo, f'letterhead = "{place}"')
    file = tmp_path / "cadangan.zip"
    done = invoke("backup", file, "--home", own_demo)
    assert (done.status, done.err) == (
        0,
        f"Kop surat {own_demo / place} tidak ikut dalam cadangan: berkasnya tidak ada, atau tidak di dalam"
        " ruang kerja.\n",
    )
    assert invoke("restore", file, tmp_path / "pulih").status == 0


@pytest.mark.parametrize(
    "name", ["../kop.png", "ledger.db-wal", "vault-keys.db", "views/a.png", "evidence/../vault.db-wal"]
)
def test_a_backup_that_names_another_place_as_its_letterhead_is_damaged(
    own_demo: Path, tmp_path: Path, name: str
) -> None:
    picture(own_demo / "kop.png")
    with_settings(own_demo, 'letterhead = "kop.png"')
    file, forged = tmp_path / "cadangan.zip", tmp_path / "palsu.zip"
    assert invoke("backup", file, "--home", own_demo).status == 0
    with zipfile.ZipFile(file) as held, zipfile.ZipFile(forged, "w") as out:
        for one in held.namelist():
            raw = held.read(one)
            if one == "manifest.json":
                raw = raw.replace(b'"kop.png"', f'"{name}"'.encode())
            out.writestr(name if one == "kop.png" else one, raw)
    done = invoke("restore", forged, tmp_path / "pulih")
    assert (done.status, done.err.splitlines()[0]) == (3, "palsu.zip bukan cadangan Jejak, atau rusak.")
    assert not (tmp_path / "pulih").exists()
    assert not (tmp_path / "kop.png").exists()
