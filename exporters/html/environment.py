"""The environment that renders every page for a browser: values escaped, undefined names refused.

Both the page of one life and the static site render with it; each has its templates in its own room.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from markupsafe import Markup

from jejak_i18n import formatting, gettext, language


class _Packaged(BaseLoader):
    """The templates of packages, wherever they are installed; the first that has one gives it."""

    def __init__(self, packages: Sequence[str]) -> None:
        self.packages = packages

    def get_source(self, environment: Environment, template: str) -> tuple[str, None, None]:
        for package in self.packages:
            try:
                return packaged(package, template).decode("utf-8"), None, None
            except FileNotFoundError:
                continue
        raise TemplateNotFound(template)


@cache
def environment(*packages: str) -> Environment:
    """The environment of the pages whose templates lie in the folders `templates` of packages.

    A package whose pages build on those of another is named before it.
    """
    made = Environment(
        loader=_Packaged(packages),
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


def packaged(package: str, name: str, folder: str = "templates") -> bytes:
    """A file that lies beside the code of a package. Raises FileNotFoundError."""
    return files(package).joinpath(folder, name).read_bytes()


def day(iso: str | None) -> str:
    """A date in words; a dash where it is not known."""
    return formatting.date(iso, language()) if iso else "–"


def count(number: int | None) -> str:
    """A number as people write it; where nobody recorded one it says so."""
    return gettext("not known yet") if number is None else formatting.count(number)


def data(value: Any) -> Markup:
    """A value as JSON inside a data block: nothing in it can end the block."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)  # noqa: S704 - a data block is no script, and cannot be left
