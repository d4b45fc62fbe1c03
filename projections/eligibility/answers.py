"""What questions about eligibility are answered with: verdicts, index, advice and replays as data.

Sentences stand in Indonesian and English, points as decimal texts; None where something is not known.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

# Exporters take these words from here: they may not read the domain.
from domain.rules.certainty import Certainty as Certainty
from domain.rules.plan import Kind as ItemKind
from domain.rules.verdict import Kind as Kind
from domain.rules.verdict import Outcome as Outcome


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence in Indonesian and English."""

    id: str
    en: str

    def in_language(self, language: str) -> str:
        """The sentence in a language, `id` or `en`."""
        return self.en if language == "en" else self.id


class RulebookHash(Struct, frozen=True, kw_only=True):
    """A rulebook by its id and the SHA-256 of its bytes."""

    id: str
    sha256: str


class Absence(Struct, frozen=True, kw_only=True):
    """The stream in which nothing was found, and the position up to which it was read."""

    scope: str
    position: int


class FindingAnswer(Struct, frozen=True, kw_only=True):
    """What one rule says (`domain.rules.verdict.Finding`); `facts` are positions of events."""

    rule: str
    label: str
    kind: Kind
    decides: bool
    outcome: Outcome
    certainty: Certainty
    sentence: Sentence
    remedy: Sentence | None
    facts: list[int]
    absent: Absence | None
    sources: list[str]
    level: int | None
    claimed: int | None
    verified: int | None
    value: str | None
    basis: str | None
    points: str | None
    most: str | None
    gain: str | None
    upto: str | None


class VerdictHead(Struct, frozen=True, kw_only=True):
    """A verdict without its findings: about what, by which rulebook, and how it ends."""

    award: str
    year: int
    group: str | None
    rulebook: RulebookHash
    position: int
    day: str
    code: str
    title: str
    acronym: str | None
    unit: str
    illustrative: bool
    entered: bool
    outcome: Outcome
    not_met: int
    unknown: int
    warnings: int
    maturity: str | None
    maturity_verified: str | None
    maturity_most: str | None


class VerdictAnswer(VerdictHead, frozen=True, kw_only=True):
    """A whole verdict; `unit` is the id of the unit's stream."""

    findings: list[FindingAnswer]


class VerdictRow(VerdictHead, frozen=True, kw_only=True):
    """A verdict in a list: every rule with its outcome; `unit` is the unit's short name."""

    rules: dict[str, Outcome]


class OutcomeCounts(Struct, frozen=True, kw_only=True):
    """How many verdicts end so."""

    met: int
    not_met: int
    unknown: int


class VerdictList(Struct, frozen=True, kw_only=True):
    """The verdicts of a region."""

    items: list[VerdictRow]
    counts: OutcomeCounts


class IndexAnswer(Struct, frozen=True, kw_only=True):
    """The index of a region: its own rows (SPD), the mean of its innovations (SID), their number."""

    award: str
    year: int
    group: str | None
    rulebook: RulebookHash
    position: int
    day: str
    region: str
    rows: list[FindingAnswer]
    spd: str | None
    spd_most: str | None
    count: int
    divisor: int | None
    mean: str | None
    mean_most: str | None
    number: str | None
    number_most: str | None
    shares: list[str] | None
    spread: FindingAnswer | None
    index: str | None
    predicate: str | None
    predicate_certainty: Certainty | None
    unknown: list[str]


class AdviceItem(Struct, frozen=True, kw_only=True):
    """One thing to do: what it brings (for certain where `stated`), in how many pieces of evidence."""

    code: str
    title: str
    unit: str
    rule: str
    label: str
    stated: bool
    points: str
    pieces: int
    each: str
    sentence: Sentence
    remedy: Sentence | None


class AdviceSum(Struct, frozen=True, kw_only=True):
    """Several things to do together."""

    points: str
    pieces: int
    items: int


class InnovationSum(AdviceSum, frozen=True, kw_only=True):
    """All that one innovation could do."""

    code: str
    title: str


class RegionSum(AdviceSum, frozen=True, kw_only=True):
    """All that one region could do."""

    region: str


class UnitSum(AdviceSum, frozen=True, kw_only=True):
    """All that one unit could do."""

    unit: str


class PlanItem(Struct, frozen=True, kw_only=True):
    """One item of a plan (`domain.rules.plan.Work`): what to do, and from how many items on it belongs there.

    `points` are those of the innovation, or of the region's row; `code` is None for the latter.
    """

    since: int
    kind: ItemKind
    code: str | None
    title: str | None
    unit: str | None
    rule: str | None
    label: str | None
    stated: bool
    points: str | None
    pieces: int
    remedy: Sentence


class PlanStep(Struct, frozen=True, kw_only=True):
    """The best plan of at most so many items: the index then, and what the last item adds to it.

    `count` are the innovations that count then; `keeps` is false where the plan leaves out an item of the
    plan before.
    """

    items: int
    index: str
    adds: str
    count: int
    keeps: bool


class PlanAnswer(Struct, frozen=True, kw_only=True):
    """The best plan of at most `asked` items; `steps` begin with that of none, which is the index now.

    `stated` tells that only items with certain points were looked at, `threshold` the maturity from which
    the region lets an innovation count, None without one.
    """

    asked: int
    stated: bool
    threshold: str | None
    predicate: str | None
    predicate_certainty: Certainty | None
    items: list[PlanItem]
    steps: list[PlanStep]


class SilentUnit(Struct, frozen=True, kw_only=True):
    """An open unit that has reported nothing for the edition, with how many innovations it has."""

    unit: str
    name: str
    innovations: int


class SendingRow(Struct, frozen=True, kw_only=True):
    """An innovation entered, beside the region's own threshold: the points that it lacks, 0 where none."""

    code: str
    title: str
    unit: str
    outcome: Outcome
    maturity: str
    lacks: str
    reaches: bool


class SendingAnswer(Struct, frozen=True, kw_only=True):
    """The region's own threshold: the least maturity with which it sends an innovation."""

    threshold: str
    items: list[SendingRow]


class AdviceAnswer(Struct, frozen=True, kw_only=True):
    """What would bring points in a region, item by item and in sums; the best plan where one was asked for.

    `plan` is None without `--items`, and where the rulebook does not know the index; `unknown` are what it
    does not know, `silent` the units that have reported nothing. Of the innovations `entered` the items leave
    out those `shut_out` by a condition that is not met.
    """

    award: str
    year: int
    group: str | None
    region: str
    rulebook: RulebookHash
    day: str
    items: list[AdviceItem]
    innovations: list[InnovationSum]
    regions: list[RegionSum]
    units: list[UnitSum]
    plan: PlanAnswer | None
    silent: list[SilentUnit]
    sending: SendingAnswer | None
    unknown: list[str]
    entered: int
    shut_out: int


class MovedRule(Struct, frozen=True, kw_only=True):
    """A rule whose outcome is another than recorded, with the events since then that it rests on."""

    rule: str
    before: Outcome | None
    after: Outcome | None
    events: list[int]
    sentence: Sentence | None


class RuleChange(Struct, frozen=True, kw_only=True):
    """One place at which the rulebook of today differs from the recorded one."""

    path: str
    before: Any
    """A leaf of a rulebook: any JSON value; None where that side lacks the place."""
    after: Any


class ReplayItem(Struct, frozen=True, kw_only=True):
    """A recorded verdict computed again.

    `repeated` is true when the same rulebook at the same position gives what was recorded; `now` is the
    outcome of today.
    """

    event: int
    award: str
    year: int
    group: str | None
    rulebook: str
    position: int
    day: str
    outcome: str
    repeated: bool
    now: Outcome
    moved: list[MovedRule]
    rules: list[RuleChange]


class ReplayList(Struct, frozen=True, kw_only=True):
    """The recorded verdicts about one innovation, newest first."""

    items: list[ReplayItem]
