"""Freezes the program into a folder that needs no Python, and tries it out: `python -m tools.frozen`.

PyInstaller freezes for the system that it runs on. On Linux the folder is built and tried; the same call
on Windows makes the folder for Windows.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from urllib.request import urlopen

from tools import starter

ROOT = Path(__file__).parent.parent
PACKAGES = (
    *("domain", "ledger", "projections", "importers", "exporters", "schemas", "commands"),
    *("jejak_i18n", "jejak", "examples", "service"),
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
    *("starlette", "uvicorn", "anyio", "python_multipart"),
)
"""Libraries of which PyInstaller would not see what is imported late, or their data."""
LEFT_OUT = (
    *("tkinter", "pytest", "mypy", "psycopg", "hypothesis", "playwright", "openpyxl", "numpy"),
    *("pyarrow", "axe_playwright_python", "hatchling", "PyInstaller", "importlinter", "grimp"),
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
    """The folder, and what a double-click on it runs, as a zip beside it."""
    start = folder.parent / ("Jejak.cmd" if sys.platform == "win32" else "jejak.sh")
    if sys.platform == "win32":
        start.write_bytes(starter.command("Membuka Jejak di peramban.", "%~dp0jejak\\jejak.exe"))
    else:
        start.write_text(starter.SHELL, encoding="utf-8")
        start.chmod(0o755)
    file = folder.with_suffix(".zip")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in [start, *sorted(folder.rglob("*"))]:
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
        serves([*frozen, "serve", "--no-browser", "--home", str(there / "ruang")])


def serves(command: list[str]) -> None:
    """The program opens its pages. Raises SystemExit where they do not answer."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as running:
        try:
            assert running.stdout
            said = running.stdout.readline()
            found = re.search(r"http://[0-9.:]+", said)
            if not found:
                raise SystemExit(f"no pages: {said}")
            with urlopen(f"{found[0]}/health", timeout=30) as answer:  # noqa: S310 - our own address
                if answer.status != 200:
                    raise SystemExit(f"no pages: {answer.status}")
        finally:
            running.terminate()


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
