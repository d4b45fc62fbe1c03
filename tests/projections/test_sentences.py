"""Every kind of event as the Indonesian sentence that people read, word for word."""

from contextlib import closing
from pathlib import Path

import pytest

from domain.kinds import KINDS
from jejak_i18n import sentence
from ledger.codec import CODEC
from ledger.workspace.workspace import open_at
from projections.read_session import open_session
from projections.timeline.event_text import EVENT_TEXT, describe
from projections.timeline.stream_names import StreamNames
from tests.forgetting.given import CONFIRM, FORGET
from tests.helpers import invoke, note
from tests.projections import test_competition_sentences

TOLD = [
    ("region.registered", "Daerah 33.03 Kabupaten Purbalingga didaftarkan."),
    ("person.registered", "Orang dicatat menurut jabatannya: Analis."),
    ("region.mission_recorded", "Misi 3 dari RPJMD 2021-2026 dicatat."),
    ("unit.registered", "Unit Dinas Perdagangan didaftarkan."),
    ("unit.registered", "Unit Dinas Perindustrian didaftarkan."),
    ("unit.registered", "Unit Kantor Pasar didaftarkan."),
    ("person.registered", "Orang dicatat menurut jabatannya: Kepala Dinas Perdagangan."),
    ("document.registered", "Dokumen dicatat: Tim Laboratorium Inovasi."),
    ("lab.opened", "Lab purbalingga-2022 dibuka: Lab Purbalingga 2022."),
    ("lab.stage_opened", "Tahap drum up dimulai."),
    ("lab.stage_closed", "Tahap drum up selesai."),
    ("lab.stage_not_held", "Tahap display tidak dilaksanakan: wabah."),
    ("lab.unit_joined", "Dindag ikut serta."),
    ("workshop.held", "Lokakarya tahap diagnose."),
    ("lab.launching_held", "Purbalingga Expo dilaksanakan."),
    ("lab.display_held", "Pameran Inovasi dilaksanakan."),
    ("lab.launching_held", "Peluncuran Susulan dilaksanakan."),
    ("idea.proposed", 'Diusulkan sebagai ide 3303-I0001 "Retribusi Nontunai" oleh Dindag.'),
    ("idea.proposed", 'Diusulkan sebagai ide 3303-I0002 "Izin Kios" oleh Dindag, Dinin.'),
    ("idea.proposed", 'Diusulkan sebagai ide 3303-I0003 "Denah Pasar" oleh Dindag.'),
    ("idea.proposed", 'Diusulkan sebagai ide 3303-I0004 "Pasar Malam" oleh Dindag.'),
    ("idea.proposed", 'Diusulkan sebagai ide 3303-I0005 "Pasar Apung" oleh Dindag.'),
    (
        "idea.made_by_merge",
        'Ide 3303-I0001, 3303-I0002 digabung menjadi 3303-I0006 "Retribusi dan Izin Pasar",'
        " agar lebih fokus. Semua pengusul tetap tercatat: Dindag, Dinin.",
    ),
    ("idea.merged", "Ide 3303-I0001 digabung ke 3303-I0006."),
    ("idea.merged", "Ide 3303-I0002 digabung ke 3303-I0006."),
    ("idea.split", "Ide 3303-I0003 dipecah menjadi 3303-I0007, 3303-I0008: dua layanan."),
    ("idea.made_by_split", 'Ide 3303-I0003 dipecah; bagian 1 menjadi 3303-I0007 "Denah Kios".'),
    ("idea.made_by_split", 'Ide 3303-I0003 dipecah; bagian 2 menjadi 3303-I0008 "Denah Los".'),
    ("idea.withdrawn", "Ide 3303-I0004 ditarik (biaya: Listriknya mahal)."),
    ("idea.not_continued", "Ide 3303-I0005 tidak dilanjutkan (pemusatan)."),
    ("idea.approved", "Ide 3303-I0006 disetujui oleh Bupati Purbalingga."),
    (
        "innovation.designed",
        'Dirancang sebagai inovasi 3303-0001 "SIMPEL: Retribusi dan Izin Pasar" oleh Dindag.',
    ),
    ("idea.taken_into_design", "Ide 3303-I0006 dirancang menjadi inovasi 3303-0001."),
    ("innovation.designed", 'Dirancang sebagai inovasi 3303-0002 "Pasar Bersih" oleh Dindag.'),
    ("innovation.designed", 'Dirancang sebagai inovasi 3303-0003 "Pasar Daring" oleh Dindag.'),
    ("innovation.designed", 'Dirancang sebagai inovasi 3303-0004 "Pasar Tani" oleh Dindag.'),
    ("innovation.renamed", 'Berganti nama menjadi "Retribusi, Izin, dan Denah Pasar": Denah ikut dilayani.'),
    ("innovation.profile_written", "Profil ditulis: 2 isian."),
    ("innovation.plan_step_set", "Rencana aksi 1, langkah 2: Menyusun SOP."),
    ("innovation.trialled", "Diuji coba di Pasar Segamas."),
    ("innovation.trialled", "Diuji coba."),
    ("innovation.implemented", "Diterapkan, berdasarkan Tim Laboratorium Inovasi."),
    ("innovation.implemented", "Diterapkan."),
    ("innovation.monitored", "Dipantau oleh Bagian Organisasi: Loket sudah buka."),
    ("innovation.monitored", "Dipantau: Belum ada laporan."),
    ("innovation.measured", "Diukur: Setoran, -1.250.000,5 sebelum dan 12.500 sesudah (rupiah)."),
    ("agreement.signed", 'Perjanjian "Perjanjian Kinerja Inovasi" ditandatangani.'),
    ("innovation.agreement_signed", "Dicakup perjanjian yang ditandatangani: Perjanjian Kinerja Inovasi."),
    ("agreement.signature_recorded", "Ditandatangani oleh Kepala Dinas Perdagangan sebagai pihak kedua."),
    ("innovation.launched", "Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain."),
    ("innovation.launched", "Diluncurkan pada Purbalingga Expo, bersama 1 inovasi lain."),
    ("innovation.launched", "Diluncurkan pada Peluncuran Susulan."),
    ("innovation.launched", "Diluncurkan."),
    ("innovation.displayed", "Dipamerkan pada Pameran Inovasi."),
    ("innovation.displayed", "Dipamerkan."),
    ("innovation.evidence_attached", "Bukti dukung dilampirkan: SK 5/2023, Tim."),
    ("innovation.evidence_attached", "Bukti dukung dilampirkan: foto, Pasar."),
    ("award.given", "Penghargaan diberikan: Top Inovasi TOP 45 2023."),
    ("innovation.awarded", "Menerima penghargaan: Top Inovasi TOP 45 2023."),
    ("figure.published", "Angka 2 diumumkan oleh Berita daerah."),
    ("unit.renamed", "Unit berganti nama menjadi Dinas Industri."),
    ("unit.merged", "Unit digabung ke Dindag."),
    ("unit.succeeded", "Meneruskan tugas Dinin."),
    ("unit.closed", "Unit ditutup."),
    ("person.registered", "Orang dicatat menurut jabatannya: Sekretaris Dinas Perdagangan."),
    ("document.party_recorded", "Ditandatangani oleh Kepala Dinas Perdagangan sebagai penanda tangan."),
    ("lab.facilitation_requested", "Pendampingan dimohonkan kepada Pusat LAN: penyusunan inovasi."),
    ("lab.facilitation_requested", "Pendampingan dimohonkan: belum tahu."),
    ("lab.document_linked", "Dokumen lab, penetapan tim: Tim Laboratorium Inovasi."),
    ("lab.team_member_named", "Kepala Dinas Perdagangan menjadi ketua dalam tim."),
    ("lab.readiness_surveyed", "Kesiapan Dindag, Dukungan pimpinan: 3,5."),
    ("lab.paused", "Lab dijeda: anggaran dialihkan."),
    ("lab.resumed", "Lab dilanjutkan."),
    ("lab.paused", "Lab dijeda; alasannya tidak diketahui."),
    ("lab.resumed", "Lab dilanjutkan."),
    (
        "lab.rule_set_aside",
        "Aturan proses dikesampingkan, perjanjian kinerja sebelum peluncuran: perjanjian menyusul.",
    ),
    (
        "lab.rule_set_aside",
        "Aturan proses dikesampingkan, tim sebelum tahap pertama: Tim Laboratorium Inovasi.",
    ),
    ("lab.programme_evaluated", "Program dievaluasi: 4 inovasi diluncurkan."),
    ("lab.closed", "Lab ditutup: pameran batal."),
    ("lab.opened", "Lab purbalingga-2020 dibuka: Lab Purbalingga 2020."),
    ("lab.closed", "Lab ditutup."),
    ("idea.answered", "Ide 3303-I0007 ditanggapi oleh Coach LAN: tujuan inovasi; dikembalikan."),
    ("idea.revised", "Ide 3303-I0007 diperbaiki (tujuan): menurut coach."),
    ("idea.coached", "Ide 3303-I0007 didampingi oleh Coach LAN: Denah diperjelas."),
    ("innovation.plan_step_set", "Rencana aksi 1, langkah 1: Menyusun katalog."),
    ("innovation.stakeholder_mapped", "Pemangku kepentingan dipetakan: Paguyuban pedagang."),
    ("innovation.plan_validated", "Rencana aksi 1 divalidasi oleh Dosen: Layak."),
    ("innovation.plan_approved", "Rencana aksi 1 disetujui oleh Bupati Purbalingga."),
    ("innovation.milestone_reported", "Rencana aksi 1, langkah 1: berjalan, 60%."),
    ("innovation.milestone_reported", "Rencana aksi 1, langkah 1: selesai."),
    ("innovation.trial_reported", "Uji coba dilaporkan: Lancar."),
    ("innovation.trial_ended", "Uji coba selesai: Berhasil."),
    ("innovation.trial_ended", "Uji coba dihentikan: alat rusak."),
    ("innovation.status_reported", "Terpantau berjalan."),
    ("innovation.status_reported", "Terpantau tersendat: jaringan lambat."),
    ("innovation.stopped", "Inovasi dihentikan: dana habis."),
    ("innovation.resumed", "Inovasi dilanjutkan lagi: dana tersedia."),
    ("innovation.stopped", "Inovasi dihentikan: sewa habis."),
    ("innovation.resumed", "Inovasi dilanjutkan lagi."),
    ("innovation.handed_over", "Camat Bukateja menyerahkannya kembali kepada unit (mutasi)."),
    ("innovation.handed_over", "Dialihkan dari Camat Bukateja kepada Kepala Dinas Perdagangan (pensiun)."),
    ("innovation.evaluated", "Inovasi dievaluasi: Antrean hilang."),
    ("innovation.determined", "Ditetapkan dengan SK 188.4/1, Tim Laboratorium Inovasi, nomor lampiran 7."),
    ("innovation.determined", "Ditetapkan dengan SK 188.4/1, Tim Laboratorium Inovasi."),
    ("innovation.judged", "Dinilai oleh Tim penilai, kebaruan: nilai juri 87,5, peringkat 2."),
    ("innovation.judged", "Dinilai oleh Tim penilai, kebaruan: nilai juri 80."),
    ("innovation.recommended", "Direkomendasikan oleh LAN RI untuk kompetisi nasional."),
    ("innovation.published", "Dimuat dalam terbitan, buku: Inovasi Purbalingga 1."),
    ("innovation.property_recorded", "Kekayaan intelektual terdaftar: hak cipta EC001."),
    ("innovation.took_in", "Melanjutkan inovasi 3303-0004: satu layanan."),
    ("innovation.merged_into", "Dilanjutkan dalam inovasi 3303-0003: satu layanan."),
    ("agreement.amended", "Perjanjian diadendum: target naik."),
    ("agreement.ended", "Perjanjian diakhiri: selesai."),
    ("person.post_changed", "Menduduki jabatan lain: Camat Bukateja."),
    ("person.left", "Keluar dari dinas (pensiun)."),
]


NOTED = ("innovation.noted", "Keterangan, Skor: 87")
"""What a list brings: the small lab knows no notes."""


def told(home: Path) -> list[tuple[str, str]]:
    """Type and sentence of every event, in order."""
    with closing(open_session(open_at(home))) as views:
        names = StreamNames(views)
        rows = [views.store.at(position) for position in range(1, views.position + 1)]
        facts = [(row.stream, CODEC.decode(row)) for row in rows if row]
        return [(fact.body.TYPE, sentence(describe(fact, stream, names))) for stream, fact in facts]


def test_every_event_is_told_in_a_sentence(life: Path) -> None:
    assert told(life) == TOLD


def test_a_note_is_told_with_its_heading(own_life: Path, tmp_path: Path) -> None:
    note(own_life, tmp_path)
    assert told(own_life) == [*TOLD, NOTED]


FORGOTTEN = [
    (
        "person.forget_requested",
        "Camat Bukateja meminta data pribadi orang ini dihapus: permohonan subjek data; retensi: JRA 800, 2"
        " tahun; berita acara: BA 1/2026.",
    ),
    ("person.forget_confirmed", "Analis mengonfirmasi penghapusan data pribadi orang ini."),
    ("person.forgotten", "Data pribadi dihapus, 1 profil."),
]
"""Nobody is forgotten in the small lab."""


def test_a_forgetting_is_told_by_those_who_asked_and_confirmed(own_life: Path) -> None:
    for words in ((*FORGET, "--actor", "3303-P0003"), (*CONFIRM[:3], "--actor", "3303-P0001", "--yes")):
        assert invoke(*words, "--home", own_life).status == 0
    assert told(own_life) == [*TOLD, *FORGOTTEN]


def test_no_kind_of_event_is_left_out() -> None:
    bodies = [body for module in KINDS.values() for body in module.EVENTS]
    assert set(EVENT_TEXT) == set(bodies)
    told_here = {type_ for type_, _sentence in TOLD}
    told_there = {type_ for type_, _sentence in test_competition_sentences.TOLD}
    assert {body.TYPE for body in bodies} == told_here | told_there | {NOTED[0], *dict(FORGOTTEN)}


MARKS = [
    (
        ("correct", "40", "occurred", "2023-02-04", "--reason", "salah ketik", "--yes"),
        'RALAT: tanggal pada peristiwa 40 bukan "2 Februari 2023", melainkan "4 Februari 2023"'
        " (salah ketik).",
    ),
    (
        ("correct", "40", "place", "Pasar Kota", "--reason", "salah pasar", "--yes"),
        'RALAT: tempat pada peristiwa 40 bukan "Pasar Segamas", melainkan "Pasar Kota" (salah pasar).',
    ),
    (
        ("correct", "40", "place", "", "--reason", "tidak di pasar", "--yes"),
        'RALAT: tempat pada peristiwa 40 bukan "Pasar Segamas", melainkan "–" (tidak di pasar).',
    ),
    (
        ("correct", "56", "iga", '["16", "17"]', "--reason", "lupa", "--yes"),
        'RALAT: indikator IGA pada peristiwa 56 bukan "–", melainkan "16; 17" (lupa).',
    ),
    (
        ("correct", "44", "finding", "Loket  sudah\nbuka " + "sekali " * 20, "--reason", "kurang", "--yes"),
        'RALAT: temuan pada peristiwa 44 bukan "Loket sudah buka.", melainkan "Loket sudah buka sekali'
        ' sekali sekali sekali sekali sekali sekali sekali seka…" (kurang).',
    ),
    (
        ("correct", "42", "legal_base", "", "--reason", "belum ada", "--yes"),
        'RALAT: dasar hukum pada peristiwa 42 bukan "Tim Laboratorium Inovasi", melainkan "–" (belum ada).',
    ),
    (
        ("correct", "56", "kind", "perda", "--reason", "keliru", "--yes"),
        'RALAT: jenis pada peristiwa 56 bukan "SK", melainkan "Perda" (keliru).',
    ),
    (
        ("correct", "18", "units", '["3303/unit/000003"]', "--reason", "keliru", "--yes"),
        'RALAT: unit pengusul pada peristiwa 18 bukan "Dindag", melainkan "Kanpas" (keliru).',
    ),
    (
        ("void", "2023-06-03T05:00:00+00:00/8", "--reason", "belum diuji", "--yes"),
        "PEMBATALAN: 2023-06-03T05:00:00+00:00/8 (belum diuji).",
    ),
]


@pytest.mark.parametrize(("words", "said"), MARKS)
def test_marks_are_told_in_a_sentence(own_life: Path, words: tuple[str, ...], said: str) -> None:
    done = invoke(*words, "--home", own_life)
    assert (done.status, done.err) == (0, "")
    entries = invoke("history", "3303-0001", "--json", "--home", own_life).data["entries"]
    assert [one["sentence"] for one in entries if one["mark"]] == [said]
