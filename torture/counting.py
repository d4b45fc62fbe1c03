"""What is left after a trial: the ledger itself and what the verbs that verify say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from torture.site import Site
from torture.writer import EVENTS


class _Action(msgspec.Struct):
    action: str


class Ledger(msgspec.Struct):
    """Positions as they stand, and how many events each command has."""

    positions: list[int]
    commands: Counter[str]
    appends: Counter[str | None]


def ledger(site: Site) -> Ledger:
    """Reads the whole ledger."""
    store, decode = site.store(), msgspec.json.Decoder(_Action).decode
    found = Ledger([], Counter(), Counter(one.command_id for one in store.all_appends()))
    for event in store.all_events():
        found.positions.append(event.position)
        found.commands[decode(event.state).action.partition("/")[0]] += 1
    store.close()
    return found


def wrong(site: Site, found: Ledger, acknowledged: Iterable[str]) -> Iterator[str]:
    """What does not hold: gaps, what is lost, halved or doubled, what the verbs find."""
    if found.positions != list(range(1, len(found.positions) + 1)):
        yield "the positions have gaps"
    yield from (f"lost: {one}" for one in acknowledged if one not in found.commands)
    # The first append is that of `init`.
    for command, events in list(found.commands.items())[1:]:
        if (events, found.appends[command]) != (EVENTS, 1):
            yield f"{events} events in {found.appends[command]} appends: {command}"
    yield from healed(site, len(found.positions))


def healed(site: Site, position: int) -> Iterator[str]:
    """What is not as it must be after everything ended: the next answer is whole and all is verified."""
    answer = site.call("catalogue", "list", "--json")
    if answer.status or (answer.envelope["position"], answer.envelope["lag"]) != (position, 0):
        yield f"the next answer is not at position {position}: {answer}"
    for words, name in ((("ledger", "verify"), "findings"), (("projections", "verify"), "differences")):
        verified = site.call(*words, "--json")
        if verified.status or verified.data[name]:
            yield f"{' '.join(words)}: {verified}"
    if site.home.exists():
        yield from (f"left behind: {path.name}" for path in site.home.rglob(".*") if path.is_file())
