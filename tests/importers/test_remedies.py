"""Whoever does what a remedy says gets further: every message of an import, and each way out of it."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import jejak
from importers import template
from importers.problems import Problem
from ledger.codec import CODEC
from ledger.event_store import EventStore
from tests.helpers import ROOT, invoke
from tests.importers.remedies import cells, excel, files, keys, sheets, units
from tests.importers.remedies.case import IDENTITY, RECORDED, Case, Right, Told, Way, book, change, put
from tests.importers.remedies.said import SAID

ALL = (*cells.CASES, *units.CASES, *excel.CASES, *keys.CASES, *sheets.CASES, *files.CASES)
CASES = {case.name: case for case in ALL}
WAYS = {f"{case.name}, {way.name}": (case, way) for case in CASES.values() for way in case.ways}
ROOMS = ("importers/reading", "importers/recording")
ELSEWHERE = {
    "action_texts.py": "what is typed behind options, or given by a program",
    "jsonl.py": "what programs write; a schema says what a line may hold",
    "evidence_files.py": "folders of evidence, which no import reads",
    "same_innovation.py": "lists, which a map explains",
    "report_text.py": "what is told of a file beside its cells: test_differing_texts.py, test_questions.py",
}
"""Files whose messages no workbook meets."""
NOTES = {
    "{count} cells held web text (HTML), read as plain paragraphs and lists: {cells}.",
    "scripts, styles and pictures of web text were left out: {cells}.",
    "the sheet is hidden; it was read like the others.",
    "{count} hidden rows were read like the others.",
    "The lab is recorded as it goes on (langsung), but was opened {opened}. If it is typed in later"
    " from its documents, it is a reconstruction: write rekonstruksi under {column}.",
    "{why} Recorded nevertheless: if one of the days is wrong, correct it here or on sheet"
    " {sheet} (with --as-correction).",
    "this file is attached to {code} already (event {events}).",
}
"""What is said of a file that is recorded all the same."""
OUT_OF_REACH = {
    "this person was forgotten: {label} is not kept again.": "needs two persons who forget a third, as"
    " forgetting/test_cut_off.py has them",
    "Empty the cell. If it is another person, write a new key for the row.": "its remedy, followed there",
    "what is recorded of this row has no {label}.": "needs a recorded row of sheet Pendukung, as"
    " test_competition_sheets.py has one",
    "Empty the cell, or take another kind of row.": "its remedy, followed there",
    "the key {key} is of lab {lab}, and this workbook names no lab.": "needs a recorded lab, as"
    " test_without_its_lab.py has one",
    "Write {lab} beside Lab on sheet Identitas.": "its remedy, followed there",
    "the idea belongs to lab {lab}, and this workbook names no lab.": "met in test_without_its_lab.py",
    "Write {lab} beside Lab on sheet Identitas. If the innovation is of no lab: ya under {column}.": "its"
    " remedy, followed there",
    "the file cannot be opened: {detail}.": "needs a user without rights, or another program's lock",
    "Close it in other programs, and check the rights of the file.": "its remedy",
    "the file needs more memory than there is.": "needs a machine that is full",
    "Write a whole number without a unit.": "no sheet asks for personal data that is a number",
    'the number "{value}" means one indicator in one edition, and another in the next.': "needs a rulebook"
    " of the region's own that numbers otherwise",
    "Write the id of the one that is meant: {ids}.": "its remedy, followed in e2e/test_other_numbers.py",
    '"{title}": {why}': "rows of lists, which no sheet holds: test_list_rows.py",
    "Mend the row, then import again; if all rows say so, look at the columns in the map.": "its remedy",
}


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which the rows that cases build on are recorded; not to be changed."""
    home = tmp_path_factory.mktemp("tercatat") / "ruang"
    made = jejak.create_workspace(home, region="33.03", operator="Nama Operator Contoh", post="Analis")
    path = home.with_name("tercatat.xlsx")
    template.write(path, rows=RECORDED, identity=IDENTITY)
    made.import_file(path)
    return home


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kerja"
    made.mkdir()
    return made


def problems(home: Path, path: Path, **options: Any) -> list[Problem]:
    """What an import says of a file; nothing when it is recorded."""
    try:
        jejak.open_workspace(home).import_file(path, **options)
    except jejak.ImportProblems as found:
        return found.problems
    return []


def told(home: Path, case: Case, folder: Path) -> Told:
    """What is said of the file of a case: one thing, word for word."""
    path = case.make(folder)
    found = problems(home, path, **case.options)
    said = [(str(one.cell), *words(one, path)) for one in found]
    assert said == [(case.at, *SAID[case.name])]
    return Told(path, home, *(jejak.sentence(one, "id") for one in found[0][1:]))


def words(problem: Problem, path: Path) -> tuple[str, str]:
    """What is said, with stand-ins for what is another one in each run."""
    what, remedy = (jejak.sentence(one, "id").replace(str(path), "BERKAS") for one in problem[1:])
    return what, re.sub(r"void [0-9a-f-]{36}/[0-9]+", "void TINDAKAN", remedy)


def events(home: Path) -> list[tuple[str, Any]]:
    store = EventStore(home / "ledger.db")
    try:
        rows = store.between(1, store.head().position)
        return [(row.topic.partition("/")[0], CODEC.decode(row)) for row in rows]
    finally:
        store.close()


@pytest.mark.parametrize(("case", "way"), WAYS.values(), ids=WAYS)
def test_who_follows_the_remedy_gets_further(recorded: Path, folder: Path, case: Case, way: Way) -> None:
    home = Path(shutil.copytree(recorded, folder.with_name("ruang")))
    stands = told(home, case, folder)
    path = way.mend(stands) or stands.path
    before = len(events(home))
    assert problems(home, path, **{**case.options, **way.options}) == []
    new = events(home)[before:]
    assert {kind: dict(fields) for kind, fields in _found(new, way.right)} == way.right
    assert bool(new) == bool(way.right)


def _found(new: list[tuple[str, Any]], right: Right) -> Iterator[tuple[str, dict[str, Any]]]:
    last = dict(new)
    for kind, fields in right.items():
        if kind in last:
            fact = last[kind]
            yield (
                kind,
                {name: getattr(fact if name == "occurred" else fact.body, name) for name in fields},
            )


@pytest.mark.parametrize("name", ["no sheet of ours", "a text file"])
def test_a_list_goes_on_with_its_map(
    recorded: Path, folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stands = told(recorded, CASES[name], folder)
    _jejak, *command = shlex.split(stands.remedy.rpartition(": ")[2])
    monkeypatch.chdir(folder)
    done = invoke(*command, "--home", recorded)
    assert (done.status, done.err) == (0, "")


def test_a_cell_that_cannot_be_corrected_is_recorded_after_the_void(recorded: Path, folder: Path) -> None:
    """The word for it stands in the question about differences, too."""
    home = Path(shutil.copytree(recorded, folder.with_name("ruang")))
    path = CASES["a field that no correction reaches"].make(folder)
    asked = invoke("import", path, "--home", home)
    assert asked.status == 4
    keys.voided(Told(path, home, "", asked.err))
    before = len(events(home))
    assert problems(home, path) == []
    assert [kind for kind, _ in events(home)[before:]] == ["unit.closed"]


def test_a_twin_that_is_the_same_innovation_is_taken_back(recorded: Path, folder: Path) -> None:
    home = Path(shutil.copytree(recorded, folder.with_name("ruang")))
    assert invoke("catalogue", "list", "--home", home).status == 0
    twin = {"Kunci": "INO-9", "Judul": "simpel pasar", "Unit": "U-1"}
    trial = {"Kunci": "UC-1", "Inovasi": "INO-9", "Tempat": "Pasar"}
    path = book({"Inovasi": [twin], "Uji Coba": [trial]})(folder)
    done = invoke("import", path, "--home", home)
    assert (done.status, done.err) == (
        0,
        '  Inovasi!C2  "simpel pasar" sudah tercatat sebagai 3303-0001: inovasi lain dengan'
        " judul yang sama.\n"
        "              Bila itu inovasi yang sama, batalkan impor ini dan tulis kodenya, 3303-0001.\n",
    )
    keys.voided(Told(path, home, "", done.out))
    change(path, lambda opened: opened["Inovasi"].delete_rows(2), put(Uji_Coba_B2="3303-0001"))
    before = len(events(home))
    assert problems(home, path) == []
    assert [kind for kind, _ in events(home)[before:]] == ["innovation.trialled"]
    page = invoke("catalogue", "list", "--json", "--home", home).data
    assert [(one["code"], one["title"]) for one in page["items"]] == [("3303-0001", "Simpel Pasar")]


def test_a_lab_that_is_recorded_as_live_is_corrected(recorded: Path, folder: Path) -> None:
    """The second way of the remedy for a lab that is recorded already."""
    home = Path(shutil.copytree(recorded, folder.with_name("ruang")))
    identity = {**IDENTITY, "Lab": "uji-2023"}
    assert problems(home, book({"Lab": [sheets.LIVE], "Ide": [sheets.IDEA]}, identity)(folder)) == []
    rows = {"Lab": [sheets.LIVE], "Ide": [sheets.IDEA], "Inovasi": [sheets.DESIGNED]}
    path = book(rows, identity)(folder)
    found = problems(home, path)
    assert [(str(one.cell), *words(one, path)) for one in found] == [
        ("Inovasi!B2", *SAID["a live lab out of its order"])
    ]
    change(path, put(Lab_D2="rekonstruksi"))
    before = len(events(home))
    assert problems(home, path, correction="dicatat dari dokumennya") == []
    assert [(kind, getattr(fact.body, "new", None)) for kind, fact in events(home)[before:]] == [
        ("fact.corrected", "reconstructed"),
        ("innovation.designed", None),
        ("idea.taken_into_design", None),
    ]


def test_every_message_of_an_import_is_met(recorded: Path, tmp_path: Path) -> None:
    """A new message needs a case that provokes it and follows its remedy."""
    assert (len(CASES), set(CASES)) == (len(ALL), set(SAID))
    met = NOTES | OUT_OF_REACH.keys()
    for number, case in enumerate(CASES.values()):
        folder = tmp_path / str(number) / "kerja"
        folder.mkdir(parents=True)
        for one in problems(recorded, case.make(folder), **case.options):
            met |= {one.what.text, one.remedy.text}
    assert sorted(said_in_code() - met) == []


@cache
def said_in_code() -> frozenset[str]:
    """All msgids of what is wrong and of remedies in the rooms that read and record a workbook."""
    files = [path for room in ROOMS for path in sorted((ROOT / room).glob("*.py"))]
    return frozenset(
        str(one.value)
        for path in files
        if path.name not in ELSEWHERE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("reason", "bad")
        for one in node.args
        if isinstance(one, ast.Constant)
    )
