"""replay, trace and the state of the views as workbooks."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from jejak_i18n.formatting import minute
from tests.helpers import invoke

NOTE = "Posisi rekam jejak: 115"


def written(tmp_path: Path, home: Path, *words: str) -> Any:
    """The one sheet of the workbook that a verb wrote."""
    file = tmp_path / "daftar.xlsx"
    done = invoke(*words, "--xlsx", file, "--home", home)
    assert (done.status, done.err) == (0, f"Daftar ditulis: {file}\n")
    (sheet,) = load_workbook(file).worksheets
    return sheet


def rows(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(values_only=True))


def test_replay_as_a_workbook(life: Path, tmp_path: Path) -> None:
    sheet = written(tmp_path, life, "replay", "3303-I0006")
    assert sheet.title == "Langkah demi langkah"
    titled, noted, _blank, head, first, *others = rows(sheet)
    assert (titled[0], noted[0]) == ("3303-I0006  Retribusi dan Izin Pasar", NOTE)
    assert head == (
        ("No.", "Dicatat pada", "Peristiwa", "Tanggal", "Kejadian", "Yang berubah", "Untuk")
        + ("Sel asal", "Dicatat oleh")
    )
    assert first == (
        1,
        "2 Juni 2023",
        18,
        "12 Okt 2022",
        'Diusulkan sebagai ide 3303-I0001 "Retribusi Nontunai" oleh Dindag.',
        "lab: – → Lab Purbalingga 2022\njudul: – → Retribusi Nontunai\nasal: – → diusulkan\n"
        "jenis usulan: – → ide baru\nstatus: – → terbuka\ntanggal ide: – → 12 Oktober 2022",
        "3303-I0001",
        "",
        "Analis",
    )
    assert [(row[2], row[3], row[5], row[6]) for row in others][-2:] == [
        (31, "23 Nov 2022", "disetujui: tidak → ya\ntanggal disetujui: – → 23 November 2022", "3303-I0006"),
        (
            33,
            "23 Nov 2022",
            "status: terbuka → dirancang menjadi inovasi\nkelanjutan: – → 3303-0001\n"
            "tanggal berakhir: – → 23 November 2022",
            "3303-I0006",
        ),
    ]


def test_rows_are_as_high_as_their_text(life: Path, tmp_path: Path) -> None:
    sheet = written(tmp_path, life, "replay", "SIMPEL", "--until", "38")
    changes = {row[2].value: row[5].value.count("\n") for row in sheet.iter_rows(min_row=5)}
    heights = {row[2].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows(min_row=5)}
    # The height of one line is that of rows for which nothing is said.
    assert (changes[38], heights[38]) == (0, None)
    assert (changes[18], heights[18]) == (5, 78.75)


def test_trace_as_a_workbook(own_life: Path, tmp_path: Path) -> None:
    words = ("--reason", "salah ketik", "--yes", "--home", own_life)
    assert invoke("correct", "40", "place", "Pasar Kota", *words).status == 0
    assert invoke("correct", "40", "occurred", "2023-02-04", *words).status == 0
    sheet = written(tmp_path, own_life, "trace", "SIMPEL", "tanggal uji coba")
    assert sheet.title == "Kata siapa"
    titled, valued, noted, head, told, corrected = rows(sheet)
    assert titled[0] == "3303-0001  tanggal uji coba"
    assert (valued[0], noted[0]) == ("4 Februari 2023", "Posisi rekam jejak: 117")
    assert head == ("No.", "Peristiwa", "Tanggal", "Kejadian", "Sel asal", "Dicatat oleh", "Dicatat pada")
    assert told[:4] == (1, 40, "4 Feb 2023", "Diuji coba di Pasar Segamas.")
    assert told[5:] == ("Analis", "3 Juni 2023")
    sentence = (
        'RALAT: tanggal pada peristiwa 40 bukan "2 Februari 2023", melainkan "4 Februari 2023" (salah ketik).'
    )
    assert corrected[:2] + corrected[3:4] == (2, 117, sentence)


def test_the_state_of_the_views_as_a_workbook(own_life: Path, tmp_path: Path) -> None:
    assert invoke("projections", "rebuild", "--home", own_life).status == 0
    state = invoke("projections", "status", "--json", "--home", own_life).data
    rebuilt = minute(state["rebuilt"]["at"], "Asia/Jakarta")
    sheet = written(tmp_path, own_life, "projections", "status")
    assert sheet.title == "Tampilan"
    titled, noted, _blank, head, *told = rows(sheet)
    assert titled[0] == "Keadaan tampilan"
    assert noted[0].startswith(
        f"Rekam jejak pada posisi 115; {state['generation']}; {round(state['size'] / 1e6)} MB;"
        f" terakhir dibangun ulang {rebuilt}, "
    )
    assert head == ("No.", "Tampilan", "Versi", "Posisi", "Tertinggal", "Baris")
    assert [str(one) for one in sheet.merged_cells.ranges] == ["A2:F2"]
    assert told[0] == (1, "regions", 4, 115, 0, 3)
    assert [(row[3], row[4]) for row in told] == [(115, 0)] * 12


def test_without_views_the_list_is_empty_and_says_where_the_ledger_is(home: Path, tmp_path: Path) -> None:
    sheet = written(tmp_path, home, "projections", "status")
    assert rows(sheet)[1][0] == "Rekam jejak pada posisi 2; –"
    assert len(rows(sheet)) == 4
