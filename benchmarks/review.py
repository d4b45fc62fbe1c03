"""What is said to generated ideas before design."""

from __future__ import annotations

from benchmarks.telling import Telling
from benchmarks.writer import Stream
from domain import idea_review


def review(t: Telling, stream: Stream) -> None:
    """Answers to an idea, a revision, a coaching, each of some."""
    if t.words.chance(0.1):
        answer = idea_review.IdeaAnswered(field="aims", decision="approved", answered_by="Coach LAN")
        t.tell(stream, answer, t.day(21, 25))
    if t.words.chance(0.05):
        t.tell(
            stream, idea_review.IdeaRevised(aims=t.words.sentence(), reason="menurut coach"), t.day(26, 28)
        )
    if t.words.chance(0.05):
        t.tell(stream, idea_review.IdeaCoached(coach="Coach LAN", notes=t.words.sentence()), t.day(26, 28))
