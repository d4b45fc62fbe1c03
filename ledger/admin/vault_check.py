"""Whether the vault holds the personal data that the ledger's events name: one of another day does not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from domain import person
from domain.base import Reason, reason
from domain.person import PersonRegistered
from domain.streams import region_of
from ledger import reader
from ledger.codec import CODEC, Row
from ledger.errors import EnvironmentFault
from ledger.event_store import EventStore
from ledger.ports.vault import Vault

Finding = tuple[int | None, Reason]
FORGOTTEN = "person.forgotten"
"""How the type of the event begins after which a vault need not hold a person's data."""


def missing(store: EventStore, vault: Vault) -> Iterator[Finding]:
    """The events that name a profile which the vault lacks; a vault that cannot be opened is a finding too.

    Only people who registered themselves count (`init` asks their name): others may be known by their post
    alone. People who were forgotten are passed over.
    """
    named = dict(_named(store))
    try:
        opened, boxed, keyed = vault.some(named).keys(), vault.boxed(named), vault.keyed(named)
    except EnvironmentFault as error:
        yield None, error.why
        return
    for profile, position in sorted(named.items(), key=itemgetter(1)):
        if profile in opened:
            continue
        if profile not in boxed:
            yield (
                position,
                reason(
                    "The vault lacks the personal data that this event names: it is another ledger's, or old."
                ),
            )
        elif profile in keyed:
            # Without its key, as after a restore without the key file, nobody can tell.
            yield (
                position,
                reason(
                    "The personal data that this event names cannot be opened: the vault or its key was"
                    " changed."
                ),
            )


def _named(store: EventStore) -> Iterator[tuple[str, int]]:
    # The personal data of what was merged stay with its own ledger.
    merged = store.merged_regions().keys()
    rows = map(Row._make, store.rows_of_kinds([person.NAME], store.head().position))
    for stream, group in groupby(rows, lambda row: row.stream):
        told = list(group)
        if region_of(stream) in merged or any(row.topic.startswith(FORGOTTEN) for row in told):
            continue
        for fact in reader.standing(told, CODEC):
            if isinstance(fact.body, PersonRegistered) and fact.actor == stream:
                yield fact.body.profile, fact.position
