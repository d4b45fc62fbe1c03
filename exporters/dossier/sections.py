"""Identity fields and sections of a form, filled from an innovation and measured against their limits."""

from __future__ import annotations

from msgspec import structs

from exporters.dossier import video_rules
from exporters.dossier.award_form import (
    AnyForm,
    FormAspect,
    FormItem,
    FormReplication,
    FormSection,
    IgaForm,
    KippForm,
    Option,
    YesNo,
)
from exporters.dossier.evidence import kipp_evidence, presence
from exporters.dossier.formatting import date
from exporters.dossier.model import Aspect, Attachment, Item, ItemState, ItemValue, Limit, Section
from exporters.dossier.portal_order import portal_order
from exporters.dossier.values import field_value, word_count
from jejak_i18n import indonesian as _
from projections.queries.detail_types import InnovationDetail
from schemas.regions import region

IMPLEMENTED, DEVELOPED = "implemented_on", "developed_on"
REPLICATED = ("replicated_from", "replicated_owner", "replicated_tier", "replicated_edition")
"""The fields that say whose innovation was replicated (`projections.queries.entry_texts.CHOSEN`)."""
# Items that no field of an innovation fills, and the state in which a dossier shows them.
_STATE_WITHOUT_FIELDS: dict[str, ItemState] = {
    "region": "recorded",
    "group": "recorded",
    "outside": "outside",
    "maturity": "not_assessed",
}


def identity(detail: InnovationDetail, form: AnyForm) -> list[Item]:
    """The identity fields of the form in its order, each with its values and state."""
    items = [_item(detail, spec, _options(form, spec)) for spec in form.identity]
    if not isinstance(form, KippForm):
        return items
    if form.replication_source is not None:
        items.append(_replicated(detail, form.replication_source))
    return _with_video_rules(form, _with_portal(detail, form, items))


def _with_video_rules(form: KippForm, items: list[Item]) -> list[Item]:
    """The items, and beside the link of the video what the edition asks of it, as far as that is known."""
    asked = video_rules.told(form.video) if form.video else None
    made: list[Item] = []
    for item in items:
        made.append(item)
        if asked and item.id == video_rules.LINK:
            made.append(video_rules.item(asked, item.certainty))
    return made


def _with_portal(detail: InnovationDetail, form: KippForm, items: list[Item]) -> list[Item]:
    """The items in the order of the application, with what it asks for and the form leaves out.

    Whether the application requires these is not known.
    """
    order = portal_order("kipp", form.year)
    places = {field.part: at for at, field in enumerate(order)}
    there = {one.id for one in items}
    for field in order:
        if field.fields and field.part not in there:
            values = [_of_application(detail, name) for name in field.fields]
            items.append(
                Item(
                    id=field.part,
                    label=str(field.label),
                    kind="short",
                    values=values,
                    state=values[0].state,
                    required=YesNo(value=False, certainty="unconfirmed"),
                    certainty="confirmed_copy",
                )
            )
    return sorted(items, key=lambda one: places.get(one.id, len(order)))


def _of_application(detail: InnovationDetail, field: str) -> ItemValue:
    """A field of the innovation, or what its region says by itself."""
    official = region(detail.region.code)
    said = {
        "institution": detail.region.name,
        "institution_kind": official["kind"].capitalize() if official else None,
    }
    if name := said.get(field):
        value = _("Government of {region}").format(region=name)
        return ItemValue(field=field, value=value, label=None, state="recorded", sources=[])
    return field_value(detail, field)


def _replicated(detail: InnovationDetail, spec: FormReplication) -> Item:
    """Whose innovation was replicated, with its award, as the entry says it."""
    values = [field_value(detail, field) for field in REPLICATED]
    recorded = any(one.state == "recorded" for one in values)
    return Item(
        id="replication_source",
        label=_("Source of the replication"),
        kind="short",
        values=values,
        state="recorded" if recorded else "not_recorded",
        required=YesNo(value=False, certainty=spec.certainty),
        certainty=spec.certainty,
    )


def sections(detail: InnovationDetail, form: IgaForm) -> list[Section]:
    """The sections of the report in its order, each with values, words, limit and state."""
    return [_with_development(detail, _section(detail, spec)) for spec in form.sections]


def _with_development(detail: InnovationDetail, section: Section) -> Section:
    """The last development stands beside the implementation: the window of an edition may rest on it."""
    developed = field_value(detail, DEVELOPED)
    if developed.state != "recorded" or all(one.field != IMPLEMENTED for one in section.values):
        return section
    told = _("developed {date}").format(date=date(str(developed.value)))
    return structs.replace(section, values=[*section.values, structs.replace(developed, label=told)])


def aspects(detail: InnovationDetail, form: KippForm) -> list[Aspect]:
    """The parts of the proposal in its order, with weight and attachment besides."""
    return [_aspect(detail, spec) for spec in form.sections]


def _options(form: AnyForm, spec: FormItem) -> list[Option]:
    # A category is a choice whose options are the form's categories under their own names.
    if spec.kind == "category":
        return [Option(id=one.label, label=one.label) for one in form.categories]
    return spec.options


def _item(detail: InnovationDetail, spec: FormItem, options: list[Option]) -> Item:
    values = [_named(detail, field_value(detail, field, options)) for field in spec.filled_from]
    if spec.kind == "outside" and all(one.state != "recorded" for one in values):
        values = []
    return Item(
        id=spec.id,
        label=spec.label,
        kind=spec.kind,
        values=values,
        state=values[0].state if values else _STATE_WITHOUT_FIELDS[spec.kind],
        required=spec.required,
        certainty=spec.certainty,
    )


def _named(detail: InnovationDetail, value: ItemValue) -> ItemValue:
    """A title is printed with its acronym behind it."""
    acronym = field_value(detail, "acronym")
    if value.field != "title" or value.state != "recorded" or acronym.state != "recorded":
        return value
    sources = [*value.sources, *(one for one in acronym.sources if one not in value.sources)]
    return structs.replace(value, label=f"{value.value} ({acronym.value})", sources=sources)


def _section(detail: InnovationDetail, spec: FormSection) -> Section:
    item, limit, words = _item(detail, spec, spec.options), _limit(spec), None
    if spec.kind == "text" and item.state == "recorded":
        words = word_count(str(item.values[0].value))
        item = structs.replace(item, state=_length_state(words, limit))
    return Section(**structs.asdict(item), number=spec.number, words=words, limit=limit)


def _limit(spec: FormSection) -> Limit | None:
    low, high = spec.min_words, spec.max_words
    rule = low or high
    if rule is None:
        return None
    return Limit(min=low.value if low else None, max=high.value if high else None, certainty=rule.certainty)


def _length_state(words: int, limit: Limit | None) -> ItemState:
    if limit and limit.min is not None and words < limit.min:
        return "too_short"
    if limit and limit.max is not None and words > limit.max:
        return "too_long"
    return "recorded"


def _aspect(detail: InnovationDetail, spec: FormAspect) -> Aspect:
    attached = kipp_evidence(detail, spec.attachment.id)
    attachment = Attachment(
        label=spec.attachment.label,
        required=spec.attachment.required,
        state=presence(attached),
        evidence=attached,
    )
    return Aspect(
        **structs.asdict(_section(detail, spec)),
        weight=spec.weight,
        weight_with=spec.weight_with,
        attachment=attachment,
    )
