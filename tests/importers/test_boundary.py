"""Files that are no files, damaged packages, lines that no program should write: in words, with a status."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from importers import template
from importers.problems import ImportProblems
from importers.reading.boundary import check_file, reader_faults
from ledger.errors import UnfitEventError
from ledger.event_store import EventStore
from ledger.write.unit_of_work import UnitOfWork
from tests.helpers import Done, invoke

RESAVE = "Buka berkasnya di Excel dan simpan sebagai Excel Workbook (.xlsx), tanpa sandi."
DAMAGED = "berkasnya bukan buku kerja Excel, rusak, atau bersandi."
Refuse = Callable[[Path], tuple[str, str]]


@pytest.fixture
def refuse(home: Path) -> Refuse:
    """Imports a file that must be refused whole; gives what is said of it and the remedy."""

    def run(path: Path) -> tuple[str, str]:
        before = (home / "ledger.db").read_bytes()
        done = invoke("import", path, "--home", home)
        assert (done.status, done.out) == (3, "")
        assert (home / "ledger.db").read_bytes() == before
        _head, _empty, what, remedy, *_rest = done.err.split("\n")
        return what.strip().split("  ")[-1], remedy.strip()

    return run


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook with one unit."""
    path = tmp_path / "buku.xlsx"
    rows = {"Unit": [{"Kunci": "U-1", "Jenis": "OPD", "Nama": "Dinas Uji"}]}
    template.write(path, rows=rows, identity={"Kode Wilayah": "33.03"})
    return path


def test_a_fifo_is_not_waited_for(refuse: Refuse, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.xlsx")
    answer = ("ini folder atau perangkat, bukan berkas.", "Tulis nama berkasnya sendiri.")
    assert refuse(tmp_path / "pipa.xlsx") == answer
    assert refuse(Path("/dev/zero")) == answer


def test_what_lies_beside_an_open_workbook(refuse: Refuse, book: Path) -> None:
    mark = book.with_name("~$buku.xlsx")
    mark.write_bytes(b"\x05Nama")
    assert refuse(mark) == (
        "ini tanda yang dibuat Excel di samping buku kerja yang terbuka, bukan buku kerjanya.",
        "Tutup buku kerjanya di Excel, lalu tulis nama berkasnya tanpa ~$.",
    )


def test_an_empty_file_and_an_old_workbook(refuse: Refuse, tmp_path: Path) -> None:
    empty, old = tmp_path / "kosong.xlsx", tmp_path / "lama.xls"
    empty.write_bytes(b"")
    old.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600)
    assert refuse(empty) == ("berkasnya kosong.", "Simpan sekali lagi, atau ambil salinan lain.")
    assert refuse(old) == (
        "ini buku kerja Excel lama (.xls), atau yang bersandi.",
        "Buka berkasnya di Excel dan simpan sebagai Excel Workbook (.xlsx), tanpa sandi.",
    )


@pytest.mark.parametrize("name", ["a" * 100_000, "b" * 300 + ".jsonl"])
def test_a_name_that_no_file_can_have(refuse: Refuse, tmp_path: Path, name: str) -> None:
    answer = ("tidak ada berkas yang dapat bernama demikian.", "Periksa nama dan foldernya.")
    assert refuse(tmp_path / name) == answer


def test_a_byte_that_is_no_text_in_a_name(home: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cli", "import", b"\xff\xfe.xlsx", "--home", str(home)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (3, False)
    assert "berkasnya tidak ada." in done.stderr.decode()


@pytest.mark.parametrize(
    ("error", "sheet", "what", "remedy"),
    [
        (
            MemoryError(),
            "",
            "the file needs more memory than there is.",
            "Take out pictures, or split the workbook.",
        ),
        (
            BaseException("panic"),
            "Unit",
            "the sheet cannot be read: it is damaged, or of a kind that Jejak does not know.",
            "Open the file in Excel and save it as Excel Workbook (.xlsx).",
        ),
    ],
)
def test_what_a_reading_library_throws(
    tmp_path: Path, error: BaseException, sheet: str, what: str, remedy: str
) -> None:
    with pytest.raises(ImportProblems) as caught, reader_faults(tmp_path / "buku.xlsx", sheet):
        raise error
    assert [(str(one.cell), one.what.text, one.remedy.text) for one in caught.value.problems] == [
        (sheet or "buku.xlsx", what, remedy)
    ]


def test_a_file_that_may_not_be_opened(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(ImportProblems) as caught:
        check_file(book)
    (one,) = caught.value.problems
    assert one.what.text == "the file cannot be opened: {detail}."
    assert one.what.values == {"detail": "Permission denied"}
    assert one.remedy.text == "Close it in other programs, and check the rights of the file."


def test_a_damaged_member_is_named_as_a_damaged_file(refuse: Refuse, book: Path) -> None:
    """Bytes of each member in turn are turned over, as a bad disk would."""
    whole = book.read_bytes()
    with zipfile.ZipFile(book) as archive:
        places = [(one.filename, one.header_offset + 60, one.compress_size) for one in archive.infolist()]
    for name, start, size in places:
        if not name.startswith(("xl/worksheets/sheet", "xl/sharedStrings", "xl/workbook")):
            continue
        raw = bytearray(whole)
        for at in range(start, start + min(size, 40)):
            raw[at] ^= 0x5A
        book.write_bytes(bytes(raw))
        assert refuse(book) == (DAMAGED, RESAVE)


def test_a_member_that_is_larger_than_it_says(refuse: Refuse, book: Path) -> None:
    """The sizes of a member in the directory are made small; what unpacks is not."""
    data = bytearray(book.read_bytes())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        name = data[at + 46 : at + 46 + int.from_bytes(data[at + 28 : at + 30], "little")]
        if name == b"xl/sharedStrings.xml":
            data[at + 24 : at + 28] = (10).to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    book.write_bytes(bytes(data))
    assert refuse(book) == (DAMAGED, RESAVE)


def _repacked(path: Path, change: Callable[[str, bytes], bytes]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {one.filename: archive.read(one) for one in archive.infolist()}
    with zipfile.ZipFile(path, "w") as made:
        for name, part in parts.items():
            made.writestr(name, change(name, part))


@pytest.mark.parametrize("count", ["4294967295", "9" * 5_000])
def test_a_part_that_counts_more_than_it_holds(refuse: Refuse, book: Path, count: str) -> None:
    """The reader of values makes room for what is counted, and would end the process."""

    def change(name: str, part: bytes) -> bytes:
        return re.sub(rb'uniqueCount="[0-9]+"', f"uniqueCount='{count}'".encode(), part)

    _repacked(book, change)
    assert refuse(book) == (DAMAGED, RESAVE)


@pytest.mark.parametrize(
    ("pattern", "new", "place"),
    [
        (rb'r="C2"', b"r='XFD1048576'", "XFD1048576"),
        (rb'r="C2"', b'r = "xfd1048576"', "XFD1048576"),
        (rb'<row r="2"([^>]*)><c r="A2"', rb'<row r="9999999"\1><c', "A9999999"),
    ],
    ids=["quotes", "spaces", "no place"],
)
def test_a_far_cell_that_is_written_oddly(
    refuse: Refuse, book: Path, pattern: bytes, new: bytes, place: str
) -> None:
    def change(name: str, part: bytes) -> bytes:
        return re.sub(pattern, new, part) if b"mergeCell" not in part else part

    _repacked(book, change)
    done = refuse(book)
    assert done == (
        "sel ini jauh di luar tabel; buku kerja tidak dibaca sama sekali.",
        "Hapus baris dan kolom di belakang tabel, juga yang tampak kosong; simpan, lalu impor lagi.",
    )


@pytest.mark.parametrize("name", [b"xl/workbook.xml", b""], ids=["member", "end"])
def test_a_damaged_workbook_gets_no_marked_copy(home: Path, book: Path, name: bytes) -> None:
    raw = bytearray(book.read_bytes())
    at = raw.rfind(name) - 36 if name else raw.rfind(b"PK\x05\x06") + 10
    raw[at : at + 8] = b"\xff" * 8
    book.write_bytes(bytes(raw))
    mark = book.with_name("tanda.xlsx")
    done = invoke("import", book, "--mark", mark, "--home", home)
    assert (done.status, mark.exists()) == (3, False)
    assert "buku.xlsx bukan buku kerja yang dapat disalin.\n" in done.err


def test_bytes_of_a_command_that_are_no_text(home: Path) -> None:
    done = invoke("lab", "show", "\udcff", "--home", home)
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines() == [
        'satu kata dalam perintah memuat bita yang bukan teks: "\\udcff".',
        "  Ketik ulang, jangan ditempel, di konsol yang memakai UTF-8.",
    ]


HALF = """
import sys
import cli

sys.argv = ["jejak", "map", "daftar.csv", "\\ud83d", "--home", sys.argv[1]]
cli.main()
"""


def test_half_a_letter_as_the_name_of_a_file(home: Path) -> None:
    """Windows gives such words to programs."""
    env = {**os.environ, "JEJAK_LANG": "id"}
    done = subprocess.run(
        [sys.executable, "-c", HALF, str(home)], capture_output=True, text=True, env=env, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == ('satu kata dalam perintah memuat bita yang bukan teks: "\\ud83d".')


def test_a_long_list_whose_rows_count_up_to_no_number(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    rows = ["No;Nama Inovasi;OPD", *(f"{n};Layanan {n};Dinas A" for n in range(1, 20_000))]
    rows.append(f"{'9' * 5_000};{'9' * 5_001};1")
    path.write_text("\n".join(rows), encoding="utf-8")
    done = invoke("map", path, "--out", tmp_path / "PETA.toml", "--home", home)
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize("seed", range(12))
def test_a_workbook_with_bytes_of_chance_never_ends_in_a_traceback(home: Path, book: Path, seed: int) -> None:
    """Parts of the package with bytes changed at random, packed again so that the archive itself is whole."""
    draw = random.Random(seed)
    with zipfile.ZipFile(book) as archive:
        parts = {one.filename: bytearray(archive.read(one)) for one in archive.infolist()}
    wanted = draw.choice([name for name in sorted(parts) if name.endswith(".xml")])
    for _ in range(draw.choice([1, 3, 30])):
        part = parts[wanted]
        at = draw.randrange(len(part))
        part[at : at + draw.choice([0, 1, 5])] = draw.randbytes(draw.choice([0, 1, 8]))
    with zipfile.ZipFile(book, "w") as made:
        for name, part in parts.items():
            made.writestr(name, bytes(part))
    before = EventStore(home / "ledger.db").head().position
    done = invoke("import", book, "--home", home)
    assert done.status in (0, 3, 4)
    assert EventStore(home / "ledger.db").head().position == (
        before + 1 if "Tercatat" in done.out else before
    )


LINE = {"type": "unit.register", "region": "33.03", "key": "U1", "kind": "opd", "name": "Dinas"}


def lines(home: Path, tmp_path: Path, text: str) -> Done:
    path = tmp_path / "baris.jsonl"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    return invoke("import", path, "--home", home)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ('{"type": "unit.register", "key": "a", "key": "b"}', "#1 key  isian key ada dua kali."),
        ("[" * 100_000, "#1  baris ini memuat bilangan yang terlalu panjang, atau bersarang terlalu dalam."),
        (
            '{"type": "unit.register", "key": ' + "9" * 5_000 + "}",
            "#1  baris ini memuat bilangan yang terlalu panjang, atau bersarang terlalu dalam.",
        ),
        ('{"type": NaN}', "#1  baris ini bukan JSON: NaN bukan bilangan."),
    ],
    ids=["double", "deep", "long", "nan"],
)
def test_lines_that_no_program_should_write(home: Path, tmp_path: Path, text: str, what: str) -> None:
    done = lines(home, tmp_path, f"{text}\n")
    assert done.status == 3
    assert f"  {what}\n" in done.err


@pytest.mark.parametrize("number", [2**31, -(2**31), 10**18, 10**30])
def test_a_number_that_no_column_holds_is_refused_by_its_line(
    home: Path, tmp_path: Path, number: int
) -> None:
    lab = {"type": "lab.open", "region": "33.03", "key": "l-1", "name": "Lab", "mode": "live"}
    done = lines(home, tmp_path, json.dumps({**lab, "round": number}) + "\n")
    assert done.status == 3
    assert "  #1 round  baris ini tidak cocok dengan skemanya:" in done.err


def test_a_number_that_no_column_holds_is_refused_in_its_cell_and_as_a_correction(
    home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "buku.xlsx"
    lab = {"Kunci": "l-1", "Nama": "Lab", "Cara Pencatatan": "rekonstruksi", "Putaran": 3_000_000_000}
    template.write(path, rows={"Lab": [lab]}, identity={"Kode Wilayah": "33.03", "Lab": "l-1"})
    done = invoke("import", path, "--home", home)
    assert done.status == 3
    assert '"3000000000" terlalu besar untuk bilangan bulat di sini.\n' in done.err
    assert "Tulis bilangan paling besar 2147483647.\n" in done.err
    template.write(path, rows={"Lab": [{**lab, "Putaran": 2}]}, identity={"Kode Wilayah": "33.03"})
    assert invoke("import", path, "--home", home).status == 0
    done = invoke("correct", "3", "round", "3000000000", "--reason", "salah", "--yes", "--home", home)
    assert (done.status, "Bilangan 3000000000 terlalu besar." in done.err) == (4, True)


def test_bytes_that_could_not_be_read_again_are_never_laid_down(home: Path) -> None:
    store = EventStore(home / "ledger.db")
    work = UnitOfWork(store, store.head().position)
    with pytest.raises(UnfitEventError) as caught:
        work.add("3303/unit/000001", "unit.registered/1", b'{"actor":"a","action":"b","body":{"kind":1}}', "")
    assert caught.value.status == 3
    assert caught.value.why.text == "A value does not fit the event {topic}: {detail}."
    assert caught.value.remedy
    assert caught.value.remedy.text == "Mend the value, then try again; nothing was recorded."
    assert (work.pending, work.rows("3303/unit/000001")) == ([], [])


FAULTY = """
import sys
import cli
from commands.record import template

def broken(*args, **kwargs):
    raise RuntimeError("Nama Rahasia 198001012005012001")

template.template.callback = broken
sys.argv = ["jejak", "template", "rahasia.xlsx", *sys.argv[1:]]
cli.main()
"""


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_an_unforeseen_fault_leaves_a_report_without_data(tmp_path: Path, more: list[str]) -> None:
    env = {**os.environ, "TMPDIR": str(tmp_path), "JEJAK_LANG": "id"}
    done = subprocess.run(
        [sys.executable, "-c", FAULTY, *more], capture_output=True, text=True, env=env, check=False
    )
    said = done.stdout if more else done.stderr
    assert (done.returncode, "Traceback" in done.stdout + done.stderr) == (5, False)
    assert "Ini kesalahan Jejak sendiri: RuntimeError." in said
    (file,) = tmp_path.glob("jejak-laporan-*.txt")
    assert f"Kirim berkas ini kepada programer; isinya tanpa data Anda: {file}" in said
    report = file.read_text()
    assert "builtins.RuntimeError" in report
    assert "cli.py:" in report
    assert "ahasia" not in report
    assert "1980" not in report


def test_a_fault_without_room_for_a_report() -> None:
    env = {
        **os.environ,
        "TMPDIR": "/proc/none",
        "TEMP": "/proc/none",
        "TMP": "/proc/none",
        "JEJAK_LANG": "id",
    }
    code = FAULTY.replace("import cli\n", "import cli, tempfile\ntempfile.tempdir = '/proc/none'\n")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 5
    assert "Beri tahu programer apa yang sedang dikerjakan; laporannya tidak dapat ditulis." in done.stderr
