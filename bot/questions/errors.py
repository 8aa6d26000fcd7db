"""What the buttons of a question refuse."""

from typing import ClassVar

from bot.errors import BellError


class NotYourQuestionError(BellError):
    """Somebody pressed a button under another person's question."""

    code: ClassVar[str] = "ask-not-yours"


class QuestionGoneError(BellError):
    """There is no such question, or no such entry under it."""

    code: ClassVar[str] = "ask-gone"
