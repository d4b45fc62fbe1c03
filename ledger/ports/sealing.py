"""Profiles as they lie in the vault: each sealed with a random key of its own (AES-256-GCM)."""

from __future__ import annotations

import json
import os

from ledger.ports.vault import FIELDS, Profile

KEY_BYTES, NONCE_BYTES = 32, 12
STEP = 256
"""Bytes to whose multiples a profile is filled up, so that its length tells nothing of the name."""


def seal(profile: str, values: Profile) -> tuple[bytes, bytes]:
    """A fresh key, and the box that it alone opens; the box is bound to the name of its profile."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    plain = json.dumps({field: values.get(field) for field in FIELDS}, ensure_ascii=False).encode()
    plain += b" " * (-len(plain) % STEP)
    key, nonce = os.urandom(KEY_BYTES), os.urandom(NONCE_BYTES)
    return key, nonce + AESGCM(key).encrypt(nonce, plain, profile.encode())


def opened(profile: str, box: bytes, key: bytes) -> Profile:
    """What a box holds; empty for a key that does not open it, as one of another workspace's."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        plain = AESGCM(key).decrypt(box[:NONCE_BYTES], box[NONCE_BYTES:], profile.encode())
    except (InvalidTag, ValueError):
        return {}
    held: Profile = json.loads(plain)
    return {field: held.get(field) for field in FIELDS}
