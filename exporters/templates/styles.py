"""Styles and package parts of our templates: nothing unused, so that a rendered document stays small."""

from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT = "Arial"
GREY = "595959"
RULE = "A6A6A6"
RED = "B00020"
HEADINGS = {"Title": "Title", "heading 1": "Heading1", "heading 2": "Heading2"}
"""Word's own headings by name and id: ours are based on them, so that readers and PDF know them as such."""

_BOLD = "<w:b/><w:bCs/>"
_ITALIC = "<w:i/><w:iCs/>"
_GREY = f'<w:color w:val="{GREY}"/>'
_CENTRE = '<w:jc w:val="center"/>'
_KEEP_NEXT = "<w:keepNext/>"
_KEEP = "<w:keepNext/><w:keepLines/>"
_RIGHT_TAB = '<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs>'
_WIDE_TAB = '<w:tabs><w:tab w:val="clear" w:pos="9071"/><w:tab w:val="right" w:pos="15137"/></w:tabs>'
_UNDERLINE = f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="{GREY}"/></w:pBdr>'


def _style(kind: str, name: str, inner: str, *, default: bool = False, based: str | None = "Normal") -> str:
    ident = HEADINGS.get(name, name.replace(" ", ""))
    flag = ' w:default="1"' if default else "" if name in HEADINGS else ' w:customStyle="1"'
    parent = f'<w:basedOn w:val="{based}"/>' if based and not default else ""
    head = f'<w:style w:type="{kind}"{flag} w:styleId="{ident}"><w:name w:val="{name}"/>'
    return f"{head}{parent}{inner}</w:style>"


def _paragraph(name: str, ppr: str = "", rpr: str = "", based: str = "Normal") -> str:
    inner = (f"<w:pPr>{ppr}</w:pPr>" if ppr else "") + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
    return _style("paragraph", name, inner, based=based)


def _size(points: float) -> str:
    return f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


def _space(before: int, after: int, line: int = 0) -> str:
    exact = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{exact}/>'


def _fonts() -> str:
    return f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>' for side in sides)
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def _margins(top: int, side: int) -> str:
    return (
        f'<w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{top}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )


def _table(name: str, tblpr: str, *, default: bool = False) -> str:
    return _style("table", name, f"<w:tblPr>{tblpr}</w:tblPr>", default=default, based=None)


def styles_xml() -> str:
    """The whole styles part; sizes in half points, distances in twentieths of a point."""
    return f'<w:styles xmlns:w="{W}">{_defaults()}{_of_tables()}{_of_texts()}{_of_cells()}</w:styles>'


def _defaults() -> str:
    run = f'{_fonts()}{_size(10.5)}<w:lang w:val="id-ID"/>'
    document = f"<w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault/>"
    normal = f"<w:pPr><w:widowControl/>{_space(0, 100, 264)}</w:pPr>"
    return f"<w:docDefaults>{document}</w:docDefaults>" + _style("paragraph", "Normal", normal, default=True)


def _of_tables() -> str:
    return "".join(
        (
            _table("Normal Table", '<w:tblInd w:w="0" w:type="dxa"/>' + _margins(0, 0), default=True),
            _table("Jejak Grid", _borders() + _margins(40, 85)),
            _table("Jejak Plain", _margins(20, 85)),
        )
    )


def _of_texts() -> str:
    chapter = _KEEP_NEXT + "<w:pageBreakBefore/>" + _UNDERLINE + _space(0, 160) + _level(0)
    return "".join(
        (
            _paragraph("Title", _KEEP),
            _paragraph("heading 1", _KEEP + _level(0)),
            _paragraph("heading 2", _KEEP + _level(1)),
            _paragraph("Jejak Kicker", _space(0, 40), _GREY + _size(10)),
            _paragraph("Jejak Document", _KEEP + _space(0, 160), _BOLD + _size(20), based="Title"),
            _paragraph("Jejak Name", _KEEP + _space(0, 160), _BOLD + _size(14)),
            _paragraph("Jejak Chapter", chapter, _BOLD + _size(14), based="Heading1"),
            _paragraph(
                "Jejak Part", _KEEP + _space(280, 120) + _level(0), _BOLD + _size(12), based="Heading1"
            ),
            _paragraph("Jejak Item", _KEEP + _space(120, 40) + _level(1), _BOLD, based="Heading2"),
            _paragraph("Jejak Centre", _KEEP + _space(0, 20) + _CENTRE, _BOLD + _size(11)),
            _paragraph("Jejak After", _space(160, 100)),
            _paragraph("Jejak Close", _KEEP + _space(160, 240)),
            _paragraph(
                "Jejak Letter",
                _KEEP + _space(200, 40) + _CENTRE + _level(0),
                _BOLD + _size(13),
                based="Heading1",
            ),
            _paragraph("Jejak Sign", _KEEP + _space(0, 40) + '<w:ind w:left="4820"/>'),
            _paragraph("Jejak Sign End", "<w:keepLines/>" + _space(0, 200) + '<w:ind w:left="4820"/>'),
            _paragraph("Jejak Note", _space(60, 80), _GREY + _size(9)),
            _paragraph("Jejak Warning", "<w:keepLines/>" + _space(120, 120), _size(9.5)),
            _paragraph("Jejak Last", _KEEP_NEXT),
            _paragraph("Jejak Count", _KEEP_NEXT + _space(0, 60), _GREY + _size(9)),
            _paragraph("Jejak Blank", _space(0, 100), _ITALIC + _GREY),
            _paragraph("Jejak Margin", _RIGHT_TAB + _space(0, 0), _GREY + _size(8)),
        )
    )


def _of_cells() -> str:
    return "".join(
        (
            _paragraph("Jejak Cell", _space(0, 20, 240), _size(9)),
            _paragraph("Jejak Form", _space(0, 20, 252)),
            _paragraph("Jejak Cell Blank", "", _ITALIC + _GREY, based="JejakCell"),
            _paragraph("Jejak Cell Head", _KEEP_NEXT, _BOLD, based="JejakCell"),
            _paragraph("Jejak Cell Note", "", _GREY + _size(8), based="JejakCell"),
            _paragraph("Jejak Cell Centre", _CENTRE, "", based="JejakCell"),
        )
    )


def wide_styles_xml() -> str:
    """Styles that only documents on landscape pages have, in a styles part of their own."""
    styles = (
        _paragraph("Jejak Tight", _space(0, 0, 240), _size(7.5)),
        _paragraph("Jejak Tight Head", _KEEP_NEXT, _BOLD + _size(7), based="JejakTight"),
        _paragraph("Jejak Tight Centre", _CENTRE, "", based="JejakTight"),
        _paragraph("Jejak Tight Right", '<w:jc w:val="right"/>', "", based="JejakTight"),
        _paragraph("Jejak Tight Note", _space(60, 0, 240), "", based="JejakTight"),
        _paragraph("Jejak End", _space(0, 0, 240), _size(1)),
        _paragraph("Jejak Wide Margin", _WIDE_TAB, "", based="JejakMargin"),
    )
    return f'<w:styles xmlns:w="{W}">{"".join(styles)}</w:styles>'


def _level(depth: int) -> str:
    return f'<w:outlineLvl w:val="{depth}"/>'


def settings_xml() -> str:
    """Settings of the document: the layout rules of today's Word and nothing else."""
    compat = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{compat}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="id-ID"/></w:settings>'
    )


def fonts_xml() -> bytes:
    """The font table: Arial, and Liberation Sans where Arial is not installed."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts xmlns:w="{W}"><w:font w:name="{FONT}"><w:altName w:val="Liberation Sans"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


def app_xml() -> bytes:
    """The application properties, without counts that would be wrong after rendering."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{space}"><Application>Jejak</Application></Properties>'
    ).encode()


def replace_children(element: BaseOxmlElement, xml: str) -> None:
    """Put the children of the given XML in place of an element's own."""
    for child in list(element):
        element.remove(child)
    add_children(element, xml)


def add_children(element: BaseOxmlElement, xml: str) -> None:
    """Put the children of the given XML behind an element's own."""
    for child in list(parse_xml(xml)):
        element.append(child)
