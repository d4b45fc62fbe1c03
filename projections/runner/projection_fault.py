"""A fold that cannot take an event: which view, which event, which field."""

from __future__ import annotations

import json
import linecache
import re
import traceback
from types import ModuleType
from typing import Any, NamedTuple

from domain.base import Fact, reason
from ledger.errors import LedgerError

FIELD = re.compile(r"\b(?:body|said|fact\.body)\.([a-z_]+)")
"""How folds read fields of an event, in a line of their source."""


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
    view: ModuleType, stream: str, founding: Fact[Any], facts: list[Fact[Any]], error: Exception
) -> ProjectionFault:
    """The first event of the stream with which the fold fails, and the field that it was reading."""
    guilty = founding
    for upto in range(len(facts) + 1):
        try:
            view.fold(stream, founding, facts[:upto], tuple(_ignore for _ in view.TABLES))
        except Exception as again:
            guilty, error = (facts[upto - 1] if upto else founding), again
            break
    topic = f"{guilty.body.TYPE}/{guilty.body.VERSION}"
    detail = f"{type(error).__name__}: {error}"
    return ProjectionFault(view.NAME, stream, guilty.position, topic, _field(guilty, error), detail)


def _field(guilty: Fact[Any], error: Exception) -> str | None:
    fields = set(guilty.body.__struct_fields__)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        line = linecache.getline(frame.filename, frame.lineno or 0)
        named = [name for name in FIELD.findall(line) if name in fields]
        if named:
            return str(named[0])
    return None


def _ignore(_row: tuple[Any, ...]) -> None:
    return None
