"""The types of one innovation in full: every recorded value with the events that say it.

Codes of closed lists in values are the Indonesian labels that documents print. Dates are ISO 8601
reduced dates or intervals; None when unknown.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from projections.queries.entries import EntryRow

FieldValue = str | list[str | int] | None
"""What a field may hold: a text, an ISO date, the parts of a list; None where a later word took it away."""
NonEmpty = Annotated[str, Meta(min_length=1)]
Position = Annotated[int, Meta(ge=1)]
IsoDate = Annotated[str, Meta(description="ISO 8601 reduced date or interval; null when unknown.")]
Instant = Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z$")]


class Provenance(Struct, frozen=True, kw_only=True):
    """One event that says a value: when, by whom, and the sheet, cell and file (SHA-256) it was read from.

    `workbook` is the name of that file, where the record knows it.
    """

    event: Position
    occurred: IsoDate | None
    recorded_at: Instant
    sheet: str | None
    cell: str | None
    file: str | None
    actor: str | None
    actor_post: str | None
    workbook: str | None = None


class SourcedValue(Struct, frozen=True, kw_only=True):
    """A value with the event that says it, and the corrections that stand on it."""

    value: FieldValue
    sources: list[Provenance]


class Region(Struct, frozen=True, kw_only=True):
    """A region by its code (`33.03`) and name."""

    code: NonEmpty
    name: NonEmpty


class Lab(Struct, frozen=True, kw_only=True):
    """The lab that an innovation came from; `mode` is `live` or `reconstructed`."""

    slug: NonEmpty
    name: NonEmpty
    round: int | None
    mode: Literal["live", "reconstructed"]
    illustrative: bool


class Measurement(Struct, frozen=True, kw_only=True):
    """One indicator before and after, as decimal texts."""

    indicator: str
    unit: str | None
    before: str | None
    before_on: IsoDate | None
    after: str | None
    after_on: IsoDate | None
    method: str | None
    source: str | None
    sources: list[Provenance]


class Evidence(Struct, frozen=True, kw_only=True):
    """A piece of evidence; `iga` and `kipp` name the indicators, sections and letters that it supports."""

    kind: str
    number: str | None
    subject: str | None
    iga: list[str]
    kipp: list[str]
    file: str | None
    name: str | None = None
    """The name under which the file was given; with its type and size null where nobody recorded them."""
    media_type: str | None = None
    size: int | None = None
    link: str | None
    page: str | None
    personal_data: bool
    date: IsoDate | None
    sources: list[Provenance]
    superseded: bool = False
    """True where another piece of evidence took its place."""


class Step(Struct, frozen=True, kw_only=True):
    """One step of an action plan."""

    number: int
    phase: str
    activity: str
    executor: str | None
    output: str | None
    method: str | None
    start: IsoDate | None
    end: IsoDate | None
    partners: str | None = None
    place: str | None = None
    cost: str | None = None
    """Rupiah, as a decimal text."""
    fund_source: str | None = None
    target: str | None = None
    success_measure: str | None = None


class PlanStep(Step, frozen=True, kw_only=True):
    """The same of a version of the plan, with the events that say it."""

    version: int
    sources: list[Provenance]


class Monitoring(Struct, frozen=True, kw_only=True):
    """One look at how it goes."""

    mode: str
    monitor: str | None
    finding: str
    follow_up: str | None
    occurred: IsoDate | None
    sources: list[Provenance]
    checked: list[int] = []
    """The numbers of the plan's steps that were checked."""
    cause: str | None = None


class Act(Struct, frozen=True, kw_only=True):
    """Something else that happened to the innovation, as the sentence that histories tell.

    `type` is the stored type of its event (`innovation.handed_over`).
    """

    type: str
    sentence: str
    occurred: IsoDate | None
    sources: list[Provenance]


class Note(Struct, frozen=True, kw_only=True):
    """What a list said under a heading that no field answers to."""

    heading: str
    remark: str
    occurred: IsoDate | None
    sources: list[Provenance]


class Trial(Struct, frozen=True, kw_only=True):
    """One trial with its place and result."""

    place: str | None
    result: str | None
    occurred: IsoDate | None
    sources: list[Provenance]


class Signature(Struct, frozen=True, kw_only=True):
    """Who signed an agreement, by role and post, in which capacity and for whom."""

    role: str
    post: str | None
    capacity: str | None
    representing: str | None


class Agreement(Struct, frozen=True, kw_only=True):
    """An agreement that covers the innovation."""

    kind: str
    number: str | None
    title: str
    occurred: IsoDate | None
    medium: str | None
    signatures: list[Signature]
    sources: list[Provenance]
    amendments: int = 0
    amended_on: IsoDate | None = None
    """The date of the last amendment."""
    ended: bool = False
    ended_on: IsoDate | None = None


class IdeaBehind(Struct, frozen=True, kw_only=True):
    """An idea that the innovation came from, with the short names of its units."""

    code: str
    title: str
    units: list[str]
    sources: list[Provenance]


class OtherInnovation(Struct, frozen=True, kw_only=True):
    """Another innovation, by its code and its present title."""

    code: str
    title: str
    acronym: str | None


class InnovationDetail(Struct, frozen=True, kw_only=True):
    """All that is recorded of one innovation, as known at `position`, about `spoken_day`."""

    code: str
    stream: str
    illustrative: bool
    position: int
    spoken_day: str
    known_at: str | None
    as_of: str | None
    time_zone: str
    region: Region
    lab: Lab | None
    fields: dict[str, SourcedValue]
    persons: dict[str, list[str]]
    """Fields that name persons, to the streams of these; their names lie in the vault alone."""
    former_titles: list[SourcedValue]
    legal_base: SourcedValue | None
    measurements: list[Measurement]
    evidence: list[Evidence]
    plan: list[PlanStep]
    monitoring: list[Monitoring]
    trials: list[Trial]
    notes: list[Note]
    agreements: list[Agreement]
    ideas: list[IdeaBehind]
    missing_records: list[str]
    """Steps of the lab's process without a record: what a reconstructed lab lets pass and shows here."""
    course: list[Act] = []
    """What was decided and said of it, in the order of the law: approvals, progress, decrees, hand-overs."""
    status: SourcedValue | None = None
    """How it runs, as last seen or decided; None where nobody said so."""
    merged_into: OtherInnovation | None = None
    """The innovation that carries this one on."""
    carries_on: list[OtherInnovation] = []
    """The innovations that were merged into this one."""
    holders: list[str] = []
    """The posts of those who hold it after all hand-overs; the field `innovators` stays as it was written."""
    entries: list[EntryRow] = []
    """What was sent to competitions, and how far it is."""
