"""The paper and the letterhead of what a region signs, by the settings of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.base import reason
from domain.streams import prefix
from ledger.errors import EnvironmentFault
from ledger.workspace.workspace import LETTERHEAD, PAPERS, SETTINGS, Workspace

if TYPE_CHECKING:
    from exporters.word.stationery import Stationery


def region_stationery(workspace: Workspace, region: str, name: str) -> Stationery | None:
    """Paper and letterhead by the settings; the letterhead only for the workspace's own region.

    `region` is a prefix such as `3303`, `name` its name. None where the settings say nothing of either.

    Raises EnvironmentFault for a letterhead that is not there or is no picture.
    """
    from exporters.word.stationery import LetterheadError, Stationery, read_letterhead

    own = prefix(workspace.region) == region
    path, paper = workspace.letterhead_path if own else None, workspace.paper or PAPERS[0]
    if path is None:
        return Stationery(paper) if workspace.paper else None
    try:
        return Stationery(paper, read_letterhead(path), name)
    except FileNotFoundError as error:
        raise EnvironmentFault(
            reason("The letterhead {path} is not there.", path=str(path)),
            reason("Put the file there, or mend {name} in {settings}.", name=LETTERHEAD, settings=SETTINGS),
        ) from error
    except LetterheadError as error:
        raise EnvironmentFault(
            reason("The letterhead {path} is no picture for Word, or is larger than 5 MB.", path=str(path)),
            reason("Save the letterhead as PNG or JPEG, as wide as the text of the letter (16 cm)."),
        ) from error
