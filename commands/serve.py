"""serve: the pages, a desk for workbooks and a read interface, for this computer alone."""

from __future__ import annotations

import contextlib
import threading
import webbrowser
from pathlib import Path

import click
from msgspec import Struct

from commands.common.output import Answer, verb
from commands.common.written_value import Between
from domain.base import reason
from jejak_i18n import gettext as _
from ledger.errors import EnvironmentFault

EXTRA = ("starlette", "uvicorn", "python_multipart", "multipart", "anyio", "h11")
"""What the optional part of the installation brings."""
SHORTEST = 32
"""Characters of a token of one's own."""


class Served(Struct, frozen=True):
    """The answer of `serve`, given when it begins to answer; `address` holds the token."""

    address: str
    port: int


@click.command("serve", help=_("Open Jejak in the browser: look, drop workbooks, download documents."))
@click.option(
    "--port", type=Between(1, 65535), metavar="NUMBER", help=_("The port; else 8765, or one that is free.")
)
@click.option("--no-browser", is_flag=True, help=_("Only print the address; open no browser."))
@click.option(
    "--token-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help=_("A file with the token that other programs read with; made where it is missing."),
)
@verb("serve")
def serve(
    answer: Answer, home: str | None, *, port: int | None, no_browser: bool, token_file: Path | None
) -> None:
    from ledger.workspace.workspace import find

    workspace = find(home=home)
    workspace.store().close()
    tokens = (_token(token_file),) if token_file else ()
    try:
        from service.door import Door
        from service.run import Server, bound
        from service.serving import Serving
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in EXTRA:
            raise
        raise EnvironmentFault(
            reason("This installation of Jejak cannot serve pages."),
            reason("Install what it needs: pip install --require-hashes -r requirements-serve.lock"),
        ) from error
    socket = bound(port)
    door = Door(socket.getsockname()[1], api_tokens=tokens)

    def started() -> None:
        answer.result(Served(door.address, door.port), lambda: _text(door.address))
        if not no_browser and not answer.as_json:
            # A browser in the terminal would keep the server from answering it.
            threading.Thread(target=webbrowser.open, args=(door.address_once(),), daemon=True).start()

    with contextlib.suppress(KeyboardInterrupt):
        Server(Serving(workspace, door, _report), started).run([socket])


def _text(address: str) -> str:
    said = _("Jejak is open, for this computer alone: {address}").format(address=address)
    return f"{said}\n{_('Close it with Ctrl+C.')}"


def _report(error: Exception) -> None:
    from commands.common.fault_report import report

    report(error)


def _token(file: Path) -> str:
    """The token of a file. Raises EnvironmentFault for one that anybody could guess."""
    import secrets

    if not file.exists():
        made = secrets.token_urlsafe(SHORTEST)
        file.touch(mode=0o600)
        file.write_text(f"{made}\n", encoding="utf-8")
        return made
    found = file.read_text(encoding="utf-8", errors="replace").strip()
    if len(found) < SHORTEST or not found.isascii() or any(map(str.isspace, found)):
        raise EnvironmentFault(
            reason("The file {path} holds no token of {least} characters.", path=str(file), least=SHORTEST),
            reason("Delete it: a good one is made."),
        )
    return found
