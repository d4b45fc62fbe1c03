"""Notes of a sheet: their texts, and the boxes in which programs show them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count

from lxml import etree

from importers.marking.package import MAIN, Element, Package, parsed, written
from importers.marking.sheet_cells import SheetXml
from importers.reading.sheet_parts import row_and_column

AUTHOR = "Jejak"
BEGIN = "Jejak: "
"""What our notes begin with, so that a person knows who wrote them."""
LARGEST = 32_000
"""Characters of a note: a cell, and what Excel shows of a note, holds no more."""
_NOT_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SHAPE = re.compile(rb"<((?:\w+:)?)shape\b.*?</\1shape>", re.DOTALL)
_BOX_ROW = re.compile(rb"<(?:\w+:)?Row>\s*([0-9]+)\s*<")
_BOX_COLUMN = re.compile(rb"<(?:\w+:)?Column>\s*([0-9]+)\s*<")
_SHAPE_ID = re.compile(rb'_x0000_s([0-9]+)"')
_NAMES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
"""Said on each box again: a drawing that another program wrote may call these names otherwise."""
_EMPTY = (
    f'<xml {_NAMES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
).encode()
_BOX_TYPE = (
    b"<v:shapetype "
    + _NAMES.encode()
    + b' id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX = (
    '<v:shape {names} id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;width:260pt;'
    'height:110pt;z-index:{place};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 10, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


def clean(text: str) -> str:
    """A text without the characters that a part of a workbook cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def annotate(package: Package, part: str, sheet: SheetXml, notes: Mapping[str, str]) -> None:
    """Adds notes to cells of a sheet; one that is there already stays, behind ours."""
    place = package.related(part, "comments")
    if place is None:
        place = package.free("xl/comments{}.xml")
        package.declare(place, _COMMENTS)
        package.link(part, place, "comments")
    root = _comments(package.read(place))
    known = {one.get("ref"): one for one in root.iter(f"{{{MAIN}}}comment")}
    author = _author(root)
    for ref, text in notes.items():
        if ref in known:
            _put_before(known[ref], text)
        else:
            _add(root, ref, text, author)
    package.put(place, written(root))
    new = [ref for ref in notes if ref not in known]
    if new:
        _draw(package, part, sheet, new)


def forget(package: Package, part: str, sheet: SheetXml) -> None:
    """Takes out the notes that an earlier marked copy left in a sheet."""
    place = package.related(part, "comments")
    data = package.read(place) if place else None
    if place is None or data is None or BEGIN.encode() not in data:
        return
    root = parsed(data)
    gone = set()
    for comment in root.findall(f".//{{{MAIN}}}comment"):
        body = comment.find(f"{{{MAIN}}}text")
        for run in [one for one in body if "".join(one.itertext()).startswith(BEGIN)]:
            body.remove(run)
            if len(body) == 0:
                gone.add(row_and_column(comment.get("ref") or "A1"))
                comment.getparent().remove(comment)
    package.put(place, written(root))
    link = sheet.drawing()
    drawing = package.target(part, link) if link else None
    boxes = package.read(drawing) if drawing else None
    if drawing and boxes:
        package.put(
            drawing, _SHAPE.sub(lambda one: b"" if _cell_of(one.group()) in gone else one.group(), boxes)
        )


def _cell_of(box: bytes) -> tuple[int, int] | None:
    row, column = _BOX_ROW.search(box), _BOX_COLUMN.search(box)
    return (int(row.group(1)), int(column.group(1))) if row and column else None


def _comments(data: bytes | None) -> Element:
    return parsed(data or f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode())


def _author(root: Element) -> int:
    authors = root.find(f"{{{MAIN}}}authors")
    names = [one.text for one in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, f"{{{MAIN}}}author").text = AUTHOR
        names.append(AUTHOR)
    return names.index(AUTHOR)


def _run(text: str) -> Element:
    run = etree.Element(f"{{{MAIN}}}r")
    look = etree.SubElement(run, f"{{{MAIN}}}rPr")
    etree.SubElement(look, f"{{{MAIN}}}sz").set("val", "9")
    etree.SubElement(look, f"{{{MAIN}}}rFont").set("val", "Tahoma")
    said = etree.SubElement(run, f"{{{MAIN}}}t")
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    said.text = clean(BEGIN + text)[:LARGEST]
    return run


def _add(root: Element, ref: str, text: str, author: int) -> None:
    new = etree.SubElement(root.find(f"{{{MAIN}}}commentList"), f"{{{MAIN}}}comment")
    new.set("ref", ref)
    new.set("authorId", str(author))
    etree.SubElement(new, f"{{{MAIN}}}text").append(_run(text))


def _put_before(comment: Element, text: str) -> None:
    body = comment.find(f"{{{MAIN}}}text")
    # A text that is one plain piece becomes a run, for ours to stand before it.
    for plain in body.findall(f"{{{MAIN}}}t"):
        run = etree.Element(f"{{{MAIN}}}r")
        body.replace(plain, run)
        run.append(plain)
    body.insert(0, _run(f"{text}\n\n"))


def _draw(package: Package, part: str, sheet: SheetXml, refs: list[str]) -> None:
    """Adds a box for each note to the drawing of the sheet.

    The drawing is no XML that could be parsed: Excel itself leaves tags in it open.
    """
    link = sheet.drawing()
    place = package.target(part, link) if link else None
    if place is None:
        place = package.free("xl/drawings/vmlDrawing{}.vml")
        package.declare(place, _DRAWING)
        sheet.set_drawing(package.link(part, place, "vmlDrawing"))
    data = package.read(place) or _EMPTY
    boxes = b"" if b'id="_x0000_t202"' in data else _BOX_TYPE
    ids = count(max([1024, *map(int, _SHAPE_ID.findall(data))]) + 1)
    boxes += b"".join(_box(ref, number) for ref, number in zip(refs, ids, strict=False))
    end = data.rindex(b"</xml>")
    package.put(place, data[:end] + boxes + data[end:])


def _box(ref: str, number: int) -> bytes:
    row, column = row_and_column(ref)
    box = _BOX.format(
        names=_NAMES,
        id=number,
        place=number % 1024 + 1,
        left=column + 1,
        top=max(0, row - 1),
        right=column + 3,
        bottom=row + 6,
        row=row,
        column=column,
    )
    return box.encode()
