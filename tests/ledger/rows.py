"""Hand-made rows of one stream, in types of our own, for the law of the fold."""

from __future__ import annotations

from typing import Any, ClassVar

from domain.base import Body, Source
from domain.corrections import FactCorrected, FactVoided
from ledger import reader
from ledger.codec import Codec, Row, Stored, topic_of

NOON = "2022-10-12T05:00:00.000000Z"
STREAM = "3303/test/000001"


class Founded(Body, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "test.founded"
    FOUNDS: ClassVar[bool] = True

    text: str


class Noted(Body, frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "test.noted"

    text: str
    other: str | None = None
    names: list[str] = []


OURS = Codec({body.TYPE: body for body in (Founded, Noted, FactVoided, FactCorrected)}, {})


class Tale:
    """Builds the rows of one stream; each event is an action of a command of its own unless named."""

    def __init__(self, codec: Codec = OURS) -> None:
        self.codec = codec
        self.rows: list[Row] = []

    def add(
        self,
        body: Body,
        *,
        occurred: str | None = None,
        action: str | None = None,
        at: str = NOON,
        source: Source | None = None,
        position: int | None = None,
    ) -> Tale:
        """One more event; its action is `cN/1` where N is its version."""
        version = len(self.rows) + 1
        stored = Stored("3303/person/000001", action or f"c{version}/1", body, occurred, source)
        place = version if position is None else position
        row = Row(place, STREAM, version, topic_of(body), self.codec.encode(stored), at)
        self.rows.append(row)
        return self

    def found(self, text: str = "F", occurred: str | None = None, **where: Any) -> Tale:
        return self.add(Founded(text=text), occurred=occurred, **where)

    def note(self, text: str, occurred: str | None = None, **where: Any) -> Tale:
        return self.add(Noted(text=text), occurred=occurred, **where)

    def void(self, names: str, **where: Any) -> Tale:
        return self.add(FactVoided(names=names, reason="salah"), **where)

    def correct(self, version: int, field: str, new: Any, *, type_version: int = 1, **where: Any) -> Tale:
        mark = FactCorrected(version=version, field=field, type_version=type_version, new=new, reason="salah")
        return self.add(mark, **where)

    def told(self, upto: int | None = None, **how: Any) -> str:
        """The texts of the facts that the reader gives, joined."""
        rows = [row for row in self.rows if upto is None or row.position <= upto]
        return " ".join(fact.body.text for fact in reader.read(rows, codec=self.codec, **how).facts)
