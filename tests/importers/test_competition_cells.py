"""Cells of the sheets of competitions: levels, indicators, rows of the region, sections, groups."""

from __future__ import annotations

from typing import Any

import pytest

from domain.sheets.sheet import Column
from importers.problems import CellError
from importers.reading.rulebook_cells import READERS
from jejak_i18n import sentence
from schemas.loader import packaged

COLUMN = Column("Isian", "field")
GOOD = [
    ("level", 0, 0),
    ("level", "3", 3),
    ("indicator", 16, "regulation"),
    ("region_row", "2a", "budget_on_time"),
    ("region_row", "11B", "hdi"),
    ("award", "iga", "iga"),
    ("award", "KIPP", "kipp"),
    ("competition_group", "Umum", "umum"),
    ("section", "signifikansi", "significance"),
    ("section", "Dampak Inovasi", "impact"),
    ("sections", "Kebaruan; Sumber Daya", ["novelty", "resources"]),
    ("goals", "3; 1", [1, 3]),
    ("goals", "Asta Cita ke-7", [7]),
    ("goals", "ke-7; Asta Cita 3", [3, 7]),
    ("goals", "7.", [7]),
    ("goals", "asta cita ke 7, 1.", [1, 7]),
    ("sdgs", "SDGs ke-8; 17.", [8, 17]),
]
WRONG = [
    ("level", 4, '"4" bukan tingkat parameter.', "Tulis 0, 1, 2, atau 3."),
    ("level", "tinggi", '"tinggi" bukan bilangan bulat.', "Tulis bilangan bulat tanpa satuan."),
    ("indicator", "16; 17", '"16; 17" bukan satu indikator.', "Tulis satu nomor pada setiap baris."),
    ("goals", 9, '"9" bukan nomor Asta Cita.', "Tulis nomor 1 sampai 8, dipisahkan dengan titik koma."),
]


@pytest.mark.parametrize(("kind", "value", "read"), GOOD)
def test_what_people_write_is_read(kind: str, value: Any, read: Any) -> None:
    assert READERS[kind](value, COLUMN, packaged()) == read


@pytest.mark.parametrize(("kind", "value", "what", "mend"), WRONG)
def test_what_cannot_be_read_is_told(kind: str, value: Any, what: str, mend: str) -> None:
    with pytest.raises(CellError) as refused:
        READERS[kind](value, COLUMN, packaged())
    assert refused.value.remedy is not None
    assert (sentence(refused.value.what, "id"), sentence(refused.value.remedy, "id")) == (what, mend)
