"""Verdicts from the second reading of the law: what they ask is joined here by plain loops over streams.

Only the folds of one stream and the rules themselves are the house's own.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from domain.base import Fact
from domain.entry import ResultAnnounced
from domain.region import EditionDated
from domain.rules import case as cases
from domain.rules import entries
from domain.rules.case import Case, Sourced
from domain.rules.context import Award, Context
from domain.rules.index import Index, Sent, index
from domain.rules.judging import judge
from domain.rules.rulebook import Rulebook
from domain.rules.verdict import Verdict
from tests.properties import oracle


class Judged(NamedTuple):
    """What the rules say of a region: a verdict for each innovation that stands, and the index."""

    verdicts: list[Verdict]
    index: Index


def judged(
    found: list[oracle.Event], book: Rulebook, region: str, *, day: str | None, at: str | None, zone: str
) -> Judged:
    """What was known at `at` about `day`, judged by a rulebook."""
    seen = oracle.known(found, at, oracle.zone(zone))
    stood = oracle.standing(found, day=day, at=at, time_zone=zone)
    last = datetime.fromisoformat(seen[-1].recorded_at) if seen else None
    spoken = day or (last.astimezone(oracle.zone(zone)).date().isoformat() if last else "0001-01-01")
    return of_region(stood, book, region, seen[-1].position if seen else 0, spoken)


def of_region(
    stood: oracle.Stood, book: Rulebook, region: str, position: int = 0, day: str = "", only: str = ""
) -> Judged:
    """What the rules say of the streams of a region, or `only` of one innovation."""
    context = Context(region=f"{region}/region/000001", position=position, day=day)
    _dates(stood, book, context)
    sent, own = _entries(stood, book, region, context)
    verdicts, counted = [], []
    for name in [only] if only else _of(stood, region, "innovation"):
        about = case(stood, name)
        context.awards = {name: _once(_awards(stood, name, (), set(), _results(stood, book, region)))}
        if stood[name][1]:
            verdicts.append(judge(book, about, sent.get(name), context))
            counted += _sent(verdicts[-1], about)
    papers = {name: _paper(stood[name]) for name in stood if "/document/" in name and stood[name][1]}
    return Judged(verdicts, index(book, own, counted, context.region, papers))


def _sent(one: Verdict, about: Case) -> list[Sent]:
    if not one.entered or one.outcome == "not_met" or one.maturity is None:
        return []
    affair = about.chosen.get("affair")
    said = (affair.value, affair.at) if affair else (None, None)
    return [Sent(one.stream, one.maturity, *said)]


def _of(stood: oracle.Stood, region: str, kind: str) -> list[str]:
    return [name for name in stood if name.startswith(f"{region}/{kind}/")]


def case(stood: oracle.Stood, name: str) -> Case:
    """The case of one stream."""
    founding, facts = stood[name]
    return cases.fold(name, founding, facts)


def _paper(stream: tuple[Fact[Any], list[Fact[Any]]]) -> tuple[str | None, str | None]:
    return stream[0].body.number, stream[0].occurred


def _dates(stood: oracle.Stood, book: Rulebook, context: Context) -> None:
    """In the order of the law, a later word on a milestone wins; an extension before any closing."""
    told: dict[str, Sourced] = {}
    for fact in stood.get(context.region, (None, []))[1]:
        body = fact.body
        if not isinstance(body, EditionDated) or (body.award, body.year) != (book.award, book.year):
            continue
        if body.group is None or body.group == book.group:
            told[body.milestone] = Sourced(fact.position, body.day)
    context.opening = told.get("opens")
    context.closing = told.get("extended", told.get("closes"))


def _entries(
    stood: oracle.Stood, book: Rulebook, region: str, context: Context
) -> tuple[dict[str, entries.Entry], entries.Entry | None]:
    """Innovation to its entry, and the region's own; those withdrawn last are none."""
    sent: dict[str, entries.Entry] = {}
    own = None
    for name in _of(stood, region, "entry"):
        founding, facts = stood[name]
        results = [fact.body.result for fact in facts if isinstance(fact.body, ResultAnnounced)]
        body = founding.body
        if not facts or results[-1:] == ["withdrawn"] or (body.award, body.year) != (book.award, book.year):
            continue
        if body.innovation is None:
            own = entries.fold(name, founding, facts)
            continue
        if body.group == book.group:
            sent[body.innovation] = entries.fold(name, founding, facts)
            context.entries.append(founding.position)
        if body.innovation in stood:
            title = case(stood, body.innovation).title
            named = " ".join(str(title.value).casefold().split())
            held = context.titles.setdefault(named, [])
            held += [(body.innovation, title.at), (body.innovation, founding.position)]
    return sent, own


def _results(stood: oracle.Stood, book: Rulebook, region: str) -> dict[str, list[Award]]:
    """Innovation to the tiers that it reached in editions before the rulebook's, where it asks for awards."""
    found: dict[str, list[Award]] = {}
    for name in _of(stood, region, "entry") if book.history else []:
        founding, facts = stood[name]
        body = founding.body
        said = [fact for fact in facts if isinstance(fact.body, ResultAnnounced)]
        if body.award != book.award or body.year >= book.year or body.innovation is None or not said:
            continue
        last = said[-1].body
        if last.result in ("finalist", "winner") and last.tier:
            award = Award(said[-1].position, last.tier, last.tier, str(body.year))
            found.setdefault(body.innovation, []).append(award)
    return found


def _once(found: list[Award]) -> list[Award]:
    """One award for each tier and edition; those without an edition are all different."""
    kept: list[Award] = []
    for one in found:
        same = [have for have in kept if _word(have.tier) == _word(one.tier)]
        if not one.edition or not any(_word(have.edition) == _word(one.edition) for have in same):
            kept.append(one)
    return kept


def _word(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def _awards(
    stood: oracle.Stood, name: str, via: tuple[int, ...], seen: set[str], results: dict[str, list[Award]]
) -> list[Award]:
    """Awards of an innovation and of those that it continues, each innovation once."""
    if name in seen or name not in stood:
        return []
    seen.add(name)
    about = case(stood, name)
    found = []
    for said in about.awarded:
        if said.value in stood and stood[said.value][1]:
            body = stood[said.value][0].body
            found.append(Award(said.at, body.title, body.tier, body.edition, via))
    found += [msgspec.structs.replace(one, via=via) for one in results.get(name, [])]
    for said in about.earlier:
        found += _awards(stood, said.value, (*via, said.at), seen, results)
    return found
