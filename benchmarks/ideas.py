"""The ideas of a generated round: proposed, merged, ended, approved."""

from __future__ import annotations

from benchmarks.review import review
from benchmarks.telling import Telling
from benchmarks.writer import Stream
from domain import idea, terms


class Idea:
    """An idea that is still open: its stream, title, and whom it credits."""

    __slots__ = ("persons", "stream", "title", "unit")

    def __init__(self, stream: Stream, title: str, unit: str, persons: list[str]) -> None:
        self.stream, self.title, self.unit, self.persons = stream, title, unit, persons


def tell_ideas(t: Telling, innovations: int) -> list[Idea]:
    """Proposes about twice as many ideas as innovations; returns those approved for design."""
    proposed = [_propose(t) for _ in range(int(innovations * 1.8))]
    t.random.shuffle(proposed)
    left = _merge(t, proposed, innovations // 12)
    wanted = int(innovations * 0.85)
    for one in left[wanted:]:
        _end(t, one)
    for one in left[:wanted]:
        approved = idea.IdeaApproved(approved_by="Bupati", document=t.documents[0].id)
        t.tell(one.stream, approved, t.day(56, 62))
    return left[:wanted]


def _propose(t: Telling) -> Idea:
    title, unit = t.words.title(), t.words.pick(t.setting.units).id
    persons = [t.words.pick(t.setting.persons).id]
    long = t.words.chance(0.1)
    body = idea.IdeaProposed(
        lab=t.lab.id,
        title=title,
        proposal="replication" if t.words.chance(0.1) else "new",
        units=[unit],
        proposers=persons,
        background=t.words.essay(400) if long else None,
        description=t.words.sentence() if t.words.chance(0.4) else None,
        illustrative=True,
    )
    stream = t.writer.found("idea")
    t.tell(stream, body, t.day(6, 20))
    review(t, stream)
    return Idea(stream, title, unit, persons)


def _merge(t: Telling, ideas: list[Idea], merges: int) -> list[Idea]:
    """Merges two or three ideas at a time into new ones; returns the open ideas, new ones first."""
    made = []
    for _ in range(merges):
        size = 3 if t.words.chance(0.3) else 2
        sources, ideas = ideas[:size], ideas[size:]
        made.append(_merged(t, sources))
    return made + ideas


def _merged(t: Telling, sources: list[Idea]) -> Idea:
    persons = list(dict.fromkeys(person for one in sources for person in one.persons))
    units = list(dict.fromkeys(one.unit for one in sources))
    new, title, why, day = t.writer.found("idea"), t.words.title(), t.words.sentence(), t.day(30, 50)
    body = idea.IdeaMadeByMerge(
        lab=t.lab.id,
        title=title,
        sources=[one.stream.id for one in sources],
        units=units,
        proposers=persons,
        reason=why,
        illustrative=True,
    )
    t.writer.begin(1 + len(sources))
    t.part(new, body, day, exact=True)
    for one in sources:
        t.part(one.stream, idea.IdeaMerged(into=new.id, reason=why), day, exact=True, first=False)
    return Idea(new, title, units[0], persons)


def _end(t: Telling, one: Idea) -> None:
    draw = t.random.random()
    if draw < 0.2:
        return
    made = idea.IdeaWithdrawn if draw < 0.5 else idea.IdeaNotContinued
    why = t.words.sentence() if draw < 0.8 else None
    t.tell(one.stream, made(code=t.words.pick(terms.END_REASONS), reason=why), t.day(40, 60))
