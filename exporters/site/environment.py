"""The environment that renders pages: every value escaped, undefined names refused, the site's own words."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from jejak_i18n import formatting, gettext

TEMPLATES, ASSETS = "templates", "assets"
_FOLDER = files(__package__)


class _Packaged(BaseLoader):
    """The templates beside this file, wherever they are installed."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, None, None]:
        try:
            return _FOLDER.joinpath(TEMPLATES, template).read_text(encoding="utf-8"), None, None
        except FileNotFoundError as error:
            raise TemplateNotFound(template) from error


@cache
def environment() -> Environment:
    """The one environment of all pages."""
    made = Environment(
        loader=_Packaged(), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
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
