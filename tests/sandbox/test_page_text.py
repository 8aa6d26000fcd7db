"""Text with entities as the page shows it."""

from bot.sandbox.page_text import rich


def test_the_end_of_a_quotation_is_the_end_of_its_line() -> None:
    quote = [{"type": "blockquote", "offset": 2, "length": 2}]
    shown = 'a\n<span class="blockquote">bc</span>'
    assert rich("a\nbc\nd", quote) == f"{shown}d"
    assert rich("a\nbc\n\nd", quote) == f"{shown}\nd"
    assert rich("a\nbc", quote) == shown
