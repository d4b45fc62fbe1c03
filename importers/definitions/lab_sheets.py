"""Sheets of a region, its units and people, and of a lab up to its ideas."""

from __future__ import annotations

from domain import document, idea, lab, person, region, unit, workshop
from importers.definitions import shared_columns as columns
from importers.definitions.column import Column, Sheet

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
        columns.unit("Induk", "parent"),
        columns.date(),
    ),
    "Perangkat daerah, kecamatan, puskesmas, sekolah, BUMD. Unit yang sudah terdaftar dikenali dari namanya.",
    scope="region",
    founds="unit",
)
UNIT_CHANGE = Sheet(
    "Perubahan Unit",
    unit.ChangeUnit,
    (
        columns.unit(required=True),
        Column("Perubahan", "change", "term", group="unit_change", required=True, example="ganti nama"),
        Column("Nama Baru", "name", width=40, example="Dinas Contoh dan Teladan"),
        Column("Nama Singkat Baru", "short", width=24),
        columns.unit("Penerus", "successor"),
        Column("Dasar Hukum", "legal_base", "ref", ref="document", help="Kunci dari lembar Dokumen."),
        columns.date(),
    ),
    "Unit yang berganti nama, digabung, atau ditutup karena susunan organisasi baru. Riwayatnya tetap.",
    scope="region",
    alias={
        ("unit.renamed", "@type"): "change",
        ("unit.merged", "@type"): "change",
        ("unit.closed", "@type"): "change",
        ("unit.merged", "into"): "successor",
    },
    types={"unit.renamed": "renamed", "unit.merged": "merged", "unit.closed": "closed"},
    target="unit",
)
PERSON = Sheet(
    "Orang",
    person.RegisterPerson,
    (
        Column("Nama", "name", personal=True, width=28, example="Nama Contoh"),
        Column("NIP", "civil_number", personal=True, width=24),
        Column("Jabatan", "post", required=True, width=34, example="Kepala Dinas Contoh"),
        columns.unit(),
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
        columns.date(),
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
        columns.date(),
        Column("Tema", "theme", width=30),
        Column("Sasaran", "target_kinds", "terms", group="unit_kind", width=26, example="OPD; Kecamatan"),
        Column("Unit LAN", "facilitator", width=34),
        Column("Selaras Misi", "missions", "missions", help="Kunci dari lembar Misi.", width=20),
        columns.ILLUSTRATIVE,
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
        columns.date("Mulai", "opened_on"),
        columns.date("Selesai", "closed_on"),
        Column("Tidak Dilaksanakan", "not_held", "flag", width=20),
        columns.REASON,
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
    (columns.unit(required=True), columns.date()),
    "Unit yang ikut dalam putaran lab ini.",
)
WORKSHOP = Sheet(
    "Lokakarya",
    workshop.HoldWorkshop,
    (
        Column("Tahap", "stage", "term", group="stage", required=True, example="diagnose"),
        columns.date(),
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
        columns.date(),
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
        columns.date(),
        Column("Latar Belakang", "background", "long", width=50),
        Column("Deskripsi", "description", "long", width=50),
        Column("Tujuan", "aims", "long", width=40),
        Column("Penerima Manfaat", "beneficiaries", "long", width=30),
        Column("Kebaruan", "novelty", "long", width=40),
        Column("Asal Replikasi", "replicates", width=30, help="Daerah atau inovasi yang ditiru."),
        columns.NO_LAB,
        columns.ILLUSTRATIVE,
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
        columns.date(),
        columns.ILLUSTRATIVE,
    ),
    "Beberapa ide menjadi satu ide baru; Kunci baris ini kunci ide baru. Semua pengusul tetap tercatat.",
    founds="idea",
)
SPLIT = Sheet(
    "Pemecahan",
    idea.SplitIdea,
    (
        Column("Ide Asal", "idea", "ref", ref="idea", required=True, width=20, example="IDE-003"),
        Column(
            "Judul Baru",
            "titles",
            "list",
            required=True,
            width=50,
            help="Sedikitnya dua judul, dipisahkan titik koma. Ide barunya dirujuk KUNCI#1, KUNCI#2, dst.",
            example="Antrean daring; Antrean lewat telepon",
        ),
        Column("Alasan", "reason", required=True, width=40, example="dua layanan yang berbeda"),
        columns.date(),
        columns.ILLUSTRATIVE,
    ),
    "Satu ide menjadi beberapa ide baru; pengusulnya tetap tercatat pada masing-masing.",
    founds="idea",
    target="idea",
)
IDEA_END = Sheet(
    "Akhir Ide",
    idea.EndIdea,
    (
        columns.idea(),
        Column("Keputusan", "ending", "term", group="ending", required=True, width=20, example="ditarik"),
        Column("Kode Alasan", "code", "term", group="end_reason", required=True, width=22, example="biaya"),
        columns.REASON,
        Column("Oleh", "decided_by", width=30, help="Jabatan yang memutuskan, tanpa nama orang."),
        columns.date(),
    ),
    "Ide yang ditarik pengusulnya atau tidak dilanjutkan.",
    alias={("idea.withdrawn", "@type"): "ending", ("idea.not_continued", "@type"): "ending"},
    types={"idea.withdrawn": "withdrawn", "idea.not_continued": "not_continued"},
    target="idea",
)
APPROVAL = Sheet(
    "Persetujuan",
    idea.ApproveIdea,
    (
        columns.idea(),
        Column("Oleh", "approved_by", required=True, width=30, example="Bupati"),
        Column("Dokumen", "document", "ref", ref="document", help="Kunci dari lembar Dokumen."),
        columns.date(),
    ),
    "Persetujuan pimpinan atas ide sebelum dirancang.",
    target="idea",
)
