"""The package of a workbook, changed part by part: what nobody touches is copied as it is.

A library that reads a workbook and writes it again would lose its pictures and charts.
"""

from __future__ import annotations

import hashlib
import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = "[Content_Types].xml"
BOOK = "xl/workbook.xml"
Element = Any
"""An element of the XML library, which comes without types."""


def parsed(data: bytes) -> Element:
    """The root of a part; nothing outside it is ever looked up. Raises ValueError for one with entities."""
    if b"<!DOCTYPE" in data:
        # Entities within entities would fill the memory; no part of a workbook may have any (ECMA-376).
        raise ValueError("a part that declares a document type")
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def written(root: Element) -> bytes:
    """A part as it stands in the package."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


class Package:
    """The parts of a workbook: read from its archive, or as they were changed."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self._known = set(archive.namelist())
        self._changed: dict[str, bytes] = {}

    def read(self, part: str) -> bytes | None:
        """The bytes of a part; None when there is none."""
        if part in self._changed:
            return self._changed[part]
        return self.archive.read(part) if part in self._known else None

    def put(self, part: str, data: bytes) -> None:
        """Gives a part other bytes, or makes it."""
        self._changed[part] = data

    def free(self, pattern: str) -> str:
        """The first name of a pattern such as `xl/comments{}.xml` that no part bears."""
        number = 1
        while (part := pattern.format(number)) in self._known or part in self._changed:
            number += 1
        return part

    def related(self, part: str, kind: str) -> str | None:
        """The part of a kind (`comments`) that a part is linked to."""
        for link in self._links(part):
            if (link.get("Type") or "").endswith(f"/{kind}") and link.get("TargetMode") != "External":
                return _absolute(part, link.get("Target") or "")
        return None

    def target(self, part: str, link_id: str) -> str | None:
        """The part behind a link by its id."""
        for link in self._links(part):
            if link.get("Id") == link_id:
                return _absolute(part, link.get("Target") or "")
        return None

    def link(self, part: str, to: str, kind: str) -> str:
        """Links a part to another and returns the id of the link."""
        place = _links_of(part)
        root = parsed(self.read(place) or f'<Relationships xmlns="{PACKAGE}"/>'.encode())
        taken = {one.get("Id") for one in root}
        number = len(root) + 1
        while f"rId{number}" in taken:
            number += 1
        new = etree.SubElement(root, f"{{{PACKAGE}}}Relationship")
        new.set("Id", f"rId{number}")
        new.set("Type", f"{LINKS}/{kind}")
        new.set("Target", f"/{to}")
        self.put(place, written(root))
        return f"rId{number}"

    def declare(self, part: str, content_type: str) -> None:
        """Says of what type a new part is; for all parts of its ending where it is a drawing of notes."""
        root = parsed(self.read(CONTENT_TYPES) or b"")
        ending = part.rpartition(".")[2]
        if ending == "xml":
            new = etree.SubElement(root, f"{{{TYPES}}}Override")
            new.set("PartName", f"/{part}")
        elif any((one.get("Extension") or "").casefold() == ending for one in root):
            return
        else:
            new = etree.Element(f"{{{TYPES}}}Default")
            new.set("Extension", ending)
            root.insert(0, new)
        new.set("ContentType", content_type)
        self.put(CONTENT_TYPES, written(root))

    def write(self, path: Path) -> None:
        """Writes the package; of files that are there it replaces only what it wrote and nobody changed.

        Raises FileExistsError for any other.
        """
        place = path.with_name(f"{path.name}.part") if is_as_written(path) else path
        with place.open("xb") as file:
            try:
                self._write(file)
            except BaseException:
                place.unlink(missing_ok=True)
                raise
        if place != path:
            place.replace(path)

    def _write(self, file: IO[bytes]) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
            for info in self.archive.infolist():
                if info.filename not in self._changed:
                    made.writestr(info.filename, self.archive.read(info.filename))
            for part, data in self._changed.items():
                made.writestr(part, data)
            made.comment = _seal(made)

    def _links(self, part: str) -> Iterator[Element]:
        data = self.read(_links_of(part))
        yield from parsed(data) if data else ()


def is_as_written(path: Path) -> bool:
    """True for a package that `Package.write` wrote and that nobody saved again."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.comment == _seal(archive)
    except (OSError, ValueError, zipfile.BadZipFile):
        return False


def _seal(archive: zipfile.ZipFile) -> bytes:
    """What the archive says of its own members; a program that saves the workbook leaves it out."""
    told = "\n".join(f"{info.filename} {info.CRC:08x} {info.file_size}" for info in archive.infolist())
    return b"jejak " + hashlib.sha256(told.encode()).hexdigest().encode()


def _links_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _absolute(part: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
