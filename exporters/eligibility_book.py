"""The workbook of an edition: matrix, conditions, ranking, dashboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from exporters import books
from exporters import eligibility_words as words
from exporters.eligibility_dashboard import dashboard
from exporters.eligibility_matrix import conditions, matrix
from exporters.eligibility_ranking import ranking
from messages import indonesian as _


def write(path: Path, data: dict[str, Any]) -> None:
    """Writes the workbook from the data of `projections.assessment`, whole or not at all."""
    title = _("Assessment {edition}").format(edition=words.edition(data["edition"]))
    with books.book(path, title) as made:
        for sheet in (matrix, ranking, dashboard, conditions):
            sheet(made, data)
