"""One browser for the tests of a file, and the pages of the demo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import invoke
from tools.browser import Watched, browsing


@pytest.fixture(scope="module")
def watched() -> Iterator[Watched]:
    """A browser with one page."""
    with browsing() as found:
        yield found


@pytest.fixture
def browser(watched: Watched) -> Iterator[Watched]:
    """The same; afterwards nothing may have been asked of a network, nor complained of."""
    watched.asked.clear()
    watched.said.clear()
    yield watched
    assert watched.asked == []
    assert watched.said == []


@pytest.fixture(scope="session")
def salatiga(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of Kota Salatiga in the demo: 140 innovations of one lab."""
    folder = tmp_path_factory.mktemp("situs") / "salatiga"
    done = invoke("site", folder, "--region", "33.73", "--home", demo)
    assert done.status == 0, done.err
    return folder
