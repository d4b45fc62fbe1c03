"""The short form of `make torture` over a ledger in a file."""

from pathlib import Path

from torture.trial import ROLES, Trial


def test_killed_writers_lose_and_double_nothing(tmp_path: Path) -> None:
    result = Trial(tmp_path, seed=7).run(seconds=25, writers=8, kills=12)
    assert result.wrong == []
    assert result.kills == 12
    assert result.acknowledged > 0
    assert set(result.ended) == set(ROLES) - {"projector"}
