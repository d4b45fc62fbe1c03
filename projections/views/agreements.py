"""Agreements with their signatures and the innovations that they cover."""

from __future__ import annotations

from domain.agreement import SignatureRecorded
from domain.base import AnyFact
from projections.views.base import Put, flag, number, table, text

NAME = "agreements"
VERSION = 1
KIND = "agreement"

agreements = table(
    "agreements",
    text("kind"),
    text("lab"),
    text("number"),
    text("title"),
    text("place"),
    text("medium"),
    number("plan"),
    flag("illustrative"),
    text("occurred"),
)
covered = table("agreement_innovations", text("innovation"), key=("innovation",))
signatures = table(
    "agreement_signatures",
    number("position"),
    text("person"),
    text("role"),
    text("capacity"),
    text("representing"),
    key=("position",),
)
TABLES = (agreements, covered, signatures)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per agreement that stands, per innovation covered and per signature."""
    if not facts:
        return
    put_agreement, put_covered, put_signature = puts
    body = founding.body
    put_agreement(
        (stream, body.kind, body.lab, body.number, body.title, body.place, body.medium, body.plan)
        + (body.illustrative, founding.occurred)
    )
    for one in body.innovations:
        put_covered((stream, one))
    for fact in facts:
        said = fact.body
        if isinstance(said, SignatureRecorded):
            put_signature((stream, fact.position, said.person, said.role, said.capacity, said.representing))
