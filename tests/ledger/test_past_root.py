"""The root of the proof tree at an earlier position is the one that was told then."""

from ledger import merkle
from ledger.past_root import root_at
from tests.ledger.office import Office, idea, unit


def test_every_root_that_was_told_is_found_again(office: Office) -> None:
    told = {}
    for number in range(5):
        office.do(f"c{number}", unit(name=f"Dinas {number}"), idea(title=f"Ide {number}"))
        head = office.store.head()
        told[head.position] = merkle.root(head.frontier).hex()
    assert len(told) == 5
    assert {position: root_at(office.store, position) for position in told} == told
