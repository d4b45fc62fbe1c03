"""A package against its own manifests: which member is changed, missing, added or renamed.

The tag files follow from the payload, so each of them has two witnesses: the tag manifest, and what the
payload says it should be. Where they disagree, the one that stands alone is named, and not the file that
it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from exporters.package import bag
from exporters.package.model import Contents, Finding, Member
from exporters.package.opened import OpenedPackage, PackageRefusedError, UnreadableError

Hashes = Mapping[str, str]
"""Path to SHA-256."""


class Checked(NamedTuple):
    """What a check read: the list of contents where it can be read, and what is wrong, by path."""

    contents: Contents | None
    findings: list[Finding]


def check(package: OpenedPackage) -> Checked:
    """Compares every member with the manifests, each read once in pieces.

    Raises PackageRefusedError where no member at all unpacks.
    """
    hashes, findings = _hashes(package)
    contents = _contents(package)
    claims = _Witnesses(package, hashes, contents).claims()
    unreadable = {one.path for one in findings}
    findings += _compared({path: one for path, one in claims.items() if path not in unreadable}, hashes)
    if not findings and not _counts_right(package):
        findings.append(Finding(kind="changed", path=bag.INFO))
    if contents and contents.name != package.name:
        findings.append(Finding(kind="renamed", path=f"{contents.name}/", to=f"{package.name}/"))
    return Checked(contents, sorted(findings, key=lambda one: one.path))


def _hashes(package: OpenedPackage) -> tuple[dict[str, str], list[Finding]]:
    hashes: dict[str, str] = {}
    findings = []
    for path in package.paths():
        try:
            hashes[path] = package.held(path).sha256
        except UnreadableError:
            findings.append(Finding(kind="unreadable", path=path))
    if not hashes:
        raise PackageRefusedError("damaged")
    return hashes, findings


def _counts_right(package: OpenedPackage) -> bool:
    """Whether the bag says of itself how many bytes and files its payload has."""
    payload = {path: package.held(path).size for path in package.paths() if path.startswith(bag.PAYLOAD)}
    return f"Payload-Oxum: {bag.octets(payload)}\n".encode() in _text(package, bag.INFO)


def _contents(package: OpenedPackage) -> Contents | None:
    try:
        return msgspec.json.decode(_text(package, bag.CONTENTS), type=Contents)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _text(package: OpenedPackage, path: str | None) -> bytes:
    """The bytes of a member; nothing where it is not there or does not unpack."""
    if path is None or path not in package:
        return b""
    try:
        return package.read(path)
    except UnreadableError:
        return b""


class _Witnesses:
    """What tag manifest, manifest and payload say of each other."""

    def __init__(self, package: OpenedPackage, hashes: Hashes, contents: Contents | None) -> None:
        self.package, self.hashes, self.contents = package, hashes, contents
        self.tags = bag.parsed_manifest(_text(package, bag.TAG_MANIFEST))
        self.payload = {path: one for path, one in hashes.items() if path.startswith(bag.PAYLOAD)}
        self.following = bag.digest(bag.manifest(self.payload))
        """The hash of the manifest that follows from the payload as it is."""

    def claims(self) -> dict[str, str]:
        """Every path with the hash that it should have."""
        manifest = self._manifest_hash()
        payload = self._payload(manifest)
        whole = {bag.DECLARATION: bag.digest(bag.DECLARED), bag.MANIFEST: manifest}
        whole[bag.INFO] = self._info_hash()
        whole[bag.TAG_MANIFEST] = bag.digest(bag.manifest(whole))
        return {**payload, **whole}

    def _manifest_hash(self) -> str:
        found = self.hashes.get(bag.MANIFEST)
        return self.following if found == self.following else self.tags.get(bag.MANIFEST, self.following)

    def _payload(self, manifest: str) -> Hashes:
        if manifest == self.following:
            return self.payload
        # It may lie there under another name.
        renamed = next((path for path, one in self.hashes.items() if one == manifest), bag.MANIFEST)
        return bag.parsed_manifest(_text(self.package, renamed)) or self.payload

    def _info_hash(self) -> str:
        """What the tag manifest says, unless the file is as it follows: then that is at fault."""
        found, following = self.hashes.get(bag.INFO), self._following_info()
        return following if found == following else self.tags.get(bag.INFO) or following

    def _following_info(self) -> str:
        """The hash of the file as this release would write it; another may word it otherwise."""
        if self.contents is None:
            return ""
        members: dict[str, Member] = {path: self.package.source(path) for path in self.payload}
        try:
            return bag.digest(bag.tag_files(self.contents, members)[bag.INFO])
        except (ValueError, LookupError):
            # A list of contents that somebody wrote may name a day or a zone that does not exist.
            return ""


def _compared(claims: Hashes, hashes: Hashes) -> Iterator[Finding]:
    lost = {path: sha256 for path, sha256 in claims.items() if path not in hashes}
    strays = {path: sha256 for path, sha256 in hashes.items() if path not in claims}
    for path in sorted(claims.keys() & hashes.keys()):
        if claims[path] != hashes[path]:
            yield Finding(kind="changed", path=path)
    for path, sha256 in sorted(lost.items()):
        to = next((other for other in sorted(strays) if strays[other] == sha256), None)
        if to is None:
            yield Finding(kind="missing", path=path)
        else:
            del strays[to]
            yield Finding(kind="renamed", path=path, to=to)
    for path in sorted(strays):
        yield Finding(kind="added", path=path)
