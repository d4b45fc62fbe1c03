"""Closed lists of what evidence, profiles and competitions ask of an innovation; a part of `domain.terms`."""

from __future__ import annotations

LABELS: dict[str, dict[str, str]] = {
    "evidence": {
        "sk": "SK",
        "perkada": "Perkada",
        "perda": "Perda",
        "assignment_letter": "surat tugas",
        "statement_letter": "surat pernyataan",
        "report": "laporan",
        "photo": "foto",
        "screenshot": "tangkapan layar",
        "video": "video",
        "sop": "SOP",
        "budget_document": "dokumen anggaran",
        "planning_document": "dokumen perencanaan",
        "cooperation_agreement": "PKS",
        "news": "berita",
        "other": "lainnya",
        "mou": "MoU",
        "letter": "surat",
        "invitation": "undangan",
        "attendance_list": "daftar hadir",
        "certificate": "sertifikat",
        "manual": "pedoman teknis",
        "recap": "rekapitulasi",
        "proposal": "proposal",
        "intellectual_property": "HAKI",
        "award": "penghargaan",
        "business_profile": "profil bisnis",
    },
    "measure": {
        "ideas.proposed": "ide diusulkan",
        "innovations.designed": "inovasi dirancang",
        "innovations.launched": "inovasi diluncurkan",
        "units.participating": "unit peserta",
        "innovations.displayed": "inovasi dipamerkan",
        "innovations.implemented": "inovasi diterapkan",
        "innovations.determined": "inovasi ditetapkan",
        "innovations.running": "inovasi berjalan",
    },
    # What a published figure speaks of.
    "figure_area": {
        "region": "daerah ini",
        "regions": "beberapa daerah",
        "province": "provinsi",
        "nation": "nasional",
    },
    "initiator": {
        "head_of_region": "kepala daerah",
        "council_member": "anggota DPRD",
        "unit": "perangkat daerah",
        "civil_servant": "ASN",
        "public": "masyarakat",
    },
    "technology": {
        "digital": "digital",
        "non_digital": "non digital",
    },
    "form": {
        "governance": "tata kelola pemerintahan daerah",
        "public_service": "pelayanan publik",
        "other": "inovasi daerah lainnya",
    },
    # Klasifikasi of the profile form, as copies of the application of 2025 and 2026 show it.
    "classification": {
        "unit": "inovasi perangkat daerah",
        "village": "inovasi desa dan kelurahan",
        "public": "inovasi masyarakat",
    },
    # Tematik of the profile form: five of 2023, two of about 2021; from 2025 on Asta Cita takes its place.
    "theme": {
        "digital_services": "digitalisasi layanan pemerintahan",
        "poverty": "penanggulangan kemiskinan",
        "investment": "kemudahan investasi",
        "president": "prioritas aktual presiden",
        "none": "non tematik",
        "covid": "Covid-19",
        "not_covid": "non Covid-19",
    },
    # Klaster PKPN of the profile form, as copies of the application of 2026 show it.
    "cluster": {
        "food": "Kedaulatan Pangan",
        "energy_water": "Kemandirian Energi dan Air",
        "education": "Pendidikan",
        "health": "Kesehatan",
        "industry": "Hilirisasi dan Industrialisasi",
        "infrastructure": "Infrastruktur, Perumahan dan Ketahanan Bencana",
        "economy": "Ekonomi Kerakyatan dan Desa",
        "poverty": "Penurunan Kemiskinan",
        "none": "Non PKPN",
    },
    "replication": {
        "out": "keluar",
        "in": "masuk",
    },
    # What a row of sheet Pendukung can say.
    "support": {
        "development": "pengembangan",
        "generation": "generasi baru",
        "replicated_out": "direplikasi daerah lain",
        "replicated_in": "mereplikasi",
        "executors": "pelaksana",
        "budget": "anggaran",
        "plan": "dokumen perencanaan",
        "training": "bimtek",
        "partner": "mitra",
        "network_unit": "jejaring perangkat daerah",
        "procedure": "durasi SOP",
        "complaints": "pengaduan",
        "creation_stage": "tahap penciptaan",
        "benefit": "kemanfaatan",
    },
    # Bases of usefulness (IGA indicator 33), as the guideline of 2026 lists them.
    "benefit": {
        "people": "orang",
        "units": "unit (%)",
        "efficiency": "efisiensi belanja (%)",
        "revenue": "pendapatan (%)",
        "products": "produk",
        "trend": "tren kinerja",
    },
    "edition_date": {
        "opens": "dibuka",
        "closes": "ditutup",
        "extended": "diperpanjang sampai",
    },
    # The way of an entry: the unit writes, the local admin reviews (and may return it), the ministry judges.
    "queue": {
        "unit": "unit",
        "local_admin": "admin lokal",
        "ministry": "kementerian",
        "returned": "dikembalikan ke unit",
    },
    "result": {
        "passed_administration": "lolos seleksi administrasi",
        "finalist": "finalis",
        "winner": "pemenang",
        "not_chosen": "tidak terpilih",
        "withdrawn": "mundur",
    },
    "verdict": {
        "met": "memenuhi syarat",
        "not_met": "belum memenuhi syarat",
        "unknown": "belum dapat dipastikan",
    },
}
