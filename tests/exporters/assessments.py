"""An assessment for tests: three innovations of two units under four rules."""

from __future__ import annotations

from typing import Any

from projections.eligibility.answers import FindingAnswer, IndexAnswer, RulebookHash, Sentence
from projections.eligibility.assessment import Assessment, EditionHead, TitledRulebook, UnitVerdict
from projections.queries.detail_types import Region

SHA256 = "0" * 64
POINTS = ("level", "claimed", "verified", "value", "basis", "points", "most", "gain", "upto")


def finding(rule: str, outcome: str, **more: Any) -> FindingAnswer:
    """A finding of a confirmed condition; indicators and warnings say more."""
    label = more.pop("label", "")
    told = more.pop("told", "Belum tercatat.")
    fields: dict[str, Any] = {
        "kind": "gate",
        "decides": True,
        "certainty": "confirmed",
        "facts": [],
        "absent": None,
        "sources": ["S2"],
        **dict.fromkeys(POINTS),
        **more,
    }
    return FindingAnswer(
        rule=rule,
        label=label,
        outcome=outcome,
        sentence=Sentence(id=f"{label}: {told[0].lower()}{told[1:]}" if label else told, en="."),
        remedy=Sentence(id="Isi lembarnya.", en=".") if outcome != "met" else None,
        **fields,
    )


def indicator(level: int, wanted: int, **more: Any) -> FindingAnswer:
    """An indicator of weight 2.5 with a proved and a stated level."""
    outcome = more.pop("outcome", "met" if level else "not_met")
    figures = {"points": level * 2.5, "gain": (wanted - level) * 2.5, "upto": (3 - level) * 2.5, "most": 7.5}
    return finding(
        "indicator.video",
        outcome,
        label="35 Video",
        kind="score",
        decides=False,
        sources=["S1", "S2"],
        level=level,
        **{name: str(value) for name, value in figures.items()},
        **more,
    )


def verdict(number: int, outcome: str, findings: list[FindingAnswer], **more: Any) -> UnitVerdict:
    """A verdict about an innovation of the unit Dinas A, unless it says another."""
    fields: dict[str, Any] = {
        "award": "iga",
        "year": 2026,
        "group": None,
        "rulebook": RulebookHash(id="uji-2026", sha256=SHA256),
        "position": 1204,
        "day": "2026-11-22",
        "acronym": None,
        "unit": "Dinas A",
        "unit_id": "3303/unit/000001",
        "illustrative": False,
        "entered": False,
        "warnings": 0,
        "maturity": "0",
        "maturity_verified": "0",
        "maturity_most": None,
        **more,
    }
    return UnitVerdict(
        code=f"3303-{number:04d}",
        title=f"Inovasi {number}",
        outcome=outcome,
        not_met=sum(one.decides and one.outcome == "not_met" for one in findings),
        unknown=sum(one.decides and one.outcome == "unknown" for one in findings),
        findings=findings,
        **fields,
    )


def assessment(verdicts: list[UnitVerdict] | None = None) -> Assessment:
    """The whole; without verdicts the three of the examples."""
    rulebook = TitledRulebook(id="uji-2026", title="Aturan uji", sha256=SHA256)
    return Assessment(
        edition=EditionHead(award="iga", year=2026, group=None, rulebook=rulebook, highest_level=3),
        region=Region(code="33.03", name="Kabupaten Purbalingga"),
        day="2026-11-22",
        position=1204,
        as_of=None,
        known_at=None,
        entered=False,
        sources={"S1": "Surat pertama", "S2": "Surat kedua", "uji-2026": "Aturan uji"},
        verdicts=three() if verdicts is None else verdicts,
        index=empty_index(),
        affairs=[],
        unknown=[],
    )


def empty_index() -> IndexAnswer:
    """The index of an edition that knows none."""
    unknown = ("spd", "spd_most", "divisor", "mean", "mean_most", "number", "number_most", "shares")
    unknown += ("spread", "index", "predicate", "predicate_certainty")
    fields: dict[str, Any] = dict.fromkeys(unknown)
    return IndexAnswer(
        award="iga",
        year=2026,
        group=None,
        rulebook=RulebookHash(id="uji-2026", sha256=SHA256),
        position=1204,
        day="2026-11-22",
        region="33.03",
        rows=[],
        count=0,
        unknown=[],
        **fields,
    )


def three() -> list[UnitVerdict]:
    """Met, not met with everything lacking, and not to be told."""
    window = finding("window", "not_met", told="Di luar jendela.", sources=[])
    pale = finding("letter.a", "not_met", label="Surat", decides=False, certainty="unconfirmed")
    turn = finding("queue", "not_met", kind="turn", decides=False)
    second = {"unit": "Kantor B", "unit_id": "3303/unit/000002", "illustrative": True, "acronym": "DUA"}
    return [
        verdict(1, "met", [finding("window", "met"), indicator(3, 3)], maturity="7.5"),
        verdict(2, "not_met", [window, pale, indicator(1, 2), turn], maturity="2.5", **second),
        verdict(3, "unknown", [finding("window", "unknown"), indicator(0, 0, outcome="unknown")]),
    ]
