"""The same on PostgreSQL: read, dropped, recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import EXAMPLES, invoke
from tests.service.serving import serve

GOOD = EXAMPLES / "purbalingga-2018.xlsx"


def test_a_shared_ledger_is_served_the_same_way(
    postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JEJAK_DATABASE_URL", postgres)
    home = tmp_path / "ruang"
    words = ("--region", "33.03", "--operator", "Nama Operator Contoh", "--post", "Analis")
    assert invoke("init", home, *words).status == 0
    with serve(home) as served:
        page = served.drop(GOOD)
        assert "Belum ada yang dicatat." in served.page(page).text
        for _ in range(2):
            assert served.post(f"{page}/catat", {"form_token": served.form_token()}).status == 303
        assert "Tercatat: " in served.page(page).text
        assert "50 dari 50 inovasi" in served.page("/katalog.html").text
        bearer = f"Bearer {served.door.token}"
        for path, asked in (("/labs", ("lab", "list")), ("/history/3303-0001", ("history", "3303-0001"))):
            answered = served.ask(f"/api/v1{path}", Authorization=bearer)
            assert answered.text == invoke(*asked, "--json", "--home", home).out
        health = served.ask("/health").data
        assert (health["status"], health["lag"]) == ("ok", 0)
        # A rebuild does not wait for the pages that are open, and they go on after it.
        assert invoke("projections", "rebuild", "--home", home).status == 0
        assert served.page("/katalog.html").status == 200
