"""Corrections: what may be corrected, where it is written, what it may not break."""

from datetime import timedelta
from typing import Any

import pytest

from domain.base import Action, Reason, Refused
from domain.corrections import FactCorrected
from domain.lab import CloseStage, HoldStage
from domain.plan import PlanStepSet, SetPlanStep
from domain.profile import Measure, Measured
from domain.unit import RegisterUnit, UnitRegistered
from ledger.write.command_handler import IntegrityViolations
from ledger.write.decision import Decision
from tests.ledger.office import (
    IDEA,
    INNOVATION,
    LAB,
    START,
    UNIT,
    Office,
    document,
    idea,
    innovation,
    lab,
    unit,
)

NO_SUCH_EVENT = Reason("That event is voided, is a mark, or does not exist.")


@pytest.fixture
def told(office: Office) -> Office:
    """A unit, an idea and the innovation that it became (versions: idea 1-2, innovation 1)."""
    office.do("c", unit(short="D"), idea(occurred="2022-05"), innovation(idea=IDEA, occurred="2022-06"))
    return office


def refusal(office: Office, stream: str, version: int, field: str, new: Any) -> tuple[str | None, Reason]:
    """The one reason with which a correction is refused; nothing is recorded."""
    before = office.store.head().position
    with pytest.raises(Refused) as caught:
        office.correct("x", stream, version, field, new)
    assert office.store.head().position == before
    (answer,) = caught.value.reasons
    return answer


def test_correction_is_one_mark_that_names_fact_field_and_values(told: Office) -> None:
    told.correct("d", UNIT, 1, "name", "Dinas Perdagangan")
    row = told.store.rows(UNIT)[-1]
    assert (row.version, row.topic) == (2, "fact.corrected/1")
    from ledger.codec import CODEC

    fact = CODEC.decode(row)
    assert (fact.action, fact.occurred, fact.actor) == ("d/1", None, "3303/person/000001")
    assert fact.body == FactCorrected(
        version=1, field="name", type_version=1, old="Dinas", new="Dinas Perdagangan", reason="salah"
    )
    assert told.bodies(UNIT) == [UnitRegistered(kind="opd", name="Dinas Perdagangan", short="D")]


def test_correction_of_an_unknown_field_lists_the_fields(told: Office) -> None:
    values = {"field": "nama", "known": "occurred, kind, name, short, parent"}
    why = Reason("There is no field {field}; there are: {known}.", values)
    assert refusal(told, UNIT, 1, "nama", "X") == ("nama", why)


@pytest.mark.parametrize(("stream", "version", "field"), [(INNOVATION, 1, "idea"), (IDEA, 2, "innovation")])
def test_correction_of_a_field_that_decides_the_streams_is_refused(
    told: Office, stream: str, version: int, field: str
) -> None:
    text = "The field {field} decides whose event this is: void the action and record it again."
    assert refusal(told, stream, version, field, "3303/x/000009") == (field, Reason(text, {"field": field}))


@pytest.mark.parametrize(
    ("stream", "field", "value"),
    [(UNIT, "name", "Dinas"), (UNIT, "parent", None), (IDEA, "occurred", "2022-05"), (IDEA, "units", [])],
)
def test_correction_to_the_same_value_is_refused(told: Office, stream: str, field: str, value: Any) -> None:
    assert refusal(told, stream, 1, field, value) == (field, Reason("The value is already so."))


@pytest.mark.parametrize(
    ("stream", "field", "value"),
    [(UNIT, "name", None), (UNIT, "name", ["x"]), (IDEA, "units", "x"), (IDEA, "illustrative", "mungkin")],
)
def test_correction_to_a_value_that_does_not_fit_is_refused(
    told: Office, stream: str, field: str, value: Any
) -> None:
    where, why = refusal(told, stream, 1, field, value)
    assert (where, why.text) == (field, "The value does not fit: {detail}.")


@pytest.mark.parametrize(
    ("field", "given", "kept"), [("number", "7", 7), ("plan", 3, 3), ("begins", "2022-01", "2022-01")]
)
def test_correction_takes_a_value_as_people_type_it(told: Office, field: str, given: Any, kept: Any) -> None:
    told.do(
        "d", SetPlanStep.of(region="3303", innovation=INNOVATION, number=1, phase="execution", activity="a")
    )
    told.correct("e", INNOVATION, 2, field, given)
    body = told.bodies(INNOVATION)[1]
    assert isinstance(body, PlanStepSet)
    assert getattr(body, field) == kept


@pytest.mark.parametrize("date", ["2022-02-31", "31 Februari 2022", "2022-13"])
def test_correction_to_a_date_that_does_not_exist_is_refused(told: Office, date: str) -> None:
    why = Reason("The date {date} does not exist.", {"date": date})
    assert refusal(told, IDEA, 1, "occurred", date) == ("occurred", why)


@pytest.mark.parametrize("date", ["2022-10-13", "2022-11", "2023"])
def test_correction_to_a_date_after_the_day_of_recording_is_refused(told: Office, date: str) -> None:
    """Even when that day has come since: the fact was recorded before it."""
    told.clock.move(days=500)
    why = Reason("The date {date} lies after the day on which the fact was recorded.", {"date": date})
    assert refusal(told, IDEA, 1, "occurred", date) == ("occurred", why)


@pytest.mark.parametrize("date", ["2022-10-12", "2022-10", "2022", "2022-10-12/2022-10-30"])
def test_correction_to_a_date_that_begins_by_the_day_of_recording_is_taken(told: Office, date: str) -> None:
    told.correct("d", UNIT, 1, "occurred", date)
    assert told.dates(UNIT) == [("unit.registered", date)]


def test_day_of_recording_is_that_of_the_region(office: Office) -> None:
    """17:30 UTC on the 12th is half past midnight on the 13th in WIB."""
    office.clock.moment = START + timedelta(hours=12, minutes=30)
    office.do("c", unit(occurred="2022-10-13"))
    office.correct("d", UNIT, 1, "occurred", "2022-10")
    office.correct("e", UNIT, 1, "occurred", "2022-10-13")
    assert refusal(office, UNIT, 1, "occurred", "2022-10-14")[0] == "occurred"


@pytest.mark.parametrize(("date", "taken"), [("2022-10-12", True), ("2022", True), ("2022-10-13", False)])
def test_action_may_not_begin_after_the_day_of_recording(office: Office, date: str, taken: bool) -> None:
    why = Reason("The date {date} lies in the future.", {"date": date})

    def decide(decision: Decision) -> None:
        decision.act(unit(occurred=date))

    if taken:
        assert office.command_handler.run("c", decide, dry_run=True)[1] is not None
        return
    with pytest.raises(Refused) as caught:
        office.command_handler.run("c", decide, dry_run=True)
    assert caught.value.reasons == (("occurred", why),)


@pytest.mark.parametrize("date", [None, ""])
def test_correction_to_an_unknown_date_is_taken(told: Office, date: str | None) -> None:
    told.correct("d", IDEA, 1, "occurred", date)
    assert told.dates(IDEA)[0] == ("idea.proposed", None)


def test_correction_of_a_date_in_a_body_to_none_that_exists_is_refused(told: Office) -> None:
    """`before_on` is a date like any other: 31 February is refused with its field."""
    told.do(
        "d",
        Measure.of(
            region="3303",
            innovation=INNOVATION,
            indicator="w",
            unit_of_measure="m",
            before="2",
            before_on="2021",
            after="1",
            after_on="2022",
        ),
    )
    why = Reason("The date {date} does not exist.", {"date": "2021-02-31"})
    assert refusal(told, INNOVATION, 2, "before_on", "2021-02-31") == ("before_on", why)
    body = told.bodies(INNOVATION)[1]
    assert isinstance(body, Measured)
    assert body.before_on == "2021"


@pytest.mark.parametrize("version", [0, 2, 9])
def test_correction_of_what_is_no_standing_fact_is_refused(office: Office, version: int) -> None:
    office.do("c", unit())
    office.correct("d", UNIT, 1, "short", "D")
    assert refusal(office, UNIT, version, "name", "X") == (None, NO_SUCH_EVENT)


def test_correction_of_a_voided_fact_is_refused(office: Office) -> None:
    office.do("c", document("1"))
    office.void("d", "c")
    assert refusal(office, "3303/document/000001", 1, "number", "2") == (None, NO_SUCH_EVENT)


def broken_by(office: Office, *correction: Any) -> list[tuple[str, int, str]]:
    before = office.store.head().position
    with pytest.raises(IntegrityViolations) as caught:
        office.correct("x", *correction)
    assert office.store.head().position == before
    return [(one.stream, one.fact.version, one.why.text) for one in caught.value.violations]


def test_correction_that_breaks_its_own_fact_is_refused(told: Office) -> None:
    assert broken_by(told, UNIT, 1, "kind", "warung") == [
        (UNIT, 1, "{value} is not a known value of {field}.")
    ]


def test_correction_to_something_unrecorded_is_refused(told: Office) -> None:
    text = "It refers to something that is not recorded."
    assert broken_by(told, INNOVATION, 1, "unit", "3303/unit/000009") == [(INNOVATION, 1, text)]


def stages(*actions: Action) -> list[Action]:
    return [
        lab(),
        HoldStage(region="3303", lab=LAB, stage="design", opened_on="2022-05", closed_on="2022-06"),
        *actions,
    ]


def test_correction_of_a_date_that_reverses_a_certain_order_is_refused(office: Office) -> None:
    office.do("c", *stages())
    text = "Stage {stage} ends without having begun before."
    assert broken_by(office, LAB, 2, "occurred", "2022-07") == [(LAB, 3, text)]


def test_end_recorded_before_its_beginning_is_refused(office: Office) -> None:
    office.do("c", lab(), HoldStage(region="3303", lab=LAB, stage="design", opened_on="2022-05"))
    with pytest.raises(IntegrityViolations) as caught:
        office.do("d", CloseStage(region="3303", lab=LAB, stage="design", closed_on="2022-04"))
    assert [one.why.text for one in caught.value.violations] == [
        "Stage {stage} ends without having begun before."
    ]


@pytest.mark.parametrize("text", ["a\x00b", "a\x1fb", "a\rb", "a\x08b", "a\ud800b"])
def test_text_with_control_characters_or_surrogates_is_refused(office: Office, text: str) -> None:
    with pytest.raises(Refused) as caught:
        office.command_handler.run("c", lambda decision: _named(decision, text))
    assert caught.value.reasons[0][1].text == "The text holds a control character, which cannot be recorded."


@pytest.mark.parametrize("text", ["a\tb\nc", r"a\u0001b", "a\\", r"C:\baru\rusak", "🙂\u200f"])
def test_text_that_only_looks_like_it_is_kept_to_the_letter(office: Office, text: str) -> None:
    office.command_handler.run("c", lambda decision: _named(decision, text))
    assert office.bodies(UNIT)[0] == UnitRegistered(kind="opd", name=text)


def _named(decision: Decision, text: str) -> None:
    decision.act(RegisterUnit.of(region="3303", kind="opd", name=text))
