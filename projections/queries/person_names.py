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

    Somebody whose personal data was forgotten, or never given, is told by the post.
    """
    wanted = list(persons)
    if not wanted:
        return {}
    query = select(people.c.stream, people.c.post, people.c.profile).where(people.c.stream.in_(wanted))
    rows = session.connection.execute(query).all()
    kept = session.workspace.vault.some([row.profile for row in rows])
    return {row.stream: _told(kept.get(row.profile, {}), row.post) for row in rows}


def _told(profile: Profile | Mapping[str, str | None], post: str) -> str:
    name, number = profile.get("name"), profile.get("civil_number")
    if not name:
        return _("{post} (name not kept)").format(post=post)
    return f"{name}, NIP {number}" if number else name
