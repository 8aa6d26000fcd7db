"""The expert desk in the operators' group: cards, their buttons, replies to them, `/tickets`."""

from markupsafe import Markup
from sqlmodel import Session
from telegram import Message

from bot.buttons import Rows
from bot.i18n import Say
from bot.members import prompts
from bot.members.deed import Deed
from bot.members.prompts import Asked
from bot.members.roles import Right
from bot.members.tiers import Binding
from bot.questions.desk import answering, cards, claiming, closing, reporting, service, telling
from bot.questions.desk.adding import Reply, addition
from bot.questions.desk.answering import Passed, Typed
from bot.questions.desk.desk import ExpertDesk
from bot.questions.desk.errors import AnswerEmptyError, QuestionUnknownError
from bot.questions.desk.showing import case_at, ping
from bot.telegram.router import WrongPlaceError
from bot.telegram.turn import Turn
from handlers.answers import Found, answer
from handlers.common import deed_of, require
from handlers.pressed import case_in, number_in

ASKS_BACK = ("?", "？")
ASK_BACK = "expert-ask-back"
REPORT = frozenset({"report", "周报", "週報"})


async def tickets(turn: Turn, arguments: str) -> None:
    """Show the queue with its deadlines, one case, or last week's report."""
    await _among_operators(turn)
    desk, typed = turn.house.expert_desk, arguments.strip().removeprefix("#")
    if typed in REPORT:
        report = await turn.ask(reporting.last_week, desk, turn.now)
        await turn.reply(*reporting.told_of(report))
        return
    if not typed:
        await turn.reply(*await turn.ask(reporting.queue_of, turn.now))
        return
    number = number_in(typed)
    if number is None:
        raise QuestionUnknownError(received=typed[:20])
    case = await turn.ask(service.case_of, number)
    card = await turn.ask(cards.card_of, desk, case, turn.now)
    await turn.reply(*card, buttons=cards.buttons_of(case))


async def press(turn: Turn, rest: str) -> None:
    """Do what a button under a card says."""
    await require(turn, Right.ANSWER_QUESTIONS, "tickets")
    await _among_operators(turn)
    action, number, person = case_in(rest)
    if number is None:
        await turn.answer(Say("button-gone"))
    elif action in {"claim", "release", "sure"}:
        await _do(turn, action, number)
    elif action == "to" and person is not None:
        await turn.act(claiming.hand_on, turn.house.expert_desk, number, person, deed_of(turn))
        await turn.answer(Say("expert-note-handed"))
    elif action in {"hand", "close"}:
        await _offer(turn, action, number)
    elif action == "back":
        await _ask_what(turn, number)
    elif action == "faq":
        await _make_entry(turn, number)
    else:
        await turn.answer(Say("button-gone"))


async def replied(turn: Turn, message: Message) -> bool:
    """Take a reply to a card for an answer, an asker's reply to the desk for an addition."""
    number = await _card_number(turn, message)
    if number is not None:
        await _passed_on(turn, message, number)
        return True
    return await _added(turn, message)


async def replied_without_text(turn: Turn, message: Message) -> bool:
    """Say that pictures and files are not passed on, to whoever replies with one."""
    number = await _card_number(turn, message)
    if number is None:
        number = await _behind(turn, message)
    if number is None:
        return False
    await turn.notice()
    raise AnswerEmptyError(number=number)


async def typed_back(turn: Turn, asked: Asked) -> None:
    """Take the next private message for the question that an expert puts to the asker."""
    await require(turn, Right.ANSWER_QUESTIONS, "tickets")
    assert turn.message is not None  # noqa: S101 - an answer is a message
    typed = Typed(_written(turn.message), turn.here.id, turn.message.message_id)
    number, desk = int(asked.about["case"]), turn.house.expert_desk
    passed = await turn.act(_ask_back, desk, number, typed, deed_of(turn))
    await turn.reply(_told(passed, "expert-asked-back"))


async def press_rating(turn: Turn, rest: str) -> None:
    """Take the asker's rating of an answer."""
    number, _, score = rest.partition("-")
    given, case_id = number_in(score), number_in(number)
    if case_id is None or given not in {closing.GOOD, closing.BAD}:
        await turn.answer(Say("button-gone"))
        return
    await turn.act(closing.rate, case_id, given, deed_of(turn))
    note = "expert-rated-good" if given == closing.GOOD else "expert-rated-bad"
    await turn.answer(Say(note))


async def _passed_on(turn: Turn, message: Message, number: int) -> None:
    await require(turn, Right.ANSWER_QUESTIONS, "tickets")
    await _among_operators(turn)
    desk, deed, written = turn.house.expert_desk, deed_of(turn), _written(message)
    typed = Typed(written, turn.here.id, message.message_id)
    if turn.text.lstrip().startswith(ASKS_BACK):
        cut = Markup(str(written).lstrip()[1:])  # noqa: S704 - as it came from Telegram
        typed = Typed(cut, turn.here.id, message.message_id)
        passed = await turn.act(answering.ask_back, desk, number, typed, deed)
        await turn.reply(_told(passed, "expert-asked-back"), quote=True)
        return
    passed = await turn.act(answering.answer, desk, number, typed, deed)
    await turn.reply(_told(passed, "expert-passed"), quote=True)


async def _added(turn: Turn, message: Message) -> bool:
    number = await _behind(turn, message)
    if number is None:
        return False
    reply = Reply(turn.text, turn.here.id, message.message_id)
    told = await turn.act(addition, turn.house.human_desk, number, reply, turn.now)
    await answer(turn, told, Found())
    return True


async def _do(turn: Turn, action: str, number: int) -> None:
    desk, deed = turn.house.expert_desk, deed_of(turn)
    match action:
        case "claim":
            await turn.act(claiming.claim, desk, number, deed)
        case "release":
            await turn.act(claiming.release, desk, number, deed)
        case _:
            await turn.act(closing.close, desk, number, deed)
    await turn.answer(Say(f"expert-note-{action}"))


async def _offer(turn: Turn, action: str, number: int) -> None:
    """Ask below the card to whom it goes, or whether to close it without an answer."""
    desk, deed = turn.house.expert_desk, deed_of(turn)
    case = await turn.ask(service.case_of, number)
    if action == "close" and case.answered_by is not None:
        await _do(turn, "sure", number)
        return
    if action == "close":
        say, buttons = Say("expert-close-ask", number=number), cards.close_buttons(case)
    else:
        found = await turn.ask(claiming.colleagues, desk, case, deed)
        say, buttons = Say("expert-hand-ask", number=number), cards.hand_buttons(case, found)
    await turn.act(_ping, desk, number, f"{action}:{deed.key}", say, deed, buttons)
    await turn.answer()


async def _ask_what(turn: Turn, number: int) -> None:
    """Let the expert write the question to the asker in private, or below the card."""
    await turn.act(_await_back, turn.house.expert_desk, number, deed_of(turn))
    await turn.answer(Say("expert-back-how"), alert=True)


async def _make_entry(turn: Turn, number: int) -> None:
    entry = await turn.act(closing.make_entry, turn.house.expert_desk, number, deed_of(turn))
    note = Say("expert-note-entry", number=entry) if entry is not None else Say("expert-no-shelf")
    await turn.answer(note, alert=entry is None)


async def _card_number(turn: Turn, message: Message) -> int | None:
    to = message.reply_to_message
    assert to is not None  # noqa: S101 - the router hands on nothing else
    return await turn.db.read(_number_at, turn.here.id, to.message_id)


async def _behind(turn: Turn, message: Message) -> int | None:
    to = message.reply_to_message
    assert to is not None  # noqa: S101 - as above
    return await turn.db.read(_number_behind, turn.me.id, turn.here.id, to.message_id)


async def _among_operators(turn: Turn) -> None:
    await turn.notice()
    if not (turn.private or turn.seen.binding is Binding.OPERATORS):
        raise WrongPlaceError(command="tickets", place="private")


def _number_at(session: Session, chat_id: int, message_id: int) -> int | None:
    found = case_at(session, chat_id, message_id)
    return found.id if found else None


def _number_behind(session: Session, asker: int, chat_id: int, message_id: int) -> int | None:
    found = telling.case_behind(session, asker, chat_id, message_id)
    return found.id if found else None


def _ask_back(session: Session, desk: ExpertDesk, number: int, typed: Typed, deed: Deed) -> Passed:
    prompts.settle(session, deed.actor_id)
    return answering.ask_back(session, desk, number, typed, deed)


def _await_back(session: Session, desk: ExpertDesk, number: int, deed: Deed) -> None:
    case = claiming.claim(session, desk, number, deed)
    prompts.await_answer(session, deed.actor_id, ASK_BACK, {"case": case.id}, deed.now)


def _ping(
    session: Session,
    desk: ExpertDesk,
    number: int,
    key: str,
    say: Say,
    deed: Deed,
    buttons: Rows,
) -> None:
    ping(session, desk, service.case_of(session, number), key, say, deed.now, buttons)


def _told(passed: Passed, id_: str) -> Say:
    reach = Say("expert-reach", how=passed.reach.value)
    return Say(id_, number=passed.case.id, reach=reach, missed=passed.missed)


def _written(message: Message) -> Markup:
    return Markup(message.text_html or "")  # noqa: S704 - Telegram's own; render reads it again
