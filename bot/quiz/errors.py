"""What can be wrong with a wish about the quiz."""

from typing import ClassVar

from bot.errors import BellError


class QuizNotYours(BellError):
    """Somebody pressed a button of another person's round."""

    code: ClassVar[str] = "quiz-not-yours"


class QuizGone(BellError):
    """A button belongs to a round or a place that is over or never was."""

    code: ClassVar[str] = "quiz-gone"


class QuizNoRounds(BellError):
    """Every round of the day is used; fields: `rounds`."""

    code: ClassVar[str] = "quiz-no-rounds"


class QuizLevelClosed(BellError):
    """A level is not open to somebody yet; fields: `level`, `open`."""

    code: ClassVar[str] = "quiz-level-closed"


class QuizLevelEmpty(BellError):
    """A level has too few items to be asked; fields: `level`."""

    code: ClassVar[str] = "quiz-level-empty"


class QuizAlreadyPlaced(BellError):
    """Somebody who climbs already asked for the placement test."""

    code: ClassVar[str] = "quiz-already-placed"


class QuizItemUnknown(BellError):
    """No item has this id; fields: `received`."""

    code: ClassVar[str] = "quiz-item-unknown"


class QuizItemState(BellError):
    """An item is retired already, or is not; fields: `item`."""

    code: ClassVar[str] = "quiz-item-state"


class QuizItemChanged(BellError):
    """Somebody else changed the item meanwhile; fields: `item`."""

    code: ClassVar[str] = "quiz-item-changed"


class QuizDraftGone(BellError):
    """A preview was followed by another, saved or left, so it is not what would be saved."""

    code: ClassVar[str] = "quiz-draft-gone"


class QuizFixInvalid(BellError):
    """A new wording cannot be read or does not fit; fields: `field`, `received`, `allowed`."""

    code: ClassVar[str] = "quiz-fix-invalid"


class QuizFixBlocked(BellError):
    """A new wording says what the bot may not say; fields: `found`."""

    code: ClassVar[str] = "quiz-fix-blocked"


class QuizNothingToUndo(BellError):
    """An edit was undone already, or something newer stands on it; fields: `item`."""

    code: ClassVar[str] = "quiz-nothing-to-undo"
