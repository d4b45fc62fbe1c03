"""Region: identity, missions of its planning documents, and figures published about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Generic

from msgspec import Struct

from domain import streams
from domain.base import (
    AnyFact,
    B,
    Body,
    Draft,
    FactAction,
    Reason,
    StreamState,
    World,
    no_reservations,
    reason,
)
from domain.drafts import draft
from domain.fields import (
    GROUP,
    NOTE,
    UNIT,
    YEAR,
    Field,
)

NAME = "region"


class RegionRegistered(Body, frozen=True, kw_only=True):
    """A regional government entered the ledger, by the official list of codes (Kepmendagri)."""

    TYPE: ClassVar[str] = "region.registered"
    FOUNDS: ClassVar[bool] = True

    code: Annotated[str, Field("Kode")]
    name: Annotated[str, Field("Nama")]
    kind: Annotated[str, Field("Jenis")]
    time_zone: Annotated[str, Field("Zona waktu")]


class MissionRecorded(Body, frozen=True, kw_only=True):
    """One mission of a planning document (RPJPD, RPJMD) that innovations align to."""

    TYPE: ClassVar[str] = "region.mission_recorded"

    plan: Annotated[str, Field("Dokumen Perencanaan", name="rencana", width=26, example="RPJMD 2021-2026")]
    number: Annotated[int, Field("Nomor Misi", name="nomor", example=1)]
    text: Annotated[str | None, Field("Uraian", width=60)] = None


class FigurePublished(Body, frozen=True, kw_only=True):
    """A figure that somebody published. `measure` is one of `terms.MEASURES`, or None: not computed.

    `area` (`terms.FIGURE_AREAS`) says what it speaks of; `regions` are codes of the official list.
    """

    TYPE: ClassVar[str] = "figure.published"
    VERSION: ClassVar[int] = 2

    measure: Annotated[
        str | None,
        Field("Ukuran", "measure", terms="measure", required=True, width=22, example="inovasi diluncurkan"),
    ] = None
    lab: Annotated[str | None, Field("Lab", ref="lab", help="Kunci lab; kosong bila tentang daerah.")] = None
    unit_kinds: Annotated[
        list[str], Field("Jenis Unit", name="jenis unit yang dihitung", terms="unit_kind", width=22)
    ] = []
    unit: Annotated[str | None, UNIT] = None
    value: Annotated[int, Field("Nilai", example=176)]
    label: Annotated[str | None, Field("Uraian", name="uraian angka", width=40)] = None
    publisher: Annotated[str, Field("Sumber", width=44, example="Berita pemerintah daerah")]
    area: Annotated[
        str | None,
        Field(
            "Cakupan",
            name="cakupan angka",
            terms="figure_area",
            help="Kosong bila angka tentang daerah ini saja.",
        ),
    ] = None
    """None: this region alone, as `region` says in words."""
    regions: Annotated[
        list[str],
        Field(
            "Wilayah",
            "region_codes",
            name="wilayah yang dihitung",
            width=26,
            help="Kode daerah yang dicakup, misalnya 33.03; 33.05; satu kode provinsi untuk angka provinsi."
            " Kosong bila sumber tidak menyebutnya.",
        ),
    ] = []
    regions_count: Annotated[
        int | None,
        Field(
            "Jumlah Daerah",
            name="jumlah daerah",
            width=14,
            least=1,
            help="Berapa daerah yang dicakup menurut sumber.",
        ),
    ] = None


class EditionDated(Body, frozen=True, kw_only=True):
    """A date of an edition of a competition was announced: it opens, closes, or is extended to `day`."""

    TYPE: ClassVar[str] = "region.edition_dated"

    award: Annotated[str, Field("Lomba", "award", name="penghargaan", width=10, example="KIPP")]
    year: Annotated[int, YEAR]
    group: Annotated[str | None, GROUP] = None
    milestone: Annotated[str, Field("Tonggak", terms="edition_date", width=20, example="ditutup")]
    day: Annotated[
        str, Field("Hari", "date", help="Hari pembukaan, penutupan, atau perpanjangan; boleh di depan.")
    ]
    note: Annotated[str | None, NOTE] = None


class RulebookAdded(Body, frozen=True, kw_only=True):
    """The region added a rulebook, or laid changes over one.

    `file` is the SHA-256 of the bytes that were given, `resolved` that of the rulebook they make.
    """

    TYPE: ClassVar[str] = "region.rulebook_added"

    book: Annotated[str, Field("Berkas aturan penilaian")]
    award: Annotated[str, Field("Penghargaan")]
    year: Annotated[int, Field("Tahun")]
    group: Annotated[str | None, Field("Kelompok lomba")] = None
    file: Annotated[str, Field("Berkas", "file")]
    resolved: Annotated[str, Field("Sidik aturan jadi", "file")]
    over: Annotated[str | None, Field("Aturan yang diubah")] = None


EVENTS: tuple[type[Body], ...] = (
    RegionRegistered,
    MissionRecorded,
    FigurePublished,
    EditionDated,
    RulebookAdded,
)


class State(Struct, frozen=True):
    code: str
    missions: frozenset[tuple[str, int]] = frozenset()


def evolve(state: State | None, fact: AnyFact) -> State | None:
    match fact.body:
        case RegionRegistered(code=code):
            return State(code)
        case MissionRecorded(plan=plan, number=number) if state:
            return State(state.code, state.missions | {(plan, number)})
    return state


def check_integrity(state: State, fact: AnyFact, others: Mapping[str, StreamState]) -> Reason | None:
    match fact.body:
        case MissionRecorded(plan=plan, number=number) if (plan, number) in state.missions:
            return reason("Mission {number} of {plan} is already recorded.", number=number, plan=plan)
        case FigurePublished(value=value) if value < 0:
            return reason("A published figure cannot be negative: {value}.", value=value)
        case FigurePublished() as figure:
            return _unclear_area(figure)
    return None


def _unclear_area(figure: FigurePublished) -> Reason | None:
    """Why what the figure speaks of has no one meaning; None where it has."""
    if figure.area in (None, "region"):
        if figure.regions or figure.regions_count is not None:
            return reason("A figure about this region alone names no others; say what it covers.")
        return None
    if figure.lab or figure.unit:
        return reason("A figure of a lab or a unit is about this region alone.")
    if figure.area == "regions" and not figure.regions and figure.regions_count is None:
        return reason("A figure about several regions says which, or how many.")
    if figure.area == "province" and len(figure.regions) > 1:
        return reason("A figure about a province names one province.")
    if figure.area == "province" and any("." in code for code in figure.regions):
        return reason("A figure about a province names one province.")
    named = 0 if figure.area == "province" else len(figure.regions)
    if figure.regions_count is not None and figure.regions_count < named:
        return reason(
            "The figure names {named} regions but counts {count}.", named=named, count=figure.regions_count
        )
    return None


reservations = no_reservations


class ToRegion(FactAction[B], Generic[B], frozen=True, kw_only=True):
    """An action that the region's own stream tells as it stands."""

    def decide(self, world: World) -> list[Draft]:
        return [draft(self, streams.region_stream(self.region), self.fact)]


class RegisterRegion(ToRegion[RegionRegistered], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "region.register"


class RecordMission(ToRegion[MissionRecorded], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "region.record_mission"


class PublishFigure(ToRegion[FigurePublished], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "figure.publish"


class DateEdition(ToRegion[EditionDated], frozen=True, kw_only=True):
    """One row of sheet Jadwal."""

    TYPE: ClassVar[str] = "region.date_edition"


class AddRulebook(ToRegion[RulebookAdded], frozen=True, kw_only=True):
    TYPE: ClassVar[str] = "region.add_rulebook"
