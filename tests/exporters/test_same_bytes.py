"""Equal input gives equal bytes in another time zone, language, folder, hash seed and year."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# The clock is moved before anything of ours or of the libraries is imported.
SCRIPT = """
import datetime, sys, time
year = int(sys.argv[1])
if year:
    class Moved(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(year, 3, 4, 5, 6, 7, tzinfo=tz)
        @classmethod
        def utcnow(cls):
            return cls(year, 3, 4, 5, 6, 7)
    datetime.datetime = Moved
    time.time = lambda: (year - 1970) * 31556952.0
    time.localtime = lambda seconds=None: time.struct_time((year, 3, 4, 5, 6, 7, 0, 63, 0))
sys.path.insert(0, sys.argv[2])
import hashlib
from exporters.dossier.build import digest
from exporters.word.render import render
from exporters.templates.make import make
from exporters.templates.lab import LAB_TEMPLATES
from tests.exporters import portraits
for name in LAB_TEMPLATES:
    print(hashlib.sha256(make(name)).hexdigest())
for award, form in (("iga", portraits.form("iga", 2026)), ("kipp", portraits.form("kipp", 2023, "umum"))):
    for portrait in (portraits.complete(), portraits.almost_empty(), portraits.hostile()):
        made = portraits.dossier_of(portrait, form)
        print(digest(made), hashlib.sha256(render(made)).hexdigest(), hashlib.sha256(make(award)).hexdigest())
"""


def run(cwd: Path, year: int, **environment: str) -> list[str]:
    command = [sys.executable, "-c", SCRIPT, str(year), str(ROOT)]
    done = subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_bytes_do_not_depend_on_the_machine(tmp_path: Path) -> None:
    here = run(ROOT, 0, TZ="Asia/Jakarta", LANG="id_ID.UTF-8", LC_ALL="id_ID.UTF-8", PYTHONHASHSEED="1")
    away = run(tmp_path, 2031, TZ="America/St_Johns", LANG="C", LC_ALL="C", PYTHONHASHSEED="2")
    assert len(here) == 12
    assert here == away
