"""An action that writes one event into the stream of one innovation."""

from __future__ import annotations

from typing import Annotated, Any, Generic

from domain import process_rules
from domain.base import B, Draft, FactAction, World
from domain.drafts import draft
from domain.fields import INNOVATION

NAME = "innovation"
"""The kind of stream."""


class OnInnovation(FactAction[B], Generic[B], frozen=True, kw_only=True):
    """Its fields are those of the event, and the innovation."""

    innovation: Annotated[str, INNOVATION]

    def decide(self, world: World) -> list[Draft]:
        self.check(world)
        return [draft(self, self.innovation, self.fact, target="innovation")]

    def check(self, world: World) -> None:
        """Raises Refused when an order of the process forbids the action in a live lab."""

    def require(self, world: World, rule: str, *, held: Any) -> None:
        """Raises Refused where the innovation's lab is live and keeps a rule that does not hold."""
        state = world.state(self.innovation)
        lab = state.lab if state else None
        process_rules.require(world, lab, rule, held=bool(held), field="innovation")
