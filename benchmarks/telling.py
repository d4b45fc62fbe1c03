"""How one lab's events are told: days, sources, and which facts corrections and voids pick later."""

from __future__ import annotations

from benchmarks import days
from benchmarks.setting import Setting
from benchmarks.sheets import Workbook
from benchmarks.words import Words
from benchmarks.writer import Stream, Told, Writer
from domain.base import Body


class Telling:
    """The context of one round: its lab, first day, workbook (when reconstructed) and documents."""

    def __init__(self, setting: Setting, number: int) -> None:
        self.setting = setting
        self.writer: Writer = setting.writer
        self.words: Words = setting.words
        self.random = self.writer.random
        self.number = number
        self.start = int(self.random.random() * days.LATEST_START)
        self.live = self.words.chance(0.55)
        self.slug = f"lab-{days.exact(self.start)[:4]}-{number}"
        self.lab = self.writer.found("lab")
        self.workbook = None if self.live else Workbook(self.random, self.lab.id)
        self.documents: list[Stream] = []

    def tell(self, stream: Stream, body: Body, day: int | None = None, *, exact: bool = False) -> Told:
        """One action with one event, so many days after the round began."""
        self.writer.begin()
        return self.part(stream, body, day, exact=exact)

    def part(
        self, stream: Stream, body: Body, day: int | None = None, *, exact: bool = False, first: bool = True
    ) -> Told:
        """One event of an action that the writer has begun; `first` holds the identity of its row."""
        when = None
        if day is not None:
            when = days.exact(self.start + day) if exact else days.written(self.random, self.start + day)
        source = self.workbook.row(body, first=first) if self.workbook else None
        return self.writer.put(stream, body, when, source)

    def day(self, first: int, last: int) -> int:
        """Some day of the round between two, counted from its start."""
        return first + int(self.random.random() * (last - first))

    def date(self, day: int) -> str:
        """A day of the round in ISO form."""
        return days.exact(self.start + day)
