"""The lab of a generated round: stages, participants, workshops, documents, ceremonies, figures."""

from __future__ import annotations

from benchmarks import words
from benchmarks.telling import Telling
from domain import lab
from domain.document import DocumentRegistered
from domain.region import FigurePublished
from domain.workshop import WorkshopHeld

LAUNCHED_ON, DISPLAYED_ON = 240, 300
_STAGES = (("drum_up", 5, 20), ("diagnose", 25, 60), ("design", 65, 120), ("monitoring", 245, 290))


def open_lab(t: Telling) -> None:
    """The lab itself with its documents, participants, stages and workshop days."""
    body = lab.LabOpened(
        slug=t.slug,
        name=f"Laboratorium Inovasi {t.date(0)[:4]} jilid {t.number}",
        round=t.number,
        mode="live" if t.live else "reconstructed",
        theme=t.words.phrase(),
        target_kinds=["opd", "puskesmas"],
        missions=["RPJMD 2016-2021 #3"],
        illustrative=True,
    )
    t.tell(t.lab, body, 0, exact=True)
    for kind in ("sk", "perkada", "report"):
        _document(t, kind)
    for unit in t.random.sample(t.setting.units, 20):
        t.tell(t.lab, lab.UnitJoined(unit=unit.id))
    for stage, first, last in _STAGES:
        _stage(t, stage, first, last)
    t.tell(t.lab, lab.StageNotHeld(stage="documentation", reason=t.words.sentence()))


def _stage(t: Telling, stage: str, first: int, last: int) -> None:
    t.writer.begin(2)
    t.part(t.lab, lab.StageOpened(stage=stage), first, exact=True)
    t.part(t.lab, lab.StageClosed(stage=stage), last, exact=True, first=False)
    speakers = [t.words.pick(t.setting.persons).id]
    place = f"Aula {t.words.pick(words.PLACES)}"
    held = WorkshopHeld(lab=t.lab.id, stage=stage, place=place, mode="onsite", speakers=speakers)
    t.tell(t.writer.found("workshop"), held, first + 2)


def _document(t: Telling, kind: str) -> None:
    stream = t.writer.found("document")
    number = f"{stream.id[-6:]}/{t.number} Tahun {t.date(1)[:4]}"
    body = DocumentRegistered(kind=kind, number=number, subject=t.words.sentence(), issuer="Bupati")
    t.tell(stream, body, 1, exact=True)
    t.documents.append(stream)


def hold_ceremonies(t: Telling) -> None:
    """The launching and the exhibition that launches and displays name."""
    leader = t.words.pick(t.setting.persons).id
    for made, key, day in (
        (lab.LaunchingHeld, "luncur", LAUNCHED_ON),
        (lab.DisplayHeld, "pamer", DISPLAYED_ON),
    ):
        body = made(key=key, name=t.words.phrase(), place=t.words.pick(words.PLACES), led_by=leader)
        t.tell(t.lab, body, day, exact=True)


def publish(t: Telling, value: int) -> None:
    """A published figure about the round; right more often than not."""
    figure = FigurePublished(
        measure="innovations.designed",
        lab=t.lab.id,
        value=value + (3 if t.words.chance(0.3) else 0),
        publisher="Bapperida",
    )
    t.writer.begin()
    t.writer.put(t.setting.region, figure, t.date(320))
