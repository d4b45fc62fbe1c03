"""Published schemas of events: current, released ones unchanged, and true of every stored event."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from domain.kinds import TYPES
from ledger.codec import CODEC, Row, topic_of
from ledger.event_store import EventStore
from tools import event_schemas


def test_every_event_type_has_its_current_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert (event_schemas.main(["--check"]), capsys.readouterr().out) == (0, "")


def test_no_schema_stands_without_its_event_type_or_release() -> None:
    released = json.loads(event_schemas.RELEASED.read_text())
    topics = set(released) | {topic_of(body) for body in TYPES.values()}
    known = {f"{topic.replace('/', '.')}.json" for topic in topics} | {"released.json"}
    assert {path.name for path in event_schemas.FOLDER.iterdir()} == known


def test_the_schema_of_a_released_event_version_never_changes() -> None:
    released = json.loads(event_schemas.RELEASED.read_text())
    hashes = {topic_of(body): event_schemas.shape_hash(body) for body in TYPES.values()}
    assert {topic: found for topic, found in hashes.items() if released.get(topic, found) != found} == {}
    assert len(hashes.keys() & released.keys()) > 50


def test_a_release_refuses_a_changed_shape_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    released = json.loads(event_schemas.RELEASED.read_text()) | {"idea.approved/1": "another"}
    path = tmp_path / "released.json"
    path.write_text(json.dumps(released), encoding="utf-8")
    monkeypatch.setattr(event_schemas, "RELEASED", path)
    assert event_schemas.main(["--release"]) == 1
    assert capsys.readouterr().out.startswith("idea.approved/1 was released with another shape")
    assert json.loads(path.read_text(encoding="utf-8")) == released


def test_a_changed_shape_changes_its_hash() -> None:
    from domain.idea import IdeaApproved

    class Changed(IdeaApproved, frozen=True, kw_only=True):
        more: str | None = None

    assert event_schemas.shape_hash(Changed) != event_schemas.shape_hash(IdeaApproved)


def test_every_stored_event_decodes_and_its_schema_accepts_it(demo: Path) -> None:
    store = EventStore(demo / "ledger.db")
    validators: dict[str, Draft202012Validator] = {}
    seen = 0
    for raw in store.all_rows():
        row = Row(*raw)
        if row.topic not in validators:
            path = event_schemas.FOLDER / f"{row.topic.replace('/', '.')}.json"
            validators[row.topic] = Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
        assert CODEC.decode(row).position == row.position
        assert [error.message for error in validators[row.topic].iter_errors(CODEC.raw(row))] == []
        seen += 1
    assert seen == store.head().position
