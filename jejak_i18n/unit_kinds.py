"""Kinds of unit as a region calls them at a time (`schemas/unit_kinds.json`)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from domain import dates
from jejak_i18n import labels, language
from schemas.unit_kinds import LocalLabel, unit_kinds


def unit_kind_label(kind: str | None, region: str | None = None, day: str | None = None) -> str:
    """What a region (`33.03`, `3303`, `33`) calls a kind of unit on an ISO date, which may be reduced.

    Without a region only what holds everywhere counts; without a day, what holds today.
    """
    province = re.sub(r"\D", "", region or "")[:2]
    fitting = (one.label for one in unit_kinds().labels if one.kind == kind and _fits(one, province, day))
    return next(fitting, labels.label_of("unit_kind", kind))


def unit_kind_label_over(kind: str | None, regions: Iterable[str], day: str | None = None) -> str:
    """What several regions call a kind of unit; the general label where they differ."""
    found = {unit_kind_label(kind, region, day) for region in regions}
    return found.pop() if len(found) == 1 else unit_kind_label(kind, None, day)


def unit_kind_for_terminal(kind: str | None, region: str | None = None, day: str | None = None) -> str:
    """The same for a person at the terminal, or English words."""
    local = unit_kind_label(kind, region, day)
    return local if language() == "id" else labels.label_for_terminal("unit_kind", kind)


def _fits(one: LocalLabel, province: str, day: str | None) -> bool:
    if one.provinces and province not in one.provinces:
        return False
    span = dates.maybe(day)
    if span is None:
        return one.until is None
    # A year or month counts where all of it lies within the bounds.
    after = one.since is None or span.start >= dates.span(one.since).start
    return after and (one.until is None or span.end <= dates.span(one.until).end)
