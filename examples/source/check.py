"""Proves the six examples: the workbook contract, the counts of the reports, word limits and personal data.

Run it in this folder: `python check.py`. It stops at the first thing that is not so, else prints what holds.
Here stand the two cases with a full funnel; check_rounds.py has the four earlier rounds.
"""

from collections import Counter
from importlib import import_module

import purbalingga_2022
import salatiga_2019
from check_rounds import ROUNDS
from checking import (
    Book,
    cells,
    check_people,
    check_region,
    illustrative,
    items,
    keys,
    kinds_of,
    name_parts,
    opened,
    places,
    secrets_of,
    span,
    summary,
)
from contract import Cell

REGIONS = {
    "33.03": ("purbalingga_2016", "purbalingga_2018", "purbalingga_2022"),
    "33.05": ("kebumen_2016",),
    "33.73": ("salatiga_2017", "salatiga_2019"),
}
FULL_OPTIONAL = {
    "Misi", "Lokakarya", "Akhir Ide", "Pameran", "Perubahan Unit", "Pemecahan", "Penghargaan",
}  # fmt: skip
FULL_REQUIRED = {
    "Tahap": "Mulai", "Orang": "Nama", "Inovasi": "Tanggal", "Angka": "Tanggal",
    "Penanda Tangan": "Kapasitas",
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


def check_filled(book: Book) -> None:
    """Both full cases fill every sheet but a few, and date what the reports date."""
    assert all(rows or sheet in FULL_OPTIONAL for sheet, rows in book.items())
    for sheet, label in FULL_REQUIRED.items():
        assert all(one[label] is not None for one in book[sheet]), (sheet, label)
    illustrative(book)


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


def check_full_case(book: Book, full: str) -> None:
    check_filled(book)
    check_agreements(book)
    print("  funnel:", check_lives(book))
    print(f"  words of {full}:", check_full(book, full))


def check_full_cases(books: dict[str, Book]) -> None:
    book = books["purbalingga_2022"]
    check_full_case(book, purbalingga_2022.FULL)
    funnel = check_lives(book)
    assert (funnel["proposed"], funnel["designed_from_idea"], funnel["innovations"]) == (174, 173, 176)
    assert len(book["Pengukuran"]) == 8
    print("  Purbalingga 2022 launched by kind:", dict(check_purbalingga(book)))
    book = books["salatiga_2019"]
    check_full_case(book, salatiga_2019.FULL)
    assert list(check_lives(book).values()) == [365, 60, 150, 45, 90, 0, 140, 140]
    print("  Salatiga 2019 launched by kind:", dict(check_salatiga(book)))


def main() -> None:
    books: dict[str, Book] = {}
    for region, names in REGIONS.items():
        for name in names:
            module = import_module(name)
            assert module.rows() == module.rows(), "not deterministic"
            books[name] = opened(name, module.rows(), region)
            print(f"{name}: {summary(books[name])}")
        check_region({name: books[name] for name in names})
    secrets = {secret for book in books.values() for secret in secrets_of(book)}
    for book in books.values():
        check_people(book, secrets | name_parts(book))
    for name, check_round in ROUNDS.items():
        print(f"  {name}:", check_round(books[name]))
    check_full_cases(books)
    print("All checks hold.")


if __name__ == "__main__":
    main()
