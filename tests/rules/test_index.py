"""The index of a region: the divisor, the number of innovations, the spread of affairs, the predicate."""

from decimal import Decimal

import pytest

from domain.rules.entries import Entry
from domain.rules.index import Index, Sent, index, predicate
from tests.rules.given import REGION, book, claim, entry

IGA, IGA23, IGA24, IGA25, IGA27 = (book(f"iga-{year}") for year in (2026, 2023, 2024, 2025, 2027))
AFFAIRS = [
    "Pendidikan",
    "Kesehatan",
    "Pekerjaan Umum dan Penataan Ruang",
    "Perumahan Rakyat dan Kawasan Permukiman",
    "Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat",
    "Sosial",
]


def sent(count: int, maturity: str = "60", affairs: int = 6) -> list[Sent]:
    """So many innovations of one maturity, spread over so many affairs of basic service."""
    return [
        Sent(f"3303/innovation/{n:06d}", Decimal(maturity), AFFAIRS[n % affairs] if affairs else None, n)
        for n in range(count)
    ]


def of(count: int, maturity: str = "60", affairs: int = 6, made: Entry | None = None) -> Index:
    return index(IGA, made, sent(count, maturity, affairs), REGION)


@pytest.mark.parametrize(
    ("count", "mean"),
    [(0, "0"), (1, "5"), (6, "30"), (11, "55"), (12, "60"), (13, "60"), (200, "60"), (201, "60")],
)
def test_the_sum_is_divided_by_twelve_at_least(count: int, mean: str) -> None:
    assert of(count).mean == Decimal(mean)
    assert (of(count).divisor, of(count).count) == (12, count)


@pytest.mark.parametrize(
    ("count", "number"),
    [
        (5, "1.90"),
        (11, "4.18"),
        (12, "4.56"),
        (13, "4.94"),
        (199, "75.62"),
        (200, "76.00"),
        (201, "76.00"),
        (305, "76.00"),
    ],
)
def test_each_innovation_counts_up_to_two_hundred(count: int, number: str) -> None:
    assert of(count).number == Decimal(number)


@pytest.mark.parametrize(
    ("affairs", "outcome", "number"),
    [
        (0, "not_met", "0"),
        (1, "not_met", "0"),
        (4, "not_met", "0"),
        (5, "met", "4.56"),
        (6, "met", "4.56"),
    ],
)
def test_the_number_counts_when_five_affairs_are_represented(affairs: int, outcome: str, number: str) -> None:
    found = of(12, affairs=affairs)
    assert found.spread is not None
    assert (found.spread.outcome, found.number, found.mean) == (outcome, Decimal(number), Decimal(60))
    assert found.spread.sentence.values == {"count": affairs, "all": 6, "limit": 5}


def test_the_spread_names_the_affairs_that_lack_and_counts_others_for_nothing() -> None:
    some = [*sent(4, affairs=4), Sent("3303/innovation/000099", Decimal(1), "Pangan", 99)]
    found = index(IGA, None, some, REGION).spread
    assert found is not None
    assert found.remedy is not None
    assert found.remedy.values == {
        "affairs": "Ketenteraman, Ketertiban Umum dan Pelindungan Masyarakat; Sosial"
    }
    assert (found.facts, found.absent) == ([0, 1, 2, 3], None)


@pytest.mark.parametrize(
    ("name", "affairs", "outcome"),
    [
        ("iga-2023", 1, "not_met"),
        ("iga-2023", 2, "met"),
        ("iga-2027", 5, "not_met"),
        ("iga-2027", 6, "met"),
        ("iga-2025", 2, "not_met"),
        ("iga-2025", 3, "met"),
    ],
)
def test_the_spread_asked_for_changes_with_the_year(name: str, affairs: int, outcome: str) -> None:
    found = index(book(name), None, sent(12, affairs=affairs), REGION).spread
    assert found is not None
    assert found.outcome == outcome


def test_a_spread_that_is_not_confirmed_takes_no_points() -> None:
    rules = book("iga-2026", lambda raw: raw["spread"]["minimum"].update(certainty="unconfirmed"))
    assert index(rules, None, sent(12, affairs=4), REGION).number == Decimal("4.56")


ALL_ROWS = entry(*(claim(row.id, 3) for row in IGA.spd))


@pytest.mark.parametrize(
    ("made", "maturity", "count", "value"),
    [
        (ALL_ROWS, "111", 200, "100.00"),
        (ALL_ROWS, "0", 0, "25.20"),
        (None, "111", 12, "46.22"),
        (None, "0", 200, "30.40"),
        (None, "0", 0, "0.00"),
        (ALL_ROWS, "42", 12, "43.82"),
    ],
)
def test_the_index_is_what_was_reached_of_250_points(
    made: Entry | None, maturity: str, count: int, value: str
) -> None:
    assert of(count, maturity, made=made).value == Decimal(value)


SANGAT, INOVATIF, KURANG, TIDAK = "Sangat Inovatif", "Inovatif", "Kurang Inovatif", "Tidak Dapat Dinilai"


@pytest.mark.parametrize(
    ("points", "value", "label"),
    [
        ("100", "40.00", KURANG),
        ("100.01", "40.00", KURANG),
        ("100.012", "40.00", KURANG),
        ("100.0125", "40.01", INOVATIF),
        ("100.025", "40.01", INOVATIF),
        ("162.5", "65.00", INOVATIF),
        ("162.512", "65.00", INOVATIF),
        ("162.5125", "65.01", SANGAT),
        ("162.525", "65.01", SANGAT),
        ("0.012", "0.00", TIDAK),
        ("0.0125", "0.01", KURANG),
    ],
)
def test_the_index_is_rounded_half_up_before_its_predicate_is_read(
    points: str, value: str, label: str
) -> None:
    """Twelve innovations without an affair of basic service: the points are those of each of them."""
    found = of(12, points, affairs=0)
    assert (found.value, found.predicate) == (Decimal(value), label)
    assert found.certainty == "confirmed_copy"


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("iga-2026", "0", TIDAK),
        ("iga-2026", "0.01", KURANG),
        ("iga-2026", "40", KURANG),
        ("iga-2026", "40.01", INOVATIF),
        ("iga-2026", "65", INOVATIF),
        ("iga-2026", "65.01", SANGAT),
        ("iga-2026", "100", SANGAT),
        ("iga-2023", "0", TIDAK),
        ("iga-2023", "34.99", KURANG),
        ("iga-2023", "35.00", INOVATIF),
        ("iga-2023", "60.00", INOVATIF),
        ("iga-2023", "60.01", SANGAT),
        ("iga-2024", "34.99", KURANG),
        ("iga-2024", "35", INOVATIF),
        ("iga-2024", "60", INOVATIF),
        ("iga-2024", "60.01", SANGAT),
        ("iga-2025", "65.00", None),
        ("iga-2025", "65.01", SANGAT),
        ("iga-2025", "100", SANGAT),
        ("iga-2027", "100", None),
    ],
)
def test_the_predicate_at_every_edge(name: str, value: str, label: str | None) -> None:
    found = predicate(book(name), Decimal(value))
    assert (found.label if found else None) == label


def test_an_index_that_is_not_known_has_no_predicate() -> None:
    assert predicate(IGA, None) is None


@pytest.mark.parametrize("name", ["iga-2023", "iga-2024", "iga-2025", "iga-2027"])
def test_a_rulebook_that_lacks_weights_gives_no_index(name: str) -> None:
    found = index(book(name), None, sent(12), REGION)
    assert (found.value, found.predicate, found.number, found.certainty) == (None, None, None, "unconfirmed")


def test_the_parts_that_a_rulebook_knows_are_given() -> None:
    assert [index(rules, None, sent(12), REGION).mean for rules in (IGA23, IGA24, IGA25, IGA27)] == [
        Decimal(60),
        None,
        None,
        None,
    ]
    assert index(IGA23, None, sent(5), REGION).mean == Decimal(30)
