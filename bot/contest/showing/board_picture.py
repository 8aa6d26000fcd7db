"""The board after the close as a picture: its words and figures, and the drawing."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.contest.board.ranking import Ranked
from bot.contest.rules import RankBy, Rules
from bot.contest.showing.picture_words import (
    PictureOrigin,
    Speaker,
    change_text,
    percent_of,
    share_text,
    signed_text,
)
from bot.i18n import Language, Words, format_number

if TYPE_CHECKING:
    from bot.charts.board_card import BoardCard, BoardRow
    from bot.charts.colours import Palette

TOP = 10
HEAD_LENGTH = 12
NO_RANK = "–"


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A line of the board with the name to show; who hides gets the name that is given here."""

    ranked: Ranked
    name: str


@dataclass(frozen=True, slots=True)
class BoardPicture:
    """A board after a close.

    `day_number`: which trading day of the contest, from 1. `competitors`: how many have a
    rank. `median_return`: the median of their returns, a fraction. `lines`: the best first.
    `own`: the reader's line, None in a group. `chain_head`: the day's hash, in hex.
    """

    origin: PictureOrigin
    rules: Rules
    day_number: int
    competitors: int
    median_return: Decimal | None
    lines: tuple[NamedLine, ...]
    chain_head: str
    own: NamedLine | None = None


def draw_board(
    board: BoardPicture, words: Words, language: Language, palette: "Palette | None" = None
) -> bytes:
    """Return the board as PNG; some hundred milliseconds, so never on the event loop."""
    from bot.charts.board_card import draw_board_card  # noqa: PLC0415 - heavy, rarely used
    from bot.charts.colours import Palette  # noqa: PLC0415 - as above

    return draw_board_card(board_card(board, words, language), palette or Palette.RED_UP)


def board_card(board: BoardPicture, words: Words, language: Language) -> "BoardCard":
    """Return what stands on the picture."""
    from bot.charts.board_card import BoardCard  # noqa: PLC0415 - as above

    speaker = Speaker(words, language)
    own = board.own.ranked.account if board.own else None
    shown = board.lines[:TOP]
    is_shown = own in {line.ranked.account for line in shown}
    rows = tuple(_row(line, board, is_own=line.ranked.account == own) for line in shown)
    return BoardCard(
        title=_title(board, speaker),
        kicker=speaker.kicker(board.origin),
        badge=speaker.say("contest-picture-badge"),
        heads=_heads(board, speaker),
        rows=rows,
        fallback_name=speaker.say("contest-board-nameless"),
        foot=_foot(board, speaker),
        own=_row(board.own, board, is_own=True) if board.own and not is_shown else None,
        empty=speaker.say("contest-board-empty"),
    )


def _title(board: BoardPicture, speaker: Speaker) -> str:
    if not board.competitors or board.median_return is None:
        return speaker.say("contest-board-title-none", number=board.day_number)
    median = change_text(board.median_return)
    if board.competitors == 1:
        return speaker.say("contest-board-title-one", number=board.day_number, median=median)
    count = format_number(board.competitors, speaker.language)
    return speaker.say("contest-board-title", number=board.day_number, count=count, median=median)


def _heads(board: BoardPicture, speaker: Speaker) -> tuple[str, str, str, str, str]:
    by_return = board.rules.rank_by is RankBy.RETURN
    return (
        speaker.say("contest-board-name"),
        speaker.say("contest-board-return"),
        speaker.say("contest-board-drawdown"),
        speaker.say("contest-board-concentration"),
        "" if by_return else speaker.say("contest-board-score"),
    )


def _row(line: NamedLine, board: BoardPicture, *, is_own: bool) -> "BoardRow":
    from bot.charts.board_card import BoardRow  # noqa: PLC0415 - as above

    ranked = line.ranked
    by_return = board.rules.rank_by is RankBy.RETURN
    return BoardRow(
        rank=NO_RANK if ranked.rank is None else f"{ranked.rank:,}",
        name=line.name,
        percent=percent_of(ranked.total_return),
        drawdown=share_text(ranked.max_drawdown),
        concentration=share_text(ranked.concentration),
        score="" if by_return else signed_text(percent_of(ranked.terms.score / 100)),
        is_own=is_own,
    )


def _foot(board: BoardPicture, speaker: Speaker) -> tuple[str, ...]:
    rules = board.rules
    how = (
        speaker.say("contest-board-by-return")
        if rules.rank_by is RankBy.RETURN
        else speaker.say(
            "contest-board-formula",
            drawdown=f"{rules.drawdown_weight:f}",
            concentration=f"{rules.concentration_weight:f}",
        )
    )
    head = board.chain_head[:HEAD_LENGTH]
    chain = (speaker.say("contest-board-chain", head=head),) if head else ()
    return (how, *chain, speaker.foot(board.origin), speaker.say("risk-disclosure"))
