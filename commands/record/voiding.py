"""What a void takes out, told before anything is recorded."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from commands.common.output import Answer, count
from commands.record.refusals import sentences_of
from domain.base import AnySourcedFact, Reason, reason
from domain.corrections import FactVoided, names_action
from domain.dates import Day
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from ledger import reader
from ledger.write import integrity
from ledger.write.called import called
from ledger.write.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from ledger.workspace.workspace import Workspace
    from ledger.write.decision import Decision

Found = list[tuple[str, AnySourcedFact]]
"""Facts with their streams, newest first."""
TOLD = 40
"""So many events the screen tells; all of them stand in `--json`."""


class Effect(NamedTuple):
    """What a void does: facts that stand no more, facts that stand again, corrections that fall or return."""

    gone: Found
    back: Found
    marks: Found
    work: UnitOfWork

    def __bool__(self) -> bool:
        return bool(self.gone or self.back or self.marks)


def void_with_dependants(decision: Decision, id_: str, why: str) -> None:
    """Voids an action or command, and the actions of all that could not stand without it.

    Raises Refused where one of them cannot be voided.
    """
    decision.void(id_, why)
    while found := integrity.new_violations(decision.unit_of_work):
        for action in dict.fromkeys(one.fact.action for one in found):
            decision.void(action, why)


def effect(decision: Decision) -> Effect:
    """What a void that was decided does to what stands."""
    work = decision.unit_of_work
    base = work.base()
    gone, back, marks = [], [], []
    named = {
        fact.body.names for fact in map(work.codec.decode, work.pending) if isinstance(fact.body, FactVoided)
    }
    for stream in work.touched():
        before, after = ({fact.version: fact for fact in one.facts(stream)} for one in (base, work))
        gone += [(stream, fact) for version, fact in before.items() if version not in after]
        back += [(stream, fact) for version, fact in after.items() if version not in before]
        rows = [row for row in base.rows(stream) if row.topic.startswith(reader.CORRECTION_TOPICS)]
        found = [work.codec.decode(row) for row in rows]
        voids = reader.standing_voids(found)
        marks += [
            (stream, mark)
            for mark in found
            if not reader.is_named(mark.action, voids)
            and any(names_action(one, mark.action) for one in named)
        ]
    gone, back, marks = (sorted(found, key=lambda one: -one[1].position) for found in (gone, back, marks))
    return Effect(gone, back, marks, work)


def tell_effect(answer: Answer, workspace: Workspace, done: Effect) -> None:
    """What would be voided, and what would stand again, each event with its day and sentence."""
    if done.gone:
        answer.message(
            _("Would be voided, {count} events, newest first:").format(count=count(len(done.gone)))
        )
        _tell(answer, done.work, done.gone, lambda shown: sentences_of(workspace, shown))
    if done.marks:
        text = _("Would be taken back, {count} corrections or voids, newest first:")
        answer.message(text.format(count=count(len(done.marks))))
        _tell(answer, done.work, done.marks, lambda shown: _sentences_of_marks(workspace, shown))
    if done.back:
        text = _("Would stand again, {count} events, newest first:")
        answer.message(text.format(count=count(len(done.back))))
        _tell(answer, done.work, done.back, lambda shown: sentences_of(workspace, shown))


def event_line(work: UnitOfWork, stream: str, fact: AnySourcedFact, text: str) -> Reason:
    """An event by its code or name, its day where one is known, and its sentence."""
    code = called(work, stream)
    if not fact.occurred:
        return reason("{code}: {sentence}", code=code, sentence=text)
    return reason("{code}, {day}: {sentence}", code=code, day=Day(fact.occurred), sentence=text)


def _tell(answer: Answer, work: UnitOfWork, found: Found, said: Callable[[Found], list[str]]) -> None:
    shown = found if answer.as_json else found[:TOLD]
    for (stream, fact), text in zip(shown, said(shown), strict=True):
        answer.problem(event_line(work, stream, fact, text), where=str(fact.position), level="info")
    if len(found) > len(shown):
        left = count(len(found) - len(shown))
        answer.message(_("  … and {count} more (all of them: --json)").format(count=left))


def _sentences_of_marks(workspace: Workspace, found: Found) -> list[str]:
    from projections.read_session import open_session
    from projections.timeline.history import of_stream
    from projections.timeline.stream_names import StreamNames

    with closing(open_session(workspace)) as session:
        names = StreamNames(session)
        entries = [
            one for stream in {stream for stream, _mark in found} for one in of_stream(session, stream, names)
        ]
    told = {one.position: sentence(one.sentence) for one in entries}
    return [told[mark.position] for _stream, mark in found]
