"""The read interface as a table: address, verb of the command line, parameters, and what is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from domain.fields import LARGEST
from domain.streams import kind_of, prefix, region_of
from jejak_i18n import marked as n_
from jejak_i18n.labels import group_of
from projections.eligibility import rulebooks
from projections.eligibility.edition import edition
from projections.eligibility.verdicts import verdict_answer
from projections.queries import find, labs
from projections.queries.catalogue import Filter, page
from projections.queries.funnel import funnel
from projections.queries.ideas import IdeaFilter, IdeaList, list_ideas
from projections.queries.innovation_detail import innovation_detail
from projections.queries.mentions import mentions
from projections.read_session import ReadSession
from projections.timeline.history import history
from projections.timeline.history_answer import history_answer

Kind = Literal["text", "number", "truth"]
Values = Mapping[str, Any]
"""Parameters by name, as their kinds are read; None for one that was not given."""
BASE = "/api/v1"


class Parameter(NamedTuple):
    """One parameter; `least` is the smallest number, `choices` the only texts."""

    name: str
    text: str
    kind: Kind = "text"
    place: Literal["path", "query"] = "query"
    required: bool = False
    least: int = 0
    choices: tuple[str, ...] = ()


class Read(NamedTuple):
    """One question: its address, the verb that answers the same, and how it is asked."""

    path: str
    command: str
    text: str
    parameters: tuple[Parameter, ...]
    ask: Callable[[ReadSession, Values], Struct]

    @property
    def all_parameters(self) -> tuple[Parameter, ...]:
        """Its own, then the time that every question takes."""
        return (*self.parameters, *TIME)


TIME = (
    Parameter("as_of", n_("Today's knowledge about a day (2022-12-14).")),
    Parameter("known_at", n_("What Jejak showed at a day or an instant.")),
)
CODE = Parameter("code", n_("Code, acronym or title of an innovation or idea."), place="path", required=True)
SLUG = Parameter(
    "slug", n_("Slug of a lab, or REGION/SLUG where regions share one."), place="path", required=True
)
LAB = Parameter("lab", n_("Only of this lab."))
UNIT = Parameter("unit", n_("Only of this unit, by a name that it bears or bore."))
REGION = Parameter("region", n_("Only of this region."))


def _catalogue(session: ReadSession, values: Values) -> Struct:
    wanted = Filter(
        region=prefix(values["region"]) if values["region"] else None,
        search=values["search"],
        lab=values["lab"],
        unit=values["unit"],
        kind=values["kind"],
        stage=values["stage"],
        launched=values["launched"],
        units="now",
    )
    return page(session, wanted, limit=values["limit"], offset=values["offset"] or 0)


def _ideas(session: ReadSession, values: Values) -> Struct:
    wanted = IdeaFilter(
        region=prefix(values["region"]) if values["region"] else None,
        lab=values["lab"],
        unit=values["unit"],
        status=values["status"],
        search=values["search"],
    )
    return IdeaList(list_ideas(session, wanted))


def _innovation(session: ReadSession, values: Values) -> Struct:
    return innovation_detail(session, find.innovation_of(session, values["code"]))


def _history(session: ReadSession, values: Values) -> Struct:
    stream = find.recorded(session, values["code"])
    named = mentions(session, stream) if kind_of(stream) == "document" else []
    return history_answer(history(session, stream, "now"), named)


def _labs(session: ReadSession, values: Values) -> Struct:
    return labs.list_labs(session, region=prefix(values["region"]) if values["region"] else None)


def _lab(session: ReadSession, values: Values) -> Struct:
    return labs.lab_detail(session, values["slug"], units_of="now")


def _funnel(session: ReadSession, values: Values) -> Struct:
    return funnel(session, values["slug"], units_of="now")


def _eligibility(session: ReadSession, values: Values) -> Struct:
    stream = find.innovation_of(session, values["code"])
    where = region_of(stream)
    held = rulebooks.find(session, where, values["award"].casefold(), values["year"], values["group"])
    return verdict_answer(edition(session, held.book, where).verdict(stream))


READS = (
    Read(
        "/catalogue",
        "catalogue list",
        n_("List innovations."),
        (
            Parameter("search", n_("Words in acronym, title or former names.")),
            LAB,
            UNIT,
            Parameter("kind", n_("Only of units of this kind (opd, kecamatan, …).")),
            Parameter("stage", n_("Only of this stage."), choices=tuple(group_of("maturity"))),
            Parameter("launched", n_("Only launched, or only not launched."), "truth"),
            REGION,
            Parameter("limit", n_("At most so many."), "number", least=1),
            Parameter("offset", n_("Leave out so many at the start."), "number"),
        ),
        _catalogue,
    ),
    Read(
        "/catalogue/{code}",
        "catalogue show",
        n_("Show one innovation with all that is recorded of it."),
        (CODE,),
        _innovation,
    ),
    Read(
        "/history/{code}",
        "history",
        n_("Tell the life of an innovation or idea, ideas included."),
        (CODE,),
        _history,
    ),
    Read(
        "/ideas",
        "catalogue ideas",
        n_("List ideas, who proposed them, and what became of them."),
        (
            Parameter("search", n_("Words in code, title or former titles.")),
            LAB,
            UNIT,
            Parameter("status", n_("Only ideas of this status."), choices=tuple(group_of("idea_status"))),
            REGION,
        ),
        _ideas,
    ),
    Read("/labs", "lab list", n_("List the labs."), (REGION,), _labs),
    Read(
        "/labs/{slug}/funnel",
        "lab funnel",
        n_("The funnel of a lab: from ideas proposed to innovations launched."),
        (SLUG,),
        _funnel,
    ),
    Read(
        "/labs/{slug}",
        "lab show",
        n_("Show one lab: stages, participants, ceremonies, agreements."),
        (SLUG,),
        _lab,
    ),
    Read(
        "/eligibility/{code}",
        "eligibility show",
        n_("The verdict about one innovation, rule by rule."),
        (
            CODE,
            Parameter("award", n_("iga, kipp, pp38 or inagara."), required=True),
            Parameter("year", n_("Year of the competition."), "number", required=True, least=1),
            Parameter("group", n_("Group of the competition, such as umum.")),
        ),
        _eligibility,
    ),
)
"""Longer addresses of one beginning stand first: a slug may hold a slash."""
LARGEST_NUMBER = LARGEST
