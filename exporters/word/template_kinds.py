"""Which type each template is filled with."""

from __future__ import annotations

from msgspec import Struct

from exporters.word.letters import LetterContext
from exporters.word.template_types import IgaContext, KippContext

_TYPES: dict[str, type[Struct]] = {"iga": IgaContext, "kipp": KippContext, "letter": LetterContext}


def context_type(award: str) -> type[Struct]:
    """The type behind the template of an award, or of a `letter`. Raises KeyError."""
    return _TYPES[award]
