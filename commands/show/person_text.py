"""What is kept of a person, as the screen tells it."""

from __future__ import annotations

from collections.abc import Iterator

from commands.common.output import count, day
from domain.person import PERSONAL
from jejak_i18n import gettext as _
from jejak_i18n.formatting import minute
from projections.queries.person_holdings import KeptVersion
from projections.queries.person_record import PersonRecord

TOLD = 20
"""So many lines of the read trail the screen tells, the last ones; all of them stand in `--json`."""


def kept_text(found: PersonRecord) -> list[str]:
    """The versions of the personal data with their values, and how far a forgetting has come."""
    if not found.vault_fields:
        lines = [_("Personal data in the vault: {fields}").format(fields=_("none"))]
    else:
        lines = [_("Personal data in the vault")]
    forgotten = bool(found.forgetting and found.forgetting.forgotten)
    for one in found.versions:
        lines += [f"  {line}" for line in _version(one, forgotten=forgotten)]
    return lines + list(_forgetting(found))


def _version(one: KeptVersion, *, forgotten: bool) -> list[str]:
    if one.state == "destroyed":
        if forgotten:
            return [_("event {event}: erased").format(event=one.event)]
        return [_("event {event}: corrected; the wrong version is destroyed").format(event=one.event)]
    if one.state == "unreadable":
        return [_("event {event}: cannot be read with the keys of this workspace").format(event=one.event)]
    if one.state == "absent":
        return []
    values = {name: getattr(one, name) for name in PERSONAL if getattr(one, name)}
    if not values:
        return []
    said = "; ".join(f"{PERSONAL[name].label}: {value}" for name, value in values.items())
    text = _("event {event}: {values}") if one.state == "current" else _("event {event}, until now: {values}")
    return [text.format(event=one.event, values=said)]


def _forgetting(found: PersonRecord) -> Iterator[str]:
    state = found.forgetting
    if state is None:
        return
    yield ""
    if state.forgotten:
        yield _("Forgotten on {day}: (personal data erased)").format(day=day(state.forgotten_on))
    elif state.confirmed_by:
        yield _("The forgetting is confirmed and not finished: the next command finishes it.")
    else:
        yield _("It was asked that this person be forgotten; another person has to confirm.")
    for label, value in (
        (_("Asked by"), state.requested_by),
        (_("Confirmed by"), state.confirmed_by),
        (_("Basis"), state.ground),
        (_("Retention"), state.retention),
        (_("Official record"), state.record),
    ):
        if value:
            yield f"  {label}: {value}"


def beside_text(found: PersonRecord, zone: str) -> list[str]:
    """Files marked as personal, dossiers issued, and who was shown the data."""
    lines: list[str] = []
    if found.marked_files:
        lines += ["", _("Evidence marked with personal data, of innovations that name the person")]
        lines += [f"  {one.event}  {one.code}  {one.subject}" for one in found.marked_files]
    if found.issued:
        lines += ["", _("Dossiers issued of innovations that name the person, which tell the post")]
        lines += [f"  {one.event}  {one.code}  {one.award.upper()} {one.year}" for one in found.issued]
    if found.reads:
        lines += ["", _("Shown to others {count} times").format(count=count(len(found.reads)))]
        lines += [f"  {minute(one.at, zone)}  {one.by}  {one.command}" for one in found.reads[-TOLD:]]
    return lines
