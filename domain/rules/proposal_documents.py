"""What a proposal (KIPP) holds beside its texts: category, goals, letters, evidence, video; and its queue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.base import Reason, marked, reason
from domain.dates import Day
from domain.names import fold
from domain.rules.case import Case, Proof, Sourced
from domain.rules.certainty import CERTAINTIES, UNCONFIRMED, Certainty
from domain.rules.entries import Entry
from domain.rules.proposal import category_of
from domain.rules.rulebook import Attachment, Choices, Rulebook
from domain.rules.shortcomings import Step, lack
from domain.rules.shortcomings import told as said
from domain.rules.verdict import MET, NOT_MET, OWN, UNKNOWN, Finding, Kind, finding
from domain.streams import code


def category(book: Rulebook, case: Case, entry: Entry | None) -> Iterator[Finding]:
    """The category is one of the edition's."""
    if not book.categories:
        return
    chosen = category_of(case, entry)
    match = next((one for one in book.categories if chosen and fold(one.label) == fold(chosen.value)), None)
    mend = reason("Choose one of the {count} categories on sheet Isian KIPP.", count=len(book.categories))
    if chosen is None:
        told = reason("No category is chosen.")
    elif match is None:
        told = reason(
            '"{value}" is not one of the {count} categories of this edition.',
            value=chosen.value,
            count=len(book.categories),
        )
    else:
        told = reason("Category: {value}.", value=match.label)
    listed = match.certainty if match else book.categories[0].certainty
    kind, certainty = _asked(book, "category", listed) if chosen is None else ("gate", listed)
    yield finding(
        "category",
        MET if match else NOT_MET,
        certainty,
        told,
        facts=[chosen.at] if chosen else [],
        absent=None if chosen else OWN,
        remedy=None if match else mend,
        kind=kind,
    )


def _asked(book: Rulebook, name: str, certainty: Certainty) -> tuple[Kind, Certainty]:
    """Whether the form asks to choose something at all, as certain as both the list and the question."""
    part = next((one for one in book.identity if one.id == name), None)
    if part is None:
        return "gate", certainty
    kind: Kind = "gate" if part.required.value else "warning"
    # From the most certain to the least, so that the greater index is the less certain.
    return kind, max(certainty, part.required.certainty, key=CERTAINTIES.index)


def goals(book: Rulebook, case: Case, entry: Entry | None) -> Iterator[Finding]:
    """SDGs and Asta Cita that the innovation serves."""
    sdgs = (entry.sdgs if entry else None) or case.chosen.get("sdgs")
    if book.sdgs is not None:
        yield _goal(book, "sdgs", "SDGs", book.sdgs, sdgs, case)
    if book.asta_cita is not None:
        chosen = entry.asta_cita if entry else None
        yield _goal(book, "asta_cita", "Asta Cita", book.asta_cita, chosen, case)


def _goal(
    book: Rulebook, rule: str, label: str, asked: Choices, chosen: Sourced | None, case: Case
) -> Finding:
    if chosen is None:
        told = reason("No goal of {label} is chosen.", label=label)
    else:
        told = reason("{label}: {goals}.", label=label, goals=", ".join(map(str, chosen.value)))
    mend = None if chosen else reason("Choose it on sheet Isian KIPP.")
    kind, certainty = _asked(book, rule, asked.certainty)
    return finding(
        rule,
        MET if chosen else NOT_MET,
        certainty,
        told,
        facts=[chosen.at] if chosen else [],
        absent=None if chosen else OWN,
        remedy=mend,
        kind=kind,
        label=label,
    )


def papers(book: Rulebook, case: Case) -> Iterator[Finding]:
    """Letters, evidence of each aspect, measurements before and after."""
    for letter in book.letters:
        technology = case.chosen.get("technology") if letter.when == DIGITAL else None
        if letter.when == DIGITAL and (technology is None or technology.value != DIGITAL):
            continue
        yield _paper(
            f"letter.{letter.id}",
            letter.id,
            letter.label,
            letter.required.certainty,
            case,
            needed=bool(letter.required.value),
            file_types=letter.file_types,
            from_owner=letter.not_drafted is not None,
            because=[technology.at] if technology else [],
        )
    for part in book.sections:
        if part.attachment is not None and part.attachment.required.value and _asks(part.attachment, case):
            label = f"{part.attachment.label} ({part.number} {part.label})"
            yield _paper(
                f"attachment.{part.id}",
                part.attachment.id,
                label,
                part.attachment.required.certainty,
                case,
                needed=True,
            )
    asked = book.measurements
    if asked is not None and asked.required.value:
        told = (
            reason("{count} indicators are measured before and after.", count=len(case.measured))
            if case.measured
            else reason("No indicator is measured before and after.")
        )
        mend = None if case.measured else reason("Fill in sheet Pengukuran.")
        yield finding(
            "measurements",
            MET if case.measured else NOT_MET,
            asked.required.certainty,
            told,
            facts=list(case.measured),
            absent=None if case.measured else OWN,
            remedy=mend,
        )


DIGITAL = "digital"


def _asks(attachment: Attachment, case: Case) -> bool:
    """Proof of a replication is asked of what was replicated, not of what says that it was not yet."""
    return attachment.when != "replicated" or bool(case.replicated_out)


def _paper(
    rule: str,
    part: str,
    label: str,
    certainty: Certainty,
    case: Case,
    *,
    needed: bool,
    file_types: Sequence[str] = (),
    from_owner: bool = False,
    because: Sequence[int] = (),
) -> Finding:
    named = [proof for proof in case.proofs if part in proof.kipp]
    lacks = {proof.at: lack(case, proof, file_types) for proof in named}
    found = [at for at, why in lacks.items() if why is None]
    unseen = [proof for proof in named if lacks[proof.at] == "unopened"]
    outcome = MET if found else UNKNOWN if unseen else NOT_MET
    mend: Reason | None = None
    if found:
        told = reason("{label}: attached.", label=label)
    elif unseen:
        told = reason("{label}: nobody has recorded that its link opens.", label=label)
        mend = _open(case, unseen[0].link)
        certainty = _link_certainty(certainty, unseen=True)
    elif named and set(lacks.values()) == {"place"}:
        told = reason("{label}: recorded, but without file or link.", label=label)
        rows = "; ".join(dict.fromkeys(proof.called for proof in named))
        mend = reason('Fill in Berkas or Tautan of "{rows}" on sheet Bukti, then import again.', rows=rows)
    elif named:
        step = next(
            Step(why, proof, tuple(file_types), code(case.stream))
            for proof in named
            if (why := lacks[proof.at])
        )
        told = reason("{label}: recorded, but it cannot be handed in.", label=label)
        mend = reason("One step short: {steps}.", steps=(said(step),))
    else:
        told = reason("{label}: not attached.", label=label)
        mend = reason("Attach it on sheet Bukti with this part's name in the column Bagian KIPP.")
        if from_owner:
            mend = reason(
                "Its text is the ministry's, and Jejak does not have it: get it there, fill it in, then"
                " attach it on sheet Bukti with this part's name in the column Bagian KIPP."
            )
    return finding(
        rule,
        outcome,
        certainty,
        told,
        facts=sorted({*_looked_at(case, [proof for proof in named if proof.at in found] or named), *because}),
        absent=None if named or because else OWN,
        remedy=mend,
        kind="gate" if needed else "warning",
        label=label,
    )


def _looked_at(case: Case, proofs: Sequence[Proof]) -> list[int]:
    """The events of evidence, and of the last look at its links."""
    seen = [case.links[proof.link].at for proof in proofs if proof.link in case.links]
    return sorted({*(proof.at for proof in proofs), *seen})


def video(book: Rulebook, case: Case) -> Iterator[Finding]:
    """The link to the video, and when it was last seen alive."""
    rule = book.video
    if rule is None or not rule.required.value:
        return
    link = case.chosen.get("video_link")
    seen = case.links.get(link.value) if link else None
    facts = [one.at for one in (link, seen) if one is not None]
    mend: Reason | None = None
    if link is None:
        outcome, told = NOT_MET, reason("Video: no link is recorded.")
        mend = reason("Fill in Tautan Video on sheet Profil, then import again.")
    elif seen is None:
        outcome, told = UNKNOWN, reason("Video: nobody has recorded that the link opens.")
        mend = _open(case, link.value)
    elif not seen.alive:
        outcome, told = NOT_MET, reason("Video: the link did not open on {date}.", date=_day(seen.date))
        mend = reason("Publish the video again, then record its new link on sheet Profil.")
    else:
        outcome, told = MET, reason("Video: the link last opened on {date}.", date=_day(seen.date))
    certainty = (
        rule.required.certainty if link is None else _link_certainty(rule.required.certainty, seen is None)
    )
    yield finding(
        "video",
        outcome,
        certainty,
        told,
        facts=facts,
        absent=None if facts else OWN,
        sources=rule.sources,
        remedy=mend,
    )


def _open(case: Case, link: str | None) -> Reason:
    return reason(
        'Open it, then: jejak evidence seen {code} "{link}"', code=code(case.stream), link=str(link)
    )


def _link_certainty(certainty: Certainty, unseen: bool) -> Certainty:
    # That a link must have been opened is our caution, not a rule of the award.
    return UNCONFIRMED if unseen else certainty


def queue(book: Rulebook, entry: Entry | None) -> Iterator[Finding]:
    """Whose turn it is: the unit's, the local admin's, the ministry's."""
    rule = book.queue
    if rule is None:
        return
    stage = str(entry.queue.value) if entry and entry.queue else "unit"
    text = {
        "unit": marked("It is the unit's turn: to complete the entry and send it to the local admin."),
        "returned": marked("It is the unit's turn: the local admin returned the entry."),
        "local_admin": marked(
            "It is the local admin's turn: to review the entry and send it to the ministry."
        ),
        "ministry": marked("The entry was sent to the ministry."),
    }[stage]
    facts = [entry.queue.at] if entry and entry.queue else []
    yield finding(
        "queue",
        MET if stage == "ministry" else NOT_MET,
        rule.certainty,
        reason(text),
        facts=facts,
        sources=rule.sources,
        kind="turn",
        label=stage,
    )


def _day(text: str | None) -> Day | Reason:
    return Day(text) if text else reason("on an unknown day")
