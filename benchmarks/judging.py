"""Verdicts of every innovation under one rulebook, against folding the same events without rules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from benchmarks.measure import Line, Work, paired, rate
from benchmarks.memory import peak_of
from domain.rules import case as cases
from domain.rules import entries
from domain.rules.context import Context
from domain.rules.judging import judge
from domain.rules.rulebook import Rulebook, load
from ledger import reader
from ledger.codec import CODEC, Row
from ledger.event_store import EventStore
from schemas import loader


def verdicts(work: str, ledger: Path, runs: int) -> Line:
    """Innovations a second: folded alone, and folded and judged."""
    store = EventStore(ledger)
    count = sum(1 for _ in _cases(store))
    taken = paired(_folding(store), _judging(store), runs)
    store.close()
    return Line(work, rate(count, taken.floor), rate(count, taken.ours), taken.speed, 0.3)


def _rulebook() -> Rulebook:
    return load(loader.rulebook("iga-2026"))


def _folding(store: EventStore) -> Work:
    def fold() -> None:
        for _ in _pairs(store):
            pass

    return fold


def _judging(store: EventStore) -> Work:
    def judged() -> None:
        book, context = _rulebook(), Context("3303/region/000001")
        for case, entry in _pairs(store):
            judge(book, case, entry, context)

    return judged


def _pairs(store: EventStore) -> Iterator[tuple[cases.Case, entries.Entry | None]]:
    """Every innovation with its entry; only the names of entries stand in memory."""
    named, head = _entries(store), store.head().position
    for case in _cases(store):
        stream = named.get(case.stream)
        if stream is None:
            yield case, None
            continue
        facts = _facts(store.rows(stream, head))
        yield case, entries.fold(stream, facts[0], facts)


def _cases(store: EventStore) -> Iterator[cases.Case]:
    for stream, facts in _lives(store, "innovation"):
        yield cases.fold(stream, facts[0], facts)


def _entries(store: EventStore) -> dict[str, str]:
    """Innovation to the stream of its entry."""
    rows = store.all_rows(prefix="3303/entry/")
    prepared = (Row(*row) for row in rows if row[3].startswith("entry.prepared/"))
    return {CODEC.decode(row).body.innovation: row.stream for row in prepared}


def _lives(store: EventStore, kind: str) -> Iterator[tuple[str, list[Any]]]:
    rows = store.all_rows(prefix=f"3303/{kind}/")
    for stream, group in groupby(rows, itemgetter(1)):
        facts = _facts(list(group))
        if facts:
            yield stream, facts


def _facts(rows: list[Any]) -> list[Any]:
    decoders = CODEC.lean
    facts = []
    for position, _, version, topic, state, at in rows:
        decode = decoders.get(topic)
        if decode is None:
            return list(reader.read([Row(*row) for row in rows]).facts)
        fact = decode(state)
        fact.position, fact.version, fact.recorded_at = position, version, at
        facts.append(fact)
    return reader.in_order(facts)


def peak(ledger: Path) -> float | None:
    """Megabytes of a process that judges every innovation."""
    return peak_of("benchmarks.judging", "judge_all", str(ledger))


def judge_all(ledger: str) -> None:
    """Judges every innovation of a ledger file."""
    _judging(EventStore(Path(ledger)))()
