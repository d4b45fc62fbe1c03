"""Evidence of an innovation: files and links, what gave way to what, which links opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Struct

from domain.base import Action, AnyFact, Body, Draft, Reason, Refused, StreamState, World, reason
from domain.drafts import draft
from domain.fields import DATE, INNOVATION, Field
from domain.on_innovation import OnInnovation

LINK = Field("Tautan", "link", help="Alamat halaman, diawali https://.", width=30)


class KeptFile(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A file as it was given: its SHA-256, its name, its type as its bytes tell (RFC 6838), its bytes."""

    sha256: str
    name: str
    media_type: str
    size: int


class EvidenceAttached(Body, frozen=True, kw_only=True):
    """A piece of evidence: kind, number, subject, what it supports, the file by its SHA-256 or a link."""

    TYPE: ClassVar[str] = "innovation.evidence_attached"
    VERSION: ClassVar[int] = 2

    kind: Annotated[str, Field("Jenis", terms="evidence", width=22, example="SK")]
    number: Annotated[str | None, Field("Nomor", width=24)] = None
    subject: Annotated[str, Field("Perihal", width=50, example="Penetapan inovasi daerah")]
    iga: Annotated[
        list[str],
        Field(
            "Indikator IGA",
            "indicators",
            help="Nomor indikator IGA: {first_indicator} sampai {last_indicator}.",
            width=16,
        ),
    ] = []
    kipp: Annotated[list[str], Field("Bagian KIPP", "sections", width=30)] = []
    file: Annotated[
        str | None,
        Field("Berkas", "file", help="Letak berkas, dihitung dari folder buku kerja ini.", width=30),
    ] = None
    link: Annotated[str | None, LINK] = None
    page: Annotated[
        str | None,
        Field("Halaman", help="Halaman yang memuat nama inovasi atau baris yang disorot.", width=12),
    ] = None
    personal_data: Annotated[
        bool, Field("Data Pribadi", name="memuat data pribadi", help="Isi ya bila memuat data pribadi.")
    ] = False
    kept: Annotated[KeptFile | None, Field("Berkas Tersimpan", "kept", name="berkas tersimpan")] = None
    """How the file was given; None where a former version recorded it, or there is no file."""

    @property
    def given(self) -> KeptFile | None:
        """How the file was given that the evidence names now: a correction may have named another."""
        return self.kept if self.kept and self.kept.sha256 == self.file else None


class EvidenceSuperseded(Body, frozen=True, kw_only=True):
    """An earlier piece of evidence, by its version in the stream, gave way to the one of the same action."""

    TYPE: ClassVar[str] = "innovation.evidence_superseded"

    old: Annotated[
        int,
        Field(
            "Menggantikan",
            "evidence",
            name="bukti yang digantikan",
            required=False,
            help="Kunci baris bukti yang digantikan.",
            width=16,
        ),
    ]


class LinkChecked(Body, frozen=True, kw_only=True):
    """On its day somebody opened a link: it was alive or not."""

    TYPE: ClassVar[str] = "innovation.link_checked"

    link: Annotated[str, Field("Tautan", "link", required=False, width=30)]
    alive: Annotated[bool, Field("Tautan terbuka")] = True


Standing = dict[int, tuple[EvidenceAttached, str | None]]
"""Evidence that is not superseded, by version, with its date."""
EVENTS: tuple[type[Body], ...] = (
    EvidenceAttached,
    EvidenceSuperseded,
    LinkChecked,
)


class Cited(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a verification looked at: a piece of evidence by its version, or a document, as it then was."""

    evidence: int | None = None
    document: str | None = None
    file: str | None = None
    link: str | None = None
    number: str | None = None
    date: str | None = None


def evolve(state: StreamState, fact: AnyFact) -> Any:
    """The innovation's state after a fact of this file."""
    match fact.body:
        case EvidenceAttached():
            held = {**state.evidence, fact.version: (fact.body, fact.occurred)}
            return msgspec.structs.replace(state, evidence=held)
        case EvidenceSuperseded(old=old):
            left = {version: held for version, held in state.evidence.items() if version != old}
            return msgspec.structs.replace(state, evidence=left)
    return state


def check_integrity(state: StreamState, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case EvidenceSuperseded(old=old) if old not in state.evidence:
            return reason("The evidence that it supersedes does not stand, or was superseded before.")
    return None


class AttachEvidence(OnInnovation[EvidenceAttached], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.attach_evidence"

    supersedes: Annotated[
        int | None, Field("Menggantikan", "evidence", width=16, help="Kunci baris bukti yang digantikan.")
    ] = None
    """The version in the stream of the evidence that gives way to this one."""
    seen_on: Annotated[str | None, DATE.but(label="Tautan Dibuka")] = None
    """The day on which the link was last opened, when it was alive."""

    def decide(self, world: World) -> list[Draft]:
        drafts = super().decide(world)
        if self.supersedes is not None:
            gone = EvidenceSuperseded(old=self.supersedes)
            renamed = {"old": "supersedes"}
            drafts.append(
                draft(self, self.innovation, gone, first=False, target="innovation", renamed=renamed)
            )
        if self.seen_on is not None:
            if self.fact.link is None:
                raise Refused(("seen_on", reason("Only evidence with a link has a day on which it opened.")))
            drafts.append(link_checked(self, self.fact.link, self.seen_on))
        return drafts


def link_checked(action: Any, link: str, seen_on: str) -> Draft:
    """The event that a link was opened on a day, as a part of a larger action."""
    made = draft(action, action.innovation, LinkChecked(link=link), occurred=seen_on, first=False)
    return msgspec.structs.replace(made, fields={**made.fields, "occurred": "seen_on"})


class CheckLink(OnInnovation[LinkChecked], frozen=True, kw_only=True):
    """Somebody opened a link on the day of the action."""

    TYPE: ClassVar[str] = "innovation.check_link"


class OpenLink(Action, frozen=True, kw_only=True):
    """The link of a piece of evidence was opened on a day that its row says later."""

    TYPE: ClassVar[str] = "innovation.open_link"

    innovation: Annotated[str, INNOVATION]
    link: Annotated[str, LINK]
    seen_on: Annotated[str, DATE.but(label="Tautan Dibuka")]

    def decide(self, world: World) -> list[Draft]:
        return [link_checked(self, self.link, self.seen_on)]
