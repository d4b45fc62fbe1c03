"""Units with their present, former and founding names."""

from __future__ import annotations

from domain.base import AnyFact
from domain.streams import region_of
from domain.unit import UnitClosed, UnitMerged, UnitRenamed
from projections.views.base import Put, flag, number, table, text

NAME = "units"
VERSION = 2
KIND = "unit"

units = table(
    "units",
    text("region"),
    flag("stands"),
    text("kind"),
    text("name"),
    text("short"),
    text("former"),
    flag("open", meaning="ya selama unit tidak ditutup, digabung, atau dipecah"),
    text("successor", "unit penerus"),
    about="unit, seperti sekarang",
)
names = table(
    "unit_names",
    number("place", meaning="urutan nama, mulai dari 0"),
    text("name"),
    text("short"),
    text("since"),
    key=("place",),
    about="satu nama yang pernah dipakai unit",
)
TABLES = (units, names)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per unit and one per name that it ever bore.

    `short` is the full name where there is no shorter; `former` is joined by newlines.
    """
    put_unit, put_name = puts
    body = founding.body
    name, short, former = body.name, body.short, []
    is_open, successor, place = True, None, 0
    put_name((stream, place, name, short or name, None))
    for fact in facts:
        said = fact.body
        match said:
            case UnitRenamed():
                former += [name] if short is None else [name, short]
                name, short, place = said.name, said.short or short, place + 1
                put_name((stream, place, name, short or name, fact.occurred))
            case UnitMerged(into=into):
                is_open, successor = False, into
            case UnitClosed():
                is_open = False
    row = (body.kind, name, short or name, "\n".join(former), is_open, successor)
    put_unit((stream, region_of(stream), bool(facts), *row))
