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


def paragraph_style(name: str, ppr: str = "", rpr: str = "", based: str = "Normal") -> str:
    """A style of paragraphs; `based` is the identifier of the style that it changes."""
    inner = (f"<w:pPr>{ppr}</w:pPr>" if ppr else "") + (f"<w:rPr>{rpr}</w:rPr>" if rpr else "")
    return _style("paragraph", name, inner, based=based)


def size(points: float) -> str:
    """The size of letters."""
    return f'<w:sz w:val="{int(points * 2)}"/><w:szCs w:val="{int(points * 2)}"/>'


def spacing(before: int, after: int, line: int = 0) -> str:
    """Distances in twentieths of a point; `line` in 240ths of a line."""
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


def styles_xml(more: str = "") -> str:
    """The whole styles part, `more` at its end; sizes in half points, distances in twentieths of a point."""
    return f'<w:styles xmlns:w="{W}">{_defaults()}{_of_tables()}{_of_texts()}{_of_cells()}{more}</w:styles>'


def _defaults() -> str:
    run = f'{_fonts()}{size(10.5)}<w:lang w:val="id-ID"/>'
    document = f"<w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault><w:pPrDefault/>"
    normal = f"<w:pPr><w:widowControl/>{spacing(0, 100, 264)}</w:pPr>"
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
    chapter = _KEEP_NEXT + "<w:pageBreakBefore/>" + _UNDERLINE + spacing(0, 160) + _level(0)
    return "".join(
        (
            paragraph_style("Title", _KEEP),
            paragraph_style("heading 1", _KEEP + _level(0)),
            paragraph_style("heading 2", _KEEP + _level(1)),
            paragraph_style("Jejak Kicker", spacing(0, 40), _GREY + size(10)),
            paragraph_style("Jejak Document", _KEEP + spacing(0, 160), _BOLD + size(20), based="Title"),
            paragraph_style("Jejak Name", _KEEP + spacing(0, 160), _BOLD + size(14)),
            paragraph_style("Jejak Chapter", chapter, _BOLD + size(14), based="Heading1"),
            paragraph_style(
                "Jejak Part", _KEEP + spacing(280, 120) + _level(0), _BOLD + size(12), based="Heading1"
            ),
            paragraph_style("Jejak Item", _KEEP + spacing(120, 40) + _level(1), _BOLD, based="Heading2"),
            paragraph_style("Jejak Centre", _KEEP + spacing(0, 20) + _CENTRE, _BOLD + size(11)),
            paragraph_style(
                "Jejak Draft", _KEEP + spacing(0, 120) + _UNDERLINE, f'{_BOLD}<w:color w:val="{RED}"/>'
            ),
            paragraph_style("Jejak After", spacing(160, 100)),
            paragraph_style("Jejak Close", _KEEP + spacing(160, 240)),
            paragraph_style(
                "Jejak Letter",
                _KEEP + spacing(200, 40) + _CENTRE + _level(0),
                _BOLD + size(13),
                based="Heading1",
            ),
            paragraph_style("Jejak Sign", _KEEP + spacing(0, 40) + '<w:ind w:left="4820"/>'),
            paragraph_style("Jejak Sign End", "<w:keepLines/>" + spacing(0, 200) + '<w:ind w:left="4820"/>'),
            paragraph_style("Jejak Note", spacing(60, 80), _GREY + size(9)),
            paragraph_style("Jejak Warning", "<w:keepLines/>" + spacing(120, 120), size(9.5)),
            paragraph_style("Jejak Last", _KEEP_NEXT),
            paragraph_style("Jejak Count", _KEEP_NEXT + spacing(0, 60), _GREY + size(9)),
            paragraph_style("Jejak Blank", spacing(0, 100), _ITALIC + _GREY),
            paragraph_style("Jejak Margin", _RIGHT_TAB + spacing(0, 0), _GREY + size(8)),
        )
    )


def _of_cells() -> str:
    return "".join(
        (
            paragraph_style("Jejak Cell", spacing(0, 20, 240), size(9)),
            paragraph_style("Jejak Form", spacing(0, 20, 252)),
            paragraph_style("Jejak Cell Blank", "", _ITALIC + _GREY, based="JejakCell"),
            paragraph_style("Jejak Cell Head", _KEEP_NEXT, _BOLD, based="JejakCell"),
            paragraph_style("Jejak Cell Note", "", _GREY + size(8), based="JejakCell"),
            paragraph_style("Jejak Cell Centre", _CENTRE, "", based="JejakCell"),
        )
    )


def wide_styles_xml() -> str:
    """Styles that only documents on landscape pages have, in a styles part of their own."""
    styles = (
        paragraph_style("Jejak Tight", spacing(0, 0, 240), size(7.5)),
        paragraph_style("Jejak Tight Head", _KEEP_NEXT, _BOLD + size(7), based="JejakTight"),
        paragraph_style("Jejak Tight Centre", _CENTRE, "", based="JejakTight"),
        paragraph_style("Jejak Tight Right", '<w:jc w:val="right"/>', "", based="JejakTight"),
        paragraph_style("Jejak Tight Note", spacing(60, 0, 240), "", based="JejakTight"),
        paragraph_style("Jejak End", spacing(0, 0, 240), size(1)),
        paragraph_style("Jejak Wide Margin", _WIDE_TAB, "", based="JejakMargin"),
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
