"""The indicators of an innovation: level, points, what proves it, and what would bring more."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import msgspec

from domain.base import Reason, Term, reason
from domain.rules.case import Case, Proof
from domain.rules.certainty import Certainty, Known
from domain.rules.entries import Claim, Entry, Verification
from domain.rules.indicators import Indicator, Piece
from domain.rules.measures import NOTHING, Measured, measure, years_ago
from domain.rules.proofs import Proved, proves
from domain.rules.rulebook import Rulebook
from domain.rules.shortcomings import told
from domain.rules.verdict import MET, NOT_MET, OWN, UNKNOWN, Finding, Kind, Outcome
from domain.streams import code

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


class Prepared(NamedTuple):
    """What is the same of an indicator for every innovation; `points` by level, None without a weight."""

    row: Indicator
    highest: int
    kind: Kind
    certainty: Certainty
    points: tuple[Decimal, ...] | None
    asks_for_year: bool


def prepared(book: Rulebook) -> list[tuple[Prepared, Finding]]:
    """The indicators of the rulebook, worked out once.

    Each with its finding when nothing is recorded, claimed or attached.
    """
    rows = book.prepared.get("indicators")
    if rows is None:
        rows = book.prepared["indicators"] = [_prepare(book, row) for row in book.indicators]
    return rows


def _prepare(book: Rulebook, row: Indicator) -> tuple[Prepared, Finding]:
    weight = None if row.weight.value is None else Decimal(row.weight.value)
    highest = book.highest(row)
    points = None if weight is None else tuple(weight * level for level in range(highest + 1))
    one = Prepared(row, highest, _kind(book, row), _certainty(book, row), points, _asks_for_year(row))
    return one, _finding(book, one, _Seen(None, None, NOTHING, None, UNPROVED, [], []), verified=None)


class _Seen(NamedTuple):
    """What stands about one indicator of one innovation."""

    claim: Claim | None
    verification: Verification | None
    derived: Measured
    wanted: int | None
    proved: Proved
    found: list[Proof]
    facts: list[int]
    code: str = ""
    """What people type for the innovation."""


def indicators(book: Rulebook, case: Case, entry: Entry | None) -> list[Finding]:
    """One finding for each indicator of the rulebook, in its order."""
    by_indicator: dict[str, list[Proof]] = {}
    for proof in case.proofs:
        for name in proof.iga:
            by_indicator.setdefault(name, []).append(proof)
    claims = entry.claims if entry else {}
    verified = entry.verified if entry else {}
    made = []
    for one, nothing in prepared(book):
        name = one.row.id
        claim, found = claims.get(name), by_indicator.get(name, [])
        rule = one.row.derive
        derived = measure(case, rule, book.year, claim.basis if claim else None) if rule else NOTHING
        if claim is None and not found and not derived.facts:
            # Most indicators of most innovations.
            made.append(nothing)
            continue
        seen = _see(book, one, case, claim, verified.get(name), derived, found)
        standing = seen.verification and stands(seen.verification, case.proofs)
        level = seen.verification.level if seen.verification and standing else None
        made.append(_finding(book, one, seen, verified=level))
    return made


def _see(
    book: Rulebook,
    one: Prepared,
    case: Case,
    claim: Claim | None,
    verification: Verification | None,
    derived: Measured,
    found: list[Proof],
) -> _Seen:
    wanted = derived.level if derived.level is not None else claim.level if claim else None
    if wanted is not None:
        # A claim may be older than a rulebook with fewer levels.
        wanted = min(wanted, one.highest)
    proved = proves(case, one.row, wanted, found, book.year) if wanted else UNPROVED
    facts = [*derived.facts, *looked_at(one, case, found)]
    facts += [said.at for said in (claim, verification) if said is not None]
    # What a verification cited was looked at, even where it proves nothing any more.
    if verification is not None:
        cited = {cite.evidence for cite in verification.cites}
        facts += [proof.at for proof in case.proofs if proof.version in cited]
    return _Seen(claim, verification, derived, wanted, proved, found, sorted(set(facts)), code(case.stream))


def _finding(book: Rulebook, one: Prepared, seen: _Seen, *, verified: int | None) -> Finding:
    row, points, level = one.row, one.points, seen.proved.level
    wanted = seen.wanted or 0
    return Finding(
        rule=f"indicator.{row.id}",
        kind=one.kind,
        outcome=_outcome(seen.wanted, level, seen.derived),
        certainty=one.certainty,
        sentence=_sentence(row, seen, level),
        facts=seen.facts,
        absent=None if seen.facts else OWN,
        sources=row.sources,
        remedy=_remedy(book, one, seen),
        label=row.label,
        level=level,
        claimed=seen.claim.level if seen.claim else None,
        verified=verified,
        points=points[level] if points else None,
        most=points[-1] if points else None,
        gain=points[wanted] - points[level] if points else None,
        upto=points[-1] - points[level] if points else None,
        value=seen.derived.value,
        basis=_basis(row, seen.derived) if seen.derived.basis else None,
        pieces=_lacking(seen.proved, wanted) + len(seen.proved.steps),
    )


def _basis(row: Indicator, derived: Measured) -> str | None:
    bases = row.derive.bases if row.derive else []
    return next((one.label for one in bases if one.id == derived.basis), None)


def _lacking(proved: Proved, wanted: int) -> int:
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
                row=row.label,
            ),
            facts=[entry.verified[row.id].at],
            remedy=reason("Verify the indicator again."),
            label=row.label,
        )
        for row in book.indicators
        if row.id in entry.verified and not stands(entry.verified[row.id], case.proofs)
    ]


def stands(verification: Verification, proofs: list[Proof]) -> bool:
    """True while every file, link, number and date that the verification cited is still as it was."""
    by_version = {proof.version: proof for proof in proofs}
    for cite in verification.cites:
        # A document of the region: its number and date are compared with the row of the region.
        if cite.evidence is None:
            continue
        proof = by_version.get(cite.evidence)
        now = (proof.file, proof.link, proof.number, proof.date) if proof else None
        if now != (cite.file, cite.link, cite.number, cite.date):
            return False
    return True


def looked_at(one: Prepared, case: Case, found: list[Proof]) -> list[int]:
    """The events that the rules of evidence looked at, whatever came of it."""
    if not found:
        return []
    facts = [proof.at for proof in found]
    if case.links:
        facts += [case.links[proof.link].at for proof in found if proof.link in case.links]
    if case.implemented and one.asks_for_year:
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
    # Facts that do not decide leave it open; without any fact the answer is no.
    return UNKNOWN if wanted is None and derived.facts else NOT_MET


def _sentence(row: Indicator, seen: _Seen, level: int) -> Reason:
    name, wanted, derived, attached = row.label, seen.wanted, seen.derived, len(seen.found)
    if wanted is None and derived.facts:
        return reason("{row}: what is recorded does not decide the level.", row=name)
    if wanted is None and attached:
        return reason("{row}: {count} pieces of evidence, but no level is claimed.", row=name, count=attached)
    if wanted is None:
        return reason("{row}: nothing is recorded and nothing is claimed.", row=name)
    if not wanted:
        return reason("{row}: what is recorded reaches no level.", row=name)
    if not level and seen.proved.steps and not seen.proved.missing:
        return reason(
            "{row}: level {wanted} is stated, but its evidence does not count yet.", row=name, wanted=wanted
        )
    if not level and attached:
        return _unproved(row, seen, wanted)
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


def _unproved(row: Indicator, seen: _Seen, wanted: int) -> Reason:
    """Evidence is attached, but more is missing than a step: all of it, or other kinds."""
    asked = {
        kind
        for rule in row.evidence_rules
        if wanted in rule.levels
        for pieces in rule.any_of
        for piece in pieces
        for kind in piece.kinds
    }
    attached = dict.fromkeys(proof.kind for proof in seen.found)
    if asked.isdisjoint(attached):
        return reason(
            "{row}: level {wanted} is stated, but what is attached is of another kind: {kinds}.",
            row=row.label,
            wanted=wanted,
            kinds=tuple(Term("evidence", kind) for kind in attached),
        )
    return reason(
        "{row}: level {wanted} is stated, but its evidence is not complete: {count} attached.",
        row=row.label,
        wanted=wanted,
        count=len(seen.found),
    )


def _remedy(book: Rulebook, one: Prepared, seen: _Seen) -> Reason | None:
    row, wanted, proved = one.row, seen.wanted, seen.proved
    pieces = tuple(_in_years(piece, book.year) for piece in proved.missing)
    steps = tuple(
        told(step._replace(piece=_in_years(step.piece, book.year)) if step.piece else step)
        for step in proved.steps
    )
    if pieces and steps:
        return reason(
            "Attach to indicator {number} on sheet Bukti: {pieces}. Of what is there: {steps}.",
            number=row.number,
            pieces=pieces,
            steps=steps,
        )
    if pieces:
        return reason(
            "Attach to indicator {number} on sheet Bukti: {pieces}.", number=row.number, pieces=pieces
        )
    if steps:
        return reason("Indicator {number} is one step short: {steps}.", number=row.number, steps=steps)
    if wanted:
        return _next(row, proved.level)
    if row.derive:
        kind = Term("support", SUPPORT_OF[row.derive.measure])
        return reason(
            "Record it on sheet Pendukung as {kind}, or claim the level on sheet Klaim IGA.", kind=kind
        )
    if seen.found:
        return reason(
            "Claim the level in column Tingkat of sheet Klaim IGA, or: jejak entry claim"
            " {code} --award {award} --year {year} --indicator {number} --level LEVEL (at most {highest}).",
            code=seen.code,
            award=book.award,
            year=str(book.year),
            number=row.number,
            highest=one.highest,
        )
    return reason("Claim the level on sheet Klaim IGA and attach its evidence on sheet Bukti.")


def _next(row: Indicator, level: int) -> Reason | None:
    """What the next level asks for; None at the highest, or where the rulebook does not know it."""
    if row.levels is None or not 0 < level < len(row.levels.texts):
        return None
    return reason("The next level asks for: {text}.", text=row.levels.texts[level])


def _in_years(piece: Piece, year: int) -> Piece:
    """The piece with its years as people write them."""
    if not isinstance(piece.window, tuple):
        return piece
    first, last = (str(years_ago(name, year)) for name in piece.window)
    return msgspec.structs.replace(piece, window=(first, last))
