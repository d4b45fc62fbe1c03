"""What a site is made of: equal bytes everywhere, a folder that is whole or not there, a public edition."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from exporters.site.build import Page, pages
from exporters.site.scope import Scope
from exporters.site.writing import MARK, NotASiteError, write_site
from ledger.workspace import workspace
from projections.read_session import open_session
from tests.helpers import invoke

FILES = {
    "assets/jejak.css",
    "assets/jejak.js",
    "assets/kata.js",
    "assets/segel.js",
    "index.html",
    "katalog.html",
}


def _pages(home: Path, scope: Scope, tongue: str = "id") -> dict[str, bytes]:
    with closing(open_session(workspace.find(home=str(home)))) as session:
        return dict(pages(session, scope, tongue))


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another machine: its language, its locale and its time zone."""
    monkeypatch.setenv("JEJAK_LANG", "en")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("TZ", "America/St_Johns")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_every_innovation_lab_and_file_has_its_place(life: Path) -> None:
    found = _pages(life, Scope())
    inner = {f"inovasi/3303-000{number}.html" for number in range(1, 5)}
    assert set(found) == FILES | inner | {
        "lab/33.03-purbalingga-2022.html",
        "lab/33.03-purbalingga-2020.html",
    }


def test_equal_bytes_on_another_machine(life: Path, request: pytest.FixtureRequest) -> None:
    here = _pages(life, Scope())
    request.getfixturevalue("elsewhere")
    assert os.environ["JEJAK_LANG"] == "en"
    assert _pages(life, Scope()) == here


def test_english_by_a_switch(life: Path) -> None:
    page = _pages(life, Scope(), "en")["inovasi/3303-0001.html"].decode()
    assert '<html lang="en">' in page
    assert "Its life, step by step" in page
    assert "Perjalanannya" not in page
    assert '<span class="when">12 October 2022</span>' in page


def test_one_innovation_one_lab_one_region(demo: Path) -> None:
    one = _pages(demo, Scope(innovations=("3307/innovation/000001",)))
    assert {name for name in one if name not in FILES} == {"inovasi/3307-0001.html"}
    region = _pages(demo, Scope(region="3307"))
    assert sorted(name for name in region if name.startswith("inovasi/")) == [
        "inovasi/3307-0001.html",
        "inovasi/3307-0002.html",
    ]
    assert "Kabupaten Wonosobo" in region["index.html"].decode()


def test_the_page_says_who_says_so_and_what_lacks(demo: Path) -> None:
    page = _pages(demo, Scope(region="3307"))["inovasi/3307-0001.html"].decode()
    assert re.search(r"kata siapa: peristiwa [\d.]+ · .+![A-Z]+\d+", page)
    assert "hal yang masih kurang, dan jalan keluarnya" in page
    assert "Jalan keluar:" in page


def test_the_public_is_shown_no_person_no_draft_and_no_claim(own_demo: Path) -> None:
    home = own_demo
    found = workspace.find(home=str(home))
    names = {
        value
        for profile in found.vault.all().values()
        for key, value in profile.items()
        if value and len(value) > 3
    }
    assert names
    everybody = b"".join(_pages(home, Scope(region="3373", lab="salatiga-2019")).values()).decode()
    public = b"".join(_pages(home, Scope(region="3373", lab="salatiga-2019", public=True)).values()).decode()
    assert [name for name in names if name in public] == []
    for said in (
        "Pengadministrasi Pelayanan",  # who proposed an idea
        "Analis Bagian Organisasi (contoh)",  # who recorded it
        "untuk IGA 2026 disiapkan",  # an entry that is a draft
        "hal yang masih kurang",  # a verdict
        "3373/person/",
        '\\"actor\\"',
    ):
        assert said in everybody, said
        assert said not in public, said
    assert "Edisi untuk umum" in public


def test_evidence_with_personal_data_stays_out_of_the_public_edition(own_life: Path, tmp_path: Path) -> None:
    path = tmp_path / "foto.pdf"
    path.write_bytes(b"%PDF-1.4 daftar hadir")
    words = ("--code", "3303-0001", "--kind", "other", "--subject", "Daftar hadir warga", "--personal")
    done = invoke("evidence", "add", path, *words, "--home", own_life)
    assert done.status == 0, done.err
    name = "inovasi/3303-0001.html"
    assert "Daftar hadir warga" in _pages(own_life, Scope())[name].decode()
    public = _pages(own_life, Scope(public=True))[name].decode()
    assert "Daftar hadir warga" not in public


def test_a_site_replaces_a_site_and_nothing_else(life: Path, tmp_path: Path) -> None:
    folder = tmp_path / "situs"
    assert invoke("site", folder, "--home", life).status == 0
    assert invoke("site", folder, "3303-0002", "--home", life).status == 0
    assert not (folder / "inovasi" / "3303-0001.html").exists()
    (folder / MARK).unlink()
    done = invoke("site", folder, "--home", life)
    assert done.status == 4
    assert f"{folder} berisi berkas yang bukan situs Jejak." in done.err
    assert "Pakai folder baru, atau hapus yang ini." in done.err
    with pytest.raises(NotASiteError):
        write_site(folder, [], 1)


def test_a_site_that_cannot_be_finished_leaves_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "situs"
    write_site(folder, [("index.html", b"lama")], 1)

    def broken() -> Iterator[Page]:
        yield "index.html", b"baru"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_site(folder, broken(), 2)
    assert (folder / "index.html").read_bytes() == b"lama"
    assert [one.name for one in tmp_path.iterdir()] == ["situs"]


def test_nothing_to_show_is_said(home: Path, tmp_path: Path) -> None:
    done = invoke("site", tmp_path / "situs", "--home", home)
    assert done.status == 2
    assert "Tidak ada inovasi yang tercatat untuk yang Anda minta." in done.err
    assert "Lihat yang ada: jejak catalogue list" in done.err
    assert not (tmp_path / "situs").exists()
