"""The lives of generated innovations, one phase at a time, as labs tell them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from benchmarks import words
from benchmarks.ideas import Idea
from benchmarks.labs import DISPLAYED_ON, LAUNCHED_ON
from benchmarks.telling import Telling
from benchmarks.writer import Stream, Told
from domain import plan as plan_events
from domain import terms
from domain.delivery import Displayed, Implemented, Launched, Trialled
from domain.design import InnovationDesigned, InnovationRenamed
from domain.evidence import EvidenceAttached
from domain.idea import IdeaTakenIntoDesign
from domain.profile import Measured, ProfileWritten

LONG_SHARE, LONG = 0.04, 1_500
"""The share of profiles with essays in them, and the characters of an essay at least."""


class Life:
    """An innovation while its life is told.

    `late` ones are recorded out of the order of their dates; of `thin` ones little is recorded.
    """

    __slots__ = ("late", "launched", "mendable", "stream", "thin", "trial", "unit")

    def __init__(self, stream: Stream, unit: str, *, late: bool, thin: bool) -> None:
        self.stream, self.unit, self.late, self.thin = stream, unit, late, thin
        self.trial = 0
        self.launched = False
        self.mendable: list[Told] = []


def design(t: Telling, idea: Idea | None) -> Life:
    """An innovation begins, most often from an idea."""
    stream = t.writer.found("innovation")
    unit = idea.unit if idea else t.words.pick(t.setting.units).id
    body = InnovationDesigned(
        lab=t.lab.id,
        idea=idea.stream.id if idea else None,
        title=idea.title if idea else t.words.title(),
        acronym=t.words.acronym() if t.words.chance(0.7) else None,
        unit=unit,
        illustrative=True,
    )
    day = t.day(66, 110)
    t.writer.begin(2 if idea else 1)
    t.part(stream, body, day)
    if idea:
        t.part(idea.stream, IdeaTakenIntoDesign(innovation=stream.id), day, first=False)
    late = t.words.chance(0.07)
    return Life(stream, unit, late=late, thin=t.setting.thin > 0 and t.words.chance(t.setting.thin))


def profile(t: Telling, life: Life) -> None:
    """The profile: short cells mostly, essays in a few."""
    long = t.words.chance(LONG_SHARE)
    body = ProfileWritten(
        initiator=t.words.pick(terms.INITIATORS),
        technology=t.words.pick(terms.TECHNOLOGIES),
        form=t.words.pick(terms.FORMS),
        summary=t.words.sentence(),
        aims=t.words.sentence(),
    )
    if long:
        fields = ("design", "benefits", "results", "background")
        essays = {field: t.words.essay(LONG) for field in fields}
        body = msgspec.structs.replace(body, **essays)
    life.mendable.append(t.tell(life.stream, body, t.day(110, 125)))


def plan(t: Telling, life: Life) -> None:
    """Two to four steps of the first plan."""
    for number in range(1, 3 + int(t.random.random() * 3)):
        body = plan_events.PlanStepSet(
            number=number,
            phase=terms.PLAN_PHASES[number - 1],
            activity=t.words.phrase(),
            executor=t.words.pick(words.POSTS),
            begins=t.date(130 + 20 * number),
        )
        t.tell(life.stream, body, 128)


def trial(t: Telling, life: Life) -> None:
    """The trial; recorded after what follows it when the life is told late."""
    life.trial = t.day(140, 200)
    if t.words.chance(0.75) and not life.late:
        _trial(t, life)


def _trial(t: Telling, life: Life) -> None:
    body = Trialled(place=t.words.pick(words.PLACES), result=t.words.sentence())
    t.tell(life.stream, body, life.trial)


def implement(t: Telling, life: Life) -> None:
    """Implementation, with the legal base in most."""
    if t.words.chance(0.75):
        base = t.documents[1].id if t.words.chance(0.8) else None
        t.tell(life.stream, Implemented(legal_base=base), t.day(205, 230))
    if life.late:
        _trial(t, life)


def launch(t: Telling, life: Life) -> None:
    """The launch at the lab's launching."""
    if t.words.chance(0.7):
        body = Launched(lab=t.lab.id, ceremony="luncur")
        t.tell(life.stream, body, LAUNCHED_ON, exact=True)
        life.launched = True


def monitor(t: Telling, life: Life) -> None:
    """One or two looks at how it goes."""
    for day in sorted(t.day(245, 290) for _ in range(2 if t.words.chance(0.4) else 1)):
        body = plan_events.Monitored(
            mode=t.words.pick(terms.MONITORING_MODES), monitor="Tim pembina", finding=t.words.sentence()
        )
        life.mendable.append(t.tell(life.stream, body, day))


def measure(t: Telling, life: Life) -> None:
    """One indicator before and after."""
    if t.words.chance(0.5):
        body = Measured(
            indicator=t.words.phrase(),
            unit_of_measure="menit",
            before=str(60 + int(t.random.random() * 60)),
            before_on=t.date(100),
            after=str(5 + int(t.random.random() * 50)),
            method="Survei",
        )
        life.mendable.append(t.tell(life.stream, body, t.day(302, 420)))


def display(t: Telling, life: Life) -> None:
    """The exhibition of the lab."""
    if t.words.chance(0.4):
        body = Displayed(lab=t.lab.id, ceremony="pamer", booth=str(int(t.random.random() * 80)))
        life.mendable.append(t.tell(life.stream, body, DISPLAYED_ON, exact=True))


def attach(t: Telling, life: Life) -> None:
    """Pieces of evidence; the file by a made-up hash."""
    between = (425, 440) if t.live and not life.late else (150, 400)
    for day in sorted(t.day(*between) for _ in range(1 + int(t.random.random() * 2))):
        body = EvidenceAttached(
            kind=t.words.pick(terms.EVIDENCE),
            subject=t.words.phrase(),
            iga=["information_access"],
            file=f"{t.random.getrandbits(256):064x}",
        )
        life.mendable.append(t.tell(life.stream, body, day))


def rename(t: Telling, life: Life) -> None:
    """Another title for a few."""
    if t.words.chance(0.06):
        body = InnovationRenamed(title=t.words.title(), reason=t.words.sentence())
        t.tell(life.stream, body, t.day(441, 500))


THIN = (profile, launch)
"""What is told of a thin life."""
Phase = Callable[[Telling, Life], None]
Phases = tuple[tuple[Phase, ...], tuple[Phase, ...]]
"""What is told before the agreements, and what after them."""

BY_DATE: Phases = (profile, plan), (trial, implement, launch, monitor, display, measure, attach, rename)
"""As a live lab records: nearly in the order of dates."""
BY_SHEET: Phases = (rename, profile, plan, trial, implement, monitor, measure), (launch, display, attach)
"""As an import records: sheet by sheet, so that most lives stand out of the order of their dates."""
