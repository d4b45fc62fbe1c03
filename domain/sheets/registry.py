"""The sheets of a workbook, in the order in which their facts are recorded: what is referred to first."""

from __future__ import annotations

from domain.sheets import competition as entry
from domain.sheets import innovation, lab

SHEETS = (
    lab.MISSION,
    lab.UNIT,
    lab.PERSON,
    lab.DOCUMENT,
    lab.UNIT_CHANGE,
    lab.LAB,
    lab.STAGE,
    lab.PARTICIPANT,
    lab.WORKSHOP,
    lab.CEREMONY,
    lab.IDEA,
    lab.MERGE,
    lab.SPLIT,
    lab.IDEA_END,
    lab.APPROVAL,
    innovation.INNOVATION,
    innovation.RENAME,
    innovation.PROFILE,
    innovation.PLAN,
    innovation.TRIAL,
    innovation.IMPLEMENTATION,
    innovation.MONITORING,
    innovation.MEASUREMENT,
    innovation.AGREEMENT,
    innovation.SIGNATURE,
    innovation.LAUNCH,
    innovation.DISPLAY,
    innovation.EVIDENCE,
    entry.SUPPORT,
    innovation.AWARD,
    entry.EDITION,
    entry.ALIGNMENT,
    entry.SECTION,
    entry.CLAIM,
    entry.REGION_CLAIM,
    entry.QUEUE,
    entry.RESULT,
    innovation.FIGURE,
)
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
FOUNDING = {
    kind: tuple(sheet.name for sheet in SHEETS if sheet.founds == kind)
    for kind in {sheet.founds for sheet in SHEETS if sheet.founds}
}
"""Kind of stream to the sheets whose rows found it."""
