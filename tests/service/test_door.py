"""Who comes in, and who does not."""

from __future__ import annotations

import contextlib
import json
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

from service.guard import POLICY
from tests.helpers import EXAMPLES, ROOT, invoke
from tests.service.conftest import PROGRAM
from tests.service.serving import Served

PLACES = [
    "/",
    "/index.html",
    "/assets/jejak.css",
    "/assets/segel.js",
    "/kerja",
    "/dokumen/iga/2026/3303-0001",
]


def _others() -> list[str]:
    """Addresses of this computer other than the one that is served; Linux answers to all of 127."""
    found = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("192.0.2.1", 9))
        found.add(probe.getsockname()[0])
    if sys.platform == "linux":
        found.add("127.0.0.2")
    return sorted({str(one) for one in found} - {"127.0.0.1"})


@pytest.mark.parametrize("path", PLACES)
def test_nothing_without_the_token(served: Served, path: str) -> None:
    for headers in ({}, {"Cookie": f"{served.door.cookie}=erfunden"}, {"Authorization": f"Bearer {PROGRAM}"}):
        assert served.ask(path, **headers).status == 403
    assert served.ask(f"{path}?token=salah").status == 403


def test_the_token_gives_a_cookie_and_a_clean_address(served: Served) -> None:
    came = served.ask(f"/?token={served.door.token}")
    assert (came.status, came.headers["location"]) == (303, "/")
    name, _, rest = came.headers["set-cookie"].partition("=")
    assert name == served.door.cookie
    assert rest.partition("; ")[2] == "HttpOnly; Path=/; SameSite=strict"
    assert served.ask("/", Cookie=came.headers["set-cookie"].partition(";")[0]).status == 200


def test_the_address_of_the_browser_opens_once(served: Served) -> None:
    path = served.door.address_once().partition(served.host)[2]
    assert [served.ask(path).status for _ in range(2)] == [303, 403]


def test_pages_carry_what_keeps_browsers_careful(served: Served) -> None:
    for path in ("/", "/kerja", "/tidak-ada", "/assets/kerja.js"):
        headers = served.page(path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert "server" not in headers


@pytest.mark.parametrize("host", ["jahat.example", "jahat.example:{port}", "127.0.0.1", "localhost:1"])
def test_another_host_name_is_refused(served: Served, host: str) -> None:
    named = host.format(port=served.door.port)
    for path in ("/", "/kerja", "/health", "/api/v1/labs"):
        answered = served.ask(path, Host=named, Cookie=served.cookie, Authorization=f"Bearer {PROGRAM}")
        assert answered.status == 403
    assert served.ask("/", Host=f"localhost:{served.door.port}", Cookie=served.cookie).status == 200


@pytest.mark.parametrize("origin", ["", "null", "http://jahat.example", "http://127.0.0.1:1"])
def test_a_form_from_elsewhere_is_refused(served: Served, origin: str) -> None:
    fields = {"form_token": served.form_token(), "files": EXAMPLES / "purbalingga-2018.xlsx"}
    assert served.post("/kerja", fields, Origin=origin).status == 403
    assert served.serving.uploads.waiting() == []


def test_a_form_without_its_own_token_is_refused(served: Served) -> None:
    other = served.door.form_token("sesi lain")
    for given in ({}, {"form_token": ""}, {"form_token": other}):
        answered = served.post("/kerja", {**given, "files": EXAMPLES / "purbalingga-2018.xlsx"})
        assert answered.status == 403
        assert "tidak ada yang dicatat" in answered.text
    assert served.serving.uploads.waiting() == []


def test_no_other_address_of_the_computer_is_served(served: Served) -> None:
    for other in _others():
        with pytest.raises(ConnectionRefusedError):
            HTTPConnection(other, served.door.port, timeout=5).request("GET", "/health")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lends all of 127 to who asks")
def test_who_comes_from_another_address_is_refused(served: Served) -> None:
    assert served.ask("/health", source="127.0.0.2").status == 403


def test_other_methods_are_not_taken(served: Served) -> None:
    assert served.ask("/", "DELETE", Cookie=served.cookie).status == 405
    assert served.ask("/katalog.html", "POST", b"", Cookie=served.cookie, Origin=served.origin).status == 405


@pytest.mark.parametrize(
    "path", ["/%2e%2e/jejak.toml", "/..%2fjejak.toml", "/assets/../jejak.toml", "//etc/passwd"]
)
def test_no_file_of_the_computer_is_a_page(served: Served, path: str) -> None:
    assert served.page(path).status == 404


def test_the_verb_serves_until_it_is_stopped(life: Path, tmp_path: Path) -> None:
    file = tmp_path / "token"
    words = ("serve", "--no-browser", "--json", "--token-file", file, "--home", life)
    with subprocess.Popen(
        [sys.executable, "-m", "cli", *map(str, words)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout
        lines = []
        for line in process.stdout:
            lines.append(line)
            if line == "}\n":
                break
        data = json.loads("".join(lines))["data"]
        bearer = {"Authorization": f"Bearer {file.read_text().strip()}"}
        connection = HTTPConnection("127.0.0.1", data["port"], timeout=30)
        connection.request("GET", "/api/v1/labs", headers=bearer)
        assert connection.getresponse().status == 200
        taken = invoke("serve", "--no-browser", "--port", str(data["port"]), "--home", life)
        assert taken.status == 5
        assert f"Porta {data['port']} sedang dipakai, atau tidak boleh dipakai." in taken.err
        assert "Sebut yang lain: jejak serve --port 8899" in taken.err
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_token_that_can_be_guessed_is_refused(life: Path, tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("rahasia\n")
    done = invoke("serve", "--no-browser", "--token-file", file, "--home", life)
    assert done.status == 5
    assert f"Berkas {file} tidak berisi token sepanjang 32 karakter." in done.err
    assert "Hapus berkas itu: token yang baik akan dibuat." in done.err


def test_without_its_libraries_the_verb_names_the_command_that_brings_them(life: Path) -> None:
    program = "import sys; sys.modules['starlette'] = None; import cli; cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "serve", "--home", str(life)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 5
    assert "Pemasangan Jejak ini tidak dapat menyajikan halaman." in done.stderr
    assert "Pasang yang diperlukannya: pip install --require-hashes -r requirements-serve.lock" in done.stderr
