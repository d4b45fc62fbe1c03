"""Entry: what a region sends to one edition of a competition, for one innovation or for itself (SPD)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec
from msgspec import Struct

from domain import streams
from domain.base import (
    AnyFact,
    Body,
    Reason,
    StreamState,
    no_number,
    reason,
)
from domain.evidence import Cited
from domain.fields import (
    DOCUMENT,
    NO_NAMES,
    NOTE,
    Field,
)

NAME = "entry"
INDICATORS = "Nomor indikator IGA: {first_indicator} sampai {last_indicator}."
LEVEL = Field(
    "Tingkat",
    "level",
    name="parameter klaim",
    help="Parameter yang diklaim: {levels}.",
    width=9,
    example=2,
)
REGION_LEVEL = LEVEL.but(help="Parameter: {levels}. Kosong bila dihitung dari Angka.")
VERIFIED = Field(
    "Terverifikasi",
    "level",
    name="parameter terverifikasi",
    help="Tingkat setelah bukti diperiksa: 0 sampai {highest_level}.",
    width=12,
)
VERIFIER = Field("Pemeriksa", help=NO_NAMES, width=28)
INDICATOR = Field("Indikator", "indicator", help=INDICATORS, width=10, example="{first_indicator}")


class EntryPrepared(Body, frozen=True, kw_only=True):
    """An entry began; without an innovation it is the region's own (SPD of IGA)."""

    TYPE: ClassVar[str] = "entry.prepared"
    FOUNDS: ClassVar[bool] = True
    FIXED: ClassVar[tuple[str, ...]] = ("award", "year", "group", "innovation")

    award: Annotated[str, Field("Penghargaan")]
    year: Annotated[int, Field("Tahun")]
    group: Annotated[str | None, Field("Kelompok lomba")] = None
    innovation: Annotated[str | None, Field("Inovasi", ref="innovation")] = None


class LevelClaimed(Body, frozen=True, kw_only=True):
    """A unit or region claims a level (0 to 3) of an indicator.

    `basis` is the basis chosen where an indicator has several; `amount` the figure behind an SPD row, as
    a decimal text; `documents` what proves it where no innovation does.
    """

    TYPE: ClassVar[str] = "entry.level_claimed"

    indicator: Annotated[str, INDICATOR]
    level: Annotated[
        int,
        LEVEL,
    ]
    basis: Annotated[
        str | None,
        Field(
            "Dasar",
            name="dasar kemanfaatan",
            terms="benefit",
            help="Untuk kemanfaatan: satu dasar yang dipilih.",
            width=20,
        ),
    ] = None
    amount: Annotated[
        str | None,
        Field(
            "Angka",
            "decimal",
            name="nilai pendukung",
            help="Angka yang dibandingkan dengan pita, misalnya 8,17.",
            width=14,
        ),
    ] = None
    documents: Annotated[list[str], DOCUMENT.but(name="dokumen pendukung", width=26)] = []
    note: Annotated[str | None, NOTE] = None


class LevelVerified(Body, frozen=True, kw_only=True):
    """Somebody compared a claim with its evidence; `cites` holds what was looked at, as it then was."""

    TYPE: ClassVar[str] = "entry.level_verified"

    indicator: Annotated[str, INDICATOR]
    verified: Annotated[
        int,
        VERIFIED,
    ]
    cites: Annotated[list[Cited], Field("Bukti yang dikutip")] = []
    verifier: Annotated[str | None, VERIFIER] = None
    note: Annotated[str | None, NOTE] = None


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
    LevelClaimed,
    LevelVerified,
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
        case LevelClaimed(indicator=indicator, documents=documents) if state:
            return msgspec.structs.replace(state, claimed={**state.claimed, indicator: tuple(documents)})
    return state


def check_integrity(state: State, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    match fact.body:
        case LevelClaimed(level=level) | LevelVerified(verified=level) if level < 0:
            return reason("Level {level} lies below 0.", level=level)
        case LevelVerified(indicator=indicator) if indicator not in state.claimed:
            return reason("The indicator {indicator} was not claimed before.", indicator=indicator)
        case LevelClaimed(amount=str(amount)):
            return no_number(amount)
    return None


def key(region: str, award: str, year: int, group: str | None, innovation: str | None) -> str:
    """The reservation of an entry: one for each award, year, group and innovation (or region)."""
    return f"{edition(region, award, year)}{group or ''}/{innovation or ''}"


def edition(region: str, award: str, year: int) -> str:
    """What the reservations of all entries of one edition begin with."""
    return f"entry/{region}/{award}/{year}/"


def reservations(stream: str, fact: AnyFact) -> list[str]:
    match fact.body:
        case EntryPrepared(award=award, year=year, group=group, innovation=innovation):
            return [key(streams.region_of(stream), award, year, group, innovation)]
    return []
