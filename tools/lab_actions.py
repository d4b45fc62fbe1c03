"""Writes the page of all lab actions: `python -m tools.lab_actions [--check]`.

Each of the 49 actions that LAN's method knows (facilitation to a new generation) is one row: the events that
record it, the sheet and its columns, the rules with their sources, the columns of the views, the sentence,
and where it is printed. All but the list of actions is read from the code; a row without a view column, a
sentence or a sheet is an error, and so is an event of the domain that no row and no reason names.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from domain import kinds, terms
from domain.base import Body
from domain.process_rules import RULES
from domain.sheets.registry import SHEETS
from jejak_i18n import labels
from ledger.codec import topic_of
from projections.timeline import event_text  # noqa: F401 - registers every sentence
from tools.event_beyond import BEYOND
from tools.event_files import AT_MOST, faults, files_of
from tools.event_traces import events_of, integrity, sentences, supporting, view_columns
from tools.generated import bring_up_to_date
from tools.lab_method import ACTIONS, ELSEWHERE, ONLY, PRINTED, LabAction

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tindakan-lab.md"


def page() -> str:
    """The page. Raises ValueError for a row that lacks something, or an event that no row names."""
    rows = [_row(one) for one in ACTIONS]
    named = {event for one in ACTIONS for event in _events(one)} | set(ELSEWHERE)
    if left := sorted({body.TYPE for body in _bodies()} - named - supporting()):
        raise ValueError(f"no lab action, and no reason: {left}")
    heads = ("No.", "Tindakan", "Peristiwa", "Lembar dan kolom", "Aturan dan sumber", "Kolom tampilan")
    heads += ("Kalimat", "Tercetak di", "Berkas")
    lines = [
        "# Tindakan lab\n",
        "Halaman ini dihasilkan dari kode: setiap tindakan dalam metode laboratorium inovasi LAN, dan di mana"
        " Jejak mencatat, memeriksa, menampilkan, dan mencetaknya. Kolom yang diberi tanda * wajib diisi."
        " **Wajib** menolak dalam lab yang dicatat langsung, *dianjurkan* hanya mengingatkan"
        " (`jejak lab next`, `jejak idea next`, `jejak innovation next`); *keutuhan* menolak di mana pun."
        " Aturan proses dapat dikesampingkan sebuah putaran dengan lembar Aturan Proses.\n",
        f"| {' | '.join(heads)} |",
        f"|{'---|' * len(heads)}",
        *(f"| {' | '.join(row)} |" for row in rows),
        "\nBerkas: banyaknya berkas tulisan tangan yang menyebut setiap peristiwa atau tindakannya,"
        f" sesuai urutan kolom Peristiwa. Paling banyak {AT_MOST}; yang melebihinya dirinci di bawah"
        " (`python -m tools.event_files`).",
        "\n## Aturan proses\n",
        "| Aturan | Kekuatan | Sebelum | Dipenuhi dengan | Giliran | Sumber |",
        "|---|---|---|---|---|---|",
        *(f"| {' | '.join(_rule_row(rule))} |" for rule in RULES),
        "\n## Peristiwa di luar tindakan lab\n",
        *(f"- `{name}`: {why}" for name, why in sorted(ELSEWHERE.items())),
        *(f"- `{name}`: fakta pendukung lomba" for name in sorted(supporting() - _of_actions())),
        f"\n## Peristiwa yang menyentuh lebih dari {AT_MOST} berkas\n",
        *(
            f"- `{event}` ({len(files_of(event))}): "
            + "; ".join(f"`{file}` ({why})" for file, why in files.items())
            for event, files in sorted(BEYOND.items())
        ),
    ]
    return "\n".join(lines) + "\n"


def _of_actions() -> set[str]:
    return {event for one in ACTIONS for event in _events(one)}


def _row(one: LabAction) -> list[str]:
    events = _events(one)
    columns = _unique(column for event in events for column in view_columns(event))
    said = _unique(text for event in events for text in sentences(event))
    sheets = _unique(_sheet(name) for name in one.recorded_by if name in _sheets())
    if not (columns and said and sheets):
        raise ValueError(f"{one.number} lacks a sheet, a view column or a sentence")
    printed = _unique(
        PRINTED[event.split(".")[0] if event != "figure.published" else "region"] for event in events
    )
    topics = [f"`{topic_of(kinds.TYPES[event])}`" for event in events]
    return [
        one.number,
        one.name,
        "<br>".join(topics),
        "<br>".join(sheets),
        "<br>".join(_rules(one, events)) or "–",
        "<br>".join(columns),
        "<br>".join(said),
        "<br>".join(printed),
        "<br>".join(str(len(files_of(event))) for event in events),
    ]


def _rule_row(rule: Any) -> list[str]:
    sheets = _sheets()
    return [
        labels.label_of("process_rule", rule.code),
        "**wajib**" if rule.order else "dianjurkan",
        sheets[rule.before].name,
        sheets[rule.fulfilled_by].name,
        rule.actor,
        rule.source,
    ]


def _events(one: LabAction) -> list[str]:
    """The stored types of the events that record an action."""
    made = _unique(event for name in one.recorded_by for event in events_of(name))
    return [event for event in made if event in ONLY.get(one.number, made)]


@cache
def _sheets() -> dict[str, Any]:
    return {sheet.action.TYPE: sheet for sheet in SHEETS}


def _sheet(action: str) -> str:
    sheet = _sheets()[action]
    columns = ", ".join(f"{one.label}{'*' if one.required else ''}" for one in sheet.columns)
    return f"**{sheet.name}** (`{action}`): {columns}"


def _rules(one: LabAction, events: list[str]) -> list[str]:
    """Rules of the process that stand before the action or that it fulfils, and what breaks its events."""
    found = []
    for rule in RULES:
        strength = "**wajib**" if rule.order else "*dianjurkan*"
        name = labels.label_of("process_rule", rule.code)
        if rule.before in one.recorded_by:
            found.append(f"{strength}: {name} ({rule.source})")
        elif rule.fulfilled_by in one.recorded_by:
            found.append(f"memenuhi {strength}: {name} ({rule.source})")
    said = _unique(text for event in events for text in integrity(event))
    return [*found, *(f"*keutuhan*: {text}" for text in said)]


def _bodies() -> list[type[Body]]:
    return [body for module in kinds.KINDS.values() for body in module.EVENTS]


def _unique(found: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(found))


def main(arguments: list[str]) -> int:
    """Writes the page; with `--check` says whether it is up to date."""
    assert terms.PROCESS_RULES
    if found := faults():
        print("\n".join(found))
        return 1
    return bring_up_to_date({PAGE: page()}, arguments, "lab_actions", PAGE.parent / "none")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
