"""Killed while a person is forgotten, two at once, a clock that is behind: nothing is half forgotten."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.person import ChangePost
from ledger.admin import forgetting
from ledger.workspace.workspace import open_at
from tests.clocked import go_on
from tests.forgetting.given import CLERK, CONFIRM, FORGET, WHO, done, everywhere, forgotten, in_database
from tests.helpers import ROOT, invoke

KILLED = """
import os, runpy, signal, sys
from ledger.postgres.vault import PostgresVault
from ledger.sqlite.vault import VaultFile
from ledger.write.command_handler import CommandHandler

verb, moment = sys.argv[1:3]
sys.argv = sys.argv[3:]

def cut(owner, name, allowed):
    whole = getattr(owner, name)
    calls = []
    def killed(*given, **named):
        calls.append(name)
        if len(calls) > allowed:
            if moment == "after":
                whole(*given, **named)
            os.kill(os.getpid(), signal.SIGKILL)
        return whole(*given, **named)
    setattr(owner, name, killed)

if verb == "record":
    # The first append is the confirmation, the second the end.
    cut(CommandHandler, "_once", 1 if moment == "before" else 0)
else:
    for owner in (VaultFile, PostgresVault):
        cut(owner, verb, 0)
runpy.run_path(sys.argv[0], run_name="__main__")
"""
"""The program, killed before or after the first call of something."""
MOMENTS = [
    ("record", "after", False),
    ("forget", "before", False),
    ("forget", "after", False),
    ("record", "before", False),
    ("clean", "before", True),
]
"""What it is killed at, and whether the person was recorded as forgotten by then."""


@pytest.mark.parametrize(("verb", "moment", "finished"), MOMENTS)
def test_a_killed_forgetting_is_finished_by_the_next_command(
    lived: Path, verb: str, moment: str, finished: bool
) -> None:
    done(lived, *FORGET)
    words = [sys.executable, "-c", KILLED, verb, moment, str(ROOT / "cli.py"), *CONFIRM, "--home", str(lived)]
    killed = subprocess.run(words, cwd=ROOT, capture_output=True, check=False)
    assert killed.returncode == -9, killed.stderr
    with closing(open_at(lived).store()) as store:
        assert (forgetting.unfinished(store) == []) is finished
    healed = done(lived, "lab", "list").err
    said = f"Penghapusan data yang terputus sudah diselesaikan: {WHO}.\n"
    assert healed == ("" if finished else said)
    assert done(lived, "lab", "list").err == ""
    assert done(lived, "person", "show", WHO, "--json").data["forgetting"]["forgotten"] is True
    assert (everywhere(lived), in_database(lived)) == ([], [])
    done(lived, "ledger", "verify")
    done(lived, "projections", "verify")


def test_of_two_who_confirm_at_once_one_wins_and_the_other_is_told(lived: Path) -> None:
    third = lived.parent / "ketiga.jsonl"
    third.write_text(
        '{"type": "person.register", "region": "33.03", "key": "O-9", "post": "Sekretaris Daerah"}\n',
        encoding="utf-8",
    )
    done(lived, "import", third)
    done(lived, *FORGET)
    words = [sys.executable, str(ROOT / "cli.py"), *CONFIRM[:3], "--yes", "--home", str(lived), "--actor"]
    running = [
        subprocess.Popen([*words, who], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for who in ("3303-P0003", "3303-P0004")
    ]
    answers = [one.communicate() for one in running]
    assert sorted(one.returncode for one in running) == [0, 4], answers
    (told,) = [err for one, (_out, err) in zip(running, answers, strict=True) if one.returncode == 4]
    assert "Penghapusan data orang ini sudah dikonfirmasi.\n" in told
    assert (everywhere(lived), in_database(lived)) == ([], [])
    types = [one["type"] for one in done(lived, "history", WHO, "--json").data["entries"]]
    assert [one for one in types if one.startswith("person.forg")] == [
        "person.forget_requested",
        "person.forget_confirmed",
        "person.forgotten",
    ]


def test_a_clock_that_is_behind_destroys_nothing_before_it_is_told(lived: Path) -> None:
    done(lived, *FORGET)
    ahead = datetime.now(UTC) + timedelta(hours=3)
    post = ChangePost(region="3303", person="3303/person/000003", post="Camat Contoh")
    go_on(lived, ahead.isoformat(), post)
    refused = invoke(*CONFIRM, "--home", lived)
    assert refused.status == 5
    assert open_at(lived).vault.all().keys() >= set(_profiles(lived)[-1:])
    done(lived, *CONFIRM, "--head-time")
    assert (everywhere(lived), in_database(lived)) == ([], [])


def test_where_nothing_can_be_written_it_is_said_and_finished_later(own_life: Path) -> None:
    done(own_life, *FORGET)
    words = [sys.executable, "-c", KILLED, "forget", "before", str(ROOT / "cli.py"), *CONFIRM]
    killed = subprocess.run([*words, "--home", str(own_life)], cwd=ROOT, capture_output=True, check=False)
    assert killed.returncode == -9
    aside = shutil.move(own_life / "vault.db", own_life.parent / "brankas.db")
    said = done(own_life, "lab", "list").err
    assert said == (
        f"Data pribadi {WHO} masih harus dihapus.\n"
        "  Jalankan perintah apa saja dengan akun yang boleh menulis brankas dan rekam jejak.\n"
    )
    shutil.move(aside, own_life / "vault.db")
    assert "sudah diselesaikan" in done(own_life, "lab", "list").err


def test_a_file_does_not_bring_a_forgotten_person_back(own_life: Path, tmp_path: Path) -> None:
    line = '{"type": "person.register", "region": "33.03", "key": "O-7", "post": "Camat Lain"%s}\n'
    path = tmp_path / "orang.jsonl"
    path.write_text(line % ', "name": "Budi Contoh Utama"', encoding="utf-8")
    done(own_life, "import", path)
    ask = [*FORGET[:2], "3303-P0004", *FORGET[3:]]
    done(own_life, *ask)
    done(own_life, "person", "confirm-forget", "3303-P0004", "--actor", "3303-P0003", "--yes")
    for words in ((), ("--as-correction", "kembali", "--yes")):
        refused = done(own_life, "import", path, *words, status=3).err
        assert "data orang ini sudah dihapus: Nama tidak disimpan lagi." in refused
        assert "Kosongkan selnya. Bila ini orang lain, tulis kunci baru untuk barisnya." in refused
    path.write_text(line % "", encoding="utf-8")
    assert "0 baru, 1 sama" in done(own_life, "import", path).out
    assert b"Budi Contoh" not in b"".join(one.read_bytes() for one in own_life.rglob("*") if one.is_file())


def test_a_forgotten_operator_still_records(own_life: Path) -> None:
    done(own_life, *FORGET[:2], CLERK, *FORGET[3:], "--actor", WHO)
    done(own_life, "person", "confirm-forget", CLERK, "--actor", CLERK, "--yes")
    assert open_at(own_life).vault.all() == {}
    done(own_life, "correct", "40", "place", "Pasar Kota", "--reason", "salah pasar", "--yes")


def test_forgetting_twice_in_code_changes_nothing(lived: Path) -> None:
    forgotten(lived)
    assert forgetting.finish(open_at(lived), "3303/person/000002") == 0
    assert forgetting.settle(open_at(lived)) == []


def _profiles(home: Path) -> list[str]:
    with closing(open_at(home).store()) as store:
        return forgetting.profiles_of(store.rows("3303/person/000002"))
