"""What a group's quiz came to: who did best, how far the week's goal is, who is rewarded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.compliance.errors import Blocked
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Say
from bot.members.roles import STAFF
from bot.members.service import roles_of
from bot.members.tiers import Binding, GroupState, Purpose
from bot.quiz.earning import GROUP_GOAL, pay_goal
from bot.quiz.group_score import Scored, scored
from bot.quiz.item_figures import figures_of
from bot.quiz.means import QuizMeans
from bot.quiz.states import PollState
from bot.quiz.statistics import weight_of
from db.models.group import Group
from db.models.quiz import QuizPoll, QuizVote
from db.repositories import groups, members, quiz_groups

GRACE = timedelta(seconds=60)
"""How long after closing the last answers are waited for."""
WORTH_TELLING = timedelta(hours=2)
AT_ONCE = 100
BAR = 8
ONE_WEEK, SIX_DAYS = timedelta(days=7), timedelta(days=6)


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A day's quiz in a group. `goal_right` of `goal` right answers since Monday."""

    day: date
    items: int
    people: int
    answers: int
    right: int
    best: tuple[tuple[str, Scored], ...]
    goal_right: int
    goal: int

    @property
    def share_right(self) -> int:
        """Return the share of right answers in whole percent."""
        return round(100 * self.right / self.answers) if self.answers else 0


def week_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def tell_due(session: Session, means: QuizMeans, now: datetime) -> int:
    """Tell every group whose quizzes are closed what came of them; return how many were told."""
    told = 0
    for group_id, day, closed in quiz_groups.closed_sets(session):
        if now < closed + GRACE:
            continue
        group = groups.by_id(session, group_id)
        polls = quiz_groups.polls_of(session, group_id, day)
        counted = [poll for poll in polls if poll.state is PollState.CLOSED]
        if group is not None and group.state is GroupState.ACTIVE:
            told += _tell(session, group, counted, means, now)
        for poll in counted:
            quiz_groups.move(session, poll.id, PollState.CLOSED, PollState.TOLD)
    return told


def result_of(
    session: Session, group: Group, polls: Sequence[QuizPoll], means: QuizMeans
) -> GroupResult:
    """Return what a group's quizzes of a day came to."""
    votes = quiz_groups.votes_of(session, [poll.id for poll in polls])
    weights = {poll.id: _weight(session, poll, means) for poll in polls}
    found = scored(((v.member_id, v.quiz_poll_id or 0, bool(v.correct)) for v in votes), weights)
    day = polls[0].day
    monday = week_of(day)
    return GroupResult(
        day=day,
        items=len(polls),
        people=len({vote.member_id for vote in votes}),
        answers=len(votes),
        right=_right(votes),
        best=_named(session, found, means),
        goal_right=quiz_groups.right_between(session, group.id, monday, monday + SIX_DAYS),
        goal=_goal(group, means),
    )


def result_lines(result: GroupResult, reward: int) -> tuple[Say, ...]:
    """Say what a group's quiz came to, in at most six lines."""
    head = Say(
        "group-quiz-result",
        day=result.day,
        items=result.items,
        people=result.people,
        share=result.share_right,
    )
    rows = (
        Say(
            "group-quiz-row",
            place=place,
            name=name,
            right=one.right,
            asked=one.asked,
            score=one.score,
        )
        for place, (name, one) in enumerate(result.best, start=1)
    )
    how = (Say("group-quiz-how"),) if result.best else ()
    return (head, *rows, *how, _goal_line(result, reward))


def reward_goals(session: Session, means: QuizMeans, now: datetime) -> int:
    """Note the goals that were reached this week, and reward who took part; return how many."""
    monday = week_of(now.astimezone(means.community.zone).date())
    tiers = [binding for binding in Binding if binding.tier is not None]
    for group in groups.bound(session, *tiers):
        right = quiz_groups.right_between(session, group.id, monday, monday + SIX_DAYS)
        if right and right >= _goal(group, means):
            quiz_groups.reach_goal(session, group.id, monday, _goal(group, means), now)
    rewarded = 0
    for goal in quiz_groups.goals_since(session, monday - ONE_WEEK):
        days = (goal.week, goal.week + SIX_DAYS)
        for member_id in quiz_groups.unpaid(session, goal.group_id, *days, AT_ONCE):
            pay_goal(session, member_id, goal.group_id, goal.week, means, now)
            quiz_groups.mark_paid(session, goal.group_id, *days, member_id)
            rewarded += 1
    return rewarded


def _tell(
    session: Session, group: Group, polls: Sequence[QuizPoll], means: QuizMeans, now: datetime
) -> bool:
    """Post a result, where anybody took part."""
    result = result_of(session, group, polls, means)
    if not result.people:
        return False
    language = group.language or means.language
    lines = result_lines(result, means.economy.rule(GROUP_GOAL).amount)
    text = means.words.say(language, Say("group-quiz-lines", lines=lines))
    try:
        screened = means.gate.admit(text)
    except Blocked:  # somebody's name says what the bot may not say: told without names
        text = means.words.say(language, Say("group-quiz-lines", lines=(lines[0], lines[-1])))
        screened = means.gate.admit(text)
    post = Post(
        send_key=f"group-quiz-result:{result.day:%Y%m%d}:{group.id}",
        lane=Lane.SURVEY,
        chat_id=group.chat_id,
        text=screened,
        not_before=now,
        thread_id=groups.topic_for(session, group.id, Purpose.CHAT),
        useless_after=now + WORTH_TELLING,
    )
    return enqueue(session, post, now)


def _goal_line(result: GroupResult, reward: int) -> Say:
    if result.goal_right >= result.goal:
        return Say(
            "group-quiz-goal-reached", right=result.goal_right, goal=result.goal, points=reward
        )
    filled = BAR * result.goal_right // result.goal
    bar = "▰" * filled + "▱" * (BAR - filled)
    return Say("group-quiz-goal", bar=bar, right=result.goal_right, goal=result.goal)


def _named(
    session: Session, found: Sequence[Scored], means: QuizMeans
) -> tuple[tuple[str, Scored], ...]:
    """Return the best with their names: staff and who wants to stay hidden are left out."""
    named: list[tuple[str, Scored]] = []
    for one in found:
        if len(named) == means.ladder.group.places:
            break
        member = members.by_id(session, one.member_id)
        staff = roles_of(session, one.member_id, means.owners) & STAFF
        if member is not None and not member.hidden and not staff:
            named.append((member.first_name[:24], one))
    return tuple(named)


def _weight(session: Session, poll: QuizPoll, means: QuizMeans) -> int:
    figures = figures_of(session, poll.item_id, poll.item_version)
    return weight_of(poll.level, figures, means.ladder.review.least_answers)


def _right(votes: Sequence[QuizVote]) -> int:
    return sum(bool(vote.correct) for vote in votes)


def _goal(group: Group, means: QuizMeans) -> int:
    tier = group.binding.tier if group.binding else None
    return means.ladder.group.tiers[tier].goal if tier is not None else 1_000_000
