"""The workspace: one folder with its settings, ledger, views, evidence and vault."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from domain import streams
from domain.base import reason
from domain.fields import LARGEST
from domain.person import RegisterPerson
from domain.region import RegisterRegion
from ledger import clock
from ledger.errors import ConflictError, NoWorkspaceError
from ledger.event_store import EventStore, is_url
from ledger.factory import (
    Place,
    create_tables,
    exists,
    open_recorder,
    open_store,
    open_vault,
    without_password,
)
from ledger.ports.vault import Vault, new_profile
from ledger.workspace import defaults
from ledger.workspace.evidence_store import EvidenceStore
from ledger.workspace.locations import unfit
from ledger.workspace.toml_text import faulty_line
from ledger.write.command_handler import CommandHandler, Outcome
from ledger.write.decision import Decision
from schemas.regions import Region, region, regions

SETTINGS = defaults.SETTINGS
LEDGER = "ledger.db"
THRESHOLD = "sending_threshold"
"""The setting that holds the region's own threshold for sending."""
PAPER, PAPERS = "paper", ("A4", "F4")
"""The setting for the paper of what the region signs, and what it may be; F4 is 215 × 330 mm."""
LETTERHEAD = "letterhead"
"""The setting that names the file of the region's letterhead, from the workspace's folder on."""
RETENTION = "retention"
"""The setting that says the retention period of personal data as the region's own schedule (JRA) has it."""
FINEST = Decimal("0.0001")
"""The finest step of a threshold."""
DATABASE_URL = "JEJAK_DATABASE_URL"
"""The environment variable that names the shared ledger; it goes before the settings."""


@dataclass(frozen=True)
class Workspace:
    """An existing workspace. `operator` is the person id that acts in it."""

    home: Path
    region: str
    operator: str
    time_zone: str
    now: Callable[[], object] = clock.now
    database_url: str | None = None
    """The shared ledger on PostgreSQL; without one the ledger is a file of this folder."""
    sending_threshold: Decimal | None = None
    """The least maturity, in points, with which the region sends an innovation: its own rule, no award's."""
    paper: str | None = None
    """The paper of what the region signs, one of `PAPERS`; None where nobody chose: A4."""
    letterhead: str | None = None
    """The file of the region's letterhead as the settings name it; `letterhead_path` is where it lies."""

    retention: str | None = None
    """The region's retention period of personal data, in its words; Jejak knows none and checks none."""
    defaults: Mapping[str, object] = field(default_factory=dict, hash=False)
    """What options are where a call does not name them; the command line reads and checks them."""

    @property
    def ledger_path(self) -> Path:
        """The ledger file of a workspace without a database."""
        return self.home / LEDGER

    @property
    def place(self) -> Place:
        """Where the ledger lies."""
        return self.database_url or self.ledger_path

    @property
    def views(self) -> Path:
        """The folder of the views of a ledger that lies in a file; it may be deleted at any time."""
        return self.home / "views"

    @property
    def letterhead_path(self) -> Path | None:
        """The file of the letterhead, which need not be there."""
        return self.home / self.letterhead if self.letterhead else None

    @cached_property
    def vault(self) -> Vault:
        return open_vault(self.place)

    @cached_property
    def evidence(self) -> EvidenceStore:
        return EvidenceStore(self.home / "evidence")

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def today(self) -> date:
        """The day it is in the workspace's time zone."""
        return clock.now().astimezone(self.zone).date()

    def store(self) -> EventStore:
        """A read-only connection to the ledger."""
        return open_store(self.place)

    def command_handler(self, now: clock.Clock = clock.now, actor: str | None = None) -> CommandHandler:
        """Where the operator records, or another person who sits at this workspace.

        On a shared ledger the person that the login role is bound to comes before the operator.
        """
        store = self.store()
        who = actor or store.role().person or self.operator
        return CommandHandler(open_recorder(self.place, now), store, who, zone_of)


def zone_of(stream: str) -> ZoneInfo:
    """The time zone of the region of a stream, by the official list."""
    found = regions().get(streams.region_code(stream))
    return ZoneInfo(found["time_zone"] if found else "UTC")


def find(start: Path | None = None, home: str | None = None) -> Workspace:
    """The workspace at `home`, or else upwards from `start` (default: the current folder).

    Raises NoWorkspaceError when there is none or its settings cannot be read.
    """
    if home:
        return open_at(Path(home))
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return open_at(folder)
    raise NoWorkspaceError(
        reason("There is no workspace in {path} or above it.", path=str(here)),
        reason("Make one: jejak init FOLDER --region CODE; or name one: --home FOLDER"),
    )


def open_at(home: Path) -> Workspace:
    """The workspace in a folder. Raises NoWorkspaceError when it is none."""
    path = home / SETTINGS
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        region, zone, operator = settings["region"], settings["time_zone"], settings["operator"]
        # A zone that this computer does not know is told now, not at the first date that is shown.
        ZoneInfo(zone)
        url = _database_url(settings.get("database_url"))
        least = _threshold(settings.get(THRESHOLD))
        return Workspace(
            home.resolve(),
            region,
            operator,
            zone,
            database_url=url,
            sending_threshold=least,
            paper=_paper(settings.get(PAPER)),
            letterhead=_letterhead(settings.get(LETTERHEAD)),
            retention=_retention(settings.get(RETENTION)),
            defaults=defaults.read(settings),
        )
    except KeyError as error:
        raise NoWorkspaceError(
            reason(
                "The settings {path} do not hold a valid {name}.", path=str(path), name=str(error.args[0])
            ),
            reason("Mend the file, or restore it from a backup."),
        ) from error
    except FileNotFoundError as error:
        raise NoWorkspaceError(
            reason("There is no workspace in {path}.", path=str(home)),
            reason("Make one: jejak init FOLDER --region CODE; or name one: --home FOLDER"),
        ) from error
    except tomllib.TOMLDecodeError as error:
        line = faulty_line(path.read_text(encoding="utf-8"), error)
        raise NoWorkspaceError(
            reason(
                "The settings {path} cannot be read at line {number}: {line}",
                path=str(path),
                number=line.number,
                line=line.text,
            ),
            reason('Write a line as name = "value", or restore the file from a backup.'),
        ) from error
    except UnicodeError as error:
        raise NoWorkspaceError(
            reason("The settings {path} were not saved as UTF-8.", path=str(path)),
            reason("Save it again with the encoding UTF-8."),
        ) from error
    except (OSError, TypeError, ValueError) as error:
        raise NoWorkspaceError(
            reason("The settings {path} cannot be read: {detail}.", path=str(path), detail=str(error)),
            reason("Mend the file, or restore it from a backup."),
        ) from error


def _threshold(written: object) -> Decimal | None:
    """The points from which the region sends. Raises KeyError for what is no number of points."""
    if written is None:
        return None
    if isinstance(written, bool) or not isinstance(written, int | Decimal):
        raise KeyError(THRESHOLD)
    points = Decimal(written)
    # Beyond these bounds nobody means points, and a figure could fill the disk when it is written out.
    if not points.is_finite() or not 0 <= points <= LARGEST or points != points.quantize(FINEST):
        raise KeyError(THRESHOLD)
    return points


def _paper(written: object) -> str | None:
    """The paper, in capitals. Raises KeyError for another."""
    if written is None:
        return None
    paper = written.strip().upper() if isinstance(written, str) else ""
    if paper not in PAPERS:
        raise KeyError(PAPER)
    return paper


def _letterhead(written: object) -> str | None:
    """The name of the file. Raises KeyError for what names none."""
    if written is None:
        return None
    if not isinstance(written, str) or not written.strip() or "\0" in written:
        raise KeyError(LETTERHEAD)
    return written


def _retention(written: object) -> str | None:
    """The period in words. Raises KeyError for what says none."""
    if written is None:
        return None
    if not isinstance(written, str) or not written.strip():
        raise KeyError(RETENTION)
    return written.strip()


def _database_url(written: object) -> str | None:
    """The database that the environment names, or else the settings. Raises KeyError for no address."""
    if written and not is_url(written):
        raise KeyError("database_url")
    return named_database() or (str(written) if written else None)


def named_database() -> str | None:
    """The database that the environment names. Raises NoWorkspaceError when it is no address of one."""
    named = os.environ.get(DATABASE_URL)
    if named and not is_url(named):
        raise NoWorkspaceError(
            reason("{name} is no address of a PostgreSQL database.", name=DATABASE_URL),
            reason("Write it as postgresql://user@host/database, or leave it out."),
        )
    return named or None


def create(
    home: Path, *, region_code: str, name: str, post: str, command_id: str, now: clock.Clock = clock.now
) -> tuple[Workspace, Outcome]:
    """Makes a workspace and registers its region and operator in one append.

    Where the environment names a database, that is the ledger: made when it is empty, else joined, which
    registers the operator alone, and nobody where the login role is bound to a person. Raises
    NoWorkspaceError when the folder is unfit, ConflictError when it already holds a workspace, and for a
    code that is not on the official list.
    """
    official = region(region_code)
    if official is None:
        raise NoWorkspaceError(
            reason("There is no region with the code {code}.", code=region_code),
            reason("Take the code of the official list, such as 33.03 for Kabupaten Purbalingga."),
        )
    _require_free(home)
    url = named_database()
    if url is None:
        require_fit(home)
    bound = _bound(url)
    operator, joins = (bound, True) if bound else _operator(url, streams.prefix(official["code"]))
    workspace = Workspace(home.resolve(), official["code"], operator, official["time_zone"], database_url=url)
    home.mkdir(parents=True, exist_ok=True)
    for folder in (home / "evidence", *(() if url else (workspace.views,))):
        folder.mkdir(exist_ok=True)
    if not joins:
        create_tables(workspace.place)
    # The owner has registered who is bound to a role: there is nobody to register.
    outcome = Outcome(command_id) if bound else _register(workspace, official, name, post, command_id, now)
    write_settings(workspace)
    return workspace, outcome


def _require_free(home: Path) -> None:
    if (home / SETTINGS).exists():
        raise ConflictError(
            reason("{path} already holds a workspace.", path=str(home)),
            reason("Use it as it is, or name another folder."),
        )
    if (home / LEDGER).exists():
        raise ConflictError(
            reason("{path} holds a ledger without its settings.", path=str(home)),
            reason("An earlier init was cut off, or jejak.toml is lost: restore it, or take another folder."),
        )


def _bound(url: str | None) -> str | None:
    """The person that the login role of a shared ledger is bound to."""
    if url is None or not exists(url):
        return None
    store = open_store(url)
    try:
        return store.role().person
    finally:
        store.close()


def _operator(url: str | None, prefix: str) -> tuple[str, bool]:
    """The id that the operator gets, and whether the database already holds a ledger to join."""
    if url is None or not exists(url):
        return streams.stream_id(prefix, "person", 1), False
    store = open_store(url)
    number = store.last_number(prefix, "person") + 1
    store.close()
    return streams.stream_id(prefix, "person", number), True


def _register(
    workspace: Workspace, official: Region, name: str, post: str, command_id: str, now: clock.Clock
) -> Outcome:
    profile, prefix = new_profile(), streams.prefix(workspace.region)
    workspace.vault.keep({profile: {"name": name}})

    def decide(decision: Decision) -> None:
        if decision.unit_of_work.state(streams.region_stream(prefix)) is None:
            decision.act(RegisterRegion.of(region=prefix, **official))
        decision.act(RegisterPerson.of(region=prefix, profile=profile, post=post))
        if workspace.operator not in decision.unit_of_work.touched():
            raise ConflictError(
                reason("Somebody else joined the ledger at the same moment; nothing was recorded."),
                reason("Run the same command again."),
            )

    return workspace.command_handler(now).run(command_id, decide)[0]


def require_fit(home: Path) -> None:
    """Raises NoWorkspaceError for a folder that SQLite cannot trust."""
    why = unfit(home)
    if why is None:
        return
    what = {
        "network": reason("{path} lies on a network drive, which SQLite cannot trust.", path=str(home)),
        "synchronised": reason(
            "{path} lies in a synchronised folder, which SQLite cannot trust.", path=str(home)
        ),
    }[why]
    raise NoWorkspaceError(
        what,
        reason(
            "Take a folder on this computer's own disk; to share a ledger, use PostgreSQL (see the docs)."
        ),
    )


def write_settings(workspace: Workspace) -> None:
    """Writes `jejak.toml`, whole or not at all; a database is named without its password."""
    values = {"region": workspace.region, "operator": workspace.operator, "time_zone": workspace.time_zone}
    if workspace.database_url:
        values["database_url"] = without_password(workspace.database_url)
    lines = "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items())
    if workspace.sending_threshold is not None:
        lines += f"{THRESHOLD} = {workspace.sending_threshold:f}\n"
    told = ((PAPER, workspace.paper), (LETTERHEAD, workspace.letterhead), (RETENTION, workspace.retention))
    for name, held in told:
        if held is not None:
            lines += f"{name} = {json.dumps(held)}\n"
    lines += "".join(defaults.lines(workspace.defaults))
    part = workspace.home / f"{SETTINGS}.part"
    part.write_text(lines, encoding="utf-8", newline="\n")
    part.replace(workspace.home / SETTINGS)
