"""A BagIt bag (RFC 8493, version 1.0), whose tag files follow from the payload and its list of contents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import UnsetType

from exporters.package.model import Contents, Member
from jejak_i18n import indonesian as _

DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
TAGS = (DECLARATION, INFO, MANIFEST, TAG_MANIFEST)
PAYLOAD = "data/"
CONTENTS = f"{PAYLOAD}contents.json"
TEMPLATE = f"{PAYLOAD}template.docx"
PROOFS = f"{PAYLOAD}proofs/"
CHECKPOINT = f"{PROOFS}checkpoint.txt"
"""The signed checkpoint of the package's position, beside a proof of every event that it cites."""
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def digest(member: Member) -> str:
    """The SHA-256 of a member."""
    return hashlib.sha256(member).hexdigest() if isinstance(member, bytes) else member.sha256


def size(member: Member) -> int:
    """The size of a member in bytes."""
    return len(member) if isinstance(member, bytes) else member.size


def manifest(members: Mapping[str, str]) -> bytes:
    """A manifest of paths and SHA-256, sorted by path."""
    return "".join(f"{members[path]}  {path}\n" for path in sorted(members)).encode()


def parsed_manifest(text: bytes) -> dict[str, str]:
    """Path to hash, as a manifest says; lines that say nothing are left out."""
    lines = (line.split(None, 1) for line in text.decode("utf-8", "replace").split("\n"))
    return {path.lstrip("*"): sha256.lower() for sha256, path in (two for two in lines if len(two) == 2)}


def octets(payload: Mapping[str, int]) -> str:
    """What `Payload-Oxum` says of a payload of these sizes: bytes, a dot, and files."""
    return f"{sum(payload.values())}.{len(payload)}"


def tag_files(contents: Contents, payload: Mapping[str, Member]) -> dict[str, bytes]:
    """The four tag files around a payload."""
    tags = {
        DECLARATION: DECLARED,
        INFO: _lines(_info(contents, payload)),
        MANIFEST: manifest({path: digest(member) for path, member in payload.items()}),
    }
    tags[TAG_MANIFEST] = manifest({name: digest(held) for name, held in tags.items()})
    return tags


def recorded_day(contents: Contents) -> str | None:
    """The day of the last record that the package knows, in its region: no clock is in a package."""
    issue = contents.issue
    if not issue.recorded_at:
        return None
    return datetime.fromisoformat(issue.recorded_at).astimezone(ZoneInfo(issue.time_zone)).date().isoformat()


def _info(contents: Contents, payload: Mapping[str, Member]) -> Iterable[tuple[str, str | None]]:
    issue = contents.issue
    personal = sum(file.personal_data for file in contents.evidence)
    yield "Source-Organization", issue.region_name
    yield "External-Identifier", contents.name
    yield "External-Description", issue.title
    yield "Bagging-Date", recorded_day(contents)
    yield "Bag-Software-Agent", f"Jejak {contents.release}"
    yield "Payload-Oxum", octets({path: size(member) for path, member in payload.items()})
    yield "Jejak-Position", str(issue.position)
    yield "Jejak-Root", issue.root
    yield "Jejak-Known-At", issue.known_at
    yield "Jejak-As-Of", issue.as_of
    yield "Jejak-Rulebook-SHA256", contents.rulebook
    yield "Jejak-Template-SHA256", None if isinstance(contents.template, UnsetType) else contents.template
    yield "Jejak-Evidence-Files", str(len(contents.evidence))
    yield "Jejak-Missing-Evidence-Files", str(len(contents.missing))
    yield "Jejak-Personal-Data-Files", str(personal)
    yield "Internal-Sender-Description", _personal(personal, len(contents.evidence))
    yield "Jejak-Illustrative", "true" if issue.illustrative else None


def _personal(personal: int, files: int) -> str:
    text = _("{personal} of {files} evidence files hold personal data, as the record marks them.")
    return text.format(personal=personal, files=files)


def _lines(pairs: Iterable[tuple[str, str | None]]) -> bytes:
    """One line for each pair that says something; line breaks inside a value would begin another label."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in pairs if value).encode()
