"""What the bot holds on a person: every table, what becomes of it, and what they may read of it.

A table with a column that names a person must be declared here; `tests/privacy/test_holdings.py`
fails otherwise and says what to do. `/mydata` and `/forget` work from this list alone.
"""

from dataclasses import dataclass
from enum import StrEnum

from sqlmodel import SQLModel

from bot.archive.retention import RecordClass
from db import models


class Fate(StrEnum):
    """What becomes of a table's rows when the person they are about is forgotten.

    DELETE: they go. RENAME: they stay under a pseudonym, because sums or the law need them.
    KEEP: they stay as they are until their time is over. STAFF: they are about what somebody
    did as staff, whose deeds are records, and nobody on the staff is forgotten. OWN: a rule
    of their own in `bot/privacy/forgetting.py`.
    """

    DELETE = "delete"
    RENAME = "rename"
    KEEP = "keep"
    STAFF = "staff"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Holding:
    """One table.

    `about`: the columns that name the person whom a row is about. `others`: columns that name
    people who acted on it; `/mydata` leaves them out. `kept_as`: the class whose term counts
    where rows stay. `section`: under which heading `/mydata` shows them (`data-<section>` in
    the catalogue), none if it does not. `shows`: the columns of its readable part
    (`data-field-<column>`); `hides`: columns that not even the JSON holds. `when`: the
    column that dates a row.
    """

    table: type[SQLModel]
    fate: Fate
    about: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    kept_as: RecordClass | None = None
    section: str | None = None
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    when: str | None = None


ME = ("member_id",)
SEALS = ("hash", "previous_hash", "content_hash", "salt", "scheme", "position")

HOLDINGS: tuple[Holding, ...] = (
    Holding(
        models.Member,
        Fate.OWN,
        about=("id",),
        section="profile",
        shows=("id", "first_name", "last_name", "username", "language", "hidden", "first_seen_at"),
    ),
    Holding(
        models.Membership,
        Fate.DELETE,
        ME,
        section="groups",
        shows=("title", "presence", "since"),
    ),
    Holding(models.RoleGrant, Fate.DELETE, ME, ("granted_by",), section="roles", shows=("role",)),
    Holding(models.Prompt, Fate.DELETE, ME, section="prompts", shows=("noun", "asked_at")),
    Holding(models.Watch, Fate.DELETE, ME, section="watches", shows=("symbol", "added_at")),
    Holding(models.TermWish, Fate.DELETE, ME, section="term-wishes", shows=("word", "asked_at")),
    Holding(models.WatchBrief, Fate.DELETE, ME, section="watch-brief", shows=("asked_at",)),
    Holding(models.CheckIn, Fate.DELETE, ME, section="checkins", shows=("day", "streak", "points")),
    Holding(
        models.Streak,
        Fate.DELETE,
        ME,
        section="streak",
        shows=("length", "best", "last_day", "freezes"),
    ),
    Holding(
        models.DailyQuestion,
        Fate.DELETE,
        ME,
        section="questions",
        shows=("day", "question_id", "choice", "correct"),
    ),
    Holding(models.QuizStanding, Fate.DELETE, ME, section="quiz", shows=("start_level",)),
    Holding(models.QuizPass, Fate.DELETE, ME, section="quiz-passes", shows=("at", "level")),
    Holding(
        models.QuizAnswer,
        Fate.DELETE,
        ME,
        section="quiz-answers",
        shows=("asked_at", "item_id", "choice", "correct"),
        hides=("shuffle",),
    ),
    Holding(models.QuizRound, Fate.DELETE, ME, section="quiz-rounds", shows=("day", "state")),
    Holding(models.QuizVote, Fate.DELETE, ME, section="quiz-votes", shows=("at", "correct")),
    Holding(models.QuizEdit, Fate.STAFF, others=("author_id", "undone_by")),
    Holding(
        models.Balance,
        Fate.RENAME,
        ME,
        kept_as=RecordClass.POINTS,
        section="balance",
        shows=("amount", "lifetime"),
    ),
    Holding(
        models.LedgerEntry,
        Fate.RENAME,
        ("member_id", "actor_id"),
        kept_as=RecordClass.POINTS,
        section="ledger",
        shows=("at", "amount", "reason", "note"),
        hides=("actor_id", "key"),
        when="at",
    ),
    Holding(
        models.PendingMovement,
        Fate.RENAME,
        ME,
        ("requested_by", "decided_by"),
        kept_as=RecordClass.POINTS,
        section="pending",
        shows=("requested_at", "amount", "note", "confirmed"),
        hides=("key",),
        when="requested_at",
    ),
    Holding(
        models.SuitabilityAnswer,
        Fate.RENAME,
        ME,
        kept_as=RecordClass.SUITABILITY,
        section="suitability",
        shows=("level", "at"),
        when="at",
    ),
    Holding(
        models.ContestEntry,
        Fate.KEEP,
        ME,
        kept_as=RecordClass.CONTEST,
        section="contests",
        shows=("contest_id", "joined_at"),
        when="joined_at",
    ),
    Holding(
        models.ContestSnapshot,
        Fate.KEEP,
        ME,
        kept_as=RecordClass.CONTEST,
        section="contest-days",
        shows=("contest_id", "day", "equity", "rank"),
    ),
    Holding(
        models.ContestRecord,
        Fate.KEEP,
        ME,
        kept_as=RecordClass.CONTEST,
        section="contest-log",
        shows=("contest_id", "at", "kind"),
        hides=("hash", "seq"),
        when="at",
    ),
    Holding(
        models.ContestOrder,
        Fate.KEEP,
        ME,
        kept_as=RecordClass.CONTEST,
        section="contest-orders",
        shows=("placed_at", "symbol", "side", "quantity", "state"),
        hides=("key",),
        when="placed_at",
    ),
    Holding(
        models.ContestFill,
        Fate.KEEP,
        ME,
        kept_as=RecordClass.CONTEST,
        section="contest-fills",
        shows=("at", "symbol", "side", "quantity", "price"),
        when="at",
    ),
    Holding(
        models.ContestDispute,
        Fate.KEEP,
        ME,
        ("decided_by",),
        kept_as=RecordClass.CONTEST,
        section="disputes",
        shows=("opened_at", "text", "state", "answer"),
        when="opened_at",
    ),
    Holding(
        models.ContestNote,
        Fate.DELETE,
        ME,
        section="journal",
        shows=("at", "text"),
        hides=("key",),
    ),
    # What a group was told stays a question; it is nobody's any more.
    Holding(
        models.AmaQuestion,
        Fate.RENAME,
        ("asker_id",),
        ("decided_by", "answered_by"),
        kept_as=RecordClass.PUBLICATION,
        section="ama-questions",
        shows=("asked_at", "text", "state", "answer"),
        hides=("key", "folded"),
        when="asked_at",
    ),
    Holding(models.AmaVote, Fate.DELETE, ME, section="ama-votes", shows=("at",)),
    Holding(
        models.Delivery,
        Fate.OWN,
        about=("chat_id", "person_id"),
        kept_as=RecordClass.PUBLICATION,
        section="deliveries",
        shows=("created_at", "lane", "state", "markup"),
        hides=("send_key", "holder", "rule_pack", "otherwise", "priority", "attempts"),
    ),
    Holding(
        models.ArchiveRecord,
        Fate.KEEP,
        about=("author_id",),
        kept_as=RecordClass.TALK,
        section="archive",
        shows=("at", "kind", "text"),
        hides=SEALS,
        when="at",
    ),
    Holding(
        models.OperatorAction,
        Fate.KEEP,
        others=("actor_id",),
        kept_as=RecordClass.OPERATIONS,
        section="measures",
        shows=("at", "action"),
        hides=("key", "target", "before", "after", "reason"),
    ),
    # A case tells its words and what was decided, not who decided, nor who pointed at it.
    Holding(
        models.ReviewCase,
        Fate.KEEP,
        ME,
        ("acted_by", "owner_id", "asked_by", "decided_by"),
        kept_as=RecordClass.OPERATIONS,
        section="cases",
        shows=("opened_at", "text", "state", "decision"),
        hides=("key", "fold", "rules", "findings", "about", "note", "stale", "reminded"),
        when="opened_at",
    ),
    Holding(models.CaseItem, Fate.KEEP, ME, kept_as=RecordClass.OPERATIONS, when="at"),
    Holding(
        models.CaseReport,
        Fate.KEEP,
        ("reporter_id",),
        kept_as=RecordClass.OPERATIONS,
        section="reports",
        shows=("at", "words"),
        when="at",
    ),
    Holding(models.CaseStep, Fate.KEEP, others=("actor_id",), kept_as=RecordClass.OPERATIONS),
    Holding(
        models.ModerationDecision,
        Fate.KEEP,
        ME,
        ("actor_id", "undone_by"),
        kept_as=RecordClass.OPERATIONS,
        section="moderation",
        shows=("at", "excerpt", "measure", "until", "undone_at"),
        hides=("key", "update_id", "findings", "score", "pack", "ladder_version", "policy_version"),
        when="at",
    ),
    Holding(models.ModerationStanding, Fate.DELETE, ME),
    Holding(
        models.PendingMeasure,
        Fate.KEEP,
        ME,
        ("requested_by", "decided_by"),
        kept_as=RecordClass.OPERATIONS,
        when="requested_at",
    ),
    # A question tells its words and where it stands; whoever answered is staff.
    Holding(
        models.QuestionCase,
        Fate.RENAME,
        ("asker_id", "chat_id", "origin_chat_id"),
        ("assignee_id", "answered_by"),
        kept_as=RecordClass.TALK,
        section="asked",
        shows=("opened_at", "text", "state", "rating"),
        hides=("key", "assignee_id", "answered_by", "card_chat_id", "card_message_id", "stale"),
        when="opened_at",
    ),
    Holding(
        models.QuestionEvent,
        Fate.RENAME,
        ("actor_id", "chat_id"),
        kept_as=RecordClass.TALK,
        section="asked-lines",
        shows=("at", "kind", "text"),
        hides=("key", "actor_id", "details"),
        when="at",
    ),
    Holding(
        models.QuestionRating,
        Fate.RENAME,
        ("rater_id",),
        ("expert_id",),
        kept_as=RecordClass.TALK,
        section="ratings",
        shows=("at", "score"),
        hides=("expert_id",),
        when="at",
    ),
    Holding(
        models.QuestionPeerAnswer,
        Fate.RENAME,
        ("answerer_id", "asker_id"),
        ("accepted_by",),
        kept_as=RecordClass.TALK,
        section="peer-answers",
        shows=("accepted_at", "text", "points"),
        hides=("answerer_id", "asker_id", "accepted_by"),
        when="accepted_at",
    ),
    Holding(models.EditionReach, Fate.DELETE, ("person_id",), section="reach", shows=("kind",)),
    Holding(models.LaneChoice, Fate.DELETE, ME, section="lanes", shows=("lane", "wanted", "since")),
    Holding(models.DataRequest, Fate.DELETE, ME, section="copies", shows=("day", "sent_at")),
    Holding(
        models.ForgetRequest,
        Fate.KEEP,
        ("member_id", "pseudonym_id"),
        kept_as=RecordClass.OPERATIONS,
        section="forgets",
        shows=("asked_at", "state", "due_at"),
        hides=("pseudonym_id",),
    ),
    # A hold is not told to whom it is about: it may be part of an inquiry.
    Holding(
        models.LegalHold,
        Fate.KEEP,
        ME,
        ("placed_by", "release_asked_by", "released_by"),
        kept_as=RecordClass.OPERATIONS,
    ),
    Holding(models.ExpertProfile, Fate.STAFF, others=("expert_id", "changed_by")),
    Holding(
        models.ExpertLicence,
        Fate.STAFF,
        others=("expert_id", "declared_by", "confirmed_by", "revoked_by"),
    ),
    Holding(models.QuestionClockStop, Fate.STAFF, others=("started_by", "ended_by")),
    Holding(models.LabelledCase, Fate.STAFF, others=("decided_by",)),
    Holding(models.ModerationPolicy, Fate.STAFF, others=("changed_by",)),
    Holding(models.Correction, Fate.STAFF, others=("author_id", "decided_by")),
    Holding(models.KnowledgeEntry, Fate.STAFF, others=("owner_id",)),
    Holding(models.KnowledgeVersion, Fate.STAFF, others=("author_id", "decided_by")),
    Holding(models.KnowledgeImport, Fate.STAFF, others=("author_id",)),
    Holding(models.AmaSeries, Fate.STAFF, others=("expert_id", "author_id", "stopped_by")),
    Holding(models.AmaSession, Fate.STAFF, others=("expert_id", "author_id", "ended_by")),
    Holding(models.Broadcast, Fate.STAFF, others=("approved_by",)),
    Holding(models.DeskNote, Fate.STAFF, others=("author_id", "withdrawn_by")),
    Holding(models.DeskEvent, Fate.STAFF, others=("author_id", "removed_by")),
    Holding(models.BriefEdition, Fate.STAFF, others=("author_id", "decided_by")),
    Holding(models.EditionVersion, Fate.STAFF, others=("author_id",)),
    Holding(models.Contest, Fate.STAFF, others=("created_by",)),
    Holding(models.ContestDecision, Fate.STAFF, others=("requested_by", "decided_by")),
    Holding(models.Setting, Fate.STAFF, others=("changed_by",)),
    Holding(models.ShareEvent, Fate.STAFF, others=("entered_by",)),
)

BY_TABLE: dict[str, Holding] = {str(one.table.__tablename__): one for one in HOLDINGS}
