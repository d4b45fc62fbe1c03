"""The funnel of a lab as a drawing (DrawingML), which Word and LibreOffice show in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from exporters.word.printed_text import printed

MILLIMETRE = 36_000
"""English Metric Units in a millimetre."""
WIDTH, ROW, BAR = 160, 11, 7
"""Millimetres: the drawing's width, the height of a step with the way to the next, and that of its bar."""
LABEL, FIELD = 48, 112
"""Millimetres of the labels, and of the widest bar beside them."""
NARROWEST = 2
BLUE, PALE, GREY, WHITE = "8EA9C1", "DCE5EE", "7F7F7F", "FFFFFF"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


class Bar(NamedTuple):
    """One step of the funnel; `number` is None where nothing is recorded, and `text` says either."""

    label: str
    number: int | None
    text: str


class _Shapes:
    """Shapes of one drawing, numbered in their order."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def add(self, box: tuple[int, int, int, int], looks: str, text: str = "", align: str = "center") -> None:
        """A shape in its box (left, top, width, height in EMU)."""
        x, y, width, height = box
        number = len(self.made) + 2
        frame = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        self.made.append(
            f'<wps:wsp><wps:cNvPr id="{number}" name="Bentuk {number}"/><wps:cNvSpPr/>'
            f"<wps:spPr>{frame}{looks}</wps:spPr>{_words(text, align)}"
            '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/>'
            "</wps:bodyPr></wps:wsp>"
        )


def _words(text: str, align: str) -> str:
    if not text:
        return ""
    return (
        f'<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="{align}"/>'
        f'</w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        "</w:p></w:txbxContent></wps:txbx>"
    )


_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_CLEAR = f"{_RECTANGLE}<a:noFill/>{_NO_LINE}"


def _filled(fill: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>{_NO_LINE}'


def _solid(fill: str) -> str:
    return f"{_RECTANGLE}{_filled(fill)}"


def _dashed() -> str:
    line = (
        f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{GREY}"/></a:solidFill><a:prstDash val="dash"/></a:ln>'
    )
    return f"{_RECTANGLE}<a:noFill/>{line}"


def _between(upper: int, lower: int, height: int) -> tuple[int, str]:
    """The way from one bar to the next: its width, and its shape as a path."""
    width = max(upper, lower)
    (a, b), (c, d) = [((width - one) // 2, (width + one) // 2) for one in (upper, lower)]
    points = ((a, 0), (b, 0), (d, height), (c, height))
    moves = "".join(
        f'<a:{"moveTo" if at == 0 else "lnTo"}><a:pt x="{x}" y="{y}"/></a:{"moveTo" if at == 0 else "lnTo"}>'
        for at, (x, y) in enumerate(points)
    )
    path = f'<a:path w="{width}" h="{height}">{moves}<a:close/></a:path>'
    return width, (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst>{path}</a:pathLst></a:custGeom><a:solidFill><a:srgbClr val="{PALE}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln>"
    )


def funnel_drawing(bars: Sequence[Bar], description: str) -> str:
    """A run of WordprocessingML with the funnel: bars as wide as their counts, open ones dashed.

    `description` is what readers of screens are told.
    """
    most = max((one.number or 0 for one in bars), default=0) or 1
    widths = [_width(one.number, most) for one in bars]
    shapes = _Shapes()
    middle = (LABEL * 2 + FIELD) * MILLIMETRE // 2
    for at, (one, width) in enumerate(zip(bars, widths, strict=True)):
        top = at * ROW * MILLIMETRE
        if at + 1 < len(bars):
            _way(shapes, middle, top, (one, width), (bars[at + 1], widths[at + 1]))
        looks = _dashed() if one.number is None else _solid(BLUE)
        shapes.add((middle - width // 2, top, width, BAR * MILLIMETRE), looks)
        shapes.add((0, top, LABEL * MILLIMETRE, BAR * MILLIMETRE), _CLEAR, one.label, "left")
        field = (LABEL * MILLIMETRE, top, FIELD * MILLIMETRE, BAR * MILLIMETRE)
        shapes.add(field, _CLEAR, one.text)
    height = ((len(bars) - 1) * ROW + BAR) * MILLIMETRE
    return _run(printed("".join(shapes.made)), height, printed(description))


def _width(count: int | None, most: int) -> int:
    if count is None:
        return FIELD * MILLIMETRE // 3
    return max(NARROWEST * MILLIMETRE, FIELD * MILLIMETRE * count // most)


def _way(shapes: _Shapes, middle: int, top: int, upper: tuple[Bar, int], lower: tuple[Bar, int]) -> None:
    """The way to the next step; none to or from one of which nothing is recorded."""
    if upper[0].number is None or lower[0].number is None:
        return
    height = (ROW - BAR) * MILLIMETRE
    width, looks = _between(upper[1], lower[1], height)
    shapes.add((middle - width // 2, top + BAR * MILLIMETRE, width, height), looks)


def _run(shapes: str, height: int, description: str) -> str:
    width = WIDTH * MILLIMETRE
    frame = (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="{width}" cy="{height}"/></a:xfrm>'
    )
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:wpg="{WPG}" xmlns:wps="{WPS}" '
        f'Requires="wpg"><w:drawing><wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="1" name="Corong" descr={quoteattr(description)}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{WPG}"><wpg:wgp><wpg:cNvGrpSpPr/>'
        f"<wpg:grpSpPr>{frame}</wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:t>{escape(description)}</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
