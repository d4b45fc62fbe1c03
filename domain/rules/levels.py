"""The indicators of an innovation: level, points, what proves it, and what would bring more."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from domain.base import Reason, Term, reason
from domain.rules.case import Case, Proof
from domain.rules.entries import Entry, Verification
from domain.rules.measures import NOTHING, Measured, measure, years_ago
from domain.rules.proofs import Proved, proves
from domain.rules.rulebook import Certainty, Indicator, Known, Piece, Rulebook
from domain.rules.verdict import MET, NOT_MET, UNKNOWN, Finding, Kind, Outcome

UNPROVED = Proved(0, [], [])
SUPPORT_OF = {
    "people": "executors",
    "budget_years": "budget",
    "trainings": "training",
    "plan_years": "plan",
    "actors": "partner",
    "network_units": "network_unit",
    "sop_days": "procedure",
    "replications": "replicated_out",
    "replicating_regions": "replicated_out",
    "creation_months": "creation_stage",
    "benefit": "benefit",
}
"""The kind of row of sheet Pendukung behind each measure."""


def indicators(book: Rulebook, case: Case, entry: Entry | None) -> list[Finding]:
    """One finding for each indicator of the rulebook, in its order."""
    by_indicator: dict[str, list[Proof]] = {}
    for proof in case.proofs:
        for name in proof.iga:
            by_indicator.setdefault(name, []).append(proof)
    return [_finding(book, row, case, entry, by_indicator.get(row.id, [])) for row in book.indicators]


def _finding(book: Rulebook, row: Indicator, case: Case, entry: Entry | None, found: list[Proof]) -> Finding:
    claim = entry.claims.get(row.id) if entry else None
    derived = measure(case, row.derive, book.year, claim.basis if claim else None) if row.derive else NOTHING
    wanted = derived.level if derived.level is not None else claim.level if claim else None
    proved = proves(case, row.evidence_rules, wanted, found, book.year) if wanted else UNPROVED
    weight = None if row.weight.value is None else Decimal(row.weight.value)
    verified = entry.verified.get(row.id) if entry else None
    facts = [*derived.facts, *looked_at(row, case, found)]
    facts += [one.at for one in (claim, verified) if one is not None]
    return Finding(
        rule=f"indicator.{row.id}",
        kind=_kind(book, row),
        outcome=_outcome(wanted, proved.level, derived),
        certainty=_certainty(book, row),
        sentence=_sentence(row, wanted, proved.level, derived, attached=len(found)),
        facts=sorted(set(facts)),
        absent=None if facts else case.stream,
        sources=row.sources,
        remedy=_remedy(book, row, wanted, proved, found),
        label=f"{row.number} {row.name}",
        level=proved.level,
        claimed=claim.level if claim else None,
        verified=verified.level if verified and stands(verified, case.proofs) else None,
        points=None if weight is None else weight * proved.level,
        most=None if weight is None else weight * 3,
        gain=None if weight is None else weight * ((wanted or 0) - proved.level),
        upto=None if weight is None else weight * (3 - proved.level),
        value=derived.value,
        basis=_basis(row, derived),
        pieces=_lacking(proved, wanted),
    )


def _basis(row: Indicator, derived: Measured) -> str | None:
    bases = row.derive.bases if row.derive else []
    return next((one.label for one in bases if one.id == derived.basis), None)


def _lacking(proved: Proved, wanted: int | None) -> int:
    return sum((wanted or 1) if piece.count == "level" else int(piece.count) for piece in proved.missing)


def fallen(book: Rulebook, case: Case, entry: Entry | None) -> list[Finding]:
    """A finding for each verification whose evidence is no longer what it cited."""
    if entry is None:
        return []
    return [
        Finding(
            rule=f"verification.{row.id}",
            kind="warning",
            outcome=NOT_MET,
            certainty="confirmed",
            sentence=reason(
                "The verification of {row} has fallen: its evidence was replaced, corrected or voided.",
                row=f"{row.number} {row.name}",
            ),
            facts=[entry.verified[row.id].at],
            remedy=reason("Verify the indicator again."),
            label=f"{row.number} {row.name}",
        )
        for row in book.indicators
        if row.id in entry.verified and not stands(entry.verified[row.id], case.proofs)
    ]


def stands(verification: Verification, proofs: list[Proof]) -> bool:
    """True while every file, link, number and date that the verification cited is still as it was."""
    by_version = {proof.version: proof for proof in proofs}
    for cite in verification.cites:
        if cite.evidence is None:
            continue
        proof = by_version.get(cite.evidence)
        now = (proof.file, proof.link, proof.number, proof.date) if proof else None
        if now != (cite.file, cite.link, cite.number, cite.date):
            return False
    return True


def looked_at(row: Indicator, case: Case, found: list[Proof]) -> list[int]:
    """The events that the rules of evidence looked at, whatever came of it."""
    facts = [proof.at for proof in found]
    facts += [case.links[proof.link].at for proof in found if proof.link in case.links]
    if case.implemented and found and _asks_for_year(row):
        facts.append(case.implemented.at)
    return facts


def _asks_for_year(row: Indicator) -> bool:
    return any(
        piece.window == "implementation_year"
        for rule in row.evidence_rules
        for pieces in rule.any_of
        for piece in pieces
    )


def _effect(book: Rulebook, row: Indicator) -> Known | None:
    """What a missing mandatory indicator does, where the rulebook knows it."""
    effect = book.missing_mandatory
    return effect if row.mandatory.value and effect is not None and effect.value == NOT_MET else None


def _kind(book: Rulebook, row: Indicator) -> Kind:
    if _effect(book, row):
        return "gate"
    return "warning" if row.mandatory.value else "score"


def _certainty(book: Rulebook, row: Indicator) -> Certainty:
    effect = _effect(book, row)
    return effect.certainty if effect else row.certainty


def _outcome(wanted: int | None, level: int, derived: Measured) -> Outcome:
    if level:
        return MET
    return UNKNOWN if wanted is None and derived.facts else NOT_MET


def _sentence(row: Indicator, wanted: int | None, level: int, derived: Measured, *, attached: int) -> Reason:
    name = f"{row.number} {row.name}"
    if wanted is None and derived.facts:
        return reason("{row}: what is recorded does not decide the level.", row=name)
    if wanted is None and attached:
        return reason("{row}: {count} pieces of evidence, but no level is claimed.", row=name, count=attached)
    if wanted is None:
        return reason("{row}: nothing is recorded and nothing is claimed.", row=name)
    if not wanted:
        return reason("{row}: what is recorded reaches no level.", row=name)
    if not level:
        return reason(
            "{row}: level {wanted} is stated, but its evidence is missing.", row=name, wanted=wanted
        )
    if level < wanted:
        return reason(
            "{row}: level {wanted} is stated; the evidence proves level {level}.",
            row=name,
            wanted=wanted,
            level=level,
        )
    if derived.level is not None:
        return reason(
            "{row}: level {level} follows from the records ({value}) and is proved.",
            row=name,
            level=level,
            value=derived.value,
        )
    return reason("{row}: level {level} is claimed and proved.", row=name, level=level)


def _remedy(
    book: Rulebook, row: Indicator, wanted: int | None, proved: Proved, found: list[Proof]
) -> Reason | None:
    if proved.missing:
        pieces = tuple(_in_years(piece, book.year) for piece in proved.missing)
        if any(proof.file is None and proof.link is None for proof in found):
            return reason(
                "Evidence of indicator {number} is recorded without file or link: fill in Berkas or Tautan on"
                " sheet Bukti. Still needed: {pieces}.",
                number=row.number,
                pieces=pieces,
            )
        return reason(
            "Attach to indicator {number} on sheet Bukti: {pieces}.", number=row.number, pieces=pieces
        )
    if wanted:
        return _next(row, proved.level)
    if row.derive:
        kind = Term("support", SUPPORT_OF[row.derive.measure])
        return reason(
            "Record it on sheet Pendukung as {kind}, or claim the level on sheet Klaim IGA.", kind=kind
        )
    return reason("Claim the level on sheet Klaim IGA and attach its evidence on sheet Bukti.")


def _next(row: Indicator, level: int) -> Reason | None:
    """What the next level asks for; None at the highest, or where the rulebook does not know it."""
    if row.levels is None or level not in (1, 2):
        return None
    return reason("The next level asks for: {text}.", text=row.levels.p2 if level == 1 else row.levels.p3)


def _in_years(piece: Piece, year: int) -> Piece:
    """The piece with its years as people write them."""
    if not isinstance(piece.window, tuple):
        return piece
    first, last = (str(years_ago(name, year)) for name in piece.window)
    return msgspec.structs.replace(piece, window=(first, last))
