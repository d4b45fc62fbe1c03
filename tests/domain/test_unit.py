"""Unit: its registration, kinds, names."""

import pytest

from domain import terms
from domain.base import Body, Draft, Reason
from domain.unit import (
    ChangeUnit,
    RegisterUnit,
    State,
    UnitClosed,
    UnitMerged,
    UnitRegistered,
    UnitRenamed,
    UnitSucceeded,
)
from tests.domain.given import A_UNIT, OTHER_UNIT, UNIT, Event, Recorded, broken, given, same

RENAMED = UnitRenamed(name="Dinas Perindustrian", short="Dinperin")
MERGED = UnitMerged(into=OTHER_UNIT)
BOTH = (A_UNIT, Event(OTHER_UNIT, UnitRegistered(kind="opd", name="Dinas Lain")))
RECORDED = {
    "register": Recorded(
        RegisterUnit.of(
            region="3303", occurred="2016", kind="bagian", name="Bidang Pasar", short="Pasar", parent=UNIT
        ),
        [
            Draft(
                OTHER_UNIT,
                "2016",
                UnitRegistered(kind="bagian", name="Bidang Pasar", short="Pasar", parent=UNIT),
                same("kind", "name", "short", "parent", "occurred"),
                founds_row=True,
            )
        ],
        (A_UNIT,),
    ),
    "rename": Recorded(
        ChangeUnit(
            region="3303",
            occurred="2021-01",
            unit=UNIT,
            change="renamed",
            name="Dinas Perindustrian",
            short="Dinperin",
        ),
        [
            Draft(
                UNIT,
                "2021-01",
                RENAMED,
                same("name", "short", "legal_base", "occurred") | {"@stream": "unit"},
                founds_row=True,
            )
        ],
        (A_UNIT,),
    ),
    "merge": Recorded(
        ChangeUnit(region="3303", occurred="2017", unit=UNIT, change="merged", successor=OTHER_UNIT),
        [
            Draft(
                UNIT,
                "2017",
                MERGED,
                same("legal_base", "occurred", into="successor") | {"@stream": "unit"},
                founds_row=True,
            ),
            Draft(
                OTHER_UNIT,
                "2017",
                UnitSucceeded(predecessor=UNIT),
                same("legal_base", "occurred") | {"@stream": "successor"},
            ),
        ],
        BOTH,
    ),
    "close": Recorded(
        ChangeUnit(region="3303", occurred="2017", unit=UNIT, change="closed"),
        [
            Draft(
                UNIT,
                "2017",
                UnitClosed(),
                same("legal_base", "occurred") | {"@stream": "unit"},
                founds_row=True,
            )
        ],
        (A_UNIT,),
    ),
}


@pytest.mark.parametrize(
    ("change", "field", "msgid"),
    [
        ({"change": "renamed"}, "name", "A renamed unit needs its new name."),
        ({"change": "merged"}, "successor", "A merged unit needs another unit as its successor."),
        (
            {"change": "merged", "successor": UNIT},
            "successor",
            "A merged unit needs another unit as its successor.",
        ),
    ],
)
def test_a_change_of_a_unit_without_its_other_half_is_refused(
    change: dict[str, str], field: str, msgid: str
) -> None:
    given(*BOTH).when(ChangeUnit(region="3303", unit=UNIT, **change)).refused(field, msgid)


@pytest.mark.parametrize("end", [MERGED, UnitClosed()])
@pytest.mark.parametrize("second", [RENAMED, MERGED, UnitClosed()])
def test_a_unit_that_ended_neither_changes_nor_ends_again(end: Body, second: Body) -> None:
    assert broken(Event(UNIT, second), after=[*BOTH, Event(UNIT, end)]) == Reason(
        "The unit had already ended."
    )


def test_a_successor_stays_open() -> None:
    assert (
        broken(Event(OTHER_UNIT, RENAMED), after=[*BOTH, Event(OTHER_UNIT, UnitSucceeded(predecessor=UNIT))])
        is None
    )


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_unit_action_records_these_events(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


@pytest.mark.parametrize("kind", terms.UNIT_KINDS)
def test_unit_of_a_listed_kind_stands(kind: str) -> None:
    assert broken(Event(UNIT, UnitRegistered(kind=kind, name="X"))) is None


def test_unit_of_an_unknown_kind_is_broken() -> None:
    assert broken(Event(UNIT, UnitRegistered(kind="warung", name="X"))) == Reason(
        "{value} is not a known value of {field}.", {"value": "warung", "field": "kind"}
    )


def test_unit_below_an_unrecorded_parent_is_broken() -> None:
    child = Event(OTHER_UNIT, UnitRegistered(kind="bagian", name="X", parent=UNIT))
    assert broken(child) == Reason("It refers to something that is not recorded.")


def test_unit_below_a_recorded_parent_stands() -> None:
    child = Event(OTHER_UNIT, UnitRegistered(kind="bagian", name="X", parent=UNIT))
    assert broken(child, after=[A_UNIT]) is None


def test_renamed_unit_keeps_every_former_name() -> None:
    first = Event(UNIT, UnitRegistered(kind="opd", name="Satu", short="S"))
    second = Event(UNIT, UnitRenamed(name="Dua", short="D"))
    third = Event(UNIT, UnitRenamed(name="Tiga"))
    assert given(first, second, third).state(UNIT) == State("opd", "Tiga", "D", ("Satu", "S", "Dua", "D"))


def test_unit_renamed_twice_to_the_same_name_stands() -> None:
    again = Event(UNIT, RENAMED)
    assert broken(again, after=[A_UNIT, again]) is None
