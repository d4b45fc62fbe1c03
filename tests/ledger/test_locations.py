"""Where a ledger may lie: not on network drives, not in folders that a service copies."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from ledger.workspace import locations

MOUNTS = """\
sysfs /sys sysfs rw,nosuid 0 0
/dev/sda1 / ext4 rw,relatime 0 0
/dev/sda2 /home ext4 rw 0 0
tmpfs /tmp tmpfs rw 0 0
server:/export /mnt/nfs nfs4 rw,vers=4.2 0 0
server:/old /mnt/old nfs rw 0 0
//server/bersama /mnt/cifs cifs rw,vers=3.0 0 0
//server/satu\\040dua /mnt/berbagi\\040data cifs rw 0 0
user@host:/ /home/siti/jauh fuse.sshfs rw 0 0
systemd-1 /mnt/auto autofs rw 0 0
server:/auto /mnt/auto nfs4 rw 0 0
/dev/sdb1 /mnt/nfs/lokal ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "ext4"),
        ("/srv/jejak", "ext4"),
        ("/home/siti/jejak", "ext4"),
        ("/homestead", "ext4"),
        ("/tmp/x", "tmpfs"),
        ("/mnt/nfs", "nfs4"),
        ("/mnt/nfs/jejak", "nfs4"),
        ("/mnt/nfs-lokal/jejak", "ext4"),
        ("/mnt/old/jejak", "nfs"),
        ("/mnt/cifs/jejak", "cifs"),
        ("/mnt/berbagi data/jejak", "cifs"),
        ("/home/siti/jauh/jejak", "fuse.sshfs"),
        ("/mnt/auto/jejak", "nfs4"),
        ("/mnt/nfs/lokal/jejak", "ext4"),
    ],
)
def test_file_system_is_that_of_the_longest_and_last_mount(path: str, kind: str) -> None:
    assert locations.file_system(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "davfs"])
def test_network_file_systems_are_known(kind: str) -> None:
    found = locations.file_system(
        PurePosixPath("/data/jejak"), f"/dev/sda1 / ext4 rw 0 0\nx /data {kind} rw 0 0\n"
    )
    assert found in locations.NETWORK_FILE_SYSTEMS


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "apfs", "tmpfs", "overlay", "fuseblk", "ntfs3"])
def test_file_systems_of_own_disks_are_fit(kind: str) -> None:
    assert kind not in locations.NETWORK_FILE_SYSTEMS


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("\\\\server\\bersama", True),
        ("\\\\server\\bersama\\jejak", True),
        ("\\\\192.168.1.9\\data$\\jejak", True),
        ("\\\\wsl.localhost\\Ubuntu\\home", True),
        ("\\\\?\\C:\\jejak", False),
        ("\\\\.\\C:\\jejak", False),
        ("C:\\jejak", False),
        ("\\jejak", False),
        ("/home/jejak", False),
        ("", False),
    ],
)
def test_unc_path_is_a_network_path(path: str, answer: bool) -> None:
    assert locations.is_unc(path) is answer


@pytest.mark.parametrize("path", ["\\\\?\\UNC\\server\\bersama\\jejak", "\\\\?\\unc\\server\\bersama"])
def test_long_unc_path_is_a_network_path(path: str) -> None:
    r"""A long path to a share begins with `\\?\UNC\`."""
    assert locations.is_unc(path) is True


@pytest.mark.parametrize(
    "path",
    [
        PureWindowsPath("C:/Users/siti/OneDrive/jejak"),
        PureWindowsPath("C:/Users/siti/OneDrive - Pemkab Purbalingga/jejak"),
        PureWindowsPath("C:/Users/siti/ONEDRIVE"),
        PureWindowsPath("C:/Users/siti/Dropbox/kerja/jejak"),
        PureWindowsPath("C:/Users/siti/Dropbox (Pemkab)/jejak"),
        PureWindowsPath("G:/Google Drive/jejak"),
        PurePosixPath("/Users/siti/Library/CloudStorage/GoogleDrive-siti@example.id/jejak"),
        PurePosixPath("/Users/siti/Library/CloudStorage/OneDrive-Pemkab/jejak"),
        PurePosixPath("/home/siti/Nextcloud/jejak"),
        PureWindowsPath("C:/Users/siti/iCloudDrive/jejak"),
        PureWindowsPath("C:/Users/siti/pCloudDrive/jejak"),
        PureWindowsPath("C:/Users/siti/Box Sync/jejak"),
    ],
)
def test_folder_of_a_synchronising_service_is_known(path: PureWindowsPath | PurePosixPath) -> None:
    assert locations.is_synchronised(path) is True


@pytest.mark.parametrize(
    "path",
    [
        PureWindowsPath("C:/Users/siti/Documents/jejak"),
        PureWindowsPath("D:/jejak"),
        PurePosixPath("/home/siti/jejak"),
        PurePosixPath("/home/siti/arsip-onedrive/jejak"),
        PurePosixPath("/srv/box/jejak"),
    ],
)
def test_other_folder_is_not_taken_for_a_synchronised_one(path: PureWindowsPath | PurePosixPath) -> None:
    assert locations.is_synchronised(path) is False


def test_local_folder_is_fit(tmp_path: Path) -> None:
    assert locations.unfit(tmp_path / "jejak") is None


def test_synchronised_folder_is_unfit(tmp_path: Path) -> None:
    assert locations.unfit(tmp_path / "OneDrive - Pemkab" / "jejak") == "synchronised"


def test_link_into_a_synchronised_folder_is_unfit(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    link = tmp_path / "jejak"
    try:
        link.symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    except OSError:
        link = tmp_path / "Dropbox"
    assert locations.unfit(link) == "synchronised"
