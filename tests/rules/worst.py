"""Cases that break as many rules as a rulebook can hold, and the paths of its certainties."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from domain.profile import ProfileWritten
from domain.rules.case import Case, Sourced
from domain.rules.context import Award, Context
from domain.rules.entries import Entry
from domain.rules.judging import judge
from domain.rules.rulebook import Rulebook
from domain.rules.verdict import Verdict
from tests.rules.given import STREAM, case, claim, context, entry, implemented, seen, written

LINK = "https://video"
TEXTS = dict.fromkeys(
    ("summary", "background", "novelty", "implementation", "significance", "replication_done")
    + ("replication_potential", "resources", "sustainability", "aims", "benefits", "results"),
    2_000,
)
Path = tuple[str | int, ...]


def worst(book: Rulebook) -> Case:
    """Too early, too young, in too many words or too few, of no category, its video dead."""
    day = "2030-01-01" if book.age else "1999-01-01"
    chosen = ProfileWritten(kipp_category="Lainnya", video_link=LINK)
    return case(implemented(day), written(design=1, **TEXTS), chosen, seen(LINK, "2020-01-01", alive=False))


def denied(book: Rulebook) -> Entry:
    """An entry in which somebody judged that no criterion is met."""
    return entry(*(claim(one.id, 0) for one in book.criteria), award=book.award, year=book.year)


def crowded(book: Rulebook) -> Context:
    """An edition with too many entries and titles of one name, and every award that shuts out."""
    rule = book.history
    held = [Award(20, "KIPP", won.tier, won.edition) for won in rule.exclude] if rule else []
    return context(
        closing=Sourced(7, "2031-01-01" if book.age is None else "2030-06-01"),
        entries=list(range(99)),
        titles={"simpel pasar": [(STREAM, 100), ("3303/innovation/000002", 200)]},
        awards={STREAM: held},
    )


def verdicts(book: Rulebook) -> list[Verdict]:
    """Of an innovation of which nothing is known, and of the worst."""
    return [
        judge(book, case(), None, context()),
        judge(book, case(), denied(book), crowded(book)),
        judge(book, worst(book), denied(book), crowded(book)),
    ]


def certainties(tree: Any, at: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every path that ends in a certainty, with its value."""
    for key, child in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if key == "certainty":
            yield (*at, key), child
        elif isinstance(child, dict | list):
            yield from certainties(child, (*at, key))


def certain(raw: dict[str, Any], but: Path | None, rest: str, value: str) -> dict[str, Any]:
    """The rulebook with one certainty of this value, and all others of another."""
    made = deepcopy(raw)
    for path, _ in list(certainties(made)):
        node = made
        for step in path[:-1]:
            node = node[step]  # type: ignore[index]
        node["certainty"] = value if path == but else rest
    return made
