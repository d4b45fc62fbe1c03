"""The letters that go with a KIPP proposal, drafted from the record: statement letters and a cover letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from exporters.dossier import formatting
from exporters.dossier.award_form import AnyForm, FormLetter, HowCertain, KippForm
from exporters.dossier.build import digest
from exporters.dossier.model import Dossier, KippDossier, Letter
from exporters.dossier.values import field_value
from exporters.word.page_one import HASH_DIGITS
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import signers
from jejak_i18n.terbilang import terbilang
from projections.queries.detail_types import Agreement, InnovationDetail

COVER = "cover_letter"
OPEN = "………………"
"""What stands in the cover letter for an enclosure that nobody recorded."""
SIDE = "second_party"
"""The side of an agreement that speaks for the unit."""


class Enclosure(Struct, frozen=True, kw_only=True):
    """One thing that a cover letter encloses, and whether it is there."""

    number: int
    label: str
    state: str


class LetterContext(Struct, frozen=True, kw_only=True):
    """What the template of a letter may name."""

    award: str
    award_title: str
    year: int
    group: str | None
    code: str
    dossier_id: str
    position: str
    illustrative: bool
    title: str
    addressed: bool
    opening: str
    about: str
    innovation: str | None
    unit: str | None
    region: str
    implemented_on: str | None
    post: str | None
    statements: list[str]
    enclosures: list[Enclosure]
    attached: str
    subject: str
    closing: str


class _Words(NamedTuple):
    """What letters of a proposal do not share."""

    title: str
    addressed: bool
    opening: str
    about: str
    statements: list[str]
    enclosures: list[Enclosure]
    attached: str
    subject: str
    closing: str


class Signatory(NamedTuple):
    """The post that signed for the unit, and the agreement that says so."""

    post: str
    agreement: Agreement


class LetterDraft(NamedTuple):
    """A letter by the id of the rulebook (`COVER` for the cover letter), with what fills its template.

    `asked` says how well it is known whether the edition asks for it.
    """

    id: str
    label: str
    required: bool
    asked: HowCertain
    context: LetterContext


def letter_drafts(dossier: KippDossier, detail: InnovationDetail, form: AnyForm) -> list[LetterDraft]:
    """The cover letter, then every statement letter that the edition asks for, in its order.

    Of what the text is its owner's there is no draft; the cover letter encloses it.
    """
    foreign = {one.id for one in not_drafted(dossier, form)}
    title = _("Cover letter")
    asked = [one for one in dossier.letters if one.required.value]
    found = [LetterDraft(COVER, title, False, "unconfirmed", _cover(dossier, detail, title, asked))]
    return found + [
        LetterDraft(one.id, one.label, True, one.required.certainty, _statement(dossier, detail, one))
        for one in asked
        if one.id not in foreign
    ]


def not_drafted(dossier: KippDossier, form: AnyForm) -> list[FormLetter]:
    """What the edition asks of this innovation and Jejak does not draft; each says why."""
    letters = form.letters if isinstance(form, KippForm) else []
    there = {one.id for one in dossier.letters}
    return [one for one in letters if one.not_drafted and one.id in there]


def signatory(detail: InnovationDetail) -> Signatory | None:
    """Who signed the last agreement for the unit; None where no post is recorded."""
    dated = sorted(detail.agreements, key=lambda one: one.occurred or "")
    for agreement in reversed(dated):
        for one in agreement.signatures:
            if one.role == SIDE and one.post:
                return Signatory(signers.limited(one.post, one.capacity) or one.post, agreement)
    return None


def _cover(
    dossier: KippDossier, detail: InnovationDetail, title: str, asked: Sequence[Letter]
) -> LetterContext:
    words = _Words(
        title=title,
        addressed=True,
        opening=_("With this letter we send a proposal for {edition}.").format(edition=_edition(dossier)),
        about=_("The proposal is about this innovation:"),
        statements=[_("Enclosed are:")],
        enclosures=_enclosures(dossier, asked),
        attached=_counted(_enclosed_files(dossier, asked)),
        subject=_("Proposal for {edition}").format(edition=_edition(dossier)),
        closing=_("Thank you for your attention."),
    )
    return _context(dossier, detail, words)


def _enclosed_files(dossier: KippDossier, asked: Sequence[Letter]) -> int:
    """The proposal itself, and each file that is attached to it or to a letter, once."""
    attached = [one.attachment.evidence for one in dossier.sections] + [one.evidence for one in asked]
    return 1 + len({piece.file for found in attached for piece in found if piece.file})


def _counted(files: int) -> str:
    """A number of files as letters write it: in figures, and in words that nobody can change."""
    return _("{count} ({words}) files").format(count=indonesian.number(files), words=terbilang(files))


def _enclosures(dossier: KippDossier, asked: Sequence[Letter]) -> list[Enclosure]:
    there = _("enclosed")
    named = [
        (dossier.title, there),
        *((one.label, there if one.state == "recorded" else OPEN) for one in asked),
    ]
    attached = [piece for one in dossier.sections for piece in one.attachment.evidence]
    pieces = sum(1 for piece in attached if piece.file or piece.link)
    supporting = _("{count} pieces of evidence").format(count=indonesian.number(pieces))
    named.append((_("Supporting documents"), supporting if pieces else OPEN))
    return [Enclosure(number=at, label=label, state=state) for at, (label, state) in enumerate(named, 1)]


def _statement(dossier: KippDossier, detail: InnovationDetail, letter: Letter) -> LetterContext:
    words = _Words(
        title=letter.label,
        addressed=False,
        opening=_("The undersigned:"),
        about=_("states of this innovation:"),
        statements=_words(letter.id, detail),
        enclosures=[],
        attached="",
        subject=letter.label,
        closing=_("This statement is made truthfully, to complete the proposal for {edition}.").format(
            edition=_edition(dossier)
        ),
    )
    return _context(dossier, detail, words)


def _words(letter: str, detail: InnovationDetail) -> list[str]:
    """What a letter states: no more than its name and the record say; the rest is left open."""
    if letter == "letter_implementation":
        text, day = _("The innovation has been in use since {day}."), _implemented(detail)
        return [text.format(day=day or "………………………")]
    if letter == "letter_identity":
        text = _("The innovation was initiated by (strike out what is wrong): a person / a team.")
        return [text, _("Names and roles of the innovators: ………………………………………………………………")]
    if letter == "letter_replication":
        return [_("We are willing to have the innovation replicated by other providers of services.")]
    return [_("Statement: ………………………………………………………………")]


def _implemented(detail: InnovationDetail) -> str | None:
    found = field_value(detail, "implemented_on")
    return formatting.text_of("date", found) if found.state == "recorded" else None


def _context(dossier: KippDossier, detail: InnovationDetail, words: _Words) -> LetterContext:
    """The words of a letter with what all letters of a proposal share."""
    subject, signer = dossier.subject, signatory(detail)
    return LetterContext(
        award=dossier.award.upper(),
        award_title=dossier.award_title,
        year=dossier.year,
        group=dossier.group_title,
        code=dossier.code,
        dossier_id=digest(dossier)[:HASH_DIGITS],
        position=indonesian.number(dossier.position),
        illustrative=dossier.illustrative,
        innovation=_text(subject.title.value),
        unit=_text(subject.unit.value),
        region=dossier.region.name,
        implemented_on=_implemented(detail),
        post=signer.post if signer else None,
        **words._asdict(),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _edition(dossier: Dossier) -> str:
    group = f" ({dossier.group_title})" if dossier.group_title else ""
    return f"{dossier.award_title} {dossier.year}{group}"
