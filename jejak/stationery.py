"""The paper and the letterhead of a region, as the settings of its workspace name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.base import reason
from domain.streams import prefix
from ledger.errors import EnvironmentFault
from ledger.workspace.workspace import LETTERHEAD, PAPERS, SETTINGS, Workspace

if TYPE_CHECKING:
    from exporters.word.stationery import Stationery


def stationery_of(workspace: Workspace, region: str, name: str) -> Stationery | None:
    """What a region (`3303`) signs on; None where nothing is set. The letterhead is the workspace's own.

    Raises EnvironmentFault for a letterhead that is not there or cannot be set above a letter.
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
            reason(
                "The letterhead {path} is neither a picture for Word nor a Word document of text, tables and"
                " pictures, or is larger than 5 MB.",
                path=str(path),
            ),
            reason(
                "Save the letterhead as PNG or JPEG, as wide as the text of the letter (16 cm), or as a Word"
                " document (.docx) with the letterhead in its header."
            ),
        ) from error
