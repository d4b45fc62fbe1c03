"""What a region signs for an edition: the recapitulation and the statement of integrity."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from exporters.dossier import formatting
from exporters.dossier.award_form import FormItem, IgaForm
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import labels
from jejak_i18n import marked as n_
from jejak_i18n.terbilang import terbilang
from jejak_i18n.verdicts import number
from projections.eligibility.answers import IndexAnswer
from projections.eligibility.assessment import AffairCount
from projections.eligibility.entered import EnteredInnovation

RECAPITULATION, INTEGRITY = "recapitulation", "integrity"
"""The ids of both documents, and the names of their templates."""
DASH = "\N{EN DASH}"
"""What stands where nothing is to be said, and in a final copy where nothing is recorded."""
STAMP = "Rp\N{NO-BREAK SPACE}10.000"
"""The duty stamp that the form bears, by the conditions of 2023; also that of UU 10/2020."""
HIGHEST = 100
"""The highest index."""


class RecapRow(Struct, frozen=True, kw_only=True):
    """One innovation of the table, in words."""

    number: int
    code: str
    name: str
    illustrative: bool
    unit: str
    stage: str
    form: str
    affair: str
    initiator: str
    trialled_on: str
    implemented_on: str
    developed_on: str
    maturity: str
    verified: str


class AffairRow(Struct, frozen=True, kw_only=True):
    """An affair of basic service: how many innovations are entered for it, and how many of them count."""

    affair: str
    entered: str
    counted: str


class PartRow(Struct, frozen=True, kw_only=True):
    """One figure of the index, and the most that it can be; empty where it has none."""

    label: str
    value: str
    most: str


class RegionPaper(Struct, frozen=True, kw_only=True):
    """What both templates may name; `post` is None where nobody knows who is to sign."""

    final: bool
    title: str
    award: str
    award_title: str
    year: int
    region: str
    region_code: str
    position: str
    illustrative: bool
    post: str | None


class RecapContext(RegionPaper, frozen=True, kw_only=True):
    """What the template of the recapitulation may name."""

    spoken_day: str
    most: str | None
    rows: list[RecapRow]
    affairs: list[AffairRow]
    parts: list[PartRow]
    notes: list[str]
    estimate: str


class IntegrityContext(RegionPaper, frozen=True, kw_only=True):
    """What the template of the statement of integrity may name."""

    office: str | None
    opening: str
    about: str
    statements: list[str]
    stamp: str
    closing: str


class Entered(Struct, frozen=True, kw_only=True):
    """What both documents are made of.

    `form` words what is chosen and is None for an edition whose form nobody knows; `office` is the research
    office, None where it is not known; `not_entered` are the codes of the region's other innovations.
    """

    form: IgaForm | None
    award_title: str
    region: str
    day: str
    items: list[EnteredInnovation]
    affairs: list[AffairCount]
    index: IndexAnswer
    office: str | None
    not_entered: list[str]


def post_of(office: str | None) -> str | None:
    """The post of the head of an office."""
    return _("Head of {office}").format(office=office) if office else None


def left_open(office: str | None) -> list[str]:
    """The labels of what both documents leave to be written by hand, as msgids."""
    post = [] if office else [n_("the post"), n_("the unit")]
    return [n_("place and date"), n_("name and NIP of who signs"), *post]


def lacking(item: EnteredInnovation) -> list[str]:
    """The headings of the columns for which nothing is recorded, in their order.

    Days are asked for by the stage that is reached: that of the trial from the trial on, and so on.
    """
    found = [
        (_("Unit"), item.unit),
        (_("Form of the innovation"), item.form),
        (_("Main affair"), item.affair),
        (_("Initiator"), item.initiator),
    ]
    if item.stage != "initiative":
        found.append((_("Time of trial"), item.trialled_on))
    if item.stage == "implemented":
        found.append((_("Time of implementation"), item.implemented_on))
    return [label for label, value in found if value is None]


def recapitulation(made: Entered, *, final: bool) -> RecapContext:
    """The context of the recapitulation, as a draft or as the copy to sign."""
    most = next((one.maturity_most for one in made.items if one.maturity_most is not None), None)
    return RecapContext(
        **structs.asdict(_shared(made, _("Recapitulation of regional innovations"), final=final)),
        spoken_day=indonesian.date(made.day),
        most=None if most is None else number(most, "id"),
        rows=[_row(at, one, made.form, final=final) for at, one in enumerate(made.items, 1)],
        affairs=[
            AffairRow(
                affair=one.affair,
                entered=indonesian.number(one.recorded),
                counted=indonesian.number(one.counted),
            )
            for one in made.affairs
        ],
        parts=_parts(made),
        notes=_notes(made.index),
        estimate=_("An own estimate; the ministry decides."),
    )


def integrity(made: Entered, *, final: bool) -> IntegrityContext:
    """The context of the statement of integrity.

    Its official text is not known: it says what the reference knows, that nobody takes part in corruption,
    collusion or nepotism, and in a draft leaves room for what else the official text may say.
    """
    edition = f"{made.award_title} {made.index.year}"
    count = len(made.items)
    statements = [
        _("What is sent, data and documents, is true and can be accounted for."),
        _(
            "We take no part in corruption, collusion or nepotism (KKN) when innovations are sent, measured"
            " and judged."
        ),
    ]
    if not final:
        statements.append(_("What else the official text states: ………………………………………………"))
    return IntegrityContext(
        **structs.asdict(_shared(made, _("Statement of integrity"), final=final)),
        office=made.office,
        opening=_("The undersigned:"),
        about=_("states of the {count} ({words}) innovations that the region enters for {edition}:").format(
            count=indonesian.number(count), words=terbilang(count), edition=edition
        ),
        statements=statements,
        stamp=_("Duty stamp {amount}").format(amount=STAMP),
        closing=_("This statement is made truthfully, to go with the innovations for {edition}.").format(
            edition=edition
        ),
    )


def _shared(made: Entered, title: str, *, final: bool) -> RegionPaper:
    return RegionPaper(
        final=final,
        title=title,
        award=made.index.award.upper(),
        award_title=made.award_title,
        year=made.index.year,
        region=made.region,
        region_code=made.index.region,
        position=indonesian.number(made.index.position),
        illustrative=any(one.illustrative for one in made.items),
        post=post_of(made.office),
    )


def _row(at: int, one: EnteredInnovation, form: IgaForm | None, *, final: bool) -> RecapRow:
    blank = DASH if final else _("not recorded")
    gaps = lacking(one)

    def day(label: str, iso: str | None) -> str:
        return formatting.short_date(iso) or (blank if label in gaps else DASH)

    return RecapRow(
        number=at,
        code=one.code,
        name=f"{one.title} ({one.acronym})" if one.acronym else one.title,
        illustrative=one.illustrative,
        unit=one.unit or blank,
        stage=_official(form, "stage", one.stage) or _begun(labels.label_of("maturity", one.stage)),
        form=_choice(form, "form", one.form) or blank,
        affair=one.affair or blank,
        initiator=_choice(form, "initiator", one.initiator) or blank,
        trialled_on=day(_("Time of trial"), one.trialled_on),
        implemented_on=day(_("Time of implementation"), one.implemented_on),
        developed_on=day("", one.developed_on),
        maturity=number(one.maturity, "id"),
        verified=number(one.maturity_verified, "id"),
    )


def _choice(form: IgaForm | None, item: str, code: str | None) -> str | None:
    """A choice of the profile, in the wording of the form or else by its label; None for none."""
    if code is None:
        return None
    label = labels.label_of(item, code)
    return _official(form, item, label) or _begun(label)


def _begun(label: str) -> str:
    """A label as it begins a cell."""
    return f"{label[:1].upper()}{label[1:]}"


def _official(form: IgaForm | None, item: str, value: str) -> str | None:
    """The wording that the form has for a choice; None where it has none."""
    asked: Sequence[FormItem] = [*form.identity, *form.sections] if form else ()
    options = [option for one in asked if one.id == item for option in one.options]
    return next((one.label for one in options if one.id.casefold() == value.casefold()), None)


def _parts(made: Entered) -> list[PartRow]:
    """The number of innovations, then the parts of the index as `eligibility index` has them."""
    index = made.index
    divisor = DASH if index.divisor is None else indonesian.number(index.divisor)
    mean = _("Mean of innovations (SID), divisor at least {divisor}").format(divisor=divisor)
    found = [
        (_("Innovations of this recapitulation"), indonesian.number(len(made.items)), ""),
        (_("Innovations that count"), indonesian.number(index.count), ""),
        (_("Region (SPD)"), number(index.spd, "id"), number(index.spd_most, "id")),
        (mean, number(index.mean, "id"), number(index.mean_most, "id")),
        (_("Number of innovations"), number(index.number, "id"), number(index.number_most, "id")),
        (_("Index"), number(index.index, "id"), indonesian.number(HIGHEST)),
    ]
    return [PartRow(label=label, value=value, most=most) for label, value, most in found]


def _notes(index: IndexAnswer) -> list[str]:
    """The predicate with its certainty, the spread, and why there is no index."""
    notes = []
    if index.predicate:
        certainty = labels.label_of("certainty", index.predicate_certainty)
        text = _("Predicate: {predicate} ({certainty}).")
        notes.append(text.format(predicate=index.predicate, certainty=certainty))
    if index.spread:
        notes.append(index.spread.sentence.id)
    if index.index is None:
        gaps = "; ".join(index.unknown)
        notes.append(_("The index cannot be computed: {gaps}.").format(gaps=gaps))
    return notes
