"""Posts with what limits them, and times, as the documents of a lab print them."""

from __future__ import annotations

import pytest

from exporters.word.lab.words import counted, party, span_of, table_post
from projections.queries.lab_record import Signer


def signer(capacity: str | None, representing: str | None = None, post: str | None = "Sekretaris") -> Signer:
    return Signer(
        role="first_party", post=post, unit="Dinas Uji", capacity=capacity, representing=representing
    )


@pytest.mark.parametrize(
    ("signed", "above", "post", "listed"),
    [
        (signer("definitive"), "", "Sekretaris", "Sekretaris"),
        (signer(None), "", "Sekretaris", "Sekretaris"),
        (signer("acting_plt"), "", "Plt. Sekretaris", "Plt. Sekretaris"),
        (signer("acting_pj"), "", "Pj. Sekretaris", "Pj. Sekretaris"),
        (signer("acting_plh"), "", "Plh. Sekretaris", "Plh. Sekretaris"),
        (signer("on_behalf", "Bupati"), "a.n. Bupati", "Sekretaris", "a.n. Bupati, Sekretaris"),
        (signer("on_behalf"), "a.n. …………………………", "Sekretaris", "a.n. …………………………, Sekretaris"),
        (signer("on_behalf", "Bupati", None), "a.n. Bupati", None, "a.n. Bupati"),
        (signer("definitive", "Pemkot"), "", "Sekretaris", "Sekretaris (hanya mewakili Pemkot)"),
        (signer("acting_plt", None, None), "", None, None),
    ],
)
def test_a_post_bears_its_capacity(signed: Signer, above: str, post: str | None, listed: str | None) -> None:
    told = party(signed)
    assert (told.role, told.above, told.post, told.unit) == ("pihak pertama", above, post, "Dinas Uji")
    assert table_post(signed) == listed


@pytest.mark.parametrize(
    ("begun", "ended", "told"),
    [
        ("2022-10-12", "2022-12-15", "12 Oktober 2022 – 15 Desember 2022"),
        ("2022-10-12", "2022-10-12", "12 Oktober 2022"),
        ("2022", None, "2022"),
        (None, "2022-05", "sampai Mei 2022"),
        (None, None, None),
    ],
)
def test_a_time_is_as_precise_as_it_is_known(begun: str | None, ended: str | None, told: str | None) -> None:
    assert span_of(begun, ended) == told


def test_no_count_is_told_as_none() -> None:
    assert (counted(0), counted(1204)) == (None, "1.204")
