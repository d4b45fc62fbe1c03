"""Every sentence that is said of a problem stands word for word in a test."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from jejak_i18n import indonesian
from tests.helpers import ROOT
from tools.catalogue import FOLDERS, MARKERS

SAID = ("reason", "bad")
OUT_OF_REACH = {
    # Said only where the system names a mounted network drive, which no test can count on.
    "{path} lies on a network drive, which SQLite cannot trust.",
    # Said only by a server of another age than that of the tests.
    "The server is older than PostgreSQL {oldest}.",
    "Take a newer server for the ledger.",
}


def said() -> set[str]:
    """The msgids of all reasons and remedies."""
    found = set()
    for path in [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAID:
                texts = node.args[: MARKERS[node.func.id]]
                found |= {str(one.value) for one in texts if isinstance(one, ast.Constant) and one.value}
    return found


def strings(path: Path) -> Iterator[str]:
    """All texts of a Python file: those that stand side by side as one, values inside them as `…`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(one.value) if isinstance(one, ast.Constant) else "…" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def words(text: str) -> re.Pattern[str]:
    """All words of a message in their order, whatever its values are."""
    # A value at an end matches anything: left out, or each line would be searched from each of its letters.
    return re.compile(".*?".join(re.escape(part) for part in re.split(r"\{[^}]*\}", text) if part))


def test_every_reason_and_remedy_stands_in_a_test() -> None:
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    known = "\n".join(text for path in tests for text in strings(path))
    told = {one for one in said() for text in (one, indonesian(one)) if words(text).search(known)}
    assert sorted(said() - told) == sorted(OUT_OF_REACH)
