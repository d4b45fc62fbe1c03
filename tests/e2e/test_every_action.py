"""One made-up innovation lives through every action of a lab, one after the other, on the screens."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pytest

from domain.kinds import KINDS
from ledger.workspace.workspace import open_at
from tests.helpers import invoke

LAB, MAIN, OTHER = "wonosobo-2023", "3307-0001", "3307-0002"
ACTIONS: dict[str, tuple[str, ...]] = {
    "L1": ("lab.facilitation_requested",),
    "L2": ("document.party_recorded", "lab.document_linked"),
    "L3": ("lab.team_member_named",),
    "L4": ("lab.opened",),
    "L5": ("lab.unit_joined", "workshop.held"),
    "L6": ("lab.readiness_surveyed",),
    "L7": ("lab.stage_opened", "lab.stage_closed"),
    "L8": ("lab.stage_not_held",),
    "L9": ("lab.paused", "lab.resumed"),
    "L10": ("lab.programme_evaluated",),
    "L11": ("lab.closed",),
    "I1": ("agreement.signed", "agreement.signature_recorded"),
    "I2": ("idea.proposed",),
    "I3": ("idea.answered",),
    "I4": ("idea.revised",),
    "I5": ("idea.merged", "idea.made_by_merge"),
    "I6": ("idea.split", "idea.made_by_split"),
    "I7": ("idea.revised", "innovation.renamed"),
    "I8": ("idea.withdrawn", "idea.not_continued"),
    "I9": ("idea.approved",),
    "I10": ("idea.coached",),
    "I11": ("innovation.plan_step_set",),
    "I12": ("innovation.stakeholder_mapped",),
    "I13": ("innovation.plan_validated",),
    "I14": ("innovation.plan_approved",),
    "V1": ("agreement.signed", "innovation.agreement_signed"),
    "V2": ("agreement.amended", "agreement.ended"),
    "V3": ("lab.launching_held", "innovation.launched"),
    "V4": ("innovation.determined",),
    "V5": ("innovation.milestone_reported",),
    "V6": ("innovation.monitored",),
    "V7": ("innovation.trialled", "innovation.trial_reported", "innovation.trial_ended"),
    "V8": ("innovation.implemented",),
    "V9": ("innovation.evidence_attached", "innovation.evidence_superseded"),
    "V10": ("lab.display_held", "innovation.displayed"),
    "V11": ("innovation.judged",),
    "V12": ("award.given", "innovation.awarded"),
    "V13": ("innovation.recommended",),
    "V14": ("innovation.published",),
    "V15": ("entry.prepared", "entry.queue_moved"),
    "V16": ("entry.result_announced",),
    "V17": ("innovation.replicated",),
    "V18": ("innovation.evaluated",),
    "V19": ("innovation.status_reported",),
    "V20": ("innovation.stopped", "innovation.resumed"),
    "V21": ("innovation.handed_over", "person.post_changed", "person.left"),
    "V22": ("unit.renamed", "unit.merged", "unit.succeeded", "unit.closed"),
    "V23": ("innovation.property_recorded",),
    "V24": ("innovation.developed",),
}
"""The actions of a lab (L), an idea (I) and an innovation (V), with the events that tell them."""
NOT_FOR_PEOPLE = re.compile(
    r"\d{4}/[a-z]+/\d{6}|\b(?:None|null|True|False|Traceback)\b|\b(?:running|faltering|stopped|resumed|idle)\b"
    r"|\{\w*\}|\[\]"
)
"""Ids of streams, words and codes of the program, values that were not filled in."""


@pytest.fixture(scope="module")
def types(demo: Path) -> dict[str, list[str]]:
    """The types of the events of the made-up region by stream."""
    found: dict[str, list[str]] = {}
    with closing(open_at(demo).store()) as store:
        for row in store.all_rows(prefix="3307/"):
            found.setdefault(row[1], []).append(row[3].partition("/")[0])
    return found


@pytest.mark.parametrize("number", ACTIONS)
def test_the_example_holds_each_action(types: dict[str, list[str]], number: str) -> None:
    said = {one for stream in types.values() for one in stream}
    assert set(ACTIONS[number]) - said == set()


def test_the_list_is_whole() -> None:
    numbers = [*(f"L{n}" for n in range(1, 12)), *(f"I{n}" for n in range(1, 15))]
    assert list(ACTIONS) == [*numbers, *(f"V{n}" for n in range(1, 25))]
    known = {body.TYPE for module in KINDS.values() for body in module.EVENTS}
    assert {one for found in ACTIONS.values() for one in found} - known == set()


def test_what_is_said_of_innovations_is_said_of_the_one(types: dict[str, list[str]]) -> None:
    wanted = {one for found in ACTIONS.values() for one in found if one.startswith("innovation.")}
    assert wanted - set(types["3307/innovation/000001"]) == set()


@pytest.mark.parametrize(
    "words",
    [
        ("catalogue", "show", MAIN),
        ("catalogue", "show", MAIN, "--lineage"),
        ("catalogue", "show", OTHER),
        ("history", MAIN),
        ("history", LAB),
        ("history", "3307-I0005"),
        ("history", "3307-I0008"),
        ("replay", MAIN),
        ("replay", OTHER),
        ("lab", "show", LAB),
        ("lab", "funnel", LAB),
        ("catalogue", "list", "--region", "33.07"),
        ("catalogue", "stats", "--region", "33.07"),
    ],
)
def test_screens_hold_no_word_of_the_program(demo: Path, words: tuple[str, ...]) -> None:
    done = invoke(*words, "--home", demo)
    assert (done.status, done.err) == (0, "")
    assert [line for line in done.out.splitlines() if NOT_FOR_PEOPLE.search(line)] == []


def test_each_event_of_the_innovation_is_a_sentence_of_its_history_and_a_step_of_its_replay(
    demo: Path, types: dict[str, list[str]]
) -> None:
    own = types["3307/innovation/000001"]
    entries = invoke("history", MAIN, "--json", "--home", demo).data["entries"]
    assert sorted(one["type"] for one in entries if one["code"] == MAIN) == sorted(own)
    steps = invoke("replay", MAIN, "--json", "--home", demo).data["steps"]
    assert [one["event"] for one in steps] == sorted(one["event"] for one in entries)
    assert all(one["sentence"].strip() for one in entries)


def told(demo: Path, *words: str) -> str:
    """A history as one line of words."""
    done = invoke("history", *words, "--home", demo)
    assert (done.status, done.err) == (0, "")
    return " ".join(done.out.split())


def test_a_history_tells_what_its_sentences_leave_unsaid(demo: Path) -> None:
    text = told(demo, MAIN)
    for said in (
        'Diusulkan sebagai ide 3307-I0002 "Buku Pinjam Benih Kelompok Tani" oleh Dispaperta.'
        " jenis usulan: replikasi · pengusul: Kepala Seksi Perbenihan"
        " · asal replikasi: Lumbung benih daerah lain └",
        "Rencana aksi 1, langkah 2: berjalan, 60%. keluaran nyata: 1,2 ton benih tersalur"
        " · kendala: Benih telat datang · sebab kendala: kemampuan └",
        "Ide 3307-I0006 ditanggapi oleh Coach LAN RI: kebaruan; Cukup jelas. sesuai: ya └",
        "Uji coba selesai: Harga benih turun sepertiga. tempat: Desa Sikunang └",
    ):
        assert said in text


def test_details_are_whole_in_json_and_cut_on_the_screen(demo: Path) -> None:
    entries = invoke("history", "SAPA", "RT", "--json", "--home", demo).data["entries"]
    written = next(one for one in entries if one["type"] == "innovation.profile_written")
    details = {one["field"]: one["value"] for one in written["details"]}
    assert len(details["design"].split()) > 300
    text = told(demo, "SAPA", "RT")
    assert f"rancang bangun: {details['design'][:150]}" in text
    assert details["design"][:170] not in text


@pytest.mark.parametrize(
    ("name", "heading", "said"),
    [
        (
            "188.4/CONTOH-06/2023",
            "SK 188.4/CONTOH-06/2023, Penetapan inovasi daerah",
            "Dokumen dicatat: Penetapan inovasi daerah. jenis: SK · nomor: 188.4/CONTOH-06/2023"
            " · penerbit: Bupati",
        ),
        (
            "33.07/kantor ketahanan pangan",
            "KKP",
            "Unit Kantor Ketahanan Pangan didaftarkan. jenis: OPD · nama singkat: KKP",
        ),
        (
            "Perjanjian Kinerja Inovasi",
            "Perjanjian Kinerja Inovasi",
            "Perjanjian diadendum: dua desa ditambahkan. nomor: 050/CONTOH-12/2023 · rencana: 2",
        ),
        (
            "INAGARA Award",
            "INAGARA Award",
            "Penghargaan diberikan: INAGARA Award 2017."
            " pemberi: Lembaga Administrasi Negara · penerima: daerah",
        ),
        (
            "33.07",
            "Kabupaten Wonosobo",
            "Misi 2 dari RPJMD contoh 2021-2026 dicatat."
            " uraian: Mewujudkan pertanian yang mandiri dan menyejahterakan",
        ),
    ],
)
def test_documents_units_agreements_and_regions_have_their_histories(
    demo: Path, name: str, heading: str, said: str
) -> None:
    text = told(demo, *name.split())
    assert text.startswith(f"{heading} ")
    assert said in text


def test_a_name_in_two_regions_is_asked_for_by_region(demo: Path) -> None:
    done = invoke("history", "kantor", "ketahanan", "pangan", "--home", demo)
    assert (done.status, done.out) == (2, "")
    assert "33.05/Kantor Ketahanan Pangan; 33.07/KKP Kantor Ketahanan Pangan." in done.err


def test_the_page_tells_how_it_went_on(demo: Path) -> None:
    lines = [line.strip() for line in invoke("catalogue", "show", MAIN, "--home", demo).out.splitlines()]
    assert "Status           berjalan, 7 Oktober 2024" in lines
    for said in (
        "29 Mei 2023: Rencana aksi 1 divalidasi oleh Dosen pertanian: Layak, asal mutu benih diperiksa.",
        "15 Desember 2023: Ditetapkan dengan SK 188.4/CONTOH-06/2023, Penetapan inovasi daerah,"
        " nomor lampiran 1.",
        "31 Januari 2024: Dialihkan dari Penyuluh Pertanian Ahli Muda"
        " kepada Kepala Dinas Pertanian dan Perikanan (mutasi).",
        "5 Agustus 2024: Inovasi dihentikan: balai desa dipakai pengungsi.",
        "3 Februari 2025: Melanjutkan inovasi 3307-0002: agar penyuluh dan gerai satu kunjungan.",
    ):
        assert said in lines
    running = invoke("catalogue", "show", MAIN, "--as-of", "2024-09-01", "--home", demo).out
    assert "  Status           dihentikan, 5 Agustus 2024\n" in running


def test_a_replay_says_codes_and_documents_in_words(demo: Path) -> None:
    lines = [line.strip() for line in invoke("replay", MAIN, "--home", demo).out.splitlines()]
    assert "dasar penetapan: – → SK 188.4/CONTOH-06/2023, Penetapan inovasi daerah" in lines
    assert "status jalan: tersendat → dihentikan" in lines
    assert "jumlah keterangan: 0 → 1" in lines
    other = [line.strip() for line in invoke("replay", OTHER, "--home", demo).out.splitlines()]
    assert "inovasi penerus: – → 3307-0001" in other


def test_a_history_names_evidence_by_its_subject_and_an_entry_by_a_word(demo: Path) -> None:
    lines = [line.strip() for line in invoke("history", MAIN, "--home", demo).out.splitlines()]
    assert "21 Jul 2023  Bukti dukung digantikan: Laporan uji coba." in lines
    assert [line.split(" · ")[0] for line in lines if "Antrean!A2" in line] == ["└ usulan"]


def test_the_funnel_of_the_made_up_lab(demo: Path) -> None:
    data = invoke("lab", "funnel", LAB, "--json", "--home", demo).data
    ways = ("ideas_proposed", "made_by_merge", "made_by_split", "merged_away", "split_away", "withdrawn")
    assert [data[one] for one in ways] == [5, 1, 2, 2, 1, 1]
    assert [data[one] for one in ("not_continued", "open", "designed", "launched")] == [2, 0, 2, 2]


def test_everything_of_it_that_can_say_so_is_marked_as_illustrative(demo: Path) -> None:
    listed = invoke("catalogue", "list", "--region", "33.07", "--json", "--home", demo).data["items"]
    assert [one["illustrative"] for one in listed] == [True, True]
    shown = invoke("lab", "show", LAB, "--json", "--home", demo).data
    assert shown["illustrative"]
    assert [one["illustrative"] for one in shown["agreements"]] == [True, True]
