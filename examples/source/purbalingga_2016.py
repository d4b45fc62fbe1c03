"""Purbalingga 2016, the first round of Laboratorium Inovasi, as rows of the Jejak workbook.

The two days of August, the commitment, the reason why no display was held, the award and the published
figures are those of the reports. The 117 innovations are illustrative: no report names them, nor says when or
by whom each was designed. Design and launching were to come later and are not dated: they have no row.
"""

from contract import COLUMNS, Row, key, row, table
from purbalingga_2016_lines import KECAMATAN, OPD
from purbalingga_2022_units import KECAMATAN_NAMES, OPD_NAMES
from rounds import Named, innovations, lab, named, participants, posts, signatures, units, workbook

LAB = "purbalingga-2016"
DAYS, PLACE = "2016-08-10/2016-08-11", "Pendapa Dipokusumo"
SCHOOL = "SMKN 3 Purbalingga"
FORMER = """
Dinperindagkop | Dinas Perindustrian, Perdagangan dan Koperasi
Kantor Ketahanan Pangan | Kantor Ketahanan Pangan
"""
NEW = ("Dinperindag", "Dinkop UKM", "DKPP")
NOT_REACHED = (
    "Laboratorium dimulai pada pertengahan tahun, sehingga tahap terakhir belum tercapai pada tahun 2016."
)


def skpd() -> list[Named]:
    """Units under the names of 2022 where these stand in this round, then those with a former name."""
    offices = [one for one in named("OPD", OPD_NAMES) if one[2] not in NEW and one[3] is None]
    kecamatan = [("Kecamatan", f"Kecamatan {n}", f"Kec. {n}", None) for n in KECAMATAN_NAMES.split("|")]
    return [*offices, *named("OPD", FORMER), *kecamatan]


def others() -> list[Named]:
    """The office that takes over a merged one, and the school of the award."""
    successor = [one for one in named("OPD", OPD_NAMES) if one[2] == "DKPP"]
    return [*successor, ("Sekolah", "SMK Negeri 3 Purbalingga", SCHOOL, None)]


def reorganised() -> list[Row]:
    lines = (
        ("PBU16-01", "Dinperindagkop", "ganti nama", "Dinas Perindustrian dan Perdagangan", "Dinperindag",
         None, None, "2017"),
        ("PBU16-02", "Kantor Ketahanan Pangan", "digabung", None, None, "DKPP", None, "2017"),
    )  # fmt: skip
    return table("Perubahan Unit", "|".join(COLUMNS["Perubahan Unit"]), lines)


def stages() -> list[Row]:
    held = [(f"THP-{n:02d}", stage, "2016-08-10", "2016-08-11", None, None)
            for n, stage in enumerate(("drum up", "diagnose"), start=1)]  # fmt: skip
    lines = [*held, ("THP-03", "display", None, None, "ya", NOT_REACHED)]
    return table("Tahap", "Kunci|Tahap|Mulai|Selesai|Tidak Dilaksanakan|Alasan", lines)


def workshops() -> list[Row]:
    """Which day belonged to which stage the report leaves open: both stages have both days."""
    lines = [
        (f"LKY-{n:02d}", stage, DAYS, PLACE, "luring", "Kepala semua SKPD")
        for n, stage in enumerate(("drum up", "diagnose"), start=1)
    ]
    return table("Lokakarya", "Kunci|Tahap|Tanggal|Tempat|Cara|Kehadiran", lines)


def persons() -> list[Row]:
    """Signers by post: the first two are one person each, the third is all participants together."""
    lines = (
        ("Bupati Purbalingga", None, None),
        ("Kepala Pusat Inovasi Kelembagaan dan SDA", None, "Lembaga Administrasi Negara"),
        ("Peserta workshop (semua kepala SKPD)", None, None),
    )
    return posts("16", lines)


def commitment() -> dict[str, list[Row]]:
    title = "Komitmen Pengembangan Inovasi Daerah di lingkungan Pemerintah Kabupaten Purbalingga"
    paper: Row = {
        "Kunci": "PJJ-01", "Jenis": "komitmen", "Judul": title, "Tanggal": "2016-08-10", "Tempat": PLACE,
        "Media": "naskah",
    }  # fmt: skip
    signers = (
        ("PJJ-01", "ORG16-01", "penanda tangan", "definitif"),
        ("PJJ-01", "ORG16-02", "penanda tangan", "definitif"),
        ("PJJ-01", "ORG16-03", "penanda tangan", None),
    )
    return {"Perjanjian": [row("Perjanjian", paper)], "Penanda Tangan": signatures(signers)}


def outside(place: int) -> Row:
    """The innovation that the report names: it was there before the lab and belongs to none."""
    values: Row = {
        "Kunci": key("INO", place), "Judul": "Sekolah berasrama SMKN 3 Purbalingga", "Unit": SCHOOL,
        "Tanpa Lab": "ya",
    }  # fmt: skip
    return row("Inovasi", values)


def award(innovation: Row) -> list[Row]:
    values: Row = {
        "Kunci": "PGH16-01", "Judul": "Sinovik", "Pemberi": "KemenPANRB", "Tingkat": "TOP 35",
        "Edisi": "2016", "Penerima": "inovasi", "Inovasi": innovation["Kunci"], "Tanggal": "2016-05",
    }  # fmt: skip
    return [row("Penghargaan", values)]


def figures() -> list[Row]:
    lines = (
        ("ANG16-01", "tidak dihitung", 178, "SKPD sedang merancang inovasi",
         "Bupati Purbalingga, 10 Agustus 2016", "2016-08-10", LAB),
        ("ANG16-02", "inovasi dirancang", 117, None, "LAN RI dalam berita 2022", "2022-12-15", LAB),
    )  # fmt: skip
    return table("Angka", "Kunci|Ukuran|Nilai|Uraian|Sumber|Tanggal|Lab", lines)


def rows() -> dict[str, object]:
    """Every sheet of the workbook; sheets without a fact on record are empty."""
    designed = innovations(OPD + KECAMATAN, "2016")
    named_one = outside(len(designed) + 1)
    known: Row = {"Sasaran": "OPD; Kecamatan", "Unit LAN": "Pusat Inovasi Kelembagaan dan SDA"}
    filled: dict[str, list[Row]] = {
        "Unit": units("16", [*skpd(), *others()]), "Perubahan Unit": reorganised(), "Orang": persons(),
        "Lab": lab(LAB, "Laboratorium Inovasi Kabupaten Purbalingga 2016", 1, "2016-08-10", known),
        "Tahap": stages(), "Peserta": participants(skpd(), DAYS), "Lokakarya": workshops(),
        "Inovasi": [*designed, named_one], "Penghargaan": award(named_one), "Angka": figures(),
        **commitment(),
    }  # fmt: skip
    return workbook("33.03", LAB, filled)
