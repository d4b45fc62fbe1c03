"""No English word is left on a screen in Indonesian: helps, and what is said of a wrong call."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.commands.test_spoken_help import commands
from tests.helpers import ROOT

WORDS = """
    all also an and any are argument arguments at be both but can choose command commands default delete
    did directory does each error every exit expected extra file files for from given got group has have
    help if in into invalid its many may mean missing must name need no not number of on one only option
    options or other out package positional range required show such than that the them there this to try
    unexpected usage use used valid value version was what when where which with words write you
"""
ENGLISH = frozenset(WORDS.split())
_CODE = re.compile(
    r"'[^'\n]*'|\"[^\"\n]*\"|\S*[/\\=]\S*|--?[a-z][-a-z]*|^ +jejak .*$|Pemakaian: jejak [a-z -]*",
    re.MULTILINE,
)
"""What is typed as it stands: options, files, examples, verbs."""
WALK = """
import contextlib, io, json, sys
import click, cli
def helps(words, command):
    sys.argv = ["jejak", *words, "--help"]
    with contextlib.redirect_stdout(io.StringIO()) as said, contextlib.suppress(SystemExit):
        cli.main()
    yield " ".join(words), said.getvalue()
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            yield from helps([*words, name], command.get_command(context, name))
print(json.dumps(dict(helps([], cli.jejak))))
"""
WRONG = (
    ("catalogue", "list", "--warna"),
    ("catalogue", "list", "--limi", "3"),
    ("catalogue", "lisst"),
    ("catalogue",),
    ("katalog",),
    ("history",),
    ("catalogue", "list", "--limit"),
    ("catalogue", "list", "--limit", "x"),
    ("catalogue", "list", "--limit", "0"),
    ("catalogue", "list", "--stage", "awal"),
    ("catalogue", "list", "--json=ya"),
    ("eligibility", "advise", "iga", "--by", "orang", "--year", "2026"),
    ("ledger", "verify", "--jobs", "0"),
    ("trace", "SIMPEL", "PASAR", "judul"),
    ("rulebook", "check", "tidak-ada.json"),
    ("rulebook", "check", "."),
    ("dossier", "verify", "tidak-ada.zip"),
    ("dossier", "iga", "3303-0001", "--year", "2026", "--out", "README.md"),
    ("import", "tidak-ada.xlsx"),
    ("entry", "claim", "X", "--year", "2026"),
    ("calendar", "set", "--award", "iga", "--year", "2026", "--milestone", "closes", "--day", "15 Mei"),
    ("--home",),
    ("--version",),
)


def environment() -> dict[str, str]:
    return {"PYTHONPATH": str(ROOT), "PATH": os.defpath, "JEJAK_LANG": "id", "COLUMNS": "100"}


@cache
def verb_names() -> set[str]:
    """All words of names of verbs."""
    return {word for words, _command in commands() for word in words.split()}


def english(text: str) -> set[str]:
    """The English words of a text, without what is typed as it stands; names of verbs stay English."""
    bare = re.sub(rf"^  ({'|'.join(verb_names())}) ", "  ", _CODE.sub(" ", text), flags=re.MULTILINE)
    return set(re.findall(r"[a-z]+", bare.casefold())) & ENGLISH


def said(words: tuple[str, ...], folder: Path) -> str:
    command = [sys.executable, "-m", "cli", *words]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), cwd=folder, check=False)
    return done.stdout + done.stderr


def test_every_help_is_in_indonesian() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WALK], capture_output=True, text=True, env=environment(), cwd=ROOT, check=True
    )
    helps: dict[str, str] = json.loads(done.stdout)
    assert set(helps) == {words for words, _command in commands()}
    assert {words: left for words, text in helps.items() if (left := english(text))} == {}


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_is_said_of_a_wrong_call_is_in_indonesian(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "README.md").touch()
    text = said(words, tmp_path)
    assert text
    assert english(text) == set()


def test_a_number_out_of_its_range_is_told_the_range_in_words(tmp_path: Path) -> None:
    told = "Kesalahan: Nilai tidak sah untuk '--limit': 0 di luar rentang: 1 sampai 2.147.483.647."
    assert said(("catalogue", "list", "--limit", "0"), tmp_path).splitlines()[-1] == told
