"""The rows of a rulebook that have levels: of an innovation (SID) and of a region (SPD)."""

from __future__ import annotations

from decimal import Decimal

import msgspec
from msgspec import Struct

from domain.rules.certainty import Certainty, Known


class Band(Struct, frozen=True, kw_only=True):
    """What one level asks for, both ends included; None is open."""

    low: Decimal | None = msgspec.field(name="from", default=None)
    high: Decimal | None = msgspec.field(name="to", default=None)

    def holds(self, value: Decimal) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


class Basis(Struct, frozen=True, kw_only=True):
    """One way to count the usefulness, with its own bands."""

    id: str
    label: str
    bands: list[Band]


class Derive(Struct, frozen=True, kw_only=True):
    """How a level follows from records: a measure of `domain.rules.measures`, and what it is held to."""

    measure: str
    certainty: Certainty
    bands: list[Band] = []
    window: tuple[str, str] | None = None
    patterns: list[list[tuple[str, ...]]] = []
    bases: list[Basis] = []
    note: str | None = None

    @property
    def highest(self) -> int:
        """The highest level that the measure can reach."""
        return max(len(self.bands), len(self.patterns), *(len(one.bands) for one in self.bases), 0)


class Piece(Struct, frozen=True, kw_only=True):
    """One piece of evidence that a rule asks for; `count` may be the level itself."""

    kinds: list[str]
    window: tuple[str, str] | str | None = None
    page: bool = False
    count: int | str = 1


class EvidenceRule(Struct, frozen=True, kw_only=True):
    """For these levels any one of the sets of pieces proves the indicator; an empty set asks for nothing."""

    levels: list[int]
    any_of: list[list[Piece]]
    certainty: Certainty


class Levels(Struct, frozen=True, kw_only=True):
    """What each level asks for, the first in front; the file names them `p1`, `p2` and so on."""

    texts: list[str]
    certainty: Certainty


class Indicator(Struct, frozen=True, kw_only=True):
    """One row of an innovation (SID), or a criterion without weight."""

    id: str
    name: str
    number: int | str = 0
    row: int = 0
    weight: Known
    levels: Levels | None = None
    mandatory: Known
    certainty: Certainty
    sources: list[str] = []
    evidence: str | None = None
    evidence_rules: list[EvidenceRule] = []
    file_types: list[str] = []
    derive: Derive | None = None
    note: str | None = None

    @property
    def label(self) -> str:
        """Number and name, as people know the row."""
        return f"{self.number} {self.name}"

    @property
    def highest(self) -> int:
        """The highest level that the row says of itself; 0 where it says none."""
        return max(len(self.levels.texts) if self.levels else 0, self.derive.highest if self.derive else 0)


class RegionRow(Struct, frozen=True, kw_only=True):
    """One row of a region (SPD)."""

    id: str
    number: str
    name: str
    weight: Known
    mandatory: Known
    levels: Levels | None = None
    certainty: Certainty
    sources: list[str] = []
    bands: list[Band] = []
    overlap: Known | None = None
    decimals: Known | None = None
    unit: str | None = None

    @property
    def label(self) -> str:
        """Number and name, as people know the row."""
        return f"{self.number} {self.name}"

    @property
    def highest(self) -> int:
        """The highest level that the row says of itself; 0 where it says none."""
        return max(len(self.levels.texts) if self.levels else 0, len(self.bands))
