"""dossier verify: what was done to a package is named, and the package is made again from the ledger."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from commands.competition.dossier_package import release
from exporters.package.assemble import Wanted, assemble
from exporters.package.sources import from_files
from exporters.package.writing import write
from ledger.event_store import EventStore
from ledger.past_root import root_at
from ledger.workspace.workspace import open_at
from projections.eligibility import rulebooks
from projections.read_session import open_session
from schemas import loader
from tests.helpers import Done, invoke, note
from tests.package.conftest import Packed
from tests.packages import (
    BASE,
    DOSSIER,
    FORM,
    FORM_PATH,
    PHOTO_PATH,
    altered,
    fixed_up,
    members,
    pack,
    verify,
    zipped,
)

WORDS = {
    "changed": "Berubah sejak dikemas.",
    "missing": "Hilang: berkas ini ikut dikemas dan tidak ada lagi.",
    "added": "Ditambahkan: berkas ini tidak ikut dikemas.",
}


def told(file: Path, *words: str | Path) -> tuple[int, list[str]]:
    """Exit status and the problems that are said."""
    done = verify(file, *words)
    return done.status, [line.strip() for line in done.err.splitlines()]


def at_home(home: Path) -> tuple[str, Path]:
    return "--home", home


def test_a_whole_package(packed: Packed) -> None:
    done = verify(packed.file)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Paket utuh: 35 berkas, posisi 3.779, akar ")
    data = verify(packed.file, "--alone", "--json").data
    assert (data["name"], data["findings"], data["recreated"]) == (BASE, [], False)


def test_each_member_with_one_byte_changed_is_named_and_no_other(packed: Packed, tmp_path: Path) -> None:
    held = members(packed.file)
    for path, raw in held.items():
        for at in {0, len(raw) // 2, len(raw) - 1}:
            changed = raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
            file = zipped(tmp_path / "a.zip", {**held, path: changed})
            assert told(file) == (1, [f"{path}  {WORDS['changed']}"]), (path, at)


def test_a_byte_changed_inside_the_zip_is_named_too(packed: Packed, tmp_path: Path) -> None:
    whole, file = packed.file.read_bytes(), tmp_path / "a.zip"
    with zipfile.ZipFile(packed.file) as archive:
        entries = archive.infolist()
    for entry in entries:
        at = entry.header_offset + 30 + len(entry.filename)
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        name = entry.filename.partition("/")[2]
        assert told(file) == (1, [f"{name}  Rusak: berkas ini tidak dapat dibuka dari zip."])


def test_members_that_are_taken_out_put_in_or_renamed(packed: Packed, tmp_path: Path) -> None:
    held = members(packed.file)
    for path in held:
        rest = {one: raw for one, raw in held.items() if one != path}
        assert told(zipped(tmp_path / "a.zip", rest)) == (1, [f"{path}  {WORDS['missing']}"])
        moved = {**rest, f"{path}.lama": held[path]}
        expected = [f"{path}  Berganti nama: sekarang {path}.lama."]
        assert told(zipped(tmp_path / "b.zip", moved)) == (1, expected)
    for path in ("data/evidence/lain.pdf", "catatan.txt", "data/.DS_Store"):
        file = zipped(tmp_path / "c.zip", {**held, path: b"lain"})
        assert told(file) == (1, [f"{path}  {WORDS['added']}"])
    with zipfile.ZipFile(zipped(tmp_path / "d.zip", held), "a") as archive:
        archive.writestr("luar.txt", b"di luar foldernya")
    assert told(tmp_path / "d.zip") == (1, [f"../luar.txt  {WORDS['added']}"])
    other = zipped(tmp_path / "e.zip", held, base="iga-2026-3303-0001")
    assert told(other) == (1, [f"{BASE}/  Berganti nama: sekarang iga-2026-3303-0001/."])


def test_several_at_once_are_all_named(packed: Packed, tmp_path: Path) -> None:
    held = members(packed.file)
    del held[PHOTO_PATH]
    held |= {
        FORM_PATH: b"lain",
        "bag-info.txt": b"Source-Organization: Kabupaten Lain\n",
        "data/baru.txt": b"x",
    }
    done = verify(zipped(tmp_path / "a.zip", held), "--alone", "--json")
    found = [(one["kind"], one["path"]) for one in done.data["findings"]]
    assert found == [
        ("changed", "bag-info.txt"),
        ("added", "data/baru.txt"),
        ("changed", FORM_PATH),
        ("missing", PHOTO_PATH),
    ]
    assert done.status == 1
    said = verify(tmp_path / "a.zip")
    assert said.out == "4 temuan dalam paket.\n"


def test_counts_that_do_not_fit_are_found(packed: Packed, tmp_path: Path) -> None:
    held = members(packed.file)
    forged = fixed_up({**held, FORM_PATH: FORM + b"lagi"})
    counts = next(line for line in held["bag-info.txt"].splitlines() if b"Oxum" in line)
    now = next(line for line in forged["bag-info.txt"].splitlines() if b"Oxum" in line)
    forged["bag-info.txt"] = forged["bag-info.txt"].replace(now, counts)
    tags = "".join(
        f"{hashlib.sha256(forged[path]).hexdigest()}  {path}\n"
        for path in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")
    )
    forged["tagmanifest-sha256.txt"] = tags.encode()
    assert told(zipped(tmp_path / "a.zip", forged)) == (1, [f"bag-info.txt  {WORDS['changed']}"])


def test_a_zip_of_another_program_is_whole_but_not_the_same(packed: Packed, tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir(BASE)
        for path, raw in members(packed.file).items():
            archive.writestr(f"{BASE}/{path}", raw)
    assert told(file) == (0, ["Semua berkas sesuai kemasannya; zip yang memuatnya ditulis program lain."])
    assert told(file, *at_home(packed.home)) == (
        1,
        [f"{BASE}/  Semua berkas sama; zip yang memuatnya bukan yang ditulis Jejak."],
    )
    file.write_bytes(packed.file.read_bytes() + b"ekor")
    assert told(file, *at_home(packed.home))[0] == 1


def test_a_package_is_made_again_from_its_workspace(
    packed: Packed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = verify(packed.file, *at_home(packed.home))
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[1] == "Dibuat ulang dari ruang kerja: sama sampai bita terakhir."
    monkeypatch.chdir(packed.home / "evidence")
    assert invoke("dossier", "verify", packed.file).out == done.out
    monkeypatch.chdir(tmp_path)
    alone = invoke("dossier", "verify", packed.file)
    assert (alone.status, alone.out) == (0, done.out.splitlines(keepends=True)[0])
    assert alone.err.splitlines() == [
        "Tidak ada ruang kerja di sini: diperiksa hanya menurut daftar sidik jari di dalamnya. "
        "Dengan ruang kerja: --home FOLDER"
    ]
    assert invoke("dossier", "verify", packed.file, "--home", tmp_path).status == 5


def test_a_package_of_a_past_day_is_made_again_after_more_was_recorded(own: Path, tmp_path: Path) -> None:
    for number, words in enumerate(((), ("--as-of", "2024-12-31"), ("--known-at", "2099-12-31"))):
        file = tmp_path / f"{number}.zip"
        assert pack(own, file, *words).status == 0
    note(own, tmp_path)
    for number in range(3):
        done = verify(tmp_path / f"{number}.zip", *at_home(own))
        assert (done.status, done.err) == (0, "")
        assert done.out.endswith("sama sampai bita terakhir.\n")


def change(pointer: tuple[str | int, ...], value: object) -> Callable[[bytes], bytes]:
    def changed(raw: bytes) -> bytes:
        plain = json.loads(raw)
        found = plain
        for step in pointer[:-1]:
            found = found[step]
        found[pointer[-1]] = value
        return (json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()

    return changed


def forged(packed: Packed, to: Path, path: str, changing: Callable[[bytes], bytes]) -> Done:
    """Verifies an altered package that its own manifests find whole."""
    file = altered(packed.file, to, path, changing)
    assert verify(file).status == 0
    return verify(file, *at_home(packed.home))


def test_the_first_difference_of_a_forged_dossier_is_named(packed: Packed, tmp_path: Path) -> None:
    changing = change(("sections", 0, "values", 0, "value"), "Sudah menang")
    done = forged(packed, tmp_path / "a.zip", DOSSIER, changing)
    value = json.loads(members(packed.file)[DOSSIER])["sections"][0]["values"][0]["value"]
    assert done.status == 1
    first, second = done.err.splitlines()
    assert first.startswith(f'  {DOSSIER}  $.sections[0].values[0].value dalam paket "Sudah menang"; ')
    assert first.endswith(f'menurut rekam jejak "{value}".')
    assert second == "4 berkas berbeda; yang pertama disebut."
    assert done.out.splitlines()[1] == "Dibuat ulang dari ruang kerja: tidak sama."
    found = verify(tmp_path / "a.zip", *at_home(packed.home), "--json").data
    assert found["difference"]["field"] == "$.sections[0].values[0].value"
    assert (found["difference"]["packed"], found["differences"]) == ("Sudah menang", 4)


def test_a_field_too_many_is_named_and_so_is_a_document(packed: Packed, tmp_path: Path) -> None:
    done = forged(packed, tmp_path / "a.zip", DOSSIER, change(("tambahan",), 1))
    assert f'  {DOSSIER}  $.tambahan dalam paket "1"; menurut rekam jejak tidak ada.' in done.err.splitlines()
    document = f"data/{BASE}.docx"
    done = forged(packed, tmp_path / "b.zip", document, lambda raw: raw + b"\x00")
    assert f"  {document}  Berkas ini bukan yang dihasilkan rekam jejak." in done.err.splitlines()


def test_files_too_many_and_too_few_are_named_as_the_ledger_sees_them(packed: Packed, tmp_path: Path) -> None:
    held = members(packed.file)
    more = zipped(tmp_path / "a.zip", fixed_up({**held, "data/evidence/99_SK_lain.pdf": b"%PDF-"}))
    line = "  data/evidence/99_SK_lain.pdf  Berkas ini ada dalam paket, tetapi tidak dihasilkan rekam jejak."
    assert line in verify(more, *at_home(packed.home)).err.splitlines()
    del held[PHOTO_PATH]
    less = zipped(tmp_path / "b.zip", fixed_up(held))
    line = f"  {PHOTO_PATH}  Berkas ini tidak ada dalam paket, padahal dihasilkan rekam jejak."
    assert line in verify(less, *at_home(packed.home)).err.splitlines()


def test_a_package_of_another_ledger(packed: Packed, filed_life: Path, tmp_path: Path) -> None:
    remedy = "Sebut ruang kerja asal paket: --home FOLDER; atau periksa menurut isinya sendiri: --alone"
    said = "Rekam jejak di ruang kerja ini berada pada posisi 115, sedangkan paket pada posisi 3779."
    assert told(packed.file, *at_home(filed_life)) == (1, [said, remedy])
    file = tmp_path / "hidup.zip"
    done = invoke(
        "dossier", "pack", "iga", "SIMPEL", "--year", "2026", "--out", file, "--home", filed_life, "--json"
    )
    assert done.status == 0, done.err
    status, lines = told(file, *at_home(packed.home))
    assert status == 1
    root = root_at(EventStore(packed.home / "ledger.db"), 115)
    told_root = f"Pada posisi 115 akar rekam jejak ini {root}, sedangkan akar paket {done.data['root']}."
    assert lines == [told_root, remedy]


def test_a_package_of_what_the_ledger_does_not_know(packed: Packed, tmp_path: Path) -> None:
    contents = "data/contents.json"
    done = forged(packed, tmp_path / "a.zip", contents, change(("issue", "code"), "3303-9999"))
    assert (done.status, done.err.splitlines()[0]) == (1, 'Inovasi atau ide "3303-9999" belum tercatat.')
    done = forged(packed, tmp_path / "c.zip", contents, change(("issue", "group"), "tidak-ada"))
    assert (done.status, done.err.splitlines()[0]) == (
        1,
        "Tidak ada aturan penilaian untuk IGA 2026 (tidak-ada).",
    )
    done = forged(packed, tmp_path / "d.zip", contents, change(("issue", "as_of"), "31 Februari"))
    assert (done.status, done.err.splitlines()[0]) == (3, "d.zip bukan paket Jejak.")
    for field, value in (
        ("region", "../x"),
        ("time_zone", "../x"),
        ("known_at", "besok"),
        ("position", 10**30),
    ):
        assert forged(packed, tmp_path / "e.zip", contents, change(("issue", field), value)).status in (1, 3)
    done = forged(packed, tmp_path / "b.zip", contents, change(("release",), "9.9.9"))
    assert done.status == 1
    assert done.err.splitlines()[0] == (
        "Paket dibuat oleh Jejak 9.9.9; ini Jejak 0.1.0, yang mungkin menulisnya secara lain."
    )


def test_evidence_that_came_back_or_went(own: Path, tmp_path: Path) -> None:
    path = open_at(own).evidence.path(hashlib.sha256(FORM).hexdigest())
    whole, lacking = tmp_path / "utuh.zip", tmp_path / "kurang.zip"
    assert pack(own, whole).status == 0
    path.rename(tmp_path / "simpan")
    gone = verify(whole, *at_home(own))
    assert (gone.status, gone.err) == (
        0,
        "1 berkas bukti dalam paket hilang atau berubah di ruang kerja ini.\n",
    )
    assert pack(own, lacking, "--without-missing").status == 0
    assert verify(lacking, *at_home(own)).status == 0
    shutil.move(tmp_path / "simpan", path)
    assert told(lacking, *at_home(own)) == (
        1,
        [
            f"Bukti {path.name} disebut hilang dalam daftar isi, padahal ada di ruang kerja ini.",
            "Kemas lagi dosirnya, supaya berkas itu ikut.",
        ],
    )


def test_a_package_of_an_earlier_revision_is_made_again_by_it(own_demo: Path, tmp_path: Path) -> None:
    first = hashlib.sha256(loader.revisions("kipp-2023-umum")[0]).hexdigest()
    workspace, file = open_at(own_demo), tmp_path / "lama.zip"
    session = open_session(workspace)
    wanted = Wanted("SIMPEL PASAR", "kipp", 2023, "umum", first)
    with closing(session), closing(workspace.store()) as store:
        root = root_at(store, session.position)
        made = assemble(session, wanted, from_files(workspace.evidence.path), release=release(), root=root)
        write(made, file)
    assert made.contents.rulebook == first
    done = verify(file, *at_home(own_demo))
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "Dibuat ulang dari ruang kerja: sama sampai bita terakhir."


def test_a_package_cannot_choose_among_the_rulebooks_of_a_region(own_demo: Path, tmp_path: Path) -> None:
    change = {"at": "sections/summary/max_words/value", "to": 150}
    over = {"id": "kipp-2023-umum", "over": "kipp-2023-umum", "changes": [change]}
    (tmp_path / "aturan.json").write_text(json.dumps(over), encoding="utf-8")
    assert invoke("rulebook", "add", tmp_path / "aturan.json", *at_home(own_demo)).status == 0
    session = open_session(open_at(own_demo))
    held = rulebooks.find(session, "3303", "kipp", 2023, "umum")
    first = hashlib.sha256(loader.revisions("kipp-2023-umum")[0]).hexdigest()
    assert (held.origin, held.book.revision) == ("region", 1)
    assert rulebooks.as_pinned(held, first) is held
    assert rulebooks.by_hash(session, first).book.revision == 1
    session.close()
