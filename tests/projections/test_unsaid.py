"""Which recorded values a sentence leaves unsaid."""

from __future__ import annotations

from domain.fields import described
from domain.kinds import KINDS
from projections.timeline.recorded_values import NOT_FOR_PEOPLE, TOLD_ELSEWHERE


def test_what_is_left_out_are_fields_of_events() -> None:
    bodies = [body for module in KINDS.values() for body in module.EVENTS]
    fields = {name for body in bodies for name in body.__struct_fields__}
    assert (NOT_FOR_PEOPLE | TOLD_ELSEWHERE) - fields == set()
    assert set() == NOT_FOR_PEOPLE & TOLD_ELSEWHERE
    assert all(described(body) for body in bodies if body.__struct_fields__)
