from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.contest.board.running_score import Running
from bot.contest.board.scoring import DayValue, score

CAPITAL = Decimal(1_000_000)
CLOSES = st.lists(
    st.tuples(st.decimals(0, 5_000_000, places=2), st.decimals(0, 1, places=6)),
    min_size=1,
    max_size=12,
)


@given(CLOSES)
def test_carried_from_day_to_day_it_is_the_score_of_the_whole_curve(
    closes: list[tuple[Decimal, Decimal]],
) -> None:
    running = Running(CAPITAL)
    for equity, concentration in closes:
        running = running.after(equity, concentration)
    whole = score(CAPITAL, [DayValue(*close) for close in closes])
    assert running.drawdown == whole.max_drawdown
    assert running.concentration == whole.concentration
    assert running.days == whole.days
