"""The styles of marked cells: as they were, with the colour of a mark."""

from __future__ import annotations

import copy

from lxml import etree

from importers.marking.package import MAIN, Element, Package, parsed, written

PART = "xl/styles.xml"
COLOUR = "FFFFB3A7"


class Styles:
    """Gives cells styles of their own; without a part of styles every cell keeps what it has."""

    def __init__(self, package: Package) -> None:
        self.package = package
        data = package.read(PART)
        self.root: Element | None = parsed(data) if data else None
        self._marked: dict[int, int] = {}
        self._fill = self._table("fills", _fill()) if self.root is not None else 0

    def marked(self, style: int) -> int:
        """The style of a cell with the colour of a mark."""
        if self.root is None:
            return style
        if style not in self._marked:
            new = self._cloned(style)
            new.set("fillId", str(self._fill))
            new.set("applyFill", "1")
            # A heading in white on dark blue could not be read on the colour of a mark.
            new.set("fontId", str(self._black(int(new.get("fontId") or 0))))
            new.set("applyFont", "1")
            self._marked[style] = self._table("cellXfs", new)
        return self._marked[style]

    def forget(self) -> None:
        """Takes the colour of a mark from all cells that have it from an earlier marked copy."""
        if self.root is None:
            return
        fills = self.root.find(f"{{{MAIN}}}fills")
        ours = {str(at) for at, one in enumerate(fills[:-1]) if COLOUR in {e.get("rgb") for e in one.iter()}}
        for style in self.root.find(f"{{{MAIN}}}cellXfs"):
            if style.get("fillId") in ours:
                style.set("fillId", "0")

    def wrapped(self, *, bold: bool = False) -> int:
        """A style of text that fills several lines, at the top of its cell."""
        if self.root is None:
            return 0
        new = self._cloned(0)
        for old in new.findall(f"{{{MAIN}}}alignment"):
            new.remove(old)
        alignment = etree.Element(f"{{{MAIN}}}alignment")
        alignment.set("vertical", "top")
        alignment.set("wrapText", "1")
        new.insert(0, alignment)
        new.set("applyAlignment", "1")
        if bold:
            font = self._font(0)
            if font.find(f"{{{MAIN}}}b") is None:
                font.insert(0, etree.Element(f"{{{MAIN}}}b"))
            new.set("fontId", str(self._table("fonts", font)))
            new.set("applyFont", "1")
        return self._table("cellXfs", new)

    def save(self) -> None:
        """Puts the styles into the package."""
        if self.root is not None:
            self.package.put(PART, written(self.root))

    def _cloned(self, style: int) -> Element:
        assert self.root is not None
        known = self.root.find(f"{{{MAIN}}}cellXfs")
        return copy.deepcopy(known[style if style < len(known) else 0])

    def _font(self, index: int) -> Element:
        assert self.root is not None
        fonts = self.root.find(f"{{{MAIN}}}fonts")
        return copy.deepcopy(fonts[index if index < len(fonts) else 0])

    def _black(self, index: int) -> int:
        font = self._font(index)
        colour = font.find(f"{{{MAIN}}}color")
        if colour is None or (colour.get("rgb") or colour.get("theme")) in (None, "FF000000", "1"):
            return index
        for name in list(colour.attrib):
            del colour.attrib[name]
        colour.set("rgb", "FF000000")
        return self._table("fonts", font)

    def _table(self, name: str, new: Element) -> int:
        """Adds an element to one of the tables of styles and returns its index."""
        assert self.root is not None
        table = self.root.find(f"{{{MAIN}}}{name}")
        table.append(new)
        table.set("count", str(len(table)))
        return len(table) - 1


def _fill() -> Element:
    fill = etree.Element(f"{{{MAIN}}}fill")
    pattern = etree.SubElement(fill, f"{{{MAIN}}}patternFill")
    pattern.set("patternType", "solid")
    etree.SubElement(pattern, f"{{{MAIN}}}fgColor").set("rgb", COLOUR)
    etree.SubElement(pattern, f"{{{MAIN}}}bgColor").set("indexed", "64")
    return fill
