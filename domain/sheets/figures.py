"""The sheet of published figures: it may speak of all that the others record, so it is the last."""

from __future__ import annotations

from domain import region
from domain.sheets.sheet import sheet

FIGURE = sheet(
    "Angka",
    region.PublishFigure,
    (
        "measure",
        "unit_kinds",
        "unit",
        "value",
        "label",
        "publisher",
        "occurred",
        "lab",
        "area",
        "regions",
        "regions_count",
    ),
    "Angka yang pernah diumumkan, untuk dibandingkan dengan hasil hitungan Jejak.",
    scope="region",
)
