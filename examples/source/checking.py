"""What every example workbook must hold: contract, references, figures, no personal data, shared names."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import cast

from contract import ALLOWED, COLUMNS, DATES, FLAGS, LISTS, NUMBERS, PROFILE, REFERENCES, Cell, Row

Book = dict[str, list[Row]]
PLACES = Path(__file__).parent.parent / "places.csv"
PERSONAL = ("Nama", "NIP", "Telepon", "Surel")
TEXT_NUMBERS = {("Dokumen", "Nomor"), ("Perjanjian", "Nomor"), ("Bukti", "Nomor")}
REQUIRED = {
    "Misi": "Dokumen Perencanaan|Nomor Misi", "Unit": "Jenis|Nama|Nama Singkat", "Orang": "Jabatan",
    "Perubahan Unit": "Unit|Perubahan", "Dokumen": "Jenis|Perihal",
    "Lab": "Nama|Putaran|Cara Pencatatan|Tanggal", "Tahap": "Tahap", "Peserta": "Unit",
    "Lokakarya": "Tahap", "Acara": "Jenis|Nama",
    "Ide": "Judul|Jenis Usulan|Unit|Tanggal|Ilustrasi",
    "Penggabungan": "Ide Sumber|Judul Baru|Alasan|Tanggal|Ilustrasi",
    "Pemecahan": "Ide Asal|Judul Baru|Alasan|Tanggal|Ilustrasi",
    "Akhir Ide": "Ide|Keputusan|Kode Alasan|Alasan|Tanggal", "Persetujuan": "Ide|Oleh",
    "Inovasi": "Judul|Unit", "Ganti Nama": "Inovasi|Judul Baru|Alasan",
    "Peluncuran": "Inovasi|Acara|Tanggal", "Pameran": "Inovasi|Acara|Tanggal",
    "Perjanjian": "Jenis|Judul", "Penanda Tangan": "Perjanjian|Orang|Peran",
    "Penghargaan": "Judul|Pemberi|Penerima", "Angka": "Ukuran|Nilai|Sumber|Lab",
    "Profil": f"Inovasi|Tanggal|{PROFILE}", "Rencana Aksi": "Inovasi|Versi|Nomor|Kelompok|Kegiatan",
    "Pengukuran": "Inovasi|Indikator|Satuan|Nilai Sebelum|Tanggal Sebelum|Nilai Sesudah|Tanggal Sesudah",
    "Bukti": "Inovasi|Jenis|Perihal", "Monitoring": "Inovasi|Tanggal|Cara|Pemantau|Temuan|Tindak Lanjut",
}  # fmt: skip
REGIONAL = (  # their keys hold for the whole region, over all its workbooks
    "Misi", "Unit", "Perubahan Unit", "Orang", "Dokumen", "Lab", "Penghargaan", "Angka",
)  # fmt: skip
PRIVATE = re.compile(
    r"\S@\S|\b\d{16}\b|\b\d{8} ?\d{6} ?\d ?\d{3}\b|(\+62|\b08)[\d -]{7,}|\b0800-\d", re.IGNORECASE
)


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
        assert all(tuple(one) == COLUMNS[sheet] for one in rows), sheet
        assert len(set(keys(rows))) == len(rows), sheet
        for label in filter(None, REQUIRED.get(sheet, "").split("|")):
            assert all(one[label] is not None for one in rows), (sheet, label)
    for sheet, one, label, value in cells(book):
        if value is not None:
            check_cell(sheet, one, label, value)
    for one in book["Tahap"]:
        assert not one["Tidak Dilaksanakan"] or (one["Alasan"] and not one["Mulai"]), one["Kunci"]
    for one in book["Perubahan Unit"]:
        renamed, merged = (one["Perubahan"] == kind for kind in ("ganti nama", "digabung"))
        assert bool(one["Nama Baru"]) == bool(one["Nama Singkat Baru"]) == renamed, one["Kunci"]
        assert bool(one["Penerus"]) == merged, one["Kunci"]
    for one in book["Penghargaan"]:
        given = {label.lower() for label in ("Inovasi", "Unit", "Orang") if one[label]}
        assert given == ({one["Penerima"]} - {"daerah"}), one["Kunci"]
    for one in book["Pemecahan"]:
        assert len(items("Pemecahan", "Judul Baru", one["Judul Baru"])) >= 2, one["Kunci"]


def check_cell(sheet: str, one: Row, label: str, value: Cell) -> None:
    where = (sheet, one["Kunci"], label, value)
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
    targets["Ide"] |= targets["Penggabungan"] | set(parts(book))
    for sheet, one, label, value in cells(book):
        if (sheet, label) in REFERENCES:
            missing = set(items(sheet, label, value)) - targets[REFERENCES[sheet, label]]
            assert not missing, (sheet, one["Kunci"], label, missing)


def parts(book: Book) -> list[str]:
    """The keys of the ideas that splits made."""
    return [
        f"{one['Kunci']}#{n}"
        for one in book["Pemecahan"]
        for n, _title in enumerate(items("Pemecahan", "Judul Baru", one["Judul Baru"]), start=1)
    ]


def secrets_of(book: Book) -> set[str]:
    """What a book keeps about persons, numbers also without spaces."""
    known = {str(one[label]).lower() for one in book["Orang"] for label in PERSONAL if one[label]}
    return known | {secret.replace(" ", "") for secret in known if secret[0].isdigit()}


def name_parts(book: Book) -> set[str]:
    """The parts of the names in a book: each is looked for in that book alone."""
    return {part for one in book["Orang"] for part in str(one["Nama"] or "").lower().split()}


def check_people(book: Book, secrets: Iterable[str]) -> None:
    """No name, NIP, phone or mail stands outside its column of sheet Orang, nor in any key."""
    for sheet, one, label, value in cells(book):
        if sheet != "Orang" or label not in PERSONAL:
            text = str(value or "").lower()
            found = [secret for secret in secrets if secret in text]
            assert not found, (sheet, one["Kunci"], label, found)
            assert not PRIVATE.search(text), (sheet, one["Kunci"], label)


def check_titles(book: Book) -> None:
    for sheet, label in (("Ide", "Judul"), ("Inovasi", "Judul"), ("Inovasi", "Akronim")):
        titles = Counter(one[label] for one in book[sheet] if one[label])
        assert max(titles.values(), default=1) == 1, titles.most_common(3)
    for one in book["Ide"]:
        assert (one["Jenis Usulan"] == "replikasi") == bool(one["Asal Replikasi"]), one["Kunci"]


def illustrative(book: Book) -> None:
    """Every idea, merge, split and innovation of the book says that it is one."""
    for sheet in ("Ide", "Penggabungan", "Pemecahan", "Inovasi"):
        assert all(one["Ilustrasi"] == "ya" for one in book[sheet]), sheet


def kinds_of(book: Book) -> dict[Cell, Cell]:
    return {one["Nama Singkat"]: one["Jenis"] for one in book["Unit"]}


def check_figures(book: Book) -> None:
    """Each published figure equals what the rows themselves give."""
    kinds = kinds_of(book)
    of_lab = [(one["Unit"], one["Kunci"]) for one in book["Inovasi"] if not one["Tanpa Lab"]]
    launched = {one["Inovasi"] for one in book["Peluncuran"]}
    taken: dict[Cell, list[Cell]] = {
        "ide diusulkan": [one["Unit"] for one in book["Ide"] if not one["Tanpa Lab"]],
        "inovasi dirancang": [unit for unit, _key in of_lab],
        "inovasi diluncurkan": [unit for unit, made in of_lab if made in launched],
        "unit peserta": [one["Unit"] for one in book["Peserta"]],
    }
    for figure in book["Angka"]:
        if figure["Ukuran"] == "tidak dihitung":
            continue
        units = taken[figure["Ukuran"]]
        wanted = items("Angka", "Jenis Unit", figure["Jenis Unit"])
        units = [unit for unit in units if not wanted or kinds[unit] in wanted]
        units = [unit for unit in units if figure["Unit"] in (None, unit)]
        assert len(units) == figure["Nilai"], figure


def places(code: str, kind: str) -> list[str]:
    with PLACES.open(encoding="utf-8", newline="") as lines:
        return [one["name"] for one in csv.DictReader(lines) if one["code"].startswith(code)
                and one["kind"] == kind]  # fmt: skip


def opened(name: str, rows: dict[str, object], region: str) -> Book:
    """The sheets of a workbook whose identity is as expected and whose cells keep the contract."""
    identity = cast("Row", rows.pop("Identitas"))
    book = cast("Book", rows)
    (lab,) = keys(book["Lab"])
    assert identity == {"Kode Wilayah": region, "Lab": lab}
    assert lab == name.replace("_", "-"), lab
    assert {one["Lab"] for one in book["Angka"]} == {lab}
    assert book["Lab"][0]["Cara Pencatatan"] == "rekonstruksi"
    check_shape(book)
    check_references(book)
    check_titles(book)
    check_figures(book)
    return book


def check_region(books: Mapping[str, Book]) -> None:
    """Workbooks of one region: keys do not collide, units are the same by name, titles are not repeated."""
    for sheet in REGIONAL:
        taken = Counter(found for book in books.values() for found in keys(book[sheet]))
        assert max(taken.values(), default=1) == 1, (sheet, taken.most_common(3))
    for label in ("Nama", "Nama Singkat"):
        same = defaultdict(set)
        for book in books.values():
            for one in book["Unit"]:
                known = tuple(one[column] for column in ("Jenis", "Nama", "Nama Singkat", "Induk"))
                same[str(one[label]).casefold()].add(known)
        assert all(len(found) == 1 for found in same.values()), [f for f in same.values() if len(f) > 1]
    for sheet, label in (("Ide", "Judul"), ("Inovasi", "Judul"), ("Inovasi", "Akronim")):
        every = [one[label] for book in books.values() for one in book[sheet] if one[label]]
        titles = Counter(str(title).casefold() for title in every)
        assert max(titles.values(), default=1) == 1, titles.most_common(3)


def summary(book: Book) -> str:
    return ", ".join(f"{sheet} {len(rows)}" for sheet, rows in book.items() if rows)
