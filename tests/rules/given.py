"""Cases, entries and contexts folded from events, and the real rulebooks, whole or with one thing changed."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

from domain import support
from domain.base import Body, Fact
from domain.claims import LevelClaimed, LevelVerified
from domain.delivery import Implemented
from domain.design import InnovationDesigned
from domain.evidence import Cited, EvidenceAttached, LinkChecked
from domain.on_entry import EntryPrepared
from domain.profile import ProfileWritten
from domain.rules import case as cases
from domain.rules import entries
from domain.rules.case import Case
from domain.rules.context import Context
from domain.rules.entries import Entry
from domain.rules.judging import judge
from domain.rules.rulebook import Rulebook, load
from domain.rules.verdict import Finding, Verdict
from schemas import loader

STREAM, REGION, ENTRY = "3303/innovation/000001", "3303/region/000001", "3303/entry/000001"
Said = Body | tuple[Body, str | None]
Change = Callable[[dict[str, Any]], None]


@cache
def data(name: str) -> dict[str, Any]:
    """The data of a rulebook of the package; not to be changed."""
    return loader.rulebook(name)


def book(name: str, *changes: Change) -> Rulebook:
    """A rulebook of the package; each change is made to a copy of its data first."""
    raw = deepcopy(data(name))
    for change in changes:
        change(raw)
    return load(raw)


def _facts(founding: Body, said: tuple[Said, ...], at: int) -> list[Fact[Any]]:
    found = [Fact("c/1", founding, None, at, 1)]
    for number, one in enumerate(said, 1):
        body, occurred = one if isinstance(one, tuple) else (one, None)
        found.append(Fact("c/1", body, occurred, at + number, number + 1))
    return found


def case(*said: Said, title: str = "SIMPEL PASAR") -> Case:
    """The case of an innovation founded at position 100; what is said stands at 101, 102 and so on.

    Its versions are 2, 3 and so on.
    """
    facts = _facts(InnovationDesigned(title=title, unit="3303/unit/000001"), said, 100)
    return cases.fold(STREAM, facts[0], facts)


def entry(*said: Said, award: str = "iga", year: int = 2026, group: str | None = None) -> Entry:
    """An entry founded at position 500; what is said stands at 501, 502 and so on."""
    facts = _facts(EntryPrepared(award=award, year=year, group=group, innovation=STREAM), said, 500)
    return entries.fold(ENTRY, facts[0], facts)


def context(**values: Any) -> Context:
    """An edition of the region at position 999."""
    return Context(region=REGION, position=999, day="2026-06-01", **values)


def verdict(rules: Rulebook, about: Case, made: Entry | None = None, **values: Any) -> Verdict:
    """What the rules say of the case."""
    return judge(rules, about, made, context(**values))


def finding(rules: Rulebook, about: Case, rule: str, made: Entry | None = None, **values: Any) -> Finding:
    """The finding of one rule."""
    found = verdict(rules, about, made, **values).finding(rule)
    assert found is not None
    return found


def implemented(occurred: str | None) -> Said:
    return Implemented(), occurred


def developed(occurred: str | None) -> Said:
    return support.Developed(subject="Fitur baru"), occurred


def written(**texts: int) -> Said:
    """A profile whose texts have so many words each."""
    return ProfileWritten(**{name: " ".join(["kata"] * count) for name, count in texts.items()})


def proof(kind: str, *of: str, occurred: str | None = None, **more: Any) -> Said:
    """A piece of evidence of IGA indicators, with a file unless another place is given."""
    where = {} if {"file", "link"} & set(more) else {"file": f"hash of {kind}"}
    body = EvidenceAttached(kind=kind, subject=kind, iga=list(of), **where, **more)
    return body, occurred


def paper(*parts: str, **more: Any) -> Said:
    """A piece of evidence for parts of a proposal."""
    where = {} if {"file", "link"} & set(more) else {"file": "hash"}
    return EvidenceAttached(kind="other", subject="Lampiran", kipp=list(parts), **where, **more)


def seen(link: str, occurred: str | None, *, alive: bool = True) -> Said:
    return LinkChecked(link=link, alive=alive), occurred


def claim(indicator: str, level: int, **more: Any) -> LevelClaimed:
    return LevelClaimed(indicator=indicator, level=level, **more)


def verified(indicator: str, level: int, *cites: Cited) -> LevelVerified:
    return LevelVerified(indicator=indicator, verified=level, cites=list(cites))
