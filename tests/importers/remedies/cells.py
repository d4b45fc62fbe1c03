"""Lists, units, and what else a single cell may hold wrongly."""

from __future__ import annotations

from tests.importers.remedies.case import (
    IDEA,
    OF,
    Case,
    Told,
    Way,
    book,
    choose,
    edit,
    put,
    spoilt,
    type_after,
)

PROFILE = {"Kunci": "P-1", **OF}
EVIDENCE = {"Kunci": "B-1", **OF, "Jenis": "SK", "Perihal": "Penetapan"}
DOCUMENT = {"Kunci": "D-7", "Jenis": "SK", "Perihal": "Penetapan"}
FIGURE = {
    "Kunci": "A-7",
    "Ukuran": "tidak dihitung",
    "Nilai": 5,
    "Sumber": "LAN",
    "Cakupan": "beberapa daerah",
}
CLAIM = {"Kunci": "KI-1", **OF, "Tahun": 2026, "Indikator": "16", "Tingkat": 1}
LAB = {"Kunci": "uji-2023", "Nama": "Lab Uji", "Cara Pencatatan": "rekonstruksi"}


def moved_over(told: Told) -> None:
    """Chooses in the cell of the column that is named, and moves the name over."""
    assert told.remedy.endswith(" kolom Urusan.")
    choose("Profil_G2", "Pendidikan")(told)
    edit(put(Profil_G2=None, Profil_H2="Pendidikan"))(told)


LISTS = [
    Case(
        "a slip of a term",
        book({"Ide": [{**IDEA, "Jenis Usulan": "replikas"}]}),
        "Ide!C2",
        (Way("choose", choose("Ide_C2", "replikasi"), {"idea.proposed": {"proposal": "replication"}}),),
    ),
    Case(
        "a term that is none",
        book({"Profil": [{**PROFILE, "Bentuk Inovasi": "lain"}]}),
        "Profil!F2",
        (
            Way(
                "the first of those named",
                type_after("Profil_F2", "satu: "),
                {"innovation.profile_written": {"form": "governance"}},
            ),
        ),
    ),
    Case(
        "a code that no region has",
        book({"Angka": [{**FIGURE, "Wilayah": "33.99"}]}),
        "Angka!K2",
        (
            Way(
                "the code that is given as an example",
                edit(put(Angka_K2="33.03")),
                {"figure.published": {"regions": ["33.03"]}},
            ),
        ),
    ),
    Case(
        "an affair that is none",
        book({"Profil": [{**PROFILE, "Urusan": "antariksa"}]}),
        "Profil!G2",
        (
            Way(
                "choose",
                choose("Profil_G2", "Perdagangan"),
                {"innovation.profile_written": {"affair": "Perdagangan"}},
            ),
        ),
    ),
    Case(
        "a slip in a list of affairs",
        book({"Profil": [{**PROFILE, "Urusan Lain": "Sosial; Perdagangn"}]}),
        "Profil!H2",
        (
            Way(
                "choose",
                edit(put(Profil_H2="Sosial; Perdagangan")),
                {"innovation.profile_written": {"other_affairs": ["Sosial", "Perdagangan"]}},
            ),
        ),
    ),
    Case(
        "an affair of a list that is none",
        book({"Profil": [{**PROFILE, "Urusan Lain": "antariksa"}]}),
        "Profil!H2",
        (
            Way(
                "chosen beside",
                moved_over,
                {"innovation.profile_written": {"other_affairs": ["Pendidikan"], "affair": None}},
            ),
        ),
    ),
    Case(
        "a slip of an award",
        book({"Hasil Lomba": [{"Kunci": "H-1", **OF, "Lomba": "IGAA", "Tahun": 2026, "Hasil": "finalis"}]}),
        "Hasil Lomba!C2",
        (
            Way(
                "as asked",
                edit(put(Hasil_Lomba_C2="IGA")),
                {"entry.result_announced": {}},
            ),
        ),
    ),
    Case(
        "several terms with commas",
        book({"Lab": [{**LAB, "Sasaran": "OPD, kecamatan"}]}, {"Kode Wilayah": "33.03", "Lab": "uji-2023"}),
        "Lab!G2",
        (
            Way(
                "parted",
                type_after("Lab_G2", "titik koma: ", whole=True),
                {"lab.opened": {"target_kinds": ["opd", "kecamatan"]}},
            ),
        ),
    ),
    Case(
        "neither yes nor no",
        book({"Bukti": [{**EVIDENCE, "Data Pribadi": "mungkin"}]}),
        "Bukti!M2",
        (
            Way("ya", edit(put(Bukti_M2="ya")), {"innovation.evidence_attached": {"personal_data": True}}),
            Way(
                "empty", edit(put(Bukti_M2=None)), {"innovation.evidence_attached": {"personal_data": False}}
            ),
        ),
    ),
    Case(
        "no indicator",
        book({"Bukti": [{**EVIDENCE, "Indikator IGA": "16; 99"}]}),
        "Bukti!G2",
        (Way("a number", edit(put(Bukti_G2="16; 35")), {"innovation.evidence_attached": {}}),),
    ),
    Case(
        "no place on a map",
        book({"Profil": [{"Kunci": "P-1", **OF, "Koordinat": "di pasar"}]}),
        "Profil!AD2",
        (
            Way(
                "as the remedy writes it",
                edit(put(Profil_AD2="-7.3881, 109.3636")),
                {"innovation.profile_written": {"coordinates": "-7.3881,109.3636"}},
            ),
            Way(
                "with commas",
                edit(put(Profil_AD2="-7,3881; 109,3636")),
                {"innovation.profile_written": {"coordinates": "-7.3881,109.3636"}},
            ),
        ),
    ),
    Case(
        "longitude first",
        book({"Profil": [{"Kunci": "P-1", **OF, "Koordinat": "109.3636, -7.3881"}]}),
        "Profil!AD2",
        (
            Way(
                "latitude first",
                edit(put(Profil_AD2="-7.3881, 109.3636")),
                {"innovation.profile_written": {"coordinates": "-7.3881,109.3636"}},
            ),
        ),
    ),
    Case(
        "two indicators in one row",
        book({"Klaim IGA": [{**CLAIM, "Indikator": "16; 17"}]}),
        "Klaim IGA!D2",
        (Way("one", edit(put(Klaim_IGA_D2="17")), {"entry.level_claimed": {"level": 1}}),),
    ),
    Case(
        "no level",
        book({"Klaim IGA": [{**CLAIM, "Tingkat": 9}]}),
        "Klaim IGA!E2",
        (Way("a level", edit(put(Klaim_IGA_E2=3)), {"entry.level_claimed": {"level": 3}}),),
    ),
    Case(
        "no number of a goal",
        book({"Profil": [{**PROFILE, "SDGs": "8; 18"}]}),
        "Profil!Y2",
        (Way("a number", edit(put(Profil_Y2="8; 17")), {"innovation.profile_written": {"sdgs": [8, 17]}}),),
    ),
]
TYPED = [
    Case(
        "an empty cell",
        book({"Ide": [{**IDEA, "Judul": None}]}),
        "Ide!B2",
        (Way("filled", edit(put(Ide_B2="Loket")), {"idea.proposed": {"title": "Loket"}}),),
    ),
    Case(
        "a number too large",
        book(
            {
                "Keterangan": [],
                "Rencana Aksi": [
                    {
                        "Kunci": "R-1",
                        **OF,
                        "Versi": 1,
                        "Nomor": 2147483648,
                        "Kelompok": "persiapan",
                        "Kegiatan": "Rapat",
                    }
                ],
            }
        ),
        "Rencana Aksi!D2",
        (Way("the largest", type_after("Rencana_Aksi_D2", "besar "), {"innovation.plan_step_set": {}}),),
    ),
    Case(
        "a character that cannot be printed",
        book({"Ide": [{**IDEA, "Judul": "Lo\x07ket"}]}),
        "Ide!B2",
        (Way("typed again", edit(put(Ide_B2="Loket")), {"idea.proposed": {"title": "Loket"}}),),
    ),
    Case(
        "a character that turns the words round",
        book({"Ide": [{**IDEA, "Judul": "Loket \u202epasar"}]}),
        "Ide!B2",
        (Way("typed again", edit(put(Ide_B2="Loket pasar")), {"idea.proposed": {"title": "Loket pasar"}}),),
    ),
    Case(
        "a sign without meaning",
        book({"Ide": [{**IDEA, "Judul": "Loket \uf0b7 pasar"}]}),
        "Ide!B2",
        (
            Way(
                "what it stands for",
                edit(put(Ide_B2="Loket dan pasar")),
                {"idea.proposed": {"title": "Loket dan pasar"}},
            ),
            Way("deleted", edit(put(Ide_B2="Loket pasar")), {"idea.proposed": {"title": "Loket pasar"}}),
        ),
    ),
    Case(
        "a cell that shows an error",
        spoilt({"Ide": [IDEA]}, put(Ide_B2="#N/A")),
        "Ide!B2",
        (Way("typed", edit(put(Ide_B2="Loket")), {"idea.proposed": {"title": "Loket"}}),),
    ),
]
BOUNDS = [
    Case(
        "a number below what it counts from",
        book({"Profil": [{**PROFILE, "Anggaran": "Rp -5.000.000"}]}),
        "Profil!M2",
        (
            Way(
                "without the minus sign",
                edit(put(Profil_M2="Rp 5.000.000")),
                {"innovation.profile_written": {"budget": "Rp 5.000.000"}},
            ),
            Way(
                "empty",
                edit(put(Profil_M2=None, Profil_J2="cepat")),
                {"innovation.profile_written": {"budget": None}},
            ),
        ),
    ),
    Case(
        "an address without https",
        book({"Dokumen": [{**DOCUMENT, "Tautan": "contoh.go.id/sk"}]}),
        "Dokumen!G2",
        (
            Way(
                "written in front",
                edit(put(Dokumen_G2="https://contoh.go.id/sk")),
                {"document.registered": {"link": "https://contoh.go.id/sk"}},
            ),
        ),
    ),
    Case(
        "no address of a page",
        book({"Dokumen": [{**DOCUMENT, "Tautan": "ada di Google Drive"}]}),
        "Dokumen!G2",
        (
            Way(
                "copied from the browser",
                edit(put(Dokumen_G2="https://drive.google.com/file/d/1a2B")),
                {"document.registered": {"link": "https://drive.google.com/file/d/1a2B"}},
            ),
        ),
    ),
]
PERSONS = [
    Case(
        name,
        book({"Ide": [{**IDEA, "Kebaruan": text}]}),
        "Ide!K2",
        (
            Way(
                "the post",
                edit(put(Ide_K2="Hubungi kepala dinas")),
                {"idea.proposed": {"novelty": "Hubungi kepala dinas"}},
            ),
            Way(
                "allowed",
                lambda told: None,
                {"idea.proposed": {"novelty": text}},
                {"allow_text": "diumumkan"},
            ),
        ),
    )
    for name, text in {
        "an address": "Hubungi budi.santoso@contoh.com",
        "a NIP": "Hubungi 198501012010011005",
        "a NIK": "Hubungi 3303014107850002",
        "a mobile number": "Hubungi 0812-3456-7890",
        "a name": "Hubungi Budi Harto Santoso",
    }.items()
]
CASES = [*LISTS, *TYPED, *BOUNDS, *PERSONS]
