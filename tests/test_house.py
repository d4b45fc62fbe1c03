"""The house itself: names, locks, catalogue of messages, documentation."""

import ast
import re
import tomllib
from importlib import metadata
from pathlib import Path

import cli
from tests.helpers import ROOT, invoke
from tools import catalogue
from tools.locked_versions import LOCKS

OURS = {
    "cli",
    "commands",
    "domain",
    "examples",
    "exporters",
    "importers",
    "jejak",
    "jejak_i18n",
    "ledger",
} | {
    "projections",
    "schemas",
    "service",
}


def locked(name: str) -> dict[str, str]:
    """Names and versions of a lock file."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {n.casefold(): v for n, v in re.findall(r"^([A-Za-z0-9._-]+)==([^ \\;]+)", text, re.MULTILINE)}


def test_no_locked_dependency_ships_a_module_of_our_names() -> None:
    wanted = {re.sub(r"[-_.]+", "-", name) for name in locked("requirements-dev.lock")}
    found = set()
    seen = set()
    for one in metadata.distributions():
        name = re.sub(r"[-_.]+", "-", one.metadata["Name"]).casefold()
        if name in wanted:
            seen.add(name)
            found |= {(name, str(file).split("/")[0].removesuffix(".py")) for file in one.files or ()}
    assert len(seen) > 40
    assert [(name, module) for name, module in found if module in OURS] == []


def test_locks_hold_hashes_and_no_download_address() -> None:
    for name in ("requirements-dev.lock", *LOCKS):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        entries = re.split(r"\n(?=[a-z])", text)
        assert [entry for entry in entries if entry.strip() and "--hash=sha256:" not in entry] == []


def test_the_program_lock_is_part_of_the_developers_lock() -> None:
    program, developers = locked("requirements.lock"), locked("requirements-dev.lock")
    for name in LOCKS[1:]:
        assert program.items() <= locked(name).items() <= developers.items()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[><=\[]", one)[0].casefold() for one in project["dependencies"]}
    assert names <= set(locked("requirements.lock"))


def test_the_version_is_said_once_more_only_by_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == cli.VERSION
    assert f"## {cli.VERSION}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_indonesian_catalogue_is_complete_and_current() -> None:
    assert catalogue.untranslated(catalogue.updated()) == []
    assert catalogue.main(["--check"]) == 0


def test_translations_keep_every_named_place() -> None:
    def places(text: str) -> list[str]:
        return sorted(re.findall(r"\{[^}]*\}|%\([a-z]+\)s", text))

    wrong = [
        message.id
        for message in catalogue.catalogue()
        if message.id and places(str(message.id)) != places(str(message.string))
    ]
    assert wrong == []


def test_every_verb_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [verb for verb in cli.VERBS if f"jejak {verb}" not in readme]
    assert missing == []


def test_every_verb_explains_itself() -> None:
    for verb in cli.VERBS:
        done = invoke(verb, "--help")
        assert done.status == 0
        assert "--" in done.out


def test_nothing_speaks_of_the_host_of_a_package_registry() -> None:
    files = [
        path for path in ROOT.glob("*") if path.is_file() and path.suffix in (".md", ".toml", ".lock", "")
    ]
    words = re.compile(r"pypi\.org|pythonhosted|registry\.npmjs")
    assert [
        path.name for path in files if words.search(path.read_text(encoding="utf-8", errors="ignore"))
    ] == []


def test_signatures_say_their_types() -> None:
    """`Any` stands in few signatures; what must hold anything has a named alias with its reason."""
    folders = OURS - {"cli", "examples"}
    trees = [
        ast.parse(path.read_text(encoding="utf-8")) for f in folders for path in (ROOT / f).rglob("*.py")
    ]
    functions = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    untyped = [one.name for one in functions if re.search(r"\bAny\b", ast.unparse(one.args) + _returned(one))]
    assert len(functions) > 1900
    assert len(untyped) / len(functions) < 0.08


def _returned(function: ast.FunctionDef) -> str:
    return ast.unparse(function.returns) if function.returns else ""


MOST_LINES = 400
"""How long a hand-written file of Python may be; `examples/source/` holds the record of a lab as data."""


def _ours() -> list[Path]:
    """Every hand-written file of Python."""
    folders = [ROOT / name for name in (*OURS - {"cli"}, "tests", "tools", "torture", "benchmarks")]
    return [ROOT / "cli.py", *(path for folder in folders for path in sorted(folder.rglob("*.py")))]


def test_no_file_is_longer_than_a_reader_takes_in() -> None:
    lines = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in _ours()
    }
    too_long = {name: count for name, count in lines.items() if count > MOST_LINES}
    assert {name: n for name, n in too_long.items() if not name.startswith("examples/source/")} == {}


def test_every_room_stands_once_in_the_table() -> None:
    """A room is a folder with Python in it; `…` stands for those below it."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = page.partition("### Rooms")[2].partition("###")[0]
    firsts = [row.split("|")[1] for row in table.splitlines() if row.startswith("|")]
    listed = [name for first in firsts for name in re.findall(r"`([^`]+/…?)`", first)]
    folders = {path.parent for path in _ours() if path.parent != ROOT and path.name != "__init__.py"}
    rooms = {f"{folder.relative_to(ROOT).as_posix()}/" for folder in folders}
    whole = tuple(name.removesuffix("…") for name in listed if name.endswith("…"))
    assert sorted(listed) == sorted(set(listed))
    assert sorted(room for room in rooms - set(listed) if not room.startswith(whole)) == []
    assert sorted({name for name in listed if not name.endswith("…")} - rooms) == []
