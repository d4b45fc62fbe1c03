"""The catalogue: one row per innovation, searchable by acronym, title and former names."""

from __future__ import annotations

from itertools import chain

from domain import innovation as events
from domain.base import AnyFact
from domain.innovation_summary import summarise
from domain.streams import code, region_of
from projections.views.base import Put, flag, number, table, text

NAME = "catalogue"
VERSION = 3
KIND = "innovation"

innovations = table(
    "innovations",
    text("region", index=True),
    flag("stands"),
    text("code"),
    text("lab", index=True),
    text("idea"),
    text("title"),
    text("acronym"),
    text("former", "nama terdahulu"),
    text("search"),
    text("unit"),
    flag("illustrative"),
    text("designed_on", "tanggal dirancang"),
    flag("trialled", "diuji coba"),
    text("trialled_on", "tanggal uji coba"),
    flag("implemented", "diterapkan"),
    text("implemented_on", "tanggal penerapan"),
    flag("launched", "diluncurkan"),
    text("launched_on", "tanggal peluncuran"),
    text("launch_lab", "lab peluncuran", index=True),
    text("ceremony"),
    number("displays", "jumlah pameran"),
    number("monitorings", "jumlah pemantauan"),
    number("measurements", "jumlah pengukuran"),
    number("evidence", "jumlah bukti dukung"),
    number("agreements", "jumlah perjanjian"),
    number("awards", "jumlah penghargaan"),
    number("notes", "jumlah keterangan"),
)
TABLES = (innovations,)
COUNTED = (
    events.Displayed,
    events.Monitored,
    events.Measured,
    events.EvidenceAttached,
    events.AgreementCovered,
    events.AwardReceived,
    events.Noted,
)
"""What the last columns count, in their order."""


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """The last word wins; `former` holds earlier titles and acronyms joined by newlines."""
    body, found = founding.body, summarise(founding, facts)
    kinds = [type(fact.body) for fact in facts]
    title, acronym = found.title, found.acronym
    former = "\n".join(filter(None, chain.from_iterable(found.former_names()))) if found.renamings else ""
    search = "\n".join(filter(None, (acronym, title, former))).casefold()
    trialled, implemented, launched = found.trialled, found.implemented, found.launched
    puts[0](
        (stream, region_of(stream), bool(facts), code(stream), body.lab, body.idea, title, acronym, former)
        + (search, body.unit, body.illustrative, founding.occurred)
        + (trialled is not None, trialled and trialled.occurred)
        + (implemented is not None, implemented and implemented.occurred)
        + (launched is not None, launched and launched.occurred)
        + (launched and launched.body.lab, launched and launched.body.ceremony)
        + tuple(map(kinds.count, COUNTED))
    )
