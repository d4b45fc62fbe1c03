"""dossier template, and --template: from our copy to an issue in a form of one's own, written again."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from exporters.word import sandbox
from exporters.word.render import own_template
from exporters.word.reproducible_zip import pack_zip, unpack_zip
from ledger.workspace.workspace import open_at
from tests.exporters.test_template_sandbox import ENDLESS, saying
from tests.helpers import Done, complete_proposal, invoke

PASAR = ("SIMPEL PASAR", "--year", "2023")
COMPARE = "Bandingkan dengan templat yang ditulis Jejak: jejak dossier template --help"
SAVE = "Simpan di Word sebagai dokumen (.docx), lalu coba lagi."
LOOPS = "Cari di dalamnya perulangan yang terlalu banyak."


def check(file: Path, award: str = "iga", *words: str) -> Done:
    return invoke("dossier", "template", "check", file, "--award", award, *words)


def written(path: Path, raw: bytes) -> Path:
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("award", ["iga", "kipp", "letter"])
def test_our_template_is_written_and_checked(tmp_path: Path, award: str) -> None:
    file = tmp_path / "baru" / "punyaku.docx"
    done = invoke("dossier", "template", award, "--out", file)
    assert (done.status, done.err) == (0, "")
    assert done.out == (
        f"Templat ditulis: {file}\n"
        f"Ubah di Word, lalu periksa: jejak dossier template check {file} --award {award}\n"
    )
    assert file.read_bytes() == own_template(award)
    told = check(file, award)
    assert (told.status, told.err) == (0, "")
    parts = {"iga": 59, "kipp": 40, "letter": 11}[award]
    assert told.out.splitlines()[1] == f"Semua {parts} bagian formulir dicetak."
    again = invoke("dossier", "template", award, "--out", file)
    assert (again.status, again.err.splitlines()[0]) == (4, f"{file} sudah ada.")
    other = invoke("dossier", "template", award, "--out", tmp_path / "a.doc")
    assert (other.status, "Nama berkas harus berakhiran .docx." in other.err) == (2, True)


def test_a_check_names_what_does_not_exist_and_where(tmp_path: Path) -> None:
    words = (
        "Kode: {{ kode }}",
        "{% for s in sections %}{{ s.nomber }}{% endfor %}",
        "{{ code.panjang }}",
        "{{ identity[0].judul }}",
    )
    file = written(tmp_path / "a.docx", saying(*words))
    done = check(file)
    assert (done.status, done.out) == (1, f"{file} belum dapat dipakai.\n")
    lines = [line.strip() for line in done.err.splitlines()]
    assert lines[:2] == ["Kode: {{ kode }}  Nama kode tidak ada.", 'Maksudnya "code"?']
    assert lines[2:4] == [f"{words[1]}  Nama s.nomber tidak ada.", 'Maksudnya "number"?']
    assert lines[4:6] == [
        f"{words[2]}  Nama code.panjang tidak ada.",
        "Yang berdiri di depan titik adalah nilai biasa: cetak nilai itu saja.",
    ]
    assert lines[6:] == [
        f"{words[3]}  Nama identity[0].judul tidak ada.",
        "Nama yang ada: label, paragraphs.",
    ]
    data = check(file, "iga", "--json").data
    assert [one["name"] for one in data["unknown"]] == [
        "kode",
        "s.nomber",
        "code.panjang",
        "identity[0].judul",
    ]
    assert data["fault"] == {"fault": "name", "place": "Kode: {{ kode }}"}


def test_what_is_left_out_is_a_note(tmp_path: Path) -> None:
    file = written(tmp_path / "a.docx", saying("{{ code }}"))
    done = check(file)
    assert done.status == 0
    told = "Templat ini tidak pernah mencetak tanda ILUSTRASI: contoh akan tampak seperti catatan sungguhan."
    assert done.err == f"{told}\n"
    lines = done.out.splitlines()
    assert lines[1:4] == [
        "59 dari 59 bagian formulir tidak dicetak:",
        "  Nama inovasi",
        "  Pemerintah Daerah",
    ]
    data = check(file, "iga", "--json").data
    assert (data["fault"], data["parts"], len(data["left_out"])) == (None, 59, 59)
    assert data["marks_illustrations"] is False


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "{{ code|map(attribute='__class__')|first ~ '' }}",
            "a.docx meminta hal yang tidak boleh dilakukan templat.",
        ),
        ("{% ulang %}", 'a.docx memuat perintah yang tidak dipahami, pada "ulang".'),
        ("{% for s in sections %}", "a.docx memuat perintah yang tidak dipahami."),
        ("{{ 1 / 0 }}", "a.docx memuat perintah yang tidak dipahami."),
    ],
)
def test_commands_that_cannot_be_followed(tmp_path: Path, text: str, told: str) -> None:
    file = written(tmp_path / "a.docx", saying(text))
    done = check(file)
    assert (done.status, [line.strip() for line in done.err.splitlines()]) == (
        1,
        [f"{text}  {told}", COMPARE],
    )


def test_a_name_in_a_command_that_only_running_finds(demo: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "a.docx", saying("{% set s = sections|map('length')|list %}{{ s.nomor }}"))
    done = invoke(
        "dossier",
        "iga",
        *PASAR[:1],
        "--year",
        "2026",
        "--out",
        tmp_path / "d",
        "--template",
        file,
        "--home",
        demo,
    )
    assert (done.status, done.out) == (3, "")
    assert "  a.docx memakai nama nomor, yang tidak ada." in done.err
    assert not (tmp_path / "d").exists()


def test_a_result_that_is_no_document(tmp_path: Path) -> None:
    # The capital letters of &amp; are none that XML knows.
    done = check(written(tmp_path / "a.docx", saying("{% filter upper %}a & b{% endfilter %}")))
    told = "Hasil a.docx bukan dokumen Word: ada perintah di tempat yang salah."
    assert (done.status, done.err) == (1, f"{told}\n  {COMPARE}\n")


def test_what_takes_too_long_or_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as shorter:
        shorter.setattr(sandbox, "SECONDS", 2)
        done = check(written(tmp_path / "a.docx", saying(ENDLESS)))
    assert (done.status, done.err) == (1, f"a.docx belum selesai diisi dalam 2 detik.\n  {LOOPS}\n")
    done = check(written(tmp_path / "a.docx", saying("{{ 'a' * 10000000000 }}")))
    told = "a.docx memerlukan memori lebih dari yang boleh dipakai templat."
    assert (done.status, done.err) == (1, f"{told}\n  {LOOPS}\n")
    monkeypatch.setattr(sandbox, "MEMORY", 1 << 20)
    done = check(written(tmp_path / "a.docx", saying("{{ code }}")))
    assert done.status == 1
    assert done.err in (
        f"Proses yang mengisi a.docx berhenti sebelum selesai.\n  {LOOPS}\n",
        f"{told}\n  {LOOPS}\n",
    )


def test_files_that_are_no_templates_are_told_with_the_way_out(tmp_path: Path) -> None:
    types, rels = "[Content_Types].xml", "word/_rels/document.xml.rels"
    ours = unpack_zip(own_template("iga"))
    remote = b'<Relationship Id="r" Type="x/image" Target="http://x" TargetMode="External"/></Relationships>'
    main = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    dotx = main.replace(b"document.main", b"template.main")
    docm = b"vnd.ms-word.document.macroEnabled.main+xml"

    def with_(part: str, old: bytes, new: bytes) -> bytes:
        return pack_zip({**ours, part: ours[part].replace(old, new)})

    other = "Buka di Word, simpan dengan nama lain, lalu coba yang itu."
    cases = [
        (b"kop surat", "a.docx bukan dokumen Word (.docx).", SAVE),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "a.docx adalah dokumen Word jenis lama (.doc).", SAVE),
        (with_(types, main, dotx), "a.docx adalah templat Word (.dotx), bukan dokumen.", SAVE),
        (
            with_(types, main, docm),
            "a.docx memuat makro; templat tidak boleh memuatnya.",
            "Simpan di Word sebagai dokumen tanpa makro (.docx), lalu coba lagi.",
        ),
        (
            with_(rels, b"</Relationships>", remote),
            "a.docx mengambil sesuatu dari tempat lain saat dibuka.",
            "Sisipkan gambar dan objek ke dalam dokumennya sendiri, lalu coba lagi.",
        ),
        (b"PK\x03\x04" + bytes(99), "a.docx rusak: bagian-bagiannya tidak dapat dibaca.", other),
        (
            bytes(100_000_000),
            "a.docx terlalu besar: templat paling banyak 10 MB, dan 50 MB setelah dibuka kemasannya.",
            "Perkecil gambarnya, lalu coba lagi.",
        ),
    ]
    for raw, what, remedy in cases:
        done = check(written(tmp_path / "a.docx", raw))
        assert (done.status, done.out, done.err) == (3, "", f"{what}\n  {remedy}\n")


def test_a_document_of_ones_own(demo: Path, tmp_path: Path) -> None:
    file = written(
        tmp_path / "a.docx", saying("Laporan {{ code }} {% if final %}final{% else %}draf{% endif %}")
    )
    out = tmp_path / "d"
    words = ("dossier", "kipp", *PASAR, "--out", out, "--template", file, "--home", demo)
    assert invoke(*words).status == 0
    made = docx.Document(str(out / "kipp-2023-umum-3303-0169.docx"))
    assert [one.text for one in made.paragraphs] == ["Laporan 3303-0169 draf"]


def test_an_issue_keeps_its_template_and_is_written_again_to_the_byte(own_demo: Path, tmp_path: Path) -> None:
    complete_proposal(own_demo, tmp_path / "lampiran")
    file = written(tmp_path / "a.docx", saying("Proposal {{ code }}", "{{ innovation }} \u202e"))
    out, words = tmp_path / "terbit", ("--template", file, "--home", own_demo)
    bad = written(tmp_path / "b.docx", saying("{{ kode }}"))
    refused = invoke("dossier", "issue", "kipp", *PASAR, "--out", out, "--template", bad, "--home", own_demo)
    assert (refused.status, out.exists()) == (3, False)
    assert invoke("dossier", "issue", "kipp", *PASAR, "--out", out, *words).status == 0
    kept = own_demo / "evidence"
    sha256 = open_at(own_demo).evidence.keep(file)
    assert (kept / sha256[:2] / sha256).read_bytes() == file.read_bytes()
    file.unlink()
    done = invoke("dossier", "again", *PASAR, "--out", tmp_path / "lagi", "--home", own_demo)
    assert done.status == 0, done.err
    for path in out.iterdir():
        assert (tmp_path / "lagi" / path.name).read_bytes() == path.read_bytes()
    document = docx.Document(io.BytesIO((out / "kipp-2023-umum-3303-0169-final.docx").read_bytes()))
    assert document.paragraphs[0].text == "Proposal 3303-0169"
    assert invoke("evidence", "check", "--home", own_demo).status == 0
