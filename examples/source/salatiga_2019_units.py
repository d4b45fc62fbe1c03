"""Units, persons, documents, missions and published figures of Salatiga 2019.

The 23 kelurahan are real. The 117 schools are illustrative: the report says SD and SMP, state and private,
without naming them. Every name, NIP, phone and mail of a person is invented.
"""

from contract import Row, key, table

LAB = "salatiga-2019"
REPORT = "Berita Pemkot Salatiga, 14 November 2019"

KELURAHAN_NAMES = {
    "Sidorejo": "Blotongan|Sidorejo Lor|Salatiga|Bugel|Kauman Kidul|Pulutan",
    "Tingkir": (
        "Kutowinangun Kidul|Gendongan|Sidorejo Kidul|Kalibening|Tingkir Lor|Tingkir Tengah|Kutowinangun Lor"
    ),
    "Argomulyo": "Noborejo|Ledok|Tegalrejo|Kumpulrejo|Randuacir|Cebongan",
    "Sidomukti": "Kecandran|Dukuh|Mangunsari|Kalicacing",
}
SD_PRIVATE = (
    "Tunas Mulia|Bina Cahaya|Harapan Pagi|Cipta Karsa|Mekar Sari|Pelita Budi|Taruna Jaya|Nusa Indah|"
    "Bumi Asri|Insan Teladan|Surya Bakti|Citra Lestari|Wahana Ilmu|Karya Utama|Puspa Bangsa|Giri Kencana|"
    "Lentera Timur|Pandu Wijaya|Embun Pagi|Bintang Kecil|Samudra Ilmu|Pertiwi Cerah|Melati Suci|Langit Biru"
)
SMP_PRIVATE = (
    "Tunas Harapan|Bina Nusa|Cipta Mandiri|Karya Bakti|Mekar Jaya|Pelita Timur|Taruna Karya|Nusa Cendekia|"
    "Bumi Lestari|Insan Karya|Surya Cendekia|Citra Bangsa|Wahana Karya|Giri Mulya"
)
STATE_SD_PER_KELURAHAN, STATE_SMP = 3, 10

Named = tuple[str, str, str, str | None]  # kind, name, short name, parent


def kelurahan() -> list[Named]:
    return [
        ("Kelurahan", f"Kelurahan {name}", f"Kel. {name}", f"Kec. {district}")
        for district, names in KELURAHAN_NAMES.items()
        for name in names.split("|")
    ]


def primary_schools() -> list[Named]:
    state: list[Named] = [
        ("Sekolah", f"SD Negeri {name} {n:02d}", f"SDN {name} {n:02d}", "Disdik")
        for names in KELURAHAN_NAMES.values()
        for name in names.split("|")
        for n in range(1, STATE_SD_PER_KELURAHAN + 1)
    ]
    private = [("Sekolah", f"SD Swasta {name}", f"SD {name}", None) for name in SD_PRIVATE.split("|")]
    return [*state, *private]


def junior_schools() -> list[Named]:
    state: list[Named] = [
        ("Sekolah", f"SMP Negeri {n}", f"SMPN {n}", "Disdik") for n in range(1, STATE_SMP + 1)
    ]
    private = [("Sekolah", f"SMP Swasta {name}", f"SMP {name}", None) for name in SMP_PRIVATE.split("|")]
    return [*state, *private]


def participants() -> list[Named]:
    """The 140 institutions of the report: kelurahan, SD, SMP."""
    return [*kelurahan(), *primary_schools(), *junior_schools()]


def units() -> list[Row]:
    """The institutions, and the offices that they belong to (which take no part)."""
    others: list[Named] = [
        *(("Kecamatan", f"Kecamatan {name}", f"Kec. {name}", None) for name in KELURAHAN_NAMES),
        ("OPD", "Sekretariat Daerah", "Setda", None),
        ("Bagian Setda", "Bagian Organisasi Sekretariat Daerah", "Bagian Organisasi", "Setda"),
        ("OPD", "Dinas Pendidikan", "Disdik", None),
    ]
    lines = [(key("UNT", n), *unit) for n, unit in enumerate([*participants(), *others], start=1)]
    return table("Unit", "Kunci|Jenis|Nama|Nama Singkat|Induk", lines)


def participation() -> list[Row]:
    lines = [
        (key("PST", n), short, "2019-03-13/2019-03-15")
        for n, (_kind, _name, short, _parent) in enumerate(participants(), start=1)
    ]
    return table("Peserta", "Kunci|Unit|Tanggal", lines)


_PERSONS: tuple[tuple[str, str, str, str | None, str | None], ...] = (
    ("Wiratmaja Umpamanya", "19660113 199103 1 021", "Sekretaris Daerah", "Setda", None),
    ("Sasmitaning Ibaratnya", "19740214 199903 2 022", "Lurah Bugel", "Kel. Bugel", None),
    ("Gandawastra Misalan", "19690315 199403 1 023", "Kepala Pusat", None, "Lembaga Administrasi Negara"),
    ("Pinasthika Andaian", "19720416 199703 2 024", "Kepala Bagian Organisasi", "Bagian Organisasi", None),
    ("Rasendriya Tamsilnya", "19800517 200501 1 025", "Sekretaris Kelurahan", "Kel. Bugel", None),
    ("Kinanthiwati Contohnya", "19850618 201001 2 026", "Kepala Seksi Pelayanan", "Kel. Bugel", None),
    ("Adiwangsa Ilustrasian", "19910719 201503 1 027", "Pengadministrasi Pelayanan", "Kel. Bugel", None),
    ("Mahesrawara Umpamaan", "19700820 199503 1 028", "Camat Sidorejo", "Kec. Sidorejo", None),
)


def persons() -> list[Row]:
    lines = []
    for n, (name, nip, post, unit, agency) in enumerate(_PERSONS, start=1):
        mail = f"{name.split()[0].lower()}@contoh.id"
        lines.append((f"ORG-{n:02d}", name, nip, post, unit, agency, f"0800-0000-{7300 + n}", mail))
    return table("Orang", "Kunci|Nama|NIP|Jabatan|Unit|Instansi|Telepon|Surel", lines)


def documents() -> list[Row]:
    lines = (
        ("DOK-01", "Berita", None, "2019-11-14", "Peluncuran 140 inovasi Laboratorium Inovasi INAGARA",
         "Pemerintah Kota Salatiga", None),
        ("DOK-02", "Surat", "065/CONTOH-02/2019", "2019-06-19",
         "Persetujuan ide inovasi kelurahan dan sekolah untuk dirancang", "Wali Kota Salatiga", None),
        ("DOK-03", "SK", "470/CONTOH-03/2019", "2019-08-30",
         "Keputusan Lurah Bugel tentang Penerapan SAPA RT (contoh)", "Kelurahan Bugel",
         "https://contoh.id/dokumen/sk-sapa-rt"),
        ("DOK-04", "SK", "065/CONTOH-04/2019", "2019-11-11",
         "Keputusan Wali Kota tentang Penetapan Inovasi Kelurahan dan Sekolah (contoh)", "Wali Kota Salatiga",
         None),
    )  # fmt: skip
    return table("Dokumen", "Kunci|Jenis|Nomor|Tanggal|Perihal|Penerbit|Tautan", lines)


def missions() -> list[Row]:
    lines = (("MIS-01", "RPJPD 2005-2025", "3"), ("MIS-02", "RPJMD 2017-2022", "9"))
    return table("Misi", "Kunci|Dokumen Perencanaan|Nomor Misi", lines)


def figures() -> list[Row]:
    told = (
        ("ide diusulkan", 365),
        ("inovasi dirancang", 140),
        ("inovasi diluncurkan", 140),
        ("unit peserta", 140),
    )
    lines = [(key("ANG", n), *one, REPORT, "2019-11-14", LAB) for n, one in enumerate(told, start=1)]
    return table("Angka", "Kunci|Ukuran|Nilai|Sumber|Tanggal|Lab", lines)
