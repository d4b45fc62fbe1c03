"""The fields of LAN's idea form, as a proposal fills them and a revision changes them."""

from __future__ import annotations

from domain.fields import Field

IDEA = Field(
    "Ide",
    ref="idea",
    name="ide asal",
    help="Kunci ide dari lembar Ide atau Penggabungan, atau kodenya (misalnya 3303-I0031).",
    example="IDE-001",
)
BACKGROUND = Field("Latar Belakang", "long", width=50)
CHOSEN = Field("Ide Terpilih", "long", help="Ide inovasi terpilih, diuraikan.", width=50)
AIMS = Field("Tujuan", "long", width=40)
TARGETS = Field("Target Perubahan", "long", width=40)
STAKEHOLDERS = Field("Stakeholder", "long", name="stakeholder inovasi", help="Tanpa nama orang.", width=34)
RESOURCES = Field("Sumber Daya", "long", width=34)
BENEFICIARIES = Field("Penerima Manfaat", "long", width=30)
NOVELTY = Field("Kebaruan", "long", width=40)
DESCRIPTION = Field("Deskripsi", "long", width=50)
SCHEDULE = Field("Rencana Waktu", name="rencana waktu pelaksanaan", width=26)
