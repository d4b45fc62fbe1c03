"""The units of a list that the ledger lacks: what each seems to be, or whose other spelling."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from domain.names import fold
from importers.flat_list import acronyms, words


class UnitGuess(NamedTuple):
    """A unit that the ledger does not know: its kind, or the unit that it is another spelling of."""

    name: str
    kind: str | None
    same_as: str | None = None
    short: str | None = None
    whole: str | None = None
    """The name without the abbreviation that stands in its brackets."""


Names = dict[str, str]
"""Every name of a unit that the ledger knows, folded, to its present one."""


def unknown_units(spellings: list[str], known: Names) -> list[UnitGuess]:
    """The units that the ledger lacks; spellings that mean the same unit are proposed as one."""
    forms = _Forms([*spellings, *known])
    long_known = {forms.of(name): present for name, present in known.items()}
    unknown = [one for one in spellings if not _is_known(one, known)]
    whole: dict[str, str] = {}
    for one in unknown:
        form = forms.of(one)
        if len(one) > len(whole.get(form, "")):
            whole[form] = one
    made = []
    for one in unknown:
        form = forms.of(one)
        if form in long_known:
            made.append(UnitGuess(one, None, long_known[form]))
        elif whole[form] != one:
            made.append(UnitGuess(one, None, whole[form]))
        elif both := acronyms.of_unit(one):
            made.append(UnitGuess(one, words.unit_kind(both.name), None, both.short, both.name))
        else:
            others = [other for other in unknown if other != one and forms.of(other) == form]
            short = others[0] if len(others) == 1 and len(others[0]) < len(one) else None
            made.append(UnitGuess(one, words.unit_kind(one), None, short))
    return made


class _Forms:
    """What tells that spellings may mean one unit: the long form of the name, whatever its abbreviation."""

    def __init__(self, spellings: Iterable[str]) -> None:
        found = [both for one in spellings if (both := acronyms.of_unit(one))]
        self._long = {fold(both.short): words.long_form(both.name) for both in found}

    def of(self, spelling: str) -> str:
        """The form of a spelling."""
        both = acronyms.of_unit(spelling)
        return (
            words.long_form(both.name) if both else self._long.get(fold(spelling), words.long_form(spelling))
        )


def _is_known(spelling: str, known: Names) -> bool:
    """True for a name of the ledger, and for one with its abbreviation of which a part is one unit's."""
    if fold(spelling) in known:
        return True
    present = {known[fold(part)] for part in acronyms.of_unit(spelling) or () if fold(part) in known}
    return len(present) == 1
