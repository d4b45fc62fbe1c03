"""The most points that a rulebook lets a region reach, and how points are rounded."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from domain.rules.indicators import Indicator, RegionRow
    from domain.rules.rulebook import Rulebook


class Totals(Struct, frozen=True, kw_only=True):
    """The most that can be reached; None where the rulebook does not know every weight."""

    region: Decimal | None
    innovation: Decimal | None
    number: Decimal | None

    @property
    def whole(self) -> Decimal | None:
        if self.region is None or self.innovation is None or self.number is None:
            return None
        return self.region + self.innovation + self.number

    def shares(self) -> tuple[Decimal, ...] | None:
        """Percent of region (SPD), innovation (SID) and number, rounded half up to two decimals."""
        whole = self.whole
        if not whole:
            return None
        parts = (self.region, self.innovation, self.number)
        return tuple(rounded((part or Decimal(0)) * 100 / whole) for part in parts)


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """A decimal rounded half up, as the award's figures are printed."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def totals_of(book: Rulebook) -> Totals:
    """The most that the rows of a rulebook can bring."""
    number = book.number
    most = None
    if number and number.weight.value is not None and number.cap.value is not None:
        most = Decimal(number.weight.value) * number.cap.value
    return Totals(
        region=_most(book, book.spd),
        innovation=_most(book, book.indicators),
        number=most,
    )


def _most(book: Rulebook, rows: Sequence[Indicator | RegionRow]) -> Decimal | None:
    if not rows or any(row.weight.value is None for row in rows):
        return None
    # Whole numbers and decimal texts: as texts both become exact.
    return sum((book.highest(row) * Decimal(str(row.weight.value)) for row in rows), Decimal(0))
