"""The instrument of monitoring: each step with what was recorded of it, and what else was seen."""

from __future__ import annotations

from collections.abc import Callable

from exporters.dossier import formatting
from exporters.word.lab.model import CheckRow, SeenRow
from exporters.word.lab.words import span_of
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import labels
from projections.queries.lab_record import DatedStep, LabInnovation, Look, Milestone

Recorded = Milestone | Look


def check_row(one: LabInnovation, step: DatedStep, version: int | None) -> CheckRow:
    """A step with the reports on it and the looks that checked it, each with its date; else left open."""
    found = [seen for seen in one.progress if _is_of(one, seen, version, step.number)]
    return CheckRow(
        number=step.number,
        phase=labels.label_of("plan_phase", step.phase).capitalize(),
        activity=step.activity,
        output=step.output,
        time=span_of(step.start, step.end),
        state=[f"{_state(seen)} ({_day(seen)})" for seen in found],
        result=_lines(found, _result),
        obstacle=_lines(found, _obstacle),
    )


def _lines(found: list[Recorded], told: Callable[[Recorded], str | None]) -> list[str]:
    """What is told of each; of several with the date, since they stand below one another."""
    lines = [(seen, text) for seen in found if (text := told(seen))]
    return [f"{_day(seen)}: {text}" if len(found) > 1 else text for seen, text in lines]


def seen_rows(one: LabInnovation, version: int | None) -> list[SeenRow]:
    """What is recorded beside the rows of the instrument: of other versions, and looks at no single step."""
    numbers = [step.number for step in one.plans.get(version or 0, [])]
    found = [
        seen for seen in one.progress if not any(_is_of(one, seen, version, number) for number in numbers)
    ]
    return [
        SeenRow(
            day=formatting.date(seen.occurred),
            what=_what(one, seen),
            result=_result(seen),
            obstacle=_obstacle(seen),
        )
        for seen in found
    ]


def _is_of(one: LabInnovation, seen: Recorded, version: int | None, number: int) -> bool:
    """Whether something was seen of a step of a version; a look says of which only where there is one."""
    if isinstance(seen, Look):
        return len(one.plans) == 1 and number in seen.checked
    return (seen.plan, seen.number) == (version, number)


def _day(seen: Recorded) -> str:
    return formatting.date(seen.occurred) or _("date not recorded")


def _state(seen: Recorded) -> str:
    if isinstance(seen, Look):
        return _("checked, {mode}").format(mode=labels.label_of("monitoring_mode", seen.mode))
    state = labels.label_of("milestone_status", seen.progress)
    return state if seen.percent is None else f"{state}, {indonesian.count(seen.percent)}%"


def _result(seen: Recorded) -> str | None:
    if isinstance(seen, Milestone):
        return seen.realised
    return f"{seen.finding.rstrip('.')} ({seen.monitor})" if seen.monitor else seen.finding


def _obstacle(seen: Recorded) -> str | None:
    """The obstacle with its cause, and what is noted or to follow."""
    cause = labels.label_of("obstacle_cause", seen.cause) if seen.cause else None
    obstacle, after = (None, seen.follow_up) if isinstance(seen, Look) else (seen.obstacle, seen.note)
    named = _("Cause: {cause}").format(cause=cause) if cause else None
    return "; ".join(part for part in (obstacle, named, after) if part) or None


def _what(one: LabInnovation, seen: Recorded) -> str:
    """Which step of which version a report is on; how a look was done, and which steps it checked."""
    if isinstance(seen, Milestone):
        steps = {step.number: step.activity for step in one.plans.get(seen.plan, [])}
        return _("Version {version}, step {number}: {activity} – {state}").format(
            version=seen.plan, number=seen.number, activity=steps.get(seen.number, "–"), state=_state(seen)
        )
    mode = labels.label_of("monitoring_mode", seen.mode)
    if not seen.checked:
        return _("Monitoring, {mode}").format(mode=mode)
    steps_ = ", ".join(map(str, seen.checked))
    return _("Monitoring, {mode}, of steps {numbers}").format(mode=mode, numbers=steps_)
