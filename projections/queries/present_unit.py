"""The page of an innovation with its unit as it is called today."""

from __future__ import annotations

import msgspec
from sqlalchemy import select

from projections.queries.detail_types import InnovationDetail
from projections.queries.unit_naming import UnitNaming
from projections.read_session import ReadSession
from projections.views.catalogue import innovations


def with_present_unit(session: ReadSession, detail: InnovationDetail) -> InnovationDetail:
    """The page, whose unit bears its present name, or that of the unit which it ended in."""
    query = select(innovations.c.unit).where(innovations.c.stream == detail.stream)
    unit = UnitNaming(session, "now").of(str(session.connection.execute(query).scalar_one()), None)
    fields = detail.fields
    named = {
        "unit": msgspec.structs.replace(fields["unit"], value=unit.name),
        "unit_kind": msgspec.structs.replace(fields["unit_kind"], value=unit.kind),
    }
    return msgspec.structs.replace(detail, fields={**fields, **named})
