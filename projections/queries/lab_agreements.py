"""The agreements of a lab with their signers and innovations, as its documents print them."""

from __future__ import annotations

from sqlalchemy import RowMapping, select

from projections.queries.lab_members import NameAt, of_lab
from projections.queries.lab_record import CoveredInnovation, SignedAgreement, Signer
from projections.queries.signatures import signature_rows
from projections.read_session import ReadSession
from projections.views.agreements import agreements, covered
from projections.views.catalogue import innovations


def agreements_by_innovation(
    session: ReadSession, lab: str, name_at: NameAt
) -> dict[str, list[SignedAgreement]]:
    """The performance agreements of each innovation of a lab, the latest last."""
    query = (
        select(agreements, covered.c.innovation)
        .join(covered, covered.c.stream == agreements.c.stream)
        .join(innovations, innovations.c.stream == covered.c.innovation)
        .where(agreements.c.kind == "performance", *of_lab(lab))
        .order_by(agreements.c.occurred.nulls_first(), agreements.c.stream, covered.c.innovation)
    )
    made: dict[str, SignedAgreement] = {}
    found: dict[str, list[SignedAgreement]] = {}
    for row in session.connection.execute(query).mappings().all():
        agreement = made.get(row["stream"]) or signed_agreement(session, row, name_at)
        made[row["stream"]] = agreement
        found.setdefault(row["innovation"], []).append(agreement)
    return found


def signed_agreement(session: ReadSession, row: RowMapping, name_at: NameAt) -> SignedAgreement:
    listed = (
        select(innovations.c.title, innovations.c.acronym, innovations.c.unit)
        .join(covered, covered.c.innovation == innovations.c.stream)
        .where(covered.c.stream == row["stream"], innovations.c.stands)
        .order_by(innovations.c.stream)
    )
    return SignedAgreement(
        innovations=[
            CoveredInnovation(title=one[0], acronym=one[1], unit=name_at(one[2], row["occurred"]))
            for one in session.connection.execute(listed)
        ],
        signers=[
            Signer(
                role=one["role"],
                post=one["post"],
                unit=name_at(one["unit"], row["occurred"]) or one["institution"],
                capacity=one["capacity"],
                representing=one["representing"],
            )
            for one in signature_rows(session, row["stream"], row["occurred"])
        ],
        **{name: row[name] for name in ("kind", "title", "number", "place", "occurred", "plan")},
        illustrative=row["illustrative"],
    )
