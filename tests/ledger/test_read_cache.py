"""What a decision remembers: one question for many, none for what is new, nothing from an earlier try."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from domain.unit import ChangeUnit
from ledger.event_store import EventStore
from ledger.write.decision import Decision
from tests.counted import counting
from tests.ledger.office import OPERATOR, REGION, UNIT, Office, innovation, lab, unit

MANY = 6000
"""More than one question takes on either database."""


def renamed(name: str) -> ChangeUnit:
    return ChangeUnit(region="3303", unit=UNIT, change="renamed", name=name)


@pytest.fixture
def store(office: Office) -> EventStore:
    """Three units, the first of which has three events, and an innovation that refers to it."""
    office.do("satu", unit("Satu"), unit("Dua"), unit("Tiga"), innovation(), lab())
    office.do("dua", renamed("Pertama"))
    office.do("tiga", renamed("Utama"))
    return office.store


def streams(store: EventStore, count: int) -> list[str]:
    return [f"3303/unit/{number:06d}" for number in range(1, count + 1)]


def test_many_streams_are_read_as_one_by_one(store: EventStore) -> None:
    wanted = [*reversed(streams(store, MANY)), REGION, OPERATOR, "3303/innovation/000001"]
    head = store.head().position
    for known in (None, head, head - 1, 4, 0):
        found = store.rows_of(wanted, known)
        assert list(found) == wanted
        assert found == {name: store.rows(name, known) for name in wanted[-6:]} | {
            name: [] for name in wanted[:-6]
        }
    assert [row.version for row in store.rows_of([UNIT])[UNIT]] == [1, 2, 3]
    assert store.rows_of([]) == {}


def test_keys_are_read_by_what_they_begin_with(store: EventStore, office: Office) -> None:
    held = office.reservations()
    assert store.reserved_under("lab/3303/") == {
        key: place for key, place in held.items() if key.startswith("lab/3303/")
    }
    assert len(store.reserved_under("lab/3303/")) == 1
    assert store.reserved_under("lab/33/") == {}
    assert store.reserved([f"lain/{number}" for number in range(MANY)] + list(held)) == held


def test_the_last_stream_of_a_kind(store: EventStore) -> None:
    assert store.last_stream("3303", "unit") == "3303/unit/000003"
    assert store.last_stream("3303", "award") is None
    assert (store.last_number("3303", "unit"), store.last_number("3303", "award")) == (3, 0)


def test_what_was_read_ahead_was_not_looked_at(store: EventStore, office: Office) -> None:
    def decide(decision: Decision) -> None:
        unit_of_work = decision.unit_of_work
        unit_of_work.fetch([*streams(store, 3), "3303/unit/000009"])
        assert unit_of_work.read_streams() == frozenset()
        assert unit_of_work.state(UNIT).name == "Utama"
        assert unit_of_work.read_streams() == {UNIT}
        assert unit_of_work.state("3303/unit/000009") is None
        assert unit_of_work.base().state(UNIT) == unit_of_work.state(UNIT)

    assert office.run("lihat", decide).events == 0


def test_pending_events_change_nothing_of_what_is_stored(store: EventStore, office: Office) -> None:
    def decide(decision: Decision) -> None:
        decision.act(renamed("Baru"))
        made = decision.unit_of_work.new("3303", "unit")
        decision.act(unit("Lain"))
        assert made == "3303/unit/000004"
        assert decision.unit_of_work.state("3303/unit/000005").name == "Lain"
        base = decision.unit_of_work.base()
        assert [base.state(name) and base.state(name).name for name in streams(store, 5)] == [
            "Utama",
            "Dua",
            "Tiga",
            None,
            None,
        ]

    assert office.run("ubah", decide).events == 2


@pytest.mark.parametrize("many", [20, 40])
def test_a_void_of_many_actions_asks_no_more_often(office: Office, many: int) -> None:
    office.do("unit", unit())
    office.do("banyak", *(innovation(f"Inovasi {number}") for number in range(many)))
    asked: list[str] = []
    command_handler = replace(office.command_handler, store=counting(office.side.store(), asked))
    counts = []
    for command, names in (("cabut", "banyak"), ("kembali", "cabut")):
        asked.clear()
        outcome, _ = command_handler.run(command, lambda decision, names=names: decision.void(names, "salah"))
        counts.append((outcome.events, len(asked)))
    assert counts == [(many, 8), (many, 9)]
    command_handler.store.close()
    assert office.findings() == []


def test_another_try_remembers_nothing(store: EventStore, office: Office, other: Office) -> None:
    seen: list[tuple[Any, ...]] = []
    key = "lab/3303/baru"

    def decide(decision: Decision) -> None:
        unit_of_work = decision.unit_of_work
        unit_of_work.fetch([UNIT])
        seen.append(
            (
                unit_of_work.state(UNIT).name,
                unit_of_work.reserved([key]),
                unit_of_work.stored.last_number("3303", "unit"),
            )
        )
        decision.act(renamed("Milik Saya"))
        decision.act(unit("Milik Saya Juga"))
        if len(seen) == 1:
            other.do("lain", renamed("Milik Orang"), unit("Orang"), lab("baru"))

    office.run("saya", decide)
    assert seen == [
        ("Utama", {}, 3),
        ("Milik Orang", {key: ("3303/lab/000002", 1)}, 4),
    ]
    assert [body.TYPE for body in office.bodies("3303/unit/000005")] == ["unit.registered"]
    assert office.findings() == []
