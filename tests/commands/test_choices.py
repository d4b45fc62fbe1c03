"""A word that is not among the choices is refused in one language, with what can be written."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from commands.common.written_value import OneOf, Term
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
