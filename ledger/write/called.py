"""What people call a stream in a refusal: no view is read there."""

from __future__ import annotations

from domain import streams
from jejak_i18n.founding_names import founding_name
from ledger.write.unit_of_work import UnitOfWork


def called(unit_of_work: UnitOfWork, stream: str) -> str:
    """A code, else the name that its founding event gives it, also where that was voided."""
    code = streams.code(stream)
    if code != stream:
        return code
    facts = unit_of_work.facts(stream) or [
        unit_of_work.codec.decode(row) for row in unit_of_work.rows(stream)[:1]
    ]
    return (founding_name(facts[0]) if facts else None) or stream
