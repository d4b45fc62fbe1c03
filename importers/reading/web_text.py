"""Text that a web editor gave as HTML, as its readers saw it: paragraphs, list lines, rows of tables.

Only what is surely a tag is taken for one: `a<b & c>d`, `<3` and `A&B <C>` stay as they were typed.
"""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import NamedTuple

VOID = {"br", "hr", "img", "wbr", "col", "input", "link", "meta"}
"""Elements without content."""
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dl", "dt"),
    *("div", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
    *("header", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody"),
    *("tfoot", "thead", "tr", "ul", "br", "hr", "td", "th"),
}
"""Elements that begin and end a line."""
LINE_ENDS = {"br", "hr"}
"""Those with which a text keeps its own line ends: editors put them beside these."""
INLINE = {
    *("a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "iframe", "ins", "kbd"),
    *("label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u"),
    *("var", "video", "head", "title", "colgroup", "o:p"),
}
UNSEEN = {"script", "style", "xml", "svg", "template"}
"""Elements whose content nobody reads."""
PICTURES = {"img", "iframe", "video", "svg"}
NAMES = VOID | BLOCKS | INLINE | UNSEEN
OPEN_END = {"p", "li", "td", "th", "tr", "dt", "dd", "thead", "tbody", "tfoot", "colgroup"}
"""Elements that may end without saying so."""
_BARE = "nowrap|reversed|hidden|disabled|checked|controls|allowfullscreen|async|defer|noshade|compact"
_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9:]*)"
    rf"((?:\s+(?:[A-Za-z_:@][-\w:.]*\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=`]+)|(?:{_BARE})\b))*)\s*(/?)>"
)
_LINK = re.compile(r"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))", re.IGNORECASE)
_CONDITION = re.compile(r"<!\[[^\[\]<>]*\]>|<!doctype\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SURELY_ENTITY = re.compile(r"&(?:nbsp|#[0-9]{2,7}|#[xX][0-9a-fA-F]{2,6});")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")


class Token(NamedTuple):
    """A piece of text, or a tag: its name, whether it ends the element, and its attributes."""

    text: str
    name: str = ""
    ends: bool = False
    attributes: str = ""


class Seen(NamedTuple):
    """What readers saw of a text, and whether something in it has no words."""

    text: str
    web: bool = False
    dropped: bool = False
    """True when scripts, styles or pictures were left out."""


def seen(text: str) -> Seen:
    """A text without tags and entities, where it surely has them; any other text as it is."""
    if "<" in text and (found := _tokens(text)) is not None:
        tokens, dropped = found
        return Seen(_Lines(tokens).text(), web=True, dropped=dropped)
    if _SURELY_ENTITY.search(text):
        return Seen(_decoded(text), web=True)
    return Seen(text)


def _decoded(text: str) -> str:
    def meant(found: re.Match[str]) -> str:
        if found.group(1).startswith("#"):
            return html.unescape(found.group())
        return html5.get(f"{found.group(1)};", found.group())

    return _ENTITY.sub(meant, text) if "&" in text else text


def _tokens(text: str) -> tuple[list[Token], bool] | None:
    """The text cut at its tags, and whether scripts, styles or pictures are left out; None for no HTML."""
    raw, surely, dropped = _cut(text)
    ended = {token.name for token in raw if token.ends}
    begun = {token.name for token in raw if token.name and not token.ends}
    if not surely and not (ended & begun):
        return None
    tokens = []
    for token in raw:
        known = token.name in ended | OPEN_END | VOID or bool(token.attributes)
        dropped |= token.name in PICTURES
        # A lone `<b>` in a text is more likely a letter between signs than the start of bold type.
        tokens.append(token if known or not token.name else Token(token.text))
    return tokens, dropped


def _cut(text: str) -> tuple[list[Token], bool, bool]:
    """Texts and tags in turn; whether the text is surely HTML; whether something unseen was left out."""
    tokens: list[Token] = []
    surely = dropped = False
    done = at = 0
    lost: set[str] = set()
    while (at := text.find("<", at)) >= 0:
        end = -1
        token = None
        if text.startswith("<!--", at):
            end = -1 if "<!--" in lost else text.find("-->", at + 4)
            if end < 0:
                lost.add("<!--")
            else:
                end, surely = end + 3, True
        elif condition := _CONDITION.match(text, at):
            end, surely = condition.end(), True
        elif (tag := _TAG.match(text, at)) and (name := tag.group(2).casefold()) in NAMES:
            end = tag.end()
            token = Token(tag.group(), name, bool(tag.group(1)), tag.group(3))
            surely |= name in VOID
            if name in UNSEEN and not tag.group(1):
                closing = None
                if not tag.group(4) and name not in lost:
                    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, end)
                if closing:
                    end, token, surely, dropped = closing.end(), None, True, True
                else:
                    lost.add(name)
                    end = -1
        if end < 0:
            at += 1
            continue
        if at > done:
            tokens.append(Token(text[done:at]))
        if token:
            tokens.append(token)
        done = at = end
    if done < len(text):
        tokens.append(Token(text[done:]))
    return tokens, surely, dropped


class _Lines:
    """Lays texts and tags into lines."""

    def __init__(self, tokens: list[Token]) -> None:
        self.out: list[str] = []
        self.lists: list[int] = []
        """Of each open list the number of its last item; below 0 for one without numbers."""
        self.cells = self.columns = 0
        self.links: list[tuple[str, int]] = []
        self.raised = False
        self.marked = False
        """True when the last piece is the mark of a list line, behind which no line ends."""
        self.blocks = any(token.name in BLOCKS - LINE_ENDS for token in tokens)
        for before, token in zip([Token(""), *tokens], tokens, strict=False):
            if not token.name:
                # An editor that ends lines with a tag may also end the line of its code there.
                text = re.sub(r"\A[ \t]*\n", "", token.text) if before.name in LINE_ENDS else token.text
                self._words(text)
            elif token.ends:
                self._end(token.name)
            else:
                self._begin(token)
        while self.links:
            self._end("a")

    def text(self) -> str:
        """The lines without empty ones at their ends."""
        lines = (re.sub(r"[ \t\xa0]+", " ", line).strip() for line in "".join(self.out).split("\n"))
        text = "\n".join(lines).strip()
        return re.sub(r"\n{2,}", "\n", text) if self.blocks else text

    def _words(self, text: str) -> None:
        words = _decoded(re.sub(r"\s", " ", text) if self.blocks else text)
        if self.raised and re.fullmatch(r"\s*[-+]?[0-9]+\s*", words):
            words = words.translate(_RAISED)
        if words.strip():
            self.marked = False
        self.out.append(words)

    def _break(self) -> None:
        if not self.marked:
            self.out.append(" " if self.cells else "\n")

    def _begin(self, token: Token) -> None:
        name = token.name
        if name == "li":
            self._item()
        elif name in ("td", "th"):
            self.cells += 1
            self.columns += 1
            self.out.append(" | " if self.columns > 1 else "")
        elif name in BLOCKS:
            if name == "tr":
                self.cells = self.columns = 0
            if name in ("ul", "ol"):
                self.lists.append(0 if name == "ol" else -1)
            self._break()
        elif name == "a":
            found = _LINK.search(token.attributes)
            link = next((one for one in found.groups() if one), "") if found else ""
            self.links.append((html.unescape(link).strip(), len(self.out)))
        elif name == "sup":
            self.raised = True

    def _end(self, name: str) -> None:
        if name in ("td", "th"):
            self.cells = max(0, self.cells - 1)
        elif name in BLOCKS:
            if name in ("tr", "table"):
                self.cells = self.columns = 0
            if name in ("ul", "ol") and self.lists:
                self.lists.pop()
                self._unmark()
            self._break()
        elif name == "a" and self.links:
            link, start = self.links.pop()
            shown = "".join(self.out[start:])
            # What a link leads to is lost on paper, unless its text says so.
            if re.match(r"https?://\S+\Z", link) and _place(link) not in shown:
                self.out.append(f" ({link})" if shown.strip() else link)
                self.marked = False
        elif name == "sup":
            self.raised = False

    def _item(self) -> None:
        self._unmark()
        self._break()
        number = -1
        if self.lists and self.lists[-1] >= 0:
            number = self.lists[-1] = self.lists[-1] + 1
        self.out.append(f"{number}. " if number > 0 else "- ")
        self.marked = True

    def _unmark(self) -> None:
        """Takes out the mark of a list line that stayed empty."""
        if self.marked:
            while self.out and not self.out[-1].strip():
                self.out.pop()
            self.out.pop()
            self.marked = False


def _place(link: str) -> str:
    return re.sub(r"\Ahttps?://", "", link).rstrip("/")
