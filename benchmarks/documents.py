"""The dossiers of a region with their evidence, against docxtpl rendering the same documents and no more."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from docxtpl import DocxTemplate
from msgspec import structs

from benchmarks import memory
from benchmarks.importing import in_folders
from benchmarks.measure import Line, of_pairs, rate, seconds
from domain.streams import code
from exporters.batch.model import BatchRun
from exporters.batch.progress_file import ProgressFile
from exporters.batch.run import Batch, Wanted
from exporters.dossier.assemble import Builder
from exporters.package.sources import from_files
from exporters.word.render import own_template
from exporters.word.template_context import template_context
from importers.recording import import_file
from ledger.workspace.workspace import Workspace, open_at
from projections.queries.unit_work import unit_work
from projections.read_session import ReadSession, open_session

EXAMPLES = Path(__file__).parents[1] / "examples"
BOOKS = ("purbalingga-2022.xlsx", "purbalingga-2026-lomba.xlsx", "usulan-2026-purbalingga.xlsx")
"""A whole lab round, what one of its innovations sent to a competition, and that innovation completed."""
PREFIX = "3303"
EDITION = ("iga", 2026, None)
PAPER = b"%PDF-1.4\n" + b"0" * 100_000
"""An evidence file of the usual size."""
MEGABYTES = 150


@contextlib.contextmanager
def region(folder: Path, count: int) -> Iterator[Workspace]:
    """A workspace with the innovations of a lab round, each with an evidence file of its own."""
    with in_folders(folder, "33.03")() as workspace, TemporaryDirectory(dir=folder) as papers:
        for name in BOOKS:
            _record(workspace, EXAMPLES / name)
        with contextlib.closing(open_session(workspace)) as session:
            lines = [_attached(one, Path(papers)) for one in _streams(session, count)]
        path = Path(papers) / "bukti.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        _record(workspace, path)
        yield workspace


def _record(workspace: Workspace, path: Path) -> None:
    handler = workspace.command_handler()
    import_file.run(path, workspace, handler, command_id=f"bench-{path.name}")
    handler.store.close()
    handler.recorder.close()


def _attached(stream: str, folder: Path) -> str:
    name = f"{code(stream)}.pdf"
    (folder / name).write_bytes(PAPER + name.encode())
    line = {"type": "innovation.attach_evidence", "region": "33.03", "key": f"BKT-{name}"}
    return json.dumps(
        {
            **line,
            "innovation": code(stream),
            "kind": "sk",
            "subject": "SK",
            "iga": ["regulation"],
            "file": name,
        }
    )


def _streams(session: ReadSession, count: int) -> list[str]:
    work = unit_work(session, region=PREFIX)
    return sorted((stream for one in work for stream in one.innovations), reverse=True)[:count]


def written(session: ReadSession, out: Path, count: int, jobs: int) -> None:
    """Writes the dossiers as `dossier batch` does."""
    run = BatchRun(
        release="0",
        form="iga-2026",
        sha256="",
        position=session.position,
        day=session.spoken_day,
        as_of=None,
        known_at=None,
        final=False,
    )
    evidence = session.workspace.evidence
    file = ProgressFile.opened(out, run)
    batch = Batch(Builder(session, *EDITION), file, from_files(evidence.path), evidence.path, repr)
    items = batch.run([Wanted(one, code(one)) for one in _streams(session, count)], jobs, lambda done: None)
    if [one.why for one in items if one.state != "written"]:
        raise AssertionError("a dossier was not written")


def share(work: str, folder: Path, count: int, jobs: int, runs: int) -> Line:
    """Documents a second; the ratio is our speed to bare docxtpl's."""
    with region(folder, count) as workspace, contextlib.closing(open_session(workspace)) as session:
        builder = Builder(session, *EDITION)
        contexts = [
            structs.asdict(template_context(builder.build(one).dossier, final=False))
            for one in _streams(session, count)
        ]
        template = own_template(EDITION[0])

        def ours() -> float:
            with TemporaryDirectory(dir=folder) as out:
                return seconds(lambda: written(session, Path(out), count, jobs))

        taken = of_pairs([(seconds(lambda: _bare(template, contexts)), ours()) for _ in range(runs)])
    return Line(
        work, rate(count, taken.floor), rate(count, taken.ours), taken.speed, 0.6 if jobs == 1 else 1.1
    )


def _bare(template: bytes, contexts: list[dict[str, object]]) -> None:
    for context in contexts:
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, autoescape=True)
        document.save(io.BytesIO())


def peak(work: str, folder: Path, count: int) -> Line:
    """The peak of a process that writes them all."""
    with region(folder, count) as workspace:
        found = memory.peak_of(
            "benchmarks.documents", "write_in", str(workspace.home), str(folder), str(count)
        )
    return memory.line(work, found, MEGABYTES)


def write_in(home: str, folder: str, count: str) -> None:
    """Writes the dossiers of a workspace below a folder."""
    opened = contextlib.closing(open_session(open_at(Path(home))))
    with opened as session, TemporaryDirectory(dir=folder) as out:
        written(session, Path(out), int(count), 1)
