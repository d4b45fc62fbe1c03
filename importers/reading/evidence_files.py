"""Evidence files by their names: a folder for each code, and in a file's name what it proves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from domain import dates
from domain.base import Reason, reason
from jejak_i18n import labels
from schemas.rulebook_set import RulebookSet

FIRST_WORD = re.compile(r"(\S+)\s+")
DATE = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)\s+")
COPY = re.compile(r"(?:\s*\([0-9]+\)|\s+-\s+(?:copy|salin(?:an)?))+$", re.IGNORECASE)
"""What programs add to the name of a copy."""
ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}|_")
"""Signs that stand for spaces: the name was made by a program, or for one."""
OF_A_DEVICE = re.compile(
    r"(?:scan(?:ned)?|img|image|gambar|dsc[nf]?|pxl|vid|video|mvimg|doc|docs|document|dokumen|file|berkas|foto|photo"
    r"|camscanner|whatsapp(?: image| video)?|screenshot|screen shot|capture|untitled|new|baru|wa|at|am|pm"
    r"|[\W\d_])+",
    re.IGNORECASE,
)
"""Names that scanners, cameras and messengers give: they say nothing of what is in the file."""
BY_ENDING = {
    ".jpg": "photo",
    ".jpeg": "photo",
    ".png": "photo",
    ".mp4": "video",
    ".mov": "video",
}


@dataclass(frozen=True)
class Found:
    """A file, with what its name says; `fault` tells why it cannot be taken."""

    path: Path
    code: str
    kind: str = "other"
    indicators: tuple[str, ...] = ()
    date: str | None = None
    subject: str = ""
    """Empty where the name says nothing that a person would read as one."""
    fault: Reason | None = None


def in_folder(folder: Path, rulebooks: RulebookSet) -> list[Found]:
    """The files of a folder whose subfolders are named by codes, in order; hidden files are left out."""
    found = []
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        parts = path.relative_to(folder).parts
        if any(part.startswith((".", "~$")) for part in parts) or path.name.casefold() == "thumbs.db":
            continue
        if len(parts) < 2:
            why = reason("the file lies in no folder that is named by a code.")
            found.append(Found(path, "", fault=why))
        else:
            found.append(by_name(path, parts[0], rulebooks))
    return found


def by_name(path: Path, code: str, rulebooks: RulebookSet) -> Found:
    """What a name such as `16 SK 2024-03-02 Penetapan inovasi.pdf` says: indicators, kind, date, subject."""
    rest = path.stem.strip() + " "
    indicators: tuple[str, ...] = ()
    if (match := FIRST_WORD.match(rest)) and (numbers := _numbers(match.group(1), rulebooks)):
        found = [rulebooks.indicator(number) for number in numbers]
        for number, ids in zip(numbers, found, strict=True):
            if not ids:
                return Found(path, code, fault=reason("there is no indicator {number}.", number=number))
            if len(ids) > 1:
                why = reason(
                    'the number "{value}" means one indicator in one edition, and another in the next.',
                    value=number,
                )
                return Found(path, code, fault=why)
        indicators, rest = tuple(one for (one,) in found), rest[match.end() :]
    kind, rest = _kind(rest, path.suffix.casefold())
    date = None
    if match := DATE.match(rest):
        try:
            dates.span(match.group(1))
        except dates.DateError:
            return Found(path, code, fault=reason('the date "{value}" does not exist.', value=match.group(1)))
        date, rest = match.group(1), rest[match.end() :]
    return Found(path, code, kind, indicators, date, _subject(rest))


def _subject(rest: str) -> str:
    """What is left of a name, where a person wrote it; a name of a device or a program is no subject."""
    said = COPY.sub("", rest.strip()).strip()
    # Words that hyphens or points hold together are an address, not a title.
    slug = " " not in said and len(re.findall(r"[-.]", said)) > 1
    return "" if slug or ESCAPED.search(said) or OF_A_DEVICE.fullmatch(said) else said


def _numbers(word: str, rulebooks: RulebookSet) -> list[str]:
    """The numbers that a word such as `16+17` lists; none where it is no list of numbers.

    A word of digits is taken for a number, known or not, when it has as many digits as a known one.
    """
    digits = {len(number) for number in rulebooks.indicator_numbers if number.isdecimal()}
    names = {number.casefold() for number in rulebooks.indicator_numbers if not number.isdecimal()}
    parts = re.split("[+,]", word)
    if not all(part.casefold() in names or (_whole(part) and len(part) in digits) for part in parts):
        return []
    return [str(int(part)) if _whole(part) else part for part in parts]


def _whole(part: str) -> bool:
    return part.isascii() and part.isdecimal()


def _kind(rest: str, ending: str) -> tuple[str, str]:
    """The kind that the name begins with, the longest label first; else by the file's ending."""
    named = sorted(labels.LABELS["evidence"].items(), key=lambda one: -len(one[1]))
    for code, label in named:
        if rest.casefold().startswith(f"{label.casefold()} "):
            return code, rest[len(label) + 1 :]
    return BY_ENDING.get(ending, "other"), rest
