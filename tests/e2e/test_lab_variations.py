"""The ways in which labs differed, each as a workbook: phases, stages left out, pauses, orders, dates."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from ledger.workspace.workspace import open_at
from projections.read_session import open_session
from projections.views.labs import labs, pauses
from tests.e2e.lab_files import Rows, lab, numbered, recorded, said, shown, stages, workspace

UNIT: Rows = {
    "Unit": [{"Kunci": "UNT-1", "Jenis": "OPD", "Nama": "Dinas Contoh", "Nama Singkat": "Dincontoh"}]
}
SIGNERS: Rows = {
    "Orang": [
        {"Kunci": "ORG-1", "Jabatan": "Bupati"},
        {"Kunci": "ORG-2", "Jabatan": "Camat", "Unit": "Dincontoh"},
    ]
}


def innovation(count: int, when: str | int | None = None) -> Rows:
    """So many innovations of one unit."""
    named = ({"Judul": f"Inovasi {number}", "Unit": "Dincontoh", "Tanggal": when} for number in range(count))
    return {**UNIT, "Inovasi": numbered("INO", named)}


def days(home: Path, slug: str, *time: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """The stages with their local names and days."""
    found = shown(home, "lab", "show", slug, *time)["stages"]
    return [(one["stage"], one["local_name"], one["from"], one["to"]) for one in found]


def of_lab(home: Path, as_of: str | None = None) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The one lab with its pauses, now or as of a day."""
    with closing(open_session(open_at(home), as_of=as_of)) as session:
        row = session.connection.execute(select(labs)).mappings().one()
        broken = session.connection.execute(select(pauses).order_by(pauses.c.run)).mappings().all()
        return dict(row), [dict(one) for one in broken]


def test_four_phases_with_names_of_their_own(tmp_path: Path) -> None:
    home = workspace(tmp_path / "kebumen", "33.05")
    phases = stages(
        ("drum up", 2016, 2016, "Tahap I"),
        ("diagnose", 2016, 2016, "Tahap I"),
        ("design", 2016, 2016, "Tahap II"),
        ("launching", "Jumat, 10 Juni 2016", "10 Juni 2016", "Tahap III"),
        ("display", None, None, "Tahap IV"),
    )
    recorded(home, "33.05", "kebumen-2016", lab("kebumen-2016", 2016) | phases)
    assert days(home, "kebumen-2016") == [
        ("drum_up", "Tahap I", "2016", "2016"),
        ("diagnose", "Tahap I", "2016", "2016"),
        ("design", "Tahap II", "2016", "2016"),
        ("launching", "Tahap III", "2016-06-10", "2016-06-10"),
        ("display", "Tahap IV", None, None),
    ]
    lines = [" ".join(line.split()) for line in said(home, "lab", "show", "kebumen-2016").splitlines()]
    assert "launching Tahap III 10 Juni 2016 10 Juni 2016" in lines


def test_a_lab_closed_short_of_its_stages_without_a_known_reason(tmp_path: Path) -> None:
    home = workspace(tmp_path / "purbalingga", "33.03")
    held = stages(
        ("drum up", "10 Agustus 2016", "11 Agustus 2016"), ("diagnose", "10 Agustus 2016", "11 Agustus 2016")
    )
    closing_row: Rows = {"Penutupan Lab": [{"Kunci": "TTP-1", "Tanggal": 2016}]}
    recorded(
        home, "33.03", "purbalingga-2016", lab("purbalingga-2016", "10 Agustus 2016") | held | closing_row
    )
    assert [one[0] for one in days(home, "purbalingga-2016")] == ["drum_up", "diagnose"]
    row, _pauses = of_lab(home)
    closed = ("closed", "lab_closed_on", "closed_because", "closed_by")
    assert [row[name] for name in closed] == [True, "2016", None, None]
    assert of_lab(home, "2016-08-31")[0]["closed"] is False


@pytest.mark.parametrize(
    ("signed", "medium"),
    [("10 Agustus 2016", "naskah"), ("14 November 2016", "papan"), ("15 Desember 2016", "TTE")],
    ids=["at drum up", "at the launching", "after the launching"],
)
def test_the_commitment_is_signed_whenever_it_is(tmp_path: Path, signed: str, medium: str) -> None:
    home = workspace(tmp_path / "komitmen", "33.03")
    held = stages(("drum up", "10 Agustus 2016", "10 Agustus 2016"), ("launching", "14 November 2016"))
    paper = {
        "Kunci": "PJJ-1",
        "Jenis": "komitmen",
        "Judul": "Komitmen Inovasi",
        "Tanggal": signed,
        "Media": medium,
    }
    signatures = numbered(
        "TTD",
        (
            {"Perjanjian": "PJJ-1", "Orang": "ORG-1", "Peran": "penanda tangan", "Kapasitas": "definitif"},
            {"Perjanjian": "PJJ-1", "Orang": "ORG-2", "Peran": "penanda tangan", "Mewakili": "para camat"},
        ),
    )
    launched: Rows = {
        "Acara": [
            {"Kunci": "ACR-1", "Jenis": "peluncuran", "Nama": "Peluncuran", "Tanggal": "14 November 2016"}
        ],
        "Peluncuran": [
            {"Kunci": "PLC-1", "Inovasi": "INO-001", "Acara": "ACR-1", "Tanggal": "14 November 2016"}
        ],
    }
    rows = lab("l-1", 2016) | held | innovation(1, 2016) | launched | SIGNERS
    recorded(home, "33.03", "l-1", {**rows, "Perjanjian": [paper], "Penanda Tangan": signatures})
    (found,) = shown(home, "lab", "show", "l-1")["agreements"]
    assert [(one["post"], one["representing"]) for one in found["signatures"]] == [
        ("Bupati", None),
        ("Camat", "para camat"),
    ]
    screen = said(home, "lab", "show", "l-1")
    assert f"Komitmen Inovasi, {signed}\n" in screen
    assert "  penanda tangan: Camat (hanya mewakili para camat)\n" in screen
    assert shown(home, "lab", "funnel", "l-1")["launched"] == 1


def test_two_late_ideas_stand_in_the_funnel(tmp_path: Path) -> None:
    home = workspace(tmp_path / "susulan", "33.03")
    held = stages(("diagnose", "12 Oktober 2022", "13 Oktober 2022"), ("launching", "15 Desember 2022"))
    dates = ["12 Oktober 2022"] * 100 + ["13 Oktober 2022"] * 74 + ["23 November 2022", "1 Desember 2022"]
    proposed = (
        {"Judul": f"Ide {number}", "Jenis Usulan": "ide baru", "Unit": "Dincontoh", "Tanggal": when}
        for number, when in enumerate(dates, 1)
    )
    designed = (
        {"Ide": f"IDE-{number:03d}", "Judul": f"Inovasi {number}", "Unit": "Dincontoh", "Tanggal": 2022}
        for number in range(1, 177)
    )
    launched = ({"Inovasi": f"INO-{number:03d}", "Tanggal": "15 Desember 2022"} for number in range(1, 177))
    rows: Rows = {
        "Ide": numbered("IDE", proposed),
        "Inovasi": numbered("INO", designed),
        "Peluncuran": numbered("PLC", launched),
    }
    recorded(home, "33.03", "l-3", lab("l-3", "12 Oktober 2022") | held | UNIT | rows)
    data = shown(home, "lab", "funnel", "l-3")
    assert [data[one] for one in ("ideas_proposed", "proposed_late", "designed", "launched")] == [
        176,
        2,
        176,
        176,
    ]
    then = shown(home, "lab", "funnel", "l-3", "--as-of", "2022-10-31")
    assert (then["ideas_proposed"], then["proposed_late"]) == (174, 0)
    screen = said(home, "lab", "funnel", "l-3")
    assert "    di antaranya 2 diusulkan setelah diagnose\n" in screen
    assert "setelah diagnose" not in said(home, "lab", "funnel", "l-3", "--as-of", "2022-10-31")


def test_no_idea_is_late_where_the_end_of_diagnose_is_not_known(tmp_path: Path) -> None:
    home = workspace(tmp_path / "terbuka", "33.03")
    idea = {"Judul": "Ide", "Jenis Usulan": "ide baru", "Unit": "Dincontoh", "Tanggal": "1 Desember 2022"}
    held = stages(("diagnose", "12 Oktober 2022"))
    recorded(home, "33.03", "l-3", lab("l-3", 2022) | held | UNIT | {"Ide": numbered("IDE", [idea])})
    assert shown(home, "lab", "funnel", "l-3")["proposed_late"] == 0


def test_a_lab_without_lan(tmp_path: Path) -> None:
    home = workspace(tmp_path / "banyumas", "33.02")
    held = stages(("diagnose", "26 Juni 2024", "27 Juni 2024"))
    day: Rows = {
        "Lokakarya": [
            {
                "Kunci": "LKY-1",
                "Tahap": "diagnose",
                "Tanggal": "26–27 Juni 2024",
                "Cara": "luring",
                "Kehadiran": "Tim unit, dengan pengajar Universitas Jenderal Soedirman",
                "Unit Hadir": "Dincontoh",
                "Jumlah Hadir": 30,
            }
        ]
    }
    recorded(home, "33.02", "banyumas-2024", lab("banyumas-2024", "26 Juni 2024") | held | UNIT | day)
    data = shown(home, "lab", "show", "banyumas-2024")
    assert data["facilitator"] is None
    assert [one["occurred"] for one in data["workshops"]] == ["2024-06-26/2024-06-27"]
    assert [one["stage"] for one in data["stages"]] == ["diagnose"]
    assert data["participants"] == {}


def test_a_pause_of_a_year(tmp_path: Path) -> None:
    home = workspace(tmp_path / "banjar", "63.03")
    held = stages(("design", 2020, 2020, "Design"), ("design", "4 Maret 2021", None, "Design (dilanjutkan)"))
    why = "Anggaran dialihkan untuk pandemi."
    broken: Rows = {
        "Jeda Lab": [{"Kunci": "JDA-1", "Dijeda": 2020, "Dilanjutkan": "4 Maret 2021", "Alasan": why}]
    }
    recorded(home, "63.03", "banjar-2", lab("banjar-2", 2019) | held | broken)
    first, second = (
        ("design", "Design", "2020", "2020"),
        ("design", "Design (dilanjutkan)", "2021-03-04", None),
    )
    assert days(home, "banjar-2") == [first, second]
    assert days(home, "banjar-2", "--as-of", "2020-12-31") == [first]
    assert days(home, "banjar-2", "--as-of", "2021-06-01") == [first, second]
    whole = {"paused_on": "2020", "resumed_on": "2021-03-04", "resumed": True, "reason": why}
    for day, paused, stands in (
        (None, False, whole),
        ("2021-06-01", False, whole),
        ("2020-12-31", True, {**whole, "resumed_on": None, "resumed": False}),
    ):
        row, (pause,) = of_lab(home, day)
        assert (row["paused"], {name: pause[name] for name in whole}) == (paused, stands)
    assert of_lab(home, "2019-12-31")[1] == []


def test_a_pause_whose_end_comes_with_a_later_import(tmp_path: Path) -> None:
    home = workspace(tmp_path / "banjar", "63.03")
    row = {"Kunci": "JDA-1", "Dijeda": "Maret 2020", "Alasan": "wabah."}
    recorded(home, "63.03", "banjar-2", lab("banjar-2", 2019) | {"Jeda Lab": [row]})
    assert of_lab(home)[0]["paused"] is True
    again = lab("banjar-2", 2019) | {"Jeda Lab": [{**row, "Dilanjutkan": "4 Maret 2021"}]}
    recorded(home, "63.03", "banjar-2", again)
    found, (pause,) = of_lab(home)
    assert (found["paused"], pause["paused_on"], pause["resumed_on"]) == (False, "2020-03", "2021-03-04")


def test_launching_and_display_are_one_event(tmp_path: Path) -> None:
    home = workspace(tmp_path / "expo", "33.03")
    when = "15 Desember 2022"
    both: Rows = {
        "Acara": [
            {"Kunci": "ACR-1", "Jenis": "peluncuran", "Nama": "Purbalingga Expo", "Tanggal": when},
            {"Kunci": "ACR-2", "Jenis": "pameran", "Nama": "Purbalingga Expo", "Tanggal": when},
        ],
        "Peluncuran": numbered(
            "PLC", ({"Inovasi": f"INO-00{one}", "Acara": "ACR-1", "Tanggal": when} for one in (1, 2))
        ),
        "Pameran": numbered("PMR", [{"Inovasi": "INO-001", "Acara": "ACR-2", "Tanggal": when}]),
    }
    held = stages(("launching", when, when), ("display", when, when))
    recorded(home, "33.03", "l-3", lab("l-3", 2022) | held | innovation(2, 2022) | both)
    assert days(home, "l-3") == [(one, None, "2022-12-15", "2022-12-15") for one in ("launching", "display")]
    ceremonies = shown(home, "lab", "show", "l-3")["ceremonies"]
    assert [(one["kind"], one["name"], one["occurred"]) for one in ceremonies] == [
        ("launching", "Purbalingga Expo", "2022-12-15"),
        ("display", "Purbalingga Expo", "2022-12-15"),
    ]
    data = shown(home, "lab", "funnel", "l-3")
    assert (data["launched"], data["displayed"]) == (2, 1)
    lines = said(home, "history", "3303-0001")
    assert "15 Des 2022  Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain." in lines
    assert "15 Des 2022  Dipamerkan pada Purbalingga Expo." in lines


def test_monitoring_comes_before_launching(tmp_path: Path) -> None:
    home = workspace(tmp_path / "salatiga", "33.73")
    held = stages(
        ("monitoring", "28 Agustus 2019", "30 Agustus 2019", "Deliver Monitoring"),
        ("launching", "14 November 2019", "14 November 2019", "Deliver Launching"),
    )
    deeds: Rows = {
        "Monitoring": [
            {
                "Kunci": "MON-1",
                "Inovasi": "INO-001",
                "Tanggal": "28 s.d. 30 Agustus 2019",
                "Cara": "langsung",
                "Temuan": "Sudah berjalan.",
            }
        ],
        "Peluncuran": [{"Kunci": "PLC-1", "Inovasi": "INO-001", "Tanggal": "14 November 2019"}],
    }
    recorded(home, "33.73", "l-2", lab("l-2", 2019) | held | innovation(1, 2019) | deeds)
    assert [one[0] for one in days(home, "l-2")] == ["monitoring", "launching"]
    types = [one["type"] for one in shown(home, "history", "3373-0001")["entries"]]
    assert types.index("innovation.monitored") < types.index("innovation.launched")
    then = shown(home, "lab", "funnel", "l-2", "--as-of", "2019-10-31")
    assert (then["monitored"], then["launched"]) == (1, 0)


WRITTEN: dict[str, tuple[str, tuple[tuple[str, Any, str], ...]]] = {
    "yogyakarta-2015": (
        "34.71",
        (
            ("drum up", "24–25 Feb 2015", "2015-02-24/2015-02-25"),
            ("launching", "22 Mei 2015", "2015-05-22"),
            ("display", "Oktober 2015", "2015-10"),
        ),
    ),
    "muara-enim-2015": (
        "16.03",
        (("drum up", "akhir Mei 2015", "2015-05"), ("display", "Nov 2015", "2015-11")),
    ),
    "pontianak-2015": (
        "61.71",
        (("preparation", "11 Nov 2015", "2015-11-11"), ("launching", "11 Feb 2016", "2016-02-11")),
    ),
    "kebumen-2016": ("33.05", (("launching", "Jumat, 10 Jun 2016", "2016-06-10"),)),
    "purbalingga-2016": ("33.03", (("drum up", "10-11 Agt 2016", "2016-08-10/2016-08-11"),)),
    "surakarta-2017": (
        "33.72",
        (
            ("design", "18–20 Sep 2017", "2017-09-18/2017-09-20"),
            ("display", "minggu ke-4 November 2017", "2017-11"),
        ),
    ),
    "lebak-2018": (
        "36.02",
        (
            ("preparation", "28–30 Nov 2018", "2018-11-28/2018-11-30"),
            ("display", "12–14 Des 2019", "2019-12-12/2019-12-14"),
        ),
    ),
    "salatiga-2019": (
        "33.73",
        (
            ("drum up", "13–15 Mar 2019", "2019-03-13/2019-03-15"),
            ("design", "19–20 Juni 2019", "2019-06-19/2019-06-20"),
            ("monitoring", "28–30 Agustus 2019", "2019-08-28/2019-08-30"),
            ("launching", "14 Nov 2019", "2019-11-14"),
        ),
    ),
    "aceh-tengah-2019": (
        "11.04",
        tuple((one, "4–6 Mar 2019", "2019-03-04/2019-03-06") for one in ("drum up", "diagnose", "design")),
    ),
    "banggai-kepulauan-2019": (
        "72.07",
        tuple(
            (one, "13–14 Agustus 2019", "2019-08-13/2019-08-14") for one in ("drum up", "diagnose", "design")
        ),
    ),
    "manggarai-2020": ("53.10", (("drum up", "14 Mei 2020", "2020-05-14"),)),
    "banjar-2017": (
        "63.03",
        (
            ("preparation", "16 Mar 2017", "2017-03-16"),
            ("launching", 2018, "2018"),
            ("design", "4 Maret 2021", "2021-03-04"),
        ),
    ),
    "nias-utara-2021": (
        "12.24",
        (
            ("drum up", "Maret - April 2021", "2021-03/2021-04"),
            ("launching", "Okt – 5 Nov 2021", "2021-10/2021-11-05"),
        ),
    ),
    "tegal-2021": ("33.28", (("launching", "Nov 2021", "2021-11"), ("display", "31 Jan 2022", "2022-01-31"))),
    "purbalingga-2022": (
        "33.03",
        (
            ("diagnose", "12–13 Okt 2022", "2022-10-12/2022-10-13"),
            ("design", "23 Nov 2022", "2022-11-23"),
            ("launching", "15 Des 2022", "2022-12-15"),
            ("display", "15 Des 2022", "2022-12-15"),
        ),
    ),
    "banjar-2025": ("63.03", (("drum up", "mulai 19 Mei 2025", "2025-05-19"),)),
    "banyumas-2024": ("33.02", (("diagnose", "26–27 Juni 2024", "2024-06-26/2024-06-27"),)),
}
"""Labs with their regions, and the first days of stages as the sources write them and as they are kept."""


@pytest.mark.parametrize("slug", WRITTEN)
def test_dates_as_the_sources_write_them(tmp_path: Path, slug: str) -> None:
    region, written = WRITTEN[slug]
    home = workspace(tmp_path / "ruang", region)
    named = [("persiapan" if stage == "preparation" else stage, when) for stage, when, _iso in written]
    recorded(home, region, slug, lab(slug, None) | stages(*named))
    found = shown(home, "lab", "show", slug)["stages"]
    assert sorted((one["stage"], one["from"]) for one in found) == sorted(
        (stage.replace(" ", "_"), iso) for stage, _when, iso in written
    )


def test_words_that_a_date_cannot_hold_are_kept(tmp_path: Path) -> None:
    home = workspace(tmp_path / "surakarta", "33.72")
    shown_at: Rows = {
        "Pameran": numbered("PMR", [{"Inovasi": "INO-001", "Tanggal": "minggu ke-4 November 2017"}]),
    }
    recorded(home, "33.72", "surakarta-2017", lab("surakarta-2017", 2017) | innovation(1, 2017) | shown_at)
    (entry,) = (
        one for one in shown(home, "history", "3372-0001")["entries"] if one["type"] == "innovation.displayed"
    )
    assert (entry["occurred"], entry["remarks"]) == (
        "2017-11",
        ['Tertulis "minggu ke-4 November 2017" (tanggal).'],
    )
