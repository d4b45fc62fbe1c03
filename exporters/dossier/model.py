"""The types of a dossier, as its JSON file holds them: every value with its provenance.

The published schemas `schemas/dossier-*.schema.json` are derived from these by `tools.dossier_schemas`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from exporters.dossier.award_form import (
    Count,
    FormSource,
    Goals,
    HowCertain,
    ItemKind,
    MaybeYesNo,
    PartId,
    Sha256,
    WordCount,
    YesNo,
)
from exporters.gap import Gap
from projections.eligibility.answers import RulebookHash, VerdictAnswer
from projections.queries.detail_types import (
    FieldValue,
    Instant,
    IsoDate,
    Lab,
    NonEmpty,
    Position,
    Provenance,
    Region,
)

Presence = Literal["recorded", "not_recorded"]
ItemState = Literal["recorded", "not_recorded", "too_short", "too_long", "not_assessed", "outside"]


class ItemValue(Struct, frozen=True, kw_only=True):
    """A recorded value; `label` is what the form prints for it, where that is not the value itself.

    It is the official wording of a choice, a title with its acronym, a development with its word before it.
    """

    field: NonEmpty
    value: FieldValue
    label: str | None
    state: Presence
    sources: list[Provenance]


class Item(Struct, frozen=True, kw_only=True):
    """One item of the form with its values."""

    id: PartId
    label: NonEmpty
    kind: ItemKind
    values: list[ItemValue]
    state: ItemState
    required: YesNo
    certainty: HowCertain


class Limit(Struct, frozen=True, kw_only=True):
    """The least or the most words that a section takes."""

    min: int | None
    max: int | None
    certainty: HowCertain


class Section(Item, frozen=True, kw_only=True):
    """A numbered part of the form; `words` are counted where it is a recorded text."""

    number: NonEmpty
    words: Annotated[int, Meta(ge=0)] | None
    limit: Limit | None


class EvidenceItem(Struct, frozen=True, kw_only=True):
    """A piece of evidence under what it supports; `file` is the SHA-256 of its bytes, `size` counts them.

    `name` is the name under which it was given, `media_type` what its bytes are (RFC 6838).
    """

    kind: NonEmpty
    number: str | None
    date: IsoDate | None
    subject: str | None
    file: str | None
    name: str | None
    media_type: str | None
    size: int | None
    link: str | None
    page: str | None
    personal_data: bool
    sources: list[Provenance]


class Attachment(Struct, frozen=True, kw_only=True):
    """What an aspect wants attached, and what is."""

    label: NonEmpty
    required: YesNo
    state: Presence
    evidence: list[EvidenceItem]


class Aspect(Section, frozen=True, kw_only=True):
    """A part of a proposal with its weight in percent and its attachment."""

    weight: Count | None
    weight_with: str | None
    attachment: Attachment


class Parameter(Struct, frozen=True, kw_only=True):
    """The level of an indicator that the verdict gives, as stated and as verified.

    `sources` are the claim and its verification; where nobody claimed it, the facts that give it.
    """

    value: Annotated[int, Meta(ge=1)] | None
    state: Presence
    label: str | UnsetType = UNSET
    verified: int | UnsetType | None = UNSET
    sources: list[Provenance]


class Indicator(Struct, frozen=True, kw_only=True):
    """One indicator of an innovation (SID) with its evidence."""

    number: int | str
    row: int
    id: PartId
    name: NonEmpty
    weight: Count
    mandatory: MaybeYesNo
    parameter: Parameter
    evidence: list[EvidenceItem]
    state: Presence
    certainty: HowCertain


class Letter(Struct, frozen=True, kw_only=True):
    """A statement letter and what is attached for it."""

    id: PartId
    label: NonEmpty
    required: YesNo
    state: Presence
    evidence: list[EvidenceItem]
    certainty: HowCertain


class MeasuredIndicator(Struct, frozen=True, kw_only=True):
    """An indicator before and after, as decimal texts."""

    indicator: NonEmpty
    unit: str | None
    before: str | None
    before_on: IsoDate | None
    after: str | None
    after_on: IsoDate | None
    method: str | None
    source: str | None
    sources: list[Provenance]


class Subject(Struct, frozen=True, kw_only=True):
    """The innovation by its title, acronym, unit and former titles."""

    title: ItemValue
    acronym: ItemValue
    unit: ItemValue
    former_titles: list[ItemValue]


class FormHash(Struct, frozen=True, kw_only=True):
    """The form by its id, the SHA-256 of its rulebook, and what it is known from."""

    id: NonEmpty
    sha256: Sha256
    sources: list[FormSource]


class Layout(Struct, frozen=True, kw_only=True):
    """The year whose layout is printed; `note` where that layout is not confirmed."""

    year: int
    certainty: HowCertain
    note: str | None


class FormGap(Gap, frozen=True, kw_only=True):
    """A gap in a part of the form; `sheet` and `column` say where it is filled in, where one column does."""

    part: Literal["identity", "section", "indicator", "letter", "attachment", "measurement", "file", "record"]
    sheet: str | None
    column: str | None


class OutsideItem(Struct, frozen=True, kw_only=True):
    """An item that is filled in the official application only."""

    part: Literal["identity", "indicator"]
    id: NonEmpty
    label: NonEmpty


class Place(Struct, frozen=True, kw_only=True):
    """Where an event was read from: sheet, cell, the file's SHA-256, and its name where that is known."""

    sheet: str | None
    cell: str | None
    file: str | None
    workbook: str | None = None


class NumberedEvent(Struct, frozen=True, kw_only=True):
    """One event of the appendix, numbered from 1."""

    number: Position
    event: Position
    occurred: IsoDate | None
    recorded_at: Instant
    actor: str | None
    actor_post: str | None
    places: list[Place]


class NotAssessed(Struct, frozen=True, kw_only=True):
    """The verdict of a dossier for which no rulebook was asked."""

    outcome: Literal["not_assessed"] = "not_assessed"


class FindingPromise(Struct, frozen=True, kw_only=True):
    """What the schema promises of a finding: that these are there."""

    rule: Any
    outcome: Any
    certainty: Any
    sentence: Any
    facts: Any


class RulebookPromise(RulebookHash, frozen=True, kw_only=True):
    """The rulebook of a verdict by its id and the SHA-256 of its bytes."""

    sha256: Sha256


class VerdictPromise(Struct, frozen=True, kw_only=True):
    """The verdict as `jejak eligibility show --json` gives it, or not_assessed.

    Readers of version 2 may rely on this much; a verdict says more.
    """

    outcome: Literal["not_assessed", "met", "not_met", "unknown"]
    rulebook: RulebookPromise | UnsetType = UNSET
    position: int | UnsetType = UNSET
    day: str | UnsetType = UNSET
    findings: list[FindingPromise] | UnsetType = UNSET


class DossierBase(Struct, frozen=True, kw_only=True):
    """What the dossiers of all awards share."""

    schema_version: Literal[3]
    award_title: NonEmpty
    year: int
    group: str | None
    group_title: str | None
    title: NonEmpty
    code: Annotated[str, Meta(pattern="^([0-9]{2}|[0-9]{4})-[0-9]+$")]
    stream: NonEmpty
    position: Annotated[int, Meta(ge=0)]
    spoken_day: Annotated[str, Meta(extra_json_schema={"format": "date"})]
    known_at: str | None
    as_of: str | None
    time_zone: NonEmpty
    region: Region
    lab: Lab | None
    illustrative: bool
    subject: Subject
    form: FormHash
    layout: Layout
    word_count: WordCount
    verdict: VerdictAnswer | NotAssessed
    gaps: list[FormGap] = field(name="missing")
    elsewhere: list[OutsideItem]
    identity: list[Item]
    provenance: list[NumberedEvent]


class IgaDossier(DossierBase, frozen=True, kw_only=True):
    """The dossier behind a report Laporan Inovasi Daerah."""

    schema: Literal["dossier-iga"]
    award: Literal["iga"]
    sections: Annotated[list[Section], Meta(min_length=1)]
    indicators: Annotated[list[Indicator], Meta(min_length=1)]


class KippDossier(DossierBase, frozen=True, kw_only=True):
    """The dossier behind a KIPP proposal; `measurement_section` is where the measured indicators stand."""

    schema: Literal["dossier-kipp"]
    award: Literal["kipp"]
    sections: Annotated[list[Aspect], Meta(min_length=1)]
    letters: list[Letter]
    measurements: list[MeasuredIndicator]
    measurement_section: PartId | None
    sdgs: Goals


Dossier = IgaDossier | KippDossier
