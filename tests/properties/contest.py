"""Commands about competitions as a chance hand makes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from domain import terms
from domain.award import GiveAward
from domain.claims import ClaimLevel, ClaimRegion, VerifyLevel
from domain.entry import AnnounceResult, ChooseAlignment, MoveQueue, WriteSection
from domain.evidence import AttachEvidence, CheckLink
from domain.profile import WriteProfile
from domain.region import DateEdition
from domain.support import RecordSupport
from tests.properties.moves import Command, Moves

EDITIONS = (("iga", 2026, None), ("kipp", 2021, "umum"), ("kipp", 2021, "replikasi"))
BOOKS = ("iga-2026", "kipp-2021-umum", "kipp-2021-replikasi")
INDICATORS = ("regulation", "personnel", "executors", "training", "usefulness", "replication")
ROWS = ("audit_opinion", "regional_income")
PARTS = ("background_aims", "description", "resources")
AFFAIRS = ("Kesehatan", "Pendidikan", "Perdagangan")
LINKS = ("https://contoh.id/a", "https://contoh.id/b")
DAYS = ("2021-05-11", "2021-05", "2021", "2020-06-01", "2023-03-01")
SUPPORTS: dict[str, tuple[str, ...]] = {
    "development": ("subject",),
    "generation": ("subject", "earlier"),
    "replicated_out": ("place",),
    "replicated_in": ("place", "tier", "edition"),
    "executors": ("role", "count"),
    "budget": ("year",),
    "plan": ("year",),
    "training": ("subject",),
    "partner": ("subject",),
    "network_unit": ("subject",),
    "procedure": ("count",),
    "creation_stage": ("subject", "begins", "ends"),
    "benefit": ("basis", "amount"),
}
"""What a supporting fact of each kind is told by."""


class Contest(Moves):
    """Makes commands about competitions too."""

    CORRECTABLE: ClassVar[tuple[str, ...]] = ("innovation", "innovation", "entry", *["region", "award"] * 4)

    def support(self) -> Command:
        kind = self.pick(tuple(SUPPORTS))
        values = self._values()
        named = {name: values[name]() for name in SUPPORTS[kind]}
        return self._on(RecordSupport, kind=kind, **named)

    def attach(self) -> Command:
        values = self._values()
        named = {name: values[name]() for name in ("iga", "kipp", "file", "link", "number", "page")}
        supersedes = self.pick((None, None, 2, 3, 4))
        kind = self.pick(("sk", "perkada", "attendance_list", "report"))
        return self._on(AttachEvidence, kind=kind, subject=self.word(), supersedes=supersedes, **named)

    def check(self) -> Command:
        return self._on(CheckLink, link=self.pick(LINKS), alive=self.pick((True, False)))

    def profile(self) -> Command:
        values = {name: " ".join([self.word()] * self.pick((1, 40, 90, 160))) for name in ("design", "aims")}
        values |= {"affair": self.pick(AFFAIRS), "kipp_category": self.pick((None, "Pendidikan"))}
        return self._on(WriteProfile, **values)

    def award(self) -> Command:
        values = {"tier": self.pick(("TOP 45", "TOP 99")), "edition": self.pick(("2018", "2019"))}
        return self._on(GiveAward, title="KIPP", recipient="innovation", **values)

    def _level(self) -> int:
        return int(self.pick((0, 1, 2, 3)))

    def claim(self) -> Command:
        values = {"indicator": self.pick(INDICATORS), "level": self._level()}
        return self._on(ClaimLevel, year=2026, verified=self.pick((None, 1, 2)), **values)

    def verify(self) -> Command:
        return self._on(VerifyLevel, year=2026, indicator=self.pick(INDICATORS), verified=self._level())

    def claim_region(self) -> Command:
        values = {"indicator": self.pick(ROWS), "amount": self.pick((None, "8.17", "0.5"))}
        values |= {"documents": self.some(self.all("document"), 2), "verified": self.pick((None, 1, 2))}
        return self._act(ClaimRegion, year=2026, level=self._level(), **values)

    def _kipp(self) -> dict[str, Any]:
        _award, year, group = self.pick(EDITIONS[1:])
        return {"year": year, "group": group}

    def choose(self) -> Command:
        values = {"category": self.pick(("Pendidikan", "Kesehatan", "Bukan kategori")), "sdgs": [8]}
        values |= {"source_tier": self.pick((None, "TOP 99")), "source_edition": self.pick(("2013", "2019"))}
        return self._on(ChooseAlignment, **self._kipp(), **values)

    def write(self) -> Command:
        text = " ".join([self.word()] * self.pick((5, 100, 300)))
        return self._on(WriteSection, **self._kipp(), section=self.pick(PARTS), text=text)

    def move(self) -> Command:
        return self._on(MoveQueue, **self._kipp(), stage=self.pick(terms.QUEUE))

    def result(self) -> Command:
        award, year, group = self.pick(EDITIONS)
        result = self.pick(("withdrawn", "finalist"))
        tier = "TOP 99" if result == "finalist" else None
        return self._on(AnnounceResult, award=award, year=year, group=group, result=result, tier=tier)

    def date(self) -> Command:
        group = self.pick((None, "umum", "replikasi"))
        values = {"milestone": self.pick(terms.EDITION_DATES), "day": self.pick(DAYS)}
        return self._act(DateEdition, award="kipp", year=2021, group=group, **values)

    def _values(self) -> dict[str, Callable[[], Any]]:
        return {
            **super()._values(),
            "subject": self.word,
            "place": self.word,
            "role": self.word,
            "count": lambda: self.pick((1, 4, 12, 30)),
            "year": lambda: self.pick((2023, 2024, 2025, 2026)),
            "begins": lambda: self.pick(("2024", "2024-01", "2024-02-20")),
            "ends": lambda: self.pick(("2024-04-30", "2024-09", "2025")),
            "basis": lambda: self.pick(terms.BENEFITS),
            "amount": lambda: self.pick(("1", "31", "150", "8.17")),
            "tier": lambda: self.pick(("TOP 45", "TOP 99")),
            "edition": lambda: self.pick(("2013", "2018", "2019")),
            "earlier": lambda: self.pick(self.all("innovation") or [None]),
            "day": lambda: self.pick(DAYS),
            "milestone": lambda: self.pick(terms.EDITION_DATES),
            "iga": lambda: self.some(INDICATORS, 3),
            "kipp": lambda: self.some(PARTS, 1),
            "file": lambda: self.pick((None, "ab" * 32)),
            "link": lambda: self.pick((None, *LINKS)),
            "page": lambda: self.pick((None, "3")),
            "level": self._level,
            "verified": self._level,
            "result": lambda: self.pick(("withdrawn", "finalist")),
            "category": lambda: self.pick(("Pendidikan", "Bukan kategori")),
            "affair": lambda: self.pick(AFFAIRS),
        }


COMPETING = (
    *("support", "attach", "claim") * 5,
    *("check", "profile", "verify", "implement", "claim_region", "choose", "date") * 2,
    *("award", "write", "move", "result", "rename", "design", "register_document"),
    *("correct",) * 6,
    *("void", "void_void") * 2,
)
