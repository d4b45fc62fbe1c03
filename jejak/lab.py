"""What programs say about a lab: the actions."""

from __future__ import annotations

from domain.lab import CloseStage as CloseStage
from domain.lab import HoldCeremony as HoldCeremony
from domain.lab import HoldStage as HoldStage
from domain.lab import JoinLab as JoinLab
from domain.lab import OpenLab as OpenLab
from domain.lab_course import CloseLab as CloseLab
from domain.lab_course import EvaluateProgramme as EvaluateProgramme
from domain.lab_course import PauseLab as PauseLab
from domain.lab_course import ResumeLab as ResumeLab
from domain.lab_course import SetRuleAside as SetRuleAside
from domain.lab_setting import LinkDocument as LinkDocument
from domain.lab_setting import NameTeamMember as NameTeamMember
from domain.lab_setting import RequestFacilitation as RequestFacilitation
from domain.lab_setting import SurveyReadiness as SurveyReadiness
