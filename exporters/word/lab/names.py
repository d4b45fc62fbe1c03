"""What the documents of a lab are called, as files and on the command line."""

FILES = {
    "agreement": "perjanjian-kinerja",
    "commitment": "komitmen",
    "launching": "daftar-peluncuran",
    "plan": "rencana-aksi",
    "certificate": "sertifikat",
    "report": "laporan",
}
"""The documents in their order."""
