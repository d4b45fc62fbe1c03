"""People by post, over time. Names lie in the vault and are never copied into a view."""

from __future__ import annotations

from typing import NamedTuple

from domain.base import AnyFact
from domain.forgetting import ForgetConfirmed, ForgetRequested, PersonForgotten
from domain.person import PersonLeft, PostChanged
from projections.views.base import Put, flag, number, table, text

NAME = "people"
VERSION = 3
KIND = "person"

people = table(
    "people",
    flag("stands"),
    text("post"),
    text("unit"),
    text("institution"),
    text("profile"),
    flag("left", "keluar"),
    text("left_on", "tanggal keluar"),
    text("left_because", "sebab keluar"),
    text("requested_by"),
    text("ground"),
    text("retention"),
    text("record"),
    text("confirmed_by"),
    flag("forgotten", "data pribadi dihapus"),
    text("forgotten_on", "tanggal penghapusan data pribadi"),
    about="orang menurut jabatannya, tanpa nama",
)
posts = table(
    "person_posts",
    number("place", meaning="urutan jabatan, mulai dari 0"),
    text("since", "sejak"),
    text("post"),
    text("unit"),
    text("institution"),
    key=("place",),
    about="satu jabatan yang pernah dipegang orang",
)
TABLES = (people, posts)
Post = tuple[str | None, str, str | None, str | None]
"""Since when, post, unit, institution."""
Left = tuple[bool, str | None, str | None]
"""Whether, when and why the person left."""


class Forgetting(NamedTuple):
    """How far the destruction of the person's data has come."""

    requested_by: str | None = None
    ground: str | None = None
    retention: str | None = None
    record: str | None = None
    confirmed_by: str | None = None
    forgotten: bool = False
    forgotten_on: str | None = None


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per person with the present post, one per post that the person ever held."""
    put_person, put_post = puts
    first = founding.body
    held: list[Post] = [(None, first.post, first.unit, first.institution)]
    left: Left = (False, None, None)
    forgetting = Forgetting()
    for fact in facts:
        match fact.body:
            case PostChanged(post=post, unit=unit, institution=institution):
                held.append((fact.occurred, post, unit, institution))
                left = (False, None, None)
            case PersonLeft(left_because=cause):
                left = (True, fact.occurred, cause)
            case _:
                forgetting = _further(forgetting, fact)
    _since, *post_now = held[-1]
    put_person((stream, bool(facts), *post_now, first.profile, *left, *forgetting))
    for place, (since, *where) in enumerate(held):
        put_post((stream, place, since, *where))


def _further(so_far: Forgetting, fact: AnyFact) -> Forgetting:
    match fact.body:
        case ForgetRequested(requested_by=asking, ground=ground, retention=retention, record=record):
            return so_far._replace(requested_by=asking, ground=ground, retention=retention, record=record)
        case ForgetConfirmed(confirmed_by=confirming):
            return so_far._replace(confirmed_by=confirming)
        case PersonForgotten():
            return so_far._replace(forgotten=True, forgotten_on=fact.occurred)
    return so_far
