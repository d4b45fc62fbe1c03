"""Packs what a Windows computer without a network needs to run Jejak by double-click.

`python -m tools.windows_folder` writes dist/jejak-windows.zip: the wheels of the lock for Windows, our own
wheel, and `Jejak.cmd`, which makes the environment with `pip --no-index` the first time and then opens the
pages in the browser. Python 3.12 or 3.13 must stand on that computer.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tools import starter
from tools.wheel import ROOT, build

PYTHONS = ("3.12", "3.13")
"""Releases of Python for which wheels are packed: a third one would not fit."""
MOST = 45_000_000
"""Bytes that the packed folder may have."""
STAMP = (1980, 1, 1, 0, 0, 0)
WHAT = (
    "Membuka Jejak di peramban. Yang pertama kali membuat lingkungannya dari folder wheels, tanpa jaringan."
)
PROGRAM = "%LINGKUNGAN%\\Scripts\\jejak"
PREPARE = """set "LINGKUNGAN=%LOCALAPPDATA%\\Jejak\\{version}"
if not exist "%LINGKUNGAN%\\Scripts\\jejak.exe" (
  set "PYTHON="
  for %%V in ({pythons}) do py -%%V -c "" >nul 2>nul && set "PYTHON=%%V"
  if not defined PYTHON (
    echo Python belum terpasang. Pasang Python {last}, lalu klik dua kali berkas ini lagi.
    pause
    exit /b 5
  )
  echo Menyiapkan Jejak, sekali saja...
  py -!PYTHON! -m venv "%LINGKUNGAN%" || goto gagal
  "%LINGKUNGAN%\\Scripts\\python" -m pip install --quiet --disable-pip-version-check --no-index ^
    --find-links wheels --require-hashes -r requirements.lock || goto gagal
  "%LINGKUNGAN%\\Scripts\\python" -m pip install --quiet --disable-pip-version-check --no-index ^
    --find-links wheels --no-deps jejak=={version} || goto gagal
)
"""
READ_ME = """Jejak untuk Windows

1. Salin folder ini ke komputer (jangan ke folder OneDrive atau Google Drive).
2. Klik dua kali Jejak.cmd. Yang pertama kali menyiapkan programnya, tanpa jaringan.
3. Peramban terbuka. Jendela hitam dibiarkan terbuka selama Jejak dipakai.

Python 3.12 atau 3.13 harus terpasang. Datanya ada di folder ruang-kerja.
"""


def wheels(folder: Path) -> None:
    """The wheels of the lock for Windows, checked by their hashes. Raises CalledProcessError."""
    for version in PYTHONS:
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
                *("--platform", "win_amd64", "--only-binary=:all:", "--python-version", version),
                *("--no-deps", "--require-hashes", "-r", str(lock()), "--dest", str(folder)),
            ],
            check=True,
        )


def lock() -> Path:
    """The lock of the program with its local pages, else of the program alone."""
    with_pages = ROOT / "requirements-serve.lock"
    return with_pages if with_pages.exists() else ROOT / "requirements.lock"


def pack(folder: Path, out: Path) -> Path:
    """A zip of the folder with fixed stamps, in order of names."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"Jejak/{path.relative_to(folder).as_posix()}", STAMP)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    return out


def main() -> None:
    """Writes dist/jejak-windows.zip. Raises SystemExit where it is too large."""
    (ROOT / "dist").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "wheels").mkdir()
        wheels(folder / "wheels")
        own = build(folder / "wheels")
        version = own.name.split("-")[1]
        shutil.copy(lock(), folder / "requirements.lock")
        before = PREPARE.format(version=version, pythons=" ".join(PYTHONS), last=PYTHONS[-1])
        (folder / "Jejak.cmd").write_bytes(starter.command(WHAT, PROGRAM, before))
        (folder / "BACA-SAYA.txt").write_bytes(READ_ME.replace("\n", "\r\n").encode())
        target = pack(folder, ROOT / "dist" / "jejak-windows.zip")
    size = target.stat().st_size
    print(f"{target} ({size:,} bytes)")
    if size > MOST:
        raise SystemExit(f"more than {MOST:,} bytes")


if __name__ == "__main__":
    main()
