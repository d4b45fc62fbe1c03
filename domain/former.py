"""Bodies of events as former versions had them: what was stored so is read so, then lifted to today's.

A class keeps the name that its type had, since the published schema of the version holds it.
"""

from __future__ import annotations

from typing import ClassVar

from domain.base import Body


class UnitRenamed(Body, frozen=True, kw_only=True):
    """From its date on the unit bears another name; the former one stays searchable."""

    TYPE: ClassVar[str] = "unit.renamed"

    name: str
    short: str | None = None
    reason: str | None = None


class EvidenceAttached(Body, frozen=True, kw_only=True):
    """A piece of evidence: kind, number, subject, what it supports, the file by its SHA-256 or a link."""

    TYPE: ClassVar[str] = "innovation.evidence_attached"

    kind: str
    number: str | None = None
    subject: str
    iga: list[str] = []
    kipp: list[str] = []
    file: str | None = None
    link: str | None = None
    page: str | None = None
    personal_data: bool = False


class ProfileWritten(Body, frozen=True, kw_only=True):
    """Fields of the profile, as the IGA report and the KIPP proposal ask for them."""

    TYPE: ClassVar[str] = "innovation.profile_written"

    initiator: str | None = None
    technology: str | None = None
    form: str | None = None
    affair: str | None = None
    other_affairs: list[str] = []
    design: str | None = None
    aims: str | None = None
    benefits: str | None = None
    results: str | None = None
    budget: str | None = None
    business_profile: str | None = None
    summary: str | None = None
    background: str | None = None
    novelty: str | None = None
    implementation: str | None = None
    significance: str | None = None
    replication_done: str | None = None
    replication_potential: str | None = None
    resources: str | None = None
    sustainability: str | None = None
    kipp_category: str | None = None
    sdgs: list[int] = []
    video_link: str | None = None


class FigurePublished(Body, frozen=True, kw_only=True):
    """A figure that somebody published. `measure` is one of `terms.MEASURES`, or None: not computed."""

    TYPE: ClassVar[str] = "figure.published"

    measure: str | None = None
    lab: str | None = None
    unit_kinds: list[str] = []
    unit: str | None = None
    value: int
    label: str | None = None
    publisher: str


class IdeaProposed(Body, frozen=True, kw_only=True):
    """An idea as its form tells it (LAN's idea form); `proposal` is one of `terms.PROPOSALS`."""

    TYPE: ClassVar[str] = "idea.proposed"
    FOUNDS: ClassVar[bool] = True

    lab: str | None = None
    title: str
    proposal: str = "new"
    units: list[str] = []
    proposers: list[str] = []
    background: str | None = None
    description: str | None = None
    aims: str | None = None
    beneficiaries: str | None = None
    novelty: str | None = None
    replicates: str | None = None
    illustrative: bool = False


class PlanStepSet(Body, frozen=True, kw_only=True):
    """One step of the action plan (rencana aksi), in a version of the plan."""

    TYPE: ClassVar[str] = "innovation.plan_step_set"

    plan: int = 1
    number: int
    phase: str
    activity: str
    executor: str | None = None
    output: str | None = None
    method: str | None = None
    begins: str | None = None
    ends: str | None = None


class Monitored(Body, frozen=True, kw_only=True):
    """Somebody looked how it goes, in the field or from afar (`terms.MONITORING_MODES`)."""

    TYPE: ClassVar[str] = "innovation.monitored"

    mode: str
    monitor: str | None = None
    finding: str
    follow_up: str | None = None


class WorkshopHeld(Body, frozen=True, kw_only=True):
    """A workshop day: stage, place, mode (`terms.WORKSHOP_MODES`), speakers, who attended."""

    TYPE: ClassVar[str] = "workshop.held"
    FOUNDS: ClassVar[bool] = True

    lab: str
    stage: str
    place: str | None = None
    mode: str | None = None
    speakers: list[str] = []
    attendance: str | None = None
