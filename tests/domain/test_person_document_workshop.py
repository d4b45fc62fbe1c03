"""The three kinds of one event: person, document, workshop."""

import pytest

from domain import kinds
from domain.base import Draft, Fact
from domain.document import DocumentRegistered, RegisterDocument
from domain.forgetting import (
    ConfirmForgetting,
    FinishForgetting,
    ForgetConfirmed,
    ForgetRequested,
    PersonForgotten,
    RequestForgetting,
)
from domain.person import PERSONAL, PersonRegistered, RegisterPerson
from domain.workshop import HoldWorkshop, WorkshopHeld
from ledger.ports.vault import FIELDS
from tests.domain.given import (
    A_PERSON,
    A_SECOND_PERSON,
    A_UNIT,
    DOCUMENT,
    LAB,
    LIVE,
    OTHER_PERSON,
    PERSON,
    UNIT,
    Event,
    Recorded,
    broken,
    given,
    same,
)

DECREE = DocumentRegistered(
    kind="sk", number="188.4/12", subject="Tim", issuer="Bupati", link="https://jdih.example/12"
)
FOR = {"ground": "UU 27/2022", "retention": "JRA 800, 2 tahun", "record": "BA 1/2026"}
THIRD = "3303/person/000003"
A_THIRD_PERSON = Event(THIRD, PersonRegistered(profile="p3", post="Camat"))
ASKED = Event(PERSON, ForgetRequested(requested_by=OTHER_PERSON, **FOR))
CONFIRMED = Event(PERSON, ForgetConfirmed(confirmed_by=THIRD))
DONE = Event(PERSON, PersonForgotten(profiles=["p1"]))
RECORDED = {
    "person": Recorded(
        RegisterPerson.of(
            region="3303", occurred="2022", profile="ab12", post="Kepala", unit=UNIT, institution="LAN"
        ),
        [
            Draft(
                PERSON,
                "2022",
                PersonRegistered(profile="ab12", post="Kepala", unit=UNIT, institution="LAN"),
                same("profile", "post", "unit", "institution", "occurred"),
                founds_row=True,
            )
        ],
        (A_UNIT,),
    ),
    "forgetting asked for": Recorded(
        RequestForgetting.of(
            region="3303", occurred="2026-01-02", person=PERSON, requested_by=OTHER_PERSON, **FOR
        ),
        [
            Draft(
                PERSON,
                "2026-01-02",
                ForgetRequested(requested_by=OTHER_PERSON, **FOR),
                same("requested_by", "ground", "retention", "record", "occurred") | {"@stream": "person"},
                founds_row=True,
            )
        ],
        (A_PERSON, A_SECOND_PERSON),
    ),
    "forgetting confirmed": Recorded(
        ConfirmForgetting.of(region="3303", person=PERSON, confirmed_by=THIRD),
        [
            Draft(
                PERSON,
                None,
                ForgetConfirmed(confirmed_by=THIRD),
                same("confirmed_by", "occurred") | {"@stream": "person"},
                founds_row=True,
            )
        ],
        (A_PERSON, A_SECOND_PERSON, A_THIRD_PERSON, ASKED),
    ),
    "forgetting finished": Recorded(
        FinishForgetting.of(region="3303", person=PERSON, profiles=["p1"]),
        [
            Draft(
                PERSON,
                None,
                PersonForgotten(profiles=["p1"]),
                same("profiles", "occurred") | {"@stream": "person"},
                founds_row=True,
            )
        ],
        (A_PERSON, A_SECOND_PERSON, A_THIRD_PERSON, ASKED, CONFIRMED),
    ),
    "document": Recorded(
        RegisterDocument.of(
            region="3303",
            occurred="2022-03-01",
            kind="sk",
            number="188.4/12",
            subject="Tim",
            issuer="Bupati",
            link="https://jdih.example/12",
        ),
        [
            Draft(
                DOCUMENT,
                "2022-03-01",
                DECREE,
                same("kind", "number", "subject", "issuer", "link", "occurred"),
                founds_row=True,
            )
        ],
    ),
    "workshop": Recorded(
        HoldWorkshop.of(
            region="3303",
            occurred="2022-10-12/2022-10-13",
            lab=LAB,
            stage="drum_up",
            place="Pendopo",
            mode="onsite",
            speakers=[PERSON, OTHER_PERSON],
            attendance="120 orang",
            present=[UNIT],
            headcount=120,
        ),
        [
            Draft(
                "3303/workshop/000001",
                "2022-10-12/2022-10-13",
                WorkshopHeld(
                    lab=LAB,
                    stage="drum_up",
                    place="Pendopo",
                    mode="onsite",
                    speakers=[PERSON, OTHER_PERSON],
                    attendance="120 orang",
                    present=[UNIT],
                    headcount=120,
                ),
                same(
                    "lab",
                    "stage",
                    "place",
                    "mode",
                    "speakers",
                    "attendance",
                    "present",
                    "headcount",
                    "occurred",
                ),
                founds_row=True,
            )
        ],
        (LIVE, A_UNIT, A_PERSON),
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_action_records_this_event(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


def test_person_event_has_no_field_of_the_vault() -> None:
    assert set(PersonRegistered.__struct_fields__) & set(PERSONAL) == set()
    assert set(RegisterPerson.__struct_fields__) & set(PERSONAL) == set()


def test_personal_fields_of_the_domain_are_those_of_the_vault() -> None:
    assert tuple(PERSONAL) == FIELDS


def keys(number: str | None, occurred: str | None, kind: str = "sk", stream: str = DOCUMENT) -> list[str]:
    body = DocumentRegistered(kind=kind, number=number, subject="X")
    return kinds.reservations("document", stream, Fact("c/1", body, occurred))


@pytest.mark.parametrize(
    ("number", "occurred", "key"),
    [
        ("188.4/12", "2022-03-01", "document/3303/sk/2022/188.4/12"),
        ("188.4/12", "2022", "document/3303/sk/2022/188.4/12"),
        ("188.4/12", "2022-12-30/2023-01-02", "document/3303/sk/2022/188.4/12"),
        ("188.4/12", None, "document/3303/sk//188.4/12"),
        ("  188.4 / 12  tahun\t2022", "2022-03-01", "document/3303/sk/2022/188.4 / 12 tahun 2022"),
        ("188.4/12 TAHUN", "2022-03-01", "document/3303/sk/2022/188.4/12 tahun"),
    ],
)
def test_document_reserves_its_number_by_region_kind_and_year(
    number: str, occurred: str | None, key: str
) -> None:
    assert keys(number, occurred) == [key]


def test_document_numbers_differ_by_region_kind_and_year() -> None:
    held = [
        *keys("1", "2022"),
        *keys("1", "2023"),
        *keys("1", "2022", kind="perkada"),
        *keys("1", "2022", stream="3302/document/000001"),
    ]
    assert len(set(held)) == 4


def test_document_without_a_number_reserves_nothing() -> None:
    assert keys(None, "2022") == []


@pytest.mark.parametrize("kind", ["region", "unit", "person", "workshop", "idea", "innovation", "agreement"])
def test_kind_without_unique_keys_reserves_nothing(kind: str) -> None:
    """Even for a body that another kind would reserve for."""
    assert kinds.reservations(kind, f"3303/{kind}/000001", Fact("c/1", DECREE, "2022")) == []


ORDER = [
    (ASKED, (), None),
    (ASKED, (ASKED,), "It was already asked that this person be forgotten."),
    (CONFIRMED, (), "Nobody asked that this person be forgotten."),
    (CONFIRMED, (ASKED,), None),
    (CONFIRMED, (ASKED, CONFIRMED), "It was already confirmed that this person be forgotten."),
    (
        Event(PERSON, ForgetConfirmed(confirmed_by=OTHER_PERSON)),
        (ASKED,),
        "The person who confirms must be another than the one who asked.",
    ),
    (DONE, (ASKED,), "Nobody confirmed that this person be forgotten."),
    (DONE, (ASKED, CONFIRMED), None),
    (DONE, (ASKED, CONFIRMED, DONE), "This person is already forgotten."),
    (
        Event(PERSON, PersonForgotten(profiles=["p9"])),
        (ASKED, CONFIRMED),
        "This person was forgotten: no personal data may be kept of the person again.",
    ),
]


@pytest.mark.parametrize(("event", "before", "why"), ORDER)
def test_a_person_is_forgotten_by_two_in_this_order(
    event: Event, before: tuple[Event, ...], why: str | None
) -> None:
    found = broken(event, after=[A_PERSON, A_SECOND_PERSON, A_THIRD_PERSON, *before])
    assert (found and found.text) == why


def test_a_forgetting_is_found_by_its_reservations() -> None:
    held = [
        kinds.reservations("person", PERSON, Fact("c/1", one.body, version=3))
        for one in (ASKED, CONFIRMED, DONE)
    ]
    assert held == [[], [f"person-forgetting/{PERSON}/3"], [f"person-forgotten/{PERSON}/3"]]
