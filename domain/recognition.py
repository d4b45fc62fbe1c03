"""What others say of an innovation: determined by decree, judged, recommended, published, protected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import msgspec

from domain.base import AnyFact, Body, Reason, StreamState, no_number, reason
from domain.fields import DOCUMENT, LAB, NO_NAMES, NOTE, Field
from domain.on_innovation import OnInnovation


class Determined(Body, frozen=True, kw_only=True):
    """A decree determines the innovation; `row` is its number in the annex."""

    TYPE: ClassVar[str] = "innovation.determined"

    document: Annotated[
        str,
        DOCUMENT.but(
            label="Keputusan",
            name="dokumen",
            help="Kunci SK dari lembar Dokumen.",
            example="DOK-01",
        ),
    ]
    row: Annotated[int | None, Field("Nomor Lampiran", width=14, least=1)] = None


class Judged(Body, frozen=True, kw_only=True):
    """A jury judged the innovation by a criterion; `score` is a decimal text in the jury's own scale."""

    TYPE: ClassVar[str] = "innovation.judged"

    jury: Annotated[str, Field("Juri", help=NO_NAMES, width=30, example="Tim penilai LAN")]
    lab: Annotated[str | None, LAB] = None
    ceremony: Annotated[
        str | None, Field("Acara", "ceremony", help="Kunci dari lembar Acara.", example="ACR-02")
    ] = None
    criterion: Annotated[str, Field("Kriteria", width=28, example="kebaruan")]
    score: Annotated[str | None, Field("Nilai Juri", "decimal", width=12)] = None
    rank: Annotated[int | None, Field("Peringkat", width=10, least=1)] = None
    note: Annotated[str | None, NOTE] = None


class Recommended(Body, frozen=True, kw_only=True):
    """Somebody recommended the innovation for a competition or list of the nation."""

    TYPE: ClassVar[str] = "innovation.recommended"

    recommended_by: Annotated[
        str, Field("Oleh", name="direkomendasikan oleh", help=NO_NAMES, width=30, example="LAN RI")
    ]
    recommended_for: Annotated[
        str, Field("Untuk", name="tujuan rekomendasi", width=34, example="Kompetisi tingkat nasional")
    ]
    document: Annotated[str | None, DOCUMENT] = None


class Published(Body, frozen=True, kw_only=True):
    """The innovation is told of in a book, directory or other publication (`terms.PUBLICATIONS`)."""

    TYPE: ClassVar[str] = "innovation.published"

    kind: Annotated[str, Field("Jenis", terms="publication", example="buku")]
    title: Annotated[str, Field("Judul Terbitan", name="judul", width=44, example="Direktori Inovasi Daerah")]
    volume: Annotated[str | None, Field("Jilid", width=10)] = None
    isbn: Annotated[str | None, Field("ISBN", width=20)] = None
    pages: Annotated[str | None, Field("Halaman", name="halaman terbitan", width=12)] = None
    issuer: Annotated[str | None, Field("Penerbit", help=NO_NAMES, width=28)] = None


class PropertyRecorded(Body, frozen=True, kw_only=True):
    """A right of intellectual property is registered (`terms.PROPERTIES`)."""

    TYPE: ClassVar[str] = "innovation.property_recorded"

    kind: Annotated[str, Field("Jenis", terms="property", example="hak cipta")]
    number: Annotated[str, Field("Nomor", width=24, example="EC002025000001")]
    holder: Annotated[str | None, Field("Pemegang", name="pemegang HAKI", help=NO_NAMES, width=30)] = None
    work: Annotated[str | None, Field("Judul Ciptaan", width=36)] = None


EVENTS: tuple[type[Body], ...] = (Determined, Judged, Recommended, Published, PropertyRecorded)

DETERMINING = ("sk", "perkada", "perda")
"""Kinds of documents that determine an innovation."""


def evolve(state: StreamState, fact: AnyFact) -> Any:
    """The innovation's state after a fact of this file."""
    match fact.body:
        case Determined(document=document):
            return msgspec.structs.replace(state, determined=state.determined | {document})
    return state


def check_integrity(state: StreamState, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case Determined(document=document) if document in state.determined:
            return reason("This document already determines the innovation.")
        case Determined(document=document) if others[document].kind not in DETERMINING:
            return reason("Only a decree or regulation determines an innovation.")
        case Judged(lab=str(lab), ceremony=str(key)) if key not in others[lab].ceremonies:
            return reason("The lab held no ceremony {key}.", key=key)
        case Judged(score=str(score)):
            return no_number(score)
    return None


class Determine(OnInnovation[Determined], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.determine"


class Judge(OnInnovation[Judged], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.judge"


class Recommend(OnInnovation[Recommended], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.recommend"


class Publish(OnInnovation[Published], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.publish"


class RecordProperty(OnInnovation[PropertyRecorded], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.record_property"
