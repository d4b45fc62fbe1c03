"""person forget and confirm-forget: two persons, then the data are destroyed and looked for."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from commands.common.output import Answer, count, reading_session, verb
from commands.common.recording import recording_options, require_agreed, require_reason, valid_command_id
from commands.common.run_command import print_violations
from commands.common.written_value import FREE_TEXT
from domain import streams
from domain.base import Action, reason
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from ledger.errors import ConflictError
from projections.maintenance.traces import Trace, Wanted

if TYPE_CHECKING:
    from ledger.workspace.workspace import Workspace
    from ledger.write.decision import Decision

ACTOR = click.option(
    "--actor",
    metavar="PERSON",
    help=_("Who does this, where it is not the operator of the workspace: a person that is recorded."),
)


class ForgetAsked(Struct, frozen=True, kw_only=True):
    """The answer of `person forget`: recorded, or with `dry_run` what would be; nothing is destroyed yet."""

    code: str
    command_id: str
    events: list[int]
    dry_run: bool
    profiles: int
    """How many versions of the person's data the vault keeps."""


class Forgotten(Struct, frozen=True, kw_only=True):
    """The answer of `person confirm-forget`: what was destroyed, and where the data still stand.

    With `dry_run` nothing was destroyed, and `traces` are the places outside the vault that would stay.
    """

    code: str
    command_id: str
    events: list[int]
    dry_run: bool
    profiles: int
    searched: bool
    """False where no value was kept that could be looked for."""
    traces: list[Trace]
    beyond: list[str]
    """Sentences in the language of the terminal: what this program cannot reach."""


@click.command("forget", help=_("Ask that a person's data be destroyed; a second person must confirm."))
@click.argument("who", metavar="PERSON...", nargs=-1, required=True)
@click.option("--basis", type=FREE_TEXT, required=True, help=_("On which legal basis."))
@click.option(
    "--retention",
    type=FREE_TEXT,
    help=_("The retention period that has ended; default: that of the region in jejak.toml."),
)
@click.option("--record", type=FREE_TEXT, required=True, help=_("Number of the official record."))
@ACTOR
@recording_options
@verb("person forget")
def forget(
    answer: Answer,
    home: str | None,
    *,
    who: tuple[str, ...],
    basis: str,
    retention: str | None,
    record: str,
    actor: str | None,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from domain.forgetting import RequestForgetting

    for text, option in ((basis, "--basis"), (retention, "--retention"), (record, "--record")):
        require_reason(text, option)
    workspace, person, acting = _asked(answer, home, who, actor)
    retention = retention or workspace.retention
    if retention is None:
        raise click.UsageError(_("{option} is missing.").format(option="--retention"))
    given = valid_command_id(command_id)
    said = {"ground": basis, "retention": retention, "record": record}
    action = RequestForgetting.of(region=_region(person), person=person, requested_by=acting, **said)
    events = _record(answer, workspace, acting, given, action, dry_run=dry_run, head_time=head_time)
    kept = len(workspace.vault.some(_profiles(workspace, person)))
    code = streams.code(person)
    data = ForgetAsked(code=code, command_id=given, events=events, dry_run=dry_run, profiles=kept)
    answer.result(data, lambda: _asked_text(data))


def _asked_text(data: ForgetAsked) -> str:
    if data.dry_run:
        text = _("Would ask that {code} be forgotten: {count} versions in the vault. Nothing was recorded.")
        return text.format(code=data.code, count=count(data.profiles))
    text = _(
        "Asked that {code} be forgotten. Nothing is destroyed yet: another person confirms with"
        " jejak person confirm-forget {code}. To take it back: jejak void {id} --reason TEXT"
    )
    return text.format(code=data.code, id=data.command_id)


@click.command("confirm-forget", help=_("Confirm, as a second person, and destroy a person's data for good."))
@click.argument("who", metavar="PERSON...", nargs=-1, required=True)
@ACTOR
@click.option("--yes", is_flag=True, help=_("Destroy the data without asking."))
@recording_options
@verb("person confirm-forget")
def confirm_forget(
    answer: Answer,
    home: str | None,
    *,
    who: tuple[str, ...],
    actor: str | None,
    yes: bool,
    dry_run: bool,
    command_id: str | None,
    head_time: bool,
) -> None:
    from domain.forgetting import ConfirmForgetting
    from ledger.admin import forgetting

    workspace, person, acting = _asked(answer, home, who, actor)
    given = valid_command_id(command_id)
    if not yes:
        question = _("Destroy the personal data of {code} for good?").format(code=streams.code(person))
        require_agreed(answer, question, dry_run=dry_run)
    profiles = _profiles(workspace, person)
    held = workspace.vault.some(profiles)
    wanted = Wanted(value for values in held.values() for value in values.values())
    action = ConfirmForgetting.of(region=_region(person), person=person, confirmed_by=acting)
    events = _record(answer, workspace, acting, given, action, dry_run=dry_run, head_time=head_time)
    beyond: list[str] = []
    kept = len(held)
    if not dry_run:
        kept = forgetting.finish(workspace, person, head_time=head_time)
        beyond = [sentence(why) for why in forgetting.clean(workspace)]
    data = Forgotten(
        code=streams.code(person),
        command_id=given,
        events=events,
        dry_run=dry_run,
        profiles=kept,
        searched=bool(wanted),
        traces=_traces(workspace, wanted),
        beyond=beyond,
    )
    _tell(answer, data)


def _asked(
    answer: Answer, home: str | None, who: tuple[str, ...], actor: str | None
) -> tuple[Workspace, str, str]:
    """The workspace, the person meant and the person who acts."""
    from projections.queries import person_record

    with reading_session(answer, home, None, None) as session:
        workspace = session.workspace
        person = person_record.person_of(session, " ".join(who))
        acting = person_record.person_of(session, actor) if actor else workspace.operator
        if person_record.is_forgotten(session, acting):
            raise ConflictError(
                reason(
                    "The data of {code} were erased: who is not known confirms nothing.",
                    code=streams.code(acting),
                ),
                reason("Name another person who works here: --actor CODE"),
            )
    answer.read = None
    return workspace, person, acting


def _region(person: str) -> str:
    return streams.region_of(person)


def _profiles(workspace: Workspace, person: str) -> list[str]:
    from ledger.admin.forgetting import profiles_of

    with closing(workspace.store()) as store:
        return profiles_of(store.rows(person))


def _record(
    answer: Answer,
    workspace: Workspace,
    acting: str,
    command_id: str,
    action: Action,
    *,
    dry_run: bool,
    head_time: bool,
) -> list[int]:
    """The positions of what was recorded; a refusal ends with status 4."""
    from importers.recording.action_texts import ActionTexts
    from ledger import clock
    from ledger.write.command_handler import IntegrityViolations

    texts = ActionTexts(workspace)

    def decide(decision: Decision) -> None:
        day = clock.day_in(decision.now, decision.zone_of(acting)).isoformat()
        texts.act(decision, _dated(action, day))

    try:
        outcome, decision = workspace.command_handler(actor=acting).run(
            command_id, decide, dry_run=dry_run, head_time=head_time
        )
    except IntegrityViolations as found:
        print_violations(answer, workspace, found)
    if outcome.before or dry_run or decision is None:
        return []
    return [row.position for row in decision.unit_of_work.pending]


def _dated(action: Action, day: str) -> Action:
    import msgspec

    return msgspec.structs.replace(action, occurred=day)


def _traces(workspace: Workspace, wanted: Wanted) -> list[Trace]:
    from projections.maintenance import traces

    with closing(workspace.store()) as store:
        store.checkpoint()
        found = traces.in_events(store, wanted)
    files = traces.in_files(workspace.home, wanted)
    # What stands in events stands in their file and in views, and is told by its positions.
    derived = ("ledger.db", "views/") if found else ()
    return found + [one for one in files if not (one.file or "").startswith(derived)]


def _tell(answer: Answer, data: Forgotten) -> None:
    for trace in data.traces:
        answer.problem(
            reason("The data of this person still stand in a recorded text, which cannot be erased.")
            if trace.event is not None
            else reason("The data of this person still stand in this file."),
            where=str(trace.event) if trace.event is not None else _place(trace),
            remedy=None
            if trace.event is not None
            else reason("Destroy or mend the file by the procedure for archives, if nothing keeps it."),
            level="warning",
        )
    for told in data.beyond:
        answer.message(told, level="info")
    answer.result(data, lambda: _text(data), status=1 if data.traces and not data.dry_run else 0)


def _place(trace: Trace) -> str:
    return f"{trace.file} ({trace.member})" if trace.member else str(trace.file)


def _text(data: Forgotten) -> str:
    said = {"code": data.code, "count": count(data.profiles), "places": count(len(data.traces))}
    if data.dry_run:
        text = _(
            "Would destroy {count} versions of the data of {code}; {places} places outside the vault would"
            " still hold them. Nothing was recorded."
        )
    elif data.traces:
        text = _("Forgotten: {code}, {count} versions destroyed; {places} places still hold the data.")
    elif not data.searched:
        text = _("Forgotten: {code}, {count} versions destroyed. No value was kept to look for.")
    else:
        text = _(
            "Forgotten: {code}, {count} versions destroyed. The data were looked for and stand nowhere in the"
            " workspace."
        )
    following = "" if data.dry_run else _("Make a new backup now, so that its key file replaces the old one.")
    return "\n".join(filter(None, (text.format(**said), following)))
