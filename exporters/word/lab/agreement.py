"""The performance agreement of an innovation, and the commitment of a lab."""

from __future__ import annotations

from collections.abc import Iterable

from exporters.dossier import formatting
from exporters.word.lab.grid import grid_of, step_row
from exporters.word.lab.model import (
    AgreementPaper,
    CommitmentPaper,
    CoveredRow,
    Party,
    SignatureRow,
    TargetRow,
)
from exporters.word.lab.words import name_of, open_party, party, shared, table_post
from jejak_i18n import indonesian as _
from projections.queries.lab_record import DatedStep, LabInnovation, LabRecord, SignedAgreement

PARTIES = ("first_party", "second_party")
SIGNER, WITNESS = "signer", "witness"


def agreement_papers(record: LabRecord, *, also_unsigned: bool) -> list[tuple[str, AgreementPaper]]:
    """The agreement of each innovation that one covers, with its code.

    Of all innovations with `also_unsigned`, and where no agreement is recorded: with open lines.
    """
    signed = [one for one in record.innovations if one.agreements and not also_unsigned]
    return [(one.code, _agreement(record, one)) for one in signed or record.innovations]


def _agreement(record: LabRecord, one: LabInnovation) -> AgreementPaper:
    last = one.agreements[-1] if one.agreements else None
    version, steps = plan_of(one, last)
    grid = grid_of(steps)
    return AgreementPaper(
        **shared(
            record,
            _("Innovation performance agreement"),
            illustrative=one.illustrative or bool(last and last.illustrative),
            notes=_notes(one, last, steps),
        ),
        code=one.code,
        innovation=name_of(one),
        unit=one.unit,
        number=last.number if last else None,
        day=formatting.date(last.occurred) if last else None,
        place=last.place if last else None,
        plan=str(version) if version else None,
        parties=_parties(last),
        witnesses=[party(signer) for signer in last.signers if signer.role == WITNESS] if last else [],
        steps=[step_row(step, grid) for step in steps],
        targets=[
            TargetRow(
                indicator=target.indicator,
                unit=target.unit,
                before=formatting.number(target.before),
                after=formatting.number(target.after),
                day=formatting.date(target.after_on),
            )
            for target in one.targets
        ],
    )


def plan_of(one: LabInnovation, agreement: SignedAgreement | None) -> tuple[int | None, list[DatedStep]]:
    """The version of the plan that an agreement names, or else the last one, with its steps."""
    named = agreement.plan if agreement else None
    version = named or max(one.plans, default=None)
    return version, one.plans.get(version, []) if version else []


def _parties(last: SignedAgreement | None) -> list[Party]:
    """Both sides in their order; one that nobody recorded stays open: which unit it is, is not known."""
    found = []
    for role in PARTIES:
        signed = [party(signer) for signer in last.signers if signer.role == role] if last else []
        found += signed or [open_party(role)]
    return found


def _notes(one: LabInnovation, last: SignedAgreement | None, steps: list[DatedStep]) -> Iterable[str]:
    if last is None:
        yield _("No performance agreement is recorded for this innovation.")
    else:
        day = formatting.date(last.occurred) or _("unknown")
        known = any(signer.role in PARTIES for signer in last.signers)
        told = (
            _("Parties as recorded in {agreement} ({day}).")
            if known
            else _("No parties of {agreement} ({day}) are recorded; their lines are dotted.")
        )
        yield told.format(agreement=last.title, day=day)
    if len(one.agreements) > 1:
        earlier = "; ".join(f"{a.title} ({formatting.date(a.occurred) or '–'})" for a in one.agreements[:-1])
        yield _("Other agreements cover it too: {titles}.").format(titles=earlier)
    if last and last.plan and not steps:
        yield _("No step is recorded of version {version} of the action plan.").format(version=last.plan)


def commitment_papers(record: LabRecord) -> list[CommitmentPaper]:
    """Each recorded commitment with its signers; else one for all participants to sign."""
    if not record.commitments:
        return [_open_commitment(record)]
    return [_commitment(record, one) for one in record.commitments]


def _commitment(record: LabRecord, one: SignedAgreement) -> CommitmentPaper:
    rows = [(table_post(signer), signer.unit) for signer in one.signers]
    title, day = one.title, formatting.date(one.occurred)
    told = (
        _("Signers as recorded in {agreement} ({day}).")
        if rows
        else _("No signer of {agreement} ({day}) is recorded; the line is dotted.")
    )
    notes = [told.format(agreement=title, day=day or _("unknown"))]
    return CommitmentPaper(
        **shared(record, title, illustrative=one.illustrative, notes=notes),
        number=one.number,
        day=day,
        place=one.place,
        innovations=[
            CoveredRow(number=at, innovation=name_of(covered), unit=covered.unit)
            for at, covered in enumerate(one.innovations, 1)
        ],
        signers=_numbered(rows or [(None, None)]),
    )


def _open_commitment(record: LabRecord) -> CommitmentPaper:
    rows: list[tuple[str | None, str | None]] = [(None, record.region)]
    rows += [(None, unit.name) for unit in record.units]
    notes = [_("No commitment of this lab is recorded; the lines are those of its participants.")]
    if not record.units:
        notes = [_("Neither a commitment nor participants of this lab are recorded.")]
    return CommitmentPaper(
        **shared(record, _("Commitment to innovation"), illustrative=False, notes=notes),
        number=None,
        day=None,
        place=None,
        innovations=[],
        signers=_numbered(rows),
    )


def _numbered(rows: list[tuple[str | None, str | None]]) -> list[SignatureRow]:
    return [SignatureRow(number=at, post=post, unit=unit) for at, (post, unit) in enumerate(rows, 1)]
