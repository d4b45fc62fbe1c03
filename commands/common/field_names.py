"""The field of an event that a person names as the form does: by its heading, or as histories call it."""

from __future__ import annotations

from domain.base import Body, Refused, reason
from domain.fields import DATE, described
from domain.names import fold
from importers.reading.nearest import nearest

OCCURRED = "occurred"


def field_named(body: type[Body], text: str) -> str:
    """The field that a name or label means; case and spaces do not matter. Raises Refused for none."""
    names = _names(body)
    wanted = fold(text)
    if wanted in names:
        return names[wanted]
    known = ", ".join(_headings(body).values())
    near = nearest(text, [*_headings(body).values(), *names])
    if near is None:
        raise Refused(
            (None, reason("There is no field {field}; there are: {known}.", field=text, known=known))
        )
    heading = _headings(body)[names[fold(near)]]
    raise Refused(
        (
            None,
            reason(
                'There is no field {field}. Did you mean "{near}"? There are: {known}.',
                field=text,
                near=heading,
                known=known,
            ),
        )
    )


def _headings(body: type[Body]) -> dict[str, str]:
    """Each field with the heading of its column."""
    return {OCCURRED: DATE.label} | {name: one.label for name, one in described(body).items()}


def _names(body: type[Body]) -> dict[str, str]:
    """Every name of a field, folded; its own name goes before the words of others."""
    found = {fold(name): name for name in body.__struct_fields__} | {OCCURRED: OCCURRED}
    for name, one in described(body).items():
        for said in (one.label, one.history_name, name.replace("_", " ")):
            found.setdefault(fold(said), name)
    for said in (DATE.label, body.DATED_BY):
        found.setdefault(fold(said), OCCURRED)
    for said, name in _form_names(body).items():
        found.setdefault(said, name)
    return found


def _form_names(body: type[Body]) -> dict[str, str]:
    """Headings of sheets that call a field of the event by a word of their own: `Mulai` for its date."""
    from domain.kinds import TYPES
    from domain.sheets.registry import SHEETS

    fields = {OCCURRED, *described(body)}
    types = {name for name, one in TYPES.items() if one is body}
    found: dict[str, str] = {}
    for sheet in SHEETS:
        behind = {column: name for (type_, name), column in sheet.alias.items() if type_ in types}
        for column in sheet.columns:
            name = behind.get(column.field, column.field)
            if name in fields:
                found.setdefault(fold(column.label), name)
    return found
