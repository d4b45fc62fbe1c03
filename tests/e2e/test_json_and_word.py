"""The document of a dossier says every value that its JSON holds, and no value of the form besides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from jejak_i18n import formatting, labels
from tests.helpers import invoke

EDITIONS = [
    ("iga", "2023", ()),
    ("iga", "2026", ()),
    ("kipp", "2021", ("--group", "umum")),
    ("kipp", "2023", ("--group", "umum")),
    ("kipp", "2025", ("--group", "umum")),
    ("kipp", "2025", ("--group", "replikasi")),
]
CODES = ("3303-0169", "3373-0042", "3303-0001")
TOGETHER = r"(?:Isi kolom|Isi) (.+) (?:pada|di) lembar Profil, lalu impor lagi\."
Said = tuple[str, str]
"""Where a value stands in the JSON, and how people read it."""


def files(home: Path, out: Path, award: str, code: str, year: str, more: tuple[str, ...]) -> Any:
    done = invoke("dossier", award, code, "--year", year, *more, "--out", out, "--home", home)
    assert done.status == 0, done.err
    (made,) = out.glob("*.json")
    return json.loads(made.read_text(encoding="utf-8")), Document(str(made.with_suffix(".docx")))


def texts(document: Any) -> Iterator[str]:
    yield from (one.text for one in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            yield from (cell.text for cell in row.cells)


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("award", "year", "more"), EDITIONS)
def test_every_value_of_the_json_is_in_the_document(
    demo: Path, tmp_path: Path, award: str, year: str, more: tuple[str, ...], code: str
) -> None:
    made, document = files(demo, tmp_path, award, code, year, more)
    printed = plain("\n".join(texts(document)))
    said = [*values(made)]
    assert [(where, text) for where, text in said if plain(text) not in printed] == []
    assert len(said) > 10


@pytest.mark.parametrize(("award", "year", "more"), EDITIONS[1::2])
def test_the_tables_of_the_form_hold_just_what_the_json_says(
    demo: Path, tmp_path: Path, award: str, year: str, more: tuple[str, ...]
) -> None:
    """Cell by cell: identity with its labels; indicators with their levels."""
    made, document = files(demo, tmp_path, award, CODES[0], year, more)
    tables = [[[plain(cell.text) for cell in row.cells] for row in one.rows] for one in document.tables]
    if award == "iga":
        (table,) = [one for one in tables if one[0][1].startswith("Indikator")]
        rows = [row[:3] for row in table[1:]]
        assert rows == [[str(one["row"]), indicator_text(one), level_text(one)] for one in made["indicators"]]
        return
    identity = {one["label"]: plain(item_text(one, made)) for one in made["identity"]}
    (table,) = [one for one in tables if one[0][0] == made["identity"][0]["label"]]
    assert {row[0]: row[1] for row in table if row[0] in identity} == identity


def indicator_text(one: dict[str, Any]) -> str:
    mandatory = " · wajib" if one["mandatory"]["value"] else ""
    return plain(f"{one['name']} Indikator {one['number']}{mandatory}")


def level_text(one: dict[str, Any]) -> str:
    level = one["parameter"]
    if level["value"] is None:
        return "belum tercatat"
    verified = " (terverifikasi)" if level["verified"] == level["value"] else ""
    return plain(f"P{level['value']}: {level['label']}{verified}")


def values(made: dict[str, Any]) -> Iterator[Said]:
    """Everything recorded in a dossier, as a person would say it."""
    for item in [*made["identity"], *made["sections"]]:
        if item["kind"] == "text":
            yield from text_values(item)
        elif item["state"] == "recorded" and item["kind"] != "sdgs":
            yield item["id"], item_text(item, made)
    for one in made.get("indicators", []):
        yield f"indicator {one['number']}", one["name"]
        if one["parameter"]["value"] is not None:
            yield f"level {one['number']}", one["parameter"]["label"]
        for proof in one["evidence"]:
            yield from evidence_values(proof)
    for one in made.get("letters", []):
        yield one["id"], one["label"]
    for section in made["sections"]:
        for proof in section.get("attachment", {}).get("evidence", []):
            yield from evidence_values(proof)
    for one in made.get("measurements", []):
        yield "measurement", one["indicator"]
        yield from (("figure", formatting.figure(one[side])) for side in ("before", "after") if one[side])
    for gap in made["missing"]:
        yield f"gap {gap['id']}", gap["what"]
        # Cells of one sheet that are only empty are told together.
        together = re.fullmatch(TOGETHER, gap["mend"])
        yield f"mend {gap['id']}", together[1] if together else gap["mend"]
    for event in made["provenance"]:
        yield "event", formatting.number(event["event"])
        for place in event["places"]:
            yield "place", f"{place['sheet']}!{place['cell']}" if place["sheet"] else ""
            yield "workbook", place["workbook"] or ""
        yield "post", event["actor_post"] or ""
    yield "position", formatting.number(made["position"])


def text_values(item: dict[str, Any]) -> Iterator[Said]:
    for one in item["values"]:
        if one["state"] == "recorded":
            yield from ((item["id"], line) for line in re.split(r"\n+", one["value"]))


def item_text(item: dict[str, Any], made: dict[str, Any]) -> str:
    if item["kind"] == "region":
        return str(made["region"]["name"])
    if item["kind"] == "group":
        return str(made["group"]).capitalize()
    if item["state"] == "outside" and not item["values"]:
        return "isi di aplikasi"
    if item["id"] == "video_rules":
        # Nobody recorded it: the rulebook says it, and the label is what is printed.
        return str(item["values"][0]["label"])
    parts = [value_text(item["kind"], one) for one in item["values"] if one["state"] == "recorded"]
    return "; ".join(parts) or "belum tercatat"


def value_text(kind: str, one: dict[str, Any]) -> str:
    if one["label"] is not None:
        return str(one["label"])
    if isinstance(one["value"], list):
        parts = [str(part) for part in one["value"]]
        return formatting.series(parts) if kind in ("sdgs", "outside") else "; ".join(parts)
    return formatting.date(one["value"]) if kind == "date" else str(one["value"])


def evidence_values(proof: dict[str, Any]) -> Iterator[Said]:
    if not proof["file"] and not proof["link"]:
        return
    label = labels.label_of("evidence", proof["kind"])
    yield "kind", f"{label[:1].upper()}{label[1:]}"
    for name in ("number", "subject", "name", "link", "page"):
        yield name, proof[name] or ""
    yield "date", formatting.date(proof["date"]) if proof["date"] else ""


def test_a_document_that_somebody_worked_in_is_not_replaced_unasked(demo: Path, tmp_path: Path) -> None:
    words = ("dossier", "iga", "SIMPEL PASAR", "--year", "2026", "--out", tmp_path, "--home", demo)
    assert invoke(*words).status == 0
    assert invoke(*words).status == 0
    (path,) = tmp_path.glob("*.docx")
    as_made = path.read_bytes()
    document = Document(str(path))
    document.add_paragraph("Tambahan dari Word.")
    document.save(str(path))
    worked_in = path.read_bytes()
    refused = invoke(*words)
    assert (refused.status, refused.err) == (
        4,
        f"{path} diubah sesudah ditulis Jejak.\n"
        "  Tulis ke folder lain dengan --out, atau ganti berkasnya: --force\n",
    )
    assert path.read_bytes() == worked_in
    assert invoke(*words, "--force").status == 0
    assert path.read_bytes() == as_made
