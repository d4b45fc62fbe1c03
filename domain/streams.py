"""Names of streams and the codes that people type for them."""

from __future__ import annotations

import re

INNOVATION_CODE = re.compile(r"\s*([0-9]{2}|[0-9]{4})-0*([1-9][0-9]{0,5})\s*\Z")
PERSON_CODE = re.compile(r"\s*([0-9]{2}|[0-9]{4})-[pP]0*([1-9][0-9]{0,5})\s*\Z")
IDEA_CODE = re.compile(r"\s*([0-9]{2}|[0-9]{4})-[iI]0*([1-9][0-9]{0,5})\s*\Z")


def prefix(region_code: str) -> str:
    """`33.03` as it stands in stream ids: `3303`."""
    return region_code.replace(".", "")


def region_code(stream_or_prefix: str) -> str:
    """`33.03` of `3303/innovation/000147` or of `3303`."""
    digits = stream_or_prefix.partition("/")[0]
    return digits if len(digits) == 2 else f"{digits[:2]}.{digits[2:]}"


def region_of(stream: str) -> str:
    """The region prefix of a stream id: `3303`."""
    return stream.partition("/")[0]


def kind_of(stream: str) -> str:
    """The kind of a stream id: `innovation`."""
    return stream.split("/", 2)[1]


def stream_id(region: str, kind: str, number: int) -> str:
    """`3303/innovation/000147`. Raises ValueError outside 1 to 999,999."""
    if not 1 <= number <= 999_999:
        raise ValueError(number)
    return f"{region}/{kind}/{number:06d}"


def region_stream(region: str) -> str:
    """The one stream of a region; its identity is the official code, so it has no number of its own."""
    return stream_id(region, "region", 1)


def number_of(stream: str) -> int:
    """147 of `3303/innovation/000147`."""
    return int(stream.rpartition("/")[2])


def code(stream: str) -> str:
    """What people type: `3303-0147` for an innovation, `3303-I0031` for an idea, `3303-P0002` for a person.

    Anything else is its stream id.
    """
    region, kind, number = stream.split("/")
    if kind == "innovation":
        return f"{region}-{int(number):04d}"
    if kind == "idea":
        return f"{region}-I{int(number):04d}"
    if kind == "person":
        return f"{region}-P{int(number):04d}"
    return stream


def stream_of_code(text: str) -> str | None:
    """The stream that a typed code means, whatever its padding; None when the text is no code."""
    if match := INNOVATION_CODE.match(text):
        return stream_id(match.group(1), "innovation", int(match.group(2)))
    if match := IDEA_CODE.match(text):
        return stream_id(match.group(1), "idea", int(match.group(2)))
    return None


def person_of_code(text: str) -> str | None:
    """The person that a typed code means; None when the text is no code of a person."""
    match = PERSON_CODE.match(text)
    return stream_id(match.group(1), "person", int(match.group(2))) if match else None
