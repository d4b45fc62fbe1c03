"""dossier pack --template: the package brings the template, and is made again with it."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import docx
import pytest

from schemas import loader
from tests.exporters.test_template_sandbox import saying
from tests.helpers import invoke
from tests.package.conftest import Packed
from tests.packages import BASE, altered, members, pack, verify

TEMPLATE = "data/template.docx"
OWN = saying("Laporan {{ code }}")


@pytest.fixture(scope="module")
def file(packed: Packed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package whose template nobody holds any more."""
    folder = tmp_path_factory.mktemp("templat")
    own = folder / "punyaku.docx"
    own.write_bytes(OWN)
    done = pack(packed.home, folder, "--template", str(own))
    assert (done.status, done.err) == (0, "")
    own.unlink()
    return folder / f"{BASE}.zip"


def test_the_package_holds_the_template_and_names_its_hash(packed: Packed, file: Path) -> None:
    held, plain = members(file), members(packed.file)
    assert sorted(held.keys() - plain.keys()) == [TEMPLATE]
    assert held[TEMPLATE] == OWN
    contents = json.loads(held["data/contents.json"])
    loader.check("package", contents)
    assert contents["template"] == hashlib.sha256(OWN).hexdigest()
    assert "template" not in json.loads(plain["data/contents.json"])
    assert f"Jejak-Template-SHA256: {contents['template']}\n".encode() in held["bag-info.txt"]
    assert b"Jejak-Template" not in plain["bag-info.txt"]
    document = docx.Document(io.BytesIO(held[f"data/{BASE}.docx"]))
    assert [one.text for one in document.paragraphs] == ["Laporan 3303-0169"]


def test_it_is_made_again_with_the_template_that_it_brings(packed: Packed, file: Path) -> None:
    done = verify(file, "--home", packed.home)
    assert (done.status, done.err) == (0, "")
    assert done.out.endswith("Dibuat ulang dari ruang kerja: sama sampai bita terakhir.\n")


def test_another_template_in_it_is_found(packed: Packed, file: Path, tmp_path: Path) -> None:
    other = altered(file, tmp_path / "a.zip", TEMPLATE, lambda _raw: saying("Lain {{ code }}"))
    done = verify(other, "--home", packed.home, "--json")
    assert (done.status, done.data["difference"]["path"]) == (1, "data/contents.json")
    assert (done.data["difference"]["field"], done.data["differences"]) == ("$.template", 6)
    broken = altered(file, tmp_path / "b.zip", TEMPLATE, lambda _raw: b"kop")
    done = verify(broken, "--home", packed.home)
    assert (done.status, done.err.splitlines()[0]) == (1, "template.docx bukan dokumen Word (.docx).")
    large = altered(file, tmp_path / "c.zip", TEMPLATE, lambda _raw: bytes(10_000_001))
    done = verify(large, "--home", packed.home)
    assert (done.status, done.err.splitlines()[0]) == (
        1,
        "template.docx terlalu besar: templat paling banyak 10 MB, dan 50 MB setelah dibuka kemasannya.",
    )


def test_a_template_that_cannot_be_filled_packs_nothing(packed: Packed, tmp_path: Path) -> None:
    bad = tmp_path / "b.docx"
    bad.write_bytes(saying("{{ kode }}"))
    done = pack(packed.home, tmp_path / "paket", "--template", str(bad))
    assert (done.status, done.out, (tmp_path / "paket").exists()) == (3, "", False)
    assert done.err.splitlines()[0].endswith("b.docx memakai nama kode, yang tidak ada.")


def test_a_batch_in_a_form_of_ones_own(packed: Packed, tmp_path: Path) -> None:
    own, out = tmp_path / "a.docx", tmp_path / "kumpulan"
    own.write_bytes(OWN)
    words = ("dossier", "batch", "iga", "3303-0169", "3303-0001", "--year", "2026", "--out", out)
    done = invoke(*words, "--template", own, "--json", "--home", packed.home)
    assert (done.status, done.data["written"]) == (0, 2)
    document = docx.Document(str(out / BASE / f"{BASE}.docx"))
    assert [one.text for one in document.paragraphs] == ["Laporan 3303-0169"]
    again = invoke(*words, "--template", own, "--json", "--home", packed.home)
    assert (again.data["written"], again.data["kept"]) == (0, 2)
    # With our form again: another run, which replaces what the first one wrote.
    ours = invoke(*words, "--json", "--home", packed.home)
    assert (ours.status, ours.data["written"], ours.data["kept"]) == (0, 2, 0)


def test_a_batch_with_a_broken_template_is_told_once(packed: Packed, tmp_path: Path) -> None:
    own, out = tmp_path / "a.docx", tmp_path / "kumpulan"
    own.write_bytes(saying("{{ kode }}"))
    words = ("dossier", "batch", "iga", "--all", "--year", "2026", "--out", out, "--template", own)
    done = invoke(*words, "--home", packed.home)
    assert (done.status, done.out, out.exists()) == (3, "", False)
    assert [line.strip() for line in done.err.splitlines()] == [
        "{{ kode }}  a.docx memakai nama kode, yang tidak ada.",
        "Bandingkan dengan templat yang ditulis Jejak: jejak dossier template --help",
    ]


def test_what_the_sample_has_and_an_innovation_lacks_is_told_with_that_one(
    packed: Packed, tmp_path: Path
) -> None:
    own, out = tmp_path / "a.docx", tmp_path / "kumpulan"
    own.write_bytes(saying("{% if code == '3303-0002' %}{{ 1 / 0 }}{% endif %}{{ code }}"))
    words = ("dossier", "batch", "iga", "3303-0002", "3303-0003", "--year", "2026", "--out", out)
    done = invoke(*words, "--template", own, "--jobs", "2", "--json", "--home", packed.home)
    assert (done.status, [one["state"] for one in done.data["items"]]) == (1, ["failed", "written"])
    assert done.data["items"][0]["why"] == "a.docx memuat perintah yang tidak dipahami."
