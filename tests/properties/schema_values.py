"""Values that a JSON Schema accepts, made by a seed, and the same values spoilt in one place or two."""

from __future__ import annotations

import copy
import random
import re
from typing import Any

Path = tuple[str | int, ...]
DATES = ("2018", "2016-05", "2022-12-15", "2021-02-29", "2022-10-12/2022-10-13", "2022-13-45", "0000")
LINKS = ("https://contoh.go.id", "HTTP://contoh.go.id/sk?a=1#b")
COORDINATES = ("-7.3881,109.3636", "0,0", "90,-180", "90.1,0", "-7.38")
TEXTS = (
    *DATES,
    *LINKS,
    *COORDINATES,
    "Pasar",
    "",
    " ",
    "é",
    "3303/unit/000001",
    "12.50",
    "-3",
    "\u2028",
    "x" * 300,
)
NUMBERS = (0, 1, -1, 2022, 2**31, 2**53 + 1, 2**63, 2**64, -(2**70), 10**40)
DEEP = 60


def deep() -> list[Any]:
    """A list in a list in a list."""
    value: list[Any] = []
    for _ in range(DEEP):
        value = [value]
    return value


STRANGE: tuple[Any, ...] = (
    *(None, True, False, "", " ", "176", "2022-02-31", "9999-99-99", "\ud800", "\x00"),
    *(0, 176.0, -0.0, 1.5, 1e18, 1e300, 1e-300, 9007199254740993.0, 2**63, 2**64, -(10**30)),
    *(float("nan"), float("inf"), [], {}, [None], [176.0], {"": ""}, {"title": "x"}, deep()),
)
STORABLE = (None, True, False, "", "176", 0, 1.5, 1e300, 2**64, [], {}, [176.0], {"": ""}, deep())
STRANGERS = ("tambahan", "", "position", "version", "recorded_at", "topic", "Title", "occured", "body")


def accepted(schema: dict[str, Any], rng: random.Random, root: dict[str, Any] | None = None) -> Any:
    """A value that the schema accepts. Raises KeyError for a construct that none of our schemas uses."""
    root = root or schema
    if "$ref" in schema:
        return accepted(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], rng, root)
    if "anyOf" in schema:
        return accepted(rng.choice(schema["anyOf"]), rng, root)
    if "const" in schema or "enum" in schema:
        return rng.choice(schema.get("enum") or [schema["const"]])
    if isinstance(schema.get("type"), list):
        return accepted({**schema, "type": rng.choice(schema["type"])}, rng, root)
    if "type" not in schema:
        assert schema.keys() <= {"default"}, schema
        return copy.deepcopy(rng.choice(STORABLE))
    return _MAKERS[schema["type"]](schema, rng, root)


def _object(schema: dict[str, Any], rng: random.Random, root: dict[str, Any]) -> dict[str, Any]:
    properties = schema.get("properties", {})
    names = [name for name in properties if name in schema["required"] or rng.random() < 0.5]
    found = {name: accepted(properties[name], rng, root) for name in names}
    if more := schema["additionalProperties"]:
        found |= {name: accepted(more, rng, root) for name in rng.sample(("title", "a@allowed", ""), 2)}
    return found


def _array(schema: dict[str, Any], rng: random.Random, root: dict[str, Any]) -> list[Any]:
    found = [accepted(schema["items"], rng, root) for _ in range(rng.randrange(4))]
    return [one for at, one in enumerate(found) if one not in found[:at]]


def _text(schema: dict[str, Any], rng: random.Random, _root: dict[str, Any]) -> str:
    least, pattern = schema.get("minLength", 0), schema.get("pattern", "")
    return rng.choice([one for one in TEXTS if len(one) >= least and re.search(pattern, one)])


def _number(schema: dict[str, Any], rng: random.Random, _root: dict[str, Any]) -> int:
    least, most = schema.get("minimum", min(NUMBERS)), schema.get("maximum", max(NUMBERS))
    return rng.choice([one for one in NUMBERS if least <= one <= most])


_MAKERS: dict[str, Any] = {
    "object": _object,
    "array": _array,
    "string": _text,
    "integer": _number,
    "boolean": lambda _, rng, __: rng.random() < 0.5,
    "null": lambda *_: None,
}


def places(value: Any, at: Path = ()) -> list[Path]:
    """Every place in a value, the whole first."""
    found = [at]
    held = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in held:
        if len(at) < 5:
            found += places(one, (*at, name))
    return found


def spoilt(value: Any, rng: random.Random) -> Any:
    """A copy with one place changed: dropped, added to, of another type, renamed or wrapped."""
    value = [copy.deepcopy(value)]
    *way, last = (0, *rng.choice(places(value[0])))
    holder = value
    for step in way:
        holder = holder[step]
    _spoil(holder, last, rng)
    return value[0] if value else None


def _spoil(holder: Any, last: str | int, rng: random.Random) -> None:
    held = holder[last]
    match rng.randrange(6):
        case 0 if isinstance(holder, dict):
            del holder[last]
        case 1 if isinstance(holder, dict):
            holder[f"{last}".upper()] = holder.pop(last)  # type: ignore[call-overload]
        case 2 if isinstance(held, dict):
            held[rng.choice(STRANGERS)] = copy.deepcopy(rng.choice(STRANGE))
        case 3 if isinstance(held, int) and abs(held) < 2**53:
            holder[last] = float(held)
        case 4:
            holder[last] = [held]
        case _:
            holder[last] = copy.deepcopy(rng.choice(STRANGE))
