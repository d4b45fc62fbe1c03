"""Importing a workbook: all errors at once, identity of rows, completion, references across files."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from importers import template
from ledger.codec import CODEC
from ledger.event_store import EventStore
from ledger.workspace.workspace import open_at
from tests.helpers import Done, invoke

Rows = dict[str, list[dict[str, Any]]]
LAB = {
    "Kunci": "uji-2022",
    "Nama": "Lab Uji",
    "Cara Pencatatan": "rekonstruksi",
    "Tanggal": "12 Oktober 2022",
}
UNIT = {"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji", "Nama Singkat": "Dinuji"}
IDEA = {
    "Kunci": "IDE-1",
    "Judul": "Ide satu",
    "Jenis Usulan": "ide baru",
    "Unit": "Dinuji",
    "Tanggal": "2022-10-12",
}
INNOVATION = {"Kunci": "INO-1", "Ide": "IDE-1", "Judul": "Inovasi satu", "Unit": "U-1", "Tanggal": "2022-11"}


def basic() -> Rows:
    return {"Lab": [dict(LAB)], "Unit": [dict(UNIT)], "Ide": [dict(IDEA)], "Inovasi": [dict(INNOVATION)]}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def made(rows: Mapping[str, list[dict[str, Any]]], name: str = "lab.xlsx", lab: str = "uji-2022") -> Path:
        path = tmp_path / name
        template.write(path, rows=rows, identity={"Kode Wilayah": "33.03", "Lab": lab})
        return path

    return made


def take(home: Path, path: Path, *more: str) -> Done:
    return invoke("import", path, "--home", home, *more)


def test_a_filled_template_is_recorded(home: Path, write: Callable[..., Path]) -> None:
    done = take(home, write(basic()), "--json")
    assert done.status == 0, done.err
    assert done.data["new_by_sheet"] == {"Unit": 1, "Lab": 1, "Ide": 1, "Inovasi": 1}
    page = invoke("catalogue", "list", "--json", "--home", home).data
    assert [(one["code"], one["unit"], one["lab"]) for one in page["items"]] == [
        ("3303-0001", "Dinuji", "uji-2022")
    ]


def test_the_empty_template_is_accepted_and_its_example_rows_are_not_recorded(
    home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "kosong.xlsx"
    assert invoke("template", path, "--all").status == 0
    from openpyxl import load_workbook

    book = load_workbook(path)
    assert book.sheetnames[0] == "Petunjuk"
    assert book["Ide"]["A2"].value == "CONTOH"
    assert book["Ide"].data_validations.count > 0
    assert book["Ide"]["F1"].comment is not None
    formats = {cell.value: cell.column_letter for cell in book["Pengukuran"][1]}
    texts = {
        name
        for name, letter in formats.items()
        if book["Pengukuran"].column_dimensions[letter].number_format == "@"
    }
    assert formats.keys() - texts == {
        "Nilai Sebelum",
        "Tanggal Sebelum",
        "Nilai Sesudah",
        "Tanggal Sesudah",
    }
    book["Identitas"]["B1"].value = "33.03"
    book.save(path)
    done = take(home, path)
    assert (done.status, done.out) == (0, "Tidak ada yang baru: 0 baru, 0 sama, 0 berbeda.\n")


def test_every_error_is_named_with_cell_and_remedy_and_nothing_is_recorded(
    home: Path, write: Callable[..., Path]
) -> None:
    rows = basic()
    rows["Ide"].append({**IDEA, "Kunci": "IDE-2", "Unit": "Dinujo", "Tanggal": "31 Februari 2022"})
    rows["Ide"].append({**IDEA, "Kunci": "IDE-1", "Judul": None})
    rows["Peluncuran"] = [{"Kunci": "L-1", "Inovasi": "INO-9", "Tanggal": "2022-12-15"}]
    rows["Tahap"] = [{"Kunci": "T-1", "Tahap": "display", "Tidak Dilaksanakan": "ya"}]
    before = (home / "ledger.db").read_bytes()
    done = take(home, write(rows))
    assert (done.status, done.out) == (3, "")
    assert done.err == (
        "lab.xlsx tidak dicatat: 6 kesalahan, tidak ada yang berubah.\n"
        "\n"
        "  Tahap!G2  tahap yang tidak dilaksanakan memerlukan alasannya.\n"
        "            Isi Alasan.\n"
        '  Ide!D3  unit "Dinujo" belum terdaftar. Maksudnya "Dinuji"?\n'
        "          Pilih dari daftar, atau tambahkan unitnya di lembar Unit.\n"
        '  Ide!F3  tanggal "31 Februari 2022" tidak ada.\n'
        '          Tulis tanggal yang benar, atau cukup "Februari 2022" bila harinya tidak diketahui.\n'
        "  Ide!A4  kunci IDE-1 sudah ada di baris 2.\n"
        "          Beri setiap baris kuncinya sendiri.\n"
        "  Ide!B4  Judul kosong.\n"
        "          Isi Judul.\n"
        "  Peluncuran!B2  kunci INO-9 tidak ada di lembar Inovasi.\n"
        "                 Periksa kunci itu, atau tambahkan barisnya di lembar tersebut.\n"
        "\n"
        "Perbaiki, lalu impor lagi berkas yang sama.\n"
    )
    assert (home / "ledger.db").read_bytes() == before


def test_a_dry_run_says_what_would_be_recorded_and_records_nothing(
    home: Path, write: Callable[..., Path]
) -> None:
    before = (home / "ledger.db").read_bytes()
    done = take(home, write(basic()), "--dry-run")
    assert done.status == 0
    assert done.out.splitlines() == [
        "Akan dicatat 4 baris; belum ada yang dicatat. 4 baru, 0 sama, 0 berbeda.",
        "",
        "Unit",
        "  A2    U-1  Jenis: OPD; Nama: Dinas Uji; Nama Singkat: Dinuji",
        "",
        "Lab",
        "  A2    uji-2022  Nama: Lab Uji; Cara Pencatatan: rekonstruksi; Tanggal: 12 Oktober 2022",
        "",
        "Ide",
        "  A2    IDE-1  Judul: Ide satu; Jenis Usulan: ide baru; Unit: Dinuji; Tanggal: 12 Oktober 2022",
        "",
        "Inovasi",
        "  A2    INO-1  Ide: IDE-1 (Ide satu); Judul: Inovasi satu; Unit: Dinuji; Tanggal: November 2022",
    ]
    assert (home / "ledger.db").read_bytes() == before


def test_a_filled_cell_completes_its_row(home: Path, write: Callable[..., Path]) -> None:
    assert take(home, write(basic())).status == 0
    rows = basic()
    rows["Inovasi"][0]["Akronim"] = "ISA"
    rows["Ide"][0]["Kebaruan"] = "Belum pernah ada"
    done = take(home, write(rows), "--json")
    assert (done.status, done.data["completed"], done.data["new"]) == (0, 2, 0)
    assert invoke("catalogue", "show", "ISA", "--json", "--home", home).data["code"] == "3303-0001"
    entries = invoke("history", "ISA", "--json", "--home", home).data["entries"]
    assert [one["mark"] for one in entries if one["mark"]] == ["completion", "completion"]
    assert take(home, write(rows)).out == "Tidak ada yang baru: 0 baru, 4 sama, 0 berbeda.\n"


def test_a_profile_grows_by_new_facts(home: Path, write: Callable[..., Path]) -> None:
    rows = basic()
    rows["Profil"] = [{"Kunci": "P-1", "Inovasi": "INO-1", "Tanggal": "2023", "Tujuan": "Cepat"}]
    assert take(home, write(rows)).status == 0
    rows["Profil"][0]["Manfaat"] = "Murah"
    assert take(home, write(rows), "--json").data["completed"] == 1
    fields = invoke("catalogue", "show", "3303-1", "--json", "--home", home).data["fields"]
    assert (fields["aims"]["value"], fields["benefits"]["value"]) == ("Cepat", "Murah")
    assert [one["cell"] for one in fields["benefits"]["sources"]] == ["K2"]
    entries = invoke("history", "3303-1", "--json", "--home", home).data["entries"]
    assert [one["type"] for one in entries].count("innovation.profile_written") == 2


def test_a_stage_is_closed_by_a_cell_filled_later(home: Path, write: Callable[..., Path]) -> None:
    rows = basic()
    rows["Tahap"] = [{"Kunci": "T-1", "Tahap": "design", "Mulai": "2022-11-01"}]
    assert take(home, write(rows)).status == 0
    rows["Tahap"][0]["Selesai"] = "2022-11-03"
    assert take(home, write(rows)).status == 0
    stages = invoke("lab", "funnel", "uji-2022", "--json", "--home", home).data["stages"]
    assert [(one["stage"], one["from"], one["to"]) for one in stages] == [
        ("design", "2022-11-01", "2022-11-03")
    ]


def test_a_vanished_row_or_column_removes_nothing(home: Path, write: Callable[..., Path]) -> None:
    assert take(home, write(basic())).status == 0
    rows = basic()
    del rows["Inovasi"]
    rows["Ide"] = []
    assert take(home, write(rows)).out == "Tidak ada yang baru: 0 baru, 2 sama, 0 berbeda.\n"
    assert invoke("catalogue", "list", "--json", "--home", home).data["total"] == 1


def test_keys_refer_across_files_of_a_lab(home: Path, write: Callable[..., Path]) -> None:
    first = basic()
    second = {"Peluncuran": [{"Kunci": "L-1", "Inovasi": "INO-1", "Tanggal": "2022-12-15"}]}
    early = take(home, write(second, "dua.xlsx"))
    assert early.status == 3
    assert "Identitas!B2  lab uji-2022 tidak ada di lembar Lab dan belum tercatat sebelumnya." in early.err
    assert take(home, write(first, "satu.xlsx")).status == 0
    assert take(home, write(second, "dua.xlsx")).status == 0
    assert invoke("catalogue", "list", "--launched", "--json", "--home", home).data["total"] == 1


def test_codes_refer_from_outside_the_lab(home: Path, write: Callable[..., Path]) -> None:
    assert take(home, write(basic())).status == 0
    other: Rows = {
        "Uji Coba": [{"Kunci": "UC-1", "Inovasi": "3303-1", "Tanggal": "2023-02", "Tempat": "Pasar"}]
    }
    assert take(home, write(other, "lain.xlsx", lab="")).status == 0
    shown = invoke("catalogue", "show", "3303-0001", "--json", "--home", home).data
    assert shown["fields"]["stage"]["value"] == "trial"


def test_a_unit_under_another_key_is_known_by_its_name(home: Path, write: Callable[..., Path]) -> None:
    assert take(home, write(basic())).status == 0
    rows: Rows = {
        "Lab": [{**LAB, "Kunci": "uji-2023", "Nama": "Lab Uji II"}],
        "Unit": [{**UNIT, "Kunci": "UNT-77", "Nama": "dinas  uji", "Nama Singkat": None}],
        "Ide": [{**IDEA, "Unit": "UNT-77"}],
    }
    done = take(home, write(rows, "dua.xlsx", lab="uji-2023"), "--json")
    assert (done.status, done.data["new_by_sheet"], done.data["same"]) == (0, {"Lab": 1, "Ide": 1}, 1)


def test_one_key_in_two_labs_is_two_rows(home: Path, write: Callable[..., Path]) -> None:
    assert take(home, write(basic())).status == 0
    rows = basic()
    rows["Lab"] = [{**LAB, "Kunci": "uji-2023"}]
    assert take(home, write(rows, "dua.xlsx", lab="uji-2023")).status == 0
    assert invoke("catalogue", "list", "--json", "--home", home).data["total"] == 2


def test_the_order_of_rows_does_not_matter(home: Path, tmp_path: Path, write: Callable[..., Path]) -> None:
    rows = basic()
    rows["Ide"] += [{**IDEA, "Kunci": f"IDE-{n}", "Judul": f"Ide {n}"} for n in range(2, 9)]
    rows["Penggabungan"] = [
        {
            "Kunci": "G-1",
            "Ide Sumber": "G-2; IDE-4",
            "Judul Baru": "Gabung 1",
            "Alasan": "fokus",
            "Tanggal": "2022-11",
        },
        {
            "Kunci": "G-2",
            "Ide Sumber": "IDE-2; IDE-3",
            "Judul Baru": "Gabung 2",
            "Alasan": "fokus",
            "Tanggal": "2022-11",
        },
    ]
    assert take(home, write(rows)).status == 0
    other = tmp_path / "lain"
    words = ("--region", "33.03", "--operator", "Nama Contoh", "--post", "Analis")
    assert invoke("init", other, *words).status == 0
    backwards = {name: list(reversed(found)) for name, found in rows.items()}
    assert take(other, write(backwards, "balik.xlsx")).status == 0
    lists = [invoke("lab", "funnel", "uji-2022", "--json", "--home", one).data for one in (home, other)]
    assert lists[0] == lists[1]
    histories = [
        [
            (e["type"], e["occurred"], e["sentence"])
            for e in invoke("history", "3303-I0010", "--json", "--home", one).data["entries"]
        ]
        for one in (home, other)
    ]
    assert histories[0] == histories[1]


def test_references_in_a_circle_are_named(home: Path, write: Callable[..., Path]) -> None:
    rows = basic()
    rows["Penggabungan"] = [
        {"Kunci": "G-1", "Ide Sumber": "G-2; IDE-1", "Judul Baru": "a", "Alasan": "x"},
        {"Kunci": "G-2", "Ide Sumber": "G-1; IDE-1", "Judul Baru": "b", "Alasan": "x"},
    ]
    done = take(home, write(rows))
    assert done.status == 3
    assert done.err.count("baris ini menunggu dirinya sendiri: rujukannya melingkar.") == 2


def test_personal_cells_differ_without_being_shown(home: Path, write: Callable[..., Path]) -> None:
    rows = basic()
    rows["Orang"] = [{"Kunci": "O-1", "Nama": "Nama Contoh Rahasia", "Telepon": "0811", "Jabatan": "Kepala"}]
    assert take(home, write(rows)).status == 0
    rows["Orang"][0] |= {"Nama": "Nama Contoh Terbuka", "Surel": "a@contoh.id"}
    done = take(home, write(rows))
    assert done.status == 4
    assert 'Orang!B2  Nama tercatat "…", kini "…".' in done.err
    assert "Nama Contoh Terbuka" not in done.err
    corrected = take(home, write(rows), "--yes", "--as-correction", "salah tulis")
    assert corrected.status == 0, corrected.err
    assert take(home, write(rows)).out == "Tidak ada yang baru: 0 baru, 5 sama, 0 berbeda.\n"
    assert b"Nama Contoh Terbuka" not in (home / "ledger.db").read_bytes()
    kept = [one["name"] for one in open_at(home).vault.all().values()]
    assert kept[-2:] == ["Nama Contoh Rahasia", "Nama Contoh Terbuka"]


def test_a_changed_target_is_refused_even_as_correction(home: Path, write: Callable[..., Path]) -> None:
    rows = basic()
    rows["Inovasi"].append({**INNOVATION, "Kunci": "INO-2", "Ide": None})
    rows["Peluncuran"] = [{"Kunci": "L-1", "Inovasi": "INO-1", "Tanggal": "2022-12-15"}]
    assert take(home, write(rows)).status == 0
    rows["Peluncuran"][0]["Inovasi"] = "INO-2"
    done = take(home, write(rows), "--yes", "--as-correction", "keliru")
    assert done.status == 3
    store = EventStore(home / "ledger.db")
    launched = CODEC.decode(store.rows("3303/innovation/000001")[-1]).action
    assert done.err == (
        "lab.xlsx tidak dicatat: 1 kesalahan, tidak ada yang berubah.\n\n"
        '  Peluncuran!A2  kunci L-1 dipakai dua kali: sudah berarti "3303-0001", di sini "3303-0002".\n'
        "                 Beri baris ini kunci lain. Bila yang tercatat itu salah, batalkan lalu impor"
        f" lagi: jejak void {launched} --reason ALASAN. Bila dua kantor menomori dengan cara yang sama, isi"
        " Pengisi di lembar Identitas.\n\n"
        "Perbaiki, lalu impor lagi berkas yang sama.\n"
    )


def test_integrity_is_said_at_the_row_that_breaks_it(home: Path, write: Callable[..., Path]) -> None:
    rows = basic()
    launch = {"Inovasi": "INO-1", "Tanggal": "2022-12-15"}
    rows["Peluncuran"] = [{"Kunci": "L-1", **launch}, {"Kunci": "L-2", **launch}]
    done = take(home, write(rows))
    assert done.status == 3
    assert "  Peluncuran!A3  Inovasi ini sudah diluncurkan.\n" in done.err


def test_a_date_in_the_future_is_refused_at_its_cell(home: Path, write: Callable[..., Path]) -> None:
    rows = basic()
    rows["Ide"][0]["Tanggal"] = "1 Januari 2999"
    done = take(home, write(rows))
    assert done.status == 3
    assert "  Ide!F2  Tanggal 1 Januari 2999 ada di masa depan.\n" in done.err


def test_a_live_lab_keeps_the_order_of_the_process(home: Path, write: Callable[..., Path]) -> None:
    rows = basic()
    rows["Lab"][0]["Cara Pencatatan"] = "langsung"
    done = take(home, write(rows))
    assert done.status == 3
    assert (
        "  Inovasi!B2  Ide belum disetujui pimpinan sebelum dirancang.\n"
        "              Catat dahulu di lembar Persetujuan. Bila putaran ini memang tanpa itu: tulis aturan"
        ' "persetujuan ide sebelum design" di lembar Aturan Proses dengan keputusan atau alasannya.'
        " Bila lab ini dicatat kemudian dari dokumennya: tulis rekonstruksi di kolom Cara Pencatatan pada"
        " lembar Lab (lab yang sudah tercatat: dengan --as-correction).\n"
    ) in done.err
    rows["Persetujuan"] = [{"Kunci": "S-1", "Ide": "IDE-1", "Oleh": "Bupati", "Tanggal": "2022-11-01"}]
    done = take(home, write(rows))
    assert (done.status, done.err) == (
        0,
        "  Lab!D2  Lab ini dicatat langsung, padahal dibuka 12 Oktober 2022. Bila dicatat kemudian dari"
        " dokumennya, itu rekonstruksi: tulis rekonstruksi di kolom Cara Pencatatan.\n",
    )


def test_evidence_files_are_kept_by_hash(home: Path, write: Callable[..., Path], tmp_path: Path) -> None:
    import hashlib

    (tmp_path / "sk.pdf").write_bytes(b"%PDF contoh")
    rows = basic()
    row = {"Kunci": "B-1", "Inovasi": "INO-1", "Jenis": "SK", "Perihal": "Penetapan", "Indikator IGA": "16"}
    rows["Bukti"] = [{**row, "Berkas": "sk.pdf"}, {**row, "Kunci": "B-2", "Berkas": "tidak-ada.pdf"}]
    done = take(home, write(rows))
    assert done.status == 3
    assert '  Bukti!I3  berkas "tidak-ada.pdf" tidak ada di sana.\n' in done.err
    assert list((home / "evidence").rglob("*.*")) == []
    rows["Bukti"].pop()
    assert take(home, write(rows)).status == 0
    sha256 = hashlib.sha256(b"%PDF contoh").hexdigest()
    assert (home / "evidence" / sha256[:2] / sha256).read_bytes() == b"%PDF contoh"


def test_a_faulty_row_hides_no_error_of_the_rows_that_name_it(home: Path, write: Callable[..., Path]) -> None:
    rows = basic()
    rows["Inovasi"][0]["Ide"] = "IDE-9"
    rows["Peluncuran"] = [{"Kunci": "L-1", "Inovasi": "INO-1", "Acara": "ACR-9", "Tanggal": "2022-12-15"}]
    done = take(home, write(rows))
    assert done.status == 3
    assert [line.strip() for line in done.err.splitlines() if "!" in line] == [
        "Inovasi!B2  kunci IDE-9 tidak ada di lembar Ide / Penggabungan / Pemecahan.",
        "Peluncuran!C2  kunci ACR-9 tidak ada di lembar Acara.",
    ]


def test_two_regions_with_one_slug_are_told_apart(home: Path, tmp_path: Path) -> None:
    for code in ("33.03", "33.05"):
        path = tmp_path / f"{code}.xlsx"
        template.write(path, rows={"Lab": [LAB]}, identity={"Kode Wilayah": code, "Lab": "uji-2022"})
        assert take(home, path).status == 0
    both = invoke("lab", "funnel", "uji-2022", "--home", home)
    assert (both.status, both.err.splitlines()[0]) == (
        2,
        '"uji-2022" dapat berarti beberapa: 33.03/uji-2022 Lab Uji; 33.05/uji-2022 Lab Uji.',
    )
    one = invoke("lab", "show", "33.05/uji-2022", "--json", "--home", home)
    assert (one.status, one.data["region"]) == (0, "33.05")
