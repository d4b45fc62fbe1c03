"""What the documents of a lab are made from, as plain values: innovations, plans, agreements, units."""

from __future__ import annotations

from msgspec import Struct

from projections.queries.detail_types import Signature, Step
from projections.queries.funnel import Funnel
from projections.queries.labs import LabDetail


class Signer(Signature, frozen=True, kw_only=True):
    """Who signed, with the unit (or institution)."""

    unit: str | None


class CoveredInnovation(Struct, frozen=True, kw_only=True):
    """An innovation that an agreement lists."""

    title: str
    acronym: str | None
    unit: str | None


class SignedAgreement(Struct, frozen=True, kw_only=True):
    """An agreement or commitment with its signers in their order; `plan` is the version it covers."""

    kind: str
    title: str
    number: str | None
    place: str | None
    occurred: str | None
    plan: int | None
    illustrative: bool
    signers: list[Signer]
    innovations: list[CoveredInnovation]


class DatedStep(Step, frozen=True, kw_only=True):
    """One step of a plan.

    `months` are its first and last month, counted from January of year 0; None where no date is known,
    and by one date alone where the other is unknown.
    """

    months: tuple[int, int] | None


class Milestone(Struct, frozen=True, kw_only=True):
    """How far a step of a version of the plan was, by the codes of `terms`."""

    plan: int
    number: int
    progress: str
    percent: int | None
    realised: str | None
    obstacle: str | None
    cause: str | None
    note: str | None
    occurred: str | None


class Look(Struct, frozen=True, kw_only=True):
    """One look at how it goes; `checked` are numbers of steps, of which version nobody says."""

    mode: str
    monitor: str | None
    finding: str
    follow_up: str | None
    cause: str | None
    checked: list[int]
    occurred: str | None


class Deed(Struct, frozen=True, kw_only=True):
    """What was said or done of innovations, as an Indonesian sentence, by date.

    `more` is what the sentence leaves out, by its heading. `innovation` is None for several: `count` of them.
    """

    occurred: str | None
    innovation: str | None
    count: int
    sentence: str
    more: list[tuple[str, str]]


class Results(Struct, frozen=True, kw_only=True):
    """What is recorded under one heading (`lab_results.KINDS`), with counts of innovations and events."""

    kind: str
    innovations: int
    events: int
    deeds: list[Deed]


class Target(Struct, frozen=True, kw_only=True):
    """One indicator as it was measured last, as decimal texts; `after_on` is an ISO date."""

    indicator: str
    unit: str | None
    before: str | None
    after: str | None
    after_on: str | None


class LabUnit(Struct, frozen=True, kw_only=True):
    """A unit that takes part in the lab."""

    stream: str
    name: str
    kind: str


class UnitCount(Struct, frozen=True, kw_only=True):
    """What one unit brought into the lab; an idea of several units counts for each of them.

    `name` is None for innovations whose unit is not known.
    """

    name: str | None
    ideas: int
    innovations: int
    launched: int


class LaunchDay(Struct, frozen=True):
    """How many innovations were launched on an ISO date (None: unknown) without a recorded ceremony."""

    day: str | None
    count: int


class LabInnovation(Struct, frozen=True, kw_only=True):
    """An innovation that was born or launched in the lab, with the unit's name at that time."""

    stream: str
    code: str
    title: str
    acronym: str | None
    unit_stream: str | None
    unit: str | None
    unit_kind: str | None
    illustrative: bool
    launched: bool
    launched_on: str | None
    plans: dict[int, list[DatedStep]]
    """Versions of the action plan, each with its steps by number."""
    progress: list[Milestone | Look]
    """Reports on steps and looks at how it goes, in the order of the law."""
    determined: dict[str, int | None]
    """The documents that determine it, each with its number in the annex, if that is recorded."""
    targets: list[Target]
    agreements: list[SignedAgreement]
    """Performance agreements that cover it, the latest last; those of unknown date come first."""


class Decree(Struct, frozen=True, kw_only=True):
    """A recorded decree or regulation."""

    stream: str
    kind: str
    number: str
    subject: str | None
    issuer: str | None
    occurred: str | None


class Told(Struct, frozen=True, kw_only=True):
    """What happened on a day (an ISO date, None where it is unknown), as an Indonesian sentence."""

    occurred: str | None
    sentence: str


class LabRecord(Struct, frozen=True, kw_only=True):
    """All that the documents of one lab are made from, of one position; `as_of` is the day asked about.

    `begun` and `ended` are the first and the last recorded date of its stages (`lab_days`).
    """

    position: int
    as_of: str | None
    region: str
    lab: LabDetail
    funnel: Funnel
    begun: str | None
    ended: str | None
    units: list[LabUnit]
    unit_counts: list[UnitCount]
    """The participants, then other units that brought something, and what no unit is known of."""
    launch_days: list[LaunchDay]
    innovations: list[LabInnovation]
    commitments: list[SignedAgreement]
    course: list[Told]
    """How it was set up and what happened on its way, in the order of the law."""
    results: list[Results]
    """What became of its innovations, each heading of which something is recorded."""
    decree: Decree | None
