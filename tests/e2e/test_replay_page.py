"""jejak replay as a page, and jejak replay --compare."""

import base64
import hashlib
import re
import sqlite3
from html.parser import HTMLParser
from pathlib import Path

import pytest

from exporters.html.story import Story, StoryChange, StoryStep, page
from tests.e2e.test_issued_dossiers import issue
from tests.helpers import invoke

FETCHING = {"script", "link", "img", "iframe", "object", "embed", "base", "form", "svg", "video", "audio"}
HOSTILE = '<script>alert("x")</script></style><img src=x onerror=y>&amp;{{ 7*7 }}'


class Seen(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, str | None] = {}
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {f"{tag}.{name}": value for name, value in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_a_page_tells_every_step_and_fetches_nothing(demo: Path, tmp_path: Path) -> None:
    files = [tmp_path / "satu.html", tmp_path / "dua.html"]
    for file in files:
        done = invoke("replay", "SAPA RT", "--html", file, "--json", "--home", demo)
        assert done.status == 0, done.err
    assert files[0].read_bytes() == files[1].read_bytes()
    text = files[0].read_text(encoding="utf-8")
    seen = Seen(text)
    assert FETCHING & set(seen.tags) == set()
    names = {name.partition(".")[2] for name in seen.attributes}
    assert names == {"lang", "charset", "http-equiv", "content", "name", "id", "class", "scope"} & names
    assert not re.search(r"url\(|@import", text.partition("</style>")[0])
    assert seen.tags.count("li") == len(done.data["steps"])
    assert seen.attributes["html.lang"] == "id"
    places = [f"peristiwa {one['event']}" for one in done.data["steps"]]
    assert [one for one in places if one not in text] == []


def test_the_style_is_the_one_that_the_policy_names() -> None:
    text = page(Story("id", "Judul", [], [], {})).decode()
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = Seen(text).attributes["meta.content"], f"'sha256-{digest}'"
    assert "default-src 'none'" in text.replace("&#39;", "'")
    assert policy[1] in text.replace("&#39;", "'")


def test_hostile_text_stays_text() -> None:
    step = StoryStep(
        position=1,
        recorded=HOSTILE,
        day=HOSTILE,
        sentence=HOSTILE,
        remarks=[HOSTILE],
        details=[(HOSTILE, HOSTILE)],
        changes=[StoryChange(HOSTILE, HOSTILE, HOSTILE)],
        source=HOSTILE,
        actor=HOSTILE,
        code=HOSTILE,
        voided=False,
        mark=False,
    )
    words = dict.fromkeys(("changed", "before", "after", "event", "marked"), "kata")
    text = page(Story("id", HOSTILE, [HOSTILE], [step], words)).decode()
    seen = Seen(text)
    assert FETCHING & set(seen.tags) == set()
    assert "".join(seen.words).count(HOSTILE) == 15


def test_a_page_is_not_written_over(demo: Path, tmp_path: Path) -> None:
    (file := tmp_path / "a.html").write_text("milik orang")
    assert invoke("replay", "SAPA RT", "--html", file, "--home", demo).status == 4
    assert file.read_text() == "milik orang"
    done = invoke("replay", "SAPA RT", "--html", file, "--force", "--home", demo)
    assert (done.status, done.err) == (0, f"Halaman ditulis: {file}\n")


def test_words_of_the_call(demo: Path) -> None:
    assert "Sebut kode, atau --compare." in invoke("replay", "--home", demo).err
    assert invoke("replay", "SAPA RT", "--compare", "--home", demo).status == 2


def test_all_that_was_shown_is_made_again(own_demo: Path, tmp_path: Path) -> None:
    assert issue(own_demo, tmp_path / "terbit").status == 0
    done = invoke("replay", "--compare", "--json", "--home", own_demo)
    assert done.status == 0, done.err
    assert (done.data["views"], done.data["dossiers"], done.data["files"]) == (12, 1, 2)
    assert (done.data["differing_rows"], done.data["differing_dossiers"]) == ([], [])
    assert done.data["rows"] > 4000
    screen = invoke("replay", "--compare", "--home", own_demo)
    assert screen.out.startswith("Sama sampai bita terakhir pada posisi 3.779: ")


def test_what_differs_is_named(own_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert issue(own_demo, tmp_path / "terbit").status == 0
    assert invoke("catalogue", "list", "--home", own_demo).status == 0
    views = next(one for one in (own_demo / "views").rglob("*.db"))
    with sqlite3.connect(views) as connection:
        connection.execute("UPDATE units SET name = 'Dinas Palsu' WHERE stream = '3303/unit/000001'")
    # Another release of the same form: what it makes is not what was issued.
    monkeypatch.setattr("exporters.dossier.build.dossier_text", lambda _dossier: "{}")
    monkeypatch.setattr("exporters.word.files.dossier_text", lambda _dossier: "{}")
    done = invoke("replay", "--compare", "--json", "--home", own_demo)
    assert done.status == 1
    rows = done.data["differing_rows"]
    assert [(one["table"], one["side"]) for one in rows] == [("units", "stored"), ("units", "folded")]
    files = [one["files"] for one in done.data["differing_dossiers"]]
    assert files == [["kipp-2023-umum-3303-0169-final.json"]]
    told = invoke("replay", "--compare", "--home", own_demo)
    name = files[0][0]
    assert "Tampilan units berbeda di tabel units: stored 3303/unit/000001." in told.err
    assert "Bangun ulang: jejak projections rebuild" in told.err
    assert f"{name}, terbitan peristiwa 3779, tidak akan sama sampai bita terakhir." in told.err
    assert "baris dalam 12 tampilan 2 berbeda, dari 1 dokumen terbit 1." in told.out


def test_a_shared_ledger_is_compared(on_postgres: Path) -> None:
    done = invoke("replay", "--compare", "--json", "--home", on_postgres)
    assert (done.status, done.data["views"], done.data["differing_rows"]) == (0, 12, [])
