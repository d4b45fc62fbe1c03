"""What the script of a page says: once for all pages."""

from __future__ import annotations

from jejak_i18n import gettext as _
from jejak_i18n import labels
from projections.timeline.replay import columns_told


def script_words() -> dict[str, dict[str, str]]:
    """The sentences of the seal, of the life and of the comparison, with their places in braces.

    And the labels of what changes in an innovation, which would else stand on every page.
    """
    return {
        "seal": {
            "ok": _("Genuine: {count} events stand under the root."),
            "bad": _("NOT GENUINE: event {positions} does not lead to the root."),
            "tree": _("NOT GENUINE: the tree does not lead to the root on this page."),
            "busy": _("Checking…"),
            "none": _("This browser cannot check: open the page in a newer one."),
        },
        "life": {
            "step": _("Step {at} of {of}, event {position}"),
            "changed": _("Changed by this step"),
            "nothing": _("Nothing in the catalogue changed."),
            "state": _("State after it"),
            "before": _("before"),
            "after": _("after"),
            "field": _("Field"),
        },
        "compare": {
            "none": _("not there yet"),
            "neither": _("On neither of the two dates there was anything."),
            "same": _("Nothing differs between the two dates."),
        },
        "fields": {name: labels.label_for_terminal("field", name) for name in columns_told("innovation")},
    }
