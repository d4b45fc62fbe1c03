"""Word documents as PDF, by the LibreOffice of this computer."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

OFFICE = "JEJAK_SOFFICE"
"""The environment variable that names LibreOffice's program where it is not on the path."""
SECONDS = 120
"""How long the documents that LibreOffice takes at once may take, in seconds."""
AT_ONCE = 20
"""How many documents LibreOffice takes at once: to start it costs more than a document."""
_NAMES = ("soffice", "libreoffice")
_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
# Headings, tables and alternative texts as PDF knows them (PDF/UA, ISO 14289-1).
_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


class NoPdfError(Exception):
    """There is no PDF: LibreOffice is `missing`, took more than SECONDS (`time`), or `failed`."""

    def __init__(self, why: Literal["missing", "time", "failed"]) -> None:
        super().__init__(why)
        self.why = why


def find_office() -> str:
    """The program of LibreOffice. Raises NoPdfError where there is none."""
    named = os.environ.get(OFFICE)
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None and not named and _MAC.is_file():
        found = str(_MAC)
    if found is None:
        raise NoPdfError("missing")
    return found


def pdf_name(document: str) -> str:
    """What the PDF of a document is called."""
    return f"{document.removesuffix('.docx')}.pdf"


def pdf_files(
    documents: Mapping[str, bytes], progress: Callable[[int], None] = lambda _done: None
) -> dict[str, bytes]:
    """The PDF of each document by its own name.

    The bytes are LibreOffice's: they hold its clock and differ from run to run. Raises NoPdfError.
    """
    office, names = find_office(), list(documents)
    made: dict[str, bytes] = {}
    for first in range(0, len(names), AT_ONCE):
        part = names[first : first + AT_ONCE]
        converted = _converted(office, [documents[name] for name in part])
        made |= zip(map(pdf_name, part), converted, strict=True)
        progress(len(made))
    return made


def _converted(office: str, documents: Sequence[bytes]) -> list[bytes]:
    with tempfile.TemporaryDirectory(prefix="jejak-pdf-") as folder:
        # A profile of its own: one that is open in another window would take the call and say nothing.
        profile, out = Path(folder, "profile").as_uri(), Path(folder, "out")
        files = [Path(folder, f"{number}.docx") for number in range(len(documents))]
        for path, content in zip(files, documents, strict=True):
            path.write_bytes(content)
        _run(
            [
                office,
                f"-env:UserInstallation={profile}",
                "--headless",
                "--norestore",
                "--convert-to",
                _FILTER,
                "--outdir",
                str(out),
                *map(str, files),
            ]
        )
        made = [out / f"{path.stem}.pdf" for path in files]
        if not all(path.is_file() and path.stat().st_size for path in made):
            raise NoPdfError("failed")
        return [path.read_bytes() for path in made]


def _run(command: list[str]) -> None:
    """Runs a program and, where it takes too long, ends it with all that it started."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name != "nt",
    ) as process:
        try:
            status = process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            _end(process)
            raise NoPdfError("time") from error
    if status:
        raise NoPdfError("failed")


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        process.kill()
        return
    import signal

    # The program is a script that starts another one.
    os.killpg(process.pid, signal.SIGKILL)
