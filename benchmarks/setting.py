"""What stands before the first lab of a generated region: region, operator, units and persons."""

from __future__ import annotations

from benchmarks import words
from benchmarks.sheets import Workbook
from benchmarks.words import Words
from benchmarks.writer import Stream, Writer
from domain import streams
from domain.person import PersonRegistered
from domain.region import MissionRecorded, RegionRegistered
from domain.unit import UnitRegistered, UnitRenamed
from schemas.regions import Region

UNITS = {
    "opd": ("Dinas", 30),
    "bagian": ("Bagian", 8),
    "kecamatan": ("Kecamatan", 18),
    "kelurahan": ("Kelurahan", 15),
    "desa": ("Desa", 30),
    "puskesmas": ("Puskesmas", 22),
    "rsud": ("RSUD", 2),
    "bumd": ("Perumda", 3),
    "sekolah": ("SMP Negeri", 12),
    "other": ("Forum", 2),
}
"""Kind of unit to the first word of its name and how many a region has."""
PERSONS = 60


class Setting:
    """The region's lasting streams."""

    def __init__(self, writer: Writer, tell: Words, official: Region, *, thin: float = 0.0) -> None:
        self.writer, self.words, self.thin = writer, tell, thin
        self.region = Stream(streams.region_stream(writer.region))
        self.units: list[Stream] = []
        self.persons: list[Stream] = []
        self.left: set[str] = set()
        self._begin(official)
        workbook = Workbook(writer.random, writer.region)
        for kind, (word, count) in UNITS.items():
            for number in range(count):
                self._unit(workbook, kind, f"{word} {words.PLACES[number % 8]} {number + 1}")
        for _ in range(PERSONS):
            self.person(workbook)
        for number in range(1, 8):
            writer.begin()
            mission = MissionRecorded(plan="RPJMD 2016-2021", number=number, text=tell.sentence())
            writer.put(self.region, mission, "2016")

    def _begin(self, official: Region) -> None:
        """The append that makes a workspace: region and operator."""
        self.writer.begin()
        self.writer.put(self.region, RegionRegistered(**official))
        self.person(None)
        self.writer.flush()

    def _unit(self, workbook: Workbook, kind: str, name: str) -> None:
        stream = self.writer.found("unit")
        short = name if self.words.chance(0.3) else None
        body = UnitRegistered(kind=kind, name=f"{name} Kabupaten" if short else name, short=short)
        self.writer.begin()
        self.writer.put(stream, body, None, workbook.row(body))
        self.units.append(stream)
        if self.words.chance(0.08):
            self.writer.begin()
            renamed = UnitRenamed(name=f"{name} dan Perumahan", reason=self.words.sentence())
            self.writer.put(stream, renamed, "2017-01")

    def person(self, workbook: Workbook | None) -> Stream:
        """One more person, by post and unit; the profile key says nothing about anybody."""
        body = PersonRegistered(
            profile=f"{self.writer.random.getrandbits(128):032x}",
            post=self.words.pick(words.POSTS),
            unit=self.words.pick(self.units).id if self.units else None,
        )
        stream = self.writer.found("person")
        self.writer.begin()
        self.writer.put(stream, body, None, workbook.row(body) if workbook else None)
        self.persons.append(stream)
        return stream
