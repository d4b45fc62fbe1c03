"""Many dossiers in one go: folders with evidence, a list of them all, going on where a run was cut."""

from __future__ import annotations

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exporters.dossier.assemble import Builder
from tests.helpers import Done, invoke

PASAR = "iga-2026-3303-0169"
PROGRESS = ".jejak-kumpulan.jsonl"


def batch(home: Path, out: Path, *words: str, award: str = "iga", year: str = "2026") -> Done:
    return invoke("dossier", "batch", award, "--year", year, *words, "--out", out, "--home", home)


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (PROGRESS, "daftar-isi.xlsx")
    }


def contents(out: Path, sheet: str) -> list[list[Any]]:
    page = load_workbook(out / "daftar-isi.xlsx")[sheet]
    return [list(row) for row in page.iter_rows(min_row=5, values_only=True)]


def test_what_was_entered_is_written_with_its_evidence(demo: Path, tmp_path: Path) -> None:
    done = batch(demo, tmp_path, "--json")
    assert done.status == 0
    (item,) = done.data["items"]
    assert (item["code"], item["state"], item["folder"]) == ("3303-0169", "written", PASAR)
    folder = tmp_path / PASAR
    found = bytes_below(folder)
    assert {name: hashlib.sha256(raw).hexdigest() for name, raw in found.items()} == item["files"]
    assert list(found)[:3] == [
        "bukti/16_Perkada_CONTOH-12-2025.pdf",
        "bukti/17_SK_500.2-CONTOH-13-2025.pdf",
        "bukti/18_dokumen-anggaran_DPA-CONTOH-06-2023.pdf",
    ]
    assert (
        invoke("dossier", "iga", "3303-0169", "--year", "2026", "--out", tmp_path, "--home", demo).status == 0
    )
    assert (tmp_path / f"{PASAR}.docx").read_bytes() == found[f"{PASAR}.docx"]
    assert (tmp_path / f"{PASAR}.json").read_bytes() == found[f"{PASAR}.json"]
    (row,) = contents(tmp_path, "Daftar Isi")
    assert row[1:6] == [
        "3303-0169",
        "Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat",
        "Dinas Perindustrian dan Perdagangan",
        "ditulis",
        "memenuhi syarat",
    ]


def test_processes_write_the_same_bytes(demo: Path, tmp_path: Path) -> None:
    codes = ("SIMPEL PASAR", "3303-0001", "3303-0002", "3303-0003")
    one, two = (tmp_path / name for name in ("satu", "dua"))
    assert batch(demo, one, *codes).status == 0
    done = batch(demo, two, *codes, "--jobs", "2", "--json")
    assert (done.status, done.data["written"]) == (0, 4)
    assert [item["code"] for item in done.data["items"]] == [
        "3303-0169",
        "3303-0001",
        "3303-0002",
        "3303-0003",
    ]
    assert bytes_below(one) == bytes_below(two)
    assert (one / "daftar-isi.xlsx").read_bytes() == (two / "daftar-isi.xlsx").read_bytes()
    gaps = [row[1] for row in contents(one, "Masih Kurang")]
    assert gaps.count("3303-0001") == len(done.data["items"][1]["gaps"]) > 5


def test_the_list_prints_across_one_page_and_names_an_innovation_once(demo: Path, tmp_path: Path) -> None:
    assert batch(demo, tmp_path, "3303-0001", "3303-0002").status == 0
    book = load_workbook(tmp_path / "daftar-isi.xlsx")
    widths = {}
    for page in book:
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        heads = [cell.value for cell in page[4]]
        found = {head: int(page.column_dimensions[chr(ord("A") + at)].width) for at, head in enumerate(heads)}
        assert all(width >= len(head) + 1 for head, width in found.items() if head != "No.")
        widths[page.title] = found
    assert (widths["Daftar Isi"]["Inovasi"], widths["Daftar Isi"]["Keterangan"]) == (40, 40)
    assert widths["Masih Kurang"]["Inovasi"] == 40
    assert all(sum(one.values()) < 210 for one in widths.values())
    rows = contents(tmp_path, "Masih Kurang")
    codes = [row[1] for row in rows]
    first = {codes.index(code) for code in ("3303-0001", "3303-0002")}
    assert {at for at, row in enumerate(rows) if row[2] and row[3]} == first
    assert {at for at, row in enumerate(rows) if row[2] or row[3]} == first
    assert None not in codes


def test_a_second_run_goes_on_where_the_first_was_cut(demo: Path, tmp_path: Path) -> None:
    codes = ("3303-0001", "3303-0002", "3303-0003")
    assert batch(demo, tmp_path, *codes[:2]).status == 0
    path = tmp_path / PROGRESS
    # The machine stopped while the second line was written.
    path.write_bytes(path.read_bytes()[:-30])
    before = (tmp_path / "iga-2026-3303-0001" / "iga-2026-3303-0001.docx").stat().st_mtime_ns
    done = batch(demo, tmp_path, *codes, "--json")
    states = [item["state"] for item in done.data["items"]]
    assert (done.status, states) == (0, ["kept", "written", "written"])
    assert [item["state"] for item in batch(demo, tmp_path, *codes, "--json").data["items"]] == ["kept"] * 3
    assert (tmp_path / "iga-2026-3303-0001" / "iga-2026-3303-0001.docx").stat().st_mtime_ns == before


def test_what_somebody_changed_is_never_written_over(own_demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "dok"
    assert batch(own_demo, out, "3303-0001").status == 0
    document = out / "iga-2026-3303-0001" / "iga-2026-3303-0001.docx"
    written = document.read_bytes()
    document.write_bytes(b"diubah tangan")
    done = batch(own_demo, out, "3303-0001")
    assert (done.status, document.read_bytes()) == (1, b"diubah tangan")
    (document.parent / "catatan.txt").write_text("milik kantor", encoding="utf-8")
    done = batch(own_demo, out, "3303-0001", "--json")
    (item,) = done.data["items"]
    assert item["why"] == (
        "folder iga-2026-3303-0001 dibiarkan apa adanya (berubah sejak ditulis: iga-2026-3303-0001.docx;"
        " bukan tulisan Jejak: catatan.txt); pindahkan dahulu"
    )
    # What was known of it stays in the list, with the folder that is in the way.
    (row,) = contents(out, "Daftar Isi")
    assert row[2:4] == [item["title"], item["unit"]]
    assert row[4:6] == ["gagal", "belum memenuhi syarat"]
    assert (row[7], row[8], row[10]) == (len(item["gaps"]), "iga-2026-3303-0001", item["why"])
    assert len(item["gaps"]) > 5
    (document.parent / "catatan.txt").unlink()
    document.write_bytes(written)
    words = ("--number", "7", "--kind", "SK", "--indicator", "16")
    paper = tmp_path / "sk.pdf"
    paper.write_bytes(b"%PDF-1.4 SK")
    done = invoke("evidence", "add", paper, "--code", "3303-0001", *words, "--home", own_demo)
    assert done.status == 0, done.err
    done = batch(own_demo, out, "3303-0001", "--json")
    assert (done.status, done.data["written"]) == (0, 1)
    assert min(bytes_below(out / "iga-2026-3303-0001")) == "bukti/16_SK_7.pdf"
    assert document.read_bytes() != written


def test_a_folder_that_only_lacks_a_file_is_written_again(demo: Path, tmp_path: Path) -> None:
    assert batch(demo, tmp_path, "3303-0001").status == 0
    document = tmp_path / "iga-2026-3303-0001" / "iga-2026-3303-0001.docx"
    written = document.read_bytes()
    document.unlink()
    done = batch(demo, tmp_path, "3303-0001", "--json")
    assert (done.status, done.data["written"], document.read_bytes()) == (0, 1, written)
    # So it is where another run, or none, is known to have written it.
    document.unlink()
    (tmp_path / PROGRESS).unlink()
    assert batch(demo, tmp_path, "3303-0001").status == 0
    assert document.read_bytes() == written


def test_a_file_with_the_name_of_the_folder_is_left_alone(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "iga-2026-3303-0001").write_text("catatan", encoding="utf-8")
    done = batch(demo, tmp_path, "3303-0001")
    assert done.status == 1
    assert "iga-2026-3303-0001 adalah berkas, bukan folder; pindahkan dahulu" in done.out
    assert (tmp_path / "iga-2026-3303-0001").read_text(encoding="utf-8") == "catatan"


def test_final_copies_leave_out_what_is_not_complete(demo: Path, tmp_path: Path) -> None:
    done = batch(demo, tmp_path, "SAPA RT", "SIMPEL PASAR", "--final", "--json")
    assert done.status == 1
    refused, written = done.data["items"]
    assert (refused["state"], refused["folder"], refused["why"]) == (
        "refused",
        None,
        "bagian wajibnya belum lengkap",
    )
    assert (written["state"], max(written["files"])) == ("written", f"{PASAR}-final.json")
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [PASAR]
    assert len(refused["gaps"]) > 0


def test_evidence_that_is_gone_is_named_and_the_rest_is_written(own_demo: Path, tmp_path: Path) -> None:
    held = invoke("evidence", "list", "SIMPEL PASAR", "--json", "--home", own_demo).data["items"]
    gone = next(one["file"] for one in held if one["name"] == "01-peraturan-bupati.pdf")
    (own_demo / "evidence" / gone[:2] / gone).unlink()
    done = batch(own_demo, tmp_path, "SIMPEL PASAR")
    assert done.status == 1
    assert done.out.splitlines()[1:] == [
        "1 di antaranya masih kurang bagian formulir: lembar Masih Kurang dalam daftar itu menyebutnya.",
        "  3303-0169  berkas bukti hilang atau berubah: 01-peraturan-bupati.pdf",
    ]
    assert not (tmp_path / PASAR / "bukti" / "16_Perkada_CONTOH-12-2025.pdf").exists()
    assert contents(tmp_path, "Daftar Isi")[0][10] == (
        "berkas bukti hilang atau berubah: 01-peraturan-bupati.pdf"
    )


def test_what_was_written_and_still_lacks_parts_is_counted(demo: Path, tmp_path: Path) -> None:
    codes = ("SIMPEL PASAR", "3303-0001", "3303-0002")
    done = batch(demo, tmp_path, *codes)
    first, second = done.out.splitlines()
    assert first.partition("detik: ")[2] == (
        "3 ditulis, 0 sudah ada, 0 tidak ditulis karena bagian wajibnya kurang, 0 gagal."
        f" Daftarnya: {tmp_path / 'daftar-isi.xlsx'}"
    )
    assert (
        second
        == "3 di antaranya masih kurang bagian formulir: lembar Masih Kurang dalam daftar itu menyebutnya."
    )
    final = batch(demo, tmp_path / "final", *codes[1:], "--final")
    assert (
        "0 ditulis, 0 sudah ada, 2 tidak ditulis karena bagian wajibnya kurang" in final.out.splitlines()[0]
    )
    assert "di antaranya" not in final.out


def test_the_list_tells_its_day_as_people_read_it(demo: Path, tmp_path: Path) -> None:
    assert batch(demo, tmp_path, "3303-0001", "--as-of", "2026-03-01").status == 0
    note = load_workbook(tmp_path / "daftar-isi.xlsx")["Daftar Isi"]["A2"].value
    assert note.partition("; ")[2] == "1 Maret 2026."


def test_one_that_fails_stops_none(demo: Path, tmp_path: Path) -> None:
    (tmp_path / ".iga-2026-3303-0001.part").write_text("di jalan", encoding="utf-8")
    done = batch(demo, tmp_path, "3303-0001", "3303-0002", "--json")
    assert (done.status, [one["state"] for one in done.data["items"]]) == (1, ["failed", "written"])
    assert done.data["items"][0]["why"]


def test_a_unit_is_chosen_by_name(demo: Path, tmp_path: Path) -> None:
    words = ("--unit", "Dinas Perindustrian dan Perdagangan", "--all", "--json")
    done = batch(demo, tmp_path, *words, award="kipp", year="2023")
    assert done.status == 0
    assert "3303-0169" in [one["code"] for one in done.data["items"]]
    # A unit bears the name that it had when the innovation was designed.
    assert {one["unit"] for one in done.data["items"]} == {
        "Dinas Perindustrian dan Perdagangan",
        "Dinas Perindustrian, Perdagangan dan Koperasi",
    }
    unknown = batch(demo, tmp_path / "lain", "--unit", "Dinas Tiada")
    assert (unknown.status, unknown.out) == (2, "")
    assert 'Tidak ada unit "Dinas Tiada" yang punya inovasi.' in unknown.err
    assert not (tmp_path / "lain").exists()


def test_an_edition_without_entries_asks_what_is_meant(demo: Path, tmp_path: Path) -> None:
    done = batch(demo, tmp_path / "dok", "--region", "33.05")
    assert (done.status, (tmp_path / "dok").exists()) == (2, False)
    assert "Belum ada inovasi yang diusulkan pada edisi ini." in done.err
    assert "Sebut inovasinya, atau sertakan juga yang belum diusulkan: --all" in done.err
    both = batch(demo, tmp_path / "dok", "3303-0001", "--all")
    assert (both.status, "Sebut inovasinya, atau pilih dengan --unit atau --all." in both.err) == (2, True)


def test_the_progress_of_another_edition_is_not_taken_for_this_one(demo: Path, tmp_path: Path) -> None:
    assert batch(demo, tmp_path, "3303-0001").status == 0
    assert batch(demo, tmp_path, "3303-0001", "--final").status == 1
    lines = (tmp_path / PROGRESS).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line).get("final") for line in lines] == [False, None, True, None]


def test_a_fault_of_our_own_is_reported_in_a_file_and_stops_none(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def broken(self: Builder, stream: str, build: Any = Builder.build) -> Any:
        if stream.endswith("/000001"):
            raise ZeroDivisionError(stream)
        return build(self, stream)

    monkeypatch.setattr(Builder, "build", broken)
    done = batch(demo, tmp_path / "dok", "3303-0001", "3303-0002", "--json")
    assert (done.status, [one["state"] for one in done.data["items"]]) == (1, ["failed", "written"])
    (report,) = tmp_path.glob("jejak-laporan-*.txt")
    assert done.data["items"][0]["why"] == (
        "Ini kesalahan Jejak sendiri: ZeroDivisionError."
        f" Kirim berkas ini kepada programer; isinya tanpa data Anda: {report}"
    )
    assert "builtins.ZeroDivisionError" in report.read_text(encoding="utf-8")
