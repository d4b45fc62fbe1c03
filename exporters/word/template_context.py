"""What the templates are given: a dossier turned into plain words, lists and flags. No rule lives here."""

import re
from typing import Any

from exporters.dossier import formatting, remedies
from exporters.dossier.build import digest
from exporters.dossier.sources import source_rows
from exporters.dossier.values import Json
from jejak_i18n import formatting as indonesian
from jejak_i18n import indonesian as _
from jejak_i18n import verdicts

_ID_DIGITS = 12
_NUMBER = re.compile(r"^([0-9.]+[a-z]?) ")
_NO_BREAK = "\N{NO-BREAK SPACE}"


def template_context(dossier: Json) -> dict[str, Any]:
    """The context of a template, all texts in Indonesian; names and shapes are the templates' contract."""
    shown = {
        **_page_one(dossier),
        **_status(dossier),
        "identity": [_identity(dossier, item) for item in dossier["identity"]],
        "sections": [_section(dossier, section) for section in dossier["sections"]],
        "sources": source_rows(dossier),
    }
    return shown | (_iga(dossier) if dossier["award"] == "iga" else _kipp(dossier))


def _page_one(dossier: Json) -> Json:
    subject, lab = dossier["subject"], dossier["lab"]
    return {
        "award": dossier["award"].upper(),
        "award_title": dossier["award_title"],
        "year": dossier["year"],
        "group": dossier["group_title"],
        "document": dossier["title"],
        "code": dossier["code"],
        "dossier_id": digest(dossier)[:_ID_DIGITS],
        "position": indonesian.number(dossier["position"]),
        "spoken_day": indonesian.date(dossier["spoken_day"]),
        "illustrative": dossier["illustrative"],
        "innovation": subject["title"]["value"],
        "acronym": subject["acronym"]["value"],
        "former_titles": [former["value"] for former in subject["former_titles"]],
        "unit": subject["unit"]["value"],
        "region": dossier["region"]["name"],
        "lab": lab["name"] if lab is not None else None,
        "layout_note": dossier["layout"]["note"],
        "word_note": dossier["word_count"]["note"],
    }


def _status(dossier: Json) -> Json:
    return {
        "missing": _grouped(dossier["missing"]),
        "any_unconfirmed": any(gap["certainty"] == "unconfirmed" for gap in dossier["missing"]),
        "elsewhere": [entry["label"] for entry in dossier["elsewhere"]],
        **_verdict(dossier["verdict"]),
    }


def _verdict(verdict: Json) -> Json:
    """The outcome in words, and what stands against it, each with its way out."""
    if verdict["outcome"] == "not_assessed":
        return {"verdict": _("not assessed yet"), "against": [], "judged_by": None, "maturity": None}
    decisive = [one for one in verdict["findings"] if one["decides"] and one["outcome"] != "met"]
    turns = [one for one in verdict["findings"] if one["kind"] == "turn"]
    told = [
        {"mark": verdicts.MARKS[one["outcome"]], "text": one["sentence"]["id"], "mend": _mended(one)}
        for one in decisive
    ]
    told += [{"mark": "→", "text": one["sentence"]["id"], "mend": ""} for one in turns]
    book = _("by rulebook {id} ({sha256}), position {position}").format(
        id=verdict["rulebook"]["id"],
        sha256=verdict["rulebook"]["sha256"][:_ID_DIGITS],
        position=indonesian.number(verdict["position"]),
    )
    return {
        "verdict": verdicts.headline(verdict, "id"),
        "against": told,
        "judged_by": book,
        "maturity": verdicts.maturity(verdict, "id"),
    }


def _mended(one: Json) -> str:
    return str(one["remedy"]["id"]) if one["remedy"] else ""


def _grouped(gaps: list[Json]) -> list[Json]:
    # All indicators without evidence are one line with their names, so that page one stays one page.
    groups: dict[tuple[str, str], list[Json]] = {}
    for gap in gaps:
        groups.setdefault((gap["what"], gap["sheet"] or gap["mend"]), []).append(gap)
    return [_group(same) for same in groups.values()]


def _group(same: list[Json]) -> Json:
    mend = same[0]["mend"]
    if len(same) > 1 and same[0]["sheet"] is not None:
        mend = remedies.fill(same[0]["sheet"], list(dict.fromkeys(gap["column"] for gap in same)))
    return {"labels": "; ".join(map(_marked, same)), "what": same[0]["what"], "mend": mend}


def _marked(gap: Json) -> str:
    # A number stays on the line of its name, and the mark on that of its last word.
    label = _NUMBER.sub(f"\\1{_NO_BREAK}", gap["label"])
    return f"{label}{_NO_BREAK}*" if gap["certainty"] == "unconfirmed" else label


def _identity(dossier: Json, item: Json) -> Json:
    return {"label": item["label"], "paragraphs": _told(dossier, item)}


def _told(dossier: Json, item: Json) -> list[str]:
    fixed = {"region": dossier["region"]["name"], "group": str(dossier["group"]).capitalize()}
    if item["kind"] == "maturity" and dossier["verdict"].get("maturity") is not None:
        return [verdicts.maturity(dossier["verdict"], "id") or ""]
    if item["kind"] in fixed:
        return [fixed[item["kind"]]]
    filled = [value for value in item["values"] if value["state"] == "recorded"]
    whole = "; ".join(formatting.text_of(item["kind"], value) for value in filled)
    return formatting.paragraphs(whole)


def _section(dossier: Json, section: Json) -> Json:
    shown = {
        "number": section["number"],
        "label": section["label"],
        "paragraphs": _told(dossier, section),
        "blank": _blank(section["state"]),
        "counted": _counted(section),
    }
    return shown | (_weighed(dossier, section) if dossier["award"] == "kipp" else {})


def _blank(state: str) -> str:
    return _("not assessed yet") if state == "not_assessed" else _("not recorded")


def _counted(section: Json) -> str | None:
    limit, words = section["limit"], indonesian.number(section["words"] or 0)
    if limit is None:
        return None
    if limit["max"] is not None:
        return _("{words} of at most {limit} words").format(
            words=words, limit=indonesian.number(limit["max"])
        )
    least = indonesian.number(limit["min"])
    return _("{words} words; at least {limit} are asked for").format(words=words, limit=least)


def _weighed(dossier: Json, section: Json) -> Json:
    attachment = section["attachment"]
    return {
        "weight": _weight(dossier, section),
        "unattached": attachment["label"] if attachment["required"]["value"] else None,
        "attached": [formatting.evidence(entry) for entry in attachment["evidence"]],
        "measured": section["id"] == dossier["measurement_section"],
    }


def _weight(dossier: Json, section: Json) -> str:
    numbers = {entry["id"]: entry["number"] for entry in dossier["sections"]}
    partner = numbers.get(section["weight_with"] or "")
    if section["weight"] is None:
        return _("weight counted in {partner}").format(partner=partner)
    percent = section["weight"]["value"]
    if partner is None:
        return _("weight {percent}%").format(percent=percent)
    return _("weight {percent}%, together with {partner}").format(percent=percent, partner=partner)


def _iga(dossier: Json) -> Json:
    return {"indicators": [_indicator(row) for row in dossier["indicators"]]}


def _indicator(row: Json) -> Json:
    return {
        "row": row["row"],
        "number": row["number"],
        "name": row["name"],
        "mandatory": row["mandatory"]["value"],
        "information": _parameter(row["parameter"]),
        "chosen": row["parameter"]["value"] is not None,
        "proofs": [formatting.evidence(entry) for entry in row["evidence"]],
    }


def _parameter(parameter: Json) -> str:
    if parameter["value"] is None:
        return _("not recorded")
    verified = f" ({_('verified')})" if parameter["verified"] == parameter["value"] else ""
    return f"P{parameter['value']}: {parameter['label']}{verified}"


def _kipp(dossier: Json) -> Json:
    chosen = {number for item in dossier["identity"] if item["kind"] == "sdgs" for number in _chosen(item)}
    return {
        "letters": [_letter(letter) for letter in dossier["letters"]],
        "measurements": [_measurement(entry) for entry in dossier["measurements"]],
        "sdgs": [{"number": n, "chosen": n in chosen} for n in range(1, dossier["sdgs"]["count"] + 1)],
    }


def _chosen(item: Json) -> list[int]:
    return [int(number) for value in item["values"] for number in value["value"] or ()]


def _letter(letter: Json) -> Json:
    return {
        "label": letter["label"],
        "attached": [formatting.evidence(entry) for entry in letter["evidence"]],
    }


def _measurement(entry: Json) -> Json:
    return {
        "indicator": entry["indicator"],
        "unit": entry["unit"],
        "before": formatting.number(entry["before"]),
        "before_on": formatting.date(entry["before_on"]),
        "after": formatting.number(entry["after"]),
        "after_on": formatting.date(entry["after_on"]),
        "method": entry["method"],
        "source": entry["source"],
    }
