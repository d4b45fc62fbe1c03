"""A life told as one page: step by step, with what each step changed; equal steps give equal bytes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from msgspec import Struct


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
    digest = base64.b64encode(hashlib.sha256(_read("story.css").encode()).digest()).decode()
    # Named by its hash: a style that came in by a text of the record would not be applied.
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return _template().render(story=story, policy=policy).encode("utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(_read("story.html").replace("@style@", _read("story.css")))


def _read(name: str) -> str:
    return files("exporters.html").joinpath(name).read_text(encoding="utf-8")
