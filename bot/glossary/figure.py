"""Today's figure beside a term: an index at work, with its time and source."""

from decimal import ROUND_HALF_UP, Decimal

from bot.glossary.terms import Bound, Index, IndexField
from bot.i18n import Say
from bot.market.quote import HUNDREDTH, Quote
from bot.market.symbols import IndexSet

HUNDRED_MILLION = Decimal(100_000_000)


def symbol_for(bound: Bound, indexes: IndexSet) -> str | None:
    """Return the symbol whose quote shows the term, if the source has such an index."""
    of = {
        Index.MAINLAND: indexes.mainland,
        Index.HONG_KONG: indexes.hong_kong,
        Index.OVERSEAS: indexes.overseas,
    }
    return next(iter(of[bound.index]), None)


def figure_line(bound: Bound, quote: Quote) -> Say | None:
    """Say the figure of `quote`; nothing where the quote lacks it."""
    value = _value(bound.field, quote)
    if value is None:
        return None
    name = f"glossary-figure-{bound.field.value}"
    suffix = "-simulated" if quote.simulated else ""
    return Say(
        f"glossary-figure{suffix}",
        what=Say(name, name=quote.name, value=value),
        at=quote.at,
        source=Say(f"source-{quote.source}"),
    )


def _value(field: IndexField, quote: Quote) -> Decimal | str | None:
    if field is IndexField.LAST:
        return quote.last
    if field is IndexField.CHANGE_PERCENT:
        return _signed(quote.change_percent)
    if field is IndexField.AMPLITUDE:
        if quote.high is None or quote.low is None:
            return None
        return _rounded((quote.high - quote.low) * 100 / quote.previous_close)
    return _rounded(quote.amount / HUNDRED_MILLION) if quote.amount else None


def _signed(percent: Decimal) -> str:
    arrow = "▲" if percent > 0 else "▼" if percent < 0 else "↔"
    return f"{arrow}{abs(percent)}"


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(HUNDREDTH, ROUND_HALF_UP)
