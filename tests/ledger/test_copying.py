"""Moving a ledger: what must be the same afterwards, and what must be refused."""

from pathlib import Path

import pytest

from ledger.admin import copying, verify
from ledger.admin.copying import Copied, DamagedError
from ledger.errors import ClosedLedgerError, ConflictError
from ledger.factory import create_tables, open_vault
from ledger.ports.vault import Profile
from tests.ledger.office import DOCUMENT, IDEA, UNIT, Office, all_tables, document, idea, unit
from tests.ledger.sides import Postgres, Side, Sqlite

PEOPLE: dict[str, Profile] = {
    "p1": {"name": "Nama Contoh", "civil_number": None, "phone": "0812", "email": None},
    "p2": {"name": "Lain", "civil_number": "1", "phone": None, "email": None},
}


@pytest.fixture
def target(side: Side, tmp_path: Path, request: pytest.FixtureRequest) -> Side:
    """An empty place of the other kind."""
    if isinstance(side, Sqlite):
        return Postgres(request.getfixturevalue("postgres"))
    (tmp_path / "ke").mkdir()
    return Sqlite(tmp_path / "ke")


@pytest.fixture
def told(office: Office) -> Office:
    """Seven events in four appends, with reservations, references, a correction, a void and a vault."""
    open_vault(office.side.place).create()
    open_vault(office.side.place).keep(PEOPLE)
    office.do("c", unit("Dinas é文"), document("1"), idea(units=[UNIT]))
    office.clock.move(hours=1)
    office.correct("d", IDEA, 1, "title", "Pasar Rakyat")
    office.void("e", "c/2")
    return office


def test_copy_has_every_table_the_same_and_a_clean_proof(told: Office, target: Side) -> None:
    before, verdict = all_tables(told), verify.verify(told.store)
    done = copying.copy(told.side.place, target.place)
    assert done == Copied(7, 4, verdict.root, 2, before=False)
    there = Office(target)
    assert all_tables(there) == before
    assert (there.findings(), verify.verify(there.store)) == ([], verdict)
    assert open_vault(target.place).all() == PEOPLE
    there.close()


def test_recording_goes_on_at_the_new_place_alone(told: Office, target: Side) -> None:
    copying.copy(told.side.place, target.place)
    with pytest.raises(ClosedLedgerError) as caught:
        told.do("f", document("2"))
    assert caught.value.why.text == "This ledger is closed: it went on as {place}."
    assert told.store.head().position == 7
    assert told.findings() == []
    there = Office(target, told.clock)
    assert there.do("f", document("1")).first == 8
    assert there.reservations() == {"document/3303/sk/2022/1": ("3303/document/000002", 1)}
    assert there.findings() == []
    there.close()


def test_closed_ledger_names_where_it_went(told: Office, target: Side) -> None:
    assert told.store.closed_by() is None
    copying.copy(told.side.place, target.place)
    named = copying.display_name(target.place)
    assert told.store.closed_by() == named
    assert (":@" in named, named in (str(target), "")) == (False, False)
    with pytest.raises(ClosedLedgerError):
        copying.copy(told.side.place, target.place)


def test_copy_that_was_cut_off_before_closing_is_finished(told: Office, target: Side) -> None:
    """Everything was copied, the source is still open: running it again closes it."""
    create_tables(target.place)
    recorder = target.recorder(told.clock)
    with recorder.append_statements() as statements:
        copying.append_batch(told.store, statements)
    recorder.close()
    assert copying.copy(told.side.place, target.place).before
    assert told.store.closed_by() == copying.display_name(target.place)
    assert open_vault(target.place).all() == PEOPLE


def test_copy_onto_another_ledger_is_refused_and_leaves_both_open(told: Office, target: Side) -> None:
    there = Office(target).open()
    with pytest.raises(ConflictError) as caught:
        copying.copy(told.side.place, target.place)
    assert caught.value.why.values == {"place": copying.display_name(target.place)}
    assert told.do("f", unit()).first == 8
    assert there.do("f", unit()).first == 3
    there.close()


def test_damaged_ledger_is_not_copied(told: Office, target: Side) -> None:
    told.side.drop_guards()
    told.side.execute("UPDATE stored_events SET topic = 'x/1' WHERE rowid = 4")
    with pytest.raises(DamagedError) as caught:
        copying.copy(told.side.place, target.place)
    values = {"place": copying.display_name(told.side.place), "count": 2, "position": 4}
    assert (caught.value.status, caught.value.why.values) == (1, values)
    assert told.store.closed_by() is None


def test_there_and_back_again_is_the_same_ledger(told: Office, target: Side, tmp_path: Path) -> None:
    before = all_tables(told)
    copying.copy(told.side.place, target.place)
    (tmp_path / "pulang").mkdir()
    home = Sqlite(tmp_path / "pulang")
    copying.copy(target.place, home.place)
    back = Office(home, told.clock)
    assert all_tables(back) == before
    assert back.bodies(DOCUMENT) == []
    assert back.do("f", unit()).first == 8
    back.close()


def test_large_ledger_is_copied_in_pieces(told: Office, target: Side) -> None:
    before = all_tables(told)
    there = Office(target)
    with there.recorder.append_statements() as statements:
        copying.append_batch(told.store, statements, batch=3)
    assert all_tables(there) == before
    there.close()
