"""The workspace: made once, found from below, with a sentence and a remedy when it is not there."""

from decimal import Decimal
from pathlib import Path

import pytest

from domain.base import reason
from domain.person import PersonRegistered
from domain.region import RegionRegistered
from ledger import reader
from ledger.admin import verify
from ledger.errors import ConflictError, EnvironmentFault, NoWorkspaceError
from ledger.event_store import EventStore
from ledger.workspace import workspace
from ledger.workspace.workspace import Workspace
from ledger.write.command_handler import Outcome
from tests.ledger.office import OPERATOR, REGION, Clock, unit

NAME = "Siti Contoh Rahmawati"


def make(home: Path, region: str = "33.03", command: str = "init") -> tuple[Workspace, Outcome]:
    return workspace.create(
        home, region_code=region, name=NAME, post="Analis Kebijakan", command_id=command, now=Clock()
    )


def test_new_workspace_holds_its_region_and_its_operator(tmp_path: Path) -> None:
    made, outcome = make(tmp_path / "ruang")
    assert outcome == Outcome("init", 1, 2)
    assert (made.region, made.operator, made.time_zone) == ("33.03", OPERATOR, "Asia/Jakarta")
    store = made.store()
    (region,) = reader.read(store.rows(REGION)).facts
    (person,) = reader.read(store.rows(OPERATOR)).facts
    findings = verify.verify(store).findings
    store.close()
    assert region.body == RegionRegistered(
        code="33.03", name="Kabupaten Purbalingga", kind="kabupaten", time_zone="Asia/Jakarta"
    )
    assert isinstance(person.body, PersonRegistered)
    assert person.body.post == "Analis Kebijakan"
    assert made.vault.get(person.body.profile)["name"] == NAME
    assert (region.actor, person.actor, region.action, person.action) == (
        OPERATOR,
        OPERATOR,
        "init/1",
        "init/2",
    )
    assert findings == []


def test_new_workspace_has_these_files(tmp_path: Path) -> None:
    made, _ = make(tmp_path / "ruang")
    names = {path.name for path in made.home.iterdir()} - {"ledger.db-wal", "ledger.db-shm"}
    assert names == {"jejak.toml", "ledger.db", "vault.db", "vault-keys.db", "evidence", "views"}
    assert (made.home / "jejak.toml").read_text(encoding="utf-8") == (
        f'region = "33.03"\noperator = "{OPERATOR}"\ntime_zone = "Asia/Jakarta"\n'
    )


def test_name_of_the_operator_stands_in_no_file_as_it_is_written(tmp_path: Path) -> None:
    made, _ = make(tmp_path / "ruang")
    holding = [p.name for p in made.home.rglob("*") if p.is_file() and NAME.encode() in p.read_bytes()]
    assert holding == []
    assert [one["name"] for one in made.vault.all().values()] == [NAME]


@pytest.mark.parametrize(
    ("region", "zone"),
    [
        ("33.03", "Asia/Jakarta"),
        ("3303", "Asia/Jakarta"),
        ("73.71", "Asia/Makassar"),
        ("94", "Asia/Jayapura"),
    ],
)
def test_time_zone_is_that_of_the_region(tmp_path: Path, region: str, zone: str) -> None:
    made, _ = make(tmp_path, region)
    assert made.time_zone == zone
    assert made.zone.key == zone


def test_time_zone_of_a_stream_is_that_of_its_own_region() -> None:
    found = [workspace.zone_of(f"{prefix}/lab/000001").key for prefix in ("3303", "7371", "94", "33")]
    assert found == ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Jakarta"]


def test_workspace_in_an_existing_one_is_refused(tmp_path: Path) -> None:
    make(tmp_path)
    before = {path: path.read_bytes() for path in sorted(tmp_path.glob("*.*")) if path.is_file()}
    with pytest.raises(ConflictError) as caught:
        make(tmp_path, "33.02", "init-2")
    assert caught.value.why.text == "{path} already holds a workspace."
    assert caught.value.why.values == {"path": str(tmp_path)}
    assert caught.value.status == 4
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("code", ["99.99", "", "33.3", "Purbalingga", "33.03.01"])
def test_unknown_region_is_refused_and_nothing_is_made(tmp_path: Path, code: str) -> None:
    with pytest.raises(NoWorkspaceError) as caught:
        make(tmp_path / "ruang", code)
    assert caught.value.why.values == {"code": code}
    assert caught.value.remedy is not None
    assert list(tmp_path.iterdir()) == []


def test_synchronised_folder_is_refused_with_the_remedy(tmp_path: Path) -> None:
    home = tmp_path / "OneDrive" / "ruang"
    with pytest.raises(NoWorkspaceError) as caught:
        make(home)
    assert caught.value.why.text == "{path} lies in a synchronised folder, which SQLite cannot trust."
    assert caught.value.remedy is not None
    assert "PostgreSQL" in caught.value.remedy.text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("below", [".", "evidence", "views", "a/b/c"])
def test_workspace_is_found_from_its_folder_and_from_below(tmp_path: Path, below: str) -> None:
    made, _ = make(tmp_path / "ruang")
    start = made.home / below
    start.mkdir(parents=True, exist_ok=True)
    assert workspace.find(start) == made


def test_nearest_workspace_above_is_found(tmp_path: Path) -> None:
    make(tmp_path / "luar")
    inner, _ = make(tmp_path / "luar" / "dalam", "33.02")
    assert workspace.find(inner.home / "evidence").region == "33.02"


def test_named_home_goes_before_the_current_folder(tmp_path: Path) -> None:
    here, _ = make(tmp_path / "sini")
    there, _ = make(tmp_path / "sana", "33.02")
    assert workspace.find(here.home, str(there.home)) == there


def test_no_workspace_above_is_said_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspaceError) as caught:
        workspace.find(tmp_path)
    assert caught.value.why.text == "There is no workspace in {path} or above it."
    assert caught.value.why.values == {"path": str(tmp_path.resolve())}
    assert caught.value.status == 5
    assert caught.value.remedy is not None
    assert "jejak init" in caught.value.remedy.text


@pytest.mark.parametrize("name", [".", "tidak-ada"])
def test_named_home_without_a_workspace_is_said_and_not_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(NoWorkspaceError) as caught:
        workspace.find(tmp_path, str(tmp_path / name))
    assert caught.value.why.text == "There is no workspace in {path}."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("settings", "number", "line"),
    [
        ("region = ", 1, "region ="),
        ('region = "33.03"\n[\n', 2, "["),
        ('region = "33.03"\nregion = "33.04"\n', 2, 'region = "33.04"'),
        ('region = "33.03"\nname = """\n\n\n', 2, 'name = """'),
        (f"{'x' * 80}\n", 1, f"{'x' * 59}…"),
    ],
)
def test_broken_settings_are_said_with_their_line(
    tmp_path: Path, settings: str, number: int, line: str
) -> None:
    path = tmp_path / "jejak.toml"
    path.write_text(settings, encoding="utf-8")
    with pytest.raises(NoWorkspaceError) as caught:
        workspace.find(tmp_path)
    assert caught.value.why.text == "The settings {path} cannot be read at line {number}: {line}"
    assert caught.value.why.values == {"path": str(path), "number": number, "line": line}
    assert caught.value.remedy is not None
    assert caught.value.remedy.text == 'Write a line as name = "value", or restore the file from a backup.'


def test_settings_that_mean_nothing_are_told_with_the_reason(tmp_path: Path) -> None:
    path = tmp_path / "jejak.toml"
    path.write_text('region = "33.03"\ntime_zone = "../x"\noperator = "x"\n', encoding="utf-8")
    with pytest.raises(NoWorkspaceError) as caught:
        workspace.find(tmp_path)
    assert caught.value.why.text == "The settings {path} cannot be read: {detail}."
    assert caught.value.why.values["path"] == str(path)


@pytest.mark.parametrize(
    "settings", ['region = "33.03"\n'.encode("utf-16"), b'region = "33.03" # Kantor \xe9\n']
)
def test_settings_of_another_encoding_are_told(tmp_path: Path, settings: bytes) -> None:
    path = tmp_path / "jejak.toml"
    path.write_bytes(settings)
    with pytest.raises(NoWorkspaceError) as caught:
        workspace.find(tmp_path)
    assert caught.value.why.text == "The settings {path} were not saved as UTF-8."


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ("", "region"),
        ('region = "33.03"\n', "time_zone"),
        ('region = "33.03"\ntime_zone = "Asia/Jakarta"\n', "operator"),
    ],
)
def test_settings_without_a_value_say_which(tmp_path: Path, settings: str, name: str) -> None:
    (tmp_path / "jejak.toml").write_text(settings, encoding="utf-8")
    with pytest.raises(NoWorkspaceError) as caught:
        workspace.find(tmp_path)
    assert caught.value.why.text == "The settings {path} do not hold a valid {name}."
    assert caught.value.why.values["name"] == name


@pytest.mark.parametrize("zone", ['"Mars/X"', "7", '""', '"../etc"'])
def test_a_time_zone_that_does_not_exist_is_said(tmp_path: Path, zone: str) -> None:
    text = f'region = "33.03"\noperator = "3303/person/000001"\ntime_zone = {zone}\n'
    (tmp_path / "jejak.toml").write_text(text, encoding="utf-8")
    with pytest.raises(NoWorkspaceError):
        workspace.find(tmp_path)


@pytest.mark.parametrize(
    ("written", "points"), [("90", Decimal(90)), ("0", Decimal(0)), ("88.50", Decimal("88.50"))]
)
def test_the_threshold_for_sending_is_kept(tmp_path: Path, written: str, points: Decimal) -> None:
    made, _ = make(tmp_path / "ruang")
    path = made.home / "jejak.toml"
    with path.open("a", encoding="utf-8") as file:
        file.write(f"sending_threshold = {written}\n")
    found = workspace.find(made.home)
    assert found.sending_threshold == points
    before = path.read_bytes()
    workspace.write_settings(found)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "written",
    [
        '"90"',
        "-1",
        "true",
        "1e400000000",
        "1e-400000000",
        "90.00001",
        "9" * 400,
        "nan",
        "inf",
        "[90]",
        "2026-01-01",
    ],
)
def test_a_threshold_that_is_no_number_of_points_is_said(tmp_path: Path, written: str) -> None:
    text = f'region = "33.03"\noperator = "o"\ntime_zone = "Asia/Jakarta"\nsending_threshold = {written}\n'
    (tmp_path / "jejak.toml").write_text(text, encoding="utf-8")
    with pytest.raises(NoWorkspaceError) as caught:
        workspace.find(tmp_path)
    assert caught.value.why.values["name"] == "sending_threshold"


def test_paper_and_letterhead_are_kept(tmp_path: Path) -> None:
    made, _ = make(tmp_path / "ruang")
    assert (made.paper, made.letterhead_path) == (None, None)
    path = made.home / "jejak.toml"
    with path.open("a", encoding="utf-8") as file:
        file.write('paper = "F4"\nletterhead = "kop surat.png"\n')
    found = workspace.find(made.home)
    assert (found.paper, found.letterhead_path) == ("F4", made.home / "kop surat.png")
    before = path.read_bytes()
    workspace.write_settings(found)
    assert path.read_bytes() == before


def test_desk_records_as_the_operator(tmp_path: Path) -> None:
    made, _ = make(tmp_path)
    command_handler = made.command_handler(Clock())
    outcome, _ = command_handler.run("c", lambda decision: decision.act(unit()))
    (fact,) = reader.read(command_handler.store.rows("3303/unit/000001")).facts
    command_handler.store.close()
    assert (outcome.first, outcome.last, fact.actor, fact.action) == (3, 3, OPERATOR, "c/1")


def test_store_of_a_missing_ledger_is_said(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        EventStore(tmp_path / "ledger.db")
    assert caught.value.why.text == "There is no ledger at {path}."
    assert list(tmp_path.iterdir()) == []


def test_store_of_a_file_that_is_no_ledger_is_said(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_bytes(b"")
    with pytest.raises(EnvironmentFault) as caught:
        EventStore(path)
    assert caught.value.why.text == "The ledger at {path} cannot be opened: {detail}."


def test_a_ledger_without_settings_is_left_alone_and_said(tmp_path: Path) -> None:
    made, _ = workspace.create(
        tmp_path / "ruang", region_code="33.03", name="Nama Contoh", post="Analis", command_id="awal"
    )
    (made.home / "jejak.toml").unlink()
    before = made.ledger_path.read_bytes()
    with pytest.raises(ConflictError) as caught:
        workspace.create(made.home, region_code="33.03", name="Nama Contoh", post="Analis", command_id="lagi")
    assert caught.value.why == reason("{path} holds a ledger without its settings.", path=str(made.home))
    assert made.ledger_path.read_bytes() == before
