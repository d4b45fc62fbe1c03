"""What a region calls its kinds of unit at a time, and how else offices write them: data with its source."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct


class LocalLabel(Struct, frozen=True, forbid_unknown_fields=True):
    """What provinces (none: all) call a kind of unit, from and until an ISO day (None: without end)."""

    kind: str
    label: str
    source: str
    certainty: str
    """`confirmed` or `unconfirmed`, its bounds in time included."""
    provinces: tuple[str, ...] = ()
    since: str | None = msgspec.field(name="from", default=None)
    until: str | None = None


class UnitKinds(Struct, frozen=True, forbid_unknown_fields=True):
    """The file: local labels, of which the first that fits counts, and other spellings by kind."""

    title: str
    about: str
    labels: tuple[LocalLabel, ...]
    spellings: dict[str, tuple[str, ...]]


@cache
def unit_kinds() -> UnitKinds:
    """The data as packaged."""
    return msgspec.json.decode(files("schemas").joinpath("unit_kinds.json").read_bytes(), type=UnitKinds)


def spellings() -> dict[str, tuple[str, ...]]:
    """Every other way to write each kind: its spellings, and what any region calls it."""
    found = {kind: list(written) for kind, written in unit_kinds().spellings.items()}
    for one in unit_kinds().labels:
        found.setdefault(one.kind, []).append(one.label)
    return {kind: tuple(dict.fromkeys(written)) for kind, written in found.items()}
