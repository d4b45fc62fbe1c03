"""Freezes the program into a folder that needs no Python, and tries it out: `python -m tools.frozen`.

PyInstaller freezes for the system that it runs on. On Linux the folder is built and tried; the same call
on Windows makes the folder for Windows.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGES = (
    *("domain", "ledger", "projections", "importers", "exporters", "schemas", "commands"),
    *("jejak_i18n", "jejak", "examples"),
)
LAZY = (
    "eventsourcing",
    "uuid_utils",
    "babel",
    "tzdata",
    "docx",
    "docxtpl",
    "sqlalchemy.dialects.sqlite",
    "segno",
)
"""Libraries of which PyInstaller would not see what is imported late, or their data."""
LEFT_OUT = (
    *("tkinter", "pytest", "mypy", "psycopg", "hypothesis", "playwright", "openpyxl", "numpy"),
    *("setuptools", "pkg_resources", "Crypto", "PIL"),
)
TONGUES = ("root", "id", "en")
"""Languages of babel that Jejak speaks; the data of all others are half of the folder."""
MOST = 45_000_000
"""Bytes that the packed folder may have."""


def freeze(out: Path) -> Path:
    """Makes the folder. Raises CalledProcessError where PyInstaller fails."""
    with tempfile.TemporaryDirectory() as work:
        words = [
            *(("--strip",) if sys.platform == "linux" else ()),
            *("--noconfirm", "--log-level", "ERROR", "--name", "jejak", "--console"),
            *("--distpath", str(out), "--workpath", work, "--specpath", work, "--paths", str(ROOT)),
            *(word for name in PACKAGES for word in ("--collect-all", name)),
            *(word for name in LAZY for word in ("--collect-all", name)),
            *(word for name in ("jejak", "eventsourcing") for word in ("--copy-metadata", name)),
            *(word for name in LEFT_OUT for word in ("--exclude-module", name)),
            str(ROOT / "tools" / "frozen_entry.py"),
        ]
        subprocess.run([sys.executable, "-m", "PyInstaller", *words], check=True, cwd=ROOT)
    folder = out / "jejak"
    for path in folder.rglob("babel/locale-data/*.dat"):
        if path.stem.partition("_")[0] not in TONGUES:
            path.unlink()
    return folder


def packed(folder: Path) -> Path:
    """The folder as a zip beside it."""
    file = folder.with_suffix(".zip")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder.parent))
    return file


def documents(program: list[str], folder: Path) -> dict[str, str]:
    """The dossiers that the program makes of one ledger: name to SHA-256."""
    out = folder / "dokumen"
    home = ["--home", str(folder / "ruang")]
    for award, year in (("iga", "2026"), ("kipp", "2023")):
        words = ["dossier", award, "3303-0169", "--year", year, "--out", str(out), *home]
        subprocess.run([*program, *words], check=True, cwd=folder, capture_output=True)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}


def try_out(folder: Path) -> None:
    """Both programs write the same documents of the same ledger. Raises SystemExit where they differ."""
    frozen = [str(folder / ("jejak.exe" if sys.platform == "win32" else "jejak"))]
    with tempfile.TemporaryDirectory() as made:
        here, there = Path(made) / "lingkungan", Path(made) / "beku"
        here.mkdir()
        there.mkdir()
        plain = [str(Path(sys.executable).parent / "jejak")]
        subprocess.run([*frozen, "demo", "--out", str(here / "ruang")], check=True, capture_output=True)
        shutil.copytree(here / "ruang", there / "ruang")
        one, other = documents(plain, here), documents(frozen, there)
        if one != other or not one:
            raise SystemExit(f"the documents differ: {one} {other}")


def main() -> None:
    """Freezes into build/frozen, tries it out, packs it into dist/."""
    folder = freeze(ROOT / "build" / "frozen")
    try_out(folder)
    file = packed(folder)
    target = ROOT / "dist" / f"jejak-{sys.platform}.zip"
    target.parent.mkdir(exist_ok=True)
    shutil.move(file, target)
    size = target.stat().st_size
    print(f"{target} ({size:,} bytes)")
    if size > MOST:
        raise SystemExit(f"more than {MOST:,} bytes")


if __name__ == "__main__":
    main()
