"""A list is described once: what its columns show on the screen and in a workbook."""

from __future__ import annotations

import pkgutil
from decimal import Decimal
from importlib import import_module

import pytest
from msgspec import Struct

import commands
from commands.common.list_spec import Column, Items, ListSpec, screen_text, sheet, show_list
from commands.common.output import Answer


class Row(Struct, frozen=True):
    """One row with a field of every kind."""

    name: str | None
    size: int | None
    event: int
    points: Decimal | None
    day: str | None
    stage: str | None
    outcome: str | None
    example: bool


ROWS = [
    Row("Pasar", 12345, 12345, Decimal("8.170"), "2022-12-15", "implemented", "met", example=True),
    Row(None, None, 7, None, None, None, None, example=False),
]
SPEC = ListSpec(
    row=Row,
    name="Innovations",
    title="Catalogue of innovations",
    columns=(
        Column("name", "Title"),
        Column("size", "Count", "number"),
        Column("event", "Event", "event"),
        Column("points", "Points", "points"),
        Column("day", "Launched", "day"),
        Column("stage", "Stage", "label", codes="maturity"),
        Column("outcome", "Verdict", "term", codes="verdict", place="workbook"),
        Column("example", "Note", "flag", mark="illustration", screen_label=""),
        Column("twice", "Title", value=lambda row: 2 * (row.name or ""), place="screen", literal=True),
    ),
    empty="No innovation is recorded. Record some with sheet Inovasi.",
)


def test_each_kind_has_its_text_on_the_screen() -> None:
    assert screen_text(SPEC, ROWS) == "\n".join(
        [
            "Judul  Jumlah  Peristiwa  Nilai  Diluncurkan       Tahap                 Title",
            "─────  ──────  ─────────  ─────  ────────────────  ─────────    ──────────",
            "Pasar  12.345      12345   8,17  15 Desember 2022  penerapan  ilustrasi  PasarPasar",
            "            –          7      –  –",
        ]
    )


def test_an_empty_list_says_what_to_do() -> None:
    assert screen_text(SPEC, []) == "Belum ada inovasi yang tercatat. Catat lewat lembar Inovasi."


def test_each_kind_has_its_cell_in_a_workbook() -> None:
    made = sheet(SPEC, ROWS, ["Catatan"])
    assert (made.name, made.title, made.notes) == ("Inovasi", "Katalog inovasi", ["Catatan"])
    assert made.headings == [
        *("Judul", "Jumlah", "Peristiwa", "Nilai", "Diluncurkan", "Tahap", "Penilaian syarat", "Keterangan")
    ]
    assert made.rows == [
        ["Pasar", 12345, 12345, Decimal("8.170"), "15 Desember 2022", "penerapan", "memenuhi syarat"]
        + ["ilustrasi"],
        ["", "", 7, "", "–", "", "–", ""],
    ]
    assert sheet(SPEC, ROWS, [], title="Judul sendiri").title == "Judul sendiri"


def test_json_gives_the_fields_of_the_rows(capsys: pytest.CaptureFixture[str]) -> None:
    class Small(Struct, frozen=True):
        name: str
        size: int | None

    small: ListSpec[Small] = ListSpec(row=Small, name="", title="", columns=(Column("name", "Title"),))
    show_list(Answer("uji", as_json=True), small, Items([Small("Pasar", None)]), None)
    assert capsys.readouterr().out == (
        '{\n  "jejak": 1,\n  "command": "uji",\n  "status": "ok",\n  "data": {\n    "items": [\n      {\n'
        '        "name": "Pasar",\n        "size": null\n      }\n    ]\n  },\n  "messages": []\n}\n'
    )


def specs() -> dict[str, ListSpec[Struct]]:
    """Every list that a module of the commands describes."""
    names = [module.name for module in pkgutil.walk_packages(commands.__path__, "commands.")]
    return {
        f"{name}.{key}": value
        for name in names
        for key, value in vars(import_module(name)).items()
        if isinstance(value, ListSpec) and key.isupper()
    }


def test_every_column_names_a_field_of_its_row_or_makes_a_value() -> None:
    found = specs()
    assert "commands.show.lab.LABS" in found
    assert [
        (name, column.key)
        for name, spec in found.items()
        for column in spec.columns
        if column.value is None and not hasattr(spec.row, column.key)
    ] == []
