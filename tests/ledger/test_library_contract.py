"""The library's own contract suites hold for our recorder."""

import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import TestCase
from uuid import uuid4

from eventsourcing.persistence import ApplicationRecorder
from eventsourcing.tests.persistence import (
    ApplicationRecorderTestCase,
    NonInterleavingNotificationIDsBaseCase,
)

from ledger.sqlite import Datastore, SqliteLog


class _OurRecorder(TestCase):
    def setUp(self) -> None:
        self.folder = TemporaryDirectory(ignore_cleanup_errors=True)
        self.stores: list[Datastore] = []
        self.running = set(threading.enumerate())

    def tearDown(self) -> None:
        # The suite leaves reader threads to end by themselves; a connection closed under them crashes.
        for thread in set(threading.enumerate()) - self.running:
            thread.join()
        for store in self.stores:
            store.close()
        self.folder.cleanup()

    def new_originator_id(self) -> str:
        return f"3303/test/{uuid4()}"

    def create_recorder(self) -> SqliteLog:
        store = Datastore(str(Path(self.folder.name) / "ledger.db"), pool_size=5)
        self.stores.append(store)
        log = SqliteLog(store)
        log.create_table()
        return log


class TestApplicationRecorder(_OurRecorder, ApplicationRecorderTestCase[ApplicationRecorder]):
    pass


class TestNonInterleaving(_OurRecorder, NonInterleavingNotificationIDsBaseCase):
    pass


del ApplicationRecorderTestCase, NonInterleavingNotificationIDsBaseCase
