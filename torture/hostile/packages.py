"""Zip packages with something wrong: in their members, in their XML, or in the archive itself."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from torture.hostile.texts import NUMBERS, flipped, text

Parts = list[tuple[str, bytes]]
_TAG = re.compile(rb"<[A-Za-z:]+\b[^<>]*>")
_ELEMENT = re.compile(rb"<([a-z]+)\b[^<>]*?(?:/>|>[^<>]*</\1>|>(?:<[a-z]+[^<>]*>[^<>]*</[a-z]+>)*</\1>)")
_ATTRIBUTE = re.compile(rb'\b([A-Za-z:]+)="([^"]*)"')
_CELL = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_INDEX = re.compile(rb"<v>[0-9]+</v>")
ODD_NUMBERS = (
    b"-1",
    b"0",
    b"9999",
    b"65536",
    b"4294967295",
    b"4294967296",
    b"99999999999999999999",
    b"1e9",
    b"",
    b"x",
    b"\xc2\xb2",
)
PLACES = (
    b"A99999999",
    b"ZZZZZZ1",
    b"XFD1048576",
    b"A0",
    b"A",
    b"1",
    b"",
    b"a1",
    b"$A$1",
    b"A1:B2",
    b"A-1",
    b"XFD1",
    b"A1048576",
    b"A99999999999999999999",
    b"\xc3\x84\x31",
    b"CV5000",
    b"ZZ20000",
)
TYPES = (b"s", b"str", b"inlineStr", b"b", b"e", b"n", b"d", b"x", b"")
LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "haha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
    + b"]>"
)
QUADRATIC = b'<!DOCTYPE l [<!ENTITY m "' + b"x" * 100_000 + b'">]>'


def unpacked(data: bytes) -> Parts:
    """The members of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(one.filename, archive.read(one)) for one in archive.infolist()]


def packed(parts: Parts) -> bytes:
    """An archive of members; names may be double or odd."""
    made = io.BytesIO()
    with (
        warnings.catch_warnings(),
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
    ):
        warnings.simplefilter("ignore")
        for name, data in parts:
            archive.writestr(name, data)
    return made.getvalue()


def package(draw: Random, data: bytes) -> bytes:
    """An archive with one thing wrong, or several."""
    how = draw.randrange(10)
    if how == 0:
        return flipped(draw, data)
    if how == 1:
        return _lying(draw, data)
    if how == 2:
        return draw.choice(
            (data[: draw.randrange(len(data))], data[draw.randrange(99) :], data * 2, b"", b"PK\x05\x06")
        )
    parts = unpacked(data)
    if how == 3:
        return packed(_rearranged(draw, parts))
    for _ in range(draw.choice((1, 1, 1, 2, 4))):
        at = draw.choice([n for n, (name, part) in enumerate(parts) if part and _counts(draw, name)])
        name, part = parts[at]
        change = draw.choice(_WAYS)
        parts[at] = (name, change(draw, part))
    return packed(parts)


def _counts(draw: Random, name: str) -> bool:
    """Most changes are made where a reader looks."""
    if name.endswith((".xml", ".rels")):
        return draw.random() < (1.0 if re.search("sharedS|styles|workbook|Types|content", name) else 0.25)
    return draw.random() < 0.5 or not name.startswith("evidence")


def _lying(draw: Random, data: bytes) -> bytes:
    """Sizes, sums, methods or flags of a member that are not so."""
    made = bytearray(data)
    heads = [found.start() for found in re.finditer(b"PK\x01\x02", data)]
    if not heads:
        return bytes(made)
    at = draw.choice(heads)
    field, size = draw.choice(
        ((8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (34, 2), (42, 4))
    )
    made[at + field : at + field + size] = draw.choice(
        (b"\0" * size, b"\xff" * size, draw.randbytes(size), (99).to_bytes(size, "little"))
    )
    return bytes(made)


def _rearranged(draw: Random, parts: Parts) -> Parts:
    at = draw.randrange(len(parts))
    name, data = parts[at]
    how = draw.randrange(6)
    if how == 0:
        return parts[:at] + parts[at + 1 :]
    if how == 1:
        odd = draw.choice(
            (name.upper(), "/" + name, "../" + name, name + "/", "a" * 60_000, "\u202e" + name, "x")
        )
        return [*parts[:at], (odd, data), *parts[at + 1 :]]
    if how == 2:
        return [*parts, (name, flipped(draw, data))]
    if how == 3:
        other = draw.randrange(len(parts))
        return [*parts[:at], (name, parts[other][1]), *parts[at + 1 :]]
    if how == 4:
        return [*parts[:at], (name, b""), *parts[at + 1 :]]
    size = draw.choice((1 << 20, 60 << 20))
    return [*parts[:at], (name, b" " * size + data), *parts[at + 1 :]]


def _attribute(draw: Random, data: bytes) -> bytes:
    """One attribute of one element with another value."""
    tags = [found for found in _TAG.finditer(data) if b"=" in found.group()]
    if not tags:
        return data
    tag = draw.choice(tags)
    found = draw.choice(list(_ATTRIBUTE.finditer(data, tag.start(), tag.end())) or [None])
    if found is None:
        return data
    name = found.group(1)
    if name in (b"r", b"ref", b"sqref", b"spans"):
        new = draw.choice(PLACES)
        if name in (b"ref", b"sqref") and draw.random() < 0.5:
            new = draw.choice((b"A1", b"A2", b"B1")) + b":" + new
    elif name == b"t":
        new = draw.choice(TYPES)
    elif found.group(2).isdigit():
        new = draw.choice(ODD_NUMBERS)
    else:
        new = draw.choice(
            (b"", b"x", draw.choice(ODD_NUMBERS), escape(_printable(draw)).replace('"', "").encode())
        )
    return data[: found.start(2)] + new + data[found.end(2) :]


def _printable(draw: Random) -> str:
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text(draw)[:40_000])


def _element(draw: Random, data: bytes) -> bytes:
    """An element taken out, doubled, or put in another place."""
    found = list(_ELEMENT.finditer(data))
    if len(found) < 2:
        return flipped(draw, data)
    one, other = draw.sample(found, 2)
    how = draw.randrange(3)
    if how == 0:
        return data[: one.start()] + data[one.end() :]
    if how == 1:
        return data[: one.end()] + one.group() * draw.choice((1, 1, 20)) + data[one.end() :]
    return data[: other.start()] + one.group() + data[other.end() :]


def _cell(draw: Random, data: bytes) -> bytes:
    """A cell with another type and value: of text, a number, a formula, an error, a day."""
    made = data
    for _ in range(draw.choice((1, 1, 5))):
        cells = list(_CELL.finditer(made))
        if not cells:
            return _attribute(draw, made)
        one = draw.choice(cells)
        said = escape(_printable(draw)).encode()
        number = str(draw.choice((*NUMBERS, 60, 2958465, 2958466, -2, 45000.5, 0.9999999))).encode()
        inner = draw.choice(
            (
                b' t="inlineStr"><is><t>%s</t></is>' % said,
                b' t="str"><f>A1</f><v>%s</v>' % said,
                b' t="inlineStr"><is><r><t>%s</t></r><rPh sb="0" eb="9"><t>b</t></rPh></is>' % said,
                b' t="e"><v>%s</v>' % draw.choice((b"#REF!", b"#N/A", b"", said[:200])),
                b' t="b"><v>%s</v>' % draw.choice((b"1", b"0", b"2", b"")),
                b' t="d"><v>%s</v>'
                % draw.choice((b"2022-02-30", b"2022-01-01T25:00:00", b"", b"99999-01-01")),
                b' t="s"><v>%s</v>' % draw.choice((b"99999999", b"-1", b"1.5", b"")),
                b' t="%s"><v>%s</v>' % (draw.choice(TYPES), number),
                b' s="%d"><v>%s</v>' % (draw.randrange(14), number),
                b"><f>SUM(A1)</f>",
                b"><v>1</v><v>2</v>",
                b"><v><v>1</v></v>",
            )
        )
        made = made[: one.start()] + b'<c r="' + one.group(1) + b'"' + inner + b"</c>" + made[one.end() :]
    return made


def _deep(draw: Random, data: bytes) -> bytes:
    found = list(_TAG.finditer(data))
    if not found:
        return data
    at = draw.choice(found).end()
    many = draw.choice((100, 5_000, 100_000))
    name = draw.choice((b"a", b"row", b"c", b"si", b"r"))
    closing = b"</%s>" % name if draw.random() < 0.7 else b""
    return data[:at] + b"<%s>" % name * many + closing * many + data[at:]


def _entities(draw: Random, data: bytes) -> bytes:
    """A part that defines entities, and uses them."""
    declared, used = draw.choice(
        (
            (LAUGHS, b"&m;"),
            (LAUGHS, b"&d;"),
            (QUADRATIC, b"&m;" * 5_000),
            (b'<!DOCTYPE l [<!ENTITY m SYSTEM "file:///etc/hostname">]>', b"&m;"),
            (b"<!DOCTYPE l>", b"&unknown;"),
        )
    )
    head, mark, rest = data.partition(b"?>")
    if not mark:
        head, mark, rest = b"", b"", data
    texts = list(re.finditer(rb">[^<>]+<", rest))
    if texts:
        at = draw.choice(texts).start() + 1
    elif attributes := list(_ATTRIBUTE.finditer(rest)):
        at = draw.choice(attributes).start(2)
    else:
        at = len(rest)
    return head + mark + declared + rest[:at] + used + rest[at:]


def _indexes(draw: Random, data: bytes) -> bytes:
    """Shared texts that are not there, or a part in another encoding."""
    if draw.random() < 0.6 and _INDEX.search(data):
        number = draw.choice(ODD_NUMBERS)
        return _INDEX.sub(b"<v>%s</v>" % number, data, count=draw.choice((1, 20)))
    if draw.random() < 0.4:
        return _written_oddly(draw, data)
    encoding = draw.choice(("utf-16", "latin-1", "utf-32"))
    return draw.choice(
        (
            data.decode("utf-8", "replace").encode(encoding, "replace"),
            re.sub(rb'encoding="[^"]*"', b'encoding="%s"' % draw.choice((b"utf-16", b"x", b"cp037")), data),
            data.replace(b"schemas.openxmlformats.org", b"purl.oclc.org/ooxml"),
            re.sub(rb"<(/?)([a-z])", rb"<\1x:\2", data),
        )
    )


def _written_oddly(draw: Random, data: bytes) -> bytes:
    """A part in other quotes, with spaces, or cells without their places; perhaps with one far away."""
    if draw.random() < 0.5:
        rows = list(re.finditer(rb'<row r="([0-9]+)"', data))
        if rows:
            one = rows[-1]
            far = draw.choice((b"1048576", b"400000", b"99999999999"))
            data = data[: one.start(1)] + far + data[one.end(1) :]
    how = draw.randrange(4)
    if how == 0:
        return data.replace(b'"', b"'")
    if how == 1:
        return re.sub(rb'\br="', b'r = "', data)
    if how == 2:
        return re.sub(rb'<c r="[A-Z]+[0-9]+"', b"<c", data)
    return re.sub(rb'r="([A-Z]+)', lambda found: b'r="' + found.group(1).lower(), data)


Way = Callable[[Random, bytes], bytes]
_WAYS: tuple[Way, ...] = (
    flipped,
    _attribute,
    _attribute,
    _attribute,
    _element,
    _cell,
    _cell,
    _cell,
    _deep,
    _entities,
    _indexes,
)
