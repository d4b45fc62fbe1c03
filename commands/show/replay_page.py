"""A replay as a page: its steps in the words of the terminal's language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commands.common.output import count
from commands.show.history import code_text, sentence_text, short_day, source_cell
from exporters.html.story import Story, StoryChange, StoryStep
from jejak_i18n import gettext as _
from jejak_i18n import labels, language, sentence

if TYPE_CHECKING:
    from commands.show.replay import StepRow


def story_of(heading: str, rows: Sequence[StepRow], notes: Sequence[str]) -> Story:
    """The page of a replay: its steps under its heading."""
    told = _("{count} steps, in the order of recording.").format(count=count(len(rows)))
    words = {
        "changed": _("What changed"),
        "before": _("Before"),
        "after": _("After"),
        "event": _("event"),
        "marked": _("correction or void"),
    }
    return Story(language(), " ".join(heading.split()), [told, *notes], [_step(row) for row in rows], words)


def _step(row: StepRow) -> StoryStep:
    entry = row.entry
    return StoryStep(
        position=entry.position,
        recorded=_("recorded {day}").format(day=short_day(entry.recorded_on)),
        day=short_day(entry.occurred) if entry.mark is None else "",
        sentence=sentence_text(entry),
        remarks=[sentence(one) for one in entry.remarks],
        details=[(labels.label_for_terminal("field", one.field), one.value) for one in entry.details],
        changes=[StoryChange(*one) for one in row.values],
        source=source_cell(entry),
        actor=entry.actor,
        code=code_text(entry),
        voided=entry.voided,
        mark=entry.mark is not None,
    )
