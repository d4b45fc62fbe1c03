"""What people do with the pages, in a real browser without a network."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.helpers import invoke
from tools.browser import MISSING, Watched, executable

SAPA_RT = "inovasi/3373-0042.html"


def test_the_catalogue_is_searched_filtered_and_ordered(browser: Watched, salatiga: Path) -> None:
    page = browser.open(salatiga / "katalog.html")
    shown = page.locator("#shown")
    expect(shown).to_have_text("140 dari 140 inovasi")
    expect(page.locator("#catalogue tbody tr:visible")).to_have_count(100)
    page.click("#all")
    expect(page.locator("#catalogue tbody tr:visible")).to_have_count(140)
    page.fill("#search", "sapa bugel")
    expect(shown).to_have_text("1 dari 140 inovasi")
    expect(page.locator("#catalogue tbody tr:visible")).to_contain_text(["SAPA RT"])
    page.fill("#search", "")
    page.select_option("select[data-f=kind]", "Kelurahan")
    expect(shown).to_have_text("23 dari 140 inovasi")
    page.select_option("select[data-f=stage]", "penerapan")
    expect(shown).to_have_text(re.compile(r"^\d+ dari 140 inovasi$"))
    page.click("button[type=reset]")
    expect(shown).to_have_text("140 dari 140 inovasi")
    head = page.locator("th[data-c=name]")
    for order in ("ascending", "descending"):
        head.locator("button").click()
        expect(head).to_have_attribute("aria-sort", order)
        names = page.locator("#catalogue tbody tr:visible td:nth-child(2)").all_inner_texts()
        sorted_ = page.evaluate("n => [...n].sort(new Intl.Collator('id', {numeric: true}).compare)", names)
        assert names == (sorted_ if order == "ascending" else sorted_[::-1])


def test_a_slider_replays_the_life_of_an_innovation(browser: Watched, salatiga: Path) -> None:
    page = browser.open(salatiga / SAPA_RT)
    steps = page.locator("ol.life li").count()
    expect(page.locator("#step")).to_contain_text(f"Langkah {steps} dari {steps}")
    renamed = page.locator("ol.life li", has_text="Berganti nama menjadi").first
    at = page.locator("ol.life li").evaluate_all(
        "(all, one) => all.findIndex(e => e.id === one)", renamed.get_attribute("id")
    )
    page.locator("#at").fill(str(at + 1))
    expect(renamed).to_have_class(re.compile("now"))
    changed = page.locator("#state > div").first
    expect(changed).to_contain_text("Satu Hari Administrasi Penduduk Antaran Rukun Tetangga Kelurahan Bugel")
    expect(changed.locator("tbody tr").first.locator("th")).to_have_text("judul")
    page.click("#back")
    expect(page.locator("#step")).to_contain_text(f"Langkah {at} dari {steps}")
    page.click("#on")
    page.locator("#at").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#step")).to_contain_text(f"Langkah {at + 2} dari {steps}")


def test_two_dates_stand_side_by_side(browser: Watched, salatiga: Path) -> None:
    page = browser.open(salatiga / SAPA_RT)
    page.fill("#first", "2019-07-01")
    page.fill("#second", "2019-12-31")
    row = page.locator("#compared tr", has=page.locator("th", has_text=re.compile("^tanggal peluncuran$")))
    expect(row.locator("td")).to_have_text(["–", "14 November 2019"])
    page.fill("#second", "2019-07-01")
    expect(page.locator("#compared")).to_have_text("Tidak ada yang berbeda di antara kedua tanggal.")
    page.fill("#first", "2010-01-01")
    expect(page.locator("#compared tr").first.locator("td").first).to_have_text("belum ada")
    page.check("input[value=steps]")
    # The days that were chosen stay, and all of the demo was recorded later.
    expect(page.locator("#first")).to_have_value("2010-01-01")
    expect(page.locator("#compared")).to_have_text("Pada kedua tanggal itu belum ada apa pun.")
    page.fill("#first", "2099-01-01")
    page.fill("#second", "2099-12-31")
    expect(page.locator("#compared")).to_have_text("Tidak ada yang berbeda di antara kedua tanggal.")


def test_the_seal_is_green(browser: Watched, salatiga: Path) -> None:
    page = browser.open(salatiga / SAPA_RT)
    steps = page.locator("ol.life li").count()
    page.click("#check")
    expect(page.locator("#seal")).to_have_class("seal ok")
    expect(page.locator("#verdict")).to_have_text(f"Asli: {steps} peristiwa ada di bawah akar ini.")


@pytest.mark.parametrize("place", ["state", "path", "position", "root", "tree"])
def test_the_seal_is_red_after_one_changed_byte(
    browser: Watched, salatiga: Path, tmp_path: Path, place: str
) -> None:
    folder = tmp_path / "situs"
    shutil.copytree(salatiga / "assets", folder / "assets")
    text = (salatiga / SAPA_RT).read_text(encoding="utf-8")
    block = re.search(r'id="sealed">\[\[(\d+),', text)
    assert block
    position = int(block[1])
    tree = folder / "assets" / "segel.js"
    if place == "state":
        assert text.count("Antar Surat bagi Warga Rentan") > 2
        at = text.index("Antar Surat bagi Warga Rentan", block.start())
        text = text[:at] + "B" + text[at + 1 :]
    elif place == "path":
        at = text.index('["', text.index('["', block.end()) - 1) + 2
        text = text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]
    elif place == "position":
        text = text[: block.start(1)] + str(position - 1) + text[block.end(1) :]
    elif place == "root":
        at = text.index('<code id="root">') + len('<code id="root">')
        text = text[:at] + ("0" if text[at] != "0" else "1") + text[at + 1 :]
    else:
        held = tree.read_text(encoding="utf-8")
        at = held.index('roots":["') + len('roots":["')
        tree.write_text(held[:at] + ("A" if held[at] != "A" else "B") + held[at + 1 :], encoding="utf-8")
    page_file = folder / SAPA_RT
    page_file.parent.mkdir()
    page_file.write_text(text, encoding="utf-8")
    page = browser.open(page_file)
    page.click("#check")
    expect(page.locator("#seal")).to_have_class("seal bad")
    if place == "state":
        shown = f"{position:,}".replace(",", ".")
        expect(page.locator("#verdict")).to_have_text(f"TIDAK ASLI: peristiwa {shown} tidak menuju akar.")
        expect(page.locator(f"#p{position}")).to_have_class(re.compile("bad"))


@pytest.mark.parametrize("name", ["index.html", "katalog.html", SAPA_RT, "lab/33.73-salatiga-2019.html"])
def test_pages_are_accessible_and_fit_a_phone(browser: Watched, salatiga: Path, name: str) -> None:
    page = browser.open(salatiga / name)
    found = Axe().run(page, options={"preload": False})
    assert [one["id"] for one in found.response["violations"]] == []
    page.set_viewport_size({"width": 360, "height": 740})
    try:
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    finally:
        page.set_viewport_size({"width": 1100, "height": 900})


def test_pages_work_without_a_script(salatiga: Path) -> None:
    text = (salatiga / "katalog.html").read_text(encoding="utf-8")
    assert text.count("<tr") == 141
    links = re.findall(r'href="(inovasi/[^"]+)"', text)
    assert len(links) == 140
    assert all((salatiga / link).is_file() for link in links)


def test_every_link_of_every_page_leads_somewhere(salatiga: Path, life: Path, tmp_path: Path) -> None:
    one = tmp_path / "satu"
    assert invoke("site", one, "3303-0003", "--home", life).status == 0
    for path in [*salatiga.rglob("*.html"), *one.rglob("*.html")]:
        text = path.read_text(encoding="utf-8")
        for link in re.findall(r'\s(?:href|src)="([^"#]+)"', text):
            if not link.startswith(("http://", "https://")):
                assert (path.parent / link).resolve().is_file(), (path.name, link)


def test_without_a_browser_the_tests_name_the_package_and_the_variable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JEJAK_TEST_BROWSER", "/nirgends/chromium")
    with pytest.raises(RuntimeError) as caught:
        executable()
    assert str(caught.value) == MISSING
    assert "chromium" in MISSING
    assert "JEJAK_TEST_BROWSER" in MISSING
