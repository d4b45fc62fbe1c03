"""What the templates of a lab's documents may name. Persons stand in them by their posts alone."""

from __future__ import annotations

from msgspec import Struct


class LabPaper(Struct, frozen=True, kw_only=True):
    """What all documents of a lab share; `title` also names the file in its properties.

    `as_of` is the one asked about; None where the documents tell of the present.
    """

    title: str
    region: str
    lab: str
    position: str
    as_of: str | None
    illustrative: bool
    notes: list[str]


class Party(Struct, frozen=True, kw_only=True):
    """One side of an agreement: its role, post, unit, and for whom it signs; None where not recorded.

    `above` is the line over the post in a block of signatures (`a.n. …`); empty for none.
    """

    role: str
    post: str | None
    unit: str | None
    representing: str | None
    above: str


class StepRow(Struct, frozen=True, kw_only=True):
    """One step of a plan in words; `cells` are the fills of its columns of months."""

    number: int
    phase: str
    activity: str
    executor: str | None
    output: str | None
    method: str | None
    place: str | None
    cost: str | None
    """Rupiah in figures, with the source of the money."""
    target: str | None
    time: str | None
    more: str | None
    """With whom, where, for how much and to what end, where that is recorded."""
    cells: list[str]


class CheckRow(Struct, frozen=True, kw_only=True):
    """One row of the instrument of monitoring: a step, and lines of what was recorded of it."""

    number: int
    phase: str
    activity: str
    output: str | None
    time: str | None
    state: list[str]
    result: list[str]
    obstacle: list[str]


class SeenRow(Struct, frozen=True, kw_only=True):
    """What was recorded beside the rows of the instrument: a look, or progress of another version."""

    day: str | None
    what: str
    result: str | None
    obstacle: str | None


class TargetRow(Struct, frozen=True, kw_only=True):
    """One indicator in Indonesian figures."""

    indicator: str
    unit: str | None
    before: str | None
    after: str | None
    day: str | None


class AgreementPaper(LabPaper, frozen=True, kw_only=True):
    """A performance agreement for one innovation."""

    code: str
    innovation: str
    unit: str | None
    number: str | None
    day: str | None
    place: str | None
    plan: str | None
    parties: list[Party]
    witnesses: list[Party]
    steps: list[StepRow]
    targets: list[TargetRow]


class SignatureRow(Struct, frozen=True, kw_only=True):
    """One line of a table of signatures; None where not recorded."""

    number: int
    post: str | None
    unit: str | None


class CoveredRow(Struct, frozen=True, kw_only=True):
    """One innovation that a commitment lists; its unit is None where not recorded."""

    number: int
    innovation: str
    unit: str | None


class CommitmentPaper(LabPaper, frozen=True, kw_only=True):
    """A commitment of the lab with the innovations that it lists and its table of signatures."""

    number: str | None
    day: str | None
    place: str | None
    innovations: list[CoveredRow]
    signers: list[SignatureRow]


class LaunchedRow(Struct, frozen=True, kw_only=True):
    """One innovation of the list of those launched."""

    number: str
    code: str
    innovation: str
    unit: str | None
    kind: str | None
    day: str | None
    illustrative: bool


class LaunchingPaper(LabPaper, frozen=True, kw_only=True):
    """The list of the innovations launched, as an annex to a decree."""

    decree: str | None
    number: str | None
    day: str | None
    about: str | None
    ceremonies: list[str]
    rows: list[LaunchedRow]
    last_rows: list[LaunchedRow]


class MonthColumn(Struct, frozen=True, kw_only=True):
    """One column of the grid of months."""

    label: str


class YearColumn(Struct, frozen=True, kw_only=True):
    """A year over its columns; `columns` is their number."""

    label: str
    columns: int


class PlanPaper(LabPaper, frozen=True, kw_only=True):
    """The action plan of one innovation with its grid of months, and the instrument of monitoring.

    Widths are in twentieths of a point.
    """

    code: str
    innovation: str
    unit: str | None
    version: str | None
    steps: list[StepRow]
    checks: list[CheckRow]
    seen: list[SeenRow]
    cost: str | None
    """What the steps cost together, in figures and words; None where no cost is recorded."""
    years: list[YearColumn]
    months: list[MonthColumn]
    cell_width: int
    activity_width: int
    table_width: int


class CertificatePage(Struct, frozen=True, kw_only=True):
    """One certificate: the unit, and its innovation where it has one."""

    unit: str
    innovation: str | None
    long: bool
    deed: str
    days: str | None
    """Of the lab, where the deed has no day of its own."""
    illustrative: bool


class CertificatePaper(LabPaper, frozen=True, kw_only=True):
    """The certificates of a lab, a page each."""

    pages: list[CertificatePage]


class FactRow(Struct, frozen=True, kw_only=True):
    """A fact with its label; None where not recorded."""

    label: str
    text: str | None


class StageRow(Struct, frozen=True, kw_only=True):
    """One run of a stage in words."""

    stage: str
    local: str | None
    begun: str | None
    ended: str | None
    remark: str | None


class WorkshopRow(Struct, frozen=True, kw_only=True):
    """One workshop day in words."""

    day: str | None
    stage: str
    place: str | None
    mode: str | None
    attendance: str | None


class FigureRow(Struct, frozen=True, kw_only=True):
    """One published figure beside the computed one."""

    measure: str
    scope: str
    published: str
    computed: str
    source: str | None


class UnitRow(Struct, frozen=True, kw_only=True):
    """What one unit brought into the lab, in words."""

    unit: str
    ideas: str
    innovations: str
    launched: str


class SevenColumn(Struct, frozen=True, kw_only=True):
    """One of the seven columns of LAN's table, with what the record counts for it."""

    head: str
    day: str | None
    value: str | None
    counted: str


class DeedRow(Struct, frozen=True, kw_only=True):
    """What was said or done of an innovation, or of several, in words."""

    day: str | None
    innovation: str
    text: str


class ResultPart(Struct, frozen=True, kw_only=True):
    """What is recorded under one heading."""

    title: str
    rows: list[DeedRow]


class PauseRow(Struct, frozen=True, kw_only=True):
    """A pause of the lab in words; `resumed` says where it lasts, or that its end is not known."""

    paused: str | None
    resumed: str
    reason: str | None


class ResultCount(Struct, frozen=True, kw_only=True):
    """How many innovations a heading is recorded of, and how often."""

    label: str
    innovations: str
    events: str


class ReportPaper(LabPaper, frozen=True, kw_only=True):
    """The report of a lab; `drawing` is the funnel as DrawingML."""

    facts: list[FactRow]
    stages: list[StageRow]
    course: list[FactRow]
    pauses: list[PauseRow]
    workshops: list[WorkshopRow]
    participants: list[FactRow]
    drawing: str
    counts: list[FactRow]
    units: list[UnitRow]
    columns: list[SevenColumn]
    ceremonies: list[str]
    agreements: list[FactRow]
    result_counts: list[ResultCount]
    results: list[ResultPart]
    figures: list[FigureRow]
