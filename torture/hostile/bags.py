"""Hostile packages of a dossier: damaged as zips, or forged with manifests that fit."""

from __future__ import annotations

import hashlib
import json
from random import Random

from torture.hostile import texts
from torture.hostile.packages import package, packed, unpacked

MANIFEST, TAGS = "manifest-sha256.txt", ("bag-info.txt", "bagit.txt", "manifest-sha256.txt")


def bag(draw: Random, whole: bytes) -> bytes:
    """A package with something wrong in it."""
    return package(draw, whole) if draw.random() < 0.5 else _forged(draw, whole)


def calls(draw: Random) -> list[list[str]]:
    """What meets it."""
    verify, diff = ["dossier", "verify", "paket.zip"], ["dossier", "diff", "utuh.zip", "paket.zip"]
    ways = (verify, verify, [*verify, "--alone"], diff, [*diff, "--docx", "beda.docx"])
    return [draw.choice(ways)]


def _forged(draw: Random, whole: bytes) -> bytes:
    """A package whose JSON says something else, most often with manifests that fit it."""
    parts = dict(unpacked(whole))
    base = next(iter(parts)).partition("/")[0]
    name = draw.choice([one for one in parts if one.endswith(".json")])
    parts[name] = texts.json_document(draw, json.loads(parts[name]))
    if draw.random() < 0.8:
        payload = {
            one.partition("/")[2]: raw for one, raw in parts.items() if one.startswith(f"{base}/data/")
        }
        parts[f"{base}/{MANIFEST}"] = _manifest(payload)
        tags = {one: parts[f"{base}/{one}"] for one in TAGS}
        parts[f"{base}/tagmanifest-sha256.txt"] = _manifest(tags)
    return packed(list(parts.items()))


def _manifest(held: dict[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(held[one]).hexdigest()}  {one}\n" for one in sorted(held)).encode()
