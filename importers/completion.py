"""Workbooks for units to complete: whose innovations stand in them, and for whom they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import Struct

from domain import streams
from domain.base import reason
from domain.names import fold
from domain.sheets.registry import COMPLETED, SHEETS
from domain.sheets.sheet import Sheet
from importers import template
from importers.definitions.guide import GUIDE_COMPLETED
from importers.prefilled import Cells, Prefilling
from importers.reading.book import CONTENT_LABEL, FILLER_LABEL, LAB_LABEL, NOT_READ, REGION_LABEL
from importers.reading.content import Content
from ledger.errors import ConflictError
from projections.eligibility import known_rulebooks
from projections.queries.find import NotFoundError, innovation_of, lab_of
from projections.queries.unit_work import (
    UnitWork,
    labs_of,
    unit_work,
    units_without_work,
)
from projections.read_session import ReadSession


class CompletionBook(Struct, frozen=True):
    """A workbook before it is written; `unit` is None where it is not one unit's own."""

    region: str
    unit: str | None
    lab: str | None
    innovations: list[str]
    rows: dict[str, list[Cells]]
    left_out: int
    all_sheets: tuple[Sheet, ...] = COMPLETED

    @property
    def sheets(self) -> list[str]:
        """The names of its sheets."""
        return [sheet.name for sheet in self.all_sheets]


class Completion:
    """Makes such workbooks of one state of the ledger; a context, for it holds a connection.

    `added` are sheets that they hold besides those that units complete: empty, to be filled in.
    """

    def __init__(self, session: ReadSession, added: Sequence[Sheet] = ()) -> None:
        self.session = session
        self.sheets = tuple(sheet for sheet in SHEETS if sheet in COMPLETED or sheet in added)
        self.store = session.workspace.store()
        self._made: dict[str, Prefilling] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.store.close()

    def chosen(self, codes: Sequence[str], unit: str | None, lab: str | None) -> CompletionBook:
        """The innovations named, those of a unit, or those of a lab.

        Raises NotFoundError or AmbiguousError, and ConflictError for innovations of two regions.
        """
        found = [innovation_of(self.session, code) for code in codes]
        owner = None
        if unit is not None:
            owner = self._unit(unit, lab)
            found += owner.innovations
        elif lab is not None:
            stream = lab_of(self.session, lab)
            found += [name for one in unit_work(self.session, lab=stream) for name in one.innovations]
        found = list(dict.fromkeys(found))
        if not found:
            raise NotFoundError(
                reason('No innovation of the lab "{slug}" is recorded.', slug=lab),
                reason("Record some with sheet Inovasi: jejak import FILE"),
            )
        if len({streams.region_of(one) for one in found}) > 1:
            raise ConflictError(
                reason("These innovations are of several regions; a workbook speaks of one."),
                reason("Write one workbook for each region."),
            )
        return self._book(sorted(found), owner.short if owner else None, lab)

    def by_unit(self, lab: str | None) -> Iterator[CompletionBook]:
        """A workbook for each unit with innovations, of all labs or of one."""
        stream = lab_of(self.session, lab) if lab else None
        for one in unit_work(self.session, lab=stream):
            yield self._book(one.innovations, one.short, lab)

    def units_without_innovations(self, lab: str | None) -> list[str]:
        """The short names of the open units that get no workbook."""
        if lab:
            regions = {streams.region_of(lab_of(self.session, lab))}
        else:
            regions = {one.region for one in unit_work(self.session)}
        return [name for region in sorted(regions) for name in units_without_work(self.session, region)]

    def write(self, path: Path, book: CompletionBook) -> None:
        """Writes a workbook, with the mark of what stands in its cells."""
        content = Content()
        for sheet, rows in book.rows.items():
            for row in rows:
                content.add(
                    sheet, {label: cell for label, cell in row.items() if not label.startswith(NOT_READ)}
                )
        identity = {
            REGION_LABEL: streams.region_code(book.region),
            LAB_LABEL: book.lab or "",
            FILLER_LABEL: book.unit or "",
            CONTENT_LABEL: content.mark,
        }
        template.write(path, rows=book.rows, identity=identity, sheets=book.all_sheets, guide=GUIDE_COMPLETED)

    def _book(self, innovations: list[str], unit: str | None, lab: str | None) -> CompletionBook:
        region = streams.region_of(innovations[0])
        if region not in self._made:
            workspace, code = self.session.workspace, streams.region_code(region)
            rulebooks = known_rulebooks.known(self.store, workspace.evidence, streams.prefix(code))
            self._made[region] = Prefilling(self.store, rulebooks)
        made = self._made[region].rows(innovations)
        slugs = labs_of(self.session, innovations)
        # New rows belong to the lab of all the innovations, where that is one.
        of_all = slugs[0] if len(slugs) == 1 else None
        return CompletionBook(region, unit, of_all, innovations, made.rows, made.left_out, self.sheets)

    def _unit(self, name: str, lab: str | None) -> UnitWork:
        stream = lab_of(self.session, lab) if lab else None
        work = unit_work(self.session, lab=stream)
        found = [one for one in work if fold(name) in (fold(one.short), fold(one.name))]
        if len(found) == 1:
            return found[0]
        if found:
            listed = "; ".join(f"{one.name} ({streams.region_code(one.region)})" for one in found)
            raise ConflictError(
                reason('"{text}" means several: {listed}.', text=name, listed=listed),
                reason("Write the whole name of the unit."),
            )
        raise NotFoundError(
            reason('No unit "{name}" has an innovation.', name=name),
            reason("Look at the units with innovations: jejak catalogue stats"),
        )
