"""A bar for long work: after two seconds, on a terminal, with rate and time left."""

from __future__ import annotations

import sys
import time
from typing import TextIO

from commands.common.output import count
from jejak_i18n import gettext as _

PATIENCE = 2.0
"""Seconds before a bar shows."""
WIDTH = 24


class Bar:
    """Told how many events of a total are done; writes nothing where nobody watches.

    Without a total it says how many and how fast.
    """

    def __init__(self, total: int | None, stream: TextIO | None = None) -> None:
        self.total, self.stream = total, stream or sys.stderr
        self.began = time.monotonic()
        self.visible = False

    def __call__(self, done: int) -> None:
        """Shows how far it is."""
        taken = time.monotonic() - self.began
        if taken < PATIENCE or not self.stream.isatty():
            return
        self.visible = True
        self.stream.write(f"\r{line(done, self.total, taken)}")
        self.stream.flush()

    def close(self) -> None:
        """Takes the bar away."""
        if self.visible:
            self.stream.write("\r" + " " * 78 + "\r")
            self.stream.flush()


def line(done: int, total: int | None, taken: float) -> str:
    """The bar with share, rate a second and seconds left."""
    if total is None:
        text = _("{count} events  {rate}/s")
        return text.format(count=count(done), rate=count(round(done / taken if taken else 0.0)))
    share = min(1.0, done / total) if total else 1.0
    full = round(WIDTH * share)
    rate = done / taken if taken else 0.0
    left = (total - done) / rate if rate else 0.0
    text = _("{share} %  {rate}/s  {left} seconds left")
    bar = "█" * full + "░" * (WIDTH - full)
    return f"{bar} " + text.format(share=round(100 * share), rate=count(round(rate)), left=count(round(left)))
