"""The documents of a lab as bytes, each on the paper that it is printed on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exporters.word.lab.drafts import LabDraft
from exporters.word.render import render_lab
from exporters.word.stationery import Stationery

SIGNED = ("agreement", "commitment")
"""Documents that the region signs, on its letterhead."""
PORTRAIT = (*SIGNED, "launching", "report")
"""Documents on the region's paper; the others are as wide as A4 is high."""


def render_drafts(
    drafts: Sequence[LabDraft],
    stationery: Stationery | None,
    progress: Callable[[int], None] = lambda _done: None,
) -> dict[str, bytes]:
    """The documents by the names of their files; `progress` is told how many are done."""
    made = {}
    for done, one in enumerate(drafts, 1):
        made[one.file] = render_lab(f"lab-{one.document}", one.paper, _of(one.document, stationery))
        progress(done)
    return made


def _of(document: str, stationery: Stationery | None) -> Stationery | None:
    """What a document is printed on: only what is signed bears the letterhead, and wide pages stay A4."""
    if stationery is None or document not in PORTRAIT:
        return None
    return stationery if document in SIGNED else stationery._replace(letterhead=None)
