"""Released rulebooks stay as they were; a correction is a new file that follows on the last one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from schemas import loader
from tools import released_rulebooks


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one released rulebook, in place of ours."""
    monkeypatch.setattr(released_rulebooks, "FOLDER", tmp_path)
    monkeypatch.setattr(released_rulebooks, "RELEASED", tmp_path / "released.json")
    write(tmp_path, "kipp-2023-umum.json", id="kipp-2023-umum")
    assert released_rulebooks.main(["--release"]) == 0
    return tmp_path


def write(folder: Path, name: str, **fields: Any) -> bytes:
    raw = json.dumps(fields).encode()
    (folder / name).write_bytes(raw)
    return raw


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    return released_rulebooks.main([*words]), capsys.readouterr().out.splitlines()


def test_what_was_released_is_there_unchanged(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "--check") == (0, [])


def test_every_revision_speaks_by_its_hash_and_the_last_by_its_name() -> None:
    released = json.loads(released_rulebooks.RELEASED.read_text())
    known = {
        hashlib.sha256(raw).hexdigest() for name in loader.rulebook_ids() for raw in loader.revisions(name)
    }
    assert set(released.values()) <= known
    for name in loader.rulebook_ids():
        numbers = [json.loads(raw).get("revision", 1) for raw in loader.revisions(name)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert loader.rulebook_bytes(name) == loader.revisions(name)[-1]
    assert loader.revisions("kipp-1999-umum") == ()
    with pytest.raises(FileNotFoundError):
        loader.rulebook_bytes("kipp-1999-umum")


def test_a_changed_released_file_is_refused_and_its_successor_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "released.json").read_bytes()
    write(folder, "kipp-2023-umum.json", id="kipp-2023-umum", title="lain")
    line = "kipp-2023-umum.json was released with other bytes: take it back, and write kipp-2023-umum-r2.json"
    assert told(capsys, "--release") == (1, [line])
    (folder / "kipp-2023-umum.json").unlink()
    assert told(capsys, "--check") == (1, [line])
    assert (folder / "released.json").read_bytes() == before


def test_a_correction_is_taken_beside_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raw = write(folder, "kipp-2023-umum-r2.json", id="kipp-2023-umum", revision=2, revised="video")
    assert told(capsys, "--check") == (0, [])
    assert told(capsys, "--release") == (0, [])
    noted = json.loads((folder / "released.json").read_text())
    assert sorted(noted) == ["kipp-2023-umum-r2.json", "kipp-2023-umum.json"]
    assert noted["kipp-2023-umum-r2.json"] == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("name", "fields", "line"),
    [
        (
            "kipp-2023-umum-r2.json",
            {"id": "kipp-2023-umum", "revision": 3, "revised": "video"},
            "kipp-2023-umum-r2.json holds kipp-2023-umum, revision 3",
        ),
        (
            "kipp-2023-umum-r3.json",
            {"id": "kipp-2023-umum", "revision": 3, "revised": "video"},
            "kipp-2023-umum-r3.json follows on no revision 2",
        ),
        (
            "kipp-2023-umum-r2.json",
            {"id": "kipp-2023-umum", "revision": 2},
            "kipp-2023-umum-r2.json must say what it corrects, in `revised`",
        ),
    ],
)
def test_a_correction_says_what_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, fields: dict[str, Any], line: str
) -> None:
    write(folder, name, **fields)
    status, lines = told(capsys, "--check")
    assert (status, line in lines) == (1, True)
