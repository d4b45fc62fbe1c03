"""Proves both examples: the workbook contract, the counts of the reports, word limits and personal data.

Run it in this folder: `python check.py`. It stops at the first thing that is not so, else prints what holds.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import purbalingga_2022
import salatiga_2019
from contract import ALLOWED, COLUMNS, DATES, FLAGS, LISTS, NUMBERS, PROFILE, REFERENCES, Cell, Row

Book = dict[str, list[Row]]
PLACES = Path(__file__).parent.parent / "places.csv"
PERSONAL = ("Nama", "NIP", "Telepon", "Surel")
TEXT_NUMBERS = {("Dokumen", "Nomor"), ("Perjanjian", "Nomor"), ("Bukti", "Nomor")}
OPTIONAL_SHEETS = {"Misi", "Lokakarya", "Akhir Ide", "Pameran"}
REQUIRED = {
    "Unit": "Jenis|Nama|Nama Singkat", "Lab": "Nama|Putaran|Cara Pencatatan|Tanggal", "Tahap": "Tahap|Mulai",
    "Peserta": "Unit", "Ide": "Judul|Jenis Usulan|Unit|Tanggal|Ilustrasi", "Orang": "Nama|Jabatan",
    "Penggabungan": "Ide Sumber|Judul Baru|Alasan|Tanggal|Ilustrasi",
    "Inovasi": "Judul|Unit|Tanggal|Ilustrasi",
    "Akhir Ide": "Ide|Keputusan|Kode Alasan|Alasan|Tanggal", "Peluncuran": "Inovasi|Acara|Tanggal",
    "Angka": "Ukuran|Nilai|Sumber|Tanggal|Lab", "Profil": f"Inovasi|Tanggal|{PROFILE}",
    "Penanda Tangan": "Perjanjian|Orang|Peran|Kapasitas",
    "Rencana Aksi": "Inovasi|Versi|Nomor|Kelompok|Kegiatan",
    "Pengukuran": "Inovasi|Indikator|Satuan|Nilai Sebelum|Tanggal Sebelum|Nilai Sesudah|Tanggal Sesudah",
    "Bukti": "Inovasi|Jenis|Perihal", "Monitoring": "Inovasi|Tanggal|Cara|Pemantau|Temuan|Tindak Lanjut",
}  # fmt: skip
WORDS = {  # label: (least, most); a limit of KIPP is filled to 60-95 percent
    "Rancang Bangun": (330, 500), "Tujuan": (60, 150), "Manfaat": (60, 150), "Hasil": (60, 150),
    "Ringkasan": (120, 190), "Latar Belakang dan Tujuan": (180, 285), "Kebaruan": (120, 190),
    "Implementasi": (120, 190), "Signifikansi": (350, 580), "Replikasi Terlaksana": (60, 95),
    "Potensi Replikasi": (120, 190), "Sumber Daya": (120, 190), "Strategi Keberlanjutan": (250, 480),
}  # fmt: skip
DESIGN_PARTS = (
    "Dasar hukum.", "Permasalahan.", "Isu strategis.", "Metode pembaharuan.", "Keunggulan dan kebaharuan.",
    "Tahapan inovasi.",
)  # fmt: skip
LETTERS = {
    "Surat Pernyataan Implementasi", "Surat Pernyataan Identitas", "Surat Pernyataan Kesediaan Replikasi"
}  # fmt: skip


def items(sheet: str, label: str, value: Cell) -> list[str]:
    if value is None:
        return []
    return str(value).split("; ") if (sheet, label) in LISTS else [str(value)]


def keys(rows: list[Row]) -> list[str]:
    return [str(one["Kunci"]) for one in rows]


def span(text: str) -> tuple[date, date]:
    """First and last day of a reduced ISO date or interval."""
    first, _, last = text.partition("/")
    if last:
        start, end = span(first)[0], span(last)[1]
        assert start <= end, text
        return start, end
    assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", first), text
    year, month, day = ([int(part) for part in first.split("-")] + [0, 0])[:3]
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        following = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), following - timedelta(days=1)
    return date(year, 1, 1), date(year, 12, 31)


def cells(book: Book) -> Iterator[tuple[str, Row, str, Cell]]:
    for sheet, rows in book.items():
        for one in rows:
            for label, value in one.items():
                yield sheet, one, label, value


def check_shape(book: Book) -> None:
    """Columns, keys, types, flags, dates and allowed values of every cell."""
    assert set(book) == set(COLUMNS)
    for sheet, rows in book.items():
        assert rows or sheet in OPTIONAL_SHEETS, sheet
        assert all(tuple(one) == COLUMNS[sheet] for one in rows), sheet
        assert len(set(keys(rows))) == len(rows), sheet
        for label in filter(None, REQUIRED.get(sheet, "").split("|")):
            assert all(one[label] is not None for one in rows), (sheet, label)
    for sheet, one, label, value in cells(book):
        where = (sheet, one["Kunci"], label, value)
        if value is None:
            continue
        is_number = label in NUMBERS and (sheet, label) not in TEXT_NUMBERS
        assert isinstance(value, int | float) if is_number else isinstance(value, str), where
        assert value != "", where
        assert str(value) == str(value).strip(), where
        assert not re.search(r"[\x00-\x08\x0b-\x1f]", str(value)), where
        assert label not in FLAGS or value == "ya", where
        if label in DATES:
            span(str(value))
        if (sheet, label) in ALLOWED:
            assert set(items(sheet, label, value)) <= ALLOWED[sheet, label], where


def check_references(book: Book) -> None:
    targets = {sheet: set(keys(rows)) for sheet, rows in book.items()}
    shorts = [str(one["Nama Singkat"]) for one in book["Unit"]]
    assert len(set(shorts)) == len(shorts), "Nama Singkat"
    targets["Unit"] |= set(shorts)
    targets["Ide"] |= targets["Penggabungan"]
    for sheet, one, label, value in cells(book):
        if (sheet, label) in REFERENCES:
            missing = set(items(sheet, label, value)) - targets[REFERENCES[sheet, label]]
            assert not missing, (sheet, one["Kunci"], label, missing)


def check_people(book: Book) -> None:
    """No name, NIP, phone or mail of sheet Orang stands in any other cell, nor in any key."""
    secrets = [str(one[label]).lower() for one in book["Orang"] for label in PERSONAL if one[label]]
    secrets += [part for one in book["Orang"] for part in str(one["Nama"]).lower().split()]
    secrets += [secret.replace(" ", "") for secret in secrets if secret[0].isdigit()]
    for sheet, one, label, value in cells(book):
        if sheet != "Orang" or label not in PERSONAL:
            found = [secret for secret in secrets if secret in str(value or "").lower()]
            assert not found, (sheet, one["Kunci"], label, found)


def check_titles(book: Book) -> None:
    for sheet, label in (("Ide", "Judul"), ("Inovasi", "Judul"), ("Inovasi", "Akronim")):
        titles = Counter(one[label] for one in book[sheet] if one[label])
        assert max(titles.values()) == 1, titles.most_common(3)
    for sheet in ("Ide", "Penggabungan", "Inovasi"):
        assert all(one["Ilustrasi"] == "ya" for one in book[sheet]), sheet
    for one in book["Ide"]:
        assert (one["Jenis Usulan"] == "replikasi") == bool(one["Asal Replikasi"]), one["Kunci"]


def check_lives(book: Book) -> dict[str, int]:
    """Every idea has exactly one fate; every innovation is launched once, after its design."""
    consumed = [idea for one in book["Penggabungan"] for idea in str(one["Ide Sumber"]).split("; ")]
    ended = Counter(one["Keputusan"] for one in book["Akhir Ide"])
    designed = [str(one["Ide"]) for one in book["Inovasi"] if one["Ide"]]
    fates = Counter([*consumed, *designed, *(str(one["Ide"]) for one in book["Akhir Ide"])])
    assert max(fates.values()) == 1, fates.most_common(3)
    made, proposed = keys(book["Penggabungan"]), keys(book["Ide"])
    still_open = len(set(proposed + made) - set(fates))
    counts = {
        "proposed": len(proposed), "made_by_merge": len(made), "merged_away": len(consumed),
        "withdrawn": ended["ditarik"], "not_continued": ended["tidak dilanjutkan"], "open": still_open,
        "designed_from_idea": len(designed), "innovations": len(book["Inovasi"]),
    }  # fmt: skip
    left = sum(counts[name] for name in ("merged_away", "withdrawn", "not_continued", "open"))
    assert counts["proposed"] + counts["made_by_merge"] == left + counts["designed_from_idea"], counts
    launched = Counter(one["Inovasi"] for one in book["Peluncuran"])
    assert set(launched) == set(keys(book["Inovasi"]))
    assert max(launched.values()) == 1
    check_order(book)
    return counts


def check_order(book: Book) -> None:
    """Ideas before merges, merges before designs, designs before launches; plans end after they start."""
    born = {str(one["Kunci"]): str(one["Tanggal"]) for one in book["Ide"] + book["Penggabungan"]}
    for merge in book["Penggabungan"]:
        for source in str(merge["Ide Sumber"]).split("; "):
            assert span(born[source])[1] <= span(str(merge["Tanggal"]))[0], merge["Kunci"]
    launch = span(str(book["Peluncuran"][0]["Tanggal"]))[0]
    for one in book["Inovasi"]:
        assert not one["Ide"] or span(born[str(one["Ide"])])[0] <= span(str(one["Tanggal"]))[0], one["Kunci"]
        assert span(str(one["Tanggal"]))[1] < launch, one["Kunci"]
    for step in book["Tahap"] + book["Rencana Aksi"]:
        assert span(str(step["Mulai"]))[0] <= span(str(step["Selesai"]))[1], step["Kunci"]


def check_agreements(book: Book) -> None:
    plans = {(one["Inovasi"], one["Versi"]) for one in book["Rencana Aksi"]}
    for one in book["Perjanjian"]:
        for innovation in items("Perjanjian", "Inovasi", one["Inovasi"]):
            assert (innovation, one["Versi Rencana"]) in plans, innovation
        assert (one["Ilustrasi"] == "ya") == (one["Jenis"] != "komitmen"), one["Kunci"]
    signed = {(one["Perjanjian"], one["Peran"]) for one in book["Penanda Tangan"]}
    performance = book["Perjanjian"][-1]["Kunci"]
    assert signed >= {(performance, role) for role in ("pihak pertama", "pihak kedua", "saksi")}


def check_full(book: Book, full: str) -> dict[str, int]:
    """The innovation written in full: every column, word limits, eight steps, letters, no files."""
    (profile,) = book["Profil"]
    assert profile["Inovasi"] == full
    counts = {label: len(str(profile[label]).split()) for label in WORDS}
    for label, (least, most) in WORDS.items():
        assert least <= counts[label] <= most, (label, counts[label])
    parts = str(profile["Rancang Bangun"]).split("\n\n")
    assert [part.startswith(head) for part, head in zip(parts, DESIGN_PARTS, strict=True)] == [True] * 6
    assert len([one for one in book["Rencana Aksi"] if one["Inovasi"] == full]) == 8
    for sheet in ("Uji Coba", "Penerapan", "Ganti Nama", "Persetujuan"):
        assert len(book[sheet]) == 1, sheet
    (innovation,) = [one for one in book["Inovasi"] if one["Kunci"] == full]
    assert book["Persetujuan"][0]["Ide"] == innovation["Ide"]
    assert book["Penerapan"][0]["Dasar Hukum"]
    assert len({one["Indikator"] for one in book["Pengukuran"]}) == 4
    evidence = book["Bukti"]
    sections = {name for one in evidence for name in items("Bukti", "Bagian KIPP", one["Bagian KIPP"])}
    assert sections >= LETTERS
    assert not any(one["Berkas"] for one in evidence)
    links = [str(value) for *_, label, value in cells(book) if label.startswith("Tautan") and value]
    assert all(link.startswith("https://contoh.id/") for link in links)
    return counts


def kinds_of(book: Book) -> dict[Cell, Cell]:
    return {one["Nama Singkat"]: one["Jenis"] for one in book["Unit"]}


def check_figures(book: Book) -> None:
    """Each published figure equals what the rows themselves give."""
    kinds = kinds_of(book)
    taken: dict[Cell, list[Cell]] = {
        "ide diusulkan": [one["Unit"] for one in book["Ide"]],
        "inovasi dirancang": [one["Unit"] for one in book["Inovasi"]],
        "inovasi diluncurkan": [one["Unit"] for one in book["Inovasi"]],
        "unit peserta": [one["Unit"] for one in book["Peserta"]],
    }
    for figure in book["Angka"]:
        units = taken[figure["Ukuran"]]
        wanted = items("Angka", "Jenis Unit", figure["Jenis Unit"])
        units = [unit for unit in units if not wanted or kinds[unit] in wanted]
        units = [unit for unit in units if figure["Unit"] in (None, unit)]
        assert len(units) == figure["Nilai"], figure


def places(code: str, kind: str) -> list[str]:
    with PLACES.open(encoding="utf-8", newline="") as lines:
        return [one["name"] for one in csv.DictReader(lines) if one["code"].startswith(code)
                and one["kind"] == kind]  # fmt: skip


def check_purbalingga(book: Book) -> Counter[Cell]:
    kinds, per_unit = kinds_of(book), Counter(one["Unit"] for one in book["Inovasi"])
    per_kind = Counter(kinds[one["Unit"]] for one in book["Inovasi"])
    assert per_kind == {"OPD": 90, "Kecamatan": 20, "Puskesmas": 42, "RSUD": 3, "BUMD": 21}, per_kind
    named = {"Dinperindag": 13, "Dinkominfo": 9, "Bakeuda": 8, "Puskesmas Kutasari": 6, "PDAM": 6}
    assert {unit: per_unit[unit] for unit in named} == named
    for unit, count in per_unit.items():
        if unit not in named:
            assert count <= (7 if kinds[unit] == "OPD" else 5), (unit, count)
    assert {unit for unit, kind in kinds.items() if kind != "Bagian Setda"} == set(per_unit)
    assert Counter(kinds[one["Unit"]] for one in book["Peserta"]) == {
        "OPD": 35, "Kecamatan": 18, "Puskesmas": 25, "BUMD": 8}  # fmt: skip
    assert len(book["Angka"]) == 16
    assert 25 <= len(book["Pameran"]) <= 35
    names = {one["Nama"] for one in book["Unit"] if one["Jenis"] == "Kecamatan"}
    assert names == {f"Kecamatan {name}" for name in places("33.03", "kecamatan")}
    return per_kind


def check_salatiga(book: Book) -> Counter[Cell]:
    per_unit = Counter(one["Unit"] for one in book["Inovasi"])
    assert len(per_unit) == 140
    assert set(per_unit.values()) == {1}
    assert set(per_unit) == {one["Unit"] for one in book["Peserta"]}
    visited = {one["Inovasi"] for one in book["Monitoring"]}
    assert len(visited) >= 40
    assert salatiga_2019.FULL in visited
    names = {one["Nama"] for one in book["Unit"] if one["Jenis"] == "Kelurahan"}
    assert names == {f"Kelurahan {name}" for name in places("33.73", "kelurahan")}
    return Counter(kinds_of(book)[unit] for unit in per_unit)


def check(name: str, rows: dict[str, object], full: str, region: str) -> Book:
    identity = cast("Row", rows.pop("Identitas"))
    book = cast("Book", rows)
    assert identity == {"Kode Wilayah": region, "Lab": keys(book["Lab"])[0]}
    assert {one["Lab"] for one in book["Angka"]} == set(keys(book["Lab"]))
    check_shape(book)
    check_references(book)
    check_people(book)
    check_titles(book)
    check_agreements(book)
    check_figures(book)
    print(f"{name}: full innovation {full}")
    print("  sheets:", ", ".join(f"{sheet} {len(one)}" for sheet, one in book.items()))
    print("  funnel:", check_lives(book))
    print("  words:", check_full(book, full))
    return book


def main() -> None:
    for module in (purbalingga_2022, salatiga_2019):
        assert module.rows() == module.rows(), "not deterministic"
    book = check("Purbalingga 2022", purbalingga_2022.rows(), purbalingga_2022.FULL, "33.03")
    funnel = check_lives(book)
    assert (funnel["proposed"], funnel["designed_from_idea"], funnel["innovations"]) == (174, 173, 176)
    assert len(book["Pengukuran"]) == 8
    print("  launched by kind:", dict(check_purbalingga(book)))
    book = check("Salatiga 2019", salatiga_2019.rows(), salatiga_2019.FULL, "33.73")
    assert list(check_lives(book).values()) == [365, 60, 150, 45, 90, 0, 140, 140]
    print("  launched by kind:", dict(check_salatiga(book)))
    print("All checks hold.")


if __name__ == "__main__":
    main()
