"""Builds the dossier of one innovation for one award: every value with its provenance."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from typing import Any

from msgspec import Struct, ValidationError, convert, defstruct, field, structs, to_builtins

from exporters.dossier.award_form import AnyForm, IgaForm, KippForm
from exporters.dossier.evidence import indicators, letters, measured_indicators
from exporters.dossier.gaps import elsewhere, gaps
from exporters.dossier.model import (
    Dossier,
    DossierBase,
    FormHash,
    IgaDossier,
    KippDossier,
    Layout,
    NotAssessed,
    Subject,
)
from exporters.dossier.provenance import provenance
from exporters.dossier.sections import aspects, identity, sections
from exporters.dossier.values import field_value, item_value
from projections.eligibility.answers import VerdictAnswer
from projections.queries.detail_types import InnovationDetail
from schemas.loader import SchemaError


def build(detail: InnovationDetail, form: AnyForm, verdict: VerdictAnswer | None = None) -> Dossier:
    """The dossier of an innovation on a form, checked against its schema.

    What nobody recorded is null and `not_recorded`; nothing is made up. Without a verdict the dossier
    says that nothing was assessed. Raises schemas.loader.SchemaError when the detail breaks its contract.
    """
    draft = _report(detail, form, verdict) if isinstance(form, IgaForm) else _proposal(detail, form, verdict)
    dossier = structs.replace(
        draft,
        gaps=gaps(draft, form, detail.missing_records),
        elsewhere=elsewhere(draft, assessed=verdict is not None),
        provenance=provenance(draft),
    )
    _check(dossier)
    return dossier


def _check(dossier: Dossier) -> None:
    """Compares a dossier with its own types, from which its published schema is derived."""
    try:
        convert(to_builtins(dossier), _checked(type(dossier)))
        convert(to_builtins(dossier.verdict), type(dossier.verdict))
    except ValidationError as fault:
        place = re.search(r"at `([^`]+)`", str(fault))
        raise SchemaError(dossier.schema, place[1] if place else "$", str(fault)) from fault


@cache
def _checked(kind: type[Dossier]) -> type[Struct]:
    """The type of a dossier with any verdict: of two untagged types none can be told by its fields."""
    return defstruct(
        kind.__name__,
        [
            (one.name, Any if one.name == "verdict" else one.type, field(name=one.encode_name))
            for one in structs.fields(kind)
        ],
        forbid_unknown_fields=True,
    )


def dossier_text(dossier: Dossier) -> str:
    """The JSON file of a dossier: sorted keys, two spaces, a line break at the end."""
    return json.dumps(to_builtins(dossier), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def digest(dossier: Dossier) -> str:
    """SHA-256 of a dossier's canonical JSON (sorted keys, no spaces, ASCII): what its documents print."""
    canonical = json.dumps(to_builtins(dossier), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _report(detail: InnovationDetail, form: IgaForm, verdict: VerdictAnswer | None) -> IgaDossier:
    return IgaDossier(
        **structs.asdict(_base(detail, form, verdict)),
        schema="dossier-iga",
        award="iga",
        sections=sections(detail, form),
        indicators=indicators(detail, form, verdict),
    )


def _proposal(detail: InnovationDetail, form: KippForm, verdict: VerdictAnswer | None) -> KippDossier:
    return KippDossier(
        **structs.asdict(_base(detail, form, verdict)),
        schema="dossier-kipp",
        award="kipp",
        sections=aspects(detail, form),
        letters=letters(detail, form),
        measurements=measured_indicators(detail),
        measurement_section=_measured_in(form),
        sdgs=form.sdgs,
    )


MEASURED_IN = ("evaluation", "significance", "impact", "renewal")
"""Where editions without a word about it let measurements before and after be told, the likeliest first."""


def _measured_in(form: KippForm) -> str | None:
    """The section under which measurements stand; the last where none is known to ask for them."""
    if form.measurements:
        return form.measurements.section
    there = [section.id for section in form.sections]
    return next((name for name in MEASURED_IN if name in there), there[-1])


def _base(detail: InnovationDetail, form: AnyForm, verdict: VerdictAnswer | None) -> DossierBase:
    """What all dossiers share; the gaps and the appendix follow when the parts are there."""
    return DossierBase(
        schema_version=3,
        award_title=form.award_title,
        year=form.year,
        group=form.group,
        group_title=form.group_title,
        title=form.title,
        code=detail.code,
        stream=detail.stream,
        position=detail.position,
        spoken_day=detail.spoken_day,
        known_at=detail.known_at,
        as_of=detail.as_of,
        time_zone=detail.time_zone,
        region=detail.region,
        lab=detail.lab,
        illustrative=detail.illustrative or (detail.lab is not None and detail.lab.illustrative),
        subject=_subject(detail),
        form=FormHash(id=form.id, sha256=form.sha256, sources=form.sources),
        layout=_layout(form),
        word_count=form.word_count,
        verdict=verdict or NotAssessed(),
        gaps=[],
        elsewhere=[],
        identity=identity(detail, form),
        provenance=[],
    )


def _subject(detail: InnovationDetail) -> Subject:
    return Subject(
        title=field_value(detail, "title"),
        acronym=field_value(detail, "acronym"),
        unit=field_value(detail, "unit"),
        former_titles=[item_value("former_titles", found) for found in detail.former_titles],
    )


def _layout(form: AnyForm) -> Layout:
    note = form.layout_note if form.layout_certainty == "unconfirmed" else None
    return Layout(year=form.layout_year, certainty=form.layout_certainty, note=note)
