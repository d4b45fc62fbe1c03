"""How large the files of a form may be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_UP, Decimal

from domain.base import reason
from domain.rules.case import Case, Proof
from domain.rules.rulebook import Rulebook
from domain.rules.verdict import NOT_MET, Finding, finding

MEGABYTE = 1024 * 1024


def too_large(book: Rulebook, case: Case) -> Iterator[Finding]:
    """One finding for each file of this form that is larger than the edition takes, as certain as its limit.

    The level stands all the same: the file can be made smaller without changing what it proves.
    """
    limit = book.file_limit
    if limit is None:
        return
    parts = {letter.id for letter in book.letters} | {one.id for one in book.sections}
    indicators = {row.id for row in book.indicators}
    for proof in case.proofs:
        if not (indicators & set(proof.iga) or parts & set(proof.kipp)):
            continue
        if proof.size is not None and proof.size > limit.megabytes * MEGABYTE:
            yield finding(
                f"file_limit.{proof.version}",
                NOT_MET,
                limit.certainty,
                reason(
                    'The file of "{what}" is {size} MB large; the form takes {limit} MB at most.',
                    what=proof.called,
                    size=_megabytes(proof),
                    limit=limit.megabytes,
                ),
                facts=[proof.at],
                remedy=reason("Make it smaller, then attach it again as one that replaces this one."),
                kind="warning",
                label=proof.called,
            )


def _megabytes(proof: Proof) -> Decimal:
    """Rounded up to a tenth: a file above the limit never looks as if it met it."""
    return (Decimal(proof.size or 0) / MEGABYTE).quantize(Decimal("0.1"), ROUND_UP)
