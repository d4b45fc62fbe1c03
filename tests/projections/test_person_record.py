"""All that is held about one person, by post; names stay in the vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import invoke

LEFT = """\
3303-P0003  Camat Bukateja
  Sudah keluar dari dinas (pensiun).

Jabatan
  Sekretaris Dinas Perdagangan, Dindag, tanggal mulai belum tercatat
  Camat Bukateja, sejak Mei 2023

Data pribadi yang disimpan terpisah: tidak ada

Memegang
  tidak ada inovasi

Disebut dalam 2 peristiwa
"""
HOLDER = """\
Memegang
  3303-0004  Pasar Tani

Disebut dalam 5 peristiwa
"""


def shown(home: Path, *words: str) -> str:
    done = invoke(*words, "--home", home)
    assert (done.status, done.err) == (0, "")
    return done.out


@pytest.mark.parametrize("who", ["3303-P0003", "3303-p3", "Camat Bukateja", "sekretaris dinas  perdagangan"])
def test_a_person_is_found_by_code_and_by_every_post(life: Path, who: str) -> None:
    assert shown(life, "person", "show", who).startswith(LEFT)


def test_what_a_person_holds_and_signed(life: Path) -> None:
    text = shown(life, "person", "show", "Kepala Dinas Perdagangan")
    assert HOLDER in text
    named = invoke("person", "show", "3303-P0002", "--json", "--home", life).data["mentions"]
    assert [(one["of"], one["type"], one["field"]) for one in named] == [
        ("Perjanjian Kinerja Inovasi", "agreement.signature_recorded", "person"),
        ("Tim Laboratorium Inovasi", "document.party_recorded", "person"),
        ("Lab Purbalingga 2022", "lab.facilitation_requested", "contact"),
        ("Lab Purbalingga 2022", "lab.team_member_named", "person"),
        ("3303-0004", "innovation.handed_over", "to_person"),
    ]


def test_who_recorded_is_counted_and_found_by_the_name_in_the_vault(life: Path) -> None:
    found = invoke("person", "show", "3303-P0001", "--json", "--home", life).data
    assert found["vault_fields"] == ["name"]
    assert found["recorded"] > 100
    name = invoke("person", "show", "nama contoh", "--json", "--home", life).data
    assert {**name, "reads": []} == {**found, "reads": []}


def test_the_list_names_nobody_but_by_post(life: Path) -> None:
    items = invoke("person", "list", "--json", "--home", life).data["items"]
    assert [(one["code"], one["post"], one["left"]) for one in items] == [
        ("3303-P0001", "Analis", False),
        ("3303-P0002", "Kepala Dinas Perdagangan", False),
        ("3303-P0003", "Camat Bukateja", True),
    ]


def test_a_person_that_nobody_knows(life: Path) -> None:
    done = invoke("person", "show", "Gubernur", "--home", life)
    assert (done.status, done.err) == (
        2,
        'Tidak ada orang "Gubernur" yang tercatat.\n  Lihat daftarnya: jejak person list\n',
    )


def test_posts_are_told_as_of_the_day(life: Path) -> None:
    """What a signer was then, not what the person became."""
    text = shown(life, "history", "3303-0003")
    assert "Camat Bukateja menyerahkannya kembali kepada unit (mutasi)." in text


def test_an_event_is_told_once_with_the_fields_that_name_the_person(demo: Path) -> None:
    lines = shown(demo, "person", "show", "3307-P0006").splitlines()
    assert "Disebut dalam 7 peristiwa" in lines
    assert (
        '  3681  3307-I0001: Diusulkan sebagai ide 3307-I0001 "Gerai Benih Kentang Bermutu" oleh Dispaperta.'
        " (isian Pengusul, Narahubung)"
    ) in lines


def test_a_post_in_words_is_counted_and_not_taken_for_the_person(demo: Path) -> None:
    found = invoke("person", "show", "3307-P0001", "--json", "--home", demo).data
    assert found["posts_named"] == [{"post": "Bupati Wonosobo", "events": 6, "fields": ["Oleh", "Pemberi"]}]
    assert (
        '  Jabatan "Bupati Wonosobo" tertulis pula pada 6 peristiwa (isian Oleh, Pemberi); apakah orang ini'
        " yang dimaksud, belum tercatat."
    ) in shown(demo, "person", "show", "3307-P0001").splitlines()
