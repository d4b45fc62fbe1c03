"""The views. Each file holds its tables, its fold, and the queries that belong to it alone."""

from __future__ import annotations

from types import ModuleType

from projections.views import (
    agreements,
    awards,
    cases,
    catalogue,
    documents,
    entries,
    labs,
    lineage,
    people,
    regions,
    units,
    workshops,
)

VIEWS: tuple[ModuleType, ...] = (
    regions,
    units,
    people,
    documents,
    labs,
    workshops,
    lineage,
    catalogue,
    cases,
    agreements,
    awards,
    entries,
)
"""Each has NAME, VERSION, KIND (the kind of stream that it folds), TABLES, and `fold`."""
