"""Rounds of the quiz: begun, gone on with, answered, stopped; each step one transaction.

Whoever takes a step holds their own standing, so a hundred presses of one person end in one
answer. Items are chosen as they are put, and the place of a round names its item: a button
carries round, place and the option's place on the screen, never what is right.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.quiz.bank import Bank
from bot.quiz.earning import pay_right
from bot.quiz.ending import end, ending_of
from bot.quiz.errors import (
    QuizAlreadyPlaced,
    QuizGone,
    QuizLevelClosed,
    QuizLevelEmpty,
    QuizNoRounds,
    QuizNotYours,
)
from bot.quiz.item import Item
from bot.quiz.means import QuizMeans
from bot.quiz.order import next_item, picked_place, shuffle_of
from bot.quiz.outcome import Answered, Asked, Home, Step
from bot.quiz.placement import next_level
from bot.quiz.rounds import open_items, ref_of, results, rounds_left
from bot.quiz.shelf import bank_of
from bot.quiz.standing import standing_of
from bot.quiz.states import RoundKind, RoundState
from db.models.quiz import QuizAnswer, QuizRound
from db.repositories import quiz, quiz_items

ON_THE_WAY = timedelta(seconds=3)
"""What question and answer may take on their way; nobody's time is shortened by the network."""


def home(session: Session, member_id: int, means: QuizMeans, now: datetime) -> Home:
    """Return what somebody sees who comes to the quiz."""
    unfinished = quiz.open_round(session, member_id)
    return Home(
        standing_of(session, member_id),
        rounds_left(session, member_id, means, now),
        ref_of(unfinished, means.ladder) if unfinished is not None else None,
    )


def begin(session: Session, member_id: int, level: int, means: QuizMeans, now: datetime) -> Step:
    """Begin a round of a level, or go on with the one that is open.

    Raise QuizLevelClosed, QuizNoRounds, QuizLevelEmpty.
    """
    quiz.hold(session, member_id)
    opened = quiz.open_round(session, member_id)
    if opened is not None:
        return _go_on(session, opened, means, now)
    standing = standing_of(session, member_id)
    if level not in standing.open:
        raise QuizLevelClosed(level=level, open=max(standing.open))
    if not rounds_left(session, member_id, means, now):
        raise QuizNoRounds(rounds=means.ladder.daily_rounds)
    bank = bank_of(session, means.items)
    if len(bank.of_level(level)) < means.ladder.rung(level).items:
        raise QuizLevelEmpty(level=level)
    if standing.start is None:
        quiz.place(session, member_id, level, now)
    return _begin(session, member_id, RoundKind.CLIMB, level, means, now)


def begin_placement(session: Session, member_id: int, means: QuizMeans, now: datetime) -> Step:
    """Begin the placement test, or go on with whatever round is open.

    Raise QuizAlreadyPlaced, and QuizNoRounds where too many were begun and stopped today.
    """
    start = quiz.hold(session, member_id)
    opened = quiz.open_round(session, member_id)
    if opened is not None:
        return _go_on(session, opened, means, now)
    if start is not None or quiz.highest_passed(session, member_id):
        raise QuizAlreadyPlaced
    level, day = means.ladder.placement.begins_at, means.community.day_of(now)
    if quiz.rounds_on(session, member_id, day, RoundKind.PLACEMENT) >= means.ladder.daily_rounds:
        raise QuizNoRounds(rounds=means.ladder.daily_rounds)  # stopped ones may be tried anew
    return _begin(session, member_id, RoundKind.PLACEMENT, level, means, now)


def resume(session: Session, member_id: int, means: QuizMeans, now: datetime) -> Step:
    """Go on with the round that is open; raise QuizGone where there is none."""
    quiz.hold(session, member_id)
    opened = quiz.open_round(session, member_id)
    if opened is None:
        raise QuizGone
    return _go_on(session, opened, means, now)


def proceed(
    session: Session, presser_id: int, round_id: int, place: int, means: QuizMeans, now: datetime
) -> Step:
    """Put the item after `place`; where that was done already, return where the round stands."""
    found = _held(session, presser_id, round_id)
    if found.state is not RoundState.OPEN:
        return ending_of(session, found, means, now)
    if place >= len(quiz.answers_of(session, round_id)):
        raise QuizGone
    return _go_on(session, found, means, now)


def stop(session: Session, presser_id: int, round_id: int, means: QuizMeans, now: datetime) -> Step:
    """End a round early; it was one of the day's rounds all the same."""
    found = _held(session, presser_id, round_id)
    quiz.end_round(session, round_id, RoundState.STOPPED, now)
    return ending_of(session, _held(session, presser_id, found.id), means, now)


def answer(
    session: Session,
    presser_id: int,
    round_id: int,
    place: int,
    shown: int,
    means: QuizMeans,
    now: datetime,
) -> Step:
    """Take the one answer that counts for a place; a late one counts as wrong.

    Raise QuizNotYours and QuizGone; an item whose wording is gone is put anew.
    """
    found = _held(session, presser_id, round_id)
    put = {row.place: row for row in quiz.answers_of(session, round_id)}.get(place)
    choice = picked_place(put.shuffle, shown) if put is not None else None
    if put is None or choice is None:
        raise QuizGone
    item = bank_of(session, means.items).version(put.item_id, put.item_version)
    if put.answered_at is not None:
        again = put.choice == choice and put.answered_at == now
        return _answered(session, found, put, item, means, now, first=again)
    if found.state is not RoundState.OPEN:
        raise QuizGone
    if item is None:
        return _go_on(session, found, means, now)
    late = now > put.asked_at + means.ladder.time_limit + ON_THE_WAY
    correct = choice == item.correct and not late
    quiz.settle(session, put.id, choice, now, correct=correct, late=late)
    return _answered(session, found, put, item, means, now, first=True)


def _begin(
    session: Session,
    member_id: int,
    kind: RoundKind,
    level: int,
    means: QuizMeans,
    now: datetime,
) -> Step:
    day = means.community.day_of(now)
    opened = quiz.add_round(
        session,
        QuizRound(
            member_id=member_id,
            kind=kind,
            level=level,
            day=day,
            attempt=quiz.rounds_on(session, member_id, day, kind) + 1,
            started_at=now,
        ),
    )
    return _put_next(session, opened, bank_of(session, means.items), means, now)


def _go_on(session: Session, opened: QuizRound, means: QuizMeans, now: datetime) -> Step:
    """Return the item that waits, count one whose time ran out, or put the next."""
    rows = quiz.answers_of(session, opened.id)
    bank = bank_of(session, means.items)
    waiting = rows[-1] if rows and rows[-1].answered_at is None else None
    if waiting is None:
        return _put_next(session, opened, bank, means, now)
    item = bank.version(waiting.item_id, waiting.item_version)
    if item is None:
        return _put_anew(session, opened, waiting, bank, means, now)
    left = waiting.asked_at + means.ladder.time_limit + ON_THE_WAY - now
    if left >= timedelta(0):
        right = sum(bool(row.correct) for row in rows)
        ref = ref_of(opened, means.ladder)
        return Asked(ref, waiting.place, item, waiting.shuffle, right, left, resumed=True)
    quiz.settle(session, waiting.id, None, now, correct=False, late=True)
    return _answered(session, opened, waiting, item, means, now, first=True)


def _put_next(
    session: Session, opened: QuizRound, bank: Bank, means: QuizMeans, now: datetime
) -> Step:
    rows = quiz.answers_of(session, opened.id)
    if len(rows) >= ref_of(opened, means.ladder).items:
        return end(session, opened, means, now)  # fewer items by a rule file that came meanwhile
    item = _choose(session, opened, bank, means)
    values = _values(session, opened, item, now)
    place: dict[str, Any] = {"round_id": opened.id, "place": len(rows)}
    quiz.put(session, QuizAnswer(member_id=opened.member_id, **place, **values))
    return _asked(session, opened, len(rows), item, means)


def _put_anew(
    session: Session,
    opened: QuizRound,
    waiting: QuizAnswer,
    bank: Bank,
    means: QuizMeans,
    now: datetime,
) -> Step:
    """Put another item where a new bank came without the wording that was put."""
    item = _choose(session, opened, bank, means)
    quiz.put_anew(session, waiting.id, _values(session, opened, item, now))
    return _asked(session, opened, waiting.place, item, means)


def _values(session: Session, opened: QuizRound, item: Item, now: datetime) -> dict[str, Any]:
    """Return what is written down of an item that is put."""
    return {
        "item_id": item.id,
        "item_version": item.version,
        "level": item.level,
        "shuffle": shuffle_of(opened.member_id, opened.id, item),
        "is_first": not quiz_items.was_met(session, opened.member_id, item.id),
        "asked_at": now,
    }


def _asked(session: Session, opened: QuizRound, place: int, item: Item, means: QuizMeans) -> Asked:
    ladder = means.ladder
    shuffle = shuffle_of(opened.member_id, opened.id, item)
    right = sum(ok for _, ok in results(session, opened.id))
    return Asked(ref_of(opened, ladder), place, item, shuffle, right, ladder.time_limit)


def _choose(session: Session, opened: QuizRound, bank: Bank, means: QuizMeans) -> Item:
    level = opened.level
    if opened.kind is RoundKind.PLACEMENT:
        level = next_level(results(session, opened.id), means.ladder.placement)
    met = quiz.times_met(session, opened.member_id, level)
    used = {row.item_id for row in quiz.answers_of(session, opened.id)}
    item = next_item(open_items(bank, level), opened.member_id, met, used)
    if item is None:
        raise QuizLevelEmpty(level=level)
    return item


def _answered(
    session: Session,
    found: QuizRound,
    put: QuizAnswer,
    item: Item | None,
    means: QuizMeans,
    now: datetime,
    *,
    first: bool,
) -> Step:
    """Return what an answer came to; pay it and end the round with its last place, once."""
    row = next(one for one in quiz.answers_of(session, found.id) if one.place == put.place)
    if item is None:
        raise QuizGone
    ref = ref_of(found, means.ladder)
    points = 0
    if first and row.correct and found.kind is RoundKind.CLIMB:
        points = pay_right(session, found.member_id, item.id, means, now)
    rows = quiz.answers_of(session, found.id)
    told = Answered(
        round=ref,
        place=row.place,
        item=item,
        choice=row.choice,
        correct=bool(row.correct),
        late=row.late,
        right=sum(bool(one.correct) for one in rows[: row.place + 1]),
        first=first,
        points=points,
    )
    if row.place + 1 < ref.items:
        return told
    return replace(told, ending=end(session, found, means, now))


def _held(session: Session, presser_id: int, round_id: int) -> QuizRound:
    """Return the presser's own round, with their standing held; refuse everybody else's."""
    found = quiz.round_of(session, round_id)
    if found is None:
        raise QuizGone
    if found.member_id != presser_id:
        raise QuizNotYours
    quiz.hold(session, presser_id)
    held = quiz.round_of(session, round_id)
    if held is None:
        raise QuizGone
    return held
