"""Boards to test with."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from bot.contest.board.ranking import Contender
from bot.contest.instrument import Market
from bot.contest.rules import Rules


def make_rules(**known):
    given = {
        "market": Market.MAINLAND,
        "first_day": date(2026, 11, 23),
        "last_day": date(2026, 12, 18),
        "late_entry_until": date(2026, 11, 27),
        **known,
    }
    return Rules(**given)


def _millionths():
    return st.integers(0, 10**6).map(lambda part: Decimal(part).scaleb(-6))


@st.composite
def contenders(draw):
    """Draw up to thirty standings with many ties among them."""
    equities = st.sampled_from(
        [Decimal(cents).scaleb(-2) for cents in (0, 1, 10**8, 10**8 + 1, 2 * 10**8)]
    ) | st.integers(0, 10**12).map(lambda cents: Decimal(cents).scaleb(-2))
    shares = st.just(Decimal(0)) | _millionths()
    count = draw(st.integers(0, 30))
    return [
        Contender(account, draw(equities), draw(shares), draw(shares), draw(st.booleans()))
        for account in range(1, count + 1)
    ]
