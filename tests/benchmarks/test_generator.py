"""Generated ledgers are ledgers: they verify, nothing in them is broken, and a seed decides every byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.generator import Summary, generate
from domain.corrections import FactCorrected, FactVoided
from domain.kinds import TYPES
from ledger.admin import verify
from ledger.codec import CODEC, Row
from ledger.event_store import EventStore
from ledger.write import integrity
from ledger.write.unit_of_work import UnitOfWork

EVENTS = 8_000


def _make(folder: Path, name: str, *, seed: int = 1, events: int = EVENTS) -> Summary:
    return generate(folder / f"{name}.db", events=events, seed=seed)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    return _make(tmp_path_factory.mktemp("generated"), "ledger")


@pytest.fixture
def store(made: Summary) -> EventStore:
    return EventStore(made.path)


def test_the_ledger_verifies(made: Summary, store: EventStore) -> None:
    verdict = verify.verify(store)
    assert verdict.findings == []
    assert verdict.events == made.events == EVENTS


def test_no_fact_is_broken(store: EventStore) -> None:
    unit_of_work = UnitOfWork(store, store.head().position)
    assert integrity.violations(unit_of_work, store.streams("3303/")) == []


def test_it_holds_what_is_hard_to_read(made: Summary, store: EventStore) -> None:
    facts = [CODEC.decode(Row(*row)) for row in store.all_rows()]
    bodies = [type(fact.body) for fact in facts]
    assert bodies.count(FactCorrected) == made.corrections > 0
    assert bodies.count(FactVoided) == made.voids > 0
    assert {len(fact.occurred or "") for fact in facts} >= {0, 4, 7, 10, 21}


UNTOLD = {
    "award.given",
    "entry.alignment_chosen",
    "entry.dossier_issued",
    "entry.queue_moved",
    "entry.result_announced",
    "entry.section_written",
    "idea.made_by_split",
    "idea.split",
    "innovation.awarded",
    "innovation.complaints_settled",
    "innovation.creation_stage",
    "innovation.developed",
    "innovation.evidence_superseded",
    "innovation.link_checked",
    "innovation.network_joined",
    "innovation.noted",
    "innovation.replicated",
    "innovation.verdict_recorded",
    "person.forget_confirmed",
    "person.forget_requested",
    "person.forgotten",
    "region.edition_dated",
    "region.rulebook_added",
    "unit.closed",
    "unit.merged",
    "unit.succeeded",
}
"""Types of which a generated ledger holds none."""


def test_it_holds_every_other_type_of_event(tmp_path: Path) -> None:
    store = EventStore(_make(tmp_path, "wide", events=20_000).path)
    found = {row[3].rpartition("/")[0] for row in store.all_rows()}
    assert set(TYPES) - found == UNTOLD


def test_rows_are_as_large_as_real_ones(made: Summary) -> None:
    assert 240 <= made.bytes / made.events <= 420


def test_a_seed_decides_every_byte(made: Summary, store: EventStore, tmp_path: Path) -> None:
    again = EventStore(_make(tmp_path, "again").path)
    other = EventStore(_make(tmp_path, "other", seed=8).path)
    assert again.head() == store.head()
    assert other.head() != store.head()


def test_appends_hold_ten_thousand_events_at_most(tmp_path: Path) -> None:
    store = EventStore(_make(tmp_path, "large", events=12_345).path)
    sizes = [last - first + 1 for first, last in store.connection.execute("SELECT first, last FROM appends")]
    assert sum(sizes) == 12_345
    assert sizes[0] == 2
    assert max(sizes) <= 10_000
    assert verify.verify(store).findings == []


def test_innovations_can_be_counted_out(tmp_path: Path) -> None:
    made = generate(tmp_path / "counted.db", events=0, seed=3, innovations=90)
    assert made.innovations == 90
    assert len(EventStore(made.path).streams("3303/innovation/")) == 90
    assert verify.verify(EventStore(made.path)).findings == []


def test_a_ledger_is_never_written_over(made: Summary) -> None:
    with pytest.raises(FileExistsError):
        generate(made.path, events=10, seed=1)
    with pytest.raises(ValueError, match=r"99\.99"):
        generate(made.path, events=10, seed=1, region="99.99")


def test_several_regions_get_about_the_same_share(tmp_path: Path) -> None:
    made = generate(tmp_path / "country.db", events=3_000, seed=1, regions=3)
    country = EventStore(made.path)
    assert (verify.verify(country).findings, made.events) == ([], 3_000)
    prefixes = sorted({row[1].partition("/")[0] for row in country.all_rows()})
    assert prefixes == ["11", "1101", "1102"]
    shares = [sum(1 for _ in country.all_rows(prefix=f"{prefix}/")) for prefix in prefixes]
    assert shares == [1_000, 1_000, 1_000]


@pytest.mark.parametrize("wanted", [{"regions": 553, "events": 10**6}, {"regions": 3, "events": 900}])
def test_what_cannot_be_made_is_refused(tmp_path: Path, wanted: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"^\d+$"):
        generate(tmp_path / "none.db", seed=1, **wanted)
    assert list(tmp_path.iterdir()) == []
