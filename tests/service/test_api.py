"""The read interface answers what the command line answers, and describes itself."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from jsonschema import Draft202012Validator

from service.api_reads import BASE, READS
from tests.helpers import invoke
from tests.service.conftest import PROGRAM
from tests.service.serving import Served, serve

ASKED: list[tuple[str, tuple[str, ...]]] = [
    ("/catalogue", ("catalogue", "list")),
    ("/catalogue?limit=1&offset=1", ("catalogue", "list", "--limit", "1", "--offset", "1")),
    ("/catalogue?launched=true&region=33.03", ("catalogue", "list", "--launched", "--region", "33.03")),
    ("/catalogue?as_of=2022-12-14", ("catalogue", "list", "--as-of", "2022-12-14")),
    ("/catalogue?known_at=2022-10-13", ("catalogue", "list", "--known-at", "2022-10-13")),
    ("/catalogue/3303-0001", ("catalogue", "show", "3303-0001")),
    ("/history/3303-0001", ("history", "3303-0001")),
    ("/ideas", ("catalogue", "ideas")),
    ("/ideas?status=open&search=los", ("catalogue", "ideas", "--status", "open", "--search", "los")),
    ("/labs", ("lab", "list")),
    ("/labs/purbalingga-2022", ("lab", "show", "purbalingga-2022")),
    ("/labs/33.03/purbalingga-2022", ("lab", "show", "33.03/purbalingga-2022")),
    ("/labs/purbalingga-2022/funnel", ("lab", "funnel", "purbalingga-2022")),
    (
        "/eligibility/3303-0001?award=iga&year=2026",
        ("eligibility", "show", "3303-0001", "--award", "iga", "--year", "2026"),
    ),
]
REFUSED = [
    ("/catalogue/3303-9999", ("catalogue", "show", "3303-9999"), 404),
    ("/labs/tidak-ada", ("lab", "show", "tidak-ada"), 404),
    ("/labs?known_at=kemarin", ("lab", "list", "--known-at", "kemarin"), 400),
]


def ask(served: Served, path: str) -> Any:
    return served.ask(BASE + path, Authorization=f"Bearer {PROGRAM}")


@pytest.fixture(scope="module")
def description(served: Served) -> Any:
    answered = served.ask("/api/openapi.json", Authorization=f"Bearer {PROGRAM}")
    assert answered.status == 200
    return answered.data


@pytest.mark.parametrize(("path", "words"), ASKED)
def test_the_answer_is_that_of_the_command_line(
    served: Served, life: Path, description: Any, path: str, words: tuple[str, ...]
) -> None:
    answered = ask(served, path)
    assert answered.status == 200
    assert answered.text == invoke(*words, "--json", "--home", life).out
    keep_to_the_schema(description, path, answered)


@pytest.mark.parametrize(("path", "words", "status"), REFUSED)
def test_a_refusal_is_that_of_the_command_line(
    served: Served, life: Path, description: Any, path: str, words: tuple[str, ...], status: int
) -> None:
    answered = ask(served, path)
    assert answered.status == status
    said = invoke(*words, "--json", "--home", life).envelope
    assert answered.data["messages"] == said["messages"]
    assert (answered.data["status"], answered.data["command"]) == (said["status"], said["command"])
    keep_to_the_schema(description, path, answered)


UNREAD = {
    "/eligibility/3303-0001": ("award belum disebut.", None),
    "/eligibility/3303-0001?award=iga&year=duaribu": (
        'year tidak dapat berisi "duaribu".',
        "Tulis bilangan bulat, 1 atau lebih.",
    ),
    "/catalogue?limit=0": ('limit tidak dapat berisi "0".', "Tulis bilangan bulat, 1 atau lebih."),
    "/catalogue?offset=-1": ('offset tidak dapat berisi "-1".', "Tulis bilangan bulat, 0 atau lebih."),
    "/catalogue?launched=ya": ('launched tidak dapat berisi "ya".', "Tulis true atau false."),
    "/catalogue?stage=entah": (
        'stage tidak dapat berisi "entah".',
        "Pilih salah satu: initiative, trial, implemented.",
    ),
    "/catalogue?asof=2022-12-14": (
        "asof bukan parameter pertanyaan ini.",
        "Lihat yang ada: /api/openapi.json",
    ),
    "/labs?as_of=2022-02-31": (
        '"2022-02-31" bukan hari yang ada.',
        "Tulis hari seperti 2022-12-14; --known-at dan --until boleh juga seperti 2022-12-14T10:00.",
    ),
}


@pytest.mark.parametrize("path", UNREAD)
def test_a_parameter_that_cannot_be_read_is_named(served: Served, description: Any, path: str) -> None:
    answered = ask(served, path)
    assert answered.status == 400
    (message,) = answered.data["messages"]
    assert (answered.data["status"], message["text"], message["remedy"]) == ("usage", *UNREAD[path])
    keep_to_the_schema(description, path, answered)


def test_only_the_token_opens_it(served: Served) -> None:
    path = f"{BASE}/labs"
    for headers in (
        {},
        {"Cookie": served.cookie},
        {"Authorization": "Bearer salah"},
        {"Authorization": PROGRAM},
    ):
        assert served.ask(path, **headers).status == 403
    assert served.ask(path, Authorization=f"bearer {served.door.token}").status == 200
    nothing = served.ask(f"{BASE}/semua", Authorization=f"Bearer {PROGRAM}")
    assert (nothing.status, nothing.data["messages"][0]["text"]) == (
        404,
        "Alamat itu tidak menjawab apa pun.",
    )


def test_the_description_names_every_address_and_resolves(description: Any) -> None:
    assert description["openapi"].startswith("3.1.")
    assert set(description["paths"]) == {BASE + one.path for one in READS} | {"/health"}
    schemas = description["components"]["schemas"]
    for ref in re.findall(r'"\$ref": "([^"]+)"', json.dumps(description)):
        assert ref.removeprefix("#/components/schemas/") in schemas, ref
    for name, one in schemas.items():
        assert re.fullmatch(r"[A-Za-z0-9._-]+", name)
        Draft202012Validator.check_schema(one)
    for path, item in description["paths"].items():
        named = {one["name"] for one in item["get"].get("parameters", ()) if one["in"] == "path"}
        assert named == set(re.findall(r"{(\w+)}", path))
    operations = [item["get"]["operationId"] for item in description["paths"].values()]
    assert len(operations) == len(set(operations))


def test_who_came_in_may_read_the_description(served: Served) -> None:
    assert served.page("/api/openapi.json").status == 200
    assert served.ask("/api/openapi.json").status == 403


def test_health_needs_no_token(own_life: Path) -> None:
    with serve(own_life) as served:
        answered = served.ask("/health")
        assert (answered.status, answered.data["status"], answered.data["lag"]) == (200, "ok", 0)
        assert answered.data["position"] > 0
        (own_life / "ledger.db").rename(own_life / "dipindah.db")
        answered = served.ask("/health")
        assert answered.status == 503
        assert answered.data == {"status": "unavailable", "position": None, "lag": None}
        assert ask_with(served, "/labs").status == 503


def ask_with(served: Served, path: str) -> Any:
    return served.ask(BASE + path, Authorization=f"Bearer {served.door.token}")


def test_titles_and_odd_letters_are_asked_for(served: Served) -> None:
    words = urlencode({"search": "<b>&\u2028'"})
    assert ask(served, f"/catalogue?{words}").data["data"]["items"] == []
    assert ask(served, f"/catalogue/{quote('tidak / ada')}").status == 404


def keep_to_the_schema(description: Any, path: str, answered: Any) -> None:
    """The answer meets what the description says of this address and status."""
    plain = BASE + path.partition("?")[0]
    pattern = next(
        one.path for one in READS if re.fullmatch(BASE + re.sub(r"{\w+}", "[^?]+", one.path), plain)
    )
    response = description["paths"][BASE + pattern]["get"]["responses"][str(answered.status)]
    schema = response["content"]["application/json"]["schema"] | {"components": description["components"]}
    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(answered.data)] == []
