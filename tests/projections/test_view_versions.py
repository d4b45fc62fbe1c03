"""A view whose columns change gets a new VERSION: else an old workspace would be read with new queries."""

from __future__ import annotations

import hashlib
from types import ModuleType

import pytest

from projections.views import VIEWS

RELEASED: dict[tuple[str, int], str] = {
    ("regions", 4): "8c7ff03bff",
    ("units", 2): "69b69e3866",
    ("people", 3): "daf432f333",
    ("documents", 2): "13ed822af0",
    ("labs", 4): "2913bc4964",
    ("workshops", 2): "1ffa6bd72c",
    ("lineage", 4): "74fcb93ab7",
    ("catalogue", 5): "1bcad3d41f",
    ("cases", 2): "1e24f294bf",
    ("agreements", 2): "cb51c043d5",
    ("awards", 1): "afb1206512",
    ("entries", 1): "86d9a8499f",
}
"""View and VERSION to the shape of its tables. A new VERSION is a new line; the old one may go."""


def shape(view: ModuleType) -> str:
    """Ten letters that tell names, types and keys of a view's columns."""
    columns = [
        f"{table.name}.{column.name} {column.type} {column.primary_key} {bool(column.index)}"
        for table in view.TABLES
        for column in table.columns
    ]
    return hashlib.sha256("\n".join(columns).encode()).hexdigest()[:10]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: str(view.NAME))
def test_a_view_of_another_shape_has_another_version(view: ModuleType) -> None:
    found = RELEASED.get((view.NAME, view.VERSION))
    assert found == shape(view), f"raise VERSION in projections/views/{view.NAME}.py, and note its shape here"


def test_no_view_is_noted_twice() -> None:
    assert sorted(name for name, _version in RELEASED) == sorted(view.NAME for view in VIEWS)
