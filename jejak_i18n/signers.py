"""Who signs, as people write it: a post with what limits it, and whom its holder signs for.

Histories, screens and documents read it here: *Plt. Kepala Dinas*, *a.n. Bupati, Sekretaris Daerah*,
*Camat (hanya mewakili para camat)*.
"""

from __future__ import annotations

from domain.base import Reason, reason
from jejak_i18n import labels, sentence

ON_BEHALF = "on_behalf"
GAP = "…"
"""Stands where nobody recorded for whom somebody signs."""


def limited(post: str | None, capacity: str | None) -> str | None:
    """A post with what limits it, such as `Plt.`; who signs for another holds it without limits."""
    if post is None or capacity in (None, "definitive", ON_BEHALF):
        return post
    return f"{labels.label_of('capacity', capacity)} {post}"


def above(capacity: str | None, representing: str | None, gap: str = GAP) -> str:
    """For whom somebody signs, as it stands over the post: `a.n. Bupati`; empty for nobody else."""
    if capacity != ON_BEHALF:
        return ""
    return f"{labels.label_of('capacity', ON_BEHALF)} {representing or gap}"


def signer(
    post: str | None, capacity: str | None, representing: str | None, gap: str = GAP
) -> Reason | str | None:
    """A signer on one line; None where neither the post nor for whom is known."""
    held, whom = limited(post, capacity), above(capacity, representing, gap)
    if whom:
        return f"{whom}, {held}" if held else whom
    if held and representing:
        return reason("{post} (only for {whom})", post=held, whom=representing)
    return held


def signer_text(
    post: str | None,
    capacity: str | None,
    representing: str | None,
    *,
    gap: str = GAP,
    tongue: str | None = None,
) -> str | None:
    """The same as text, in the language of the terminal unless one is named."""
    told = signer(post, capacity, representing, gap)
    return sentence(told, tongue) if isinstance(told, Reason) else told
