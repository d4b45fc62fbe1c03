"""The events that more than five hand-written files name: each file beyond five, with its reason.

`tools.event_files` counts; what stands here is printed on the page of lab actions.
"""

from __future__ import annotations

RULES_READ_IT = "aturan lomba membacanya sebagai keadaan inovasi"
VAULT = "data pribadi orang yang terdaftar disimpan di luar rekam jejak, dan diperiksa serta dihapus di sana"
RULEBOOK_BOUND = "tingkat yang dibetulkan diperiksa terhadap aturan penilaian, yang tidak dikenal domain"
BEYOND: dict[str, dict[str, str]] = {
    "idea.taken_into_design": {
        "domain/design.py": "tindakan merancang inovasi juga menulis ke riwayat idenya",
        "projections/timeline/history.py": "riwayat menceritakannya lewat inovasi yang lahir darinya",
    },
    "innovation.agreement_signed": {
        "domain/agreement.py": "perjanjian menulis ke riwayat setiap inovasi yang dicakupnya",
        "projections/timeline/history.py": "riwayat inovasi memuat perjanjian yang mencakupnya",
    },
    "innovation.awarded": {
        "domain/rules/case.py": RULES_READ_IT,
        "projections/eligibility/causes.py": "penyebab berubahnya penilaian ditelusuri sampai penghargaannya",
    },
    "innovation.evidence_attached": {
        "domain/rules/case.py": RULES_READ_IT,
        "importers/recording/recorded_rows.py": "bukti dapat dicatat tanpa baris buku kerja",
        "importers/recording/same_file.py": "berkas yang dilampirkan dua kali diberi catatan",
        "commands/competition/evidence_plan.py": "sekumpulan berkas dilampirkan dengan perintah tersendiri",
    },
    "innovation.evidence_superseded": {
        "domain/rules/case.py": RULES_READ_IT,
        "projections/eligibility/causes.py": "bukti yang digantikan dapat mengubah penilaian",
    },
    "innovation.link_checked": {
        "importers/recording/action_texts.py": "tautan yang dibuka sudah tercatat, bagaimanapun tertulisnya",
    },
    "innovation.verdict_recorded": {
        "projections/maintenance/evidence_check.py": "aturan yang disebutnya dapat pula datang bersama Jejak",
    },
    "entry.level_claimed": {"commands/record/corrected_level.py": RULEBOOK_BOUND},
    "entry.level_verified": {"commands/record/corrected_level.py": RULEBOOK_BOUND},
    "person.registered": {
        "ledger/admin/forgetting.py": VAULT,
        "ledger/admin/vault_check.py": VAULT,
    },
    "region.edition_dated": {
        "commands/record/import_.py": "setelah impor jadwal saja, pengguna diarahkan ke kalender",
    },
}
