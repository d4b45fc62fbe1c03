"""A field is named as forms print it, in every event that can be corrected."""

from __future__ import annotations

import pytest

from commands.common.field_names import field_named
from domain.base import Body, Refused
from domain.delivery import Trialled
from domain.fields import described
from domain.kinds import TYPES
from domain.sheets.registry import SHEETS
from jejak_i18n import sentence

FORMS = [
    ("lab.stage_opened", "Mulai", "occurred"),
    ("lab.stage_closed", "selesai", "occurred"),
    ("lab.paused", "Dijeda", "occurred"),
    ("innovation.measured", "Tanggal Sesudah", "occurred"),
    ("innovation.link_checked", "Tautan Dibuka", "occurred"),
    ("innovation.took_in", "Inovasi yang Digabung", "absorbed"),
    ("innovation.trialled", " Tanggal", "occurred"),
    ("innovation.trialled", "TEMPAT", "place"),
]


@pytest.mark.parametrize(("type_", "text", "field"), FORMS)
def test_a_field_is_named_as_its_form_prints_it(type_: str, text: str, field: str) -> None:
    assert field_named(TYPES[type_], text) == field


def test_every_heading_of_a_form_names_what_it_fills() -> None:
    wrong = []
    for sheet in SHEETS:
        labels = {column.field: column.label for column in sheet.columns if not column.personal}
        for (type_, name), filled in sheet.alias.items():
            if type_ in TYPES and filled in labels and not name.startswith("@"):
                found = field_named(TYPES[type_], labels[filled])
                wrong += [(type_, labels[filled], found)] if found != name else []
    assert wrong == []


@pytest.mark.parametrize("body", TYPES.values(), ids=lambda body: body.__name__)
def test_every_field_is_found_by_its_heading(body: type[Body]) -> None:
    found = {one.label: field_named(body, f" {one.label.upper()} ") for one in described(body).values()}
    labels = [one.label for one in described(body).values()]
    assert {label for label in labels if described(body)[found[label]].label != label} == set()


def test_a_heading_that_is_nearly_right_is_asked_about() -> None:
    with pytest.raises(Refused) as caught:
        field_named(Trialled, "Tempatt")
    ((_field, why),) = caught.value.reasons
    assert 'Maksudnya "Tempat"?' in sentence(why)
