"""A corrected level is held to the rulebooks, which the domain does not know."""

from __future__ import annotations

from domain.base import reason
from domain.claims import LevelClaimed, LevelVerified
from domain.streams import region_of
from ledger.workspace.workspace import Workspace
from ledger.write.command_handler import IntegrityViolations
from ledger.write.decision import Decision
from ledger.write.integrity import IntegrityViolation
from projections.eligibility import known_rulebooks


def require(decision: Decision, workspace: Workspace, stream: str, version: int) -> None:
    """Raises IntegrityViolations for a level, as it now stands, above the highest of its indicator."""
    fact = decision.standing(stream, version)
    match fact.body:
        case LevelClaimed(indicator=part, level=level) | LevelVerified(indicator=part, verified=level):
            year = decision.unit_of_work.state(stream).year
        case _:
            return
    known = known_rulebooks.known(decision.unit_of_work.store, workspace.evidence, region_of(stream))
    highest = known.of(year, part).highest
    if level > highest:
        why = reason("Level {level} does not lie between 0 and {highest}.", level=level, highest=highest)
        raise IntegrityViolations([IntegrityViolation(stream, fact, why)], decision)
