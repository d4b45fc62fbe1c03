"""A history on either database."""

from collections.abc import Iterator

import pytest

from tests.properties.past import Past, on_postgres


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def past(
    request: pytest.FixtureRequest, filed: Past, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Past]:
    """The history that `filed` of the module tells, with its ledger in a file and in a database."""
    if request.param == "sqlite":
        yield filed
        return
    server = request.getfixturevalue("postgres_server")
    with on_postgres(filed, tmp_path_factory.mktemp("pindah"), server) as moved:
        yield moved
