"""What page one of a document says: the verdict and what stands against it, and the gaps."""

from __future__ import annotations

import re

from exporters.dossier import remedies
from exporters.dossier.model import FormGap, NotAssessed
from exporters.word.template_types import Against, GapGroup
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import verdicts
from projections.eligibility.answers import FindingAnswer, VerdictAnswer

HASH_DIGITS = 12
"""How much of a hash is printed."""
_NUMBER = re.compile(r"^([0-9.]+[a-z]?) ")
_NO_BREAK = "\N{NO-BREAK SPACE}"


def outcome_text(verdict: VerdictAnswer | NotAssessed) -> str:
    """The outcome in words."""
    if isinstance(verdict, NotAssessed):
        return _("not assessed yet")
    return verdicts.headline(verdict, "id")


def against(verdict: VerdictAnswer | NotAssessed) -> list[Against]:
    """What stands against the innovation, each with its way out; then whose turn it is."""
    if isinstance(verdict, NotAssessed):
        return []
    decisive = [one for one in verdict.findings if one.decides and one.outcome != "met"]
    turns = [one for one in verdict.findings if one.kind == "turn"]
    return [_against(one) for one in decisive] + [
        Against(mark="→", text=one.sentence.id, mend="") for one in turns
    ]


def _against(one: FindingAnswer) -> Against:
    mend = one.remedy.id if one.remedy else ""
    return Against(mark=verdicts.MARKS[one.outcome], text=one.sentence.id, mend=mend)


def judged_by(verdict: VerdictAnswer | NotAssessed) -> str | None:
    """The rulebook and the position of the verdict."""
    if isinstance(verdict, NotAssessed):
        return None
    return _("by rulebook {id} ({sha256}), position {position}").format(
        id=verdict.rulebook.id,
        sha256=verdict.rulebook.sha256[:HASH_DIGITS],
        position=indonesian.number(verdict.position),
    )


def maturity_text(verdict: VerdictAnswer | NotAssessed) -> str | None:
    """The maturity in words; None where nothing was assessed or the award has none."""
    return None if isinstance(verdict, NotAssessed) else verdicts.maturity(verdict, "id")


def gap_groups(gaps: list[FormGap]) -> list[GapGroup]:
    """The gaps, those that lack the same together."""
    # Twenty indicators without evidence are one line with twenty names, so that page one stays one page.
    groups: dict[tuple[str, str], list[FormGap]] = {}
    for gap in gaps:
        groups.setdefault((gap.what, gap.sheet or gap.mend), []).append(gap)
    return [_group(same) for same in groups.values()]


def _group(same: list[FormGap]) -> GapGroup:
    first = same[0]
    mend = first.mend
    if len(same) > 1 and first.sheet is not None:
        columns = dict.fromkeys(gap.column for gap in same if gap.column is not None)
        mend = remedies.fill(first.sheet, list(columns))
    return GapGroup(labels="; ".join(map(_marked, same)), what=first.what, mend=mend)


def _marked(gap: FormGap) -> str:
    # A number stays on the line of its name, and the mark on that of its last word.
    label = _NUMBER.sub(f"\\1{_NO_BREAK}", gap.label)
    return f"{label}{_NO_BREAK}*" if gap.certainty == "unconfirmed" else label
