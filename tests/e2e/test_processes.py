"""Real processes: equal bytes anywhere, a killed import, start-up that stays light."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ledger.admin.verify import verify
from ledger.event_store import EventStore
from tests.helpers import EXAMPLES, ROOT, invoke


def jejak(
    *arguments: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs the program as a process of its own."""
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *map(str, arguments)],
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONHASHSEED": "random", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize(("award", "year"), [("iga", "2026"), ("kipp", "2023")])
def test_the_same_dossier_has_the_same_bytes_elsewhere_and_after_a_rebuild(
    own_demo: Path, tmp_path: Path, award: str, year: str
) -> None:
    words = ["dossier", award, "SIMPEL PASAR", "--year", year]
    first = jejak(*words, "--out", tmp_path / "a", "--home", own_demo, TZ="Asia/Jakarta", LANG="id_ID.UTF-8")
    assert first.returncode == 0, first.stderr
    moved = tmp_path / "lain" / "tempat"
    shutil.copytree(own_demo, moved)
    shutil.rmtree(moved / "views")
    other = {"TZ": "America/New_York", "LANG": "en_US.UTF-8", "LC_ALL": "C", "JEJAK_LANG": "en"}
    second = jejak(*words, "--out", "b", "--home", moved, cwd=tmp_path, **other)
    assert second.returncode == 0, second.stderr
    assert hashes(tmp_path / "a") == hashes(tmp_path / "b")
    assert len(hashes(tmp_path / "a")) == 2


def test_a_dossier_speaks_of_the_last_record_and_not_of_the_clock(own_demo: Path, tmp_path: Path) -> None:
    store = EventStore(own_demo / "ledger.db")
    from ledger import clock
    from ledger.workspace.workspace import zone_of

    day = clock.day_in(store.head().recorded_at, zone_of("3303/x/1")).isoformat()
    done = invoke(
        "dossier", "iga", "SIMPEL PASAR", "--year", "2026", "--out", tmp_path, "--home", own_demo, "--json"
    )
    import json

    assert json.loads(Path(done.data["files"][0]).read_text(encoding="utf-8"))["spoken_day"] == day


def test_an_import_killed_at_any_moment_is_whole_or_absent(home: Path) -> None:
    before = EventStore(home / "ledger.db").head().position
    ends = set()
    for attempt in range(8):
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "cli.py"), "import", str(EXAMPLES / "salatiga-2019.xlsx")]
            + ["--home", str(home)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.15 * attempt)
        process.send_signal(signal.SIGKILL)
        process.wait()
        store = EventStore(home / "ledger.db")
        position = store.head().position
        ends.add(position)
        assert verify(store).findings == []
        store.close()
    assert invoke("import", EXAMPLES / "salatiga-2019.xlsx", "--home", home).status == 0
    whole = EventStore(home / "ledger.db").head().position
    assert ends <= {before, whole}
    assert before in ends


def test_help_imports_none_of_the_heavy_libraries() -> None:
    code = "import sys, cli; cli.jejak.get_help(cli.click.Context(cli.jejak)); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    heavy = {"sqlalchemy", "docxtpl", "docx", "jsonschema", "msgspec", "eventsourcing", "xlsxwriter", "babel"}
    assert heavy & set(done.stdout.split()) == set()


def test_a_folder_without_workspace_is_status_5_with_the_remedy(tmp_path: Path) -> None:
    done = jejak("catalogue", "list", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == (
        f"Tidak ada ruang kerja di {tmp_path} maupun di atasnya.\n"
        "  Buatlah: jejak init FOLDER --region KODE; atau sebut foldernya: --home FOLDER\n"
    )


def test_a_misspelled_verb_is_answered_with_the_near_one() -> None:
    done = jejak("imprt")
    assert done.returncode == 2
    assert "Perintah 'imprt' tidak ada. Maksudnya 'import'?" in done.stderr


def test_two_imports_of_one_file_at_the_same_moment_both_end_well(home: Path) -> None:
    words = [sys.executable, str(ROOT / "cli.py"), "import", str(EXAMPLES / "purbalingga-2018.xlsx")]
    for _ in range(3):
        both = [
            subprocess.Popen(
                [*words, "--home", str(home)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
            for _ in range(2)
        ]
        ends = [(one.communicate(), one.returncode) for one in both]
        assert [code for _, code in ends] == [0, 0], ends
    assert invoke("catalogue", "list", "--json", "--home", home).data["total"] == 50
    assert invoke("ledger", "verify", "--home", home).status == 0


@pytest.mark.parametrize(
    "words", [["catalogue", "list", "--limit", "0"], ["imprt"], ["void", "x"], ["catalogue", "list", "--x"]]
)
def test_a_wrong_call_answers_in_the_envelope_too(words: list[str]) -> None:
    import json

    from jsonschema import validate

    from schemas.loader import schema

    done = jejak(*words, "--json")
    answer = json.loads(done.stdout)
    validate(answer, schema("envelope"))
    assert (done.returncode, answer["status"], done.stderr) == (2, "usage", "")


def test_the_ledger_file_alone_is_whole_after_each_command(home: Path, tmp_path: Path) -> None:
    assert jejak("import", EXAMPLES / "purbalingga-2018.xlsx", "--home", home).returncode == 0
    copy = tmp_path / "salinan"
    copy.mkdir()
    for name in ("ledger.db", "vault.db", "vault-keys.db", "jejak.toml"):
        shutil.copy(home / name, copy / name)
    whole = jejak("ledger", "verify", "--home", home).stdout
    assert whole.startswith("Bersih: ")
    assert jejak("ledger", "verify", "--home", copy).stdout == whole
    (copy / "ledger.db").unlink()
    shutil.copy(_empty_ledger(tmp_path), copy / "ledger.db")
    assert jejak("ledger", "verify", "--home", copy).returncode == 1


def _empty_ledger(folder: Path) -> Path:
    from ledger.sqlite.recorder import Datastore, SqliteRecorder

    store = Datastore(str(folder / "kosong.db"))
    SqliteRecorder(store).create_table()
    store.close()
    return folder / "kosong.db"
