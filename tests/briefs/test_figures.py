from datetime import UTC, datetime
from decimal import Decimal

import pytest
from markupsafe import escape

from bot.briefs.figures import FigureField, Ledger, UnboundNumberError, arrow, bind, newest
from bot.i18n import Language
from bot.market.quote import Quote

AT = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)


def make_quote(**changed: object) -> Quote:
    known = {
        "symbol": "sh000001",
        "name": "上证指数",
        "last": Decimal("3412.55"),
        "previous_close": Decimal("3400.00"),
        "at": AT,
        "source": "tencent",
    }
    return Quote(**{**known, **changed})  # type: ignore[arg-type]


def test_a_figure_keeps_the_quote_that_it_came_from() -> None:
    quote = make_quote(delay_minutes=15)
    ledger = Ledger(Language.SIMPLIFIED)
    assert ledger.price(bind(FigureField.LAST, quote.last, quote)) == "3,412.55"
    assert ledger.records() == [
        {
            "symbols": ["sh000001"],
            "field": "last",
            "value": "3412.55",
            "written": "3,412.55",
            "at": AT.isoformat(),
            "source": "tencent",
            "delay_minutes": 15,
            "simulated": False,
        }
    ]


def test_a_figure_over_two_quotes_is_as_old_as_the_older_and_simulated_if_either_is() -> None:
    older = make_quote(symbol="hkHSI", at=AT.replace(hour=6), source="other", simulated=True)
    figure = bind(FigureField.SPREAD, Decimal(1), make_quote(), older)
    assert figure.at == older.at
    assert figure.source == "tencent,other"
    assert figure.simulated
    assert newest([figure, bind(FigureField.LAST, Decimal(1), make_quote())]) == AT


@pytest.mark.parametrize(
    ("change", "shown"),
    [("0.42", "▲0.42%"), ("-0.42", "▼0.42%"), ("0.004", "↔0.00%"), ("-12.3", "▼12.30%")],
)
def test_a_move_says_its_direction_by_sign_not_by_colour(change: str, shown: str) -> None:
    figure = bind(FigureField.CHANGE_PERCENT, Decimal(change), make_quote())
    assert Ledger(Language.ENGLISH).move(figure) == shown
    assert arrow(Decimal(change)) == shown[0]


def test_amounts_are_written_in_the_readers_unit() -> None:
    figure = bind(FigureField.AMOUNT, Decimal("512345678901"), make_quote())
    assert Ledger(Language.SIMPLIFIED).amount(figure) == "5,123"
    assert Ledger(Language.ENGLISH).amount(figure) == "512.3"


def test_a_figure_refuses_to_be_printed_past_the_ledger() -> None:
    figure = bind(FigureField.LAST, Decimal(1), make_quote())
    with pytest.raises(UnboundNumberError):
        str(figure)
    with pytest.raises(UnboundNumberError):
        escape(figure)


def test_the_same_figure_written_twice_is_recorded_once() -> None:
    ledger = Ledger(Language.ENGLISH)
    figure = bind(FigureField.LAST, Decimal("1.00"), make_quote())
    ledger.price(figure)
    ledger.price(figure)
    assert len(ledger.records()) == 1
