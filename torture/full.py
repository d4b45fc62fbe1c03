"""Full disks: a command is recorded and says so, or it is refused and is not there; room given heals.

Anybody can forbid files to grow beyond a size: the system then refuses writing where a full disk would. A
disk that is really full needs the right to mount a small one.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools.server import Server
from torture.counting import healed
from torture.faults import NEXT, READING, head, recorded, refused
from torture.site import Called, Site

MIB = 1 << 20
RENAME = ("correct", "3", "name")
WHY = ("--reason", "salah", "--yes", "--json")
LONG = "x" * 600
"""Makes a name long, so that the ledger soon needs another page."""
UNITS, NAME = 1000, "x" * 1200
"""Units of a command that needs more than 1 MiB in one table; a longer name would be compressed."""
LIMITED = """
import resource, runpy, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
LEFT = 96 * 1024
"""Bytes left free on a disk that is full but for them."""


def ledger_limited(site: Site) -> list[str]:
    """No file may grow beyond the size of the ledger. For a ledger in a file."""
    limit = str((site.home / "ledger.db").stat().st_size)
    python = ("-c", LIMITED, limit, "cli.py")
    # First there are no views and none can be made, then there are some that cannot follow.
    wrong = [*_until_refused(site, python), *recorded(site.call(*READING))]
    wrong += [*recorded(site.call(*NEXT)), *_read(site, python)]
    return [*wrong, *healed(site, head(site))]


def ledger_full(site: Site, disk: Path) -> list[str]:
    """The disk of the workspace is full. For a ledger in a file."""
    site.call(*READING)
    with _filled(disk, LEFT):
        wrong = _until_refused(site)
    return [*wrong, *recorded(site.call(*NEXT)), *healed(site, head(site))]


def server_limited(site: Site, server: Server) -> list[str]:
    """No file of the server may grow beyond 1 MiB: a large command is refused, a small one is recorded."""
    server.cut_log()
    server.pause()
    server.start(largest=MIB)
    try:
        wrong = [*_too_large(site), *recorded(site.call(*RENAME, "Dinas", *WHY))]
    finally:
        server.pause()
        server.start()
    return [*wrong, *recorded(_import_large(site)), *healed(site, head(site))]


def server_full(site: Site, disk: Path) -> list[str]:
    """The disk of the server is full."""
    with _filled(disk, 0):
        wrong = _too_large(site)
    return [*wrong, *recorded(_import_large(site)), *healed(site, head(site))]


def _until_refused(site: Site, python: Sequence[str] = ()) -> list[str]:
    wrong: list[str] = []
    for number in range(200):
        before = head(site)
        done = site.call(*RENAME, f"Dinas {number} {LONG}", *WHY, python=python)
        if head(site) != before + (done.status == 0):
            wrong.append(f"the ledger grew from {before} to {head(site)}: {done}")
        if done.status:
            return [*wrong, *refused(done, "Nothing was recorded."), *_read(site, python)]
    return ["the disk never was full"]


def _read(site: Site, python: Sequence[str]) -> list[str]:
    """Who only reads gets an answer, which may lag behind and says how far."""
    done = site.call(*READING, python=python)
    if done.status or done.envelope["position"] + done.envelope["lag"] != head(site):
        return [f"no answer from a full disk: {done}"]
    return []


def _too_large(site: Site) -> list[str]:
    before, done = head(site), _import_large(site)
    wrong = refused(done, "The database refuses")
    return wrong if head(site) == before else [*wrong, f"recorded all the same: {done}"]


def _import_large(site: Site) -> Called:
    """One command of a thousand units with long names."""
    line = {"type": "unit.register", "region": "3303", "kind": "opd"}
    lines = [{**line, "name": f"Unit {at} {NAME}", "key": f"U-{at}"} for at in range(UNITS)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "unit.jsonl"
        file.write_text("".join(f"{json.dumps(one)}\n" for one in lines), encoding="utf-8")
        return site.call("import", str(file))


@contextlib.contextmanager
def small_disk(mebibytes: int) -> Iterator[Path | None]:
    """A disk of that size, empty, directly under the temporary folder; None where none can be mounted."""
    folder = tempfile.mkdtemp(prefix="jejak-disk-")
    mount, unmount = (shutil.which(name) or name for name in ("mount", "umount"))
    words = [mount, "-t", "tmpfs", "-o", f"size={mebibytes}m", "tmpfs", folder]
    try:
        mounted = not subprocess.run(words, capture_output=True, check=False).returncode
    except OSError:
        mounted = False
    try:
        yield Path(folder) if mounted else None
    finally:
        if mounted:
            subprocess.run([unmount, folder], check=True)
        Path(folder).rmdir()


@contextlib.contextmanager
def _filled(disk: Path, left: int) -> Iterator[None]:
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as out, contextlib.suppress(OSError):
        # Byte by byte at last: a larger piece that does not fit is not written at all.
        out.write(bytes(max(0, shutil.disk_usage(disk).free - left)))
    try:
        yield
    finally:
        filler.unlink()
