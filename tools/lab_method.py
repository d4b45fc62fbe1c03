"""The 49 actions that LAN's method knows (facilitation to a new generation), and what lies outside them."""

from __future__ import annotations

from typing import NamedTuple


class LabAction(NamedTuple):
    """One action of the method: its number, its name, and the actions of sheets that record it."""

    number: str
    name: str
    recorded_by: tuple[str, ...]


ACTIONS = (
    LabAction("L1", "Pendampingan diajukan", ("lab.request_facilitation",)),
    LabAction(
        "L2",
        "MoU atau SPK ditandatangani",
        ("document.register", "document.record_party", "lab.link_document"),
    ),
    LabAction("L3", "Tim lab ditetapkan", ("lab.name_team_member", "lab.link_document")),
    LabAction("L4", "Putaran lab dibuka", ("lab.open",)),
    LabAction("L5", "Peserta terdaftar, kehadiran dicatat", ("lab.join", "workshop.hold")),
    LabAction("L6", "Survei kesiapan diisi", ("lab.survey_readiness",)),
    LabAction("L7", "Tahap dibuka dan ditutup", ("lab.hold_stage", "lab.close_stage")),
    LabAction("L8", "Tahap tidak dilaksanakan", ("lab.hold_stage",)),
    LabAction("L9", "Lab dijeda dan dilanjutkan", ("lab.pause", "lab.resume")),
    LabAction("L10", "Evaluasi program dilakukan", ("lab.evaluate_programme",)),
    LabAction("L11", "Putaran lab ditutup", ("lab.close",)),
    LabAction("I1", "Komitmen ditandatangani", ("agreement.sign", "agreement.record_signature")),
    LabAction("I2", "Ide diusulkan", ("idea.propose",)),
    LabAction("I3", "Ide ditanggapi", ("idea.answer",)),
    LabAction("I4", "Ide direvisi", ("idea.revise",)),
    LabAction("I5", "Ide digabung", ("idea.merge",)),
    LabAction("I6", "Ide dipecah", ("idea.split",)),
    LabAction("I7", "Ide berganti nama", ("idea.revise", "innovation.rename")),
    LabAction("I8", "Ide ditarik atau tidak dilanjutkan", ("idea.end",)),
    LabAction("I9", "Ide disetujui pimpinan", ("idea.approve",)),
    LabAction("I10", "Pendampingan ide dilakukan", ("idea.coach",)),
    LabAction("I11", "Rencana aksi ditetapkan", ("innovation.design", "innovation.set_plan_step")),
    LabAction("I12", "Peta pemangku kepentingan disusun", ("innovation.map_stakeholder",)),
    LabAction("I13", "Rencana aksi divalidasi", ("innovation.validate_plan",)),
    LabAction("I14", "Rencana aksi disetujui", ("innovation.approve_plan",)),
    LabAction("V1", "Perjanjian kinerja ditandatangani", ("agreement.sign", "agreement.record_signature")),
    LabAction("V2", "Perjanjian diadendum atau diakhiri", ("agreement.change",)),
    LabAction("V3", "Inovasi diluncurkan", ("lab.hold_ceremony", "innovation.launch")),
    LabAction("V4", "Inovasi ditetapkan", ("innovation.determine",)),
    LabAction("V5", "Kemajuan dilaporkan", ("innovation.report_milestone",)),
    LabAction("V6", "Monitoring dilakukan", ("innovation.monitor",)),
    LabAction(
        "V7", "Uji coba dimulai, dilaporkan, dihentikan", ("innovation.try", "innovation.follow_trial")
    ),
    LabAction("V8", "Penerapan dimulai", ("innovation.implement",)),
    LabAction("V9", "Bukti dilampirkan atau digantikan", ("innovation.attach_evidence",)),
    LabAction("V10", "Pameran diikuti", ("lab.hold_ceremony", "innovation.display")),
    LabAction("V11", "Inovasi dinilai juri", ("innovation.judge",)),
    LabAction("V12", "Penghargaan diterima", ("award.give",)),
    LabAction("V13", "Direkomendasikan ke tingkat nasional", ("innovation.recommend",)),
    LabAction("V14", "Didokumentasikan dalam buku", ("innovation.publish",)),
    LabAction("V15", "Didaftarkan pada kompetisi", ("entry.claim_level", "entry.move_queue")),
    LabAction("V16", "Hasil kompetisi dicatat", ("entry.announce_result",)),
    LabAction("V17", "Replikasi dicatat", ("innovation.record_support",)),
    LabAction("V18", "Evaluasi inovasi dilakukan", ("innovation.evaluate",)),
    LabAction("V19", "Status jalan diperbarui", ("innovation.report_status",)),
    LabAction("V20", "Inovasi dihentikan atau dilanjutkan lagi", ("innovation.report_status",)),
    LabAction("V21", "Inovator dialihkan", ("innovation.hand_over", "person.change_post")),
    LabAction("V22", "Unit berubah", ("unit.change",)),
    LabAction("V23", "HAKI dicatat", ("innovation.record_property",)),
    LabAction("V24", "Inovasi dikembangkan atau digabung", ("innovation.record_support", "innovation.merge")),
)
ONLY = {
    "L7": ("lab.stage_opened", "lab.stage_closed"),
    "L8": ("lab.stage_not_held",),
    "I7": ("idea.revised", "innovation.renamed"),
    "V3": ("lab.launching_held", "innovation.launched"),
    "V10": ("lab.display_held", "innovation.displayed"),
    "V17": ("innovation.replicated",),
    "V19": ("innovation.status_reported",),
    "V20": ("innovation.stopped", "innovation.resumed"),
    "V24": ("innovation.developed", "innovation.merged_into", "innovation.took_in"),
}
"""Rows that take only some of the events of their actions."""
ELSEWHERE = {
    "region.registered": "ruang kerja dibuat",
    "region.mission_recorded": "misi daerah yang dirujuk lab",
    "region.edition_dated": "jadwal lomba",
    "region.rulebook_added": "aturan penilaian",
    "figure.published": "angka yang diumumkan",
    "unit.registered": "daftar unit",
    "person.registered": "daftar orang",
    "person.forget_requested": "penghapusan data pribadi diminta",
    "person.forget_confirmed": "penghapusan data pribadi dikonfirmasi orang kedua",
    "person.forgotten": "data pribadi dihapus",
    "lab.rule_set_aside": "putaran mengesampingkan aturan proses",
    "innovation.profile_written": "isian formulir lomba",
    "innovation.noted": "keterangan dari daftar",
    "innovation.measured": "pengukuran sebelum dan sesudah",
    "innovation.link_checked": "tautan bukti dibuka",
    "innovation.verdict_recorded": "penilaian syarat dicatat",
    "entry.prepared": "usulan lomba disiapkan",
    "entry.level_verified": "klaim diverifikasi",
    "entry.section_written": "naskah usulan",
    "entry.alignment_chosen": "keselarasan usulan",
    "entry.dossier_issued": "dosir diterbitkan",
}
"""Events that belong to no action of the method, and what they are for."""
PRINTED = {
    "innovation": "`catalogue show`, `history`, `replay`",
    "idea": "`history`, `replay`, `catalogue show --lineage`, `lab funnel`",
    "lab": "`lab show`, `history`, `replay`",
    "workshop": "`lab show`, `history`",
    "agreement": "`lab show`, `catalogue show`, `history`, `lab documents`",
    "document": "`lab show`, dosir",
    "person": "`person show`, `history`, `replay`",
    "unit": "`catalogue list`, `lab show`",
    "award": "`catalogue show`, dosir",
    "entry": "`entry list`, `history`",
    "region": "`calendar list`, `lab compare`",
}
"""Where the events of a kind of stream are shown."""
