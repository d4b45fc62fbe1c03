"""What the published schema of an event accepts, the codec reads, and the other way round."""

from __future__ import annotations

import contextlib
import json
import random
from functools import cache
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from msgspec import inspect

from domain.base import Body, Source
from ledger.codec import CODEC, FORMER, Row, Stored, topic_of
from ledger.errors import UndecodableError
from tests.properties.schema_values import NUMBERS, TEXTS, accepted, spoilt
from tools import event_schemas

CASES = 80
BODIES = {topic_of(body): body for body in event_schemas.BODIES}
WHOLE = {"actor": "p", "action": "c/1"}


@cache
def validator(topic: str) -> Draft202012Validator:
    path = event_schemas.FOLDER / f"{topic.replace('/', '.')}.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


def row(topic: str, state: bytes) -> Row:
    return Row(7, "3303/unit/000001", 2, topic, state, "2022-10-12T05:00:00.000000Z")


def as_json(state: bytes) -> tuple[Any] | None:
    """The value that bytes hold, None when they are no JSON in UTF-8 (NaN, half a character, too deep)."""
    with contextlib.suppress(ValueError, RecursionError):
        value = json.loads(state)
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
        return (value,)
    return None


def schema_accepts(topic: str, state: bytes) -> bool:
    value = as_json(state)
    return value is not None and validator(topic).is_valid(value[0])


def codec_reads(topic: str, state: bytes) -> bool:
    try:
        CODEC.decode(row(topic, state))
    except UndecodableError:
        return False
    return True


def stated(value: Any) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize("topic", sorted(BODIES))
def test_the_schema_and_the_codec_accept_the_same_bytes(topic: str) -> None:
    rng = random.Random(topic)
    schema = validator(topic).schema
    for case in range(CASES):
        value = accepted(schema, rng)
        for _ in range(case % 3):
            value = spoilt(value, rng)
        state = stated(value)
        reads = codec_reads(topic, state)
        assert (reads, schema_accepts(topic, state)) == (reads, reads), state
        assert reads or case % 3, state
        if reads:
            _comes_back(topic, state)


def _comes_back(topic: str, state: bytes) -> None:
    """What was read is written again so that today's schema accepts it, and it is the same fact."""
    fact = CODEC.decode(row(topic, state))
    today = topic_of(fact.body)
    again = CODEC.encode(Stored(fact.actor, fact.action, fact.body, fact.occurred, fact.source))
    assert schema_accepts(today, again)
    assert CODEC.decode(row(today, again)) == fact
    if lean := CODEC.lean.get(today):
        told = lean(again)
        assert (told.action, told.body, told.occurred) == (fact.action, fact.body, fact.occurred)


@pytest.mark.parametrize("topic", sorted(BODIES))
def test_what_folds_read_of_a_body_its_schema_accepts(topic: str) -> None:
    """Folds pass over actor and source; the body they read as strictly as everybody."""
    rng = random.Random(topic)
    whole = validator(topic).schema
    name = whole["properties"]["body"]["$ref"].removeprefix("#/$defs/")
    body_schema = Draft202012Validator({**whole["$defs"][name], "$defs": whole["$defs"]})
    lean = CODEC.lean.get(topic)
    for _ in range(CASES // 4 if lean else 0):
        body = spoilt(accepted(body_schema.schema, rng), rng)
        state = stated({**WHOLE, "body": body})
        try:
            lean(state)
        except msgspec.MsgspecError:
            continue
        assert body_schema.is_valid(json.loads(state)["body"]), state


@pytest.mark.parametrize("topic", sorted(BODIES))
def test_the_schema_accepts_every_typed_body(topic: str) -> None:
    rng = random.Random(topic)
    for _ in range(CASES // 4):
        body = made(inspect.type_info(BODIES[topic]), rng)
        source = made(inspect.type_info(Source), rng) if rng.random() < 0.5 else None
        state = CODEC.encode(Stored("p", "c/1", body, rng.choice(("2022", None)), source))
        assert [error.message for error in validator(topic).iter_errors(json.loads(state))] == []
        if topic == topic_of(CODEC.types[body.TYPE]):
            assert CODEC.decode(row(topic, state)).body == body


def made(kind: inspect.Type, rng: random.Random) -> Any:
    """A value of a type of ours."""
    match kind:
        case inspect.StructType(cls=cls, fields=fields):
            given = [one for one in fields if one.required or rng.random() < 0.5]
            return cls(**{one.name: made(one.type, rng) for one in given})
        case inspect.UnionType(types=types):
            return made(rng.choice(types), rng)
        case inspect.ListType(item_type=item):
            return [made(item, rng) for _ in range(rng.randrange(4))]
        case inspect.DictType(key_type=key, value_type=value):
            return {made(key, rng): made(value, rng) for _ in range(rng.randrange(3))}
        case inspect.StrType():
            return rng.choice(TEXTS)
        case inspect.IntType():
            return rng.choice(NUMBERS)
        case inspect.BoolType():
            return rng.random() < 0.5
        case inspect.NoneType():
            return None
        case inspect.AnyType():
            return rng.choice(("lama", 176, None, ["a"], True))
    raise AssertionError(kind)


REFUSED = {
    "an unknown field of the body": {"body": {"into": "x", "reason": "y", "why": "z"}},
    "an unknown field beside the body": {"topic": "idea.merged/1"},
    "a position in the bytes": {"position": 0},
    "a version in the bytes": {"version": 2},
    "a time of recording in the bytes": {"recorded_at": ""},
    "an unknown field of the source": {"source": {"row": "A3"}},
    "no actor": {"actor": ...},
    "no body": {"body": ...},
    "null for a body": {"body": None},
}


@pytest.mark.parametrize("changes", REFUSED.values(), ids=REFUSED)
def test_bytes_that_the_schema_refuses_are_no_event(changes: dict[str, Any]) -> None:
    value = {**WHOLE, "body": {"into": "x", "reason": "y"}} | changes
    state = stated({name: held for name, held in value.items() if held is not ...})
    assert not schema_accepts("idea.merged/1", state)
    with pytest.raises(UndecodableError) as caught:
        CODEC.decode(row("idea.merged/1", state))
    assert caught.value.position == 7


@pytest.mark.parametrize("written", ["2026.0", "2.026e3", "2026"])
def test_a_number_without_a_fraction_is_whole_however_it_is_written(written: str) -> None:
    topic = "innovation.benefit_counted/1"
    state = stated({**WHOLE, "body": {"basis": "people", "amount": "7", "year": 0}}).replace(
        b" 0", f" {written}".encode()
    )
    assert schema_accepts(topic, state)
    year = CODEC.decode(row(topic, state)).body.year
    assert (year, type(year)) == (2026, int)


DEEP = b'{"actor":"p","action":"c/1","body":%s}' % (b"[" * 100_000 + b"]" * 100_000)


@pytest.mark.parametrize("state", [DEEP, b'{"actor":NaN}', b"\xff", b'"\xed\xa0\x80"', b"{}x", b"[]", b"7"])
def test_bytes_that_are_no_object_of_json_are_no_event(state: bytes) -> None:
    assert not schema_accepts("idea.merged/1", state)
    assert not codec_reads("idea.merged/1", state)


def test_a_former_version_is_read_by_the_fields_that_it_had() -> None:
    """The legal base came with version 2: in version 1 it is as unknown as to its schema."""
    body = {"name": "Dinas Baru"}
    assert CODEC.decode(row("unit.renamed/1", stated({**WHOLE, "body": body}))).body.legal_base is None
    state = stated({**WHOLE, "body": body | {"legal_base": None}})
    assert (schema_accepts("unit.renamed/1", state), codec_reads("unit.renamed/1", state)) == (False, False)
    assert (schema_accepts("unit.renamed/2", state), codec_reads("unit.renamed/2", state)) == (True, True)


def test_every_published_version_is_asked() -> None:
    published = {path.stem for path in event_schemas.FOLDER.glob("*.*.json")}
    assert published == {topic.replace("/", ".") for topic in BODIES}
    assert {(body.TYPE, body.VERSION) for body in map(_body, BODIES)} >= set(FORMER)


def _body(topic: str) -> type[Body]:
    return BODIES[topic]
