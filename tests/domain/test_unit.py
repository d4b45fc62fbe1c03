"""Unit: its registration, kinds, names."""

import pytest

from domain import terms
from domain.base import Draft, Reason
from domain.unit import RegisterUnit, RenameUnit, State, UnitRegistered, UnitRenamed
from tests.domain.given import A_UNIT, OTHER_UNIT, UNIT, Event, Recorded, broken, given, same

RENAMED = UnitRenamed(name="Dinas Perindustrian", short="Dinperin", reason="Perda 5/2021")
RECORDED = {
    "register": Recorded(
        RegisterUnit(
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
        RenameUnit(
            region="3303",
            occurred="2021-01",
            unit=UNIT,
            name="Dinas Perindustrian",
            short="Dinperin",
            reason="Perda 5/2021",
        ),
        [
            Draft(
                UNIT,
                "2021-01",
                RENAMED,
                same("name", "short", "reason", "occurred") | {"@stream": "unit"},
                founds_row=True,
            )
        ],
        (A_UNIT,),
    ),
}


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
