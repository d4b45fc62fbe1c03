"""Words that the documents of a lab share: names of innovations, posts with what limits them, days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from exporters.dossier.formatting import date
from exporters.word.lab.model import Party
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import labels
from projections.queries.lab_record import CoveredInnovation, LabInnovation, LabRecord, Signer

ON_BEHALF = "on_behalf"


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


def post_of(signer: Signer) -> str | None:
    """A post with what limits it, such as `Plt.`; who signs for another has that on a line of its own."""
    if signer.post is None or signer.capacity in (None, "definitive", ON_BEHALF):
        return signer.post
    return f"{labels.label_of('capacity', signer.capacity)} {signer.post}"


def party(signer: Signer) -> Party:
    """One side of an agreement in words."""
    return Party(
        role=labels.label_of("role", signer.role),
        post=post_of(signer),
        unit=signer.unit,
        representing=signer.representing,
        above=_above(signer),
    )


def open_party(role: str) -> Party:
    """A side of an agreement that nobody recorded."""
    return Party(role=labels.label_of("role", role), post=None, unit=None, representing=None, above="")


def _above(signer: Signer) -> str:
    """For whom somebody signs, over the post: `a.n. Dispendukcapil`."""
    if signer.capacity != ON_BEHALF:
        return ""
    return f"{labels.label_of('capacity', ON_BEHALF)} {signer.representing or '…………………………'}"


def table_post(signer: Signer) -> str | None:
    """A post in a table, on one line with for whom its holder signs."""
    post, above = post_of(signer), _above(signer)
    if above:
        return f"{above}: {post}" if post else above
    if post and signer.representing:
        return _("{post} (only for {whom})").format(post=post, whom=signer.representing)
    return post


def counted(value: int) -> str | None:
    """A count as people write it; None for 0: nobody recorded that there were none."""
    return indonesian.count(value) if value else None


def span_of(begun: str | None, ended: str | None) -> str | None:
    """The time from one ISO date to another in words; None where neither is known."""
    first, last = date(begun), date(ended)
    if first == last or not last:
        return first
    return f"{first} – {last}" if first else _("until {day}").format(day=last)
