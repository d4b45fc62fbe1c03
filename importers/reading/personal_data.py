"""Personal data in a key: a number of a civil servant or telephone, an address, or the person's name."""

from __future__ import annotations

import re
from typing import Any

DIGITS = 8
"""So many digits in a row (separators aside) are a telephone number or longer."""


def holds_personal(key: str, values: dict[str, Any]) -> bool:
    """True when the key of a row of *Orang* says who the person is; `values` are the row's cells."""
    digits = re.sub(r"[\s().+-]", "", key)
    if "@" in key or re.search(rf"[0-9]{{{DIGITS},}}", digits):
        return True
    name = _letters(str(values.get("name") or ""))
    return len(name) > 2 and name in _letters(key)


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalpha())
