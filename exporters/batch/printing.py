"""The documents of a batch as PDF: made after all were written, beside each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from exporters.batch.model import BatchItem
from exporters.batch.progress_file import ProgressFile
from exporters.word import pdf
from exporters.word.files import write_files


def print_documents(
    file: ProgressFile, items: Sequence[BatchItem], progress: Callable[[int], None]
) -> list[BatchItem]:
    """The items, each whose document lies there with its PDF. A run that was cut goes on where it was.

    Raises NoPdfError and OSError.
    """
    made = {one.code: one for one in items}
    waiting = [one for one in items if one.documents and not _printed(file, one)]
    for first in range(0, len(waiting), pdf.AT_ONCE):
        part = waiting[first : first + pdf.AT_ONCE]
        paths = {one.code: file.folder / str(one.folder) / one.documents[0] for one in part}
        printed = pdf.pdf_files({code: path.read_bytes() for code, path in paths.items()})
        for one in part:
            raw, path = printed[pdf.pdf_name(one.code)], paths[one.code]
            write_files(path.parent, {pdf.pdf_name(path.name): raw})
            made[one.code] = replace(one, pdf=hashlib.sha256(raw).hexdigest())
            file.add(replace(made[one.code], state="written"))
        progress(first + len(part))
    return list(made.values())


def _printed(file: ProgressFile, item: BatchItem) -> bool:
    """Whether the PDF lies there; a changed one is told before this."""
    path = file.folder / str(item.folder) / pdf.pdf_name(item.documents[0])
    return item.pdf is not None and path.is_file()
