"""The proofs in a package: of every event that it cites, under the checkpoint of its position."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from ledger.proofs.signed_note import new_key
from tests.helpers import invoke
from tests.ledger import stranger_verifier
from tests.packages import BASE, fixed_up, members, pack, verify, zipped

FOLDER = "data/proofs/"
CHECKPOINT = f"{FOLDER}checkpoint.txt"
OTHER = str(new_key("lain").verifier())


@pytest.fixture(scope="module")
def signed(packed: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """A workspace with a key, its package, and the public key."""
    folder = tmp_path_factory.mktemp("bukti")
    home = Path(shutil.copytree(packed[0], folder / "ruang"))
    key = invoke("ledger", "key", "--json", "--home", home).data["verifier"]
    done = pack(home, folder)
    assert (done.status, done.err) == (0, "")
    assert "berkas membuktikan yang dirujuknya; masing-masing memuat peristiwanya secara utuh." in done.out
    return home, folder / f"{BASE}.zip", key


def test_without_a_key_a_package_holds_no_proofs(packed: tuple[Path, Path]) -> None:
    assert not [path for path in members(packed[1]) if path.startswith(FOLDER)]
    done = verify(packed[1], "--alone", "--key", OTHER)
    assert (done.status, done.err.strip()) == (
        1,
        f"{CHECKPOINT}  Paket ini tidak memuat bukti; tidak ada yang ditandatangani di dalamnya.",
    )


def test_every_event_that_is_cited_is_proved(signed: tuple[Path, Path, str]) -> None:
    home, file, key = signed
    held = members(file)
    proofs = [path for path in held if path.endswith(".tlog-proof")]
    assert proofs
    assert all(stranger_verifier.accepts(held[path].decode(), key) for path in proofs[:3])
    done = verify(file, "--alone", "--key", key, "--json")
    assert (done.status, done.data["findings"]) == (0, [])
    assert done.data["proofs"] == len(proofs)
    assert done.data["signed_by"] == [key.partition("+")[0]]
    shown = verify(file, "--home", home)
    assert (shown.status, shown.err) == (0, "")
    assert "Dibuat ulang dari ruang kerja: sama sampai bita terakhir." in shown.out


def test_a_workspace_without_its_key_makes_the_same(signed: tuple[Path, Path, str], tmp_path: Path) -> None:
    home = Path(shutil.copytree(signed[0], tmp_path / "ruang"))
    (home / "jejak.key").unlink()
    assert verify(signed[1], "--home", home).status == 0


def test_packing_again_gives_the_same_bytes(signed: tuple[Path, Path, str], tmp_path: Path) -> None:
    home = Path(shutil.copytree(signed[0], tmp_path / "ruang"))
    assert pack(home, tmp_path).status == 0
    assert (tmp_path / f"{BASE}.zip").read_bytes() == signed[1].read_bytes()


def test_what_was_done_to_proofs_is_named(signed: tuple[Path, Path, str], tmp_path: Path) -> None:
    """The manifests were mended after each change: the proofs themselves tell."""
    _home, file, key = signed
    held = members(file)
    first, second = [path for path in sorted(held) if path.endswith(".tlog-proof")][:2]
    number = int(Path(first).stem)
    note = held[CHECKPOINT].decode()

    def told(changes: dict[str, bytes | None], *words: str) -> list[str]:
        spoilt = {path: raw for path, raw in (held | changes).items() if raw is not None}
        made = zipped(tmp_path / f"{BASE}.zip", fixed_up(spoilt))
        done = verify(made, "--alone", *words)
        assert done.status == 1
        return [line.strip() for line in done.err.splitlines() if "zip" not in line]

    assert told({first: held[second]}) == [
        f"{first}  Ini bukti peristiwa lain, atau di bawah titik periksa lain."
    ]
    assert told({first: None}) == [
        f"data/provenance.json  Peristiwa {number} dirujuk tetapi tidak dibuktikan."
    ]
    assert told({first: b"bukan"}) == [f"{first}  Tidak membuktikan apa pun: bukan bukti sebuah peristiwa."]
    changed = note.replace("jejak/", "lain/", 1).encode()
    found = told({CHECKPOINT: changed}, "--key", key)
    assert any("di bawah titik periksa lain" in line for line in found)
    assert told({}, "--key", OTHER) == [f"{CHECKPOINT}  Tidak ditandatangani lain."]


def test_the_file_is_one_folder(signed: tuple[Path, Path, str]) -> None:
    with zipfile.ZipFile(signed[1]) as archive:
        assert {name.partition("/")[0] for name in archive.namelist()} == {BASE}
