"""`/ask`, 提问, a mention, a reply, a question in its topic or in private: one case each."""

from telegram import Message, MessageEntity

from bot.i18n import Say
from bot.markup import storable
from bot.members.roles import STAFF
from bot.questions import asking, editing, steering
from bot.questions.desk.adding import is_thanks
from bot.questions.limits import LONGEST_TEXT
from bot.questions.looks import is_chatter, is_question, names_something, only_links, says_nothing
from bot.questions.place import Spot, group_spot, private_spot
from bot.questions.private_matter import Matter
from bot.questions.question import Kind, Question, Told, Way
from bot.questions.states import WITH_PEOPLE, BotSaid
from bot.questions.telling import too_long
from bot.telegram.spoken import leading_word, read_command
from bot.telegram.turn import Turn
from db.models.question import NO_TOPIC
from handlers.answers import answer, found_for

ASK = "ask"
WORDS = ("提问", "提問")


async def ask(turn: Turn, arguments: str) -> None:
    """Take a question that was asked by command or by word; without one, say how it stands."""
    spot = await spot_of(turn)
    if not arguments.strip():
        await _status(turn)
    elif not await _refused(turn, arguments):
        await _ask(turn, spot, arguments.strip(), Way.COMMAND)


async def replied(turn: Turn, message: Message) -> bool:
    """Take a reply to the bot in a group: more on an open case, or a question."""
    if turn.private:
        return False  # a private text may be the answer to what another feature asked
    spot = await spot_of(turn)
    text = message.text or ""
    if spot.for_operators or not (spot.state in WITH_PEOPLE or is_question(text)):
        return False
    return await _taken(turn, spot, text, Way.REPLY)


async def overheard(turn: Turn, message: Message) -> bool:
    """Take what nobody else took, if it was meant for the bot: in private, or by name or topic."""
    if turn.person is None or message.forward_origin:
        return False
    if turn.private:
        return await _in_private(turn, message)
    mentioned = _without_mention(turn, message)
    if mentioned is not None:
        return await _mentioned(turn, mentioned)
    return bool(message.is_topic_message) and await _in_topic(turn, message)


async def edited(turn: Turn) -> None:
    """Take the new words of a question; what was no question stays none."""
    message = turn.message
    if turn.person is None or message is None or not turn.text:
        return
    here = (turn.here.id, message.message_id, turn.me.id)
    if await turn.db.read(editing.written_before, *here) is None:
        return
    text = _bare(turn, message)
    if says_nothing(text) or len(text) > LONGEST_TEXT:
        return
    spot = await spot_of(turn)
    question = _question(turn, spot, text, Way.REPLY)
    found = await found_for(turn, question.text, question.tier, lone=question.lone)
    human = turn.house.human_desk
    told = await turn.act(editing.edited, human, question, found.plan, turn.now)
    await answer(turn, told, found)


async def _ask(turn: Turn, spot: Spot, text: str, way: Way) -> None:
    question = _question(turn, spot, text, way)
    found = await found_for(turn, question.text, question.tier, lone=question.lone)
    human = turn.house.human_desk
    told = await turn.act(asking.ask, human, question, found.plan, turn.now)
    if told.kind is Kind.OVER_LIMIT and not _first(turn, f"limit-{told.deed}"):
        return
    await answer(turn, told, found)


async def _status(turn: Turn) -> None:
    """Say how the asker's open question stands; without one, how to ask."""
    place = (turn.here.id, turn.here.thread_id or NO_TOPIC, turn.me.id)
    told: Told | None = await turn.ask(steering.mine_here, *place)
    if told is None:
        await turn.reply(Say("ask-usage"), Say("ask-usage-words"))
        return
    found = await found_for(turn, "", told.case.tier if told.case else None, lone=True)
    await answer(turn, told, found)


async def _in_private(turn: Turn, message: Message) -> bool:
    spot = await spot_of(turn)
    if not turn.text:
        wordless = message.voice or message.video_note or message.audio
        pictured = message.photo or message.sticker or message.document or message.video
        if not wordless and not (pictured and spot.state in WITH_PEOPLE):
            return False
        await turn.notice()
        if _first(turn, "only-text"):
            await turn.reply(Say("ask-only-text"))
        return True
    meant = spot.state in WITH_PEOPLE or is_question(turn.text)
    if meant or await _is_known(turn, spot):
        return await _taken(turn, spot, turn.text, Way.PLAIN)
    return False


async def _is_known(turn: Turn, spot: Spot) -> bool:
    """Tell whether a private text that asks in no word asks all the same: 两融开通条件."""
    text = turn.text.strip()
    if says_nothing(text) or is_chatter(text) or len(text) > LONGEST_TEXT:
        return False
    question = _question(turn, spot, text, Way.PLAIN)
    if question.is_advice or question.matter.matters - {Matter.NUMBERS}:
        return True  # a number alone, however private it looks, asks nothing
    if not names_something(text):
        return False
    found = await found_for(turn, text, spot.tier)
    return found.plan.said is BotSaid.ANSWER


async def _mentioned(turn: Turn, text: str) -> bool:
    spot = await spot_of(turn)
    if says_nothing(text):
        await turn.notice()
        await turn.reply(Say("ask-usage"))
        return True
    thanks = spot.state not in WITH_PEOPLE and is_thanks(text)
    if thanks or (spot.state is None and not is_question(text)):
        return False  # "thank you, @bot" is no question
    return await _taken(turn, spot, text, Way.MENTION if is_question(text) else Way.REPLY)


async def _in_topic(turn: Turn, message: Message) -> bool:
    """Take a question in the topic that a group keeps for them; never what staff says there."""
    to = message.reply_to_message
    if (to is not None and not to.forum_topic_created) or _calls_another(turn, message):
        return False  # members talking with each other
    wordless = bool(message.voice or message.video_note)
    if not wordless and not turn.text:
        return False
    spot = await spot_of(turn)
    has_people = spot.state in WITH_PEOPLE and not is_chatter(turn.text)
    meant = wordless or has_people or is_question(turn.text)
    if not (spot.for_questions and meant) or await turn.roles() & STAFF:
        return False
    if not turn.text:
        await turn.notice()
        if _first(turn, "only-text"):
            await turn.reply(Say("ask-only-text"))
        return True
    return await _taken(turn, spot, turn.text, Way.TOPIC)


async def _taken(turn: Turn, spot: Spot, text: str, way: Way) -> bool:
    if not await _refused(turn, text):
        await _ask(turn, spot, text.strip(), way)
    return True


async def _refused(turn: Turn, text: str) -> bool:
    """Say what is wrong with a text that can be no question; tell whether something was."""
    if says_nothing(text):
        reason = Say("ask-usage")
    elif only_links(text):
        reason = Say("ask-only-links")
    elif len(text) > LONGEST_TEXT:
        reason = too_long(len(text))
    else:
        return False
    await turn.notice()
    if _first(turn, reason.id):
        await turn.reply(reason)
    return True


def _question(turn: Turn, spot: Spot, text: str, way: Way) -> Question:
    message = turn.message
    assert message is not None  # noqa: S101 - a question is a message
    return Question(
        chat_id=turn.here.id,
        thread_id=turn.here.thread_id or NO_TOPIC,
        asker_id=turn.me.id,
        message_id=message.message_id,
        text=storable(text),
        language=spot.language or turn.house.default_language,
        tier=spot.tier,
        way=way,
    )


async def spot_of(turn: Turn) -> Spot:
    """Return where the person speaks, with the state of their question there."""
    if turn.private:
        return await turn.db.read(private_spot, turn.me.id)
    here = turn.here
    return await turn.db.read(group_spot, here.id, here.thread_id, turn.me.id)


def _without_mention(turn: Turn, message: Message) -> str | None:
    """Return the text without the bot's name; nothing where the bot is not called."""
    called: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    own = f"@{turn.house.bot_username}".lower()
    found = message.parse_entities(called) | message.parse_caption_entities(called)
    for entity, typed in found.items():
        by_id = entity.user is not None and entity.user.id == turn.house.bot_id
        if by_id or typed.lower() == own:
            return turn.text.replace(typed, " ", 1).strip()
    return None


def _calls_another(turn: Turn, message: Message) -> bool:
    """Tell whether somebody else than the bot is called by name."""
    called: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    return bool(message.parse_entities(called)) and _without_mention(turn, message) is None


def _bare(turn: Turn, message: Message) -> str:
    """Return the words of a question without the command, word or mention before them."""
    spoken = read_command(turn.text)
    if spoken is not None:
        return spoken.arguments
    led = leading_word(turn.text, WORDS)
    if led is not None:
        return led[1]
    mentioned = _without_mention(turn, message)
    return turn.text.strip() if mentioned is None else mentioned


def _first(turn: Turn, what: str) -> bool:
    return turn.house.asked_lately.first(turn.me.id, what, turn.now)
