"""What the points commands say: figures in, catalogue messages out."""

from bot.i18n import Say
from bot.members.tiers import Tier
from bot.points.board import Board, Place
from bot.points.economy import Economy, Level
from bot.points.history import Entry, History
from bot.points.levels import LevelStanding
from bot.points.profile import Profile

TIER_NAMES = {
    None: Say("tier-none"),
    Tier.NEWBIE: Say("tier-newbie"),
    Tier.ADVANCED: Say("tier-advanced"),
    Tier.VIP: Say("tier-vip"),
}
BAR = 8
TITLED_FROM = 2
"""The level whose privilege is that the title shows on the board."""


def privilege_of(level: Level) -> Say:
    """Say what a level adds, and that it is not there yet where that is so."""
    privilege = Say(level.privilege)
    return privilege if level.available else Say("privilege-later", privilege=privilege)


def profile_lines(profile: Profile, name: str) -> tuple[Say, ...]:
    """Say who somebody is here, in at most six lines."""
    following = profile.standing.following
    return (
        Say("profile-head", name=name, tier=TIER_NAMES[profile.tier]),
        level_line(profile.standing),
        Say("profile-next", next=following.number, privilege=privilege_of(following))
        if following
        else Say("profile-all-privileges"),
        _streak_line(profile),
        *_quiz_line(profile),
        Say("profile-balance", balance=profile.balance, lifetime=profile.standing.lifetime),
    )


def level_line(standing: LevelStanding) -> Say:
    """Say the level and the way to the next one."""
    title = Say(standing.title)
    if standing.following is None:
        return Say("profile-level-top", level=standing.level, title=title)
    filled = BAR * standing.done // standing.whole
    return Say(
        "profile-level",
        level=standing.level,
        title=title,
        bar="▰" * filled + "▱" * (BAR - filled),
        next=standing.following.number,
        missing=standing.to_next,
    )


def _streak_line(profile: Profile) -> Say:
    message = "profile-streak" if profile.streak else "profile-no-streak"
    return Say(message, streak=profile.streak, freezes=profile.freezes)


def _quiz_line(profile: Profile) -> tuple[Say, ...]:
    level = profile.quiz_level
    badge = Say(f"quiz-badge-{level}")
    return (Say("profile-quiz", level=level, badge=badge),) if level else ()


def history_lines(history: History) -> tuple[Say, ...]:
    """Say one page of movements."""
    head = Say("points-head", balance=history.balance, lifetime=history.lifetime)
    if not history.entries:
        return head, Say("points-empty")
    page = Say("points-page", page=history.page, pages=history.pages)
    return head, *(_entry(entry) for entry in history.entries), page


def _entry(entry: Entry) -> Say:
    sign = "points-plus" if entry.amount > 0 else "points-minus"
    amount, what = Say(sign, amount=abs(entry.amount)), Say(f"reason-{entry.reason.value}")
    if entry.note:
        return Say("points-entry-note", day=entry.day, amount=amount, what=what, note=entry.note)
    return Say("points-entry", day=entry.day, amount=amount, what=what)


def board_lines(board: Board) -> tuple[Say, ...]:
    """Say the whole board: my neighbourhood, then the top."""
    if not board.top:
        return _head(board), _about_me(board) or Say("board-empty")
    around = (Say("board-around"), *(_row(place, board) for place in board.around))
    about_me = _about_me(board)
    return (
        _head(board),
        *(around if board.mine else ()),
        *((about_me,) if about_me else ()),
        Say("board-top", count=len(board.top)),
        *(_row(place, board) for place in board.top),
    )


def board_in_group(board: Board) -> tuple[Say, ...]:
    """Say my closest neighbourhood and who leads, in at most six lines.

    Everybody reads it: who is hidden stays hidden here, even when asking.
    """
    hides = board.hidden and board.mine is not None
    about_me = Say("board-hidden-in-group") if hides else _about_me(board)
    shown = [place for place in board.top if not (hides and place == board.mine)]
    leader = shown[0] if shown else None
    return (
        _head(board),
        *(_row(place, board) for place in (() if hides else _closest(board))),
        *((about_me,) if about_me else ()),
        *((Say("board-leader", who=_who(leader), points=leader.points),) if leader else ()),
    )


def _closest(board: Board) -> tuple[Place, ...]:
    if board.mine is None:
        return ()
    at = board.around.index(board.mine)
    return board.around[max(at - 1, 0) : at + 2]


def _head(board: Board) -> Say:
    count = board.of_how_many
    if board.span.value == "week":
        return Say("board-head-week", start=board.start, count=count)
    if board.span.value == "season":
        return Say("board-head-season", season=board.season, count=count)
    return Say("board-head-all", count=count)


def _about_me(board: Board) -> Say | None:
    if board.staff:
        return Say("board-staff")
    if board.mine is None:
        return Say("board-not-yet")
    return Say("board-hidden") if board.hidden else None


def _row(place: Place, board: Board) -> Say:
    mine = board.mine is not None and place.member_id == board.mine.member_id
    return Say(
        "board-row-me" if mine else "board-row",
        rank=place.rank,
        who=_who(place),
        level=place.level,
        points=place.points,
    )


def _who(place: Place) -> Say:
    if place.level < TITLED_FROM:
        return Say("board-who", name=place.name)
    return Say("board-who-titled", name=place.name, title=Say(place.title))


def level_lines(standing: LevelStanding, economy: Economy) -> tuple[Say, ...]:
    """Say the whole ladder, and where somebody stands on it."""
    return (
        Say("levels-head", lifetime=standing.lifetime),
        *(
            Say(
                "level-line-here" if level.number == standing.level else "level-line",
                level=level.number,
                title=Say(level.title),
                start=level.starts_at,
                privilege=privilege_of(level),
            )
            for level in economy.levels
        ),
        Say("levels-foot"),
    )
