"""Which function tells which event type: `@text_of(IdeaProposed)` above a function of that body."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from domain.agreement import SignatureRecorded
from domain.base import Body, Reason, reason
from domain.document import PartyRecorded
from jejak_i18n import labels, signers
from projections.timeline.stream_names import StreamNames

B = TypeVar("B", bound=Body)
EventText = Callable[[B, str, StreamNames], Reason]
"""Makes a sentence of a body, the stream that it stands in, and the names of streams."""
EVENT_TEXT: dict[type[Body], EventText[Any]] = {}
"""Every event type with its function; that the body is of the type is what `text_of` holds."""


def text_of(body: type[B]) -> Callable[[EventText[B]], EventText[B]]:
    """Registers a function as the text of one event type. Raises ValueError for a second one."""

    def register(function: EventText[B]) -> EventText[B]:
        if body in EVENT_TEXT:
            raise ValueError(f"{body.__name__} has its sentence already")
        EVENT_TEXT[body] = function
        return function

    return register


def clause(text: str | None) -> str:
    """A written reason without its full stop, to stand inside a sentence."""
    return (text or "").strip().rstrip(".")


def signature_text(body: SignatureRecorded | PartyRecorded, names: StreamNames) -> Reason:
    """Who signed, in which role and capacity, and for whom."""
    post = names.of(body.person)
    return reason(
        "Signed by {post} as {role}.",
        post=signers.signer(post, body.capacity, body.representing),
        role=labels.label_of("role", body.role),
    )
