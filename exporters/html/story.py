"""A life told as one page: step by step, with what each step changed; equal steps give equal bytes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct

from exporters.html.environment import environment, packaged

ROOM = "exporters.html"


class StoryChange(Struct, frozen=True):
    """One value that a step changed: what it is called, before and after, as people read it."""

    label: str
    before: str
    after: str


class StoryStep(Struct, frozen=True):
    """One event as people read it; `day` is empty for corrections and voids, which have none of their own."""

    position: int
    recorded: str
    day: str
    sentence: str
    remarks: Sequence[str]
    details: Sequence[tuple[str, str]]
    changes: Sequence[StoryChange]
    source: str
    actor: str
    code: str
    voided: bool
    mark: bool


class Story(Struct, frozen=True):
    """The page: its language (`id`, `en`), its heading, notes below it, the steps, and the words around."""

    language: str
    heading: str
    notes: Sequence[str]
    steps: Sequence[StoryStep]
    words: dict[str, str]


def page(story: Story) -> bytes:
    """The page, in UTF-8. Whatever stands in the record is shown as text, never taken as markup."""
    style = packaged(ROOM, "story.css", "assets")
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    # Named by its hash: a style that came in by a text of the record would not be applied.
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    own = Markup(style.decode())  # noqa: S704 - our own file
    text = environment(ROOM).get_template("story.html").render(story=story, policy=policy, style=own)
    return f"{text}\n".encode()
