"""What an edition asks of the video, in words; a rule that is not confirmed says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from exporters.dossier.award_form import HowCertain, YesNo
from exporters.dossier.model import Item, ItemValue
from jejak_i18n import indonesian, labels
from jejak_i18n import marked as n_

LINK = "video_link"
ITEM = "video_rules"
"""The item of a dossier that says the rules; a final copy leaves it out."""


def item(asked: str, certainty: HowCertain) -> Item:
    """The rules as an item beside the link, for whoever makes the video; nobody recorded it."""
    said = ItemValue(field=ITEM, value=None, label=asked, state="not_recorded", sources=[])
    return Item(
        id=ITEM,
        label=indonesian("Rules of the video"),
        kind="short",
        values=[said],
        state="not_recorded",
        required=YesNo(value=False, certainty=certainty),
        certainty=certainty,
    )


class Said(Protocol):
    """One rule, of a form or of its rulebook."""

    @property
    def value(self) -> object: ...

    @property
    def certainty(self) -> str: ...


class Rules(Protocol):
    """The rules of a video, of a form or of its rulebook."""

    @property
    def max_minutes(self) -> Said | None: ...

    @property
    def min_resolution(self) -> Said | None: ...

    @property
    def language(self) -> Said | None: ...

    @property
    def content(self) -> Said | None: ...

    @property
    def carrier(self) -> Said | None: ...


def told(rule: Rules, say: Callable[[str], str] = indonesian, tongue: str = "id") -> str | None:
    """One line of all that is known, what is equally certain together; None where nothing is known."""
    asked: list[tuple[Said | None, str]] = [
        (rule.max_minutes, n_("at most {value} minutes")),
        (rule.min_resolution, n_("resolution at least {value}")),
        (rule.language, n_("language: {value}")),
        (rule.content, n_("content: {value}")),
        (rule.carrier, n_("place: {value}")),
    ]
    by_certainty: dict[str, list[str]] = {}
    for known, text in asked:
        if known is not None and known.value is not None:
            by_certainty.setdefault(known.certainty, []).append(say(text).format(value=known.value))
    parts = [
        f"{' · '.join(one)} ({labels.label_in('certainty', certainty, tongue)})"
        for certainty, one in by_certainty.items()
    ]
    return "; ".join(parts) or None
