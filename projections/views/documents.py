"""Documents: decrees, regulations, letters, reports."""

from __future__ import annotations

from domain.base import AnyFact
from projections.views.base import Put, flag, table, text

NAME = "documents"
VERSION = 1
KIND = "document"

documents = table(
    "documents",
    flag("stands"),
    text("kind"),
    text("number"),
    text("subject"),
    text("issuer"),
    text("link"),
    text("occurred"),
)
TABLES = (documents,)


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per document."""
    body = founding.body
    row = (body.kind, body.number, body.subject, body.issuer, body.link, founding.occurred)
    puts[0]((stream, bool(facts), *row))
