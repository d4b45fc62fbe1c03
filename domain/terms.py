"""Closed lists of the domain: each code, in order, with the Indonesian label that sheets and documents print.

Codes are English and stored; a label may be worded better at any time.
"""

from __future__ import annotations

from domain import competition_terms

LABELS: dict[str, dict[str, str]] = {
    "unit_kind": {
        "opd": "OPD",
        "bagian": "Bagian Setda",
        "kecamatan": "Kecamatan",
        "kelurahan": "Kelurahan",
        "desa": "Desa",
        "puskesmas": "Puskesmas",
        "rsud": "RSUD",
        "bumd": "BUMD",
        "sekolah": "Sekolah",
        "upt": "UPT",
        "sekretariat": "Sekretariat",
        "universitas": "Universitas",
        "public": "Masyarakat",
        "other": "Lainnya",
    },
    # LAN's 5D+1; launching and monitoring are the two halves of Deliver and have no forced order.
    "stage": {
        "preparation": "persiapan",
        "drum_up": "drum up",
        "diagnose": "diagnose",
        "design": "design",
        "launching": "launching",
        "monitoring": "monitoring",
        "display": "display",
        "documentation": "documentation",
    },
    "unit_change": {
        "renamed": "ganti nama",
        "merged": "digabung",
        "closed": "ditutup",
    },
    "recipient": {
        "region": "daerah",
        "unit": "unit",
        "innovation": "inovasi",
        "person": "orang",
    },
    "lab_mode": {
        "live": "langsung",
        "reconstructed": "rekonstruksi",
    },
    "workshop_mode": {
        "onsite": "luring",
        "online": "daring",
        "hybrid": "hibrida",
    },
    "proposal": {
        "new": "ide baru",
        "replication": "replikasi",
        "development": "pengembangan",
    },
    "ending": {
        "withdrawn": "ditarik",
        "not_continued": "tidak dilanjutkan",
    },
    "end_reason": {
        "not_the_time": "bukan waktunya",
        "regional_limits": "keterbatasan daerah",
        "cost": "biaya",
        "transfer": "mutasi",
        "focus": "pemusatan",
        "other": "lain",
    },
    "plan_phase": {
        "preparation": "persiapan",
        "execution": "pelaksanaan",
        "monitoring": "monitoring",
        "evaluation": "evaluasi",
    },
    "monitoring_mode": {
        "direct": "langsung",
        "indirect": "tidak langsung",
    },
    "agreement": {
        "commitment": "komitmen",
        "performance": "perjanjian kinerja inovasi",
    },
    "medium": {
        "paper": "naskah",
        "board": "papan",
        "electronic": "TTE",
    },
    "role": {
        "first_party": "pihak pertama",
        "second_party": "pihak kedua",
        "signer": "penanda tangan",
        "witness": "saksi",
    },
    "capacity": {
        "definitive": "definitif",
        "acting_plt": "Plt.",
        "acting_pj": "Pj.",
        "acting_plh": "Plh.",
        "on_behalf": "a.n.",
    },
    "ceremony": {
        "launching": "peluncuran",
        "display": "pameran",
    },
    "document": {
        "sk": "SK",
        "perkada": "Perkada",
        "perda": "Perda",
        "mou": "MoU",
        "spk": "SPK",
        "cooperation_agreement": "PKS",
        "letter": "Surat",
        "report": "Laporan",
        "news": "Berita",
        "minutes": "Berita Acara",
        "circular": "Surat Edaran",
        "instruction": "Instruksi",
        "charter": "Piagam",
        "planning": "Dokumen Perencanaan",
        "book": "Buku",
        "other": "Lainnya",
    },
    **competition_terms.LABELS,
    # What a region asks of LAN, as LAN's form offers it.
    "facilitation": {
        "consultation": "konsultasi awal",
        "formulation": "penyusunan inovasi",
        "capacity": "penguatan SDM",
        "trial": "pengembangan dan uji coba",
        "undecided": "belum tahu",
    },
    # What a document is to a lab.
    "lab_document": {
        "memorandum": "nota kesepahaman",
        "contract": "perjanjian pelaksanaan",
        "team": "penetapan tim",
        "report": "laporan",
        "other": "lainnya",
    },
    "team_position": {
        "chair": "ketua",
        "secretary": "sekretaris",
        "member": "anggota",
        "coordinator": "koordinator",
        "champion": "champion innovation",
        "coach": "coach pendamping",
    },
    "answer": {
        "approved": "disetujui",
        "returned": "dikembalikan",
    },
    # The fields of LAN's idea form that are answered one by one.
    "idea_field": {
        "background": "latar belakang",
        "chosen": "ide inovasi terpilih",
        "aims": "tujuan inovasi",
        "targets": "target perubahan",
        "stakeholders": "stakeholder inovasi",
        "resources": "sumber daya inovasi",
        "beneficiaries": "penerima manfaat",
        "novelty": "kebaruan",
        "description": "deskripsi singkat inovasi",
        "schedule": "keterangan",
    },
    "agreement_change": {
        "amended": "diadendum",
        "ended": "diakhiri",
    },
    "milestone_status": {
        "not_started": "belum",
        "ongoing": "berjalan",
        "done": "selesai",
        "late": "terlambat",
    },
    "obstacle_cause": {
        "willingness": "kemauan",
        "ability": "kemampuan",
    },
    "trial_course": {
        "reported": "dilaporkan",
        "finished": "selesai",
        "stopped": "dihentikan",
    },
    # How an innovation goes on, as seen (the first three) or as decided.
    "running": {
        "running": "berjalan",
        "faltering": "tersendat",
        "idle": "tidak berjalan",
        "stopped": "dihentikan",
        "resumed": "dilanjutkan lagi",
    },
    "handover_reason": {
        "transfer": "mutasi",
        "retirement": "pensiun",
        "other": "lain",
    },
    "publication": {
        "book": "buku",
        "directory": "direktori",
        "leaflet": "leaflet",
        "poster": "poster",
        "infographic": "infografik",
        "video": "video",
        "other": "lainnya",
    },
    "property": {
        "copyright": "hak cipta",
        "patent": "paten",
        "simple_patent": "paten sederhana",
        "trademark": "merek",
        "industrial_design": "desain industri",
        "other": "lainnya",
    },
    # Rules of a lab's process (`domain.process_rules`).
    "process_rule": {
        "memorandum_before_opening": "nota kesepahaman sebelum tahap pertama",
        "team_before_opening": "tim sebelum tahap pertama",
        "survey_before_diagnose": "survei kesiapan sebelum diagnose",
        "commitment_signed": "komitmen sebelum peluncuran",
        "programme_evaluated": "evaluasi program sebelum penutupan",
        "answer_before_design": "tanggapan ide sebelum design",
        "approval_before_design": "persetujuan ide sebelum design",
        "plan_before_deliver": "rencana aksi sebelum deliver",
        "plan_validated": "validasi rencana aksi",
        "plan_approved_before_deliver": "persetujuan rencana aksi sebelum deliver",
        "agreement_before_launch": "perjanjian kinerja sebelum peluncuran",
        "launch_before_display": "peluncuran sebelum pameran",
        "monitored": "monitoring sebelum evaluasi",
        "work_before_closing": "kegiatan sebelum penutupan lab",
        "no_workshop_in_pause": "lokakarya di luar masa jeda",
    },
}
"""Every closed list by the name that descriptions of fields use."""
LISTS: dict[str, tuple[str, ...]] = {name: tuple(labels) for name, labels in LABELS.items()}
"""The codes alone."""

UNIT_KINDS = LISTS["unit_kind"]
STAGES = LISTS["stage"]
UNIT_CHANGES = LISTS["unit_change"]
RECIPIENTS = LISTS["recipient"]
LAB_MODES = LISTS["lab_mode"]
WORKSHOP_MODES = LISTS["workshop_mode"]
PROPOSALS = LISTS["proposal"]
ENDINGS = LISTS["ending"]
END_REASONS = LISTS["end_reason"]
PLAN_PHASES = LISTS["plan_phase"]
MONITORING_MODES = LISTS["monitoring_mode"]
AGREEMENTS = LISTS["agreement"]
MEDIA = LISTS["medium"]
ROLES = LISTS["role"]
CAPACITIES = LISTS["capacity"]
EVENTS_HELD = LISTS["ceremony"]
DOCUMENTS = LISTS["document"]
EVIDENCE = LISTS["evidence"]
MEASURES = LISTS["measure"]
FIGURE_AREAS = LISTS["figure_area"]
INITIATORS = LISTS["initiator"]
TECHNOLOGIES = LISTS["technology"]
FORMS = LISTS["form"]
CLASSIFICATIONS = LISTS["classification"]
THEMES = LISTS["theme"]
CLUSTERS = LISTS["cluster"]
REPLICATIONS = LISTS["replication"]
SUPPORTS = LISTS["support"]
BENEFITS = LISTS["benefit"]
EDITION_DATES = LISTS["edition_date"]
QUEUE = LISTS["queue"]
RESULTS = LISTS["result"]
VERDICTS = LISTS["verdict"]
FACILITATIONS = LISTS["facilitation"]
LAB_DOCUMENTS = LISTS["lab_document"]
TEAM_POSITIONS = LISTS["team_position"]
ANSWERS = LISTS["answer"]
IDEA_FIELDS = LISTS["idea_field"]
AGREEMENT_CHANGES = LISTS["agreement_change"]
MILESTONE_STATUSES = LISTS["milestone_status"]
OBSTACLE_CAUSES = LISTS["obstacle_cause"]
TRIAL_COURSES = LISTS["trial_course"]
RUNNING = LISTS["running"]
HANDOVER_REASONS = LISTS["handover_reason"]
PUBLICATIONS = LISTS["publication"]
PROPERTIES = LISTS["property"]
PROCESS_RULES = LISTS["process_rule"]
