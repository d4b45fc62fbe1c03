"""Values and texts that nobody should write: in cells, in JSON and as words of a call."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

TEXTS = (
    "",
    " ",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\ufffe",
    "\x1f",
    "e\u0301" * 50,
    "\u0600\U0001f9d1\u200d\U0001f680",
    "=1/0",
    "=cmd|' /C calc'!A0",
    "#REF!",
    "TRUE",
    "NaN",
    "-0",
    "1e999",
    "-1e-999",
    "9" * 5000,
    "-" + "9" * 400 + "," + "9" * 400,
    "1/3",
    "12/2022",
    "31 Februari 2022",
    "0000-00-00",
    "9999-12-31",
    "10000-01-01",
    "-0001-01-01",
    "2022-02-30",
    "99999999999-01",
    "29.2.1900",
    "<p>" * 3000,
    "<table><tr><td>a" * 400,
    "&lt;" * 500,
    "&#xD800;&#x110000;&#99999999999;",
    "<!DOCTYPE x [<!ENTITY a 'b'>]>&a;",
    "../../etc/passwd",
    "C:\\CON",
    "3303-0001",
    "IDE-1#²",
    "IDE-1#" + "9" * 5000,
    "3303-" + "9" * 5000,
    "3303-99999999999999999999",
    "3303/innovation/000001",
    "@",
    "/",
    "33.03",
    "%s%n{0}{x!r}",
    "{",
    "'; DROP TABLE events; --",
    "a\tb\nc\r\nd",
    "198001012005012001",
    "²³",
    "٣٣",
    "Ⅷ",
    "½",
)
NUMBERS: tuple[Any, ...] = (
    0,
    -1,
    1,
    2**31,
    -(2**31) - 1,
    2**53 + 1,
    2**63,
    2**64,
    10**30,
    -(10**30),
    0.1,
    1e308,
    5e-324,
    -0.0,
    1e16,
)
OTHERS: tuple[Any, ...] = (None, True, False, [], {}, [None], [[]], {"": None}, [""], ["a", 1, None, {}])


def text(draw: Random) -> str:
    """A text, at times a long one or letters from all of Unicode; never with half of a pair."""
    kind = draw.randrange(10)
    if kind < 6:
        return draw.choice(TEXTS)
    if kind == 6:
        return draw.choice(("a", "a ", "<b>", "ä\n", "1", "; ", "\U0001f600")) * draw.choice(
            (300, 33_000, 100_000)
        )
    return "".join(letter(draw) for _ in range(draw.randrange(1, 30)))


def letter(draw: Random) -> str:
    """One of all letters of Unicode."""
    while True:
        found = draw.randrange(draw.choice((0x80, 0x800, 0x10000, 0x110000)))
        if not 0xD800 <= found <= 0xDFFF:
            return chr(found)


def value(draw: Random) -> Any:
    """What JSON may hold in the place of something else."""
    kind = draw.randrange(8)
    if kind < 3:
        return text(draw)
    if kind < 5:
        return draw.choice(NUMBERS)
    if kind < 7:
        return draw.choice(OTHERS)
    made: Any = draw.choice(NUMBERS)
    for _ in range(draw.choice((5, 90, 400, 930))):
        made = [made] if draw.random() < 0.5 else {"a": made}
    return made


def json_document(draw: Random, document: Any) -> bytes:
    """A document with values exchanged, taken out or added, perhaps written as no JSON should be."""
    changed = document
    for _ in range(draw.choice((0, 1, 1, 2, 5))):
        changed = _changed(draw, changed)
    try:
        said = json.dumps(changed, ensure_ascii=draw.random() < 0.5)
    except RecursionError:
        said = "[" * 100_000
    return spoiled(draw, said) if draw.random() < 0.5 else said.encode("utf-8", "surrogatepass")


def _changed(draw: Random, document: Any) -> Any:
    if isinstance(document, dict) and document and draw.random() < 0.9:
        key = draw.choice(list(document))
        how = draw.randrange(10)
        made = dict(document)
        if how == 0:
            del made[key]
        elif how == 1:
            made[text(draw)] = value(draw)
        elif how == 2:
            made[text(draw)] = made.pop(key)
        else:
            made[key] = _changed(draw, made[key])
        return made
    if isinstance(document, list) and document and draw.random() < 0.9:
        at = draw.randrange(len(document))
        how = draw.randrange(8)
        if how == 0:
            return document[:at] + document[at + 1 :]
        if how == 1:
            return [*document, *document]
        return [*document[:at], _changed(draw, document[at]), *document[at + 1 :]]
    return value(draw)


def spoiled(draw: Random, said: str) -> bytes:
    """A text as bytes in a way that its reader may not expect."""
    how = draw.randrange(12)
    plain = said.encode("utf-8", "surrogatepass")
    if how == 0:
        return b"\xef\xbb\xbf" + plain
    if how == 1:
        return said.encode("utf-16", "surrogatepass")
    if how == 2:
        return said.encode("utf-32", "surrogatepass")
    if how == 3:
        return plain[: draw.randrange(len(plain) + 1)]
    if how == 4:
        return plain.replace(b'"', b'"\x00', draw.randrange(1, 4))
    if how == 5:
        return plain.replace(b":", b': "\\ud800", "x":', 1)
    if how == 6:
        return re.sub(rb"[0-9]+", b"9" * draw.choice((20, 400, 5000)), plain, count=1)
    if how == 7:
        return plain.replace(b":", b":" + b"[" * draw.choice((10, 2000, 100_000)), 1)
    if how == 8:
        return re.sub(rb'("[a-z_]+"): ([^,{\[]+),', rb"\1: \2, \1: \2,", plain, count=1)
    if how == 9:
        return re.sub(
            rb": [^,]+", b": " + draw.choice((b"NaN", b"-Infinity", b"1e999", b"1E-99999")), plain, count=1
        )
    if how == 10:
        return flipped(draw, plain)
    return plain + draw.choice((b"\x00", b"}", b"\r", b"\xff", b"\xed\xa0\x80"))


def flipped(draw: Random, data: bytes) -> bytes:
    """Bytes changed, taken out or put in at random places."""
    made = bytearray(data)
    for _ in range(draw.choice((1, 1, 3, 30))):
        at = draw.randrange(len(made) + 1)
        made[at : at + draw.choice((0, 1, 1, 5, 200))] = draw.randbytes(draw.choice((0, 1, 1, 8)))
    return bytes(made)
