"""A verifier of proofs by somebody else: RFC 9162, RFC 8032 and C2SP alone, the standard library alone."""

from __future__ import annotations

import base64
import hashlib
import json

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)  # noqa: E741 - the name of the RFC
Point = tuple[int, int, int, int]


def add(a: Point, b: Point) -> Point:
    x = (a[1] - a[0]) * (b[1] - b[0]) % P
    y = (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = y - x, d - c, d + c, y + x
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n: int, point: Point) -> Point:
    found: Point = (0, 1, 1, 0)
    while n:
        found, point, n = add(found, point) if n & 1 else found, add(point, point), n >> 1
    return found


def decode(data: bytes) -> Point | None:
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * I % P
    if y >= P or (x * x - square) % P:
        return None
    x = P - x if (x & 1) != sign else x
    return x, y, 1, x * y % P


BASE = decode((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(public: bytes, message: bytes, signature: bytes) -> bool:
    a, r, s = decode(public), decode(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or BASE is None or s >= Q or len(signature) != 64:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % Q
    left, right = times(s, BASE), add(r, times(h, a))
    return not any((left[i] * right[2] - right[i] * left[2]) % P for i in (0, 1))


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes | None:
    """The root that a path leads to: RFC 9162, 2.1.3.2."""
    if index >= size:
        return None
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return None
        if fn % 2 or fn == sn:
            r = node(p, r)
            if not fn % 2:
                while fn and not fn % 2:
                    fn, sn = fn // 2, sn // 2
        else:
            r = node(r, p)
        fn, sn = fn // 2, sn // 2
    return r if sn == 0 else None


def tree(leaves: list[bytes]) -> bytes:
    """The root over leaves: RFC 9162, 2.1.1, word for word."""
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return node(tree(leaves[:k]), tree(leaves[k:]))


def leaf(stream: str, version: int, topic: str, position: int, at: str, state: bytes) -> bytes:
    """The hash of an event: six columns, each with its length and a colon before it."""
    columns = [stream.encode(), b"%d" % version, topic.encode(), b"%d" % position, at.encode(), state]
    return hashlib.sha256(b"\x00" + b"".join(b"%d:%b" % (len(one), one) for one in columns)).digest()


def grew(first: int, second: int, first_root: bytes, second_root: bytes, path: list[bytes]) -> bool:
    """Whether one tree continues another: RFC 9162, 2.1.4.2."""
    if first == second:
        return not path and first_root == second_root
    if not path:
        return False
    c = [first_root, *path] if first & (first - 1) == 0 else path
    fn, sn = first - 1, second - 1
    while fn % 2:
        fn, sn = fn // 2, sn // 2
    fr = sr = c[0]
    for one in c[1:]:
        if sn == 0:
            return False
        if fn % 2 or fn == sn:
            fr, sr = node(one, fr), node(one, sr)
            while fn and not fn % 2:
                fn, sn = fn // 2, sn // 2
        else:
            sr = node(sr, one)
        fn, sn = fn // 2, sn // 2
    return sn == 0 and fr == first_root and sr == second_root


def accepts(text: str, vkey: str) -> bool:
    """Whether a proof of one event holds under the log's key (C2SP tlog-proof, signed-note, checkpoint)."""
    head, _, note = text.partition("\n\n")
    lines = head.split("\n")
    event = json.loads(base64.b64decode(lines[1].removeprefix("extra ")))
    index = int(lines[2].removeprefix("index "))
    path = [base64.b64decode(line) for line in lines[3:]]
    body, _, signatures = note.rpartition("\n\n")
    origin, size, wanted = body.split("\n")[:3]
    name, key_id, coded = vkey.split("+", 2)
    public = base64.b64decode(coded)[1:]
    good = False
    for line in signatures.rstrip("\n").split("\n"):
        mark, who, said = line.split(" ")
        raw = base64.b64decode(said)
        if mark == "\u2014" and who == name and raw[:4].hex() == key_id:
            good = good or signed(public, f"{body}\n".encode(), raw[4:])
    hashed = leaf(
        event["stream"],
        event["version"],
        event["type"],
        event["position"],
        event["recorded_at"],
        base64.b64decode(event["state"]),
    )
    there = root(hashed, index, int(size), path) == base64.b64decode(wanted)
    return good and there and event["position"] == index + 1 and origin == name
