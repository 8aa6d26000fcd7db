"""`bell doctor`: is everything all right, and what is to be done where it is not.

Each check returns lines of ok, warn or fail; a check that breaks is a fail of its own and
never keeps the others from speaking.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from enum import StrEnum

import aiohttp
from sqlmodel import Session
from telegram import ChatMemberAdministrator, ChatMemberOwner
from telegram.error import InvalidToken, TelegramError

from bot.briefs.slots import Slot
from bot.calendar.service import calendar_for
from bot.delivery.lanes import DeliveryState
from bot.market.feed_memory import FeedState
from bot.market.news_trust import TrustList, host_of
from bot.telegram.house import House, reviewed_slots
from db import migrate
from db.models import Group
from db.repositories import deliveries, groups, inbox

COVERAGE_WARN_DAYS = 45
SKEW_WARN_SECONDS, SKEW_FAIL_SECONDS = 5, 60
PENDING_WARN = 100
NETWORK_SECONDS = 8


class Level(StrEnum):
    """How a check went."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Line:
    """One finding: how it went, about what, what was found, and what to do."""

    level: Level
    about: str
    found: str
    to_do: str = ""


def ok(about: str, found: str) -> Line:
    """Return a line for what is all right."""
    return Line(Level.OK, about, found)


def warn(about: str, found: str, to_do: str) -> Line:
    """Return a line for what will become a trouble."""
    return Line(Level.WARN, about, found, to_do)


def fail(about: str, found: str, to_do: str) -> Line:
    """Return a line for what does not work."""
    return Line(Level.FAIL, about, found, to_do)


async def examine(house: House) -> list[Line]:
    """Make every check; the database's only where its tables are those of this version."""
    lines = [check_schema(house.settings.database_url)]
    lines += await _safely("telegram", lambda: check_token(house))
    lines += await _safely("intake", lambda: check_intake(house))
    lines += await _safely("clock", lambda: check_clock(house))
    lines += await _safely("quotes", lambda: check_quotes(house))
    if lines[0].level is Level.OK:
        lines += await _safely("news", lambda: check_news(house))
        lines += await _safely("groups", lambda: check_groups(house))
        lines += await _safely("calendar", lambda: check_calendar(house))
        lines += await _safely("books", lambda: check_books(house))
    return lines


async def _safely(about: str, check: Callable[[], Awaitable[Sequence[Line]]]) -> list[Line]:
    try:
        return list(await check())
    except Exception as error:  # noqa: BLE001 - the edge: a broken check is itself a finding
        return [fail(about, f"the check broke: {type(error).__name__}", "look at the log")]


def check_schema(url: str) -> Line:
    """Check that the tables are those of this version."""
    have, need = migrate.current(url), migrate.head()
    if have == need:
        return ok("database", f"at {have}")
    return fail("database", f"at {have or 'no revision'}, needs {need}", "run `bell db upgrade`")


async def check_token(house: House) -> list[Line]:
    """Check that Telegram knows the bot, and whether it hears everything in groups."""
    bot = house.speaker.bot
    try:
        await bot.initialize()
        me = await bot.get_me()
    except InvalidToken:
        return [fail("token", "refused by Telegram", "set BOT_TOKEN to the one @BotFather shows")]
    except TelegramError as error:
        return [fail("telegram", f"not reached: {error}", "check the network, TELEGRAM_API_BASE")]
    lines = [ok("token", f"@{me.username}, id {me.id}")]
    if not me.can_read_all_group_messages:
        to_do = "switch privacy mode off in @BotFather, or make the bot an administrator"
        lines.append(warn("privacy mode", "on: plain words in groups are not heard", to_do))
    return lines


async def check_intake(house: House) -> list[Line]:
    """Check that updates come in the way the settings say."""
    info = await house.speaker.bot.get_webhook_info()
    wanted = house.settings.webhook_url
    if bool(wanted) != bool(info.url) or not info.url.startswith(wanted):
        return [
            warn(
                "updates",
                f"Telegram has {'a webhook' if info.url else 'no webhook'}, "
                f"WEBHOOK_URL is {'set' if wanted else 'empty'}",
                "start the bot once: `bell run` sets or removes the webhook",
            )
        ]
    how = "webhook" if wanted else "polling"
    pending = info.pending_update_count
    if info.last_error_message and wanted:
        return [warn("updates", f"{how}: {info.last_error_message}", "check the proxy in front")]
    if pending > PENDING_WARN:
        return [warn("updates", f"{how}, {pending} waiting at Telegram", "is the bot running?")]
    return [ok("updates", f"{how}, {pending} waiting at Telegram")]


async def check_clock(house: House) -> list[Line]:
    """Compare this machine's clock with the one that Telegram's server shows."""
    timeout = aiohttp.ClientTimeout(total=NETWORK_SECONDS)
    base = house.settings.telegram_api_base.removesuffix("/bot")
    async with aiohttp.ClientSession(timeout=timeout) as session, session.get(base) as answer:
        shown = answer.headers.get("Date")
    if shown is None:
        return [warn("clock", "Telegram showed no time to compare with", "check by hand")]
    skew = abs((house.clock.now() - parsedate_to_datetime(shown)).total_seconds())
    if skew <= SKEW_WARN_SECONDS:
        return [ok("clock", f"within {SKEW_WARN_SECONDS} s of Telegram's")]
    kind = fail if skew > SKEW_FAIL_SECONDS else warn
    return [kind("clock", f"{skew:.0f} s away from Telegram's", "let the machine keep time (NTP)")]


async def check_quotes(house: House) -> list[Line]:
    """Fetch one quote from each configured source's front."""
    symbols = house.quotes.indexes.every[:1]
    snapshot = await house.quotes.quotes(symbols, house.clock.now())
    if snapshot.quotes:
        quote = next(iter(snapshot.quotes.values()))
        return [ok("quotes", f"{quote.source}: {quote.symbol} of {quote.at:%Y-%m-%d %H:%M} UTC")]
    reasons = ", ".join(sorted({problem.kind.value for problem in snapshot.problems})) or "nothing"
    return [fail("quotes", f"no usable quote ({reasons})", "check QUOTES and the bases")]


async def check_news(house: House) -> list[Line]:
    """Fetch the headlines and tell how each feed is: its last answer, and how far it is trusted."""
    if not house.settings.news_feeds:
        return [ok("news", "no feed configured; briefs go without headlines")]
    news = await house.news.news(house.clock.now())
    lines = [ok("news", f"{len(news.headlines)} headlines")]
    if not news.headlines:
        lines = [fail("news", "no headlines", "check NEWS_FEEDS")]
    states = await house.news.memory.recall(house.news.urls)
    attended = reviewed_slots(house.settings) == frozenset(Slot)
    for url in house.news.urls:
        lines.append(check_feed(states.get(url, FeedState(url)), house.news.trust, attended))
    return lines


def check_feed(state: FeedState, trust: TrustList, attended: bool) -> Line:
    """Tell how a feed is; `attended`: somebody reads every brief before it goes out."""
    # Only the host is shown: an address may carry a key.
    host = host_of(state.url) or "?"
    level, about = trust.of_host(host), f"feed {host}"
    seen = f"{state.fetched_at:%Y-%m-%d %H:%M} UTC" if state.fetched_at else "never"
    found = f"{level.value}, {len(state.headlines)} headlines, last answer {seen}"
    if state.unchanged:
        found += f", {state.unchanged} times unchanged (304)"
    if state.failures:
        found += f", {state.failures} failures since: {state.problem}"
        return warn(about, found, "check its address in NEWS_FEEDS")
    if not level.unattended and not attended:
        return warn(about, found, "its headlines wait for review: NEWS_TRUSTED, or BRIEF_POLICY")
    return ok(about, found)


async def check_groups(house: House) -> list[Line]:
    """Check the bot's rights in every bound group."""
    bound = await house.db.read(_bound_groups)
    if not bound:
        return [warn("groups", "none is bound", "an owner types /bind newbie in a group")]
    return [await _check_group(house, group) for group in bound]


async def _check_group(house: House, group: Group) -> Line:
    binding = group.binding.value if group.binding else "unbound"
    about = f"group {group.title[:24]} ({binding})"
    try:
        me = await house.speaker.bot.get_chat_member(group.chat_id, house.speaker.bot.id)
    except TelegramError as error:
        return fail(about, f"not reached: {error}", "add the bot again, or /unbind the group")
    if isinstance(me, ChatMemberOwner):
        return ok(about, "owner")
    if not isinstance(me, ChatMemberAdministrator):
        if me.status in {"left", "kicked"}:
            return fail(about, f"the bot is {me.status}", "add the bot again, or /unbind")
        return warn(about, "a plain member", "make it an administrator who may delete and pin")
    missing = [
        name
        for name, held in (
            ("delete messages", me.can_delete_messages),
            ("pin messages", me.can_pin_messages),
        )
        if not held
    ]
    if missing:
        return warn(about, f"administrator, but may not {', '.join(missing)}", "grant the rights")
    return ok(about, "administrator")


async def check_calendar(house: House) -> list[Line]:
    """Check how long the community's trading days are known."""
    community, now = house.community, house.clock.now()
    calendar = await house.db.read(calendar_for, community.exchange)
    left = calendar.coverage_left(community.day_of(now))
    found = f"{community.exchange} known until {calendar.covered_until}, {left} days left"
    to_do = "enter the official list: /calendar 2027 休市 01-01 …"
    if left < 0:
        return [fail("calendar", f"{community.exchange} ended on {calendar.covered_until}", to_do)]
    if left < COVERAGE_WARN_DAYS:
        return [warn("calendar", found, to_do)]
    return [ok("calendar", found)]


async def check_books(house: House) -> list[Line]:
    """Check what waits for a human: updates set aside, deliveries of unknown fate."""
    aside, unknown, failed = await house.db.read(_waiting)
    lines = []
    if aside:
        shown = ", ".join(str(number) for number in aside[:5])
        lines.append(warn("inbox", f"{len(aside)} set aside: {shown}", "read the log, tell us"))
    else:
        lines.append(ok("inbox", "nothing set aside"))
    if unknown:
        to_do = "press one of the buttons in the operators' group"
        lines.append(warn("outbox", f"{unknown} of unknown fate, {failed} failed", to_do))
    else:
        lines.append(ok("outbox", f"nothing of unknown fate, {failed} failed"))
    return lines


def _waiting(session: Session) -> tuple[list[int], int, int]:
    states = deliveries.count_by_state(session)
    aside = [row.update_id for row in inbox.set_aside_updates(session)]
    return aside, states.get(DeliveryState.UNKNOWN, 0), states.get(DeliveryState.FAILED, 0)


def _bound_groups(session: Session) -> list[Group]:
    return list(groups.bound(session))


def worst(lines: Sequence[Line]) -> Level:
    """Return the worst level among `lines`."""
    order = list(Level)
    return max((line.level for line in lines), key=order.index, default=Level.OK)
