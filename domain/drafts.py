"""How an action becomes a draft of an event: which action field stands behind which body field."""

from __future__ import annotations

from domain.base import Action, Body, Draft


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
    said = action.fields()
    fields = {name: name for name in body.__struct_fields__ if name in said}
    fields |= renamed or {}
    fields["occurred"] = body.DATED_BY
    if target:
        fields["@stream"] = target
    when = action.value(body.DATED_BY) if occurred is None else occurred
    return Draft(stream, when, body, fields, first)
