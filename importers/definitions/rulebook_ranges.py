"""The ranges that helps of columns name, worked out of the rulebooks of the package."""

from __future__ import annotations

from schemas.loader import packaged

_low, _high = packaged().indicator_range
FIRST_INDICATOR = int(_low) if _low.isdecimal() else _low
"""An example; a number where the award writes numbers, as a cell holds them."""
INDICATORS = f"Nomor indikator IGA: {_low} sampai {_high}."
HIGHEST = packaged().highest
LEVELS = f"{', '.join(map(str, range(HIGHEST)))}, atau {HIGHEST}"
SDGS = f"Nomor tujuan 1 sampai {packaged().sdgs}, misalnya 8; 9."
ASTA_CITA = f"Nomor cita 1 sampai {packaged().asta_cita}."
