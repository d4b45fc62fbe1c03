"""The catalogue: one row per innovation, searchable by acronym, title and former names."""

from __future__ import annotations

from typing import Any

from domain import innovation as events
from domain.base import Fact
from domain.streams import code, region_of
from projections.views.base import Put, flag, number, table, text

NAME = "catalogue"
VERSION = 2
KIND = "innovation"

innovations = table(
    "innovations",
    text("region", index=True),
    flag("stands"),
    text("code"),
    text("lab", index=True),
    text("idea"),
    text("title"),
    text("acronym"),
    text("former"),
    text("search"),
    text("unit"),
    flag("illustrative"),
    text("designed_on"),
    flag("trialled"),
    text("trialled_on"),
    flag("implemented"),
    text("implemented_on"),
    flag("launched"),
    text("launched_on"),
    text("launch_lab", index=True),
    text("ceremony"),
    number("displays"),
    number("monitorings"),
    number("measurements"),
    number("evidence"),
    number("agreements"),
    number("awards"),
)
TABLES = (innovations,)
COUNTED = (
    events.Displayed,
    events.Monitored,
    events.Measured,
    events.EvidenceAttached,
    events.AgreementCovered,
    events.AwardReceived,
)
"""What the last columns count, in their order."""
TOLD = frozenset((events.Launched, events.Trialled, events.Implemented, events.InnovationRenamed))
"""Whose last word, or whose names, a row tells."""


def fold(stream: str, founding: Fact[Any], facts: list[Fact[Any]], puts: tuple[Put, ...]) -> None:
    """The last word wins; `former` holds earlier titles and acronyms joined by newlines."""
    body = founding.body
    title, acronym, former = body.title, body.acronym, ""
    trialled = implemented = launched = False
    trialled_on = implemented_on = launched_on = launch_lab = ceremony = None
    kinds = [type(fact.body) for fact in facts]
    for fact, kind in zip(facts, kinds, strict=True):
        if kind not in TOLD:
            continue
        said = fact.body
        if kind is events.Launched:
            launched, launched_on, launch_lab, ceremony = True, fact.occurred, said.lab, said.ceremony
        elif kind is events.Trialled:
            trialled, trialled_on = True, fact.occurred
        elif kind is events.Implemented:
            implemented, implemented_on = True, fact.occurred
        else:
            former = _former(former, title, acronym)
            title, acronym = said.title, said.acronym or acronym
    search = "\n".join(filter(None, (acronym, title, former))).casefold()
    puts[0](
        (stream, region_of(stream), bool(facts), code(stream), body.lab, body.idea, title, acronym, former)
        + (search, body.unit, body.illustrative, founding.occurred, trialled, trialled_on, implemented)
        + (implemented_on, launched, launched_on, launch_lab, ceremony, *map(kinds.count, COUNTED))
    )


def _former(former: str, title: str, acronym: str | None) -> str:
    return "\n".join(filter(None, (former, title, acronym)))
