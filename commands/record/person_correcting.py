"""person correct: personal data that were never true as kept; the old version is destroyed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.output import Answer, count, reading_session, verb
from commands.common.recording import recording_options, require_agreed, require_reason, valid_command_id
from commands.common.run_command import print_violations
from commands.common.written_value import FREE_TEXT
from domain import streams
from domain.base import Refused, reason
from domain.person import PERSONAL
from jejak_i18n import gettext as _

if TYPE_CHECKING:
    from ledger.ports.vault import Profile
    from ledger.write.decision import Decision


class PersonCorrected(Struct, frozen=True, kw_only=True):
    """The answer of `person correct`: which fields, never their values, and how many versions went."""

    code: str
    command_id: str
    events: list[int]
    dry_run: bool
    fields: list[str]
    destroyed: int


@click.command("correct", help=_("Correct personal data that were never true; the old version is destroyed."))
@click.argument("who", metavar="PERSON...", nargs=-1, required=True)
@click.option("--name", help=_("The right name."))
@click.option("--nip", "civil_number", help=_("The right NIP."))
@click.option("--phone", help=_("The right telephone number."))
@click.option("--email", help=_("The right e-mail address."))
@click.option("--reason", "why", type=FREE_TEXT, required=True, help=_("Why the kept value was wrong."))
@click.option("--yes", is_flag=True, help=_("Destroy the old version without asking."))
@recording_options
@verb("person correct")
def correct(
    answer: Answer,
    home: str | None,
    *,
    who: tuple[str, ...],
    why: str,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
    yes: bool,
    **given: str | None,
) -> None:
    from importers.reading.personal_data import Names
    from importers.recording.action_texts import ActionTexts, refuse
    from ledger.admin import forgetting
    from ledger.ports.vault import new_profile
    from ledger.write.command_handler import IntegrityViolations
    from projections.queries import person_record

    require_reason(why, "--reason")
    said: Profile = {name: value.strip() for name, value in given.items() if value is not None}
    if not said:
        raise click.UsageError(_("Say what is right: --name, --nip, --phone or --email."))
    with reading_session(answer, home, None, None) as session:
        workspace = session.workspace
        person = person_record.person_of(session, " ".join(who))
    answer.read = None
    ActionTexts(workspace).refuse(why)
    refuse([why], Names([said.get("name")]))
    chosen = valid_command_id(command_id)
    if not yes:
        question = _("The kept {fields} of {code} will be destroyed for good. Correct it?")
        fields = _labels(said)
        require_agreed(answer, question.format(fields=fields, code=streams.code(person)), dry_run=dry_run)
    kept: dict[str, Profile] = {}

    def decide(decision: Decision) -> None:
        version, profile = forgetting.current(decision.unit_of_work, person)
        before = workspace.vault.get(profile)
        after = before | {name: value or None for name, value in said.items()}
        if after == before:
            raise Refused((None, reason("The value is already so.")))
        new = new_profile()
        kept.clear()
        kept[new] = after
        decision.correct(person, version, "profile", new, why)

    try:
        outcome, decision = workspace.command_handler().run(
            chosen,
            decide,
            dry_run=dry_run,
            head_time=head_time,
            prepare=lambda: workspace.vault.keep(kept),
        )
    except IntegrityViolations as found:
        print_violations(answer, workspace, found)
    destroyed = 0 if dry_run else forgetting.destroy_wrong(workspace, [person])
    recorded = decision is not None and not dry_run and not outcome.before
    data = PersonCorrected(
        code=streams.code(person),
        command_id=chosen,
        events=[row.position for row in decision.unit_of_work.pending] if recorded and decision else [],
        dry_run=dry_run,
        fields=list(said),
        destroyed=destroyed,
    )
    answer.result(data, lambda: _text(data))


def _labels(names: Iterable[str]) -> str:
    return ", ".join(PERSONAL[name].label for name in names)


def _text(data: PersonCorrected) -> str:
    fields = _labels(data.fields)
    if data.dry_run:
        return _("Would correct {fields} of {code}. Nothing was recorded.").format(
            fields=fields, code=data.code
        )
    text = _(
        "Corrected: {fields} of {code}. The wrong version is erased from the vault with its key ({count});"
        " the history says that it was corrected, not what it was. This cannot be undone."
    )
    return text.format(fields=fields, code=data.code, count=count(data.destroyed))
