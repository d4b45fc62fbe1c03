"""An assessment for tests: three innovations of two units under four rules."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def finding(rule: str, outcome: str, **more: Any) -> Json:
    """A finding of a confirmed condition; indicators and warnings say more."""
    label = more.pop("label", "")
    told = more.pop("told", "Belum tercatat.")
    return {
        "rule": rule,
        "label": label,
        "kind": "gate",
        "decides": True,
        "outcome": outcome,
        "certainty": "confirmed",
        "sentence": {"id": f"{label}: {told[0].lower()}{told[1:]}" if label else told, "en": "."},
        "remedy": {"id": "Isi lembarnya.", "en": "."} if outcome != "met" else None,
        "sources": ["S2"],
        **dict.fromkeys(("level", "points", "most", "gain", "upto")),
        **more,
    }


def indicator(level: int, wanted: int, **more: Any) -> Json:
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


def verdict(number: int, outcome: str, findings: list[Json], **more: Any) -> Json:
    """A verdict about an innovation of the unit Dinas A, unless it says another."""
    return {
        "code": f"3303-{number:04d}",
        "title": f"Inovasi {number}",
        "acronym": None,
        "unit": "Dinas A",
        "unit_id": "3303/unit/000001",
        "illustrative": False,
        "outcome": outcome,
        "not_met": sum(one["decides"] and one["outcome"] == "not_met" for one in findings),
        "unknown": sum(one["decides"] and one["outcome"] == "unknown" for one in findings),
        "maturity": "0",
        "maturity_verified": "0",
        "findings": findings,
        **more,
    }


def assessment(verdicts: list[Json] | None = None) -> Json:
    """The whole; without verdicts the three of the examples."""
    return {
        "edition": {
            "award": "iga",
            "year": 2026,
            "group": None,
            "rulebook": {"id": "uji-2026", "title": "Aturan uji", "sha256": "0" * 64},
            "highest_level": 3,
        },
        "region": {"code": "33.03", "name": "Kabupaten Purbalingga"},
        "day": "2026-11-22",
        "position": 1204,
        "as_of": None,
        "known_at": None,
        "entered": False,
        "sources": {"S1": "Surat pertama", "S2": "Surat kedua", "uji-2026": "Aturan uji"},
        "verdicts": three() if verdicts is None else verdicts,
        "index": {
            **dict.fromkeys(("spd", "spd_most", "divisor", "mean", "mean_most", "number", "number_most")),
            **dict.fromkeys(("index", "predicate", "predicate_certainty", "spread")),
            "rows": [],
            "count": 0,
        },
        "affairs": [],
        "unknown": [],
    }


def three() -> list[Json]:
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
