"""Destroying a person's data: which profiles, in which order, and what a cut run has left to do.

The confirmation is recorded first and is the intention; then the keys and rows go; then it is recorded
that they went. Whoever finds a confirmation without its end does the rest: each step may be done twice.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from domain import streams
from domain.base import Reason, Refused, reason
from domain.corrections import FactCorrected
from domain.forgetting import CONFIRMED_KEY, FORGOTTEN_KEY, FinishForgetting
from domain.kinds import CORRECTION_EVENTS
from domain.person import PersonRegistered
from ledger import clock, reader
from ledger.codec import CODEC, Row
from ledger.event_store import EventStore
from ledger.factory import VAULT
from ledger.ports.vault import Vault
from ledger.sqlite.vault import KEYS, VaultFile
from ledger.write.command_handler import IntegrityViolations

if TYPE_CHECKING:
    from ledger.workspace.workspace import Workspace
    from ledger.write.decision import Decision
    from ledger.write.unit_of_work import UnitOfWork


def named_profiles(rows: Iterable[Row]) -> list[tuple[int, str]]:
    """Every profile that the events of a person ever named, with the first event that did.

    Those in corrections and in what was voided are among them.
    """
    found: dict[str, int] = {}
    for row in rows:
        body = CODEC.decode(row).body
        if isinstance(body, PersonRegistered):
            found.setdefault(body.profile, row.position)
        elif isinstance(body, FactCorrected) and body.field == "profile":
            for one in (body.old, body.new):
                if isinstance(one, str):
                    found.setdefault(one, row.position)
    return [(position, profile) for profile, position in found.items()]


def profiles_of(rows: Iterable[Row]) -> list[str]:
    """The profiles of `named_profiles` alone."""
    return [profile for _position, profile in named_profiles(rows)]


def confirmed(store: EventStore) -> set[str]:
    """The persons whose forgetting was confirmed, whether or not it was finished."""
    return {stream for stream, _version in store.reserved_under(CONFIRMED_KEY).values()}


def unfinished(store: EventStore) -> list[str]:
    """The persons whose forgetting was confirmed and not finished, sorted."""
    done = {stream for stream, _version in store.reserved_under(FORGOTTEN_KEY).values()}
    return sorted(confirmed(store) - done)


def forgotten_profiles(store: EventStore) -> list[str]:
    """The profiles of all persons whose forgetting was confirmed."""
    return [name for person in sorted(confirmed(store)) for name in profiles_of(store.rows(person))]


def finish(workspace: Workspace, person: str, *, head_time: bool = False) -> int:
    """Destroys what the vault keeps of a person whose forgetting was confirmed, and records that it did.

    Returns how many profiles were still kept. Another may be doing the same: then nothing is recorded
    twice. Raises what recording raises; the data are destroyed by then.
    """
    destroyed: set[str] = set()
    kept = 0

    def decide(decision: Decision) -> None:
        nonlocal kept
        state = decision.unit_of_work.state(person)
        if state is None or not state.confirmed:
            # A reservation that somebody forged confirms nothing.
            return
        # What is destroyed here goes before the append, and once more where another named a new profile.
        named = profiles_of(decision.unit_of_work.rows(person))
        if left := set(named) - destroyed:
            kept += workspace.vault.forget(left)
            for other in _left_behind(workspace):
                other.forget(left)
            destroyed.update(left)
        if state.forgotten:
            return
        day = clock.day_in(decision.now, decision.zone_of(person)).isoformat()
        region = streams.region_of(person)
        decision.act(FinishForgetting.of(region=region, person=person, occurred=day, profiles=named))

    with contextlib.suppress(IntegrityViolations):
        # Another finished it at the same moment.
        workspace.command_handler().run(clock.new_command_id(), decide, head_time=head_time)
    return kept


def clean(workspace: Workspace) -> list[Reason]:
    """Writes the vault anew without what was deleted; says what could not be, or lies beyond reach."""
    for other in _left_behind(workspace):
        other.clean()
    return workspace.vault.clean()


def _left_behind(workspace: Workspace) -> list[Vault]:
    """The vault that lay in the workspace's folder before its ledger went to a server."""
    path = workspace.home / VAULT
    there = workspace.database_url and path.is_file() and path.with_name(KEYS).is_file()
    return [VaultFile(path)] if there else []


def settle(workspace: Workspace) -> list[str]:
    """Finishes what a cut run left; returns the persons whose data it destroyed."""
    with closing(workspace.store()) as store:
        left = unfinished(store)
    for person in left:
        finish(workspace, person)
    with closing(workspace.store()) as store:
        done = sorted(set(left) - set(unfinished(store)))
    if done:
        clean(workspace)
    return done


def current(work: UnitOfWork, person: str) -> tuple[int, str]:
    """The version of the fact that names the person's profile, and that profile as corrected."""
    for fact in work.facts(person):
        if isinstance(fact.body, PersonRegistered):
            return fact.version, fact.body.profile
    raise Refused((None, reason("That event is voided, is a mark, or does not exist.")))


def wrong_profiles(rows: Iterable[Row]) -> list[str]:
    """The profiles of a person that standing corrections said were never true.

    One that was only completed was true, unless what it was completed into is wrong.
    """
    facts = [CODEC.decode(row) for row in rows]
    voids = reader.standing_voids([one for one in facts if isinstance(one.body, CORRECTION_EVENTS)])
    marks = [
        fact.body
        for fact in facts
        if isinstance(fact.body, FactCorrected)
        and fact.body.field == "profile"
        and not reader.is_named(fact.action, voids)
    ]
    before = {mark.new: mark.old for mark in marks}
    wrong: set[str] = set()
    for mark in marks:
        profile = None if mark.completes else mark.old
        while profile is not None and profile not in wrong:
            wrong.add(profile)
            profile = before.get(profile)
    return sorted(wrong)


def destroy_wrong(workspace: Workspace, persons: Iterable[str]) -> int:
    """Destroys the versions of these persons' data that were corrected; returns how many were still kept."""
    with closing(workspace.store()) as store:
        wrong = [name for person in persons for name in wrong_profiles(store.rows(person))]
    left = sorted(workspace.vault.some(wrong))
    if not left:
        return 0
    for vault in (workspace.vault, *_left_behind(workspace)):
        vault.forget(left)
    clean(workspace)
    return len(left)
