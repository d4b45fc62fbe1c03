"""Who may come in: this computer alone, with a token, and never on behalf of another page."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

TOKEN_BYTES = 32
SESSIONS = 64
"""Browsers that may be in at the same time; the first to have come must come in again."""
NAMES = ("127.0.0.1", "localhost")
"""What this computer calls itself in an address."""


@dataclass
class Door:
    """The door of one server: its port, its token, and who came in."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(TOKEN_BYTES))
    api_tokens: tuple[str, ...] = ()
    """More tokens that open the read interface alone."""
    _ticket: str = field(default_factory=lambda: secrets.token_urlsafe(TOKEN_BYTES))
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(TOKEN_BYTES))
    _sessions: deque[str] = field(default_factory=lambda: deque(maxlen=SESSIONS))

    @property
    def address(self) -> str:
        """The address that opens as long as the server runs."""
        return f"http://{NAMES[0]}:{self.port}/?token={self.token}"

    def address_once(self) -> str:
        """An address that opens once: what a browser is started with, every user of the computer can read."""
        return f"http://{NAMES[0]}:{self.port}/?token={self._ticket}"

    @property
    def cookie(self) -> str:
        """The name of the cookie: cookies know no ports."""
        return f"jejak-{self.port}"

    def knows_host(self, host: str) -> bool:
        """Whether a request speaks to us by our name: another name was bent to this computer."""
        return host in {f"{name}:{self.port}" for name in NAMES}

    def knows_origin(self, origin: str, host: str) -> bool:
        """Whether a form was sent from our own page."""
        return self.knows_host(host) and origin == f"http://{host}"

    def enter(self, given: str) -> str | None:
        """A new session for who brings the token; None for anybody else."""
        if _same(given, self._ticket):
            self._ticket = secrets.token_urlsafe(TOKEN_BYTES)
        elif not _same(given, self.token):
            return None
        session = secrets.token_urlsafe(TOKEN_BYTES)
        self._sessions.append(session)
        return session

    def is_in(self, session: str) -> bool:
        """Whether a session was given out by this door."""
        return _one_of(session, self._sessions)

    def opens_api(self, given: str) -> bool:
        """Whether a token opens the read interface."""
        return _one_of(given, (self.token, *self.api_tokens))

    def form_token(self, session: str) -> str:
        """What every form of a session carries."""
        return hmac.new(self._secret, session.encode(), hashlib.sha256).hexdigest()

    def knows_form(self, session: str, given: str) -> bool:
        """Whether a form was made for whom this door let in."""
        return _same(given, self.form_token(session))


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _one_of(given: str, known: Iterable[str]) -> bool:
    # All are compared, so that time tells nothing.
    return sum(_same(given, one) for one in known) > 0
