"""Each kind of cell: what it takes, and what it says to the rest."""

from decimal import Decimal
from typing import Any

import pytest

from domain.sheets.sheet import Column
from importers.problems import CellError
from importers.reading import cells, rulebook_cells
from jejak_i18n import sentence
from schemas.loader import packaged

UNIT_KIND = Column("Jenis", "kind", "term", group="unit_kind")

ODD = 'teks memuat {} sesudah {} huruf, yang tidak dapat dicetak: "{}".'
BARE = 'teks memuat tanda tanpa arti baku ({}) sesudah {} huruf: "{}".'


def said(error: CellError) -> tuple[str, str]:
    return sentence(error.what), sentence(error.remedy)


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        ("text", "  dua  baris\r\nsaja ", "dua  baris saja"),
        ("long", "  dua  baris\r\nsaja ", "dua  baris\nsaja"),
        ("refs", "• Dinas A\n• Dinas B", ["Dinas A", "Dinas B"]),
        ("text", 7.0, "7"),
        ("text", "=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("number", "12", 12),
        ("number", 12.0, 12),
        ("decimal", "1.234,5", "1234.5"),
        ("decimal", 0.1, "0.1"),
        ("decimal", "1.234.567", "1234567"),
        ("number", "1.234", 1234),
        ("decimal", 45.0, "45"),
        ("flag", "Ya", True),
        ("flag", "tidak", False),
        ("refs", "A; B;A;;\nC", ["A", "B", "C"]),
        ("sdgs", "9; 8, 8", [8, 9]),
        ("region_codes", "33.03; 3305\n33-73; 33; 33.03", ["33.03", "33.05", "33.73", "33"]),
        ("region_codes", 33.03, ["33.03"]),
        ("indicators", "16; 35", ["regulation", "video"]),
        ("measure", "inovasi diluncurkan", "innovations.launched"),
        ("measure", "Tidak Dihitung", None),
        ("affair", "pariwisata", "Pariwisata"),
        ("affair", "Kelautan & Perikanan", "Kelautan dan Perikanan"),
        (
            "affairs",
            "Pangan; Koperasi, Usaha Kecil dan Menengah",
            ["Pangan", "Koperasi, Usaha Kecil dan Menengah"],
        ),
    ],
)
def test_a_cell_is_read_by_its_kind(kind: str, value: Any, read: Any) -> None:
    assert rulebook_cells.read(value, Column("Isian", "field", kind), packaged()) == read


def test_a_label_is_found_whatever_its_case() -> None:
    assert cells.term(" bagian  SETDA ", UNIT_KIND) == "bagian"


@pytest.mark.parametrize(
    ("kind", "value", "what"),
    [
        ("number", "12,5", '"12,5" bukan bilangan bulat.'),
        ("number", "banyak", '"banyak" bukan bilangan bulat.'),
        ("decimal", "dua", '"dua" bukan bilangan.'),
        ("decimal", "Infinity", '"Infinity" bukan bilangan.'),
        ("decimal", "NaN", '"NaN" bukan bilangan.'),
        ("flag", "mungkin", '"mungkin" bukan ya dan bukan tidak.'),
        ("sdgs", "18", '"18" bukan nomor SDGs.'),
        ("indicators", "15", '"15" bukan nomor indikator IGA.'),
        ("text", "a\x00b", ODD.format("NULL (U+0000)", 1, "a□b")),
        ("text", "\t a\ud800b", BARE.format("U+D800", 3, "a□b")),
        ("date", 44910, 'bilangan "44910" bukan tanggal.'),
        ("date", "31 Februari 2022", 'tanggal "31 Februari 2022" tidak ada.'),
    ],
)
def test_a_cell_that_cannot_be_read_says_why(kind: str, value: Any, what: str) -> None:
    with pytest.raises(CellError) as caught:
        rulebook_cells.read(value, Column("Isian", "field", kind), packaged())
    assert said(caught.value)[0] == what


def test_an_unknown_label_is_answered_with_the_nearest() -> None:
    with pytest.raises(CellError) as caught:
        cells.term("Puskemas", UNIT_KIND)
    assert said(caught.value) == (
        '"Puskemas" tidak ada dalam daftar. Maksudnya "Puskesmas"?',
        "Pilih dari daftar sel ini.",
    )


def test_personal_values_are_never_shown() -> None:
    column = Column("NIP", "civil_number", "number", personal=True)
    with pytest.raises(CellError) as caught:
        cells.number("19990101 x", column)
    assert said(caught.value)[0] == '"…" bukan bilangan bulat.'


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("1.500", "1.5"),
        ("100", "100"),
        ("0.000", "0"),
        ("-2.50", "-2.5"),
        ("123456789012345678.123456789012345678901234567", "123456789012345678.123456789012345678901234567"),
    ],
)
def test_a_decimal_keeps_every_digit(written: str, kept: str) -> None:
    assert cells.plain_decimal(Decimal(written)) == kept


@pytest.mark.parametrize("value", ["OPD", "Perangkat Daerah (OPD)", "perangkat daerah", "SKPD"])
def test_what_a_form_prints_is_read_as_its_label(value: str) -> None:
    initiator = Column("Inisiator", "initiator", "term", group="initiator")
    assert cells.READERS["term"](value, initiator) == "unit"


@pytest.mark.parametrize("value", ["33.99", "Purbalingga", "33.03, 33.05", "33.03; 3"])
def test_a_code_that_no_region_has_is_refused(value: str) -> None:
    with pytest.raises(CellError) as caught:
        cells.READERS["region_codes"](value, Column("Wilayah", "regions", "region_codes"))
    what, remedy = said(caught.value)
    assert what == f'"{value.rpartition("; ")[2]}" bukan kode pemerintah daerah.'
    assert remedy == (
        "Tulis kode dari daftar resmi, misalnya 33.03 untuk kabupaten atau 33 untuk provinsi; pisahkan"
        " beberapa kode dengan titik koma."
    )
