"""What depends on the whole edition: quota, titles, categories, goals, the queue, the criteria of the law."""

import pytest

from domain.delivery import Displayed, Launched
from domain.entry import AlignmentChosen, QueueMoved
from domain.names import fold
from domain.profile import ProfileWritten
from domain.rules.verdict import Finding
from domain.support import Replicated
from tests.rules.given import STREAM, Said, book, case, claim, entry, finding, verdict

UMUM, REPLICATED, KIPP = book("kipp-2021-umum"), book("kipp-2021-replikasi"), book("kipp-2023-umum")
KIPP25, PP38, INAGARA = book("kipp-2025-umum"), book("pp38-2017"), book("inagara-2022")
OTHER = "3303/innovation/000002"


@pytest.mark.parametrize(
    ("name", "entries", "outcome", "decides"),
    [
        ("kipp-2021-umum", 0, "met", True),
        ("kipp-2021-umum", 9, "met", True),
        ("kipp-2021-umum", 10, "met", True),
        ("kipp-2021-umum", 11, "not_met", True),
        ("kipp-2021-replikasi", 5, "met", True),
        ("kipp-2021-replikasi", 6, "not_met", True),
        ("kipp-2025-umum", 15, "met", False),
        ("kipp-2025-umum", 16, "not_met", False),
    ],
)
def test_a_region_sends_no_more_than_its_quota(name: str, entries: int, outcome: str, decides: bool) -> None:
    found = finding(book(name), case(), "quota", entries=list(range(1, entries + 1)))
    assert (found.outcome, found.decides, len(found.facts)) == (outcome, decides, entries)
    assert (found.remedy.values if found.remedy else None) == ({"over": 1} if outcome == "not_met" else None)


def test_a_quota_that_is_not_known_is_no_finding() -> None:
    assert verdict(KIPP, case(), entries=list(range(99))).finding("quota") is None


@pytest.mark.parametrize(
    ("title", "other", "outcome"),
    [
        ("SIMPEL PASAR", "SIMPEL PASAR", "not_met"),
        ("SIMPEL PASAR", "simpel pasar", "not_met"),
        ("SIMPEL PASAR", "  Simpel   Pasar\n", "not_met"),
        ("SIMPEL PASAR", "SIMPELPASAR", "met"),
        ("SIMPEL PASAR", "SIMPEL PASAR 2", "met"),
    ],
)
def test_titles_are_compared_without_case_and_spaces(title: str, other: str, outcome: str) -> None:
    titles: dict[str, list[tuple[str, int]]] = {}
    for stream, at, text in ((STREAM, 100, title), (OTHER, 200, other)):
        titles.setdefault(fold(text), []).append((stream, at))
    found = finding(UMUM, case(title=title), "duplicates", titles=titles)
    assert (found.outcome, found.facts) == (outcome, [100, 200])
    assert found.decides is False


@pytest.mark.parametrize(
    ("chosen", "outcome"),
    [
        ("Kesehatan", "met"),
        (" kesehatan ", "met"),
        ("Ketahanan   Bencana", "met"),
        ("Kesehatan dan Pendidikan", "not_met"),
        ("Pelayanan kesehatan", "not_met"),
        (None, "not_met"),
    ],
)
def test_the_category_is_one_of_the_edition(chosen: str | None, outcome: str) -> None:
    found = finding(KIPP, case(ProfileWritten(kipp_category=chosen)), "category")
    certainty = "confirmed_copy" if chosen else "unconfirmed"
    assert (found.outcome, found.certainty, found.kind) == (outcome, certainty, "gate")


def test_the_category_of_the_entry_goes_before_that_of_the_profile() -> None:
    made = entry(AlignmentChosen(category="Kesehatan"), award="kipp", year=2023, group="umum")
    found = finding(KIPP, case(ProfileWritten(kipp_category="Lainnya")), "category", made)
    assert (found.outcome, found.facts) == ("met", [501])


@pytest.mark.parametrize(
    ("said", "chosen", "rule", "outcome"),
    [
        ([], None, "sdgs", "not_met"),
        ([ProfileWritten(sdgs=[3])], None, "sdgs", "met"),
        ([], AlignmentChosen(sdgs=[3, 4]), "sdgs", "met"),
        ([], None, "asta_cita", "not_met"),
        ([], AlignmentChosen(asta_cita=[4]), "asta_cita", "met"),
        ([], AlignmentChosen(sdgs=[3]), "asta_cita", "not_met"),
    ],
)
def test_goals_are_chosen_in_the_profile_or_for_the_entry(
    said: list[Said], chosen: AlignmentChosen | None, rule: str, outcome: str
) -> None:
    made = entry(chosen, award="kipp", year=2025, group="umum") if chosen else None
    assert finding(KIPP25, case(*said), rule, made).outcome == outcome


@pytest.mark.parametrize(
    ("name", "rule", "certainty", "kind"),
    [
        ("kipp-2021-umum", "sdgs", "confirmed", "gate"),
        ("kipp-2023-umum", "sdgs", "confirmed_copy", "gate"),
        ("kipp-2022-umum", "sdgs", "unconfirmed", "gate"),
        ("kipp-2025-umum", "sdgs", "unconfirmed", "gate"),
        ("kipp-2025-umum", "asta_cita", "unconfirmed", "warning"),
        ("kipp-2021-umum", "category", "unconfirmed", "gate"),
    ],
)
def test_a_choice_is_asked_for_as_certainly_as_the_form_says(
    name: str, rule: str, certainty: str, kind: str
) -> None:
    found = finding(book(name), case(), rule)
    assert (found.outcome, found.certainty, found.kind) == ("not_met", certainty, kind)


@pytest.mark.parametrize(
    ("stages", "label", "outcome", "facts"),
    [
        ([], "unit", "not_met", []),
        (["unit"], "unit", "not_met", [501]),
        (["local_admin"], "local_admin", "not_met", [501]),
        (["local_admin", "returned"], "returned", "not_met", [502]),
        (["local_admin", "returned", "local_admin", "ministry"], "ministry", "met", [504]),
    ],
    ids=["nothing", "unit", "local admin", "returned", "ministry"],
)
def test_the_queue_says_whose_turn_it_is_and_decides_nothing(
    stages: list[str], label: str, outcome: str, facts: list[int]
) -> None:
    moves = [QueueMoved(stage=stage) for stage in stages]
    made = entry(*moves, award="kipp", year=2023, group="umum") if stages else None
    found = finding(KIPP, case(), "queue", made)
    assert (found.label, found.outcome, found.facts) == (label, outcome, facts)
    assert (found.kind, found.decides) == ("turn", False)


CRITERIA = ["new", "beneficial", "no_burden", "authority", "replicable"]


def assessed(**levels: int) -> list[str]:
    claims = [claim(name, level) for name, level in levels.items()]
    found = verdict(PP38, case(), entry(*claims, award="pp38", year=2017))
    return [one.outcome for one in found.findings] + [found.outcome]


@pytest.mark.parametrize(
    ("levels", "outcomes"),
    [
        ({}, ["unknown"] * 6),
        (dict.fromkeys(CRITERIA, 1), ["met"] * 6),
        (dict.fromkeys(CRITERIA[:4], 1), ["met"] * 4 + ["unknown"] * 2),
        (dict.fromkeys(CRITERIA, 1) | {"no_burden": 0}, ["met", "met", "not_met", "met", "met", "not_met"]),
        ({"authority": 0}, ["unknown"] * 3 + ["not_met", "unknown", "not_met"]),
    ],
    ids=["nobody looked", "all met", "one open", "one not met", "one not met, the rest open"],
)
def test_the_five_criteria_of_the_law_are_judged_by_people(
    levels: dict[str, int], outcomes: list[str]
) -> None:
    assert assessed(**levels) == outcomes


def test_a_recorded_replication_shows_that_it_can_be_replicated_unless_somebody_says_no() -> None:
    about = case(Replicated(direction="out", place="Kebumen"))
    found: Finding = finding(PP38, about, "criterion.replicable")
    assert (found.outcome, found.facts) == ("met", [101])
    denied = entry(claim("replicable", 0), award="pp38", year=2017)
    assert finding(PP38, about, "criterion.replicable", denied).outcome == "not_met"


def test_a_recognition_without_a_form_shows_what_is_recorded_and_judges_nothing() -> None:
    found = verdict(INAGARA, case(Launched()))
    assert [(one.rule, one.outcome) for one in found.findings] == [
        ("recognised.launched", "met"),
        ("recognised.displayed", "not_met"),
    ]
    assert (found.outcome, found.maturity, found.most) == ("unknown", None, None)
    assert finding(INAGARA, case(Displayed()), "recognised.displayed").facts == [101]
