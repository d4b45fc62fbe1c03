"""One small lab with every kind of event in it, in the order in which they are recorded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from domain.agreement import ChangeAgreement, RecordSignature, SignAgreement
from domain.award import GiveAward
from domain.base import Action
from domain.delivery import Display, Implement, Launch, Try
from domain.design import DesignInnovation, RenameInnovation
from domain.document import RecordParty, RegisterDocument
from domain.evidence import AttachEvidence
from domain.idea import ApproveIdea, EndIdea, MergeIdeas, ProposeIdea, SplitIdea
from domain.idea_review import AnswerIdea, CoachIdea, ReviseIdea
from domain.lab import CloseStage, HoldCeremony, HoldStage, JoinLab, OpenLab
from domain.lab_course import CloseLab, EvaluateProgramme, PauseLab, ResumeLab, SetRuleAside
from domain.lab_setting import LinkDocument, NameTeamMember, RequestFacilitation, SurveyReadiness
from domain.person import ChangePost, RegisterPerson
from domain.plan import ApprovePlan, MapStakeholder, Monitor, ReportMilestone, SetPlanStep, ValidatePlan
from domain.profile import Measure, WriteProfile
from domain.recognition import Determine, Judge, Publish, Recommend, RecordProperty
from domain.region import PublishFigure, RecordMission
from domain.running import EvaluateInnovation, FollowTrial, HandOver, MergeInnovations, ReportStatus
from domain.unit import ChangeUnit, RegisterUnit
from domain.workshop import HoldWorkshop
from ledger.workspace.workspace import Workspace
from tests.clocked import made, record
from tests.ledger.office import IDEA, INNOVATION, LAB, UNIT, Clock

OTHER = "3303/innovation/000002"
AGREEMENT = "3303/agreement/000001"


def _id(kind: str, number: int) -> str:
    return f"3303/{kind}/{number:06d}"


def _of(action: type[Action], /, **values: Any) -> Action:
    return action.of(region="3303", **values)


SETTING = (
    _of(RecordMission, plan="RPJMD 2021-2026", number=3, text="Layanan"),
    _of(RegisterUnit, kind="opd", name="Dinas Perdagangan", short="Dindag"),
    _of(RegisterUnit, kind="opd", name="Dinas Perindustrian", short="Dinperin"),
    _of(RegisterUnit, kind="opd", name="Kantor Pasar", short="Kanpas"),
    _of(RegisterPerson, profile="p2", post="Kepala Dinas Perdagangan"),
    _of(RegisterDocument, kind="sk", number="188.4/1", subject="Tim Laboratorium Inovasi"),
    _of(OpenLab, slug="purbalingga-2022", name="Lab Purbalingga 2022", mode="reconstructed"),
    _of(HoldStage, lab=LAB, stage="drum_up", opened_on="2022-10-12"),
    _of(CloseStage, lab=LAB, stage="drum_up", closed_on="2022-10-13"),
    _of(HoldStage, lab=LAB, stage="display", not_held=True, reason="wabah."),
    _of(JoinLab, lab=LAB, unit=UNIT, occurred="2022-10-12"),
    _of(HoldWorkshop, lab=LAB, stage="diagnose", occurred="2022-11-02", present=[UNIT]),
    _of(HoldCeremony, lab=LAB, ceremony="launching", key="ACR-01", name="Purbalingga Expo"),
    _of(HoldCeremony, lab=LAB, ceremony="display", key="ACR-02", name="Pameran Inovasi"),
    _of(HoldCeremony, lab=LAB, ceremony="launching", key="ACR-03", name="Peluncuran Susulan"),
)
IDEAS = (
    _of(ProposeIdea, lab=LAB, title="Retribusi Nontunai", units=[UNIT], occurred="2022-10-12"),
    _of(ProposeIdea, lab=LAB, title="Izin Kios", units=[UNIT, _id("unit", 2)], occurred="2022-10-13"),
    _of(ProposeIdea, lab=LAB, title="Denah Pasar", units=[UNIT], occurred="2022-10"),
    _of(ProposeIdea, lab=LAB, title="Pasar Malam", units=[UNIT], occurred="2022-10"),
    _of(ProposeIdea, lab=LAB, title="Pasar Apung", units=[UNIT], occurred="2022-10"),
    _of(
        MergeIdeas,
        lab=LAB,
        sources=[IDEA, _id("idea", 2)],
        title="Retribusi dan Izin Pasar",
        reason="agar lebih fokus.",
        occurred="2022-11-23",
    ),
    _of(SplitIdea, idea=_id("idea", 3), titles=["Denah Kios", "Denah Los"], reason="dua layanan."),
    _of(EndIdea, idea=_id("idea", 4), ending="withdrawn", code="cost", reason="Listriknya mahal."),
    _of(EndIdea, idea=_id("idea", 5), ending="not_continued", code="focus"),
    _of(ApproveIdea, idea=_id("idea", 6), approved_by="Bupati Purbalingga", occurred="2022-11-23"),
)
DEEDS = (
    _of(
        DesignInnovation,
        lab=LAB,
        idea=_id("idea", 6),
        title="Retribusi dan Izin Pasar",
        acronym="SIMPEL",
        unit=UNIT,
        occurred="2022-11-23",
    ),
    _of(DesignInnovation, lab=LAB, title="Pasar Bersih", unit=UNIT, occurred="2022-11"),
    _of(DesignInnovation, lab=LAB, title="Pasar Daring", unit=UNIT, occurred="2022-11"),
    _of(DesignInnovation, lab=LAB, title="Pasar Tani", unit=UNIT, occurred="2022-11"),
    _of(
        RenameInnovation,
        innovation=INNOVATION,
        title="Retribusi, Izin, dan Denah Pasar",
        reason="Denah ikut dilayani.",
        occurred="2023-01-16",
    ),
    _of(WriteProfile, innovation=INNOVATION, aims="Cepat", benefits="Hemat", occurred="2023-01"),
    _of(SetPlanStep, innovation=INNOVATION, plan=1, number=2, phase="execution", activity="Menyusun SOP"),
    _of(Try, innovation=INNOVATION, place="Pasar Segamas", occurred="2023-02-02"),
    _of(Try, innovation=OTHER, occurred="2023-02"),
    _of(Implement, innovation=INNOVATION, legal_base=_id("document", 1), occurred="2023-03-02"),
    _of(Implement, innovation=OTHER, occurred="2023-03"),
    _of(
        Monitor,
        innovation=INNOVATION,
        mode="direct",
        monitor="Bagian Organisasi",
        finding="Loket sudah buka.",
        occurred="2023-05-16",
    ),
    _of(Monitor, innovation=OTHER, mode="indirect", finding="Belum ada laporan.", occurred="2023-05"),
    _of(
        Measure,
        innovation=INNOVATION,
        indicator="Setoran",
        unit_of_measure="rupiah",
        before="-1250000.5",
        after="12500",
        after_on="2023",
    ),
    _of(
        SignAgreement,
        kind="performance",
        lab=LAB,
        title="Perjanjian Kinerja Inovasi",
        innovations=[INNOVATION],
        occurred="2022-12-15",
    ),
    _of(RecordSignature, agreement=AGREEMENT, person=_id("person", 2), role="second_party"),
    _of(Launch, innovation=INNOVATION, lab=LAB, ceremony="ACR-01", occurred="2022-12-15"),
    _of(Launch, innovation=OTHER, lab=LAB, ceremony="ACR-01", occurred="2022-12-15"),
    _of(Launch, innovation=_id("innovation", 3), lab=LAB, ceremony="ACR-03", occurred="2022-12-20"),
    _of(Launch, innovation=_id("innovation", 4), occurred="2022-12"),
    _of(Display, innovation=INNOVATION, lab=LAB, ceremony="ACR-02", occurred="2022-12-15"),
    _of(Display, innovation=OTHER, occurred="2022-12"),
    _of(AttachEvidence, innovation=INNOVATION, kind="sk", number="5/2023", subject="Tim", occurred="2023-01"),
    _of(AttachEvidence, innovation=OTHER, kind="photo", subject="Pasar", occurred="2023-01"),
    _of(
        GiveAward,
        title="Top Inovasi",
        tier="TOP 45",
        edition="2023",
        recipient="innovation",
        innovation=INNOVATION,
        occurred="2023",
    ),
)
CHANGES = (
    _of(PublishFigure, measure="innovations.launched", lab=LAB, value=2, publisher="Berita daerah"),
    _of(ChangeUnit, unit=_id("unit", 2), change="renamed", name="Dinas Industri", short="Dinin"),
    _of(ChangeUnit, unit=_id("unit", 2), change="merged", successor=UNIT),
    _of(ChangeUnit, unit=_id("unit", 3), change="closed"),
)
THIRD, FOURTH = _id("innovation", 3), _id("innovation", 4)
COURSE = (
    _of(RegisterPerson, profile="p3", post="Sekretaris Dinas Perdagangan", unit=UNIT),
    _of(RecordParty, document=_id("document", 1), person=_id("person", 2), role="signer"),
    _of(RequestFacilitation, lab=LAB, kind="formulation", contact=_id("person", 2), addressee="Pusat LAN"),
    _of(RequestFacilitation, lab=LAB, kind="undecided", occurred="2022-08"),
    _of(LinkDocument, lab=LAB, document=_id("document", 1), purpose="team", occurred="2022-09-01"),
    _of(NameTeamMember, lab=LAB, person=_id("person", 2), team_position="chair"),
    _of(SurveyReadiness, lab=LAB, unit=UNIT, indicator="Dukungan pimpinan", score="3.5"),
    _of(
        PauseLab,
        lab=LAB,
        paused_on="2022-11-24",
        resumed_on="2022-12-01",
        reason="anggaran dialihkan.",
        document=_id("document", 1),
    ),
    _of(PauseLab, lab=LAB, paused_on="2022-12-21"),
    _of(ResumeLab, lab=LAB, resumed_on="2022-12-27"),
    _of(SetRuleAside, lab=LAB, rule="agreement_before_launch", reason="perjanjian menyusul."),
    _of(SetRuleAside, lab=LAB, rule="team_before_opening", document=_id("document", 1)),
    _of(EvaluateProgramme, lab=LAB, stage_output="4 inovasi diluncurkan", occurred="2023-05"),
    _of(CloseLab, lab=LAB, occurred="2023-05-31", reason="pameran batal."),
    _of(OpenLab, slug="purbalingga-2020", name="Lab Purbalingga 2020", mode="reconstructed"),
    _of(CloseLab, lab=_id("lab", 2), occurred="2020-12"),
    _of(AnswerIdea, idea=_id("idea", 7), field="aims", decision="returned", answered_by="Coach LAN"),
    _of(ReviseIdea, idea=_id("idea", 7), aims="Kios terlihat", reason="menurut coach."),
    _of(CoachIdea, idea=_id("idea", 7), coach="Coach LAN", notes="Denah diperjelas."),
    _of(SetPlanStep, innovation=THIRD, number=1, phase="preparation", activity="Menyusun katalog"),
    _of(MapStakeholder, innovation=THIRD, stakeholder="Paguyuban pedagang"),
    _of(ValidatePlan, innovation=THIRD, validator="Dosen", opinion="Layak."),
    _of(ApprovePlan, innovation=THIRD, approved_by="Bupati Purbalingga"),
    _of(ReportMilestone, innovation=THIRD, number=1, progress="ongoing", percent=60),
    _of(ReportMilestone, innovation=THIRD, number=1, progress="done"),
    _of(FollowTrial, innovation=THIRD, course="reported", result="Lancar."),
    _of(FollowTrial, innovation=THIRD, course="finished", result="Berhasil."),
    _of(FollowTrial, innovation=FOURTH, course="stopped", reason="alat rusak."),
    _of(ReportStatus, innovation=THIRD, status="running"),
    _of(ReportStatus, innovation=THIRD, status="faltering", reason="jaringan lambat."),
    _of(ReportStatus, innovation=THIRD, status="stopped", reason="dana habis."),
    _of(ReportStatus, innovation=THIRD, status="resumed", reason="dana tersedia."),
    _of(ReportStatus, innovation=FOURTH, status="stopped", reason="sewa habis."),
    _of(ReportStatus, innovation=FOURTH, status="resumed"),
    _of(HandOver, innovation=THIRD, from_person=_id("person", 3), handover_cause="transfer"),
    _of(
        HandOver,
        innovation=FOURTH,
        from_person=_id("person", 3),
        to_person=_id("person", 2),
        handover_cause="retirement",
    ),
    _of(EvaluateInnovation, innovation=THIRD, benefit="Antrean hilang.", occurred="2023-05"),
    _of(Determine, innovation=THIRD, document=_id("document", 1), row=7, occurred="2023-01"),
    _of(Determine, innovation=FOURTH, document=_id("document", 1)),
    _of(Judge, innovation=THIRD, jury="Tim penilai", criterion="kebaruan", score="87.5", rank=2),
    _of(Judge, innovation=FOURTH, jury="Tim penilai", criterion="kebaruan", score="80"),
    _of(Recommend, innovation=THIRD, recommended_by="LAN RI", recommended_for="kompetisi nasional"),
    _of(Publish, innovation=THIRD, kind="book", title="Inovasi Purbalingga", volume="1"),
    _of(RecordProperty, innovation=THIRD, kind="copyright", number="EC001"),
    _of(MergeInnovations, sources=[FOURTH], into=THIRD, reason="satu layanan.", occurred="2023-05"),
    _of(ChangeAgreement, agreement=AGREEMENT, change="amended", plan=1, reason="target naik."),
    _of(ChangeAgreement, agreement=AGREEMENT, change="ended", reason="selesai."),
    _of(ChangePost, person=_id("person", 3), post="Camat Bukateja", occurred="2023-05"),
    _of(ChangePost, person=_id("person", 3), left_because="retirement"),
)


def lived(home: Path, clock: Clock) -> Workspace:
    """The lab, recorded on five days at noon in Jakarta."""
    workspace = made(home, clock)
    for day, actions in enumerate((SETTING, IDEAS, DEEDS, CHANGES, COURSE), 1):
        record(workspace, clock, f"2023-06-0{day}T05:00:00+00:00", *actions)
    return workspace
