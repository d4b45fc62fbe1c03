"""What a verdict asks beyond the innovation itself: the edition's dates, other entries, earlier awards."""

from __future__ import annotations

from msgspec import Struct, field

from domain.rules.case import Sourced


class Award(Struct, frozen=True):
    """An award held by an innovation or by what it came from."""

    at: int
    title: str
    tier: str | None
    edition: str | None
    via: tuple[int, ...] = ()
    """The events that say that this innovation continues the one that holds the award."""


class Context(Struct):
    """One edition in one region, as known at one position, about one day."""

    region: str
    position: int = 0
    day: str = ""
    opening: Sourced | None = None
    closing: Sourced | None = None
    entries: list[int] = field(default_factory=list)
    """Positions of the entries of this award, year and group."""
    titles: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """Folded title to the innovations entered under it, with the positions of their titles and entries."""
    awards: dict[str, list[Award]] = field(default_factory=dict)
    """Innovation to the awards that it or its forebears hold."""
