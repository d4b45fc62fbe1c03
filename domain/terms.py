"""Closed lists of the domain. Codes are English and stored; labels belong to sheets and documents."""

from __future__ import annotations

UNIT_KINDS = (
    "opd",
    "bagian",
    "kecamatan",
    "kelurahan",
    "desa",
    "puskesmas",
    "rsud",
    "bumd",
    "sekolah",
    "other",
)
STAGES = (
    "preparation",
    "drum_up",
    "diagnose",
    "design",
    "launching",
    "monitoring",
    "display",
    "documentation",
)
"""LAN's 5D+1; launching and monitoring are the two halves of Deliver and have no forced order."""
UNIT_CHANGES = ("renamed", "merged", "closed")
RECIPIENTS = ("region", "unit", "innovation", "person")
LAB_MODES = ("live", "reconstructed")
WORKSHOP_MODES = ("onsite", "online", "hybrid")
PROPOSALS = ("new", "replication", "development")
ENDINGS = ("withdrawn", "not_continued")
END_REASONS = ("not_the_time", "regional_limits", "cost", "transfer", "focus", "other")
PLAN_PHASES = ("preparation", "execution", "monitoring", "evaluation")
MONITORING_MODES = ("direct", "indirect")
AGREEMENTS = ("commitment", "performance")
MEDIA = ("paper", "board", "electronic")
ROLES = ("first_party", "second_party", "signer", "witness")
CAPACITIES = ("definitive", "acting_plt", "acting_pj", "acting_plh", "on_behalf")
EVENTS_HELD = ("launching", "display")
DOCUMENTS = (
    "sk",
    "perkada",
    "perda",
    "mou",
    "spk",
    "cooperation_agreement",
    "letter",
    "report",
    "news",
    "other",
)
EVIDENCE = (
    "sk",
    "perkada",
    "perda",
    "assignment_letter",
    "statement_letter",
    "report",
    "photo",
    "screenshot",
    "video",
    "sop",
    "budget_document",
    "planning_document",
    "cooperation_agreement",
    "news",
    "other",
    "mou",
    "letter",
    "invitation",
    "attendance_list",
    "certificate",
    "manual",
    "recap",
    "proposal",
    "intellectual_property",
    "award",
    "business_profile",
)
MEASURES = ("ideas.proposed", "innovations.designed", "innovations.launched", "units.participating")
INITIATORS = ("head_of_region", "council_member", "unit", "civil_servant", "public")
TECHNOLOGIES = ("digital", "non_digital")
FORMS = ("governance", "public_service", "other")
CLASSIFICATIONS = ("unit", "village", "public")
"""Klasifikasi of the profile form, as copies of the application of 2025 and 2026 show it."""
THEMES = (
    "digital_services",
    "poverty",
    "investment",
    "president",
    "none",
    "covid",
    "not_covid",
)
"""Tematik of the profile form: five of 2023, two of about 2021; from 2025 on Asta Cita takes its place."""
CLUSTERS = (
    "food",
    "energy_water",
    "education",
    "health",
    "industry",
    "infrastructure",
    "economy",
    "poverty",
    "none",
)
"""Klaster PKPN of the profile form, as copies of the application of 2026 show it."""
REPLICATIONS = ("out", "in")
PARTNERS = ("government", "university", "business", "community", "media", "other")
BENEFITS = ("people", "units", "efficiency", "revenue", "products", "trend")
"""Bases of usefulness (IGA indicator 33), as the guideline of 2026 lists them."""
SUPPORTS = (
    "development",
    "generation",
    "replicated_out",
    "replicated_in",
    "executors",
    "budget",
    "plan",
    "training",
    "partner",
    "network_unit",
    "procedure",
    "complaints",
    "creation_stage",
    "benefit",
)
"""What a row of sheet Pendukung can say."""
EDITION_DATES = ("opens", "closes", "extended")
QUEUE = ("unit", "local_admin", "ministry", "returned")
"""The way of an entry: the unit writes, the local admin reviews (and may return it), the ministry judges."""
RESULTS = ("passed_administration", "finalist", "winner", "not_chosen", "withdrawn")
VERDICTS = ("met", "not_met", "unknown")

LISTS: dict[str, tuple[str, ...]] = {
    "unit_kind": UNIT_KINDS,
    "stage": STAGES,
    "unit_change": UNIT_CHANGES,
    "recipient": RECIPIENTS,
    "lab_mode": LAB_MODES,
    "workshop_mode": WORKSHOP_MODES,
    "proposal": PROPOSALS,
    "ending": ENDINGS,
    "end_reason": END_REASONS,
    "plan_phase": PLAN_PHASES,
    "monitoring_mode": MONITORING_MODES,
    "agreement": AGREEMENTS,
    "medium": MEDIA,
    "role": ROLES,
    "capacity": CAPACITIES,
    "ceremony": EVENTS_HELD,
    "document": DOCUMENTS,
    "evidence": EVIDENCE,
    "measure": MEASURES,
    "initiator": INITIATORS,
    "technology": TECHNOLOGIES,
    "form": FORMS,
    "classification": CLASSIFICATIONS,
    "theme": THEMES,
    "cluster": CLUSTERS,
    "replication": REPLICATIONS,
    "partner": PARTNERS,
    "support": SUPPORTS,
    "benefit": BENEFITS,
    "edition_date": EDITION_DATES,
    "queue": QUEUE,
    "result": RESULTS,
    "verdict": VERDICTS,
}
"""Every closed list by the name that descriptions of fields and labels use."""
