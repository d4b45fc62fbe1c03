"""Texts that are about to be recorded, looked through for persons: what is recorded cannot be deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from domain.base import ALLOWED, NAMED, WRITTEN, Reason, reason
from domain.sheets.directory import PERSON
from importers.problems import Problem
from importers.reading import personal_data
from importers.reading.book import Book, Row
from ledger.workspace.workspace import Workspace


class Texts:
    """The texts of one import. Each with personal data is a problem, or is marked as allowed."""

    def __init__(self, book: Book, workspace: Workspace, allowed: str | None) -> None:
        self.book, self.workspace, self.allowed = book, workspace, allowed
        self.problems: list[Problem] = []
        self.registered: Callable[[], Iterable[str]] = tuple
        """The profiles of the persons of the region."""
        self._marked: dict[Row, set[str]] = {}

    @cached_property
    def _names(self) -> personal_data.Names:
        """The persons of the file and those registered before, read with the first text of two words."""
        here = [row.values.get("name") for row in self.book.rows if row.sheet is PERSON]
        kept = [one.get("name") for one in self.workspace.vault.some(self.registered()).values()]
        return personal_data.Names([*here, *kept])

    def look(self, row: Row, fields: Iterable[str]) -> None:
        """Looks through the texts of a row that are new, by their action fields."""
        wanted = set(fields)
        for column in row.sheet.columns:
            words = row.words.get(column.field)
            value = words or (row.values.get(column.field) if personal_data.is_text(column) else None)
            if column.field not in wanted or not value:
                continue
            found = self._found(value if isinstance(value, list) else [value])
            if found and self.allowed is None:
                remedy = reason(
                    "Write the post or the unit instead. If it must stand here: --allow-text REASON"
                )
                self.problems += [Problem(row.cell(column.field), what, remedy) for what in found]
            elif found:
                self._marked.setdefault(row, set()).add(column.field)

    def _found(self, texts: list[str]) -> list[Reason]:
        """What is personal in texts: of each kind the first, and the first name of a registered person."""
        found = []
        for text in map(str, texts):
            named = self._names.find(text) if " " in text else None
            found += [why for why in (personal_data.find(text), named) if why and why not in found]
        return found

    @cached_property
    def file_name(self) -> dict[str, str]:
        """The remark that names the file; none where its name tells of a person."""
        name = self.book.path.name
        return {} if self._found([name]) else {f"file{NAMED}": name}

    def remarks(self, row: Row, fields: Mapping[str, str]) -> dict[str, str]:
        """What the source of an event says beside its cells; `fields` maps its body's to action fields."""
        marked = self._marked.get(row, set())
        said = {
            f"{name}{WRITTEN}": row.words[behind] for name, behind in fields.items() if behind in row.words
        }
        return (
            self.file_name
            | said
            | {f"{name}{ALLOWED}": self.allowed or "" for name, behind in fields.items() if behind in marked}
        )
