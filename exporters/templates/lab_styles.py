"""Styles that only the documents of a lab have."""

from exporters.templates.styles import GREY, paragraph_style, size, spacing

_CENTRE = '<w:jc w:val="center"/>'
_KEEP = "<w:keepNext/><w:keepLines/>"
_INSIDE = '<w:ind w:left="1134" w:right="1134"/>'
_BOLD = "<w:b/><w:bCs/>"
LANDSCAPE_TAB = 15100
"""Twentieths of a point: where the right end of a landscape page's header and footer stands."""


def lab_styles() -> str:
    """Their XML, to be put behind the others; sizes in points, distances in twentieths of a point."""
    grey = f'<w:color w:val="{GREY}"/>'
    tab = (
        f'<w:tabs><w:tab w:val="clear" w:pos="9071"/><w:tab w:val="right" w:pos="{LANDSCAPE_TAB}"/></w:tabs>'
    )
    return "".join(
        (
            paragraph_style("Jejak Annex", "<w:keepLines/>" + spacing(0, 0) + '<w:ind w:left="4820"/>'),
            paragraph_style("Jejak Month", spacing(0, 0, 240) + _CENTRE, size(7)),
            paragraph_style("Jejak Gap", spacing(0, 0, 240), size(5)),
            paragraph_style("Jejak Column", spacing(0, 20, 240) + _CENTRE, _BOLD + size(7)),
            paragraph_style("Jejak Wide Margin", tab, based="JejakMargin"),
            paragraph_style(
                "Jejak Certificate",
                "<w:keepNext/><w:pageBreakBefore/>"
                + spacing(1450, 60)
                + _CENTRE
                + '<w:outlineLvl w:val="0"/>',
                _BOLD + '<w:spacing w:val="120"/>' + size(30),
            ),
            paragraph_style("Jejak Award Line", _KEEP + spacing(0, 240) + _INSIDE + _CENTRE, size(11)),
            paragraph_style(
                "Jejak Award Unit", _KEEP + spacing(240, 360) + _INSIDE + _CENTRE, _BOLD + size(20)
            ),
            paragraph_style(
                "Jejak Award Title", _KEEP + spacing(0, 360) + _INSIDE + _CENTRE, _BOLD + size(16)
            ),
            paragraph_style(
                "Jejak Award Long", _KEEP + spacing(0, 240) + _INSIDE + _CENTRE, _BOLD + size(11)
            ),
            paragraph_style("Jejak Award Place", spacing(700, 40), based="JejakAwardSign"),
            paragraph_style("Jejak Award Sign", _KEEP + spacing(0, 40) + '<w:ind w:left="9600"/>'),
            paragraph_style("Jejak Award Note", _KEEP + spacing(0, 60) + _CENTRE, grey + size(9)),
            paragraph_style(
                "Jejak Award End", "<w:keepLines/>" + spacing(0, 0) + '<w:ind w:left="9600"/>', ""
            ),
        )
    )
