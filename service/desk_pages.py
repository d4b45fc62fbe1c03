"""Page *Kerja*: drop a workbook, see what is wrong or what would be recorded, record it once."""

from __future__ import annotations

from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from importers.marking.marked_copy import NotMarkedError
from jejak_i18n import gettext as _
from service import desk
from service.done_view import done_context
from service.forms import files_of, plain_name, put, text_of
from service.list_map import LISTS, columns_of, with_fields
from service.live_pages import WORK
from service.preview_view import preview_context
from service.serving import refusal, rendered, serving_of
from service.uploads import LARGEST, WORKBOOKS, Options, Upload, remove

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SEE_OTHER = 303


def start(request: Request) -> Response:
    """Where a workbook is dropped; what waits, and what was recorded since the server was started."""
    uploads = serving_of(request).uploads
    context = {"waiting": uploads.waiting(), "finished": uploads.finished(), "most": LARGEST}
    return rendered(request, "desk.html", context)


def drop(request: Request, form: FormData) -> Response:
    """Takes a workbook, and the files that it names."""
    uploads, files = serving_of(request).uploads, files_of(form, "files")
    if not files:
        return refusal(request, _("No file came."), _("Choose a workbook, or drop it on the page."), 400)
    if len({plain_name(one.filename or "") for one in files}) < len(files):
        what = _("Two of the files bear the same name; nothing was read.")
        return refusal(request, what, _("Give each a name of its own."), 400)
    id_, folder = uploads.new_folder()
    paths = [put(one, folder) for one in files]
    books = [one for one in paths if one.suffix.casefold() in WORKBOOKS]
    books = books or [one for one in paths if one.suffix.casefold() in LISTS] or paths
    if len(books) > 1:
        remove(folder)
        what = _("Several workbooks came at once; nothing was read.")
        return refusal(request, what, _("Drop one workbook, with the files that it names."), 400)
    upload = uploads.keep(id_, folder, books[0])
    desk.take_list(serving_of(request).workspace, upload)
    return _to(upload)


def look(request: Request) -> Response:
    """What would come of a workbook; or, once it is recorded, what came of it."""
    serving, upload = serving_of(request), _upload(request)
    if upload is None:
        return _gone(request)
    if upload.done:
        with serving.reading() as session:
            return rendered(request, "done.html", done_context(session, upload, upload.done))
    seen = desk.preview(serving.workspace, upload)
    return rendered(request, "preview.html", preview_context(upload, seen))


def choose(request: Request, form: FormData) -> Response:
    """Changes how a workbook is to be recorded."""
    serving, upload = serving_of(request), _upload(request)
    if upload is None:
        return _gone(request)
    options = Options(
        correction=text_of(form, "correction"),
        update=text_of(form, "update") is not None,
        second=text_of(form, "second") is not None,
        allow_text=text_of(form, "allow_text"),
    )
    desk.choose(serving.workspace, upload, options)
    return _to(upload)


def mend_map(request: Request, form: FormData) -> Response:
    """Reads a list otherwise: by fields that were chosen for its columns, or by the map as it was typed."""
    upload = _upload(request)
    if upload is None:
        return _gone(request)
    if upload.done or upload.map is None:
        return _to(upload)
    text = text_of(form, "map")
    if text is None:
        columns = columns_of(upload.map)
        chosen = {one.heading: text_of(form, f"column{at}") for at, one in enumerate(columns)}
        text = with_fields(upload.map, {heading: field for heading, field in chosen.items() if field})
    # A browser sends lines as Windows ends them.
    desk.mend_map(upload, text.replace("\r\n", "\n"))
    return _to(upload)


def confirm(request: Request) -> Response:
    """Asks once, and shows how it is undone."""
    serving, upload = serving_of(request), _upload(request)
    if upload is None:
        return _gone(request)
    if upload.done or desk.preview(serving.workspace, upload).kind != "good":
        return _to(upload)
    context = preview_context(upload, desk.preview(serving.workspace, upload))
    return rendered(request, "confirm.html", context)


def record(request: Request, _form: FormData) -> Response:
    """Records it; a second time, or at the same moment, nothing more."""
    serving, upload = serving_of(request), _upload(request)
    if upload is None:
        return _gone(request)
    desk.record(serving.workspace, upload)
    return _to(upload)


def throw_away(request: Request, _form: FormData) -> Response:
    """Removes a dropped workbook that is not recorded."""
    upload = _upload(request)
    if upload is not None and not upload.done:
        serving_of(request).uploads.drop(upload)
    return RedirectResponse(WORK, SEE_OTHER)


def empty_workbook(request: Request) -> Response:
    """The workbook to fill in: that with which a lab begins, or with `semua` the one with all sheets."""
    whole = "semua" in request.query_params
    name = "semua-lembar.xlsx" if whole else "lab.xlsx"
    return download(name, EXCEL, desk.empty_workbook(serving_of(request).workspace, whole=whole))


def marked_copy(request: Request) -> Response:
    """The workbook with its wrong cells coloured and noted."""
    serving, upload = serving_of(request), _upload(request)
    if upload is None or upload.done:
        return _gone(request)
    try:
        content = desk.marked(upload, desk.preview(serving.workspace, upload))
    except NotMarkedError:
        what = _("This file is no workbook that can be copied and marked.")
        remedy = _("Open the file in Excel and save it as Excel Workbook (.xlsx).")
        return refusal(request, what, remedy, 422)
    name = _("{name}-marked.xlsx").format(name=upload.file.stem)
    return download(name, EXCEL, content)


def download(name: str, kind: str, content: bytes) -> Response:
    """A file to keep."""
    shown = f"attachment; filename*=UTF-8''{quote(name)}"
    return Response(content, media_type=kind, headers={"Content-Disposition": shown})


def _upload(request: Request) -> Upload | None:
    return serving_of(request).uploads.get(request.path_params["id"])


def _to(upload: Upload) -> Response:
    return RedirectResponse(f"{WORK}/{upload.id}", SEE_OTHER)


def _gone(request: Request) -> Response:
    what = _("This workbook is no longer here: it was thrown away, or the server was started again.")
    remedy = _("Drop it again: what is recorded already is not recorded twice.")
    return refusal(request, what, remedy, 404)
