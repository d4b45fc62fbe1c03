"""What an option is where it was not given: from the environment, then from `jejak.toml`, then its own."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from commands.common.defaults import APART, NAMES, OF_A_VERB
from ledger.workspace import workspace
from tests.commands.test_spoken_help import commands
from tests.helpers import invoke

HELD = "award, by, group, jobs, limit, pdf, region, units, year"


@pytest.fixture
def home(own_life: Path) -> Path:
    return own_life


def write(home: Path, text: str) -> None:
    with (home / "jejak.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[defaults]\n{text}\n")


def edition(home: Path, *words: str) -> tuple[str, int]:
    """The award and year that a verb took."""
    data = invoke("eligibility", "index", *words, "--json", "--home", home).envelope["data"]
    return data["award"], data["year"]


def test_the_call_goes_before_the_environment_before_the_settings(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(home, 'award = "iga"\nyear = 2026')
    assert edition(home) == ("iga", 2026)
    monkeypatch.setenv("JEJAK_YEAR", "2023")
    assert edition(home) == ("iga", 2023)
    assert edition(home, "--year", "2025") == ("iga", 2025)


def test_without_any_an_option_is_asked_for(home: Path) -> None:
    done = invoke("eligibility", "index", "--home", home)
    assert (done.status, done.err.splitlines()[-1]) == (2, "Error: Missing option '--award'.")


def test_a_verb_may_have_its_own(home: Path) -> None:
    write(home, "limit = 3\ncatalogue.list.limit = 1")
    (row,) = invoke("catalogue", "list", "--json", "--home", home).envelope["data"]["items"]
    assert row["code"] == "3303-0001"


def test_the_workspace_around_the_current_folder_counts(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, "catalogue.list.limit = 1")
    monkeypatch.chdir(home / "evidence")
    assert len(invoke("catalogue", "list", "--json").envelope["data"]["items"]) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "unit = 1",
            f"[defaults] tidak dapat memuat unit. Isinya pilihan ({HELD}) atau pilihan satu perintah:"
            ' history.units = "dahulu". Maksudnya units?',
        ),
        (
            "yes = true",
            f"[defaults] tidak dapat memuat yes. Isinya pilihan ({HELD}) atau pilihan satu perintah:"
            ' history.units = "dahulu".',
        ),
        (
            'history.award = "iga"',
            f"[defaults] tidak dapat memuat history.award. Isinya pilihan ({HELD}) atau pilihan satu"
            ' perintah: history.units = "dahulu".',
        ),
        ("limit = 0", "[defaults], limit: 0 is not in the range 1 sampai 2.147.483.647."),
        (
            'units = "kemarin"',
            '[defaults], units: "kemarin" tidak dapat ditulis di sini. Tulis salah satu: dahulu, sekarang.',
        ),
        ("limit = true", "[defaults], limit: true tidak dapat ditulis di sini."),
    ],
)
def test_what_cannot_be_a_default_is_refused(home: Path, text: str, said: str) -> None:
    write(home, text)
    done = invoke("catalogue", "list", "--home", home)
    path = home / "jejak.toml"
    joint = ": " if said.startswith("[defaults] ") else ", "
    told = done.err.strip()
    assert (done.status, done.out, told) == (5, "", f"Error: {path}{joint}{said}")
    assert invoke("doctor", "--home", home).status in (0, 1)


def test_a_verb_that_means_another_thing_by_an_option_keeps_out(home: Path, tmp_path: Path) -> None:
    write(home, 'region = "33.05"')
    done = invoke("export", tmp_path / "semua.jsonl", "--home", home)
    assert (done.status, done.err) == (0, "")
    assert invoke("catalogue", "list", "--json", "--home", home).envelope["data"]["items"] == []


def test_settings_that_are_written_again_keep_them(home: Path) -> None:
    write(home, 'pdf = true\nunits = "dahulu"\ncatalogue.list.limit = 1\n"eligibility".advise.limit = 2')
    found = workspace.find(home)
    workspace.write_settings(found)
    assert workspace.find(home) == found
    assert json.dumps(found.defaults) == (
        '{"pdf": true, "units": "dahulu", "catalogue": {"list": {"limit": 1}},'
        ' "eligibility": {"advise": {"limit": 2}}}'
    )


def test_every_name_is_an_option_and_every_verb_apart_is_one() -> None:
    options = {
        word.removeprefix("--")
        for _words, command in commands()
        for one in command.params
        if isinstance(one, click.Option)
        for word in one.opts
    }
    assert {*NAMES, *OF_A_VERB} - options == set()
    assert APART - {words for words, _command in commands()} == set()
