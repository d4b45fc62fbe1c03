"""Files that were never packages, or are made to do harm: told in words with status 3, whatever they hold."""

from __future__ import annotations

import random
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from exporters.package import opened
from tests.package.conftest import Packed
from tests.packages import BASE, DOSSIER, members, verify, zipped

REMEDY = "  Jangan dibuka; mintalah berkas sebagaimana ditulis Jejak."


def refused(file: Path, what: str) -> None:
    done = verify(file)
    assert (done.status, done.out, done.err.splitlines()) == (3, "", [what, REMEDY])


@pytest.mark.parametrize(
    "raw", [b"", b"bukan zip", b"PK\x03\x04", b"PK\x05\x06" + b"\xff" * 18, b"\x00" * 99]
)
def test_what_is_no_zip(tmp_path: Path, raw: bytes) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(raw)
    refused(file, "a.zip bukan zip, atau rusak.")


def test_a_truncated_package(packed: Packed, tmp_path: Path) -> None:
    whole, file = packed.file.read_bytes(), tmp_path / "a.zip"
    for share in range(1, 20):
        file.write_bytes(whole[: len(whole) * share // 20])
        done = verify(file)
        # Where the end of a document in it lies near, the rest reads as that document.
        said = ["a.zip bukan zip, atau rusak.", "a.zip bukan paket Jejak."]
        assert (done.status, done.err.splitlines()[0] in said) == (3, True)
    file.write_bytes(whole[:-1])
    refused(file, "a.zip bukan zip, atau rusak.")


def test_a_zip_that_is_no_package(tmp_path: Path, packed: Packed) -> None:
    refused(zipped(tmp_path / "a.zip", {"lain.txt": b"isi"}), "a.zip bukan paket Jejak.")
    refused(zipped(tmp_path / "b.zip", {}), "b.zip bukan paket Jejak.")
    # A whole bag, and none of ours: nothing says what it is of.
    held = {"bagit.txt": b"BagIt-Version: 1.0\n", "manifest-sha256.txt": b""}
    assert verify(zipped(tmp_path / "c.zip", held)).status in (1, 3)


@pytest.mark.parametrize(
    "name",
    [
        "../luar.txt",
        f"{BASE}/data/../../luar.txt",
        "/luar.txt",
        "C:/luar.txt",
        "a\\..\\luar.txt",
        "a//b",
        "./a",
    ]
    + [f"{BASE}/data/baris\nbaru.txt"],
)
def test_names_that_lead_out(packed: Packed, tmp_path: Path, name: str) -> None:
    file = zipped(tmp_path / "a.zip", members(packed.file))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), b"x")
    refused(file, f"a.zip memuat berkas yang menuju ke luar foldernya: {name.replace(chr(10), chr(0xFFFD))}")


def test_a_link(packed: Packed, tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", members(packed.file))
    link = zipfile.ZipInfo(f"{BASE}/data/tautan")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    refused(file, f"a.zip memuat berkas yang menuju ke luar foldernya: {BASE}/data/tautan")


def test_a_name_that_stands_twice(packed: Packed, tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", members(packed.file))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(file, "a") as archive:
            archive.writestr(f"{BASE}/{DOSSIER}", b"{}")
    refused(file, f"a.zip memuat berkas yang sama dua kali: {BASE}/{DOSSIER}")


def central(file: Path, name: str, change: Callable[[bytearray, int], None]) -> Path:
    """Changes the entry of a member in the central directory; `change` is given the bytes and its offset."""
    raw = bytearray(file.read_bytes())
    at = raw.rindex(f"{BASE}/{name}".encode()) - 46
    assert raw[at : at + 4] == b"PK\x01\x02"
    change(raw, at)
    file.write_bytes(raw)
    return file


@pytest.mark.parametrize("size", [0, 1, 1 << 20, 0xFFFFFFF0])
def test_sizes_that_lie(packed: Packed, tmp_path: Path, size: int) -> None:
    def lie(raw: bytearray, at: int) -> None:
        struct.pack_into("<I", raw, at + 24, size)

    file = central(zipped(tmp_path / "a.zip", members(packed.file)), DOSSIER, lie)
    done = verify(file)
    if size > 1 << 30:
        assert (done.status, done.err.splitlines()) == (3, [
            "a.zip akan terbuka menjadi lebih dari 100 kali ukurannya.",
            REMEDY,
        ])  # fmt: skip
    else:
        assert done.status == 1
        assert any(line.startswith(f"  {DOSSIER}  ") for line in done.err.splitlines())


def test_a_locked_member_and_an_uncommon_packing(packed: Packed, tmp_path: Path) -> None:
    def lock(raw: bytearray, at: int) -> None:
        raw[at + 8] |= 1

    what = f"a.zip memuat berkas yang terkunci atau dikemas dengan cara lain: {BASE}/{DOSSIER}"
    refused(central(zipped(tmp_path / "a.zip", members(packed.file)), DOSSIER, lock), what)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for path, raw in members(packed.file).items():
            method = zipfile.ZIP_LZMA if path == DOSSIER else zipfile.ZIP_STORED
            archive.writestr(f"{BASE}/{path}", raw, method)
    refused(tmp_path / "b.zip", what.replace("a.zip", "b.zip"))


def test_a_bomb(packed: Packed, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{BASE}/bagit.txt", b"")
        with archive.open(f"{BASE}/manifest-sha256.txt", "w") as stream:
            for _ in range(64):
                stream.write(bytes(1 << 20))
    refused(tmp_path / "a.zip", "a.zip akan terbuka menjadi lebih dari 100 kali ukurannya.")


def test_too_many_members(tmp_path: Path) -> None:
    file = zipped(tmp_path / "a.zip", {str(at): b"" for at in range(opened.MOST_MEMBERS + 1)})
    refused(file, "a.zip memuat lebih dari 10.000 berkas.")


@pytest.mark.parametrize("path", ["data/contents.json", "manifest-sha256.txt", "bag-info.txt", DOSSIER])
@pytest.mark.parametrize(
    "raw",
    [b"", b"{}", b"[" * 100_000, b"\xff\xfe\x00", b'{"schema": "package", "issue": {"position": 1e999}}'],
)
def test_members_of_another_kind_are_findings(packed: Packed, tmp_path: Path, path: str, raw: bytes) -> None:
    file = zipped(tmp_path / "a.zip", {**members(packed.file), path: raw})
    done = verify(file)
    assert done.status == 1
    assert f"  {path}  Berubah sejak dikemas." in done.err.splitlines()


def test_bytes_changed_anywhere_never_end_in_a_fault(packed: Packed, tmp_path: Path) -> None:
    whole, chance, file = packed.file.read_bytes(), random.Random(30), tmp_path / "a.zip"
    directory = whole.rindex(b"PK\x01\x02") - 3000
    for turn in range(150):
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            raw[chance.randrange(directory if turn % 2 else 0, len(raw))] = chance.randrange(256)
        file.write_bytes(raw)
        done = verify(file)
        assert done.status in (0, 1, 3)
        if done.status == 0 and bytes(raw) != whole:
            assert "zip yang memuatnya ditulis program lain" in done.err


@pytest.mark.parametrize("place", [0, 1, 99, 0x7FFFFFFF, 0xFFFFFFF0])
def test_places_outside_the_file_are_damage_of_the_file(packed: Packed, tmp_path: Path, place: int) -> None:
    def lie(raw: bytearray, at: int) -> None:
        struct.pack_into("<I", raw, at + 42, place)

    file = central(zipped(tmp_path / "a.zip", members(packed.file)), DOSSIER, lie)
    assert verify(file).status in (1, 3)
    raw = bytearray(packed.file.read_bytes())
    for field in (12, 16):
        end = bytearray(raw)
        struct.pack_into("<I", end, end.rindex(b"PK\x05\x06") + field, place)
        file.write_bytes(end)
        assert verify(file).status in (1, 3)
