"""How two texts are told apart on a screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis.strategies import text as words

from importers.recording.report_text import differing


def test_two_long_texts_are_shown_from_where_they_differ() -> None:
    before = "Inovasi mempercepat layanan pasar. " * 4
    text = f"{before}Loket satu atap dibuka di tiga pasar induk bagi para pedagang kecil{' kota ini' * 9}."
    other = text.replace("tiga", "dua puluh empat")
    assert differing(text, other) == (
        "…pasar. Loket satu atap dibuka di tiga pasar induk bagi para pedagang…",
        "…pasar. Loket satu atap dibuka di dua puluh empat pasar induk bagi para pedagang…",
    )
    assert differing(text, f"{text} Selesai") == (
        "…ini kota ini kota ini kota ini.",
        "…ini kota ini kota ini kota ini. Selesai",
    )
    assert differing("12 hari", "1 hari") == ("12 hari", "1 hari")


@given(words(max_size=300), words(max_size=300), words(max_size=300), words(max_size=300))
def test_what_is_shown_of_two_texts_holds_all_that_differs(one: str, two: str, start: str, end: str) -> None:
    shown, other = differing(f"{start}{one}{end}", f"{start}{two}{end}")
    assert (shown == other) == (one == two)
    assert len(shown) - len(other) == len(one) - len(two)
