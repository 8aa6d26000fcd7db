"""What the briefs refuse."""

from bot.errors import BellError


class BriefArgumentsWrong(BellError):
    """The words after /brief ask for nothing known; fields: received."""

    code = "brief-arguments"


class BriefTooLate(BellError):
    """The slot's brief would mislead by now; fields: brief, until."""

    code = "brief-too-late"


class BriefTooEarly(BellError):
    """The slot's data are not complete yet; fields: brief, start."""

    code = "brief-too-early"


class BriefNoTrading(BellError):
    """The exchange does not trade today; fields: day."""

    code = "brief-no-trading"


class BriefNoGroups(BellError):
    """No group is bound to any of the tiers; fields: none."""

    code = "brief-no-groups"


class BriefAlreadySent(BellError):
    """Every group of the tiers has it already; fields: brief, day, count."""

    code = "brief-already-sent"


class BriefWrongPlace(BellError):
    """An unpublished brief is shown to operators only; fields: none."""

    code = "brief-wrong-place"


class BriefOutdated(BellError):
    """The button is of another day; fields: day."""

    code = "brief-outdated"


class WatchBriefForVip(BellError):
    """The watch-list brief is for members of a VIP group; fields: none."""

    code = "watch-brief-vip"
