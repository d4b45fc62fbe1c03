"""dossier letters: drafts of the letters that go with a proposal."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec import Struct

from commands.common.output import Answer, count, reading_session, time_options, verb
from commands.competition.dossier_options import dossier_options
from exporters.dossier.assemble import build_dossier
from exporters.dossier.model import KippDossier
from jejak_i18n import gettext as _

AWARDS = ("kipp",)


class LetterFile(Struct, frozen=True, kw_only=True):
    """A letter that was drafted; `required` by the edition, which the cover letter is not known to be."""

    id: str
    label: str
    required: bool
    file: str


class LettersAnswer(Struct, frozen=True, kw_only=True):
    """The drafts, and the post that is to sign them; null where no agreement records it."""

    code: str
    post: str | None
    letters: list[LetterFile]


@click.command("letters", help=_("Draft the statement letters and the cover letter of a proposal (Word)."))
@dossier_options(awards=AWARDS)
@time_options
@verb("dossier letters")
def letters(
    answer: Answer,
    home: str | None,
    *,
    award: str,
    code: tuple[str, ...],
    year: int,
    group: str | None,
    out: Path,
    as_of: str | None,
    known_at: str | None,
) -> None:
    with reading_session(answer, home, as_of, known_at, code=code) as session:
        made, form, _verdict, detail = build_dossier(session, " ".join(code), award, year, group)
    from exporters.excel.safe_names import FileNames
    from exporters.word.letters import letter_drafts, signatory
    from exporters.word.render import render_letter

    assert isinstance(made, KippDossier)
    names, written = FileNames(), []
    out.mkdir(parents=True, exist_ok=True)
    for draft in letter_drafts(made, detail):
        path = out / names.of(f"{form.id}-{made.code}-", draft.label, ".docx")
        part = path.with_name(f".{path.name}.part")
        part.write_bytes(render_letter(draft.context))
        part.replace(path)
        written.append(LetterFile(id=draft.id, label=draft.label, required=draft.required, file=str(path)))
    signer = signatory(detail)
    data = LettersAnswer(code=made.code, post=signer.post if signer else None, letters=written)
    answer.result(data, lambda: _text(data, answer))


def _text(data: LettersAnswer, answer: Answer) -> str:
    lines = [_("Written in {seconds} seconds:").format(seconds=answer.seconds())]
    lines += [f"  {one.file}" for one in data.letters]
    told = _("{count} drafts, not official texts: complete what is dotted, and have them signed.")
    lines.append(told.format(count=count(len(data.letters))))
    if len(data.letters) == 1:
        lines.append(_("The rulebook of this edition asks for no statement letter."))
    return "\n".join(lines)
