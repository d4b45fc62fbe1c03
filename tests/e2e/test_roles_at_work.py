"""Each role with the verbs that it is for, and those that it is refused."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from ledger.workspace.workspace import open_at
from tests.helpers import Done, invoke
from tests.postgres import address
from tests.postgres import role as new_role

NAME = ("correct", "6", "name", "Dinas Pasar", "--reason", "salah", "--yes")
READ = (
    ("catalogue", "list"),
    ("catalogue", "list", "--as-of", "2022-10-12"),
    ("history", "3303-0001"),
    ("lab", "list"),
    ("eligibility", "list", "--award", "iga", "--year", "2026"),
    ("projections", "status"),
)
PROVE = (("ledger", "verify"), ("projections", "verify"))
PERSON = (("person", "show", "3303-P0001"),)
BUILD = (("projections", "rebuild"),)
Work = Callable[..., Done]


@pytest.fixture
def granted(on_postgres: Path, postgres: str) -> Iterator[Callable[..., str]]:
    """Makes a role by `jejak database grant`; gives its address."""
    assert invoke("projections", "rebuild", "--home", on_postgres).status == 0
    with ExitStack() as stack:

        def give(standing: str, *more: str) -> str:
            name, secret = stack.enter_context(new_role(postgres))
            done = invoke("database", "grant", standing, name, *more, "--home", on_postgres)
            assert done.status == 0, done.err
            return address(postgres, user=name, password=secret)

        yield give


@pytest.mark.parametrize(
    ("standing", "does", "is_refused"),
    [
        ("reader", (*READ, *PROVE), (*BUILD, NAME)),
        ("verifier", (*READ, *PROVE), (*BUILD, NAME, *PERSON)),
        ("auditor", (*READ, *PROVE, *PERSON), (*BUILD, NAME)),
        ("writer", (*READ, *PROVE, *PERSON, *BUILD, NAME), ()),
    ],
)
def test_each_role_does_its_work_and_nothing_else(
    on_postgres: Path,
    granted: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    standing: str,
    does: tuple[tuple[str, ...], ...],
    is_refused: tuple[tuple[str, ...], ...],
) -> None:
    monkeypatch.setenv("JEJAK_DATABASE_URL", granted(standing))
    for words in does:
        done = invoke(*words, "--home", on_postgres)
        assert done.status == 0, (words, done.err)
    for words in is_refused:
        done = invoke(*words, "--home", on_postgres)
        assert done.status == 5, words
        assert done.err.startswith("Basis data menolak peran ini: permission denied for "), words


def test_bound_role_joins_without_asking_and_records_as_its_person(
    on_postgres: Path, granted: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`init` registers nobody, whatever name is given; the settings of the folder do not count."""
    before = open_at(on_postgres).store().head().position
    url = granted("writer", "--person", "3303-P0002")
    monkeypatch.setenv("JEJAK_DATABASE_URL", url)
    told = invoke("database", "check").out
    assert "Mencatat sebagai 3303-P0002, bukan orang lain.\n" in told
    words = ("--region", "33.03", "--operator", "Nama Siapa Saja", "--post", "Analis")
    assert invoke("init", tmp_path / "meja", *words).status == 0
    assert open_at(tmp_path / "meja").operator == "3303/person/000002"
    assert open_at(on_postgres).operator == "3303/person/000001"
    for home in (tmp_path / "meja", on_postgres):
        assert invoke(*NAME[:3], f"Dinas {home.name}", *NAME[4:], "--home", home).status == 0
    rows = open_at(on_postgres).store().between(before + 1, before + 9)
    assert [b'"actor":"3303/person/000002"' in row.state for row in rows] == [True, True]


def test_role_of_a_region_is_told_what_it_is_limited_to(
    on_postgres: Path, granted: Callable[..., str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JEJAK_DATABASE_URL", granted("writer", "--region", "33.04", "--region", "33.05"))
    done = invoke("database", "check", "--json")
    assert (done.data["standing"], done.data["regions"]) == ("writer", ["33.04", "33.05"])
    assert invoke("catalogue", "list", "--json", "--home", on_postgres).data["total"] == 0
    for words in (("ledger", "verify"), ("backup", tmp_path / "cadangan.zip")):
        done = invoke(*words, "--home", on_postgres)
        assert (done.status, done.err) == (
            4,
            "Peran Anda hanya melihat daerah 33.04, 33.05 dari rekam jejak ini.\n"
            "  Serahkan kepada peran yang melihat semuanya, seperti pemeriksa keutuhan atau pemilik.\n",
        )
    assert list(tmp_path.glob("*.zip*")) == []


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--person", "P-2"), 2, "P-2 bukan kode orang; kode orang seperti 3303-P0002."),
        (("--person", "3303-P0999"), 4, "Tidak ada orang 3303-P0999 dalam rekam jejak."),
        (("--region", "99.99"), 2, "Tidak ada daerah dengan kode 99.99."),
    ],
)
def test_binding_to_nobody_or_nowhere_is_said(
    on_postgres: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    done = invoke("database", "grant", "writer", "postgres", *words, "--home", on_postgres)
    assert (done.status, said in done.err) == (status, True), done.err


def test_a_writer_who_is_bound_to_nobody_is_warned_of(
    on_postgres: Path, granted: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JEJAK_DATABASE_URL", granted("writer"))
    told = invoke("database", "check", "--home", on_postgres).err
    assert "Ikat dengan: jejak database grant writer PERAN --person KODE\n" in told
