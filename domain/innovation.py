"""Innovation: its life from design to evidence. What was done for a list stands here too."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Struct

from domain import plan, recognition, running, support
from domain.base import (
    Body,
)
from domain.fields import (
    DATE,
    DOCUMENT,
    ILLUSTRATIVE,
    KEY_OF_PERSON,
    LAB,
    PLACE,
    UNIT,
    Field,
)

NAME = "innovation"
LINK = Field("Tautan", "link", help="Alamat halaman, diawali https://.", width=30)


class InnovationDesigned(Body, frozen=True, kw_only=True):
    """An innovation began, from an idea or without one, as the work of one unit."""

    TYPE: ClassVar[str] = "innovation.designed"
    FOUNDS: ClassVar[bool] = True
    FIXED: ClassVar[tuple[str, ...]] = ("idea",)

    lab: Annotated[str | None, LAB] = None
    idea: Annotated[
        str | None,
        Field(
            "Ide",
            name="ide asal",
            ref="idea",
            help="Kunci ide asalnya dari lembar Ide atau Penggabungan; kosong bila tanpa ide.",
            example="IDE-001",
        ),
    ] = None
    title: Annotated[str, Field("Judul", width=50, example="Layanan Tanpa Antre")]
    acronym: Annotated[str | None, Field("Akronim", width=20, example="LATARE")] = None
    unit: Annotated[str, UNIT]
    illustrative: Annotated[bool, ILLUSTRATIVE] = False


class InnovationRenamed(Body, frozen=True, kw_only=True):
    """From its date on the innovation bears another title or acronym; the former stay searchable."""

    TYPE: ClassVar[str] = "innovation.renamed"

    title: Annotated[str, Field("Judul Baru", name="judul", width=50, example="Layanan Tanpa Antre Daring")]
    acronym: Annotated[str | None, Field("Akronim Baru", name="akronim")] = None
    reason: Annotated[str, Field("Alasan", width=40, example="cakupannya diperluas")]


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


class Trialled(Body, frozen=True, kw_only=True):
    """A trial (uji coba) was held on the days of the fact."""

    TYPE: ClassVar[str] = "innovation.trialled"

    place: Annotated[str | None, PLACE] = None
    result: Annotated[str | None, Field("Hasil", "long", width=50)] = None


class Implemented(Body, frozen=True, kw_only=True):
    """Implementation (penerapan) began, with its legal base where there is one."""

    TYPE: ClassVar[str] = "innovation.implemented"

    legal_base: Annotated[str | None, DOCUMENT.but(label="Dasar Hukum")] = None
    note: Annotated[str | None, Field("Keterangan", width=44)] = None


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


class Launched(Body, frozen=True, kw_only=True):
    """The innovation was launched, alone or at a launching of a lab."""

    TYPE: ClassVar[str] = "innovation.launched"

    lab: Annotated[str | None, LAB] = None
    ceremony: Annotated[
        str | None, Field("Acara", "ceremony", help="Kunci dari lembar Acara.", example="ACR-01")
    ] = None


class Displayed(Body, frozen=True, kw_only=True):
    """The innovation was shown at an exhibition."""

    TYPE: ClassVar[str] = "innovation.displayed"

    lab: Annotated[str | None, LAB] = None
    ceremony: Annotated[
        str | None, Field("Acara", "ceremony", help="Kunci dari lembar Acara.", example="ACR-02")
    ] = None
    booth: Annotated[str | None, Field("Stan")] = None


class AgreementCovered(Body, frozen=True, kw_only=True):
    """An agreement that covers this innovation was signed."""

    TYPE: ClassVar[str] = "innovation.agreement_signed"
    FIXED: ClassVar[tuple[str, ...]] = ("agreement",)

    agreement: Annotated[str, Field("Perjanjian", ref="agreement")]


class AwardReceived(Body, frozen=True, kw_only=True):
    """The innovation received an award."""

    TYPE: ClassVar[str] = "innovation.awarded"
    FIXED: ClassVar[tuple[str, ...]] = ("award",)

    award: Annotated[str, Field("Penghargaan", ref="award")]


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


class VerdictRecorded(Body, frozen=True, kw_only=True):
    """What Jejak said about the innovation and an award: by which rulebook, at which position, of which day.

    `findings` names the outcome of every rule; `maturity` is a decimal text where the award has one.
    """

    TYPE: ClassVar[str] = "innovation.verdict_recorded"

    award: Annotated[str, Field("Penghargaan")]
    year: Annotated[int, Field("Tahun")]
    group: Annotated[str | None, Field("Kelompok lomba")] = None
    rulebook: Annotated[str, Field("Aturan penilaian")]
    sha256: Annotated[str, Field("Sidik aturan", "file")]
    position: Annotated[int, Field("Posisi")]
    day: Annotated[str, Field("Hari")]
    as_of: Annotated[str | None, Field("Keadaan per tanggal")] = None
    outcome: Annotated[str, Field("Penilaian syarat", terms="verdict")]
    findings: Annotated[dict[str, str], Field("Hasil setiap aturan")]
    maturity: Annotated[str | None, Field("Kematangan")] = None


EVENTS: tuple[type[Body], ...] = (
    InnovationDesigned,
    InnovationRenamed,
    ProfileWritten,
    Trialled,
    Implemented,
    Noted,
    Measured,
    Launched,
    Displayed,
    AgreementCovered,
    AwardReceived,
    EvidenceAttached,
    EvidenceSuperseded,
    LinkChecked,
    VerdictRecorded,
    *support.EVENTS,
    *plan.EVENTS,
    *running.EVENTS,
    *recognition.EVENTS,
)


class Cited(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a verification looked at: a piece of evidence by its version, or a document, as it then was."""

    evidence: int | None = None
    document: str | None = None
    file: str | None = None
    link: str | None = None
    number: str | None = None
    date: str | None = None
