"""The short form of `make torture` over a ledger on PostgreSQL, whose server is killed too."""

from pathlib import Path

from tools.server import database, server
from torture.trial import ROLES, Trial


def test_killed_writers_and_servers_lose_and_double_nothing(tmp_path: Path) -> None:
    with server() as one, database(one.url) as url:
        trial = Trial(tmp_path, seed=7, url=url, server=one)
        result = trial.run(seconds=25, writers=8, kills=12, outages=2)
    assert result.wrong == []
    assert (result.kills, result.outages) == (12, 2 if one.is_own else 0)
    assert result.acknowledged > 0
    assert set(result.ended) == set(ROLES) - {"projector"}
