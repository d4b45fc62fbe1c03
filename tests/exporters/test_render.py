"""Word documents: what a reader finds in them, and that no text of a record becomes markup."""

import io
import zipfile
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from exporters.dossier import formatting
from exporters.word.render import TemplateRefusedError, own_template, render
from schemas import loader
from tests.exporters import portraits

FORMS = {"iga": loader.form("iga", 2026), "kipp": loader.form("kipp", 2023, "umum")}
TYPED = {"iga": portraits.form("iga", 2026), "kipp": portraits.form("kipp", 2023, "umum")}
SHOWN = portraits.HOSTILE.translate(
    dict.fromkeys((7, 12, 0, 0xFFFE), "\ufffd")
    | {sign: f"⟨U+{sign:04X}⟩" for sign in (0x202E, 0x200F, 0x202C)}
)


def bytes_of(award: str, portrait: dict[str, Any]) -> bytes:
    return render(portraits.dossier_of(portrait, TYPED[award]))


def read(award: str, portrait: dict[str, Any]) -> Any:
    return docx.Document(io.BytesIO(bytes_of(award, portrait)))


def paragraphs(document: Any) -> list[str]:
    """Texts of all paragraphs, those in tables too, in the order of the document."""
    found = document.element.body.iter(qn("w:p"))
    return ["".join(_text(node) for node in p.iter(qn("w:t"), qn("w:tab"))) for p in found]


def _text(node: Any) -> str:
    return "\t" if node.tag == qn("w:tab") else node.text or ""


def rows(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def header(document: Any) -> str:
    return str(document.sections[0].header.paragraphs[0].text)


def table_headed(document: Any, first: str) -> Any:
    return next(table for table in document.tables if table.cell(0, 0).text == first)


def template_saying(text: str) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def test_page_one_of_iga_names_the_innovation_and_says_the_layout_is_unconfirmed() -> None:
    document = read("iga", portraits.complete())
    first = paragraphs(document)
    first = first[: first.index("KEMENTERIAN DALAM NEGERI")]
    assert first[:3] == [
        "Innovative Government Award 2026",
        "Laporan Inovasi Daerah",
        "Sistem Pembayaran Elektronik Retribusi Pasar (SIMPEL PASAR)",
    ]
    assert "Tidak ada yang kurang." in first
    assert FORMS["iga"]["layout_note"] in first
    assert header(document) == "IGA 2026 · 3303-0147\tILUSTRASI"
    assert rows(document.tables[0])[2] == ["Kode inovasi", "3303-0147"]


def test_only_illustrative_documents_bear_the_mark() -> None:
    assert header(read("iga", portraits.almost_empty())) == "IGA 2026 · 3303-0148"


def test_the_report_has_16_items_and_20_indicators_under_the_printed_head() -> None:
    document = read("iga", portraits.complete())
    items = [p.text for p in document.paragraphs if p.style.name == "Jejak Item"]
    assert items == [f"{section['number']} {section['label']}" for section in FORMS["iga"]["sections"]]
    table = table_headed(document, "No")
    assert rows(table)[0] == ["No", "Indikator SPD", "Informasi", "Bukti Dukung"]
    assert [row[0] for row in rows(table)[1:]] == [str(n) for n in range(1, 21)]
    assert rows(table)[1][1].startswith("Regulasi Inovasi Daerah")
    assert rows(table)[1][3] == (
        "Perkada Nomor 31 Tahun 2022 tentang Retribusi Pelayanan Pasar secara Elektronik, "
        "2 Maret 2023, berkas 000000000000"
    )


def test_dates_and_choices_are_written_in_indonesian() -> None:
    texts = paragraphs(read("iga", portraits.complete()))
    after = dict(reversed(list(pairwise(texts))))
    assert after["1.3 Tahapan Inovasi"] == "Penerapan"
    assert after["1.12 Waktu Uji Coba Inovasi Daerah"] == "12–13 Oktober 2022"
    assert after["1.13 Waktu Implementasi"] == "Maret 2023"
    assert after["1.16 Kematangan"] == "belum dinilai"


def test_what_is_not_recorded_says_so() -> None:
    texts = paragraphs(read("iga", portraits.almost_empty()))
    after = dict(reversed(list(pairwise(texts))))
    assert {
        after[f"1.{n} {label}"] for n, label in ((9, "Tujuan Inovasi Daerah"), (11, "Hasil Inovasi"))
    } == {"belum tercatat"}
    assert after["Nomor Registrasi"] == "isi di aplikasi"


def test_kipp_has_each_aspect_with_weight_and_words() -> None:
    document = read("kipp", portraits.complete())
    counted = [p.text for p in document.paragraphs if p.style.name == "Jejak Count"]
    assert counted == [
        "Bobot 0% · 180 dari maksimal 200 kata",
        "Bobot 10% · 290 dari maksimal 300 kata",
        "Bobot 15% · 200 dari maksimal 200 kata",
        "Bobot 5% · 175 dari maksimal 200 kata",
        "Bobot 30% · 560 dari maksimal 600 kata",
        "Indikator yang diukur sebelum dan sesudah",
        "Bobot 20% bersama 5b · 60 dari maksimal 100 kata",
        "Bobot dihitung bersama 5a · 190 dari maksimal 200 kata",
        "Bobot 5% · 160 dari maksimal 200 kata",
        "Bobot 15% · 480 dari maksimal 500 kata",
    ]


def test_kipp_shows_measurements_letters_and_goals() -> None:
    document = read("kipp", portraits.complete())
    assert rows(table_headed(document, "Indikator"))[2][2:4] == [
        "1.234.567.890,5\n2021",
        "1.987.654.321\nDesember 2023",
    ]
    assert [row[1] for row in rows(table_headed(document, "Surat"))] == ["Ada"] + ["ada"] * 4
    numbers, marks = rows(table_headed(document, "1"))
    assert [n for n, mark in zip(numbers, marks, strict=True) if mark == "X"] == ["8", "9", "16"]


@pytest.mark.parametrize("award", FORMS)
def test_each_source_has_its_row(award: str) -> None:
    document = read(award, portraits.almost_empty())
    listed = rows(table_headed(document, "Isian"))
    assert [row[1:] for row in listed[1:]] == [
        ["6", "2 Maret 2023", "perintah", "20 November 2026\nAnalis Kebijakan Ahli Muda"]
    ] * 2


@pytest.mark.parametrize("award", FORMS)
def test_hostile_texts_stay_texts(award: str) -> None:
    document = read(award, portraits.hostile())
    texts = paragraphs(document)
    assert f"{SHOWN} ({SHOWN})" in texts
    assert "49" not in " ".join(texts).split()
    fields = {field for section in FORMS[award]["sections"] for field in section["fields"]}
    assert texts.count(SHOWN) >= len(fields - {"other_affairs", "affair"})


def test_line_breaks_become_paragraphs_and_tabs_stay() -> None:
    texts = paragraphs(read("kipp", portraits.hostile()))
    assert "baris kedua\tdengan tab" in texts


def test_ten_thousand_words_arrive_whole() -> None:
    texts = " ".join(paragraphs(read("iga", portraits.hostile()))).split()
    assert len(texts) > 10_000
    whole = " ".join(portraits.text(10_000).split())
    assert whole in " ".join(texts)


@pytest.mark.parametrize("award", FORMS)
@pytest.mark.parametrize(
    "portrait", [portraits.complete(), portraits.almost_empty()], ids=["complete", "empty"]
)
def test_a_document_is_small_stored_sorted_and_without_times(award: str, portrait: dict[str, Any]) -> None:
    made = bytes_of(award, portrait)
    assert len(made) < 200_000
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    properties = docx.Document(io.BytesIO(made)).core_properties
    assert {properties.created.year, properties.modified.year} == {1980}
    assert properties.title == f"{award.upper()} {FORMS[award]['year']} {portrait['code']}"


def test_heads_repeat_and_rows_stay_whole() -> None:
    for award in FORMS:
        for table in read(award, portraits.complete()).tables:
            marks = [[child.tag for child in row._tr.trPr] for row in table.rows]
            assert all(qn("w:cantSplit") in row for row in marks)
            assert all(qn("w:tblHeader") not in row for row in marks[1:])


def test_a_template_of_ones_own_is_rendered() -> None:
    made = render(
        portraits.dossier_of(portraits.complete(), TYPED["iga"]), template_saying("{{ code }} / {{ lab }}")
    )
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text == (
        "3303-0147 / Laboratorium Inovasi Purbalingga 2022"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{{ kode }}",
        "{{ sections[0].nomor }}",
        "{{ sources[0].label.judul }}",
        "{{ code.__class__.__mro__ }}",
        "{% for x in %}",
        "{% for n in range(1000000) %}{{ n }}{% endfor %}",
        "{{ sections.append(1) }}",
        "{{ innovation|safe }}",
    ],
)
def test_a_bad_template_is_refused(text: str) -> None:
    made = portraits.dossier_of(portraits.hostile(), TYPED["iga"])
    with pytest.raises(TemplateRefusedError):
        render(made, template_saying(text))


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(TemplateRefusedError):
        render(portraits.dossier_of(portraits.complete(), TYPED["iga"]), b"bukan berkas Word")


def test_there_is_a_template_for_each_award() -> None:
    assert {award: own_template(award)[:2] for award in FORMS} == {"iga": b"PK", "kipp": b"PK"}


def test_only_line_breaks_make_paragraphs() -> None:
    assert formatting.paragraphs("a\r\nb\n\n c \u2028d\x0ce\rf") == ["a", "b", "c", "d\x0ce", "f"]


def test_figures_and_dates_that_are_none_stand_as_recorded() -> None:
    assert (formatting.number("banyak"), formatting.date("kemarin")) == ("banyak", "kemarin")
    assert (formatting.number(None), formatting.date(None)) == (None, None)


@pytest.mark.parametrize("award", FORMS)
def test_a_final_copy_is_the_form_alone(award: str) -> None:
    made = portraits.dossier_of(portraits.complete(), TYPED[award])
    draft, final = (docx.Document(io.BytesIO(render(made, final=flag))) for flag in (False, True))
    styles = {p.style.name for p in final.paragraphs if p.text}
    assert styles & {"Jejak Warning", "Jejak Chapter"} == set()
    assert (
        paragraphs(final)[0]
        == {
            "iga": "KEMENTERIAN DALAM NEGERI",
            "kipp": "Kompetisi Inovasi Pelayanan Publik 2023 · Kelompok Umum",
        }[award]
    )
    # Page one and the sources have a table each of facts, verdict, gaps and events.
    assert len(final.tables) < len(draft.tables)
    assert header(final) == header(draft)


def test_what_nobody_must_fill_is_a_dash_in_a_final_copy() -> None:
    made = portraits.dossier_of(portraits.almost_empty(), TYPED["kipp"])
    said = paragraphs(docx.Document(io.BytesIO(render(made, final=True))))
    assert ("–" in said, "belum tercatat" in said) == (True, False)


def test_limits_that_are_not_confirmed_say_so() -> None:
    dossier = portraits.dossier_of(portraits.complete(), portraits.form("kipp", 2025, "umum"))
    document = docx.Document(io.BytesIO(render(dossier)))
    counted = [p.text for p in document.paragraphs if p.style.name == "Jejak Count"]
    limited = [text for text in counted if " kata" in text]
    assert limited
    assert all(text.endswith(" kata (batas belum terkonfirmasi)") for text in limited)


def test_the_ends_of_a_table_never_stand_alone() -> None:
    table = table_headed(read("iga", portraits.complete()), "No")
    kept = [
        all(p.paragraph_format.keep_with_next for cell in row.cells for p in cell.paragraphs)
        for row in table.rows[1:]
    ]
    assert [at for at, flag in enumerate(kept) if flag] == [0, len(kept) - 2]


def test_headings_are_headings_of_word() -> None:
    styles = read("kipp", portraits.complete()).styles
    based = {name: styles[name].base_style.name for name in ("Jejak Document", "Jejak Part", "Jejak Item")}
    assert based == {"Jejak Document": "Title", "Jejak Part": "Heading 1", "Jejak Item": "Heading 2"}


@pytest.mark.parametrize("award", FORMS)
def test_tables_use_the_width_of_the_page(award: str) -> None:
    document = read(award, portraits.complete())
    section = document.sections[0]
    room = (section.page_width - section.left_margin - section.right_margin) / 635
    widths = [sum(int(one.get(qn("w:w"))) for one in table._tbl.tblGrid) for table in document.tables]
    # A goal takes a column of its own, whose width is rounded.
    assert all(0.95 * room < width <= room + 2 for width in widths)


def test_controls_of_direction_are_printed_by_their_numbers() -> None:
    portrait = portraits.almost_empty()
    portrait["fields"]["title"]["value"] = "Izin \u202ednatad\u202c \u2067a\u2069 \u200eb\u200f \u061c"
    texts = paragraphs(read("iga", portrait))
    shown = "Izin ⟨U+202E⟩dnatad⟨U+202C⟩ ⟨U+2067⟩a⟨U+2069⟩ ⟨U+200E⟩b⟨U+200F⟩ ⟨U+061C⟩"
    assert shown in texts
