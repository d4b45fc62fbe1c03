"""Actions in and events out, a line each."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from domain.region import FigurePublished
from importers.definitions.action_schema import BY_TYPE, schema
from importers.reading import workbook
from ledger.codec import CODEC, Row
from ledger.event_store import EventStore
from tests.helpers import EXAMPLES, invoke
from tools import reference


def as_lines(name: str) -> list[dict[str, Any]]:
    """The rows of an example workbook as lines of actions."""
    book = workbook.read(EXAMPLES / f"{name}.xlsx")
    assert book.problems == []
    return [
        {
            "type": row.sheet.action.TYPE,
            "region": book.region,
            "scope": book.lab if row.sheet.scope == "lab" else None,
            "key": row.key,
            **{k: v for k, v in row.values.items() if k not in ("key", "slug")},
        }
        for row in book.rows
    ]


def write(path: Path, lines: list[Any]) -> Path:
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines), encoding="utf-8")
    return path


def test_the_same_lab_by_lines_gives_the_same_lists(home: Path, tmp_path: Path, demo: Path) -> None:
    done = invoke(
        "import", write(tmp_path / "lab.jsonl", as_lines("salatiga-2019")), "--home", home, "--json"
    )
    assert done.status == 0, done.err
    assert done.data["new"] == 1243
    for words in (["lab", "funnel", "salatiga-2019"], ["catalogue", "stats", "--lab", "salatiga-2019"]):
        assert invoke(*words, "--json", "--home", home).data == invoke(*words, "--json", "--home", demo).data
    again = invoke("import", tmp_path / "lab.jsonl", "--home", home)
    assert again.out == "Tidak ada yang baru: 0 baru, 1.243 sama, 0 berbeda.\n"
    by_sheet = invoke("import", EXAMPLES / "salatiga-2019.xlsx", "--home", home)
    assert by_sheet.out == "Tidak ada yang baru: 0 baru, 1.243 sama, 0 berbeda.\n"


def test_wrong_lines_are_named_and_nothing_is_recorded(home: Path, tmp_path: Path) -> None:
    lines = [{k: v for k, v in one.items() if k != "parent"} for one in as_lines("salatiga-2019")[:12]]
    lines[3] = {**lines[3], "kind": "toko"}
    lines[6] = {"type": "unit.invent", "region": "33.73", "key": "x"}
    lines[8] = {**lines[8], "region": "33.03"}
    path = write(tmp_path / "salah.jsonl", lines)
    with path.open("a", encoding="utf-8") as out:
        out.write("{bukan json\n")
    before = (home / "ledger.db").read_bytes()
    done = invoke("import", path, "--home", home)
    assert done.status == 3
    found = [line.strip() for line in done.err.splitlines() if line.strip().startswith("#")]
    assert [line.split("  ")[0] for line in found] == ["#4 kind", "#7 type", "#9 region", "#13"]
    assert found[0].startswith('#4 kind  baris ini tidak cocok dengan skemanya: "toko" bukan salah satu')
    assert (home / "ledger.db").read_bytes() == before


def test_references_of_the_wrong_type_are_named(home: Path, tmp_path: Path) -> None:
    idea = {"type": "idea.propose", "region": "33.03", "title": "Pasar", "proposal": "new"}
    lines = [
        {**idea, "key": "I-1", "units": 7},
        {**idea, "key": "I-2", "units": [1, {"a": 2}]},
        {**idea, "key": "I-3", "units": ["Dinas"], "proposers": "X", "title": 5},
    ]
    done = invoke("import", write(tmp_path / "salah.jsonl", lines), "--home", home)
    assert done.status == 3
    found = [line.strip() for line in done.err.splitlines() if line.strip().startswith("#")]
    assert [line.split("  ")[0] for line in found] == [
        "#1 units",
        "#2 units",
        "#3 proposers",
        "#3 title",
        "#3 units",
    ]


def test_every_action_schema_is_current_and_accepts_its_example() -> None:
    assert reference.main(["--check"]) == 0
    for sheet in BY_TYPE.values():
        made = schema(sheet)
        Draft202012Validator.check_schema(made)
        assert [
            error.message for one in made["examples"] for error in Draft202012Validator(made).iter_errors(one)
        ] == []


def test_export_writes_every_event_once_in_order(demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "semua.jsonl"
    assert invoke("export", file, "--home", demo).status == 0
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    store = EventStore(demo / "ledger.db")
    rows = [Row(*row) for row in sorted(store.all_rows())]
    assert [(one["position"], one["stream"], one["version"]) for one in lines] == [
        (row.position, row.stream, row.version) for row in rows
    ]
    assert [f"{one['type']}/{one['type_version']}" for one in lines] == [row.topic for row in rows]
    assert [one["body"] for one in lines] == [json.loads(row.state)["body"] for row in rows]
    assert invoke("export", file, "--home", demo).status == 4


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u0085"])
def test_only_a_line_feed_ends_a_line(home: Path, tmp_path: Path, separator: str) -> None:
    line = {"type": "unit.register", "region": "33.03", "key": "U-1", "kind": "opd", "name": f"A{separator}B"}
    path = write(tmp_path / "baris.jsonl", [line])
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    stored = EventStore(home / "ledger.db").rows("3303/unit/000001")[0]
    assert CODEC.decode(stored).body.name == "A B"


def test_a_whole_number_with_a_point_is_a_whole_number(home: Path, tmp_path: Path) -> None:
    line = {
        "type": "figure.publish",
        "region": "33.03",
        "key": "A-1",
        "measure": "innovations.launched",
        "value": 176.0,
        "publisher": "Berita daerah",
    }
    path = write(tmp_path / "baris.jsonl", [line])
    assert '"value": 176.0' in path.read_text(encoding="utf-8")
    done = invoke("import", path, "--home", home)
    assert done.status == 0, done.err
    row = EventStore(home / "ledger.db").at(3)
    assert row
    assert CODEC.decode(row).body == FigurePublished(
        measure="innovations.launched", value=176, publisher="Berita daerah"
    )
    wrong = write(tmp_path / "baris2.jsonl", [{**line, "key": "A-2", "value": 176.5}])
    assert invoke("import", wrong, "--home", home).status == 3
