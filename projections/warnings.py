"""What the views of an answer lack, in sentences."""

from __future__ import annotations

from jejak_i18n import gettext as _
from projections.read_session import ReadSession


def warnings_of(session: ReadSession) -> list[str]:
    """What the views lack: events that they lag behind, and views that stopped."""
    said = []
    if session.lag:
        text = _("The views are at position {position}, {lag} events behind the ledger.")
        said.append(text.format(position=session.position, lag=session.lag))
    for fault in session.faults:
        text = _("View {view} stopped at event {position}, field {field}: {detail}. Its answers are old.")
        said.append(text.format(**(fault._asdict() | {"field": fault.field or "–"})))
    return said
