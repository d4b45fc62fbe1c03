"""The innovations that a region has entered for an edition, as its recapitulation lists them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from sqlalchemy import select

from domain.rules.case import Case, Dated
from domain.rules.verdict import Verdict
from domain.streams import code
from projections.eligibility.answers import Outcome
from projections.eligibility.edition import Edition
from projections.eligibility.verdicts import points_text
from projections.views.units import units

Stage = Literal["initiative", "trial", "implemented"]


class EnteredInnovation(Struct, frozen=True, kw_only=True):
    """One innovation of a recapitulation; what nobody recorded is None.

    `unit` is the unit's full name; days are ISO reduced dates; `maturity` are the points claimed and proved,
    `maturity_verified` those verified, of at most `maturity_most`, as decimal texts.
    """

    code: str
    title: str
    acronym: str | None
    unit: str | None
    illustrative: bool
    stage: Stage
    form: str | None
    affair: str | None
    initiator: str | None
    trialled_on: str | None
    implemented_on: str | None
    developed_on: str | None
    outcome: Outcome
    maturity: str | None
    maturity_verified: str | None
    maturity_most: str | None


def entered_innovations(edition: Edition, judged: list[tuple[Case, Verdict]]) -> list[EnteredInnovation]:
    """A row for each that `Edition.entered` found, in its order."""
    query = select(units.c.stream, units.c.name).where(units.c.region == edition.region)
    names = {row.stream: row.name for row in edition.views.connection.execute(query)}
    return [_row(case, verdict, names.get(case.unit)) for case, verdict in judged]


def _row(case: Case, verdict: Verdict, unit: str | None) -> EnteredInnovation:
    return EnteredInnovation(
        code=code(case.stream),
        title=str(case.title.value),
        acronym=case.acronym,
        unit=unit,
        illustrative=case.illustrative,
        stage="implemented" if case.implemented else "trial" if case.trialled else "initiative",
        form=_chosen(case, "form"),
        affair=_chosen(case, "affair"),
        initiator=_chosen(case, "initiator"),
        trialled_on=_day(case.trialled),
        implemented_on=_day(case.implemented),
        developed_on=_day(case.developed[-1]) if case.developed else None,
        outcome=verdict.outcome,
        maturity=points_text(verdict.maturity),
        maturity_verified=points_text(verdict.verified),
        maturity_most=points_text(verdict.most),
    )


def _chosen(case: Case, name: str) -> str | None:
    found = case.chosen.get(name)
    return str(found.value) if found else None


def _day(dated: Dated | None) -> str | None:
    return dated.date if dated else None
