"""Recorded values with their provenance, as a dossier keeps them."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.dossier.award_form import Option
from exporters.dossier.model import ItemValue
from projections.queries.detail_types import InnovationDetail, SourcedValue


def is_filled(raw: object) -> bool:
    """Whether a recorded value says anything: not null, not blank text, not an empty list."""
    if isinstance(raw, str):
        return bool(raw.strip())
    return raw is not None and raw != []


def word_count(text: str) -> int:
    """Words of a text, split on white space (how the official applications count is not confirmed)."""
    return len(text.split())


def field_value(detail: InnovationDetail, field: str, options: Sequence[Option] = ()) -> ItemValue:
    """A field of the innovation; null, `not_recorded` and without sources when nobody recorded it.

    `label` is the official wording of a choice, when the form has one for the value.
    """
    return item_value(field, detail.fields.get(field), options)


def item_value(field: str, found: SourcedValue | None, options: Sequence[Option] = ()) -> ItemValue:
    """The same for a value that is already at hand, such as a former title."""
    if found is None or not is_filled(found.value):
        return ItemValue(field=field, value=None, label=None, state="not_recorded", sources=[])
    return ItemValue(
        field=field,
        value=found.value,
        label=_label(found.value, options),
        state="recorded",
        sources=found.sources,
    )


def _label(raw: object, options: Sequence[Option]) -> str | None:
    wanted = str(raw).strip().casefold()
    return next((option.label for option in options if option.id.casefold() == wanted), None)


def numbered(label: str, number: str | int | None) -> str:
    """A label after its number in the form; number 0 is not printed."""
    return f"{number} {label}" if number and number != "0" else label
