"""How check-in speaks: outcomes as catalogue messages and buttons, at most six lines each."""

from dataclasses import dataclass
from datetime import datetime

from bot.buttons import Button, Rows
from bot.calendar.service import Community
from bot.checkin.outcome import AnswerOutcome, CheckInOutcome, Gain, Put, RepairOffer, Wallet
from bot.checkin.question import Purpose
from bot.checkin.streak import MOST_FREEZES, DayKind, repair_closes
from bot.i18n import Language, Say

Lines = tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A message: its lines, and the buttons under it."""

    lines: Lines
    buttons: Rows = ()


def tell_check_in(outcome: CheckInOutcome, right: int, language: Language) -> Telling:
    """Tell a check-in that was just made; `right` is what the right answer will earn."""
    lines = (
        _done(outcome.kind, outcome.streak),
        _earned(outcome.gain, right if outcome.question else 0),
        *_wallet(outcome.wallet),
        *_milestones(outcome.gain),
        *_freezes(outcome),
        *_offer(outcome.offer),
        *_question(outcome.question, language),
    )
    return Telling(lines, _buttons(outcome.question, outcome.offer, language))


def tell_already(
    outcome: CheckInOutcome, community: Community, now: datetime, language: Language
) -> Telling:
    """Tell somebody who comes a second time when they did, and what is still open."""
    following = community.ends(outcome.day)
    today = following.astimezone(community.zone).date() == now.astimezone(community.zone).date()
    already = Say(
        "checkin-already",
        at=community.local_time(outcome.at),
        when="today" if today else "tomorrow",
        next=community.local_time(following),
    )
    lines = (already, *_offer(outcome.offer), *_question(outcome.question, language))
    return Telling(lines, _buttons(outcome.question, outcome.offer, language))


def tell_answer(outcome: AnswerOutcome, language: Language) -> Telling:
    """Tell an answer where its question stood: what is right, why, and what came of it."""
    question = outcome.put.question
    chosen = question.options[outcome.choice].in_language(language)
    right = question.options[question.correct].in_language(language)
    verdict = Say("checkin-answer-right", right=right)
    if not outcome.correct:
        verdict = Say("checkin-answer-wrong", chosen=chosen, right=right)
    lines = (
        _head(outcome),
        *_question(outcome.put, language),
        verdict,
        Say("checkin-explanation", text=question.explanation.in_language(language)),
        *_after_answer(outcome),
    )
    return Telling(lines, _buttons(None, outcome.offer, language))


def tell_repair_question(
    put: Put, offer: RepairOffer, community: Community, language: Language
) -> Telling:
    """Put the question that repairs a missed day."""
    until = repair_closes(community.ends(offer.day))
    lines = (
        Say("checkin-repair-head", day=offer.day),
        Say("checkin-repair-rule", streak=offer.length, until=until),
        *_question(put, language),
    )
    return Telling(lines, _buttons(put, None, language))


def note_on_answer(outcome: AnswerOutcome) -> Say:
    """Return the short note over the chat for who pressed."""
    if not outcome.first:
        return Say("checkin-note-again")
    if outcome.put.ref.purpose.repairs:
        return Say("checkin-note-repaired" if outcome.correct else "checkin-note-not-repaired")
    name = "checkin-note-right" if outcome.correct else "checkin-note-wrong"
    return Say(name, points=outcome.gain.points)


def _head(outcome: AnswerOutcome) -> Say:
    if outcome.put.ref.purpose is Purpose.DAILY:
        return _done(outcome.kind, outcome.streak)
    if outcome.offer is not None and outcome.offer.second:
        return Say("checkin-not-repaired-yet")
    name = "checkin-repaired" if outcome.correct else "checkin-not-repaired"
    return Say(name, streak=outcome.streak)


def _done(kind: DayKind, streak: int) -> Say:
    return Say(f"checkin-done-{kind}", streak=streak)


def _earned(gain: Gain, right: int) -> Say:
    if gain.short:
        return Say("checkin-earned-short", points=gain.points)
    if right:
        return Say("checkin-earned", points=gain.points, right=right)
    return Say("checkin-earned-all", points=gain.points)


def _after_answer(outcome: AnswerOutcome) -> Lines:
    """Return the lines, two at most, on what an answer brought."""
    lines: Lines = ()
    if outcome.wallet is not None:
        earned = _earned(outcome.gain, 0)
        lines = (Say("checkin-earned-and-wallet", earned=earned, wallet=_balance(outcome.wallet)),)
    return (*lines, *_milestones(outcome.gain), *_offer(outcome.offer))


def _wallet(wallet: Wallet | None) -> Lines:
    return (_balance(wallet),) if wallet else ()


def _balance(wallet: Wallet) -> Say:
    standing = wallet.standing
    if standing.following is None:
        return Say("checkin-balance-top", balance=wallet.balance, level=standing.level)
    return Say(
        "checkin-balance",
        balance=wallet.balance,
        level=standing.level,
        next=standing.following.number,
        missing=standing.to_next,
    )


def _milestones(gain: Gain) -> Lines:
    return tuple(
        Say("checkin-milestone", streak=reached.trading_days, points=reached.amount)
        for reached in gain.milestones[-1:]
    )


def _freezes(outcome: CheckInOutcome) -> Lines:
    if not outcome.freeze_due:
        return ()
    return (Say("checkin-freeze-held", held=outcome.freezes, most=MOST_FREEZES),)


def _offer(offer: RepairOffer | None) -> Lines:
    if offer is None:
        return ()
    name = "checkin-repair-offer-second" if offer.second else "checkin-repair-offer"
    return (Say(name, day=offer.day, streak=offer.length),)


def _question(put: Put | None, language: Language) -> Lines:
    if put is None:
        return ()
    return (
        Say(f"checkin-question-{put.ref.purpose}", text=put.question.prompt.in_language(language)),
    )


def _buttons(put: Put | None, offer: RepairOffer | None, language: Language) -> Rows:
    options = put.question.options if put else ()
    rows = tuple(
        (Button(Say("checkin-option", text=option.in_language(language)), put.ref.data(number)),)
        for number, option in enumerate(options)
        if put
    )
    return (*rows, (Button(Say("button-repair"), offer.data),)) if offer else rows
