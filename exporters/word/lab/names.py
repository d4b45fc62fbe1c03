"""What the documents of a lab are called, as files and on the command line."""

from __future__ import annotations

from jejak_i18n import marked as n_

FILES = {
    "agreement": "perjanjian-kinerja",
    "commitment": "komitmen",
    "launching": "daftar-peluncuran",
    "plan": "rencana-aksi",
    "certificate": "sertifikat",
    "report": "laporan",
}
"""The documents in their order."""
NAMES = {
    "agreement": n_("performance agreements"),
    "commitment": n_("commitments"),
    "launching": n_("list of innovations launched"),
    "plan": n_("action plans"),
    "certificate": n_("certificates"),
    "report": n_("report of the lab"),
}
"""What people call them."""
