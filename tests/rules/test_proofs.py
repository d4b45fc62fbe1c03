"""Whether evidence proves a level: the note on regulations, sets of a training, pages, files and links."""

import pytest

from domain.rules.verdict import Finding
from domain.support import TrainingHeld
from tests.rules.given import Said, book, case, claim, entry, finding, implemented, proof, seen

IGA, IGA23 = book("iga-2026"), book("iga-2023")
REGULATION = "regulation"


def perda(occurred: str | None = "2025-06-01") -> Said:
    return proof("perda", REGULATION, occurred=occurred)


def perkada(occurred: str | None = "2025-06-01", page: str | None = "3") -> Said:
    return proof("perkada", REGULATION, occurred=occurred, page=page)


def sk(occurred: str | None = "2024-08-01", page: str | None = "Lampiran") -> Said:
    return proof("sk", REGULATION, occurred=occurred, page=page)


def regulation(level: int, *said: Said, began: str | None = "2024-03-01") -> Finding:
    about = case(implemented(began), *said) if began else case(*said)
    return finding(IGA, about, "indicator.regulation", entry(claim(REGULATION, level)))


NOTE_A: dict[str, tuple[list[Said], int]] = {
    "nothing": ([], 0),
    "SK of the implementation year": ([sk()], 1),
    "SK on the first day of the year": ([sk("2024-01-01")], 1),
    "SK on the last day of the year": ([sk("2024-12-31")], 1),
    "SK known by its year": ([sk("2024")], 1),
    "SK of the year before": ([sk("2023-12-31")], 0),
    "SK of the year after": ([sk("2025-01-01")], 0),
    "SK across two years": ([sk("2023/2024")], 0),
    "SK of an unknown day": ([sk(None)], 0),
    "SK without the page": ([sk(page=None)], 0),
    "Perkada before 2026": ([perkada("2025-12-31")], 2),
    "Perkada of 2026": ([perkada("2026-01-01")], 0),
    "Perkada across the year's end": ([perkada("2025/2026")], 0),
    "Perkada of an unknown day": ([perkada(None)], 0),
    "Perkada without the page": ([perkada(page=None)], 0),
    "Perda alone": ([perda()], 0),
    "Perda with Perkada": ([perda(), perkada()], 3),
    "Perda with SK": ([perda(), sk()], 3),
    "Perda with Perkada without the page": ([perda(), perkada(page=None)], 0),
    "Perda with SK of another year": ([perda(), sk("2023-08-01")], 0),
    "Perda of 2026 with Perkada": ([perda("2026-01-01"), perkada()], 2),
    "Perda of 2026 with SK": ([perda("2026-01-01"), sk()], 1),
    "Perda with Perkada of 2026 and SK": ([perda(), perkada("2026-01-01"), sk()], 3),
    "all three": ([perda(), perkada(), sk()], 3),
}


@pytest.mark.parametrize(("said", "level"), NOTE_A.values(), ids=NOTE_A)
def test_the_note_on_regulations_says_what_proves_level_three(said: list[Said], level: int) -> None:
    found = regulation(3, *said)
    assert (found.level, found.points) == (level, level * 3)


@pytest.mark.parametrize(
    ("claimed", "level"), [(0, 0), (1, 1), (2, 2), (3, 3)], ids=["none", "one", "two", "three"]
)
def test_evidence_proves_no_more_than_is_claimed(claimed: int, level: int) -> None:
    assert regulation(claimed, perda(), perkada(), sk()).level == level


@pytest.mark.parametrize(("began", "level"), [("2024", 1), ("2023", 0), ("2023/2024", 0), (None, 0)], ids=str)
def test_the_year_of_an_sk_is_that_of_the_implementation(began: str | None, level: int) -> None:
    assert regulation(1, sk(), began=began).level == level


@pytest.mark.parametrize(
    ("kind", "page", "level"),
    [
        ("sk", "3", 2),
        ("sk", None, 0),
        ("perkada", "3", 3),
        ("perda", "3", 3),
        ("perda", None, 0),
        ("photo", "3", 0),
    ],
)
def test_in_2023_a_perda_or_perkada_alone_proves_level_three(kind: str, page: str | None, level: int) -> None:
    about = case(proof(kind, REGULATION, occurred="2022", page=page))
    made = entry(claim(REGULATION, 3), year=2023)
    assert finding(IGA23, about, "indicator.regulation", made).level == level


def training(year: int, held: int, **pieces: int) -> int | None:
    """The level of so many trainings with so many pieces of evidence of each kind."""
    said: list[Said] = [(TrainingHeld(subject=str(n)), str(year)) for n in range(held)]
    said += [proof(kind, "training") for kind, count in pieces.items() for _ in range(count)]
    rules, made = book(f"iga-{year}"), entry(claim("training", 0), year=year)
    return finding(rules, case(*said), "indicator.training", made).level


@pytest.mark.parametrize(
    ("letters", "lists", "certificates", "level"),
    [
        (3, 3, 1, 3),
        (3, 3, 0, 0),
        (3, 2, 1, 2),
        (2, 3, 1, 2),
        (1, 1, 1, 1),
        (0, 3, 3, 0),
        (3, 0, 3, 0),
        (9, 9, 9, 3),
    ],
)
def test_three_trainings_of_2026_are_proved_set_by_set(
    letters: int, lists: int, certificates: int, level: int
) -> None:
    found = training(2026, 3, assignment_letter=letters, attendance_list=lists, certificate=certificates)
    assert found == level


def test_a_set_takes_a_letter_an_sk_or_an_invitation() -> None:
    pieces = {"sk": 1, "invitation": 1, "assignment_letter": 1, "attendance_list": 3, "certificate": 1}
    assert training(2026, 3, **pieces) == 3


@pytest.mark.parametrize(("held", "level"), [(1, 1), (2, 2), (3, 3), (4, 3)])
def test_pieces_beyond_the_trainings_held_prove_no_more(held: int, level: int) -> None:
    assert training(2026, held, sk=9, attendance_list=9, certificate=9) == level


@pytest.mark.parametrize(("invitations", "level"), [(0, 0), (1, 1), (2, 2), (3, 3)])
def test_in_2023_each_training_has_its_invitation(invitations: int, level: int) -> None:
    assert training(2023, 3, sk=3, attendance_list=3, invitation=invitations) == level


@pytest.mark.parametrize(("claimed", "level"), [(1, 1), (2, 1), (3, 1)])
def test_executors_without_a_letter_are_level_one(claimed: int, level: int) -> None:
    """The only level that asks for no evidence at all."""
    found = finding(IGA, case(), "indicator.executors", entry(claim("executors", claimed)))
    assert (found.level, found.outcome) == (level, "met")
    proved = case(proof("assignment_letter", "executors"))
    assert finding(IGA, proved, "indicator.executors", entry(claim("executors", claimed))).level == claimed


@pytest.mark.parametrize(("count", "level"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3)])
def test_each_method_of_information_has_a_screenshot_of_its_own(count: int, level: int) -> None:
    about = case(*(proof("screenshot", "information_access") for _ in range(count)))
    made = entry(claim("information_access", 3))
    assert finding(IGA, about, "indicator.information_access", made).level == level


LINK = "https://video"
PLACES: dict[str, tuple[list[Said], int]] = {
    "file": ([proof("video", "video", file="ab")], 3),
    "link that nobody opened": ([proof("video", "video", link=LINK)], 0),
    "link that opened": ([proof("video", "video", link=LINK), seen(LINK, "2026-05")], 3),
    "dead link": ([proof("video", "video", link=LINK), seen(LINK, "2026-05", alive=False)], 0),
    "dead link beside a file": (
        [proof("video", "video", link=LINK, file="ab"), seen(LINK, "2026-05", alive=False)],
        3,
    ),
    "link that opened again": (
        [proof("video", "video", link=LINK), seen(LINK, "2026-04", alive=False), seen(LINK, "2026-05")],
        3,
    ),
    "neither file nor link": ([proof("video", "video", file=None)], 0),
    "another kind": ([proof("photo", "video")], 0),
    "another indicator": ([proof("video", "complaints")], 0),
}


@pytest.mark.parametrize(("said", "level"), PLACES.values(), ids=PLACES)
def test_a_piece_of_evidence_can_be_opened(said: list[Said], level: int) -> None:
    assert finding(IGA, case(*said), "indicator.video", entry(claim("video", 3))).level == level


def test_what_is_missing_is_named_for_the_level_that_is_stated() -> None:
    found = regulation(3, perda())
    assert found.remedy is not None
    pieces = found.remedy.values["pieces"]
    assert [(piece.kinds, piece.page) for piece in pieces] == [(["perkada"], True)]
    assert (found.gain, found.upto) == (9, 9)
