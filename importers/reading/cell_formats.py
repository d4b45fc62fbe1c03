"""What a cell shows where that is not the value that it holds: percentages, leading zeros, months, years.

The reader of values gives 0.0817 for a cell that shows `8,17%`, 3 for one that shows `003`, and the first day
of the month for one that shows `Oktober 2022`. What a person sees in the cell is what that person recorded.
"""

from __future__ import annotations

import re
import zipfile
from datetime import date, time, timedelta
from decimal import Decimal
from xml.etree import ElementTree

from importers.problems import CellError, bad
from importers.reading.sheet_parts import NAMES
from jejak_i18n import formatting

GENERAL = ("General", "@", "")
BUILT_IN = {
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "11": "0.00E+00",
    "12": "# ?/?",
    "13": "# ??/??",
    "16": "d-mmm",
    "17": "mmm-yy",
    "18": "h:mm AM/PM",
    "19": "h:mm:ss AM/PM",
    "20": "h:mm",
    "21": "h:mm:ss",
    "37": "#,##0_);(#,##0)",
    "38": "#,##0_);[Red](#,##0)",
    "39": "#,##0.00_);(#,##0.00)",
    "40": "#,##0.00_);[Red](#,##0.00)",
    "45": "mm:ss",
    "46": "[h]:mm:ss",
    "47": "mm:ss.0",
}
"""Formats that every workbook has without naming them (ECMA-376 part 1, 18.8.30), but for whole dates."""
_NOT_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_PARTS = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|(\[[^\]]*\])|(_.|\*.)|(.)', re.DOTALL)
"""Of a format code: words, a sign meant as it stands, a currency, other brackets, room, and a sign."""
_COLOUR = re.compile(r"\[(?:[A-Za-z]+|Color *[0-9]+)\]", re.IGNORECASE)
_FIXED = re.compile(r"(W*)(#,##)?(0+)(?:\.(0+))?(%?)(W*)")
_PATTERN = re.compile(r"[0#W]+")
_WORD = "W"
"""Stands for a piece of words, so that no sign in them is taken for a sign of the format."""
EXACT_DIGITS = 15
"""Digits of a number that Excel keeps; the rest it has made zeros."""


def styles(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """Index of a cell's style to its format code, for all that show something of their own."""
    try:
        root = ElementTree.fromstring(archive.read("xl/styles.xml"))  # noqa: S314 - no entities in OOXML
    except (KeyError, ElementTree.ParseError):
        return {}
    formats = dict(BUILT_IN)
    for one in root.findall("m:numFmts/m:numFmt", NAMES):
        formats[one.get("numFmtId") or ""] = one.get("formatCode") or ""
    found = {}
    for index, style in enumerate(root.findall("m:cellXfs/m:xf", NAMES)):
        code = formats.get(style.get("numFmtId") or "", "")
        if code not in GENERAL:
            found[str(index).encode()] = code
    return found


def as_shown(value: object, code: str | None) -> object:
    """A value in the unit that its format shows: a percentage as text, a date no finer than it is shown.

    Raises CellError for a date of which the format shows no year: the year is Excel's guess.
    """
    kind = _kind(code or "")
    if kind == "percent" and isinstance(value, int | float) and not isinstance(value, bool):
        hundredfold = (Decimal(repr(value)) * 100).normalize()
        return f"{hundredfold:f}%".replace(".", ",")
    if isinstance(value, date):
        if kind == "no year":
            raise bad(
                "the cell shows no year; Excel holds {date} in it.",
                "Format the cell as a date with its year, mend the year if it is wrong, then import again.",
                date=formatting.date(value.isoformat()[:10]),
            )
        if kind == "quarter":
            return f"TW {(value.month + 2) // 3} {value:%Y}"
        if kind in ("month", "year"):
            return f"{value:%Y-%m}" if kind == "month" else f"{value:%Y}"
    return value


def text_shown(value: object, code: str | None) -> object:
    """What a cell of a text column shows: zeros before and behind a number, an hour.

    Raises CellError where Excel has put another value in the place of what was typed: a number of more
    digits than it keeps, or one in a format that shows something else than its digits.
    """
    if isinstance(value, date | timedelta):
        # Excel turns a number such as 12/2022 into a date; what was typed is no longer in the cell.
        raise _hidden_date()
    if isinstance(value, time):
        return _hour(value, code or "")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    number = Decimal(format(value, ".15g"))
    if abs(number) >= 10**EXACT_DIGITS:
        raise bad(
            "Excel keeps 15 digits of a number; the digits behind them are lost.",
            "Format the cell as Text, then type all digits again.",
        )
    shown = format(number, "f") if code is None or code in GENERAL else _number(number, code)
    if shown is None or len(shown) > 2 * EXACT_DIGITS:
        raise bad(
            "Excel holds the number {number} here, which is not what the cell shows.",
            "Format the cell as Text, then type it again as it stands in the document.",
            number=f"{value:.15g}",
        )
    return shown


def _number(value: Decimal, code: str) -> str | None:
    """A number in a format of digits; None for other formats, and where the format hides a part of it."""
    parts = _section(value, code)
    if parts is None:
        return None
    words = [said for sign, said in parts if sign == _WORD]
    shape = "".join(sign for sign, _said in parts)
    size = abs(value)
    minus = "-" if value < 0 and ";" not in _NOT_CODE.sub("", code) else ""
    if fixed := _FIXED.fullmatch(shape):
        before, grouped, whole, decimals, percent, behind = fixed.groups()
        scaled = size * 100 if percent else size
        digits = f"{scaled:{',' if grouped else ''}.{len(decimals or '')}f}"
        if Decimal(digits.replace(",", "")) != scaled:
            return None
        digits, point, rest = digits.partition(".")
        digits = digits.replace(",", ".") if grouped else digits.zfill(len(whole))
        number = f"{digits}{',' if point and (grouped or percent) else point}{rest}{percent}"
        first, last = "".join(words[: len(before)]), "".join(words[len(words) - len(behind) :])
        return f"{minus}{first}{number}{last}".strip()
    if size == size.to_integral_value() and _PATTERN.fullmatch(shape) and set(shape) - {_WORD}:
        return f"{minus}{_in_pattern(f'{size:f}', parts)}".strip() or None
    return None


def _section(value: Decimal, code: str) -> list[tuple[str, str]] | None:
    """The signs of the part of a format that a number is shown by; None where a condition decides."""
    sections: list[list[tuple[str, str]]] = [[]]
    for quoted, escaped, currency, bracket, room, sign in _PARTS.findall(code):
        if bracket and not _COLOUR.fullmatch(bracket):
            return None
        if sign == ";":
            sections.append([])
        elif sign in ("-", "(", ")", " ", "+", "$"):
            sections[-1].append((_WORD, sign))
        elif sign:
            sections[-1].append((sign, ""))
        elif quoted or escaped or currency:
            sections[-1].append((_WORD, quoted or escaped or currency))
        elif room.startswith("_"):
            sections[-1].append((_WORD, " "))
    place = 1 if value < 0 else 2 if value == 0 else 0
    return sections[place] if place < len(sections) else sections[0]


def _in_pattern(digits: str, pattern: list[tuple[str, str]]) -> str:
    """Digits laid into the places of a pattern such as `00000000 000000 0 000`, from the right."""
    left, shown = list(digits.strip("0") and digits), []
    places = sum(sign != _WORD for sign, _said in pattern)
    for sign, said in reversed(pattern):
        if sign == _WORD:
            shown.append(said)
            continue
        places -= 1
        shown.append(left.pop() if left else "0" if sign == "0" else "")
        while places == 0 and left:
            shown.append(left.pop())
    return "".join(reversed(shown))


def _hour(value: time, code: str) -> object:
    bare = _NOT_CODE.sub("", code).casefold()
    forms = {"h:mm": f"{value.hour}:{value:%M}", "hh:mm": f"{value:%H:%M}", "hh:mm:ss": f"{value:%H:%M:%S}"}
    if bare not in forms:
        raise _hidden_date()
    return forms[bare]


def _hidden_date() -> CellError:
    """The error of a text column in which Excel holds a date or an hour."""
    return bad(
        "Excel holds a date here, not the text that was typed.",
        "Format the cell as Text, then type it again as it stands in the document.",
    )


def _kind(code: str) -> str | None:
    """What a format code shows: `mmmm yyyy` a month, `yyyy` a year, `0.0%` a percentage; of the rest None."""
    bare = _NOT_CODE.sub("", code).partition(";")[0].casefold()
    if "%" in bare:
        return "percent"
    if "y" not in bare:
        return "no year" if set("mdhsq") & set(bare) and bare not in ("general", "@") else None
    if set("dhs") & set(bare):
        return None
    if "q" in bare:
        return "quarter"
    return "month" if "m" in bare else "year"
