"""The workbook of an edition: matrix, conditions, ranking, dashboard."""

from __future__ import annotations

from pathlib import Path

from exporters.excel import workbook
from exporters.excel.eligibility_dashboard import dashboard
from exporters.excel.eligibility_matrix import conditions, matrix
from exporters.excel.eligibility_ranking import ranking
from jejak_i18n import indonesian as _
from jejak_i18n.verdicts import edition_name
from projections.eligibility.assessment import Assessment


def write(path: Path, assessed: Assessment) -> None:
    """Writes the workbook of an assessment, whole or not at all."""
    title = _("Assessment {edition}").format(edition=edition_name(assessed.edition))
    with workbook.book(path, title) as made:
        for sheet in (matrix, ranking, dashboard, conditions):
            sheet(made, assessed)
