"""The board after the close, posted once to every group of the contest's tiers.

What is posted is decided from the database: a group that has it in the outbox gets nothing
more, one that is bound before the next trading day still gets it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlmodel import Session

from bot.compliance.errors import Blocked
from bot.compliance.gate import Screened
from bot.compliance.verdict import Lane as Screening
from bot.contest.instrument import Market
from bot.contest.rules import RankBy
from bot.contest.services import standings, telling_operators
from bot.contest.services.desk import Desk
from bot.contest.services.overview import rules_of
from bot.contest.services.standings import Board, Line
from bot.contest.showing.board_picture import BoardPicture, NamedLine, board_card, draw_board
from bot.contest.showing.picture_words import PictureOrigin, change_text, percent_of, signed_text
from bot.contest.states import ContestState
from bot.delivery.lanes import Lane
from bot.delivery.outbox import Post, enqueue
from bot.i18n import Language, Say, format_number
from bot.markup import plain
from bot.members.tiers import Binding, Purpose, Tier
from db.models.group import Group
from db.repositories import (
    closes,
    contest_boards,
    contest_days,
    contests,
    deliveries,
    groups,
)

PODIUM = 3
POSTED_STATES = (ContestState.RUNNING, ContestState.FINISHED)
LONGEST_USEFUL = timedelta(days=5)
HEAD_LENGTH = 12
NAMED_SOURCES = frozenset({"tencent", "sina", "eastmoney", "yahoo", "rehearsal"})


@dataclass(frozen=True, slots=True)
class Written:
    """A board in one language, ready to go out; `text` is nothing where the gate refused it."""

    language: Language
    text: Screened | None
    picture: bytes | None


@dataclass(frozen=True, slots=True)
class Postable:
    """A contest's newest sealed day, and the languages of the groups that wait for its board."""

    contest_id: int
    day: date
    market: Market
    languages: frozenset[Language]


def postable(session: Session, desk: Desk, now: datetime) -> tuple[Postable, ...]:
    """Return the boards for which groups wait, of contests that run or ended lately."""
    found = []
    for contest in contests.in_states(session, POSTED_STATES):
        over = contest.ended_at is not None and contest.ended_at < now - LONGEST_USEFUL
        day = None if over else contest_days.latest_sealed(session, contest.id)
        if day is None or day.sealed_at is None or day.sealed_at < now - LONGEST_USEFUL:
            continue
        rules = rules_of(contest)
        waiting = waiting_groups(session, contest.id, day.day, rules.tiers)
        languages = frozenset(group.language or desk.language for group in waiting)
        if waiting and contest_boards.count(session, contest.id, day.day):
            found.append(Postable(contest.id, day.day, rules.market, languages))
    return tuple(found)


def send_key(contest_id: int, day: date, group: Group) -> str:
    """Return the key under which a group gets the board of a day, once."""
    return f"contest-board:{contest_id}:{day}:{group.id}"


def waiting_groups(
    session: Session, contest_id: int, day: date, tiers: Sequence[Tier]
) -> Sequence[Group]:
    """Return the groups of a contest's tiers that have not got the board of a day yet."""
    every = groups.bound(session, *(Binding(tier.value) for tier in tiers or tuple(Tier)))
    keys = {group.id: send_key(contest_id, day, group) for group in every}
    sent = deliveries.known_keys(session, tuple(keys.values()))
    return [group for group in every if keys[group.id] not in sent]


def board_of(session: Session, contest_id: int) -> tuple[Board, PictureOrigin]:
    """Return the newest board with the origin of its prices; raise NoBoardError without one."""
    board = standings.board(session, contest_id)
    held = contest_days.held(session, contest_id)
    seen = closes.origin(session, held, board.day)
    day = contest_days.by_day(session, contest_id, board.day)
    closed_at = day.closed_at if day and day.closed_at else board.contest.created_at
    sources = tuple(_source(code) for code in sorted({row.source for row in seen}))
    at = max((row.at for row in seen), default=closed_at)
    return board, PictureOrigin(board.contest.title, board.day, at, sources or (_source(""),))


def write(desk: Desk, board: Board, origin: PictureOrigin, language: Language) -> Written:
    """Write, screen and draw the board in a language; some hundred milliseconds."""
    board = _presentable(desk, board, language)
    picture = picture_of(board, origin)
    card = board_card(picture, desk.words, language)
    seen = (card.title, card.kicker, *card.foot, *(row.name for row in card.rows))
    try:
        text = desk.gate.admit(desk.words.say(language, _text(board, language)), also=seen)
    except Blocked:
        return Written(language, None, None)
    return Written(language, text, draw_board(picture, desk.words, language))


def queue(
    session: Session,
    desk: Desk,
    board: Board,
    written: Sequence[Written],
    useless_after: datetime | None,
    now: datetime,
) -> int:
    """Queue the board for the groups that wait for it; return how many were new."""
    by_language = {one.language: one for one in written}
    queued = 0
    for group in waiting_groups(session, board.contest.id, board.day, board.rules.tiers):
        one = by_language.get(group.language or desk.language)
        if one is None:
            continue
        if one.text is None:
            telling_operators.board_blocked(session, desk, board.contest, board.day, now)
            continue
        post = Post(
            send_key=send_key(board.contest.id, board.day, group),
            lane=Lane.CONTEST,
            chat_id=group.chat_id,
            text=one.text,
            not_before=now,
            thread_id=groups.topic_for(session, group.id, Purpose.CONTEST),
            picture=one.picture,
            useless_after=useless_after,
        )
        queued += enqueue(session, post, now)
    return queued


def _presentable(desk: Desk, board: Board, language: Language) -> Board:
    """Return the board with a plain word for every name that may not be posted."""
    nameless = plain(desk.words.say(language, Say("contest-board-nameless")))
    lines = tuple(
        replace(line, name=nameless)
        if desk.gate.judge(line.name, Screening.OUTGOING).blocked
        else line
        for line in board.lines
    )
    return replace(board, lines=lines)


def _text(board: Board, language: Language) -> Say:
    median = board.median_return or Decimal(0)
    return Say(
        "contest-post",
        kind="final" if board.final else "daily",
        title=board.contest.title,
        number=board.day_number,
        lines=tuple(_line(line, board) for line in board.lines[:PODIUM]),
        people=board.participants,
        count=format_number(board.participants, language),
        median=change_text(median),
        head=board.head[:HEAD_LENGTH],
    )


def _line(line: Line, board: Board) -> Say:
    by_return = board.rules.rank_by is RankBy.RETURN
    score = percent_of(line.ranked.terms.score / 100)
    return Say(
        "contest-post-line",
        rank=f"{line.rank}",
        name=line.name,
        change=change_text(line.ranked.total_return),
        score="none" if by_return else signed_text(score),
    )


def picture_of(board: Board, origin: PictureOrigin, own: Line | None = None) -> BoardPicture:
    """Return what a board's picture shows; `own` is the line of whoever asked for it."""
    return BoardPicture(
        origin=origin,
        rules=board.rules,
        day_number=board.day_number,
        competitors=board.participants,
        median_return=board.median_return,
        lines=tuple(NamedLine(line.ranked, line.name) for line in board.lines),
        chain_head=board.head,
        own=None if own is None else NamedLine(own.ranked, own.name),
    )


def _source(code: str) -> Say:
    return Say(f"source-{code if code in NAMED_SOURCES else 'desk'}")
