"""Regions: missions, figures published about them, dates of editions, rulebooks that they added."""

from __future__ import annotations

from sqlalchemy import Connection, select

from domain.base import AnyFact
from domain.region import (
    EditionDated,
    FigurePublished,
    MissionRecorded,
    RegionRegistered,
    RulebookAdded,
)
from projections.views.base import Put, number, table, text

NAME = "regions"
VERSION = 4
KIND = "region"

regions = table("regions", text("code"), text("name"), text("kind"), text("time_zone"), about="daerah")
missions = table(
    "missions",
    text("plan"),
    number("number"),
    text("text"),
    key=("plan", "number"),
    about="satu butir misi daerah",
)
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
    text("area"),
    text("regions"),
    number("regions_count"),
    key=("position",),
    about="satu angka yang diumumkan",
)
editions = table(
    "editions",
    number("position"),
    number("place", meaning="urutan dalam jadwal, mulai dari 0"),
    text("award"),
    number("year"),
    text("group"),
    text("milestone"),
    text("day"),
    text("announced", meaning="tanggal jadwal itu diumumkan"),
    key=("position",),
    about="satu tanggal dalam jadwal lomba",
)
rulebooks = table(
    "rulebooks",
    number("position"),
    text("book"),
    text("award"),
    number("year"),
    text("group"),
    text("file"),
    text("resolved"),
    text("over"),
    key=("position",),
    about="satu aturan penilaian yang ditambahkan daerah",
)
TABLES = (regions, missions, figures, editions, rulebooks)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per region, mission, figure, date of an edition, rulebook. Lists stand joined by commas.

    `place` counts the facts in the order of the law: what was announced earlier comes before, whenever it
    was recorded.
    """
    put_region, put_mission, put_figure, put_edition, put_rulebook = puts
    for place, fact in enumerate(facts):
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
                    + (body.area or "region", ",".join(body.regions), body.regions_count)
                )
            case EditionDated():
                row = (stream, fact.position, place, body.award, body.year, body.group)
                put_edition((*row, body.milestone, body.day, fact.occurred))
            case RulebookAdded():
                put_rulebook(
                    (stream, fact.position, body.book, body.award, body.year, body.group)
                    + (body.file, body.resolved, body.over)
                )


def region_name(connection: Connection, code: str) -> str | None:
    """The name of a region by its code."""
    return connection.execute(select(regions.c.name).where(regions.c.code == code)).scalar()
