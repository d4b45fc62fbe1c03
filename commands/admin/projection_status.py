"""How far the views are, as text and as a workbook."""

from __future__ import annotations

import contextlib
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, Struct, UnsetType

from commands.common.list_spec import Column, ListSpec, screen_text, sheet
from commands.common.output import count
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from jejak_i18n import sentence
from jejak_i18n.formatting import minute
from ledger.workspace.workspace import Workspace
from projections.runner import projector
from projections.runner.projection_fault import ProjectionError, ProjectionFault
from projections.storage.factory import generation_store_of
from projections.storage.generation import Built, Generation, ViewState
from projections.views import VIEWS

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet

MEGABYTE = 1_000_000


class StoppedAt(Struct, frozen=True):
    """The event at which a view stopped, and the position of the ledger when it was last tried."""

    view: str
    stream: str
    position: int
    topic: str
    field: str | None
    detail: str
    tried: int


class ViewRow(Struct, frozen=True):
    """How far one view is; nothing is known of one that was never folded. `lag` is in events."""

    view: str
    version: int | None
    position: int | None
    lag: int | None
    rows: int
    fault: StoppedAt | None


class RebuiltBefore(Struct, frozen=True):
    """The last rebuild: when it ended, and its rate in events a second."""

    at: str
    events: int
    seconds: float
    rate: int | None


class ViewsStatus(Struct, frozen=True):
    """The answer of `projections status`; without a generation the last three fields are absent."""

    ledger_position: int
    generation: str | None
    views: list[ViewRow]
    usable: bool | UnsetType = UNSET
    size: int | UnsetType = UNSET
    """Bytes."""
    rebuilt: RebuiltBefore | UnsetType | None = UNSET


VIEW_ROWS = ListSpec(
    row=ViewRow,
    name=n_("Views"),
    title=n_("The views"),
    columns=(
        Column("view", n_("View")),
        Column("version", n_("Version"), "number"),
        Column("position", n_("Position"), "number"),
        Column("lag", n_("Behind"), "number"),
        Column("rows", n_("Rows"), "number"),
    ),
)


def status_of(workspace: Workspace) -> ViewsStatus:
    """How far today's views of a workspace are."""
    store = workspace.store()
    found = generation_store_of(workspace).today()
    if found is None:
        return ViewsStatus(store.head().position, None, [])
    # One moment for all views, and the ledger looked at after it: no view can be ahead of it.
    with contextlib.closing(found), found.snapshot():
        states = found.states()
        head = store.head().position
        return ViewsStatus(
            ledger_position=head,
            generation=found.name,
            views=[_view_row(found, view, states.get(view.NAME), head) for view in VIEWS],
            usable=projector.usable(found, store),
            size=found.size(),
            rebuilt=_rebuilt_before(found.built()),
        )


def _view_row(generation: Generation, view: ModuleType, state: ViewState | None, head: int) -> ViewRow:
    return ViewRow(
        view=view.NAME,
        version=state.version if state else None,
        position=state.position if state else None,
        lag=head - state.position if state else None,
        rows=sum(generation.count(table) for table in view.TABLES),
        fault=msgspec.json.decode(state.fault, type=StoppedAt) if state and state.fault else None,
    )


def _rebuilt_before(built: Built | None) -> RebuiltBefore | None:
    if built is None:
        return None
    rate = round(built.events / built.seconds) if built.seconds else None
    return RebuiltBefore(built.at, built.events, round(built.seconds, 3), rate)


def sheets(found: ViewsStatus, zone: str) -> list[ListSheet]:
    """The views as a workbook; times in the zone."""
    return [sheet(VIEW_ROWS, found.views, [_head_line(found, zone)])]


def text(found: ViewsStatus, zone: str) -> str:
    """The position of the ledger, the views, and why one stopped; times in the zone."""
    if not found.views:
        return _("There are no views yet; the next reading command builds them.")
    stopped = [_stopped_line(one.fault) for one in found.views if one.fault]
    return "\n".join([_head_line(found, zone), screen_text(VIEW_ROWS, found.views), *stopped])


def _stopped_line(fault: StoppedAt) -> str:
    error = ProjectionError(ProjectionFault(**msgspec.structs.asdict(fault)))
    return f"{sentence(error.why)} {sentence(error.remedy) if error.remedy else ''}"


def _head_line(found: ViewsStatus, zone: str) -> str:
    text = _("Ledger at position {position}; {generation}")
    head = text.format(position=count(found.ledger_position), generation=found.generation or "–")
    if not found.rebuilt or found.rebuilt.rate is None or not isinstance(found.size, int):
        return head
    last = _("{megabytes} MB; last rebuilt {at}, {rate} events/s").format(
        megabytes=count(round(found.size / MEGABYTE)),
        at=minute(found.rebuilt.at, zone),
        rate=count(found.rebuilt.rate),
    )
    return f"{head}; {last}"
