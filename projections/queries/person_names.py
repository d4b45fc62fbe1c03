"""Names of persons, read from the vault at the moment of asking; no view ever holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from jejak_i18n import indonesian as _
from ledger.ports.vault import Profile
from projections.read_session import ReadSession
from projections.views.people import people


def person_names(session: ReadSession, persons: Iterable[str]) -> dict[str, str]:
    """Stream of a person to name and civil servant number (NIP), as an application asks for them.

    Somebody whose personal data was never given is told by the post, and so is, as such, a person whose
    data were destroyed.
    """
    wanted = list(persons)
    if not wanted:
        return {}
    query = select(people).where(people.c.stream.in_(wanted))
    rows = session.connection.execute(query).all()
    profiles = [row.profile for row in rows]
    kept, gone = session.workspace.vault.some(profiles), session.workspace.vault.destroyed(profiles)
    return {
        row.stream: _told(kept.get(row.profile, {}), row.post, gone=row.forgotten or row.profile in gone)
        for row in rows
    }


def named_persons(session: ReadSession, persons: Iterable[str]) -> list[str]:
    """Those of the persons of whom the vault keeps a name, which an answer would reveal."""
    query = select(people.c.stream, people.c.profile).where(people.c.stream.in_(list(persons)))
    rows = session.connection.execute(query).all()
    kept = session.workspace.vault.some([row.profile for row in rows])
    return sorted(row.stream for row in rows if kept.get(row.profile, {}).get("name"))


def _told(profile: Profile | Mapping[str, str | None], post: str, *, gone: bool) -> str:
    name, number = profile.get("name"), profile.get("civil_number")
    if gone:
        return _("{post} (personal data erased)").format(post=post)
    if not name:
        return _("{post} (name not kept)").format(post=post)
    return f"{name}, NIP {number}" if number else name
