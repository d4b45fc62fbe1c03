"""Text is what its writer meant, whatever program it was pasted from; what nobody can read is named."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.sheets.sheet import Column
from importers.problems import CellError
from importers.reading import cells
from importers.reading.plain_text import DROPPED, WEB, OddCharacterError, Plain, one_line, plain
from jejak_i18n import sentence

AS_TYPED = (
    "a<b & c>d",
    "a <b> c",
    "i<p>j",
    "<3",
    "A&B <C>",
    "R&D; P&L",
    "{{ judul }} {% if x %} {# c #}",
    "1 < 2 dan 3 > 2",
    "A &amp; B",
    "?a=1&copy=2",
    "<w:p>tebal</w:p>",
    "<nama> dan <alamat>",
    "x </b> y",
    "<script> tanpa akhir",
    "<!-- tanpa akhir",
    "Rp 1,5 M ± 10 % ≥ 5 × 2 ½ “kutip” ‘satu’ – — … 📈",
    "👩\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 👍🏽",
    "- satu\n- dua\n\ntiga  empat\tlima",
    "●●○ cukup",
    "_x0041_ _x0007_",
    "ꦲꦏ꧀\u200cꦱꦫ",
)
READ = {
    "satu\r\ndua\rtiga\x0bempat\x0clima\x856\u20287\u2029": "satu\ndua\ntiga\nempat\nlima\n6\n7",
    "satu_x000D_\ndua_x000B_tiga": "satu\ndua\ntiga",
    "1.\xa0\xa0\xa0 Satu": "1. Satu",
    "1\u202f000\u3000m": "1 000 m",
    "kin\xader\u200bja\ufeff\u200e \u2060baik": "kinerja baik",
    "tanpa\u200dsambung\u200can": "tanpasambungan",
    "\uf0b7\tSatu\n  \uf0a7 Dua\n•Tiga\n➢ Empat\n·  Lima": "- Satu\n- Dua\n- Tiga\n- Empat\n- Lima",
    "\x93kutip\x94 \x96 caf\xe9": "“kutip” – café",
    "\U000e0041\U000e0042a": "a",
}
SHOWN = {
    "<p>Satu&nbsp;dua</p><p>Tiga</p>": "Satu dua\nTiga",
    "<P CLASS='x'>Satu<BR/>dua</P>": "Satu\ndua",
    "Satu<br>\nDua<br><br>Tiga": "Satu\nDua\n\nTiga",
    "1. satu\n2. <b>dua</b>\n\ntiga": "1. satu\n2. dua\n\ntiga",
    "<ul>\n<li>satu</li>\n<li><p>dua</p></li><li></li></ul>": "- satu\n- dua",
    "<ol><li>satu<li>dua</ol><p>tiga": "1. satu\n2. dua\ntiga",
    "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>": "- a\n1. b\n- c",
    "<table><tr><th>A</th><th>B</th></tr><tr><td><p>1</p></td><td>2</td></tr></table>": "A | B\n1 | 2",
    "10<sup>6</sup> m<sup>2</sup> CO<sub>2</sub>": "10⁶ m² CO2",
    '<a href="https://contoh.go.id/a?b=1&amp;c=2">lihat</a>': "lihat (https://contoh.go.id/a?b=1&c=2)",
    '<a href="https://contoh.go.id/">contoh.go.id</a>': "contoh.go.id",
    '<a href="https://contoh.go.id/"><i></i></a>': "https://contoh.go.id/",
    "<div>&lt;div&gt;teks&lt;/div&gt;</div>": "teks",
    "<p>a<b & c>d &lt; e</p>": "a<b & c>d < e",
    "<p>\uf0b7&nbsp;Satu</p>": "- Satu",
    "Satu&nbsp;dua &amp; tiga": "Satu dua & tiga",
    "Jum&#8217;at &mdash; &tidakada;": "Jum’at — &tidakada;",
    "<!--[if gte mso 9]><xml>1</xml><![endif]-->Satu": "Satu",
    "<p>satu <o:p></o:p></p>": "satu",
    "<pre>a</pre><hr>b</span>": "a\nb",
}
LEFT_OUT = {
    "Satu <script>alert('<b>1</b>')</script> dua": "Satu dua",
    "<style>p { color: red }</style><p>Satu</p>": "Satu",
    'Satu <img src="x.png" alt="y">': "Satu",
}
ODD = {
    "abc\x07def": ("U+0007", "BELL", 3, "abc□def", False),
    "a\x7f": ("U+007F", "DELETE", 1, "a□", False),
    "satu\u202edua": ("U+202E", "RIGHT-TO-LEFT OVERRIDE", 4, "satu□dua", True),
    "\u2066a\u2069": ("U+2066", "LEFT-TO-RIGHT ISOLATE", 0, "□a□", True),
    "panah \uf0e0 kanan": ("U+F0E0", "", 6, "panah □ kanan", False),
    "a\x81": ("U+0081", "", 1, "a□", False),
    "a\ud800": ("U+D800", "", 1, "a□", False),
    "<p>satu&#8238;dua</p>": ("U+202E", "RIGHT-TO-LEFT OVERRIDE", 4, "satu□dua", True),
    "kata " * 10 + "\x00" + " kata" * 10: (
        "U+0000",
        "NULL",
        50,
        "kata kata kata kata □ kata kata kata kata",
        False,
    ),
}


@pytest.mark.parametrize("text", AS_TYPED)
def test_what_is_no_web_text_stays_as_typed(text: str) -> None:
    assert plain(text) == Plain(text)


@pytest.mark.parametrize(("text", "right"), READ.items())
def test_what_cannot_be_seen_is_read_as_it_was_meant(text: str, right: str) -> None:
    assert plain(text) == Plain(right)


@pytest.mark.parametrize(("text", "right"), SHOWN.items())
def test_web_text_is_what_its_readers_saw(text: str, right: str) -> None:
    assert plain(text) == Plain(right, frozenset({WEB}))


@pytest.mark.parametrize(("text", "right"), LEFT_OUT.items())
def test_what_has_no_words_is_left_out_and_said(text: str, right: str) -> None:
    assert plain(text) == Plain(right, frozenset({WEB, DROPPED}))


@pytest.mark.parametrize(("text", "told"), ODD.items())
def test_an_odd_character_is_named_with_its_place(text: str, told: tuple[str, str, int, str, bool]) -> None:
    with pytest.raises(OddCharacterError) as caught:
        plain(text)
    one = caught.value
    assert (one.code, one.name, one.before, one.words, one.turns) == told


def test_its_sentences_say_what_to_do() -> None:
    said = []
    for text in ("satu\u202edua", "panah \uf0e0", "a\x07b"):
        with pytest.raises(CellError) as caught:
            cells.text(text, Column("Judul", "title"))
        said.append((sentence(caught.value.what), sentence(caught.value.remedy)))
    assert said == [
        (
            "teks memuat RIGHT-TO-LEFT OVERRIDE (U+202E) sesudah 4 huruf, sehingga terbaca lain dari yang"
            ' tersimpan: "satu□dua".',
            "Hapus tanda itu; bila tidak tampak, ketik ulang kata-kata di sekitarnya.",
        ),
        (
            'teks memuat tanda tanpa arti baku (U+F0E0) sesudah 6 huruf: "panah □".',
            "Ketik apa yang dimaksud tanda itu, atau hapus.",
        ),
        (
            'teks memuat BELL (U+0007) sesudah 1 huruf, yang tidak dapat dicetak: "a□b".',
            "Hapus tanda itu; bila tidak tampak, ketik ulang kata-kata di sekitarnya.",
        ),
    ]


def test_words_of_personal_columns_are_not_shown() -> None:
    with pytest.raises(CellError) as caught:
        cells.text("Nama\x07 Contoh", Column("Nama", "name", personal=True))
    assert sentence(caught.value.what) == (
        'teks memuat BELL (U+0007) sesudah 4 huruf, yang tidak dapat dicetak: "…".'
    )


def test_lines_are_kept_where_a_field_has_them() -> None:
    typed = "<p>satu</p><p>dua</p>"
    assert cells.text(typed, Column("Judul", "title")) == "satu dua"
    assert cells.text(typed, Column("Alasan", "reason")) == "satu\ndua"
    assert cells.text(typed, Column("Hasil", "results", "long")) == "satu\ndua"


PIECES = st.sampled_from(
    (
        *("<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "</li>", "<ul>", "<ol>", "</ol>", "<td>", "</td>"),
        *("<tr>", "</tr>", "<sup>", "</sup>", '<a href="https://x.id/y">', "</a>", "<script>", "</script>"),
        *("<!--", "-->", "<", ">", "&", "&nbsp;", "&amp;", "&lt;", "&gt;", "&#60;", "&#x26;", "amp;", "lt;"),
        *("\u200b", "\u200d", "\u200c", "\xad", "\xa0", "\u2028", "\x85", "\r\n", "\r", "\n", " ", "\t"),
        *(
            "•",
            "·",
            "\uf0b7",
            "-",
            "_x000D_",
            "_x00",
            "0D_",
            "\x93",
            "🙂",
            "👍🏽",
            "\U0001f3f4",
            "\U000e0067",
        ),
        *("b", "p", "satu", "1", "2", "/", "=", '"', "ꦲ", "\u034f"),
    )
)
MIXED = st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=14).map("".join)


@given(MIXED)
@settings(max_examples=1500, deadline=None, derandomize=True)
def test_plain_text_stays_as_it_is(text: str) -> None:
    try:
        once = plain(text).text
    except OddCharacterError:
        return
    assert plain(once) == Plain(once)
    assert plain(one_line(once)) == Plain(one_line(once))


WORDS = st.text(
    st.characters(categories=("L", "N", "Zs"), exclude_characters="\u115f\u1160\u3164\uffa0"), max_size=12
)
AROUND = st.sampled_from(
    ("<p>{}</p>", "<b>{}</b>", "<li>{}</li>", "<ul><li>{}</li></ul>", "<td>{}</td>", "{}<br>", "{}\u2028")
    + ("\u200b{}\xad", "\uf0b7 {}", "{}&nbsp;", "<i>{}</i> < ", "{} & ", "<span style='x'>{}</span>")
)


@given(st.lists(st.tuples(AROUND, WORDS), max_size=8))
@settings(max_examples=600, deadline=None, derandomize=True)
def test_no_letter_and_no_digit_is_lost(parts: list[tuple[str, str]]) -> None:
    text = "".join(around.format(words) for around, words in parts)
    wanted = [one for _, words in parts for one in words if unicodedata.category(one)[0] in "LN"]
    try:
        found = plain(text).text
    except OddCharacterError:
        return
    assert [one for one in found if unicodedata.category(one)[0] in "LN"] == wanted


def test_long_runs_are_read_in_one_go() -> None:
    # Each of these took minutes in a pattern that starts anew at every character.
    for text in ("<a" + " " * 30_000 + "b", "<script>" * 4000 + "b", "\u200d" * 30_000 + "b"):
        assert plain(text).text.endswith("b")
