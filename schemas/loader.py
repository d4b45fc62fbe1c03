"""Loads schemas and award forms from the package data as plain dicts, and checks documents against them."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


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


def form_ids() -> list[str]:
    """Ids of the forms in the package, such as `iga-2026` and `kipp-2023-umum`, sorted."""
    names = (entry.name for entry in files("schemas").joinpath("forms").iterdir())
    return sorted(name.removesuffix(".json") for name in names if name.endswith(".json"))


def form(award: str, year: int, group: str | None = None) -> dict[str, Any]:
    """The form of an award (`iga`, `kipp`), year and group, with `sha256` of its file's bytes added.

    Without a group, the only form of that year is meant.
    Raises FormNotFound (naming the forms there are) and SchemaError.
    """
    stem = f"{award}-{year}"
    if group is not None:
        found = [name for name in form_ids() if name == f"{stem}-{group}"]
    else:
        found = [name for name in form_ids() if name == stem or name.startswith(f"{stem}-")]
    if len(found) != 1:
        raise FormNotFound(award, year, group, _of_award(award))
    return _form_file(found[0])


def _of_award(award: str) -> list[str]:
    return [name for name in form_ids() if name.startswith(f"{award}-")] or form_ids()


def _form_file(name: str) -> dict[str, Any]:
    raw = files("schemas").joinpath("forms", f"{name}.json").read_bytes()
    loaded: dict[str, Any] = json.loads(raw)
    check("form", loaded)
    return {**loaded, "sha256": hashlib.sha256(raw).hexdigest()}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema `name` (`form`, `dossier-iga`, `dossier-kipp`). Raises FileNotFoundError."""
    text = files("schemas").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def check(name: str, document: Mapping[str, Any]) -> None:
    """Compare a document with the schema `name`. Raises SchemaError for the most telling fault."""
    from jsonschema.exceptions import best_match

    fault = best_match(_validator(name).iter_errors(document))
    if fault is not None:
        raise SchemaError(name, fault.json_path, fault.message)


@cache
def _validator(name: str) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema(name))


@cache
def indicator_numbers() -> dict[int, str]:
    """National number of an IGA indicator to its stable id, by the newest IGA form in the package."""
    newest = max(name for name in form_ids() if name.startswith("iga-"))
    return {row["number"]: row["id"] for row in _form_file(newest)["indicators"]}
