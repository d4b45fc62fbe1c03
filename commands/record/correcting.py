"""What a correction changes, told before anything is recorded."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from commands.common.output import Answer, count
from commands.record.voiding import event_line
from domain.base import reason
from domain.corrections import FactCorrected
from jejak_i18n import gettext as _
from jejak_i18n import labels, sentence

if TYPE_CHECKING:
    from ledger.workspace.workspace import Workspace
    from ledger.write.decision import Decision


def tell_corrected(answer: Answer, workspace: Workspace, decision: Decision) -> None:
    """Each event that would be corrected, with the value that is recorded and the new one."""
    from projections.read_session import open_session
    from projections.timeline.event_text import describe
    from projections.timeline.recorded_values import value_text
    from projections.timeline.stream_names import StreamNames

    work = decision.unit_of_work
    base = work.base()
    marks = [(row.stream, work.codec.decode(row).body) for row in work.pending]
    answer.message(_("Would be corrected, {count} events:").format(count=count(len(marks))))
    with closing(open_session(workspace)) as session:
        names = StreamNames(session)
        for stream, mark in marks:
            if not isinstance(mark, FactCorrected):
                continue
            fact = next(one for one in base.facts(stream) if one.version == mark.version)
            said = reason(
                'Field {label}: "{recorded}" becomes "{now}".',
                label=labels.field_for_terminal(fact.body.TYPE, mark.field),
                recorded=value_text(fact.body, mark.field, mark.old, names, stream),
                now=value_text(fact.body, mark.field, mark.new, names, stream),
            )
            text = f"{sentence(describe(fact, stream, names))} {sentence(said)}"
            answer.problem(event_line(work, stream, fact, text), where=str(fact.position), level="info")
