"""What is wrong with many rows of a list, told so that a clerk can mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

from tests.helpers import Done, invoke


def listed(path: Path, *rows: tuple[Any, ...]) -> Path:
    """A list of the rows given, the headings first."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def mapped(home: Path, path: Path) -> Done:
    done = invoke("map", path, "--out", path.with_name("PETA.toml"), "--force", "--home", home)
    assert done.status == 0, done.err
    return done


def take(home: Path, path: Path, *more: str) -> Done:
    return invoke("import", path, "--map", path.with_name("PETA.toml"), "--home", home, *more)


def test_trials_after_their_implementation_are_told_by_title_and_dates(home: Path, tmp_path: Path) -> None:
    heads = ("Nama Inovasi", "OPD", "Tahun", "Waktu Uji Coba", "Waktu Penerapan")
    rows = [
        (f"LAYANAN {at}", "Dinas Pasar", 2022, f"{at} Mei 2023", f"{at} Januari 2023") for at in range(1, 6)
    ]
    path = listed(tmp_path / "a.xlsx", heads, *rows)
    mapped(home, path)
    done = take(home, path)
    assert done.status == 3
    assert done.err == (
        "a.xlsx tidak dicatat: 5 kesalahan, tidak ada yang berubah.\n\n"
        + "".join(
            f'  Sheet!D{at + 1}  "LAYANAN {at}": Uji coba pertama ({at} Mei 2023) sesudah penerapan'
            f" ({at} Januari 2023).\n"
            for at in range(1, 6)
        )
        + "            Untuk 5 itu: Perbaiki barisnya, lalu impor lagi; bila semua baris demikian, periksa"
        " kolomnya di peta.\n\n"
        "Perbaiki, lalu impor lagi berkas yang sama.\n"
    )
    told = [one for one in take(home, path, "--json").envelope["messages"] if one.get("where")]
    assert [one["where"] for one in told] == ["Sheet!D2", "Sheet!D3", "Sheet!D4", "Sheet!D5", "Sheet!D6"]
    assert {one["remedy"] for one in told} == {
        "Perbaiki barisnya, lalu impor lagi; bila semua baris demikian, periksa kolomnya di peta."
    }


HEADS = ("Nama Inovasi", "OPD", "Tahun")


def test_gaps_under_the_units_are_told_once(home: Path, tmp_path: Path) -> None:
    path = listed(tmp_path / "a.xlsx", HEADS, ("SATU", "Dinas Pasar", 2024), ("DUA", "Dinas Pasar", 2024))
    mapped(home, path)
    rows = [(f"NOMOR {at}", None, 2024) for at in range(20)]
    listed(path, HEADS, ("SATU", "Dinas Pasar", 2024), *rows)
    done = take(home, path)
    assert done.status == 3
    cells = ", ".join(f"Sheet!B{at}" for at in range(3, 15))
    assert done.err == (
        "a.xlsx tidak dicatat: 1 kesalahan, tidak ada yang berubah.\n\n"
        f'  Sheet!B3  kolom "OPD" kosong di 20 baris, seolah-olah unit di atasnya berlanjut: {cells}, ….\n'
        '            Bila memang demikian, tulis di dekat awal peta: fill_down = ["OPD"]. Bila tidak,'
        " isi setiap selnya.\n\n"
        "Perbaiki, lalu impor lagi berkas yang sama.\n"
    )
    map_ = path.with_name("PETA.toml")
    map_.write_text('fill_down = ["OPD"]\n' + map_.read_text("utf-8"), encoding="utf-8")
    assert take(home, path, "--json").data["new_by_sheet"] == {"Unit": 1, "Inovasi": 21}


def test_the_map_fills_downward_only_where_nothing_else_can_be_meant(home: Path, tmp_path: Path) -> None:
    groups = (("SATU", "Dinas Pasar", 2024), ("DUA", None, 2024), ("TIGA", "DLH", 2024))
    path = listed(tmp_path / "a.xlsx", HEADS, *groups)
    mapped(home, path)
    said = path.with_name("PETA.toml").read_text("utf-8")
    assert '\nfill_down = ["OPD"]  # Sel kosong di kolom ini berarti sama dengan sel di atasnya.\n' in said
    gap = (("SATU", "DLH", 2024), ("DUA", "DLH", 2024), ("TIGA", None, 2024), ("EMPAT", "Dinas Pasar", 2024))
    listed(path, HEADS, *gap)
    done = mapped(home, path)
    said = path.with_name("PETA.toml").read_text("utf-8")
    assert (
        '\n# fill_down = ["OPD"]  # Hapus tanda # di depan bila sel kosong di kolom ini berarti sama'
        " dengan sel di atasnya.\n"
    ) in said
    assert 'Ada sel kosong di kolom OPD. Bila itu berarti unit di atasnya: fill_down = ["OPD"]\n' in done.out
    assert "  Sheet!B4  Unit kosong.\n    Isi Unit.\n" in done.out


def test_acronyms_in_titles_are_taken_apart(home: Path, tmp_path: Path) -> None:
    rows = (
        ("SAPA RT (Satu Hari Administrasi Penduduk Antaran RT)", "Kelurahan Bugel", 2019),
        ("Inovasi Layanan Anak (INOVA01)", "Dinas Pasar", 2024),
        ("POSYANDU MALAM (khusus lansia)", "Dinas Pasar", 2024),
    )
    path = listed(tmp_path / "a.xlsx", HEADS, *rows)
    done = mapped(home, path)
    assert "2 judul memuat akronimnya; keduanya dipisah (acronym_in_title).\n" in done.out
    assert (
        "  Sheet!A2  Satu Hari Administrasi Penduduk Antaran RT\n      Akronim: SAPA RT\n"
        "      Unit: Kelurahan Bugel\n      Tanggal: 2019\n"
    ) in done.out
    map_ = path.with_name("PETA.toml")
    said = map_.read_text("utf-8")
    assert (
        "\nacronym_in_title = true  # Akronim dan judul dipisah: SAPA RT | Satu Hari Administrasi Penduduk…\n"
    ) in said
    assert take(home, path).status == 0
    found = invoke("catalogue", "list", "--home", home, "--json").data["items"]
    assert [(one["acronym"], one["title"]) for one in found] == [
        ("SAPA RT", "Satu Hari Administrasi Penduduk Antaran RT"),
        ("INOVA01", "Inovasi Layanan Anak"),
        (None, "POSYANDU MALAM (khusus lansia)"),
    ]
    map_.write_text(said.replace("acronym_in_title = true", 'acronym_in_title = "ya"'), encoding="utf-8")
    done = take(home, path)
    assert '"acronym_in_title" bukan true dan bukan false.' in done.err
    assert "Tulis true atau false, tanpa tanda petik." in done.err


def test_titles_that_seldom_hold_an_acronym_are_left_whole(home: Path, tmp_path: Path) -> None:
    rows = (
        ("SAPA RT (Satu Hari Administrasi Penduduk Antaran RT)", "Kelurahan Bugel", 2019),
        ("Pasar Terang", "Dinas Pasar", 2024),
        ("Kios Baru (PASAR)", "Dinas Pasar", 2024),
    )
    path = listed(tmp_path / "a.xlsx", HEADS, *rows)
    done = mapped(home, path)
    assert (
        '1 judul memuat akronimnya, misalnya "SAPA RT (Satu Hari Administrasi Penduduk Antaran RT)". Untuk'
        " memisahkan keduanya, tulis di peta: acronym_in_title = true\n"
    ) in done.out
    said = path.with_name("PETA.toml").read_text("utf-8")
    assert "\n# acronym_in_title = true  # Akronim dan judul dipisah: SAPA RT | " in said


def test_units_with_their_abbreviation_in_brackets(home: Path, tmp_path: Path) -> None:
    rows = (
        ("SATU", "Dinas Kesehatan (Dinkes)", 2024),
        ("DUA", "Dinkes", 2024),
        ("TIGA", "Dinas Kesehatan", 2024),
        ("EMPAT", "Badan Riset Inovasi Wilayah (BARIW)", 2024),
        ("LIMA", "BARIW", 2024),
        ("ENAM", "Puskesmas Kota (induk)", 2024),
    )
    path = listed(tmp_path / "a.xlsx", HEADS, *rows)
    mapped(home, path)
    said = path.with_name("PETA.toml").read_text("utf-8")
    lines = said.partition("\n[units]\n")[2].splitlines()[-6:]
    assert [" ".join(line.split()) for line in lines] == [
        '"Dinas Kesehatan (Dinkes)" = { kind = "OPD", name = "Dinas Kesehatan", short = "Dinkes" }',
        '"Dinkes" = { same_as = "Dinas Kesehatan (Dinkes)" } # Tebakan: ejaan singkat.',
        '"Dinas Kesehatan" = { same_as = "Dinas Kesehatan (Dinkes)" } # Tebakan: ejaan singkat.',
        '"Badan Riset Inovasi Wilayah (BARIW)" = { kind = "OPD", name = "Badan Riset Inovasi Wilayah",'
        ' short = "BARIW" }',
        '"BARIW" = { same_as = "Badan Riset Inovasi Wilayah (BARIW)" } # Tebakan: ejaan singkat.',
        '"Puskesmas Kota (induk)" = { kind = "Puskesmas" }',
    ]
    assert take(home, path).status == 0
    found = invoke("catalogue", "list", "--home", home, "--json").data["items"]
    assert [one["unit"] for one in found] == [
        *["Dinkes"] * 3,
        *["BARIW"] * 2,
        "Puskesmas Kota (induk)",
    ]
    # The next list may say either, or both.
    other = listed(tmp_path / "b.xlsx", HEADS, ("TUJUH", "Dinas Kesehatan (DINKES)", 2024))
    mapped(home, other)
    assert "[units]" not in other.with_name("PETA.toml").read_text("utf-8")
    assert take(home, other).status == 0
    found = invoke("catalogue", "list", "--home", home, "--json").data["items"]
    assert found[-1]["unit"] == "Dinkes"


def test_values_that_are_not_understood_are_told_with_the_choices(home: Path, tmp_path: Path) -> None:
    heads = ("Nama Inovasi", "OPD", "Klasifikasi", "Klaster PKPN", "Asta Cita", "Nama Inisiator")
    rows = (
        ("SATU", "Dinas Pasar", "Kelas A", "Gizi", "tujuh", "OPD"),
        ("DUA", "Dinas Pasar", "Kelas B", "Kesehatan", "delapan", "ASN"),
        ("TIGA", "Dinas Pasar", "Kelas A", "Sekolah", "satu", "Kepala Daerah"),
    )
    path = listed(tmp_path / "a.xlsx", heads, *rows)
    done = mapped(home, path)
    kinds = "inovasi perangkat daerah | inovasi desa dan kelurahan | inovasi masyarakat"
    assert (
        f"Kolom Klasifikasi: 2 nilai tidak dipahami sebagai Klasifikasi: Kelas A, Kelas B. Pilihan: {kinds}\n"
        "Kolom Klaster PKPN: 2 nilai tidak dipahami sebagai Klaster PKPN: Gizi, Sekolah. Pilihan: Kedaulatan"
        " Pangan | "
    ) in done.out
    assert ("Kolom Asta Cita: 3 nilai tidak dipahami sebagai Asta Cita: tujuh, delapan, satu.\n") in done.out
    assert "Tanpa isian sendiri" not in done.out
    assert "tidak ada dalam daftar pilihan" not in done.out
    map_ = path.with_name("PETA.toml")
    lines = [" ".join(line.split()) for line in map_.read_text("utf-8").splitlines()]
    wanted = (
        '"Klasifikasi" = "Klasifikasi" # 2 nilai tidak dipahami sebagai Klasifikasi;'
        " sebutkan artinya di bawah."
        " Misalnya: Kelas A | Kelas B",
        '"Asta Cita" = "Keterangan" # 3 nilai tidak dipahami sebagai Asta Cita; disimpan sebagai keterangan.'
        " Misalnya: tujuh | delapan | satu",
        '"Nama Inisiator" = "Inisiator" # Misalnya: OPD | ASN | Kepala Daerah',
        '[values."Klasifikasi"]',
        f"# Pilihan: {kinds}",
        '"Kelas A" = "" # Tidak dikenal.',
    )
    assert [line for line in wanted if line not in lines] == []
    # The fields of a value without a meaning stay empty, and the text is kept.
    assert take(home, path, "--dry-run").status == 0
    said = map_.read_text("utf-8").replace('"Kelas A" = ""', '"Kelas C" = ""')
    map_.write_text(said, encoding="utf-8")
    done = take(home, path)
    assert done.status == 3
    assert '  Sheet!C2  "Kelas A" tidak ada dalam daftar.' in done.err
    assert (
        'Perbaiki selnya, atau sebutkan artinya di peta: di bawah [values."Klasifikasi"] tulis'
        ' "Kelas A" = "…"'
        " (salah satu dari: inovasi perangkat daerah, inovasi desa dan kelurahan, inovasi masyarakat; kosong"
        " di antara tanda petik: disimpan sebagai keterangan).\n"
    ) in done.err


def test_names_of_initiators_are_no_kinds_of_them(home: Path, tmp_path: Path) -> None:
    heads = ("Nama Inovasi", "OPD", "Inisiator", "Nama Inisiator")
    path = listed(tmp_path / "a.xlsx", heads, ("SATU", "Dinas Pasar", "OPD", "ASN"))
    done = mapped(home, path)
    assert "Tidak dicatat, karena mungkin memuat nama orang: Nama Inisiator." in done.out
    path = listed(
        tmp_path / "b.xlsx",
        (*heads[:2], heads[3]),
        ("SATU", "Dinas Pasar", "OPD"),
        ("DUA", "Dinas Pasar", "Siti A"),
    )
    done = mapped(home, path)
    assert "Tidak dicatat, karena mungkin memuat nama orang: Nama Inisiator." in done.out


MONEY = ("Nama Inovasi", "OPD", "Tahun", "Anggaran", "Manfaat")


def money(*cells: str | int | None) -> list[tuple[Any, ...]]:
    return [(f"LAYANAN {at}", "Dinas Pasar", 2024, one, "nihil") for at, one in enumerate(cells, 1)]


def budgets(home: Path) -> list[Any]:
    items = invoke("catalogue", "list", "--home", home, "--json").data["items"]
    details = [invoke("catalogue", "show", one["code"], "--home", home, "--json").data for one in items]
    return [one["fields"].get("budget", {}).get("value") for one in details]


def test_an_amount_of_nothing_is_recorded_as_it_is_said(home: Path, tmp_path: Path) -> None:
    path = listed(tmp_path / "a.xlsx", MONEY, *money("Nihil", "tidak ada", 25_000_000, None))
    mapped(home, path)
    done = take(home, path)
    assert (done.status, done.err) == (0, "")
    assert budgets(home) == ["Nihil", "tidak ada", "25000000", None]


def test_a_dash_among_amounts_is_told_and_recorded_when_the_map_says_what_it_means(
    home: Path, tmp_path: Path
) -> None:
    path = listed(tmp_path / "a.xlsx", MONEY, *money("-", 25_000_000, "n/a", "-"))
    mapped(home, path)
    done = take(home, path, "--dry-run")
    assert [line.strip() for line in done.err.splitlines() if "tanda" in line or "berisi" in line] == [
        'kolom "Anggaran" berisi "-" di 2 sel (Sheet!D2, Sheet!D5); tidak ada yang dicatat darinya, sebab'
        ' yang tidak diketahui bukan nol. Bila artinya nihil, tulis di peta, di bawah [values."Anggaran"]:'
        ' "-" = "nihil"',
        'kolom "Anggaran" berisi "n/a" di 1 sel (Sheet!D4); tidak ada yang dicatat darinya, sebab yang tidak'
        ' diketahui bukan nol. Bila artinya nihil, tulis di peta, di bawah [values."Anggaran"]:'
        ' "n/a" = "nihil"',
    ]
    map_ = path.with_name("PETA.toml")
    said = '\n[values."Anggaran"]\n"-" = "nihil"\n"n/a" = ""\n'
    map_.write_text(map_.read_text("utf-8") + said, encoding="utf-8")
    done = take(home, path)
    assert (done.status, done.err) == (0, "")
    assert budgets(home) == ["nihil", "25000000", None, "nihil"]
