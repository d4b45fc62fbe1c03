"""Signed notes (C2SP signed-note) with Ed25519: a text, a blank line, and a line for each signature.

A log signs the text itself (signature type 1); a witness signs it with the time (type 4, C2SP
tlog-cosignature). Keys are written as verifier keys: name, key id, and type with public key in base64.
"""

from __future__ import annotations

import base64
import binascii
import re
from hashlib import sha256
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from domain.base import marked

LOG, WITNESS = 1, 4
"""Signature types: of the log itself, and of a witness with its time."""
MOST = 64
"""Signatures that a note may hold."""
_DASH = "\N{EM DASH} "
_SPACES = re.compile(r"[\s+]")


class NoteError(ValueError):
    """A text that is no signed note, or no key: what is wrong with it."""


class Signature(NamedTuple):
    """One signature line: whose, by which key, and its bytes."""

    name: str
    key_id: bytes
    signature: bytes


class Note(NamedTuple):
    """A text with its signatures; nobody has checked them yet."""

    text: str
    signatures: tuple[Signature, ...]


class VerifierKey(NamedTuple):
    """A public key under its name; `kind` is LOG or WITNESS."""

    name: str
    kind: int
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The first four bytes of the hash of name, kind and key."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def __str__(self) -> str:
        coded = base64.b64encode(bytes([self.kind]) + self.public).decode()
        return f"{self.name}+{self.key_id.hex()}+{coded}"


class SigningKey(NamedTuple):
    """A private key under its name."""

    name: str
    seed: bytes

    def verifier(self, kind: int = LOG) -> VerifierKey:
        """The public key, for signatures of a kind."""
        private = Ed25519PrivateKey.from_private_bytes(self.seed)
        public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        return VerifierKey(self.name, kind, public)

    def __str__(self) -> str:
        coded = base64.b64encode(bytes([LOG]) + self.seed).decode()
        return f"PRIVATE+KEY+{self.name}+{self.verifier().key_id.hex()}+{coded}"


def new_key(name: str) -> SigningKey:
    """A new key. Raises NoteError for a name that is empty or holds spaces or plus signs."""
    private = Ed25519PrivateKey.generate()
    seed = private.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    return SigningKey(_named(name), seed)


def read_signing_key(text: str) -> SigningKey:
    """The key that a line holds. Raises NoteError where it holds none."""
    parts = text.strip().split("+", 4)
    if len(parts) != 5 or parts[:2] != ["PRIVATE", "KEY"]:
        raise NoteError(marked("no signing key"))
    key = _decoded(parts[4])
    if len(key) != 33 or key[0] != LOG:
        raise NoteError(marked("no Ed25519 key"))
    found = SigningKey(_named(parts[2]), key[1:])
    if found.verifier().key_id.hex() != parts[3]:
        raise NoteError(marked("key id and key differ"))
    return found


def read_verifier_key(text: str) -> VerifierKey:
    """The public key that a line holds. Raises NoteError where it holds none."""
    parts = text.strip().split("+", 2)
    if len(parts) != 3:
        raise NoteError(marked("no verifier key"))
    key = _decoded(parts[2])
    if len(key) != 33 or key[0] not in (LOG, WITNESS):
        raise NoteError(marked("no Ed25519 key"))
    found = VerifierKey(_named(parts[0]), key[0], key[1:])
    if found.key_id.hex() != parts[1]:
        raise NoteError(marked("key id and key differ"))
    return found


def sign(text: str, key: SigningKey) -> str:
    """The note of a text, signed by the log. Raises NoteError for a text that no note can hold."""
    signature = _private(key).sign(_bytes(text))
    return f"{text}\n{_line(key.verifier(), signature)}"


def cosign(note: str, key: SigningKey, at: int) -> str:
    """A note with one more signature: of a witness, with the POSIX time in seconds.

    Raises NoteError for what is no note.
    """
    found = parse(note)
    signed = at.to_bytes(8, "big") + _private(key).sign(_cosigned(found.text, at))
    return note + _line(key.verifier(WITNESS), signed)


def parse(note: str) -> Note:
    """A note as its text and signatures. Raises NoteError for what is no note."""
    text, blank, lines = note.rpartition("\n\n")
    if not blank or not lines.endswith("\n") or any(ord(one) < 32 and one != "\n" for one in note):
        raise NoteError(marked("no signed note"))
    signatures = tuple(map(_signature, lines[:-1].split("\n")))
    if len(signatures) > MOST:
        raise NoteError(marked("too many signatures"))
    return Note(f"{text}\n", signatures)


def verified(note: Note, key: VerifierKey) -> int | None:
    """When a witness signed (POSIX seconds), 0 for the log itself; None where the key signed nothing here.

    Raises NoteError for a signature under the key's name and id that does not verify.
    """
    for one in note.signatures:
        if (one.name, one.key_id) != (key.name, key.key_id):
            continue
        at, signature = 0, one.signature
        signed = _bytes(note.text)
        if key.kind == WITNESS:
            at, signature = int.from_bytes(signature[:8], "big"), signature[8:]
            signed = _cosigned(note.text, at)
        try:
            Ed25519PublicKey.from_public_bytes(key.public).verify(signature, signed)
        except InvalidSignature as error:
            raise NoteError(marked("a signature does not verify")) from error
        return at
    return None


def _cosigned(text: str, at: int) -> bytes:
    return f"cosignature/v1\ntime {at}\n".encode() + _bytes(text)


def _private(key: SigningKey) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(key.seed)


def _line(key: VerifierKey, signature: bytes) -> str:
    return f"{_DASH}{key.name} {base64.b64encode(key.key_id + signature).decode()}\n"


def _signature(line: str) -> Signature:
    name, space, coded = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not space:
        raise NoteError(marked("no signature line"))
    found = _decoded(coded)
    if len(found) < 5:
        raise NoteError(marked("a signature is too short"))
    return Signature(_named(name), found[:4], found[4:])


def _bytes(text: str) -> bytes:
    if not text.endswith("\n") or any(ord(one) < 32 and one != "\n" for one in text):
        raise NoteError(marked("no text of a note"))
    return text.encode()


def _named(name: str) -> str:
    if not name or _SPACES.search(name):
        raise NoteError(marked("no name of a key"))
    return name


def _decoded(text: str) -> bytes:
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoteError(marked("no base64")) from error
    if base64.b64encode(found).decode() != text:
        raise NoteError(marked("no base64 in its one form"))
    return found
