"""The environment that renders pages: every value escaped, undefined names refused, the site's own words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from jejak_i18n import formatting, gettext

TEMPLATES, ASSETS = "templates", "assets"
_FOLDER = files(__package__)


class _Packaged(BaseLoader):
    """The templates of packages, wherever they are installed; the first that has one gives it."""

    def __init__(self, folders: Sequence[Traversable]) -> None:
        self.folders = folders

    def get_source(self, environment: Environment, template: str) -> tuple[str, None, None]:
        for folder in self.folders:
            found = folder.joinpath(TEMPLATES, template)
            if found.is_file():
                return found.read_text(encoding="utf-8"), None, None
        raise TemplateNotFound(template)


@cache
def environment(package: str = "") -> Environment:
    """The one environment of all pages; a package with pages of its own has templates that build on these."""
    folders = [files(package), _FOLDER] if package else [_FOLDER]
    made = Environment(
        loader=_Packaged(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["_"] = gettext
    made.filters["day"] = day
    made.filters["count"] = count
    made.filters["data"] = data
    return made


def asset(name: str) -> bytes:
    """One of the files that every page uses."""
    return _FOLDER.joinpath(ASSETS, name).read_bytes()


def day(iso: str | None) -> str:
    """A date in words; a dash where it is not known."""
    return formatting.date(iso) if iso else "–"


def count(number: int | None) -> str:
    """A number as people write it; where nobody recorded one it says so."""
    return gettext("not known yet") if number is None else formatting.count(number)


def data(value: Any) -> Markup:
    """A value as JSON inside a data block: nothing in it can end the block."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)  # noqa: S704 - a data block is no script, and cannot be left
