"""A fold that cannot take an event: which view, which event, which field."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

from domain.base import AnyFact, Body, reason
from ledger.errors import LedgerError


class ProjectionFault(NamedTuple):
    """An event at which a view stopped; `tried` is the position of the ledger when it was last tried."""

    view: str
    stream: str
    position: int
    topic: str
    field: str | None
    detail: str
    tried: int = 0

    def text(self) -> str:
        """As it is kept beside the view."""
        return json.dumps(self._asdict())


def parse_fault(text: str) -> ProjectionFault:
    """What was kept beside a view."""
    return ProjectionFault(**json.loads(text))


class ProjectionError(LedgerError):
    """A view cannot take an event; the other views are not touched by it."""

    def __init__(self, fault: ProjectionFault) -> None:
        super().__init__(
            reason(
                "View {view} stopped at event {position} ({topic}), field {field}: {detail}.",
                view=fault.view,
                position=fault.position,
                topic=fault.topic,
                field=fault.field or "–",
                detail=fault.detail,
            ),
            reason("Correct or void the event, or update Jejak; then run any command."),
        )
        self.fault = fault

    def __reduce__(self) -> tuple[type[ProjectionError], tuple[ProjectionFault]]:
        # It crosses from the processes that fold.
        return ProjectionError, (self.fault,)


def locate(
    view: ModuleType, stream: str, founding: AnyFact, facts: list[AnyFact], error: Exception
) -> ProjectionFault:
    """The first event of the stream with which the fold fails, and the field that it was reading."""
    guilty, taken = founding, facts[:0]
    for upto in range(len(facts) + 1):
        try:
            _fold(view, stream, founding, facts[:upto])
        except Exception as again:
            guilty, taken, error = (facts[upto - 1] if upto else founding), facts[:upto], again
            break
    with fields_read(guilty.body) as read, contextlib.suppress(Exception):
        _fold(view, stream, founding, taken)
    topic = f"{guilty.body.TYPE}/{guilty.body.VERSION}"
    detail = f"{type(error).__name__}: {error}"
    return ProjectionFault(view.NAME, stream, guilty.position, topic, read[-1] if read else None, detail)


def _fold(view: ModuleType, stream: str, founding: AnyFact, facts: list[AnyFact]) -> None:
    view.fold(stream, founding, facts, tuple(_ignore for _ in view.TABLES))


@contextlib.contextmanager
def fields_read(body: Body) -> Iterator[list[str]]:
    """The fields of one event that are read inside, in order: the last is the one that a fold failed at."""
    kind, fields = type(body), set(body.__struct_fields__)
    read: list[str] = []

    def note(self: Body, name: str) -> Any:
        if self is body and name in fields:
            read.append(name)
        return object.__getattribute__(self, name)

    # Neither a wrapper nor a subclass will do: folds choose by the very class of a body. So the class itself
    # takes notes, for as long as one fold lasts, and only of this body.
    kind.__getattribute__ = note  # type: ignore[method-assign, assignment]
    try:
        yield read
    finally:
        del kind.__getattribute__


def _ignore(_row: tuple[Any, ...]) -> None:
    return None
