"""Every event of an innovation is read by its page and dossier, or by the rules; else it says why not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from msgspec import Struct, structs

from domain.innovation import EVENTS
from domain.innovation_summary import SUMMARISED
from domain.kinds import TYPES
from domain.rules.case import READ
from ledger.codec import CODEC
from ledger.workspace.workspace import open_at
from projections.queries.detail_types import Provenance
from projections.queries.innovation_detail import innovation_detail
from projections.read_session import open_session
from tests.helpers import note

NEITHER = {
    "innovation.verdict_recorded": "a verdict is computed again, never read back",
}
"""Events that neither the page nor the rules read, and why."""
INNOVATIONS = tuple(f"3303/innovation/{number:06d}" for number in range(1, 5))


def cited(value: object) -> Iterator[int]:
    """The positions of all events that a part of the page names as its source."""
    if isinstance(value, Provenance):
        yield value.event
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from cited(getattr(value, name))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from cited(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from cited(one)


def on_the_page(life: Path) -> set[str]:
    """The types of events that the pages of the small lab's innovations name."""
    with closing(open_session(open_at(life))) as session:
        positions = {at for one in INNOVATIONS for at in cited(innovation_detail(session, one))}
        rows = [row for row in map(session.store.at, positions) if row is not None]
    return {CODEC.version_of(row)[0] for row in rows}


def test_every_event_of_an_innovation_is_shown_or_judged_or_says_why_not(
    own_life: Path, tmp_path: Path
) -> None:
    note(own_life, tmp_path)
    judged = {body.TYPE for body in (*READ, *SUMMARISED)}
    names = {body.TYPE for body in EVENTS}
    assert names - on_the_page(own_life) - judged == set(NEITHER)
    assert set(NEITHER) <= names <= TYPES.keys()


def test_a_page_has_no_struct_without_its_sources(life: Path) -> None:
    with closing(open_session(open_at(life))) as session:
        detail = innovation_detail(session, INNOVATIONS[0])
    parts = [one for name in ("measurements", "evidence", "plan", "trials") for one in getattr(detail, name)]
    assert [structs.asdict(one) for one in parts if not one.sources] == []
    assert len(parts) > 3
