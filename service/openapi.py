"""The description of the read interface (OpenAPI 3.1), made of its table and of the answers' schemas."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from jejak_i18n import gettext as _
from schemas import loader
from service.api_reads import BASE, LARGEST_NUMBER, READS, Parameter, Read

Schema = dict[str, Any]
"""A JSON Schema, or a part of an OpenAPI document."""
REFUSED = {
    "400": "A parameter is missing, not known, or cannot be read.",
    "403": "The token is missing or wrong, or the request was not made to this address.",
    "404": "Nothing of that code, name or slug is recorded.",
    "409": "The question contradicts the record.",
    "503": "The ledger or its views cannot be read now.",
}
DEFS = "#/$defs/"
PARTS = "#/components/schemas/"


def document() -> Schema:
    """The whole description."""
    schemas: Schema = {}
    paths = {BASE + one.path: {"get": _operation(one, schemas)} for one in READS}
    schemas["Health"] = HEALTH
    paths["/health"] = {"get": _health()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Jejak", "version": version("jejak"), "license": LICENSE},
        "servers": [{"url": "/"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


LICENSE = {"name": "Apache-2.0", "identifier": "Apache-2.0"}
HEALTH: Schema = {
    "type": "object",
    "properties": {
        "status": {"enum": ["ok", "behind", "unavailable"]},
        "position": {"type": ["integer", "null"]},
        "lag": {"type": ["integer", "null"]},
    },
    "required": ["status", "position", "lag"],
    "additionalProperties": False,
}


def _operation(read: Read, schemas: Schema) -> Schema:
    ref = _answer(read.command, schemas)
    told = {"content": {"application/json": {"schema": ref}}}
    failed = {status: {"description": text} for status, text in REFUSED.items()}
    msgid = read.text
    return {
        "operationId": read.command.replace(" ", "_"),
        "summary": _(msgid),
        "description": f"jejak {read.command} --json",
        "parameters": [_parameter(one) for one in read.all_parameters],
        "responses": {
            "200": {"description": "The envelope of the command line.", **told},
            **{status: one if status == "403" else {**one, **told} for status, one in failed.items()},
        },
    }


def _parameter(one: Parameter) -> Schema:
    msgid = one.text
    schema: Schema = {"type": {"text": "string", "number": "integer", "truth": "boolean"}[one.kind]}
    if one.kind == "number":
        schema |= {"minimum": one.least, "maximum": LARGEST_NUMBER}
    if one.choices:
        schema["enum"] = list(one.choices)
    return {
        "name": one.name,
        "in": one.place,
        "required": one.required,
        "description": _(msgid),
        "schema": schema,
    }


def _health() -> Schema:
    told = {"content": {"application/json": {"schema": {"$ref": f"{PARTS}Health"}}}}
    return {
        "operationId": "health",
        "summary": _("Whether the ledger and its views can be read."),
        "security": [],
        "responses": {
            "200": {"description": "They can.", **told},
            "503": {"description": "They cannot, or the views are behind.", **told},
        },
    }


def _answer(command: str, schemas: Schema) -> Schema:
    """Puts the schema of a verb's answer, and its parts, among the components."""
    name = command.replace(" ", "-")
    whole = dict(loader.schema(f"answers/{name}"))
    parts = whole.pop("$defs", {})
    whole.pop("$schema", None)
    schemas[name] = _moved(whole, name)
    for part, schema in parts.items():
        schemas[f"{name}.{part}"] = _moved(schema, name)
    return {"$ref": f"{PARTS}{name}"}


def _moved(schema: Any, name: str) -> Any:
    """The same with references to where the parts lie now."""
    if isinstance(schema, dict):
        return {
            key: f"{PARTS}{name}.{value.removeprefix(DEFS)}"
            if key == "$ref" and isinstance(value, str)
            else _moved(value, name)
            for key, value in schema.items()
        }
    return [_moved(one, name) for one in schema] if isinstance(schema, list) else schema
