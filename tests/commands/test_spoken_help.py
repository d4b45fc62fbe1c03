"""Helps name what is to be typed in the language of the terminal."""

from __future__ import annotations

import re
import subprocess
import sys

import click
import pytest

import cli
from commands.common.spoken_help import WORDS
from jejak_i18n import gettext
from tests.helpers import ROOT, invoke


def said(*words: str, tongue: str = "id") -> list[str]:
    """The lines of a help, from a process of its own."""
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "JEJAK_LANG": tongue, "COLUMNS": "200"}
    command = [sys.executable, "-m", "cli", *words]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    return (done.stdout + done.stderr).splitlines()


def test_a_help_is_in_one_language() -> None:
    assert said("--help")[0] == "Pemakaian: jejak [PILIHAN] PERINTAH [KATA]..."
    assert said("--help", tongue="en")[0] == "Usage: jejak [OPTIONS] COMMAND [ARGS]..."
    lines = said("entry", "claim", "--help")
    assert lines[0] == "Pemakaian: jejak entry claim [PILIHAN] KODE..."
    assert "  --indicator NOMOR" in lines[5]
    assert lines[5].endswith("[wajib]")
    assert said("correct")[0] == "Pemakaian: jejak correct [PILIHAN] POSISI ISIAN NILAI"
    assert said("correct")[-1] == "Kesalahan: Argumen belum diisi 'POSISI'."


def commands() -> list[tuple[str, click.Command]]:
    """Every command with the words that call it."""
    found = []

    def walk(words: str, command: click.Command) -> None:
        found.append((words, command))
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                below = command.get_command(context, name)
                assert below
                walk(f"{words} {name}".strip(), below)

    walk("", cli.jejak)
    return found


@pytest.mark.parametrize("words", [words for words, _command in commands() if words])
def test_no_help_asks_for_an_english_word(words: str) -> None:
    text = invoke(*words.split(), "--help").out
    asked = {
        word.strip("[].|,")
        for line in text.splitlines()
        if line.startswith(("Usage", "  --"))
        for word in line.split()
        if word.isupper()
    }
    same_in_both = {"FOLDER", "SLUG"}
    assert asked & (set(WORDS) - same_in_both) == set()


ONE_CONCEPT = ({"FILE", "FILES"}, {"FOLDER", "DIRECTORY"}, {"INTEGER", "INTEGER RANGE"})
"""Words of which click or the grammar has two forms for what Indonesian has one word for."""


def test_every_metavar_is_from_the_translated_list() -> None:
    known = {gettext(word) for word in WORDS}
    wrong = []
    for words, command in commands():
        context = click.Context(command)
        for one in command.params:
            flag = isinstance(one, click.Option) and (one.is_flag or one.count)
            if flag or isinstance(one.type, click.Choice):
                continue
            said = one.make_metavar(context)
            parts = re.split(r"[|=]", re.sub(r"\.\.\.|\.[a-z]+|[\[\]]", "", said))
            wrong += [(words, one.name, said) for part in parts if part not in known]
    assert wrong == []


def test_each_concept_has_a_word_of_its_own() -> None:
    said: dict[str, set[str]] = {}
    for word in WORDS:
        said.setdefault(gettext(word), set()).add(word)
    shared = [words for words in said.values() if len(words) > 1]
    assert [words for words in shared if words not in ONE_CONCEPT] == []
