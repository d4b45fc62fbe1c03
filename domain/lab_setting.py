"""What sets a lab up: facilitation asked for, documents, the team, the survey of readiness."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Generic

import msgspec

from domain.base import AnyFact, B, Body, Draft, FactAction, Reason, StreamState, World, no_number, reason
from domain.drafts import draft
from domain.fields import DOCUMENT, KEY_OF_PERSON, LAB, NO_NAMES, NOTE, UNIT, Field


class FacilitationRequested(Body, frozen=True, kw_only=True):
    """The region asked LAN for facilitation, as LAN's form asks it (`terms.FACILITATIONS`)."""

    TYPE: ClassVar[str] = "lab.facilitation_requested"

    kind: Annotated[
        str,
        Field("Jenis Pendampingan", name="jenis", terms="facilitation", width=28, example="konsultasi awal"),
    ]
    contact: Annotated[
        str | None, Field("Penanggung Jawab", name="narahubung", ref="person", help=KEY_OF_PERSON, width=24)
    ] = None
    addressee: Annotated[
        str | None, Field("Ditujukan Kepada", help="Instansi atau unit kerja, tanpa nama orang.", width=34)
    ] = None
    request_status: Annotated[
        str | None, Field("Status Permohonan", help="Seperti yang tertulis pada jawabannya.", width=26)
    ] = None
    document: Annotated[str | None, DOCUMENT] = None
    note: Annotated[str | None, NOTE] = None


class LabDocumentLinked(Body, frozen=True, kw_only=True):
    """A document carries the lab: memorandum, contract, decree of the team, report."""

    TYPE: ClassVar[str] = "lab.document_linked"

    document: Annotated[str, DOCUMENT.but(example="DOK-01")]
    purpose: Annotated[str, Field("Kegunaan", terms="lab_document", width=28, example="nota kesepahaman")]


class TeamMemberNamed(Body, frozen=True, kw_only=True):
    """A person serves in the team of the lab, in a position, by a decree where one is recorded."""

    TYPE: ClassVar[str] = "lab.team_member_named"

    person: Annotated[str, Field("Orang", ref="person", help=KEY_OF_PERSON, example="ORG-01")]
    team_position: Annotated[
        str, Field("Kedudukan", name="kedudukan dalam tim", terms="team_position", width=24, example="ketua")
    ]
    document: Annotated[str | None, DOCUMENT.but(label="Dasar", name="dokumen")] = None


class ReadinessSurveyed(Body, frozen=True, kw_only=True):
    """One line of a unit's survey of readiness; `score` is a decimal text in the survey's own scale."""

    TYPE: ClassVar[str] = "lab.readiness_surveyed"

    unit: Annotated[str, UNIT]
    period: Annotated[str | None, Field("Periode", width=16)] = None
    filled_by: Annotated[str | None, Field("Pengisi", help=NO_NAMES, width=28)] = None
    component: Annotated[str | None, Field("Komponen", width=28)] = None
    indicator: Annotated[str, Field("Indikator", width=40, example="Dukungan pimpinan")]
    score: Annotated[
        str, Field("Skor", "decimal", help="Dalam skala surveinya sendiri.", width=10, example=3)
    ]
    note: Annotated[str | None, NOTE] = None


EVENTS: tuple[type[Body], ...] = (
    FacilitationRequested,
    LabDocumentLinked,
    TeamMemberNamed,
    ReadinessSurveyed,
)


def evolve(state: StreamState, fact: AnyFact) -> Any:
    """The lab's state after a fact of this file."""
    match fact.body:
        case TeamMemberNamed(person=person, team_position=position):
            return msgspec.structs.replace(state, team=state.team | {(person, position)})
        case LabDocumentLinked(document=document, purpose=purpose):
            return msgspec.structs.replace(state, documents=state.documents | {(document, purpose)})
    return state


def check_integrity(state: StreamState, fact: AnyFact) -> Reason | None:
    """Why a fact of this file cannot stand, or None."""
    match fact.body:
        case TeamMemberNamed(person=person, team_position=position) if (person, position) in state.team:
            return reason("This person already has this position in the team.")
        case LabDocumentLinked(document=document, purpose=purpose) if (document, purpose) in state.documents:
            return reason("The document is already recorded with this lab.")
        case ReadinessSurveyed(score=score):
            return no_number(score)
    return None


class OnLab(FactAction[B], Generic[B], frozen=True, kw_only=True):
    """An action that writes one event into the stream of a lab."""

    lab: Annotated[str, LAB]

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, self.lab, self.fact)]


class RequestFacilitation(OnLab[FacilitationRequested], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.request_facilitation"


class LinkDocument(OnLab[LabDocumentLinked], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.link_document"


class NameTeamMember(OnLab[TeamMemberNamed], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.name_team_member"


class SurveyReadiness(OnLab[ReadinessSurveyed], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "lab.survey_readiness"
