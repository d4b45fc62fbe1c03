"""What all kinds of stream share: facts, event bodies, reasons, drafts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import (
    Annotated,
    Any,
    ClassVar,
    Generic,
    NamedTuple,
    Protocol,
    Self,
    TypeAlias,
    TypeVar,
    cast,
    get_args,
)

from msgspec import Meta, Struct

from domain.fields import DATE, Field, described

_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")


class Body(Struct, frozen=True, omit_defaults=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """The body of an event: the facts of one decision. Subclasses name their stored type and version.

    What each field means to people is said beside its type (`domain.fields`).
    """

    TYPE: ClassVar[str]
    VERSION: ClassVar[int] = 1
    FOUNDS: ClassVar[bool] = False
    FIXED: ClassVar[tuple[str, ...]] = ()
    """Fields that decided which streams were written to: they cannot be corrected, only voided."""
    FINAL: ClassVar[bool] = False
    """True where what it says has been done outside the record too and cannot be undone: never voided."""
    DATED_BY: ClassVar[str] = "occurred"
    """The action field that the date of the fact comes from."""


B = TypeVar("B", bound=Body)


class Source(Struct, frozen=True, omit_defaults=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Where a fact was read: the file by its SHA-256, the sheet row by scope, sheet and key, the cells."""

    file: str | None = None
    scope: str | None = None
    sheet: str | None = None
    key: str | None = None
    cells: dict[str, str] = {}
    """Field of the body (or `occurred`, or `@stream`) to its cell, such as `{"title": "C31"}`.

    Beside it stand remarks: `title@allowed` is why personal data may stand in the title,
    `occurred@written` the words of a date that the date cannot hold, `file@name` the name of the file.
    """
    first: bool = False
    """True on the one event that holds the identity of its row."""

    def place(self, cell: str | None) -> tuple[str | None, str | None]:
        """The sheet and the place in it where a cell stands: that of a list names its own sheet."""
        sheet, mark, ref = (cell or "").rpartition("!")
        return (sheet, ref) if mark else (self.sheet, cell)

    def places(self) -> dict[str, str]:
        """The cells alone, without remarks."""
        return {name: cell for name, cell in self.cells.items() if "@" not in name[1:]}

    @property
    def workbook(self) -> str | None:
        """The name of the file, where the record knows it."""
        return self.cells.get(f"file{NAMED}")

    def remarks(self, kind: str) -> dict[str, str]:
        """The remarks of a kind (ALLOWED, WRITTEN, NAMED) by field."""
        return {name.removesuffix(kind): text for name, text in self.cells.items() if name.endswith(kind)}


ALLOWED = "@allowed"
"""Behind a field in `Source.cells`: the reason why personal data stands in its text."""
WRITTEN = "@written"
"""Behind the field of a date there: how it was written, where that says more, such as `awal 2021`."""
NAMED = "@name"
"""Behind `file` there: the name of the file, which says to people what its hash says to programs."""


# No value meets these: bytes that hold what stands in the columns of a row are no event.
_NO_NUMBER = Meta(gt=0, lt=0)
_NO_TEXT = Meta(pattern="(?!)")


class Fact(Struct, Generic[B], gc=False):
    """One event as folds see it.

    `position`, `version` and `recorded_at` stand in the row, the rest in its bytes.
    """

    action: str
    body: B
    occurred: str | None = None
    position: Annotated[int, _NO_NUMBER] = 0
    version: Annotated[int, _NO_NUMBER] = 0
    recorded_at: Annotated[str, _NO_TEXT] = ""


class SourcedFact(Fact[B], Generic[B], kw_only=True, forbid_unknown_fields=True, gc=False):
    """A fact with its actor (a person id) and its source, for decisions, histories and provenance."""

    actor: str
    source: Source | None = None


AnyFact: TypeAlias = Fact[Any]
"""A fact of whatever event: who reads it asks for the type of its body first."""
AnySourcedFact: TypeAlias = SourcedFact[Any]
"""The same, with its actor and source."""
StreamState: TypeAlias = Any
"""The folded state of a stream: each kind has a type of its own, into which only that kind looks."""


class Term(NamedTuple):
    """A code of a closed list inside a sentence, told by its label."""

    group: str
    code: str


class Reason(Struct, frozen=True, gc=False):
    """A sentence for people: an English msgid with named places, and their values."""

    text: str
    values: dict[str, Any] = {}


class OrderReason(Reason, frozen=True, gc=False):
    """Why an order of the process refuses in a live lab; a reconstructed one would let pass."""

    rule: str = ""
    """The code of the rule (`domain.process_rules.RULES`)."""
    late: bool = False
    """True where what it asks for is recorded, but for a later day."""


def marked(text: str) -> str:
    """Marks a msgid that becomes a reason elsewhere."""
    return text


def reason(text: str, /, **values: Any) -> Reason:
    """A reason; `text` is the msgid that the catalogue of messages translates."""
    return Reason(text, values)


def no_number(text: str) -> Reason | None:
    """Why a text is no decimal number as events hold it (`-8.17`), or None."""
    return None if _DECIMAL.match(text) else reason('"{value}" is no number.', value=text)


class Refused(Exception):  # noqa: N818 - a decision's answer, not a fault
    """A decision was refused; `reasons` says why, each with the action field that it is about, or None."""

    def __init__(self, *reasons: tuple[str | None, Reason]) -> None:
        super().__init__(*(r.text for _, r in reasons))
        self.reasons = reasons


class Draft(Struct, frozen=True):
    """An event that a decision wants recorded. `fields` names the action field behind each body field."""

    stream: str
    occurred: str | None
    body: Body
    fields: dict[str, str] = {}
    founds_row: bool = False


class World(Protocol):
    """What a decision may ask: the present state of a stream, and an id for a new one."""

    def state(self, stream: str) -> StreamState:
        """The folded state, or None when nothing is recorded there."""

    def new(self, region: str, kind: str) -> str:
        """The id of a stream that this command founds."""

    def held(self, key: str) -> str | None:
        """The stream that holds a reservation of its kind, or None."""


class Action(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One sheet row, one JSONL line: what somebody says happened. References are stream ids."""

    TYPE: ClassVar[str]

    region: str
    """The six-digit region prefix that scopes the action, such as `3303`."""
    occurred: Annotated[str | None, DATE] = None

    @classmethod
    def of(cls, **values: Any) -> Self:
        """The action with these values by the names of its fields, those of its fact among them."""
        return cls(**values)

    @classmethod
    def fields(cls) -> dict[str, Field]:
        """Every field that a row or line can fill, in order, with its description."""
        return described(cls)

    def value(self, name: str) -> Any:
        """What the action says in one of its fields; None for one that it does not have."""
        return getattr(self, name, None)

    def needs_first(self, world: World) -> Action | None:
        """An action that must be recorded first, in the same command; None when nothing is missing."""
        return None

    def decide(self, world: World) -> list[Draft]:
        """The events of this action, the one that holds the row's identity first.

        Raises Refused when an order of the process forbids it in a live lab.
        """
        raise NotImplementedError


class FactAction(Action, Generic[B], frozen=True, kw_only=True):
    """An action that says one fact as it will be recorded: the fields of its event are its fields."""

    COMPUTED: ClassVar[frozenset[str]] = frozenset()
    """Fields of the fact that the decision fills in: nobody says them."""

    DESCRIBED: ClassVar[dict[str, Field]] = {}
    """Fields of the fact that this action asks for in other words."""

    fact: B

    @classmethod
    @cache
    def fact_type(cls) -> type[B]:
        """The event that the action says."""
        for base in cls.__orig_bases__:  # type: ignore[attr-defined]
            for given in get_args(base):
                if isinstance(given, type) and issubclass(given, Body):
                    return cast("type[B]", given)
        return cast("type[B]", cls.__base__.fact_type())  # type: ignore[union-attr]

    @classmethod
    def of(cls, **values: Any) -> Self:
        own = {name: values.pop(name) for name in cls.__struct_fields__ if name in values}
        return cls(**own, fact=cls.fact_type()(**values))

    @classmethod
    @cache
    def fields(cls) -> dict[str, Field]:
        said = {n: field for n, field in described(cls.fact_type()).items() if n not in cls.COMPUTED}
        return {**said, **cls.DESCRIBED, **described(cls)}

    def value(self, name: str) -> Any:
        return getattr(self if name in self.__struct_fields__ else self.fact, name, None)


class Kind(Protocol):
    """One kind of stream: four pure functions over its facts (see `domain.kinds`)."""

    NAME: str
    EVENTS: tuple[type[Body], ...]

    def evolve(self, state: StreamState, fact: AnyFact) -> StreamState:
        """The state after the fact."""

    def check_integrity(
        self, state: StreamState, fact: AnyFact, others: Mapping[str, StreamState]
    ) -> Reason | None:
        """Why the fact cannot stand after `state` (integrity), or None. `others` holds its refs, folded."""

    def reservations(self, stream: str, fact: AnyFact) -> list[str]:
        """The unique keys that the fact holds while it stands."""


def no_reservations(stream: str, fact: AnyFact) -> list[str]:
    """The `reservations` of a kind whose facts hold no unique keys of their own."""
    return []
