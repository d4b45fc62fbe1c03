"""The pages of what a region signs: their form, paper and letterhead."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT

from tests.e2e.test_dossier_letters import picture, with_settings
from tests.e2e.test_dossier_papers import FORM, RECAP, entered, written


def test_the_form_of_the_pages(home: Path, tmp_path: Path) -> None:
    entered(home, [f"Inovasi {at}" for at in range(1, 41)])
    written(home, tmp_path)
    path = tmp_path / f"iga-2026-3303-{RECAP}.docx"
    document = Document(str(path))
    section = document.sections[0]
    assert (section.orientation, round(section.page_width.mm), round(section.page_height.mm)) == (
        WD_ORIENT.LANDSCAPE,
        297,
        210,
    )
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("<w:cantSplit/>") == len(re.findall("<w:tr[ >]", body)) == 41 + 1 + 7 + 7
    assert re.findall(r"<w:tblHeader/>.*?<w:t>(\w+)</w:t>", body) == ["No", "Urusan", "Bagian"]
    # The signature stands in one row with the sums, which no page parts, and nothing comes after it.
    assert (len(document.tables), len(document.tables[1].rows)) == (2, 1)
    last = document.element.body[-2]
    assert (last, last.getprevious()) == (document.paragraphs[-1]._p, document.tables[1]._tbl)
    assert (document.paragraphs[-1].text, document.paragraphs[-1].style.name) == ("", "Jejak End")
    form = Document(str(tmp_path / f"iga-2026-3303-{FORM}.docx"))
    signed = [one for one in form.paragraphs if one.style.name.startswith("Jejak Sign")]
    assert [one.style.name for one in signed] == ["Jejak Sign", "Jejak Sign", "Jejak Sign End"]
    properties = document.core_properties
    assert (properties.title, properties.subject) == ("Rekapitulasi Inovasi Daerah 33.03", "IGA 2026 33.03")
    assert re.fullmatch(r"Posisi rekam jejak [0-9.]+", properties.identifier)


def test_the_letterhead_and_the_paper_of_the_region(home: Path, tmp_path: Path) -> None:
    picture(home / "kop.png")
    with_settings(home, 'paper = "f4"', 'letterhead = "kop.png"')
    entered(home, ["Satu"])
    written(home, tmp_path)
    recap, form = (Document(str(tmp_path / f"iga-2026-3303-{name}.docx")) for name in (RECAP, FORM))
    sizes = [
        (round(one.sections[0].page_width.mm), round(one.sections[0].page_height.mm)) for one in (recap, form)
    ]
    assert sizes == [(330, 215), (215, 330)]
    assert [round(one.inline_shapes[0].width.mm) for one in (recap, form)] == [160, 160]
    assert [one.paragraphs[0].text for one in (recap, form)] == ["", ""]
    widths = [sum(column.width.mm for column in table.columns) for table in recap.tables]
    assert [round(width) for width in widths] == [300, 300]
    tabs = recap.styles["Jejak Wide Margin"].paragraph_format.tab_stops
    assert [round(one.position.mm) for one in tabs if one.position.mm > 200] == [300]
