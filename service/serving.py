"""What all answers of one server share, and how an error becomes an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from exporters.html.environment import environment
from exporters.site.build import surroundings
from jejak_i18n import gettext as _
from jejak_i18n import language, sentence
from ledger.failures import Failure, failure_of
from ledger.workspace.workspace import Workspace
from projections.queries.catalogue import Filter, page
from projections.queries.find import NotFoundError
from projections.read_session import ReadSession, open_session
from service.door import Door
from service.live_pages import LivePages, doors
from service.uploads import Uploads

HTTP = {1: 409, 2: 400, 3: 422, 4: 409, 5: 503}
"""Exit status to the status of an answer."""
Answering = Callable[[Request], Response]


@dataclass
class Serving:
    """The workspace that is served, its door, its pages, and what was dropped."""

    workspace: Workspace
    door: Door
    fault: Callable[[Exception], object] = lambda _error: None
    """Told of an error that nobody foresaw."""
    pages: LivePages = field(init=False)
    uploads: Uploads = field(default_factory=Uploads)

    def __post_init__(self) -> None:
        self.pages = LivePages(self.workspace)

    @contextmanager
    def reading(
        self, as_of: str | None = None, known_at: str | None = None, prefix: str = ""
    ) -> Iterator[ReadSession]:
        """Views for one answer, in the thread that asks."""
        session = open_session(replace(self.workspace), as_of=as_of, known_at=known_at, prefix=prefix)
        try:
            yield session
        finally:
            session.close()

    def rest(self) -> None:
        """What is done from time to time: lets go of views and files that nobody asks for."""
        self.pages.rest()
        self.uploads.rest()

    def close(self) -> None:
        """Ends it; dropped files are removed."""
        self.pages.close()
        self.uploads.close()


def serving_of(request: Request) -> Serving:
    """The server that a request came to."""
    found: Serving = request.app.state.serving
    return found


def rendered(request: Request, template: str, context: dict[str, Any], status: int = 200) -> Response:
    """A page of the desk, with the form token of who asks."""
    serving = serving_of(request)
    token = serving.door.form_token(request.state.session)
    with serving.reading() as session:
        everywhere = surroundings(session, language(), innovations(session), doors())
    whole = everywhere | context | {"root": "/", "form_token": token}
    return HTMLResponse(environment("service", "exporters.site").get_template(template).render(whole), status)


def innovations(session: ReadSession) -> int:
    """How many innovations are recorded."""
    return page(session, Filter(), limit=1).total


def status_of(error: Exception, failure: Failure) -> int:
    """The status of the answer that tells of an error."""
    return 404 if isinstance(error, NotFoundError) else HTTP.get(failure.status, 500)


def answered(answering: Answering) -> Answering:
    """An answer whose errors are told on a page, each with its remedy."""

    def run(request: Request) -> Response:
        try:
            return answering(request)
        except Exception as error:
            return fault_page(request, error)

    return run


def fault_page(request: Request, error: Exception) -> Response:
    """The page that tells of an error."""
    failure = failure_of(error)
    if failure is None:
        serving_of(request).fault(error)
        said = [
            (
                _("This is a fault of Jejak itself; the window of jejak serve names the file of its report."),
                "",
            )
        ]
        return rendered(request, "refused.html", {"said": said}, 500)
    said = [(sentence(one.what), sentence(one.remedy) if one.remedy else "") for one in failure.said]
    return rendered(request, "refused.html", {"said": said}, status_of(error, failure))


def refusal(request: Request, what: str, remedy: str, status: int) -> Response:
    """A page that says why not, and what to do."""
    return rendered(request, "refused.html", {"said": [(what, remedy)]}, status)
