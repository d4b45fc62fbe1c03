"""Numbers as Indonesians write them, exactly: `1.234,5`, `Rp 25.000.000,-`, `Rp 1,5 miliar`, `35 %`.

A point stands between thousands and a comma before decimals; what could be the English way as well is asked
about, never guessed. Whoever follows a remedy is understood.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from domain.base import Reason, reason
from jejak_i18n import formatting

LONGEST = 18
"""Digits before and after the comma, at most: what a stored number may have."""
TIMES = {
    "ribu": 3,
    "rb": 3,
    "juta": 6,
    "jt": 6,
    "miliar": 9,
    "milyar": 9,
    "m": 9,
    "triliun": 12,
    "trilyun": 12,
    "t": 12,
}
"""Words for powers of ten; the single letters stand only behind rupiah."""
_WORDS = "|".join(sorted((word for word in TIMES if len(word) > 1), key=len, reverse=True))
_SHAPE = re.compile(
    rf"(?P<rupiah>rp\.?\s*|idr\s*)?(?P<sign>[+-])?\s*(?P<digits>[0-9][0-9.,\s]*?)"
    rf"(?P<dash>,-|,--|,00)?\s*(?P<times>{_WORDS}|[mt](?![a-z]))?\s*(?P<percent>%|persen)?(?P<stop>\.?)\Z"
)
_ABOUT = re.compile(
    r"(?:±|~|≈|>=?|<=?|≥|≤|\+/-|sekitar|kurang lebih|kira-kira|lebih dari|kurang dari)\s*(?=\S)"
)
_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:[. ][0-9]{3})+")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_ENGLISH_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},000")


class UnreadNumberError(ValueError):
    """A text that is no number, or none with one meaning: `why` says what it is, `remedy` what to write."""

    def __init__(self, text: str, why: Reason, remedy: Reason) -> None:
        super().__init__(text)
        self.why, self.remedy = why, remedy


class _Amount(NamedTuple):
    """What is certain of a text: the number; or the two that it could be."""

    value: Decimal
    other: Decimal | None = None


def read(text: str, *, whole: bool = False) -> Decimal:
    """The number that a text says, without a unit. `whole` asks for one without decimals.

    In a whole number `1.000` can only be a thousand; where decimals are allowed it could be one, too.
    Raises UnreadNumberError.
    """
    plain = " ".join(text.casefold().replace("\u2212", "-").replace("\u2013", "-").split())
    if about := _ABOUT.match(plain):
        raise _about(text, plain[about.end() :], whole=whole)
    found = None if _is_long(plain) else _parsed(plain, whole=whole)
    if found is None:
        raise _no_number(text, plain, whole=whole)
    if found.other is not None:
        raise _ambiguous(text, found)
    return found.value


def _parsed(plain: str, *, whole: bool) -> _Amount | None:
    match = _SHAPE.match(plain)
    if match is None or (match["times"] in ("m", "t") and not match["rupiah"]):
        return None
    # Rupiah have no decimals here, and `,-` or `,00` behind a number shows which way it is written.
    grouped = whole or bool(match["dash"]) or bool(match["rupiah"] and not match["times"])
    found = _amount(match["digits"].strip(), whole=grouped)
    if found is None or found.other is not None:
        return found
    value = found.value.scaleb(TIMES.get(match["times"] or "", 0))
    value = -value if match["sign"] == "-" else value
    return None if whole and value != value.to_integral_value() else _Amount(value)


def _is_long(plain: str) -> bool:
    """True for more digits on one side of the comma than a stored number may have."""
    return any(sum(map(str.isdigit, part)) > LONGEST for part in plain.split(","))


def _amount(digits: str, *, whole: bool) -> _Amount | None:
    """What digits with points, commas and spaces say; None where they say no number."""
    if re.fullmatch(r"[0-9]+", digits):
        return _Amount(_exact(digits))
    if _GROUPS.fullmatch(digits):
        value = _exact(re.sub(r"[. ]", "", digits))
        single = digits.count(".") == 1 and not whole
        return _Amount(value, _exact(digits)) if single else _Amount(value)
    if _ENGLISH_THOUSANDS.fullmatch(digits):
        # Three zeros behind a comma: decimals that say nothing, or the English way to write thousands.
        return _Amount(_exact(digits.replace(",", "")), _exact(digits.replace(",", ".")))
    if _ENGLISH.fullmatch(digits) and digits.count(",") > 1:
        return _Amount(_exact(digits.replace(",", "")))
    if re.fullmatch(rf"(?:[0-9]+|{_GROUPS.pattern}),[0-9]+", digits):
        return _Amount(_exact(re.sub(r"[. ]", "", digits).replace(",", ".")))
    if re.fullmatch(rf"{_ENGLISH.pattern}\.[0-9]+", digits):
        return _Amount(_exact(digits.replace(",", "")))
    if re.fullmatch(r"0\.[0-9]+", digits):
        return _Amount(_exact(digits))
    if re.fullmatch(r"[1-9][0-9]*\.[0-9]+", digits):
        value = _exact(digits)
        return _Amount(value) if value == value.to_integral_value() or whole else _Amount(value, value)
    return None


def _exact(digits: str) -> Decimal:
    return Decimal(digits)


def _ambiguous(text: str, found: _Amount) -> UnreadNumberError:
    first, other = formatting.number(found.value), formatting.number(found.other or 0)
    if first == other:
        return UnreadNumberError(
            text,
            reason('"{value}" has a point where decimals have a comma.', value=text),
            reason('If that is meant, write "{meant}".', meant=first),
        )
    return UnreadNumberError(
        text,
        reason('"{value}" can be {first} or {other}.', value=text, first=_bare(first), other=other),
        reason('Write the one that is meant: "{first}" or "{other}".', first=_bare(first), other=other),
    )


def _bare(number: str) -> str:
    """A number that nobody can take for another: without points between its thousands."""
    return number.replace(".", "")


def _about(text: str, rest: str, *, whole: bool) -> UnreadNumberError:
    return UnreadNumberError(
        text,
        reason('"{value}" is no exact number.', value=text),
        reason('Write the number alone, such as "{meant}".', meant=_printed(rest, whole=whole)),
    )


def _no_number(text: str, plain: str, *, whole: bool) -> UnreadNumberError:
    if _is_long(plain):
        what = reason('"{value}" has more than {digits} digits.', value=text, digits=LONGEST)
        return UnreadNumberError(text, what, reason("Write it shorter, or as text in another column."))
    if letter := re.fullmatch(r"(.*[0-9])\s*([mt])\.?", plain):
        word = "miliar" if letter.group(2) == "m" else "triliun"
        what = reason('"{value}" does not say what its letter stands for.', value=text)
        meant = f"{letter.group(1)} {word}"
        return UnreadNumberError(text, what, reason('If that is meant, write "{meant}".', meant=meant))
    what = reason('"{value}" is no number.', value=text)
    if whole:
        what = reason('"{value}" is no whole number.', value=text)
    alone = _leading(plain, whole=whole)
    if alone is not None:
        return UnreadNumberError(
            text, what, reason('Write the number alone, such as "{meant}".', meant=alone)
        )
    if whole:
        return UnreadNumberError(text, what, reason("Write a whole number without a unit."))
    return UnreadNumberError(text, what, reason("Write a number such as 1.234,5."))


def _leading(plain: str, *, whole: bool) -> str | None:
    """The number before a unit, as it can be written alone; None where there is none."""
    match = re.match(r"(-?[0-9][0-9.,]*)(?:\s+[a-z]|[a-z]{2})", plain)
    found = _parsed(match.group(1), whole=whole) if match else None
    return None if found is None or found.other is not None else _bare(formatting.number(found.value))


def _printed(rest: str, *, whole: bool) -> str:
    """A part of a text as it can be written instead."""
    found = _parsed(rest, whole=whole)
    if found is None or found.other is not None:
        return "30" if whole else "1234,5"
    return _bare(formatting.number(found.value))
