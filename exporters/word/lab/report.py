"""The report of a lab: stages, attendance, the funnel drawn, and the seven columns of LAN's table."""

from __future__ import annotations

from markupsafe import Markup

from exporters.dossier import formatting
from exporters.word.lab.drawing import Bar, funnel_drawing
from exporters.word.lab.lists import ceremony_text
from exporters.word.lab.model import (
    FactRow,
    FigureRow,
    ReportPaper,
    SevenColumn,
    StageRow,
    UnitRow,
    WorkshopRow,
)
from exporters.word.lab.results import pause_rows, result_counts, result_parts
from exporters.word.lab.words import counted, shared, span_of
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import labels
from jejak_i18n.unit_kinds import unit_kind_label
from projections.queries.figures import PublishedFigure
from projections.queries.funnel import Funnel
from projections.queries.lab_record import LabRecord, LaunchDay
from projections.queries.lab_workshops import Workshop
from projections.queries.labs import Ceremony, LabDetail, Stage

FEW_DAYS = 6
"""Up to so many dates of launchings are told one by one."""


def report_paper(record: LabRecord) -> ReportPaper:
    """The report; what nobody recorded is told as not recorded, never as none."""
    lab, flow = record.lab, record.funnel
    bars = _bars(record)
    described = "; ".join(f"{bar.label}: {bar.text}" for bar in bars)
    illustrations = flow.illustrative_ideas or flow.illustrative_innovations
    return ReportPaper(
        **shared(record, _("Report of the lab"), illustrative=bool(illustrations), notes=_notes(flow)),
        facts=[
            FactRow(label=_("Region"), text=record.region),
            FactRow(label=_("Round"), text=str(lab.round) if lab.round else None),
            FactRow(label=_("Opened"), text=formatting.date(lab.opened_on)),
            FactRow(label=_("Closed"), text=_closed(record)),
            FactRow(label=_("Theme"), text=lab.theme),
            FactRow(label=_("Facilitated by"), text=lab.facilitator),
            FactRow(label=_("Missions"), text="; ".join(lab.missions) or None),
        ],
        stages=[_stage(one) for one in lab.stages],
        course=[
            FactRow(label=formatting.date(one.occurred) or "–", text=one.sentence) for one in record.course
        ],
        pauses=pause_rows(lab.pauses),
        workshops=[
            WorkshopRow(
                day=formatting.date(one.occurred),
                stage=labels.label_of("stage", one.stage),
                place=one.place,
                mode=labels.label_of("workshop_mode", one.mode) if one.mode else None,
                attendance=_attendance(one),
            )
            for one in lab.workshops
        ],
        participants=[
            FactRow(label=unit_kind_label(kind, lab.region, lab.day), text=indonesian.count(number))
            for kind, number in lab.participants.items()
        ],
        drawing=Markup(funnel_drawing(bars, described)),  # noqa: S704 - its texts are escaped there
        counts=_counts(flow),
        units=_unit_rows(record),
        columns=_columns(record),
        ceremonies=[*(_ceremony(lab, one) for one in lab.ceremonies), *_launchings(record.launch_days)],
        agreements=[FactRow(label=one.title, text=formatting.date(one.occurred)) for one in lab.agreements],
        result_counts=result_counts(record.results),
        results=result_parts(record.results),
        figures=[_figure(one) for one in lab.figures],
    )


def _attendance(one: Workshop) -> str | None:
    """Who came: how many people, in words, which units."""
    people = _("{count} people").format(count=indonesian.count(one.headcount)) if one.headcount else None
    return "; ".join(part for part in (people, one.attendance, ", ".join(one.units)) if part) or None


def _closed(record: LabRecord) -> str | None:
    """When the lab ended; that it did not, as far as the record goes, is left to say."""
    lab = record.lab
    return formatting.date(lab.closed_on) or _("day not recorded") if lab.closed else None


def _ceremony(lab: LabDetail, one: Ceremony) -> str:
    """A ceremony in one line; of a launching whose number nobody recorded it says so."""
    text = ceremony_text(one)
    if one.kind != "launching" or one.launched is not None:
        return text
    if figure := lab.published_of(one):
        said = _("{ceremony}: {count} innovations launched, says {publisher}")
        number = indonesian.count(figure.published)
        return said.format(ceremony=text, count=number, publisher=figure.publisher)
    return _("{ceremony}: number of innovations launched not known").format(ceremony=text)


def _computed(one: PublishedFigure) -> str:
    """What is computed; where that is nothing: why."""
    if one.computed is None:
        return _("not recorded") if one.measure else _("not computed")
    return indonesian.count(one.computed)


def _notes(flow: Funnel) -> list[str]:
    ideas, innovations = counted(flow.illustrative_ideas), counted(flow.illustrative_innovations)
    if ideas and innovations:
        text = _("Among them illustrations: {ideas} ideas, {innovations} innovations.")
    elif ideas or innovations:
        text = (
            _("Among them illustrations: {ideas} ideas.")
            if ideas
            else _("Among them illustrations: {innovations} innovations.")
        )
    else:
        return []
    return [text.format(ideas=ideas, innovations=innovations)]


def _stage(one: Stage) -> StageRow:
    remark = None
    if not one.held:
        remark = _("not held: {reason}").format(reason=one.reason or "–")
    elif one.run > 1:
        remark = _("resumed after a pause")
    return StageRow(
        stage=labels.label_of("stage", one.stage),
        local=one.local_name,
        begun=formatting.date(one.begun) if one.held else "–",
        ended=formatting.date(one.ended) if one.held else "–",
        remark=remark,
    )


def _told(record: LabRecord, value: int | None, stage: str | None = None) -> str:
    """A count; where there is none, that its stage was not held, or that nothing is recorded."""
    if value:
        return indonesian.count(value)
    runs = [one for one in record.lab.stages if one.stage == stage]
    if runs and not any(one.held for one in runs):
        return _("not held")
    return _("not recorded") if value is None else indonesian.count(value)


def _bars(record: LabRecord) -> list[Bar]:
    flow = record.funnel
    steps = (
        (_("Ideas proposed"), flow.ideas_proposed, "diagnose"),
        (_("Ideas taken into design"), flow.designed, "design"),
        (_("Innovations designed"), flow.innovations_designed, "design"),
        (_("Launched"), flow.launched, "launching"),
        (_("Monitored"), flow.monitored, "monitoring"),
        (_("Displayed"), flow.displayed, "display"),
    )
    return [Bar(label, value or None, _told(record, value, stage)) for label, value, stage in steps]


def _counts(flow: Funnel) -> list[FactRow]:
    """The figures of the funnel that its drawing leaves out."""
    named = (
        (_("Made by merge"), flow.made_by_merge),
        (_("Made by split"), flow.made_by_split),
        (_("Merged into another"), flow.merged_away),
        (_("Split"), flow.split_away),
        (_("Withdrawn"), flow.withdrawn),
        (_("Not continued"), flow.not_continued),
        (_("Still open"), flow.open),
        (_("Innovations without an idea"), flow.innovations_without_idea),
    )
    return [
        FactRow(label=label, text=None if value is None else indonesian.count(value))
        for label, value in named
    ]


def _number(value: int, *, known: bool) -> str | None:
    return indonesian.count(value) if known else counted(value)


def _unit_rows(record: LabRecord) -> list[UnitRow]:
    """What each unit brought; a column of which the whole lab has nothing recorded says so by a dash."""
    flow = record.funnel
    ideas, innovations, launched = flow.ideas_proposed, flow.innovations_designed, flow.launched
    return [
        UnitRow(
            unit=one.name or _("unit not recorded"),
            ideas=_number(one.ideas, known=bool(ideas)) or "–",
            innovations=_number(one.innovations, known=bool(innovations)) or "–",
            launched=_number(one.launched, known=bool(launched)) or "–",
        )
        for one in record.unit_counts
    ]


def _launchings(days: list[LaunchDay]) -> list[str]:
    """Launchings of which no ceremony is recorded, with their dates."""
    if not days:
        return []
    told = [
        f"{formatting.date(one.day) or _('date not recorded')}: {indonesian.count(one.count)}" for one in days
    ]
    if len(days) > FEW_DAYS:
        known = [one.day for one in days if one.day]
        between = _("{first} to {last}, on {days} days")
        told = [
            between.format(
                first=formatting.date(known[0]),
                last=formatting.date(known[-1]),
                days=indonesian.count(len(known)),
            ),
            *(told[-1:] if days[-1].day is None else []),
        ]
    text = _("Launched without a recorded ceremony: {count} innovations ({days})")
    return [text.format(count=indonesian.count(sum(one.count for one in days)), days="; ".join(told))]


def _columns(record: LabRecord) -> list[SevenColumn]:
    """The columns of LAN's table; what its numbers mean is not confirmed, so each says what it counts."""
    flow, units = record.funnel, len(record.units) or None
    named = (
        ("DRUM UP", "drum_up", units, _("units taking part")),
        ("DIAGNOSE", "diagnose", flow.ideas_proposed, _("ideas proposed")),
        ("DESAIN", "design", flow.innovations_designed, _("innovations designed")),
        ("DELIVER: LAUNCHING", "launching", flow.launched, _("innovations launched")),
        ("DELIVER: MONITORING", "monitoring", flow.monitored, _("innovations monitored")),
        ("DISPLAY", "display", flow.displayed, _("innovations displayed")),
    )
    found = [
        SevenColumn(head=head, day=_days(record, stage), value=_told(record, value, stage), counted=what)
        for head, stage, value, what in named
    ]
    last = SevenColumn(head="HASIL AKHIR", day="–", value=_("not known"), counted=_("LAN's own figure"))
    return [*found, last]


def _days(record: LabRecord, stage: str) -> str:
    held = [one for one in record.lab.stages if one.stage == stage and one.held]
    spans = [found for one in held if (found := span_of(one.begun, one.ended))]
    return "; ".join(spans) or _told(record, None, stage)


def _figure(one: PublishedFigure) -> FigureRow:
    called_on = one.lab_opened_on or one.date
    kinds = " + ".join(unit_kind_label(kind, one.region, called_on) for kind in one.unit_kinds)
    day = formatting.date(one.date)
    # Publishers are often recorded with the day of their report.
    parts = (one.publisher, None if day and day in one.publisher else day)
    return FigureRow(
        measure=labels.label_of("measure", one.measure) if one.measure else one.label or "–",
        scope=one.unit or kinds or _("all"),
        published=indonesian.count(one.published),
        computed=_computed(one),
        source=", ".join(part for part in parts if part) or None,
    )
