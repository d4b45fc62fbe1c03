"""Commands as a chance hand makes them: the same for a seeded history and for a state machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, TypeVar

from domain import idea, lab, terms, unit
from domain.base import Draft, Source
from domain.delivery import Display, Implement, Launch
from domain.design import DesignInnovation, RenameInnovation
from domain.document import RegisterDocument
from domain.plan import Monitor
from ledger.codec import Row
from ledger.event_store import EventStore
from ledger.write.decision import Decision
from ledger.write.unit_of_work import UnitOfWork
from tests.properties.course_moves import CourseMoves

T = TypeVar("T")
Command = Callable[[Decision], object]
WORDS = ("Antre", "Pasar", "Posyandu", "Sampah", "Kartu", "Pupuk", "Perpustakaan", "Rujukan")
SLUGS = ("lab-1", "lab-2", "lab-3", "lab-4")


class Moves(CourseMoves):
    """Makes commands about one region; `pick` chooses, `when` gives dates."""

    CORRECTABLE: ClassVar[tuple[str, ...]] = ("idea", "innovation", "lab", "unit", "document", "person")

    def __init__(
        self,
        store: EventStore,
        region: str,
        pick: Callable[[Sequence[Any]], Any],
        when: Callable[[], str | None],
    ) -> None:
        self.store, self.region, self.pick, self.when = store, region, pick, when

    # What there is

    def all(self, kind: str) -> list[str]:
        """The streams of a kind that ever were."""
        return self.store.streams(f"{self.region}/{kind}/")

    def standing(self, kind: str) -> list[str]:
        unit_of_work = self.unit_of_work()
        return [stream for stream in self.all(kind) if unit_of_work.state(stream)]

    def open_ideas(self) -> list[str]:
        unit_of_work = self.unit_of_work()
        found = [(stream, unit_of_work.state(stream)) for stream in self.all("idea")]
        return [stream for stream, state in found if state and state.status == "open"]

    def unit_of_work(self) -> UnitOfWork:
        return UnitOfWork(self.store, self.store.head().position)

    def rows(self) -> list[Row]:
        """The events of the region after those of the first append."""
        first = self.store.first_append()
        assert first
        rows = self.store.between(first.last + 1, self.store.head().position)
        return [row for row in rows if row.stream.startswith(f"{self.region}/")]

    def word(self) -> str:
        return f"{self.pick(WORDS)} {self.pick(range(1, 5))}"

    def maybe(self, found: Sequence[T]) -> T | None:
        """One of them, mostly; None where there are none."""
        return self.pick([*found, *found, *found, None]) if found else None

    def some(self, found: Sequence[T], most: int) -> list[T]:
        """A few, in a chance order, each once."""
        rest, taken = list(found), []
        for _ in range(min(most, len(rest))):
            taken.append(self.pick(rest))
            rest.remove(taken[-1])
        return taken

    # Founding

    def register_unit(self) -> Command:
        return self._act(unit.RegisterUnit, kind=self.pick(("opd", "desa")), name=self.word())

    def register_document(self) -> Command:
        number = self.pick(("1", "2", None))
        return self._act(RegisterDocument, kind="sk", number=number, subject=self.word())

    def open_lab(self) -> Command:
        mode = self.pick(("reconstructed", "reconstructed", "live"))
        return self._act(lab.OpenLab, slug=self.pick(SLUGS), name=self.word(), mode=mode)

    def propose(self, *, row: bool = False) -> Command:
        values: dict[str, Any] = {"lab": self.maybe(self.standing("lab")), "title": self.word()}
        values |= {"units": self.some(self.standing("unit"), 2), "illustrative": self.pick((False, True))}
        action = idea.ProposeIdea.of(region=self.region, occurred=self.when(), **values)
        if not row:
            return lambda decision: decision.act(action)
        key = self.pick(("IDE-1", "IDE-2", "IDE-3"))

        def source(draft: Draft) -> Source:
            return Source(scope=self.region, sheet="Ide", key=key, first=draft.founds_row)

        return lambda decision: decision.act(action, source)

    def design(self) -> Command:
        ideas = self.pick((self.open_ideas(), self.all("idea")))
        values = {"lab": self.maybe(self.standing("lab")), "idea": self.maybe(ideas), "title": self.word()}
        units = self.all("unit") or [f"{self.region}/unit/000001"]
        return self._act(DesignInnovation, unit=self.pick(units), **values)

    # Ideas

    def merge(self) -> Command:
        ideas = self.pick((self.open_ideas(), self.open_ideas(), self.all("idea")))
        sources = self.some(ideas, self.pick((2, 2, 3)))
        values = {"lab": self.maybe(self.standing("lab")), "title": self.word(), "reason": "fokus"}
        return self._act(idea.MergeIdeas, sources=sources, **values)

    def split(self) -> Command:
        titles = [self.word() for _ in range(self.pick((2, 2, 3, 1)))]
        return self._act(idea.SplitIdea, idea=self._idea(), titles=titles, reason="dua layanan")

    def end_idea(self) -> Command:
        code, ending = self.pick(terms.END_REASONS), self.pick(terms.ENDINGS)
        return self._act(idea.EndIdea, idea=self._idea(), ending=ending, code=code)

    def approve(self) -> Command:
        return self._act(idea.ApproveIdea, idea=self._idea(), approved_by="Bupati")

    def _idea(self) -> str:
        found = self.pick((self.open_ideas(), self.open_ideas(), self.all("idea")))
        return self.pick(found or [f"{self.region}/idea/000001"])

    # Innovations, labs and units

    def live_on(self) -> Command:
        """Something in the life of an innovation."""
        kinds = (self.rename, self.rename, self.launch, self.monitor, self.implement, self.display)
        return self.pick(kinds)()

    def rename(self) -> Command:
        values = {"title": self.word(), "acronym": self.pick((None, "ANTRE", "PASAR")), "reason": "luas"}
        return self._on(RenameInnovation, **values)

    def launch(self) -> Command:
        return self._on(Launch, lab=self.maybe(self.standing("lab")))

    def monitor(self) -> Command:
        return self._on(Monitor, mode="direct", finding=self.word())

    def implement(self) -> Command:
        return self._on(Implement)

    def display(self) -> Command:
        return self._on(Display, lab=self.maybe(self.standing("lab")))

    def hold_stage(self) -> Command:
        begun, ended = self.when(), self.pick((None, self.when()))
        values = {"stage": self.pick(terms.STAGES[:4]), "opened_on": begun, "closed_on": ended}
        if self.pick((False, False, False, True)):
            values |= {"not_held": True, "reason": "dana"}
        return self._act(lab.HoldStage, lab=self._lab(), **values)

    def join(self) -> Command:
        units = self.all("unit") or [f"{self.region}/unit/000001"]
        return self._act(lab.JoinLab, lab=self._lab(), unit=self.pick(units))

    def change_unit(self) -> Command:
        stream = self.pick(self.all("unit") or [f"{self.region}/unit/000001"])
        change = self.pick(("renamed", "renamed", "closed"))
        return self._act(unit.ChangeUnit, unit=stream, change=change, name=self.word())

    def _lab(self) -> str:
        return self.pick(self.standing("lab") or [f"{self.region}/lab/000001"])

    def _on(self, action: Any, **values: Any) -> Command:
        found = self.all("innovation") or [f"{self.region}/innovation/000001"]
        # Some lives are long.
        return self._act(action, innovation=self.pick((self.pick(found[:2]), self.pick(found))), **values)

    # Marks

    def correct(self) -> Command:
        """One field of one fact gets another value; half of the time its date."""
        unit_of_work = self.unit_of_work()
        facts = [
            (stream, one)
            for kind in self.CORRECTABLE
            for stream in self.all(kind)
            for one in unit_of_work.facts(stream)
        ]
        if not facts:
            return lambda decision: decision.correct(f"{self.region}/idea/000001", 1, "title", "x", "salah")
        stream, chosen = self.pick(facts)
        values = self._values()
        fields = [name for name in chosen.body.__struct_fields__ if name in values] or ["occurred"]
        name = self.pick(("occurred", self.pick(fields)))
        new = values[name]()
        return lambda decision: decision.correct(stream, chosen.version, name, new, "salah catat")

    def _values(self) -> dict[str, Callable[[], Any]]:
        return {
            "occurred": self.when,
            "title": self.word,
            "name": self.word,
            "acronym": lambda: self.pick((None, "ANTRE", "LAPAK")),
            "illustrative": lambda: self.pick((False, True)),
            "lab": lambda: self.maybe(self.all("lab")),
            "unit": lambda: self.pick(self.all("unit") or [None]),
            "units": lambda: self.some(self.all("unit"), 2),
            "slug": lambda: self.pick(SLUGS),
            "code": lambda: self.pick((*terms.END_REASONS, "bukan kode")),
            "kind": lambda: self.pick(terms.UNIT_KINDS),
            "number": lambda: self.pick(("1", "2", None)),
            "stage": lambda: self.pick(terms.STAGES[:4]),
            "post": self.word,
            "reason": self.word,
            "status": lambda: self.pick(terms.RUNNING[:3]),
            "score": lambda: self.pick(("1", "12.5", "tiga")),
            "document": lambda: self.pick(self.all("document") or [None]),
            "person": self._person,
        }

    def void(self, *, voids: bool = False) -> Command:
        """An action or its whole command is taken out; with `voids`, one that is itself a void."""
        rows = [row for row in self.rows() if not voids or row.topic.startswith("fact.voided/")]
        if not rows:
            return lambda decision: decision.void("tidak-ada", "salah")
        action = str(json.loads(self.pick(rows).state)["action"])
        names = self.pick((action, action.rpartition("/")[0]))
        return lambda decision: decision.void(names, "salah catat")

    def _act(self, action: Any, **values: Any) -> Command:
        made = action.of(region=self.region, occurred=self.when(), **values)
        return lambda decision: decision.act(made)
