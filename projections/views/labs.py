"""Labs with their stages, participants and ceremonies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from domain import lab as events
from domain import lab_course as course
from domain import lab_setting as setting
from domain.base import AnyFact
from domain.streams import region_of
from projections.views.base import Put, flag, number, table, text

NAME = "labs"
VERSION = 4
KIND = "lab"

labs = table(
    "labs",
    text("region"),
    flag("stands"),
    text("slug"),
    text("name"),
    number("round"),
    text("mode"),
    text("theme"),
    text("target_kinds"),
    text("facilitator"),
    text("missions"),
    flag("illustrative"),
    text("opened_on", "tanggal dibuka"),
    flag("paused", "dijeda"),
    text("paused_on", "tanggal dijeda"),
    text("resumed_on", "tanggal dilanjutkan"),
    text("paused_because", "alasan jeda"),
    flag("closed", "ditutup"),
    text("lab_closed_on", "tanggal ditutup"),
    text("closed_because", "alasan penutupan"),
    text("closed_by", "dasar penutupan"),
    text("set_aside", "aturan yang dikesampingkan"),
    about="lab (satu putaran)",
)
stages = table(
    "lab_stages",
    text("stage"),
    number("run", "kali ke"),
    text("local_name"),
    text("opened_on", "tanggal dibuka"),
    text("closed_on", meaning="tanggal tahapan ditutup"),
    flag("held", meaning="ya bila dilaksanakan, tidak bila tidak dilaksanakan, kosong bila belum diketahui"),
    text("reason"),
    key=("stage", "run"),
    about="satu kali satu tahapan lab",
)
participants = table(
    "lab_units",
    text("unit"),
    text("joined_on", "tanggal ikut serta"),
    key=("unit",),
    about="satu unit peserta lab",
)
ceremonies = table(
    "lab_ceremonies",
    number("position"),
    text("kind"),
    text("key"),
    text("name"),
    text("place"),
    text("marker"),
    text("led_by"),
    text("occurred"),
    key=("position",),
    about="satu acara lab",
)
facilitations = table(
    "lab_facilitations",
    number("position"),
    text("kind"),
    text("contact"),
    text("addressee"),
    text("request_status"),
    text("document"),
    text("note"),
    text("occurred"),
    key=("position",),
    about="satu langkah permohonan fasilitasi",
)
lab_documents = table(
    "lab_documents",
    text("document"),
    text("purpose"),
    text("occurred"),
    key=("document", "purpose"),
    about="satu dokumen yang dipakai lab",
)
team = table(
    "lab_team",
    number("position"),
    text("person"),
    text("team_position"),
    text("document"),
    text("occurred"),
    key=("position",),
    about="satu anggota tim lab, menurut jabatannya",
)
surveys = table(
    "lab_surveys",
    number("position"),
    text("unit"),
    text("period"),
    text("filled_by"),
    text("component"),
    text("indicator"),
    text("score"),
    text("note"),
    text("occurred"),
    key=("position",),
    about="satu skor survei lab",
)
pauses = table(
    "lab_pauses",
    number("run", "kali ke"),
    text("paused_on", "tanggal dijeda"),
    text("resumed_on", "tanggal dilanjutkan"),
    flag("resumed", "sudah dilanjutkan"),
    text("reason"),
    text("document"),
    key=("run",),
    about="satu jeda lab",
)
evaluations = table(
    "lab_evaluations",
    number("position"),
    text("period"),
    text("evaluator"),
    text("stage_output"),
    text("impact"),
    text("follow_up"),
    text("document"),
    text("occurred"),
    key=("position",),
    about="satu evaluasi lab",
)
rules_set_aside = table(
    "lab_rules_set_aside",
    text("rule"),
    text("document"),
    text("reason"),
    text("occurred"),
    key=("rule",),
    about="satu aturan proses yang dikesampingkan",
)
TABLES = (
    labs,
    stages,
    participants,
    ceremonies,
    facilitations,
    lab_documents,
    team,
    surveys,
    pauses,
    evaluations,
    rules_set_aside,
)


@dataclass
class Run:
    """One run of a stage: from an opening to its end; after a pause comes another."""

    local_name: str | None = None
    begun: str | None = None
    ended: str | None = None
    held: bool = True
    reason: str | None = None
    closed: bool = False


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per lab, per run of a stage or stage left out, and per whatever else happened to it."""
    put_lab, put_stage, put_unit, put_ceremony, *others = puts
    body = founding.body
    paused, closing, set_aside = _course(stream, facts, others)
    stopped_on, resumed_on, resumed, because = paused or (None, None, True, None)
    put_lab(
        (stream, region_of(stream), bool(facts), body.slug, body.name, body.round, body.mode, body.theme)
        + (",".join(body.target_kinds), body.facilitator, "\n".join(body.missions), body.illustrative)
        + (
            founding.occurred,
            not resumed,
            stopped_on,
            resumed_on,
            because,
            closing is not None,
            closing and closing.occurred,
        )
        + (closing and closing.body.reason, closing and closing.body.document, ",".join(set_aside))
    )
    runs: dict[str, list[Run]] = {}
    for fact in facts:
        match fact.body:
            case events.StageOpened(stage=stage, local_name=name):
                run = _running(runs.setdefault(stage, []))
                run.local_name = name
                run.begun = run.begun or fact.occurred
            case events.StageClosed(stage=stage):
                of_stage = runs.setdefault(stage, [])
                # A second word on the end mends the first; it begins no further run.
                run = of_stage[-1] if of_stage and of_stage[-1].held else _running(of_stage)
                run.ended, run.closed = fact.occurred, True
            case events.StageNotHeld(stage=stage, local_name=name, reason=reason):
                runs[stage] = [Run(local_name=name, held=False, reason=reason)]
            case events.UnitJoined(unit=unit):
                put_unit((stream, unit, fact.occurred))
            case events.LaunchingHeld() | events.DisplayHeld() as held:
                kind = "launching" if isinstance(held, events.LaunchingHeld) else "display"
                row = (kind, held.key, held.name, held.place, held.marker, held.led_by, fact.occurred)
                put_ceremony((stream, fact.position, *row))
    for stage, of_stage in runs.items():
        for number_of, run in enumerate(of_stage, 1):
            days = (run.begun, run.ended, run.held, run.reason)
            put_stage((stream, stage, number_of, run.local_name, *days))


def _course(
    stream: str, facts: list[AnyFact], puts: list[Put]
) -> tuple[list[Any] | None, AnyFact | None, list[str]]:
    """Puts what stands beside the stages; gives the last pause, the closing and the rules left aside."""
    put_facilitation, put_document, put_member, put_survey, put_pause, put_evaluation, put_rule = puts
    pauses_: list[list[Any]] = []
    closing, rules = None, []
    for fact in facts:
        said, on, key = fact.body, fact.occurred, (stream, fact.position)
        match said:
            case setting.FacilitationRequested():
                row = (
                    said.kind,
                    said.contact,
                    said.addressee,
                    said.request_status,
                    said.document,
                    said.note,
                    on,
                )
                put_facilitation((*key, *row))
            case setting.LabDocumentLinked():
                put_document((stream, said.document, said.purpose, on))
            case setting.TeamMemberNamed():
                put_member((*key, said.person, said.team_position, said.document, on))
            case setting.ReadinessSurveyed():
                whose = (said.unit, said.period, said.filled_by)
                put_survey((*key, *whose, said.component, said.indicator, said.score, said.note, on))
            case course.LabPaused():
                pauses_.append([on, None, False, said.reason, said.document])
            case course.LabResumed() if pauses_:
                pauses_[-1][1:3] = [on, True]
            case course.ProgrammeEvaluated():
                told = (said.period, said.evaluator, said.stage_output, said.impact, said.follow_up)
                put_evaluation((*key, *told, said.document, on))
            case course.RuleSetAside():
                rules.append(said.rule)
                put_rule((stream, said.rule, said.document, said.reason, on))
            case course.LabClosed():
                closing = fact
    for run, pause in enumerate(pauses_, 1):
        put_pause((stream, run, *pause))
    return (pauses_[-1][:4] if pauses_ else None), closing, rules


def _running(of_stage: list[Run]) -> Run:
    """The run of a stage that goes on; a new one where the stage is closed, was left out or never was."""
    if not of_stage or of_stage[-1].closed:
        of_stage.append(Run())
    elif not of_stage[-1].held:
        of_stage[-1] = Run()
    return of_stage[-1]
