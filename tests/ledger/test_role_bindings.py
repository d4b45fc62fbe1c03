"""A login role is bound to a person and to regions by the database itself, whatever program it uses."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from domain.design import DesignInnovation
from domain.person import RegisterPerson
from domain.unit import RegisterUnit
from ledger.admin import database_check, postgres_roles
from ledger.errors import ConflictError, EnvironmentFault
from ledger.postgres.vault import PostgresVault
from ledger.workspace.workspace import Workspace, zone_of
from ledger.write.command_handler import CommandHandler, Outcome
from tests.ledger.office import OPERATOR, REGION, Office, document, unit
from tests.ledger.roles import OTHER_REGION, Give, giving
from tests.ledger.sides import Postgres
from tests.postgres import role as new_role

OTHER = "3304/person/000001"


@pytest.fixture
def two(owner: Office) -> Office:
    """A ledger of two regions with a person, a unit and a profile each: positions 1 to 6."""
    there = RegisterUnit.of(region="3304", kind="opd", name="Dinas Lain")
    owner.do("c", OTHER_REGION, RegisterPerson.of(region="3304", profile="p2", post="Kepala"), there)
    owner.do("d", unit())
    PostgresVault(str(owner.side.place)).keep({"p1": {"name": "Satu"}, "p2": {"name": "Dua"}})
    return owner


@pytest.fixture
def give(postgres: str, two: Office) -> Iterator[Give]:
    """Roles in the ledger of two regions."""
    with giving(postgres) as made:
        yield made


def at(url: str, office: Office, actor: str = OPERATOR) -> Office:
    made = Office(Postgres(url), office.clock)
    made.command_handler = CommandHandler(made.recorder, made.store, actor, zone_of)
    return made


def actors(office: Office) -> list[str]:
    query = "SELECT convert_from(state, 'UTF8')::jsonb->>'actor' FROM stored_events ORDER BY notification_id"
    return [actor for (actor,) in office.query(query)]


def test_bound_role_records_as_its_person_alone(two: Office, give: Give) -> None:
    url = give("writer", person=OTHER)
    with pytest.raises(EnvironmentFault) as caught:
        at(url, two).do("e", document("1"))
    assert caught.value.why.text == (
        "Your role records as one person, and these events name another; nothing was recorded."
    )
    assert caught.value.remedy
    assert caught.value.remedy.text == (
        "Log in with the role of whoever records; its owner binds it with jejak database grant."
    )
    assert two.store.head().position == 6
    assert at(url, two, OTHER).do("e", document("1")) == Outcome("e", 7, 7)
    assert actors(two)[-1] == OTHER
    assert two.findings() == []


@pytest.mark.parametrize(
    "state",
    [
        '{"actor":"3303/person/000001","action":"x/1","body":{}}',
        '{"actor":"3304/person/000001","action":"x/1","body":{},"actor":"3303/person/000001"}',
        '{"action":"x/1","body":{"actor":"3304/person/000001"}}',
        '["3304/person/000001"]',
        "no json",
        '{"actor":null}',
        '{"actor":"3304/person/000001","body":"\\u0000"}',
    ],
)
def test_bytes_that_name_nobody_or_another_are_refused(two: Office, give: Give, state: str) -> None:
    """By plain SQL, too; of one key given twice every reader takes the last."""
    url = give("writer", person=OTHER)
    with psycopg.connect(url) as session:
        session.execute("UPDATE jejak.head SET position = position + 1")
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="records as its person alone"):
            session.execute(
                "INSERT INTO jejak.stored_events VALUES (7, '3303/x/000001', 1, 'x/1', %s, 'x', '')",
                (state.encode(),),
            )


def test_one_event_of_another_among_many_is_refused(two: Office, give: Give) -> None:
    url = give("writer", person=OTHER)
    rows = ", ".join(
        f"({7 + number}, '3303/x/{number:06d}', 1, 'x/1', '{{\"actor\":\"{actor}\"}}', 'x', '')"
        for number, actor in enumerate([OTHER, OTHER, OPERATOR])
    )
    with psycopg.connect(url) as session:
        session.execute("UPDATE jejak.head SET position = position + 3")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            session.execute(f"INSERT INTO jejak.stored_events VALUES {rows}")


def test_role_without_a_person_records_as_before_and_is_warned_of(two: Office, give: Give) -> None:
    url = give("writer")
    assert at(url, two).do("e", document("1")) == Outcome("e", 7, 7)
    assert [why.text for why in database_check.check(url).warnings] == [
        "The role {role} is bound to no person: whoever logs in with it can record as anybody."
    ]


def test_workspace_takes_the_person_of_its_role_without_asking(
    two: Office, give: Give, tmp_path: Path
) -> None:
    url = give("writer", person=OTHER)
    workspace = Workspace(tmp_path, "33.03", OPERATOR, "Asia/Jakarta", database_url=url)
    workspace.command_handler().run("e", lambda decision: decision.act(document("1")))
    assert actors(two)[-1] == OTHER


def test_role_of_a_region_sees_its_rows_alone(two: Office, give: Give) -> None:
    seen = at(give("reader", regions=["3304"]), two)
    assert {row.stream[:4] for row in seen.store.all_events()} == {"3304"}
    assert seen.store.streams("3303/unit/") == []
    assert seen.store.rows(REGION) == []
    assert seen.store.head() == two.store.head()
    assert [seen.store.leaf(position) for position in range(1, 7)] == two.store.leaves(1, 6)
    with pytest.raises(ConflictError) as caught:
        seen.findings()
    assert caught.value.why.values == {"regions": "33.04"}


def test_role_of_several_regions_sees_both(two: Office, give: Give) -> None:
    seen = at(give("reader", regions=["3304", "3303"]), two)
    assert [row.position for row in seen.store.all_events()] == [1, 2, 3, 4, 5, 6]


def test_writer_of_a_region_records_there_and_nowhere_else(two: Office, give: Give) -> None:
    """The proof goes on over all regions, though it sees one."""
    url = give("writer", person=OTHER, regions=["3304"])
    clerk = at(url, two, OTHER)
    with pytest.raises(EnvironmentFault) as caught:
        clerk.do("e", unit("Dinas Baru"))
    assert caught.value.why.text == "Your role does not write in this region; nothing was recorded."
    assert caught.value.remedy
    assert caught.value.remedy.text == (
        "Its owner gives it more regions with: jejak database grant writer ROLE --region CODE"
    )
    there = RegisterUnit.of(region="3304", kind="opd", name="Dinas Ketiga")
    assert clerk.do("f", there) == Outcome("f", 7, 7)
    clerk.correct("g", "3304/unit/000002", 1, "name", "Dinas Keempat")
    clerk.void("h", "f")
    assert two.store.head().position == 9
    assert two.findings() == []


def test_reservations_and_references_of_others_stay(two: Office, give: Give) -> None:
    two.do("e", document("1"))
    held, referred = two.reservations(), two.refs()
    assert held
    with psycopg.connect(give("writer", regions=["3304"]), autocommit=True) as session:
        assert session.execute("DELETE FROM jejak.reservations").rowcount == 0
        assert session.execute("SELECT * FROM jejak.reservations").fetchall() == []
        for statement in (
            "INSERT INTO jejak.reservations VALUES ('x', '3303/document/000001', 1)",
            "INSERT INTO jejak.refs VALUES ('x', '3303/document/000001')",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                session.execute(statement)
    assert (two.reservations(), two.refs()) == (held, referred)


def test_what_another_region_depends_on_is_not_voided_by_who_does_not_see_it(two: Office, give: Give) -> None:
    """Else the check of integrity would miss a fact that it cannot read."""
    two.do("e", RegisterUnit.of(region="3304", kind="opd", name="Dinas Asal"))
    two.do("f", DesignInnovation.of(region="3303", title="SIMPEL", unit="3304/unit/000002"))
    clerk = at(give("writer", regions=["3304"]), two)
    with pytest.raises(EnvironmentFault) as caught:
        clerk.void("g", "e")
    assert (
        caught.value.why.text == "A region that your role does not see depends on this; nothing was recorded."
    )
    assert caught.value.remedy
    assert caught.value.remedy.text == "Let a writer do this whose role sees all regions."
    assert two.store.head().position == 8


def test_vault_of_a_region_gives_its_persons_alone(two: Office, give: Give) -> None:
    auditor = PostgresVault(give("auditor", regions=["3304"]))
    assert {key: one["name"] for key, one in auditor.all().items()} == {"p2": "Dua"}
    assert auditor.get("p1") == {}
    assert len(PostgresVault(give("auditor")).all()) == 2


def test_writer_of_a_region_keeps_and_forgets_its_own_persons(two: Office, give: Give) -> None:
    """Also before an event names them; and a name in an event draws nobody over from another region."""
    url = give("writer", regions=["3304"])
    vault = PostgresVault(url)
    vault.keep({"p3": {"name": "Tiga"}})
    assert vault.get("p3")["name"] == "Tiga"
    clerk = at(url, two)
    clerk.do("e", RegisterPerson.of(region="3304", profile="p3", post="Staf"))
    clerk.do("f", RegisterPerson.of(region="3304", profile="p1", post="Staf"))
    assert sorted(vault.all()) == ["p2", "p3"]
    with pytest.raises(EnvironmentFault):
        vault.forget(["p1"])
    vault.forget(["p3"])
    assert sorted(PostgresVault(str(two.side.place)).all()) == ["p1", "p2"]


def test_corrected_profile_is_of_the_region_of_its_person(two: Office, give: Give) -> None:
    PostgresVault(str(two.side.place)).keep({"p4": {"name": "Empat"}})
    two.correct("e", OTHER, 1, "profile", "p4")
    assert sorted(PostgresVault(give("auditor", regions=["3304"])).all()) == ["p2", "p4"]


def test_ledger_of_before_learns_whose_its_profiles_are(two: Office, give: Give) -> None:
    two.side.execute("DELETE FROM vault.profile_regions")
    two.recorder.create_table()
    assert sorted(PostgresVault(give("auditor", regions=["3304"])).all()) == ["p2"]


@pytest.mark.parametrize(
    ("standing", "bound", "why", "remedy"),
    [
        (
            "verifier",
            {"regions": ["3303"]},
            "A role of this standing cannot be bound like that.",
            "Leave out --region; the proof tree is one over all regions.",
        ),
        (
            "owner",
            {"person": OPERATOR},
            "A role of this standing cannot be bound like that.",
            "Leave out --person and --region: the owner may do everything.",
        ),
        (
            "writer",
            {"person": "3303/person/000009"},
            "There is no person {code} in the ledger.",
            "Register the person first, in sheet Orang or with jejak init.",
        ),
    ],
)
def test_binding_that_makes_no_sense_is_refused(
    two: Office, postgres: str, standing: str, bound: dict[str, object], why: str, remedy: str
) -> None:
    with new_role(postgres) as (name, _secret), pytest.raises(ConflictError) as caught:
        postgres_roles.grant(postgres, standing, name, **bound)
    assert caught.value.why.text == why
    assert caught.value.remedy
    assert caught.value.remedy.text == remedy


def test_owner_is_not_granted_less(two: Office, postgres: str) -> None:
    ((owner,),) = two.query("SELECT current_user::text")
    with pytest.raises(ConflictError) as caught:
        postgres_roles.grant(postgres, "reader", owner)
    assert caught.value.remedy
    assert caught.value.remedy.text == "Hand it over first: jejak database grant owner ROLE"


def test_rights_that_were_taken_later_and_roles_that_are_gone_are_told(
    two: Office, postgres: str, give: Give
) -> None:
    url = give("writer")
    name = url.partition("//")[2].partition(":")[0]
    two.side.execute(f"REVOKE SELECT ON jejak.refs FROM {name}")
    two.side.execute("INSERT INTO jejak.roles VALUES ('pergi', 'reader', NULL, NULL)")
    found = {why.text for why in database_check.check(postgres).findings}
    assert {
        "The role {role} lacks {right} on {table}.",
        "The role {role} was granted rights, but the server does not know it.",
    } <= found


@pytest.mark.parametrize("how", ["NOLOGIN", "SUPERUSER", "BYPASSRLS", "member"])
def test_role_that_nothing_would_hold_is_not_bound(two: Office, postgres: str, give: Give, how: str) -> None:
    free = give("writer").partition("//")[2].partition(":")[0]
    with new_role(postgres) as (name, _secret):
        two.side.execute(f"GRANT {free} TO {name}" if how == "member" else f"ALTER ROLE {name} {how}")
        with pytest.raises(ConflictError) as caught:
            postgres_roles.grant(postgres, "writer", name, regions=["3303"])
        assert caught.value.why.text in (
            "The role {role} cannot log in, so nobody is bound by it.",
            "The role {role} can act as {other}: nothing would bind it.",
        )
        assert caught.value.remedy
        assert caught.value.remedy.text == "Give each person a login role of its own: CREATE ROLE NAME LOGIN"
        assert two.query(f"SELECT count(*) FROM roles WHERE role = '{name}'") == [(0,)]


def test_limits_that_were_lifted_later_are_found(two: Office, postgres: str, give: Give) -> None:
    url = give("writer", person=OTHER, regions=["3304"])
    name = url.partition("//")[2].partition(":")[0]
    two.side.execute(f"ALTER ROLE {name} BYPASSRLS")
    for asked in (url, postgres):
        found = [why for why in database_check.check(asked).findings if "fsync" not in why.text]
        assert [why.text for why in found] == ["The role {role} can act as {other}, which lifts its limits."]
        assert found[0].values["other"] == "BYPASSRLS"
