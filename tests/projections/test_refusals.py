"""A void that would leave others without their ground names them all, newest first."""

from pathlib import Path

import psutil
import pytest

from ledger.workspace.workspace import open_at
from tests.helpers import invoke
from tests.projections.bases import IN_FILES


def test_a_refused_void_names_what_depends_on_it_newest_first(own_life: Path) -> None:
    ceremony = "2023-06-01T05:00:00+00:00/13"
    done = invoke("void", ceremony, "--reason", "keliru", "--yes", "--home", own_life)
    assert (done.status, done.out) == (4, "")
    assert done.err == (
        "Ditolak: 2 peristiwa bergantung padanya. Yang terbaru dahulu:\n"
        "  51  3303-0002: Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain."
        " Lab itu tidak mengadakan acara ACR-01. Tindakan 2023-06-03T05:00:00+00:00/18.\n"
        "  50  3303-0001: Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain."
        " Lab itu tidak mengadakan acara ACR-01. Tindakan 2023-06-03T05:00:00+00:00/17.\n"
        "Tidak ada yang dicatat.\n"
        "  Batalkan tindakan-tindakan itu lebih dahulu, yang terbaru dahulu, atau semuanya bersamanya:"
        " --with-dependants\n"
    )


@IN_FILES
def test_no_views_stay_open_after_a_refusal(own_life: Path) -> None:
    invoke("void", "2023-06-01T05:00:00+00:00/13", "--reason", "keliru", "--yes", "--home", own_life)
    names = [one.path for one in psutil.Process().open_files()]
    assert [name for name in names if name.startswith(str(own_life / "views"))] == []


CEREMONY = "2023-06-01T05:00:00+00:00/13"
GONE = (
    "Akan dibatalkan, 3 peristiwa, yang terbaru dahulu:\n"
    "  51  3303-0002, 15 Desember 2022: Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain.\n"
    "  50  3303-0001, 15 Desember 2022: Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain.\n"
)


def test_dependants_are_shown_then_voided_in_one_append(own_life: Path) -> None:
    words = ("void", CEREMONY, "--reason", "keliru", "--with-dependants", "--home", own_life)
    before = invoke("ledger", "verify", "--json", "--home", own_life).data["events"]
    done = invoke(*words)
    assert (done.status, done.out) == (4, "")
    assert done.err.startswith(GONE)
    assert done.err.endswith("Belum ada yang dicatat. Untuk mencatat: perintah yang sama dengan --yes.\n")
    planned = invoke(*words, "--dry-run")
    assert (planned.status, planned.err.startswith(GONE)) == (0, True)
    assert invoke("ledger", "verify", "--json", "--home", own_life).data["events"] == before
    done = invoke(*words, "--yes", "--command-id", "batal")
    assert (done.status, done.err) == (0, "")
    events = invoke("history", "3303-0001", "--json", "--home", own_life).data["entries"]
    assert [one["event"] for one in events if one["voided"] and not one["mark"]] == [50]
    assert invoke("void", "batal", "--reason", "ternyata benar", "--yes", "--home", own_life).status == 0
    events = invoke("history", "3303-0001", "--json", "--home", own_life).data["entries"]
    assert [one["event"] for one in events if one["voided"] and not one["mark"]] == []
    assert invoke("ledger", "verify", "--home", own_life).status == 0


@pytest.mark.parametrize("value", ["2022-12-14T10:00:00+07:00", "bukan unit", "3303/unit"])
def test_a_reference_that_is_no_id_is_not_recorded(own_life: Path, value: str) -> None:
    store = open_at(own_life).store()
    rows = store.between(1, store.head().position)
    position = next(row.position for row in rows if row.topic.startswith("innovation.designed/"))
    done = invoke("correct", str(position), "unit", value, "--reason", "salah", "--yes", "--home", own_life)
    assert (done.status, done.out) == (4, "")
    assert f"{position}  Baris ini merujuk sesuatu yang tidak tercatat." in done.err


@pytest.mark.parametrize("option", ["--limit", "--offset"])
def test_a_number_beyond_what_databases_hold_is_refused(own_life: Path, option: str) -> None:
    done = invoke("catalogue", "list", option, "9223372036854775808", "--home", own_life)
    assert done.status == 2
    assert "2.147.483.647" in done.err
