"""Every event of competitions, told in its exact words."""

from contextlib import closing
from pathlib import Path

import pytest

from domain.base import Action
from domain.claims import ClaimLevel, ClaimRegion
from domain.design import DesignInnovation
from domain.entry import AnnounceResult, ChooseAlignment, IssuedFile, IssueDossier, MoveQueue, WriteSection
from domain.evidence import AttachEvidence, CheckLink
from domain.innovation import RecordVerdict
from domain.region import AddRulebook, DateEdition
from domain.support import RecordSupport
from domain.unit import RegisterUnit
from jejak_i18n import sentence
from ledger.codec import CODEC
from ledger.workspace.workspace import open_at
from projections.read_session import open_session
from projections.timeline.event_text import describe
from projections.timeline.stream_names import StreamNames
from tests.clocked import made, record
from tests.helpers import moved
from tests.ledger.office import INNOVATION, UNIT, Clock


def of(action: type[Action], /, **values: object) -> Action:
    return action.of(region="3303", **values)


def support(kind: str, **values: object) -> Action:
    return of(RecordSupport, innovation=INNOVATION, kind=kind, **values)


ACTIONS = (
    of(RegisterUnit, kind="opd", name="Dinas Perdagangan", short="Dindag"),
    of(DesignInnovation, title="SIMPEL PASAR", unit=UNIT),
    of(
        AttachEvidence,
        innovation=INNOVATION,
        kind="video",
        subject="Video",
        iga=["video"],
        link="https://a.id/1",
    ),
    of(AttachEvidence, innovation=INNOVATION, kind="video", subject="Video baru", supersedes=2),
    of(CheckLink, innovation=INNOVATION, link="https://a.id/1"),
    of(CheckLink, innovation=INNOVATION, link="https://a.id/1", alive=False),
    support("development", subject="enam pasar"),
    support("generation", subject="SIMPEL 2"),
    support("replicated_out", place="Kabupaten Banyumas"),
    support("replicated_in", place="Kota Surakarta"),
    support("executors", role="petugas", count=12),
    support("budget", year=2025, amount="62500000"),
    support("budget", year=2026),
    support("plan", year=2026),
    support("training", subject="petugas"),
    support("partner", subject="bank"),
    support("network_unit", subject="Dinkominfo"),
    support("procedure", count=1),
    support("complaints", year=2025, received=48, count=46),
    support("creation_stage", subject="uji coba", begins="2023-02-02", ends="2023-02"),
    support("benefit", basis="people", amount="2436"),
    of(ClaimLevel, innovation=INNOVATION, year=2026, indicator="regulation", level=2, verified=1),
    of(ClaimRegion, year=2026, indicator="vision_mission", level=3),
    of(ChooseAlignment, innovation=INNOVATION, year=2025, group="umum", category="Makan bergizi"),
    of(ChooseAlignment, innovation=INNOVATION, year=2025, group="umum", sdgs=[8]),
    of(WriteSection, innovation=INNOVATION, year=2025, group="umum", section="impact", text="Turun."),
    of(MoveQueue, innovation=INNOVATION, year=2025, group="umum", stage="local_admin"),
    of(AnnounceResult, innovation=INNOVATION, award="kipp", year=2025, group="umum", result="finalist"),
    of(
        AnnounceResult,
        innovation=INNOVATION,
        award="kipp",
        year=2025,
        group="umum",
        result="winner",
        tier="TOP 45",
    ),
    of(
        IssueDossier,
        innovation=INNOVATION,
        award="kipp",
        year=2025,
        group="umum",
        files=[IssuedFile("a.json", "a" * 64), IssuedFile("a.docx", "b" * 64)],
        position=9,
        rulebook="kipp-2025-umum",
        sha256="c" * 64,
        template="d" * 64,
        release="0.1.0",
    ),
    of(DateEdition, award="kipp", year=2025, milestone="closes", day="2025-06-03"),
    of(AddRulebook, book="iga-2028", award="iga", year=2028, file="a" * 64, resolved="a" * 64),
    of(
        AddRulebook,
        book="iga-2028",
        award="iga",
        year=2028,
        file="b" * 64,
        resolved="c" * 64,
        over="iga-2027",
    ),
    of(
        RecordVerdict,
        innovation=INNOVATION,
        award="iga",
        year=2026,
        rulebook="iga-2026",
        sha256="a" * 64,
        position=9,
        day="2026-11-22",
        outcome="not_met",
        findings={"window": "not_met"},
    ),
)
TOLD = [
    ("innovation.evidence_superseded", "Bukti dukung digantikan: Video."),
    ("innovation.link_checked", "Tautan https://a.id/1 dapat dibuka."),
    ("innovation.link_checked", "Tautan https://a.id/1 tidak dapat dibuka."),
    ("innovation.developed", "Dikembangkan: enam pasar."),
    ("innovation.developed", "Generasi baru dimulai: SIMPEL 2."),
    ("innovation.replicated", "Direplikasi oleh Kabupaten Banyumas."),
    ("innovation.replicated", "Mereplikasi inovasi Kota Surakarta."),
    ("innovation.executors_named", "12 pelaksana ditetapkan: petugas."),
    ("innovation.budget_lined", "Anggaran 2025: Rp 62.500.000."),
    ("innovation.budget_lined", "Anggaran 2026 tercatat."),
    ("innovation.plan_lined", "Tercantum dalam dokumen perencanaan 2026."),
    ("innovation.training_held", "Bimtek diadakan: petugas."),
    ("innovation.partner_joined", "Mitra bergabung: bank."),
    ("innovation.network_joined", "Dinkominfo bergabung dalam jejaring."),
    ("innovation.procedure_set", "Prosedur memerlukan 1 hari kalender."),
    ("innovation.complaints_settled", "46 dari 48 pengaduan tahun 2025 diselesaikan."),
    ("innovation.creation_stage", "Tahap penciptaan uji coba: 2 Februari 2023 – Februari 2023."),
    ("innovation.benefit_counted", "Kemanfaatan dihitung (orang): 2.436."),
    ("entry.prepared", "Usulan 3303-0001 untuk IGA 2026 disiapkan."),
    ("entry.level_claimed", "Parameter 2 untuk indikator 16 diklaim."),
    ("entry.level_verified", "Parameter 1 untuk indikator 16 diverifikasi."),
    ("entry.prepared", "Usulan daerah untuk IGA 2026 disiapkan."),
    ("entry.level_claimed", "Parameter 3 untuk indikator vision_mission diklaim."),
    ("entry.prepared", "Usulan 3303-0001 untuk KIPP 2025 (umum) disiapkan."),
    ("entry.alignment_chosen", "Pilihan formulir tercatat: Makan bergizi."),
    ("entry.alignment_chosen", "Pilihan formulir tercatat: –."),
    ("entry.section_written", "Bagian Dampak Inovasi ditulis."),
    ("entry.queue_moved", "Usulan kini berada di: admin lokal."),
    ("entry.result_announced", "Hasil: finalis."),
    ("entry.result_announced", "Hasil: pemenang (TOP 45)."),
    (
        "entry.dossier_issued",
        "Dosir diterbitkan dari posisi 9, menurut kipp-2025-umum: a.json, a.docx.",
    ),
    ("region.edition_dated", "KIPP 2025: ditutup 3 Juni 2025."),
    ("region.rulebook_added", "Aturan penilaian iga-2028 ditambahkan."),
    ("region.rulebook_added", "Perubahan atas aturan penilaian iga-2027: iga-2028."),
    (
        "innovation.verdict_recorded",
        "Penilaian syarat IGA 2026 dicatat: belum memenuhi syarat, menurut iga-2026 pada posisi 9.",
    ),
]
BEFORE = 6
"""Events of the setting and of the two pieces of evidence, which other tests tell."""


def test_every_event_of_competitions_is_told_in_a_sentence(
    base: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    clock = Clock()
    workspace = made(tmp_path / "ruang", clock)
    record(workspace, clock, "2026-11-20T05:00:00+00:00", *ACTIONS)
    if base == "postgres":
        moved(workspace.home, request.getfixturevalue("postgres"))
    with closing(open_session(open_at(workspace.home))) as views:
        names = StreamNames(views)
        rows = [views.store.at(position) for position in range(1, views.position + 1)]
        facts = [(row.stream, CODEC.decode(row)) for row in rows if row]
        told = [(fact.body.TYPE, sentence(describe(fact, stream, names))) for stream, fact in facts]
    assert told[BEFORE:] == TOLD
