"""Words of a command as people type them."""

from __future__ import annotations

import re


def argument(text: str) -> str:
    """A text as it is typed behind a command, in quotes that the shells of Windows and of Linux know."""
    return f'"{text}"' if re.search(r"\s", text) else text
