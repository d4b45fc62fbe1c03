"""Names as people write them: one reading for all who compare them."""

from __future__ import annotations


def fold(name: str | None) -> str:
    """A name without regard to case and spaces; empty for none."""
    return " ".join((name or "").casefold().split())
