"""Suggestions are what somebody may have meant, or none at all; commas in a list are told."""

from __future__ import annotations

import pytest

from domain.sheets.sheet import Column
from importers.problems import CellError
from importers.reading.cells import READERS
from importers.reading.nearest import nearest
from importers.reading.rulebook_cells import RowChoices
from schemas import affairs
from schemas.loader import packaged

KINDS = ("OPD", "Bagian Setda", "Kecamatan", "Kelurahan", "Desa", "Puskesmas", "RSUD", "BUMD", "Sekolah")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("PU", "Pekerjaan Umum dan Penataan Ruang"),
        ("pupr", "Pekerjaan Umum dan Penataan Ruang"),
        ("Perdagangn", "Perdagangan"),
        ("Kesehatan & gizi", "Kesehatan"),
        ("Komunikasi", "Komunikasi dan Informatika"),
        ("penelitian", "Penelitian dan Pengembangan"),
        ("lain", None),
        ("Satpol", None),
        ("Dinas", None),
        ("P", None),
        ("", None),
    ],
)
def test_affairs(said: str, meant: str | None) -> None:
    assert nearest(said, affairs.names()) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [("Puskemas", "Puskesmas"), ("Kepala Dinas", None), ("Dinas", None), ("SK", None), ("SMPN 1", None)],
)
def test_kinds_of_units(said: str, meant: str | None) -> None:
    assert nearest(said, KINDS) == meant


def test_numbers_must_agree() -> None:
    assert nearest("SMPN 1 Banjr", ["SMPN 2 Banjar", "SMPN 1 Banjar"]) == "SMPN 1 Banjar"
    assert nearest("99z", ["9", "19"]) is None
    assert nearest("Ide (2)", ["Ide", "Inovasi"]) == "Ide"


def test_commas_in_a_list_are_told_where_every_part_is_a_value() -> None:
    column = Column("Urusan Lain", "affairs", "affairs")
    with pytest.raises(CellError) as caught:
        READERS["affairs"]("Kesehatan, Sosial", column)
    assert caught.value.what.text == '"{value}" holds several values.'
    assert caught.value.remedy.text == "Part them with semicolons: {parts}."
    assert caught.value.remedy.values["parts"] == "Kesehatan; Sosial"
    assert READERS["affairs"]("Kesehatan; Sosial", column) == ["Kesehatan", "Sosial"]
    # A name of an affair may hold commas of its own.
    whole = "Koperasi, Usaha Kecil dan Menengah"
    assert READERS["affairs"](whole, column) == [whole]
    with pytest.raises(CellError) as caught:
        READERS["affairs"]("Kesehatan, entah", column)
    assert caught.value.what.text.startswith('"{value}" is not on the list.')


def test_numbers_of_indicators_may_be_parted_by_commas() -> None:
    choices, column = RowChoices(packaged), Column("Indikator IGA", "iga", "indicators")
    assert choices.read("16, 17", column) == choices.read("16; 17", column)
