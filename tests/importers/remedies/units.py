"""Units and innovations that are not there, or there twice."""

from __future__ import annotations

from tests.importers.remedies.case import (
    IDEA,
    RECORDED,
    Case,
    Way,
    add,
    book,
    choose,
    edit,
    put,
    type_after,
)

UNITS = [
    Case(
        "a slip of a unit",
        book({"Unit": RECORDED["Unit"], "Ide": [{**IDEA, "Unit": "Dinuju"}]}),
        "Ide!D2",
        (
            Way(
                "choose",
                choose("Ide_D2", "Dinuji"),
                {"idea.proposed": {"units": ["3303/unit/000001"]}},
            ),
            Way(
                "added",
                edit(add("Unit", Kunci="U-9", Jenis="OPD", Nama="Dinas Juju", Nama_Singkat="Dinuju")),
                {"idea.proposed": {"units": ["3303/unit/000005"]}, "unit.registered": {"short": "Dinuju"}},
            ),
        ),
    ),
    Case(
        "a unit that nobody knows",
        book(
            {
                "Unit": [{"Kunci": "U-3", "Jenis": "OPD", "Nama": "Kantor Arsip", "Nama Singkat": "Karsip"}],
                "Inovasi": [{"Kunci": "INO-7", "Judul": "Loket", "Unit": "Bappenda"}],
            }
        ),
        "Inovasi!E2",
        (
            Way(
                "choose",
                choose("Inovasi_E2", "Karsip"),
                {"innovation.designed": {"title": "Loket", "unit": "3303/unit/000005"}},
            ),
            Way(
                "added",
                edit(add("Unit", Kunci="U-4", Jenis="OPD", Nama="Badan Pendapatan", Nama_Singkat="Bappenda")),
                {"innovation.designed": {"title": "Loket", "unit": "3303/unit/000006"}},
            ),
        ),
    ),
]


TWINS = [
    Case(
        "a name of two innovations",
        book(
            {
                "Inovasi": [
                    {"Kunci": "INO-8", "Judul": "Loket Cepat", "Unit": "U-1"},
                    {"Kunci": "INO-9", "Judul": "Loket Cepat", "Unit": "U-2"},
                ],
                "Penerapan": [{"Kunci": "P-1", "Inovasi": "loket cepat", "Tanggal": "2022"}],
            }
        ),
        "Penerapan!B2",
        (
            Way(
                "the first key",
                type_after("Penerapan_B2", "dimaksud: "),
                {"innovation.implemented": {}},
            ),
        ),
    ),
    Case(
        "a name of two units of the file",
        book(
            {
                "Unit": [
                    {"Kunci": "U-8", "Jenis": "OPD", "Nama": "Badan Arsip", "Nama Singkat": "BA"},
                    {"Kunci": "U-9", "Jenis": "OPD", "Nama": "Badan Aset", "Nama Singkat": "BA"},
                ],
                "Inovasi": [{"Kunci": "INO-7", "Judul": "Loket", "Unit": "BA"}],
            }
        ),
        "Inovasi!E2",
        (
            Way(
                "the first key",
                type_after("Inovasi_E2", "dimaksud: "),
                {"innovation.designed": {"unit": "3303/unit/000005"}},
            ),
            Way(
                "the other key",
                edit(put(Inovasi_E2="U-9")),
                {"innovation.designed": {"unit": "3303/unit/000006"}},
            ),
        ),
    ),
    Case(
        "a name of two units that are recorded",
        book({"Inovasi": [{"Kunci": "INO-7", "Judul": "Loket", "Unit": "karangsari"}]}),
        "Inovasi!E2",
        (
            Way(
                "the first key",
                type_after("Inovasi_E2", "dimaksud: "),
                {"innovation.designed": {"unit": "3303/unit/000003"}},
            ),
            Way(
                "the other key",
                edit(put(Inovasi_E2="D-4")),
                {"innovation.designed": {"unit": "3303/unit/000004"}},
            ),
        ),
    ),
]
CASES = [*UNITS, *TWINS]
