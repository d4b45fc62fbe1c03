"""Rulebooks of IGA 2028 with other numbers of indicators, rows and levels than those of the package."""

from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal
from typing import Any

from schemas import loader

Raw = dict[str, Any]


def iga_2028(**changes: Any) -> Raw:
    """The rulebook of 2026 as that of 2028."""
    return {**json.loads(loader.rulebook_bytes("iga-2026")), "id": "iga-2028", "year": 2028, **changes}


def twenty_one() -> Raw:
    """One more indicator, number 36, and one more row of the region, number 16."""
    raw = iga_2028()
    indicator, row = deepcopy(raw["indicators"][0]), deepcopy(raw["spd"][0])
    indicator |= {"id": "ip", "number": 36, "row": 21, "name": "Kekayaan Intelektual"}
    row |= {"id": "ip_region", "number": "16", "name": "Kekayaan Intelektual Daerah"}
    return {**raw, "indicators": [*raw["indicators"], indicator], "spd": [*raw["spd"], row]}


def three() -> Raw:
    """Three indicators and two rows of the region."""
    raw = iga_2028()
    return {**raw, "indicators": raw["indicators"][:3], "spd": raw["spd"][:2]}


def lettered() -> Raw:
    """Indicators A1 to A20, and rows of the region S1 to S20."""
    raw = iga_2028()
    for part, letter in (("indicators", "A"), ("spd", "S")):
        for at, row in enumerate(raw[part], 1):
            row["number"] = f"{letter}{at}"
    return raw


def renumbered() -> Raw:
    """Indicators 1 to 20: 16 to 20 mean others than in the years before."""
    raw = iga_2028()
    for row in raw["indicators"]:
        row["number"] = row["row"]
    return raw


def five_levels() -> Raw:
    """Regulation by evidence and personnel by bands, each with five levels, and one row of the region."""
    raw = iga_2028()
    levels = {f"p{level}": f"tingkat {level}" for level in range(1, 6)} | {"certainty": "confirmed"}
    regulation, personnel = raw["indicators"][:2]
    rule = {"levels": [1, 2, 3, 4, 5], "any_of": [[{"kinds": ["sk"]}]], "certainty": "confirmed"}
    regulation |= {"levels": levels, "evidence_rules": [rule]}
    personnel |= {"levels": levels, "evidence_rules": [rule]}
    personnel["derive"]["bands"] = _bands("1", "11", "21", "31", "41")
    hdi = next(row for row in raw["spd"] if row["id"] == "hdi")
    hdi |= {"levels": levels, "bands": _bands("50.00", "60.00", "70.00", "80.00", "90.00")}
    return {**raw, "indicators": [regulation, personnel], "spd": [hdi]}


def _bands(*lows: str) -> list[Raw]:
    """Bands that begin at these figures, the last without an end."""
    made: list[Raw] = [{"from": low, "to": None} for low in lows]
    for band, following in zip(made, lows[1:], strict=False):
        last = Decimal(following)
        band["to"] = str(last - Decimal(1).scaleb(int(last.as_tuple().exponent)))
    return made
