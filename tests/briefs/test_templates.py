from decimal import Decimal

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from bot.briefs import templates
from bot.briefs.figures import FigureField, Ledger, UnboundNumberError, bind
from bot.briefs.slots import Slot
from bot.i18n import Language
from bot.members.tiers import Tier
from tests.briefs.test_figures import make_quote

FIGURE = bind(FigureField.LAST, Decimal("1.50"), make_quote())


def rendered(source: str, **values: object) -> str:
    environment: Environment = templates._environment(Language.ENGLISH)
    return environment.from_string(source).render(ledger=Ledger(Language.ENGLISH), **values)


@pytest.mark.parametrize("number", [1, 1.5, Decimal("1.5"), FIGURE])
def test_a_number_that_is_no_written_figure_cannot_be_printed(number: object) -> None:
    with pytest.raises(UnboundNumberError):
        rendered("{{ number }}", number=number)


def test_a_filter_takes_figures_only() -> None:
    assert rendered("{{ figure | price }}", figure=FIGURE) == "1.50"
    with pytest.raises(UnboundNumberError):
        rendered("{{ number | price }}", number=Decimal(1))


def test_what_a_template_forgot_to_be_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ forgotten }}")


def test_text_from_outside_is_escaped() -> None:
    assert rendered("{{ text }}", text="<b>&") == "&lt;b&gt;&amp;"
    assert rendered("{{ text }}", text=Markup("<b>")) == "<b>"


def test_every_language_has_every_template() -> None:
    names = {f"{slot}.{tier}.j2" for slot in Slot for tier in Tier}
    names |= {f"data.{slot}.j2" for slot in Slot} | {"parts.j2"}
    for language in Language:
        folder = templates.FOLDER / language.value
        assert {path.name for path in folder.iterdir()} == names
