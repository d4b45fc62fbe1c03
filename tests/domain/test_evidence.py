"""Evidence of an innovation: superseded, its links opened, and the verdicts that it came to."""

from typing import Any

import pytest

from domain.base import Body, Draft, Reason
from domain.evidence import (
    AttachEvidence,
    CheckLink,
    Cited,
    EvidenceAttached,
    EvidenceSuperseded,
    LinkChecked,
    OpenLink,
)
from domain.innovation import RecordVerdict, VerdictRecorded
from domain.terms import EVIDENCE, VERDICTS
from tests.domain.given import AN_INNOVATION, INNOVATION, Event, Recorded, broken, given, same

OLD = Event(INNOVATION, EvidenceAttached(kind="sk", subject="Lama", iga=["regulation"], file="ab"), "2024-01")
OLD_VERSION = 2
NEW = EvidenceAttached(
    kind="sk", number="7", subject="Baru", iga=["regulation"], link="https://x", personal_data=True
)
FIELDS = (
    "kind",
    "number",
    "subject",
    "iga",
    "kipp",
    "file",
    "link",
    "page",
    "personal_data",
    "kept",
    "occurred",
)
ATTACHED = Draft(INNOVATION, "2025-02-03", NEW, same(*FIELDS) | {"@stream": "innovation"}, founds_row=True)
VERDICT = VerdictRecorded(
    award="iga",
    year=2026,
    group="umum",
    rulebook="iga-2026",
    sha256="ef",
    position=176,
    day="2026-06-01",
    outcome="not_met",
    findings={"window": "not_met"},
    maturity="42",
)


def attach(**more: Any) -> AttachEvidence:
    return AttachEvidence.of(
        region="3303",
        occurred="2025-02-03",
        innovation=INNOVATION,
        kind="sk",
        number="7",
        subject="Baru",
        iga=["regulation"],
        link="https://x",
        personal_data=True,
        **more,
    )


SUPERSEDED = Draft(
    INNOVATION,
    "2025-02-03",
    EvidenceSuperseded(old=OLD_VERSION),
    {"old": "supersedes", "occurred": "occurred", "@stream": "innovation"},
)
SEEN = Draft(INNOVATION, "2026-05-31", LinkChecked(link="https://x"), {"link": "link", "occurred": "seen_on"})
RECORDED = {
    "supersede": Recorded(attach(supersedes=OLD_VERSION), [ATTACHED, SUPERSEDED], (AN_INNOVATION, OLD)),
    "attach a link that was seen": Recorded(attach(seen_on="2026-05-31"), [ATTACHED, SEEN], (AN_INNOVATION,)),
    "supersede by a link that was seen": Recorded(
        attach(supersedes=OLD_VERSION, seen_on="2026-05-31"),
        [ATTACHED, SUPERSEDED, SEEN],
        (AN_INNOVATION, OLD),
    ),
    "say later when a link was opened": Recorded(
        OpenLink.of(region="3303", innovation=INNOVATION, link="https://x", seen_on="2026-05-31"),
        [SEEN],
        (AN_INNOVATION,),
    ),
    "check a link": Recorded(
        CheckLink.of(
            region="3303", occurred="2026-06-01", innovation=INNOVATION, link="https://x", alive=False
        ),
        [
            Draft(
                INNOVATION,
                "2026-06-01",
                LinkChecked(link="https://x", alive=False),
                same("link", "alive", "occurred") | {"@stream": "innovation"},
                founds_row=True,
            )
        ],
        (AN_INNOVATION,),
    ),
    "verdict": Recorded(
        RecordVerdict.of(
            region="3303",
            occurred="2026-06-01",
            innovation=INNOVATION,
            **{name: getattr(VERDICT, name) for name in VERDICT.__struct_fields__},
        ),
        [
            Draft(
                INNOVATION,
                "2026-06-01",
                VERDICT,
                same(*VERDICT.__struct_fields__, "occurred") | {"@stream": "innovation"},
                founds_row=True,
            )
        ],
        (AN_INNOVATION,),
    ),
}


@pytest.mark.parametrize("case", RECORDED.values(), ids=RECORDED)
def test_evidence_action_records_these_events(case: Recorded) -> None:
    given(*case.given).when(case.action).then(*case.drafts)


def test_a_day_on_which_no_link_opened_is_refused() -> None:
    action = AttachEvidence.of(
        region="3303", innovation=INNOVATION, kind="sk", subject="Baru", file="ab", seen_on="2026-05-31"
    )
    given(AN_INNOVATION).when(action).refused(
        "seen_on", "Only evidence with a link has a day on which it opened."
    )


GONE = Reason("The evidence that it supersedes does not stand, or was superseded before.")
CHOICE = "{value} is not a known value of {field}."
BROKEN: dict[str, tuple[Body, Reason | None]] = {
    "supersedes what stands": (EvidenceSuperseded(old=OLD_VERSION), None),
    "supersedes the founding event": (EvidenceSuperseded(old=1), GONE),
    "supersedes a version to come": (EvidenceSuperseded(old=9), GONE),
    "unknown kind": (
        EvidenceAttached(kind="rumour", subject="x"),
        Reason(CHOICE, {"value": "rumour", "field": "kind"}),
    ),
    "unknown outcome": (
        VerdictRecorded(
            award="iga", year=1, rulebook="r", sha256="s", position=1, day="d", outcome="won", findings={}
        ),
        Reason(CHOICE, {"value": "won", "field": "outcome"}),
    ),
}


@pytest.mark.parametrize(("body", "why"), BROKEN.values(), ids=BROKEN)
def test_what_evidence_cannot_be_is_broken(body: Body, why: Reason | None) -> None:
    assert broken(Event(INNOVATION, body), after=[AN_INNOVATION, OLD]) == why


def test_evidence_is_superseded_once() -> None:
    gone = Event(INNOVATION, EvidenceSuperseded(old=OLD_VERSION))
    assert broken(gone, after=[AN_INNOVATION, OLD, gone]) == GONE


@pytest.mark.parametrize("kind", EVIDENCE)
def test_every_known_kind_of_evidence_stands(kind: str) -> None:
    attached = Event(INNOVATION, EvidenceAttached(kind=kind, subject="x"))
    assert broken(attached, after=[AN_INNOVATION]) is None


@pytest.mark.parametrize("outcome", VERDICTS)
def test_every_known_outcome_stands(outcome: str) -> None:
    recorded = Event(INNOVATION, VerdictRecorded(**{**_values(VERDICT), "outcome": outcome}))
    assert broken(recorded, after=[AN_INNOVATION]) is None


def _values(body: Body) -> dict[str, Any]:
    return {name: getattr(body, name) for name in body.__struct_fields__}


def test_the_state_cites_evidence_until_it_is_superseded() -> None:
    world = given(AN_INNOVATION, OLD, Event(INNOVATION, NEW, "2025-02-03"))
    old, new = Cited(2, file="ab", date="2024-01"), Cited(3, link="https://x", number="7", date="2025-02-03")
    assert world.state(INNOVATION).cited("regulation") == [old, new]
    assert world.state(INNOVATION).cited("video") == []
    world.record(Event(INNOVATION, EvidenceSuperseded(old=OLD_VERSION)))
    assert world.state(INNOVATION).cited("regulation") == [new]
