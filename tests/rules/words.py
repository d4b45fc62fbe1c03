"""Findings in Indonesian, word for word: cases by name, and how one is told."""

from __future__ import annotations

from typing import Any, NamedTuple

from domain.base import Reason
from domain.rules.verdict import Finding
from jejak_i18n import sentence
from tests.rules.given import Said, book, case, entry, finding

Told = tuple[str, str | None]


class Wording(NamedTuple):
    """A rule over a life and its entry, and what it must say with the way out."""

    rules: str
    rule: str
    life: tuple[Said, ...]
    of: tuple[Said, ...]
    values: dict[str, Any]
    expected: Told

    def told(self) -> Told:
        """What the rule says."""
        made = entry(*self.of) if self.of else None
        return told(finding(book(self.rules), case(*self.life), self.rule, made, **self.values))


class Wordings(dict[str, Wording]):
    """Cases by name."""

    def add(
        self,
        name: str,
        rules: str,
        rule: str,
        said: str,
        mend: str | None,
        *life: Said,
        of: Any = (),
        **values: Any,
    ) -> None:
        """One more case: what is said in `life` of the innovation, and `of` its entry."""
        self[name] = Wording(rules, rule, life, tuple(of), values, (said, mend))


def told(one: Finding) -> Told:
    """Sentence and remedy of a finding."""
    return sentence(one.sentence, "id"), mended(one.remedy)


def mended(remedy: Reason | None) -> str | None:
    """A remedy in words."""
    return sentence(remedy, "id") if remedy else None
