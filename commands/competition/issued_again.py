"""A dossier that was issued, made again as Jejak knew it at the position of its issue."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple

from domain.streams import code, region_of
from exporters.dossier.assemble import BuiltDossier, build_dossier
from ledger.workspace.evidence_store import EvidenceStore
from ledger.workspace.workspace import Workspace
from projections.queries.entries import IssuedDossier
from projections.read_session import open_session


class MadeAgain(NamedTuple):
    """The dossier, those of its files that are as they were issued, and the names of the others."""

    built: BuiltDossier
    same: dict[str, bytes]
    differing: list[str]


def make_again(
    workspace: Workspace, stream: str, issued: IssuedDossier, progress: Callable[[int], None] | None = None
) -> MadeAgain:
    """Makes the files of an innovation's issued dossier again and holds them against their hashes.

    Raises LedgerError where its rulebook is lost.
    """
    past = open_session(
        workspace, position=issued.issue.position, prefix=f"{region_of(stream)}/", progress=progress
    )
    with closing(past):
        asked = issued.award, issued.year, issued.group
        built = build_dossier(past, code(stream), *asked, pinned=issued.issue.sha256)
    files = _files(workspace.evidence, built, issued)
    wanted = {one.name: one.sha256 for one in issued.issue.files}
    same = {name: raw for name, raw in files.items() if wanted.get(name) == hashlib.sha256(raw).hexdigest()}
    return MadeAgain(built, same, [name for name in wanted if name not in same])


def _files(store: EvidenceStore, made: BuiltDossier, issued: IssuedDossier) -> dict[str, bytes]:
    """The files with the template of the issue; with today's where that cannot be rendered any more."""
    from exporters.word.files import dossier_files
    from exporters.word.render import TemplateRefusedError

    if not store.has(issued.issue.template):
        return dossier_files(made.dossier, final=True)
    template = store.path(issued.issue.template).read_bytes()
    try:
        return dossier_files(made.dossier, final=True, template=template)
    except TemplateRefusedError:
        return dossier_files(made.dossier, final=True)
