"""The same provenance as PROV-JSON (W3C member submission of 24 April 2013), for other people's programs.

Values and source files are entities, events are activities, and whoever recorded them are agents.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from exporters.dossier.model import Place
from exporters.package.model import Contents
from exporters.package.provenance import TracedEvent, TracedValue

Attributes = dict[str, Any]
"""What PROV-JSON says of one element or relation: names to texts, or to typed literals."""
PREFIX = "jejak"


def prov_json(contents: Contents, dossier: str, values: Iterable[TracedValue]) -> dict[str, dict[str, Any]]:
    """The PROV-JSON document of a dossier; `dossier` is the name of its JSON file."""
    made = _Document(contents.issue.region)
    whole = made.entity(
        f"dossier/{dossier}", {"prov:type": _name("prov:Collection"), "prov:label": contents.issue.title}
    )
    for value in values:
        about = {
            "prov:label": value.label,
            f"{PREFIX}:pointer": value.pointer,
            f"{PREFIX}:field": value.field,
        }
        entity = made.entity(f"value{value.pointer}", about | _said(value))
        made.relate("hadMember", {"prov:collection": whole, "prov:entity": entity})
        for event in value.events:
            made.generated(entity, event)
    return made.plain()


def _said(value: TracedValue) -> Attributes:
    """The value itself; of a list every part, as PROV-JSON writes several values of one attribute."""
    parts = value.value if isinstance(value.value, list) else [value.value]
    said = [str(part) for part in parts if part is not None]
    return {"prov:value": "; ".join(said)} if said else {}


def _file_about(place: Place) -> Attributes:
    named = {"prov:label": place.workbook} if place.workbook else {}
    return {f"{PREFIX}:sha256": str(place.file), **named}


def _name(qualified: str) -> Attributes:
    return {"$": qualified, "type": "prov:QUALIFIED_NAME"}


class _Document:
    """A PROV-JSON document in the making; every element stands once."""

    def __init__(self, region: str) -> None:
        self.prefixes = {PREFIX: f"urn:jejak:{quote(region)}:"}
        self.kinds: dict[str, dict[str, Attributes]] = {}

    def entity(self, name: str, about: Attributes) -> str:
        return self._element("entity", name, about)

    def generated(self, entity: str, event: TracedEvent) -> None:
        """An event said a value; whoever recorded it answers for it, and its cells were read for it."""
        about = {"prov:endTime": event.recorded_at}
        if event.occurred:
            about[f"{PREFIX}:occurred"] = event.occurred
        activity = self._element("activity", f"event/{event.event}", about)
        self.relate("wasGeneratedBy", {"prov:entity": entity, "prov:activity": activity})
        if event.actor:
            post = {"prov:label": event.actor_post} if event.actor_post else {}
            agent = self._element(
                "agent", f"actor/{event.actor}", {"prov:type": _name("prov:Person"), **post}
            )
            self.relate("wasAssociatedWith", {"prov:activity": activity, "prov:agent": agent})
        for place in event.places:
            self._read(entity, activity, place)

    def _read(self, entity: str, activity: str, place: Place) -> None:
        if place.file:
            cell = {f"{PREFIX}:sheet": place.sheet, f"{PREFIX}:cell": place.cell}
            file = self.entity(f"file/{place.file}", _file_about(place))
            told = {name: said for name, said in cell.items() if said}
            self.relate("used", {"prov:activity": activity, "prov:entity": file, **told})
            self.relate("wasDerivedFrom", {"prov:generatedEntity": entity, "prov:usedEntity": file})

    def _element(self, kind: str, name: str, about: Attributes) -> str:
        qualified = f"{PREFIX}:{quote(name)}"
        self.kinds.setdefault(kind, {}).setdefault(qualified, about)
        return qualified

    def relate(self, kind: str, about: Attributes) -> None:
        known = self.kinds.setdefault(kind, {})
        if about not in known.values():
            known[f"_:{kind}{len(known) + 1}"] = about

    def plain(self) -> dict[str, dict[str, Any]]:
        return {"prefix": self.prefixes, **self.kinds}
