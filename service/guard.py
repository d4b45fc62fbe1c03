"""Before any page: is the request one of this computer's own, and did it bring what opens the door."""

from __future__ import annotations

from collections.abc import MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.datastructures import Headers, QueryParams
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jejak_i18n import gettext as _
from service.door import NAMES, Door

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none';"
    " form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Not no-referrer: with that a browser would not say from where our own forms come.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
HEALTH, API, DESCRIPTION = "/health", "/api/", "/api/openapi.json"
METHODS = ("GET", "HEAD", "POST")


class Guard:
    """Lets in what may come in, and gives every answer the headers that keep browsers careful."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app, self.door = app, door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = self._refusal(scope)
        await (answer or self.app)(scope, receive, _careful(send))

    def _refusal(self, scope: Scope) -> Response | None:
        """The answer to who does not come in; None lets the request through."""
        headers, path = Headers(scope=scope), scope["path"]
        host = headers.get("host", "")
        if (scope.get("client") or ("",))[0] != NAMES[0]:
            return refused(_("Jejak is open for this computer alone."))
        if not self.door.knows_host(host):
            return refused(_("This address is not the one that jejak serve printed."))
        if scope["method"] not in METHODS:
            return PlainTextResponse("", 405, {"Allow": ", ".join(METHODS)})
        if path == HEALTH:
            return None
        session = self._session(headers)
        if path.startswith(API):
            return self._api(headers, in_=path == DESCRIPTION and bool(session))
        given = QueryParams(scope["query_string"]).get("token")
        if given is not None and path == "/":
            return self._enter(given)
        if not session:
            return refused(_("Open the address that jejak serve printed, with its token."))
        if scope["method"] == "POST" and not self.door.knows_origin(headers.get("origin", ""), host):
            return refused(_("This form does not come from a page of Jejak."))
        state: MutableMapping[str, Any] = scope.setdefault("state", {})
        state["session"] = session
        return None

    def _api(self, headers: Headers, *, in_: bool) -> Response | None:
        # Cookies do not count here: another page could make a browser send them.
        kind, _space, given = headers.get("authorization", "").partition(" ")
        if in_ or (kind.casefold() == "bearer" and self.door.opens_api(given.strip())):
            return None
        return refused(_("The read interface wants the header: Authorization: Bearer TOKEN"))

    def _enter(self, given: str) -> Response:
        session = self.door.enter(given)
        if session is None:
            return refused(_("This token opens nothing: the server was started again, or it was used."))
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.door.cookie, session, path="/", httponly=True, samesite="strict")
        return answer

    def _session(self, headers: Headers) -> str | None:
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self.door.cookie)
        except CookieError:
            return None
        return found.value if found and self.door.is_in(found.value) else None


def refused(why: str) -> Response:
    """403 with its reason."""
    return PlainTextResponse(f"{why}\n", 403)


def _careful(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _value in message["headers"]}
            added = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
            message["headers"] = [*message["headers"], *(one for one in added if one[0] not in given)]
        await send(message)

    return sent
