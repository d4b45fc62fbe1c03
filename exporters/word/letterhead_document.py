"""A letterhead that an office keeps as a Word document: what stands in its header, or else in its text."""

from __future__ import annotations

import io
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn
from docx.parts.image import ImagePart
from docx.table import Table

from exporters.word.template_file import require_template

Element = Any
"""An element of Word's XML, as lxml has it."""
MARK = b"PK"
"""How a .docx begins, and no picture."""
_STYLES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_RELATION = f"{{{nsmap['r']}}}"
_MICROSOFT = "{http://schemas.microsoft.com/office/word/"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DROPPED = (
    *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"),
    *("footnoteReference", "endnoteReference", "numPr", "proofErr", "sectPr"),
)
_BASE = "KopDasar"
_PLAIN = f"""<w:style {nsdecls("w")} w:type="paragraph" w:customStyle="1" w:styleId="{_BASE}">
<w:name w:val="Kop Dasar"/>
<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>
<w:sz w:val="20"/></w:rPr></w:style>"""
"""What Word takes where a document says nothing of its own."""


class UnfitLetterheadError(ValueError):
    """A Word document that says nothing, or holds what cannot be set into another document."""


def set_above(document: Document, raw: bytes, about: str, *, turned: bool) -> None:
    """Sets the letterhead above the text of a document; `about` tells its pictures to who cannot see them.

    On a page that lies on its side (`turned`) tables of the upright one stand in the middle.
    Raises TemplateRefusedError and UnfitLetterheadError, and what python-docx raises for a damaged file.
    """
    require_template(raw)
    source = docx.Document(io.BytesIO(raw))
    part, blocks = _letterhead(source)
    first, styles = document.element.body[0], _Styles(source, document)
    for block in blocks:
        made = deepcopy(block)
        first.addprevious(made)
        _clean(made)
        styles.bring(made)
        _bring_pictures(made, part, document)
        if turned and made.tag == qn("w:tbl"):
            Table(made, document).alignment = WD_TABLE_ALIGNMENT.CENTER
        for number, drawn in enumerate(made.iter(qn("wp:docPr")), 1):
            drawn.set("id", str(9000 + number))
            drawn.set("name", "Kop")
            drawn.set("descr", drawn.get("descr") or about)
    if blocks[-1].tag == qn("w:tbl"):
        # Two tables without a paragraph between them become one.
        first.addprevious(OxmlElement("w:p"))


def _letterhead(source: Document) -> tuple[Any, list[Element]]:
    """The part and the blocks of the first header that says something, or of the text."""
    section = source.sections[0]
    headers = [section.header]
    if section.different_first_page_header_footer:
        headers.insert(0, section.first_page_header)
    for header in headers:
        if not header.is_linked_to_previous and (blocks := _trimmed(header._element)):
            return header.part, blocks
    if blocks := _trimmed(source.element.body):
        return source.part, blocks
    raise UnfitLetterheadError("nothing stands in it")


def _trimmed(parent: Element) -> list[Element]:
    """Paragraphs and tables without the empty ones at the end."""
    blocks = list(_blocks(parent))
    while blocks and not _says(blocks[-1]):
        blocks.pop()
    return blocks


def _blocks(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag == qn("w:sdt"):
            yield from _blocks(child.find(qn("w:sdtContent")))


def _says(block: Element) -> bool:
    drawn = (qn("w:drawing"), qn("w:pict"), qn("w:object"), qn("w:pBdr"))
    return any(
        one.tag in drawn or (one.tag == qn("w:t") and (one.text or "").strip()) for one in block.iter()
    )


def _clean(block: Element) -> None:
    """Takes out what points to elsewhere in the former document, and what only its root explains."""
    for name in _DROPPED:
        for one in list(block.iter(qn(f"w:{name}"))):
            one.getparent().remove(one)
    for link in list(block.iter(qn("w:hyperlink"), qn("w:smartTag"))):
        _unwrap(link, link)
    for one in list(block.iter(qn("a:hlinkClick"))):
        one.getparent().remove(one)
    for both in list(block.iter(f"{_CHOICE}AlternateContent")):
        asked = {
            one for choice in both.iter(f"{_CHOICE}Choice") for one in choice.get("Requires", "").split()
        }
        if asked - both.nsmap.keys():
            other = both.find(f"{_CHOICE}Fallback")
            _unwrap(both, other if other is not None else [])
    for one in block.iter():
        for name in [name for name in one.attrib if name.startswith(_MICROSOFT)]:
            del one.attrib[name]


def _unwrap(outer: Element, inner: Element) -> None:
    for child in list(inner):
        outer.addprevious(child)
    outer.getparent().remove(outer)


def _bring_pictures(block: Element, part: Any, document: Document) -> None:
    for one in block.iter():
        for name in [name for name in one.attrib if name.startswith(_RELATION)]:
            relation = part.rels.get(one.get(name))
            if relation is None or relation.is_external or relation.reltype != RT.IMAGE:
                raise UnfitLetterheadError("it holds more than text, tables and pictures")
            one.set(name, _related(relation.target_part, document))


def _related(picture: Any, document: Document) -> str:
    """The id of a picture in the document, where it lies once."""
    held = [
        one for one in document.part.package.iter_parts() if str(one.partname).startswith("/word/media/kop")
    ]
    for one in held:
        if one.blob == picture.blob:
            return document.part.relate_to(one, RT.IMAGE)
    name = PackURI(f"/word/media/kop{len(held) + 1}.{picture.partname.ext}")
    made = ImagePart(name, picture.content_type, picture.blob)
    return document.part.relate_to(made, RT.IMAGE)


class _Styles:
    """Brings the styles of the letterhead under names of their own: it looks as in its own document."""

    def __init__(self, source: Document, document: Document) -> None:
        found = source.styles.element
        self._from = {one.get(qn("w:styleId")): one for one in found.iter(qn("w:style"))}
        self._default = next(
            (
                name
                for name, one in self._from.items()
                if one.get(qn("w:default")) in ("1", "true") and one.get(qn("w:type")) == "paragraph"
            ),
            None,
        )
        self._into = document.styles.element
        self._known = {one.get(qn("w:styleId")) for one in self._into.iter(qn("w:style"))}
        if _BASE not in self._known:
            self._into.append(_base(found))
            self._known.add(_BASE)

    def bring(self, block: Element) -> None:
        """Renames the styles of a block; paragraphs without one get what was usual."""
        for name, kind in _STYLES.items():
            for one in list(block.iter(qn(f"w:{name}"))):
                style = one.get(qn("w:val"))
                if style in self._from and self._from[style].get(qn("w:type")) == kind:
                    one.set(qn("w:val"), self._brought(style))
                else:
                    one.getparent().remove(one)
        for paragraph in block.iter(qn("w:p")):
            properties = paragraph.get_or_add_pPr()
            if properties.find(qn("w:pStyle")) is None:
                usual = OxmlElement("w:pStyle")
                usual.set(qn("w:val"), self._brought(self._default) if self._default else _BASE)
                properties.insert(0, usual)

    def _brought(self, style: str) -> str:
        new = f"Kop{style}"
        if new in self._known:
            return new
        self._known.add(new)
        made = deepcopy(self._from[style])
        made.set(qn("w:styleId"), new)
        made.set(qn("w:customStyle"), "1")
        made.attrib.pop(qn("w:default"), None)
        base = made.find(qn("w:basedOn"))
        before = base.get(qn("w:val")) if base is not None else None
        for name in ("basedOn", "aliases", "next", "link", "numPr", "qFormat"):
            for one in list(made.iter(qn(f"w:{name}"))):
                one.getparent().remove(one)
        called = made.find(qn("w:name"))
        called.set(qn("w:val"), f"Kop {called.get(qn('w:val'))}")
        if rests_on := self._base_of(before, str(made.get(qn("w:type")))):
            made_on = OxmlElement("w:basedOn")
            made_on.set(qn("w:val"), rests_on)
            called.addnext(made_on)
        self._into.append(made)
        return new

    def _base_of(self, before: str | None, kind: str) -> str | None:
        if before is not None and before in self._from:
            return self._brought(before)
        return _BASE if kind == "paragraph" else None


def _base(styles: Element) -> Element:
    """A style that says what the former document took where nothing else was said."""
    made = parse_xml(_PLAIN)
    for name in ("pPr", "rPr"):
        usual = styles.find(f"{qn('w:docDefaults')}/{qn(f'w:{name}Default')}/{qn(f'w:{name}')}")
        if usual is None:
            continue
        plain = made.find(qn(f"w:{name}"))
        whole = deepcopy(usual)
        tags = {one.tag for one in whole}
        for one in reversed(list(plain)):
            if one.tag not in tags:
                # rFonts and spacing stand first, and sz alone comes after it.
                whole.insert(0 if one.tag != qn("w:sz") else len(whole), one)
        made.replace(plain, whole)
    return made
