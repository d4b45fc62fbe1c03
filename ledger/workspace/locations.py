"""Where a workspace may lie: not on network or synchronised folders, which SQLite cannot trust."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath

SYNCHRONISED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "pcloud",
    "box sync",
)
NETWORK_FILE_SYSTEMS = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "fuse.sshfs",
    "fuse.rclone",
    "davfs",
    "afs",
    "ncpfs",
    "glusterfs",
    "ceph",
    "lustre",
)


def unfit(path: Path) -> str | None:
    """Why a folder is unfit for an SQLite ledger: `network` or `synchronised`; None when it is fit."""
    resolved = path.resolve()
    if is_synchronised(resolved):
        return "synchronised"
    return "network" if is_network(resolved) else None


def is_synchronised(path: PurePath) -> bool:
    """True inside a folder that a known service copies between computers."""
    return any(part.casefold().startswith(SYNCHRONISED) for part in path.parts)


def is_network(path: Path) -> bool:
    """True on a network drive, as far as the system tells."""
    if is_unc(str(path)):
        return True
    if sys.platform == "win32":
        import ctypes

        remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == remote)
    mounts = Path("/proc/mounts")
    return mounts.is_file() and file_system(path, mounts.read_text()) in NETWORK_FILE_SYSTEMS


def is_unc(path: str) -> bool:
    r"""True for `\\server\share` and `\\?\UNC\server`; not for the prefix of long local paths, `\\?\`."""
    if path[:8].casefold() == "\\\\?\\unc\\":
        return True
    return path.startswith("\\\\") and not path.startswith(("\\\\?\\", "\\\\.\\"))


def file_system(path: PurePath, mounts: str) -> str:
    """The type of the mount that holds a path, from the text of `/proc/mounts`."""
    best, kind = "", ""
    for line in mounts.splitlines():
        _, point, file_type, *_ = line.split(" ")
        # The system writes a space in a path as \040.
        point = point.replace("\\040", " ")
        # Of two mounts on the same point the later one hides the other.
        if os.path.commonpath([point, str(path)]) == point and len(point) >= len(best):
            best, kind = point, file_type
    return kind
