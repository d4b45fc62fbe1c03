"""Agreements with their signatures and the innovations that they cover."""

from __future__ import annotations

from domain.agreement import AgreementAmended, AgreementEnded, SignatureRecorded
from domain.base import AnyFact
from projections.views.base import Put, flag, number, table, text

NAME = "agreements"
VERSION = 2
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
    number("amendments", "jumlah adendum"),
    text("amended_on", "tanggal adendum"),
    flag("ended", "diakhiri"),
    text("ended_on", "tanggal berakhir"),
    about="perjanjian",
)
covered = table(
    "agreement_innovations",
    text("innovation"),
    key=("innovation",),
    about="satu inovasi yang dicakup perjanjian",
)
signatures = table(
    "agreement_signatures",
    number("position"),
    text("person"),
    text("role"),
    text("capacity"),
    text("representing"),
    key=("position",),
    about="satu tanda tangan pada perjanjian",
)
TABLES = (agreements, covered, signatures)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per agreement that stands, per innovation covered and per signature."""
    if not facts:
        return
    put_agreement, put_covered, put_signature = puts
    body = founding.body
    amended = [fact for fact in facts if isinstance(fact.body, AgreementAmended)]
    ended = [fact for fact in facts if isinstance(fact.body, AgreementEnded)]
    plans = [fact.body.plan for fact in amended if fact.body.plan is not None]
    put_agreement(
        (stream, body.kind, body.lab, body.number, body.title, body.place, body.medium)
        + (plans[-1] if plans else body.plan, body.illustrative, founding.occurred)
        + (len(amended), amended[-1].occurred if amended else None)
        + (bool(ended), ended[-1].occurred if ended else None)
    )
    for one in body.innovations:
        put_covered((stream, one))
    for fact in facts:
        said = fact.body
        if isinstance(said, SignatureRecorded):
            put_signature((stream, fact.position, said.person, said.role, said.capacity, said.representing))
