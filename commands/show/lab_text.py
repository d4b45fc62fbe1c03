"""One lab as text and as a workbook: its stages, published figures, agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from commands.common.list_spec import Column, ListSpec, nothing, screen_text, sheet
from commands.common.output import count, day
from commands.show import lab_course_text
from jejak_i18n import gettext as _
from jejak_i18n import labels
from jejak_i18n import marked as n_
from jejak_i18n.unit_kinds import unit_kind_label
from projections.queries.detail_types import Signature
from projections.queries.figures import PublishedFigure
from projections.queries.labs import Agreement, LabDetail, Stage

if TYPE_CHECKING:
    from exporters.excel.list_workbook import ListSheet


class ParticipantRow(Struct, frozen=True):
    """A unit that took part, with what its kind was called there."""

    unit: str
    label: str
    joined_on: str | None


class SignerRow(Struct, frozen=True):
    """One signature with the agreement that it stands under."""

    agreement: Agreement
    signer: Signature


MOST = 10
"""How many participants the screen names."""


def measure_text(figure: PublishedFigure) -> str:
    """What a figure counts: its measure, or the words that it was published with."""
    return labels.label_of("measure", figure.measure) if figure.measure else figure.label or ""


def scope_text(figure: PublishedFigure) -> str:
    """Whose innovations or ideas a figure counts: one unit's, those of some kinds of unit, or all."""
    day = figure.lab_opened_on or figure.date
    kinds = " + ".join(unit_kind_label(kind, figure.region, day) for kind in figure.unit_kinds)
    return figure.unit or kinds or _("all")


def area_text(figure: PublishedFigure) -> str:
    """What a figure speaks of beyond its own region: which regions, or how many."""
    if figure.area == "region":
        return _("this region")
    named = "; ".join(figure.regions)
    counted = ""
    if figure.regions_count is not None:
        counted = _("{count} regions").format(count=count(figure.regions_count))
    label = labels.label_of("figure_area", figure.area)
    about = ", ".join(part for part in (counted, named) if part)
    return f"{label} ({about})" if about else label


def _computed(figure: PublishedFigure) -> str | int:
    if figure.computed is not None:
        return figure.computed
    return _("not known yet") if figure.measure and figure.area == "region" else _("not computed")


def _begun(row: Stage) -> str:
    pause = _pause(row)
    return f"{day(row.begun)} ({pause})" if pause else day(row.begun)


def _pause(row: Stage) -> str | None:
    """That a stage was resumed, and since when it had paused."""
    if row.run == 1:
        return None
    if row.paused_since is None:
        return _("resumed after a pause")
    return _("resumed after a pause since {date}").format(date=day(row.paused_since))


STAGES = ListSpec(
    row=Stage,
    name=n_("Stages"),
    title="",
    columns=(
        Column("stage", n_("Stage"), "label", codes="stage"),
        Column("local_name", n_("Local name")),
        Column("begun", n_("From"), "day", place="workbook"),
        Column("ended", n_("To"), "day", place="workbook"),
        Column("reason", n_("Reason"), value=lambda row: row.reason or _pause(row), place="workbook"),
        Column(
            "begun_or_not",
            n_("From"),
            value=lambda row: _begun(row) if row.held else _("not held"),
            place="screen",
        ),
        Column(
            "ended_or_reason",
            n_("To"),
            value=lambda row: day(row.ended) if row.held else row.reason,
            place="screen",
        ),
    ),
    empty=n_("No stage is recorded."),
    sheet="Tahap",
)
FIGURES = ListSpec(
    row=PublishedFigure,
    name=n_("Figures"),
    title="",
    columns=(
        Column("lab", n_("Lab"), value=lambda row: row.lab or row.region, place="screen"),
        Column("measure", n_("Figure"), value=measure_text),
        Column("scope", n_("Of"), value=scope_text),
        Column("published", n_("Published"), "number"),
        Column("computed", n_("Computed"), "number", _computed),
        Column("differs", "", "flag", mark=n_("differs"), place="screen"),
        Column("publisher", n_("Publisher"), place="workbook"),
        Column("date", n_("Date"), "day", place="workbook"),
    ),
)
SIGNATURES = ListSpec(
    row=SignerRow,
    name=n_("Signatures"),
    title="",
    columns=(
        Column("title", n_("Agreement"), value=lambda row: row.agreement.title),
        Column("occurred", n_("Date"), "day", lambda row: row.agreement.occurred),
        Column("role", n_("Role"), "label", lambda row: row.signer.role, "role"),
        Column("post", n_("Post"), value=lambda row: row.signer.post),
        Column("capacity", n_("Capacity"), "label", lambda row: row.signer.capacity, "capacity"),
        Column("representing", n_("Representing"), value=lambda row: row.signer.representing),
    ),
)


def illustrations(ideas: int, innovations: int) -> str:
    """How many ideas and innovations in the numbers are examples; empty when none is."""
    if not ideas and not innovations:
        return ""
    text = _("Among them illustrations: {ideas} ideas, {innovations} innovations.")
    return text.format(ideas=count(ideas), innovations=count(innovations))


PARTICIPANTS = ListSpec(
    row=ParticipantRow,
    name=n_("Participants"),
    title="",
    columns=(
        Column("unit", n_("Unit")),
        Column("label", n_("Kind of unit")),
        Column("joined_on", n_("Since"), "day"),
    ),
)


def sheets(found: LabDetail, notes: list[str]) -> list[ListSheet]:
    """One sheet for the stages, one each for participants, figures, signatures and what units brought."""
    signers = [SignerRow(one, signer) for one in found.agreements for signer in one.signatures]
    return [
        sheet(STAGES, found.stages, notes, title=found.name),
        sheet(PARTICIPANTS, _participants(found), notes, title=found.name),
        sheet(FIGURES, found.figures, notes, title=found.name),
        sheet(SIGNATURES, signers, notes, title=found.name),
        sheet(lab_course_text.UNITS, found.brought, notes, title=found.name),
    ]


def text(found: LabDetail) -> str:
    """What the lab is, its stages, its agreements, and its published figures beside the computed ones."""
    mark = f"  ({_('illustration')})" if found.illustrative else ""
    lines = [f"{found.slug}  {found.name}{mark}", *_about_lines(found), "", screen_text(STAGES, found.stages)]
    lines += _participant_lines(found)
    for one in found.agreements:
        lines += ["", *_agreement_lines(one)]
    if not found.agreements:
        lines += [
            "",
            nothing(_("No agreement is recorded for this lab."), "Perjanjian"),
        ]
    lines += lab_course_text.lines(found)
    if found.figures:
        lines += ["", screen_text(FIGURES, found.figures)]
    return "\n".join(lines)


def _about_lines(found: LabDetail) -> list[str]:
    about = [
        (_("Round"), str(found.round or "–")),
        (_("Opened"), day(found.opened_on)),
        (_("Closed"), _closed(found)),
        (_("Way of recording"), labels.label_of("lab_mode", found.mode)),
        (_("Theme"), found.theme or "–"),
        (_("LAN unit"), found.facilitator or _("not recorded")),
        (_("Missions"), "; ".join(found.missions) or "–"),
        (_("Participants"), _participants_text(found)),
    ]
    width = max(len(name) for name, _value in about)
    return [f"  {name.ljust(width)}  {value}" for name, value in about]


def _closed(found: LabDetail) -> str:
    if not found.closed:
        paused = bool(found.pauses) and not found.pauses[-1].resumed
        return _("no; paused") if paused else _("no")
    why = f" ({found.closed_because.rstrip('.')})" if found.closed_because else ""
    return f"{day(found.closed_on)}{why}"


def _participants_text(found: LabDetail) -> str:
    counts = (
        f"{count(n)} {unit_kind_label(kind, found.region, found.day)}"
        for kind, n in found.participants.items()
    )
    return ", ".join(counts) or _("not recorded")


def _participants(found: LabDetail) -> list[ParticipantRow]:
    return [
        ParticipantRow(one.unit, unit_kind_label(one.kind, found.region, found.day), one.joined_on)
        for one in found.units
    ]


def _participant_lines(found: LabDetail) -> list[str]:
    """The first participants by name, and how many more there are."""
    rows = _participants(found)
    if not rows:
        return []
    lines = ["", screen_text(PARTICIPANTS, rows[:MOST])]
    if len(rows) > MOST:
        text = _("and {count} more; all of them: --xlsx FILE")
        lines.append(text.format(count=count(len(rows) - MOST)))
    return lines


def _agreement_lines(one: Agreement) -> list[str]:
    illustration = f"  ({_('illustration')})" if one.illustrative else ""
    return [f"{one.title}, {day(one.occurred)}{illustration}", *map(_signer_line, one.signatures)]


def _signer_line(one: Signature) -> str:
    return f"  {labels.label_of('role', one.role)}: {lab_course_text.signer(one)}"
