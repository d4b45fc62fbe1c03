"""Sentences for people: the English msgid is in the code, the Indonesian catalogue beside this file.

Indonesian is the default. `JEJAK_LANG` decides; else a locale that names English gets English.
"""

from __future__ import annotations

import gettext as _gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.base import Reason

FOLDER = Path(__file__).parent
_SPOKEN: ContextVar[str | None] = ContextVar("spoken", default=None)


def language() -> str:
    """`id` or `en`: as `speaking` says, else from the environment."""
    if spoken := _SPOKEN.get():
        return spoken
    wanted = os.environ.get("JEJAK_LANG")
    if wanted:
        return "en" if wanted.lower().startswith("en") else "id"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.lower().startswith("en") else "id"
    return "id"


@contextmanager
def speaking(tongue: str) -> Iterator[None]:
    """Lets everything inside speak `id` or `en`, whatever the environment says: for pages that travel."""
    token = _SPOKEN.set(tongue)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


@cache
def _catalogue() -> _gettext.NullTranslations:
    return _gettext.translation("messages", FOLDER, languages=["id"], fallback=True)


def indonesian(msgid: str) -> str:
    """The Indonesian sentence, whatever the language of the terminal: for documents and sheets."""
    return _catalogue().gettext(msgid)


def gettext(msgid: str) -> str:
    """The sentence in the language of the person at the terminal."""
    return msgid if language() == "en" else indonesian(msgid)


def marked(msgid: str) -> str:
    """Marks a msgid that is translated where it is shown."""
    return msgid


def sentence(why: Reason, tongue: str | None = None) -> str:
    """A reason as a sentence, in the language of the terminal unless one is named (`id`, `en`)."""
    from jejak_i18n.values import value_text

    wanted = tongue or language()
    text = why.text if wanted == "en" else indonesian(why.text)
    return text.format(**{name: value_text(value, wanted) for name, value in why.values.items()})
