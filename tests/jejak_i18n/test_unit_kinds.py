"""What a region calls its kinds of unit is data, by province and time; every such word is read everywhere."""

import pytest

from domain import dates, terms
from jejak_i18n import labels
from jejak_i18n.unit_kinds import unit_kind_label, unit_kind_label_over
from schemas.regions import regions
from schemas.unit_kinds import spellings, unit_kinds

PAPUA = [
    code for code, one in regions().items() if len(code) == 2 and one["name"].startswith("Provinsi Papua")
]
CALLED = [
    ("kecamatan", "33.03", None, "Kecamatan"),
    ("kecamatan", "95.01", None, "Distrik"),
    ("kecamatan", "9501", "2016", "Distrik"),
    ("kelurahan", "95.01", None, "Kelurahan"),
    ("opd", "33.03", None, "OPD"),
    ("opd", "33.03", "2016", "SKPD"),
    ("opd", "33.03", "2016-12-31", "SKPD"),
    ("opd", "33.03", "2016-12-31/2017-01-02", "OPD"),
    ("opd", "33.03", "2017", "OPD"),
    ("opd", None, "2015-03", "SKPD"),
    ("opd", "11.01", None, "SKPK"),
    ("opd", "11", "2016", "SKPK"),
    ("bumd", "11.01", "2016", "BUMD"),
    (None, "11.01", None, ""),
]


@pytest.mark.parametrize(("kind", "region", "day", "label"), CALLED)
def test_a_kind_is_called_as_its_region_calls_it(
    kind: str | None, region: str | None, day: str | None, label: str
) -> None:
    assert unit_kind_label(kind, region, day) == label


def test_regions_that_differ_share_the_general_label() -> None:
    assert unit_kind_label_over("kecamatan", ["95.01", "91.03"]) == "Distrik"
    assert unit_kind_label_over("kecamatan", ["95.01", "33.03"]) == "Kecamatan"
    assert unit_kind_label_over("opd", ["11.01", "33.03"], "2016") == "SKPD"
    assert unit_kind_label_over("opd", []) == "OPD"


def test_the_districts_are_those_of_all_provinces_of_papua() -> None:
    (districts,) = [one for one in unit_kinds().labels if one.label == "Distrik"]
    assert list(districts.provinces) == PAPUA
    assert len(PAPUA) == 6


def test_every_label_names_its_source_and_how_sure_it_is() -> None:
    for one in unit_kinds().labels:
        assert one.kind in terms.UNIT_KINDS
        assert one.source
        assert one.certainty in labels.LABELS["certainty"]
        assert set(one.provinces) <= regions().keys()
        assert all(dates.span(day) for day in (one.since, one.until) if day)
    assert {one.label: one.certainty for one in unit_kinds().labels} == {
        "Distrik": "confirmed",
        "SKPK": "confirmed",
        "SKPD": "unconfirmed",
    }


def test_what_any_region_calls_a_kind_is_read_everywhere() -> None:
    for kind, written in spellings().items():
        assert {labels.code_of("unit_kind", one) for one in written} == {kind}
    said = ["distrik", "skpk", "UPTD", "Perguruan Tinggi", "masyarakat umum", "Sekretariat Daerah", "SKPD"]
    assert [labels.code_of("unit_kind", one) for one in said] == [
        *("kecamatan", "opd", "upt", "universitas", "public", "sekretariat", "opd"),
    ]
    assert labels.code_of("initiator", "SKPK") == "unit"
