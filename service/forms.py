"""Forms that pages send: looked at before anything is done, and never larger than what is expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from shutil import copyfileobj

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from jejak_i18n import gettext as _
from service.serving import answered, refusal, serving_of
from service.uploads import LARGEST

FIELDS, FILES = 300, 200
"""How many fields, and files, a form may have."""
SMALL = 64 << 10
"""Bytes of a form without files."""
ROOM = 1 << 20
"""Bytes beside the files of a form: its fields, and what parts them."""
LONGEST_NAME = 120
FormAnswering = Callable[[Request, FormData], Response]


def posted(answering: FormAnswering, most: int = SMALL) -> Callable[[Request], object]:
    """An answer to a form of one of our pages; anything else is refused unread."""

    async def run(request: Request) -> Response:
        length = request.headers.get("content-length", "")
        if not length.isdecimal():
            return Response(status_code=411)
        if int(length) > most + ROOM:
            return await _too_large(request, most)
        async with request.form(max_files=FILES, max_fields=FIELDS) as form:
            token = form.get("form_token")
            known = isinstance(token, str) and serving_of(request).door.knows_form(
                request.state.session, token
            )
            if not known:
                return await run_in_threadpool(_strange, request)
            return await run_in_threadpool(answered(lambda one: answering(one, form)), request)

    return run


def _strange(request: Request) -> Response:
    what = _("This form was made before the server was started, or elsewhere; nothing was recorded.")
    return refusal(request, what, _("Open the page again, and send it from there."), 403)


async def _too_large(request: Request, most: int) -> Response:
    """Reads what comes, a while, and throws it away: a browser hears no answer before it has sent all."""
    read = 0
    async for chunk in request.stream():
        read += len(chunk)
        if read > 4 * LARGEST:
            break
    what = _("The files are larger than {most} MB together; nothing was read.").format(most=most >> 20)
    remedy = _("Take out pictures, or split the workbook.")
    return await run_in_threadpool(refusal, request, what, remedy, 413)


def text_of(form: FormData, name: str) -> str | None:
    """What was written into a field; None where nothing was."""
    value = form.get(name)
    return value.strip() or None if isinstance(value, str) else None


def files_of(form: FormData, name: str) -> list[UploadFile]:
    """The files of a field; an empty field has none."""
    return [one for one in form.getlist(name) if isinstance(one, UploadFile) and one.filename]


def put(file: UploadFile, folder: Path) -> Path:
    """Writes a file into a folder under its own name, without the folders before it."""
    path = folder / plain_name(file.filename or "")
    with path.open("wb") as target:
        copyfileobj(file.file, target)
    return path


def plain_name(given: str) -> str:
    """The name of a file, whatever a browser says; never one that leads elsewhere or is hidden."""
    name = PurePosixPath(given.replace("\\", "/")).name
    name = "".join(one for one in name if one.isprintable() and one not in '<>:"|?*/').strip(". ")
    stem, dot, ending = name.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending[:16]}" or "berkas"
