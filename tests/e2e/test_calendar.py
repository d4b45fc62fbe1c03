"""calendar and calendar set: dates of competitions, with the days left."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.helpers import Done, invoke
from tests.properties import oracle

IGA = ("--award", "IGA", "--year", "2026")


def dated(home: Path, milestone: str, day: str, *more: str) -> Done:
    words = ("calendar", "set", *IGA, "--milestone", milestone, "--day", day, *more)
    return invoke(*words, "--home", home)


def listed(home: Path, *more: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = invoke("calendar", "list", "--json", *more, "--home", home).data["items"]
    return items


def test_nothing_recorded(home: Path) -> None:
    empty = "Belum ada tanggal yang tercatat. Catat pada lembar Jadwal, atau: jejak calendar set.\n"
    assert invoke("--home", home, "calendar").out == empty
    assert invoke("calendar", "list", "--home", home).out == empty


def test_a_date_is_recorded_as_it_was_announced(home: Path) -> None:
    done = dated(home, "closes", "2027-08-31", "--announced", "2026-06-01", "--note", "pers")
    assert done.status == 0, done.err
    last = oracle.events(home / "ledger.db")[-1]
    assert (last.type, last.occurred, last.body) == (
        "region.edition_dated",
        "2026-06-01",
        {"award": "iga", "year": 2026, "milestone": "closes", "day": "2027-08-31", "note": "pers"},
    )


def test_its_days_are_read_as_people_write_them(home: Path) -> None:
    done = dated(home, "closes", "31 Agustus 2027", "--announced", "Juni 2026")
    assert done.status == 0, done.err
    last = oracle.events(home / "ledger.db")[-1]
    assert (last.occurred, last.body["day"]) == ("2026-06", "2027-08-31")


def test_a_day_that_lies_ahead_is_told_as_people_write_it(home: Path) -> None:
    done = dated(home, "closes", "2027-08-31", "--announced", "2999-01-01")
    assert (done.status, done.out, done.err) == (
        4,
        "",
        "  occurred  Tanggal 1 Januari 2999 ada di masa depan.\n",
    )


@pytest.mark.parametrize(
    ("day", "left", "told"),
    [
        ("2026-08-30", 1, "1"),
        ("2026-08-31", 0, "hari ini"),
        ("2026-09-01", -1, "lewat"),
        ("2023-01-01", 1338, "1.338"),
    ],
)
def test_days_left(home: Path, day: str, left: int, told: str) -> None:
    assert dated(home, "closes", "2026-08-31", "--announced", "2022").status == 0
    assert [(one["edition"], one["days_left"]) for one in listed(home, "--as-of", day)] == [
        ("IGA 2026", left)
    ]
    last = invoke("calendar", "list", "--as-of", day, "--home", home).out.splitlines()[-1]
    assert last == f"IGA 2026  ditutup   31 Agustus 2026  {told.rjust(9)}          3"


def test_a_month_ends_on_its_last_day(home: Path) -> None:
    assert dated(home, "closes", "2026-02", "--announced", "2022").status == 0
    assert [(one["day"], one["days_left"]) for one in listed(home, "--as-of", "2026-02-27")] == [
        ("2026-02", 1)
    ]


def test_an_extension_stands_beside_the_closing_and_a_later_announcement_replaces_an_earlier(
    home: Path,
) -> None:
    for milestone, day, announced in (
        ("closes", "2026-08-31", "2026-03"),
        ("extended", "2026-09-10", "2026-08-30"),
        ("extended", "2026-09-05", "2026-08-01"),
        ("closes", "2026-08-30", "2026-01"),
    ):
        assert dated(home, milestone, day, "--announced", announced).status == 0
    assert [(one["milestone"], one["day"]) for one in listed(home)] == [
        ("closes", "2026-08-31"),
        ("extended", "2026-09-10"),
    ]
    assert [(one["milestone"], one["day"]) for one in listed(home, "--as-of", "2026-08-15")] == [
        ("closes", "2026-08-31"),
        ("extended", "2026-09-05"),
    ]
    assert listed(home, "--as-of", "2025-12-31") == []


@pytest.mark.parametrize(
    ("day", "more", "status", "said"),
    [
        (
            "2026-02-31",
            (),
            2,
            'tanggal "2026-02-31" tidak ada. Tulis tanggal yang benar, atau cukup "Februari 2026" bila'
            " harinya tidak diketahui.",
        ),
        ("2026-08-31", ("--announced", "2099"), 4, "  occurred  Tanggal 2099 ada di masa depan."),
    ],
)
def test_days_that_cannot_be(home: Path, day: str, more: tuple[str, ...], status: int, said: str) -> None:
    before = (home / "ledger.db").read_bytes()
    done = dated(home, "closes", day, *more)
    assert (done.status, done.out) == (status, "")
    assert done.err.splitlines()[-1].removeprefix("Error: ") == said
    assert (home / "ledger.db").read_bytes() == before


def test_a_dry_run_and_the_same_command_twice(home: Path) -> None:
    assert dated(home, "opens", "2026-05-01", "--dry-run").status == 0
    assert listed(home) == []
    assert dated(home, "opens", "2026-05-01", "--command-id", "buka").status == 0
    assert dated(home, "opens", "2026-05-01", "--command-id", "buka").out == (
        "Tidak ada yang baru: perintah buka sudah tercatat sebelumnya.\n"
    )
    assert len(listed(home)) == 1
