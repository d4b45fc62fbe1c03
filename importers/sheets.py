"""The sheets of a workbook, in the order in which their facts are recorded: what is referred to first."""

from __future__ import annotations

from domain import agreement, document, idea, lab, person, region, unit, workshop
from domain import innovation_actions as innovation
from importers.columns import Column, Sheet
from importers.profile import PROFILE

DATE_HELP = (
    "Tanggal setepat sumbernya: 15 Desember 2022, Desember 2022, atau 2022. Selang: 12-13 Oktober 2022."
    " Kosongkan bila tidak diketahui."
)


def _date(label: str = "Tanggal", name: str = "occurred", **options: object) -> Column:
    return Column(label, name, "date", help=DATE_HELP, width=16, **options)  # type: ignore[arg-type]


def _innovation() -> Column:
    note = "Kunci inovasi dari lembar Inovasi, atau kodenya (misalnya 3303-0147)."
    return Column(
        "Inovasi", "innovation", "ref", ref="innovation", required=True, help=note, example="INO-001"
    )


def _idea() -> Column:
    note = "Kunci ide dari lembar Ide atau Penggabungan, atau kodenya (misalnya 3303-I0031)."
    return Column("Ide", "idea", "ref", ref="idea", required=True, help=note, example="IDE-001")


def _unit(label: str = "Unit", name: str = "unit", *, required: bool = False) -> Column:
    note = "Nama singkat unit seperti di lembar Unit."
    return Column(
        label, name, "ref", ref="unit", required=required, help=note, width=28, example="Dinas Contoh"
    )


ILLUSTRATIVE = Column(
    "Ilustrasi", "illustrative", "flag", help="Isi ya bila baris ini contoh, bukan kejadian nyata.", width=10
)
REASON = Column("Alasan", "reason", help="Mengapa demikian.", width=40)

MISSION = Sheet(
    "Misi",
    region.RecordMission,
    (
        Column("Dokumen Perencanaan", "plan", required=True, width=26, example="RPJMD 2021-2026"),
        Column("Nomor Misi", "number", "number", required=True, example=1),
        Column("Uraian", "text", width=60),
    ),
    "Misi dalam dokumen perencanaan daerah yang dirujuk oleh lab.",
    scope="region",
)
UNIT = Sheet(
    "Unit",
    unit.RegisterUnit,
    (
        Column("Jenis", "kind", "term", group="unit_kind", required=True, example="OPD"),
        Column("Nama", "name", required=True, width=44, example="Dinas Contoh Kabupaten"),
        Column("Nama Singkat", "short", width=24, example="Dinas Contoh"),
        _unit("Induk", "parent"),
        _date(),
    ),
    "Perangkat daerah, kecamatan, puskesmas, sekolah, BUMD. Unit yang sudah terdaftar dikenali dari namanya.",
    scope="region",
    founds="unit",
)
PERSON = Sheet(
    "Orang",
    person.RegisterPerson,
    (
        Column("Nama", "name", personal=True, width=28, example="Nama Contoh"),
        Column("NIP", "civil_number", personal=True, width=24),
        Column("Jabatan", "post", required=True, width=34, example="Kepala Dinas Contoh"),
        _unit(),
        Column("Instansi", "institution", width=28, help="Bila di luar pemerintah daerah ini."),
        Column("Telepon", "phone", personal=True, width=18),
        Column("Surel", "email", personal=True, width=26),
    ),
    "Nama, NIP, telepon dan surel disimpan terpisah dan tidak pernah masuk ke rekam jejak.",
    scope="region",
    founds="person",
)
DOCUMENT = Sheet(
    "Dokumen",
    document.RegisterDocument,
    (
        Column("Jenis", "kind", "term", group="document", required=True, example="SK"),
        Column("Nomor", "number", width=24, example="188.4/001 Tahun 2022"),
        _date(),
        Column("Perihal", "subject", required=True, width=50, example="Tim Laboratorium Inovasi"),
        Column("Penerbit", "issuer", width=28, example="Bupati"),
        Column("Tautan", "link", width=30),
    ),
    "SK, peraturan, MoU, laporan: dicatat sekali, dirujuk dari mana saja.",
    scope="region",
    founds="document",
)
LAB = Sheet(
    "Lab",
    lab.OpenLab,
    (
        Column("Nama", "name", required=True, width=44, example="Laboratorium Inovasi Putaran I"),
        Column("Putaran", "round", "number", help="Putaran atau jilid ke berapa.", example=1),
        Column(
            "Cara Pencatatan",
            "mode",
            "term",
            group="lab_mode",
            required=True,
            help="langsung: dicatat selagi berjalan, urutan proses dijaga. rekonstruksi: dicatat kemudian.",
            example="langsung",
        ),
        _date(),
        Column("Tema", "theme", width=30),
        Column("Sasaran", "target_kinds", "terms", group="unit_kind", width=26, example="OPD; Kecamatan"),
        Column("Unit LAN", "facilitator", width=34),
        Column("Selaras Misi", "missions", "missions", help="Kunci dari lembar Misi.", width=20),
        ILLUSTRATIVE,
    ),
    "Satu baris satu putaran lab. Kunci menjadi namanya yang tetap, misalnya purbalingga-2022.",
    scope="region",
    founds="lab",
    key_field="slug",
    example_key="contoh-2022",
)
STAGE = Sheet(
    "Tahap",
    lab.HoldStage,
    (
        Column("Tahap", "stage", "term", group="stage", required=True, example="drum up"),
        Column("Nama Setempat", "local_name", width=28, example="Tahap I"),
        _date("Mulai", "opened_on"),
        _date("Selesai", "closed_on"),
        Column("Tidak Dilaksanakan", "not_held", "flag", width=20),
        REASON,
    ),
    "Tahap lab menurut LAN, dengan nama setempatnya. Tahap yang tidak dilaksanakan diberi alasan.",
    alias={
        ("lab.stage_opened", "occurred"): "opened_on",
        ("lab.stage_closed", "occurred"): "closed_on",
        ("lab.stage_not_held", "@type"): "not_held",
    },
    types={"lab.stage_not_held": True},
    later={"closed_on": lab.CloseStage},
)
PARTICIPANT = Sheet(
    "Peserta",
    lab.JoinLab,
    (_unit(required=True), _date()),
    "Unit yang ikut dalam putaran lab ini.",
)
WORKSHOP = Sheet(
    "Lokakarya",
    workshop.HoldWorkshop,
    (
        Column("Tahap", "stage", "term", group="stage", required=True, example="diagnose"),
        _date(),
        Column("Tempat", "place", width=30),
        Column("Cara", "mode", "term", group="workshop_mode"),
        Column("Narasumber", "speakers", "refs", ref="person", help="Kunci dari lembar Orang.", width=24),
        Column("Kehadiran", "attendance", width=44, help="Siapa yang hadir, tanpa nama orang."),
    ),
    "Satu baris satu hari lokakarya.",
    founds="workshop",
)
CEREMONY = Sheet(
    "Acara",
    lab.HoldCeremony,
    (
        Column("Jenis", "ceremony", "term", group="ceremony", required=True, example="peluncuran"),
        Column("Nama", "name", required=True, width=34, example="Peluncuran Inovasi Daerah"),
        _date(),
        Column("Tempat", "place", width=30),
        Column("Penanda", "marker", help="Misalnya gong atau sirene."),
        Column("Dipimpin Oleh", "led_by", "ref", ref="person", help="Kunci dari lembar Orang."),
    ),
    "Peluncuran dan pameran; inovasinya didaftar di lembar Peluncuran dan Pameran.",
    key_field="key",
    alias={("lab.launching_held", "@type"): "ceremony", ("lab.display_held", "@type"): "ceremony"},
    types={"lab.launching_held": "launching", "lab.display_held": "display"},
)
IDEA = Sheet(
    "Ide",
    idea.ProposeIdea,
    (
        Column("Judul", "title", required=True, width=50, example="Antrean tanpa antre di loket"),
        Column("Jenis Usulan", "proposal", "term", group="proposal", required=True, example="ide baru"),
        Column("Unit", "units", "refs", ref="unit", required=True, width=26, example="Dinas Contoh"),
        Column(
            "Pengusul", "proposers", "refs", ref="person", help="Kunci dari lembar Orang; boleh beberapa."
        ),
        _date(),
        Column("Latar Belakang", "background", "long", width=50),
        Column("Deskripsi", "description", "long", width=50),
        Column("Tujuan", "aims", "long", width=40),
        Column("Penerima Manfaat", "beneficiaries", "long", width=30),
        Column("Kebaruan", "novelty", "long", width=40),
        Column("Asal Replikasi", "replicates", width=30, help="Daerah atau inovasi yang ditiru."),
        ILLUSTRATIVE,
    ),
    "Satu baris satu ide seperti diusulkan dalam lab.",
    founds="idea",
)
MERGE = Sheet(
    "Penggabungan",
    idea.MergeIdeas,
    (
        Column(
            "Ide Sumber", "sources", "refs", ref="idea", required=True, width=30, example="IDE-001; IDE-002"
        ),
        Column("Judul Baru", "title", required=True, width=50, example="Layanan tanpa antre"),
        Column("Alasan", "reason", required=True, width=40, example="agar pelaksanaannya lebih fokus"),
        Column("Persetujuan Pengusul", "consent", width=36),
        _date(),
        ILLUSTRATIVE,
    ),
    "Beberapa ide menjadi satu ide baru; Kunci baris ini kunci ide baru. Semua pengusul tetap tercatat.",
    founds="idea",
)
IDEA_END = Sheet(
    "Akhir Ide",
    idea.EndIdea,
    (
        _idea(),
        Column("Keputusan", "ending", "term", group="ending", required=True, width=20, example="ditarik"),
        Column("Kode Alasan", "code", "term", group="end_reason", required=True, width=22, example="biaya"),
        REASON,
        Column("Oleh", "decided_by", width=30, help="Jabatan yang memutuskan, tanpa nama orang."),
        _date(),
    ),
    "Ide yang ditarik pengusulnya atau tidak dilanjutkan.",
    alias={("idea.withdrawn", "@type"): "ending", ("idea.not_continued", "@type"): "ending"},
    types={"idea.withdrawn": "withdrawn", "idea.not_continued": "not_continued"},
)
APPROVAL = Sheet(
    "Persetujuan",
    idea.ApproveIdea,
    (
        _idea(),
        Column("Oleh", "approved_by", required=True, width=30, example="Bupati"),
        Column("Dokumen", "document", "ref", ref="document", help="Kunci dari lembar Dokumen."),
        _date(),
    ),
    "Persetujuan pimpinan atas ide sebelum dirancang.",
)
INNOVATION = Sheet(
    "Inovasi",
    innovation.DesignInnovation,
    (
        Column(
            "Ide",
            "idea",
            "ref",
            ref="idea",
            help="Kunci ide asalnya dari lembar Ide atau Penggabungan; kosong bila tanpa ide.",
            example="IDE-001",
        ),
        Column("Judul", "title", required=True, width=50, example="Layanan Tanpa Antre"),
        Column("Akronim", "acronym", width=20, example="LATARE"),
        _unit(required=True),
        _date(),
        ILLUSTRATIVE,
    ),
    "Satu baris satu inovasi yang dirancang.",
    founds="innovation",
    alias={("innovation.designed", "idea"): "idea"},
)
RENAME = Sheet(
    "Ganti Nama",
    innovation.RenameInnovation,
    (
        _innovation(),
        Column("Judul Baru", "title", required=True, width=50, example="Layanan Tanpa Antre Daring"),
        Column("Akronim Baru", "acronym"),
        Column("Alasan", "reason", required=True, width=40, example="cakupannya diperluas"),
        _date(),
    ),
    "Nama lama tetap dapat dicari.",
)
PROFILE_SHEET = Sheet(
    "Profil",
    innovation.WriteProfile,
    (_innovation(), _date(), *PROFILE),
    "Isian laporan IGA dan proposal KIPP. Boleh dilengkapi bertahap: isi sel yang kosong, lalu impor lagi.",
    later={column.field: innovation.WriteProfile for column in PROFILE},
)
PLAN = Sheet(
    "Rencana Aksi",
    innovation.SetPlanStep,
    (
        _innovation(),
        Column("Versi", "plan", "number", required=True, example=1, width=8),
        Column("Nomor", "number", "number", required=True, example=1, width=8),
        Column("Kelompok", "phase", "term", group="plan_phase", required=True, example="persiapan"),
        Column("Kegiatan", "activity", required=True, width=44, example="Menyusun SOP"),
        Column("Pelaksana", "executor", width=28, help="Jabatan atau unit, tanpa nama orang."),
        Column("Keluaran", "output", width=32),
        Column("Metode", "method", width=24),
        _date("Mulai", "begins"),
        _date("Selesai", "ends"),
        _date(),
    ),
    "Satu baris satu langkah rencana aksi.",
)
TRIAL = Sheet(
    "Uji Coba",
    innovation.Try,
    (
        _innovation(),
        _date(),
        Column("Tempat", "place", width=30),
        Column("Hasil", "result", "long", width=50),
    ),
    "Uji coba inovasi.",
)
IMPLEMENTATION = Sheet(
    "Penerapan",
    innovation.Implement,
    (
        _innovation(),
        _date(),
        Column("Dasar Hukum", "legal_base", "ref", ref="document", help="Kunci dari lembar Dokumen."),
        Column("Keterangan", "note", width=44),
    ),
    "Kapan inovasi mulai diterapkan.",
)
MONITORING = Sheet(
    "Monitoring",
    innovation.Monitor,
    (
        _innovation(),
        _date(),
        Column("Cara", "mode", "term", group="monitoring_mode", required=True, example="langsung"),
        Column("Pemantau", "monitor", width=30, help="Jabatan atau unit, tanpa nama orang."),
        Column("Temuan", "finding", "long", required=True, width=50, example="Loket sudah berjalan"),
        Column("Tindak Lanjut", "follow_up", "long", width=40),
    ),
    "Hasil pemantauan.",
)
MEASUREMENT = Sheet(
    "Pengukuran",
    innovation.Measure,
    (
        _innovation(),
        Column("Indikator", "indicator", required=True, width=40, example="Lama pelayanan"),
        Column("Satuan", "unit_of_measure", required=True, example="menit"),
        Column("Nilai Sebelum", "before", "decimal", required=True, example=45),
        _date("Tanggal Sebelum", "before_on"),
        Column("Nilai Sesudah", "after", "decimal", required=True, example=12),
        _date("Tanggal Sesudah", "after_on"),
        Column("Cara Ukur", "method", width=34),
        Column("Sumber", "origin", width=30),
    ),
    "Indikator sebelum dan sesudah inovasi.",
    alias={("innovation.measured", "occurred"): "after_on"},
)
AGREEMENT = Sheet(
    "Perjanjian",
    agreement.SignAgreement,
    (
        Column("Jenis", "kind", "term", group="agreement", required=True, width=28, example="komitmen"),
        Column("Nomor", "number", width=22),
        Column("Judul", "title", required=True, width=50, example="Komitmen Pengembangan Inovasi Daerah"),
        _date(),
        Column("Tempat", "place", width=28),
        Column("Media", "medium", "term", group="medium"),
        Column("Inovasi", "innovations", "refs", ref="innovation", width=30, help="Inovasi yang dicakup."),
        Column("Versi Rencana", "plan", "number"),
        ILLUSTRATIVE,
    ),
    "Komitmen lab dan perjanjian kinerja inovasi.",
    founds="agreement",
)
SIGNATURE = Sheet(
    "Penanda Tangan",
    agreement.RecordSignature,
    (
        Column("Perjanjian", "agreement", "ref", ref="agreement", required=True, example="PKI-001"),
        Column("Orang", "person", "ref", ref="person", required=True, example="ORG-01"),
        Column("Peran", "role", "term", group="role", required=True, example="pihak pertama"),
        Column("Kapasitas", "capacity", "term", group="capacity", example="definitif"),
        Column(
            "Mewakili", "representing", width=30, help="Isi bila menandatangani hanya sebagai perwakilan."
        ),
    ),
    "Siapa menandatangani, sebagai apa.",
)
LAUNCH = Sheet(
    "Peluncuran",
    innovation.Launch,
    (
        _innovation(),
        Column("Acara", "ceremony", "ceremony", help="Kunci dari lembar Acara.", example="ACR-01"),
        _date(),
    ),
    "Satu baris satu inovasi yang diluncurkan.",
)
DISPLAY = Sheet(
    "Pameran",
    innovation.Display,
    (
        _innovation(),
        Column("Acara", "ceremony", "ceremony", help="Kunci dari lembar Acara.", example="ACR-02"),
        _date(),
        Column("Stan", "booth"),
    ),
    "Satu baris satu inovasi yang dipamerkan.",
)
EVIDENCE = Sheet(
    "Bukti",
    innovation.AttachEvidence,
    (
        _innovation(),
        Column("Jenis", "kind", "term", group="evidence", required=True, width=22, example="SK"),
        Column("Nomor", "number", width=24),
        _date(),
        Column("Perihal", "subject", required=True, width=50, example="Penetapan inovasi daerah"),
        Column("Indikator IGA", "iga", "indicators", width=16, help="Nomor indikator IGA: 16 sampai 35."),
        Column("Bagian KIPP", "kipp", "terms", group="kipp_section", width=30),
        Column("Berkas", "file", "file", width=30, help="Letak berkas, dihitung dari folder workbook ini."),
        Column("Tautan", "link", width=30),
        Column("Halaman", "page", width=12),
        Column("Data Pribadi", "personal_data", "flag", help="Isi ya bila memuat data pribadi."),
    ),
    "Bukti dukung; berkas disimpan menurut sidik jarinya dan tidak pernah ditimpa.",
)
FIGURE = Sheet(
    "Angka",
    region.PublishFigure,
    (
        Column("Ukuran", "measure", "measure", required=True, width=22, example="inovasi diluncurkan"),
        Column("Jenis Unit", "unit_kinds", "terms", group="unit_kind", width=22),
        _unit(),
        Column("Nilai", "value", "number", required=True, example=176),
        Column("Uraian", "label", width=40),
        Column("Sumber", "publisher", required=True, width=44, example="Berita pemerintah daerah"),
        _date(),
        Column("Lab", "lab", "ref", ref="lab", help="Kunci lab; kosong bila tentang daerah."),
    ),
    "Angka yang pernah diumumkan, untuk dibandingkan dengan hasil hitungan Jejak.",
    scope="region",
)

SHEETS = (
    MISSION,
    UNIT,
    PERSON,
    DOCUMENT,
    LAB,
    STAGE,
    PARTICIPANT,
    WORKSHOP,
    CEREMONY,
    IDEA,
    MERGE,
    IDEA_END,
    APPROVAL,
    INNOVATION,
    RENAME,
    PROFILE_SHEET,
    PLAN,
    TRIAL,
    IMPLEMENTATION,
    MONITORING,
    MEASUREMENT,
    AGREEMENT,
    SIGNATURE,
    LAUNCH,
    DISPLAY,
    EVIDENCE,
    FIGURE,
)
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
FOUNDING = {
    kind: tuple(sheet.name for sheet in SHEETS if sheet.founds == kind)
    for kind in {sheet.founds for sheet in SHEETS if sheet.founds}
}
"""Kind of stream to the sheets whose rows found it."""
