"""Every command's `--json` answer has a schema that is current, and keeps to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from jsonschema import Draft202012Validator

import cli
from commands.answers import ANSWERS
from schemas import loader
from schemas.envelope import Envelope, Message
from tests.helpers import EXAMPLES, ROOT, complete_proposal, invoke
from tools import answer_schemas

CODE = "SIMPEL PASAR"
READING = {
    "completion": ("bash",),
    "calendar list": (),
    "catalogue awards": (),
    "catalogue ideas": (),
    "document list": (),
    "catalogue list": ("--limit", "40"),
    "catalogue show": (CODE, "--lineage"),
    "catalogue stats": ("--lab", "salatiga-2019"),
    "entry list": (),
    "evidence check": (),
    "evidence list": (),
    "history": (CODE,),
    "idea next": (CODE,),
    "innovation next": (CODE,),
    "lab next": ("purbalingga-2022",),
    "person list": (),
    "person show": ("Camat Kutasari",),
    "person reads": (),
    "lab compare": ("--region", "33.03"),
    "lab figures": (),
    "lab funnel": ("purbalingga-2022",),
    "lab list": (),
    "lab show": ("salatiga-2019",),
    "ledger verify": (),
    "projections status": (),
    "projections verify": (),
    "replay": (CODE,),
    "rulebook check": (ROOT / "schemas" / "rulebooks" / "iga-2026.json",),
    "rulebook diff": ("iga-2023", "iga-2026"),
    "rulebook list": (),
    "rulebook show": ("kipp-2023-umum",),
    "trace": (CODE, "tanggal uji coba"),
    "eligibility advise": ("iga", "--year", "2026"),
    "eligibility index": ("--award", "iga", "--year", "2026"),
    "eligibility list": ("--award", "iga", "--year", "2026"),
    "eligibility replay": (CODE,),
    "eligibility show": (CODE, "--award", "iga", "--year", "2026"),
}
"""Verbs that only read, each with a call that finds something in the demo."""
EDITION = ("--award", "kipp", "--year", "2023", "--dry-run")
WRITING = {
    "lab documents": ("purbalingga-2022", "--out", "lab"),
    "dossier batch": ("iga", "3303-0001", "--year", "2026", "--out", "kumpulan"),
    "dossier issue": ("kipp", CODE, "--year", "2023", "--out", "terbit"),
    "dossier again": (CODE, "--year", "2023", "--out", "lagi"),
    "calendar set": ("--award", "iga", "--year", "2026", "--milestone", "closes", "--day", "2026-08-31")
    + ("--command-id", "jadwal"),
    "correct": ("3", "name", "Kabupaten Purbalingga Baru", "--reason", "uji", "--dry-run"),
    "entry choose": (CODE, "--sdg", "16", *EDITION),
    "entry claim": (CODE, "--indicator", "16", "--level", "2", "--year", "2026", "--dry-run"),
    "entry claim-region": ("--row", "2a", "--level", "1", "--year", "2026", "--dry-run"),
    "entry move": (CODE, "--to", "ministry", *EDITION),
    "entry prepare": (CODE, "--award", "kipp", "--year", "2022", "--dry-run"),
    "entry result": (CODE, "--result", "finalist", *EDITION),
    "entry verify": (CODE, "--indicator", "16", "--level", "2", "--year", "2026", "--dry-run"),
    "entry write": (CODE, "--section", "summary", "--file", ROOT / "README.md", *EDITION),
    "evidence add": (ROOT / "README.md", "--code", CODE, "--dry-run"),
    "export": ("semua.jsonl",),
    "import": (EXAMPLES / "purbalingga-2016.xlsx", "--dry-run"),
    "init": ("baru", "--region", "33.05", "--operator", "Nama Contoh", "--post", "Analis"),
    "map": (ROOT / "tests" / "schemas" / "daftar.csv",),
    "projections rebuild": (),
    "site": ("situs", CODE),
    "rulebook add": (ROOT / "schemas" / "rulebooks" / "iga-2026.json",),
    "template": ("templat.xlsx",),
    "dossier pack": ("iga", CODE, "--year", "2026", "--out", "paket.zip"),
    "evidence take": (CODE, "--out", "bukti"),
    "dossier verify": ("paket.zip",),
    "dossier diff": ("paket.zip", "paket.zip"),
    "dossier letters": ("kipp", CODE, "--year", "2023", "--out", "surat"),
    "dossier portal": ("iga", CODE, "--year", "2026", "--out", "salin.xlsx"),
    "dossier region": ("iga", "--year", "2026", "--out", "daerah"),
    "dossier spd": ("iga", "--year", "2026", "--out", "spd.xlsx"),
    "dossier template iga": ("--out", "iga.docx"),
    "dossier template kipp": ("--out", "kipp.docx"),
    "dossier template letter": ("--out", "surat.docx"),
    "dossier template check": ("iga.docx", "--award", "iga"),
    "person correct": ("3303-P0007", "--name", "Nama Baru", "--reason", "uji", "--dry-run"),
    "person forget": ("3303-P0007", "--basis", "uji", "--retention", "uji", "--record", "uji"),
    "person confirm-forget": ("3303-P0007", "--actor", "3303-P0006", "--yes"),
    "backup": ("cadangan.zip",),
    "restore": ("cadangan.zip", "pulih"),
    "void": ("jadwal", "--reason", "uji", "--yes"),
}
"""Verbs that write, in an order in which each finds what it needs."""
ELSEWHERE = {
    "database check",
    "database grant",
    "database migrate",
    "demo",
    "dossier iga",
    "dossier kipp",
    "eligibility sheets",
    "evidence seen",
    "ledger checkpoint",
    "doctor",
    "ledger copy",
    "ledger export",
    "ledger merge",
    "ledger key",
    "ledger prove",
    "ledger verify-proof",
    "ledger witness",
    "projections run",
    "serve",
}
"""Verbs that need a server, a second ledger, a key, a link, or do not end by themselves."""

SAME = {"innovation show"}
"""The same verb under a second name: it answers as `catalogue show`."""


def verbs(command: click.Command, name: str = "") -> Iterator[str]:
    """The names of all verbs below a command."""
    if not isinstance(command, click.Group):
        yield name
        return
    context = click.Context(command)
    for below in command.list_commands(context):
        found = command.get_command(context, below)
        assert found is not None
        yield from verbs(found, f"{name} {below}".strip())


def answered(command: str, *words: str | Path) -> dict[str, Any]:
    """The envelope of a call, after it met the schema of its command."""
    envelope = invoke(*command.split(), *words, "--json").envelope
    if command in ANSWERS:
        schema = loader.schema(f"answers/{answer_schemas.path_of(command).name.split('.')[0]}")
        assert [fault.message for fault in Draft202012Validator(schema).iter_errors(envelope)] == []
    return envelope


def test_every_verb_has_the_struct_of_its_answer() -> None:
    found = set(verbs(cli.jejak)) - SAME
    assert sorted(found - ANSWERS.keys()) == []
    assert sorted(ANSWERS.keys() - found) == []
    assert sorted(found - READING.keys() - WRITING.keys() - ELSEWHERE) == []


def test_the_schemas_are_current() -> None:
    assert answer_schemas.main(["--check"]) == 0


@pytest.mark.parametrize("command", READING)
def test_what_a_reading_verb_answers_keeps_to_its_schema(demo: Path, command: str) -> None:
    envelope = answered(command, *READING[command], "--home", demo)
    assert (envelope["command"], envelope["status"]) == (command, "ok")
    assert envelope["data"]


def test_what_a_writing_verb_answers_keeps_to_its_schema(
    own_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    complete_proposal(own_demo, tmp_path / "lampiran")
    found = {command: answered(command, *words, "--home", own_demo) for command, words in WRITING.items()}
    assert {command: one["status"] for command, one in found.items() if one["status"] != "ok"} == {}
    assert [command for command, one in found.items() if not one["data"]] == []


def test_a_refused_answer_keeps_to_the_schema_too(demo: Path) -> None:
    envelope = answered("lab show", "tidak-ada", "--home", demo)
    assert (envelope["status"], envelope["data"]) == ("usage", None)


def plain(schema: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    """A schema in one way of writing: choices of types and of constants as sorted lists."""
    if "$ref" in schema:
        return plain(parts[schema["$ref"].rpartition("/")[2]], parts)
    if "anyOf" in schema:
        return {"type": sorted(one["type"] for one in schema["anyOf"])}
    made: dict[str, Any] = {}
    if "const" in schema or "enum" in schema:
        made["enum"] = sorted([schema["const"]] if "const" in schema else schema["enum"])
    elif "type" in schema:
        made["type"] = sorted([schema["type"]] if isinstance(schema["type"], str) else schema["type"])
    if "properties" in schema:
        made["properties"] = {name: plain(one, parts) for name, one in schema["properties"].items()}
        made["required"] = sorted(schema["required"])
        made["additionalProperties"] = schema["additionalProperties"]
    if "items" in schema:
        made["items"] = plain(schema["items"], parts)
    return made


def test_the_published_envelope_is_that_of_the_code() -> None:
    schema = answer_schemas.schema("lab list")
    schema["properties"]["command"] = {"type": "string"}
    schema["properties"]["data"] = {"type": ["object", "null"]}
    assert plain(schema, schema["$defs"]) == plain(loader.schema("envelope"), {})
    assert Envelope.__struct_fields__ == tuple(loader.schema("envelope")["properties"])
    published = loader.schema("envelope")["properties"]["messages"]["items"]["properties"]
    assert Message.__struct_fields__ == tuple(published)
