"""Small drawings as SVG: text that fits its box, and nothing that a page's policy would refuse."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from markupsafe import Markup, escape

LINE = 17
"""Height of a line of text in a drawing."""


def card(
    x: float, y: float, width: int, lines: Sequence[str], *, small: str, kind: str, link: str = ""
) -> Markup:
    """A box with a small line above others; a link leads to its page."""
    height = card_height(len(lines))
    parts = [
        Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="8"/>').format(_n(x), _n(y), width, height),
        Markup('<text x="{}" y="{}" class="s">{}</text>').format(_n(x + 12), _n(y + 20), small),
    ]
    parts += [
        Markup('<text x="{}" y="{}">{}</text>').format(_n(x + 12), _n(y + 40 + LINE * at), line)
        for at, line in enumerate(lines)
    ]
    inner = Markup("").join(parts)
    if link:
        inner = Markup('<a href="{}">{}</a>').format(link, inner)
    return Markup('<g class="{}">{}</g>').format(kind, inner)


def card_height(lines: int) -> int:
    """The height of a box with so many lines under its small one."""
    return 34 + LINE * max(1, lines)


def curve(x: float, y: float, to_x: float, to_y: float) -> Markup:
    """A line that leaves to the right and arrives from the left."""
    middle = (x + to_x) / 2
    points = [x, y, middle, y, middle, to_y, to_x, to_y]
    return Markup('<path d="M{} {} C {} {}, {} {}, {} {}"/>').format(*map(_n, points))


def wrapped(text: str, letters: int, most: int = 4) -> list[str]:
    """A text in lines of so many letters; what is too long ends in an ellipsis."""
    lines = textwrap.wrap(text, letters) or ["–"]
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1][: letters - 1].rstrip()}…"]
    return lines


def drawing(width: float, height: float, label: str, parts: Sequence[Markup], kind: str = "") -> Markup:
    """A drawing with what it shows in words, for those who do not see it."""
    return Markup(
        '<svg viewBox="0 0 {} {}" width="{}" class="{}" role="img" aria-label="{}">{}</svg>'
    ).format(_n(width), _n(height), _n(width), kind, label, Markup("").join(parts))


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> Markup:
    """One line of text."""
    return Markup('<text x="{}" y="{}" class="{}" text-anchor="{}">{}</text>').format(
        _n(x), _n(y), kind, anchor, escape(words)
    )


def bar(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """A filled bar."""
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="3" class="{}"/>').format(
        *map(_n, (x, y, width, height)), kind
    )


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
