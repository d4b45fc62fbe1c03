"""All events and all rows of the views as plain tables, and the data dictionary that describes them.

The vault is never opened: persons stand by their ids and posts. What a column means is said where the view
defines it, or where the event describes its field.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Literal, NamedTuple

from sqlalchemy import Boolean, Column, Integer, Table

from domain import terms
from domain.fields import Field, described
from domain.kinds import KINDS
from domain.streams import kind_of, region_of
from jejak_i18n import fields, labels
from ledger.codec import CODEC
from projections.read_session import ReadSession
from projections.views import VIEWS

Cell = str | int | bool | None
Kind = Literal["text", "number", "flag"]
BATCH = 5000
EVENTS = "events"
LEFT_OUT = {("people", "profile"), ("innovations", "search")}
"""Columns that are not told: the key to a person's data in the vault, and a copy made for searching."""
VAULT_KEY = "profile"
"""The field of an event that names a person's data in the vault."""
ALLOWED = b'@allowed"'
"""Stands in the bytes of an event with a text that was allowed to hold personal data."""
_DAYS = ("occurred", "since", "day", "announced")
_DATE = "tanggal ISO 8601, setepat sumbernya"
_TYPES: dict[Kind, str] = {"text": "teks", "number": "bilangan bulat", "flag": "true atau false"}


class DataColumn(NamedTuple):
    """One line of the data dictionary, in Indonesian as documents are."""

    table: str
    column: str
    kind: Kind
    meaning: str
    unit: str
    source: str

    @property
    def type_name(self) -> str:
        """The type as people read it."""
        return _TYPES[self.kind]


class DataTable(NamedTuple):
    """One table: what a row of it is, and its columns."""

    name: str
    about: str
    columns: list[DataColumn]


_EVENT_COLUMNS: tuple[tuple[str, Kind, str, str, str], ...] = (
    ("position", "number", "tempat peristiwa dalam rekam jejak, mulai dari 1", "posisi", "rekam jejak"),
    ("stream", "text", "aliran peristiwa: daerah, jenis, nomor", "id aliran", "rekam jejak"),
    ("region", "text", "daerah, dengan empat angka kodenya", "kode daerah", "aliran"),
    ("version", "number", "nomor peristiwa dalam alirannya, mulai dari 1", "nomor", "rekam jejak"),
    ("type", "text", "jenis peristiwa (docs/peristiwa.md)", "kode", "rekam jejak"),
    ("type_version", "number", "versi bentuk jenis itu", "nomor", "rekam jejak"),
    ("occurred", "text", "tanggal kejadian; kosong bila tidak diketahui", _DATE, "pencatat"),
    ("recorded_at", "text", "saat dicatat, dalam UTC", "saat ISO 8601", "jam komputer"),
    ("actor", "text", "orang yang mencatat, menurut idnya", "id aliran person", "ruang kerja"),
    ("action", "text", "tanda perintah, garis miring, nomor tindakan di dalamnya", "tanda", "perintah"),
    ("source", "text", "asal: sidik berkas, lembar, kunci, sel; sebagai JSON", "JSON", "berkas impor"),
    ("body", "text", "isi peristiwa sebagai JSON; skemanya di schemas/events", "JSON", "pencatat"),
)


def dictionary() -> list[DataTable]:
    """The events first, then the tables of the views in their order."""
    return [_events_table(), *(_view_table(view.KIND, table) for view in VIEWS for table in view.TABLES)]


def _events_table() -> DataTable:
    return DataTable(EVENTS, "peristiwa", [DataColumn(EVENTS, *one) for one in _EVENT_COLUMNS])


def _view_table(kind: str, table: Table) -> DataTable:
    told = [column for column in table.columns if (table.name, column.name) not in LEFT_OUT]
    return DataTable(table.name, table.info["about"], [_column(kind, table.name, one) for one in told])


def _column(kind: str, table: str, column: Column[object]) -> DataColumn:
    meaning = column.info.get("meaning", "")
    recorded = {} if meaning else _recorded(kind, column.name)
    field = next(iter(recorded.values()), None)
    source = f"peristiwa {', '.join(recorded)}" if recorded else f"dihitung dari aliran {kind}"
    return DataColumn(
        table=table,
        column=column.name,
        kind=_kind(column),
        meaning=meaning or fields.names().get(column.name, ""),
        unit=_unit(column, field),
        source=source,
    )


def _kind(column: Column[object]) -> Kind:
    if isinstance(column.type, Boolean):
        return "flag"
    return "number" if isinstance(column.type, Integer) else "text"


def _recorded(kind: str, name: str) -> dict[str, Field]:
    """The types of events of a kind of stream that record a field of this name, with its descriptions."""
    bodies = KINDS[kind].EVENTS
    return {body.TYPE: described(body)[name] for body in bodies if name in described(body)}


def _unit(column: Column[object], field: Field | None) -> str:
    name = column.name
    if field is not None and field.terms:
        known = labels.group_of(field.terms)
        return "; ".join(f"{code} = {known.get(code, code)}" for code in terms.LISTS[field.terms])
    if field is not None and field.ref:
        return f"id aliran {field.ref}"
    if name == "stream":
        return "id aliran"
    if name == "position":
        return "posisi"
    if name == "year":
        return "tahun"
    if name == "facts":
        return "JSON"
    if name.endswith("_on") or name in _DAYS or (field is not None and field.kind == "date"):
        return _DATE
    return _TYPES[_kind(column)]


class DataRows:
    """The rows of the tables at the position of a session, of one region (`3303/`) or of all."""

    def __init__(self, session: ReadSession, prefix: str = "") -> None:
        self.session, self.prefix = session, prefix
        self.allowed = 0
        """Events with a text that was allowed to hold personal data, counted as they are read."""

    def of(self, table: DataTable) -> Iterator[tuple[Cell, ...]]:
        """The rows of a table, in an order that does not depend on how they were written."""
        return self._events() if table.name == EVENTS else self._rows(table)

    def _events(self) -> Iterator[tuple[Cell, ...]]:
        store, known = self.session.store, self.session.position
        for first in range(1, known + 1, BATCH):
            for row in store.between(first, min(known, first + BATCH - 1)):
                if not row.stream.startswith(self.prefix):
                    continue
                self.allowed += ALLOWED in row.state
                stored = CODEC.raw(row)
                name, _, version = row.topic.rpartition("/")
                body = dict(stored["body"])
                if kind_of(row.stream) == "person":
                    body.pop(VAULT_KEY, None)
                head = (row.position, row.stream, region_of(row.stream), row.version, name, int(version))
                when = (stored.get("occurred"), row.recorded_at, stored["actor"], stored["action"])
                yield (*head, *when, _json(stored.get("source")), _json(body))

    def _rows(self, table: DataTable) -> Iterator[tuple[Cell, ...]]:
        generation = self.session.generation
        assert generation is not None
        found = next(one for view in VIEWS for one in view.TABLES if one.name == table.name)
        places = [list(found.columns.keys()).index(one.column) for one in table.columns]
        flags = [one.kind == "flag" for one in table.columns]
        for row in generation.rows(found):
            if row[0].startswith(self.prefix):
                yield tuple(
                    bool(row[at]) if is_flag and row[at] is not None else row[at]
                    for at, is_flag in zip(places, flags, strict=True)
                )


def _json(value: object) -> str | None:
    return json.dumps(value, ensure_ascii=False, sort_keys=True) if value is not None else None
