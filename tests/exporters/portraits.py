"""Sample innovations as plain data: one complete, one almost empty, one hostile. All of it is invented."""

import hashlib
from typing import Any

from msgspec import convert, to_builtins

from exporters.dossier.award_form import AnyForm, read_form
from exporters.dossier.build import build
from exporters.dossier.model import Dossier
from projections.queries.detail_types import InnovationDetail
from schemas import loader

INSTANT = "2026-11-20T03:15:00.000000Z"
SENTENCES = (
    "Pasar rakyat di kabupaten ini dipakai berdagang oleh ribuan pedagang kecil setiap hari.",
    "Sebelum inovasi, retribusi dicatat pada karcis kertas dan direkap sekali dalam seminggu.",
    "Selisih antara karcis yang keluar dan uang yang disetor baru diketahui pada akhir bulan.",
    "Pedagang tidak mempunyai bukti bayar yang dapat diperiksa kembali bila karcisnya hilang.",
    "Petugas pasar memerlukan dua hari kerja untuk menyusun rekapitulasi dari dua belas pasar.",
    "Inovasi ini mengganti karcis dengan kartu berkode yang dibaca oleh telepon genggam petugas.",
    "Setiap pembayaran langsung tercatat dengan nama pasar, nomor los, tanggal, dan jumlahnya.",
    "Kepala pasar melihat setoran hari itu pada layar yang sama dengan yang dilihat dinas.",
    "Data disimpan di pusat data daerah dan dicadangkan setiap malam oleh petugas yang ditunjuk.",
    "Aturan pelaksanaannya ditetapkan dalam peraturan bupati tentang retribusi pelayanan pasar.",
    "Tahap pertama dilaksanakan di dua pasar yang jaringannya sudah baik dan petugasnya siap.",
    "Tahap kedua menjangkau seluruh pasar setelah panduan diperbaiki menurut masukan pedagang.",
    "Pelatihan diberikan kepada petugas pemungut, kepala pasar, dan perwakilan paguyuban pedagang.",
    "Pengaduan diterima melalui loket, telepon, dan pesan singkat, lalu dijawab dalam satu hari kerja.",
    "Hasilnya dipantau setiap bulan oleh dinas bersama badan perencanaan dan inspektorat daerah.",
    "Kendala jaringan diatasi dengan pencatatan luring yang tersambung kembali saat sinyal ada.",
    "Biaya tahunan mencakup sewa jaringan, pemeliharaan perangkat, dan pencetakan kartu pengganti.",
    "Kabupaten tetangga telah mempelajari alur kerja ini dan meminta contoh panduan teknisnya.",
    "Pedagang perempuan merupakan bagian terbesar dari penerima manfaat layanan pembayaran ini.",
    "Keberlanjutan dijaga oleh peraturan, anggaran rutin, dan petugas yang terlatih di tiap pasar.",
)


def text(words: int, start: int = 0) -> str:
    """A text of exactly that many words in paragraphs of five sentences."""
    out: list[str] = []
    paragraph: list[str] = []
    turn = start
    while sum(len(part.split()) for part in [*out, *paragraph]) < words:
        paragraph.append(SENTENCES[turn % len(SENTENCES)])
        turn += 1
        if len(paragraph) == 5:
            out.append(" ".join(paragraph))
            paragraph = []
    pieces = "\n".join([*out, " ".join(paragraph)]).strip().split(" ")
    while len(" ".join(pieces).split()) > words:
        pieces.pop()
    return " ".join(pieces)


def form(award: str, year: int, group: str | None = None) -> AnyForm:
    """The form of an edition that the package has."""
    raw = loader.rulebook_bytes("-".join(str(part) for part in (award, year, group) if part))
    return read_form(raw, award, hashlib.sha256(raw).hexdigest())


def dossier_of(portrait: dict[str, Any], asked: AnyForm) -> Dossier:
    """The dossier of an innovation given as plain data."""
    return build(convert(portrait, InnovationDetail), asked)


def plain_dossier(portrait: dict[str, Any], asked: AnyForm) -> dict[str, Any]:
    """The same as its JSON file holds it."""
    plain: dict[str, Any] = to_builtins(dossier_of(portrait, asked))
    return plain


def source(event: int, sheet: str | None = "Profil", cell: str | None = "F12") -> dict[str, Any]:
    """One provenance entry of an event."""
    return {
        "event": event,
        "occurred": "2023-03-02",
        "recorded_at": INSTANT,
        "sheet": sheet,
        "cell": cell,
        "file": "5f" * 32 if sheet else None,
        "actor": "3303/person/000001",
        "actor_post": "Analis Kebijakan Ahli Muda",
    }


def value(raw: Any, event: int, sheet: str | None = "Profil", cell: str | None = "F12") -> dict[str, Any]:
    """A Value with one source."""
    return {"value": raw, "sources": [source(event, sheet, cell)]}


def evidence(kind: str, subject: str, event: int, **more: Any) -> dict[str, Any]:
    """A piece of evidence of a sheet row."""
    entry: dict[str, Any] = {
        "kind": kind,
        "number": None,
        "date": None,
        "subject": subject,
        "iga": [],
        "kipp": [],
        "file": None,
    }
    entry |= {
        "link": None,
        "page": None,
        "personal_data": False,
        "sources": [source(event, "Bukti", f"A{event - 800}")],
    }
    return entry | more


def almost_empty() -> dict[str, Any]:
    """An innovation of which only the title and the unit are known; no lab."""
    return {
        "code": "3303-0148",
        "stream": "3303/innovation/000148",
        "illustrative": False,
        "position": 7,
        "spoken_day": "2026-11-22",
        "known_at": None,
        "as_of": None,
        "time_zone": "Asia/Jakarta",
        "region": {"code": "33.03", "name": "Kabupaten Purbalingga"},
        "lab": None,
        "fields": {
            "title": value("Sapa Desa", 6, None, None),
            "unit": value("Kecamatan Contoh", 6, None, None),
        },
        "former_titles": [],
        "persons": {},
        "legal_base": None,
        "measurements": [],
        "evidence": [],
        "plan": [],
        "monitoring": [],
        "trials": [],
        "notes": [],
        "agreements": [],
        "ideas": [],
        "missing_records": ["approval", "agreement"],
    }


SHORT_FIELDS: dict[str, Any] = {
    "technology": "digital",
    "initiator": "perangkat daerah",
    "form": "pelayanan publik",
    "affair": "Perdagangan",
    "other_affairs": ["Keuangan", "Komunikasi & Informatika"],
    "kipp_category": "Tata kelola pemerintahan",
    "sdgs": [8, 9, 16],
    "video_link": "https://video.example/simpel-pasar",
}
LONG_FIELDS = {
    "design": 412,
    "aims": 90,
    "benefits": 120,
    "results": 150,
    "budget": 24,
    "business_profile": 40,
    "summary": 180,
    "background": 290,
    "novelty": 200,
    "implementation": 175,
    "significance": 560,
    "replication_done": 60,
    "replication_potential": 190,
    "resources": 160,
    "sustainability": 480,
}
INDICATORS = (
    ("regulation", "perkada", "31 Tahun 2022", "Retribusi Pelayanan Pasar secara Elektronik"),
    ("personnel", "sk", "188.4/101/2023", "Tim Pelaksana Retribusi Elektronik beserta perannya"),
    ("budget_support", "budget_document", None, "Baris belanja retribusi elektronik pada DPA 2023"),
    ("work_tools", "screenshot", None, "Halaman setoran harian"),
    ("training", "assignment_letter", "090/17/2023", "Bimbingan teknis petugas pemungut"),
    ("planning_integration", "planning_document", None, "RKPD 2023 halaman program pasar"),
    (
        "actors",
        "cooperation_agreement",
        "415.4/8/2023",
        "Kerja sama dengan bank daerah dan paguyuban pedagang",
    ),
    ("executors", "sk", "188.4/102/2023", "Pelaksana inovasi daerah"),
    ("network", "sk", "188.4/103/2023", "Jejaring lima perangkat daerah"),
    ("dissemination", "news", None, "Pedagang pasar kini membayar dengan kartu"),
    ("technical_guide", "other", None, "Pedoman teknis daring"),
    ("information_access", "screenshot", None, "Layanan informasi lewat media sosial"),
    ("process_ease", "sop", "067/5/2023", "SOP pembayaran retribusi"),
    ("complaints", "report", None, "Rekapitulasi pengaduan dan penyelesaiannya"),
    ("integrated_service", "screenshot", None, "Beranda layanan terpadu"),
    ("replication", "statement_letter", "500/21/2024", "Replikasi oleh kabupaten tetangga"),
    ("creation_speed", "report", None, "Tahap penciptaan selama empat bulan"),
    ("usefulness", "report", None, "Daftar pedagang penerima kartu"),
    ("monitoring_evaluation", "report", None, "Survei Kepuasan Masyarakat 2024"),
    ("video", "video", None, "Video inovasi"),
)
KIPP_PARTS = (
    "background",
    "novelty",
    "implementation",
    "significance",
    "replication_done",
    "replication_potential",
    "resources",
    "sustainability",
    "letter_implementation",
    "letter_identity",
    "letter_replication",
    "form_spbe",
)


def _complete_fields() -> dict[str, Any]:
    columns = "EFGHIJKLMNOPQRSTUVWXYZ"
    fields = {
        key: value(raw, 811, "Profil", f"{columns[n]}12") for n, (key, raw) in enumerate(SHORT_FIELDS.items())
    }
    for turn, (key, words) in enumerate(LONG_FIELDS.items()):
        fields[key] = value(text(words, turn * 3), 812, "Profil", f"A{columns[turn]}12")
    return fields | {
        "title": value("Sistem Pembayaran Elektronik Retribusi Pasar", 640, "Inovasi", "C31"),
        "acronym": value("SIMPEL PASAR", 640, "Inovasi", "D31"),
        "unit": value("Dinas Perindustrian dan Perdagangan", 640, "Inovasi", "E31"),
        "stage": {
            "value": "implemented",
            "sources": [source(702, "Uji Coba", "A4"), source(703, "Penerapan", "A4")],
        },
        "trialled_on": value("2022-10-12/2022-10-13", 702, "Uji Coba", "C4"),
        "implemented_on": value("2023-03", 703, "Penerapan", "C4"),
    }


def _complete_evidence() -> list[dict[str, Any]]:
    entries = [
        evidence(
            kind, subject, 801 + turn, number=number, date="2023-03-02", iga=[ident], file=f"{turn:02x}" * 32
        )
        for turn, (ident, kind, number, subject) in enumerate(INDICATORS)
    ]
    entries[17]["personal_data"] = True
    entries[19] |= {"file": None, "link": "https://video.example/simpel-pasar"}
    for turn, part in enumerate(KIPP_PARTS):
        kind = "statement_letter" if part.startswith("letter") else "report"
        number = f"500/{turn + 30}/2023"
        entries.append(
            evidence(
                kind,
                f"Lampiran {turn + 1}",
                830 + turn,
                number=number,
                kipp=[part],
                page="3–5",
                file=f"{turn:064x}",
                name=f"lampiran {turn + 1}.pdf",
            )
        )
    return entries


def _measured(indicator: str, unit: str, before: str | None, after: str | None) -> dict[str, Any]:
    return {
        "indicator": indicator,
        "unit": unit,
        "before": before,
        "before_on": "2021",
        "after": after,
        "after_on": "2023-12",
        "method": "Rekapitulasi setoran bulanan",
        "source": "Laporan keuangan dinas",
        "sources": [source(860, "Pengukuran", "B3")],
    }


def complete() -> dict[str, Any]:
    """An innovation of which everything is recorded; illustrative, in a reconstructed lab."""
    lab = {"slug": "purbalingga-2022", "name": "Laboratorium Inovasi Purbalingga 2022", "round": 1}
    return almost_empty() | {
        "code": "3303-0147",
        "stream": "3303/innovation/000147",
        "illustrative": True,
        "position": 1204,
        "lab": lab | {"mode": "reconstructed", "illustrative": True},
        "fields": _complete_fields(),
        "persons": {},
        "former_titles": [value("Retribusi Pasar Tanpa Karcis", 640, "Ganti Nama", "C2")],
        "legal_base": value(
            "Perkada 31 Tahun 2022 tentang Retribusi Pelayanan Pasar", 703, "Penerapan", "E4"
        ),
        "measurements": [
            _measured("Lama penyusunan rekapitulasi", "hari", "2", "0.25"),
            _measured("Setoran retribusi setahun", "rupiah", "1234567890.5", "1987654321"),
        ],
        "evidence": _complete_evidence(),
        "missing_records": [],
    }


HOSTILE = (
    "<w:p>&amp; {{ 7*7 }} {% for x in y %} {_{ }_} {_% %_} "
    "\u202e\u200fعكس\u202c 🎉 \x07\x0c\x00\ufffe ]]> <!-- \"'"
)


def hostile() -> dict[str, Any]:
    """An innovation whose texts try to be markup, template code, control characters and a book."""
    whole = complete()
    fields = {key: value(HOSTILE, 811) for key in whole["fields"] if key not in ("sdgs", "other_affairs")}
    fields["sdgs"] = value([1, 17], 811)
    fields["other_affairs"] = value([HOSTILE, "A" * 300], 811)
    fields["design"] = value(text(10_000) + "\n" + HOSTILE, 811)
    fields["significance"] = value(f"{HOSTILE}\r\n\r\nbaris kedua\tdengan tab\n" + text(10_000), 811)
    entries = [evidence("sk", HOSTILE, 900 + n, iga=["regulation"], kipp=["significance"]) for n in range(40)]
    entries[0] |= {
        "link": "https://example.org/" + "a" * 2_000,
        "number": "{{ 7*7 }}",
        "page": "<b>",
        "date": "kemarin",
    }
    measured = [_measured(HOSTILE, "%", "banyak", None), _measured("Biasa", "orang", "1e3", "-5")]
    return whole | {
        "fields": fields,
        "former_titles": [value(HOSTILE, 811)],
        "evidence": entries,
        "measurements": measured,
        "region": {"code": "33.03", "name": HOSTILE},
    }
