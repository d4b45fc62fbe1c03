"""The library's own contract suites hold for our recorders."""

import threading
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import TestCase
from uuid import uuid4

import pytest
from eventsourcing.persistence import ApplicationRecorder
from eventsourcing.tests.persistence import (
    ApplicationRecorderTestCase,
    NonInterleavingNotificationIDsBaseCase,
)

from ledger.clock import now
from tests.ledger.sides import Postgres, Side, Sqlite
from tests.postgres import database


class _OurRecorder(TestCase):
    def setUp(self) -> None:
        self.stack = ExitStack()
        self.side = self.new_side()
        self.running = set(threading.enumerate())

    def tearDown(self) -> None:
        # The suite leaves reader threads to end by themselves; a connection closed under them crashes.
        for thread in set(threading.enumerate()) - self.running:
            if not thread.name.startswith("pool-"):
                thread.join()
        self.stack.close()

    def new_side(self) -> Side:
        folder = self.stack.enter_context(TemporaryDirectory(ignore_cleanup_errors=True))
        return Sqlite(Path(folder))

    def new_originator_id(self) -> str:
        return f"3303/test/{uuid4()}"

    def create_recorder(self) -> ApplicationRecorder:
        recorder = self.side.recorder(now, pool_size=5)
        self.stack.callback(recorder.datastore.close)
        return recorder


@pytest.mark.usefixtures("server_url")
class _OnPostgres(_OurRecorder):
    server: str

    @pytest.fixture
    def server_url(self, postgres_server: str) -> None:
        self.server = postgres_server

    def new_side(self) -> Side:
        return Postgres(self.stack.enter_context(database(self.server)))


class TestApplicationRecorderOnSqlite(_OurRecorder, ApplicationRecorderTestCase[ApplicationRecorder]):
    pass


class TestNonInterleavingOnSqlite(_OurRecorder, NonInterleavingNotificationIDsBaseCase):
    pass


class TestApplicationRecorderOnPostgres(_OnPostgres, ApplicationRecorderTestCase[ApplicationRecorder]):
    pass


class TestNonInterleavingOnPostgres(_OnPostgres, NonInterleavingNotificationIDsBaseCase):
    pass


del ApplicationRecorderTestCase, NonInterleavingNotificationIDsBaseCase
