"""What replay and trace show people: labels, names and dates as they read them; `--json` stays raw."""

from pathlib import Path

import pytest

from domain.kinds import KINDS
from jejak_i18n.fields import names
from projections.views import catalogue, labs, lineage, people
from tests.helpers import invoke

FIRST = """\
3303-0001  SIMPEL
        12 Okt 2022  Diusulkan sebagai ide 3303-I0001 "Retribusi Nontunai" oleh Dindag.
                     └ 3303-I0001 · peristiwa 18 · dicatat 2 Jun 2023 · Analis
                       lab: – → Lab Purbalingga 2022
                       judul: – → Retribusi Nontunai
                       asal: – → diusulkan
                       jenis usulan: – → ide baru
                       status: – → terbuka
                       tanggal ide: – → 12 Oktober 2022
"""
LAST = """\
        23 Nov 2022  Ide 3303-I0006 disetujui oleh Bupati Purbalingga.
                     └ 3303-I0006 · peristiwa 31 · dicatat 2 Jun 2023 · Analis
                       disetujui: tidak → ya
                       tanggal disetujui: – → 23 November 2022
        23 Nov 2022  Dirancang sebagai inovasi 3303-0001 "SIMPEL: Retribusi dan Izin Pasar" oleh Dindag.
                     └ 3303-0001 · peristiwa 32 · dicatat 3 Jun 2023 · Analis
                       lab: – → Lab Purbalingga 2022
                       ide asal: – → 3303-I0006
                       judul: – → Retribusi dan Izin Pasar
                       akronim: – → SIMPEL
                       unit: – → Dindag
                       tanggal dirancang: – → 23 November 2022
        16 Jan 2023  Berganti nama menjadi "Retribusi, Izin, dan Denah Pasar": Denah ikut dilayani.
                     └ 3303-0001 · peristiwa 37 · dicatat 3 Jun 2023 · Analis
                       judul: Retribusi dan Izin Pasar → Retribusi, Izin, dan Denah Pasar
                       nama terdahulu: – → Retribusi dan Izin Pasar; SIMPEL
"""
LAUNCH = """\
        15 Des 2022  Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain.
                     └ 3303-0001 · peristiwa 50 · dicatat 3 Jun 2023 · Analis
                       diluncurkan: tidak → ya
                       tanggal peluncuran: – → 15 Desember 2022
                       lab peluncuran: – → Lab Purbalingga 2022
                       acara: – → Purbalingga Expo
"""


def shown(home: Path, *words: str) -> str:
    done = invoke(*words, "--home", home)
    assert (done.status, done.err) == (0, "")
    return done.out


def test_a_life_is_replayed_in_words(life: Path) -> None:
    text = shown(life, "replay", "SIMPEL", "--until", "37")
    assert text.startswith(FIRST)
    assert text.endswith(LAST)
    assert LAUNCH in shown(life, "replay", "SIMPEL")


def test_json_stays_raw(life: Path) -> None:
    steps = invoke("replay", "SIMPEL", "--until", "18", "--json", "--home", life).data["steps"]
    assert [one["changes"] for one in steps] == [
        {
            "lab": {"before": None, "after": "3303/lab/000001"},
            "title": {"before": None, "after": "Retribusi Nontunai"},
            "origin": {"before": None, "after": "proposed"},
            "proposal": {"before": None, "after": "new"},
            "status": {"before": None, "after": "open"},
            "approved": {"before": None, "after": False},
            "illustrative": {"before": None, "after": False},
            "founded_on": {"before": None, "after": "2022-10-12"},
            "former": {"before": None, "after": ""},
            "answers": {"before": None, "after": 0},
            "revisions": {"before": None, "after": 0},
            "coachings": {"before": None, "after": 0},
        }
    ]


def test_a_correction_is_a_step_of_its_own(own_life: Path) -> None:
    words = ("--reason", "salah ketik", "--yes", "--home", own_life)
    assert invoke("correct", "40", "occurred", "2023-02-04", *words).status == 0
    lines = shown(own_life, "replay", "SIMPEL").splitlines()
    at = lines.index("         2 Feb 2023  Diuji coba di Pasar Segamas.")
    assert lines[at + 3] == f"{'':23}tanggal uji coba: – → 2 Februari 2023"
    assert lines[-1] == f"{'':23}tanggal uji coba: 2 Februari 2023 → 4 Februari 2023"
    assert [line.strip() for line in lines[-4:-2]] == [
        'RALAT: tanggal pada peristiwa 40 bukan "2 Februari 2023", melainkan "4 Februari',
        '2023" (salah ketik).',
    ]


def test_what_is_voided_is_taken_back_in_words(own_life: Path) -> None:
    entries = invoke("history", "SIMPEL", "--json", "--home", own_life).data["entries"]
    launch = next(one for one in entries if one["type"] == "innovation.launched")
    assert invoke("void", launch["action"], "--reason", "keliru", "--yes", "--home", own_life).status == 0
    text = shown(own_life, "replay", "SIMPEL")
    assert text.splitlines()[-4:] == [
        f"{'':23}diluncurkan: ya → tidak",
        f"{'':23}tanggal peluncuran: 15 Desember 2022 → –",
        f"{'':23}lab peluncuran: Lab Purbalingga 2022 → –",
        f"{'':23}acara: Purbalingga Expo → –",
    ]
    assert "        15 Des 2022  (dibatalkan) Diluncurkan pada " in text


@pytest.mark.parametrize("field", ["tanggal uji coba", "Tanggal  Uji Coba", "trialled_on", "trialled on"])
def test_trace_takes_the_label_and_the_name_of_a_field(life: Path, field: str) -> None:
    assert shown(life, "trace", "SIMPEL", field) == (
        "3303-0001  tanggal uji coba: 2 Februari 2023\n"
        "  peristiwa 40 · 2 Feb 2023 · dicatat 3 Jun 2023 · Analis\n"
        "    Diuji coba di Pasar Segamas.\n"
    )
    assert invoke("trace", "SIMPEL", field, "--json", "--home", life).data["field"] == "trialled_on"


@pytest.mark.parametrize(
    ("field", "shown_as"),
    [("tahapan", "tahapan: penerapan"), ("jenis unit", "jenis unit: OPD"), ("judul", "judul: Retribusi,")],
)
def test_trace_shows_labels_of_codes(life: Path, field: str, shown_as: str) -> None:
    assert shown(life, "trace", "SIMPEL", field).startswith(f"3303-0001  {shown_as}")


def test_trace_of_an_unknown_field_lists_the_labels_of_those_there_are(life: Path) -> None:
    done = invoke("trace", "SIMPEL", "warna", "--home", life)
    assert (done.status, done.out) == (2, "")
    assert done.err == (
        "Isian warna belum tercatat.\n"
        "  Yang tercatat: akronim, jenis unit, judul, manfaat, tahapan, tanggal dirancang,"
        " tanggal peluncuran, tanggal penerapan, tanggal uji coba, tujuan, unit.\n"
    )


def test_a_long_interval_stands_above_its_sentence(own_life: Path) -> None:
    words = ("--reason", "salah ketik", "--yes", "--home", own_life)
    assert invoke("correct", "40", "occurred", "2022-12-30/2023-01-02", *words).status == 0
    lines = shown(own_life, "history", "SIMPEL").splitlines()
    at = lines.index("  30 Des 2022 – 2 Jan 2023")
    assert lines[at + 1 : at + 3] == [
        f"{'':21}Diuji coba di Pasar Segamas. (diralat, lihat di bawah)",
        f"{'':21}└ 3303-0001 · peristiwa 40 · Analis",
    ]


def test_english_names_fields_in_words(life: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JEJAK_LANG", "en")
    assert shown(life, "replay", "3303-I0004").splitlines()[2:] == [
        f"{'':21}└ 3303-I0004 · event 21 · recorded 2 Jun 2023 · Analis",
        f"{'':23}lab: – → Lab Purbalingga 2022",
        f"{'':23}title: – → Pasar Malam",
        f"{'':23}origin: – → proposed",
        f"{'':23}proposal: – → new",
        f"{'':23}status: – → open",
        f"{'':23}founded on: – → Oktober 2022",
        "            undated  Idea 3303-I0004 withdrawn (biaya: Listriknya mahal).",
        f"{'':21}└ 3303-I0004 · event 29 · recorded 2 Jun 2023 · Analis",
        f"{'':23}status: open → withdrawn",
        f"{'':23}end code: – → cost",
        f"{'':23}end reason: – → Listriknya mahal.",
    ]


def test_every_field_that_can_be_shown_has_a_label_and_no_two_are_alike() -> None:
    bodies = [body for module in KINDS.values() for body in module.EVENTS]
    fields = {name for body in bodies for name in body.__struct_fields__}
    hidden = {"stream", "region", "stands", "code", "search", "profile"}
    tables = (catalogue.innovations, lineage.ideas, labs.labs, people.people)
    columns = {column.name for table in tables for column in table.columns}
    assert (fields | columns - hidden) - set(names()) == set()
    called = [name.casefold() for name in names().values()]
    assert sorted(set(called)) == sorted(called)
