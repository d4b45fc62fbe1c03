"""What people call a field of an event, and how a sheet asks for it: said once, on the event's body.

Sheets with their drop-downs and notes, JSON Schemas, the names in histories and in `correct` and `trace`,
and the remedies of a dossier are derived from it. Nothing here reads a cell or prints a label.
"""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from domain import terms

LARGEST = 2**31 - 1
"""The largest whole number of a field, and its least below zero: what columns of both databases hold."""


class Field(NamedTuple):
    """The description of one field. Texts are Indonesian, as forms print them."""

    label: str
    """The heading of its column; a history writes it in lower case."""
    kind: str = ""
    """How a cell is read (`importers.reading.cells.READERS`); by default what the type of the field says."""
    name: str = ""
    """What a history calls it, where that is not the heading in lower case."""
    terms: str = ""
    """The closed list (`domain.terms.LISTS`) that its value is a code of."""
    ref: str = ""
    """The kind of stream whose id it holds."""
    required: bool | None = None
    """Whether a row must fill it; by default whether the event must have it."""
    help: str = ""
    """The note of its column; `{name}` in it stands for what the known rulebooks say."""
    width: int = 18
    """The width of its column, in characters."""
    example: str | int | None = None
    least: int | None = None
    """The least number that its meaning allows; a text is asked only where it is a number alone."""

    @property
    def history_name(self) -> str:
        """What a history calls it: its heading in lower case, abbreviations left as they are."""
        return self.name or " ".join(map(_in_lower_case, self.label.split()))

    def but(self, **changes: Any) -> Field:
        """The same description with other words for one event or action."""
        return self._replace(**changes)


def _in_lower_case(word: str) -> str:
    return word if sum(map(str.isupper, word)) > 1 else word.lower()


NO_NAMES = "Jabatan atau unit, tanpa nama orang."
KEY_OF_DOCUMENT = "Kunci dari lembar Dokumen."
KEY_OF_PERSON = "Kunci dari lembar Orang."
DATE = Field(
    "Tanggal",
    "date",
    help="Tanggal setepat sumbernya: 15 Desember 2022, Desember 2022, atau 2022. Selang: 12-13 Oktober 2022."
    " Kosongkan bila tidak diketahui.",
    width=16,
)
LAB = Field("Lab", ref="lab")
UNIT = Field(
    "Unit", ref="unit", help="Nama singkat unit seperti di lembar Unit.", width=28, example="Dinas Contoh"
)
INNOVATION = Field(
    "Inovasi",
    ref="innovation",
    help="Kunci inovasi dari lembar Inovasi, atau kodenya (misalnya 3303-0147).",
    example="INO-001",
)
DOCUMENT = Field("Dokumen", ref="document", help=KEY_OF_DOCUMENT)
LEGAL_BASE = DOCUMENT.but(label="Dasar Hukum")
PLACE = Field("Tempat", width=30)
NOTE = Field("Catatan", name="keterangan", width=40)
REASON = Field("Alasan", help="Mengapa demikian.", width=40)
ILLUSTRATIVE = Field(
    "Ilustrasi",
    name="tanda ilustrasi",
    help="Isi ya bila baris ini contoh, bukan kejadian nyata.",
    width=10,
)
YEAR = Field("Tahun", width=8, example=2026, help="Tahun lomba.")
GROUP = Field(
    "Kelompok",
    "competition_group",
    name="kelompok lomba",
    width=12,
    help="Kelompok lomba, misalnya umum; kosong bila lombanya tanpa kelompok.",
)


@cache
def described(kind: type[Struct]) -> dict[str, Field]:
    """The descriptions of a body's, or an action's, own fields, in their order."""
    hints = get_type_hints(kind, include_extras=True)
    found = {}
    for name in kind.__struct_fields__:
        given = [one for one in get_args(hints[name])[1:] if isinstance(one, Field)]
        if get_origin(hints[name]) is Annotated and given:
            found[name] = _completed(given[0], kind, name, get_args(hints[name])[0])
    return found


def _completed(given: Field, kind: type[Struct], name: str, hint: Any) -> Field:
    """The description with what the type of the field says beside it."""
    many = get_origin(hint) is list
    read_as = given.kind
    if not read_as and given.ref:
        read_as = "refs" if many else "ref"
    elif not read_as and given.terms:
        read_as = "terms" if many else "term"
    elif not read_as:
        read_as = {int: "number", bool: "flag", list: "list"}.get(_bare(hint), "text")
    needed = name in _required(kind) if given.required is None else given.required
    return given._replace(kind=read_as, required=needed)


def _bare(hint: Any) -> Any:
    """`int` of `int | None`, `list` of `list[str]`."""
    if get_origin(hint) is types.UnionType:
        return next(_bare(one) for one in get_args(hint) if one is not type(None))
    return get_origin(hint) or hint


@cache
def _required(kind: type[Struct]) -> frozenset[str]:
    return frozenset(field.name for field in msgspec.structs.fields(kind) if field.required)


@cache
def choices(kind: type[Struct]) -> dict[str, tuple[str, ...]]:
    """The fields whose values are codes of a closed list, with that list."""
    return {name: terms.LISTS[field.terms] for name, field in described(kind).items() if field.terms}


@cache
def refs(kind: type[Struct]) -> dict[str, str]:
    """The fields that hold the id of another stream, or a list of such ids, with the kind of stream."""
    return {name: field.ref for name, field in described(kind).items() if field.ref}


@cache
def files(kind: type[Struct]) -> tuple[str, ...]:
    """The fields that name a file by its SHA-256."""
    return tuple(name for name, field in described(kind).items() if field.kind == "file")


@cache
def dates(kind: type[Struct]) -> tuple[str, ...]:
    """The fields that hold a date in ISO 8601 reduced form, besides the date of the fact."""
    return tuple(name for name, field in described(kind).items() if field.kind == "date")
