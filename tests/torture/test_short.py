"""The short form of `make torture`."""

from pathlib import Path

from torture.trial import Trial


def test_killed_writers_lose_and_double_nothing(tmp_path: Path) -> None:
    result = Trial(tmp_path, seed=7).run(seconds=8, writers=4, kills=12)
    assert result.wrong == []
    assert result.kills == 12
    assert result.acknowledged > 0
