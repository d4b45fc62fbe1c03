"""The vault: personal data beside the ledger, by profile, so that a person can be forgotten.

Each profile is sealed with a key of its own, and the keys lie apart from it: who destroys a key has
destroyed the profile in every copy of the vault.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from domain.base import Reason
from domain.person import PERSONAL

FIELDS = tuple(PERSONAL)
Profile = dict[str, str | None]


UNNAMED_SECONDS = 3600
"""How long a profile may be kept before the append that names it: longer than any append waits."""


class SealedRow(NamedTuple):
    """A profile as it lies: its box, its key; either is None where it is not there (any more)."""

    profile: str
    box: bytes | None
    key: bytes | None
    destroyed: bool
    """True where the key was destroyed on purpose, and may never come back."""


class Read(NamedTuple):
    """One line of the read trail: who saw personal data of whom with which command; never the values."""

    at: str
    """The instant in UTC, as ISO 8601."""
    actor: str
    command: str
    persons: tuple[str, ...]


def new_profile() -> str:
    """A key that says nothing about the person but when it was made (a UUIDv7)."""
    from uuid_utils import uuid7

    return uuid7().hex


def may_be_named_yet(profile: str) -> bool:
    """True while the append that names a profile may still be on its way.

    A profile is kept before that append, so one that no event names may be another writer's.
    """
    try:
        made = uuid.UUID(profile)
    except ValueError:
        return False
    return made.version == 7 and time.time() - (made.int >> 80) / 1000 < UNNAMED_SECONDS


class Vault(Protocol):
    """Personal data by profile key. A profile is written once; a change makes a new one."""

    def create(self) -> None:
        """Makes it where it is missing, and seals what an earlier release kept in plain text."""

    def keep(self, profiles: Mapping[str, Profile]) -> None:
        """Writes profiles durably; called before the append that first names them."""

    def get(self, profile: str) -> Profile:
        """The personal data of a profile; empty when it was forgotten."""

    def some(self, profiles: Iterable[str]) -> dict[str, Profile]:
        """Those of the profiles that are kept, read at once."""

    def all(self) -> dict[str, Profile]:
        """Every profile."""

    def destroyed(self, profiles: Iterable[str]) -> set[str]:
        """Those of the profiles whose keys were destroyed on purpose."""

    def keyed(self, profiles: Iterable[str]) -> set[str]:
        """Those of the profiles whose keys lie here."""

    def boxed(self, profiles: Iterable[str]) -> set[str]:
        """Those of the profiles of which something lies here, whether or not a key opens it."""

    def forget(self, profiles: Iterable[str]) -> int:
        """Destroys keys and rows of profiles in one transaction; returns how many were still kept.

        Their names stay as destroyed, so that no copy of the keys brings them back. Events that name
        them stay as they are.
        """

    def sweep(self, named: Iterable[str]) -> int:
        """Deletes profiles that no event names nor may name yet; returns how many."""

    def lying(self) -> list[SealedRow]:
        """Everything as it lies, for copies; what an earlier release kept in plain text is sealed first."""

    def take(self, rows: Iterable[SealedRow]) -> None:
        """Lays rows of another vault beside those that are there; a destroyed key stays destroyed."""

    def clean(self) -> list[Reason]:
        """Writes the tables anew without what was deleted; says what could not be, or lies beyond reach."""

    def note_read(self, read: Read) -> None:
        """Adds a line to the read trail, which only grows."""

    def reads(self, person: str | None = None) -> list[Read]:
        """The read trail in its order, of one person or whole."""
