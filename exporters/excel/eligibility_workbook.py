"""The workbook of an edition: matrix, conditions, ranking, dashboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from exporters.excel import eligibility_text as words
from exporters.excel import workbook
from exporters.excel.eligibility_dashboard import dashboard
from exporters.excel.eligibility_matrix import conditions, matrix
from exporters.excel.eligibility_ranking import ranking
from jejak_i18n import indonesian as _


def write(path: Path, data: dict[str, Any]) -> None:
    """Writes the workbook from the data of `projections.eligibility.assessment`, whole or not at all."""
    title = _("Assessment {edition}").format(edition=words.edition(data["edition"]))
    with workbook.book(path, title) as made:
        for sheet in (matrix, ranking, dashboard, conditions):
            sheet(made, data)
