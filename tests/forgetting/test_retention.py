"""The retention period is the region's own word: Jejak knows none, and never fills one in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.forgetting.given import CLERK, FORGET, done
from tests.helpers import invoke

WITHOUT = (*FORGET[:5], *FORGET[7:])


def test_a_period_that_nobody_says_is_asked_for(own_life: Path) -> None:
    assert "--retention belum diisi." in done(own_life, *WITHOUT, status=2).err


def test_the_period_of_the_region_is_taken_from_its_settings(own_life: Path) -> None:
    with (own_life / "jejak.toml").open("a", encoding="utf-8") as file:
        file.write('retention = "Perbup 1/2020, 800.1: 2 tahun"\n')
    done(own_life, *WITHOUT)
    found = done(own_life, "person", "show", "3303-P0002", "--json").data["forgetting"]
    assert (found["retention"], found["requested_by"]) == ("Perbup 1/2020, 800.1: 2 tahun", CLERK)


@pytest.mark.parametrize("written", ["2", "true", '" "'])
def test_a_setting_that_says_no_period_is_named(own_life: Path, written: str) -> None:
    with (own_life / "jejak.toml").open("a", encoding="utf-8") as file:
        file.write(f"retention = {written}\n")
    answer = invoke("lab", "list", "--home", own_life)
    assert answer.status == 5
    assert "retention" in answer.err
