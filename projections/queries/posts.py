"""Which post a person held on a day: a document of 2019 is signed by who was head then."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import select

from domain import dates
from projections.read_session import ReadSession
from projections.views.people import posts


class Post(Struct, frozen=True):
    """A post with its unit (the id of its stream) or its institution."""

    post: str
    unit: str | None
    institution: str | None


def post_at(session: ReadSession, person: str | None, day: str | None) -> Post | None:
    """The post of a person on an ISO day, the present one where the day is unknown; None for nobody.

    A post counts from its day on; one of unknown day counts as taken.
    """
    query = select(posts).where(posts.c.stream == person).order_by(posts.c.place)
    held = None
    for row in session.connection.execute(query).mappings():
        if not dates.certainly_before(day, row["since"]):
            held = row
    return Post(held["post"], held["unit"], held["institution"]) if held else None
