"""Real calls of every verb, with which its help ends; tests parse them all and run some on the demo."""

from __future__ import annotations

from jejak_i18n import gettext as _

EXAMPLES: dict[str, tuple[str, ...]] = {
    "init": (
        "jejak init lab-kita --region 33.03",
        'jejak init lab-kita --region 33.03 --operator "Nama Contoh" --post "Analis Kebijakan"',
    ),
    "template": (
        "jejak template lab.xlsx",
        "jejak template lanjut.xlsx --sheet Peluncuran --sheet Acara",
        "jejak template --by-unit keluar --lab purbalingga-2022",
    ),
    "completion": ("jejak completion powershell >> $PROFILE",),
    "demo": ("jejak demo --out demo",),
    "import": (
        "jejak import lab.xlsx --dry-run",
        "jejak import lab.xlsx --mark salah.xlsx",
        "jejak import daftar.xlsx --map PETA.toml",
    ),
    "map": ("jejak map daftar.xlsx", "jejak map daftar.csv --out PETA.toml --force"),
    "correct": ('jejak correct 811 tanggal "2 Februari 2023" --reason "salah ketik"',),
    "void": ('jejak void TANDA-PERINTAH --reason "berkas yang keliru" --yes',),
    "catalogue list": (
        "jejak catalogue list --search pasar",
        "jejak catalogue list --kind kecamatan --stage penerapan",
        "jejak catalogue list --xlsx inovasi.xlsx",
    ),
    "catalogue show": ("jejak catalogue show SIMPEL PASAR", "jejak catalogue show SIMPEL PASAR --lineage"),
    "catalogue stats": ("jejak catalogue stats --lab salatiga-2019",),
    "catalogue awards": ("jejak catalogue awards --region 33.03",),
    "catalogue ideas": (
        "jejak catalogue ideas --lab purbalingga-2022 --status terbuka",
        "jejak catalogue ideas --unit Dinperindag --xlsx ide.xlsx",
    ),
    "lab list": ("jejak lab list",),
    "lab show": ("jejak lab show purbalingga-2022", "jejak lab show purbalingga-2022 --as-of 2022-12-14"),
    "lab next": ("jejak lab next purbalingga-2022",),
    "lab funnel": ("jejak lab funnel salatiga-2019",),
    "lab compare": ("jejak lab compare --region 33.03",),
    "lab figures": ("jejak lab figures --lab purbalingga-2022",),
    "lab documents": (
        "jejak lab documents purbalingga-2022 --out lab",
        "jejak lab documents purbalingga-2022 --out lab --pdf",
    ),
    "idea next": ("jejak idea next 3303-I0031",),
    "innovation next": ("jejak innovation next SIMPEL PASAR",),
    "innovation show": ("jejak innovation show SIMPEL PASAR",),
    "person list": ("jejak person list",),
    "person show": ("jejak person show Camat Kutasari",),
    "person reads": ("jejak person reads", "jejak person reads Camat Kutasari"),
    "person correct": ('jejak person correct 3303-P0007 --name "Nama Contoh" --reason "salah ketik"',),
    "person forget": (
        'jejak person forget 3303-P0007 --basis "permintaan yang bersangkutan" --record "BA 12/2026"'
        ' --retention "retensi daerah sudah berakhir"',
    ),
    "person confirm-forget": ("jejak person confirm-forget 3303-P0007 --actor 3303-P0006 --dry-run",),
    "document list": ("jejak document list --search keputusan",),
    "history": (
        "jejak history SIMPEL PASAR",
        "jejak history SIMPEL PASAR --units dahulu",
        "jejak history purbalingga-2022",
    ),
    "replay": (
        "jejak replay SIMPEL PASAR --until 2022-12-14",
        "jejak replay SIMPEL PASAR --html riwayat.html",
        "jejak replay --compare",
    ),
    "trace": ('jejak trace "SIMPEL PASAR" "tanggal uji coba"',),
    "calendar list": ("jejak calendar", "jejak calendar list --xlsx jadwal.xlsx"),
    "calendar set": (
        'jejak calendar set --award iga --year 2026 --milestone ditutup --day "31 Agustus 2026"',
    ),
    "eligibility show": (
        "jejak eligibility show SIMPEL PASAR --award iga --year 2026",
        "jejak eligibility show SIMPEL PASAR --award iga --year 2026 --all",
    ),
    "eligibility list": ("jejak eligibility list --award iga --year 2026",),
    "eligibility index": ("jejak eligibility index --award iga --year 2026",),
    "eligibility advise": (
        "jejak eligibility advise iga --year 2026",
        "jejak eligibility advise iga --year 2026 --items 10",
        "jejak eligibility advise iga --year 2026 --threshold 90",
    ),
    "eligibility sheets": ("jejak eligibility sheets --award iga --year 2026 --out lembar",),
    "eligibility replay": ("jejak eligibility replay SIMPEL PASAR",),
    "entry list": ("jejak entry list --award iga --year 2026",),
    "entry prepare": ("jejak entry prepare SIMPEL PASAR --award kipp --year 2022",),
    "entry claim": ("jejak entry claim SIMPEL PASAR --year 2026 --indicator 16 --level 2",),
    "entry verify": (
        'jejak entry verify SIMPEL PASAR --year 2026 --indicator 16 --level 2 --verifier "Tim Penilai"',
    ),
    "entry claim-region": ("jejak entry claim-region --row 2a --level 1 --year 2026",),
    "entry choose": ("jejak entry choose SIMPEL PASAR --year 2023 --group umum --sdg 16",),
    "entry write": (
        "jejak entry write SIMPEL PASAR --year 2023 --group umum --section summary --file ringkasan.txt",
    ),
    "entry move": ("jejak entry move SIMPEL PASAR --year 2023 --group umum --to ministry",),
    "entry result": (
        "jejak entry result SIMPEL PASAR --award kipp --year 2023 --group umum --result winner"
        ' --tier "TOP 45"',
    ),
    "evidence add": (
        "jejak evidence add sk.pdf --code 3303-0001 --kind sk --indicator 16",
        "jejak evidence add bukti --yes",
    ),
    "evidence list": ("jejak evidence list SIMPEL PASAR",),
    "evidence check": ("jejak evidence check",),
    "evidence seen": ("jejak evidence seen 3303-0001 https://contoh.go.id/video --on 2026-03-03",),
    "evidence take": ("jejak evidence take SIMPEL PASAR --out berkas",),
    "rulebook list": ("jejak rulebook list",),
    "rulebook show": ("jejak rulebook show kipp-2023-umum",),
    "rulebook diff": ("jejak rulebook diff iga-2023 iga-2026",),
    "rulebook check": ("jejak rulebook check iga-2027.json",),
    "rulebook add": ("jejak rulebook add iga-2027.json",),
    "dossier iga": (
        "jejak dossier iga SIMPEL PASAR --year 2026 --out dokumen",
        "jejak dossier iga SIMPEL PASAR --year 2026 --out dokumen --template templat.docx",
    ),
    "dossier kipp": (
        "jejak dossier kipp SIMPEL PASAR --year 2023 --out dokumen",
        "jejak dossier kipp SIMPEL PASAR --year 2023 --out final --final",
    ),
    "dossier issue": ("jejak dossier issue kipp SIMPEL PASAR --year 2023 --out terbit",),
    "dossier again": ("jejak dossier again SIMPEL PASAR --year 2023 --out lagi",),
    "dossier batch": ("jejak dossier batch iga --year 2026 --out kumpulan --jobs 2",),
    "dossier diff": ("jejak dossier diff lama.zip baru.zip --docx beda.docx",),
    "dossier letters": ("jejak dossier letters kipp SIMPEL PASAR --year 2023 --out surat",),
    "dossier pack": ("jejak dossier pack iga SIMPEL PASAR --year 2026 --out paket.zip",),
    "dossier portal": ("jejak dossier portal iga SIMPEL PASAR --year 2026 --out salin.xlsx",),
    "dossier region": ("jejak dossier region iga --year 2026 --out daerah",),
    "dossier spd": ("jejak dossier spd iga --year 2026 --out spd.xlsx",),
    "dossier template check": ("jejak dossier template check templat.docx --award iga",),
    "dossier template iga": ("jejak dossier template iga --out templat.docx",),
    "dossier template kipp": ("jejak dossier template kipp --out templat.docx",),
    "dossier template letter": ("jejak dossier template letter --out surat.docx",),
    "dossier verify": ("jejak dossier verify paket.zip", "jejak dossier verify kiriman.zip --alone"),
    "site": ("jejak site situs", "jejak site situs-umum --public", "jejak site situs SIMPEL PASAR"),
    "serve": ("jejak serve", "jejak serve --port 8765 --no-browser"),
    "backup": ("jejak backup cadangan.zip --check",),
    "export": ("jejak export semua.jsonl", "jejak export --csv tabel --region 33.03"),
    "restore": ("jejak restore --check cadangan.zip", "jejak restore cadangan.zip pulih"),
    "doctor": ("jejak doctor", "jejak doctor --full"),
    "database check": ("jejak database check",),
    "database migrate": ("jejak database migrate",),
    "database grant": (
        "jejak database grant writer petugas",
        "jejak database grant writer petugas --person 3303-P0002",
    ),
    "ledger verify": ("jejak ledger verify",),
    "ledger copy": ("jejak ledger copy lab-kita postgresql://pemilik@server/jejak",),
    "ledger export": ("jejak ledger export kiriman.jsonl", "jejak ledger export susulan.jsonl --since 1204"),
    "ledger merge": ("jejak ledger merge kiriman.jsonl --dry-run", "jejak ledger merge kiriman.jsonl"),
    "ledger key": ("jejak ledger key",),
    "ledger checkpoint": ("jejak ledger checkpoint --out pemeriksaan.txt",),
    "ledger prove": ("jejak ledger prove SIMPEL PASAR --out bukti",),
    "ledger verify-proof": (
        "jejak ledger verify-proof bukti.json",
        "jejak ledger verify-proof kiriman.jsonl --key KUNCI-PUBLIK",
    ),
    "ledger witness": ("jejak ledger witness pemeriksaan.txt --key saksi.key",),
    "projections status": ("jejak projections status",),
    "projections rebuild": ("jejak projections rebuild", "jejak projections rebuild --jobs 2"),
    "projections verify": ("jejak projections verify",),
    "projections run": ("jejak projections run",),
}
"""How a verb is called below the program, to one to three calls as people type them."""


def epilog(path: str) -> str | None:
    """The end of a help: the examples of a verb, each on a line that is never wrapped; None for no verb."""
    calls = EXAMPLES.get(path)
    return "\b\n" + "\n".join([_("Examples:"), *(f"  {call}" for call in calls)]) if calls else None
