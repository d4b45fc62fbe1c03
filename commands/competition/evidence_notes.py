"""What `evidence add` says beside its preview: what a file lacks to prove something, and earlier records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from commands.common.output import Answer, count
from domain.base import Reason, reason
from jejak_i18n import gettext as _
from jejak_i18n import labels

if TYPE_CHECKING:
    from commands.competition.evidence_plan import Planned


def tell(answer: Answer, plan: list[Planned], undated: Mapping[str, Sequence[Planned]]) -> None:
    """One note for each thing to know, with the file that it is about, or how many.

    `undated` are the editions that ask for a date, to the files without one.
    """
    for item in plan:
        _tell_earlier(answer, item)
    fresh = [item for item in plan if item.fresh]
    _tell(
        answer,
        fresh,
        lambda item: not item.indicators and not item.parts,
        reason(
            "without an indicator or a part of KIPP it is kept with the innovation, but proves nothing yet."
        ),
        reason(
            "Name what it proves: --indicator NUMBER or --part ID, or begin the name of the file with the"
            ' number ("16 SK 2024-03-02 Penetapan.pdf"); the same file may be added again so.'
        ),
    )
    _tell(
        answer,
        fresh,
        lambda item: not item.kind_known,
        reason(
            'the kind is not named, so it is recorded as "{kind}", which proves nothing where the form asks'
            " for a kind.",
            kind=labels.label_of("evidence", "other"),
        ),
        reason("Name it: --kind KIND; when it is recorded: jejak correct EVENT Jenis KIND --reason TEXT"),
    )
    _tell(
        answer,
        fresh,
        lambda item: not item.subject,
        reason("the name of the file does not say what it is about: Perihal stays empty."),
        reason(
            "Write it: --subject TEXT; when it is recorded: jejak correct EVENT Perihal TEXT --reason TEXT"
        ),
    )
    for asked, items in undated.items():
        _tell(
            answer,
            items,
            lambda _item: True,
            reason("without a date it does not count where its year is asked for ({asked}).", asked=asked),
            reason("Name it: --date DAY; when it is recorded: jejak correct EVENT Tanggal DAY --reason TEXT"),
        )


def _tell(
    answer: Answer, items: Sequence[Planned], lacks: Callable[[Planned], bool], what: Reason, remedy: Reason
) -> None:
    found = [item for item in items if lacks(item)]
    if found:
        where = found[0].path.name if len(found) == 1 else _("{count} files").format(count=count(len(found)))
        answer.problem(what, where=where, remedy=remedy, level="info")


def _tell_earlier(answer: Answer, item: Planned) -> None:
    """Earlier records of the same bytes: what they prove already."""
    if not item.earlier or not item.fresh:
        return
    events = ", ".join(str(one.event) for one in item.earlier)
    shared = list(dict.fromkeys(part for one in item.earlier for part in one.shared))
    what = reason("this file is attached to {code} already (event {events}).", code=item.code, events=events)
    if shared:
        what = reason(
            "this file is attached to {code} already for {parts} (event {events}).",
            code=item.code,
            parts=", ".join(shared),
            events=events,
        )
    remedy = reason("If this one is to take its place: --supersedes {event}", event=item.earlier[-1].event)
    answer.problem(what, where=item.path.name, remedy=remedy, level="warning")
