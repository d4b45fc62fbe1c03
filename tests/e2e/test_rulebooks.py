"""rulebook list, show, diff, check, add: rules as data that a region may add to."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from ledger.workspace.workspace import open_at
from schemas import loader
from tests.e2e.rulebook_files import OVER, THERE, file, take
from tests.helpers import invoke


def outcomes(home: Path, *more: str) -> dict[str, tuple[str, str]]:
    """Title to outcome of the design and of the whole."""
    words = ("eligibility", "list", "--award", "iga", "--year", "2026", "--json", "--home", home, *more)
    items = invoke(*words).data["items"]
    return {one["title"]: (one["rules"]["section.design"], one["outcome"]) for one in items}


BEFORE = {
    "Uji 299": ("not_met", "not_met"),
    "Uji 300": ("met", "met"),
    "Uji 301": ("met", "met"),
}


def test_the_list_names_every_rulebook_with_its_origin(home: Path, tmp_path: Path) -> None:
    data = invoke("rulebook", "list", "--json", "--home", home).data
    assert [one["id"] for one in data["items"]] == list(loader.rulebook_ids())
    newest = next(one for one in data["items"] if one["id"] == "iga-2026")
    assert (newest["origin"], newest["position"], newest["status"], len(newest["unknown"])) == (
        "package",
        None,
        "complete",
        7,
    )
    lines = invoke("rulebook", "list", "--home", home).out.splitlines()
    assert lines[0].split("  ")[0] == "Aturan penilaian"
    assert [" ".join(line.split()) for line in lines if line.startswith("iga-2026")] == [
        "iga-2026 Innovative Government Award lengkap bawaan Jejak 7"
    ]


def test_show_prints_weights_sources_and_gaps(home: Path) -> None:
    lines = invoke("rulebook", "show", "iga-2026", "--home", home).out.splitlines()
    assert lines[0] == "iga-2026 · Innovative Government Award 2026"
    assert lines[-1].strip() == f"SHA-256 {loader.rulebook('iga-2026')['sha256']}"
    assert len([line for line in lines if line.startswith("  ? ")]) == 7
    told = "\n".join(lines)
    assert "1 Januari 2024 – 31 Desember 2025" in told
    assert "  Nilai per inovasi: 0,38 (terkonfirmasi dari salinan)\n" in told
    data = invoke("rulebook", "show", "iga-2026", "--json", "--home", home).data
    assert {**data["rulebook"], "sha256": data["sha256"]} == loader.rulebook("iga-2026")
    done = invoke("rulebook", "show", "iga-1999", "--home", home)
    assert (done.status, done.out, done.err) == (2, "", f"Tidak ada aturan penilaian iga-1999.\n{THERE}")


def test_diff_names_each_place_once(home: Path) -> None:
    done = invoke("rulebook", "diff", "iga-2026", "iga-2026", "--home", home)
    assert (done.status, done.out) == (0, "Kedua aturan penilaian tidak berbeda.\n")
    changes = invoke("rulebook", "diff", "iga-2023", "iga-2026", "--json", "--home", home).data["changes"]
    assert {"path": "window/from", "before": "2021-01-01", "after": "2024-01-01"} in changes
    assert len({one["path"] for one in changes}) == len(changes)
    last = invoke("rulebook", "diff", "iga-2023", "iga-2026", "--home", home).out.splitlines()[-1]
    assert last == f"{len(changes)} letak berbeda."


def test_differences_hold_figures_as_people_write_them(home: Path) -> None:
    out = invoke("rulebook", "diff", "iga-2023", "iga-2026", "--home", home).out.splitlines()

    def told(place: str) -> list[str]:
        at = next(at for at, line in enumerate(out) if line.startswith(place))
        return [" ".join(line.split()) for line in out[at : at + 3]]

    assert told("number/weight/value") == ["number/weight/value", "iga-2023 –", "iga-2026 0,38"]
    assert told("spd/hdi/bands")[1:] == ["iga-2023 –", "iga-2026 ≤ 69,99; 70 – 79,99; ≥ 80"]
    assert told("spd/hdi/number")[1:] == ["iga-2023 11", "iga-2026 11b"]
    assert told("indicators/actors/evidence_rules") == [
        "indicators/actors/evidence_rules (22 Keterlibatan aktor inovasi)",
        "iga-2023 levels: 1; 2; 3, any_of: kinds: sk; invitation, certainty: confirmed_copy",
        told("indicators/actors/evidence_rules")[2],
    ]
    assert max(map(len, out)) < 140
    changes = invoke("rulebook", "diff", "iga-2023", "iga-2026", "--json", "--home", home).data["changes"]
    assert {one["path"]: one["after"] for one in changes}["number/weight/value"] == "0.38"


def test_a_changed_limit_moves_only_the_innovation_on_the_edge(edge: Path, tmp_path: Path) -> None:
    path = file(tmp_path, OVER)
    assert outcomes(edge) == BEFORE
    assert take(edge, path, "check").out == "aturan.json benar: aturan penilaian iga-2026.\n"
    assert outcomes(edge) == BEFORE
    done = take(edge, path)
    assert done.status == 0, done.err
    assert done.out.startswith("Tercatat: 1 peristiwa (posisi ")
    assert outcomes(edge) == {**BEFORE, "Uji 300": ("not_met", "not_met")}
    shown = invoke("eligibility", "show", "3303-0002", "--award", "iga", "--year", "2026", "--home", edge).out
    held = invoke("rulebook", "show", "iga-2026", "--json", "--home", edge).data
    assert (held["origin"], held["position"]) == ("region", 13)
    assert shown.splitlines()[-1] == (
        f"  Menurut aturan penilaian iga-2026 ({held['sha256'][:12]}…), posisi 13."
    )
    assert "Yang Dilakukan: 300 kata; diminta sedikitnya 301 (kurang 1)." in shown


def test_the_bytes_given_and_the_rulebook_made_of_them_are_kept_by_hash(edge: Path, tmp_path: Path) -> None:
    path = file(tmp_path, OVER)
    sha256 = take(edge, path, "add", "--json").data["sha256"]
    evidence = open_at(edge).evidence
    assert evidence.path(hashlib.sha256(path.read_bytes()).hexdigest()).read_bytes() == path.read_bytes()
    made = json.loads(evidence.path(sha256).read_bytes())
    wanted = json.loads(loader.rulebook_bytes("iga-2026"))
    section = next(one for one in wanted["sections"] if one["id"] == "design")
    section["min_words"]["value"] = 301
    assert made == wanted
    done = invoke("evidence", "check", "--home", edge)
    assert (done.status, done.out) == (0, "2 berkas, semuanya sesuai catatan.\n")


def test_the_same_file_again_is_nothing_new(edge: Path, tmp_path: Path) -> None:
    path = file(tmp_path, OVER)
    assert take(edge, path).status == 0
    before = (edge / "ledger.db").read_bytes()
    done = take(edge, path)
    assert (done.status, done.out) == (
        0,
        "Tidak ada yang baru: aturan penilaian iga-2026 dengan isi ini sudah ada.\n",
    )
    assert take(edge, path, "add", "--json").data == {"id": "iga-2026", "recorded_before": True}
    assert (edge / "ledger.db").read_bytes() == before


def test_a_dry_run_keeps_nothing(edge: Path, tmp_path: Path) -> None:
    before = (edge / "ledger.db").read_bytes()
    done = take(edge, file(tmp_path, OVER), "add", "--dry-run")
    assert (done.status, done.out) == (0, "Akan dicatat 1 peristiwa. Belum ada yang dicatat.\n")
    assert (edge / "ledger.db").read_bytes() == before
    assert [one for one in (edge / "evidence").rglob("*") if one.is_file()] == []


def test_a_rulebook_that_is_voided_gives_way_to_the_one_of_the_package(edge: Path, tmp_path: Path) -> None:
    assert take(edge, file(tmp_path, OVER), "add", "--command-id", "aturan").status == 0
    assert outcomes(edge)["Uji 300"][0] == "not_met"
    assert invoke("void", "aturan", "--reason", "keliru", "--yes", "--home", edge).status == 0
    assert outcomes(edge) == BEFORE
    known = invoke("eligibility", "list", "--award", "iga", "--year", "2026", "--json", "--home", edge)
    assert {one["rulebook"]["sha256"] for one in known.data["items"]} == {
        loader.rulebook("iga-2026")["sha256"]
    }


def test_a_year_of_its_own_over_another_year(edge: Path, tmp_path: Path) -> None:
    words = ("eligibility", "list", "--award", "iga", "--year", "2028", "--json", "--home", edge)
    done = invoke(*words)
    assert done.status == 2
    assert [one["text"] for one in done.envelope["messages"]] == [
        "Tidak ada aturan penilaian untuk IGA 2028."
    ]
    assert take(edge, file(tmp_path, {**OVER, "id": "iga-2028"})).status == 0
    items = invoke(*words).data["items"]
    assert [one["rules"]["section.design"] for one in items] == ["not_met", "not_met", "met"]
    assert {(one["year"], one["rulebook"]["id"]) for one in items} == {(2028, "iga-2028")}


def test_a_whole_rulebook_may_be_added(edge: Path, tmp_path: Path) -> None:
    plain = json.loads(loader.rulebook_bytes("iga-2026"))
    path = file(tmp_path, {**plain, "id": "iga-2029", "year": 2029})
    done = take(edge, path, "add", "--json")
    assert (done.status, done.data["over"], done.data["id"]) == (0, None, "iga-2029")
    assert done.data["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_revision_says_what_it_corrects_and_the_first_one_can_be_shown(home: Path) -> None:
    lines = invoke("rulebook", "show", "kipp-2023-umum", "--home", home).out.splitlines()
    assert lines[3:5] == [
        "  Revisi 2: Tempat video (YouTube, GH-NTT) dan formulir SPBE untuk aplikasi (SLN23) ditambahkan.",
        "  Umur minimum (tahun): belum diketahui",
    ]
    assert "  Video: tempat: YouTube (terkonfirmasi dari salinan)" in lines
    words = ("rulebook", "diff", "kipp-2023-umum-r1", "kipp-2023-umum", "--json", "--home", home)
    paths = [one["path"] for one in invoke(*words).data["changes"]]
    assert [one for one in paths if not one.startswith("letters/form_spbe/")] == [
        "revised",
        "revision",
        "video/carrier/certainty",
        "video/carrier/value",
    ]
    done = invoke("rulebook", "show", "kipp-2023-umum-r3", "--home", home)
    assert (done.status, done.err.splitlines()[0]) == (2, "Tidak ada aturan penilaian kipp-2023-umum-r3.")
    revisions = {
        one["id"]: one["revision"]
        for one in invoke("rulebook", "list", "--json", "--home", home).data["items"]
    }
    assert {name for name, number in revisions.items() if number == 2} == {
        "kipp-2022-khusus",
        "kipp-2022-umum",
        "kipp-2023-umum",
        "kipp-2025-replikasi",
        "kipp-2025-umum",
    }
