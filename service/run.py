"""Starts the server on this computer, and nowhere else."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

import uvicorn

from domain.base import reason
from ledger.errors import EnvironmentFault
from service.app import application
from service.door import NAMES
from service.serving import Serving

PORT = 8765
"""Tried first, so that a bookmark keeps; any other will do where it is taken."""


def bound(port: int | None) -> socket.socket:
    """A socket of this computer alone. Raises EnvironmentFault for a port that is taken."""
    if port is not None:
        return _bound(port)
    try:
        return _bound(PORT)
    except EnvironmentFault:
        return _bound(0)


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            # Windows lets two programs share a port otherwise.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((NAMES[0], port))
    except OSError as error:
        made.close()
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise EnvironmentFault(
            reason("The port {port} is taken, or not ours to take.", port=port),
            reason("Name another: jejak serve --port 8899"),
        ) from error
    return made


class Server(uvicorn.Server):
    """Says when it answers."""

    def __init__(self, serving: Serving, started_: Callable[[], object]) -> None:
        # Access is not logged: addresses hold the token.
        config = uvicorn.Config(
            application(serving),
            access_log=False,
            log_level="warning",
            server_header=False,
            proxy_headers=False,
            ws="none",
            timeout_graceful_shutdown=5,
        )
        super().__init__(config)
        self._started = started_

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to answer, then says so."""
        await super().startup(sockets=sockets)
        self._started()
