"""Regions with their missions and the figures published about them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from domain.base import Fact
from domain.region import FigurePublished, MissionRecorded, RegionRegistered
from projections.base import Put, number, table, text

NAME = "regions"
VERSION = 1
KIND = "region"

regions = table("regions", text("code"), text("name"), text("kind"), text("time_zone"))
missions = table("missions", text("plan"), number("number"), text("text"), key=("plan", "number"))
figures = table(
    "figures",
    number("position"),
    text("measure"),
    text("lab"),
    text("unit_kinds"),
    text("unit"),
    number("value"),
    text("label"),
    text("publisher"),
    text("occurred"),
    key=("position",),
)
TABLES = (regions, missions, figures)


def fold(stream: str, founding: Fact[Any], facts: list[Fact[Any]], puts: tuple[Put, ...]) -> None:
    """One row per region, mission and figure. Kinds of units stand joined by commas."""
    put_region, put_mission, put_figure = puts
    for fact in facts:
        body = fact.body
        match body:
            case RegionRegistered():
                put_region((stream, body.code, body.name, body.kind, body.time_zone))
            case MissionRecorded():
                put_mission((stream, body.plan, body.number, body.text))
            case FigurePublished():
                kinds = ",".join(body.unit_kinds)
                put_figure(
                    (stream, fact.position, body.measure, body.lab, kinds, body.unit, body.value)
                    + (body.label, body.publisher, fact.occurred)
                )


def region_name(connection: Connection, code: str) -> str | None:
    """The name of a region by its code."""
    return connection.execute(select(regions.c.name).where(regions.c.code == code)).scalar()
