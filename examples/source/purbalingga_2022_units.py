"""Units, persons, documents and published figures of Purbalingga 2022.

The report counts 35 OPD, 25 puskesmas and 8 BUMD without naming them. Kecamatan are the real eighteen; the
others are real-style names, filled up to the counts (27 perangkat daerah and 8 UPTD with their parent).
Every name, NIP, phone and mail of a person is invented.
"""

from contract import Row, key, table

LAB = "purbalingga-2022"
REPORT_EXPO = "Berita Pemkab Purbalingga/LAN, 15 Desember 2022"
REPORT_RADIO = "gemasoedirman.purbalinggakab.go.id, 25 November 2022"

OPD_NAMES = """
Dinperindag | Dinas Perindustrian dan Perdagangan
Dinkominfo | Dinas Komunikasi dan Informatika
Bakeuda | Badan Keuangan Daerah
Setda | Sekretariat Daerah
Setwan | Sekretariat Dewan Perwakilan Rakyat Daerah
Inspektorat | Inspektorat Daerah
Dindikbud | Dinas Pendidikan dan Kebudayaan
Dinkes | Dinas Kesehatan
DPUPR | Dinas Pekerjaan Umum dan Penataan Ruang
Dinrumkim | Dinas Perumahan dan Permukiman
Satpol PP | Satuan Polisi Pamong Praja
DinsosdaldukKBP3A | Dinas Sosial, Pengendalian Penduduk, KB, dan Pemberdayaan Perempuan
Dinnaker | Dinas Tenaga Kerja
DKPP | Dinas Ketahanan Pangan dan Perikanan
DLH | Dinas Lingkungan Hidup
Dispendukcapil | Dinas Kependudukan dan Pencatatan Sipil
Dinpermasdes | Dinas Pemberdayaan Masyarakat dan Desa
Dinhub | Dinas Perhubungan
Dinkop UKM | Dinas Koperasi dan Usaha Kecil Menengah
DPMPTSP | Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
Dinporapar | Dinas Pemuda, Olahraga, dan Pariwisata
Dinarpus | Dinas Kearsipan dan Perpustakaan
Dinpertan | Dinas Pertanian
Bapelitbangda | Badan Perencanaan Pembangunan, Penelitian, dan Pengembangan Daerah
BKPSDM | Badan Kepegawaian dan Pengembangan Sumber Daya Manusia
BPBD | Badan Penanggulangan Bencana Daerah
Bakesbangpol | Badan Kesatuan Bangsa dan Politik
UPTD BLK | UPTD Balai Latihan Kerja | Dinnaker
UPTD Labkesda | UPTD Laboratorium Kesehatan Daerah | Dinkes
UPTD Instalasi Farmasi | UPTD Instalasi Farmasi | Dinkes
UPTD Pengelolaan Sampah | UPTD Pengelolaan Sampah | DLH
UPTD Balai Benih Ikan | UPTD Balai Benih Ikan | DKPP
UPTD Puskeswan | UPTD Pusat Kesehatan Hewan | Dinpertan
UPTD Pengujian Kendaraan | UPTD Pengujian Kendaraan Bermotor | Dinhub
UPTD Rusunawa | UPTD Rumah Susun Sederhana Sewa | Dinrumkim
"""
KECAMATAN_NAMES = (
    "Kemangkon|Bukateja|Kejobong|Kaligondang|Purbalingga|Kalimanah|Kutasari|Mrebet|Bobotsari|Karangreja|"
    "Karanganyar|Karangmoncol|Rembang|Bojongsari|Padamara|Pengadegan|Karangjambu|Kertanegara"
)
PUSKESMAS_NAMES = (
    "Kutasari|Kemangkon|Toyareka|Bukateja|Kutawis|Kejobong|Pengadegan|Kaligondang|Kalikajar|Purbalingga|"
    "Bojong|Kalimanah|Padamara|Bojongsari|Mrebet|Cipaku|Serayu Larangan|Bobotsari|Karangreja|Karangjambu|"
    "Karanganyar|Kertanegara|Karangmoncol|Rembang|Losari"
)
BUMD_NAMES = """
PDAM | Perumda Air Minum Tirta Perwira
PD Owabong | Perusahaan Daerah Owabong
PD Puspahastama | Perusahaan Daerah Puspahastama
PD BPR Artha Perwira | Perusahaan Daerah BPR Artha Perwira
BPR BKK Purbalingga | Bank Perkreditan Rakyat BKK Purbalingga
BPRS Buana Mitra Perwira | Bank Pembiayaan Rakyat Syariah Buana Mitra Perwira
PD Percetakan Perwira | Perusahaan Daerah Percetakan Perwira
Perumda Perwira Usaha | Perusahaan Umum Daerah Perwira Usaha
"""

Named = tuple[str, str, str, str | None]  # kind, name, short name, parent


def _named(kind: str, text: str) -> list[Named]:
    lines = [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()]
    return [(kind, line[1], line[0], line[2] if len(line) > 2 else None) for line in lines]


def participants() -> list[Named]:
    """The 86 of the report, in its order of kinds."""
    kecamatan = [("Kecamatan", f"Kecamatan {n}", f"Kec. {n}", None) for n in KECAMATAN_NAMES.split("|")]
    puskesmas = [
        ("Puskesmas", f"UPTD Puskesmas {n}", f"Puskesmas {n}", "Dinkes") for n in PUSKESMAS_NAMES.split("|")
    ]
    return [*_named("OPD", OPD_NAMES), *kecamatan, *puskesmas, *_named("BUMD", BUMD_NAMES)]


def units() -> list[Row]:
    others: list[Named] = [
        ("RSUD", "Rumah Sakit Umum Daerah Kabupaten Purbalingga", "RSUD", "Dinkes"),
        ("Bagian Setda", "Bagian Organisasi Sekretariat Daerah", "Bagian Organisasi", "Setda"),
    ]
    every = [*participants(), *others]
    lines = [(key("UNT", n), *unit) for n, unit in enumerate(every, start=1)]
    return table("Unit", "Kunci|Jenis|Nama|Nama Singkat|Induk", lines)


def participation() -> list[Row]:
    lines = [
        (key("PST", n), short, "2022-10-12/2022-10-13")
        for n, (_kind, _name, short, _parent) in enumerate(participants(), start=1)
    ]
    return table("Peserta", "Kunci|Unit|Tanggal", lines)


_PERSONS: tuple[tuple[str, str | None, str, str | None, str | None], ...] = (
    ("Wirasena Umpama", None, "Bupati Purbalingga", None, None),
    ("Danurdara Misalkan", "19660202 199001 1 002", "Sekretaris Daerah", "Setda", None),
    ("Kartikasari Ibarat", "19700303 199503 2 003", "Kepala Dinperindag", "Dinperindag", None),
    ("Tegarmulya Andaikan", "19720404 199704 1 004", "Camat Kutasari", "Kec. Kutasari", None),
    ("Lintangayu Seumpama", None, "Direktur PD Owabong", "PD Owabong", None),
    ("Satriabudi Misalnya", "19740606 199806 1 006", "Sekretaris Dispendukcapil", "Dispendukcapil", None),
    ("Nawangsih Umpami", "19730707 199807 2 007", "Kepala Bagian Organisasi", "Bagian Organisasi", None),
    ("Jayengrana Contohan", "19680808 199308 1 008", "Kepala Pusat", None, "Lembaga Administrasi Negara"),
    ("Pramuwijaya Ilustra", "19780909 200209 1 009", "Kepala Bidang Pasar", "Dinperindag", None),
    ("Sekarwangi Tamsil", "19851010 201010 2 010", "Analis Perdagangan Bidang Pasar", "Dinperindag", None),
    ("Banyuaji Perumpama", "19881111 201211 1 011", "Pengelola Retribusi Pasar", "Dinperindag", None),
    ("Rengganis Tamsilan", "19901212 201512 2 012", "Pranata Komputer", "Dinkominfo", None),
)


def persons() -> list[Row]:
    lines = []
    for n, (name, nip, post, unit, agency) in enumerate(_PERSONS, start=1):
        mail = f"{name.split()[0].lower()}@contoh.id"
        lines.append((f"ORG-{n:02d}", name, nip, post, unit, agency, f"0800-0000-{3300 + n}", mail))
    return table("Orang", "Kunci|Nama|NIP|Jabatan|Unit|Instansi|Telepon|Surel", lines)


def documents() -> list[Row]:
    lines = (
        ("DOK-01", "Berita", None, "2022-12-15", "Peluncuran 176 inovasi pada Purbalingga Expo",
         "Pemerintah Kabupaten Purbalingga dan LAN", None),
        ("DOK-02", "Berita", None, "2022-11-25", "174 ide inovasi dari 86 unit peserta Laboratorium Inovasi",
         "Gema Soedirman", None),
        ("DOK-03", "Surat", "000.9/CONTOH-03/2022", "2022-11-23",
         "Persetujuan ide inovasi Dinperindag untuk dirancang", "Bupati Purbalingga", None),
        ("DOK-04", "SK", "188.4/CONTOH-04/2023", "2023-02-27",
         "Keputusan Bupati tentang Penerapan Inovasi SIMPEL PASAR (contoh)", "Bupati Purbalingga",
         "https://contoh.id/dokumen/sk-simpel-pasar"),
        ("DOK-05", "SK", "500.2/CONTOH-05/2023", "2023-01-20",
         "Keputusan Kepala Dinperindag tentang Tim Pelaksana SIMPEL PASAR (contoh)", "Dinperindag", None),
    )  # fmt: skip
    return table("Dokumen", "Kunci|Jenis|Nomor|Tanggal|Perihal|Penerbit|Tautan", lines)


def figures() -> list[Row]:
    launched, ideas, taking_part = "inovasi diluncurkan", "ide diusulkan", "unit peserta"
    expo: list[tuple[str, str | None, str | None, int]] = [
        (launched, None, None, 176),
        (launched, "OPD", None, 90),
        (launched, "Kecamatan", None, 20),
        (launched, "Puskesmas; RSUD", None, 45),
        (launched, "BUMD", None, 21),
        (launched, None, "Dinperindag", 13),
        (launched, None, "Dinkominfo", 9),
        (launched, None, "Bakeuda", 8),
        (launched, None, "Puskesmas Kutasari", 6),
        (launched, None, "PDAM", 6),
    ]
    radio: list[tuple[str, str | None, str | None, int]] = [
        (ideas, None, None, 174),
        (taking_part, None, None, 86),
        (taking_part, "OPD", None, 35),
        (taking_part, "Kecamatan", None, 18),
        (taking_part, "Puskesmas", None, 25),
        (taking_part, "BUMD", None, 8),
    ]
    told = [(*figure, REPORT_EXPO, "2022-12-15") for figure in expo]
    told += [(*figure, REPORT_RADIO, "2022-11-25") for figure in radio]
    lines = [(key("ANG", n), *figure, LAB) for n, figure in enumerate(told, start=1)]
    return table("Angka", "Kunci|Ukuran|Jenis Unit|Unit|Nilai|Sumber|Tanggal|Lab", lines)
