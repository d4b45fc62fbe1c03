"""Words that the documents of a lab share: names of innovations, posts with what limits them, days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from exporters.dossier.formatting import date
from exporters.word.lab.model import Party
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import labels, signers
from projections.queries.lab_record import CoveredInnovation, LabInnovation, LabRecord, Signer

DOTS = "…………………………"
"""Stands in documents where for whom somebody signs is to be filled in by hand."""


class Shared(TypedDict):
    """What every document of a lab is given."""

    title: str
    region: str
    lab: str
    position: str
    as_of: str | None
    illustrative: bool
    notes: list[str]


def shared(record: LabRecord, title: str, *, illustrative: bool, notes: Iterable[str] = ()) -> Shared:
    """What every document of a lab is given."""
    return Shared(
        title=title,
        region=record.region,
        lab=record.lab.name,
        position=indonesian.number(record.position),
        as_of=date(record.as_of),
        illustrative=illustrative or record.lab.illustrative,
        notes=list(notes),
    )


def name_of(one: LabInnovation | CoveredInnovation) -> str:
    """Title and acronym, as documents print them."""
    return f"{one.title} ({one.acronym})" if one.acronym and one.acronym != one.title else one.title


def party(signer: Signer) -> Party:
    """One side of an agreement in words."""
    return Party(
        role=labels.label_of("role", signer.role),
        post=signers.limited(signer.post, signer.capacity),
        unit=signer.unit,
        representing=signer.representing,
        above=signers.above(signer.capacity, signer.representing, DOTS),
    )


def open_party(role: str) -> Party:
    """A side of an agreement that nobody recorded."""
    return Party(role=labels.label_of("role", role), post=None, unit=None, representing=None, above="")


def table_post(signer: Signer) -> str | None:
    """A post in a table, on one line with for whom its holder signs."""
    return signers.signer_text(signer.post, signer.capacity, signer.representing, gap=DOTS, tongue="id")


def counted(value: int) -> str | None:
    """A count as people write it; None for 0: nobody recorded that there were none."""
    return indonesian.count(value) if value else None


def span_of(begun: str | None, ended: str | None) -> str | None:
    """The time from one ISO date to another in words; None where neither is known."""
    first, last = date(begun), date(ended)
    if first == last or not last:
        return first
    return f"{first} – {last}" if first else _("until {day}").format(day=last)
