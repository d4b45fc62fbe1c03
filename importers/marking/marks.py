"""What an import found, as marks on the cells of its workbook."""

from __future__ import annotations

from collections.abc import Sequence

from domain.base import reason
from importers.marking.marked_copy import Mark
from importers.problems import Problem
from importers.recording.report import Report
from importers.recording.report_text import difference_text
from jejak_i18n import sentence

INDONESIAN = "id"
"""A workbook speaks Indonesian, whoever calls the program."""


def marks_of_problems(problems: Sequence[Problem]) -> list[Mark]:
    """Errors as marks."""
    return [
        Mark(one.cell, sentence(one.what, INDONESIAN), sentence(one.remedy, INDONESIAN)) for one in problems
    ]


def marks_of_differences(report: Report) -> list[Mark]:
    """Differing cells as marks."""
    remedy = sentence(
        reason("Put back the recorded value, or ask for a correction if it was never true."), INDONESIAN
    )
    return [Mark(one.cell, sentence(difference_text(one), INDONESIAN), remedy) for one in report.differences]
