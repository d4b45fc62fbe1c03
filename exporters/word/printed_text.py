"""A recorded text as documents print it: without what XML cannot hold, and with nothing that hides."""

from __future__ import annotations

import re

# XML 1.0 forbids these; docxtpl besides gives \a and \f meanings of its own.
ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# They turn the order of what follows, so that a reader sees another text than the one recorded
# (Unicode Standard Annex 9).
BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printed(text: str) -> str:
    """The text with one kind of line break, a mark for what cannot be printed, and bidi controls by number.

    A control such as U+202E stands as `⟨U+202E⟩`.
    """
    plain = ILLEGAL.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))
    return BIDI.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", plain)
