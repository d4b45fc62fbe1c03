"""What an import decides of a file that was read: row after row, then of all of them together."""

from __future__ import annotations

import contextlib
from collections.abc import Container
from typing import Any

from domain import dates, streams, support
from domain.base import Action, Draft, OrderReason, Source, reason
from domain.names import fold
from domain.region import RegisterRegion
from domain.sheets.directory import PERSON, UNIT
from domain.sheets.evidence import SUPPORT
from domain.sheets.idea import SPLIT
from domain.sheets.innovation import INNOVATION
from domain.sheets.lab import LAB, STAGE
from domain.sheets.registry import SHEETS
from domain.sheets.sheet import Column
from importers.problems import Cell, CellError, ImportProblems, Problem, in_order
from importers.reading.book import IDENTITY, Book, Row
from importers.recording import (
    hints,
    labless_rows,
    live_labs,
    prefetch,
    profiles,
    recorded_rows,
    same_file,
    same_innovation,
    unchanged_cells,
)
from importers.recording.broken_rows import broken_beside
from importers.recording.compare import Comparing
from importers.recording.given_files import GivenFiles
from importers.recording.key_facts import KeyFacts
from importers.recording.report import Change, ImportDifferences, Report
from importers.recording.resolve import Pending, Resolver, Skip
from importers.recording.texts import Texts
from importers.recording.told_rows import told_row
from ledger.ports.vault import FIELDS, Profile, new_profile
from ledger.workspace.workspace import Workspace
from ledger.write.decision import Decision
from schemas.regions import Region
from schemas.regions import region as official

RANK = {sheet.name: place for place, sheet in enumerate(SHEETS)}


class ImportDecision:
    """One import; `decide` may run again when another writer was first."""

    def __init__(
        self,
        book: Book,
        workspace: Workspace,
        correction: str | None,
        allow_text: str | None,
        *,
        telling: bool = False,
        second: bool = False,
        update: bool = False,
        take_earlier: bool = False,
    ) -> None:
        self.texts = Texts(book, workspace, allow_text)
        self.book, self.workspace, self.correction, self.telling = book, workspace, correction, telling
        self.second, self.update, self.take_earlier = second, update, take_earlier
        self.profiles: dict[Row, str] = {}
        self.kept: dict[str, Profile] = {}
        self.given_files = GivenFiles(book.folder, workspace.evidence)
        self.report = _report(book)
        self.comparing, self.key_facts = Comparing(self), KeyFacts(self)
        self.rows: dict[int, Row] = {}
        self.problems: list[Problem] = []
        self.titles: list[tuple[Cell, str, str]] = []
        """Of each new innovation the cell, the title and the stream."""

    def prepare(self) -> None:
        """Personal data and evidence files are kept before the append that first names them."""
        self.workspace.vault.keep(self.kept)
        self.kept = {}
        self.given_files.keep()

    def decide(self, decision: Decision) -> None:
        self.report = _report(self.book)
        self.rows, self.problems, self.titles = {}, list(self.book.problems), []
        self.texts.problems = self.problems
        self.texts.registered = lambda: profiles.registered(decision.unit_of_work, self.resolver.region)
        self.decision = decision
        area = self._region()
        if area is None:
            raise ImportProblems(in_order(self.problems))
        self.resolver = Resolver(self.book, decision.unit_of_work, streams.prefix(area["code"]))
        self.recorded = recorded_rows.RecordedRows(decision.unit_of_work)
        known = profiles.of_rows(self.book, self.resolver, decision)
        self.people = prefetch.People(self.workspace.vault, known)
        self._register(area)
        self._find_lab()
        left = unchanged_cells.problems_left(self.book, self.resolver, self.recorded)
        self.problems[: len(self.book.problems)] = left
        self.problems += same_innovation.settle(self.book, self.resolver, decision.unit_of_work)
        self._all(sorted((row for row in self.book.rows if row.key), key=_order))
        for row in self.book.rows:
            if not row.key:
                self._check_references(row)
        self._refused()
        if self.book.content_out is not None and not self.second:
            new = self.rows.values()
            self.problems += same_innovation.second_of_a_title(new, self.resolver, decision.unit_of_work)
        if self.problems:
            raise ImportProblems(in_order([*self.problems, *broken_beside(self)]))
        made = [
            (row, self.resolver.streams[row]) for row in self.rows.values() if row in self.resolver.streams
        ]
        self.report.notes += live_labs.dated_outside(made, decision.unit_of_work)
        # A workbook that was written for a unit leaves out the rows of the others.
        if self.book.content_out is None:
            self.report.vanished = hints.vanished(self.book, self.resolver, decision.unit_of_work)
        if self.report.differences and self.correction is None:
            raise ImportDifferences(self.report)

    def _region(self) -> Region | None:
        found = official(self.book.region) if self.book.region else None
        if self.book.region and found is None:
            what = reason("there is no region with the code {code}.", code=self.book.region)
            remedy = reason("Take the code of the official list, such as 33.03 for Kabupaten Purbalingga.")
            self.problems.append(Problem(Cell(IDENTITY, "B1"), what, remedy))
        return found

    def _register(self, area: Region) -> None:
        prefix = streams.prefix(area["code"])
        if self.decision.unit_of_work.state(streams.region_stream(prefix)) is None:
            self.decision.act(RegisterRegion.of(region=prefix, **area))

    def _find_lab(self) -> None:
        """The lab that rows belong to: of this file, or recorded before; it scopes their keys."""
        key = self.book.lab
        if key is None or (LAB.name, key) in self.resolver.by_key:
            return
        if held := self.resolver.reserved(LAB.name, key):
            self.resolver.lab = held[0]
            return
        what = reason("the lab {key} is neither on sheet Lab nor recorded before.", key=key)
        self.problems.append(Problem(self.book.lab_cell, what, self.book.lab_remedy))

    def _all(self, rows: list[Row]) -> None:
        """Handles rows in order; a row that waits for a later one of its sheet comes after it."""
        while rows:
            waiting = []
            for row in rows:
                try:
                    self._row(row)
                except Pending:
                    waiting.append(row)
                except Skip:
                    self.resolver.failed.add(row)
            if len(waiting) == len(rows):
                self.problems += [_circle(row) for row in waiting]
                return
            rows = waiting

    def _row(self, row: Row) -> None:
        if row.sheet.scope == "lab" and self._lab_failed():
            raise Skip
        if row.faulty:
            self._check_references(row)
            self._check_what_was_read(row)
            raise Skip
        if row.sheet is LAB and row.key == self.book.lab:
            self._one(row)
            self.resolver.lab = self.resolver.streams.get(row)
            return
        self._one(row)

    def _check_references(self, row: Row) -> None:
        """Names the wrong references, and the persons in texts, of a row that has other errors already."""
        self.texts.look(row, self._unrecorded(row))
        for column in row.sheet.columns:
            if column.field not in row.values:
                continue
            try:
                self._value(row, column)
            except CellError as error:
                self.problems.append(Problem(row.cell(column.field), error.what, error.remedy))
            except (Pending, Skip):
                continue

    def _check_what_was_read(self, row: Row) -> None:
        """Names what is wrong among the cells of a row that could be read, beside those that could not."""
        unread = {doubt.field for doubt in row.doubts}
        if not unread or not row.only_doubts:
            return
        self._misfits(row, unread)
        if not unread & {"not_held", "reason"}:
            self._missing(row, dict(row.values))
        if row.sheet.founds and row.key:
            with contextlib.suppress(Skip):
                self.key_facts.of(row, row.values)

    def _unrecorded(self, row: Row) -> list[str]:
        """The fields of a row that say something else than what is recorded under its key."""
        known = self.resolver.known(row) if row.key else None
        if known is None:
            return list(row.values)
        held = self.recorded.held(row.sheet, known[0], self.resolver.scope(row), row.key)
        return [name for name, value in row.values.items() if name not in held or held[name].value != value]

    def _lab_failed(self) -> bool:
        return self.book.lab is not None and self.resolver.lab is None

    def _one(self, row: Row) -> None:
        try:
            values = self._values(row)
        except Skip:
            # Its names need no other row: what is wrong with its key is told in the same run.
            if row.sheet.founds:
                self.key_facts.of(row, row.values)
            self._misfits(row)
            # A person in a text is told in the same run, too.
            self.texts.look(row, self._unrecorded(row))
            raise
        held = self.key_facts.of(row, values)
        if held is None and row.sheet is UNIT:
            match = self._registered_unit(row)
            if match:
                self.resolver.streams[row] = match
                self.report.same += 1
                return
        if held:
            self.resolver.streams[row] = held[0]
            if row.sheet is SPLIT:
                self.resolver.parts[row] = list(self.decision.standing(*held).body.into)
            self.comparing.compare(row, values, *held)
        else:
            self._record(row, values)

    def _misfits(self, row: Row, unread: Container[str] = ()) -> None:
        """What the kind of a row asks of its cells, but of unread ones, is told beside its other errors."""
        if row.sheet is not SUPPORT or row.values.get("kind") not in support.OF_KIND:
            return
        for name, why in support.misfits(row.sheet.action, row.values["kind"], row.values):
            if name in unread:
                continue
            remedy = reason("Mend the cell, then import again.")
            self.problems.append(Problem(row.cell(name), why, remedy))

    def _registered_unit(self, row: Row) -> str | None:
        units = self.resolver.units()
        for name in (row.values.get("name"), row.values.get("short")):
            found = units.get(fold(name)) if name else None
            # The kind of a list's unit is only a guess from its name.
            listed = row.place is not None
            if found and (listed or self.decision.unit_of_work.state(found).kind == row.values.get("kind")):
                return found
        return None

    def _values(self, row: Row) -> dict[str, Any]:
        """The row's values with references, files and personal data resolved."""
        values: dict[str, Any] = {}
        failed = False
        for column in row.sheet.columns:
            if column.field not in row.values:
                continue
            try:
                values[column.field] = self._value(row, column)
            except CellError as error:
                failed = True
                self.problems.append(Problem(row.cell(column.field), error.what, error.remedy))
            except Skip:
                # The row named is at fault; this row's other cells are still read.
                failed = True
        if row.sheet.key_field:
            values[row.sheet.key_field] = row.key
        failed |= self._missing(row, values)
        if failed:
            raise Skip
        return values

    def _value(self, row: Row, column: Column) -> Any:
        value = row.values[column.field]
        if column.kind != "file":
            return self.resolver.resolve(column, value)
        return self.given_files.value(column, value, lambda: self._recorded_file(row, column, value))

    def _recorded_file(self, row: Row, column: Column, name: str) -> str | None:
        """The recorded file of a row whose cell says the name under which it was given."""
        known = self.resolver.known(row) if row.key else None
        if known is None:
            return None
        held = self.recorded.held(row.sheet, known[0], self.resolver.scope(row), row.key).get(column.field)
        return held.value if held and held.given_as == name else None

    def _missing(self, row: Row, values: dict[str, Any]) -> bool:
        if row.sheet is STAGE and values.get("not_held") and not values.get("reason"):
            what = reason("a stage that was not held needs its reason.")
            self.problems.append(
                Problem(row.cell("reason"), what, reason("Fill in {label}.", label=STAGE.label("reason")))
            )
            return True
        if row.sheet is STAGE and values.get("reason") and not values.get("not_held"):
            what = reason("a stage that was held has no reason for not being held.")
            remedy = reason("Empty the cell, or fill in {label}.", label=STAGE.label("not_held"))
            self.problems.append(Problem(row.cell("reason"), what, remedy))
            return True
        in_lab = row.sheet.scope == "lab" and not values.get("no_lab")
        if in_lab and "lab" in row.sheet.action.fields():
            if self.resolver.lab:
                values["lab"] = self.resolver.lab
            elif _needs_lab(row.sheet.action):
                self.problems.append(labless_rows.without_lab(row))
                return True
            elif self.book.facts and (slug := self.resolver.lab_of_idea(values.get("idea"))):
                self.problems.append(labless_rows.outside_its_lab(row, slug))
                return True
        return False

    def _record(self, row: Row, values: dict[str, Any]) -> None:
        self.texts.look(row, values)
        action = self.action(row, row.sheet.action, values)
        before = len(self.decision.unit_of_work.pending)
        number = self.decision.act(action, lambda draft: self.source(row, draft))
        self.rows[number] = row
        made = self.decision.unit_of_work.pending[before:]
        if not made:
            raise Skip
        self.resolver.streams[row] = made[0].stream
        self.resolver.parts[row] = [event.stream for event in made[1:]]
        self.report.new[row.sheet.name] += 1
        if row.sheet is INNOVATION:
            self.titles.append((row.cell("title"), row.values["title"], made[0].stream))
        self.report.planned += [(row.cell(), event.topic) for event in made]
        self.report.notes += same_file.attached_before(row, made[0], self.decision.unit_of_work)
        self.report.notes += live_labs.opened_in_the_past(row, self.workspace.today())
        self.tell(row, "new", values)

    def tell(self, row: Row, change: Change, values: dict[str, Any]) -> None:
        if self.telling:
            self.report.told.append(told_row(self, row, change, values))

    def action(self, row: Row, action: type[Action], values: dict[str, Any]) -> Action:
        known = action.fields()
        plain = {name: value for name, value in values.items() if name in known}
        if row.sheet is PERSON:
            plain["profile"] = self.profile(row, values)
        if "kept" in known and (given := self.given_files.given.get(values.get("file") or "")):
            plain["kept"] = given
        return action.of(region=self.resolver.region, **plain)

    def profile(self, row: Row, values: dict[str, Any]) -> str:
        if row not in self.profiles:
            self.profiles[row] = new_profile()
            self.kept[self.profiles[row]] = {name: values.get(name) for name in FIELDS}
        return self.profiles[row]

    def source(self, row: Row, draft: Draft) -> Source:
        cells = {
            name: row.source_cell(row.cells[behind])
            for name, behind in draft.fields.items()
            if behind in row.cells and behind in row.values
        }
        scope = self.resolver.scope(row)
        return Source(
            file=self.book.sha256,
            scope=scope,
            sheet=row.sheet.name,
            key=row.key,
            cells=cells | self.texts.remarks(row, draft.fields),
            first=draft.founds_row,
        )

    def _refused(self) -> None:
        for number, name, why in self.decision.refused:
            row = self.rows.get(number)
            cell = row.cell(name) if row else Cell(IDENTITY, "B1")
            remedy = reason("Mend the cell, then import again.")
            if isinstance(why, OrderReason):
                remedy = live_labs.remedy(why)
            self.problems.append(Problem(cell, why, remedy))


def _report(book: Book) -> Report:
    return Report(examples=book.examples, lab=book.lab, notes=[*book.notes])


def _order(row: Row) -> tuple[int, int, str]:
    """By kind of fact, then the first possible day (unknown last), then key: never by row but of a list."""
    written = row.values.get("occurred") or row.values.get("opened_on") or row.values.get("after_on")
    start = dates.span(written).start if written else 10**9
    # The codes of a list follow its order.
    return RANK[row.sheet.name], start if row.place is None else row.place, row.key


def _needs_lab(action: type[Action]) -> bool:
    return bool(action.fields()["lab"].required)


def _circle(row: Row) -> Problem:
    what = reason("the row waits for itself: its references form a circle.")
    return Problem(row.cell(), what, reason("Mend the keys that it refers to."))
