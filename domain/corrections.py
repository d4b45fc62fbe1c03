"""Marks on facts: voids and corrections. The reader applies them before any fold sees a fact."""

from __future__ import annotations

from typing import Any, ClassVar

from domain.base import Body


class FactVoided(Body, frozen=True, kw_only=True):
    """An action, or a whole command, is taken out; one such event in each stream that it touched.

    `names` is an action id (`command/number`) or a command id.
    """

    TYPE: ClassVar[str] = "fact.voided"

    names: str
    reason: str


class FactCorrected(Body, frozen=True, kw_only=True):
    """One field of one fact was never true as recorded.

    `version` is the fact's version in its stream; `field` a field of its body or `occurred`, by the
    names of type version `type_version`; `old` the value that it replaces, `new` the true one.
    """

    TYPE: ClassVar[str] = "fact.corrected"

    version: int
    field: str
    type_version: int
    old: Any = None
    new: Any = None
    reason: str
    completes: bool = False
    """True when the field was empty before: a later cell, not an error."""


EVENTS = (FactVoided, FactCorrected)


def names_action(name: str, action: str) -> bool:
    """True when a void of `name` takes out the action: it is the action, or its command."""
    return name == action or action.rpartition("/")[0] == name
