"""A workspace on PostgreSQL answers as one with a file does, and records the same."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ledger.workspace.workspace import open_at
from tests.helpers import Done, invoke, moved
from tests.postgres import address

READING = [
    ("catalogue", "list"),
    ("catalogue", "show", "3303-0001"),
    ("catalogue", "stats"),
    ("catalogue", "list", "--as-of", "2022-10-12"),
    ("catalogue", "list", "--known-at", "2022-10-13"),
    ("lab", "list"),
    ("lab", "show", "lab-1"),
    ("lab", "funnel", "lab-1"),
    ("lab", "compare", "--region", "33.03"),
    ("history", "3303-0001"),
    ("replay", "3303-0001"),
    ("trace", "3303-0001", "title"),
    ("calendar",),
    ("eligibility", "list", "--award", "iga", "--year", "2026"),
    ("eligibility", "show", "3303-0001", "--award", "iga", "--year", "2026"),
    ("eligibility", "advise", "iga", "--year", "2026", "--region", "33.03"),
    ("eligibility", "index", "--region", "33.03", "--year", "2026"),
    ("evidence", "list"),
    ("evidence", "check"),
    ("entry", "list"),
    ("rulebook", "list"),
    ("projections", "verify"),
    ("ledger", "verify"),
]

CASES = [
    *(("catalogue", "list", *more) for more in ((), ("--search", "pasar"), ("--kind", "puskesmas"))),
    ("catalogue", "list", "--region", "33.03", "--as-of", "2022-12-15"),
    ("catalogue", "show", "SIMPEL PASAR"),
    ("catalogue", "show", "3303-0001", "--lineage"),
    ("catalogue", "stats", "--lab", "purbalingga-2022"),
    ("lab", "list"),
    ("lab", "show", "purbalingga-2022"),
    ("lab", "funnel", "purbalingga-2022"),
    ("lab", "compare", "--region", "33.03"),
    ("calendar", "list"),
    ("entry", "list"),
    ("evidence", "list"),
    ("rulebook", "list"),
    ("history", "SIMPEL PASAR"),
    ("trace", "3303-0001", "title"),
    *(("eligibility", verb, "--award", "iga", "--year", "2026") for verb in ("list", "index")),
    ("eligibility", "list", "--award", "kipp", "--year", "2025", "--group", "umum"),
    ("eligibility", "show", "SIMPEL PASAR", "--award", "iga", "--year", "2026", "--as-of", "2025-06-30"),
    ("projections", "verify"),
]
"""Of the founding cases."""
NEW_NAME = ("correct", "6", "name", "Dinas Pasar", "--reason", "salah", "--yes")


def without_home(done: Done, home: Path) -> tuple[int, str]:
    return done.status, done.out.replace(str(home), "HOME")


def compare(questions: Sequence[tuple[str, ...]], one: Path, other: Path) -> list[int]:
    """Both workspaces answer every question alike; returns the statuses."""
    differing, statuses = [], []
    for words in questions:
        for more in ((), ("--json",)):
            first = without_home(invoke(*words, *more, "--home", one), one)
            second = without_home(invoke(*words, *more, "--home", other), other)
            statuses.append(first[0])
            if first != second:
                differing.append((words, first, second))
    assert differing == []
    return statuses


def test_every_reading_verb_answers_the_same(life: Path, on_postgres: Path) -> None:
    assert compare(READING, life, on_postgres).count(0) > len(READING)


def test_the_founding_cases_answer_the_same(demo: Path, own_demo: Path, postgres: str) -> None:
    assert set(compare(CASES, demo, moved(own_demo, postgres))) == {0}


@pytest.mark.parametrize("about", [(), ("--as-of", "2023-06-30"), ("--known-at", "2023-06-04")])
def test_a_dossier_is_the_same_files(
    life: Path, on_postgres: Path, tmp_path: Path, about: tuple[str, ...]
) -> None:
    made = []
    for home, name in ((life, "a"), (on_postgres, "b")):
        words = ("dossier", "iga", "3303-0001", "--year", "2026", *about, "--out", tmp_path / name)
        done = invoke(*words, "--home", home)
        assert done.status == 0, done.err
        files = [path for path in (tmp_path / name).rglob("*") if path.is_file()]
        made.append({str(path.relative_to(tmp_path / name)): path.read_bytes() for path in files})
    assert len(made[0]) >= 2
    assert made[0] == made[1]


def test_the_documents_of_a_lab_are_the_same_files(
    demo: Path, own_demo: Path, tmp_path: Path, postgres: str
) -> None:
    shared, made = moved(own_demo, postgres), []
    for home, name in ((demo, "a"), (shared, "b")):
        words = ("lab", "documents", "salatiga-2019", "--decree", "065/CONTOH-04/2019")
        done = invoke(*words, "--out", tmp_path / name, "--home", home)
        assert done.status == 0, done.err
        made.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert len(made[0]) == 6
    assert made[0] == made[1]


def test_export_is_the_same_file(life: Path, on_postgres: Path, tmp_path: Path) -> None:
    for home, name in ((life, "a.jsonl"), (on_postgres, "b.jsonl")):
        assert invoke("export", tmp_path / name, "--home", home).status == 0
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_what_is_recorded_next_is_seen_next(on_postgres: Path) -> None:
    head = open_at(on_postgres).store().head().position
    done = invoke(*NEW_NAME, "--json", "--home", on_postgres)
    assert (done.status, done.data["events"]) == (0, [head + 1])
    again = invoke("projections", "status", "--json", "--home", on_postgres)
    assert again.data["ledger_position"] == head + 1
    assert not (on_postgres / "ledger.db").exists()


def test_an_import_records_the_same_events(
    tmp_path: Path, home: Path, postgres: str, workbook: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = workbook("purbalingga-2022")
    done = invoke("import", file, "--command-id", "impor", "--home", home)
    assert done.status == 0, done.err
    monkeypatch.setenv("JEJAK_DATABASE_URL", postgres)
    words = ("--region", "33.03", "--operator", "Nama Operator Contoh", "--post", "Analis")
    assert invoke("init", tmp_path / "bersama", *words).status == 0
    done = invoke("import", file, "--command-id", "impor", "--home", tmp_path / "bersama")
    assert done.status == 0, done.err
    both = [invoke("catalogue", "list", "--json", "--home", one).data for one in (tmp_path / "bersama",)]
    monkeypatch.delenv("JEJAK_DATABASE_URL")
    both.append(invoke("catalogue", "list", "--json", "--home", home).data)
    assert both[0] == both[1]
    assert both[0]["total"] > 0
    verified = invoke("ledger", "verify", "--json", "--home", tmp_path / "bersama")
    assert (verified.status, verified.data["findings"]) == (0, [])


def test_backup_of_a_shared_ledger_restores_to_a_workspace_with_a_file(
    on_postgres: Path, tmp_path: Path
) -> None:
    (on_postgres / "evidence" / "ab").mkdir(exist_ok=True)
    (on_postgres / "evidence" / "ab" / "abcd").write_bytes(b"bukti")
    file = tmp_path / "cadangan.zip"
    done = invoke("backup", file, "--json", "--home", on_postgres)
    assert done.status == 0, done.err
    assert invoke("restore", file, "--check").status == 0
    assert invoke("restore", file, tmp_path / "pulih").status == 0
    verified = invoke("ledger", "verify", "--json", "--home", tmp_path / "pulih")
    assert (verified.status, verified.data["root"]) == (0, done.data["root"])
    assert open_at(tmp_path / "pulih").database_url is None
    assert open_at(tmp_path / "pulih").vault.all() == open_at(on_postgres).vault.all()
    assert (tmp_path / "pulih" / "evidence" / "ab" / "abcd").read_bytes() == b"bukti"


def test_second_operator_joins_the_shared_ledger(
    tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JEJAK_DATABASE_URL", address(postgres, password="rahasia"))
    for name, operator, post in (("satu", "Nama Satu", "Analis"), ("dua", "Nama Dua", "Kepala")):
        words = ("--region", "33.03", "--operator", operator, "--post", post, "--command-id", name)
        done = invoke("init", tmp_path / name, *words)
        assert done.status == 0, done.err
    first, second = (open_at(tmp_path / name) for name in ("satu", "dua"))
    assert (first.operator, second.operator) == ("3303/person/000001", "3303/person/000002")
    rows = second.store().between(1, 9)
    assert [row.topic for row in rows] == [
        "region.registered/1",
        "person.registered/1",
        "person.registered/1",
    ]
    assert sorted(str(one["name"]) for one in second.vault.all().values()) == ["Nama Dua", "Nama Satu"]
    assert "rahasia" not in (tmp_path / "dua" / "jejak.toml").read_text(encoding="utf-8")
    assert sorted(path.name for path in (tmp_path / "dua").iterdir()) == ["evidence", "jejak.toml"]


def test_back_from_the_database_into_a_new_folder(on_postgres: Path, postgres: str, tmp_path: Path) -> None:
    kept = open_at(on_postgres).evidence.keep_bytes(b"bukti")
    root = invoke("ledger", "verify", "--json", "--home", on_postgres).data["root"]
    done = invoke("ledger", "copy", postgres, tmp_path / "pulang", "--json", "--home", on_postgres)
    assert (done.status, done.data["root"], done.data["damaged"]) == (0, root, [])
    home = open_at(tmp_path / "pulang")
    assert (home.region, home.operator, home.database_url) == ("33.03", open_at(on_postgres).operator, None)
    assert home.evidence.path(kept).read_bytes() == b"bukti"
    assert home.vault.all() == open_at(on_postgres).vault.all()
    shutil.rmtree(on_postgres)
    assert invoke("catalogue", "list", "--home", tmp_path / "pulang").status == 0


def test_rebuild_by_two_processes_folds_the_same(on_postgres: Path) -> None:
    assert invoke("projections", "rebuild", "--jobs", "2", "--home", on_postgres).status == 0
    verified = invoke("projections", "verify", "--json", "--home", on_postgres)
    assert (verified.status, verified.data["differences"]) == (0, [])
