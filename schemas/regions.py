"""The official list of regional governments: code, name, kind, time zone.

Codes and names: Kepmendagri 300.2.2-2430/2025, from the MIT-licensed project `cahyadsn/wilayah`
(2026-08-08). Time zones by province: Keppres 41/1987.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import TypedDict


class Region(TypedDict):
    """One row of the official list; `code` is `33` for a province, `33.03` for a regency or city."""

    code: str
    name: str
    kind: str
    time_zone: str


@cache
def regions() -> dict[str, Region]:
    """All regional governments by code."""
    text = files("schemas").joinpath("regions.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        row["code"]: Region(code=row["code"], name=row["name"], kind=row["kind"], time_zone=row["time_zone"])
        for row in rows
    }


def region(text: str) -> Region | None:
    """The region of a code as people type it: `33.03`, `3303`, `33-03`; None when there is none."""
    digits = re.sub(r"\D", "", text)
    code = digits if len(digits) == 2 else f"{digits[:2]}.{digits[2:]}"
    return regions().get(code)
