"""The grid of months of a plan, and the funnel as a drawing."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from exporters.word.lab.drawing import FIELD, MILLIMETRE, Bar, funnel_drawing
from exporters.word.lab.grid import CLEAR, FILL, Grid, grid_of, month_columns, year_columns
from projections.queries.lab_record import DatedStep

MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def month(text: str) -> int:
    year, of_year = map(int, text.split("-"))
    return year * 12 + of_year - 1


def step(first: str | None, last: str | None = None) -> DatedStep:
    months = (month(first), month(last or first)) if first else None
    return DatedStep(
        number=1,
        phase="preparation",
        activity="Menyusun SOP",
        executor=None,
        output=None,
        method=None,
        start=first,
        end=last,
        months=months,
    )


def heads(*steps: DatedStep) -> tuple[list[tuple[str, int]], list[str]]:
    grid = grid_of(steps)
    years = year_columns(grid, known=any(one.months for one in steps), narrow=2)
    return [(one.label, one.columns) for one in years], [one.label for one in month_columns(grid)]


def test_a_column_a_month_over_the_months_of_the_steps() -> None:
    assert heads(step("2022-11", "2023-01"), step("2023-02")) == (
        [("2022", 2), ("2023", 2)],
        ["Nov", "Des", "Jan", "Feb"],
    )


def test_more_than_twelve_months_bear_numbers_and_a_narrow_year_its_last_digits() -> None:
    years, months = heads(step("2022-12", "2024-12"))
    assert years == [("’22", 1), ("2023", 12), ("2024", 12)]
    assert months == ["12", *map(str, range(1, 13)), *map(str, range(1, 13))]


@pytest.mark.parametrize(
    ("last", "columns", "labels"),
    [
        ("2024-12", 36, ["1", "2"]),
        ("2025-01", 13, ["I", "II"]),
        ("2031-01", 19, ["I", "II"]),
        ("2051-01", 10, ["2022–2024", "2025–2027"]),
        ("9999-12", 10, ["2022–2819", "2820–3617"]),
    ],
)
def test_a_long_plan_takes_longer_periods(last: str, columns: int, labels: list[str]) -> None:
    grid = grid_of([step("2022-01", last)])
    assert grid.columns == columns
    assert [one.label for one in month_columns(grid)][:2] == labels
    assert grid.fills(step("2022-01", last)) == [FILL] * columns


def test_without_any_date_the_grid_is_a_year_left_open() -> None:
    assert heads(step(None)) == ([("Tahun …………", 12)], MONTHS)
    assert heads() == ([("Tahun …………", 12)], MONTHS)
    assert grid_of([step("2022-01")]).fills(step(None)) == [CLEAR]


def test_a_step_fills_its_months_alone() -> None:
    grid = Grid(month("2022-01"), 1, 4)
    assert grid.fills(step("2022-02", "2022-03")) == [CLEAR, FILL, FILL, CLEAR]


def test_a_bar_is_as_wide_as_its_count_and_an_unknown_one_is_dashed() -> None:
    hostile = '<w:p>&amp; "\x01\ud800'
    made = funnel_drawing(
        [Bar("Ide", 200, "200"), Bar("Inovasi", 50, "50"), Bar(hostile, None, "?")], hostile
    )
    assert made == funnel_drawing(
        [Bar("Ide", 200, "200"), Bar("Inovasi", 50, "50"), Bar(hostile, None, "?")], hostile
    )
    tree = etree.fromstring(made.replace("<w:r>", f'<w:r xmlns:w="{W}">', 1))
    fills = re.findall(r'<a:ext cx="(\d+)" cy="\d+"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
                       r'</a:prstGeom><a:solidFill>', made)  # fmt: skip
    assert [int(one) for one in fills] == [FIELD * MILLIMETRE, FIELD * MILLIMETRE // 4]
    assert made.count('prstDash val="dash"') == 1
    assert made.count("<a:custGeom>") == 1
    texts = [one.text for one in tree.iter(f"{{{W}}}t")]
    assert texts[:6] == ["Ide", "200", "Inovasi", "50", '<w:p>&amp; "\ufffd\ufffd', "?"]
    assert texts[6:] == ['<w:p>&amp; "\ufffd\ufffd']
