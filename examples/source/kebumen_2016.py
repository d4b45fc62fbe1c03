"""Kebumen 2016, the first Laboratorium Inovik, as rows of the Jejak workbook.

The four local phases, the launching of 10 June, the three named innovations, the kinds of parties and the
figure are those of the reports. The other 179 innovations are illustrative, and so is which of them an
agreement covers. The fourth phase (display) was planned; no report dates it, so that it has no row.
"""

from contract import Row, row, table
from kebumen_2016_services import BUMD, PUSKESMAS, RSUD
from kebumen_2016_skpd import BAGIAN, KECAMATAN, OPD
from kebumen_2016_units import every
from rounds import innovations, lab, participants, posts, signatures, units, workbook

LAB, LAUNCH, EVENT = "kebumen-2016", "2016-06-10", "ACR-01"
NAMED = (
    ("INO-001", "MoU sertifikat tanah untuk 1.000 UMKM", "MUTTU 1000", "Bagian Tapem"),
    ("INO-002", "Siperi", "Siperi", "BPMPT"),
    ("INO-003", "Elektronik legal drafting", "ELEGAN", "Bagian Hukum"),
)
REGENT = "ORG16-01"
PARTIES = (  # second party, its person, the kind of unit whose innovations the example lets it cover
    ("Kepala SKPD", "ORG16-03", "OPD"),
    ("Kepala UPT Puskesmas", "ORG16-04", "Puskesmas"),
    ("Direktur RSUD", "ORG16-05", "RSUD"),
    ("Direktur BUMD", "ORG16-06", "BUMD"),
)


def stages() -> list[Row]:
    """The first three local phases over four canonical stages; only the launching has its day on record."""
    lines = (
        ("THP-01", "drum up", "Tahap I", None, None),
        ("THP-02", "diagnose", "Tahap I", None, None),
        ("THP-03", "design", "Tahap II", None, None),
        ("THP-04", "launching", "Tahap III", LAUNCH, LAUNCH),
    )
    return table("Tahap", "Kunci|Tahap|Nama Setempat|Mulai|Selesai", lines)


def persons() -> list[Row]:
    """By post only; a post of many (heads of SKPD) stands for all who hold it."""
    lines = (
        ("Bupati Kebumen", None, None),
        ("Kepala Lembaga Administrasi Negara", None, "Lembaga Administrasi Negara"),
        *((post, "RSUD" if kind == "RSUD" else None, None) for post, _person, kind in PARTIES),
    )
    return posts("16", lines)


def documents() -> list[Row]:
    subject = "Peluncuran Laboratorium Inovik, yang pertama di Jawa Tengah untuk inovasi pelayanan publik"
    lines = (("DOK16-01", "Berita", subject, "Pemerintah Kabupaten Kebumen"),)
    return table("Dokumen", "Kunci|Jenis|Perihal|Penerbit", lines)


def designed() -> list[Row]:
    """The three that the report names, then 179 illustrative ones."""
    facts = [(*one, "2016") for one in NAMED]
    told = table("Inovasi", "Kunci|Judul|Akronim|Unit|Tanggal", facts)
    text = OPD + BAGIAN + KECAMATAN + PUSKESMAS + RSUD + BUMD
    return [*told, *innovations(text, "2016", len(told) + 1)]


def covered(made: list[Row], kind: str) -> str:
    """The first two illustrative innovations of every unit of a kind."""
    shorts = [one[2] for one in every() if one[0] == kind]
    chosen: list[str] = []
    for short in shorts:
        own = [str(one["Kunci"]) for one in made if one["Unit"] == short and one["Ilustrasi"] == "ya"]
        chosen += own[:2]
    return "; ".join(chosen)


def agreements(made: list[Row]) -> list[Row]:
    board: Row = {
        "Kunci": "PJJ-01", "Jenis": "komitmen", "Judul": "Perjanjian komitmen", "Tanggal": LAUNCH,
        "Media": "papan",
    }  # fmt: skip
    papers = [row("Perjanjian", board)]
    for n, (post, _person, kind) in enumerate(PARTIES, start=2):
        paper: Row = {
            "Kunci": f"PJJ-{n:02d}", "Jenis": "perjanjian kinerja inovasi",
            "Judul": f"Perjanjian kinerja inovasi antara Bupati dan {post}", "Tanggal": LAUNCH,
            "Media": "naskah", "Inovasi": covered(made, kind), "Ilustrasi": "ya",
        }  # fmt: skip
        papers.append(row("Perjanjian", paper))
    return papers


def signers() -> list[Row]:
    lines: list[tuple[str, str, str, str | None]] = [("PJJ-01", REGENT, "penanda tangan", "definitif")]
    for n, (_post, person, _kind) in enumerate(PARTIES, start=2):
        lines.append((f"PJJ-{n:02d}", REGENT, "pihak pertama", "definitif"))
        lines.append((f"PJJ-{n:02d}", person, "pihak kedua", None))
    return signatures(lines)


def launch() -> dict[str, list[Row]]:
    """The event with the gong, and the three that the report says were launched."""
    event = [(EVENT, "peluncuran", "Peluncuran inovasi Laboratorium Inovik", LAUNCH, "gong", REGENT)]
    lines = [(f"PLC-{n:03d}", one[0], EVENT, LAUNCH) for n, one in enumerate(NAMED, start=1)]
    return {
        "Acara": table("Acara", "Kunci|Jenis|Nama|Tanggal|Penanda|Dipimpin Oleh", event),
        "Peluncuran": table("Peluncuran", "Kunci|Inovasi|Acara|Tanggal", lines),
    }


def figures() -> list[Row]:
    lines = (("ANG16-01", "inovasi dirancang", 182, "Berita Pemkab Kebumen (tanpa tanggal)", LAB),)
    return table("Angka", "Kunci|Ukuran|Nilai|Sumber|Lab", lines)


def rows() -> dict[str, object]:
    """Every sheet of the workbook; sheets without a fact on record are empty."""
    made, everyone = designed(), every()
    aimed: Row = {"Sasaran": "OPD; Bagian Setda; Kecamatan; Puskesmas; RSUD; BUMD"}
    filled: dict[str, list[Row]] = {
        "Unit": units("16", everyone), "Orang": persons(), "Dokumen": documents(),
        "Lab": lab(LAB, "Laboratorium Inovik Kabupaten Kebumen", 1, LAUNCH, aimed), "Tahap": stages(),
        "Peserta": participants(everyone, None), "Inovasi": made, "Perjanjian": agreements(made),
        "Penanda Tangan": signers(), "Angka": figures(), **launch(),
    }  # fmt: skip
    return workbook("33.05", LAB, filled)
