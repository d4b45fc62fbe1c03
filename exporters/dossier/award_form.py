"""The form of an award, as a document prints it: items, sections, indicators, letters of its rulebook."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from projections.eligibility.answers import Certainty
from projections.queries.detail_types import NonEmpty

PartId = Annotated[str, Meta(pattern="^[a-z][a-z0-9_]*$")]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
HowCertain = Annotated[
    Certainty,
    Meta(
        description="How well the item is known: from the source itself, from a public copy of it, or not "
        "confirmed."
    ),
]
ItemKind = Annotated[
    Literal[
        "short",
        "text",
        "choice",
        "list",
        "date",
        "link",
        "category",
        "sdgs",
        "region",
        "group",
        "maturity",
        "outside",
    ],
    Meta(
        description="How the item is filled and printed; 'outside' is filled in the official application "
        "only."
    ),
]


class YesNo(Struct, frozen=True, kw_only=True):
    """Whether something is asked for."""

    value: bool
    certainty: HowCertain


class MaybeYesNo(Struct, frozen=True, kw_only=True):
    """Whether something is asked for; None where that is not known."""

    value: bool | None
    certainty: HowCertain


class Count(Struct, frozen=True, kw_only=True):
    """A number that the award asks for or gives: words, percent, points."""

    value: Annotated[int, Meta(ge=0)]
    certainty: HowCertain


class FormSource(Struct, frozen=True, kw_only=True):
    """A document that the form is known from."""

    id: NonEmpty
    title: NonEmpty
    year: int
    certainty: HowCertain


class WordCount(Struct, frozen=True, kw_only=True):
    """How words are counted against the limits."""

    method: Literal["whitespace"]
    certainty: HowCertain
    note: NonEmpty


class Option(Struct, frozen=True, kw_only=True):
    """One choice of an item, with its official wording."""

    id: str
    label: str


OF_ENTRY = ("asta_cita",)
"""Items that rulebooks leave to the official application and that an entry may choose all the same."""


class FormItem(Struct, frozen=True, kw_only=True):
    """One item of the form and the fields of an innovation that fill it."""

    id: str
    label: str
    fields: list[str]
    kind: ItemKind
    required: YesNo
    certainty: Certainty
    options: list[Option] = []

    @property
    def filled_from(self) -> list[str]:
        """The fields behind it; what no profile has is said by the entry alone, under the item's id."""
        return self.fields or ([self.id] if self.kind == "text" or self.id in OF_ENTRY else [])


class FormSection(FormItem, frozen=True, kw_only=True):
    """A numbered part of the form; limits are in words."""

    number: str
    min_words: Count | None = None
    max_words: Count | None = None


class FormAttachment(Struct, frozen=True, kw_only=True):
    """What an aspect of a proposal wants attached."""

    id: str
    label: str
    required: YesNo


class FormAspect(FormSection, frozen=True, kw_only=True):
    """A part of a proposal with its weight in percent, its own or counted with another part's."""

    weight: Count | None = None
    weight_with: str | None = None
    attachment: FormAttachment


class FormIndicator(Struct, frozen=True, kw_only=True):
    """One indicator of an innovation (SID) with its national number and its row in the report."""

    number: int | str
    row: int
    id: str
    name: str
    weight: Count
    mandatory: MaybeYesNo
    certainty: Certainty
    levels: dict[str, str] | None = None
    """The official wording of each level, as `p1`, `p2` and so on."""


class FormLetter(Struct, frozen=True, kw_only=True):
    """A statement letter or form that goes with a proposal.

    `when` is `digital` where only such an innovation is asked; `not_drafted` says why Jejak drafts none.
    """

    id: str
    label: str
    required: YesNo
    certainty: Certainty
    when: str | None = None
    not_drafted: str | None = None


class FormCategory(Struct, frozen=True, kw_only=True):
    """A category of the competition."""

    label: str


class FormMeasurements(Struct, frozen=True, kw_only=True):
    """The section in which indicators measured before and after stand, and whether any must."""

    section: str
    required: YesNo


class FormRule(Struct, frozen=True, kw_only=True):
    """What an edition asks for, and how well that is known."""

    value: int | str | None
    certainty: HowCertain


class FormVideo(Struct, frozen=True, kw_only=True):
    """What an edition asks of the video; None where nothing is known of that."""

    max_minutes: FormRule | None = None
    min_resolution: FormRule | None = None
    language: FormRule | None = None
    content: FormRule | None = None
    carrier: FormRule | None = None


class FormReplication(Struct, frozen=True, kw_only=True):
    """That the form asks whose innovation was replicated."""

    certainty: HowCertain


class Goals(Struct, frozen=True, kw_only=True):
    """How many goals (SDGs) there are to choose from."""

    count: Annotated[int, Meta(ge=1)]


class AwardForm(Struct, frozen=True, kw_only=True):
    """What the forms of all awards share; `sha256` is that of the rulebook's bytes."""

    id: str
    year: int
    group: str | None
    title: str
    award_title: str
    group_title: str | None = None
    sha256: str = ""
    sources: list[FormSource]
    layout_year: int
    layout_certainty: Certainty
    layout_note: str
    word_count: WordCount
    categories: list[FormCategory] = []
    identity: list[FormItem]


class IgaForm(AwardForm, frozen=True, kw_only=True):
    """The form of the report Laporan Inovasi Daerah."""

    award: Literal["iga"]
    sections: list[FormSection]
    indicators: list[FormIndicator]


class KippForm(AwardForm, frozen=True, kw_only=True):
    """The form of a KIPP proposal."""

    award: Literal["kipp"]
    sections: list[FormAspect]
    letters: list[FormLetter] = []
    measurements: FormMeasurements | None = None
    replication_source: FormReplication | None = None
    video: FormVideo | None = None
    sdgs: Goals


AnyForm = IgaForm | KippForm
_FORMS: dict[str, type[IgaForm] | type[KippForm]] = {"iga": IgaForm, "kipp": KippForm}


def read_form(rulebook: bytes, award: str, sha256: str) -> AnyForm:
    """The form in the bytes of a rulebook of an award (`iga`, `kipp`) that has sections.

    Raises KeyError for another award, and msgspec.ValidationError for a rulebook without a whole form.
    """
    form = msgspec.json.decode(rulebook, type=_FORMS[award])
    return msgspec.structs.replace(form, sha256=sha256)


def fields_of_sections(form: AnyForm) -> dict[str, list[str]]:
    """Every section of a form with the fields that fill it; its own id where there are none."""
    return {section.id: section.fields or [section.id] for section in form.sections}
