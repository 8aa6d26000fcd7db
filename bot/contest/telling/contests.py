"""What `/contest` says: the list, the rules card, whether one may enter."""

from collections.abc import Sequence
from decimal import Decimal

from bot.buttons import Button, Rows
from bot.contest.instrument import Market
from bot.contest.rules import Band, FillModel, RankBy, Rules
from bot.contest.services.entry import Eligibility, Obstacle
from bot.contest.services.overview import Overview
from bot.contest.showing.wording import currency, listed, money, percent, price
from bot.contest.states import ContestState
from bot.i18n import Say
from bot.members.tiers import Tier

MOST_IN_GROUP = 3
MOST_LISTED = 10
PLAYED = frozenset({ContestState.RUNNING, ContestState.PAUSED})
LIVELY = PLAYED | {ContestState.OPEN}


def list_lines(found: Sequence[Overview]) -> tuple[Say, ...]:
    """Say which contests there are, in private."""
    if not found:
        return (Say("contests-none"),)
    rows = tuple(_row(one) for one in found[:MOST_LISTED])
    return Say("contests-head"), *rows, Say("contests-note")


def list_in_group(found: Sequence[Overview]) -> tuple[Say, ...]:
    """Say which contests there are in at most five lines."""
    if not found:
        return (Say("contests-none"),)
    lively = [one for one in found if one.contest.state in LIVELY] or list(found)
    rows = tuple(_row(one, about_me=False) for one in lively[:MOST_IN_GROUP])
    left = len(found) - len(rows)
    more = (Say("contests-more", count=left),) if left else ()
    return Say("contests-head"), *rows, *more


def _row(one: Overview, *, about_me: bool = True) -> Say:
    mine = Say("contest-row-mine") if about_me and one.mine is not None else Say("nothing")
    return Say(
        "contest-row",
        state=state_of(one),
        title=one.contest.title,
        first=one.rules.first_day,
        last=one.rules.last_day,
        count=one.participants,
        mine=mine,
    )


def list_buttons(found: Sequence[Overview]) -> Rows:
    """Return a button for each contest."""
    return tuple(
        (Button(Say("button-contest", title=one.contest.title), f"contests:see-{one.contest.id}"),)
        for one in found[:MOST_LISTED]
    )


def state_of(one: Overview) -> Say:
    """Say where in its life a contest is."""
    return Say(f"contest-state-{one.contest.state.value}")


def card_lines(one: Overview, found: Eligibility) -> tuple[Say, ...]:
    """Say everything that one should know before entering."""
    rules = one.rules
    return (
        Say("contest-card-head", title=one.contest.title, state=state_of(one)),
        Say(
            "contest-card-dates",
            first=rules.first_day,
            last=rules.last_day,
            until=rules.late_entry_until,
        ),
        *_trading_lines(rules),
        *_ranking_lines(rules),
        _eligibility_line(rules),
        Say("contest-card-private"),
        _hash_line(one),
        Say("contest-card-people", count=one.participants),
        *_my_line(one, found),
        Say("contest-card-risk"),
    )


def _trading_lines(rules: Rules) -> tuple[Say, ...]:
    boards = [Say(f"listing-board-{board.value}") for board in rules.boards]
    where = listed(boards, "list-pause") if boards else Say("contest-boards-all")
    market = Say(f"contest-market-{rules.market.value}")
    lines = [Say("contest-card-market", market=market, boards=where)]
    if len(rules.boards) == 1 and rules.market is not Market.MAINLAND:
        lines = [Say("contest-card-market-whole", market=market)]
    if rules.universe:
        lines.append(Say("contest-card-universe", count=len(rules.universe)))
    capital = money(rules.capital)
    lines.append(Say("contest-card-capital", capital=capital, currency=currency(rules.market)))
    if rules.fill_model is FillModel.LIVE:
        lines.append(Say("contest-card-fills-live", seconds=rules.fresh_seconds))
        if rules.volume_share is not None:
            lines.append(Say("contest-card-volume", share=percent(rules.volume_share)))
    else:
        lines.append(Say("contest-card-fills-next-auction"))
    lines.append(Say("contest-card-caps", cap=percent(rules.single_name_cap)))
    if rules.price_floor:
        lines.append(Say("contest-card-floor", floor=price(rules.price_floor)))
    rate = Say("figure-rate", value=rules.commission_rate * 100)
    minimum = money(rules.commission_minimum)
    return *lines, Say("contest-card-costs", rate=rate, minimum=minimum)


def _ranking_lines(rules: Rules) -> tuple[Say, ...]:
    formula = Say("contest-card-rank-return")
    if rules.rank_by is RankBy.COMPOSITE:
        formula = Say("contest-card-rank-composite", **weights(rules))
    parts = [_prize(name, getattr(rules.prizes, name)) for name in _PRIZES]
    parts = [part for part in parts if part is not None]
    parts += [_band(band) for band in rules.prizes.bands]
    if not parts:
        return formula, Say("contest-card-no-prizes")
    told = Say("contest-card-prizes", prizes=listed([p for p in parts if p], "list-pause"))
    return (formula, told, Say("contest-card-band-note")) if rules.prizes.bands else (formula, told)


_PRIZES = ("finishing", "journal", "diversification")


def weights(rules: Rules) -> dict[str, Say]:
    """Return the composite's weights as the formula shows them."""
    both = {"drawdown": rules.drawdown_weight, "concentration": rules.concentration_weight}
    return {name: Say("figure-money", value=Decimal(weight)) for name, weight in both.items()}


def _prize(name: str, points: int) -> Say | None:
    return Say(f"contest-prize-{name}", points=points) if points else None


def _band(band: Band) -> Say:
    if band.first == band.last:
        return Say("contest-prize-band-one", first=band.first, points=band.points)
    return Say("contest-prize-band", first=band.first, last=band.last, points=band.points)


def tiers_of(rules: Rules) -> Say:
    """Say for whom a contest is."""
    return listed([Say(f"tier-{tier.value}") for tier in Tier if tier in rules.tiers], "list-pause")


def _eligibility_line(rules: Rules) -> Say:
    asked = Say("contest-card-suitability") if rules.suitability else Say("nothing")
    return Say("contest-card-eligibility", tiers=tiers_of(rules), suitability=asked)


def _hash_line(one: Overview) -> Say:
    if one.contest.rules_hash is None:
        return Say("contest-card-hash-later")
    return Say("contest-card-hash", hash=one.contest.rules_hash[:16])


def _my_line(one: Overview, found: Eligibility) -> tuple[Say, ...]:
    if one.mine is not None:
        return (Say("contest-card-in-staff" if one.mine.staff else "contest-card-in"),)
    return (obstacle_line(one, found.obstacle),) if found.obstacle else ()


def obstacle_line(one: Overview, obstacle: Obstacle) -> Say:
    """Say in one sentence what keeps somebody out, with the way out."""
    if obstacle is Obstacle.TOO_LATE:
        return Say("contest-obstacle-too-late", until=one.rules.late_entry_until)
    if obstacle is Obstacle.TIER:
        return Say("contest-obstacle-tier", tiers=tiers_of(one.rules))
    return Say(f"contest-obstacle-{obstacle.value}")


def card_buttons(one: Overview, found: Eligibility) -> Rows:
    """Return what can be done from the rules card."""
    number = one.contest.id
    rows: list[tuple[Button, ...]] = []
    if one.mine is not None and one.contest.state in PLAYED:
        rows.append((Button(Say("button-contest-buy"), f"contests:buy-{number}"),))
    if one.mine is not None:
        rows.append((Button(Say("button-contest-portfolio"), f"contests:portfolio-{number}"),))
    elif found.obstacle is Obstacle.SUITABILITY:
        data = f"suitability:start-{number}"
        rows.append((Button(Say("button-contest-suitability"), data),))
    elif found.obstacle is None:
        rows.append((Button(Say("button-contest-join"), f"contests:join-{number}"),))
    last = [Button(Say("button-contest-list"), "contests:list")]
    if one.contest.state is not ContestState.OPEN:
        last.insert(0, Button(Say("button-contest-rank"), f"contests:rank-{number}"))
    return *rows, tuple(last)


def joined_lines(one: Overview) -> tuple[Say, ...]:
    """Say that somebody is in, and what comes next."""
    rules = one.rules
    capital, unit = money(rules.capital), currency(rules.market)
    head = Say("contest-joined", title=one.contest.title, capital=capital, currency=unit)
    if one.contest.state is ContestState.OPEN:
        following = Say("contest-joined-next-open", first=rules.first_day)
    else:
        following = Say("contest-joined-next-running")
    staff = (Say("contest-joined-staff"),) if one.mine is not None and one.mine.staff else ()
    return head, following, *staff


def joined_buttons(one: Overview) -> Rows:
    """Return what one does first after entering."""
    number = one.contest.id
    portfolio = Button(Say("button-contest-portfolio"), f"contests:portfolio-{number}")
    if one.contest.state not in PLAYED:
        return ((portfolio,),)
    return ((Button(Say("button-contest-buy"), f"contests:buy-{number}"), portfolio),)
