"""People by post, over time. Names lie in the vault and are never copied into a view."""

from __future__ import annotations

from domain.base import AnyFact
from domain.person import PersonLeft, PostChanged
from projections.views.base import Put, flag, number, table, text

NAME = "people"
VERSION = 2
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


def fold(stream: str, founding: AnyFact, facts: list[AnyFact], puts: tuple[Put, ...]) -> None:
    """One row per person with the present post, one per post that the person ever held."""
    put_person, put_post = puts
    first = founding.body
    held: list[Post] = [(None, first.post, first.unit, first.institution)]
    left, left_on, because = False, None, None
    for fact in facts:
        match fact.body:
            case PostChanged(post=post, unit=unit, institution=institution):
                held.append((fact.occurred, post, unit, institution))
                left, left_on, because = False, None, None
            case PersonLeft(left_because=cause):
                left, left_on, because = True, fact.occurred, cause
    _since, *post_now = held[-1]
    put_person((stream, bool(facts), *post_now, first.profile, left, left_on, because))
    for place, (since, *where) in enumerate(held):
        put_post((stream, place, since, *where))
