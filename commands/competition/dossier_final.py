"""What final copies share: refusing where mandatory parts lack, and telling rules that are unconfirmed."""

from __future__ import annotations

from commands.common.output import Answer, count
from domain.base import reason
from exporters.dossier.gaps import required_gaps
from exporters.dossier.model import Dossier
from jejak_i18n import gettext as _
from jejak_i18n import sentence
from projections.eligibility.other_sheets import way_to_sheets


def require_complete(answer: Answer, dossier: Dossier) -> None:
    """Ends with status 3 where the form lacks a mandatory part, and names each with its remedy.

    What an unconfirmed rule asks for is told and refuses nothing.
    """
    asked = required_gaps(dossier)
    lacking = [gap for gap in asked if gap.certainty != "unconfirmed"]
    for gap in lacking:
        answer.problem(
            reason("{label}: {what}.", label=gap.label, what=gap.what),
            remedy=reason("{mend}", mend=gap.mend),
        )
    way = way_to_sheets((gap.mend for gap in lacking), [dossier.code])
    if way:
        answer.message(sentence(way))
    if lacking:
        text = _("{count} mandatory parts of the form are missing. Nothing was written.")
        answer.message(text.format(count=count(len(lacking))), level="error")
        answer.fail(3)
    # None of the others is confirmed.
    for gap in asked:
        text = _("By a rule that is not confirmed: {label}: {what}. {mend}")
        answer.message(text.format(label=gap.label, what=gap.what, mend=gap.mend), level="warning")
