import pytest

from bot.charts import colours
from bot.charts.colours import Palette, contrast


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (colours.INK, colours.PAPER),
        (colours.INK, colours.CARD),
        (colours.MUTED, colours.PAPER),
        (colours.MUTED, colours.CARD),
        (colours.MUTED, colours.FLAT_TINT),
        (colours.ACCENT, colours.PAPER),
        (colours.ACCENT, colours.ACCENT_TINT),
        (colours.CARD, colours.ACCENT),
        (colours.INK, colours.ACCENT_TINT),
        (colours.MUTED, colours.ACCENT_TINT),
        (colours.RED, colours.ACCENT_TINT),
        (colours.GREEN, colours.ACCENT_TINT),
        (colours.RED, colours.PAPER),
        (colours.GREEN, colours.PAPER),
        (colours.RED, colours.RED_TINT),
        (colours.GREEN, colours.GREEN_TINT),
        (colours.NOTICE, colours.NOTICE_TINT),
    ],
)
def test_every_text_stands_out_from_its_ground(ink, ground):
    assert contrast(ink, ground) >= 4.5


def test_the_ratio_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_red_is_up_unless_the_palette_turns_it_round():
    assert Palette.RED_UP.colours(1) == Palette.GREEN_UP.colours(-1)
    assert Palette.RED_UP.colours(1)[0] == colours.RED
    assert Palette.GREEN_UP.colours(1)[0] == colours.GREEN
    assert Palette.RED_UP.colours(0) == Palette.GREEN_UP.colours(0)
