"""Whether the ledger and its views can be read: for whoever watches over services."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import Response

from ledger.failures import failure_of
from service.serving import serving_of

JSON = "application/json"


def health(request: Request) -> Response:
    """200 with the position; 503 where views lag behind or nothing can be read."""
    try:
        with serving_of(request).reading() as session:
            return _told("behind" if session.lag or session.faults else "ok", session.position, session.lag)
    except Exception as error:
        if failure_of(error) is None:
            serving_of(request).fault(error)
        return _told("unavailable", None, None)


def _told(status: str, position: int | None, lag: int | None) -> Response:
    text = json.dumps({"status": status, "position": position, "lag": lag})
    return Response(text + "\n", 200 if status == "ok" else 503, media_type=JSON)
