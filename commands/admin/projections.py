"""projections rebuild, status and verify."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

import click

from commands.common.output import Answer, count, table, verb, write_list, xlsx_option
from jejak_i18n import gettext as _

NUMBERS = ("version", "position", "lag", "rows")


@click.group("projections", help=_("The views: rebuild, status, verify."))
def projections() -> None:
    pass


@projections.command("rebuild", help=_("Fold all events into new views and switch to them."))
@click.option("--view", "names", multiple=True, metavar="NAME", help=_("Only this view; may be repeated."))
@click.option("--region", metavar="CODE", help=_("Only of this region."))
@click.option("--jobs", type=click.IntRange(1), default=1, help=_("How many processes fold."))
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
    data = {
        "position": done.position,
        "streams": done.streams,
        "events": done.events,
        "generation": done.name,
        "size": _size(generations),
        "rate": round(done.events / done.seconds) if done.seconds else None,
    }
    text = _(
        "Rebuilt: {events} events of {streams} streams (position {position}) in {seconds} seconds. {path}"
    )
    answer.result(
        data,
        lambda: text.format(
            events=count(done.events),
            streams=count(done.streams),
            position=count(done.position),
            seconds=answer.seconds(),
            path=generations.where(done.name),
        ),
    )


def _size(generations: Any) -> int | None:
    """Bytes of today's generation; None when it was thrown away already."""
    found = generations.today()
    if found is None:
        return None
    with contextlib.closing(found):
        return int(found.size())


def _named(names: tuple[str, ...]) -> tuple[Any, ...]:
    """The views of those names, or all. Raises click.UsageError for a name that there is not."""
    known = {view.NAME: view for view in _all_views()}
    for name in names:
        if name not in known:
            text = _("There is no view {name}; there are: {names}.")
            raise click.UsageError(text.format(name=name, names=", ".join(known)))
    return tuple(known[name] for name in names) if names else tuple(known.values())


@projections.command("status", help=_("How far the views are."))
@xlsx_option
@verb("projections status")
def status(answer: Answer, home: str | None, *, xlsx: Path | None) -> None:
    from ledger.workspace.workspace import find
    from projections.runner import projector
    from projections.storage.factory import generation_store_of

    workspace = find(home=home)
    store = workspace.store()
    found = generation_store_of(workspace).today()
    data: dict[str, Any] = {"ledger_position": 0, "generation": found.name if found else None, "views": []}
    if found is None:
        data["ledger_position"] = store.head().position
    else:
        # One moment for all views, and the ledger looked at after it: no view can be ahead of it.
        with contextlib.closing(found), found.snapshot():
            states = found.states()
            data["ledger_position"] = head = store.head().position
            data["usable"] = projector.usable(found, store)
            data["size"] = found.size()
            data["rebuilt"] = _rebuilt(found.built())
            data["views"] = [_view(found, view, states.get(view.NAME), head) for view in _all_views()]
    write_list(answer, xlsx, [_status_sheet(data, workspace.time_zone)])
    answer.result(data, lambda: _status_text(data, workspace.time_zone))


def _all_views() -> Any:
    from projections.views import VIEWS

    return VIEWS


def _view(generation: Any, view: Any, state: Any, head: int) -> dict[str, Any]:
    rows = sum(generation.count(table) for table in view.TABLES)
    return {
        "view": view.NAME,
        "version": state.version if state else None,
        "position": state.position if state else None,
        "lag": head - state.position if state else None,
        "rows": rows,
        "fault": json.loads(state.fault) if state and state.fault else None,
    }


def _rebuilt(built: Any) -> dict[str, Any] | None:
    """The last rebuild, with its rate in events a second."""
    if built is None:
        return None
    rate = round(built.events / built.seconds) if built.seconds else None
    return {"at": built.at, "events": built.events, "seconds": round(built.seconds, 3), "rate": rate}


def _status_text(data: dict[str, Any], zone: str) -> str:
    if not data["views"]:
        return _("There are no views yet; the next reading command builds them.")
    rows = _status_rows(data)
    stopped = [_stopped(one["fault"]) for one in data["views"] if one["fault"]]
    return "\n".join(
        [_status_head(data, zone), table(_status_headings(), rows, right=(1, 2, 3, 4)), *stopped]
    )


def _stopped(fault: dict[str, Any]) -> str:
    from jejak_i18n import sentence
    from projections.runner.projection_fault import ProjectionError, ProjectionFault

    error = ProjectionError(ProjectionFault(**fault))
    return f"{sentence(error.why)} {sentence(error.remedy) if error.remedy else ''}"


def _status_rows(data: dict[str, Any]) -> list[list[Any]]:
    return [[one["view"], *(one[name] for name in NUMBERS)] for one in data["views"]]


def _status_head(data: dict[str, Any], zone: str) -> str:
    from jejak_i18n.formatting import minute

    text = _("Ledger at position {position}; {generation}")
    head = text.format(position=count(data["ledger_position"]), generation=data["generation"] or "–")
    rebuilt = data.get("rebuilt")
    if not rebuilt or rebuilt["rate"] is None:
        return head
    last = _("{megabytes} MB; last rebuilt {at}, {rate} events/s").format(
        megabytes=count(round(data["size"] / 1_000_000)),
        at=minute(rebuilt["at"], zone),
        rate=count(rebuilt["rate"]),
    )
    return f"{head}; {last}"


def _status_headings() -> list[str]:
    return [_("View"), _("Version"), _("Position"), _("Behind"), _("Rows")]


def _status_sheet(data: dict[str, Any], zone: str) -> Any:
    from exporters.excel.list_workbook import ListSheet

    notes = [_status_head(data, zone)]
    return ListSheet(_("Views"), _("The views"), notes, _status_headings(), _status_rows(data))


@projections.command("run", help=_("Follow the ledger until stopped (Ctrl+C, or SIGTERM)."))
@verb("projections run")
def run(answer: Answer, home: str | None) -> None:
    import signal
    from threading import Event

    from ledger.workspace.workspace import find
    from projections.runner.subscriber import Followed, follow

    stop = Event()
    for name in ("SIGTERM", "SIGINT"):
        signal.signal(getattr(signal, name), lambda *_args: stop.set())
    told = {"events": 0, "position": 0, "troubles": 0}

    def report(step: Followed) -> None:
        if step.trouble:
            told["troubles"] += 1
            answer.say(_("Waiting for the ledger: {detail}").format(detail=step.trouble), level="warning")
            return
        told["events"], told["position"] = told["events"] + step.events, step.position
        text = _("Position {position}, {events} new events, 0 behind.")
        answer.say(text.format(position=count(step.position), events=count(step.events)))

    follow(find(home=home), stop, report)
    text = _("Stopped at position {position}; {events} events followed.")
    answer.result(
        dict(told), lambda: text.format(position=count(told["position"]), events=count(told["events"]))
    )


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
        answer.result({"position": None, "differences": []}, lambda: _("There are no views to compare."))
        return
    with contextlib.closing(today), contextlib.closing(Bar(store.head().position)) as bar:
        position, found = projector.verify(store, today, bar)
    differences = [{"view": d.view, "table": d.table, "side": d.side, "row": list(d.row)} for d in found]
    data = {"position": position, "differences": differences}
    answer.result(data, lambda: _verify_text(position, found), status=1 if found else 0)


def _verify_text(position: int, found: list[Any]) -> str:
    if not found:
        return _("The views are what the events say (position {position}).").format(position=count(position))
    lines = [f"  {one.view} {one.table} {one.side}: {one.row[0]}" for one in found[:20]]
    head = _("{count} rows differ at position {position}. Rebuild: jejak projections rebuild")
    return "\n".join([head.format(count=count(len(found)), position=count(position)), *lines])
