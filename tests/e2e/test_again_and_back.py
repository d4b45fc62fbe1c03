"""The same workbook again, corrections, voids: nothing doubles, nothing is lost."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import EXAMPLES, Done, column, invoke, row_of

LISTS = (
    ["catalogue", "list"],
    ["catalogue", "stats"],
    ["lab", "list"],
    ["lab", "show", "purbalingga-2022"],
)


def shown(home: Path) -> list[Any]:
    return [invoke(*words, "--json", "--home", home).data for words in LISTS]


def same_again(home: Path, book: Path | str, *more: str) -> Done:
    return invoke("import", book, *more, "--home", home)


def edit_two_cells(book: Any) -> None:
    ideas, launches = book["Inovasi"], book["Peluncuran"]
    ideas.cell(row_of(ideas, "INO-010"), column(ideas, "Judul")).value = "Judul yang Benar & <Baru>"
    date = launches.cell(5, column(launches, "Tanggal"))
    assert date.value == "15 Desember 2022"
    date.value = "14 Desember 2022"


def test_the_same_workbook_again_is_nothing_new(own_demo: Path) -> None:
    done = same_again(own_demo, EXAMPLES / "purbalingga-2022.xlsx")
    assert (done.status, done.out) == (0, "Tidak ada yang baru: 0 baru, 828 sama, 0 berbeda.\n")


@pytest.mark.parametrize("book", sorted(EXAMPLES.glob("*.xlsx")), ids=lambda book: book.stem)
def test_every_example_again_is_nothing_new(own_demo: Path, book: Path) -> None:
    done = same_again(own_demo, book)
    assert done.status == 0
    assert re.match(r"Tidak ada yang baru: 0 baru, \d[\d.]* sama, 0 berbeda\.\n", done.out)


def test_edited_cells_are_named_and_nothing_is_recorded(
    own_demo: Path, workbook: Callable[..., Path]
) -> None:
    before = (own_demo / "ledger.db").read_bytes()
    done = same_again(own_demo, workbook("purbalingga-2022", edit_two_cells))
    assert done.status == 4
    lines = [line.strip() for line in done.err.splitlines() if "!" in line]
    old = invoke("catalogue", "show", "3303-0002", "--json", "--home", own_demo)
    assert old.status == 0
    assert len(lines) == 2
    assert lines[0].startswith("Inovasi!C11  Judul tercatat ")
    assert lines[0].endswith('kini "Judul yang Benar & <Baru>".')
    assert lines[1] == 'Peluncuran!D5  Tanggal tercatat "15 Desember 2022", kini "14 Desember 2022".'
    assert "0 baru, 826 sama, 2 berbeda." in done.err
    assert (own_demo / "ledger.db").read_bytes() == before


def _dossier(home: Path, code: str, out: Path) -> Any:
    done = invoke("dossier", "iga", code, "--year", "2026", "--out", out, "--home", home, "--json")
    assert done.status == 0, done.err
    return json.loads(Path(done.data["files"][0]).read_text(encoding="utf-8"))


def differences(left: Any, right: Any, path: str = "") -> list[str]:
    """The paths at which two JSON values differ."""
    if isinstance(left, dict) and isinstance(right, dict):
        keys = sorted(set(left) | set(right))
        return [one for key in keys for one in differences(left.get(key), right.get(key), f"{path}/{key}")]
    if isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        pairs = zip(left, right, strict=True)
        return [one for at, (a, b) in enumerate(pairs) for one in differences(a, b, f"{path}/{at}")]
    return [] if left == right else [path]


def test_corrections_keep_counts_show_both_values_and_change_only_their_dossier_values(
    own_demo: Path, workbook: Callable[..., Path], tmp_path: Path
) -> None:
    row = row_of_innovation(workbook)
    code = _code_of(own_demo, "INO-010")
    before = _dossier(own_demo, code, tmp_path / "a")
    edited = workbook("purbalingga-2022", edit_two_cells)
    done = same_again(own_demo, edited, "--yes", "--as-correction", "salah ketik pada lembar")
    assert done.status == 0, done.err
    assert "2 sel diralat" in done.out
    stats = invoke("catalogue", "stats", "--lab", "purbalingga-2022", "--json", "--home", own_demo).data
    assert stats["launched"]["total"] == 176
    history = invoke("history", code, "--home", own_demo).out
    assert "RALAT: judul pada peristiwa" in history
    assert "Judul yang Benar & <Baru>" in history
    assert row in history
    after = _dossier(own_demo, code, tmp_path / "b")
    changed = differences(before, after)
    assert changed
    allowed = ("/position", "/provenance", "/subject/title", "/sections/0/", "/verdict/")
    assert [path for path in changed if not path.startswith(allowed)] == []
    again = same_again(own_demo, EXAMPLES / "purbalingga-2022.xlsx")
    assert (again.status, again.out) == (0, "Tidak ada yang baru: 0 baru, 828 sama, 0 berbeda.\n")
    assert again.err.count("adalah nilai sebelum ralat.") == 2
    assert same_again(own_demo, edited).out == "Tidak ada yang baru: 0 baru, 828 sama, 0 berbeda.\n"


def row_of_innovation(workbook: Callable[..., Path]) -> str:
    from openpyxl import load_workbook

    sheet = load_workbook(workbook("purbalingga-2022", to="lihat.xlsx"))["Inovasi"]
    return str(sheet.cell(row_of(sheet, "INO-010"), column(sheet, "Judul")).value)


def _code_of(home: Path, key: str) -> str:
    """The code of an innovation by the key of its row."""
    from domain.streams import code
    from ledger.event_store import EventStore

    store = EventStore(home / "ledger.db")
    lab = store.reserved(["lab/3303/purbalingga-2022"])["lab/3303/purbalingga-2022"][0]
    held = store.reserved([f"row/{lab}/Inovasi/{key}"])
    return code(next(iter(held.values()))[0])


def _import_id(home: Path, region: str) -> str:
    """The command id of the import that registered a region."""
    from ledger.codec import CODEC
    from ledger.event_store import EventStore

    store = EventStore(home / "ledger.db")
    return str(CODEC.raw(store.rows(f"{region}/region/000001")[0])["action"]).rpartition("/")[0]


def test_voiding_an_import_leaves_every_list_as_before_it_and_importing_again_brings_it_back(
    home: Path,
) -> None:
    assert invoke("import", EXAMPLES / "purbalingga-2022.xlsx", "--home", home).status == 0
    before = shown(home)
    assert invoke("import", EXAMPLES / "salatiga-2019.xlsx", "--home", home).status == 0
    codes = [item["code"] for item in shown(home)[0]["items"]]
    events = invoke("ledger", "verify", "--json", "--home", home).data["events"]
    done = invoke("void", _import_id(home, "3373"), "--reason", "berkas keliru", "--yes", "--home", home)
    assert done.status == 0, done.err
    assert shown(home) == before
    verified = invoke("ledger", "verify", "--json", "--home", home)
    assert (verified.status, verified.data["findings"]) == (0, [])
    assert verified.data["events"] > events
    assert invoke("import", EXAMPLES / "salatiga-2019.xlsx", "--home", home).status == 0
    voided = invoke("history", codes[-1], "--json", "--home", home)
    assert (voided.status, {one["voided"] for one in voided.data["entries"] if not one["mark"]}) == (
        0,
        {True},
    )
    back = [item["code"] for item in shown(home)[0]["items"]]
    assert len(back) == len(codes) == 316
    assert not {code for code in back if code.startswith("3373")} & set(codes)
    funnel = invoke("lab", "funnel", "salatiga-2019", "--json", "--home", home).data
    assert (funnel["ideas_proposed"], funnel["designed"], funnel["launched"]) == (365, 140, 140)
    assert invoke("ledger", "verify", "--home", home).status == 0
    assert invoke("projections", "verify", "--home", home).status == 0


def test_voiding_what_others_depend_on_is_refused_with_the_full_list_newest_first(own_demo: Path) -> None:
    entries = invoke("history", "SAPA RT", "--json", "--home", own_demo).data["entries"]
    proposed = next(one for one in entries if one["type"] == "idea.proposed")
    before = (own_demo / "ledger.db").read_bytes()
    done = invoke("void", proposed["action"], "--reason", "coba", "--yes", "--json", "--home", own_demo)
    assert done.status == 4
    listed = [int(one["where"]) for one in done.envelope["messages"] if one["where"]]
    life = {one["event"] for one in entries if one["code"].startswith("3373-0")}
    assert listed == sorted(listed, reverse=True)
    assert life <= set(listed)
    assert (own_demo / "ledger.db").read_bytes() == before
    text = invoke("void", proposed["action"], "--reason", "coba", "--yes", "--home", own_demo).err
    assert text.startswith(f"Ditolak: {len(listed)} peristiwa bergantung padanya. Yang terbaru dahulu:\n")
    assert text.endswith(
        "Batalkan tindakan-tindakan itu lebih dahulu, yang terbaru dahulu, atau semuanya bersamanya:"
        " --with-dependants\n"
    )


def test_a_void_is_undone_by_voiding_it(own_demo: Path) -> None:
    entries = invoke("history", "SIMPEL PASAR", "--json", "--home", own_demo).data["entries"]
    shown_at = next(one for one in entries if one["type"] == "innovation.displayed")
    assert (
        invoke(
            "void",
            shown_at["action"],
            "--reason",
            "keliru",
            "--yes",
            "--command-id",
            "batal-1",
            "--home",
            own_demo,
        ).status
        == 0
    )
    voided = invoke("history", "SIMPEL PASAR", "--json", "--home", own_demo).data["entries"]
    assert [one["voided"] for one in voided if one["event"] == shown_at["event"]] == [True]
    assert invoke("void", "batal-1", "--reason", "ternyata benar", "--yes", "--home", own_demo).status == 0
    restored = invoke("history", "SIMPEL PASAR", "--json", "--home", own_demo).data["entries"]
    assert [one["voided"] for one in restored if one["event"] == shown_at["event"]] == [False]
    again = invoke("void", "batal-1", "--reason", "lagi", "--yes", "--home", own_demo)
    assert (again.status, again.err) == (4, "batal-1 sudah dibatalkan.\n")


def test_correct_by_position_changes_the_view_and_known_at_shows_the_old(own_demo: Path) -> None:
    entries = invoke("history", "SIMPEL PASAR", "--json", "--home", own_demo).data["entries"]
    trial = next(one for one in entries if one["type"] == "innovation.trialled")
    moment = entries[-1]["recorded_at"]
    done = invoke(
        "correct",
        str(trial["event"]),
        "occurred",
        "2023-01-02",
        "--reason",
        "salah ketik",
        "--yes",
        "--home",
        own_demo,
    )
    assert done.status == 0, done.err

    def trialled(*more: str) -> Any:
        shown = invoke("catalogue", "show", "SIMPEL PASAR", "--json", "--home", own_demo, *more)
        return shown.data["fields"]["trialled_on"]["value"]

    assert trialled() == "2023-01-02"
    assert trialled("--known-at", moment) == "2023-02-02"
    same = invoke(
        "correct", str(trial["event"]), "occurred", "2023-01-02", "--reason", "x", "--yes", "--home", own_demo
    )
    assert (same.status, same.err) == (4, "  occurred  Nilainya memang sudah demikian.\n")
    named = (
        "correct",
        str(trial["event"]),
        " TANGGAL ",
        "3 Januari 2023",
        "--reason",
        "x",
        "--yes",
        "--home",
        own_demo,
    )
    assert invoke(*named).status == 0
    assert trialled() == "2023-01-03"
    unknown = invoke(
        "correct", str(trial["event"]), "tempt", "x", "--reason", "x", "--yes", "--home", own_demo
    )
    assert unknown.err == ('Tidak ada isian tempt. Maksudnya "Tempat"? Yang ada: Tanggal, Tempat, Hasil.\n')


def test_a_correction_takes_the_labels_of_the_form(own_demo: Path) -> None:
    entries = invoke("history", "SIMPEL PASAR", "--json", "--home", own_demo).data["entries"]
    profile = next(one for one in entries if one["type"] == "innovation.profile_written")
    position = str(profile["event"])
    for field, value in (
        ("bentuk  inovasi", "Tata Kelola Pemerintahan Daerah"),
        ("hasil inovasi", "Antre lebih pendek"),
    ):
        words = ("correct", position, field, value, "--reason", "x", "--yes", "--home", own_demo)
        done = invoke(*words)
        assert done.status == 0, done.err
    shown = invoke("catalogue", "show", "SIMPEL PASAR", "--json", "--home", own_demo).data["fields"]
    assert (shown["form"]["value"], shown["results"]["value"]) == (
        "tata kelola pemerintahan daerah",
        "Antre lebih pendek",
    )
    done = invoke("correct", position, "anggran", "x", "--reason", "x", "--yes", "--home", own_demo)
    assert done.err.startswith('Tidak ada isian anggran. Maksudnya "Anggaran"? Yang ada: Tanggal, Inisiator,')
    done = invoke("correct", position, "zzz", "x", "--reason", "x", "--yes", "--home", own_demo)
    assert done.err.startswith("Tidak ada isian zzz; yang ada: Tanggal, Inisiator, ")


def test_a_command_id_records_once(own_demo: Path) -> None:
    words = [
        "correct",
        "1501",
        "result",
        "Berjalan baik",
        "--reason",
        "x",
        "--yes",
        "--command-id",
        "ralat-1",
    ]
    assert invoke(*words, "--home", own_demo).status == 0
    again = invoke(*words, "--home", own_demo)
    assert (again.status, again.out) == (
        0,
        "Tidak ada yang baru: perintah ralat-1 sudah tercatat sebelumnya.\n",
    )
