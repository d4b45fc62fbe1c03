"""Entry: what a region sends to one edition of a competition, for one innovation or for itself (SPD)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from msgspec import Struct

from domain import claims, streams
from domain.base import (
    AnyFact,
    Body,
    Reason,
    StreamState,
)
from domain.fields import GROUP, INNOVATION, NOTE, Field
from domain.on_entry import NAME, EntryPrepared, OnEntry, key

__all__ = ["EVENTS", "NAME", "State", "check_integrity", "evolve", "reservations"]


class AlignmentChosen(Body, frozen=True, kw_only=True):
    """What the form of the edition asks to choose: category, SDGs, Asta Cita, the source of a replication."""

    TYPE: ClassVar[str] = "entry.alignment_chosen"

    category: Annotated[str | None, Field("Kategori", help="Salah satu kategori edisi itu.", width=34)] = None
    sdgs: Annotated[
        list[int], Field("SDGs", "sdgs", help="Nomor tujuan 1 sampai {sdgs}, misalnya 8; 9.", width=12)
    ] = []
    asta_cita: Annotated[
        list[int],
        Field("Asta Cita", "goals", name="Asta Cita", help="Nomor cita 1 sampai {asta_cita}.", width=12),
    ] = []
    source: Annotated[
        str | None,
        Field(
            "Inovasi Asal",
            name="ide yang dipecah",
            help="Untuk replikasi: judul inovasi yang direplikasi.",
            width=34,
        ),
    ] = None
    source_owner: Annotated[str | None, Field("Instansi Asal", width=28)] = None
    source_tier: Annotated[str | None, Field("Penghargaan Asal", help="Misalnya TOP 99.", width=16)] = None
    source_edition: Annotated[str | None, Field("Edisi Asal", name="edisi penghargaan asal", width=10)] = None


class SectionWritten(Body, frozen=True, kw_only=True):
    """The text of one section of the form, for this entry alone."""

    TYPE: ClassVar[str] = "entry.section_written"

    section: Annotated[
        str, Field("Bagian", "section", name="bagian formulir", width=34, example="Signifikansi")
    ]
    text: Annotated[
        str,
        Field("Isi", "long", name="uraian", width=60, example="Waktu tunggu turun dari 45 menjadi 12 menit."),
    ]


class QueueMoved(Body, frozen=True, kw_only=True):
    """The entry went to the next desk (`terms.QUEUE`), or back to the unit."""

    TYPE: ClassVar[str] = "entry.queue_moved"

    stage: Annotated[str, Field("Posisi", name="tahapan", terms="queue", width=22, example="admin lokal")]
    note: Annotated[str | None, NOTE] = None


class ResultAnnounced(Body, frozen=True, kw_only=True):
    """What became of the entry (`terms.RESULTS`), with the tier where there is one."""

    TYPE: ClassVar[str] = "entry.result_announced"

    result: Annotated[str, Field("Hasil", terms="result", width=24, example="finalis")]
    tier: Annotated[str | None, Field("Tingkat", help="Misalnya TOP 45.", width=16)] = None
    note: Annotated[str | None, NOTE] = None


class IssuedFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of a dossier that was issued, by its name and the SHA-256 of its bytes."""

    name: str
    sha256: str


class DossierIssued(Body, frozen=True, kw_only=True):
    """The final copy of the dossier was issued: which bytes, read at which position, by which rules.

    With the position, the rulebook (`sha256` of its bytes), the template and the release of Jejak, the
    very same files can be written again.
    """

    TYPE: ClassVar[str] = "entry.dossier_issued"
    FIXED: ClassVar[tuple[str, ...]] = ("files", "position", "rulebook", "sha256", "template", "release")

    files: Annotated[list[IssuedFile], Field("Berkas terbitan")]
    position: Annotated[int, Field("Posisi")]
    rulebook: Annotated[str, Field("Aturan penilaian")]
    sha256: Annotated[str, Field("Sidik aturan", "file")]
    template: Annotated[str, Field("Sidik templat", "file")]
    release: Annotated[str, Field("Versi Jejak")]


EVENTS: tuple[type[Body], ...] = (
    EntryPrepared,
    *claims.EVENTS,
    AlignmentChosen,
    SectionWritten,
    QueueMoved,
    ResultAnnounced,
    DossierIssued,
)


class State(Struct, frozen=True):
    award: str
    year: int
    group: str | None
    innovation: str | None
    claimed: dict[str, tuple[str, ...]] = {}
    """Indicators claimed, with the documents that the last claim named."""


def evolve(state: State | None, fact: AnyFact) -> State | None:
    match fact.body:
        case EntryPrepared(award=award, year=year, group=group, innovation=innovation):
            return State(award, year, group, innovation)
    return claims.evolve(state, fact) if state else state


def check_integrity(state: State, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    return claims.check_integrity(state, fact)


def reservations(stream: str, fact: AnyFact) -> list[str]:
    match fact.body:
        case EntryPrepared(award=award, year=year, group=group, innovation=innovation):
            return [key(streams.region_of(stream), award, year, group, innovation)]
    return []


class ChooseAlignment(OnEntry[AlignmentChosen], frozen=True, kw_only=True):
    """One row of sheet Isian KIPP."""

    TYPE: ClassVar[str] = "entry.choose_alignment"
    AWARD: ClassVar[str] = "kipp"

    innovation: Annotated[str, INNOVATION]


class WriteSection(OnEntry[SectionWritten], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.write_section"
    AWARD: ClassVar[str] = "kipp"

    innovation: Annotated[str, INNOVATION]


class MoveQueue(OnEntry[QueueMoved], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.move_queue"
    AWARD: ClassVar[str] = "kipp"

    innovation: Annotated[str, INNOVATION]


class AnnounceResult(OnEntry[ResultAnnounced], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "entry.announce_result"

    award: Annotated[str, Field("Lomba", "award", name="penghargaan", width=10, example="KIPP")]
    group: Annotated[str | None, GROUP] = None


class IssueDossier(OnEntry[DossierIssued], frozen=True, kw_only=True):
    """The final copy of a dossier was written; only who wrote it can say so."""

    TYPE: ClassVar[str] = "entry.issue_dossier"
