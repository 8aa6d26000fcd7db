"""`/privacy`, `/mydata`, `/forget`: what the bot keeps on a person, a copy of it, its end."""

from datetime import datetime

from telegram.error import NetworkError

from bot.archive.retention import RecordClass, default_retention
from bot.buttons import Button, Rows
from bot.i18n import Say
from bot.privacy import copy, forgetting
from bot.privacy.errors import DataTooLargeError
from bot.privacy.forgetting import Guard, Kept, Outlook
from bot.privacy.page import MOST_BYTES, data_page
from bot.telegram.turn import Turn
from handlers.common import private_link, show

CLASSES = tuple(RecordClass(name) for name in RecordClass if name is not RecordClass.PROOF)


async def privacy_(turn: Turn, _arguments: str) -> None:
    """Say what is kept, why, how long, and who sees it."""
    await turn.notice()
    if not turn.private:
        buttons = private_link(turn, "privacy", Say("button-private"))
        await turn.reply(Say("privacy-in-private"), buttons=buttons)
        return
    retention = default_retention()
    terms = tuple(
        Say("privacy-term", kept=class_name(one), years=retention.term(one).years)
        for one in CLASSES
    )
    await turn.reply(
        Say("privacy-head"),
        Say("privacy-what"),
        Say("privacy-why"),
        Say("privacy-who"),
        Say("privacy-terms", terms=terms),
        Say("privacy-blind"),
        Say("privacy-rights"),
    )


async def mydata(turn: Turn, _arguments: str) -> None:
    """Send everything that the bot holds on the person, as one document, once a day."""
    day = turn.house.community.day_of(turn.now)
    await turn.act(copy.ask, turn.me.id, day, turn.now)
    data = await turn.db.read(copy.collect, turn.me.id)
    zone = turn.house.community.zone
    page = data_page(data, turn.words, turn.language, turn.clock.now(), zone)
    if len(page) > MOST_BYTES:
        raise DataTooLargeError
    caption = turn.words.say(turn.language, Say("mydata-caption"))
    try:
        await turn.house.speaker.document(turn.here.id, page, f"mydata-{day}.html", caption)
    except NetworkError:  # refused, or no answer: the day is not used up
        await turn.reply(Say("mydata-failed"))
        return
    await turn.db.run(copy.arrived, turn.me.id, turn.clock.now())


async def forget(turn: Turn, _arguments: str) -> None:
    """Say exactly what would go and what would stay, and ask once more."""
    found = await turn.ask(forgetting.outlook, turn.me.id, _guard(turn), turn.now)
    if found.due_at is not None:
        await _show_pending(turn, found.due_at)
        return
    yes = Button(Say("button-forget"), "forget:yes")
    no = Button(Say("button-forget-not"), "forget:no")
    await turn.reply(*_consequences(found), buttons=((yes,), (no,)))


async def press(turn: Turn, rest: str) -> None:
    """Write the wish down, take it back, or leave everything as it is."""
    if not turn.private:
        await turn.answer(Say("button-gone"))
    elif rest == "yes":
        due_at = await turn.act(forgetting.ask, turn.me.id, _guard(turn), turn.now)
        await _show_pending(turn, due_at)
    elif rest == "undo":
        undone = await turn.act(forgetting.undo, turn.me.id, turn.now)
        await show(turn, Say("forget-undone" if undone else "forget-none"))
    elif rest == "no":
        await turn.notice()
        await show(turn, Say("forget-left"))
    else:
        await turn.answer(Say("button-gone"))


def class_name(one: RecordClass) -> Say:
    """Return the name of a class of records."""
    return Say(f"retention-{one.value}")


def _consequences(found: Outlook) -> tuple[Say, ...]:
    stays = tuple(_kept(one) for one in found.kept)
    kept = (Say("forget-stays", kept=stays),) if stays else (Say("forget-nothing-stays"),)
    days = forgetting.WAITING_TIME.days
    return (Say("forget-head"), Say("forget-goes"), *kept, Say("forget-after", days=days))


def _kept(one: Kept) -> Say:
    why = Say(f"retention-why-{one.record_class.value}")
    year = f"{one.until:%Y-%m-%d}"
    return Say(
        "forget-kept", kept=class_name(one.record_class), count=one.count, until=year, why=why
    )


async def _show_pending(turn: Turn, due_at: datetime) -> None:
    undo: Rows = ((Button(Say("button-forget-undo"), "forget:undo"),),)
    await show(turn, Say("forget-pending", at=due_at), buttons=undo)


def _guard(turn: Turn) -> Guard:
    return Guard(turn.house.owners, turn.house.community.zone)
