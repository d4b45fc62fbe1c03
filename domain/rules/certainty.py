"""How certain a rule is, and a value or demand with its certainty."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

Certainty = Literal["confirmed", "confirmed_copy", "unconfirmed"]


UNCONFIRMED: Certainty = "unconfirmed"


CERTAINTIES: tuple[Certainty, ...] = ("confirmed", "confirmed_copy", UNCONFIRMED)
"""From the most certain to the least."""


class Known(Struct, frozen=True, kw_only=True):
    """A value with its certainty; None where it is not known."""

    value: Any = None
    certainty: Certainty
    note: str | None = None
    sources: list[str] = []


class Asked(Struct, frozen=True, kw_only=True):
    """A rule that has a certainty and sources and no value of its own."""

    certainty: Certainty
    sources: list[str] = []
    note: str | None = None
