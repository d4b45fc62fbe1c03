"""Texts and links of actions that no file brings: typed behind options of a verb, or given by a program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from domain.base import ALLOWED, Action, Draft, Reason, Refused, Source, reason
from domain.evidence import CheckLink
from domain.sheets.sheet import Column
from importers.problems import CellError
from importers.reading import cells, personal_data
from ledger.workspace.workspace import Workspace
from ledger.write.decision import Decision

INSTEAD = reason("Write the post or the unit instead.")
ALLOW = reason("Write the post or the unit instead. If it must stand here: --allow-text REASON")


class ActionTexts:
    """Looks through what is about to be recorded; `allowed` is why texts may hold personal data."""

    def __init__(self, workspace: Workspace, allowed: str | None = None) -> None:
        self.workspace, self.allowed = workspace, allowed

    @cached_property
    def _names(self) -> personal_data.Names:
        return personal_data.Names(one.get("name") for one in self.workspace.vault.all().values())

    def act(self, decision: Decision, action: Action) -> int:
        """Decides an action; the number that it gets. Raises Refused for a text or link that cannot stand."""
        marked = self.look(action)

        def source(draft: Draft) -> Source | None:
            found = [field for field, behind in draft.fields.items() if behind in marked]
            return Source(cells=self.remarks(found)) if found else None

        return decision.act(action, source)

    def look(self, action: Action) -> set[str]:
        """The fields of an action that hold personal data with a reason. Raises Refused as `act` does."""
        for name, said in action.fields().items():
            link = action.value(name)
            # A link that was opened is one that is recorded, however it was written then.
            if said.kind == "link" and link and not isinstance(action, CheckLink):
                _require_page(name, link)
        return {name for name, texts in _texts(action).items() if self.is_marked(name, texts)}

    def is_marked(self, field: str, texts: Iterable[str]) -> bool:
        """True for texts that hold personal data with a reason. Raises Refused where there is none."""
        found = _found(texts, self._names)
        if found and self.allowed is None:
            raise Refused((field, found), (None, ALLOW))
        return found is not None

    def remarks(self, fields: Iterable[str]) -> dict[str, str]:
        """What the source of an event says of its fields that are marked."""
        return {f"{field}{ALLOWED}": self.allowed or "" for field in fields}

    def refuse(self, *reasons: str | None) -> None:
        """Raises Refused for a reason with personal data: beside it no remark could stand."""
        refuse([one for one in reasons if one], self._names)


def refuse(texts: Iterable[str], names: personal_data.Names) -> None:
    """Raises Refused for personal data in texts that nothing allows."""
    if found := _found(texts, names):
        raise Refused((None, found), (None, INSTEAD))


def _found(texts: Iterable[str], names: personal_data.Names) -> Reason | None:
    return next((why for text in texts if (why := personal_data.find(text) or names.find(text))), None)


def _texts(action: Action) -> Mapping[str, list[str]]:
    """The texts that an action says, by its fields."""
    found = {}
    for name, said in action.fields().items():
        value = action.value(name)
        if value and personal_data.holds_text(said.kind, name):
            found[name] = [str(one) for one in value] if isinstance(value, list) else [str(value)]
    return found


def _require_page(name: str, link: str) -> None:
    try:
        cells.link(link, Column("", "", "link"))
    except CellError as error:
        raise Refused((name, error.what), (None, error.remedy)) from error
