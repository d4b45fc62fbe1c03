"""projections rebuild, status and verify."""

from __future__ import annotations

import contextlib
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.output import Answer, count, verb, write_list, xlsx_option
from commands.common.written_value import REGION, Between
from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from projections.runner.projector import Difference
    from projections.storage.generation import GenerationStore

PRINTED = 20
"""How many differing rows the screen shows; all of them stand in `--json`."""
Cell = str | int | float | bool | None


class Rebuilt(Struct, frozen=True):
    """The answer of `projections rebuild`; `size` is in bytes, `rate` in events a second."""

    position: int
    streams: int
    events: int
    generation: str
    size: int | None
    rate: int | None


class Followed(Struct, frozen=True):
    """The answer of `projections run`: events followed, the position reached, waits for the ledger."""

    events: int
    position: int
    troubles: int


class DifferingRow(Struct, frozen=True):
    """A row that stands only in the views, or only in what the events fold to."""

    view: str
    table: str
    side: str
    row: list[Cell]


class ViewsReport(Struct, frozen=True):
    """The answer of `projections verify`; no position where there are no views."""

    position: int | None
    differences: list[DifferingRow]


@click.group("projections", help=_("The views: rebuild, status, verify."))
def projections() -> None:
    pass


@projections.command("rebuild", help=_("Fold all events into new views and switch to them."))
@click.option("--view", "names", multiple=True, metavar="NAME", help=_("Only this view; may be repeated."))
@click.option("--region", type=REGION, metavar="CODE", help=_("Only of this region."))
@click.option("--jobs", type=Between(1), default=1, help=_("How many processes fold."))
@verb("projections rebuild")
def rebuild(
    answer: Answer, home: str | None, *, names: tuple[str, ...], region: str | None, jobs: int
) -> None:
    from commands.common.progress import Bar
    from domain.streams import prefix
    from ledger.workspace.workspace import find
    from projections.runner import rebuild
    from projections.storage.factory import generation_store_of

    if jobs > 1 and (names or region):
        raise click.UsageError(_("--jobs folds everything: leave out --view and --region."))
    workspace = find(home=home)
    store, generations = workspace.store(), generation_store_of(workspace)
    # How many events a part of the views needs is known only once they are read.
    total = None if names or region else store.head().position
    views, of = _named(names), prefix(region) if region else ""
    with contextlib.closing(Bar(total)) as bar:
        done = rebuild.rebuild(store, generations, jobs=jobs, views=views, region=of, progress=bar)
    data = Rebuilt(
        position=done.position,
        streams=done.streams,
        events=done.events,
        generation=done.name,
        size=_size(generations),
        rate=round(done.events / done.seconds) if done.seconds else None,
    )
    answer.result(data, lambda: _rebuilt_text(data, answer.seconds(), generations.where(done.name)))


def _rebuilt_text(data: Rebuilt, seconds: str, path: str) -> str:
    text = _(
        "Rebuilt: {events} events of {streams} streams (position {position}) in {seconds} seconds. {path}"
    )
    return text.format(
        events=count(data.events),
        streams=count(data.streams),
        position=count(data.position),
        seconds=seconds,
        path=path,
    )


def _size(generations: GenerationStore) -> int | None:
    """Bytes of today's generation; None when it was thrown away already."""
    found = generations.today()
    if found is None:
        return None
    with contextlib.closing(found):
        return int(found.size())


def _named(names: tuple[str, ...]) -> tuple[ModuleType, ...]:
    """The views of those names, or all. Raises click.UsageError for a name that there is not."""
    from projections.views import VIEWS

    known = {view.NAME: view for view in VIEWS}
    for name in names:
        if name not in known:
            text = _("There is no view {name}; there are: {names}.")
            raise click.UsageError(text.format(name=name, names=", ".join(known)))
    return tuple(known[name] for name in names) if names else tuple(known.values())


@projections.command("status", help=_("How far the views are."))
@xlsx_option
@verb("projections status")
def status(answer: Answer, home: str | None, *, xlsx: Path | None) -> None:
    from commands.admin import projection_status
    from ledger.workspace.workspace import find

    workspace = find(home=home)
    found = projection_status.status_of(workspace)
    if xlsx is not None:
        write_list(answer, xlsx, projection_status.sheets(found, workspace.time_zone))
    answer.result(found, lambda: projection_status.text(found, workspace.time_zone))


@projections.command("run", help=_("Follow the ledger until stopped (Ctrl+C, or SIGTERM)."))
@verb("projections run")
def run(answer: Answer, home: str | None) -> None:
    import signal
    from threading import Event

    from ledger.workspace.workspace import find
    from projections.runner import subscriber

    stop = Event()
    for name in ("SIGTERM", "SIGINT"):
        signal.signal(getattr(signal, name), lambda *_args: stop.set())
    events = position = troubles = 0

    def report(step: subscriber.Followed) -> None:
        nonlocal events, position, troubles
        if step.trouble:
            troubles += 1
            answer.message(_("Waiting for the ledger: {detail}").format(detail=step.trouble), level="warning")
            return
        events, position = events + step.events, step.position
        text = _("Position {position}, {events} new events, 0 behind.")
        answer.message(text.format(position=count(step.position), events=count(step.events)))

    subscriber.follow(find(home=home), stop, report)
    text = _("Stopped at position {position}; {events} events followed.")
    data = Followed(events, position, troubles)
    answer.result(data, lambda: text.format(position=count(data.position), events=count(data.events)))


@projections.command("verify", help=_("Fold aside and compare the views row by row."))
@verb("projections verify")
def verify(answer: Answer, home: str | None) -> None:
    from commands.common.progress import Bar
    from ledger.workspace.workspace import find
    from projections.runner import projector
    from projections.storage.factory import generation_store_of

    workspace = find(home=home)
    store = workspace.store()
    today = generation_store_of(workspace).today()
    if today is None:
        answer.result(ViewsReport(None, []), lambda: _("There are no views to compare."))
        return
    with contextlib.closing(today), contextlib.closing(Bar(store.head().position)) as bar:
        position, found = projector.verify(store, today, bar)
    differences = [DifferingRow(one.view, one.table, one.side, list(one.row)) for one in found]
    data = ViewsReport(position, differences)
    answer.result(data, lambda: _verify_text(position, found), status=1 if found else 0)


def _verify_text(position: int, found: list[Difference]) -> str:
    if not found:
        return _("The views are what the events say (position {position}).").format(position=count(position))
    lines = [f"  {one.view} {one.table} {one.side}: {one.row[0]}" for one in found[:PRINTED]]
    head = _("{count} rows differ at position {position}. Rebuild: jejak projections rebuild")
    return "\n".join([head.format(count=count(len(found)), position=count(position)), *lines])
