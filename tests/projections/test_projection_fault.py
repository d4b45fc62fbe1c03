"""An event that a fold cannot take stops that view alone, is named, and the view goes on after a mend."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from domain.base import Fact
from domain.entry import QueueMoved
from domain.on_entry import EntryPrepared
from projections.runner.projection_fault import ProjectionError, ProjectionFault, fields_read, locate
from projections.views import entries
from tests.helpers import Done, invoke

FOLD = entries.fold


def spoilt(stream: str, founding: Any, facts: list[Any], puts: tuple[Any, ...]) -> None:
    """A fold of today's release that cannot take a step of the queue with a note."""
    for fact in facts:
        body = fact.body
        if isinstance(body, QueueMoved) and body.note:
            int(body.note)
    FOLD(stream, founding, facts, puts)


@pytest.fixture
def jejak(own_demo: Path) -> Callable[..., Done]:
    """Commands over the founding cases, whose views are up to date."""

    def call(*words: str) -> Done:
        return invoke(*words, "--home", own_demo)

    return call


def move(jejak: Callable[..., Done], note: str) -> Done:
    edition = ("--award", "kipp", "--year", "2025", "--group", "umum")
    return jejak("entry", "move", "3303-0169", *edition, "--to", "ministry", "--note", note)


def queues(listed: Done) -> list[str]:
    """Where the entry of SIMPEL PASAR for KIPP lies."""
    of_pasar = [one for one in listed.data["items"] if (one["code"], one["award"]) == ("3303-0169", "kipp")]
    return [one["queue"] for one in of_pasar]


def states(jejak: Callable[..., Done]) -> dict[str, tuple[int, bool]]:
    views = jejak("projections", "status", "--json").data["views"]
    return {one["view"]: (one["position"], one["fault"] is not None) for one in views}


def test_it_stops_that_view_alone_and_says_event_and_field(
    jejak: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert move(jejak, "dikirim kurir").status == 0
    monkeypatch.setattr(entries, "fold", spoilt)
    done = jejak("catalogue", "list", "--limit", "1")
    assert done.status == 0
    assert done.err == (
        "Tampilan entries berhenti pada peristiwa 3778, isian note: ValueError: invalid literal for int()"
        " with base 10: 'dikirim kurir'. Jawabannya belum yang terbaru.\n"
    )
    found = states(jejak)
    assert found.pop("entries") == (3777, True)
    assert set(found.values()) == {(3778, False)}
    assert jejak("projections", "status").out.splitlines()[-1] == (
        "Tampilan entries berhenti pada peristiwa 3778 (entry.queue_moved/1), isian note: ValueError: invalid"
        " literal for int() with base 10: 'dikirim kurir'. Ralat atau batalkan peristiwanya, atau perbarui"
        " Jejak; lalu jalankan perintah apa pun."
    )


def test_it_goes_on_when_the_event_is_corrected(
    jejak: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    move(jejak, "dikirim kurir")
    monkeypatch.setattr(entries, "fold", spoilt)
    assert states(jejak) | {"entries": (3777, False)} == dict.fromkeys(states(jejak), (3777, False))
    assert queues(jejak("entry", "list", "--json")) == ["local_admin"]
    assert jejak("correct", "3778", "note", "7", "--reason", "salah ketik", "--yes").status == 0
    listed = jejak("entry", "list", "--json")
    assert queues(listed) == ["ministry"]
    assert listed.envelope["messages"] == []
    assert set(states(jejak).values()) == {(3779, False)}
    assert jejak("projections", "verify").status == 0


def test_it_goes_on_when_the_view_is_rebuilt_by_a_mended_release(
    jejak: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    move(jejak, "dikirim kurir")
    monkeypatch.setattr(entries, "fold", spoilt)
    assert jejak("projections", "rebuild").status == 0
    found = states(jejak)
    assert found.pop("entries") == (0, True)
    assert set(found.values()) == {(3778, False)}
    monkeypatch.setattr(entries, "fold", FOLD)
    assert jejak("projections", "rebuild", "--view", "entries").status == 0
    assert set(states(jejak).values()) == {(3778, False)}
    assert jejak("projections", "verify").status == 0


def test_a_view_whose_version_changed_is_rebuilt_at_the_next_reading(
    jejak: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = jejak("projections", "status", "--json").data["generation"]
    monkeypatch.setattr(entries, "VERSION", entries.VERSION + 1)
    assert jejak("entry", "list").status == 0
    after = jejak("projections", "status", "--json").data
    assert after["generation"] != before
    assert after["usable"] is True


def test_a_poison_crosses_from_one_process_to_another() -> None:
    fault = ProjectionFault("entries", "3303/entry/000001", 9, "entry.queue_moved/1", "note", "ValueError: x")
    assert pickle.loads(pickle.dumps(ProjectionError(fault))).fault == fault


def by_class(stream: str, founding: Any, facts: list[Any], puts: tuple[Any, ...]) -> None:
    """A fold that chooses by the very class of a body, and reads fields before and after the wrong one."""
    takes: dict[type[Any], Callable[[Any], object]] = {
        QueueMoved: lambda body: (body.stage, _whole(body.note), body.stage)
    }
    for fact in facts:
        if type(fact.body) in takes:
            takes[type(fact.body)](fact.body)


def _whole(note: str) -> int:
    return int(note)


def by_pattern(stream: str, founding: Any, facts: list[Any], puts: tuple[Any, ...]) -> None:
    """A fold that takes fields by a pattern, so that no line of its own reads them from the body."""
    for fact in facts:
        match fact.body:
            case QueueMoved(stage=_, note=str(note)):
                int(note)


@pytest.mark.parametrize("fold", [spoilt, by_class, by_pattern])
def test_the_field_is_the_one_read_last(fold: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "fold", fold)
    monkeypatch.setattr(sys.modules[__name__], "FOLD", lambda *_: None)
    said = [
        EntryPrepared(award="kipp", year=2025),
        QueueMoved(stage="unit", note="7"),
        QueueMoved(stage="ministry", note="kurir"),
        QueueMoved(stage="unit"),
    ]
    facts = [Fact("c/1", body, None, at, at) for at, body in enumerate(said, 1)]
    fault = locate(entries, "3303/entry/000001", facts[0], facts, ValueError("x"))
    assert (fault.position, fault.topic, fault.field) == (3, "entry.queue_moved/1", "note")
    assert fault.detail == "ValueError: invalid literal for int() with base 10: 'kurir'"


def test_reading_is_noted_of_one_event_and_only_inside() -> None:
    one, other = QueueMoved(stage="unit", note="a"), QueueMoved(stage="unit", note="b")
    with fields_read(one) as read:
        assert (one.note, other.stage, one.stage, one.TYPE) == ("a", "unit", "unit", "entry.queue_moved")
    assert one.note == "a"
    assert read == ["note", "stage"]
