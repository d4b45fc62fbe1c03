"""Backup of a whole workspace while it is in use, and restore that proves itself."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from domain.base import Reason, reason
from ledger import factory, merkle
from ledger.admin import copying
from ledger.admin.verify import verify
from ledger.errors import ConflictError, LedgerError
from ledger.event_store import EventStore
from ledger.sqlite.vault import KEYS
from ledger.workspace.workspace import LEDGER, SETTINGS, Workspace, open_at, write_settings
from projections.maintenance import evidence_check, key_file
from projections.runner import projector
from projections.views import VIEWS

MANIFEST = "manifest.json"
VAULT = "vault.db"
EVIDENCE = "evidence"
VIEWS_FOLDER = "views"
FORMAT = 2
"""The second keeps personal data sealed, and their keys in a file of their own."""
STAMP = (1980, 1, 1, 0, 0, 0)
CHUNK = 1 << 20


class BackupError(LedgerError):
    """A file is no backup, or is damaged."""

    status = 3


class ViewState(Struct, frozen=True):
    """What a ledger folds to: its position and root, a digest of every view's rows by table, versions."""

    position: int
    root: str
    views: dict[str, str]
    view_versions: dict[str, int]


class Manifest(ViewState, frozen=True, kw_only=True):
    """What a backup holds: the SHA-256 of each file by its name, and the state of its ledger.

    `letterhead` is the name of the region's letterhead among them; None where it has none, or did not lie
    in the folder of the workspace.
    """

    format: int
    files: dict[str, str]
    letterhead: str | None = None


class BackupCheck(NamedTuple):
    """What a check of a backup found."""

    position: int
    root: str
    files: int
    findings: list[Reason]


def backup(workspace: Workspace, target: Path, keys: Path) -> tuple[Manifest, list[Reason]]:
    """Writes one file with settings, ledger, vault, evidence and letterhead, and one with the vault's keys.

    Each is written whole or not at all; the keys replace those of the backup before. Others may go on
    recording: the ledger is copied at one moment, then what its events name. Returns the manifest, and
    which files that the events name are missing or altered: what is there is backed up all the same.
    Raises EnvironmentFault when the vault is missing, ConflictError for a key file of another ledger.
    """
    key_file.require_own(workspace, keys)
    # SQLite would make an empty vault in the place of a missing one, and copy that.
    workspace.vault.lying()
    part = target.with_name(f".{target.name}.part")
    with tempfile.TemporaryDirectory() as folder:
        aside = Path(folder)
        # The vault and the evidence are written before the append that names them: copied later, they
        # hold all that the copied ledger names.
        if workspace.database_url:
            _copy_shared(workspace, aside)
        else:
            _copy_database(workspace.ledger_path, aside / LEDGER)
            _copy_database(workspace.home / VAULT, aside / VAULT)
            shutil.copy2(workspace.home / SETTINGS, aside / SETTINGS)
        try:
            manifest = _pack(part, aside, workspace)
            findings = _lacking(aside / LEDGER, manifest)
            # Newer keys open the backup of before, too; older ones would not open this one.
            key_file.write(workspace, keys)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    return manifest, findings


def _lacking(ledger: Path, manifest: Manifest) -> list[Reason]:
    folder = f"{EVIDENCE}/"
    kept = {name.removeprefix(folder): one for name, one in manifest.files.items() if name.startswith(folder)}
    with closing(EventStore(ledger)) as store:
        return list(evidence_check.lacking(store, kept))


def _copy_shared(workspace: Workspace, aside: Path) -> None:
    """A shared ledger is backed up as a workspace of its own, with a file as its ledger."""
    factory.create_tables(aside / LEDGER)
    recorder, store = factory.open_recorder(aside / LEDGER), workspace.store()
    with recorder.append_statements() as statements:
        copying.append_batch(store, statements)
    recorder.close()
    store.close()
    with closing(sqlite3.connect(aside / LEDGER)) as made:
        made.execute("PRAGMA journal_mode=DELETE")
    # Its keys stay apart.
    boxes = [one._replace(key=None) for one in workspace.vault.lying() if one.box is not None]
    factory.open_vault(aside / LEDGER).take(boxes)
    write_settings(replace(workspace, home=aside, database_url=None))


def _copy_database(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _pack(part: Path, aside: Path, workspace: Workspace) -> Manifest:
    hashes: dict[str, str] = {}
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as archive:
        for path, name in _members(aside, workspace.home / EVIDENCE):
            hashes[name] = _add(archive, path, name)
        letterhead = _letterhead(workspace)
        if letterhead is not None and letterhead not in hashes:
            hashes[letterhead] = _add(archive, workspace.home / letterhead, letterhead)
        state = msgspec.structs.asdict(_state(aside / LEDGER))
        manifest = Manifest(format=FORMAT, files=hashes, letterhead=letterhead, **state)
        text = json.dumps(msgspec.to_builtins(manifest), indent=2, sort_keys=True) + "\n"
        archive.writestr(zipfile.ZipInfo(MANIFEST, STAMP), text)
    return manifest


def _members(aside: Path, evidence: Path) -> Iterator[tuple[Path, str]]:
    for name in (SETTINGS, LEDGER, VAULT):
        yield aside / name, name
    for path in sorted(evidence.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path, f"{EVIDENCE}/{path.relative_to(evidence).as_posix()}"


def _letterhead(workspace: Workspace) -> str | None:
    """The place of the letterhead below the workspace's folder; None where it is not there."""
    path = workspace.letterhead_path
    if path is None or not path.is_file() or not path.resolve().is_relative_to(workspace.home):
        return None
    name = path.resolve().relative_to(workspace.home).as_posix()
    return name if _may_be_letterhead(name) else None


def _may_be_letterhead(name: str) -> bool:
    """Whether a letterhead may have this name: none of what makes a workspace."""
    return not name.startswith((SETTINGS, LEDGER, VAULT, KEYS, MANIFEST, f"{VIEWS_FOLDER}/"))


def _add(archive: zipfile.ZipFile, path: Path, name: str) -> str:
    hasher = hashlib.sha256()
    info = zipfile.ZipInfo(name, STAMP)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.file_size = path.stat().st_size
    with path.open("rb") as stream, archive.open(info, "w") as out:
        while piece := stream.read(CHUNK):
            hasher.update(piece)
            out.write(piece)
    return hasher.hexdigest()


def _state(ledger: Path) -> ViewState:
    """Position, root of the proof tree, and a digest of every view folded from the ledger."""
    store = EventStore(ledger)
    head = store.head()
    found = projector.private(store, known=head.position, day=None, zone_of=None)
    views = {
        table.name: hashlib.sha256(repr(found.rows(table)).encode()).hexdigest()
        for view in VIEWS
        for table in view.TABLES
    }
    versions = {view.NAME: view.VERSION for view in VIEWS}
    found.close()
    store.close()
    return ViewState(head.position, merkle.root(head.frontier).hex(), views, versions)


def restore(source: Path, folder: Path, keys: Path | None = None) -> tuple[Workspace, Manifest, int]:
    """Makes a workspace from a backup in a new or empty folder; whole or not at all.

    Without `keys` no name can be read. Returns also how many profiles the keys do not open. Raises
    BackupError for a damaged file, ConflictError when the folder holds something or the keys are not of
    this ledger.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ConflictError(
            reason("{path} is not empty.", path=str(folder)), reason("Take a new folder, or delete this one.")
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _unpacked(source, folder.resolve().parent) as (aside, manifest):
        (aside / VIEWS_FOLDER).mkdir()
        (aside / EVIDENCE).mkdir(exist_ok=True)
        unread = key_file.lay(aside, keys)
        if folder.exists():
            folder.rmdir()
        aside.rename(folder)
    return open_at(folder), manifest, unread


def check(source: Path) -> BackupCheck:
    """Restores aside, verifies the proof tree and compares every view. Raises BackupError."""
    with (
        tempfile.TemporaryDirectory() as parent,
        _unpacked(source, Path(parent)) as (aside, manifest),
    ):
        store = EventStore(aside / LEDGER)
        verdict = verify(store)
        store.close()
        findings = [why for _position, why in verdict.findings]
        if not findings:
            findings = list(_compare(manifest, _state(aside / LEDGER)))
            findings += _lacking(aside / LEDGER, manifest)
        return BackupCheck(manifest.position, verdict.root, len(manifest.files), findings)


def _compare(manifest: Manifest, now: ViewState) -> Iterator[Reason]:
    if (manifest.position, manifest.root) != (now.position, now.root):
        yield reason("The backup's position or root is not that of its ledger.")
    if manifest.view_versions != now.view_versions:
        # Another release folds other tables; the proof tree has been verified all the same.
        return
    for name, digest in manifest.views.items():
        if now.views.get(name) != digest:
            yield reason("The view {name} folds to other rows than at the backup.", name=name)


@contextmanager
def _unpacked(source: Path, parent: Path) -> Iterator[tuple[Path, Manifest]]:
    """The files of a backup, each compared with its hash, in a folder that goes away unless renamed."""
    aside = Path(tempfile.mkdtemp(prefix=".restore-", dir=parent))
    try:
        yield aside, _extract(source, aside)
    except sqlite3.DatabaseError as error:
        # A locked or full disk is no damage of the backup.
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise _damaged(source) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _damaged(source: Path) -> BackupError:
    return BackupError(
        reason("{file} is no backup of Jejak, or is damaged.", file=source.name),
        reason("Take another copy of the backup."),
    )


def _extract(source: Path, aside: Path) -> Manifest:
    """Unpacks a backup. Raises BackupError for whatever the libraries throw at a damaged one, and OSError."""
    try:
        return _extracted(source, aside)
    except (LedgerError, OSError):
        raise
    except Exception as error:
        raise _damaged(source) from error


def _extracted(source: Path, aside: Path) -> Manifest:
    with zipfile.ZipFile(source) as archive:
        manifest = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
        for name, digest in manifest.files.items():
            target = aside / name
            # None may lead out of the folder, nor lie beside what a workspace has.
            inside = target.resolve().is_relative_to((aside / EVIDENCE).resolve())
            headed = (
                name == manifest.letterhead
                and target.resolve().is_relative_to(aside.resolve())
                and _may_be_letterhead(target.resolve().relative_to(aside.resolve()).as_posix())
            )
            if not inside and not headed and name not in (SETTINGS, LEDGER, VAULT):
                raise _damaged(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            hasher = hashlib.sha256()
            with archive.open(name) as stream, target.open("wb") as out:
                while piece := stream.read(CHUNK):
                    hasher.update(piece)
                    out.write(piece)
            if hasher.hexdigest() != digest:
                raise BackupError(
                    reason("{name} in the backup is damaged.", name=name),
                    reason("Take another copy of the backup."),
                )
    if not {SETTINGS, LEDGER, VAULT} <= manifest.files.keys():
        raise _damaged(source)
    return manifest
