"""Text as its writer meant it, whatever program it was pasted from; or what in it nobody can read.

Line ends of every kind are line feeds, marks of lists are `- `, spaces that look like spaces are spaces, and
what cannot be seen is gone. Doing it again changes nothing: what was exported is read as it was recorded.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from importers.reading.web_text import seen

WEB, DROPPED = "web", "dropped"
"""Notes on a text: it was HTML; scripts, styles or pictures in it were left out."""
BESIDE = 20
"""So many characters before and behind one that is refused are shown with it."""
_ASCII_NAMES = (
    *("NULL", "START OF HEADING", "START OF TEXT", "END OF TEXT", "END OF TRANSMISSION", "ENQUIRY"),
    *("ACKNOWLEDGE", "BELL", "BACKSPACE", "CHARACTER TABULATION", "LINE FEED", "LINE TABULATION"),
    *("FORM FEED", "CARRIAGE RETURN", "SHIFT OUT", "SHIFT IN", "DATA LINK ESCAPE", "DEVICE CONTROL ONE"),
    *("DEVICE CONTROL TWO", "DEVICE CONTROL THREE", "DEVICE CONTROL FOUR", "NEGATIVE ACKNOWLEDGE"),
    *("SYNCHRONOUS IDLE", "END OF TRANSMISSION BLOCK", "CANCEL", "END OF MEDIUM", "SUBSTITUTE", "ESCAPE"),
    *("FILE SEPARATOR", "GROUP SEPARATOR", "RECORD SEPARATOR", "UNIT SEPARATOR"),
)
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Begun at the start of a run alone, or a long run of spaces would be tried from each of them.
_ODD_SPACES = re.compile(f"(?<![ \t])[ \t]*[{_SPACES}][ \t{_SPACES}]*")
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e001f]"
)
_JOINERS = re.compile("[\u200c\u200d]+")
_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]+")
"""Letters of no shape, which belong behind a black flag alone."""
_SYMBOL_FONT = "\uf020-\uf0ff"
_BULLETS = f"•‣⁃∙▪●○◦■➢➤►❖◆◇{_SYMBOL_FONT}"
_BULLET = re.compile(
    rf"^[ \t]*(?:[{_BULLETS}](?:[ \t]+(?=[^\s{_BULLETS}])|(?=\w))|·[ \t]+(?=\S))", re.MULTILINE
)
_ESCAPE = re.compile(r"_x(0009|000[ABCDabcd]|0085|00[Aa]0|2028|2029)_")
"""Characters that Excel's files write out, left behind by a program that wrote them out twice."""
_MISREAD = re.compile("[\x80-\x84\x86-\x9f]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]"
)
_FOREIGN = re.compile(rf"[\x80-\x9f\ue000-\uf8ff\U000f0000-\U0010ffff]|{_FORBIDDEN.pattern}")
_ANY = re.compile(
    f"[<&\x00-\x08\x0b-\x1f\x7f-\xa0\xad·\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    f"\u2028-\u202f\u205f-\u206f\u3000\u3164\uffa0\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff{_BULLETS}"
    "\U000e0000-\U0010ffff]|_x[02]0"
)


class Plain(NamedTuple):
    """A text for people, and what is to be said of how it came about: WEB, DROPPED."""

    text: str
    notes: frozenset[str] = frozenset()


class OddCharacterError(ValueError):
    """A character that has no meaning here, or that makes a text read otherwise than it is stored."""

    def __init__(self, text: str, at: int) -> None:
        super().__init__(text[at])
        self.character, self.before = text[at], at
        beside = text[max(0, at - BESIDE) : at] + "\N{WHITE SQUARE}" + text[at + 1 : at + 1 + BESIDE]
        self.words = " ".join(_FOREIGN.sub("\N{WHITE SQUARE}", beside).split())
        """The words beside it; a square stands for each such character."""

    @property
    def code(self) -> str:
        """Its number as Unicode writes it: `U+202E`."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """Its name in Unicode; empty for those without one, such as the signs of symbol fonts."""
        if ord(self.character) < len(_ASCII_NAMES):
            return _ASCII_NAMES[ord(self.character)]
        return "DELETE" if self.character == "\x7f" else unicodedata.name(self.character, "")

    @property
    def turns(self) -> bool:
        """True for one that changes the direction in which the text is read."""
        return unicodedata.bidirectional(self.character) in DIRECTIONS


DIRECTIONS = ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")


def plain(text: str) -> Plain:
    """The text as it was meant, without surrounding spaces. Raises OddCharacterError.

    No letter and no digit that could be seen is lost, and none is added but the numbers of HTML lists.
    """
    if not _ANY.search(text):
        return Plain(text.strip())
    now = printable(_BREAK.sub("\n", text))
    notes: set[str] = set()
    # What one step lays bare may be for another: `&amp;nbsp;`, or a tag with an unseen character in it.
    before = None
    while now != before:
        before = now
        now = _once(now, notes)
    if odd := _FOREIGN.search(now):
        raise OddCharacterError(now, odd.start())
    return Plain(now, frozenset(notes))


def printable(text: str) -> str:
    """The text itself. Raises OddCharacterError for a control character, or one that turns the text."""
    if odd := _FORBIDDEN.search(text):
        raise OddCharacterError(text, odd.start())
    return text


def _once(text: str, notes: set[str]) -> str:
    now = _ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), text)
    now = _MISREAD.sub(_windows, _BREAK.sub("\n", now))
    now = _TAGS.sub("", _JOINERS.sub(_joiner, _UNSEEN.sub("", now)))
    web = seen(now)
    notes |= ({WEB} if web.web else set()) | ({DROPPED} if web.dropped else set())
    now = _ODD_SPACES.sub(" ", _BREAK.sub("\n", web.text))
    return _BULLET.sub("- ", now).strip()


def one_line(text: str) -> str:
    """The lines of a plain text as one."""
    return " ".join(part for line in text.split("\n") if (part := line.strip()))


def _windows(found: re.Match[str]) -> str:
    """The character of Windows' alphabet that a program took for one of Latin-1: `\\x93` is `“`."""
    try:
        return found.group().encode("latin-1").decode("cp1252")
    except UnicodeDecodeError:
        return found.group()


def _joiner(found: re.Match[str]) -> str:
    """Joiners between the parts of an emoji, or letters of a script that joins; none elsewhere."""
    text, start, end = found.string, found.start(), found.end()
    before, behind = text[start - 1 : start], text[end : end + 1]
    if not (before and behind):
        return ""
    if found.group() == "\u200d" and _is_emoji(before) and _is_emoji(behind):
        return "\u200d"
    joins = unicodedata.category(before) in ("Lo", "Mn", "Mc") and unicodedata.category(behind) == "Lo"
    return found.group()[0] if joins else ""


def _is_emoji(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk") or character in "\ufe0f\u2640\u2642"
