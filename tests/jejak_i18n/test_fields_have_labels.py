"""No field is printed by its English name: each of an event and of `trace` is called something."""

from __future__ import annotations

import projections.views
from domain import kinds
from domain.base import Body
from domain.corrections import FactCorrected, FactVoided
from domain.profile import ProfileWritten
from jejak_i18n import labels
from projections.queries.innovation_detail import DATED

assert projections.views
MARKS = (FactCorrected, FactVoided)
"""Corrections and voids are told by sentences of their own, never field by field."""


def unlabelled(names: set[str]) -> set[str]:
    """Those that a terminal would print in English."""
    return {
        name for name in names if labels.label_for_terminal("field", name) in (name, name.replace("_", " "))
    }


def test_every_field_of_an_event_is_called_something() -> None:
    bodies: list[type[Body]] = [body for body in kinds.TYPES.values() if body not in MARKS]
    names = {name for body in bodies for name in body.__struct_fields__}
    assert len(names) > 150
    assert unlabelled(names) <= SAME


SAME = {"unit", "status", "lab", "coach", "validator"}
"""Words that both languages write alike."""


def test_every_field_that_trace_lists_is_called_something() -> None:
    plain = {"title", "acronym", "unit", "unit_kind", "designed_on", "developed_on", "stage"}
    dated = {f"{name}_on" for name in DATED.values()}
    assert unlabelled(plain | dated | set(ProfileWritten.__struct_fields__)) <= SAME
