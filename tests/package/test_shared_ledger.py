"""A package from a shared ledger is the one from a file, to the last byte."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.helpers import invoke, moved
from tests.packages import FORM


def test_the_same_package_from_a_file_and_from_a_database(
    own_life: Path, tmp_path: Path, postgres: str
) -> None:
    (tmp_path / "tim.pdf").write_bytes(FORM)
    words = (
        "--code",
        "SIMPEL",
        "--kind",
        "sk",
        "--indicator",
        "16",
        "--number",
        "1/2023",
        "--home",
        own_life,
    )
    assert invoke("evidence", "add", tmp_path / "tim.pdf", *words).status == 0
    packing = ("dossier", "pack", "iga", "SIMPEL", "--year", "2026", "--out")
    assert invoke(*packing, tmp_path / "a.zip", "--home", own_life).status == 0
    shared = moved(Path(shutil.copytree(own_life, tmp_path / "bersama")), postgres)
    done = invoke(*packing, tmp_path / "b.zip", "--home", shared)
    assert done.status == 0, done.err
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    done = invoke("dossier", "verify", tmp_path / "a.zip", "--home", shared)
    assert (done.status, done.err) == (0, "")
