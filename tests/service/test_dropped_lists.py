"""A list of an office, dropped on page Kerja: read by a map that the clerk chooses and mends there."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import expect

from importers.flat_list.places import places
from ledger.workspace.workspace import open_at
from service.list_map import columns_of, with_fields
from tests.helpers import invoke
from tests.importers import lists
from tests.service.serving import Served
from tests.service.test_desk import look
from tools.browser import browsing

FIELDS = sorted(places())


def verdict(page: str) -> str:
    found = re.search(r'<p class="verdict[^>]*>(.*?)</p>', page, re.DOTALL)
    assert found
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", found[1])).split())


def events(home: Path) -> list[tuple[Any, ...]]:
    """What was recorded, without what differs from one command to the next."""
    store = open_at(home).store()
    found = []
    for row in store.all_events():
        said = json.loads(row.state)
        found.append((row.stream, row.topic, said["body"], said.get("source", {}).get("cells")))
    store.close()
    return found


def test_a_list_is_recorded_as_the_command_line_records_it(own: Served, home: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(home, tmp_path / "lain"))
    file = lists.sixty(tmp_path / "daftar.xlsx")
    page = own.drop(file)
    seen = own.page(page).text
    assert "Daftar buatan sendiri: kolom-kolomnya dibaca begini" in seen
    assert verdict(seen).endswith("Belum ada yang dicatat.")
    assert own.post(f"{page}/catat", {"form_token": own.form_token()}).status == 303
    assert "Tercatat" in own.page(page).text
    peta = tmp_path / "PETA.toml"
    assert invoke("map", file, "--out", peta, "--home", other).status == 0
    assert invoke("import", file, "--map", peta, "--home", other).status == 0
    assert events(home) == events(other)


def test_columns_are_chosen_and_the_map_is_mended(own: Served, home: Path, tmp_path: Path) -> None:
    page = own.drop(lists.sixty(tmp_path / "daftar.xlsx"))
    (upload,) = own.serving.uploads.waiting()
    assert upload.map is not None
    columns = columns_of(upload.map)
    title = next(at for at, one in enumerate(columns) if one.field == "Judul")
    token = own.form_token()
    # Only what a page sends is changed; what is no field changes nothing.
    fields = {f"column{title}": "Abaikan", "column1": "Bukan Isian", "form_token": token}
    assert own.post(f"{page}/peta", fields if title != 1 else fields | {"column1": "Abaikan"}).status == 303
    assert columns_of(upload.map)[title].field == "Abaikan"
    told = html.unescape(own.page(page).text)
    assert "kesalahan. Tidak ada yang dicatat." in verdict(told)
    assert "PETA.toml:" in told
    typed = upload.map.replace(f'{columns[title].heading}"', f'{columns[title].heading}" "', 1)
    assert own.post(f"{page}/peta", {"map": typed.replace("\n", "\r\n"), "form_token": token}).status == 303
    assert upload.map == typed.strip()
    assert "baris tidak dapat dibaca: " in html.unescape(own.page(page).text)
    before = upload.map
    assert own.post(f"{page}/peta", {"map": " ", "form_token": token}).status == 303
    assert upload.map == before
    assert open_at(home).store().head().position == 2


def test_a_workbook_of_ours_has_no_map(own: Served, tmp_path: Path) -> None:
    file = tmp_path / "lab.xlsx"
    assert invoke("template", file).status == 0
    page = own.drop(file)
    assert "Daftar buatan sendiri" not in own.page(page).text
    assert own.post(f"{page}/peta", {"map": "x = 1", "form_token": own.form_token()}).status == 303
    (upload,) = own.serving.uploads.waiting()
    assert upload.map is None
    named = {"map": "x = 1", "form_token": own.form_token()}
    assert own.post("/kerja/tidak-ada/peta", named).status == 404


def test_a_file_that_holds_no_list_is_told(own: Served, tmp_path: Path) -> None:
    file = tmp_path / "catatan.csv"
    file.write_text("sekadar catatan\ntanpa daftar\n", encoding="utf-8")
    told = html.unescape(own.page(own.drop(file)).text)
    assert "Daftar buatan sendiri" not in told
    assert "1 kesalahan. Tidak ada yang dicatat." in verdict(told)


def test_a_clerk_chooses_in_a_browser(own: Served, tmp_path: Path) -> None:
    with browsing(offline=False) as watched:
        page = watched.page
        page.goto(own.door.address)
        page.set_input_files("#files", lists.sixty(tmp_path / "daftar.xlsx"))
        expect(page.locator("#chosen")).to_have_text("daftar.xlsx")
        page.click("text=Periksa")
        page.wait_for_url(re.compile("/kerja/.+"))
        choice = page.locator("select[name=column0]")
        choice.select_option("Keterangan")
        page.locator("text=Baca begini").first.click()
        expect(page.locator("select[name=column0]")).to_have_value("Keterangan")
        look(page)
        page.click("a.main")
        page.click("#record")
        expect(page.locator("main")).to_contain_text("Tercatat")
        assert watched.said == []


@given(
    st.dictionaries(st.text(min_size=1, max_size=20), st.sampled_from(FIELDS), min_size=1, max_size=5),
    st.data(),
)
def test_only_the_chosen_fields_of_a_map_change(columns: dict[str, str], data: st.DataObject) -> None:
    """Headings hold quotes, equals signs and marks of comments, as offices write them."""
    written = [f"{_quoted(heading)} = {_quoted(field)}  # Misalnya: a" for heading, field in columns.items()]
    text = "\n".join(['region = "33.03"', "[columns]", *written, "", "[units]", '"A" = { kind = "OPD" }'])
    assert {one.heading: one.field for one in columns_of(text)} == columns
    chosen = data.draw(st.dictionaries(st.sampled_from(sorted(columns)), st.sampled_from(FIELDS)))
    mended = with_fields(text, chosen)
    assert {one.heading: one.field for one in columns_of(mended)} == columns | chosen
    assert [line for line in mended.split("\n") if line not in text.split("\n")] == [
        f"{_quoted(heading)} = {_quoted(field)}  # Misalnya: a"
        for heading, field in (columns | chosen).items()
        if columns[heading] != field
    ]


def _quoted(text: str) -> str:
    """A text as the map writes it: every character that could end a line is escaped."""
    from importers.flat_list.map_text import quoted

    return quoted(text)
