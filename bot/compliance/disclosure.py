"""The risk disclosure: every brief ends with it, once."""

from markupsafe import Markup

from bot.compliance.normalise import fold
from bot.markup import plain


def with_disclosure(markup: Markup, line: str) -> Markup:
    """Return `markup` with the disclosure `line` as its last line, unless it already holds it.

    The two are compared as a reader sees them: other spacing, script or case is no excuse
    to say it twice.
    """
    visible = Markup.escape(line)
    if fold(plain(visible)).strip() in fold(plain(markup)):
        return markup
    return Markup("\n").join([markup, visible]) if markup else visible
