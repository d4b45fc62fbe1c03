"""The read interface for other programs: the envelope of the command line, over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from domain.base import Reason, reason
from jejak_i18n import sentence
from ledger.errors import LedgerError
from ledger.failures import failure_of
from projections.read_session import narrowed_to
from projections.warnings import warnings_of
from schemas.envelope import D, Envelope, Message, envelope_of, envelope_text
from service.api_reads import BASE, LARGEST_NUMBER, READS, Parameter, Read, Values
from service.serving import serving_of, status_of

JSON = "application/json"
TRUTHS = {"true": True, "false": False}


class ParameterError(LedgerError):
    """A parameter is missing, not known, or cannot be read."""

    status = 2


def routes() -> list[Route]:
    """A route for each question, in the order of the table."""
    return [Route(BASE + _pattern(one), _answering(one), methods=["GET"]) for one in READS]


def unknown(_request: Request) -> Response:
    """An address that asks nothing."""
    message = Message("error", sentence(reason("There is no such question.")))
    return _response(404, envelope_of("", 2, None, [message], None))


def _pattern(read: Read) -> str:
    """The address as a route: a title or a slug may hold a slash."""
    return read.path.replace("}", ":path}")


def _answering(read: Read) -> Callable[[Request], Response]:
    def run(request: Request) -> Response:
        try:
            return _answer(request, read)
        except Exception as error:
            return _failed(request, read, error)

    return run


def _answer(request: Request, read: Read) -> Response:
    values = _values(request, read)
    prefix = narrowed_to(values.get("region"), values.get("code") or "")
    with serving_of(request).reading(values["as_of"], values["known_at"], prefix) as session:
        messages = [Message("warning", text) for text in warnings_of(session)]
        data = read.ask(session, values)
        return _response(200, envelope_of(read.command, 0, data, messages, session.state))


def _failed(request: Request, read: Read, error: Exception) -> Response:
    failure = failure_of(error)
    if failure is None:
        serving_of(request).fault(error)
        what = sentence(reason("This is a fault of Jejak itself: {kind}.", kind=type(error).__name__))
        return _response(500, envelope_of(read.command, 5, None, [Message("error", what)], None))
    messages = [
        Message("error", sentence(one.what), one.where, sentence(one.remedy) if one.remedy else None)
        for one in failure.said
    ]
    return _response(
        status_of(error, failure), envelope_of(read.command, failure.status, None, messages, None)
    )


def _response(status: int, envelope: Envelope[D]) -> Response:
    return Response(envelope_text(envelope) + "\n", status, media_type=JSON)


def _values(request: Request, read: Read) -> Values:
    """The parameters as they are read. Raises ParameterError."""
    known = {one.name: one for one in read.all_parameters}
    for name in request.query_params:
        if name not in known or known[name].place == "path":
            what = reason("{name} is no parameter of this question.", name=name)
            raise ParameterError(what, reason("See which there are: /api/openapi.json"))
    found: dict[str, Any] = {}
    for name, one in known.items():
        source = request.path_params if one.place == "path" else request.query_params
        found[name] = _value(one, source.get(name))
    return found


def _value(one: Parameter, given: str | None) -> object:
    if given is None or given == "":
        if one.required:
            raise ParameterError(reason("{name} is missing.", name=one.name))
        return None
    if one.kind == "truth":
        if given not in TRUTHS:
            raise _unread(one, given, reason("Write true or false."))
        return TRUTHS[given]
    if one.kind == "number":
        if not (given.isascii() and given.isdecimal() and one.least <= int(given[:19]) <= LARGEST_NUMBER):
            raise _unread(one, given, reason("Write a whole number, {least} or more.", least=one.least))
        return int(given)
    if one.choices and given not in one.choices:
        raise _unread(one, given, reason("Choose one of: {choices}.", choices=", ".join(one.choices)))
    return given


def _unread(one: Parameter, given: str, remedy: Reason) -> ParameterError:
    return ParameterError(reason('{name} cannot be "{value}".', name=one.name, value=given), remedy)
