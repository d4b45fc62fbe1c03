"""What the house shows at a time about a day is what the text of the law says, read a second time."""

from __future__ import annotations

import json
import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from domain.base import Fact
from domain.plan import Monitored
from ledger import reader
from ledger.write.command_handler import CommandHandler
from projections.queries import catalogue, labs
from projections.queries.find import NotFoundError
from projections.queries.funnel import funnel as funnel_of
from projections.read_session import ReadSession, open_session
from tests.ledger.office import Clock
from tests.properties import oracle
from tests.properties.lists import over, tables
from tests.properties.moves import SLUGS, Moves
from tests.properties.past import Past, attempt, dates, lived

SEED = 20221012
CODES = ("73.71", "33.03", "81.71")
"""WITA (the workspace's own), WIB and WIT."""
TRIES = 1_200
PAIRS = 50
START = datetime(2021, 3, 1, 1, 30, tzinfo=UTC)


CHANCES = (
    *("propose", "live_on") * 8,
    *("design", "correct") * 4,
    *("merge", "split", "end_idea", "hold_stage", "void", "void_void") * 2,
    *("review", "plan", "go_on", "recognise", "about_a_lab") * 3,
    *("change_post",) * 3,
    *("open_lab", "approve", "join", "change_unit", "register_unit", "register_document"),
)


@pytest.fixture(scope="module")
def filed(tmp_path_factory: pytest.TempPathFactory) -> Past:
    """The history, with its ledger in a file."""
    return lived(tmp_path_factory.mktemp("waktu"), START, CODES, SEED, record)


def record(command_handler: CommandHandler, clock: Clock, chance: random.Random) -> Counter[str]:
    """Chance commands on a clock that jumps over hours, midnights and months."""
    when = dates(clock, chance)
    hands = [Moves(command_handler.store, code.replace(".", ""), chance.choice, when) for code in CODES]
    accepted: Counter[str] = Counter()
    for number in range(TRIES):
        clock.move(hours=chance.choice((0, 1, 1, 2, 3, 7, 30)), minutes=chance.randrange(60))
        moves = chance.choice(hands)
        name = "register_unit" if number < 6 else chance.choice(CHANCES)
        accepted[name] += attempt(command_handler, number, moves, name)
    return accepted


def pairs(past: Past) -> list[tuple[str | None, str | None]]:
    """Days and instants over the whole history and beyond both its ends; hours in several zones."""
    chance = random.Random(SEED + 1)
    stamps = [event.recorded_at for event in past.events]
    dates = [event.occurred for event in past.events if event.occurred]
    found: list[tuple[str | None, str | None]] = [("2001-01-01", None), (None, "2001-01-01")]
    for code in CODES:
        found += [(event.recorded_at[:10], None) for event in past.events if evening(event, code)][:3]
    for number in range(PAIRS):
        stamp = datetime.fromisoformat(chance.choice(stamps))
        about = chance.choice(
            (
                oracle.last_day(chance.choice(dates)),
                oracle.first_day(chance.choice(dates)) - timedelta(days=1),
                stamp.date() + timedelta(days=chance.choice((-1, 0, 1))),
            )
        )
        at = chance.choice(
            (
                stamp.isoformat(),
                (stamp - timedelta(microseconds=1)).astimezone(oracle.zone("Asia/Jakarta")).isoformat(),
                stamp.astimezone(oracle.zone("Asia/Makassar")).replace(tzinfo=None).isoformat(),
                (stamp.date() + timedelta(days=chance.choice((-1, 0, 1)))).isoformat(),
            )
        )
        found.append(((about.isoformat(), None)[number % 5 == 3], (at, None)[number % 5 == 4]))
    return found


def evening(event: oracle.Event, code: str) -> bool:
    """A later fact without a date, recorded when part of the country already writes the next day."""
    undated = event.occurred is None and event.version > 1 and event.type not in oracle.MARKS
    return undated and event.stream.startswith(code.replace(".", "")) and event.recorded_at[11:13] in "15 16"


def answers(session: ReadSession) -> str:
    """The lists that people ask for, as JSON."""

    def funnel(slug: str) -> Any:
        try:
            return [funnel_of(session, slug), catalogue.stats(session, lab=slug)]
        except NotFoundError as error:
            return str(error)

    lists = msgspec.to_builtins(
        {
            "catalogue list": catalogue.page(session, catalogue.Filter()),
            "catalogue stats": catalogue.stats(session),
            "of region": [catalogue.stats(session, region=code.replace(".", "")) for code in CODES],
            "lab list": labs.list_labs(session),
            "lab funnel": {f"{code}/{slug}": funnel(f"{code}/{slug}") for code in CODES for slug in SLUGS},
        }
    )
    return json.dumps(lists)


def compare(past: Past, day: str | None, at: str | None) -> tuple[str, str]:
    views = open_session(past.workspace, as_of=day, known_at=at)
    try:
        wanted = oracle.generation_of(past.events, day=day, at=at, time_zone=past.workspace.time_zone)
        with wanted as generation:
            assert views.generation is not None
            assert tables(views.generation) == tables(generation), (day, at)
            lawful = over(generation, views.store, past.workspace, as_of=day, known_at=at)
            found = answers(views), answers(lawful)
            lawful.connection.close()
            return found
    finally:
        views.close()


def test_the_history_holds_every_kind_of_trouble(past: Past) -> None:
    assert set(CHANCES) == set(past.accepted)
    assert min(past.accepted.values()) >= 3, past.accepted
    dates = [event.occurred for event in past.events]
    assert {len(text) if text else 0 for text in dates} == {0, 4, 7, 10, 21}
    corrected = [event for event in past.events if event.type == "fact.corrected"]
    assert len([event for event in corrected if event.body["field"] == "occurred"]) >= 20
    assert oracle.zones(past.events) == {
        "7371": oracle.zone("Asia/Makassar"),
        "3303": oracle.zone("Asia/Jakarta"),
        "8171": oracle.zone("Asia/Jayapura"),
    }


def test_the_present_is_what_the_law_says(past: Past) -> None:
    shown, lawful = compare(past, None, None)
    assert shown == lawful
    assert json.loads(shown)["catalogue list"]["total"] >= 20


def test_every_past_is_what_the_law_says(past: Past) -> None:
    asked = pairs(past)
    differing = [(day, at) for day, at in asked if len(set(compare(past, day, at))) != 1]
    assert differing == []
    assert len({compare(past, day, at)[1] for day, at in asked[-12:]}) >= 6


def test_any_facts_in_any_order_are_read_alike() -> None:
    """Streams longer than people write them: order and day against the oracle's, two thousand times."""
    chance = random.Random(SEED + 2)
    forms = (None, "2020", "2021", "2020-06", "2020-07", "2020-06-15/2020-07-10", "2020-07-01", "2020-12-31")
    body, zone = Monitored(mode="direct", finding="x"), ZoneInfo("Asia/Jayapura")
    for _ in range(2000):
        stamps = sorted(
            f"2021-0{chance.randrange(1, 7)}-28T{chance.choice((14, 15))}:30:00Z" for _ in range(14)
        )
        said = [(place, chance.choice(forms), at) for place, at in enumerate(stamps, 1)]
        own = [oracle.Event(n, "s", n, "innovation.monitored", at, f"c{n}/1", {}, on) for n, on, at in said]
        facts = [Fact(f"c{n}/1", body, on, n, n, at) for n, on, at in said]
        assert [f.position for f in reader.in_order(facts)] == [e.position for e in oracle.ordered(own)]
        day = date(2020, 5, 31) + timedelta(days=chance.randrange(420))
        stand = oracle.on_day(own, day, oracle.zone("Asia/Jayapura"))
        ours = reader.on_day(facts, day.toordinal(), zone)
        assert [f.position for f in ours] == [e.position for e in stand]


def test_the_oracle_tells_days_apart() -> None:
    assert (oracle.first_day("2018"), oracle.last_day("2018")) == (date(2018, 1, 1), date(2018, 12, 31))
    assert (oracle.first_day("2020-02"), oracle.last_day("2020-02")) == (date(2020, 2, 1), date(2020, 2, 29))
    assert oracle.last_day("2022-10-12/2022-11") == date(2022, 11, 30)


def test_the_ledger_file_is_only_read(filed: Past) -> None:
    before = Path(filed.workspace.ledger_path).read_bytes()
    compare(filed, "2021-06-01", None)
    assert Path(filed.workspace.ledger_path).read_bytes() == before
