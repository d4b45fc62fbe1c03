"""What the reconstructed rounds without a full funnel share: their lines, units and innovations.

Keys of units, persons, documents, figures and awards hold for the whole region, so that they bear the year of
the round (UNT16-001); keys of ideas and innovations hold within a lab and do not.
"""

from collections.abc import Iterable, Iterator

from contract import COLUMNS, Row, key, row, table

Named = tuple[str, str, str, str | None]  # kind, name, short name, parent


def named(kind: str, text: str) -> list[Named]:
    """Units from lines `Nama Singkat | Nama` or `Nama Singkat | Nama | Induk`."""
    lines = [[part.strip() for part in line.split("|")] for line in text.strip().splitlines()]
    return [(kind, line[1], line[0], line[2] if len(line) > 2 else None) for line in lines]


def entries(text: str) -> Iterator[tuple[str, str]]:
    """Each line of a text with the unit whose heading (`# Nama Singkat`) stands above it."""
    unit = ""
    for line in filter(None, text.splitlines()):
        if line.startswith("# "):
            unit = line[2:]
        else:
            yield unit, line


def units(year: str, every: Iterable[Named]) -> list[Row]:
    lines = [(key(f"UNT{year}", n), *unit) for n, unit in enumerate(every, start=1)]
    return table("Unit", "Kunci|Jenis|Nama|Nama Singkat|Induk", lines)


def participants(every: Iterable[Named], when: str | None) -> list[Row]:
    lines = [(key("PST", n), unit[2], when) for n, unit in enumerate(every, start=1)]
    return table("Peserta", "Kunci|Unit|Tanggal", lines)


def innovations(text: str, when: str, first: int = 1) -> list[Row]:
    """Illustrative innovations without an idea on record, from lines `Judul` or `AKRONIM: Judul`."""
    rows = []
    for n, (unit, line) in enumerate(entries(text), start=first):
        acronym, colon, title = line.partition(": ")
        values: Row = {
            "Kunci": key("INO", n), "Judul": title if colon else line, "Akronim": acronym if colon else None,
            "Unit": unit, "Tanggal": when, "Ilustrasi": "ya",
        }  # fmt: skip
        rows.append(row("Inovasi", values))
    return rows


def posts(year: str, lines: Iterable[tuple[str, str | None, str | None]]) -> list[Row]:
    """Persons known by post only: post, unit, institution outside the region."""
    keyed = [(f"ORG{year}-{n:02d}", *line) for n, line in enumerate(lines, start=1)]
    return table("Orang", "Kunci|Jabatan|Unit|Instansi", keyed)


def signatures(lines: Iterable[tuple[str, str, str, str | None]]) -> list[Row]:
    """Agreement, person, role, capacity; a capacity that the report does not tell is empty."""
    keyed = [(f"TTD-{n:02d}", *line) for n, line in enumerate(lines, start=1)]
    return table("Penanda Tangan", "Kunci|Perjanjian|Orang|Peran|Kapasitas", keyed)


def lab(slug: str, name: str, number: int, when: str, others: Row | None = None) -> list[Row]:
    """The one row of sheet Lab; `others` holds the columns that only some reports tell."""
    values: Row = {
        "Kunci": slug, "Nama": name, "Putaran": number, "Cara Pencatatan": "rekonstruksi", "Tanggal": when,
    }  # fmt: skip
    return [row("Lab", values | (others or {}))]


def workbook(region: str, slug: str, filled: dict[str, list[Row]]) -> dict[str, object]:
    """Every sheet of the workbook; sheets without a fact on record are empty."""
    identity: Row = {"Kode Wilayah": region, "Lab": slug}
    return {"Identitas": identity, **{sheet: filled.get(sheet, []) for sheet in COLUMNS}}
