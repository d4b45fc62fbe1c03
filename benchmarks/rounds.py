"""One generated round: its lab, its ideas, and its innovations phase by phase, so that streams interleave."""

from __future__ import annotations

from benchmarks import course, entering, labs, lives
from benchmarks.ideas import tell_ideas
from benchmarks.lives import Life
from benchmarks.mending import Mended, mend
from benchmarks.setting import Setting
from benchmarks.telling import Telling
from domain.agreement import AgreementSigned, SignatureRecorded
from domain.innovation import AgreementCovered

AGREED_ON = 134


def tell_round(setting: Setting, number: int, innovations: int, done: Mended) -> None:
    """Tells a whole round with so many innovations."""
    t = Telling(setting, number)
    labs.open_lab(t)
    course.set_up(t)
    from_ideas = tell_ideas(t, innovations)
    told = [lives.design(t, idea) for idea in from_ideas]
    told += [lives.design(t, None) for _ in range(innovations - len(told))]
    before, after = lives.BY_DATE if t.live else lives.BY_SHEET
    _tell(t, told, before)
    whole = [life for life in told if not life.thin]
    for at in range(0, len(whole), 8):
        _agree(t, whole[at : at + 8])
    labs.hold_ceremonies(t)
    _tell(t, told, after)
    _tell(t, whole, (course.go_on, entering.support, entering.enter))
    course.merge(t, whole)
    for life in whole:
        mend(t, life, done)
    labs.publish(t, innovations)
    course.close(t)


def _tell(t: Telling, told: list[Life], phases: tuple[lives.Phase, ...]) -> None:
    for phase in phases:
        for life in told:
            if not life.thin or phase in lives.THIN:
                phase(t, life)


def _agree(t: Telling, covered: list[Life]) -> None:
    """One performance agreement for some innovations, with two signatures."""
    new = t.writer.found("agreement")
    names = [life.stream.id for life in covered]
    body = AgreementSigned(
        kind="performance", lab=t.lab.id, title=t.words.phrase(), medium="paper", innovations=names, plan=1
    )
    t.writer.begin(1 + len(covered))
    t.part(new, body, AGREED_ON)
    for life in covered:
        t.part(life.stream, AgreementCovered(agreement=new.id), AGREED_ON, first=False)
    for person, role in zip(t.random.sample(t.setting.persons, 2), ("first_party", "signer"), strict=True):
        t.tell(new, SignatureRecorded(person=person.id, role=role, capacity="definitive"), AGREED_ON)
    course.change(t, new)
