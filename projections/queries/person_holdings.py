"""What is kept of one person beside events: versions in the vault, files, dossiers, reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec import Struct
from sqlalchemy import RowMapping, select

from domain import streams
from domain.rules.entries import Entry
from ledger.admin.forgetting import named_profiles
from projections.read_session import ReadSession
from projections.views.entries import entries

_decode = msgspec.json.Decoder(Entry).decode


class KeptVersion(Struct, frozen=True):
    """One version of the person's data: the event since which it counts, and what the vault keeps of it.

    `state` is `current` or `former` where it is kept, `destroyed` where its key was destroyed, `unreadable`
    where the keys of this workspace do not open it, `absent` where nothing was ever kept.
    """

    event: int
    state: Literal["current", "former", "destroyed", "unreadable", "absent"]
    name: str | None
    civil_number: str | None
    phone: str | None
    email: str | None


class Forgetting(Struct, frozen=True):
    """How far the destruction of the person's data has come; `forgotten` once nothing is kept any more."""

    requested_by: str
    ground: str
    retention: str
    record: str
    confirmed_by: str | None
    forgotten: bool
    forgotten_on: str | None


class MarkedFile(Struct, frozen=True):
    """An evidence file that is marked as holding personal data, of an innovation that names the person."""

    event: int
    code: str
    subject: str
    file: str | None
    """Its SHA-256; None for a link."""


class IssuedNaming(Struct, frozen=True):
    """A dossier that was issued of an innovation that names the person: it tells the post."""

    event: int
    code: str
    award: str
    year: int
    files: int


class ReadLine(Struct, frozen=True):
    """A line of the read trail: when (UTC), the code of who read, and with which command."""

    at: str
    by: str
    command: str


class ReadOfPersons(Struct, frozen=True):
    """A line of the read trail with the codes of the persons whose data were shown."""

    at: str
    by: str
    command: str
    persons: list[str]


def versions(session: ReadSession, person: str) -> list[KeptVersion]:
    """Every version of the person's data, in order of recording, up to the session's position."""
    named = named_profiles(session.store.rows(person, session.position))
    profiles = [profile for _event, profile in named]
    vault = session.workspace.vault
    kept, gone, boxed = vault.some(profiles), vault.destroyed(profiles), vault.boxed(profiles)
    found = []
    for place, (event, profile) in enumerate(named):
        state: Literal["current", "former", "destroyed", "unreadable", "absent"] = (
            "destroyed"
            if profile in gone
            else ("unreadable" if profile in boxed else "absent")
            if profile not in kept
            else "current"
            if place == len(named) - 1
            else "former"
        )
        held = kept.get(profile, {})
        values = (held.get(name) for name in ("name", "civil_number", "phone", "email"))
        found.append(KeptVersion(event, state, *values))
    return found


def forgetting(row: RowMapping) -> Forgetting | None:
    """How far the forgetting of a row of the view has come; None where nobody asked for it."""
    if row["requested_by"] is None:
        return None
    return Forgetting(
        requested_by=streams.code(row["requested_by"]),
        ground=row["ground"],
        retention=row["retention"],
        record=row["record"],
        confirmed_by=streams.code(row["confirmed_by"]) if row["confirmed_by"] else None,
        forgotten=row["forgotten"],
        forgotten_on=row["forgotten_on"],
    )


def issued(session: ReadSession, innovations: Iterable[str]) -> list[IssuedNaming]:
    """The dossiers that were issued of some innovations, by event."""
    query = select(entries.c.facts).where(entries.c.innovation.in_(sorted(innovations)))
    made = [_decode(facts) for facts in session.connection.execute(query).scalars()]
    found = [
        IssuedNaming(issue.at, streams.code(one.innovation or ""), one.award, one.year, len(issue.files))
        for one in made
        for issue in one.issues
    ]
    return sorted(found, key=lambda one: one.event)


def reads(session: ReadSession, person: str | None = None) -> list[ReadOfPersons]:
    """The read trail in its order, of one person or whole."""
    return [
        ReadOfPersons(
            line.at, streams.code(line.actor), line.command, [streams.code(p) for p in line.persons]
        )
        for line in session.workspace.vault.reads(person)
    ]
