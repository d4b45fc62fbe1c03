"""The list of innovations launched, the action plans, and the certificates of a lab."""

from __future__ import annotations

from exporters.dossier import formatting
from exporters.word.lab.agreement import plan_of
from exporters.word.lab.grid import grid_of, month_columns, step_row, total_cost, year_columns
from exporters.word.lab.model import (
    CertificatePage,
    CertificatePaper,
    LaunchedRow,
    LaunchingPaper,
    PlanPaper,
)
from exporters.word.lab.progress import check_row, seen_rows
from exporters.word.lab.words import name_of, shared, span_of
from jejak_i18n import indonesian as _
from jejak_i18n import labels
from jejak_i18n.unit_kinds import unit_kind_label
from projections.queries.lab_record import Decree, LabInnovation, LabRecord
from projections.queries.labs import Ceremony

UNNUMBERED = "–"
"""Stands for the number of an innovation that the annex of others does not number."""
LONG = 110
"""Letters above which a title is set smaller on a certificate."""
KEPT = 2
"""Rows that stay with the signature, so that it never stands alone on a page."""
TABLE_WIDTH = 15_137
"""Twentieths of a point: the whole grid of a plan. So are the widths below."""
OTHER_COLUMNS = 5_800
"""All columns beside activities and months (`exporters.templates.lab_lists`)."""
GRID_WIDTH, WIDE_GRID, WIDEST_CELL = 5_700, 7_200, 560
"""The months together, at most; of more than two years; and one of them, where they are few."""
FEW_COLUMNS, YEAR_WIDTH = 24, 340
"""How many columns are few; and what the four digits of a year take."""


def launching_paper(record: LabRecord) -> LaunchingPaper | None:
    """The annex; None where no innovation of the lab is recorded as launched."""
    launched = [one for one in record.innovations if one.launched]
    if not launched:
        return None
    rows = [
        LaunchedRow(
            number=number,
            code=one.code,
            innovation=name_of(one),
            unit=one.unit,
            kind=_kind(record, one),
            day=formatting.date(one.launched_on),
            illustrative=one.illustrative,
        )
        for number, one in numbered_as_annexed(launched, record.decree)
    ]
    decree = record.decree
    notes = [] if decree else [_("No decree was named; its lines are dotted.")]
    if unnumbered := sum(row.number == UNNUMBERED for row in rows):
        told = _("Numbers are those of the annex; without one, in order of their codes: {count}.")
        notes.append(told.format(count=unnumbered))
    return LaunchingPaper(
        **shared(
            record,
            _("List of innovations launched"),
            illustrative=any(one.illustrative for one in launched),
            notes=notes,
        ),
        decree=_decree(record),
        number=decree.number if decree else None,
        day=formatting.date(decree.occurred) if decree else None,
        about=decree.subject if decree else None,
        ceremonies=[ceremony_text(one) for one in record.lab.ceremonies if one.kind == "launching"],
        rows=rows[:-KEPT],
        last_rows=rows[-KEPT:],
    )


def numbered_as_annexed(
    launched: list[LabInnovation], decree: Decree | None
) -> list[tuple[str, LabInnovation]]:
    """The innovations by their recorded numbers in the annex, then by code; without any counted by code.

    The numbers are those of the decree that was named, or of the only one that gives any: of several,
    nobody says which annex this is.
    """
    by_code = sorted(launched, key=lambda one: one.stream)
    giving = {document for one in launched for document, row in one.determined.items() if row is not None}
    document = decree.stream if decree else next(iter(giving), None) if len(giving) == 1 else None
    numbers = {one.stream: one.determined.get(document or "") for one in by_code}
    known = [one for one in by_code if numbers[one.stream] is not None]
    if not known:
        return [(str(at), one) for at, one in enumerate(by_code, 1)]
    known.sort(key=lambda one: numbers[one.stream] or 0)
    others = [one for one in by_code if numbers[one.stream] is None]
    return [*((str(numbers[one.stream]), one) for one in known), *((UNNUMBERED, one) for one in others)]


def _kind(record: LabRecord, one: LabInnovation) -> str | None:
    """The kind of its unit, as the region called it in the days of the lab."""
    lab = record.lab
    return unit_kind_label(one.unit_kind, lab.region, lab.day) if one.unit_kind else None


def _decree(record: LabRecord) -> str | None:
    """What the annex belongs to, by its kind and issuer."""
    if record.decree is None:
        return None
    kind = _("decree") if record.decree.kind == "sk" else labels.label_of("document", record.decree.kind)
    return f"{kind} {record.decree.issuer or '…………………………'}"


def ceremony_text(one: Ceremony) -> str:
    """A launching or a display in one line: name, place, day, marker."""
    parts = (one.name, one.place, formatting.date(one.occurred), one.marker)
    return ", ".join(part for part in parts if part)


def plan_papers(record: LabRecord, *, also_empty: bool) -> list[tuple[str, PlanPaper]]:
    """The plan of each innovation that has one, with its code; `also_empty`: of all, with open lines."""
    return [(one.code, _plan(record, one)) for one in record.innovations if one.plans or also_empty]


def _plan(record: LabRecord, one: LabInnovation) -> PlanPaper:
    version, steps = plan_of(one, None)
    grid = grid_of(steps)
    known = any(step.start or step.end for step in steps)
    together = GRID_WIDTH if grid.columns <= FEW_COLUMNS else WIDE_GRID
    cell = min(WIDEST_CELL, together // grid.columns)
    unknown = sum(not (step.start or step.end) for step in steps)
    notes = []
    if not steps:
        notes.append(_("No step of an action plan is recorded for this innovation."))
    elif unknown:
        notes.append(_("Steps without a recorded time fill no month: {count}.").format(count=unknown))
    return PlanPaper(
        **shared(record, _("Action plan of the innovation"), illustrative=one.illustrative, notes=notes),
        code=one.code,
        innovation=name_of(one),
        unit=one.unit,
        version=str(version) if version else None,
        steps=[step_row(step, grid) for step in steps],
        checks=[check_row(one, step, version) for step in steps],
        seen=seen_rows(one, version),
        cost=total_cost(steps),
        years=year_columns(grid, known=known, narrow=-(-YEAR_WIDTH // cell)),
        months=month_columns(grid),
        cell_width=cell,
        activity_width=TABLE_WIDTH - OTHER_COLUMNS - cell * grid.columns,
        table_width=TABLE_WIDTH,
    )


def certificate_paper(record: LabRecord, *, all_units: bool) -> CertificatePaper | None:
    """A page for each innovation, with `all_units` for each unit without one too; None without any."""
    days = span_of(record.begun, record.ended)
    pages = [_page(one, days) for one in record.innovations if one.unit]
    if all_units:
        having = {one.unit_stream for one in record.innovations}
        took_part = _("for taking part in")
        pages += [
            CertificatePage(
                unit=unit.name, innovation=None, long=False, deed=took_part, days=days, illustrative=False
            )
            for unit in record.units
            if unit.stream not in having
        ]
    if not pages:
        return None
    return CertificatePaper(
        **shared(record, _("Certificates"), illustrative=any(page.illustrative for page in pages)),
        pages=pages,
    )


def _page(one: LabInnovation, days: str | None) -> CertificatePage:
    name = name_of(one)
    deed = _("which was launched in") if one.launched else _("which was designed in")
    # A launching may lie outside the stages that are recorded: then their days would say something false.
    if launched := formatting.date(one.launched_on) if one.launched else None:
        deed, days = _("which was launched on {day} in").format(day=launched), None
    return CertificatePage(
        unit=one.unit or "",
        innovation=name,
        long=len(name) > LONG,
        deed=deed,
        days=days,
        illustrative=one.illustrative,
    )
