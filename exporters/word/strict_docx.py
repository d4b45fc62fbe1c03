"""docxtpl with one difference: a document that is not well formed is an error, not a document with holes."""

from docx.oxml import parse_xml
from docxtpl import DocxTemplate


class StrictTemplate(DocxTemplate):  # type: ignore[misc]
    """A DocxTemplate that raises SyntaxError (of lxml) where docxtpl would silently drop text."""

    def fix_tables(self, xml: str) -> object:
        """Refuse what is not well formed, then do what docxtpl does."""
        parse_xml(xml)
        tree: object = super().fix_tables(xml)
        return tree
