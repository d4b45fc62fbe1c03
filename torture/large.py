"""A large evidence file through `evidence add` and `evidence check`: how much more memory it takes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from domain.design import DesignInnovation
from domain.unit import RegisterUnit
from ledger.workspace.workspace import create

MIB = 1 << 20
LIMIT = 64 * MIB
"""How much more memory a large file may take than an empty one."""
LARGE, LESS = 2048 * MIB, 256 * MIB
ROOT = Path(__file__).parent.parent
# The child reports its own peak: that of all children would hide one behind another.
SCRIPT = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from click.testing import CliRunner
import cli
done = CliRunner().invoke(cli.jejak, sys.argv[2:])
assert done.exit_code == 0, done.output
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def large() -> tuple[int, int]:
    """The size of a file and what it took more; 2 GiB where the disk has room for it twice, else less."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "ruang"
        _furnished(home)
        size = LARGE if shutil.disk_usage(folder).free > 3 * LARGE else LESS
        return size, grown(home, Path(folder), size=size)


def _furnished(home: Path) -> None:
    """A workspace with one innovation."""
    how = {"region_code": "33.03", "name": "Operator Contoh", "post": "Analis", "command_id": "buka"}
    workspace, _outcome = create(home, **how)
    unit = RegisterUnit.of(region="3303", kind="opd", name="Dinas Contoh")
    innovation = DesignInnovation.of(region="3303", title="Inovasi Contoh", unit="3303/unit/000001")
    for number, action in enumerate((unit, innovation)):
        workspace.command_handler().run(f"isi-{number}", lambda decision, action=action: decision.act(action))


def grown(home: Path, folder: Path, *, size: int, code: str = "3303-0001") -> int:
    """Bytes by which the peak of adding and checking a file of this size lies over that of an empty one."""
    peaks = []
    for number, length in enumerate((0, size)):
        path = folder / f"berkas-{number}.mp4"
        with path.open("wb") as out:
            out.truncate(length)
        added = _peak("evidence", "add", str(path), "--code", code, "--home", str(home))
        peaks.append(max(added, _peak("evidence", "check", "--home", str(home))))
        path.unlink()
    return (peaks[1] - peaks[0]) * 1024


def _peak(*words: str) -> int:
    """The peak of one call, in KiB."""
    command = [sys.executable, "-c", SCRIPT, str(ROOT), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout.splitlines()[-1])
