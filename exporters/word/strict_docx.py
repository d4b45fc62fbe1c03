"""docxtpl with two differences: what is not well formed is an error, and what was read last is known."""

import re

from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import Environment

_PARAGRAPH = re.compile(r"<w:p([ >])")


class StrictTemplate(DocxTemplate):  # type: ignore[misc]
    """A DocxTemplate that raises SyntaxError (of lxml) where docxtpl would silently drop text."""

    rendering: str = ""
    """The template text of the part that was read last, each paragraph on a line of its own."""

    def fix_tables(self, xml: str) -> object:
        """Refuse what is not well formed, then do what docxtpl does."""
        parse_xml(xml)
        tree: object = super().fix_tables(xml)
        return tree

    def render_xml_part(
        self, src_xml: str, part: object, context: dict[str, object], jinja_env: Environment | None = None
    ) -> str:
        """Keep what is read, then do what docxtpl does."""
        self.rendering = lines_of(src_xml)
        done: str = super().render_xml_part(src_xml, part, context, jinja_env)
        return done


def lines_of(xml: str) -> str:
    """The XML with a line break before each paragraph, as docxtpl gives it to Jinja."""
    return _PARAGRAPH.sub(r"\n<w:p\1", xml)
