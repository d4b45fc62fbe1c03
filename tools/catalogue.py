"""The catalogue of messages: `python -m tools.catalogue [--check]`.

Finds every msgid in the code, updates `jejak_i18n/id.po` and compiles it. With `--check` nothing is
written; the exit status is 1 when the catalogue is not complete or not up to date.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

ROOT = Path(__file__).parent.parent
PO = ROOT / "jejak_i18n" / "id.po"
MO = ROOT / "jejak_i18n" / "id" / "LC_MESSAGES" / "messages.mo"
FOLDERS = (
    "domain",
    "ledger",
    "projections",
    "importers",
    "exporters",
    "commands",
    "jejak",
    "jejak_i18n",
    "service",
)
MARKERS = {"_": 1, "n_": 1, "gettext": 1, "indonesian": 1, "marked": 1, "reason": 1, "bad": 2}
"""Function name to how many of its first arguments are msgids."""
PASSED_ON = ("heading", "text", "what", "remedy", "msgid", "why.text")
"""Names under which msgids are passed on that stand as literals elsewhere."""
TEMPLATES = (ROOT / "exporters" / "site" / "templates", ROOT / "service" / "templates")
"""Pages: their msgids stand in the templates."""
CLICK = ROOT / "jejak_i18n" / "click.txt"
"""Sentences of the library click that our users meet, one a line."""

PLURALS = {
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"): "Maksudnya {possibility}?",
    (
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ): "Pilihan {name!r} belum diberi nilai.",
}
"""Sentences of click with a plural; Indonesian has one form."""


def msgids() -> set[str]:
    """Every msgid of the code, and those of click."""
    files = [ROOT / "cli.py", *(path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py")))]
    found = {msgid for path in files for msgid in _of(path)}
    for path in sorted(page for folder in TEMPLATES for page in folder.glob("*.html")):
        tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        found |= {str(texts) for _line, _function, texts in extract_from_ast(tree, ("_",))}
    lines = CLICK.read_text(encoding="utf-8").splitlines()
    return found | {line.replace("\\n", "\n").replace("\\t", "\t") for line in lines if line}


def _of(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
            for argument in node.args[: MARKERS[node.func.id]]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
                    yield argument.value
                elif ast.unparse(argument) not in PASSED_ON:
                    raise SystemExit(f"{path}:{argument.lineno}: a msgid must stand in the call itself")


def catalogue() -> Catalog:
    """The stored translations."""
    with PO.open("rb") as stream:
        return read_po(stream, locale="id")


def updated() -> Catalog:
    """The msgids of the code with the translations that are stored."""
    stored = catalogue() if PO.exists() else Catalog(locale="id")
    fresh = Catalog(locale="id", project="jejak", charset="utf-8", header_comment="")
    for msgid in sorted(msgids()):
        known = stored.get(msgid)
        fresh.add(msgid, string=known.string if known else "")
    return fresh


def untranslated(found: Catalog) -> list[str]:
    """Msgids without a translation."""
    return [str(message.id) for message in found if message.id and not message.string]


def _bytes(found: Catalog) -> tuple[bytes, bytes]:
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, found, width=10_000, omit_header=True, sort_output=True)
    # The compiled file needs a header that names the encoding; a fixed date keeps its bytes.
    stamp = datetime(2000, 1, 1, tzinfo=UTC)
    plain = Catalog(locale="id", charset="utf-8", creation_date=stamp, revision_date=stamp)
    for message in found:
        if message.id and message.string:
            plain.add(message.id, string=message.string)
    for pair, string in PLURALS.items():
        plain.add(pair, string=(string,))
    write_mo(mo, plain)
    return po.getvalue(), mo.getvalue()


def main(arguments: list[str]) -> int:
    """Updates and compiles, or checks."""
    found = updated()
    po, mo = _bytes(found)
    missing = untranslated(found)
    for msgid in missing:
        print(f"not translated: {msgid!r}")
    if "--check" in arguments:
        stale = not PO.exists() or PO.read_bytes() != po or not MO.exists() or MO.read_bytes() != mo
        if stale:
            print("messages are not up to date: run python -m tools.catalogue")
        return 1 if missing or stale else 0
    PO.write_bytes(po)
    MO.parent.mkdir(parents=True, exist_ok=True)
    MO.write_bytes(mo)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
