"""What programs say about an entry: the actions."""

from __future__ import annotations

from domain.claims import ClaimLevel as ClaimLevel
from domain.claims import ClaimRegion as ClaimRegion
from domain.claims import VerifyLevel as VerifyLevel
from domain.claims import VerifyRegion as VerifyRegion
from domain.entry import AnnounceResult as AnnounceResult
from domain.entry import ChooseAlignment as ChooseAlignment
from domain.entry import IssueDossier as IssueDossier
from domain.entry import MoveQueue as MoveQueue
from domain.entry import WriteSection as WriteSection
from domain.on_entry import PrepareEntry as PrepareEntry
