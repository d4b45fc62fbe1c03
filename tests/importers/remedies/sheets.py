"""Sheets, headings and whole files; what rows break together."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.importers.remedies.case import (
    IDEA,
    IDENTITY,
    OF,
    Case,
    Mend,
    Told,
    Way,
    add,
    book,
    edit,
    put,
    spoilt,
)

UNIT = {"Kunci": "U-7", "Jenis": "OPD", "Nama": "Badan Arsip"}
PROPOSED = {"idea.proposed": {"title": "Loket", "proposal": "new"}}
REGISTERED = {"unit.registered": {"name": "Badan Arsip", "kind": "opd"}}
STAGE = {"Kunci": "T-1", "Tahap": "design"}
PICTURE = "xl/media/image1.png"
WHOLE = book({"Ide": [IDEA]})


def named(sheet: str, to: str) -> Callable[[Workbook], None]:
    def renamed(opened: Workbook) -> None:
        opened[sheet].title = to

    return renamed


def without(sheet: str) -> Callable[[Workbook], None]:
    return lambda opened: opened.remove(opened[sheet])


def more(name: str) -> Callable[[Workbook], None]:
    """A sheet of one's own."""
    return lambda opened: opened.create_sheet(name).append(["Nama", "Isi"])


def without_column(sheet: str, index: int) -> Callable[[Workbook], None]:
    return lambda opened: opened[sheet].delete_cols(index)


def instead(make: Callable[[Path], Path], name: str = "buku.xlsx") -> Mend:
    """Another file in its place, as it should have been."""

    def mend(told: Told) -> Path:
        made = make(told.path.parent)
        return made if made.name == name else made.rename(made.with_name(name))

    return mend


def rewritten(path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    other = path.with_suffix(".part")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            data = None if name == PICTURE else change(name, source.read(name))
            if data is not None:
                target.writestr(name, data)
    other.replace(path)


def calculated(told: Told) -> None:
    """What Excel does when it saves: the value stands beside the formula."""

    def change(name: str, data: bytes) -> bytes:
        return re.sub(rb"(<f>[^<]*</f>)<v ?/>|(<f>[^<]*</f>)<v></v>", rb"\1\2<v>Loket</v>", data)

    rewritten(told.path, change)


def uncalculated(opened: Workbook) -> None:
    opened["Ide"]["B2"].value = '="Lo"&"ket"'


def far_away(opened: Workbook) -> None:
    opened["Ide"]["XFD1048576"].value = "x"


def cut(opened: Workbook) -> None:
    # To delete a million rows one by one takes this library half a minute.
    del opened["Ide"]._cells[1048576, 16384]


def beside(name: str) -> Mend:
    def mend(told: Told) -> None:
        (told.path.parent / name).parent.mkdir(exist_ok=True)
        (told.path.parent / name).write_bytes(b"%PDF contoh")

    return mend


def copied_there(told: Told) -> None:
    """The file lies in the folder above: it is copied beside the workbook, which then names it."""
    source = told.path.parent.parent / "sk.pdf"
    source.write_bytes(b"%PDF contoh")
    shutil.copy(source, told.path.parent / "sk.pdf")
    edit(put(Bukti_I2="sk.pdf"))(told)


def case(name: str, make: Any, at: str, *ways: Way, **options: str) -> Case:
    return Case(name, make, at, ways, options)


EVIDENCE = {"Kunci": "B-1", **OF, "Jenis": "SK", "Perihal": "Penetapan"}
LIVE = {"Kunci": "uji-2023", "Nama": "Lab Kini", "Cara Pencatatan": "langsung"}
DESIGNED = {"Kunci": "INO-7", "Ide": "IDE-7", "Judul": "Loket", "Unit": "U-1"}
APPROVED = {"Kunci": "S-1", "Ide": "IDE-7", "Oleh": "Bupati"}
STEP = {
    "Kunci": "R-1",
    **OF,
    "Versi": 1,
    "Nomor": 1,
    "Kelompok": "persiapan",
    "Kegiatan": "Rapat",
    "Mulai": "3 Mei 2022",
    "Selesai": "1 Mei 2022",
}
LAB_ROW = {"Kunci": "uji-2023", "Nama": "Lab Lain", "Cara_Pencatatan": "rekonstruksi"}
SHEETS = [
    case(
        "a slip of a sheet",
        spoilt({"Ide": [IDEA]}, named("Ide", "Idee")),
        "Idee",
        Way("renamed", edit(named("Idee", "Ide")), PROPOSED),
        Way("not read", edit(named("Idee", "Catatan ide"))),
        Way("deleted", edit(without("Idee"))),
    ),
    case(
        "a slip of a long name",
        spoilt(
            {"Inovasi": [{"Kunci": "INO-7", "Judul": "Loket", "Unit": "U-1"}]}, named("Inovasi", "Inovasy")
        ),
        "Inovasy",
        Way("renamed", edit(named("Inovasy", "Inovasi")), {"innovation.designed": {"title": "Loket"}}),
    ),
    case(
        "a sheet of one's own",
        spoilt({"Ide": [IDEA]}, more("Rekap")),
        "Rekap",
        Way("deleted", edit(without("Rekap")), PROPOSED),
        Way("not read", edit(named("Rekap", "Catatan Rekap")), PROPOSED),
    ),
    case(
        "no sheet of ours",
        spoilt({"Ide": [IDEA]}, named("Ide", "Satu"), named("Identitas", "Dua"), named("Unit", "Tiga")),
        "buku.xlsx",
    ),
    case(
        "a renamed heading",
        spoilt({"Ide": [IDEA]}, put(Ide_G1="Latar Belakan")),
        "Ide!G1",
        Way("renamed", edit(put(Ide_G1="Latar Belakang")), PROPOSED),
        Way("not read", edit(put(Ide_G1="Catatan latar")), PROPOSED),
        Way("deleted", edit(without_column("Ide", 7)), PROPOSED),
    ),
    case(
        "a column of one's own",
        spoilt({"Ide": [IDEA]}, put(Ide_Z1="Nilai Rapat", Ide_Z2="9")),
        "Ide!Z1",
        Way("deleted", edit(without_column("Ide", 26)), PROPOSED),
        Way("not read", edit(put(Ide_Z1="Catatan nilai")), PROPOSED),
    ),
    case(
        "a column twice",
        spoilt({"Ide": [IDEA]}, put(Ide_Z1="Judul", Ide_Z2="Lain")),
        "Ide!Z1",
        Way("deleted", edit(without_column("Ide", 26)), PROPOSED),
    ),
    case(
        "a required column that is missing",
        spoilt({"Ide": [IDEA]}, without_column("Ide", 2)),
        "Ide!1:1",
        Way("added", edit(put(Ide_Z1="Judul", Ide_Z2="Loket")), PROPOSED),
    ),
    case(
        "a cell far away",
        spoilt({"Ide": [IDEA]}, far_away),
        "Ide!XFD1048576",
        Way("deleted", edit(cut), PROPOSED),
    ),
    case(
        "a formula that was never calculated",
        spoilt({"Ide": [IDEA]}, uncalculated),
        "Ide!B2",
        Way("saved by Excel", calculated, PROPOSED),
    ),
]
IDENTITIES = [
    case(
        "no region",
        book({"Ide": [IDEA]}, {**IDENTITY, "Kode Wilayah": ""}),
        "Identitas!B1",
        Way("written", edit(put(Identitas_B1="33.03")), PROPOSED),
    ),
    case(
        "no such region",
        book({"Ide": [IDEA]}, {**IDENTITY, "Kode Wilayah": "99.99"}),
        "Identitas!B1",
        Way("of the list", edit(put(Identitas_B1="33.03")), PROPOSED),
    ),
    case(
        "a lab that is nowhere",
        book({"Ide": [IDEA]}, {**IDENTITY, "Lab": "uji-2023"}),
        "Identitas!B2",
        Way("added", edit(add("Lab", **LAB_ROW)), {**PROPOSED, "lab.opened": {"slug": "uji-2023"}}),
        Way("mended", edit(put(Identitas_B2="uji-2022")), PROPOSED),
    ),
    case(
        "a row without its lab",
        book({"Tahap": [STAGE]}, {**IDENTITY, "Lab": ""}),
        "Tahap!A2",
        Way("named", edit(put(Identitas_B2="uji-2022")), {"lab.stage_opened": {"stage": "design"}}),
    ),
]
ROWS = [
    case(
        "a stage not held without a reason",
        book({"Tahap": [{**STAGE, "Tidak Dilaksanakan": "ya"}]}),
        "Tahap!G2",
        Way("filled", edit(put(Tahap_G2="wabah")), {"lab.stage_not_held": {"reason": "wabah"}}),
    ),
    case(
        "a reason for a stage that was held",
        book({"Tahap": [{**STAGE, "Alasan": "wabah"}]}),
        "Tahap!G2",
        Way("emptied", edit(put(Tahap_G2=None)), {"lab.stage_opened": {"stage": "design"}}),
        Way("filled", edit(put(Tahap_F2="ya")), {"lab.stage_not_held": {"reason": "wabah"}}),
    ),
    case(
        "a file elsewhere",
        book({"Bukti": [{**EVIDENCE, "Berkas": "../sk.pdf"}]}),
        "Bukti!I2",
        Way("copied", copied_there, {"innovation.evidence_attached": {"subject": "Penetapan"}}),
    ),
    case(
        "an evidence file that is not there",
        book({"Bukti": [{**EVIDENCE, "Berkas": "sk.pdf"}]}),
        "Bukti!I2",
        Way("there", beside("sk.pdf"), {"innovation.evidence_attached": {"subject": "Penetapan"}}),
        Way("empty", edit(put(Bukti_I2=None)), {"innovation.evidence_attached": {"file": None}}),
    ),
    case(
        "a cell that is refused",
        book({"Ide": [{**IDEA, "Tanggal": "1 Januari 2999"}]}),
        "Ide!F2",
        Way("mended", edit(put(Ide_F2="1 Januari 2022")), PROPOSED),
    ),
    case(
        "two cells of a row that disagree",
        book({"Rencana Aksi": [STEP]}),
        "Rencana Aksi!K2",
        Way(
            "mended here",
            edit(put(Rencana_Aksi_K2="5 Mei 2022")),
            {"innovation.plan_step_set": {"ends": "2022-05-05"}},
        ),
        Way(
            "mended there",
            edit(put(Rencana_Aksi_J2="1 April 2022")),
            {"innovation.plan_step_set": {"begins": "2022-04-01"}},
        ),
    ),
    case(
        "a live lab out of its order",
        book(
            {"Lab": [LIVE], "Ide": [IDEA], "Inovasi": [DESIGNED]},
            {"Kode Wilayah": "33.03", "Lab": "uji-2023"},
        ),
        "Inovasi!B2",
        Way(
            "recorded first",
            edit(add("Persetujuan", Kunci="S-1", Ide="IDE-7", Oleh="Bupati")),
            {
                "idea.approved": {"approved_by": "Bupati"},
                "lab.opened": {"mode": "live"},
                "innovation.designed": {},
            },
        ),
        Way(
            "a reconstruction",
            edit(put(Lab_D2="rekonstruksi")),
            {"lab.opened": {"mode": "reconstructed"}, "innovation.designed": {}},
        ),
    ),
    case(
        "a live lab that approved after the design",
        book(
            {
                "Lab": [LIVE],
                "Ide": [IDEA],
                "Persetujuan": [{**APPROVED, "Tanggal": "21 Oktober 2022"}],
                "Inovasi": [{**DESIGNED, "Tanggal": "20 Oktober 2022"}],
            },
            {"Kode Wilayah": "33.03", "Lab": "uji-2023"},
        ),
        "Inovasi!F2",
        Way(
            "the day of the design",
            edit(put(Inovasi_F2="22 Oktober 2022")),
            {"innovation.designed": {}},
        ),
        Way(
            "the day of the approval",
            edit(put(Persetujuan_E2="20 Oktober 2022")),
            {"idea.approved": {"approved_by": "Bupati"}, "innovation.designed": {}},
        ),
    ),
    case(
        "a row that breaks another",
        book({"Peluncuran": [{"Kunci": "L-1", **OF}, {"Kunci": "L-2", **OF}]}),
        "Peluncuran!A3",
        Way("deleted", edit(lambda opened: opened["Peluncuran"].delete_rows(3)), {"innovation.launched": {}}),
    ),
]
CASES = [*SHEETS, *IDENTITIES, *ROWS]
