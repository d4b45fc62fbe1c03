"""Of a large workbook exactly the cells with planted errors are named in one run, and noted in its copy."""

from pathlib import Path

from tests.helpers import invoke
from torture.planted import FAULTS, plant, wrong


def test_the_cells_with_errors_of_forty_kinds_are_named_and_noted(tmp_path: Path) -> None:
    assert len(set(FAULTS)) == 40
    assert len(plant(tmp_path / "buku.xlsx", rows=1_000, errors=80, seed=3)) == 80
    assert wrong(tmp_path, rows=1_000, errors=80, seed=3) == []


def test_the_same_rows_without_errors_are_recorded(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    assert plant(path, rows=1_000, errors=0, seed=3) == set()
    done = invoke("import", path, "--home", home)
    assert (done.status, done.err) == (0, "")
    assert " 1.000 baru, 0 sama, 0 berbeda." in done.out
