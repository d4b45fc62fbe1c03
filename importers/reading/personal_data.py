"""Personal data where it does not belong: in keys, and in texts that become part of events for ever.

Numbers are recognised by how they are built, not by their length alone: decree numbers, budgets, account
codes and coordinates are none. Names cannot be recognised; only those that are registered are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from domain.base import Reason, reason
from domain.sheets.sheet import Column
from schemas.regions import regions

DIGITS = 8
"""So many digits in a row (separators aside) are a telephone number or longer."""
TEXTS = ("text", "long", "list")
"""Kinds of columns that are looked through."""
LINKS = ("link", "video_link")
PUBLIC = (".go.id", ".desa.id")
"""Domains of the state, whose addresses offices publish: registered for agencies and villages alone."""
_NIP = re.compile(r"(?<!\w)(\d{8})[ .-]?(\d{4})(\d\d)[ .-]?([12])[ .-]?(\d{3})(?!\w)")
"""Day of birth, month of appointment (21 and above: by contract), sex, number (Perka BKN 22/2007)."""
_NIK = re.compile(
    r"(?<![\w.,])(?:(\d{6})[ .-]?(\d{6})[ .-]?(\d{4})|(\d{4})[ .-](\d{4})[ .-](\d{4})[ .-](\d{4}))"
    r"(?!\w|[.,]\d)"
)
"""District, day of birth (of women 40 more), number (PP 37/2007 article 37). Family cards are built alike."""
_PHONE = re.compile(
    r"(?<!\w)(?<!\d[.,-])(?:\+62[ .-]?(?:\(0\))?|62[ -]?|\(?0)8[1-9](?: ?[.)–-]? ?\d){6,10}(?!\w|[.,]\d)"
)
"""Mobile numbers: those of persons. Numbers with an area code belong to offices."""
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.([A-Za-z]{2,})\b")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_AMOUNT = re.compile(r"\bRp\.?\s*\Z", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_TITLES = {
    *(
        "bapak",
        "ibu",
        "bpk",
        "sdr",
        "sdri",
        "dr",
        "drs",
        "dra",
        "drg",
        "drh",
        "ir",
        "prof",
        "apt",
        "ns",
        "hj",
    ),
    *("h", "kh", "r", "rr", "rm", "ra", "tb", "hajah", "haji", "ustaz", "ustadz"),
}
_OFFICE = {
    *("admin", "badan", "bagian", "bidang", "bupati", "camat", "contoh", "desa", "dinas", "gubernur"),
    *("kabupaten", "kader", "kantor", "kasi", "kasubag", "kecamatan", "kelurahan", "kepala", "ketua", "kota"),
    *("lurah", "nama", "operator", "pengelola", "petugas", "provinsi", "puskesmas", "rsud", "sekolah"),
    *("sekretaris", "seksi", "staf", "tim", "unit", "walikota"),
}
"""Words of offices and posts, which no name of a person holds: who writes them there registered a post."""


def holds_personal(key: str, values: dict[str, Any]) -> bool:
    """True when the key of a row of *Orang* says who the person is; `values` are the row's cells."""
    digits = re.sub(r"[\s().+-]", "", key)
    if "@" in key or re.search(rf"[0-9]{{{DIGITS},}}", digits):
        return True
    name = _letters(str(values.get("name") or ""))
    return len(name) > 2 and name in _letters(key)


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalpha())


def is_text(column: Column) -> bool:
    """True for a column in whose cells personal data may slip."""
    return not column.personal and holds_text(column.kind, column.field)


def holds_text(kind: str, field: str) -> bool:
    """True for a field of this kind and name in which personal data may slip."""
    return kind in TEXTS and field not in LINKS


def find(text: str) -> Reason | None:
    """What a text holds, if it is a number or an address of a person; it is never shown."""
    # Addresses of pages hold numbers of all kinds; only a chat link is a telephone number.
    bare = _LINK.sub(lambda link: " " * len(link.group()) if not _chat(link.group()) else _opened(link), text)
    if sum(map(str.isdigit, bare)) >= DIGITS:
        for number in _NIP.finditer(bare):
            if _birthday(number[1]) and "1950" <= number[2] <= "2099" and "01" <= number[3] <= "29":
                return reason("the text seems to hold a NIP, after {count} characters.", count=number.start())
        for number in _NIK.finditer(bare):
            if _is_nik("".join(part for part in number.groups() if part)) and not _is_amount(bare, number):
                return reason("the text seems to hold a NIK, after {count} characters.", count=number.start())
        for number in _PHONE.finditer(bare):
            if not _is_amount(bare, number):
                return reason(
                    "the text seems to hold a mobile number, after {count} characters.", count=number.start()
                )
    for mail in _MAIL.finditer(bare) if "@" in bare else ():
        if not mail.group().casefold().endswith(PUBLIC):
            return reason(
                "the text seems to hold an e-mail address, after {count} characters.", count=mail.start()
            )
    return None


def _is_amount(text: str, number: re.Match[str]) -> bool:
    return bool(_AMOUNT.search(text, 0, number.start()))


def _chat(link: str) -> bool:
    return "wa.me/" in link.casefold() or "whatsapp" in link.casefold()


def _opened(link: re.Match[str]) -> str:
    return re.sub(r"[/=?&]", " ", link.group())


def _birthday(digits: str) -> bool:
    return "1930" <= digits[:4] <= "2015" and "01" <= digits[4:6] <= "12" and "01" <= digits[6:8] <= "31"


def _is_nik(digits: str) -> bool:
    day = int(digits[6:8])
    return (
        digits[:2] in regions()
        and "01" <= digits[2:4] <= "79"
        and digits[4:6] != "00"
        and (1 <= day <= 31 or 41 <= day <= 71)
        and "01" <= digits[8:10] <= "12"
        and digits[12:] != "0000"
    )


class Names:
    """Names of registered persons, looked for in texts: whole, in whatever case, without their titles."""

    def __init__(self, names: Iterable[str | None]) -> None:
        self._by_first: dict[str, list[list[str]]] = {}
        for name in names:
            words = _name_words(name or "")
            # A single word is too often one of the language, such as Indah or Mulyo.
            if len(words) > 1 and len("".join(words)) > 5 and not _OFFICE & set(words):
                self._by_first.setdefault(words[0], []).append(words)

    def find(self, text: str) -> Reason | None:
        """What a text holds, if it is one of the names; it is never shown."""
        if not self._by_first:
            return None
        places = list(_WORD.finditer(text))
        words = [place.group().casefold() for place in places]
        for at, word in enumerate(words):
            if any(words[at : at + len(name)] == name for name in self._by_first.get(word, ())):
                return reason(
                    "the text holds a name that is registered on sheet Orang, after {count} characters.",
                    count=places[at].start(),
                )
        return None


def _name_words(name: str) -> list[str]:
    """The words of a name without titles before it, and degrees behind its first comma."""
    parts = name.partition(",")[0].split()
    # `S.Sos.` is a degree also where no comma stands before it.
    bare = [part for part in parts if "." not in part.rstrip(".")]
    words = [word.casefold() for part in bare for word in _WORD.findall(part)]
    while words and words[0] in _TITLES:
        words.pop(0)
    return words
