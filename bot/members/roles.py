"""Who may do what: the whole table of rights."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is trusted with. Owners come from `OWNER_IDS` and from nowhere else."""

    MEMBER = "member"
    EXPERT = "expert"
    COMPLIANCE = "compliance"
    OPERATOR = "operator"
    OWNER = "owner"


class Right(StrEnum):
    """One thing that not everybody may do."""

    BIND_GROUPS = "bind-groups"
    APPOINT = "appoint"
    MOVE_POINTS = "move-points"
    CONFIRM_POINTS = "confirm-points"
    RUN_BRIEFS = "run-briefs"
    REVIEW_BRIEFS = "review-briefs"
    SETTLE_DELIVERIES = "settle-deliveries"
    EDIT_CALENDAR = "edit-calendar"
    CONFIGURE_GROUPS = "configure-groups"
    RUN_CONTESTS = "run-contests"
    CONFIRM_CONTESTS = "confirm-contests"
    DECIDE_DISPUTES = "decide-disputes"
    BROADCAST = "broadcast"
    MODERATE = "moderate"
    SEE_ARCHIVE = "see-archive"
    EXPORT_ARCHIVE = "export-archive"
    LEGAL_HOLD = "legal-hold"
    REVIEW = "review"
    EDIT_KNOWLEDGE = "edit-knowledge"
    APPROVE_KNOWLEDGE = "approve-knowledge"
    EDIT_QUIZ = "edit-quiz"
    ANSWER_QUESTIONS = "answer-questions"
    MANAGE_QUESTIONS = "manage-questions"
    RUN_AMA = "run-ama"


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.MEMBER: frozenset(),
    Role.EXPERT: frozenset({Right.EDIT_KNOWLEDGE, Right.ANSWER_QUESTIONS}),
    Role.COMPLIANCE: frozenset(
        {
            Right.REVIEW_BRIEFS,
            Right.SETTLE_DELIVERIES,
            Right.DECIDE_DISPUTES,
            Right.MODERATE,
            Right.REVIEW,
            Right.SEE_ARCHIVE,
            Right.EXPORT_ARCHIVE,
            Right.LEGAL_HOLD,
            Right.EDIT_KNOWLEDGE,
            Right.APPROVE_KNOWLEDGE,
        }
    ),
    Role.OPERATOR: frozenset(
        {
            Right.MOVE_POINTS,
            Right.CONFIRM_POINTS,
            Right.RUN_BRIEFS,
            Right.REVIEW_BRIEFS,
            Right.SETTLE_DELIVERIES,
            Right.EDIT_CALENDAR,
            Right.CONFIGURE_GROUPS,
            Right.RUN_CONTESTS,
            Right.CONFIRM_CONTESTS,
            Right.DECIDE_DISPUTES,
            Right.BROADCAST,
            Right.MODERATE,
            Right.SEE_ARCHIVE,
            Right.REVIEW,
            Right.EDIT_KNOWLEDGE,
            Right.APPROVE_KNOWLEDGE,
            Right.EDIT_QUIZ,
            Right.ANSWER_QUESTIONS,
            Right.MANAGE_QUESTIONS,
            Right.RUN_AMA,
        }
    ),
    Role.OWNER: frozenset(Right),
}

APPOINTABLE = frozenset({Role.EXPERT, Role.COMPLIANCE, Role.OPERATOR})
STAFF = frozenset({Role.EXPERT, Role.COMPLIANCE, Role.OPERATOR, Role.OWNER})
"""Everyone who is left out of boards and prizes."""


def rights_of(roles: "frozenset[Role]") -> frozenset[Right]:
    """Return everything that holders of `roles` may do."""
    return frozenset(right for role in roles for right in RIGHTS[role])


def allowed(roles: "frozenset[Role]", right: Right) -> bool:
    """Tell whether any of `roles` carries `right`."""
    return any(right in RIGHTS[role] for role in roles)
