"""A word that is not among the choices is refused in one language, with what can be written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from commands.common.written_value import REGION, Between, OneOf, Term
from tests.commands.test_spoken_help import commands
from tests.helpers import ROOT, invoke

REFUSED = [
    (
        ("dossier", "spd", "kipp", "--year", "2026", "--out", "a.xlsx"),
        '"kipp" tidak dapat ditulis di sini. Tulis iga.',
    ),
    (
        ("dossier", "letters", "iga", "X", "--year", "2026", "--out", "a"),
        '"iga" tidak dapat ditulis di sini. Tulis kipp.',
    ),
    (
        ("dossier", "portal", "pp38", "X", "--year", "2026", "--out", "a.xlsx"),
        '"pp38" tidak dapat ditulis di sini. Tulis salah satu: iga, kipp.',
    ),
    (
        ("dossier", "pack", "", "X", "--year", "2026", "--out", "a"),
        '"" tidak dapat ditulis di sini. Tulis salah satu: iga, kipp.',
    ),
    (
        ("dossier", "issue", "juara", "X", "--year", "2026", "--out", "a"),
        '"juara" tidak dapat ditulis di sini. Tulis salah satu: iga, kipp.',
    ),
    (
        ("eligibility", "advise", "iga", "--year", "2026", "--by", "orang"),
        '"orang" tidak dapat ditulis di sini. Tulis salah satu: butir, inovasi, unit, daerah.',
    ),
    (
        ("database", "grant", "bupati", "petugas"),
        '"bupati" tidak dapat ditulis di sini. Tulis salah satu: reader, writer, verifier, auditor, owner.',
    ),
]


@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_a_wrong_word_is_told_the_right_ones(words: tuple[str, ...], said: str) -> None:
    done = invoke(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1] == f"Error: {said}"


AWARDS = "yang ada untuk: iga, inagara, kipp, pp38."
IGA = ("--award", "iga", "--year", "2026")
NEAR = [
    (
        ("catalogue", "list", "--kind", "opdd"),
        '"opdd" tidak ada dalam daftar. Maksudnya "OPD"? Pilih salah satu: OPD, Bagian Setda, Kecamatan,'
        " Kelurahan, Desa, Puskesmas, RSUD, BUMD, Sekolah, UPT, Sekretariat, Universitas, Masyarakat,"
        " Lainnya.",
    ),
    (
        ("catalogue", "list", "--region", "99.99"),
        "Tidak ada daerah dengan kode 99.99. Pakai kode dari daftar resmi, misalnya 33.03 untuk Kabupaten"
        " Purbalingga.",
    ),
    (
        ("eligibility", "list", "--award", "igaa", "--year", "2026"),
        f"Tidak ada aturan penilaian untuk lomba igaa; {AWARDS} Maksudnya iga?",
    ),
    (("entry", "list", "--award", "piala"), f"Tidak ada aturan penilaian untuk lomba piala; {AWARDS}"),
    (
        ("eligibility", "replay", "SIMPEL PASAR", "--award", "kip"),
        f"Tidak ada aturan penilaian untuk lomba kip; {AWARDS} Maksudnya kipp?",
    ),
    (
        ("calendar", "set", *IGA, "--group", "umumm", "--milestone", "ditutup", "--day", "2026-08-31"),
        "Tidak ada kelompok umumm; yang ada: khusus, replikasi, umum. Maksudnya umum?",
    ),
    (
        ("entry", "prepare", "SIMPEL PASAR", "--award", "kipp", "--year", "2023", "--group", "khusu"),
        "Tidak ada kelompok khusu; yang ada: khusus, replikasi, umum. Maksudnya khusus?",
    ),
]


@pytest.mark.parametrize(("words", "said"), NEAR, ids=lambda one: one[-1] if isinstance(one, tuple) else "")
def test_a_word_that_is_on_no_list_is_refused(demo: Path, words: tuple[str, ...], said: str) -> None:
    done = invoke(*words, "--home", demo)
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1] == f"Error: {said}"


def test_a_kind_of_unit_is_known_by_every_name_that_regions_give_it() -> None:
    kinds = Term("unit_kind")
    said = {"opd": "opd", " SKPD": "opd", "Distrik": "kecamatan", "bagian  setda": "bagian", "Nagari": "desa"}
    assert {word: kinds.convert(word, None, None) for word in said} == said
    assert REGION.convert("3303", None, None) == "33.03"


def test_case_and_spaces_do_not_matter() -> None:
    assert OneOf(("iga", "kipp")).convert(" KIPP", None, None) == "kipp"


def test_no_choice_speaks_in_the_words_of_the_library() -> None:
    bare = [
        (words, parameter.name)
        for words, command in commands()
        for parameter in command.params
        if isinstance(parameter.type, click.Choice) and not isinstance(parameter.type, OneOf | Term)
    ]
    assert bare == []
    ranges = [
        (words, parameter.name)
        for words, command in commands()
        for parameter in command.params
        if isinstance(parameter.type, click.IntRange) and not isinstance(parameter.type, Between)
    ]
    assert ranges == []


@pytest.mark.parametrize(
    "words",
    [("catalogue", "list", "--limit", "x"), ("eligibility", "list", "--award", "iga", "--year", "x")],
)
def test_a_year_or_number_that_is_none_is_told_in_one_language(words: tuple[str, ...]) -> None:
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "JEJAK_LANG": "id"}
    command = [sys.executable, "-m", "cli", *words]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    told = f"Kesalahan: Nilai tidak sah untuk '{words[-2]}': 'x' bukan bilangan bulat yang sah."
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, told)


def test_words_too_many_are_told_with_the_quotes_that_they_need() -> None:
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "JEJAK_LANG": "id"}
    command = [sys.executable, "-m", "cli", "trace", "SIMPEL", "PASAR", "judul"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    told = (
        "Kesalahan: Kata ini tidak termasuk apa pun: judul. Nama yang terdiri atas beberapa kata ditulis"
        ' dalam tanda kutip: "SIMPEL PASAR"'
    )
    assert (done.returncode, done.stderr.splitlines()[-1]) == (2, told)
