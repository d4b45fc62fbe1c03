"""Whatever is done in whatever order: the ledger stays whole, and every step can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from domain.base import Refused
from domain.idea import MergeIdeas
from ledger import reader
from ledger.write import integrity
from ledger.write.command_handler import IntegrityViolations
from ledger.write.unit_of_work import UnitOfWork
from projections.queries import labs
from projections.queries.funnel import Funnel
from projections.queries.funnel import funnel as funnel_of
from projections.runner import projector, rebuild
from projections.storage.generation import GenerationStore
from projections.storage.postgres import PostgresGenerationStore
from projections.storage.sqlite import SqliteGeneration, SqliteGenerationStore
from tests.ledger.office import LAB, Office, idea, innovation, lab, unit
from tests.ledger.sides import Postgres, Side, Sqlite
from tests.postgres import database
from tests.properties import oracle
from tests.properties.lists import Tables, over, tables
from tests.properties.moves import Command, Moves

REGION = "3303"
EARLIER = (None, None, "2020", "2021", "2021-06", "2021-06-15", "2021-05-20/2021-07-02", "2021-07-03")
DATES = (*EARLIER, "2022", "2022-10-12", "2023")
"""Known and unknown, certain and uncertain of each other, and one in the future."""
MADE = ("ideas_proposed", "made_by_merge", "made_by_split")
BECAME = ("merged_away", "split_away", "withdrawn", "not_continued", "open", "designed")


class Standing(NamedTuple):
    """All that depends on which facts stand."""

    tables: Tables
    reservations: dict[str, tuple[str, int]]


class Done(NamedTuple):
    """An accepted command, and what stood before it."""

    name: str
    command: Command
    before: Standing


class LabLife(RuleBasedStateMachine):
    """A ledger, and a hand that does anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = ExitStack()
        side, generations = self.lies()
        self.office = Office(side).open()
        self.done: list[Done] = []
        self.tried, self.whole, self.checked = 0, True, 0
        self.now = self.standing()
        rebuild.rebuild(self.office.store, generations)
        views = generations.today()
        assert views is not None
        self.views = views
        self.begin()

    def lies(self) -> tuple[Side, GenerationStore]:
        """Where the ledger lies, and where its views."""
        folder = Path(self.opened.enter_context(TemporaryDirectory(prefix="jejak-")))
        return Sqlite(folder), SqliteGenerationStore(folder / "views")

    def begin(self) -> None:
        """A lab at work: an idea still open, two merged, one taken into design."""
        assert self.attempt(lambda decision: [decision.act(one) for one in (unit(), lab())])
        for number in range(1, 5):
            made = idea(f"Ide {number}", lab=LAB, occurred="2021-06-15")
            assert self.attempt(lambda decision, made=made: decision.act(made))
        first, second, third = (f"{REGION}/idea/00000{number}" for number in (1, 2, 3))
        merge = MergeIdeas.of(region=REGION, lab=LAB, sources=[first, second], title="Gabung", reason="fokus")
        assert self.attempt(lambda decision: decision.act(merge))
        assert self.attempt(lambda decision: decision.act(innovation(lab=LAB, idea=third, occurred="2021")))

    # What is done

    def attempt(self, command: Command) -> bool:
        """Runs a command; a refused one leaves the ledger as it was, byte for byte."""
        self.tried += 1
        self.office.clock.move(hours=5)
        name, before = f"c{self.tried}", self.bytes()
        try:
            outcome = self.office.command_handler.run(name, command)[0]
        except (Refused, IntegrityViolations):
            assert self.bytes() == before
            return False
        assert outcome.events > 0
        self.done.append(Done(name, command, self.now))
        self.now = self.standing()
        return True

    def bytes(self) -> Any:
        """All that the ledger holds: its file with its log of writes."""
        path = self.office.path
        return path.read_bytes(), path.with_name(f"{path.name}-wal").read_bytes()

    def standing(self) -> Standing:
        """What a rebuild shows, and the reservations."""
        store = self.office.store
        fresh = projector.private(store, known=store.head().position, day=None, zone_of=None)
        found = Standing(tables(fresh), self.office.reservations())
        fresh.close()
        return found

    def moves(self, data: st.DataObject) -> Moves:
        def pick(options: Sequence[Any]) -> Any:
            return data.draw(st.sampled_from(list(options)))

        return Moves(self.office.store, REGION, pick, lambda: pick(DATES))

    @rule(data=st.data())
    def propose(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).propose())

    @rule(data=st.data())
    def import_a_row(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).propose(row=True))

    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).merge())

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).split())

    @rule(data=st.data())
    def withdraw_or_not_continue(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).end_idea())

    @rule(data=st.data())
    def approve(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).approve())

    @rule(data=st.data())
    def design(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).design())

    @rule(data=st.data())
    def rename_launch_or_monitor(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).live_on())

    @rule(data=st.data())
    def about_the_lab(self, data: st.DataObject) -> None:
        moves = self.moves(data)
        self.attempt(moves.pick((moves.hold_stage, moves.join, moves.open_lab))())

    @rule(data=st.data())
    def on_its_way(self, data: st.DataObject) -> None:
        moves = self.moves(data)
        kinds = (moves.review, moves.plan, moves.go_on, moves.recognise, moves.about_a_lab, moves.change_post)
        self.attempt(moves.pick(kinds)())

    @rule(data=st.data())
    def about_units_and_documents(self, data: st.DataObject) -> None:
        moves = self.moves(data)
        self.attempt(moves.pick((moves.change_unit, moves.register_unit, moves.register_document))())

    @rule(data=st.data())
    def correct(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).correct())

    @rule(data=st.data())
    def void(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).void())

    @rule(data=st.data())
    def void_a_void(self, data: st.DataObject) -> None:
        self.attempt(self.moves(data).void(voids=True))

    @rule(data=st.data())
    def several_at_once(self, data: st.DataObject) -> None:
        moves = self.moves(data)
        kinds = (moves.propose, moves.merge, moves.design, moves.end_idea, moves.live_on, moves.correct)
        commands = [moves.pick(kinds)() for _ in range(moves.pick((2, 3)))]
        self.attempt(lambda decision: [command(decision) for command in commands])

    @precondition(lambda self: self.done)
    @rule(data=st.data())
    def again(self, data: st.DataObject) -> None:
        """The same command a second time changes nothing and says so."""
        one = self.moves(data).pick(self.done)
        before = self.bytes()
        outcome = self.office.command_handler.run(one.name, one.command)[0]
        assert (outcome.before, outcome.events > 0) == (True, True)
        assert self.bytes() == before

    @rule()
    def look(self) -> None:
        """Catching up, after however many commands, gives what a rebuild gives."""
        projector.catch_up(self.office.store, self.views)
        assert tables(self.views) == self.now.tables

    # What holds

    @invariant()
    def all_is_well(self) -> None:
        position = self.office.store.head().position
        if position == self.checked:
            return
        self.whole = False
        assert self.office.findings() == []
        self.nothing_is_broken(position)
        self.no_certain_order_is_reversed()
        self.funnels_add_up()
        self.both_sides_tell_the_same_story()
        self.whole, self.checked = True, position

    def nothing_is_broken(self, position: int) -> None:
        streams = self.office.store.streams(f"{REGION}/")
        assert integrity.violations(UnitOfWork(self.office.store, position), streams) == []

    def no_certain_order_is_reversed(self) -> None:
        for stream in self.office.store.streams(f"{REGION}/"):
            facts = reader.read(self.office.store.rows(stream)).facts[1:]
            known = [fact.occurred for fact in facts if fact.occurred]
            for place, later in enumerate(known):
                reversed_ = [one for one in known[:place] if oracle.last_day(later) < oracle.first_day(one)]
                assert reversed_ == [], (stream, later)

    def funnels_add_up(self) -> None:
        fresh = over(self.rebuilt(), self.office.store)
        for one in labs.list_labs(fresh).items:
            funnel = funnel_of(fresh, one.slug)
            assert _known(funnel, MADE) == _known(funnel, BECAME)
            ended = _known(funnel, ("withdrawn", "not_continued"))
            assert sum(part.count for part in funnel.ended_because) == ended
        fresh.connection.close()

    def rebuilt(self) -> SqliteGeneration:
        store = self.office.store
        return projector.private(store, known=store.head().position, day=None, zone_of=None)

    def both_sides_tell_the_same_story(self) -> None:
        """What an idea became names the idea as its source, and the other way round."""
        fresh = self.rebuilt()
        sides = (
            ("SELECT stream, went_to FROM ideas WHERE status = 'merged'", "merge"),
            ("SELECT DISTINCT stream, stream FROM ideas WHERE status = 'split'", "split"),
        )
        for query, origin in sides:
            made = "i.stream" if origin == "merge" else "s.source"
            sources = (
                f"SELECT DISTINCT s.source, {made} FROM idea_sources s JOIN ideas i"
                f" ON i.stream = s.stream WHERE i.origin = '{origin}'"
            )
            assert sorted(fresh.execute(query)) == sorted(fresh.execute(sources))
        designed = fresh.execute("SELECT stream, went_to FROM ideas WHERE status = 'designed'")
        begun = fresh.execute("SELECT idea, stream FROM innovations WHERE idea IS NOT NULL")
        assert sorted(designed) == sorted(begun)
        fresh.close()

    # And back

    def teardown(self) -> None:
        try:
            if self.whole:
                self.take_all_back()
        finally:
            self.views.close()
            self.office.close()
            self.opened.close()

    def take_all_back(self) -> None:
        """Voiding every command, newest first, passes through all that stood before each."""
        for one in reversed(self.done):
            self.office.void(f"batal-{one.name}", one.name)
            assert self.standing() == one.before, one.name
        assert self.office.findings() == []
        self.look_at_nothing()

    def look_at_nothing(self) -> None:
        projector.catch_up(self.office.store, self.views)
        left = {name for name, rows in tables(self.views).items() if rows}
        assert left == {"regions", "people", "person_posts"}
        assert self.office.reservations() == {}


class LabLifeOnPostgres(LabLife):
    """The same with ledger and views in a database."""

    server = ""
    TABLES = ("stored_events", "head", "appends", "reservations", "refs")

    def lies(self) -> tuple[Side, GenerationStore]:
        url = self.opened.enter_context(database(self.server))
        return Postgres(url), PostgresGenerationStore(url)

    def bytes(self) -> Any:
        """All that the ledger holds: every row of its tables."""
        return [
            self.office.query(f"SELECT * FROM {table} AS one ORDER BY one::text") for table in self.TABLES
        ]


@pytest.fixture(scope="module", autouse=True)
def _served(postgres_server: str) -> None:
    LabLifeOnPostgres.server = postgres_server


def _known(funnel: Funnel, parts: Iterable[str]) -> int:
    """Parts of a funnel together; one of which nothing is recorded adds nothing."""
    return sum(getattr(funnel, name) or 0 for name in parts)


def _often(times: int) -> settings:
    return settings(
        max_examples=times,
        stateful_step_count=25,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )


LabLife.TestCase.settings = _often(30)
LabLifeOnPostgres.TestCase.settings = _often(3)
TestLabLife = LabLife.TestCase
TestLabLifeOnPostgres = LabLifeOnPostgres.TestCase
