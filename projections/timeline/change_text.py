"""What a step of a replay changed, as people read it."""

from __future__ import annotations

from msgspec import Struct

from jejak_i18n import formatting, labels
from jejak_i18n import gettext as _
from projections.timeline.replay import ColumnValue, Step
from projections.timeline.stream_names import StreamNames

REFERENCES = ("lab", "launch_lab", "idea", "unit", "went_to", "determined_by", "merged_into", "closed_by")
CODED = {
    "origin": "origin",
    "proposal": "proposal",
    "status": "idea_status",
    "end_code": "end_reason",
    "stage": "maturity",
    "course": "running",
    "answer": "answer",
    "mode": "lab_mode",
    "left_because": "handover_reason",
    "set_aside": "process_rule",
}
"""Fields that hold codes of a closed list, and the list."""
NOTHING = "–"


class ChangeText(Struct, frozen=True):
    """One column in words: its name, its label, and what it said before and after."""

    field: str
    label: str
    before: str
    after: str


def change_texts(step: Step, names: StreamNames) -> list[ChangeText]:
    """What a step changed; of a new row only what it holds, not what it does not hold yet."""
    found = []
    for name, (was, now) in step.changes.items():
        # An event that takes a launching away leaves no lab in the row.
        row = step.row if step.row.get("launch_lab") else step.row | _before(step)
        before, after = column_text(name, was, row, names), column_text(name, now, row, names)
        if before != after and (was or now):
            found.append(ChangeText(name, labels.label_for_terminal("field", name), before, after))
    return found


def _before(step: Step) -> dict[str, ColumnValue]:
    return {name: was for name, (was, _now) in step.changes.items() if name == "launch_lab"}


def column_text(name: str, value: ColumnValue, row: dict[str, ColumnValue], names: StreamNames) -> str:
    """One column of a row as people read it: what it refers to by its name."""
    if name == "determined_by" and value:
        return names.document(str(value))
    if name in REFERENCES and value:
        return names.of(str(value))
    if name == "ceremony" and value:
        lab = row.get("launch_lab")
        return names.ceremony(str(lab) if lab else None, str(value))
    return value_text(name, value)


def value_text(name: str, value: ColumnValue | list[str | int]) -> str:
    """A value as people read it: dates, labels of codes, yes and no."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int):
        return formatting.count(value)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if name.endswith("_on"):
        return formatting.date(value)
    if name in CODED:
        return "; ".join(labels.label_for_terminal(CODED[name], one) for one in value.split(","))
    return "; ".join(" ".join(line.split()) for line in value.splitlines() if line.strip())
