"""What templates are given: plain words, lists and flags. Names and shapes are the templates' contract."""

from __future__ import annotations

from msgspec import Struct

from exporters.dossier.sources import SourceRow


class Against(Struct, frozen=True, kw_only=True):
    """One thing that stands against the innovation, with its mark and the way out."""

    mark: str
    text: str
    mend: str


class GapGroup(Struct, frozen=True, kw_only=True):
    """Parts of the form that lack the same, named in one line."""

    labels: str
    what: str
    mend: str


class ItemText(Struct, frozen=True, kw_only=True):
    """One item of the identity."""

    label: str
    paragraphs: list[str]


class SectionText(Struct, frozen=True, kw_only=True):
    """One section: its text, what to say when there is none, and its words against the limit."""

    number: str
    label: str
    paragraphs: list[str]
    blank: str
    counted: str | None


class AspectText(SectionText, frozen=True, kw_only=True):
    """One part of a proposal with weight and attachments; `unattached` names one that is still wanted."""

    weight: str
    unattached: str | None
    attached: list[str]
    measured: bool


class IndicatorRow(Struct, frozen=True, kw_only=True):
    """One row of the table of indicators; `chosen` says whether `information` is a level."""

    row: int
    number: int | str
    name: str
    mandatory: bool | None
    information: str
    chosen: bool
    proofs: list[str]


class LetterRow(Struct, frozen=True, kw_only=True):
    """One statement letter and the files attached for it."""

    label: str
    there: bool
    attached: list[str]


class MeasurementRow(Struct, frozen=True, kw_only=True):
    """One indicator measured before and after, in Indonesian figures and dates."""

    indicator: str
    unit: str | None
    before: str | None
    before_on: str | None
    after: str | None
    after_on: str | None
    method: str | None
    source: str | None


class GoalMark(Struct, frozen=True, kw_only=True):
    """One goal (SDG), chosen or not."""

    number: int | str
    chosen: bool


class TemplateContext(Struct, frozen=True, kw_only=True):
    """What both templates may name; `blank` stands where a part that nobody must fill is empty."""

    final: bool
    blank: str
    award: str
    award_title: str
    year: int
    group: str | None
    document: str
    code: str
    dossier_id: str
    position: str
    spoken_day: str
    illustrative: bool
    innovation: str | None
    acronym: str | None
    former_titles: list[str]
    unit: str | None
    region: str
    lab: str | None
    layout_note: str | None
    word_note: str
    missing: list[GapGroup]
    any_unconfirmed: bool
    elsewhere: list[str]
    verdict: str
    against: list[Against]
    judged_by: str | None
    maturity: str | None
    identity: list[ItemText]
    sources: list[SourceRow]


class IgaContext(TemplateContext, frozen=True, kw_only=True):
    """What the template of the IGA report may name."""

    sections: list[SectionText]
    indicators: list[IndicatorRow]


class KippContext(TemplateContext, frozen=True, kw_only=True):
    """What the template of the KIPP proposal may name."""

    sections: list[AspectText]
    letters: list[LetterRow]
    measurements: list[MeasurementRow]
    sdgs: list[GoalMark]
