"""The page of one innovation."""

from __future__ import annotations

import base64
from typing import Any

from msgspec import Struct

from exporters.html.environment import day
from exporters.site import words
from exporters.site.life import Life, life_of
from exporters.site.lineage_drawing import lineage_drawing
from exporters.site.measure_drawing import measure_drawing
from exporters.site.scope import Scope
from exporters.site.verdict_text import verdict_text
from jejak_i18n import formatting, labels
from jejak_i18n import gettext as _
from jejak_i18n.unit_kinds import unit_kind_for_terminal
from projections.eligibility.edition import Edition
from projections.eligibility.verdicts import lacking
from projections.queries.detail_types import Agreement, Evidence, InnovationDetail, SourcedValue
from projections.queries.innovation_detail import innovation_detail
from projections.queries.lineage import InnovationNode, tree
from projections.queries.seal import Seal, SealedEvent
from projections.read_session import ReadSession
from projections.timeline.change_text import value_text
from projections.timeline.stream_names import StreamNames

LONG = 180
"""Letters of a text of which the page shows the beginning first."""
NAMED = ("title", "acronym")
"""Fields that the head of the page says."""
Context = dict[str, Any]
"""What a template is given: names to values of many types."""


class FieldText(Struct, frozen=True):
    """A field with its value in words, and whose word it is."""

    label: str
    value: str
    said_by: list[str]

    @property
    def beginning(self) -> str | None:
        """The first words of a long text; None of a short one, which stands whole."""
        if len(self.value) <= LONG:
            return None
        return f"{self.value[:LONG].rsplit(None, 1)[0]} …"


class PaperText(Struct, frozen=True):
    """A document or a piece of evidence."""

    name: str
    date: str
    about: str
    supports: str
    link: str
    said_by: list[str]


class Shared(Struct, frozen=True):
    """What the pages of all innovations of a region share."""

    scope: Scope
    seal: Seal
    editions: list[Edition]
    indicators: dict[str, str]
    """Numbers of the indicators of IGA by their ids."""
    names: StreamNames


def innovation_context(session: ReadSession, stream: str, shared: Shared) -> Context:
    """All that the page shows."""
    scope, seal = shared.scope, shared.seal
    found = innovation_detail(session, stream)
    root = tree(session, stream)
    assert isinstance(root, InnovationNode)
    hidden = {source.event for one in found.evidence if not _shown(one, scope) for source in one.sources}
    life = life_of(session, stream, scope, shared.names, hidden)
    verdicts = [] if scope.public else [lacking(one.verdict(stream)) for one in shared.editions]
    acronym = _plain(found.fields.get("acronym"))
    title = _plain(found.fields["title"])
    return {
        "code": found.code,
        "name": acronym or title,
        "title": title if acronym else "",
        "region": found.region,
        "lab": found.lab,
        "illustrative": found.illustrative,
        "chips": _chips(found, root),
        "fields": _fields(found, scope),
        "drawing": lineage_drawing(root, public=scope.public),
        "life": life,
        "measurements": [
            (one, measure_drawing(one), words.said_by(one.sources, public=scope.public))
            for one in found.measurements
        ],
        "verdicts": [verdict_text(one) for one in verdicts],
        "papers": _papers(found, scope),
        "evidence": [_evidence(one, shared) for one in found.evidence if _shown(one, scope)],
        "carried_on": found.carries_on,
        "merged_into": found.merged_into,
        "seal": [sealed(one, scope) for one in seal.events(step.position for step in life.steps)],
        "page_data": page_data(life),
    }


def page_data(life: Life) -> Context:
    """What the script of the page replays: changes by step, and the state by day."""
    return {
        "steps": [
            [
                one.position,
                one.recorded_on,
                int(one.own),
                [
                    [change.field if one.own else change.label, change.before, change.after]
                    for change in one.changes
                ],
            ]
            for one in life.steps
        ],
        "days": [[one.day, one.values] for one in life.days],
    }


def sealed(one: SealedEvent, scope: Scope) -> list[Any]:
    """An event for the check in the browser: whole, or for the public only its place and leaf."""
    row = one.row
    path = [base64.b64encode(part).decode() for part in one.path]
    if scope.public:
        return [row.position, base64.b64encode(one.leaf).decode(), path]
    return [row.position, row.stream, row.version, row.topic, row.recorded_at, row.state.decode(), path]


def _plain(found: SourcedValue | None) -> str:
    return str(found.value) if found and found.value else ""


def _chips(found: InnovationDetail, root: InnovationNode) -> list[str]:
    chips = [labels.label_for_terminal("maturity", _plain(found.fields["stage"]))]
    if root.launched_on:
        chips.append(_("launched {day}").format(day=day(root.launched_on)))
    if found.status and found.status.value:
        chips.append(labels.label_for_terminal("running", str(found.status.value)))
    return chips


def _fields(found: InnovationDetail, scope: Scope) -> list[FieldText]:
    hidden = {*NAMED, "stage", *(found.persons if scope.public else ())}
    rows = [
        FieldText(
            labels.label_for_terminal("field", name),
            _told(found, name, value),
            words.said_by(value.sources, public=scope.public),
        )
        for name, value in found.fields.items()
        if name not in hidden and value.value not in (None, "", [])
    ]
    former = [
        FieldText(_("Former title"), str(one.value), words.said_by(one.sources, public=scope.public))
        for one in found.former_titles
    ]
    if found.legal_base and not scope.public:
        former.append(
            FieldText(
                labels.label_for_terminal("field", "legal_base"),
                str(found.legal_base.value),
                words.said_by(found.legal_base.sources, public=scope.public),
            )
        )
    return [*rows, *former]


def _told(found: InnovationDetail, name: str, value: SourcedValue) -> str:
    if name == "unit_kind":
        return unit_kind_for_terminal(str(value.value), found.region.code)
    return (
        value.value if isinstance(value.value, str) and "\n" in value.value else value_text(name, value.value)
    )


def _papers(found: InnovationDetail, scope: Scope) -> list[PaperText]:
    shown = [one for one in found.agreements if one.occurred or not scope.public]
    return [_agreement(one, scope) for one in shown]


def _agreement(one: Agreement, scope: Scope) -> PaperText:
    return PaperText(
        name=" ".join(part for part in (one.title, one.number) if part),
        date=day(one.occurred),
        about="; ".join(words.signers(one.signatures, public=scope.public)),
        supports="",
        link="",
        said_by=words.said_by(one.sources, public=scope.public),
    )


def _shown(one: Evidence, scope: Scope) -> bool:
    return not scope.public or not (one.personal_data or one.superseded)


def _evidence(one: Evidence, shared: Shared) -> PaperText:
    scope = shared.scope
    kind = labels.label_of("evidence", one.kind)
    named = [kind, one.number or ""]
    if one.superseded:
        named.append(f"({_('superseded')})")
    size = f"{formatting.count(max(1, one.size // 1024))} kB" if one.size else ""
    about = [one.subject or "", *([] if scope.public else [one.name or "", size])]
    return PaperText(
        name=" ".join(filter(None, named)),
        date=day(one.date),
        about=" · ".join(filter(None, about)),
        supports=", ".join(
            [
                *(f"IGA {shared.indicators.get(name, name)}" for name in one.iga),
                *(f"KIPP {labels.section(name)}" for name in one.kipp),
            ]
        ),
        link=one.link if one.link and one.link.startswith(("https://", "http://")) else "",
        said_by=words.said_by(one.sources, public=scope.public),
    )
