"""What tests of packages share: a packed dossier, taken apart and put together again."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.helpers import Done, invoke

BASE = "iga-2026-3303-0169"
DOSSIER = f"data/{BASE}.json"
FORM = b"%PDF-1.4\n% SK Tim\n"
PHOTO = b"\x89PNG\r\n\x1a\n foto"
FORM_PATH, PHOTO_PATH = "data/evidence/16_SK_188.4-05-2023.pdf", "data/evidence/29_foto_Loket.png"


def attach(home: Path, folder: Path) -> None:
    """Records a decree for two indicators and a photo with personal data."""
    for name, raw, words in (
        (
            "tim.dat",
            FORM,
            ("--kind", "sk", "--number", "188.4/05/2023", "--indicator", "16", "--indicator", "17"),
        ),
        ("loket.dat", PHOTO, ("--kind", "photo", "--subject", "Loket", "--indicator", "29", "--personal")),
    ):
        (folder / name).write_bytes(raw)
        done = invoke("evidence", "add", folder / name, "--code", "SIMPEL PASAR", *words, "--home", home)
        assert done.status == 0, done.err


def pack(home: Path, out: Path, *words: str, award: str = "iga", year: str = "2026") -> Done:
    return invoke(
        "dossier", "pack", award, "SIMPEL PASAR", "--year", year, "--out", out, *words, "--home", home
    )


def verify(file: Path, *words: str | Path) -> Done:
    """The check by the package's own manifests, unless words name a workspace."""
    return invoke("dossier", "verify", file, *(words or ("--alone",)))


def members(file: Path) -> dict[str, bytes]:
    """The members by their paths below the package's folder."""
    with zipfile.ZipFile(file) as archive:
        return {one.partition("/")[2]: archive.read(one) for one in archive.namelist()}


def zipped(file: Path, held: Mapping[str, bytes], base: str = BASE) -> Path:
    """Another zip of such members."""
    with zipfile.ZipFile(file, "w") as archive:
        for path, raw in held.items():
            archive.writestr(f"{base}/{path}", raw)
    return file


def fixed_up(held: Mapping[str, bytes]) -> dict[str, bytes]:
    """The members with manifests and counts that fit them again, as a forger would leave them."""
    payload = {path: raw for path, raw in held.items() if path.startswith("data/")}
    octets = f"{sum(map(len, payload.values()))}.{len(payload)}"
    made = {
        **held,
        "bag-info.txt": re.sub(rb"(Oxum: )[0-9.]+", rb"\g<1>" + octets.encode(), held["bag-info.txt"]),
    }
    made["manifest-sha256.txt"] = _manifest(payload)
    made["tagmanifest-sha256.txt"] = _manifest(
        {path: made[path] for path in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")}
    )
    return made


def _manifest(held: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(held[path]).hexdigest()}  {path}\n" for path in sorted(held)).encode()


def altered(file: Path, to: Path, path: str, change: Callable[[bytes], bytes]) -> Path:
    """The package with one member changed and its manifests fixed up."""
    held = members(file)
    assert change(held[path]) != held[path]
    return zipped(to, dict(sorted(fixed_up({**held, path: change(held[path])}).items())))
