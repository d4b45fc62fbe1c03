"""What an innovation is called and how far it came: the one fold that everything else reads.

Decisions, the catalogue, the rules' case and the page of one innovation take titles, former names and the
last trial, implementation, launch and display from here, each as the fact that says it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from msgspec import Struct

from domain import delivery
from domain.base import AnyFact
from domain.design import InnovationRenamed

F = TypeVar("F", bound=AnyFact)


class Summary(Struct, Generic[F]):
    """The facts whose word holds; the last one wins. `founding` is that of the innovation's design."""

    founding: F
    renamings: tuple[F, ...] = ()
    trialled: F | None = None
    implemented: F | None = None
    launched: F | None = None
    displayed: F | None = None

    def titles(self) -> list[tuple[F, str]]:
        """Every title with the fact that gave it, oldest first."""
        return [(fact, fact.body.title) for fact in (self.founding, *self.renamings)]

    @property
    def titled(self) -> F:
        """The fact whose title holds."""
        return self.renamings[-1] if self.renamings else self.founding

    @property
    def title(self) -> str:
        """The title that holds."""
        title: str = self.titled.body.title
        return title

    @property
    def abbreviated(self) -> F:
        """The fact whose acronym holds: a renaming without one leaves it as it was."""
        return next((fact for fact in reversed(self.renamings) if fact.body.acronym), self.founding)

    @property
    def acronym(self) -> str | None:
        """The acronym that holds."""
        acronym: str | None = self.abbreviated.body.acronym
        return acronym

    def former_names(self) -> list[tuple[str, str | None]]:
        """Earlier titles with the acronym that went with each, oldest first."""
        names: list[tuple[str, str | None]] = []
        acronym = None
        for fact in (self.founding, *self.renamings):
            acronym = fact.body.acronym or acronym
            names.append((fact.body.title, acronym))
        return names[:-1]

    @property
    def implemented_on(self) -> str | None:
        """When implementation began, as precisely as it is known."""
        return self.implemented.occurred if self.implemented else None


def summarise(founding: F, facts: Iterable[F]) -> Summary[F]:
    """The summary of a stream's facts in the order of the law."""
    summary = Summary(founding)
    for fact in facts:
        take = SUMMARISED.get(type(fact.body))
        if take is not None:
            take(summary, fact)
    return summary


def advanced(summary: Summary[F], fact: F) -> Summary[F]:
    """The summary after one more fact; the one before stays as it is."""
    after = copy.copy(summary)
    SUMMARISED[type(fact.body)](after, fact)
    return after


def _renamed(summary: Summary[Any], fact: AnyFact) -> None:
    summary.renamings = (*summary.renamings, fact)


def _last(name: str) -> Callable[[Summary[Any], AnyFact], None]:
    def take(summary: Summary[Any], fact: AnyFact) -> None:
        setattr(summary, name, fact)

    return take


SUMMARISED: dict[type[Any], Callable[[Summary[Any], AnyFact], None]] = {
    InnovationRenamed: _renamed,
    **{body: _last(name) for body, name in delivery.LATEST.items()},
}
"""The events that it reads, besides the founding one."""
