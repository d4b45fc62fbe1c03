"""How an action becomes a draft of an event: which action field stands behind which body field."""

from __future__ import annotations

from domain.base import Action, B, Body, Draft


def filled(action: Action, event: type[B]) -> B:
    """The event whose fields all come from those of the action."""
    return event(**{name: getattr(action, name) for name in event.__struct_fields__})


def draft(
    action: Action,
    stream: str,
    body: Body,
    *,
    occurred: str | None = None,
    target: str | None = None,
    first: bool = True,
    renamed: dict[str, str] | None = None,
) -> Draft:
    """A draft of `body` on `stream`.

    `occurred` gives the date where no action field does; `target` names the action field that named the
    stream; `renamed` maps body fields to action fields of another name; `first` marks the event that
    holds the identity of its row.
    """
    fields = {name: name for name in body.__struct_fields__ if name in action.__struct_fields__}
    fields |= renamed or {}
    fields["occurred"] = body.DATED_BY
    if target:
        fields["@stream"] = target
    when = getattr(action, body.DATED_BY, None) if occurred is None else occurred
    return Draft(stream, when, body, fields, first)
