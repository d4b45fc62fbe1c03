"""A batch: builds dossier after dossier and has them written, here or in further processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from exporters.batch import writing
from exporters.batch.model import BatchGap, BatchItem, BatchState
from exporters.batch.progress_file import ProgressFile
from exporters.batch.writing import FolderTakenError, Task
from exporters.dossier.assemble import Builder
from exporters.dossier.gaps import required_gaps
from exporters.dossier.model import Dossier
from exporters.package.evidence import found_files, named_files
from exporters.package.model import Look
from jejak_i18n import indonesian as _
from projections.eligibility.answers import VerdictAnswer

Progress = Callable[[int], None]
Writing = Future[dict[str, str]]
AHEAD = 2
"""Dossiers that wait for each process: more would only fill the memory."""
Told = Callable[[Exception], str]
"""What people are told of a fault; whatever one innovation fails with, the others go on."""


class Wanted(NamedTuple):
    """An innovation of a batch."""

    stream: str
    code: str


class Batch:
    """One run over many innovations into one folder."""

    def __init__(
        self,
        builder: Builder,
        progress_file: ProgressFile,
        look: Look,
        place: Callable[[str], Path],
        told: Told,
        template: bytes | None = None,
    ) -> None:
        self.builder, self.file, self.look, self.place = builder, progress_file, look, place
        self.told, self.template = told, template
        self.final = progress_file.run.final

    def run(self, wanted: Iterable[Wanted], jobs: int, progress: Progress) -> list[BatchItem]:
        """What became of each innovation, in the order wanted. Raises OSError where the folder refuses.

        This process writes too: `jobs - 1` others help it.
        """
        self.file.begin()
        made: list[BatchItem] = []
        with ExitStack() as stack:
            helpers = jobs - 1
            pool = None
            if helpers:
                pool = stack.enter_context(ProcessPoolExecutor(helpers, mp_context=get_context("spawn")))
            for item in self._items(wanted, pool, helpers):
                if item.state != "kept":
                    self.file.add(item)
                made.append(item)
                progress(len(made))
        return made

    def _items(self, wanted: Iterable[Wanted], pool: Executor | None, helpers: int) -> Iterator[BatchItem]:
        waiting: deque[tuple[BatchItem, Writing | None]] = deque()
        for one in wanted:
            busy = sum(1 for _item, writing in waiting if writing and not writing.done())
            waiting.append(self._begun(one, pool if busy < AHEAD * helpers else None))
            while waiting and _is_done(waiting[0][1]):
                yield self._ended(*waiting.popleft())
        for entry in waiting:
            yield self._ended(*entry)

    def _begun(self, one: Wanted, pool: Executor | None) -> tuple[BatchItem, Writing | None]:
        if kept := self.file.still_there(one.code):
            return replace(kept, state="kept"), None
        try:
            item, task = self._task(one)
        except Exception as fault:
            return _failed(one, self.told(fault)), None
        if task is None:
            return item, None
        try:
            if pool is not None:
                return item, pool.submit(writing.write, task)
            return replace(item, files=writing.write(task)), None
        except Exception as fault:
            return self._unwritten(item, fault), None

    def _ended(self, item: BatchItem, writing: Writing | None) -> BatchItem:
        if writing is None:
            return item
        try:
            return replace(item, files=writing.result())
        except Exception as fault:
            return self._unwritten(item, fault)

    def _unwritten(self, item: BatchItem, fault: Exception) -> BatchItem:
        """What is known of an innovation stays known where only its writing failed."""
        folder = item.folder if isinstance(fault, FolderTakenError) else None
        return replace(item, state="failed", folder=folder, why=self.told(fault))

    def _task(self, one: Wanted) -> tuple[BatchItem, Task | None]:
        dossier, _form, verdict, _detail = self.builder.build(one.stream)
        packed, missing, _members = found_files(named_files(dossier), self.look)
        names = [gone.name or gone.sha256 for gone in missing]
        folder = f"{dossier.form.id}-{dossier.code}"
        refused = [gap for gap in required_gaps(dossier) if gap.certainty != "unconfirmed"]
        if self.final and refused:
            return _item(dossier, verdict, "refused", None, names, _("mandatory parts are missing")), None
        evidence = {Path(each.path).name: self.place(each.sha256) for each in packed}
        ours = self.file.ours(one.code, folder)
        task = Task(dossier, self.final, self.file.folder / folder, evidence, ours, self.template)
        return _item(dossier, verdict, "written", folder, names), task


def _is_done(writing: Writing | None) -> bool:
    return writing is None or writing.done()


def _item(
    dossier: Dossier,
    verdict: VerdictAnswer,
    state: BatchState,
    folder: str | None,
    missing: list[str],
    why: str | None = None,
) -> BatchItem:
    return BatchItem(
        code=dossier.code,
        title=str(dossier.subject.title.value),
        unit=str(dossier.subject.unit.value),
        state=state,
        outcome=verdict.outcome,
        maturity=verdict.maturity,
        folder=folder,
        files={},
        missing_evidence=missing,
        gaps=[BatchGap(gap.label, gap.what, gap.mend) for gap in dossier.gaps],
        why=why,
    )


def _failed(one: Wanted, why: str) -> BatchItem:
    return BatchItem(
        code=one.code,
        title="",
        unit="",
        state="failed",
        outcome="unknown",
        maturity=None,
        folder=None,
        files={},
        missing_evidence=[],
        gaps=[],
        why=why,
    )
