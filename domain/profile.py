"""What an innovation is, told for forms and lists, and what was measured before and after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

import msgspec

from domain import dates
from domain.base import AnyFact, Body, Reason, StreamState, reason
from domain.fields import DATE, KEY_OF_PERSON, Field
from domain.on_innovation import OnInnovation


class ProfileWritten(Body, frozen=True, kw_only=True):
    """Fields of the profile, as the IGA report and the KIPP proposal ask for them."""

    TYPE: ClassVar[str] = "innovation.profile_written"
    VERSION: ClassVar[int] = 2

    initiator: Annotated[str | None, Field("Inisiator", terms="initiator", width=22)] = None
    technology: Annotated[str | None, Field("Jenis Inovasi", terms="technology", width=16)] = None
    form: Annotated[str | None, Field("Bentuk Inovasi", terms="form", width=30)] = None
    affair: Annotated[str | None, Field("Urusan", "affair", help="Urusan pemerintahan utama.", width=30)] = (
        None
    )
    other_affairs: Annotated[
        list[str], Field("Urusan Lain", "affairs", help="Urusan lain yang beririsan.", width=30)
    ] = []
    design: Annotated[
        str | None,
        Field(
            "Rancang Bangun",
            "long",
            help="IGA 1.8: dasar hukum, masalah, isu, pembaruan, keunggulan, tahapan.",
            width=50,
        ),
    ] = None
    aims: Annotated[str | None, Field("Tujuan", "long", help="IGA 1.9.", width=50)] = None
    benefits: Annotated[str | None, Field("Manfaat", "long", help="IGA 1.10.", width=50)] = None
    results: Annotated[
        str | None, Field("Hasil", "long", name="hasil inovasi", help="IGA 1.11.", width=50)
    ] = None
    budget: Annotated[str | None, Field("Anggaran", "long", help="IGA 1.14.", width=50, least=0)] = None
    business_profile: Annotated[str | None, Field("Profil Bisnis", "long", help="IGA 1.15.", width=50)] = None
    summary: Annotated[str | None, Field("Ringkasan", "long", help="KIPP.", width=50)] = None
    background: Annotated[
        str | None, Field("Latar Belakang dan Tujuan", "long", name="latar belakang", help="KIPP.", width=50)
    ] = None
    novelty: Annotated[
        str | None, Field("Kebaruan", "long", help="KIPP: kebaruan atau nilai tambah.", width=50)
    ] = None
    implementation: Annotated[str | None, Field("Implementasi", "long", help="KIPP.", width=50)] = None
    significance: Annotated[
        str | None,
        Field(
            "Signifikansi", "long", help="KIPP: dampak sebelum dan sesudah, dan cara mengukurnya.", width=50
        ),
    ] = None
    replication_done: Annotated[
        str | None,
        Field(
            "Replikasi Terlaksana",
            "long",
            help="KIPP: sudah atau belum direplikasi, dan oleh siapa.",
            width=50,
        ),
    ] = None
    replication_potential: Annotated[
        str | None, Field("Potensi Replikasi", "long", help="KIPP.", width=50)
    ] = None
    resources: Annotated[str | None, Field("Sumber Daya", "long", help="KIPP.", width=50)] = None
    sustainability: Annotated[
        str | None,
        Field("Strategi Keberlanjutan", "long", help="KIPP: institusional, manajerial, sosial.", width=50),
    ] = None
    kipp_category: Annotated[str | None, Field("Kategori KIPP", width=30)] = None
    sdgs: Annotated[
        list[int], Field("SDGs", "sdgs", help="Nomor tujuan 1 sampai {sdgs}, misalnya 8; 9.", width=14)
    ] = []
    video_link: Annotated[
        str | None, Field("Tautan Video", "link", help="Alamat halaman, diawali https://.", width=34)
    ] = None
    initiator_person: Annotated[
        str | None, Field("Nama Inisiator", ref="person", help=f"Siapa inisiatornya. {KEY_OF_PERSON}")
    ] = None
    innovators: Annotated[
        list[str],
        Field(
            "Inovator",
            ref="person",
            help="Seorang atau satu tim: kunci dari lembar Orang, dipisahkan titik koma.",
            width=24,
        ),
    ] = []
    classification: Annotated[str | None, Field("Klasifikasi", terms="classification", width=26)] = None
    coordinates: Annotated[
        str | None,
        Field(
            "Koordinat",
            "coordinates",
            help="Lintang, lalu bujur, misalnya -7,3881; 109,3636. Di peta: klik kanan, salin angkanya.",
            width=24,
        ),
    ] = None
    thematic: Annotated[
        str | None, Field("Tematik", terms="theme", help="Untuk IGA sampai 2024.", width=28)
    ] = None
    asta_cita: Annotated[
        list[int],
        Field("Asta Cita", "goals", name="Asta Cita", help="Nomor cita 1 sampai {asta_cita}.", width=12),
    ] = []
    cluster: Annotated[str | None, Field("Klaster PKPN", terms="cluster", width=30)] = None
    program: Annotated[
        str | None, Field("Program PKPN", help="Program atau subklaster di dalam klasternya.", width=30)
    ] = None
    video_note: Annotated[str | None, Field("Keterangan Video", "long", help="KIPP.", width=34)] = None
    sector: Annotated[str | None, Field("Sektor", help="KIPP.", width=20)] = None


class Noted(Body, frozen=True, kw_only=True):
    """What a list says of the innovation under a heading that no field of its own answers to."""

    TYPE: ClassVar[str] = "innovation.noted"

    heading: Annotated[
        str, Field("Judul Isian", name="judul keterangan", width=26, example="Skor Kematangan 2024")
    ]
    remark: Annotated[str, Field("Isi", "long", name="isi keterangan", width=50, example="87")]


class Measured(Body, frozen=True, kw_only=True):
    """One indicator before and after, as decimal texts; the date of the fact is that of the value after."""

    TYPE: ClassVar[str] = "innovation.measured"
    DATED_BY: ClassVar[str] = "after_on"

    indicator: Annotated[str, Field("Indikator", width=40, example="Lama pelayanan")]
    unit_of_measure: Annotated[str, Field("Satuan", example="menit")]
    before: Annotated[str, Field("Nilai Sebelum", "decimal", example=45)]
    before_on: Annotated[
        str | None,
        DATE.but(label="Tanggal Sebelum"),
    ] = None
    after: Annotated[str, Field("Nilai Sesudah", "decimal", example=12)]
    method: Annotated[str | None, Field("Cara Ukur", name="metode", width=34)] = None
    origin: Annotated[str | None, Field("Sumber", name="asal", width=30)] = None


EVENTS: tuple[type[Body], ...] = (
    ProfileWritten,
    Noted,
    Measured,
)


def evolve(state: StreamState, fact: AnyFact) -> Any:
    """The innovation's state after a fact of this file."""
    match fact.body:
        case ProfileWritten(innovators=innovators) if innovators:
            return msgspec.structs.replace(state, holders=frozenset(innovators))
    return state


def check_integrity(state: StreamState, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case Measured(before_on=before) if dates.certainly_before(fact.occurred, before):
            return reason(
                "The value after ({after_on}) lies before the value before ({before_on}).",
                after_on=dates.Day(fact.occurred),
                before_on=dates.Day(before),
            )
    return None


class WriteProfile(OnInnovation[ProfileWritten], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.write_profile"


class Note(OnInnovation[Noted], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.note"


class Measure(OnInnovation[Measured], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "innovation.measure"

    after_on: Annotated[str | None, DATE.but(label="Tanggal Sesudah")] = None
