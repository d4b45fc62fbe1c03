"""Writes docs/penilaian-syarat.md from a demo workspace: `python -m tools.verdict_page HOME`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ["JEJAK_LANG"] = "id"

PAGE = Path(__file__).parent.parent / "docs" / "penilaian-syarat.md"
ASKED = (
    ("3303-0169", "iga", 2026, None),
    ("3373-0042", "iga", 2026, None),
    ("3303-0169", "kipp", 2025, "umum"),
    ("3373-0042", "kipp", 2023, "umum"),
    ("3303-0118", "kipp", 2021, "umum"),
    ("3303-0001", "iga", 2026, None),
    ("3303-0120", "iga", 2023, None),
    ("3303-0170", "kipp", 2021, "replikasi"),
    ("3303-0172", "inagara", 2022, None),
    ("3305-0001", "iga", 2023, None),
    ("3305-0012", "kipp", 2022, "khusus"),
    ("3305-0030", "pp38", 2017, None),
    ("3373-0001", "kipp", 2025, "replikasi"),
    ("3373-0090", "iga", 2027, None),
)
"""Code, award, year and group: the two innovations written out in full, and others of the founding cases."""
HEAD = """# Penilaian syarat yang dapat dibacakan

Halaman ini dihasilkan dari ruang kerja contoh (`jejak demo`) dan memuat penilaian syarat untuk dua inovasi
yang ditulis lengkap serta inovasi lain dari kasus-kasus pendiri, sebagaimana dibaca staf: apa yang sudah
terpenuhi, apa yang masih kurang, dan giliran siapa. Isi kedua inovasi lengkap itu ilustrasi. Perintahnya:

```
jejak eligibility show KODE --award LOMBA --year TAHUN [--group KELOMPOK] --aloud
```

Aturan yang belum terkonfirmasi hanya mengingatkan; aturan itu tidak pernah membuat sebuah inovasi belum
memenuhi syarat. Bila belum ada satu pun syarat yang terkonfirmasi, jawabannya "belum dapat dipastikan".
"""


def page(home: Path) -> str:
    """The page, by the demo workspace in a folder."""
    return "\n".join([HEAD, *_parts(home)])


def _parts(home: Path) -> Iterator[str]:
    from commands.eligibility.read_aloud import read_aloud
    from domain.streams import region_of
    from ledger.workspace.workspace import open_at
    from projections.eligibility import rulebooks
    from projections.eligibility.edition import edition as edition_of
    from projections.eligibility.verdicts import verdict_answer
    from projections.queries import find
    from projections.read_session import open_session
    from projections.timeline.stream_names import StreamNames

    views = open_session(open_at(home))
    try:
        for code, award, year, group in ASKED:
            stream = find.innovation_of(views, code)
            region = region_of(stream)
            book = rulebooks.find(views, region, award, year, group).book
            verdict = edition_of(views, book, region).verdict(stream)
            name = verdict.acronym or verdict.title
            heading = f"{award.upper()} {year}" + (f" {group}" if group else "")
            unit = StreamNames(views).of(verdict.unit)
            paragraphs = read_aloud(verdict_answer(verdict), unit, dated=False)
            yield f"## {name}: {heading}\n\n{paragraphs}\n"
    finally:
        views.close()


def main(arguments: list[str]) -> int:
    """Writes the page."""
    PAGE.write_text(page(Path(arguments[0])), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
