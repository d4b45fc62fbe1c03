"""What stands beside the stages of a lab, as lines of its page: for who runs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from commands.common.list_spec import Column, ListSpec
from commands.common.output import count, day
from jejak_i18n import gettext as _
from jejak_i18n import labels, signers
from jejak_i18n import marked as n_
from projections.queries.detail_types import Signature
from projections.queries.lab_course import Member, UnitOfLab
from projections.queries.lab_workshops import Workshop
from projections.queries.labs import Ceremony, LabDetail

MOST = 12
"""Units named in one line on the screen; the workbook and `--json` hold all of them."""
UNITS = ListSpec(
    row=UnitOfLab,
    name=n_("Brought by units"),
    title="",
    columns=(
        Column("unit", n_("Unit")),
        Column("kind", n_("Kind"), "label", codes="unit_kind"),
        Column("takes_part", n_("Takes part"), value=lambda row: _("yes") if row.takes_part else _("no")),
        Column("workshops", n_("Workshops"), "number"),
        Column("ideas", n_("Ideas"), "number"),
        Column("innovations", n_("Innovations"), "number"),
        Column("launched", n_("Launched"), "number"),
    ),
)


def lines(found: LabDetail) -> Iterator[str]:
    """The parts of the page after its stages, each under its heading and only where something is told."""
    for heading, told in (
        (_("Preparation"), _preparation(found)),
        (_("Pauses"), _pauses(found)),
        (_("Workshops"), map(_workshop, found.workshops)),
        (_("Ceremonies"), (_ceremony(found, one) for one in found.ceremonies)),
        (_("Units"), _units(found)),
        (_("Rules of the process set aside"), _set_aside(found)),
        (_("Evaluation of the programme"), _evaluations(found)),
        (_("Open"), _open(found)),
    ):
        part = list(told)
        if part:
            yield from ("", heading, *(f"  {line}" for line in part))


def signer(one: Signature) -> str:
    """A signer as documents write it: *Plt. Kepala Dinas*, and on behalf *a.n. Bupati, Sekretaris Daerah*."""
    return signers.signer_text(one.post, one.capacity, one.representing) or "–"


def _preparation(found: LabDetail) -> Iterator[str]:
    for one in found.requests:
        kind = labels.label_of("facilitation", one.kind)
        said = "; ".join(part for part in (kind, one.addressee, one.contact, one.request_status) if part)
        yield _("Facilitation asked for, {day}: {said}").format(day=day(one.occurred), said=said)
    for paper in found.documents:
        kind = labels.label_of("document", paper.kind)
        name = " ".join(part for part in (kind, paper.number) if part)
        purpose = labels.label_of("lab_document", paper.purpose)
        yield f"{purpose.capitalize()}: {name}, {day(paper.occurred)}, {paper.subject}"
        yield from (f"  {labels.label_of('role', one.role)}: {signer(one)}" for one in paper.parties)
    if found.team:
        yield _("Team: {team}").format(team="; ".join(map(_member, found.team)))
    if found.survey:
        yield _("Survey of readiness: {count} units, {answers} answers").format(
            count=count(len(found.survey)), answers=count(sum(one.answers for one in found.survey))
        )


def _member(one: Member) -> str:
    """Position and post in the team; said once where both are the same words."""
    position = labels.label_of("team_position", one.team_position)
    if one.post and labels.same_words(one.post, position):
        return one.post
    return f"{position} {one.post or '–'}"


def _pauses(found: LabDetail) -> Iterator[str]:
    for one in found.pauses:
        why = one.reason.rstrip(".") if one.reason else _("the reason is not known")
        if one.resumed:
            text = _("from {begun}, resumed {resumed}: {why}")
            yield text.format(begun=day(one.paused_on), resumed=day(one.resumed_on), why=why)
        else:
            yield _("since {begun}, still paused: {why}").format(begun=day(one.paused_on), why=why)


def _workshop(one: Workshop) -> str:
    stage = labels.label_of("stage", one.stage)
    mode = labels.label_of("workshop_mode", one.mode)
    came = one.attendance or ""
    if one.headcount is not None:
        came = "; ".join(
            part for part in (_("{count} people").format(count=count(one.headcount)), came) if part
        )
    if one.units:
        came = "; ".join(part for part in (came, _named(one.units)) if part)
    return ", ".join(part for part in (day(one.occurred), stage, one.place, mode, came) if part)


def _ceremony(found: LabDetail, one: Ceremony) -> str:
    """A launching or display; a launching tells its number of innovations, or that nobody recorded it."""
    parts = [day(one.occurred), labels.label_of("ceremony", one.kind), one.name, one.place, one.marker]
    if one.led_by:
        parts.append(_("led by {post}").format(post=one.led_by))
    if one.launched is not None:
        parts.append(_("{count} innovations").format(count=count(one.launched)))
    elif figure := found.published_of(one):
        said = _("{count} innovations, says {publisher}")
        parts.append(said.format(count=count(figure.published), publisher=figure.publisher))
    elif one.kind == "launching":
        parts.append(_("how many innovations is not known"))
    return ", ".join(part for part in parts if part)


def _units(found: LabDetail) -> Iterator[str]:
    part = [one for one in found.brought if one.takes_part]
    if part:
        silent = [one.unit for one in part if not one.ideas and not one.innovations]
        yield _("{count} take part, {with_ideas} of them brought an idea or innovation").format(
            count=count(len(part)), with_ideas=count(len(part) - len(silent))
        )
        if silent:
            yield _("Brought nothing: {units}").format(units=_named(silent))
    if any(one.workshops for one in found.brought):
        absent = [one.unit for one in part if not one.workshops]
        came = sum(1 for one in found.brought if one.workshops)
        yield _("{count} came to a workshop").format(count=count(came))
        if absent:
            yield _("Did not come: {units}").format(units=_named(absent))
    others = [one.unit for one in found.brought if not one.takes_part]
    if others:
        yield _("Not recorded as taking part: {units}").format(units=_named(others))


def _named(units: Iterable[str]) -> str:
    """Some names, and how many more there are."""
    names = list(units)
    shown = ", ".join(names[:MOST])
    left = len(names) - MOST
    return _("{names} and {count} more").format(names=shown, count=count(left)) if left > 0 else shown


def _set_aside(found: LabDetail) -> Iterator[str]:
    for one in found.rules_set_aside:
        why = "; ".join(part for part in (one.document, (one.reason or "").rstrip(".")) if part)
        yield f"{labels.label_of('process_rule', one.rule)}: {why}"


def _evaluations(found: LabDetail) -> Iterator[str]:
    for one in found.evaluations:
        who = ", ".join(part for part in (day(one.occurred), one.evaluator, one.period) if part)
        said = "; ".join(part for part in (one.stage_output, one.impact, one.follow_up) if part)
        yield f"{who}: {said}"


def _open(found: LabDetail) -> Iterator[str]:
    if found.open_ideas:
        yield _("{count} ideas neither taken into design nor ended").format(count=count(found.open_ideas))
    if found.not_launched:
        yield _("{count} innovations not launched").format(count=count(found.not_launched))
    if not found.closed:
        yield _("What lacks for the next step: jejak lab next {slug}").format(slug=found.slug)
