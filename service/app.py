"""The application: its routes, its guard, and what it does from time to time."""

from __future__ import annotations

import asyncio
import contextlib
import json
import mimetypes
import sqlite3
from collections.abc import AsyncIterator
from importlib.resources import files

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from domain.streams import code as code_of
from jejak_i18n import gettext as _
from ledger.errors import LedgerError
from projections.queries.find import innovation_of
from service import api, desk_pages
from service.desk_pages import download
from service.forms import posted
from service.guard import Guard
from service.health import JSON, health
from service.live_pages import TEMPLATE, WORK
from service.openapi import document
from service.papers import dossier_paper, lab_paper
from service.serving import Serving, answered, innovations, refusal, serving_of
from service.uploads import LARGEST

REST_SECONDS = 10.0
ASSETS = ("kerja.css", "kerja.js")


def application(serving: Serving) -> Starlette:
    """What a server runs."""

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        resting = asyncio.create_task(_rest(serving))
        yield
        resting.cancel()
        await run_in_threadpool(serving.close)

    app = Starlette(routes=_routes(), middleware=[Middleware(Guard, door=serving.door)], lifespan=lifespan)
    app.state.serving = serving
    return app


def _routes() -> list[Route]:
    one = f"{WORK}/{{id}}"
    return [
        Route("/health", health),
        Route("/api/openapi.json", _description),
        *api.routes(),
        Route("/api/{rest:path}", api.unknown),
        Route("/", answered(_first)),
        Route(WORK, answered(desk_pages.start)),
        Route(WORK, posted(desk_pages.drop, LARGEST), methods=["POST"]),
        Route(TEMPLATE, answered(desk_pages.empty_workbook)),
        Route(one, answered(desk_pages.look)),
        Route(f"{one}/pilihan", posted(desk_pages.choose), methods=["POST"]),
        Route(f"{one}/peta", posted(desk_pages.mend_map), methods=["POST"]),
        Route(f"{one}/konfirmasi", answered(desk_pages.confirm)),
        Route(f"{one}/catat", posted(desk_pages.record), methods=["POST"]),
        Route(f"{one}/buang", posted(desk_pages.throw_away), methods=["POST"]),
        Route(f"{one}/salinan", answered(desk_pages.marked_copy)),
        Route("/dokumen/lab/{slug:path}/{document}", answered(_lab_paper)),
        Route("/dokumen/{award}/{year:int}/{code}", answered(_dossier)),
        *(Route(f"/assets/{name}", _asset) for name in ASSETS),
        Route("/favicon.ico", _no_picture),
        Route("/{name:path}", answered(_page)),
    ]


async def _rest(serving: Serving) -> None:
    while True:
        await asyncio.sleep(REST_SECONDS)
        # A disk or server that is away for a while must not end what comes from time to time.
        with contextlib.suppress(LedgerError, OSError, sqlite3.Error):
            await run_in_threadpool(serving.rest)


def _first(request: Request) -> Response:
    """The overview; where nothing is recorded yet, the desk."""
    with serving_of(request).reading() as session:
        empty = not innovations(session)
    if empty:
        return RedirectResponse(WORK, 303)
    return _named(request, "index.html")


def _page(request: Request) -> Response:
    return _named(request, request.path_params["name"])


def _named(request: Request, name: str) -> Response:
    content = serving_of(request).pages.page(name)
    if content is None:
        return refusal(request, _("There is no such page."), _("Go on from the overview."), 404)
    return Response(content, media_type=mimetypes.guess_type(name)[0] or "application/octet-stream")


def _asset(request: Request) -> Response:
    name = request.url.path.rpartition("/")[2]
    content = files("service").joinpath("assets", name).read_bytes()
    return Response(content, media_type=mimetypes.guess_type(name)[0])


def _no_picture(_request: Request) -> Response:
    """Browsers ask for it unasked."""
    return Response(status_code=204)


def _description(_request: Request) -> Response:
    text = json.dumps(document(), ensure_ascii=False, indent=2)
    return Response(text + "\n", media_type=JSON)


def _dossier(request: Request) -> Response:
    asked = request.path_params
    with serving_of(request).reading() as session:
        stream = innovation_of(session, asked["code"])
        group = request.query_params.get("group")
        return download(*dossier_paper(session, code_of(stream), asked["award"], asked["year"], group))


def _lab_paper(request: Request) -> Response:
    asked = request.path_params
    with serving_of(request).reading() as session:
        try:
            paper = lab_paper(session, asked["slug"], asked["document"])
        except KeyError:
            paper = None
    if paper is None:
        what = _("Nothing of what would stand in this document is recorded.")
        return refusal(request, what, _("Record it with a workbook, then come back."), 404)
    return download(*paper)
