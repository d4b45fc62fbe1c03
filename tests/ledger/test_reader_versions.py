"""Old versions: stored by the real recorder, corrected at a later version, read at today's."""

from pathlib import Path
from typing import Any, ClassVar

import pytest
from eventsourcing.persistence import StoredEvent

from domain.base import Body
from domain.corrections import FactCorrected, FactVoided
from ledger import reader
from ledger.codec import Codec, Former, Row, Stored, topic_of
from ledger.errors import NewerEventError, UndecodableError
from ledger.event_store import EventStore
from ledger.sqlite.recorder import Datastore, SqliteRecorder
from tests.ledger.rows import OURS, STREAM, Tale


class NotedOne(Body, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "test.noted"

    text: str


class NotedTwo(Body, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "test.noted"
    VERSION: ClassVar[int] = 2

    title: str
    count: int = 0


class NotedThree(Body, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "test.noted"
    VERSION: ClassVar[int] = 3

    heading: str
    words: int
    count: int = 0


def to_two(body: dict[str, Any]) -> dict[str, Any]:
    return {"title": body["text"], "count": 1}


def to_three(body: dict[str, Any]) -> dict[str, Any]:
    title = body["title"]
    return {"heading": title.upper(), "words": len(title.split()), "count": body.get("count", 0)}


MARKS = {FactVoided.TYPE: FactVoided, FactCorrected.TYPE: FactCorrected}
FROM_ONE = Former(NotedOne, to_two)
FROM_TWO = Former(NotedTwo, to_three)
ONE = Codec({"test.noted": NotedOne, **MARKS}, {})
TWO = Codec({"test.noted": NotedTwo, **MARKS}, {("test.noted", 1): FROM_ONE})
THREE = Codec({"test.noted": NotedThree, **MARKS}, {("test.noted", 1): FROM_ONE, ("test.noted", 2): FROM_TWO})


def stored_rows(folder: Path, *written: tuple[Codec, Body]) -> list[Row]:
    """The rows as the recorder wrote and the store read them, each by the release of its codec."""
    path = folder / "ledger.db"
    datastore = Datastore(str(path))
    recorder = SqliteRecorder(datastore)
    recorder.create_table()
    for version, (codec, body) in enumerate(written, 1):
        state = codec.encode(Stored("3303/person/000001", f"c{version}/1", body))
        recorder.insert_events([StoredEvent(STREAM, version, topic_of(body), state)])
    store = EventStore(path)
    rows = store.rows(STREAM)
    store.close()
    datastore.close()
    return rows


def mark(field: str, new: Any, type_version: int, version: int = 1) -> FactCorrected:
    return FactCorrected(version=version, field=field, type_version=type_version, new=new, reason="salah")


def heading(rows: list[Row], codec: Codec = THREE) -> Body:
    return reader.read(rows, codec=codec).facts[0].body


def test_old_event_is_lifted_step_by_step_to_today(tmp_path: Path) -> None:
    rows = stored_rows(tmp_path, (ONE, NotedOne(text="pasar rakyat")))
    assert rows[0].topic == "test.noted/1"
    assert heading(rows) == NotedThree(heading="PASAR RAKYAT", words=2, count=1)
    assert heading(rows, TWO) == NotedTwo(title="pasar rakyat", count=1)


def test_correction_applies_after_lifting_to_its_own_version(tmp_path: Path) -> None:
    """The field `title` is there in version 2 only; version 3 is computed from it."""
    rows = stored_rows(
        tmp_path, (ONE, NotedOne(text="pasar")), (TWO, mark("title", "simpel pasar rakyat", 2))
    )
    assert heading(rows) == NotedThree(heading="SIMPEL PASAR RAKYAT", words=3, count=1)


def test_correction_at_the_first_version_is_lifted_with_the_fact(tmp_path: Path) -> None:
    rows = stored_rows(tmp_path, (ONE, NotedOne(text="pasar")), (ONE, mark("text", "dua kata", 1)))
    assert heading(rows) == NotedThree(heading="DUA KATA", words=2, count=1)


def test_corrections_of_every_version_add_up_in_position_order(tmp_path: Path) -> None:
    rows = stored_rows(
        tmp_path,
        (ONE, NotedOne(text="pasar")),
        (ONE, mark("text", "a b", 1)),
        (TWO, mark("count", 7, 2)),
        (TWO, mark("title", "a b c", 2)),
        (THREE, mark("heading", "Judul", 3)),
    )
    read = [heading(rows[:upto]) for upto in range(1, 6)]
    assert read == [
        NotedThree(heading="PASAR", words=1, count=1),
        NotedThree(heading="A B", words=2, count=1),
        NotedThree(heading="A B", words=2, count=7),
        NotedThree(heading="A B C", words=3, count=7),
        NotedThree(heading="Judul", words=3, count=7),
    ]


def test_event_stored_at_version_two_is_corrected_there(tmp_path: Path) -> None:
    rows = stored_rows(tmp_path, (TWO, NotedTwo(title="a", count=4)), (TWO, mark("title", "b c", 2)))
    assert heading(rows) == NotedThree(heading="B C", words=2, count=4)


def test_voided_old_event_needs_no_more_than_its_marks(tmp_path: Path) -> None:
    void = FactVoided(names="c1", reason="salah")
    rows = stored_rows(tmp_path, (ONE, NotedOne(text="pasar")), (ONE, void))
    assert reader.read(rows, codec=THREE).facts == []


def test_event_of_a_newer_version_is_refused_by_position_and_topic(tmp_path: Path) -> None:
    rows = stored_rows(tmp_path, (THREE, NotedThree(heading="A", words=1)))
    with pytest.raises(NewerEventError) as caught:
        reader.read(rows, codec=TWO)
    assert caught.value.position == 1
    assert caught.value.why.values == {"position": 1, "topic": "test.noted/3"}


def test_event_of_an_unknown_type_is_refused_as_newer(tmp_path: Path) -> None:
    rows = stored_rows(tmp_path, (THREE, NotedThree(heading="A", words=1)))
    with pytest.raises(NewerEventError) as caught:
        reader.read(rows, codec=Codec(MARKS, {}))
    assert caught.value.position == 1


@pytest.mark.parametrize("topic", ["test.noted/0", "test.noted/01", "test.noted/\u00b2", "test.noted/", "/1"])
def test_a_version_that_no_release_had_is_refused_as_unknown(topic: str) -> None:
    row = Row(7, STREAM, 1, topic, b'{"actor":"p","action":"a/1","body":{}}', "2022-10-12T05:00:00.000000Z")
    with pytest.raises(NewerEventError) as caught:
        THREE.decode(row)
    assert caught.value.position == 7


def test_an_event_is_read_by_the_fields_of_its_own_version_only(tmp_path: Path) -> None:
    """Also when its words are those of a later version, or a correction would mend it."""
    first, second = stored_rows(tmp_path, (ONE, NotedOne(text="pasar")), (ONE, mark("text", "a", 1)))
    rows = [first._replace(state=b'{"actor":"p","action":"a/1","body":{"title":"pasar"}}'), second]
    for upto in (1, 2):
        with pytest.raises(UndecodableError) as caught:
            reader.read(rows[:upto], codec=THREE)
        assert caught.value.position == 1


def test_correction_by_the_names_of_a_newer_version_is_refused_as_newer(tmp_path: Path) -> None:
    """The event is old, the correction was made by a newer release: as much a sign of it."""
    rows = stored_rows(tmp_path, (ONE, NotedOne(text="pasar")), (THREE, mark("heading", "Judul", 3)))
    with pytest.raises(NewerEventError) as caught:
        reader.read(rows, codec=TWO)
    assert caught.value.position == 2


@pytest.mark.parametrize(("field", "new"), [("text", 5), ("text", None), ("names", "n"), ("occurred", 2018)])
def test_correction_whose_value_does_not_fit_names_the_event(field: str, new: Any) -> None:
    tale = Tale(OURS).found().note("A").correct(2, field, new)
    with pytest.raises(UndecodableError) as caught:
        reader.read(tale.rows, codec=OURS)
    assert caught.value.position == 2


@pytest.mark.parametrize("state", [b"", b"{", b"[]", b'{"actor":"p","action":"a/1"}', b"\xff"])
def test_bytes_that_are_no_event_name_the_position(state: bytes) -> None:
    row = Row(7, STREAM, 1, "test.noted/1", state, "2022-10-12T05:00:00.000000Z")
    with pytest.raises(UndecodableError) as caught:
        reader.read([row], codec=OURS)
    assert caught.value.position == 7


def test_codec_refuses_a_chain_with_a_gap() -> None:
    with pytest.raises(ValueError, match=r"no upcaster from \[\('test.noted', 1\)\]"):
        Codec({"test.noted": NotedThree}, {("test.noted", 2): FROM_TWO})


def test_codec_refuses_an_upcaster_that_leads_beyond_the_type() -> None:
    with pytest.raises(ValueError, match=r"upcasters that lead nowhere: \[\('test.noted', 1\)\]"):
        Codec({"test.noted": NotedOne}, {("test.noted", 1): FROM_ONE})


def test_codec_refuses_the_shape_of_another_version() -> None:
    with pytest.raises(ValueError, match=r"shapes of another type or version: \[\('test.noted', 1\)\]"):
        Codec({"test.noted": NotedTwo}, {("test.noted", 1): Former(NotedThree, to_two)})


def test_equal_events_have_equal_bytes() -> None:
    first = ONE.encode(Stored("p", "a/1", NotedOne(text="Pasar é"), None, None))
    assert first == ONE.encode(Stored("p", "a/1", NotedOne(text="Pasar é")))
    assert first == '{"actor":"p","action":"a/1","body":{"text":"Pasar é"}}'.encode()
