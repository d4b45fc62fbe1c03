"""dossier pack: what is in a package as other programs read it, and that its bytes are always the same."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import bagit
import pytest
from prov.model import ProvDocument
from rocrate.rocrate import ROCrate

from commands.competition import dossier_package
from exporters.package.assemble import Wanted, assemble
from exporters.package.sources import from_files
from exporters.package.writing import ChangedMeanwhileError, write
from ledger.errors import EnvironmentFault
from ledger.workspace.workspace import open_at
from projections.read_session import open_session
from schemas import loader
from tests.helpers import ROOT, invoke
from tests.package.conftest import Packed
from tests.packages import BASE, DOSSIER, FORM, FORM_PATH, PHOTO, PHOTO_PATH, members, pack

DOCUMENTS = [
    "data/contents.json",
    f"data/{BASE}.docx",
    DOSSIER,
    "data/prov.json",
    "data/provenance.json",
    "data/ro-crate-metadata.json",
    "data/rulebook-iga-2026.json",
    "data/verdict.json",
]
TAGS = ["bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]


@pytest.fixture(scope="module")
def unpacked(packed: Packed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terbuka")
    with zipfile.ZipFile(packed.file) as archive:
        archive.extractall(folder)
    return folder / BASE


def test_a_package_is_a_bag_that_the_library_of_congress_reads(unpacked: Path) -> None:
    bag = bagit.Bag(str(unpacked))
    bag.validate()
    assert (bag.version_info, bag.algorithms) == ((1, 0), ["sha256"])
    info = bag.info
    assert info["Source-Organization"] == "Kabupaten Purbalingga"
    assert (info["Jejak-Evidence-Files"], info["Jejak-Personal-Data-Files"]) == ("23", "3")
    assert info["Internal-Sender-Description"] == (
        "3 dari 23 berkas bukti memuat data pribadi, menurut penanda dalam rekam jejak."
    )
    assert (info["Jejak-Illustrative"], "Jejak-Known-At" in info) == ("true", False)


def test_its_members(packed: Packed) -> None:
    held = members(packed.file)
    assert [path for path in held if not path.startswith("data/evidence/")] == sorted([*DOCUMENTS, *TAGS])
    assert list(held) == sorted(held)
    assert (held[FORM_PATH], held[PHOTO_PATH]) == (FORM, PHOTO)
    assert held["data/rulebook-iga-2026.json"] == loader.rulebook_bytes("iga-2026")
    dossier = json.loads(held[DOSSIER])
    assert json.loads(held["data/verdict.json"]) == dossier["verdict"]


def test_the_documents_are_those_of_the_dossier_verb(packed: Packed, tmp_path: Path) -> None:
    words = ("dossier", "iga", "SIMPEL PASAR", "--year", "2026", "--out", tmp_path, "--home", packed.home)
    assert invoke(*words).status == 0
    held = members(packed.file)
    for suffix in ("json", "docx"):
        assert (tmp_path / f"{BASE}.{suffix}").read_bytes() == held[f"data/{BASE}.{suffix}"]


def test_evidence_is_listed_with_all_that_it_supports(packed: Packed) -> None:
    contents = json.loads(members(packed.file)["data/contents.json"])
    by_path = {one["path"]: one for one in contents["evidence"]}
    form, photo = by_path[FORM_PATH], by_path[PHOTO_PATH]
    assert (form["parts"], form["sha256"], form["size"]) == (
        ["16", "17"],
        hashlib.sha256(FORM).hexdigest(),
        len(FORM),
    )
    assert (form["personal_data"], photo["personal_data"]) == (False, True)
    assert contents["missing"] == []
    verified = invoke("ledger", "verify", "--json", "--home", packed.home)
    loader.check("package", contents)
    loader.check("package-provenance", json.loads(members(packed.file)["data/provenance.json"]))
    assert contents["issue"]["root"] == verified.data["root"]


def test_every_value_leads_to_its_events_and_cells(packed: Packed) -> None:
    held = members(packed.file)
    dossier, provenance = json.loads(held[DOSSIER]), json.loads(held["data/provenance.json"])
    assert provenance["dossier"] == f"{BASE}.json"
    for value in provenance["values"]:
        found = dossier
        for step in value["pointer"].split("/")[1:]:
            found = found[int(step)] if isinstance(found, list) else found[step]
        if "value" in found:
            assert found["value"] == value["value"]
        assert {one["event"] for one in found["sources"]} == {one["event"] for one in value["events"]}
    named = {event["event"] for value in provenance["values"] for event in value["events"]}
    assert named == {one["event"] for one in dossier["provenance"]}
    (trial,) = [value for value in provenance["values"] if value["field"] == "trialled_on"]
    assert [place["sheet"] for event in trial["events"] for place in event["places"]] == ["Uji Coba"]


def test_the_same_as_prov(packed: Packed, unpacked: Path) -> None:
    with (unpacked / "data" / "prov.json").open(encoding="utf-8") as stream:
        document = ProvDocument.deserialize(stream, format="json")
    provenance = json.loads((unpacked / "data" / "provenance.json").read_text(encoding="utf-8"))
    kinds = [str(record.get_type()).partition(":")[2] for record in document.get_records()]
    events = {event["event"] for value in provenance["values"] for event in value["events"]}
    assert kinds.count("Activity") == len(events)
    assert kinds.count("Membership") == len(provenance["values"])
    told = sum(len(value["events"]) for value in provenance["values"])
    assert kinds.count("Generation") == told


def test_the_same_as_a_research_object(packed: Packed, unpacked: Path) -> None:
    crate = ROCrate(str(unpacked / "data"))
    held = [path.removeprefix("data/") for path in members(packed.file) if path.startswith("data/")]
    files = {entity.id for entity in crate.data_entities}
    assert files == set(held) - {"ro-crate-metadata.json"}
    assert crate.name == "Sistem Pelayanan Retribusi, Kios, dan Los Pasar Rakyat"
    assert crate.get(PHOTO_PATH.removeprefix("data/"))["conditionsOfAccess"] == "memuat data pribadi"
    plain = json.loads((unpacked / "data" / "ro-crate-metadata.json").read_text(encoding="utf-8"))
    descriptor, root = plain["@graph"][:2]
    assert descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    # What RO-Crate 1.1 demands of every root.
    assert {"@id", "@type", "name", "description", "datePublished", "license"} <= root.keys()
    ids = [entity["@id"] for entity in plain["@graph"]]
    assert len(ids) == len(set(ids))


def test_the_same_bytes_elsewhere_and_after_a_rebuild(packed: Packed, own: Path, tmp_path: Path) -> None:
    assert invoke("projections", "rebuild", "--home", own).status == 0
    command = [
        sys.executable,
        str(ROOT / "cli.py"),
        "dossier",
        "pack",
        "iga",
        "SIMPEL PASAR",
        "--year",
        "2026",
    ]
    other = {"TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "en_US.UTF-8", "JEJAK_LANG": "en"}
    done = subprocess.run(
        [*command, "--out", "lain.zip", "--home", str(own)],
        cwd=tmp_path,
        env={**os.environ, **other, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "lain.zip").read_bytes() == packed.file.read_bytes()


def test_what_is_said_of_it(packed: Packed, own: Path, tmp_path: Path) -> None:
    file = tmp_path / "keluar" / f"{BASE}.zip"
    first = pack(own, tmp_path / "keluar")
    lines = first.out.splitlines()
    assert lines[0].startswith("Dikemas dalam ")
    assert f" detik: {file}, 35 berkas, 23 di antaranya bukti dukung, posisi 3.779, akar " in lines[0]
    assert lines[1:] == [
        "3 berkas bukti memuat data pribadi: teruskan paket hanya kepada yang berhak melihatnya.",
        f"Ujilah: jejak dossier verify {file}",
    ]
    again = pack(own, tmp_path / "keluar")
    assert (again.status, again.out) == (0, f"Tidak ada yang baru: paket yang sama sudah ada: {file}\n")
    file.write_bytes(b"lain")
    refused = pack(own, file)
    assert refused.status == 4
    assert refused.err.splitlines() == [
        f"{file} sudah ada.",
        "  Pakai nama lain, atau ganti berkasnya: --force",
    ]
    assert file.read_bytes() == b"lain"
    assert pack(own, file, "--force").status == 0
    assert file.read_bytes() == packed.file.read_bytes()
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name]


def lost_and_altered(home: Path) -> list[Path]:
    """Takes one evidence file away and changes another."""
    evidence = open_at(home).evidence
    one, two = (evidence.path(hashlib.sha256(raw).hexdigest()) for raw in (FORM, PHOTO))
    one.unlink()
    two.chmod(0o600)
    two.write_bytes(b"lain")
    return [one, two]


def test_missing_evidence_is_refused_with_a_list(own: Path, tmp_path: Path) -> None:
    one, two = lost_and_altered(own)
    done = pack(own, tmp_path / "a.zip")
    remedy = "Pulihkan dari cadangan, atau kemas tanpa berkas itu: --without-missing"
    assert done.status == 1
    assert [line.strip() for line in done.err.splitlines()] == [
        f"{one}  Bukti SK 188.4/05/2023 untuk 16, 17 hilang atau berubah (peristiwa 3778).",
        remedy,
        f"{two}  Bukti foto Loket untuk 29 hilang atau berubah (peristiwa 3779).",
        remedy,
        "2 berkas tidak ada. Tidak ada yang dikemas.",
    ]
    assert not (tmp_path / "a.zip").exists()


def test_missing_evidence_is_named_in_the_list_of_contents(own: Path, tmp_path: Path) -> None:
    lost_and_altered(own)
    file = tmp_path / "a.zip"
    done = pack(own, file, "--without-missing")
    assert done.status == 0
    assert "2 berkas bukti tidak ada; daftar isi menyebutnya." in done.out.splitlines()
    held = members(file)
    contents = json.loads(held["data/contents.json"])
    assert [(one["parts"], one["number"] or one["subject"]) for one in contents["missing"]] == [
        (["16", "17"], "188.4/05/2023"),
        (["29"], "Loket"),
    ]
    assert b"Jejak-Missing-Evidence-Files: 2\n" in held["bag-info.txt"]
    assert not {FORM_PATH, PHOTO_PATH} & held.keys()
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path)
    bagit.Bag(str(tmp_path / BASE)).validate()


def test_evidence_that_changes_while_it_is_copied_leaves_no_package(own: Path, tmp_path: Path) -> None:
    workspace = open_at(own)
    session = open_session(workspace)
    wanted = Wanted("SIMPEL PASAR", "iga", 2026, None)
    made = assemble(session, wanted, from_files(workspace.evidence.path), release="0", root="0" * 64)
    session.close()
    path = workspace.evidence.path(hashlib.sha256(FORM).hexdigest())
    path.chmod(0o600)
    path.write_bytes(FORM.upper())
    with pytest.raises(ChangedMeanwhileError):
        write(made, tmp_path / "a.zip")
    with pytest.raises(EnvironmentFault) as refused:
        dossier_package._written(made, tmp_path / "a.zip")
    assert refused.value.why.text == "{paths} changed while it was copied; nothing was packed."
    assert refused.value.why.values == {"paths": FORM_PATH}
    assert refused.value.remedy
    assert refused.value.remedy.text == "Run: jejak evidence check"
    assert not list(tmp_path.glob("*a.zip*"))


def test_a_proposal_names_its_evidence_by_section_and_letter(own: Path, tmp_path: Path) -> None:
    for name, part, kind in (("a", "novelty", "report"), ("b", "letter_identity", "statement_letter")):
        (tmp_path / f"{name}.pdf").write_bytes(FORM + name.encode())
        words = ("--part", part, "--kind", kind, "--subject", "Kebaruan: pasar/kios?", "--home", own)
        assert (
            invoke("evidence", "add", tmp_path / f"{name}.pdf", "--code", "SIMPEL PASAR", *words).status == 0
        )
    file = tmp_path / "k.zip"
    assert pack(own, file, award="kipp", year="2023").status == 0
    assert [path for path in members(file) if "Kebaruan" in path] == [
        "data/evidence/2_laporan_Kebaruan-pasar-kios.pdf",
        "data/evidence/S2_surat-pernyataan_Kebaruan-pasar-kios.pdf",
    ]
    done = verify_home(file, own)
    assert (done, "kipp-2023-umum-3303-0169") == (0, json.loads(members(file)["data/contents.json"])["name"])


def verify_home(file: Path, home: Path) -> int:
    return invoke("dossier", "verify", file, "--home", home).status
