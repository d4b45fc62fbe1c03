"""What something still lacks: the one notion of a gap, for documents and for workbooks."""

from __future__ import annotations

from msgspec import Struct

from projections.eligibility.answers import Certainty
from projections.queries.detail_types import NonEmpty


class Gap(Struct, frozen=True, kw_only=True):
    """Something that is lacking under one rule, and the way out; all texts are Indonesian.

    `id` names the rule or the part of the form, `label` says it to people.
    """

    id: NonEmpty
    label: NonEmpty
    what: NonEmpty
    mend: NonEmpty
    certainty: Certainty
