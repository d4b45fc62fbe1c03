"""The facts that a verdict names, and no others: kept in memory, or written in a fresh ledger."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from eventsourcing.persistence import StoredEvent

from domain.base import Body, Fact
from domain.claims import LevelVerified
from domain.evidence import EvidenceSuperseded
from domain.fields import refs
from domain.rules.verdict import Finding, Verdict
from ledger.codec import CODEC, Stored, topic_of
from ledger.workspace.workspace import Workspace, create
from schemas.regions import regions
from tests.ledger.office import Clock
from tests.properties.oracle import Stood

GONE = 9_999
"""A version that no stream reaches: of evidence that nothing names."""


Places = dict[int, tuple[str, Fact[Any]]]
"""Position to its stream and fact."""


def places(stood: Stood) -> Places:
    """Where every fact stands; founding facts too that do not stand at the day."""
    found = {founding.position: (name, founding) for name, (founding, _) in stood.items()}
    return found | {fact.position: (name, fact) for name, (_, facts) in stood.items() for fact in facts}


def named(stood: Stood, at: Places, positions: Iterable[int], streams: Iterable[str]) -> Stood:
    """The facts at these positions, the founding facts of these streams, and what all of those need.

    They need the founding fact of their own stream and of every stream that they refer to.
    """
    kept: set[int] = set()
    waiting = [*positions, *(stood[name][0].position for name in streams)]
    while waiting:
        position = waiting.pop()
        if position in kept:
            continue
        kept.add(position)
        name, fact = at[position]
        others = [name, *(one for one in referred(fact.body) if one in stood)]
        waiting += [stood[one][0].position for one in others]
    return {
        name: (stood[name][0], [fact for fact in stood[name][1] if fact.position in kept])
        for name in sorted({at[position][0] for position in kept})
    }


def referred(body: Body) -> list[str]:
    """The streams that an event refers to."""
    values = [getattr(body, name) for name in refs(type(body))]
    return [one for value in values for one in (value if isinstance(value, list) else [value]) if one]


def entry_of(stood: Stood, verdict: Verdict) -> list[str]:
    """The entry that a verdict looked at; of several the one that was not withdrawn."""
    if not verdict.entered:
        return []
    wanted = (verdict.award, verdict.year, verdict.group, verdict.stream)
    found = []
    for name, (founding, facts) in stood.items():
        if "/entry/" not in name or not facts:
            continue
        body = founding.body
        if (body.award, body.year, body.group, body.innovation) == wanted:
            found.append(name)
    assert len(found) == 1
    return found


def told(one: Finding) -> tuple[Any, ...]:
    """What a finding comes to."""
    return one.rule, one.outcome, one.certainty, one.level, one.points, one.verified, one.value


def renumbered(facts: list[Fact[Any]], versions: dict[int, int]) -> list[Body]:
    """The bodies of a stream with the versions that they name, in the numbers of the fresh ledger."""
    made = []
    for fact in facts:
        body = fact.body
        if isinstance(body, LevelVerified):
            cites = [
                msgspec.structs.replace(cite, evidence=versions.get(cite.evidence, GONE))
                if cite.evidence is not None
                else cite
                for cite in body.cites
            ]
            body = msgspec.structs.replace(body, cites=cites)
        assert not isinstance(body, EvidenceSuperseded)
        made.append(body)
    return made


def written(home: Path, stood: Stood, region: str) -> Workspace:
    """A fresh ledger of a region that holds these facts, each stream in the order of the law."""
    code = next(code for code in regions() if code.replace(".", "") == region)
    how = {"region_code": code, "name": "Nama", "post": "Analis", "command_id": "init"}
    workspace = create(home, now=Clock(), **how)[0]
    command_handler = workspace.command_handler(Clock())
    versions = {
        name: {fact.version: number for number, fact in enumerate(facts, 1)}
        for name, (_, facts) in stood.items()
    }
    events = []
    for name, (founding, facts) in stood.items():
        about = getattr(founding.body, "innovation", None)
        bodies = renumbered(facts, versions.get(about or name, {}))
        for number, (fact, body) in enumerate(zip(facts, bodies, strict=True), 1):
            if name == f"{region}/region/000001" and number == 1:
                continue
            state = CODEC.encode(Stored(workspace.operator, f"segar/{len(events) + 1}", body, fact.occurred))
            events.append(StoredEvent(name, number, topic_of(body), state))
    command_handler.recorder.insert_events(events)
    command_handler.store.close()
    command_handler.recorder.datastore.close()
    return workspace
