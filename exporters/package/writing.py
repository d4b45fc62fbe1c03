"""A package written to its file: whole, and checked before it takes its name, or not at all."""

from __future__ import annotations

from pathlib import Path

from exporters.package.assemble import Package
from exporters.package.checking import check
from exporters.package.comparing import is_as_packed
from exporters.package.model import Finding
from exporters.package.opened import opened
from exporters.word.reproducible_zip import write_zip


class ChangedMeanwhileError(Exception):
    """An evidence file was altered while it was copied; `findings` name it."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def write(package: Package, file: Path) -> int:
    """Writes the package and returns its size in bytes. Raises ChangedMeanwhileError, and OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    try:
        with part.open("w+b") as out:
            write_zip(out, package.placed())
        with opened(part) as made:
            if findings := check(made).findings:
                raise ChangedMeanwhileError(findings)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return file.stat().st_size


def is_written(package: Package, file: Path) -> bool:
    """Whether this very package lies there already, to the byte."""
    return file.is_file() and is_as_packed(file, package.placed())
