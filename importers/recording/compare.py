"""Rows that were recorded before: the same, completed, different, or corrected."""

from __future__ import annotations

from typing import Any

from domain.base import Draft, Refused, Source, reason
from domain.sheets.directory import PERSON
from domain.sheets.sheet import Column
from importers.problems import Cell, Problem
from importers.reading.book import Row
from importers.recording import recorded_rows
from importers.recording.report import Difference, Importing
from importers.recording.shown import shown

COMPLETED = "the cell was empty before"


class Comparing:
    """Compares known rows with what the ledger holds, cell by cell."""

    def __init__(self, importing: Importing) -> None:
        self.on = importing

    def compare(self, row: Row, values: dict[str, Any], stream: str, version: int) -> None:
        scope = self.on.resolver.scope(row)
        held = self.on.recorded.held(row.sheet, stream, scope, row.key)
        filled: dict[str, Any] = {}
        differing: list[tuple[Column, recorded_rows.RecordedCell, Any]] = []
        differs = False
        for column in row.sheet.columns:
            now = values.get(column.field)
            if column.personal or column.scoping or column.field not in row.cells:
                continue
            was = held.get(column.field)
            recorded = was.value if was else None
            if column.field in row.sheet.dated:
                if now and (not recorded or now > recorded):
                    filled[column.field] = now
                continue
            if _same(column, now, recorded):
                continue
            if was and recorded_rows.unsaid(column, now) and self._is_of_another(was):
                continue
            if recorded_rows.unsaid(column, recorded) or self._is_update(row, column, was, now):
                filled[column.field] = now
            elif (
                was
                and now in was.earlier
                and not self.on.take_earlier
                and not recorded_rows.unsaid(column, now)
            ):
                self.on.report.superseded.append(self._difference(row, column, was, now))
            else:
                assert was
                differing.append((column, was, now))
        if self.on.update and any(name in row.sheet.later for name in filled):
            # A new fact of the row has the day that the row says now.
            differing = [one for one in differing if one[0].field != "occurred"]
        for column, was, now in differing:
            differs = True
            self._differ(row, column, was, now)
        before = self.on.report.completed
        differs |= self._compare_person(row, values, stream, version)
        personal = self.on.report.completed > before
        if filled:
            self._complete(row, filled, values, held, stream, version)
        if differs:
            self.on.report.different.add(row)
        elif not filled and not personal:
            self.on.report.same += 1

    def _is_of_another(self, was: recorded_rows.RecordedCell) -> bool:
        """True for what another workbook filled in: the empty cell of this one does not take it back."""
        return was.workbook is not None and was.workbook != self.on.book.path.name

    def _is_update(self, row: Row, column: Column, was: recorded_rows.RecordedCell | None, now: Any) -> bool:
        """True for what a row of a profile says anew where that is asked for; an earlier value is not new."""
        said = self.on.update and column.field in row.sheet.later and not recorded_rows.unsaid(column, now)
        return said and not (was and now in was.earlier)

    def _difference(self, row: Row, column: Column, was: recorded_rows.RecordedCell, now: Any) -> Difference:
        return Difference(
            row.cell(column.field),
            column.label,
            *self._both(column, was, now),
            earlier=now in was.earlier,
            replaced=now in was.replaced,
            voided_by="" if was.field else self.on.decision.standing(was.stream, was.version).action,
            may_update=column.field in row.sheet.later and not recorded_rows.unsaid(column, now),
        )

    def _differ(self, row: Row, column: Column, was: recorded_rows.RecordedCell, now: Any) -> None:
        cell, action = row.cell(column.field), self.on.decision.standing(was.stream, was.version).action
        self.on.report.differences.append(self._difference(row, column, was, now))
        self.on.texts.look(row, [column.field])
        if self.on.correction is None:
            return
        if was.field is None or (column.required and recorded_rows.unsaid(column, now)):
            what = reason("{label} cannot be corrected.", label=column.label)
            remedy = reason(
                "Void what is recorded, then import the row again: jejak void {action} --reason TEXT",
                action=action,
            )
            self.on.problems.append(Problem(cell, what, remedy))
            return
        empty: Any = False if column.kind == "flag" else [] if isinstance(was.value, list) else None
        new = empty if recorded_rows.unsaid(column, now) else now
        self._correct(
            row, cell, was.stream, was.version, was.field, new, self.on.correction, said=column.field
        )
        self.on.tell(row, "corrected", {column.field: now})
        self.on.report.corrected += 1

    def _both(self, column: Column, was: recorded_rows.RecordedCell, now: Any) -> tuple[str, str]:
        """What is recorded and what a cell says; files by their names, told apart by their hashes."""
        given = self.on.given_files.given.get(now) if column.kind == "file" else None
        if not given:
            return was.given_as or self.shown(column, was.value), self.shown(column, now)
        if was.given_as != given.name:
            return was.given_as or self.shown(column, was.value), given.name
        return f"{given.name} ({was.value[:12]}…)", f"{given.name} ({now[:12]}…)"

    def shown(self, column: Column, value: Any) -> str:
        """A value as the sheet writes it: labels, ya, names of units, codes."""
        return shown(column, value, self.on.resolver, self.on.decision.unit_of_work)

    def _correct(
        self,
        row: Row,
        cell: Cell,
        stream: str,
        version: int,
        name: str,
        new: Any,
        why: str,
        *,
        completes: bool = False,
        said: str = "",
    ) -> None:
        """`said` is the action field whose cell gives the new value of the body field `name`."""
        fact = self.on.decision.standing(stream, version)
        if name not in ("occurred", *fact.body.__struct_fields__):
            what = reason("what is recorded of this row has no {label}.", label=row.sheet.label(said or name))
            remedy = reason("Empty the cell, or take another kind of row.")
            self.on.problems.append(Problem(cell, what, remedy))
            return
        try:
            source = Source(
                file=self.on.book.sha256,
                scope=self.on.resolver.scope(row),
                sheet=row.sheet.name,
                key=row.key,
                cells={name: row.source_cell(cell.ref)} | self.on.texts.remarks(row, {name: said}),
            )
            self.on.decision.correct(stream, version, name, new, why, completes=completes, source=source)
            if name == "file" and (given := self.on.given_files.given.get(new)):
                # The name, type and size are of the file that was named before.
                self.on.rows[self.on.decision.number] = row
                self.on.decision.correct(stream, version, "kept", given, why, completes=completes)
        except Refused as refused:
            for _, text in refused.reasons:
                self.on.problems.append(Problem(cell, text, reason("Mend the cell, then import again.")))
        self.on.rows[self.on.decision.number] = row
        self.on.report.planned.append((cell, "fact.corrected/1"))

    def _complete(
        self,
        row: Row,
        filled: dict[str, Any],
        values: dict[str, Any],
        held: dict[str, recorded_rows.RecordedCell],
        stream: str,
        version: int,
    ) -> None:
        """Cells that were empty and are now filled: new facts of the row."""
        self.on.report.completed += 1
        self.on.tell(row, "completed", filled)
        self.on.texts.look(row, filled)
        later = {name: value for name, value in filled.items() if name in row.sheet.later}
        if later:
            action = next(iter(row.sheet.later[name] for name in later))
            # What no fact of the row holds yet is said by the new one too.
            beside = filled.keys() & action.fields().keys() - held.keys()
            later |= {name: filled[name] for name in beside}
            profile = {column.field for column in row.sheet.columns if column.field in row.sheet.later}
            kept = {name: value for name, value in values.items() if name in later or name not in profile}
            number = self.on.decision.act(
                self.on.action(row, action, kept), lambda draft: self._later_source(row, draft, set(later))
            )
            self.on.rows[number] = row
        for name, value in filled.items():
            if name not in later:
                was = held.get(name)
                field_name = (was.field if was else None) or name
                place = (was.stream, was.version) if was else (stream, version)
                self._correct(
                    row, row.cell(name), *place, field_name, value, COMPLETED, completes=True, said=name
                )

    def _later_source(self, row: Row, draft: Draft, filled: set[str]) -> Source:
        source = self.on.source(row, draft)
        names = {name: behind for name, behind in draft.fields.items() if behind in filled}
        cells = {name: cell for name, cell in source.places().items() if name in names}
        return Source(
            file=source.file,
            scope=source.scope,
            sheet=source.sheet,
            key=source.key,
            cells=cells | self.on.texts.remarks(row, names),
            first=False,
        )

    def _compare_person(self, row: Row, values: dict[str, Any], stream: str, version: int) -> bool:
        """Personal cells are compared with the vault and never shown."""
        if row.sheet is not PERSON:
            return False
        if self.on.decision.unit_of_work.state(stream).confirmed:
            self._refuse_forgotten(row, values)
            return False
        fact = self.on.decision.standing(stream, version)
        kept = self.on.people.profile(fact.body.profile)
        columns = [c for c in row.sheet.columns if c.personal and c.field in row.cells]
        changed = [c for c in columns if (kept.get(c.field) or None) != (values.get(c.field) or None)]
        if not changed:
            return False
        completes = all(not kept.get(column.field) for column in changed)
        if not completes:
            for column in changed:
                difference = Difference(row.cell(column.field), column.label, "…", "…", earlier=False)
                self.on.report.differences.append(difference)
        if completes or self.on.correction:
            why = COMPLETED if completes else self.on.correction or ""
            profile = self.on.profile(row, values)
            self._correct(row, row.cell(), stream, version, "profile", profile, why, completes=completes)
            self.on.tell(row, "completed" if completes else "corrected", {c.field: None for c in changed})
            self.on.report.completed += completes
            self.on.report.corrected += 0 if completes else len(changed)
        return not completes

    def _refuse_forgotten(self, row: Row, values: dict[str, Any]) -> None:
        """No file brings back the data of a person that were destroyed."""
        for column in row.sheet.columns:
            if column.personal and values.get(column.field):
                what = reason("this person was forgotten: {label} is not kept again.", label=column.label)
                remedy = reason("Empty the cell. If it is another person, write a new key for the row.")
                self.on.problems.append(Problem(row.cell(column.field), what, remedy))


def _same(column: Column, now: Any, recorded: Any) -> bool:
    """True when a cell says what is recorded; a list says the same in any order."""
    if isinstance(now, list) and isinstance(recorded, list):
        return sorted(map(str, now)) == sorted(map(str, recorded))
    unsaid = recorded_rows.unsaid(column, now) and recorded_rows.unsaid(column, recorded)
    return bool(now == recorded) or unsaid
