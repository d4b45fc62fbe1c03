"""The short form of `python -m torture.hostile`: damaged and hostile files and words by a fixed seed."""

from pathlib import Path

from torture.hostile.run import furnish, run


def test_hostile_cases_are_answered_in_words_and_record_nothing(filed_demo: Path, tmp_path: Path) -> None:
    furnish(tmp_path, filed_demo)
    met = run(tmp_path, range(80), seed=7)
    assert met.wrong == []
    assert met.cases.total() == 80
    assert set(met.cases) == {
        "workbook",
        "values",
        "lines",
        "rulebook",
        "backup",
        "bag",
        "list",
        "map",
        "words",
        "documents",
    }
