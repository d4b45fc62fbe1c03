"""Turns documents and workbooks into pictures to be looked at: `make look`.

Needs LibreOffice and poppler from the system; says what to install where they are missing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OUT = Path("look")
ENDINGS = (".docx", ".xlsx")


def main(places: list[str]) -> int:
    """Converts every document below the places given (default: demo and examples)."""
    office, pages = shutil.which("soffice"), shutil.which("pdftoppm")
    if not office or not pages:
        print("Missing: LibreOffice (soffice) and poppler (pdftoppm).", file=sys.stderr)
        print("Debian, Ubuntu: apt-get install libreoffice poppler-utils", file=sys.stderr)
        print("macOS: brew install --cask libreoffice; brew install poppler", file=sys.stderr)
        return 5
    folders = [Path(place) for place in places] + [Path("examples")]
    found = sorted({path for folder in folders for path in folder.rglob("*") if path.suffix in ENDINGS})
    if not found:
        print("Nothing to look at: run `make demo` first.", file=sys.stderr)
        return 2
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        for path in found:
            _convert(office, pages, path, profile)
    print(f"{len(found)} files as pictures in {OUT}/")
    return 0


def _convert(office: str, pages: str, path: Path, profile: str) -> None:
    command = [office, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(OUT), str(path)], check=True, capture_output=True)
    pdf = OUT / f"{path.stem}.pdf"
    subprocess.run([pages, "-r", "70", "-png", str(pdf), str(OUT / path.stem)], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
