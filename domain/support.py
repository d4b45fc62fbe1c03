"""What supports an innovation in a competition: the events behind sheet Pendukung, and their action."""

from __future__ import annotations

from collections.abc import Container, Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar

import msgspec
from msgspec import Struct

from domain import dates
from domain.base import (
    Action,
    AnyFact,
    Body,
    Draft,
    Reason,
    Refused,
    Term,
    World,
    no_number,
    reason,
)
from domain.drafts import draft
from domain.fields import (
    DATE,
    INNOVATION,
    Field,
    described,
)

SUBJECT = Field(
    "Uraian", name="perihal", help="Apa yang dikembangkan, pokok bimtek, nama mitra, tahapnya.", width=44
)
COUNT = Field("Jumlah", help="Orang, hari kalender, peserta, atau pengaduan selesai.", width=10, example=12)
FACT_YEAR = Field("Tahun", help="Untuk anggaran, perencanaan, pengaduan, kemanfaatan.", width=8)
ROLE = Field("Peran", help="Untuk pelaksana dan mitra, tanpa nama orang.", width=28, example="petugas loket")
AMOUNT = Field("Nilai", "decimal", name="nilai pendukung", help="Rupiah, atau nilai kemanfaatan.", width=16)
RECEIVED = Field("Diterima", name="pengaduan diterima", help="Pengaduan yang diterima.", width=10)
BASIS = Field("Dasar", name="dasar kemanfaatan", terms="benefit", help="Dasar kemanfaatan.", width=20)
OTHER_PARTY = Field(
    "Daerah atau Instansi", name="tempat", help="Untuk replikasi: di seberang sana siapa.", width=28
)
SOURCE_TIER = Field(
    "Penghargaan Asal",
    name="tingkat",
    help="Penghargaan inovasi yang direplikasi, misalnya TOP 99.",
    width=16,
)
SOURCE_EDITION = Field("Edisi Asal", name="edisi", width=10)
EARLIER = Field(
    "Inovasi Terdahulu",
    name="inovasi sebelumnya",
    ref="innovation",
    help="Untuk generasi baru: inovasi sebelumnya.",
)


class Developed(Body, frozen=True, kw_only=True):
    """The innovation was developed in substance or coverage; `generation` when it became a new generation.

    `earlier` is the innovation that it continues, where that has a stream of its own.
    """

    TYPE: ClassVar[str] = "innovation.developed"

    subject: Annotated[
        str,
        SUBJECT,
    ]
    generation: Annotated[bool, Field("Generasi baru")] = False
    earlier: Annotated[
        str | None,
        EARLIER,
    ] = None


class Replicated(Body, frozen=True, kw_only=True):
    """Somebody else took the innovation over (`out`), or it took over another's (`in`).

    `place` is the region or institution on the other side; `tier` and `edition` are the award of the
    innovation that was taken over.
    """

    TYPE: ClassVar[str] = "innovation.replicated"

    direction: Annotated[str, Field("Arah replikasi", terms="replication")]
    place: Annotated[
        str,
        OTHER_PARTY,
    ]
    subject: Annotated[
        str | None,
        SUBJECT,
    ] = None
    tier: Annotated[
        str | None,
        SOURCE_TIER,
    ] = None
    edition: Annotated[str | None, SOURCE_EDITION] = None


class ExecutorsNamed(Body, frozen=True, kw_only=True):
    """A number of people got a role in the innovation; without names."""

    TYPE: ClassVar[str] = "innovation.executors_named"

    role: Annotated[
        str,
        ROLE,
    ]
    count: Annotated[
        int,
        COUNT,
    ]


class BudgetLined(Body, frozen=True, kw_only=True):
    """A budget year holds money for the innovation; `amount` in rupiah, as a decimal text."""

    TYPE: ClassVar[str] = "innovation.budget_lined"

    year: Annotated[int, FACT_YEAR]
    subject: Annotated[
        str | None,
        SUBJECT,
    ] = None
    amount: Annotated[
        str | None,
        AMOUNT,
    ] = None


class PlanLined(Body, frozen=True, kw_only=True):
    """The plan of a year (RKPD, or RKAS, RUK, RPK, RBA, RKPDes) holds the innovation's activity."""

    TYPE: ClassVar[str] = "innovation.plan_lined"

    year: Annotated[int, FACT_YEAR]
    subject: Annotated[
        str | None,
        SUBJECT,
    ] = None


class TrainingHeld(Body, frozen=True, kw_only=True):
    """One training or transfer of knowledge; `count` is the number of participants."""

    TYPE: ClassVar[str] = "innovation.training_held"

    subject: Annotated[
        str,
        SUBJECT,
    ]
    count: Annotated[
        int | None,
        COUNT,
    ] = None


class PartnerJoined(Body, frozen=True, kw_only=True):
    """An actor takes part beside the executing unit."""

    TYPE: ClassVar[str] = "innovation.partner_joined"

    subject: Annotated[
        str,
        SUBJECT,
    ]
    role: Annotated[
        str | None,
        ROLE,
    ] = None


class NetworkJoined(Body, frozen=True, kw_only=True):
    """A unit of the regional government joined the network of the innovation."""

    TYPE: ClassVar[str] = "innovation.network_joined"

    subject: Annotated[
        str,
        SUBJECT,
    ]


class ProcedureSet(Body, frozen=True, kw_only=True):
    """The service procedure (SOP) takes `count` calendar days."""

    TYPE: ClassVar[str] = "innovation.procedure_set"

    count: Annotated[
        int,
        COUNT,
    ]
    subject: Annotated[
        str | None,
        SUBJECT,
    ] = None


class ComplaintsSettled(Body, frozen=True, kw_only=True):
    """Of `received` complaints of a year, `count` were settled."""

    TYPE: ClassVar[str] = "innovation.complaints_settled"

    year: Annotated[int, FACT_YEAR]
    received: Annotated[int, RECEIVED]
    count: Annotated[
        int,
        COUNT,
    ]


class CreationStage(Body, frozen=True, kw_only=True):
    """One stage of the creation (or development), with the days on which it began and ended."""

    TYPE: ClassVar[str] = "innovation.creation_stage"

    subject: Annotated[
        str,
        SUBJECT,
    ]
    begins: Annotated[
        str,
        DATE.but(label="Mulai"),
    ]
    ends: Annotated[
        str,
        DATE.but(label="Selesai"),
    ]


class BenefitCounted(Body, frozen=True, kw_only=True):
    """A benefit on one basis (`terms.BENEFITS`): people, percent, products or periods, as a decimal text."""

    TYPE: ClassVar[str] = "innovation.benefit_counted"

    basis: Annotated[str, BASIS]
    amount: Annotated[
        str,
        AMOUNT,
    ]
    year: Annotated[int | None, FACT_YEAR] = None
    subject: Annotated[
        str | None,
        SUBJECT,
    ] = None


EVENTS: tuple[type[Body], ...] = (
    Developed,
    Replicated,
    ExecutorsNamed,
    BudgetLined,
    PlanLined,
    TrainingHeld,
    PartnerJoined,
    NetworkJoined,
    ProcedureSet,
    ComplaintsSettled,
    CreationStage,
    BenefitCounted,
)
OF_KIND: dict[str, tuple[type[Body], dict[str, Any]]] = {
    "development": (Developed, {"generation": False}),
    "generation": (Developed, {"generation": True}),
    "replicated_out": (Replicated, {"direction": "out"}),
    "replicated_in": (Replicated, {"direction": "in"}),
    "executors": (ExecutorsNamed, {}),
    "budget": (BudgetLined, {}),
    "plan": (PlanLined, {}),
    "training": (TrainingHeld, {}),
    "partner": (PartnerJoined, {}),
    "network_unit": (NetworkJoined, {}),
    "procedure": (ProcedureSet, {}),
    "complaints": (ComplaintsSettled, {}),
    "creation_stage": (CreationStage, {}),
    "benefit": (BenefitCounted, {}),
}
"""The kind that a row names to the event that it becomes, and the fields that the kind itself fills."""


def kind_of(body: Body) -> str | None:
    """The kind that a row would name for this event; None for an event of another sort."""
    for kind, (event, fixed) in OF_KIND.items():
        if type(body) is event and all(getattr(body, name) == value for name, value in fixed.items()):
            return kind
    return None


def check_integrity(fact: AnyFact) -> Reason | None:
    """Why a supporting fact cannot stand by itself, or None."""
    match fact.body:
        case ExecutorsNamed(count=count) | ProcedureSet(count=count) if count < 1:
            return reason("The number {value} is less than 1.", value=count)
        case ComplaintsSettled(count=count, received=received) if not 0 <= count <= received:
            return reason(
                "{count} complaints settled of {received} received cannot be.", count=count, received=received
            )
        case CreationStage(begins=begins, ends=ends) if dates.certainly_before(ends, begins):
            return reason(
                "The stage ends ({ends}) before it begins ({begins}).",
                ends=dates.Day(ends),
                begins=dates.Day(begins),
            )
        case BudgetLined(amount=str(amount)) if not no_number(amount) and Decimal(amount) < 0:
            return reason("A budget cannot be less than 0: {amount}.", amount=Decimal(amount))
        case BenefitCounted(amount=amount) | BudgetLined(amount=str(amount)):
            return no_number(amount)
    return None


def misfits(row: type[Struct], kind: str, cells: Mapping[str, Any]) -> list[tuple[str, Reason]]:
    """The cells of a row of sheet Pendukung that its kind needs, or cannot hold; `cells` by field."""
    event, fixed = OF_KIND[kind]
    said = {name: one.label for name, one in described(row).items()}
    held = _held(event, fixed, said)
    needed = [name for name in held if cells.get(name) is None and name in _required(event)]
    spare = [
        name
        for name in said
        if name not in (*event.__struct_fields__, "innovation", "kind", "occurred")
        and cells.get(name) is not None
    ]
    about = {"kind": Term("support", kind)}
    used = {**about, "columns": ", ".join(said[name] for name in held)}
    return [
        *((name, reason("Kind {kind} needs {label}.", label=said[name], **about)) for name in needed),
        *(
            (name, reason("Kind {kind} does not use {label}; it uses: {columns}.", label=said[name], **used))
            for name in spare
        ),
    ]


def _held(event: type[Body], fixed: Container[str], given: Container[str]) -> list[str]:
    """The fields of an event that cells of the row fill."""
    return [name for name in event.__struct_fields__ if name in given and name not in fixed]


def drafts(action: Any, stream: str, kind: str) -> list[Draft]:
    """The event of a row of sheet Pendukung. Raises Refused for cells that its kind needs or cannot hold."""
    event, fixed = OF_KIND[kind]
    cells = {name: getattr(action, name) for name in action.__struct_fields__}
    if found := misfits(type(action), kind, cells):
        raise Refused(*found)
    body = event(**{name: cells[name] for name in _held(event, fixed, cells)}, **fixed)
    renamed = dict.fromkeys(fixed, "kind")
    return [draft(action, stream, body, target="innovation", renamed=renamed)]


def _required(event: type[Body]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(event) if field.required}


class RecordSupport(Action, frozen=True, kw_only=True):
    """One row of sheet Pendukung: what it becomes is decided by its kind."""

    TYPE: ClassVar[str] = "innovation.record_support"

    innovation: Annotated[str, INNOVATION]
    kind: Annotated[str, Field("Jenis", terms="support", width=26, example="pelaksana")]
    subject: Annotated[str | None, SUBJECT] = None
    place: Annotated[str | None, OTHER_PARTY] = None
    role: Annotated[str | None, ROLE] = None
    count: Annotated[int | None, COUNT] = None
    received: Annotated[int | None, RECEIVED] = None
    year: Annotated[int | None, FACT_YEAR] = None
    amount: Annotated[str | None, AMOUNT] = None
    basis: Annotated[str | None, BASIS] = None
    begins: Annotated[str | None, DATE.but(label="Mulai")] = None
    ends: Annotated[str | None, DATE.but(label="Selesai")] = None
    tier: Annotated[str | None, SOURCE_TIER] = None
    edition: Annotated[str | None, SOURCE_EDITION] = None
    earlier: Annotated[str | None, EARLIER] = None

    def decide(self, world: World) -> list[Draft]:
        return drafts(self, self.innovation, self.kind)
