"""Units of Kebumen 2016: real-style names of that year, kecamatan and puskesmas by the real kecamatan.

The report tells kinds of parties (SKPD, UPT puskesmas, RSUD, BUMD) and three units by name: Bagian Tapem and
Bagian Hukum of the Setda, and BPMPT. SKPD are taken as offices, bagian of the Setda and kecamatan.
"""

from rounds import Named, named

KECAMATAN_NAMES = (
    "Ayah|Buayan|Puring|Petanahan|Klirong|Buluspesantren|Ambal|Mirit|Prembun|Kutowinangun|Alian|Kebumen|"
    "Pejagoan|Sruweng|Adimulyo|Kuwarasan|Rowokele|Sempor|Gombong|Karanganyar|Karanggayam|Sadang|Bonorowo|"
    "Padureso|Poncowarno|Karangsambung"
)
OPD_NAMES = """
Setda | Sekretariat Daerah
Setwan | Sekretariat Dewan Perwakilan Rakyat Daerah
Inspektorat | Inspektorat Kabupaten
Bappeda | Badan Perencanaan Pembangunan Daerah
BKD | Badan Kepegawaian Daerah
BPMPT | Badan Penanaman Modal dan Pelayanan Terpadu
DPPKAD | Dinas Pendapatan, Pengelolaan Keuangan dan Aset Daerah
Dikpora | Dinas Pendidikan, Pemuda dan Olahraga
Dinkes | Dinas Kesehatan
Dinas PU | Dinas Pekerjaan Umum
Dinas SDA dan ESDM | Dinas Sumber Daya Air, Energi dan Sumber Daya Mineral
Dishubkominfo | Dinas Perhubungan, Komunikasi dan Informatika
Distanak | Dinas Pertanian dan Peternakan
Dishutbun | Dinas Kehutanan dan Perkebunan
Dislutkan | Dinas Kelautan dan Perikanan
Dinkop UMKM | Dinas Koperasi dan Usaha Mikro, Kecil dan Menengah
Disperindagsar | Dinas Perindustrian, Perdagangan dan Pengelolaan Pasar
Disnakertransos | Dinas Tenaga Kerja, Transmigrasi dan Sosial
Disdukcapil | Dinas Kependudukan dan Pencatatan Sipil
Disparbud | Dinas Pariwisata dan Kebudayaan
Bapermades | Badan Pemberdayaan Masyarakat dan Desa
BPBD | Badan Penanggulangan Bencana Daerah
Kantor LH | Kantor Lingkungan Hidup
Kantor Perpusarsip | Kantor Perpustakaan dan Arsip
Kantor Ketahanan Pangan | Kantor Ketahanan Pangan
Satpol PP | Satuan Polisi Pamong Praja
"""
BAGIAN_NAMES = """
Bagian Tapem | Bagian Tata Pemerintahan Sekretariat Daerah | Setda
Bagian Hukum | Bagian Hukum Sekretariat Daerah | Setda
Bagian Organisasi | Bagian Organisasi Sekretariat Daerah | Setda
Bagian Kesra | Bagian Kesejahteraan Rakyat Sekretariat Daerah | Setda
Bagian Perekonomian | Bagian Perekonomian Sekretariat Daerah | Setda
Bagian Pembangunan | Bagian Pembangunan Sekretariat Daerah | Setda
Bagian Humas | Bagian Hubungan Masyarakat Sekretariat Daerah | Setda
Bagian Umum | Bagian Umum Sekretariat Daerah | Setda
"""
BUMD_NAMES = """
PDAM | Perusahaan Daerah Air Minum Kabupaten Kebumen
PD BPR BKK | Perusahaan Daerah Bank Perkreditan Rakyat BKK Kebumen
PD BPR Bank Pasar | Perusahaan Daerah Bank Perkreditan Rakyat Bank Pasar
PD Apotek | Perusahaan Daerah Apotek Kabupaten Kebumen
"""


def every() -> list[Named]:
    """Units in the order of kinds: OPD, bagian, kecamatan, puskesmas, RSUD, BUMD."""
    places = KECAMATAN_NAMES.split("|")
    return [
        *named("OPD", OPD_NAMES),
        *named("Bagian Setda", BAGIAN_NAMES),
        *(("Kecamatan", f"Kecamatan {name}", f"Kec. {name}", None) for name in places),
        *(("Puskesmas", f"UPT Puskesmas {name}", f"Puskesmas {name}", "Dinkes") for name in places),
        ("RSUD", "Rumah Sakit Umum Daerah Kabupaten Kebumen", "RSUD", None),
        *named("BUMD", BUMD_NAMES),
    ]
