"""What a contest's board says: my neighbourhood, the first ten, each with its terms."""

from bot.buttons import Button, Rows
from bot.contest.rules import RankBy
from bot.contest.services.standings import Around, Board, Line
from bot.contest.showing.wording import change, percent, points
from bot.contest.telling.contests import weights
from bot.i18n import Say

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
        score=_score(line, board),
    )


def _score(line: Line, board: Board) -> Say:
    ranked = line.ranked
    if board.rules.rank_by is RankBy.RETURN:
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
    """Return the button of the picture."""
    return ((Button(Say("button-rank-picture"), f"rank:picture-{board.contest.id}"),),)
