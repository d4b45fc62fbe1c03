"""Agreement: signed, by whom, for which innovations."""

import pytest

from domain.agreement import AgreementSigned, RecordSignature, SignAgreement, SignatureRecorded, State
from domain.base import Draft, Reason
from domain.innovation import AgreementCovered
from tests.domain.given import (
    A_PERSON,
    A_SECOND_PERSON,
    A_UNIT,
    AGREEMENT,
    AN_INNOVATION,
    INNOVATION,
    LAB,
    LIVE,
    OTHER_INNOVATION,
    OTHER_PERSON,
    PERSON,
    Event,
    Recorded,
    broken,
    given,
    same,
)

SIGNED = AgreementSigned(
    kind="performance",
    lab=LAB,
    number="PK-1",
    title="Perjanjian",
    place="Pendopo",
    medium="paper",
    innovations=[INNOVATION, OTHER_INNOVATION],
    plan=2,
    illustrative=True,
)
SIGNATURE = SignatureRecorded(person=PERSON, role="first_party", capacity="acting_plt", representing="Bupati")
BASE = (LIVE, A_UNIT, A_PERSON, A_SECOND_PERSON, AN_INNOVATION)
FOUNDED = (*BASE, Event(AGREEMENT, AgreementSigned(kind="commitment", title="K"), "2022-10-12"))
SIGNATURE_FIELDS = same(*SIGNATURE.__struct_fields__, "occurred") | {"@stream": "agreement"}


def sign(occurred: str | None) -> RecordSignature:
    return RecordSignature.of(
        region="3303",
        occurred=occurred,
        agreement=AGREEMENT,
        person=PERSON,
        role="first_party",
        capacity="acting_plt",
        representing="Bupati",
    )


RECORDED = {
    "sign": Recorded(
        SignAgreement.of(
            region="3303",
            occurred="2022-10-13",
            **{name: getattr(SIGNED, name) for name in SIGNED.__struct_fields__},
        ),
        [
            Draft(
                AGREEMENT, "2022-10-13", SIGNED, same(*SIGNED.__struct_fields__, "occurred"), founds_row=True
            ),
            *(
                Draft(
                    innovation,
                    "2022-10-13",
                    AgreementCovered(agreement=AGREEMENT),
                    {"occurred": "occurred", "@stream": "innovations"},
                    founds_row=False,
                )
                for innovation in (INNOVATION, OTHER_INNOVATION)
            ),
        ],
        BASE,
    ),
    "commitment of a lab": Recorded(
        SignAgreement.of(region="3303", kind="commitment", title="K", lab=LAB),
        [
            Draft(
                AGREEMENT,
                None,
                AgreementSigned(kind="commitment", title="K", lab=LAB),
                same(*SIGNED.__struct_fields__, "occurred"),
                founds_row=True,
            )
        ],
        BASE,
    ),
    "signature with a date": Recorded(
        sign("2022-10-14"),
        [Draft(AGREEMENT, "2022-10-14", SIGNATURE, SIGNATURE_FIELDS, founds_row=True)],
        FOUNDED,
    ),
    "signature without a date": Recorded(
        sign(None),
        [Draft(AGREEMENT, "2022-10-12", SIGNATURE, SIGNATURE_FIELDS, founds_row=True)],
        FOUNDED,
    ),
    "signature on an agreement without a date": Recorded(
        sign(None),
        [Draft(AGREEMENT, None, SIGNATURE, SIGNATURE_FIELDS, founds_row=True)],
        (*BASE, Event(AGREEMENT, AgreementSigned(kind="commitment", title="K"))),
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_agreement_action_records_these_events(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


def test_signature_of_the_same_person_in_the_same_role_is_broken() -> None:
    signature = Event(AGREEMENT, SIGNATURE)
    assert broken(signature, after=[*FOUNDED, signature]) == Reason(
        "This person already signed in this role."
    )


@pytest.mark.parametrize(("person", "role"), [(PERSON, "witness"), (OTHER_PERSON, "first_party")])
def test_signature_of_another_person_or_in_another_role_stands(person: str, role: str) -> None:
    other = Event(AGREEMENT, SignatureRecorded(person=person, role=role))
    assert broken(other, after=[*FOUNDED, Event(AGREEMENT, SIGNATURE)]) is None


def test_agreement_over_an_unrecorded_innovation_is_broken() -> None:
    signed = Event(AGREEMENT, AgreementSigned(kind="performance", title="P", innovations=[OTHER_INNOVATION]))
    assert broken(signed, after=BASE) == Reason("It refers to something that is not recorded.")


def test_state_knows_the_day_and_the_signatures() -> None:
    world = given(*FOUNDED, Event(AGREEMENT, SIGNATURE))
    assert world.state(AGREEMENT) == State(
        None, "2022-10-12", signatures=frozenset({(PERSON, "first_party")})
    )
