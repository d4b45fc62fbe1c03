"""What a clerk does on page Kerja, in a real browser that asks nobody but the server of the test."""

from __future__ import annotations

import base64
import io
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from domain.sheets.registry import BY_NAME
from ledger.workspace.workspace import open_at
from service.forms import plain_name
from tests.helpers import EXAMPLES, invoke
from tests.service.serving import Served
from tools.browser import Watched, browsing

GOOD = EXAMPLES / "purbalingga-2018.xlsx"
Edited = Callable[..., Path]
HAND_OVER = """([name, content]) => {
    const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name));
    return data;
}"""


@pytest.fixture(scope="module")
def watched() -> Iterator[Watched]:
    with browsing(offline=False) as found:
        yield found


@pytest.fixture
def page(watched: Watched, own: Served) -> Iterator[Page]:
    """A page of somebody who came in; afterwards nobody else was asked, and nothing complained of."""
    # What a page of the server before still asks for is not this one's.
    watched.page.goto("about:blank")
    watched.asked.clear()
    watched.said.clear()
    watched.page.goto(own.door.address)
    yield watched.page
    assert [url for url in watched.asked if not url.startswith(f"{own.origin}/")] == []
    assert watched.said == []
    watched.page.goto("about:blank")


def drop(page: Page, file: Path) -> None:
    """Drags a file onto the frame."""
    page.goto("/".join(page.url.split("/")[:3]) + "/kerja")
    content = base64.b64encode(file.read_bytes()).decode()
    data = page.evaluate_handle(HAND_OVER, [file.name, content])
    page.dispatch_event("#drop", "drop", {"dataTransfer": data})
    page.wait_for_url(re.compile("/kerja/.+"))


def look(page: Page) -> None:
    """The page has no fault of accessibility and fits a phone."""
    found = Axe().run(page, options={"preload": False})
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.set_viewport_size({"width": 1100, "height": 900})


def head(home: Path) -> int:
    store = open_at(home).store()
    found = store.head().position
    store.close()
    return found


def test_a_wrong_workbook_is_shown_with_its_wrong_cells(
    page: Page, own: Served, home: Path, workbook: Edited
) -> None:
    def spoil(book: Any) -> None:
        book["Inovasi"]["F3"] = "31 Februari 2018"
        book["Inovasi"]["E40"] = "Dinas Yang Tidak Ada"

    before = head(home)
    # An empty ledger has nothing to show: one begins at the desk.
    assert page.url == f"{own.origin}/kerja"
    look(page)
    file = workbook("purbalingga-2018", spoil)
    drop(page, file)
    expect(page.locator(".verdict")).to_have_text("2 kesalahan. Tidak ada yang dicatat.")
    wrong = page.locator("td.wrong")
    assert wrong.evaluate_all("all => all.map(one => one.id)") == ["Inovasi!F3", "Inovasi!E40"]
    assert wrong.first.evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 179, 167)"
    assert page.locator(".cells tbody th").all_inner_texts() == ["1", "2", "3", "4", "39", "40", "41"]
    assert invoke("import", file, "--home", home).err.count("tidak ada.") == 1
    first = page.locator(".messages li").first
    expect(first).to_contain_text('Inovasi!F3 tanggal "31 Februari 2018" tidak ada.')
    expect(first.locator(".sub")).to_contain_text("Tulis tanggal yang benar")
    wrong.first.locator("a").click()
    assert page.url.endswith("#m1")
    look(page)
    with page.expect_download() as coming:
        page.click("text=Unduh salinan bertanda")
    assert coming.value.suggested_filename == "purbalingga-2018-bertanda.xlsx"
    marked = load_workbook(io.BytesIO(coming.value.path().read_bytes()))
    assert marked["Inovasi"]["F3"].fill.fgColor.rgb == "FFFFB3A7"
    assert "31 Februari 2018" in marked["Inovasi"]["F3"].comment.text
    (upload,) = own.serving.uploads.waiting()
    page.click("text=Buang")
    page.wait_for_url(f"{own.origin}/kerja")
    assert not upload.folder.exists()
    assert head(home) == before


def test_a_good_workbook_is_recorded_once_and_its_documents_are_there(
    page: Page, own: Served, home: Path, tmp_path: Path
) -> None:
    before = head(home)
    said = invoke("import", GOOD, "--dry-run", "--json", "--home", home).envelope["data"]
    drop(page, GOOD)
    expect(page.locator(".verdict")).to_have_text(
        f"{said['new']} baru, 0 sama, 0 berbeda. Belum ada yang dicatat."
    )
    look(page)
    upload = page.url.rpartition("/")[2]
    folder = own.serving.uploads.waiting()[0].folder
    page.click("a.main")
    expect(page.locator("code.command")).to_have_text(f'jejak void {upload} --reason "…"')
    look(page)
    assert head(home) == before
    page.dblclick("#record")
    expect(page.locator(".verdict")).to_contain_text("Tercatat: ")
    look(page)
    after = before + len(said["planned"])
    assert head(home) == after
    assert not folder.exists()
    expect(page.locator("footer")).to_contain_text(f"posisi {after}")
    expect(page.locator("nav")).to_contain_text("Katalog (50)")
    expect(page.locator("h3").first).to_have_text("Yang masih kurang")
    steps = invoke("lab", "next", "purbalingga-2018", "--home", home).out
    assert page.locator(".notes li").first.evaluate("one => one.firstChild.textContent") in steps
    papers, dossiers = tmp_path / "lab", tmp_path / "iga"
    words = ("lab", "documents", "purbalingga-2018", "--out", papers, "--only", "report", "--home", home)
    assert invoke(*words).status == 0
    download(page, "text=laporan lab", papers)
    code = page.locator("td.code").first.inner_text()
    assert invoke("dossier", "iga", code, "--year", "2026", "--out", dossiers, "--home", home).status == 0
    download(page, "td a:has-text('IGA 2026')", dossiers)
    for link in page.locator("ul.papers a").all():
        assert page.request.get(f"{own.origin}{link.get_attribute('href')}").status == 200
    page.click("tbody tr:first-child td:nth-child(2) a")
    expect(page.locator("ol.life li").first).to_be_visible()
    download(page, "text=Unduh draf IGA 2026", dossiers)
    # The same file again changes nothing, and the whole is taken back by its command.
    drop(page, GOOD)
    expect(page.locator("main")).to_contain_text("Tidak ada yang perlu dicatat: semuanya sudah tercatat.")
    assert invoke("void", upload, "--reason", "uji", "--yes", "--home", home).status == 0
    assert page.goto(own.origin).url == f"{own.origin}/kerja"  # type: ignore[union-attr]


def download(page: Page, link: str, folder: Path) -> None:
    """The file behind a link is, byte by byte, what the command line wrote."""
    with page.expect_download() as coming:
        page.locator(link).first.click()
    written = folder / coming.value.suggested_filename
    assert coming.value.path().read_bytes() == written.read_bytes()


def test_what_differs_is_listed_and_recorded_with_a_reason_alone(
    page: Page, own: Served, home: Path, workbook: Edited
) -> None:
    def change(book: Any) -> None:
        book["Inovasi"]["F3"] = "2017"

    assert invoke("import", GOOD, "--home", home).status == 0
    before = head(home)
    drop(page, workbook("purbalingga-2018", change, "ubah.xlsx"))
    expect(page.locator(".verdict")).to_contain_text("1 sel berbeda dari yang tercatat.")
    expect(page.locator(".messages li")).to_have_text('Inovasi!F3 Tanggal tercatat "2018", kini "2017".')
    assert page.locator("a:has-text('Catat')").count() == 0
    assert (
        own.post(f"/kerja/{page.url.rpartition('/')[2]}/catat", {"form_token": own.form_token()}).status
        == 303
    )
    assert head(home) == before
    look(page)
    named = {"form_token": own.form_token(), "correction": "salah kata Budi, 081234567890"}
    assert own.post(f"/kerja/{page.url.rpartition('/')[2]}/pilihan", named).status == 409
    page.fill("#correction", "salah ketik pada lembar")
    page.click("text=Perlihatkan sebagai ralat")
    expect(page.locator("h2").first).to_have_text("Sel-sel ini diralat")
    page.click("a.main")
    page.click("#record")
    expect(page.locator(".verdict")).to_contain_text("1 sel diralat")
    assert head(home) == before + 1
    told = invoke("history", "3303-0002", "--home", home).out
    assert "salah ketik pada lembar" in " ".join(told.split())


def test_sent_twice_at_the_same_moment_it_is_recorded_once(own: Served, home: Path) -> None:
    page = own.drop(GOOD)
    fields = {"form_token": own.form_token()}
    found: list[tuple[int, str]] = []

    def record() -> None:
        answered = own.post(f"{page}/catat", fields)
        found.append((answered.status, answered.headers["location"]))

    threads = [threading.Thread(target=record) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert found == [(303, page)] * 3
    assert len(open_at(home).store().all_appends()) == 2
    assert own.post(f"{page}/catat", fields).status == 303
    assert len(open_at(home).store().all_appends()) == 2


def test_files_that_a_workbook_names_come_with_it(
    own: Served, home: Path, tmp_path: Path, workbook: Edited
) -> None:
    def name_a_file(book: Any) -> None:
        sheet = book["Bukti"]
        places = {cell.value: cell.column for cell in sheet[1]}
        row = {
            "Kunci": "BKT-1",
            "Inovasi": "INO-001",
            "Jenis": "foto",
            "Perihal": "Loket",
            "Berkas": "foto.jpg",
        }
        for heading, value in row.items():
            sheet.cell(2, places[heading]).value = value

    photo = tmp_path / "foto.jpg"
    photo.write_bytes(b"\xff\xd8\xff gambar")
    book = workbook("purbalingga-2018", name_a_file)
    alone = own.drop(book)
    assert "Bukti" in own.page(alone).text
    assert "Unduh salinan bertanda" in own.page(alone).text
    page = own.drop(book, photo)
    assert own.post(f"{page}/catat", {"form_token": own.form_token()}).status == 303
    assert "Tercatat: " in own.page(page).text
    (kept,) = invoke("evidence", "list", "--json", "--home", home).envelope["data"]["items"]
    assert kept["subject"] == "Loket"
    assert invoke("evidence", "check", "--home", home).status == 0
    other = EXAMPLES / "purbalingga-2016.xlsx"
    for files, told in (([book, other], "Beberapa buku kerja"), ([book, GOOD], "nama yang sama")):
        refused = own.post("/kerja", {"form_token": own.form_token(), "files": files})
        assert (refused.status, told in refused.text) == (400, True)


def test_what_cannot_be_taken_says_why(own: Served, tmp_path: Path) -> None:
    token = own.form_token()
    assert own.post("/kerja", {"form_token": token}).status == 400
    both = {"form_token": token, "files": GOOD}
    unlisted = tmp_path / "catatan rapat.csv"
    unlisted.write_text("sekadar catatan\ntanpa daftar\n")
    page = own.drop(unlisted)
    # The clerk knows the file by its name, not by where it lies here.
    assert f"jejak map &#34;{unlisted.name}&#34;" in own.page(page).text
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"PK bukan buku kerja")
    page = own.drop(broken)
    assert "1 kesalahan" in own.page(page).text
    assert own.page(f"{page}/salinan").status == 422
    assert own.page("/kerja/tidak-ada").status == 404
    assert own.post("/kerja/tidak-ada/catat", {"form_token": token}).status == 404
    large = tmp_path / "besar.xlsx"
    large.write_bytes(bytes(66 << 20))
    refused = own.post("/kerja", both | {"files": large})
    assert refused.status == 413
    assert "melebihi 64 MB" in refused.text


def test_the_empty_workbook_is_given_with_the_code_of_the_region(own: Served, tmp_path: Path) -> None:
    path = tmp_path / "lab.xlsx"
    path.write_bytes(own.page("/kerja/templat?semua").body)
    assert set(load_workbook(path).sheetnames) == {*BY_NAME, "Petunjuk", "Identitas", "Daftar"}
    path.write_bytes(own.page("/kerja/templat").body)
    book = load_workbook(path)
    assert book.sheetnames == [
        "Petunjuk",
        "Identitas",
        "Unit",
        "Dokumen",
        "Lab",
        "Tahap",
        "Peserta",
        "Ide",
        "Daftar",
    ]
    assert ("Kode Wilayah", "33.03") in [row[:2] for row in book["Identitas"].iter_rows(values_only=True)]


def test_no_name_of_a_file_leads_elsewhere() -> None:
    assert plain_name("../../etc/passwd") == "passwd"
    assert plain_name("C:\\Users\\x\\Buku.xlsx") == "Buku.xlsx"
    assert plain_name(".marked.xlsx") == "marked.xlsx"
    assert plain_name("..") == "berkas"
    assert plain_name("a\0b<c>.xlsx") == "abc.xlsx"
    assert len(plain_name("a" * 500 + ".xlsx")) == 125
