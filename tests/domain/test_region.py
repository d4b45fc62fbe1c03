"""Region: its registration, missions of its plans, figures published about it."""

from typing import Any

import pytest

from domain import terms
from domain.base import Draft, Reason
from domain.region import (
    AddRulebook,
    DateEdition,
    EditionDated,
    FigurePublished,
    MissionRecorded,
    PublishFigure,
    RecordMission,
    RegionRegistered,
    RegisterRegion,
    RulebookAdded,
)
from tests.domain.given import A_REGION, A_UNIT, LAB, LIVE, REGION, UNIT, Event, Recorded, broken, given, same

FIGURE = FigurePublished(
    measure="ideas.proposed",
    lab=LAB,
    unit_kinds=["opd", "desa"],
    unit=UNIT,
    value=176,
    label="176 ide",
    publisher="LAN",
)
MISSION = Event(REGION, MissionRecorded(plan="RPJMD 2016-2021", number=9, text="Mewujudkan"))
RECORDED = {
    "register": Recorded(
        RegisterRegion.of(
            region="3303", code="33.03", name="Purbalingga", kind="kabupaten", time_zone="Asia/Jakarta"
        ),
        [
            Draft(
                REGION,
                None,
                RegionRegistered(
                    code="33.03", name="Purbalingga", kind="kabupaten", time_zone="Asia/Jakarta"
                ),
                same("code", "name", "kind", "time_zone", "occurred"),
                founds_row=True,
            )
        ],
    ),
    "mission": Recorded(
        RecordMission.of(region="3303", occurred="2016", plan="RPJMD 2016-2021", number=9, text="Mewujudkan"),
        [Draft(REGION, "2016", MISSION.body, same("plan", "number", "text", "occurred"), founds_row=True)],
        (A_REGION,),
    ),
    "figure": Recorded(
        PublishFigure.of(
            region="3303",
            occurred="2022-12",
            measure="ideas.proposed",
            lab=LAB,
            unit_kinds=["opd", "desa"],
            unit=UNIT,
            value=176,
            label="176 ide",
            publisher="LAN",
        ),
        [
            Draft(
                REGION,
                "2022-12",
                FIGURE,
                same("measure", "lab", "unit_kinds", "unit", "value", "label", "publisher")
                | same("area", "regions", "regions_count", "occurred"),
                founds_row=True,
            )
        ],
        (A_REGION, LIVE, A_UNIT),
    ),
    "date of an edition": Recorded(
        DateEdition.of(
            region="3303",
            occurred="2023-03-01",
            award="kipp",
            year=2023,
            group="umum",
            milestone="extended",
            day="2023-05-06",
            note="23.59 WIB",
        ),
        [
            Draft(
                REGION,
                "2023-03-01",
                EditionDated(
                    award="kipp",
                    year=2023,
                    group="umum",
                    milestone="extended",
                    day="2023-05-06",
                    note="23.59 WIB",
                ),
                same("award", "year", "group", "milestone", "day", "note", "occurred"),
                founds_row=True,
            )
        ],
        (A_REGION,),
    ),
    "rulebook": Recorded(
        AddRulebook.of(
            region="3303",
            book="iga-2026-lokal",
            award="iga",
            year=2026,
            group="umum",
            file="ab",
            resolved="cd",
            over="iga-2026",
        ),
        [
            Draft(
                REGION,
                None,
                RulebookAdded(
                    book="iga-2026-lokal",
                    award="iga",
                    year=2026,
                    group="umum",
                    file="ab",
                    resolved="cd",
                    over="iga-2026",
                ),
                same("book", "award", "year", "group", "file", "resolved", "over", "occurred"),
                founds_row=True,
            )
        ],
        (A_REGION,),
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_region_action_records_these_events(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


def test_mission_recorded_twice_is_broken() -> None:
    assert broken(MISSION, after=[A_REGION, MISSION]) == Reason(
        "Mission {number} of {plan} is already recorded.", {"number": 9, "plan": "RPJMD 2016-2021"}
    )


@pytest.mark.parametrize(("plan", "number"), [("RPJMD 2016-2021", 8), ("RPJMD 2021-2026", 9)])
def test_mission_of_another_number_or_plan_stands(plan: str, number: int) -> None:
    other = Event(REGION, MissionRecorded(plan=plan, number=number))
    assert broken(other, after=[A_REGION, MISSION]) is None


def test_figure_with_an_unknown_measure_is_broken() -> None:
    figure = Event(REGION, FigurePublished(measure="ideas.dreamt", value=1, publisher="LAN"))
    assert broken(figure, after=[A_REGION]) == Reason(
        "{value} is not a known value of {field}.", {"value": "ideas.dreamt", "field": "measure"}
    )


@pytest.mark.parametrize("measure", [*terms.MEASURES, None])
def test_figure_with_a_known_measure_or_none_stands(measure: str | None) -> None:
    figure = Event(REGION, FigurePublished(measure=measure, value=0, publisher="LAN"))
    assert broken(figure, after=[A_REGION]) is None


def test_figure_below_zero_is_broken() -> None:
    figure = Event(REGION, FigurePublished(value=-1, publisher="LAN"))
    assert broken(figure, after=[A_REGION]) == Reason(
        "A published figure cannot be negative: {value}.", {"value": -1}
    )


ALONE = "A figure about this region alone names no others; say what it covers."
OF_A_LAB = "A figure of a lab or a unit is about this region alone."
WHICH = "A figure about several regions says which, or how many."
ONE = "A figure about a province names one province."


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({}, None),
        ({"regions": ["33.05"]}, Reason(ALONE, {})),
        ({"regions_count": 2}, Reason(ALONE, {})),
        ({"area": "nation", "regions_count": 117}, None),
        ({"area": "nation"}, None),
        ({"area": "nation", "lab": LAB}, Reason(OF_A_LAB, {})),
        ({"area": "province", "unit": UNIT}, Reason(OF_A_LAB, {})),
        ({"area": "province", "regions": ["33"], "regions_count": 35}, None),
        ({"area": "province", "regions": ["33", "34"]}, Reason(ONE, {})),
        ({"area": "province", "regions": ["33.03"]}, Reason(ONE, {})),
        ({"area": "regions"}, Reason(WHICH, {})),
        ({"area": "regions", "regions_count": 2}, None),
        ({"area": "regions", "regions": ["33.03", "33.05"], "regions_count": 3}, None),
        (
            {"area": "regions", "regions": ["33.03", "33.05"], "regions_count": 1},
            Reason("The figure names {named} regions but counts {count}.", {"named": 2, "count": 1}),
        ),
    ],
)
def test_what_a_figure_speaks_of_has_one_meaning(said: dict[str, Any], why: Reason | None) -> None:
    figure = Event(REGION, FigurePublished(value=1, publisher="LAN", **said))
    assert broken(figure, after=[A_REGION, LIVE, A_UNIT]) == why


def test_figure_published_twice_stands() -> None:
    """Two publishers, or one twice, may say the same."""
    figure = Event(REGION, FigurePublished(value=5, publisher="LAN"))
    assert broken(figure, after=[A_REGION, figure]) is None


@pytest.mark.parametrize("milestone", terms.EDITION_DATES)
def test_edition_may_open_close_and_be_extended_more_than_once(milestone: str) -> None:
    """Dates of an edition move: each announcement is a fact of its own."""
    dated = Event(REGION, EditionDated(award="kipp", year=2023, milestone=milestone, day="2023-05-02"))
    assert broken(dated, after=[A_REGION, dated]) is None


def test_edition_with_an_unknown_milestone_is_broken() -> None:
    dated = Event(REGION, EditionDated(award="kipp", year=2023, milestone="ends", day="2023-05-02"))
    assert broken(dated, after=[A_REGION]) == Reason(
        "{value} is not a known value of {field}.", {"value": "ends", "field": "milestone"}
    )
