"""What somebody may have meant who wrote something that is on no list; None rather than a wild guess."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

LIKE = 80
"""How alike two spellings must be, of 100."""
TELLING = 5
"""A word of so many letters says by itself what is meant."""
SHORT = 4
"""Below so many letters every word is like many others."""


def nearest(text: str, choices: Iterable[str]) -> str | None:
    """The choice that a text is a misspelling, a part or the initials of."""
    said = _plain(text)
    best: tuple[float, str] | None = None
    for choice in choices:
        score = _alike(said, _plain(choice))
        if score and (best is None or score > best[0]):
            best = score, choice
    return best[1] if best else None


def _plain(text: str) -> str:
    """Without case, signs, and the number that programs give to copies."""
    folded = re.sub(r"\s*\([0-9]+\)$", "", text.casefold().replace("&", " dan "))
    return " ".join(re.sub(r"[^\w]+", " ", folded).split())


def _alike(said: str, choice: str) -> float:
    if said == choice:
        return 100.0
    if not said or not choice or _digits(said) != _digits(choice):
        return 0.0
    words, others = said.split(), choice.split()
    if len(said) <= SHORT and len(words) == 1:
        # Too short for a likeness: PU is the beginning of the initials PUPR, and no word.
        initials = "".join(word[0] for word in others if word not in ("dan", "atau"))
        return 90.0 if len(said) > 1 and len(initials) > 1 and initials.startswith(said) else 0.0
    score = max(fuzz.ratio(said, choice), fuzz.token_sort_ratio(said, choice))
    if score >= LIKE:
        return float(score)
    shorter, longer = sorted((words, others), key=len)
    telling = len(shorter) > 1 or len(shorter[0]) >= TELLING
    return LIKE - 1 + score / 100 if telling and set(shorter) <= set(longer) else 0.0


def _digits(text: str) -> list[str]:
    return [word for word in text.split() if any(letter.isdigit() for letter in word)]
