"""A server tells of every append, of those too that came before anybody waited."""

from threading import Event

import pytest

from ledger.errors import LostConnectionError
from ledger.postgres.subscription import CHANNEL, ListeningSubscription
from tests.ledger.office import Office, unit
from tests.ledger.sides import Postgres
from tests.postgres import cut


@pytest.fixture
def office(postgres: str) -> Office:
    return Office(Postgres(postgres)).open()


def test_each_append_is_told_and_nothing_else(office: Office, postgres: str) -> None:
    listening = ListeningSubscription(postgres)
    assert not listening.wait_for_append(0.05)
    office.do("c", unit())
    assert listening.wait_for_append(30)
    assert not listening.wait_for_append(0.05)
    listening.close()
    office.close()


def test_the_channel_is_the_one_of_the_recorder(office: Office) -> None:
    assert office.recorder.channel_name == CHANNEL
    office.close()


def test_a_stop_is_heeded_and_a_cut_connection_found(office: Office, postgres: str) -> None:
    listening = ListeningSubscription(postgres)
    stop = Event()
    stop.set()
    listening.wait(stop)
    cut(postgres)
    with pytest.raises(LostConnectionError):
        listening.wait_for_append(30)
    listening.close()
    office.close()
