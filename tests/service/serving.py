"""A real server on a free port, and a client that says exactly what a test wants said."""

from __future__ import annotations

import http.client
import json
import re
import threading
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from ledger.workspace import workspace
from service.door import Door
from service.run import Server, bound
from service.serving import Serving


class Answered(NamedTuple):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def data(self) -> Any:
        return json.loads(self.body)


class Served:
    """A running server, and a client that came in."""

    def __init__(self, serving: Serving) -> None:
        self.serving, self.door = serving, serving.door
        self.host = f"127.0.0.1:{self.door.port}"
        self.faults: list[Exception] = []
        serving.fault = self.faults.append
        self.cookie = ""

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    def ask(
        self,
        path: str,
        method: str = "GET",
        body: bytes | None = None,
        source: str | None = None,
        **headers: str,
    ) -> Answered:
        """One request; header names with underscores, and None of ours besides."""
        port = self.door.port
        connection = http.client.HTTPConnection(
            "127.0.0.1", port, timeout=60, source_address=(source, 0) if source else None
        )
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        got = connection.getresponse()
        answered = Answered(
            got.status, {key.casefold(): value for key, value in got.getheaders()}, got.read()
        )
        connection.close()
        return answered

    def enter(self) -> None:
        """Comes in with the token."""
        came = self.ask(f"/?token={self.door.token}")
        self.cookie = came.headers["set-cookie"].partition(";")[0]

    def page(self, path: str) -> Answered:
        """A page, as one who came in sees it."""
        return self.ask(path, Cookie=self.cookie)

    def form_token(self) -> str:
        found = re.search(r'name="form_token" value="([0-9a-f]{64})"', self.page("/kerja").text)
        assert found
        return found[1]

    def post(self, path: str, fields: Mapping[str, str | Path | list[Path]], **headers: str) -> Answered:
        """Sends a form with files; a list has several of one name."""
        edge = uuid.uuid4().hex
        parts = []
        pairs = [
            (name, one)
            for name, value in fields.items()
            for one in (value if isinstance(value, list) else [value])
        ]
        for name, value in pairs:
            if isinstance(value, Path):
                head = f'name="{name}"; filename="{value.name}"\r\nContent-Type: application/octet-stream'
                content = value.read_bytes()
            else:
                head, content = f'name="{name}"', value.encode()
            parts.append(
                f"--{edge}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + content + b"\r\n"
            )
        body = b"".join(parts) + f"--{edge}--\r\n".encode()
        own = {"Cookie": self.cookie, "Origin": self.origin} | headers
        kind = f"multipart/form-data; boundary={edge}"
        return self.ask(
            path, "POST", body, Content_Type=kind, **{key: value for key, value in own.items() if value}
        )

    def drop(self, *files: Path) -> str:
        """Drops one workbook; the address of its page."""
        came = self.post("/kerja", {"form_token": self.form_token(), "files": list(files)})
        assert came.status == 303, came.text
        return came.headers["location"]


@contextmanager
def serve(home: Path, api_tokens: tuple[str, ...] = ()) -> Iterator[Served]:
    """A server of a workspace, in a thread."""
    socket = bound(0)
    door = Door(socket.getsockname()[1], api_tokens=api_tokens)
    served = Served(Serving(workspace.find(home=str(home)), door))
    started = threading.Event()
    server = Server(served.serving, started.set)
    thread = threading.Thread(target=server.run, args=([socket],))
    thread.start()
    try:
        assert started.wait(30)
        served.enter()
        yield served
    finally:
        server.should_exit = True
        thread.join(30)
    assert served.faults == []
