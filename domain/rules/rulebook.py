"""The types of a rulebook: what an award asks in one year and group, each item with its certainty."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Any

import msgspec
from msgspec import Struct

from domain.rules.certainty import Asked, Certainty, Known
from domain.rules.indicators import Indicator, RegionRow
from domain.rules.totals import Totals, totals_of


class Source(Struct, frozen=True, kw_only=True):
    id: str
    title: str
    year: int | None = None
    certainty: Certainty


class Gap(Struct, frozen=True, kw_only=True):
    """What is not known about the rules of the edition."""

    id: str
    label: str


class Attachment(Struct, frozen=True, kw_only=True):
    """What a part of the form wants attached; `when` is `replicated` where only that asks for it."""

    id: str
    label: str
    required: Known
    when: str | None = None


class Section(Struct, frozen=True, kw_only=True):
    """A part of the form; texts have limits in words, aspects a weight in percent and an attachment."""

    id: str
    label: str
    fields: list[str]
    kind: str
    required: Known
    certainty: Certainty
    number: str = ""
    min_words: Known | None = None
    max_words: Known | None = None
    weight: Known | None = None
    weight_with: str | None = None
    attachment: Attachment | None = None


class Letter(Struct, frozen=True, kw_only=True):
    """A letter or form; `when` is `digital` where only such an innovation is asked for it.

    `not_drafted` says why Jejak does not draft it: its text is its owner's.
    """

    id: str
    label: str
    required: Known
    certainty: Certainty
    file_types: list[str] = []
    when: str | None = None
    not_drafted: str | None = None


class FileLimit(Struct, frozen=True, kw_only=True):
    """How large a file may be at most."""

    megabytes: int
    certainty: Certainty


class Label(Struct, frozen=True, kw_only=True):
    label: str
    certainty: Certainty


class Window(Struct, frozen=True, kw_only=True):
    """First and last day of implementation (or, where `development` is so, of a development).

    A development opens the window to what was implemented before it, and since `development_since` where
    that day is known.
    """

    first: str = msgspec.field(name="from")
    last: str = msgspec.field(name="to")
    certainty: Certainty
    development: Known
    development_since: str | None = None
    sources: list[str] = []
    note: str | None = None


class Spread(Struct, frozen=True, kw_only=True):
    """How many of these affairs must be represented for the number of innovations to count."""

    minimum: Known
    affairs: list[str]
    sources: list[str] = []


class Number(Struct, frozen=True, kw_only=True):
    """Points for each innovation, up to a cap."""

    weight: Known
    cap: Known
    sources: list[str] = []


class Predicate(Struct, frozen=True, kw_only=True):
    label: str
    low: Decimal = msgspec.field(name="from")
    high: Decimal = msgspec.field(name="to")
    certainty: Certainty


class AgeException(Struct, frozen=True, kw_only=True):
    years: int
    category: str
    certainty: Certainty
    note: str | None = None


class Age(Struct, frozen=True, kw_only=True):
    """Least age in years at the closing of the registration; None where it is not known."""

    years: Known
    counted_to: Known
    sources: list[str] = []
    exception: AgeException | None = None


class Won(Struct, frozen=True, kw_only=True):
    tier: str
    edition: str


class AtMost(Struct, frozen=True, kw_only=True):
    tier: str
    times: int


class History(Struct, frozen=True, kw_only=True):
    """Earlier awards that shut out, that may be held so many times, or of which one is asked for."""

    certainty: Certainty
    sources: list[str] = []
    exclude: list[Won] = []
    at_most: list[AtMost] = []
    require: list[Won] = []


class ReplicationSource(Struct, frozen=True, kw_only=True):
    tiers: list[str]
    since: int | None = None
    certainty: Certainty
    sources: list[str] = []


class Criterion(Struct, frozen=True, kw_only=True):
    id: str
    label: str
    certainty: Certainty
    sources: list[str] = []
    article: str | None = None


class Video(Struct, frozen=True, kw_only=True):
    """Whether a video is asked for, and of what kind; None where nothing is known of that."""

    required: Known
    sources: list[str] = []
    max_minutes: Known | None = None
    min_resolution: Known | None = None
    language: Known | None = None
    content: Known | None = None
    carrier: Known | None = None


class Choices(Struct, frozen=True, kw_only=True):
    """Numbered goals to choose from (SDGs, Asta Cita)."""

    count: int
    several: Known
    certainty: Certainty


class MeasurementsAsked(Struct, frozen=True, kw_only=True):
    section: str
    required: Known


class Rulebook(Struct, frozen=True, kw_only=True, dict=True):
    """One rulebook; `sha256` is that of its file's bytes.

    `revision` counts the corrections of a rulebook that comes with Jejak, `revised` says what the last one
    corrected.
    """

    id: str
    award: str
    year: int
    group: str | None = None
    title: str
    award_title: str
    group_title: str | None = None
    status: str
    sources: list[Source]
    unknown: list[Gap]
    sha256: str = ""
    revision: int = 1
    revised: str | None = None
    identity: list[Section] = []
    sections: list[Section] = []
    indicators: list[Indicator] = []
    spd: list[RegionRow] = []
    categories: list[Label] = []
    letters: list[Letter] = []
    criteria: list[Criterion] = []
    recognises: list[Criterion] = []
    predicates: list[Predicate] = []
    window: Window | None = None
    spread: Spread | None = None
    divisor: Known | None = None
    file_limit: FileLimit | None = None
    number: Number | None = None
    missing_mandatory: Known | None = None
    age: Age | None = None
    history: History | None = None
    replication_source: ReplicationSource | None = None
    quota: Known | None = None
    duplicates: Asked | None = None
    queue: Asked | None = None
    video: Video | None = None
    sdgs: Choices | None = None
    asta_cita: Choices | None = None
    measurements: MeasurementsAsked | None = None

    @cached_property
    def totals(self) -> Totals:
        """Totals derived from the weights: the highest level times the weight of each row."""
        return totals_of(self)

    def highest(self, row: Indicator | RegionRow) -> int:
        """The highest level of a row; where the row does not say, that of the rulebook's other rows."""
        return row.highest or self.most_levels

    @cached_property
    def most_levels(self) -> int:
        """The highest level that any row has; 0 where the rulebook says nothing of levels."""
        rows: list[Indicator | RegionRow] = [*self.indicators, *self.spd]
        return max((row.highest for row in rows), default=0)

    @cached_property
    def prepared(self) -> dict[str, Any]:
        """What the rules work out of the rulebook once, before they meet the first case."""
        return {}

    def gap(self, name: str) -> bool:
        """True when the rulebook says of this that it is not known."""
        return any(one.id == name for one in self.unknown)


def load(raw: dict[str, Any]) -> Rulebook:
    """The typed rulebook of a plain dict that fits its schema (`schemas.loader`)."""
    rows = {name: [_listed(row) for row in raw[name]] for name in ("indicators", "spd") if name in raw}
    return msgspec.convert(raw | rows, Rulebook, strict=False)


def _listed(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose levels are a list: a struct cannot have as many fields as a file has levels."""
    levels = row.get("levels")
    if not levels:
        return row
    names = sorted((name for name in levels if name != "certainty"), key=lambda name: int(name[1:]))
    texts = [levels[name] for name in names]
    return {**row, "levels": {"texts": texts, "certainty": levels["certainty"]}}
