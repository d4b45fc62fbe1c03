"""How to get a sheet that a remedy names and that the workbooks of units do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from domain.base import Reason, reason
from domain.sheets.registry import COMPLETED, SHEETS, START

OTHERS = tuple(sheet.name for sheet in SHEETS if sheet not in COMPLETED)


def _naming(sheets: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:lembar|sheet) ({'|'.join(sorted(map(re.escape, sheets), key=len)[::-1])})\b")


_NAMED, _ANY = _naming(OTHERS), _naming(sheet.name for sheet in SHEETS)


def other_sheets(remedies: Iterable[str]) -> list[str]:
    """The sheets that remedies name, in either language, and a unit's workbook lacks; in their order."""
    named = {name for remedy in remedies for name in _NAMED.findall(remedy)}
    return [name for name in OTHERS if name in named]


def way_to_all(texts: Iterable[str]) -> Reason | None:
    """The command that writes the sheets which texts name, but those with which a lab begins."""
    named = {name for text in texts for name in _ANY.findall(text)}
    sheets = [sheet.name for sheet in SHEETS if sheet.name in named and sheet not in START]
    if not sheets:
        return None
    return reason("The sheets named here: jejak template isi.xlsx {options}", options=sheet_options(sheets))


def way_to_sheets(
    remedies: Iterable[str], codes: Sequence[str] = (), *, unit: str | None = None
) -> Reason | None:
    """The command that writes these sheets into a workbook of innovations or of a unit; None for no sheet."""
    sheets = other_sheets(remedies)
    if not sheets:
        return None
    said = [*(("--for", code) for code in codes), *([("--unit", unit)] if unit else [])]
    return reason(
        "Sheets that a unit's workbook does not hold ({sheets}): jejak template isi.xlsx {options}",
        sheets=", ".join(sheets),
        options=_options([*said, *(("--sheet", name) for name in sheets)]),
    )


def sheet_options(sheets: Iterable[str]) -> str:
    """What stands behind `jejak template FILE` for sheets: `--sheet Orang --sheet "Uji Coba"`."""
    return _options(("--sheet", name) for name in sheets)


def _options(said: Iterable[tuple[str, str]]) -> str:
    return " ".join(f'{option} "{name}"' if " " in name else f"{option} {name}" for option, name in said)
