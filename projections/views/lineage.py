"""Ideas: where each came from, what became of it, and who is credited."""

from __future__ import annotations

from typing import Any

from domain import idea as events
from domain import idea_review as review
from domain.base import AnyFact
from domain.streams import code, region_of
from projections.views.base import Put, flag, number, table, text

NAME = "lineage"
VERSION = 4
KIND = "idea"

ideas = table(
    "ideas",
    text("region"),
    flag("stands"),
    text("code"),
    text("lab", index=True),
    text("title"),
    text("origin"),
    text("proposal"),
    text("status", "status"),
    text("end_code", "kode alasan"),
    text("end_reason", "alasan berakhir"),
    text("went_to", "kelanjutan"),
    flag("approved", "disetujui"),
    text("approved_on", "tanggal disetujui"),
    flag("illustrative"),
    text("founded_on", "tanggal ide"),
    text("ended_on", "tanggal berakhir"),
    text("former", "nama terdahulu"),
    number("answers", "jumlah tanggapan"),
    text("answer", "jawaban terakhir"),
    number("revisions", "jumlah perbaikan"),
    number("coachings", "jumlah pendampingan"),
    about="ide",
)
sources = table(
    "idea_sources",
    text("source"),
    number("place", meaning="urutan, mulai dari 0"),
    key=("source",),
    about="satu ide asal dari ide gabungan atau pecahan",
)
idea_credits = table(
    "idea_credits",
    text("who", meaning="pengusul: unit, atau orang menurut jabatannya"),
    number("place", meaning="urutan, mulai dari 0"),
    key=("who",),
    about="satu pengusul ide",
)
TABLES = (ideas, sources, idea_credits)


ORIGINS: dict[Any, str] = {
    events.IdeaProposed: "proposed",
    events.IdeaMadeByMerge: "merge",
    events.IdeaMadeBySplit: "split",
}


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per idea, per idea that it was made from, per unit and person credited."""
    put_idea, put_source, put_credit = puts
    body = founding.body
    origin = ORIGINS[type(body)]
    status, end_code, end_reason, went_to, approved, ended_on = "open", None, None, None, False, None
    titles, answer, approved_on = [body.title], None, None
    kinds = [type(fact.body) for fact in facts]
    for fact in facts:
        said = fact.body
        match said:
            case events.IdeaMerged():
                status, went_to, end_reason, ended_on = "merged", said.into, said.reason, fact.occurred
            case events.IdeaSplit():
                status, end_reason, ended_on = "split", said.reason, fact.occurred
            case events.IdeaWithdrawn():
                status, end_code, end_reason, ended_on = "withdrawn", said.code, said.reason, fact.occurred
            case events.IdeaNotContinued():
                status, end_code, end_reason, ended_on = (
                    "not_continued",
                    said.code,
                    said.reason,
                    fact.occurred,
                )
            case events.IdeaTakenIntoDesign():
                status, went_to, ended_on = "designed", said.innovation, fact.occurred
            case events.IdeaApproved():
                approved_on = approved_on if approved else fact.occurred
                approved = True
            case review.IdeaRevised(title=str(title)):
                titles.append(title)
            case review.IdeaAnswered(decision=str(decision)):
                answer = decision
    put_idea(
        (stream, region_of(stream), bool(facts), code(stream), body.lab, titles[-1])
        + (origin, body.proposal if origin == "proposed" else None, status, end_code)
        + (end_reason, went_to, approved, approved_on, body.illustrative, founding.occurred, ended_on)
        + ("\n".join(titles[:-1]), kinds.count(review.IdeaAnswered), answer)
        + (kinds.count(review.IdeaRevised), kinds.count(review.IdeaCoached))
    )
    for place, who in enumerate(body.units + body.proposers):
        put_credit((stream, who, place))
    for place, source in enumerate(_sources(body)):
        put_source((stream, source, place))


def _sources(body: Any) -> list[str]:
    if isinstance(body, events.IdeaMadeByMerge):
        return body.sources
    return [body.source] if isinstance(body, events.IdeaMadeBySplit) else []
