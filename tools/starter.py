"""What a double-click runs: it makes the workspace the first time, and opens the pages in the browser."""

from __future__ import annotations

HEAD = """@echo off
rem {what}
setlocal enabledelayedexpansion
chcp 65001 >nul
cd /d "%~dp0"
"""
OPEN = """if not exist "ruang-kerja\\jejak.toml" (
  echo Ruang kerja belum ada. Jawab beberapa pertanyaan berikut.
  set /p "DAERAH=Kode daerah, misalnya 33.03: "
  call "{program}" init ruang-kerja --region !DAERAH! || goto gagal
)
"{program}" serve --home ruang-kerja
if errorlevel 1 goto gagal
exit /b 0
:gagal
echo Ada yang tidak berhasil. Baca pesan di atas.
pause
exit /b 5
"""
SHELL = """#!/bin/sh
# Membuka Jejak di peramban.
cd "$(dirname "$0")" || exit 5
if [ ! -e ruang-kerja/jejak.toml ]; then
  echo "Ruang kerja belum ada. Jawab beberapa pertanyaan berikut."
  printf "Kode daerah, misalnya 33.03: "
  read -r daerah
  ./jejak/jejak init ruang-kerja --region "$daerah" || exit $?
fi
exec ./jejak/jejak serve --home ruang-kerja "$@"
"""
"""The same for the frozen folder on Linux."""


def command(what: str, program: str, before: str = "") -> bytes:
    """A batch file of Windows: what it says of itself, and what it does before it opens the program."""
    text = HEAD.format(what=what) + before + OPEN.format(program=program)
    return text.replace("\n", "\r\n").encode()
