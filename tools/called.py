"""How a command of Jejak ended, for whoever calls it and reads what it said."""

from __future__ import annotations

import json
from typing import Any, NamedTuple


class Called(NamedTuple):
    """Status and words of one call."""

    status: int
    out: str
    err: str

    @property
    def envelope(self) -> Any:
        """The answer to `--json`."""
        return json.loads(self.out)

    @property
    def data(self) -> Any:
        """What that answer holds."""
        return self.envelope["data"]
