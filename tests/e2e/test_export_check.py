"""What an export proves by itself, without a ledger to merge it into."""

from pathlib import Path

from ledger.admin.extract import FileSource
from tests.e2e.two_regions import broken, export, made, record
from tests.helpers import invoke


def test_an_export_is_checked_by_itself(tmp_path: Path) -> None:
    second = made(tmp_path / "wonosobo", "33.07")
    record(second, "PASAR RAPI")
    file, other = export(second, tmp_path / "a.jsonl"), tmp_path / "b.jsonl"
    header = FileSource(file).header
    done = invoke("ledger", "verify-proof", file)
    assert (done.status, done.out) == (
        0,
        f"Ekspor {header.origin}: peristiwa 1 sampai 4 berurutan dan menghasilkan akar\n  {header.root}\n"
        "Tidak ada titik periksa bertanda tangan di dalamnya: bandingkan akarnya dengan yang disimpan"
        " di tempat lain.\n",
    )
    key = invoke("ledger", "key", "--json", "--home", second).data["verifier"]
    done = invoke("ledger", "verify-proof", file, "--key", key)
    assert done.err.splitlines()[0] == f"a.jsonl tidak ditandatangani {header.origin}."
    record(second, "WARUNG RAPI", 2)
    grown = export(second, tmp_path / "c.jsonl", "--since", "2")
    shown = invoke("ledger", "verify-proof", grown, "--key", key, "--json").data
    assert {name: shown[name] for name in ("kind", "since", "events", "signed_by")} == {
        "kind": "export",
        "since": 2,
        "events": 5,
        "signed_by": [header.origin],
    }
    assert invoke("ledger", "verify-proof", grown).out.splitlines()[-1] == (
        "Tanda tangan belum diperiksa: sebut kunci publiknya dengan --key."
    )

    empty = export(second, tmp_path / "kosong.jsonl", "--since", "5")
    assert invoke("ledger", "verify-proof", empty, "--key", key).out.splitlines()[0] == (
        f"Ekspor {header.origin}: tidak ada yang baru sesudah peristiwa 5; akarnya"
    )

    folder = invoke("ledger", "verify-proof", tmp_path)
    assert (folder.status, f"{tmp_path} adalah folder: sebut satu berkas di dalamnya." in folder.err) == (
        2,
        True,
    )

    def refused() -> str:
        done = invoke("ledger", "verify-proof", other)
        assert done.status == 1
        return done.err.splitlines()[0]

    broken(file, other, event={"state": "{}"})
    assert refused() == f"b.jsonl tidak utuh: peristiwa pertamanya bukan milik {header.origin}."
    later = FileSource(grown).header
    lines = grown.read_text(encoding="utf-8").splitlines()
    other.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    assert refused() == "b.jsonl tidak utuh: peristiwa 5 tidak ada."
    broken(grown, other, consistency=["zz"])
    assert refused() == (
        "b.jsonl tidak membuktikan apa pun: jalur konsistensinya tidak ditulis dengan angka heksadesimal."
    )
    broken(grown, other, consistency=later.consistency[::-1])
    assert refused().startswith("b.jsonl tidak membuktikan apa pun: ")
    alien = export(made(tmp_path / "lain", "33.05"), tmp_path / "d.jsonl")
    note = invoke("ledger", "key", "--home", tmp_path / "lain")
    assert note.status == 0
    signed = FileSource(export(tmp_path / "lain", alien, "--force")).header.checkpoint
    broken(grown, other, checkpoint=signed)
    assert refused() == "b.jsonl tidak membuktikan apa pun: titik periksanya bukan milik peristiwanya."
    other.write_text("{", encoding="utf-8")
    assert refused() == "b.jsonl bukan ekspor yang dapat digabungkan."
