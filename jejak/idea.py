"""What programs say about an idea: the actions."""

from __future__ import annotations

from domain.idea import ApproveIdea as ApproveIdea
from domain.idea import EndIdea as EndIdea
from domain.idea import MergeIdeas as MergeIdeas
from domain.idea import ProposeIdea as ProposeIdea
from domain.idea import SplitIdea as SplitIdea
from domain.idea_review import AnswerIdea as AnswerIdea
from domain.idea_review import CoachIdea as CoachIdea
from domain.idea_review import ReviseIdea as ReviseIdea
