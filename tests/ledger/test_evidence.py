"""Evidence files: stored once by hash; a failure or a crash leaves nothing that counts."""

import hashlib
import multiprocessing
import random
from pathlib import Path

import pytest

from ledger.workspace.evidence_store import CHUNK, EvidenceStore, digest

SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore(tmp_path / "evidence")


def file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def contents(store: EvidenceStore) -> list[str]:
    """The files of the store, relative to it."""
    return sorted(str(p.relative_to(store.folder)) for p in store.folder.rglob("*") if p.is_file())


def test_digest_is_the_sha256_of_the_bytes(tmp_path: Path) -> None:
    data = random.Random(1).randbytes(2 * CHUNK + 7)
    assert digest(file(tmp_path, "a", data)) == hashlib.sha256(data).hexdigest()


def test_digest_of_an_empty_file(tmp_path: Path) -> None:
    expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest(file(tmp_path, "a", b"")) == expected


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_file_is_kept_whole_under_its_hash(tmp_path: Path, store: EvidenceStore, size: int) -> None:
    data = random.Random(size).randbytes(size)
    name = store.keep(file(tmp_path, "sk.pdf", data))
    assert name == hashlib.sha256(data).hexdigest()
    assert store.path(name) == store.folder / name[:2] / name
    assert store.path(name).read_bytes() == data
    assert store.has(name) is True


def test_file_that_was_not_kept_is_not_there(store: EvidenceStore) -> None:
    assert store.has("ab" * 32) is False


def test_same_bytes_under_two_names_are_stored_once(tmp_path: Path, store: EvidenceStore) -> None:
    first = store.keep(file(tmp_path, "a.pdf", b"isi"))
    second = store.keep(file(tmp_path, "b.jpg", b"isi"))
    assert first == second
    assert contents(store) == [str(Path(first[:2]) / first)]


def test_kept_file_is_not_written_again(tmp_path: Path, store: EvidenceStore) -> None:
    name = store.keep(file(tmp_path, "a", b"isi"))
    before = store.path(name).stat()
    store.keep(file(tmp_path, "b", b"isi"))
    after = store.path(name).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_source_is_left_as_it_was(tmp_path: Path, store: EvidenceStore) -> None:
    source = file(tmp_path, "a", b"isi")
    store.keep(source)
    assert source.read_bytes() == b"isi"


@pytest.mark.parametrize("name", ["missing.pdf", "folder"])
def test_source_that_cannot_be_read_leaves_nothing(tmp_path: Path, store: EvidenceStore, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=name):
        store.keep(tmp_path / name)
    assert contents(store) == []


def keep(folder: Path, source: Path) -> None:
    """In a process of its own, to be killed."""
    EvidenceStore(folder).keep(source)


def test_process_killed_while_copying_leaves_no_file_under_a_hash(
    tmp_path: Path, store: EvidenceStore
) -> None:
    source = tmp_path / "large.mp4"
    with source.open("wb") as out:
        out.truncate(512 * CHUNK)
    process = SPAWN.Process(target=keep, args=(store.folder, source))
    process.start()
    while process.exitcode is None and not any(p.stat().st_size for p in store.folder.glob(".incoming-*")):
        process.join(0.001)
    process.kill()
    process.join()
    kept = [name for name in contents(store) if not name.startswith(".incoming-")]
    assert kept in ([], [str(Path((done := digest(source))[:2]) / done)])
    small = store.keep(file(tmp_path, "small", b"isi"))
    assert store.path(small).read_bytes() == b"isi"


def test_interrupted_copy_is_kept_whole_the_next_time(tmp_path: Path, store: EvidenceStore) -> None:
    """What a killed process left is no obstacle."""
    store.folder.mkdir()
    file(store.folder, ".incoming-abc", b"setengah")
    name = store.keep(file(tmp_path, "a", b"setengah lagi"))
    assert store.path(name).read_bytes() == b"setengah lagi"
