"""Every table, imported so that migrations and tests see one complete metadata."""

from db.models.ama import AmaQuestion, AmaSeries, AmaSession, AmaVote
from db.models.archive import (
    ArchiveCheck,
    ArchiveGap,
    ArchiveMove,
    ArchivePoll,
    ArchiveRecord,
    LegalHold,
)
from db.models.attention import LaneChoice
from db.models.brief import BriefEdition, EditionVersion
from db.models.broadcast import Broadcast, BroadcastRecipient
from db.models.checkin import CheckIn, DailyQuestion, Streak
from db.models.contest import (
    Contest,
    ContestDay,
    ContestEntry,
    ContestNote,
    ContestRecord,
    ContestSnapshot,
    SuitabilityAnswer,
)
from db.models.contest_trade import ContestDecision, ContestDispute, ContestFill, ContestOrder
from db.models.correction import Correction
from db.models.delivery import Delivery, Picture
from db.models.desk import DeskEvent, DeskNote, DeskPreview
from db.models.edition_reach import EditionReach
from db.models.expert_desk import QuestionDelivery
from db.models.feed_state import FeedStateRow
from db.models.group import Group, GroupTopic, Membership
from db.models.inbox import InboxUpdate
from db.models.index_turnover import IndexTurnover
from db.models.job_run import JobRun
from db.models.knowledge import KnowledgeEntry, KnowledgeImport, KnowledgeVersion
from db.models.lease import Lease
from db.models.market import DailyClose, ListedInstrument, QuotePoint, ShareEvent, Watch
from db.models.member import Member, Prompt
from db.models.moderation import (
    ModerationDecision,
    ModerationNote,
    ModerationPolicy,
    ModerationStanding,
    PendingMeasure,
)
from db.models.operator_action import OperatorAction, PendingMovement
from db.models.points import Balance, LedgerEntry, Minted
from db.models.privacy import DataRequest, ForgetRequest
from db.models.question import (
    ExpertLicence,
    ExpertProfile,
    QuestionCase,
    QuestionClockStop,
    QuestionEvent,
    QuestionOffer,
    QuestionPeerAnswer,
    QuestionRating,
)
from db.models.quiz import (
    QuizAnswer,
    QuizEdit,
    QuizGoal,
    QuizPass,
    QuizPoll,
    QuizRound,
    QuizStanding,
    QuizVote,
)
from db.models.review import CaseItem, CaseReport, CaseStep, LabelledCase, ReviewCase
from db.models.role import RoleGrant
from db.models.setting import Setting
from db.models.term_wish import TermWish
from db.models.watch_brief import WatchBrief

__all__ = [
    "AmaQuestion",
    "AmaSeries",
    "AmaSession",
    "AmaVote",
    "ArchiveCheck",
    "ArchiveGap",
    "ArchiveMove",
    "ArchivePoll",
    "ArchiveRecord",
    "Balance",
    "BriefEdition",
    "Broadcast",
    "BroadcastRecipient",
    "CaseItem",
    "CaseReport",
    "CaseStep",
    "CheckIn",
    "Contest",
    "ContestDay",
    "ContestDecision",
    "ContestDispute",
    "ContestEntry",
    "ContestFill",
    "ContestNote",
    "ContestOrder",
    "ContestRecord",
    "ContestSnapshot",
    "Correction",
    "DailyClose",
    "DailyQuestion",
    "DataRequest",
    "Delivery",
    "DeskEvent",
    "DeskNote",
    "DeskPreview",
    "EditionReach",
    "EditionVersion",
    "ExpertLicence",
    "ExpertProfile",
    "FeedStateRow",
    "ForgetRequest",
    "Group",
    "GroupTopic",
    "InboxUpdate",
    "IndexTurnover",
    "JobRun",
    "KnowledgeEntry",
    "KnowledgeImport",
    "KnowledgeVersion",
    "LabelledCase",
    "LaneChoice",
    "Lease",
    "LedgerEntry",
    "LegalHold",
    "ListedInstrument",
    "Member",
    "Membership",
    "Minted",
    "ModerationDecision",
    "ModerationNote",
    "ModerationPolicy",
    "ModerationStanding",
    "OperatorAction",
    "PendingMeasure",
    "PendingMovement",
    "Picture",
    "Prompt",
    "QuestionCase",
    "QuestionClockStop",
    "QuestionDelivery",
    "QuestionEvent",
    "QuestionOffer",
    "QuestionPeerAnswer",
    "QuestionRating",
    "QuizAnswer",
    "QuizEdit",
    "QuizGoal",
    "QuizPass",
    "QuizPoll",
    "QuizRound",
    "QuizStanding",
    "QuizVote",
    "QuotePoint",
    "ReviewCase",
    "RoleGrant",
    "Setting",
    "ShareEvent",
    "Streak",
    "SuitabilityAnswer",
    "TermWish",
    "Watch",
    "WatchBrief",
]
