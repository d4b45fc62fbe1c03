"""The language of templates: Jinja in a sandbox, with fewer filters and nothing whose output may vary."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace
from markupsafe import Markup, escape

from exporters.word.printed_text import printed
from jejak_i18n import indonesian as _
from jejak_i18n.terbilang import terbilang

FILTERS = (
    "abs",
    "batch",
    "capitalize",
    "center",
    "count",
    "d",
    "default",
    "dictsort",
    "first",
    "float",
    "format",
    "groupby",
    "int",
    "items",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "select",
    "selectattr",
    "slice",
    "sort",
    "string",
    "striptags",
    "sum",
    "title",
    "trim",
    "truncate",
    "unique",
    "upper",
    "wordcount",
    "wordwrap",
)
"""The filters that there are; `safe` and those that make markup would let a record write Word's XML."""
_LAZY = (
    "batch",
    "items",
    "map",
    "reject",
    "rejectattr",
    "reverse",
    "select",
    "selectattr",
    "slice",
    "unique",
)
# docxtpl turns {_{ }_} {_% %_} into braces after rendering; as a reference the underscore stays itself.
_DOCXTPL_BRACES = re.compile(r"(?<=\{)_|_(?=\})")
_PRINTABLE = (str, int, float, list, tuple, dict)
Held = Any
"""What an expression of a template may give."""


class Range:
    """The numbers of `range`, at most 100,000 of them; as a text always the same."""

    def __call__(self, *bounds: int) -> range:
        return safe_range(*bounds)

    def __repr__(self) -> str:
        return "range"


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which data are data: no value has methods, and only values can be printed."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=printed_value)
        given = {name: self.filters[name] for name in FILTERS}
        # A generator would be printed with its address in memory.
        given |= {name: _eager(given[name]) for name in _LAZY}
        given |= {"terbilang": _spelled, "e": printed_value, "escape": printed_value}
        self.filters = given
        self.globals = {"range": Range(), "namespace": Namespace}

    def is_safe_attribute(self, obj: Held, attr: str, value: Held) -> bool:
        """Whether an attribute may be used: none that begins with an underscore, and no method."""
        return not callable(value) and super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: Held, attribute: str) -> Held:
        """`section.items` is the field of a section before it is anything of its dictionary."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def printed_value(value: object) -> object:
    """A printed value that neither XML nor docxtpl can take for anything but text.

    Raises SecurityError for what is no value, such as a function.
    """
    if isinstance(value, Undefined | Markup):
        return value
    if value is None:
        return _("not recorded")
    if not isinstance(value, _PRINTABLE):
        raise SecurityError(f"{type(value).__name__} is no value")
    return Markup(_DOCXTPL_BRACES.sub("&#95;", str(escape(printed(str(value))))))  # noqa: S704 - escaped


def _spelled(value: Held) -> str:
    """A whole number in words. Raises SecurityError for what is none."""
    try:
        return terbilang(int(value))
    except (ValueError, TypeError) as error:
        raise SecurityError("no whole number to spell") from error


def _eager(lazy: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(lazy)
    def whole(*args: Held, **kwargs: Held) -> Held:
        made = lazy(*args, **kwargs)
        return list(made) if isinstance(made, Iterator) else made

    return whole
