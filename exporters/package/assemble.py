"""A package put together: dossier, documents, evidence, verdict, rulebook and provenance of one edition."""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from msgspec import UNSET, to_builtins

from exporters.dossier.assemble import build_dossier
from exporters.dossier.build import dossier_text
from exporters.dossier.model import Dossier
from exporters.package import bag
from exporters.package.evidence import found_files, named_files
from exporters.package.model import Contents, Issue, Look, Member, Prove
from exporters.package.prov_json import prov_json
from exporters.package.provenance import ProvenanceFile, TracedValue, cited, traced_values
from exporters.package.ro_crate import FILE as CRATE
from exporters.package.ro_crate import ro_crate
from exporters.word.render import render
from jejak_i18n import indonesian as _
from projections.eligibility import rulebooks
from projections.eligibility.answers import Outcome
from projections.read_session import ReadSession


class Wanted(NamedTuple):
    """Which innovation and edition a package is of; `rulebook` is the SHA-256 that it was packed by."""

    code: str
    award: str
    year: int
    group: str | None
    rulebook: str | None = None


class Package(NamedTuple):
    """A package in memory: members by path below its folder `name`, evidence as sources."""

    name: str
    contents: Contents
    members: dict[str, Member]
    outcome: Outcome

    def placed(self) -> dict[str, Member]:
        """The members by their paths in the zip, which holds one folder."""
        return {f"{self.name}/{path}": member for path, member in self.members.items()}


def assemble(
    session: ReadSession,
    wanted: Wanted,
    look: Look,
    *,
    release: str,
    root: str,
    template: bytes | None = None,
    prove: Prove | None = None,
) -> Package:
    """The package of a dossier with the evidence that `look` finds; the rest is listed as missing.

    `root` is that of the proof tree at the position of the session; a `template` other than that of the
    release goes into the package; `prove` makes the proofs of the events that it cites. Raises what
    `build_dossier` raises, RulebookBytesError and TemplateRefusedError.
    """
    made, form, verdict, _detail = build_dossier(session, *wanted)
    name = f"{form.id}-{made.code}"
    rulebook = rulebooks.by_hash(session, form.sha256).raw
    evidence, missing, members = found_files(named_files(made), look)
    contents = Contents(
        release=release,
        name=name,
        issue=_issue(session, made, root),
        rulebook=form.sha256,
        evidence=evidence,
        missing=missing,
        template=UNSET if template is None else hashlib.sha256(template).hexdigest(),
    )
    values = traced_values(made)
    documents: dict[str, tuple[str, bytes]] = {
        f"{name}.docx": (_("Document"), render(made, template)),
        f"{name}.json": (_("Dossier with provenance of every value"), dossier_text(made).encode()),
        "verdict.json": (_("Verdict, rule by rule"), json_bytes(to_builtins(verdict))),
        f"rulebook-{form.id}.json": (_("Rulebook that the verdict rests on"), rulebook),
        bag.CONTENTS.removeprefix(bag.PAYLOAD): (_("List of contents"), json_bytes(to_builtins(contents))),
        **_provenance(contents, values),
        **(_proofs(prove, values) if prove else {}),
    }
    if template is not None:
        documents[bag.TEMPLATE.removeprefix(bag.PAYLOAD)] = (_("Template of the document"), template)
    payload: dict[str, Member] = {f"{bag.PAYLOAD}{one}": raw for one, (_title, raw) in documents.items()}
    payload |= members
    titles = {f"{bag.PAYLOAD}{one}": title for one, (title, _raw) in documents.items()}
    payload[f"{bag.PAYLOAD}{CRATE}"] = json_bytes(ro_crate(contents, payload, titles))
    return Package(name, contents, {**payload, **bag.tag_files(contents, payload)}, verdict.outcome)


def _proofs(prove: Prove, values: list[TracedValue]) -> dict[str, tuple[str, bytes]]:
    folder = bag.PROOFS.removeprefix(bag.PAYLOAD)
    title = _("Proof that what it cites stands in the ledger")
    return {f"{folder}{name}": (title, raw) for name, raw in prove(cited(values)).items()}


def _provenance(contents: Contents, values: list[TracedValue]) -> dict[str, tuple[str, bytes]]:
    dossier = f"{contents.name}.json"
    plain = to_builtins(ProvenanceFile(dossier=dossier, values=values))
    return {
        "provenance.json": (_("Provenance: values, events, cells"), json_bytes(plain)),
        "prov.json": (_("Provenance as PROV-JSON"), json_bytes(prov_json(contents, dossier, values))),
    }


def _issue(session: ReadSession, made: Dossier, root: str) -> Issue:
    return Issue(
        award=made.award,
        year=made.year,
        group=made.group,
        code=made.code,
        title=str(made.subject.title.value or made.code),
        region=made.region.code,
        region_name=made.region.name,
        time_zone=made.time_zone,
        position=made.position,
        root=root,
        recorded_at=session.store.recorded_at(made.position),
        known_at=made.known_at,
        as_of=made.as_of,
        spoken_day=made.spoken_day,
        illustrative=made.illustrative,
    )


def json_bytes(plain: object) -> bytes:
    """JSON as all files of a package are written: sorted keys, two spaces, a line break at the end."""
    return (json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
