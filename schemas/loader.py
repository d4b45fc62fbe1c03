"""Loads schemas and rulebooks from the package data as plain dicts, and checks documents against them."""

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from schemas import json_text
from schemas.rulebook_set import RulebookSet, outline

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError


class FormNotFound(LookupError):  # noqa: N818 - a plain statement of what is so
    """There is no form for the award, year and group asked for; `available` names those there are."""

    def __init__(self, award: str, year: int, group: str | None, available: list[str]) -> None:
        """Keep what was asked, and the ids of the forms of that award (or of all awards if it has none)."""
        self.award, self.year, self.group, self.available = award, year, group, available
        asked = f"{award} {year}" + (f" ({group})" if group else "")
        super().__init__(f"no form for {asked}; there are: {', '.join(available) or 'none'}")


class SchemaError(ValueError):
    """A document breaks its JSON Schema; `path` is the place in the document, `reason` says how."""

    def __init__(self, schema_name: str, path: str, reason: str) -> None:
        """Keep the schema's name, the JSON path of the first fault and its reason."""
        self.schema_name, self.path, self.reason = schema_name, path, reason
        super().__init__(f"{schema_name}: {path}: {reason}")


_FILE = re.compile(r"(?P<id>[a-z][a-z0-9]*-[0-9]{4}(?:-[a-z]+)?)(?:-r(?P<revision>[0-9]+))?\.json")
"""`kipp-2023-umum.json` as it was released first, `kipp-2023-umum-r2.json` as it was corrected once."""


@cache
def _revisions() -> dict[str, tuple[bytes, ...]]:
    """Id of every rulebook in the package to the bytes of its revisions, the first one first."""
    found: dict[str, dict[int, bytes]] = {}
    for entry in files("schemas").joinpath("rulebooks").iterdir():
        if match := _FILE.fullmatch(entry.name):
            found.setdefault(match["id"], {})[int(match["revision"] or 1)] = entry.read_bytes()
    return {name: tuple(raw for _n, raw in sorted(found[name].items())) for name in sorted(found)}


def changed_rulebooks() -> list[str]:
    """The files of released rulebooks of the package that are gone, or no longer as they were released."""
    folder = files("schemas").joinpath("rulebooks")
    released: dict[str, str] = json.loads(folder.joinpath("released.json").read_bytes())
    there = {one.name: one for one in folder.iterdir()}
    return [
        name
        for name, known in sorted(released.items())
        if name not in there or hashlib.sha256(there[name].read_bytes()).hexdigest() != known
    ]


def rulebook_ids() -> tuple[str, ...]:
    """Ids of the rulebooks in the package, such as `iga-2026` and `kipp-2023-umum`, sorted."""
    return tuple(_revisions())


def revisions(name: str) -> tuple[bytes, ...]:
    """The bytes of every revision of a rulebook of the package, the first one first; none for a stranger."""
    return _revisions().get(name, ())


def rulebook_bytes(name: str) -> bytes:
    """The bytes of the last revision of a rulebook of the package. Raises FileNotFoundError."""
    if not revisions(name):
        raise FileNotFoundError(name)
    return revisions(name)[-1]


def rulebook(name: str) -> dict[str, Any]:
    """A rulebook of the package by its id, with `sha256` of its file's bytes added.

    Raises FileNotFoundError and SchemaError.
    """
    return read_rulebook(rulebook_bytes(name))


def read_rulebook(raw: bytes) -> dict[str, Any]:
    """A rulebook from the bytes of its file. Raises SchemaError, and ValueError when it is no object."""
    # A field that stands twice is refused when a file is added; what was added once must stay readable.
    loaded = json.loads(raw, parse_float=json_text.number)
    if not isinstance(loaded, dict):
        raise ValueError("a rulebook is a JSON object")
    check("rulebook", loaded)
    return {**loaded, "sha256": hashlib.sha256(raw).hexdigest()}


@cache
def form_ids() -> tuple[str, ...]:
    """Ids of the rulebooks whose form is known: those with sections that a document can print."""
    return tuple(name for name in rulebook_ids() if "sections" in json.loads(rulebook_bytes(name)))


def form(award: str, year: int, group: str | None = None) -> dict[str, Any]:
    """The rulebook of an award (`iga`, `kipp`), year and group whose form is known.

    Without a group, the only one of that year is meant; where there are several, `umum`.
    Raises FormNotFound (naming the forms there are) and SchemaError.
    """
    stem = f"{award}-{year}"
    wanted = [f"{stem}-{group}"] if group else [stem, f"{stem}-umum"]
    found = [name for name in form_ids() if name in wanted]
    if len(found) != 1:
        raise FormNotFound(award, year, group, _of_award(award))
    return rulebook(found[0])


def _of_award(award: str) -> list[str]:
    return [name for name in form_ids() if name.startswith(f"{award}-")] or list(form_ids())


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema `name` (`rulebook`, `dossier-iga`, `dossier-kipp`). Raises FileNotFoundError."""
    text = files("schemas").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def check(name: str, document: Mapping[str, Any]) -> None:
    """Compare a document with the schema `name`. Raises SchemaError for the most telling fault."""
    from jsonschema.exceptions import best_match

    fault = best_match(_validator(name).iter_errors(document))
    if fault is not None:
        raise SchemaError(name, fault.json_path, fault.message)


def faults(name: str, document: Mapping[str, Any]) -> list["ValidationError"]:
    """All breaches of the schema `name`, in the order of their JSON paths."""
    from jsonschema.exceptions import best_match

    # Of a choice of forms, what is wrong with the likeliest says more than that none of them fits.
    found = (best_match(iter((fault,))) for fault in _validator(name).iter_errors(document))
    return sorted((one for one in found if one), key=lambda one: (one.json_path, one.message))


@cache
def _validator(name: str) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(name))


@cache
def packaged() -> RulebookSet:
    """The rulebooks of the package, as far as people choose from them."""
    return RulebookSet(outline(rulebook_bytes(name)) for name in rulebook_ids())


def kipp_parts() -> dict[str, str]:
    """Id of every section and letter of the packaged KIPP rulebooks to its label."""
    return packaged().kipp_parts
