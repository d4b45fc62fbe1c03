"""What JSON and its schemas refuse, as people read it: the libraries that check know English alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from domain.base import Reason, reason
from jejak_i18n import gettext as _
from jejak_i18n import marked as n_
from jejak_i18n import sentence

if TYPE_CHECKING:
    from jsonschema import ValidationError

LONGEST = 60
"""Characters that are shown of a value that was refused."""
_TYPES = {
    "array": n_("a list"),
    "object": n_("an object"),
    "string": n_("a text"),
    "integer": n_("a whole number"),
    "number": n_("a number"),
    "boolean": n_("true or false"),
    "null": n_("null"),
}


def schema_fault(fault: ValidationError) -> str:
    """One breach of a schema in the language of the person at the terminal, without a full stop."""
    told = _SENTENCES.get(str(fault.validator))
    return sentence(told(fault)) if told else fault.message


def json_fault(error: json.JSONDecodeError | UnicodeDecodeError, *, lined: bool = True) -> str:
    """Where a text stops being JSON, or bytes a text, without a full stop; `lined` names the line, too."""
    if isinstance(error, UnicodeDecodeError):
        return _("byte {number} is part of no letter").format(number=error.start + 1)
    if error.doc in ("NaN", "Infinity", "-Infinity"):
        return _("{name} is no number").format(name=error.doc)
    if not lined:
        return _("it breaks off at character {column}").format(column=error.colno)
    text = _("it breaks off at line {line}, character {column}")
    return text.format(line=error.lineno, column=error.colno)


def _type(fault: ValidationError) -> Reason:
    value: Any = fault.validator_value
    wanted = value if isinstance(value, list) else [value]
    return reason("{value} is not {wanted}", value=_shown(fault), wanted=_either(map(_type_name, wanted)))


def _type_name(name: str) -> str:
    text = _TYPES[name]
    return _(text)


def _either(words: Any) -> str:
    *some, last = words
    return _("{levels} or {last}").format(levels=", ".join(some), last=last) if some else str(last)


def _enum(fault: ValidationError) -> Reason:
    listed: Any = fault.validator_value
    known = ", ".join(map(_json, listed))
    return reason("{value} is none of these: {known}", value=_shown(fault), known=known)


def _const(fault: ValidationError) -> Reason:
    return reason("{value} is not {wanted}", value=_shown(fault), wanted=_json(fault.validator_value))


def _additional(fault: ValidationError) -> Reason:
    schema, there = cast("dict[str, Any]", fault.schema), cast("dict[str, Any]", fault.instance)
    forms = schema.get("patternProperties", {})
    new = (one for one in there if one not in schema.get("properties", {}))
    extra = [one for one in new if not any(re.search(form, one) for form in forms)]
    return reason("there is no field {field} here", field=", ".join(sorted(extra)))


def _required(fault: ValidationError) -> Reason:
    lacking = re.match("'(.*)' is a required property", fault.message)
    return reason("the field {field} is missing", field=lacking[1] if lacking else fault.message)


def _valued(text: str) -> Callable[[ValidationError], Reason]:
    return lambda fault: Reason(text, {"value": _shown(fault), "limit": fault.validator_value})


_SENTENCES: dict[str, Callable[[ValidationError], Reason]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "additionalProperties": _additional,
    "required": _required,
    "pattern": _valued(n_("{value} is not written as {limit}")),
    "minimum": _valued(n_("{value} is less than {limit}")),
    "maximum": _valued(n_("{value} is more than {limit}")),
    "minLength": _valued(n_("{value} is shorter than {limit} characters")),
    "minItems": _valued(n_("{value} holds fewer than {limit}")),
    "maxItems": _valued(n_("{value} holds more than {limit}")),
    "uniqueItems": _valued(n_("{value} holds one thing twice")),
    "anyOf": _valued(n_("{value} fits none of the forms that can stand here")),
    "dependentRequired": _valued(n_("{value} lacks a field that goes with another")),
}


def _shown(fault: ValidationError) -> str:
    text = _json(fault.instance)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
