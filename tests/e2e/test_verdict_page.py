"""The page of verdicts in the docs says what the demo says."""

from pathlib import Path

from tools.verdict_page import ASKED, PAGE, page


def test_the_page_of_verdicts_is_what_the_demo_says(demo: Path) -> None:
    assert page(demo) == PAGE.read_text(encoding="utf-8")
    assert len({code for code, *_ in ASKED}) == 12
