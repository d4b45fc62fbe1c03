"""One workspace as a program uses it, and its views at one position."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from domain import streams
from domain.base import Action
from exporters.dossier.assemble import build_dossier
from exporters.dossier.build import dossier_text
from exporters.dossier.model import Dossier
from exporters.word.render import render
from importers.reading.personal_data import Names
from importers.recording import import_file
from importers.recording.action_texts import ActionTexts, refuse
from importers.recording.report import Report
from ledger import clock
from ledger.admin.verify import VerifyResult, verify
from ledger.workspace import workspace as workspaces
from ledger.write.decision import Decision
from projections.eligibility.answers import VerdictAnswer
from projections.queries import catalogue, find
from projections.queries.catalogue import CataloguePage, Filter
from projections.queries.detail_types import InnovationDetail
from projections.queries.funnel import Funnel, funnel
from projections.queries.innovation_detail import innovation_detail
from projections.read_session import ReadSession, open_session
from projections.timeline.history import Entry, history


class Recorded(NamedTuple):
    """What a command recorded: its id, its positions, and the streams that its actions founded, in order.

    `before` is True when a command of this id had been recorded earlier: then nothing was added.
    """

    command_id: str
    first: int
    last: int
    founded: list[str]
    before: bool


class Views:
    """The views at one position, for as long as `Workspace.views` is open."""

    def __init__(self, session: ReadSession) -> None:
        self._session = session

    @property
    def position(self) -> int:
        """The position of the ledger that every answer speaks of."""
        return self._session.position

    def catalogue(
        self, wanted: Filter | None = None, *, limit: int | None = None, offset: int = 0
    ) -> CataloguePage:
        """The innovations that fit, by code."""
        return catalogue.page(self._session, wanted or Filter(), limit=limit, offset=offset)

    def innovation(self, code: str) -> InnovationDetail:
        """All that is recorded of the innovation that a code, acronym or title means, with its sources.

        Raises NotFoundError and AmbiguousError, which are LedgerErrors.
        """
        return innovation_detail(self._session, find.innovation_of(self._session, code))

    def history(self, code: str) -> list[Entry]:
        """The life of an innovation or idea as entries, its ancestors' lives included. Raises as above."""
        return history(self._session, find.stream_of(self._session, code))

    def funnel(self, lab: str) -> Funnel:
        """From ideas to launches, for the lab of a slug. Raises NotFoundError."""
        return funnel(self._session, lab)

    def verdict(self, code: str, award: str, year: int, group: str | None = None) -> VerdictAnswer:
        """What the rulebook of an edition says of an innovation, rule by rule. Raises LedgerErrors."""
        return build_dossier(self._session, code, award, year, group).verdict

    def dossier(self, code: str, award: str, year: int, group: str | None = None) -> Dossier:
        """The dossier of an innovation for an edition, every value with its sources. Raises LedgerErrors."""
        return build_dossier(self._session, code, award, year, group).dossier


class Workspace:
    """A workspace: its ledger is written to by `record` and `import_file` alone."""

    def __init__(self, workspace: workspaces.Workspace) -> None:
        self._workspace = workspace

    @property
    def home(self) -> Path:
        """The folder of the workspace."""
        return self._workspace.home

    @property
    def region(self) -> str:
        """The prefix of its region, such as `3303`, as actions take it."""
        return streams.prefix(self._workspace.region)

    def record(
        self, *actions: Action, command_id: str | None = None, allow_text: str | None = None
    ) -> Recorded:
        """Records the actions as one command: all of them, or none.

        A command of the same id changes nothing the second time. `allow_text` is the reason why texts with
        personal data are recorded nevertheless. Raises Refused and IntegrityViolations for actions that
        cannot be recorded, and LedgerError where the ledger cannot be written.
        """
        texts = ActionTexts(self._workspace, allow_text)
        texts.refuse(allow_text)

        def decide(decision: Decision) -> None:
            for action in actions:
                texts.act(decision, action)

        chosen = command_id or clock.new_command_id()
        outcome, decision = self._workspace.command_handler().run(chosen, decide)
        pending = decision.unit_of_work.pending if decision else []
        founded = [row.stream for row in pending if row.version == 1]
        return Recorded(chosen, outcome.first, outcome.last, founded, outcome.before)

    def import_file(
        self,
        path: Path | str,
        *,
        correction: str | None = None,
        allow_text: str | None = None,
        update: bool = False,
        take_earlier: bool = False,
        files: Path | str | None = None,
        dry_run: bool = False,
    ) -> Report:
        """Imports a workbook or a JSONL file as one command.

        `correction` is the reason why cells that differ from what is recorded were never true;
        with `take_earlier` also cells that repeat a value from before an earlier correction or update;
        `update` takes what a profile says otherwise as its new state instead; `files` is the folder of
        the files that the workbook names, where that is another than its own;
        `allow_text` the reason why texts with personal data are recorded nevertheless. Raises
        ImportProblems (errors of the file) and ImportDifferences; nothing is recorded then.
        """
        ActionTexts(self._workspace).refuse(correction, allow_text)
        handler = self._workspace.command_handler()
        chosen = clock.new_command_id()
        return import_file.run(
            Path(path),
            self._workspace,
            handler,
            command_id=chosen,
            correction=correction,
            update=update,
            take_earlier=take_earlier,
            files=Path(files) if files is not None else None,
            allow_text=allow_text,
            dry_run=dry_run,
        )

    @contextmanager
    def views(self, *, as_of: str | None = None, known_at: str | None = None) -> Iterator[Views]:
        """The views, caught up: today's, or about a day (`as_of`), or as known at a day or instant.

        Raises DateError for a text that is neither.
        """
        session = open_session(self._workspace, as_of=as_of, known_at=known_at)
        try:
            yield Views(session)
        finally:
            session.close()

    def verify(self) -> VerifyResult:
        """Compares every event with its leaf, the leaves with the proof tree, and the rest with events."""
        store = self._workspace.store()
        try:
            return verify(store)
        finally:
            store.close()


def create_workspace(folder: Path | str, *, region: str, operator: str, post: str) -> Workspace:
    """Makes a workspace for a region (`33.03`) and registers its operator; the name goes to the vault.

    Raises LedgerError for an unknown region, an unfit folder, or one that holds a workspace, and Refused for
    a post that says who the person is.
    """
    refuse([post], Names([operator]))
    made, _outcome = workspaces.create(
        Path(folder), region_code=region, name=operator, post=post, command_id=clock.new_command_id()
    )
    return Workspace(made)


def open_workspace(folder: Path | str) -> Workspace:
    """The workspace in a folder. Raises LedgerError where there is none."""
    return Workspace(workspaces.open_at(Path(folder)))


def word_document(dossier: Dossier, template: bytes | None = None) -> bytes:
    """The Word document of a dossier, always the same bytes. Raises TemplateRefusedError."""
    return render(dossier, template)


def dossier_json(dossier: Dossier) -> str:
    """The dossier as the JSON file that is written beside its document."""
    return dossier_text(dossier)
