"""Every life of the demo, replayed: people read words and names, never a field, a code or a stream's id."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Table, select

from commands.show.history import heading_of
from commands.show.replay import screen, step_rows
from ledger.workspace.workspace import open_at
from projections.read_session import open_session
from projections.timeline.replay import replay
from projections.views.catalogue import innovations
from projections.views.labs import labs
from projections.views.lineage import ideas
from projections.views.people import people
from tests.helpers import invoke

RAW = re.compile(r"_on\b|/0000|\bNone\b|\b[a-z]+_[a-z_]+\b")
"""Names of fields, ids of streams, what Python calls nothing, codes of two words."""


@pytest.mark.parametrize(
    ("table", "many"), [(labs, 7), (people, 39), (ideas, 699), (innovations, 668)], ids=lambda one: str(one)
)
def test_no_replay_shows_raw_names(demo: Path, table: Table, many: int) -> None:
    with closing(open_session(open_at(demo))) as session:
        streams = session.connection.execute(select(table.c.stream)).scalars().all()
        raw = [
            (stream, line)
            for stream in streams
            for line in screen(
                heading_of(session, stream), step_rows(session, replay(session, stream))
            ).splitlines()
            if RAW.search(line)
        ]
    assert (len(streams), raw) == (many, [])


def test_a_lab_is_opened_on_a_day_in_words(demo: Path) -> None:
    lines = invoke("replay", "salatiga-2019", "--home", demo).out.splitlines()
    assert [line.strip() for line in lines if "dibuka" in line] == [
        "13 Mar 2019  Lab salatiga-2019 dibuka: Laboratorium Inovasi INAGARA Kota Salatiga 2019.",
        "tanggal dibuka: – → 13 Maret 2019",
    ]
