"""The cases: each a file or words by its number and a seed, and the calls that meet it."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from openpyxl import Workbook

from importers import template
from torture.hostile import bags, documents, texts
from torture.hostile.packages import package, packed, unpacked
from torture.hostile.whole import CALLS, CODES, DAYS, FIELDS, KINDS, LINES, ODD_WORDS

ROOT = Path(__file__).parents[2]
HERE = "{home}"
"""Stands for the workspace in the words of a call."""


class Case(NamedTuple):
    """A case: its kind, whether it meets the full workspace, its files, and the calls."""

    kind: str
    full: bool
    files: dict[str, bytes]
    calls: list[list[str]]
    checks: list[list[str]] = [["catalogue", "list", "--json"]]
    """What must succeed after a call that recorded something."""


class Sources:
    """The whole files that cases are made of."""

    def __init__(self, folder: Path) -> None:
        """Reads the examples, and makes what is not among them in `folder`."""
        self.workbooks = [path.read_bytes() for path in sorted((ROOT / "examples").glob("*.xlsx"))]
        path = folder / "buku.xlsx"
        rows = {"Unit": [{"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji"}]}
        template.write(path, rows=rows, identity={"Kode Wilayah": "33.03"})
        self.workbooks += [path.read_bytes()] * 3
        template.write(path, identity={"Kode Wilayah": "33.03"})
        self.workbooks.append(path.read_bytes())
        self.rulebooks = [
            json.loads(path.read_text(encoding="utf-8"))
            for path in sorted((ROOT / "schemas" / "rulebooks").glob("*.json"))
        ]
        self.backup = (folder / "cadangan.zip").read_bytes()
        self.bag = (folder / "paket.zip").read_bytes()
        self.document = document()
        self.list, self.map = workbook_of_a_list(), (folder / "PETA.toml").read_text(encoding="utf-8")


def flat_list() -> list[list[Any]]:
    """A list as offices keep it."""
    heads = [
        "No",
        "Nama Inovasi",
        "OPD",
        "Tahapan",
        "Bentuk",
        "Urusan",
        "Waktu Uji Coba",
        "Waktu Penerapan",
        "Hasil",
    ]
    rows = [
        [
            n,
            f"Layanan {n}",
            f"Dinas {'ABC'[n % 3]}",
            "Penerapan",
            "Pelayanan Publik",
            "Kesehatan",
            "1/1/2022",
            2025,
            "Baik",
        ]
        for n in range(1, 13)
    ]
    return [["DAFTAR INOVASI 2025"], [], heads, *rows]


def workbook_of_a_list() -> bytes:
    """The list as a workbook."""
    book = Workbook()
    assert book.active is not None
    for row in flat_list():
        book.active.append(row)
    book.active.merge_cells("A1:I1")
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def document() -> bytes:
    """The list as an OpenDocument workbook."""
    names = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"'
        for one in ("office", "table", "text")
    )
    lines = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string" table:number-columns-repeated="1">'
            f"<text:p>{said}</text:p></table:table-cell>"
            for said in row
        )
        + "</table:table-row>"
        for row in flat_list()
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="Daftar">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    entry = f'<m:file-entry m:full-path="/" m:media-type="{kind.decode()}"/>'
    manifest = (
        f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entry}</m:manifest>'
    )
    parts = {"mimetype": kind, "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()}
    return packed(list(parts.items()))


def case(number: int, seed: int, sources: Sources) -> Case:
    """The case of a number: the same for the same seed."""
    draw = Random(f"{seed}:{number}")  # noqa: S311 - cases, no secrets
    kind = draw.choices(list(KINDS), list(KINDS.values()))[0]
    made = _MAKERS[kind](draw, sources)
    # These look at everything, and take their time.
    more = (["ledger", "verify"], ["projections", "verify"])
    return made._replace(checks=[*made.checks, *(one for one in more if draw.random() < 0.1)])


def _workbook(draw: Random, sources: Sources) -> Case:
    data = package(draw, draw.choice(sources.workbooks))
    call = ["import", "buku.xlsx"]
    if draw.random() < 0.2:
        call += draw.choice((["--mark", "tanda.xlsx"], ["--as-correction", "salah"], ["--dry-run"]))
    return Case("workbook", draw.random() < 0.4, {"buku.xlsx": data}, [call])


def _values(draw: Random, sources: Sources) -> Case:
    """A workbook that is whole, with odd values in cells of any sheet."""
    from domain.sheets.registry import SHEETS

    rows: dict[str, list[dict[str, Any]]] = {}
    for sheet in draw.sample(SHEETS, draw.choice((1, 3, 8))):
        columns = [sheet.key_label, *(one.label for one in sheet.columns)]
        rows[sheet.name] = [
            {
                label: _cell(draw)
                if draw.random() < 0.5
                else draw.choice(("U-1", "2022", "ya", "Dinas Uji", "INO-1"))
                for label in columns
                if draw.random() < 0.8
            }
            for _ in range(draw.choice((1, 3)))
        ]
    made = io.BytesIO()
    _write(made, rows, {"Kode Wilayah": "33.03" if draw.random() < 0.9 else _cell(draw), "Lab": "uji-2022"})
    return Case("values", draw.random() < 0.3, {"buku.xlsx": made.getvalue()}, [["import", "buku.xlsx"]])


def _cell(draw: Random) -> Any:
    return (
        texts.text(draw)
        if draw.random() < 0.7
        else draw.choice((*texts.NUMBERS, True, False, 45000, 1e9, 60.5))
    )


def _write(to: io.BytesIO, rows: dict[str, list[dict[str, Any]]], identity: dict[str, Any]) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(
        to, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    )
    day, percent = book.add_format({"num_format": "d mmmm yyyy"}), book.add_format({"num_format": "0.0%"})
    sheet = book.add_worksheet("Identitas")
    for at, (label, said) in enumerate(identity.items()):
        sheet.write(at, 0, label)
        sheet.write(at, 1, _held(said))
    for name, lines in rows.items():
        sheet = book.add_worksheet(name)
        labels = list(dict.fromkeys(label for line in lines for label in line))
        sheet.write_row(0, 0, labels)
        for number, line in enumerate(lines, 1):
            for at, label in enumerate(labels):
                held = _held(line.get(label))
                shape = (None, day, percent)[(number + at) % 3] if isinstance(held, int | float) else None
                if isinstance(held, str) and held.startswith("="):
                    sheet.write_formula(number, at, held, shape, "")
                else:
                    sheet.write(number, at, held, shape)
    book.close()


def _held(value: Any) -> Any:
    """What a cell can hold at most."""
    if isinstance(value, str):
        return value[:32_767]
    return float(value) if isinstance(value, int) and abs(value) > 2**63 else value


def _lines(draw: Random, _sources: Sources) -> Case:
    lines = [json.dumps(one).encode() for one in LINES]
    for _ in range(draw.choice((1, 1, 3))):
        at = draw.randrange(len(lines))
        one = LINES[at]
        if draw.random() < 0.8:
            field = draw.choice([name for name in one if name != "type"])
            changed = {**one, field: texts.value(draw)}
            lines[at] = texts.json_document(draw, changed if draw.random() < 0.6 else one)
        else:
            lines[at] = texts.spoiled(draw, json.dumps(one))
    data = draw.choice((b"\n", b"\n", b"\r\n", b"\x00\n")).join(lines)
    if draw.random() < 0.1:
        data = texts.spoiled(draw, data.decode("utf-8", "replace"))
    return Case("lines", draw.random() < 0.2, {"baris.jsonl": data}, [["import", "baris.jsonl"]])


def _rulebook(draw: Random, sources: Sources) -> Case:
    book = draw.choice(sources.rulebooks)
    if draw.random() < 0.3:
        book = {"over": book.get("id", "iga-2026"), "changes": {"title": "x"}, **dict(list(book.items())[:3])}
    data = texts.json_document(draw, book)
    calls = [["rulebook", "check", "aturan.json"], ["rulebook", "add", "aturan.json"]]
    if draw.random() < 0.1:
        calls += [["rulebook", "list"], ["eligibility", "list", "--award", "iga", "--year", "2026"]]
    return Case("rulebook", True, {"aturan.json": data}, calls)


def _backup(draw: Random, sources: Sources) -> Case:
    data = package(draw, sources.backup) if draw.random() < 0.7 else _altered(draw, sources.backup)
    call = ["restore", "cadangan.zip", *draw.choice((["--check"], ["pulih"]))]
    return Case("backup", False, {"cadangan.zip": data}, [call])


def _bag(draw: Random, sources: Sources) -> Case:
    files = {"paket.zip": bags.bag(draw, sources.bag), "utuh.zip": sources.bag}
    return Case("bag", True, files, bags.calls(draw))


def _altered(draw: Random, backup: bytes) -> bytes:
    """A backup with one file changed, and the hash of it, too: or with another list of its files."""
    parts = dict(unpacked(backup))
    manifest = json.loads(parts["manifest.json"])
    if draw.random() < 0.3:
        parts["manifest.json"] = texts.json_document(draw, manifest)
        return packed(list(parts.items()))
    name = draw.choice(("ledger.db", "ledger.db", "vault.db", "jejak.toml"))
    parts[name] = texts.flipped(draw, parts[name])
    manifest["files"][name] = hashlib.sha256(parts[name]).hexdigest()
    parts["manifest.json"] = json.dumps(manifest).encode()
    return packed(list(parts.items()))


def _flat(draw: Random, sources: Sources) -> Case:
    how = draw.randrange(5)
    calls = [["map", "daftar.xlsx", "--out", "PETA.toml"], ["import", "daftar.xlsx", "--map", "PETA.toml"]]
    if how < 2:
        return Case("list", draw.random() < 0.2, {"daftar.xlsx": package(draw, sources.list)}, calls)
    if how == 2:
        named = [[word.replace("daftar.xlsx", "daftar.ods") for word in call] for call in calls]
        return Case("list", draw.random() < 0.2, {"daftar.ods": package(draw, sources.document)}, named)
    rows = flat_list()
    for _ in range(draw.choice((1, 3, 20))):
        row = draw.choice(rows[2:])
        row[draw.randrange(len(row))] = texts.text(draw)
    name = draw.choice(("daftar.csv", "daftar.tsv"))
    text = "\n".join(draw.choice(";,\t|").join(map(str, row)) for row in rows)
    data = texts.spoiled(draw, text) if draw.random() < 0.5 else text.encode("utf-8", "surrogatepass")
    named = [[word.replace("daftar.xlsx", name) for word in call] for call in calls]
    return Case("list", draw.random() < 0.2, {name: data}, named)


def _map(draw: Random, sources: Sources) -> Case:
    lines = sources.map.splitlines()
    for _ in range(draw.choice((1, 2, 6))):
        at = draw.randrange(len(lines))
        left, equals, _right = lines[at].partition("=")
        said = json.dumps(texts.value(draw)) if draw.random() < 0.8 else texts.text(draw)
        lines[at] = (
            f"{left}{equals} {said}" if equals else draw.choice(("", lines[at] * 2, "[[sheets]]", "[x]"))
        )
    text = "\n".join(lines)
    data = texts.spoiled(draw, text) if draw.random() < 0.3 else text.encode("utf-8", "surrogatepass")
    call = ["import", "daftar.xlsx", "--map", "PETA.toml"]
    return Case("map", False, {"daftar.xlsx": sources.list, "PETA.toml": data}, [call])


def _words(draw: Random, _sources: Sources) -> Case:
    call = []
    for word in draw.choice(CALLS):
        made = _word(draw, word)
        call.append(made)
    if draw.random() < 0.2:
        call.insert(draw.randrange(1, len(call) + 1), draw.choice(ODD_WORDS))
    if draw.random() < 0.3:
        call.append("--json")
    return Case("words", True, {}, [call])


def _word(draw: Random, word: str) -> str:
    """A word of a call, or what stands for it: right, or odd."""
    right: dict[str, tuple[str, ...]] = {
        "CODE": CODES,
        "DAY": DAYS,
        "FIELD": FIELDS,
        "AWARD": ("iga", "kipp", "pp38", "inagara"),
        "YEAR": ("2026", "2023"),
        "OUT": ("hasil", "hasil.toml"),
    }
    if word in right and draw.random() < 0.8:
        return draw.choice(right[word])
    if word in right or word == "ODD":
        return (draw.choice(ODD_WORDS) if draw.random() < 0.6 else texts.text(draw)).replace("\x00", "")
    return word


def _documents(draw: Random, _sources: Sources) -> Case:
    return Case("documents", False, {"buku.xlsx": documents.book(draw)}, documents.calls())


_MAKERS = {
    "workbook": _workbook,
    "values": _values,
    "lines": _lines,
    "rulebook": _rulebook,
    "backup": _backup,
    "bag": _bag,
    "list": _flat,
    "map": _map,
    "words": _words,
    "documents": _documents,
}
