"""What a sheet of a workbook is: an action a row, and the fields that its columns fill, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from domain.base import Action
from domain.fields import Field
from domain.on_innovation import OnInnovation
from domain.person import PERSONAL

LISTED = {"term", "terms"}
"""Kinds of cells that take their value from a closed list."""


@dataclass(frozen=True)
class Column:
    """One column. `kind` is one of `importers.reading.cells.READERS`; `help` is the Indonesian cell note."""

    label: str
    field: str
    kind: str = "text"
    group: str | None = None
    """The closed list of `jejak_i18n.labels` that the cell takes its value from."""
    ref: str | None = None
    """The kind of stream that the cell names."""
    required: bool = False
    personal: bool = False
    """Personal data: to the vault, never into events or error reports."""
    help: str = ""
    scoping: bool = False
    """The cell says within what the row's key is unique; it is part of the identity, not of the facts."""
    width: int = 18
    example: str | int | None = None
    least: int | None = None
    """The least number that the cell may hold."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: the action that a row is, its columns, and what its rows are scoped by."""

    name: str
    action: type[Action]
    columns: tuple[Column, ...]
    help: str
    scope: str = "lab"
    """`lab` or `region`: within what a row's key is unique."""
    founds: str | None = None
    """The kind of stream that a row founds, so that other rows can refer to it."""
    key_field: str | None = None
    """The action field that the row's own key fills."""
    target: str | None = None
    """The column that names the stream in which the row's fact stands; innovations' own acts know theirs."""
    key_label: str = "Kunci"
    key_help: str = (
        "Tanda unik baris ini, misalnya IDE-001. Jangan diubah setelah diimpor, dan jangan memuat nama orang."
    )
    alias: dict[tuple[str, str], str] = field(default_factory=dict)
    """(event type, body field) to the action field behind it, where the names differ."""
    types: dict[str, Any] = field(default_factory=dict)
    """Event type to the value of the column that chose it (`@type`), or to what tells it from the event."""
    later: dict[str, type[Action]] = field(default_factory=dict)
    """Action field to the action that records it when its cell is filled later."""
    dated: frozenset[str] = frozenset()
    """Those of the later fields whose newer day is a new fact; an older file takes nothing of them back."""
    example_key: str = "CONTOH"

    def target_field(self) -> str | None:
        """The column that names the stream in which the row's fact stands."""
        return self.target or ("innovation" if issubclass(self.action, OnInnovation) else None)

    def says_nothing(self, values: Mapping[str, Any]) -> bool:
        """True for a row that names what it is about and says nothing of it: an offered row, left as it was.

        Only on a sheet of which all is filled in later; elsewhere the row itself is the fact.
        """
        target = self.target_field()
        needed = {column.field for column in self.columns if column.required}
        return bool(self.later) and needed <= {target} and values.keys() <= {target}

    def column(self, name: str) -> Column | None:
        """The column of an action field."""
        return next((column for column in self.columns if column.field == name), None)

    def label(self, name: str) -> str:
        """The heading of the column of an action field. Raises KeyError for a field without a column."""
        column = self.column(name)
        if column is None:
            raise KeyError(name)
        return column.label


def sheet(
    name: str, action: type[Action], fields: Sequence[str | Column], note: str, **options: Any
) -> Sheet:
    """A sheet with columns for some fields of its action, in that order; a `Column` stands as it is.

    Raises KeyError for a field that nobody described.
    """
    said = action.fields()
    columns = tuple(one if isinstance(one, Column) else _column(one, said[one]) for one in fields)
    return Sheet(name, action, columns, note, **options)


def _column(name: str, said: Field) -> Column:
    return Column(
        said.label,
        name,
        said.kind,
        group=said.terms if said.kind in LISTED else "kipp_section" if said.kind == "sections" else None,
        ref=said.ref or None,
        required=bool(said.required),
        help=said.help,
        width=said.width,
        example=said.example,
        least=said.least,
    )


def personal(name: str) -> Column:
    """The column of one of a person's data (`domain.person.PERSONAL`)."""
    return replace(_column(name, PERSONAL[name]), kind="text", personal=True)


NO_LAB = Column(
    "Tanpa Lab",
    "no_lab",
    "flag",
    help="Isi ya bila baris ini lahir di luar lab, meskipun buku kerja ini milik sebuah lab.",
    scoping=True,
    width=10,
)
