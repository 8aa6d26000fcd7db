"""What a contest's board says: my neighbourhood, the first ten, each with its terms."""

from bot.buttons import Button, Rows
from bot.contest.board.ranking import Ranked
from bot.contest.rules import RankBy, Rules
from bot.contest.services.live_board import Estimate
from bot.contest.services.standings import Around, Board, Line
from bot.contest.showing.wording import change, percent, points
from bot.contest.states import ContestState
from bot.contest.telling.contests import weights
from bot.i18n import Say
from db.models.contest import Contest

IN_GROUP = 3
HEAD_LENGTH = 12


def rank_lines(found: Around, board: Board) -> tuple[Say, ...]:
    """Say where somebody stands, then the top, in private."""
    mine = found.mine
    return (
        _head(board),
        *_about_me(found, board),
        _formula(board),
        Say("rank-top", count=len(board.lines)),
        *(_row(line, board, mine) for line in board.lines),
        _foot(board),
    )


def rank_in_group(board: Board) -> tuple[Say, ...]:
    """Say who leads, in at most five lines."""
    rows = tuple(_row(line, board, None) for line in board.lines[:IN_GROUP])
    return _head(board), *rows, Say("rank-foot-unsealed")


def _about_me(found: Around, board: Board) -> tuple[Say, ...]:
    mine = found.mine
    if mine is None:
        return (Say("rank-not-yet"),)
    if mine.rank is None:
        return (Say("rank-none"), _row(mine, found.board, mine))
    luck = () if mine.luck is None else (Say("rank-luck", first=mine.luck[0], last=mine.luck[1]),)
    hidden = (Say("board-hidden"),) if mine.hidden else ()
    first = Say("rank-mine", rank=str(mine.rank), total=change(mine.ranked.total_return))
    on_top = {line.member_id for line in board.lines}
    if all(line.member_id in on_top for line in found.lines):
        return first, *luck, *hidden  # the top shows the neighbours already
    rows = (_row(line, found.board, mine) for line in found.lines)
    return first, *luck, *hidden, Say("rank-around"), *rows


def _head(board: Board) -> Say:
    return Say("rank-head", title=board.contest.title, day=board.day, count=board.participants)


def _formula(board: Board) -> Say:
    if board.rules.rank_by is RankBy.RETURN:
        return Say("rank-formula-return")
    return Say("rank-formula-composite", **weights(board.rules))


def _foot(board: Board) -> Say:
    if not board.head:
        return Say("rank-foot-unsealed")
    return Say("rank-foot", head=board.head[:HEAD_LENGTH])


def _row(line: Line, board: Board, mine: Line | None) -> Say:
    own = mine is not None and line.member_id == mine.member_id
    return Say(
        "rank-row-me" if own else "rank-row",
        rank="–" if line.rank is None else str(line.rank),
        who=line.name,
        total=change(line.ranked.total_return),
        score=_score(line.ranked, board.rules),
    )


def estimate_lines(found: Estimate, rules: Rules) -> tuple[Say, ...]:
    """Say where somebody would stand if the day closed now; the closing board is what counts."""
    mine = found.mine
    rank = "–" if mine.rank is None else str(mine.rank)
    total = change(mine.total_return)
    when = Say("rank-now-closes") if found.at is None else Say("rank-now-quotes", at=found.at)
    return (
        Say("rank-now", when=when, rank=rank, count=found.participants, total=total),
        _score(mine, rules),
        Say("rank-now-foot"),
    )


def _score(ranked: Ranked, rules: Rules) -> Say:
    if rules.rank_by is RankBy.RETURN:
        drawdown, share = percent(ranked.max_drawdown), percent(ranked.concentration)
        return Say("rank-score-return", drawdown=drawdown, concentration=share)
    terms = ranked.terms
    return Say(
        "rank-score-composite",
        score=points(terms.score),
        percentile=points(terms.percentile),
        drawdown=points(terms.drawdown),
        concentration=points(terms.concentration),
    )


def rank_buttons(board: Board) -> Rows:
    """Return the picture's button, and while a day is on the one that estimates."""
    contest = board.contest
    picture = Button(Say("button-rank-picture"), f"rank:picture-{contest.id}")
    return ((picture, *now_button(contest)),)


def now_button(contest: Contest) -> tuple[Button, ...]:
    """Return the button of the estimate between closes, while a day is open."""
    if contest.state is not ContestState.RUNNING or contest.market_closed:
        return ()
    return (Button(Say("button-rank-now"), f"rank:now-{contest.id}"),)
