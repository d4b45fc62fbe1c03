"""365 ideas became 140: by merges, by selection, or by both. Three records that the funnel tells apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.e2e.lab_files import Rows, lab, numbered, recorded, said, shown, stages, workspace

REGION, SLUG = "33.73", "salatiga-2019"
PROPOSED, LAUNCHED = 365, 140
MERGES, TRIPLES = 140, 85
"""140 merges take up all 365 ideas: 85 of three and 55 of two."""
HEADS = (
    "ideas_proposed",
    "made_by_merge",
    "merged_away",
    "withdrawn",
    "not_continued",
    "designed",
    "launched",
)


def ideas() -> list[dict[str, Any]]:
    return numbered(
        "IDE",
        (
            {"Judul": f"Ide {n}", "Jenis Usulan": "ide baru", "Unit": "SD Contoh", "Tanggal": "13 Maret 2019"}
            for n in range(1, PROPOSED + 1)
        ),
    )


def merges(sizes: list[int]) -> list[dict[str, Any]]:
    """Merges that take up ideas from the first on."""
    rows, at = [], 1
    for number, size in enumerate(sizes, 1):
        sources = "; ".join(f"IDE-{one:03d}" for one in range(at, at + size))
        rows.append(
            {
                "Ide Sumber": sources,
                "Judul Baru": f"Gabungan {number}",
                "Alasan": "agar lebih fokus",
                "Tanggal": "19 Juni 2019",
            }
        )
        at += size
    return numbered("GAB", rows)


def ended(numbers: range, ending: str, code: str) -> list[dict[str, Any]]:
    return [
        {"Kunci": f"AKH-{n:03d}", "Ide": f"IDE-{n:03d}", "Keputusan": ending, "Kode Alasan": code}
        | {"Tanggal": "20 Juni 2019"}
        for n in numbers
    ]


def designed(keys: list[str]) -> Rows:
    """The ideas that were taken into design, all of them launched."""
    found = (
        {"Ide": key, "Judul": f"Inovasi {key}", "Unit": "SD Contoh", "Tanggal": "20 Juni 2019"}
        for key in keys
    )
    launches = ({"Inovasi": f"INO-{n:03d}", "Tanggal": "14 November 2019"} for n in range(1, len(keys) + 1))
    return {"Inovasi": numbered("INO", found), "Peluncuran": numbered("PLC", launches)}


def by_merge() -> Rows:
    sizes = [3] * TRIPLES + [2] * (MERGES - TRIPLES)
    return {"Penggabungan": merges(sizes), **designed([f"GAB-{n:03d}" for n in range(1, MERGES + 1)])}


def by_selection() -> Rows:
    kept = [f"IDE-{n:03d}" for n in range(1, LAUNCHED + 1)]
    return {
        "Akhir Ide": ended(range(LAUNCHED + 1, PROPOSED + 1), "tidak dilanjutkan", "pemusatan"),
        **designed(kept),
    }


def by_both() -> Rows:
    """40 merges of two, 100 ideas as they were, 150 not continued, 35 withdrawn."""
    left = [
        *ended(range(181, 331), "tidak dilanjutkan", "pemusatan"),
        *ended(range(331, 366), "ditarik", "bukan waktunya"),
    ]
    keys = [*(f"GAB-{n:03d}" for n in range(1, 41)), *(f"IDE-{n:03d}" for n in range(81, 181))]
    return {"Penggabungan": merges([2] * 40), "Akhir Ide": left, **designed(keys)}


WAYS = {
    "merge": (by_merge, (365, 140, 365, 0, 0, 140, 140), []),
    "selection": (by_selection, (365, 0, 0, 0, 225, 140, 140), [("not_continued", "focus", 225)]),
    "both": (
        by_both,
        (365, 40, 80, 35, 150, 140, 140),
        [("not_continued", "focus", 150), ("withdrawn", "not_the_time", 35)],
    ),
}
SCREENS = {
    "merge": (
        ("Hasil penggabungan", 140),
        ("Digabung ke ide lain", 365),
        ("Ditarik", 0),
        ("Tidak dilanjutkan", 0),
    ),
    "selection": (
        ("Hasil penggabungan", 0),
        ("Digabung ke ide lain", 0),
        ("Ditarik", 0),
        ("Tidak dilanjutkan", 225),
    ),
    "both": (
        ("Hasil penggabungan", 40),
        ("Digabung ke ide lain", 80),
        ("Ditarik", 35),
        ("Tidak dilanjutkan", 150),
    ),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The workspaces of the three ways."""
    folder, homes = tmp_path_factory.mktemp("salatiga"), {}
    unit = {"Kunci": "UNT-1", "Jenis": "Sekolah", "Nama": "Sekolah Dasar Contoh", "Nama Singkat": "SD Contoh"}
    held = stages(("diagnose", "13 Maret 2019", "15 Maret 2019"), ("design", "19 Juni 2019", "20 Juni 2019"))
    for way, (rows, _numbers, _reasons) in WAYS.items():
        homes[way] = workspace(folder / way, REGION)
        recorded(
            homes[way],
            REGION,
            SLUG,
            {**lab(SLUG, "13 Maret 2019"), **held, "Unit": [unit], "Ide": ideas(), **rows()},
        )
    return homes


@pytest.mark.parametrize("way", WAYS)
def test_the_answer_tells_the_way(told: dict[str, Path], way: str) -> None:
    data = shown(told[way], "lab", "funnel", SLUG)
    _rows, numbers, reasons = WAYS[way]
    assert tuple(data[head] for head in HEADS) == numbers
    assert [(one["ending"], one["code"], one["count"]) for one in data["ended_because"]] == reasons
    came = data["ideas_proposed"] + data["made_by_merge"] + data["made_by_split"]
    gone = ("merged_away", "split_away", "withdrawn", "not_continued", "open", "designed")
    assert came == sum(data[one] for one in gone)


@pytest.mark.parametrize("way", WAYS)
def test_the_screen_tells_the_way(told: dict[str, Path], way: str) -> None:
    lines = [line.split() for line in said(told[way], "lab", "funnel", SLUG).splitlines()]
    figures = {" ".join(words[:-1]): words[-1] for words in lines if words and words[-1].isdecimal()}
    assert figures["Ide diusulkan"] == "365"
    for name, number in SCREENS[way]:
        assert figures[name] == str(number), name
    assert (figures["Dirancang menjadi inovasi"], figures["Diluncurkan"]) == ("140", "140")


def test_before_design_all_three_are_alike(told: dict[str, Path]) -> None:
    found = [shown(home, "lab", "funnel", SLUG, "--as-of", "2019-05-31") for home in told.values()]
    assert [(one["ideas_proposed"], one["open"], one["launched"]) for one in found] == [(365, 365, 0)] * 3


def test_a_merged_innovation_leads_back_to_all_its_ideas(told: dict[str, Path]) -> None:
    tree = shown(told["merge"], "catalogue", "show", "3373-0001", "--lineage")["tree"]
    assert [one["title"] for one in tree["from"][0]["from"]] == ["Ide 1", "Ide 2", "Ide 3"]
    alone = shown(told["selection"], "catalogue", "show", "3373-0001", "--lineage")["tree"]
    assert [(one["title"], one["from"]) for one in alone["from"]] == [("Ide 1", [])]
