"""evidence add, list and seen: from files to events."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from domain.evidence import AttachEvidence
from ledger.workspace.workspace import open_at
from tests.clocked import record
from tests.helpers import Done, invoke
from tests.ledger.office import INNOVATION, Clock

LINK = "https://contoh.go.id/video"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made(tmp_path / "16 SK 2024-03-02 Penetapan.pdf", b"isi")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One file for each of two innovations, one by its acronym."""
    made(tmp_path / "bukti" / "3303-0002" / "foto pasar.jpg", b"foto")
    made(tmp_path / "bukti" / "SIMPEL" / "16 SK 2024-03-02 Penetapan.pdf", b"isi")
    return tmp_path / "bukti"


def made(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def add(home: Path, *words: str | Path) -> Done:
    return invoke("evidence", "add", *words, "--home", home)


def listed(home: Path, *code: str) -> list[tuple[Any, ...]]:
    """The evidence with a file or link: event, kind, date, subject, indicators."""
    items = invoke("evidence", "list", *code, "--json", "--home", home).data["items"]
    keys = ("event", "kind", "date", "subject", "iga")
    return [tuple(one[key] for key in keys) for one in items if one["file"] or one["link"]]


def kept(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "evidence").rglob("*") if path.is_file())


def head(home: Path) -> int:
    position: int = invoke("catalogue", "list", "--json", "--home", home).envelope["position"]
    return position


def test_a_file_by_its_name(own_life: Path, file: Path) -> None:
    done = add(own_life, file, "--code", "SIMPEL")
    assert (done.status, done.err) == (0, "")
    rows = done.out.splitlines()
    assert rows[0].split() == ["Kode", "Indikator", "Jenis", "Tanggal", "Perihal", "Berkas"]
    told = "3303-0001  16         SK     2 Maret 2024  Penetapan  16 SK 2024-03-02 Penetapan.pdf"
    assert rows[2] == told
    assert rows[3].startswith("Tercatat: 1 peristiwa (posisi 116–116).")
    assert listed(own_life) == [(116, "sk", "2024-03-02", "Penetapan", ["regulation"])]
    assert kept(own_life) == [sha(b"isi")]


def test_options_go_before_the_name(own_life: Path, file: Path) -> None:
    given = ("--kind", "perkada", "--indicator", "17", "--indicator", "18", "--date", "2023", "--page", "3")
    words = ("--subject", "Perbup", "--number", "5/2023", "--part", "novelty", "--personal")
    assert add(own_life, file, "--code", "3303-0001", *given, *words).status == 0
    (item,) = [
        one
        for one in invoke("evidence", "list", "SIMPEL", "--json", "--home", own_life).data["items"]
        if one["file"]
    ]
    keys = ("kind", "iga", "date", "page", "subject", "number", "kipp", "file", "there")
    assert [item[key] for key in keys] == [
        "perkada",
        ["personnel", "budget_support"],
        "2023",
        "3",
        "Perbup",
        "5/2023",
        ["novelty"],
        sha(b"isi"),
        True,
    ]


def test_a_folder_is_shown_first_and_recorded_with_yes(own_life: Path, folder: Path) -> None:
    shown = add(own_life, folder)
    assert shown.status == 4
    assert shown.err.startswith("  foto pasar.jpg  tanpa indikator atau bagian KIPP, ")
    more = "Belum ada yang dicatat. Untuk mencatat: perintah yang sama dengan --yes."
    assert shown.err.splitlines()[-1] == more
    assert shown.out.splitlines() == [
        "Kode       Indikator  Jenis  Tanggal       Perihal    Berkas",
        "─────────  ─────────  ─────  ────────────  ─────────  ──────────────────────────────",
        "3303-0002  –          foto   –             pasar      foto pasar.jpg",
        "3303-0001  16         SK     2 Maret 2024  Penetapan  16 SK 2024-03-02 Penetapan.pdf",
    ]
    asked = add(own_life, folder, "--json")
    assert (asked.status, asked.data["events"], asked.data["new"]) == (4, [], 2)
    assert add(own_life, folder, "--dry-run").status == 0
    assert (listed(own_life), kept(own_life), head(own_life)) == ([], [], 115)
    done = add(own_life, folder, "--yes", "--json")
    assert (done.data["new"], done.data["events"]) == (2, [116, 117])
    assert listed(own_life) == [
        (117, "sk", "2024-03-02", "Penetapan", ["regulation"]),
        (116, "photo", None, "pasar", []),
    ]
    assert kept(own_life) == sorted([sha(b"isi"), sha(b"foto")])


def test_all_faults_are_told_and_nothing_is_recorded(own_life: Path, folder: Path) -> None:
    for name in (
        "9999-0001/a.pdf",
        "SIMPEL/99 SK.pdf",
        "SIMPEL/2024-02-31 x.pdf",
        "luar.pdf",
        "Tak Dikenal/b.pdf",
    ):
        made(folder / name, b"x")
    done = add(own_life, folder, "--yes")
    assert done.status == 3
    look = "  Carilah: jejak catalogue list --search KATA"
    assert [line.replace(str(folder), "bukti").strip() for line in done.err.splitlines()] == [
        'bukti/9999-0001/a.pdf  Inovasi atau ide "9999-0001" belum tercatat.',
        look.strip(),
        'bukti/SIMPEL/2024-02-31 x.pdf  tanggal "2024-02-31" tidak ada.',
        "bukti/SIMPEL/99 SK.pdf  tidak ada indikator 99.",
        'bukti/Tak Dikenal/b.pdf  Inovasi atau ide "Tak Dikenal" belum tercatat.',
        look.strip(),
        "bukti/luar.pdf  berkas tidak terletak dalam folder bernama kode inovasi.",
        "5 kesalahan. Tidak ada yang dicatat.",
    ]
    assert (listed(own_life), kept(own_life), head(own_life)) == ([], [], 115)


def test_dry_run_shows_and_keeps_nothing(own_life: Path, folder: Path) -> None:
    done = add(own_life, folder, "--dry-run")
    assert done.out.splitlines()[-1] == "Akan dicatat 2 peristiwa. Belum ada yang dicatat."
    assert (listed(own_life), kept(own_life), head(own_life)) == ([], [], 115)


def test_an_empty_folder_says_what_it_needs(own_life: Path, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    done = add(own_life, tmp_path / "kosong", "--yes")
    told = "Folder itu tidak berisi berkas. Buat satu subfolder untuk tiap kode, lalu taruh berkasnya di"
    assert (done.status, done.out) == (0, f"{told} dalamnya.\n")


def test_the_same_file_again_is_stored_once_and_said(own_life: Path, file: Path) -> None:
    assert add(own_life, file, "--code", "SIMPEL").status == 0
    done = add(own_life, file, "--code", "SIMPEL")
    assert done.out.splitlines()[2].endswith(
        "16 SK 2024-03-02 Penetapan.pdf (sudah terlampir: peristiwa 116)"
    )
    assert done.out.splitlines()[3] == "Tidak ada yang baru: semua berkas sudah terlampir."
    assert (len(listed(own_life)), kept(own_life), head(own_life)) == (1, [sha(b"isi")], 116)
    # For another indicator, or another innovation, the same file says something new.
    assert add(own_life, file, "--code", "SIMPEL", "--indicator", "17").status == 0
    assert add(own_life, file, "--code", "3303-0002").status == 0
    assert (len(listed(own_life)), kept(own_life)) == (3, [sha(b"isi")])


def test_the_same_bytes_twice_in_one_folder_are_recorded_once(own_life: Path, folder: Path) -> None:
    made(folder / "SIMPEL" / "salinan.pdf", b"isi")
    done = add(own_life, folder, "--yes", "--json")
    assert [one["same_as"] for one in done.data["items"]] == [None, None, "16 SK 2024-03-02 Penetapan.pdf"]
    assert done.data["events"] == [116, 117]
    shown = add(own_life, folder).out.splitlines()
    assert shown[4].endswith("salinan.pdf (sudah terlampir: peristiwa 117)")


def test_a_missing_file_is_put_back_when_it_is_added_again(own_life: Path, file: Path) -> None:
    assert add(own_life, file, "--code", "SIMPEL").status == 0
    name = sha(b"isi")
    (own_life / "evidence" / name[:2] / name).unlink()
    done = add(own_life, file, "--code", "SIMPEL")
    assert (done.status, done.err) == (0, "1 berkas yang hilang disimpan kembali.\n")
    assert (kept(own_life), head(own_life)) == ([name], 116)


def test_what_gives_way_is_no_longer_listed_but_stays(own_life: Path, file: Path, tmp_path: Path) -> None:
    assert add(own_life, file, "--code", "SIMPEL").status == 0
    new = made(tmp_path / "16 SK 2025-01-02 Perubahan.pdf", b"baru")
    assert add(own_life, new, "--code", "SIMPEL", "--supersedes", "116").status == 0
    wanted = [(117, "sk", "2025-01-02", "Perubahan", ["regulation"])]
    assert listed(own_life) == wanted
    assert invoke("projections", "rebuild", "--home", own_life).status == 0
    assert listed(own_life) == wanted
    assert kept(own_life) == sorted([sha(b"isi"), sha(b"baru")])
    story = invoke("history", "SIMPEL", "--home", own_life).out
    assert "Bukti dukung dilampirkan: SK, Penetapan." in story
    assert "Bukti dukung dilampirkan: SK, Perubahan." in story
    out = tmp_path / "dosir"
    done = invoke("dossier", "iga", "SIMPEL", "--year", "2026", "--out", out, "--json", "--home", own_life)
    (written,) = (Path(one) for one in done.data["files"] if one.endswith(".json"))
    dossier = written.read_text(encoding="utf-8")
    assert (sha(b"baru") in dossier, sha(b"isi") in dossier) == (True, False)
    again = add(own_life, file, "--code", "SIMPEL", "--supersedes", "116")
    told = "Bukti yang digantikannya tidak berlaku, atau sudah digantikan."
    assert (again.status, again.err.strip()) == (4, told)


def test_the_same_file_may_take_the_place_of_its_own_record(own_life: Path, file: Path) -> None:
    assert add(own_life, file, "--code", "SIMPEL").status == 0
    done = add(own_life, file, "--code", "SIMPEL", "--date", "2024-03-03", "--supersedes", "116")
    assert done.status == 0
    assert listed(own_life) == [(117, "sk", "2024-03-03", "Penetapan", ["regulation"])]


@pytest.mark.parametrize("event", ["20", "9999"])
def test_only_events_of_the_innovation_give_way(own_life: Path, file: Path, event: str) -> None:
    done = add(own_life, file, "--code", "SIMPEL", "--supersedes", event)
    look = "  Cari dengan: jejak evidence list 3303-0001"
    assert done.err.splitlines() == [f"Peristiwa {event} bukan bukti inovasi ini.", look]
    assert (done.status, kept(own_life), head(own_life)) == (2, [], 115)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--code", "SIMPEL", "--date", "2024-13-01"), 'tanggal "2024-13-01" tidak ada.'),
        (("--code", "SIMPEL", "--indicator", "²"), "Tidak ada indikator ²."),
        (("--code", "SIMPEL", "--indicator", "99"), "Tidak ada indikator 99."),
        (("--code", "SIMPEL", "--part", "zzz"), "Tidak ada bagian atau surat zzz."),
        ((), "Sebutkan inovasinya untuk berkas tunggal: --code KODE."),
    ],
)
def test_options_that_cannot_be(own_life: Path, file: Path, words: tuple[str, ...], told: str) -> None:
    done = add(own_life, file, *words)
    assert done.status == 2
    assert told in done.err
    assert (kept(own_life), head(own_life)) == ([], 115)


def test_options_that_do_not_fit_a_folder(own_life: Path, folder: Path) -> None:
    coded = add(own_life, folder, "--code", "SIMPEL")
    assert "Folder ditulis sendiri: subfoldernya bernama kode inovasi." in coded.err
    superseding = add(own_life, folder, "--supersedes", "56")
    assert "--supersedes berlaku untuk satu berkas." in superseding.err
    assert (coded.status, superseding.status, head(own_life)) == (2, 2, 115)


def linked(home: Path) -> None:
    """Records a link, at noon of the day after the small lab."""
    at = datetime(2023, 6, 6, 5, tzinfo=UTC)
    evidence = AttachEvidence.of(
        region="3303", innovation=INNOVATION, kind="video", subject="Video", link=LINK
    )
    record(open_at(home), Clock(at), at.isoformat(), evidence)


def test_links_that_opened_and_that_did_not(own_life: Path) -> None:
    linked(own_life)

    def where() -> str:
        return (
            invoke("evidence", "list", "SIMPEL", "--home", own_life)
            .out.splitlines()[3]
            .split("  ")[-1]
            .strip()
        )

    assert where() == f"{LINK} (belum pernah dibuka)"
    assert invoke("evidence", "seen", "SIMPEL", LINK, "--on", "2024-05-01", "--home", own_life).status == 0
    assert where() == f"{LINK} (dibuka 1 Mei 2024)"
    dead = invoke("evidence", "seen", "SIMPEL", LINK, "--on", "2024-06-01", "--dead", "--home", own_life)
    assert dead.status == 0
    assert where() == f"{LINK} (tidak dapat dibuka 1 Juni 2024)"


def test_a_link_that_nobody_recorded_is_refused(own_life: Path) -> None:
    words = ("evidence", "seen", "SIMPEL", "https://salah", "--home", own_life)
    done = invoke(*words)
    assert (done.status, done.err.splitlines()) == (
        2,
        [
            "3303-0001 tidak mempunyai tautan https://salah.",
            "  Catat dahulu tautannya pada lembar Bukti, atau sebagai Tautan Video pada lembar Profil.",
        ],
    )
    linked(own_life)
    assert invoke(*words).err.splitlines()[1] == f"  Tautannya: {LINK}"
    assert head(own_life) == 116


def test_a_day_on_which_nothing_opens(own_life: Path) -> None:
    linked(own_life)
    done = invoke("evidence", "seen", "SIMPEL", LINK, "--on", "2024-02-30", "--home", own_life)
    told = (
        'Error: tanggal "2024-02-30" tidak ada. '
        'Tulis tanggal yang benar, atau cukup "Februari 2024" bila harinya tidak diketahui.'
    )
    assert (done.status, done.err.splitlines()[-1]) == (2, told)


def test_the_list_as_a_workbook(own_life: Path, file: Path, tmp_path: Path) -> None:
    assert add(own_life, file, "--code", "SIMPEL").status == 0
    path = tmp_path / "daftar.xlsx"
    assert invoke("evidence", "list", "SIMPEL", "--xlsx", path, "--home", own_life).status == 0
    (sheet,) = load_workbook(path).worksheets
    assert sheet.title == "Bukti dukung"
    assert list(sheet.iter_rows(min_row=2, max_row=2, max_col=1, values_only=True)) == [
        ("Posisi rekam jejak: 116",)
    ]
    assert list(sheet.iter_rows(min_row=4, values_only=True)) == [
        ("No.", "Kode", "Peristiwa", "Jenis", "Nomor", "Tanggal", "Perihal", "Mendukung", "Di mana"),
        (1, "3303-0001", 56, "SK", "5/2023", "Januari 2023", "Tim", "", "–"),
        (2, "3303-0001", 116, "SK", "–", "2 Maret 2024", "Penetapan", "16", "16 SK 2024-03-02 Penetapan.pdf"),
    ]


def test_a_list_without_evidence_says_how_to_record(home: Path) -> None:
    told = "Belum ada bukti yang tercatat. Catat pada lembar Bukti, atau: jejak evidence add."
    assert invoke("evidence", "list", "--home", home).out == f"{told}\n"
