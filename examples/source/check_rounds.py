"""The four rounds without a full funnel: the facts of their reports, and that nothing is said beyond them."""

from collections import Counter
from collections.abc import Callable

from checking import PERSONAL, Book, items, keys, kinds_of, places
from contract import Cell, Row

LAUNCH = "2016-06-10"


def shape(book: Book, expected: dict[str, int]) -> None:
    """Exactly these sheets are filled, each with so many rows."""
    found = {sheet: len(rows) for sheet, rows in book.items() if rows}
    assert found == expected, (found, expected)


def only_posts(book: Book) -> None:
    """Persons are known by post: the vault gets nothing."""
    assert not any(one[label] for one in book["Orang"] for label in PERSONAL)


def used_units(book: Book, rows: list[Row]) -> None:
    """Every participant has a row here, and nobody else has."""
    assert {one["Unit"] for one in rows} == {one["Unit"] for one in book["Peserta"]}


def counted(book: Book, sheet: str, date: str, total: int, facts: int = 0) -> list[Row]:
    """The rows of the lab: so many, all of one date, all illustrative but the facts of the report."""
    rows = [one for one in book[sheet] if not one["Tanpa Lab"]]
    assert len(rows) == total
    assert {one["Tanggal"] for one in rows} == {date}
    assert len([one for one in rows if one["Ilustrasi"] != "ya"]) == facts
    return rows


def figures(book: Book) -> list[tuple[Cell, ...]]:
    return [tuple(one[label] for label in ("Ukuran", "Nilai", "Tanggal")) for one in book["Angka"]]


def kecamatan(book: Book, code: str, kind: str = "Kecamatan", prefix: str = "Kecamatan ") -> None:
    names = {one["Nama"] for one in book["Unit"] if one["Jenis"] == kind}
    assert names == {f"{prefix}{name}" for name in places(code, "kecamatan")}


def per_kind(book: Book, rows: list[Row]) -> dict[Cell, int]:
    kinds = kinds_of(book)
    return dict(Counter(kinds[one["Unit"]] for one in rows))


def values(one: Row, labels: str) -> tuple[Cell, ...]:
    return tuple(one[label] for label in labels.split("|"))


def purbalingga_2016(book: Book) -> dict[Cell, int]:
    shape(book, {
        "Unit": 46, "Perubahan Unit": 2, "Orang": 3, "Lab": 1, "Tahap": 3, "Peserta": 44, "Lokakarya": 2,
        "Inovasi": 118, "Perjanjian": 1, "Penanda Tangan": 3, "Penghargaan": 1, "Angka": 2,
    })  # fmt: skip
    only_posts(book)
    kecamatan(book, "33.03")
    designed = counted(book, "Inovasi", "2016", 117)
    used_units(book, designed)
    assert values(book["Lab"][0], "Putaran|Tanggal") == (1, "2016-08-10")
    days = ("2016-08-10", "2016-08-11", None)
    held = [values(one, "Tahap|Mulai|Selesai|Tidak Dilaksanakan") for one in book["Tahap"]]
    assert held == [("drum up", *days), ("diagnose", *days), ("display", None, None, "ya")]
    assert values(book["Perjanjian"][0], "Jenis|Tanggal|Media|Inovasi|Ilustrasi") == (
        "komitmen", "2016-08-10", "naskah", None, None)  # fmt: skip
    (outside,) = [one for one in book["Inovasi"] if one["Tanpa Lab"]]
    assert values(outside, "Ide|Unit|Tanggal|Ilustrasi") == (None, "SMKN 3 Purbalingga", None, None)
    (award,) = book["Penghargaan"]
    assert values(award, "Pemberi|Tingkat|Edisi|Penerima|Inovasi|Tanggal") == (
        "KemenPANRB", "TOP 35", "2016", "inovasi", outside["Kunci"], "2016-05")  # fmt: skip
    assert figures(book) == [("tidak dihitung", 178, "2016-08-10"), ("inovasi dirancang", 117, "2022-12-15")]
    return per_kind(book, designed)


def purbalingga_2018(book: Book) -> dict[Cell, int]:
    shape(book, {"Unit": 29, "Lab": 1, "Inovasi": 50, "Angka": 1})
    assert values(book["Lab"][0], "Putaran|Tanggal|Sasaran|Unit LAN") == (2, "2018", None, None)
    assert figures(book) == [("inovasi dirancang", 50, "2022-12-15")]
    return per_kind(book, counted(book, "Inovasi", "2018", 50))


def kebumen_2016(book: Book) -> dict[Cell, int]:
    shape(book, {
        "Unit": 91, "Orang": 6, "Dokumen": 1, "Lab": 1, "Tahap": 4, "Peserta": 91, "Inovasi": 182, "Acara": 1,
        "Peluncuran": 3, "Perjanjian": 5, "Penanda Tangan": 9, "Angka": 1,
    })  # fmt: skip
    only_posts(book)
    kecamatan(book, "33.05")
    kecamatan(book, "33.05", "Puskesmas", "UPT Puskesmas ")
    designed = counted(book, "Inovasi", "2016", 182, facts=3)
    used_units(book, designed)
    phases = [values(one, "Tahap|Nama Setempat|Mulai|Selesai") for one in book["Tahap"]]
    assert phases == [
        ("drum up", "Tahap I", None, None), ("diagnose", "Tahap I", None, None),
        ("design", "Tahap II", None, None), ("launching", "Tahap III", LAUNCH, LAUNCH),
    ]  # fmt: skip
    launched = {one["Inovasi"] for one in book["Peluncuran"] if one["Tanggal"] == LAUNCH}
    told = {str(one["Akronim"]): one for one in designed if one["Ilustrasi"] != "ya"}
    assert launched == set(keys(list(told.values())))
    assert {name: one["Unit"] for name, one in told.items()} == {
        "MUTTU 1000": "Bagian Tapem", "Siperi": "BPMPT", "ELEGAN": "Bagian Hukum"}  # fmt: skip
    assert values(book["Acara"][0], "Jenis|Tanggal|Penanda|Dipimpin Oleh") == (
        "peluncuran", LAUNCH, "gong", book["Orang"][0]["Kunci"])  # fmt: skip
    assert book["Orang"][0]["Jabatan"] == "Bupati Kebumen"
    assert figures(book) == [("inovasi dirancang", 182, None)]
    kebumen_agreements(book)
    return per_kind(book, designed)


def kebumen_agreements(book: Book) -> None:
    """The board, then one agreement per kind of party, each over several innovations of one kind of unit."""
    board, *papers = book["Perjanjian"]
    assert values(board, "Jenis|Tanggal|Media|Inovasi|Ilustrasi") == ("komitmen", LAUNCH, "papan", None, None)
    kinds, unit_of = kinds_of(book), {one["Kunci"]: one["Unit"] for one in book["Inovasi"]}
    posts = {one["Kunci"]: one["Jabatan"] for one in book["Orang"]}
    signed = {(one["Perjanjian"], one["Peran"]): posts[one["Orang"]] for one in book["Penanda Tangan"]}
    parties = []
    for paper in papers:
        assert values(paper, "Jenis|Tanggal|Media|Ilustrasi") == (
            "perjanjian kinerja inovasi", LAUNCH, "naskah", "ya")  # fmt: skip
        made = items("Perjanjian", "Inovasi", paper["Inovasi"])
        assert len(made) == len(set(made)) > 1
        (kind,) = {kinds[unit_of[one]] for one in made}
        assert signed[paper["Kunci"], "pihak pertama"] == "Bupati Kebumen"
        parties.append((kind, signed[paper["Kunci"], "pihak kedua"]))
    assert parties == [
        ("OPD", "Kepala SKPD"), ("Puskesmas", "Kepala UPT Puskesmas"), ("RSUD", "Direktur RSUD"),
        ("BUMD", "Direktur BUMD"),
    ]  # fmt: skip
    assert signed[board["Kunci"], "penanda tangan"] == "Bupati Kebumen"


def salatiga_2017(book: Book) -> dict[Cell, int]:
    shape(book, {
        "Unit": 36, "Lab": 1, "Peserta": 36, "Ide": 89, "Pemecahan": 1, "Penghargaan": 1, "Angka": 1,
    })  # fmt: skip
    kecamatan(book, "33.73")
    proposed = counted(book, "Ide", "2017", 89)
    used_units(book, proposed)
    centres = [str(one["Nama"]) for one in book["Unit"] if one["Jenis"] == "Puskesmas"]
    assert {name.removeprefix("UPTD Puskesmas ") for name in centres} <= set(places("33.73", "kelurahan"))
    assert values(book["Lab"][0], "Putaran|Tanggal") == (1, "2017")
    (split,) = book["Pemecahan"]
    assert values(split, "Tanggal|Ilustrasi") == ("2017", "ya")
    new = items("Pemecahan", "Judul Baru", split["Judul Baru"])
    assert len(new) == 2
    assert not set(new) & {one["Judul"] for one in proposed}
    (award,) = book["Penghargaan"]
    assert values(award, "Judul|Pemberi|Edisi|Penerima|Inovasi|Tanggal") == (
        "INAGARA Award", "Lembaga Administrasi Negara", "2017", "daerah", None, "2017")  # fmt: skip
    assert figures(book) == [("ide diusulkan", 89, "2019-11-14")]
    return per_kind(book, proposed)


ROUNDS: dict[str, Callable[[Book], dict[Cell, int]]] = {
    "purbalingga_2016": purbalingga_2016,
    "purbalingga_2018": purbalingga_2018,
    "kebumen_2016": kebumen_2016,
    "salatiga_2017": salatiga_2017,
}
