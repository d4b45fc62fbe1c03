"""What a piece of evidence of the right kind lacks to count: date, place, page, type of file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from domain.base import Reason, reason
from domain.rules.case import Case, Proof
from domain.rules.indicators import Piece

Lack = Literal["place", "unopened", "dead", "file_type", "page", "date", "period"]
"""No file and no link, a link nobody opened, a link found dead, a file of another type, no page, no date
where the rule asks for years, a date that lies outside them."""
MEDIA_TYPES = {
    "PDF": ("application/pdf",),
    "IMG": ("image/jpeg", "image/png"),
    "JPG": ("image/jpeg",),
    "PNG": ("image/png",),
    "MP4": ("video/mp4",),
    "MOV": ("video/quicktime",),
}
"""What rulebooks call the types of files, to media types (RFC 6838)."""
NAMES = {"application/pdf": "PDF", "image/jpeg": "JPG", "image/png": "PNG", "video/mp4": "MP4"}


class Step(NamedTuple):
    """The one thing that keeps a piece of evidence from counting."""

    lack: Lack
    proof: Proof
    file_types: tuple[str, ...]
    code: str
    """What people type for the innovation."""
    piece: Piece | None = None
    """What the rule asks for, with its years as people write them; only of `period`."""


def lack(case: Case, proof: Proof, file_types: Sequence[str]) -> Lack | None:
    """Why nothing can be looked at; None where there is a file of these types, or a link that opened."""
    seen = case.links.get(proof.link) if proof.link else None
    if seen is not None and seen.alive:
        return None
    if proof.file is not None:
        return None if _of_types(proof, file_types) else "file_type"
    if proof.link is None:
        return "place"
    return "unopened" if seen is None else "dead"


def _of_types(proof: Proof, file_types: Sequence[str]) -> bool:
    # What a former version recorded has no type, and a region may name types that Jejak does not know.
    if proof.media_type is None or any(name not in MEDIA_TYPES for name in file_types):
        return True
    return not file_types or any(proof.media_type in MEDIA_TYPES[name] for name in file_types)


def told(step: Step) -> Reason:
    """How to take the step."""
    what = step.proof.called
    match step.lack:
        case "page":
            return reason('fill in Halaman of "{what}" on sheet Bukti', what=what)
        case "date":
            return reason('fill in Tanggal of "{what}" on sheet Bukti', what=what)
        case "period":
            return reason(
                'the date of "{what}" is outside the time that is asked for: attach {pieces}, or correct the'
                " date",
                what=what,
                pieces=(step.piece,),
            )
        case "place":
            return reason('fill in Berkas or Tautan of "{what}" on sheet Bukti', what=what)
        case "unopened":
            return reason(
                'open the link of "{what}", then: jejak evidence seen {code} "{link}"',
                what=what,
                code=step.code,
                link=step.proof.link,
            )
        case "dead":
            return reason('the link of "{what}" did not open: record another on sheet Bukti', what=what)
        case "file_type":
            found = NAMES.get(step.proof.media_type or "", step.proof.media_type)
            types = ", ".join(step.file_types)
            return reason(
                'the file of "{what}" is {found}, the form takes {types}: attach it as such',
                what=what,
                found=found,
                types=types,
            )
