"""Checking in, answering the question, repairing a missed day: each one transaction.

Whoever checks in or repairs holds their streak's row, whoever answers holds the question's;
so a hundred presses of one person end in one award. Awards are keyed by the fact that they
reward, and every outcome can be told again to an update that is replayed after a crash.
"""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from bot.calendar.service import Community, calendar_for
from bot.checkin.earning import Earned, for_answer, for_check_in, for_milestones
from bot.checkin.errors import (
    NothingToRepairError,
    NotYourQuestionError,
    QuestionExpiredError,
    QuestionNotPutError,
    RepairTooLateError,
    RepairTriedError,
)
from bot.checkin.means import Means
from bot.checkin.outcome import (
    AnswerOutcome,
    CheckInOutcome,
    Gain,
    Put,
    QuestionRef,
    RepairOffer,
    Wallet,
)
from bot.checkin.question import Purpose, Question, UnknownQuestion, arranged
from bot.checkin.receipt import tell_freezes
from bot.checkin.streak import (
    DayKind,
    StreakEvents,
    StreakState,
    advance,
    kind_of,
    repair,
    repair_closes,
    standing,
)
from bot.points.level_up import announce_level_up
from bot.points.levels import level_of
from bot.points.movement import Award, Movement
from bot.points.service import award
from bot.quiz.standing import has_second_repair
from db.models.checkin import CheckIn, DailyQuestion
from db.repositories import checkins, members, points


def check_in(
    session: Session, member_id: int, means: Means, now: datetime, update_id: int | None
) -> CheckInOutcome:
    """Check somebody in for the community day of `now`, once; put the day's question."""
    day = means.community.day_of(now)
    before = checkins.lock_streak(session, member_id)
    if before.last_day is not None and day <= before.last_day:
        made = checkins.on_day(session, member_id, day)
        if made is not None:
            return _told_again(session, made, before, means, now, update_id)
    after, events = advance(before, day, calendar_for(session, means.community.exchange))
    # A check-in that comes after a later day's one (two processes, four in the morning) earns
    # its base and leaves the streak, which has been counted past that day, as it is.
    kind = events.kind or DayKind.UNKNOWN
    gain, wallet = _pay(
        session, means, for_check_in(means, member_id, day, kind, after.length, now)
    )
    checkins.add(session, member_id, day, now, update_id, after.length, gain.points)
    checkins.save_streak(session, member_id, after)
    if events.frozen:
        tell_freezes(session, member_id, day, before, after, events, means, now)
    return CheckInOutcome(
        day=day,
        at=now,
        first=True,
        kind=kind,
        streak=after.length,
        freezes=after.freezes,
        gain=gain,
        wallet=wallet,
        question=_put(session, QuestionRef(member_id, day, Purpose.DAILY), means, now),
        offer=_offer(session, member_id, after, means, now),
    )


def streak_on(session: Session, member_id: int, day: date, community: Community) -> StreakState:
    """Return where somebody's streak stands on a day, with freezes used up and breaks counted."""
    state = checkins.streak_of(session, member_id)
    return standing(state, day, calendar_for(session, community.exchange))


def put_repair_question(
    session: Session, presser_id: int, member_id: int, day: date, means: Means, now: datetime
) -> tuple[Put, RepairOffer]:
    """Put the question whose right answer repairs the missed `day`; the same one when asked again.

    Raise NotYourQuestionError, RepairTooLateError, NothingToRepairError, RepairTriedError.
    """
    if presser_id != member_id:
        raise NotYourQuestionError
    state = checkins.streak_of(session, member_id)
    if now >= _expires(QuestionRef(member_id, day, Purpose.REPAIR), means):
        raise RepairTooLateError(day=day)
    if not state.lost_length or state.lost_day != day:
        raise NothingToRepairError
    put = _still_open(session, QuestionRef(member_id, day, Purpose.REPAIR), means, now)
    if put is None and has_second_repair(session, member_id, means.ladder):
        put = _still_open(session, QuestionRef(member_id, day, Purpose.SECOND_REPAIR), means, now)
    if put is None:
        raise RepairTriedError(day=day)
    second = put.ref.purpose is Purpose.SECOND_REPAIR
    return put, RepairOffer(member_id, day, state.lost_length, second)


def answer_question(
    session: Session, presser_id: int, ref: QuestionRef, choice: int, means: Means, now: datetime
) -> AnswerOutcome:
    """Take the one answer that counts; pay for it, or repair the streak by it.

    Raise NotYourQuestionError, QuestionNotPutError, QuestionExpiredError,
    NothingToRepairError.
    """
    if presser_id != ref.member_id:
        raise NotYourQuestionError
    row = checkins.question(session, ref.member_id, ref.day, ref.purpose, lock=True)
    if row is None:
        raise QuestionNotPutError
    put = Put(ref, _as_put(row, ref, means))
    if row.choice is not None:
        # The same choice at the same instant is this very press, told again after a crash.
        first = row.choice == choice and row.answered_at == now
        return _told_answer(session, put, row.choice, first, means, now)
    if now >= _expires(ref, means):
        kind = Purpose.REPAIR if ref.purpose.repairs else Purpose.DAILY
        raise QuestionExpiredError(purpose=kind.value)
    correct = choice == put.question.correct
    checkins.answer_question(session, row.id, choice, correct, now)
    earned: list[Earned] = []
    if ref.purpose is Purpose.DAILY:
        earned = [for_answer(means, ref, correct, now)]
    elif correct:
        earned = _mend(session, ref, means, now)
    return _told_answer(session, put, choice, True, means, now, earned)


def _told_again(
    session: Session,
    made: CheckIn,
    state: StreakState,
    means: Means,
    now: datetime,
    update_id: int | None,
) -> CheckInOutcome:
    """Return the outcome of a check-in that stands already, in full if this update made it."""
    first = update_id is not None and made.update_id == update_id
    kind = kind_of(calendar_for(session, means.community.exchange), made.day)
    gain, wallet = Gain(made.points), None
    if first:
        earned = for_check_in(means, made.member_id, made.day, kind, made.streak, made.at)
        gain, wallet = _pay(session, means, earned)
    ref = QuestionRef(made.member_id, made.day, Purpose.DAILY)
    return CheckInOutcome(
        day=made.day,
        at=made.at,
        first=first,
        kind=kind,
        streak=made.streak,
        freezes=state.freezes,
        gain=gain,
        wallet=wallet,
        question=_still_open(session, ref, means, now),
        offer=_offer(session, made.member_id, state, means, now),
    )


def _told_answer(
    session: Session,
    put: Put,
    choice: int,
    first: bool,
    means: Means,
    now: datetime,
    earned: Sequence[Earned] | None = None,
) -> AnswerOutcome:
    """Pay what was `earned`, and tell what came of an answer; without it, what was paid before."""
    ref, correct = put.ref, choice == put.question.correct
    if earned is None:
        earned = _paid_before(session, means, ref, correct, now)
    gain, wallet = _pay(session, means, earned)
    state = checkins.streak_of(session, ref.member_id)
    made = checkins.on_day(session, ref.member_id, ref.day)
    return AnswerOutcome(
        put=put,
        choice=choice,
        correct=correct,
        first=first,
        kind=kind_of(calendar_for(session, means.community.exchange), ref.day),
        streak=state.length if made is None or state.last_day == ref.day else made.streak,
        gain=gain,
        wallet=wallet,
        offer=_offer(session, ref.member_id, state, means, now),
    )


def _mend(session: Session, ref: QuestionRef, means: Means, now: datetime) -> list[Earned]:
    """Repair the streak, and return the milestones that it reaches by that."""
    state, events = repair(checkins.lock_streak(session, ref.member_id), ref.day)
    if events == StreakEvents():
        raise NothingToRepairError
    checkins.save_streak(session, ref.member_id, state)
    return for_milestones(
        means, ref.member_id, ref.day, events.grew, now, means.community.day_of(now)
    )


def _paid_before(
    session: Session, means: Means, ref: QuestionRef, correct: bool, now: datetime
) -> list[Earned]:
    """Return what this very answer earned the first time; to pay it again changes nothing."""
    if ref.purpose is Purpose.DAILY:
        return [for_answer(means, ref, correct, now)]
    grew = (0, means.economy.milestones[-1].trading_days)
    today = means.community.day_of(now)
    every = for_milestones(means, ref.member_id, ref.day, grew, now, today)
    return [e for e in every if points.entry_with_key(session, e.movement.key) is not None]


def _pay(session: Session, means: Means, earned: Sequence[Earned]) -> tuple[Gain, Wallet | None]:
    """Award what was earned, once for each key, and say in private which level it reached."""
    awards = [award(session, each.movement, means.economy) for each in earned]
    for each, got in zip(earned, awards, strict=True):
        _announce(session, got, each.movement, means)
    if not awards:
        return Gain(0), None
    total = sum(got.amount for got in awards)
    gain = Gain(
        points=total,
        milestones=tuple(e.milestone for e in earned if e.milestone),
        short=total < sum(e.movement.amount for e in earned),
    )
    last = awards[-1]
    return gain, Wallet(last.balance, level_of(last.lifetime, means.economy))


def _announce(session: Session, got: Award, movement: Movement, means: Means) -> None:
    if not got.level_up:
        return
    member = members.by_id(session, movement.member_id)
    language = (member.language if member else None) or means.language
    announce_level_up(
        session, got, movement.member_id, movement.at, means.words, means.gate, language
    )


def _put(session: Session, ref: QuestionRef, means: Means, now: datetime) -> Put:
    question = means.questions.question_for(ref.member_id, ref.day, ref.purpose)
    checkins.put_question(session, ref.member_id, ref.day, ref.purpose, question, now)
    return Put(ref, question)


def _still_open(session: Session, ref: QuestionRef, means: Means, now: datetime) -> Put | None:
    """Return the question that waits for its answer, put now if it was not; None if answered."""
    row = checkins.question(session, ref.member_id, ref.day, ref.purpose)
    if row is None:
        return _put(session, ref, means, now)
    if row.choice is not None:
        return None
    try:
        return Put(ref, _as_put(row, ref, means))
    except QuestionNotPutError:
        return _put(session, ref, means, now)


def _as_put(row: DailyQuestion, ref: QuestionRef, means: Means) -> Question:
    """Return the question as its buttons showed it; raise if the bank has moved on since."""
    try:
        question = means.questions.by_id(row.question_id)
    except UnknownQuestion as error:
        raise QuestionNotPutError from error
    if question.version != row.question_version:
        raise QuestionNotPutError
    return arranged(question, ref.member_id, ref.day, ref.purpose)


def _offer(
    session: Session, member_id: int, state: StreakState, means: Means, now: datetime
) -> RepairOffer | None:
    """Return the repair that is open: one missed day, in time, its question not yet answered."""
    if not state.lost_length or state.lost_day is None:
        return None
    ref = QuestionRef(member_id, state.lost_day, Purpose.REPAIR)
    if now >= _expires(ref, means):
        return None
    row = checkins.question(session, member_id, ref.day, ref.purpose)
    if row is None or row.choice is None:
        return RepairOffer(member_id, ref.day, state.lost_length)
    if not has_second_repair(session, member_id, means.ladder):
        return None
    row = checkins.question(session, member_id, ref.day, Purpose.SECOND_REPAIR)
    if row is not None and row.choice is not None:
        return None
    return RepairOffer(member_id, ref.day, state.lost_length, second=True)


def _expires(ref: QuestionRef, means: Means) -> datetime:
    ended = means.community.ends(ref.day)
    return repair_closes(ended) if ref.purpose.repairs else ended
