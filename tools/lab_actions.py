"""Writes the page of all lab actions: `python -m tools.lab_actions [--check]`.

Each of the 49 actions that LAN's method knows (facilitation to a new generation) is one row: the events that
record it, the sheet and its columns, the rules with their sources, the columns of the views, the sentence,
and where it is printed. All but the list of actions is read from the code; a row without a view column, a
sentence or a sheet is an error, and so is an event of the domain that no row and no reason names.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import msgspec

import domain.sheets
from domain import kinds, terms
from domain.base import Action, Body, Fact, FactAction
from domain.process_rules import RULES
from domain.sheets.registry import SHEETS
from jejak_i18n import indonesian, labels
from ledger.codec import topic_of
from projections.timeline import event_text  # noqa: F401 - registers every sentence
from projections.timeline.text_registry import EVENT_TEXT
from projections.views import VIEWS
from tools.generated import bring_up_to_date
from tools.reference import sample

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "tindakan-lab.md"


class LabAction(NamedTuple):
    """One action of the method: its number, its name, and the actions of sheets that record it."""

    number: str
    name: str
    recorded_by: tuple[str, ...]


ACTIONS = (
    LabAction("L1", "Pendampingan diajukan", ("lab.request_facilitation",)),
    LabAction(
        "L2",
        "MoU atau SPK ditandatangani",
        ("document.register", "document.record_party", "lab.link_document"),
    ),
    LabAction("L3", "Tim lab ditetapkan", ("lab.name_team_member", "lab.link_document")),
    LabAction("L4", "Putaran lab dibuka", ("lab.open",)),
    LabAction("L5", "Peserta terdaftar, kehadiran dicatat", ("lab.join", "workshop.hold")),
    LabAction("L6", "Survei kesiapan diisi", ("lab.survey_readiness",)),
    LabAction("L7", "Tahap dibuka dan ditutup", ("lab.hold_stage", "lab.close_stage")),
    LabAction("L8", "Tahap tidak dilaksanakan", ("lab.hold_stage",)),
    LabAction("L9", "Lab dijeda dan dilanjutkan", ("lab.pause", "lab.resume")),
    LabAction("L10", "Evaluasi program dilakukan", ("lab.evaluate_programme",)),
    LabAction("L11", "Putaran lab ditutup", ("lab.close",)),
    LabAction("I1", "Komitmen ditandatangani", ("agreement.sign", "agreement.record_signature")),
    LabAction("I2", "Ide diusulkan", ("idea.propose",)),
    LabAction("I3", "Ide ditanggapi", ("idea.answer",)),
    LabAction("I4", "Ide direvisi", ("idea.revise",)),
    LabAction("I5", "Ide digabung", ("idea.merge",)),
    LabAction("I6", "Ide dipecah", ("idea.split",)),
    LabAction("I7", "Ide berganti nama", ("idea.revise", "innovation.rename")),
    LabAction("I8", "Ide ditarik atau tidak dilanjutkan", ("idea.end",)),
    LabAction("I9", "Ide disetujui pimpinan", ("idea.approve",)),
    LabAction("I10", "Pendampingan ide dilakukan", ("idea.coach",)),
    LabAction("I11", "Rencana aksi ditetapkan", ("innovation.design", "innovation.set_plan_step")),
    LabAction("I12", "Peta pemangku kepentingan disusun", ("innovation.map_stakeholder",)),
    LabAction("I13", "Rencana aksi divalidasi", ("innovation.validate_plan",)),
    LabAction("I14", "Rencana aksi disetujui", ("innovation.approve_plan",)),
    LabAction("V1", "Perjanjian kinerja ditandatangani", ("agreement.sign", "agreement.record_signature")),
    LabAction("V2", "Perjanjian diadendum atau diakhiri", ("agreement.change",)),
    LabAction("V3", "Inovasi diluncurkan", ("lab.hold_ceremony", "innovation.launch")),
    LabAction("V4", "Inovasi ditetapkan", ("innovation.determine",)),
    LabAction("V5", "Kemajuan dilaporkan", ("innovation.report_milestone",)),
    LabAction("V6", "Monitoring dilakukan", ("innovation.monitor",)),
    LabAction(
        "V7", "Uji coba dimulai, dilaporkan, dihentikan", ("innovation.try", "innovation.follow_trial")
    ),
    LabAction("V8", "Penerapan dimulai", ("innovation.implement",)),
    LabAction("V9", "Bukti dilampirkan atau digantikan", ("innovation.attach_evidence",)),
    LabAction("V10", "Pameran diikuti", ("lab.hold_ceremony", "innovation.display")),
    LabAction("V11", "Inovasi dinilai juri", ("innovation.judge",)),
    LabAction("V12", "Penghargaan diterima", ("award.give",)),
    LabAction("V13", "Direkomendasikan ke tingkat nasional", ("innovation.recommend",)),
    LabAction("V14", "Didokumentasikan dalam buku", ("innovation.publish",)),
    LabAction("V15", "Didaftarkan pada kompetisi", ("entry.claim_level", "entry.move_queue")),
    LabAction("V16", "Hasil kompetisi dicatat", ("entry.announce_result",)),
    LabAction("V17", "Replikasi dicatat", ("innovation.record_support",)),
    LabAction("V18", "Evaluasi inovasi dilakukan", ("innovation.evaluate",)),
    LabAction("V19", "Status jalan diperbarui", ("innovation.report_status",)),
    LabAction("V20", "Inovasi dihentikan atau dilanjutkan lagi", ("innovation.report_status",)),
    LabAction("V21", "Inovator dialihkan", ("innovation.hand_over", "person.change_post")),
    LabAction("V22", "Unit berubah", ("unit.change",)),
    LabAction("V23", "HAKI dicatat", ("innovation.record_property",)),
    LabAction("V24", "Inovasi dikembangkan atau digabung", ("innovation.record_support", "innovation.merge")),
)
ONLY = {
    "L7": ("lab.stage_opened", "lab.stage_closed"),
    "L8": ("lab.stage_not_held",),
    "I7": ("idea.revised", "innovation.renamed"),
    "V3": ("lab.launching_held", "innovation.launched"),
    "V10": ("lab.display_held", "innovation.displayed"),
    "V17": ("innovation.replicated",),
    "V19": ("innovation.status_reported",),
    "V20": ("innovation.stopped", "innovation.resumed"),
    "V24": ("innovation.developed", "innovation.merged_into", "innovation.took_in"),
}
"""Rows that take only some of the events of their actions."""
ELSEWHERE = {
    "region.registered": "ruang kerja dibuat",
    "region.mission_recorded": "misi daerah yang dirujuk lab",
    "region.edition_dated": "jadwal lomba",
    "region.rulebook_added": "aturan penilaian",
    "figure.published": "angka yang diumumkan",
    "unit.registered": "daftar unit",
    "person.registered": "daftar orang",
    "person.forget_requested": "penghapusan data pribadi diminta",
    "person.forget_confirmed": "penghapusan data pribadi dikonfirmasi orang kedua",
    "person.forgotten": "data pribadi dihapus",
    "lab.rule_set_aside": "putaran mengesampingkan aturan proses",
    "innovation.profile_written": "isian formulir lomba",
    "innovation.noted": "keterangan dari daftar",
    "innovation.measured": "pengukuran sebelum dan sesudah",
    "innovation.link_checked": "tautan bukti dibuka",
    "innovation.verdict_recorded": "penilaian syarat dicatat",
    "entry.prepared": "usulan lomba disiapkan",
    "entry.level_verified": "klaim diverifikasi",
    "entry.section_written": "naskah usulan",
    "entry.alignment_chosen": "keselarasan usulan",
    "entry.dossier_issued": "dosir diterbitkan",
}
"""Events that belong to no action of the method, and what they are for."""
SUPPORT = "innovation.record_support"
PRINTED = {
    "innovation": "`catalogue show`, `history`, `replay`",
    "idea": "`history`, `replay`, `catalogue show --lineage`, `lab funnel`",
    "lab": "`lab show`, `history`, `replay`",
    "workshop": "`lab show`, `history`",
    "agreement": "`lab show`, `catalogue show`, `history`, `lab documents`",
    "document": "`lab show`, dosir",
    "person": "`person show`, `history`, `replay`",
    "unit": "`catalogue list`, `lab show`",
    "award": "`catalogue show`, dosir",
    "entry": "`entry list`, `history`",
    "region": "`calendar list`, `lab compare`",
}
"""Where the events of a kind of stream are shown."""
BEFORE = {
    "lab.resumed": ("lab.paused",),
    "lab.stage_closed": ("lab.stage_opened",),
    "innovation.resumed": ("innovation.stopped",),
}
"""Events that change a view only after others."""


def page() -> str:
    """The page. Raises ValueError for a row that lacks something, or an event that no row names."""
    rows = [_row(one) for one in ACTIONS]
    named = {event for one in ACTIONS for event in _events(one)} | set(ELSEWHERE)
    if left := sorted({body.TYPE for body in _bodies()} - named - _supporting()):
        raise ValueError(f"no lab action, and no reason: {left}")
    heads = ("No.", "Tindakan", "Peristiwa", "Lembar dan kolom", "Aturan dan sumber", "Kolom tampilan")
    heads += ("Kalimat", "Tercetak di")
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
        "\n## Aturan proses\n",
        "| Aturan | Kekuatan | Sebelum | Dipenuhi dengan | Giliran | Sumber |",
        "|---|---|---|---|---|---|",
        *(f"| {' | '.join(_rule_row(rule))} |" for rule in RULES),
        "\n## Peristiwa di luar tindakan lab\n",
        *(f"- `{name}`: {why}" for name, why in sorted(ELSEWHERE.items())),
        *(f"- `{name}`: fakta pendukung lomba" for name in sorted(_supporting() - _of_actions())),
    ]
    return "\n".join(lines) + "\n"


def _of_actions() -> set[str]:
    return {event for one in ACTIONS for event in _events(one)}


def _supporting() -> set[str]:
    from domain import support

    return {body.TYPE for body in support.EVENTS}


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
def events_of(action: str) -> tuple[str, ...]:
    """The events that an action makes: its own fact, and those that its decision names."""
    kind = _actions()[action]
    if action == SUPPORT:
        return tuple(sorted(_supporting()))
    found = [kind.fact_type().TYPE] if issubclass(kind, FactAction) else []
    module = sys.modules[kind.__module__]
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(kind)))):
        body = _named(module, node)
        if body is not None and body.TYPE not in found:
            found.append(body.TYPE)
    return tuple(found)


def _named(module: ModuleType, node: ast.AST) -> type[Body] | None:
    """The event body that a name or attribute in a module's source means."""
    value: Any = None
    if isinstance(node, ast.Name):
        value = getattr(module, node.id, None)
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        value = getattr(getattr(module, node.value.id, None), node.attr, None)
    is_body = isinstance(value, type) and issubclass(value, Body) and hasattr(value, "TYPE")
    return value if is_body else None


def kind_of(event: str) -> str:
    """The kind of stream that an event stands in."""
    return next(name for name, module in kinds.KINDS.items() if kinds.TYPES[event] in module.EVENTS)


@cache
def _actions() -> dict[str, Any]:
    def of(base: type[Any]) -> Iterator[type[Any]]:
        yield base
        for one in base.__subclasses__():
            yield from of(one)

    assert domain.sheets
    return {one.TYPE: one for one in of(Action) if "TYPE" in vars(one)}


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


@cache
def _integrity() -> dict[str, tuple[str, ...]]:
    """What `check_integrity` says of each event, by the `case` that names it."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "domain").glob("*.py")):
        module = sys.modules.get(f"domain.{path.stem}")
        if module is None:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name == "check_integrity":
                for case in (one for one in ast.walk(node) if isinstance(one, ast.match_case)):
                    for event in _matched(module, case.pattern):
                        found.setdefault(event, []).extend(_reasons(case))
    return {event: tuple(dict.fromkeys(texts)) for event, texts in found.items()}


def _matched(module: ModuleType, pattern: ast.pattern) -> Iterator[str]:
    for node in ast.walk(pattern):
        if isinstance(node, ast.MatchClass) and (body := _named(module, node.cls)):
            yield body.TYPE


def _reasons(case: ast.match_case) -> Iterator[str]:
    for node in ast.walk(case):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "reason"
        if is_call and isinstance(node.args[0], ast.Constant):
            yield indonesian(str(node.args[0].value))


def integrity(event: str) -> tuple[str, ...]:
    """The sentences by which an event is refused in every lab."""
    return _integrity().get(event, ())


@cache
def sentences(event: str) -> tuple[str, ...]:
    """The sentences that tell an event, with their places."""
    source = inspect.getsource(EVENT_TEXT[kinds.TYPES[event]])
    texts = []
    for node in ast.walk(ast.parse(textwrap.dedent(source))):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if is_call and node.func.id == "reason" and isinstance(node.args[0], ast.Constant):
            texts.append(indonesian(str(node.args[0].value)))
    return tuple(texts) or _by_helper(event)


def _by_helper(event: str) -> tuple[str, ...]:
    """Where a function of the same file makes the sentence."""
    function = EVENT_TEXT[kinds.TYPES[event]]
    module = inspect.getmodule(function)
    texts: list[str] = []
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            helper = getattr(module, node.func.id, None)
            if inspect.isfunction(helper):
                for part in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(helper)))):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        texts += [said] if (said := indonesian(part.value)) != part.value else []
    return tuple(texts)


@cache
def view_columns(event: str) -> tuple[str, ...]:
    """The columns that an event changes: `table.column`, or the table of which it makes a row."""
    body = kinds.TYPES[event]
    kind = kind_of(event)
    founder = body if body.FOUNDS else next(one for one in kinds.KINDS[kind].EVENTS if one.FOUNDS)
    stream = f"3303/{kind}/000001"
    before = [_fact(founder, 1)]
    before += [_fact(kinds.TYPES[name], 2) for name in BEFORE.get(event, ())]
    after = before if body.FOUNDS else [*before, _fact(body, 9)]
    found = []
    for view in VIEWS:
        if kind != view.KIND:
            continue
        was = _rows(view, stream, before) if not body.FOUNDS else [[] for _ in view.TABLES]
        now = _rows(view, stream, after)
        for table, old, new in zip(view.TABLES, was, now, strict=True):
            names = [column.name for column in table.columns]
            if len(old) == len(new) == 1:
                changed = [name for name, a, b in zip(names, old[0], new[0], strict=True) if a != b]
                found += [f"`{table.name}.{name}`" for name in changed]
            elif old != new:
                found.append(f"`{table.name}`")
    return tuple(found)


def _rows(view: ModuleType, stream: str, facts: list[Fact[Any]]) -> list[list[tuple[Any, ...]]]:
    made: list[list[tuple[Any, ...]]] = [[] for _ in view.TABLES]
    view.fold(stream, facts[0], facts, tuple(one.append for one in made))
    return made


def _fact(body: type[Body], position: int) -> Fact[Any]:
    values = sample(body)
    while True:
        try:
            said = msgspec.convert(values, body)
            break
        except msgspec.ValidationError as error:
            # A sample of a nested value is no value: leave the field out.
            del values[re.split(r"[.\[`]", str(error).rpartition("$.")[2])[0]]
    return Fact("c/1", said, f"2022-12-{position:02d}", position, position, "2022-12-31T00:00:00.000000Z")


def _bodies() -> list[type[Body]]:
    return [body for module in kinds.KINDS.values() for body in module.EVENTS]


def _unique(found: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(found))


def main(arguments: list[str]) -> int:
    """Writes the page; with `--check` says whether it is up to date."""
    assert terms.PROCESS_RULES
    return bring_up_to_date({PAGE: page()}, arguments, "lab_actions", PAGE.parent / "none")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
