"""The tab key: what shells are given, asked of the program in a process of its own as they ask it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.helpers import ROOT, invoke


def _run(**environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "cli"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], "JEJAK_LANG": "id", **environment},
    )
    return [line for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "word", "found"),
    [
        ("jejak\nlab\nfun", "fun", ["funnel"]),
        ("jejak\nlab\n'fun'", "'fun'", ["funnel"]),
        ("jejak\ncatalogue\nlist\n--stage", "", ["initiative", "trial", "implemented"]),
        ("jejak\ncompletion\np", "p", ["powershell"]),
        ("jejak\nzzz", "zzz", []),
    ],
)
def test_powershell_is_given_what_fits(words: str, word: str, found: list[str]) -> None:
    lines = _run(_JEJAK_COMPLETE="powershell_complete", _JEJAK_WORDS=words, _JEJAK_WORD=word)
    assert [line.split("\t")[1] for line in lines] == found


@pytest.mark.parametrize("shell", ["powershell", "bash", "zsh", "fish"])
def test_every_shell_gets_a_script_that_calls_the_program(shell: str) -> None:
    done = invoke("completion", shell, "--json")
    assert done.status == 0
    assert done.data["shell"] == shell
    assert f"{shell}_complete" in done.data["script"]
    assert "%(" not in done.data["script"]


def test_bash_reads_the_script_and_is_given_a_verb() -> None:
    bash = shutil.which("bash")
    assert bash is not None
    script = invoke("completion", "bash").out
    done = subprocess.run([bash, "-n"], input=script, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = _run(_JEJAK_COMPLETE="bash_complete", COMP_WORDS="jejak led", COMP_CWORD="1")
    assert lines == ["plain,ledger"]


def test_a_word_that_is_nearly_right_names_the_right_one() -> None:
    done = invoke("completion", "powershel")
    assert done.status == 2
    assert 'Maksudnya "powershell"?' in done.err
