"""The process of `exporters.word.sandbox`: a job on its input, a reply on its output."""

from __future__ import annotations

import sys

import msgspec

from exporters.word.sandbox import Job, Refusal, Reply
from exporters.word.template_refused import TemplateRefusedError


def main() -> None:
    """Does one job within its bounds."""
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
    _bound(job.seconds, job.memory)
    try:
        reply = _reply(job)
    except MemoryError:
        reply = Reply([Refusal("memory", "", "")] * len(job.contexts), [])
    sys.stdout.buffer.write(msgspec.msgpack.encode(reply))


def _bound(seconds: int, memory: int) -> None:
    try:
        import resource
    except ImportError:
        # Windows: the caller's clock alone.
        return
    for kind, most, last in (
        (resource.RLIMIT_AS, memory, memory),
        # The first bound tells that it was time; the second ends who does not listen.
        (resource.RLIMIT_CPU, seconds, seconds + 1),
        (resource.RLIMIT_FSIZE, 0, 0),
    ):
        try:
            resource.setrlimit(kind, (most, last))
        except (ValueError, OSError):
            # macOS knows the limit of memory and does not take it.
            continue


def _reply(job: Job) -> Reply:
    from exporters.word.rendering import filled
    from exporters.word.template_names import unknown_names

    documents: list[bytes | Refusal] = []
    for context in job.contexts:
        try:
            documents.append(filled(job.template, context))
        except TemplateRefusedError as error:
            documents.append(Refusal(error.fault, error.detail, error.place))
    try:
        return Reply(documents, unknown_names(job.template, job.award) if job.award else [])
    except (TemplateRefusedError, RecursionError):
        # Filling it says why.
        return Reply(documents, [])


if __name__ == "__main__":
    main()
