"""Whom a role of a shared ledger is bound to; a file has no roles."""

from __future__ import annotations

from typing import NamedTuple


class SessionRole(NamedTuple):
    """What the owner of a shared ledger gave the role that logged in."""

    standing: str | None = None
    person: str | None = None
    """The stream of whom it records as; None where it is bound to nobody."""
    regions: list[str] | None = None
    """The prefixes of the regions that it sees; None for all."""
