"""document list: decrees, letters and reports, with what rests on each."""

from __future__ import annotations

from pathlib import Path

import click

from commands.common.list_spec import Column, Items, ListSpec, show_list
from commands.common.output import Answer, reading_session, time_options, verb, xlsx_option
from commands.common.written_value import REGION
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from projections.queries.documents import DocumentRow

DOCUMENTS = ListSpec(
    row=DocumentRow,
    name=n_("Documents"),
    title=n_("Documents, by day"),
    columns=(
        Column("region", n_("Region"), telling_apart=True),
        Column("number", n_("Number")),
        Column("occurred", n_("Date"), "day"),
        Column("kind", n_("Kind"), "label", codes="document"),
        Column("subject", n_("Subject")),
        Column("issuer", n_("Issuer")),
        Column("linked", n_("Named by"), "number"),
        Column("innovations", n_("Of these innovations"), "number", place="workbook"),
        Column("parties", n_("Signers"), "number", place="workbook"),
        Column("link", n_("File"), place="workbook"),
    ),
    empty=n_("No document is recorded."),
    sheet="Dokumen",
)
NONE_FITS = n_("No document fits. Look with fewer conditions: jejak document list")


@click.group("document", help=_("Decrees, letters and reports, and what rests on each."))
def document() -> None:
    pass


@document.command("list", help=_("List documents: number, day, kind, subject, issuer, and what names them."))
@click.option("--search", metavar="WORDS", help=_("Words in number, subject or issuer."))
@click.option("--region", type=REGION, metavar="CODE", help=_("Only of this region."))
@xlsx_option
@time_options
@verb("document list")
def list_(
    answer: Answer,
    home: str | None,
    *,
    search: str | None,
    region: str | None,
    xlsx: Path | None,
    as_of: str | None,
    known_at: str | None,
) -> None:
    from domain.streams import prefix
    from projections.queries.documents import list_documents

    with reading_session(answer, home, as_of, known_at, region=region) as session:
        found = list_documents(session, region=prefix(region) if region else None, search=search)
    show_list(answer, DOCUMENTS, Items(found), xlsx, empty=NONE_FITS if search or region else None)
