"""What is said to an idea before design: answered field by field, revised, coached."""

from __future__ import annotations

from typing import Annotated, ClassVar, Generic

from domain.base import B, Body, Draft, FactAction, World
from domain.drafts import draft
from domain.fields import NO_NAMES, REASON, Field
from domain.idea_form import (
    AIMS,
    BACKGROUND,
    BENEFICIARIES,
    CHOSEN,
    DESCRIPTION,
    IDEA,
    NOVELTY,
    RESOURCES,
    SCHEDULE,
    STAKEHOLDERS,
    TARGETS,
)


class IdeaAnswered(Body, frozen=True, kw_only=True):
    """An answer to the idea, or to one field of its form (LAN's answer form)."""

    TYPE: ClassVar[str] = "idea.answered"

    field: Annotated[
        str | None,
        Field(
            "Isian",
            name="isian yang ditanggapi",
            terms="idea_field",
            help="Kosong: tentang ide seutuhnya.",
            width=26,
        ),
    ] = None
    comment: Annotated[str | None, Field("Tanggapan", "long", width=44)] = None
    accepted: Annotated[
        bool | None, Field("Sesuai", help="ya bila isian ini sudah sesuai, tidak bila belum.")
    ] = None
    decision: Annotated[
        str | None, Field("Keputusan", name="keputusan tanggapan", terms="answer", width=18)
    ] = None
    answered_by: Annotated[
        str, Field("Oleh", name="ditanggapi oleh", help=NO_NAMES, width=28, example="Coach LAN RI")
    ]


class IdeaRevised(Body, frozen=True, kw_only=True):
    """From its date on the idea's form says something else; what stands empty stays as it was."""

    TYPE: ClassVar[str] = "idea.revised"

    title: Annotated[str | None, Field("Judul Baru", name="judul", width=50)] = None
    background: Annotated[str | None, BACKGROUND] = None
    chosen: Annotated[str | None, CHOSEN] = None
    aims: Annotated[str | None, AIMS] = None
    targets: Annotated[str | None, TARGETS] = None
    stakeholders: Annotated[str | None, STAKEHOLDERS] = None
    resources: Annotated[str | None, RESOURCES] = None
    beneficiaries: Annotated[str | None, BENEFICIARIES] = None
    novelty: Annotated[str | None, NOVELTY] = None
    description: Annotated[str | None, DESCRIPTION] = None
    schedule: Annotated[str | None, SCHEDULE] = None
    reason: Annotated[str, REASON.but(example="menurut tanggapan coach")]


class IdeaCoached(Body, frozen=True, kw_only=True):
    """A coach worked on the idea with its unit."""

    TYPE: ClassVar[str] = "idea.coached"

    coach: Annotated[str, Field("Coach", help=NO_NAMES, width=28, example="Coach LAN RI")]
    notes: Annotated[
        str, Field("Catatan", "long", name="catatan pendampingan", width=44, example="Target diperjelas")
    ]
    follow_up: Annotated[str | None, Field("Tindak Lanjut", "long", width=40)] = None


EVENTS: tuple[type[Body], ...] = (IdeaAnswered, IdeaRevised, IdeaCoached)


class OnIdea(FactAction[B], Generic[B], frozen=True, kw_only=True):
    """An action that writes one event into the stream of an idea."""

    idea: Annotated[str, IDEA]

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, self.idea, self.fact, target="idea")]


class AnswerIdea(OnIdea[IdeaAnswered], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "idea.answer"


class ReviseIdea(OnIdea[IdeaRevised], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "idea.revise"


class CoachIdea(OnIdea[IdeaCoached], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "idea.coach"
