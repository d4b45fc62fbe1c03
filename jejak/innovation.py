"""What programs say about an innovation: the actions."""

from __future__ import annotations

from domain.delivery import Display as Display
from domain.delivery import Implement as Implement
from domain.delivery import Launch as Launch
from domain.delivery import Try as Try
from domain.design import DesignInnovation as DesignInnovation
from domain.design import RenameInnovation as RenameInnovation
from domain.evidence import AttachEvidence as AttachEvidence
from domain.evidence import CheckLink as CheckLink
from domain.evidence import OpenLink as OpenLink
from domain.innovation import RecordVerdict as RecordVerdict
from domain.plan import ApprovePlan as ApprovePlan
from domain.plan import MapStakeholder as MapStakeholder
from domain.plan import Monitor as Monitor
from domain.plan import ReportMilestone as ReportMilestone
from domain.plan import SetPlanStep as SetPlanStep
from domain.plan import ValidatePlan as ValidatePlan
from domain.profile import Measure as Measure
from domain.profile import Note as Note
from domain.profile import WriteProfile as WriteProfile
from domain.recognition import Determine as Determine
from domain.recognition import Judge as Judge
from domain.recognition import Publish as Publish
from domain.recognition import Recommend as Recommend
from domain.recognition import RecordProperty as RecordProperty
from domain.running import EvaluateInnovation as EvaluateInnovation
from domain.running import FollowTrial as FollowTrial
from domain.running import HandOver as HandOver
from domain.running import MergeInnovations as MergeInnovations
from domain.running import ReportStatus as ReportStatus
from domain.support import RecordSupport as RecordSupport
