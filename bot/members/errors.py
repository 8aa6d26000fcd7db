"""What members and groups refuse, and why."""

from bot.errors import BellError


class BindingUnknownError(BellError):
    """Not a tier, the operators' group or a topic's purpose; fields: received."""

    code = "binding-unknown"


class TopicNeededError(BellError):
    """A purpose was named outside a forum topic; fields: purpose."""

    code = "topic-needed"


class GroupUnboundError(BellError):
    """The group is not bound to anything; no fields."""

    code = "group-unbound"


class MemberUnknownError(BellError):
    """Nobody the bot has seen answers to this; fields: received."""

    code = "member-unknown"


class MemberNotNamedError(BellError):
    """It was not said who is meant; fields: command."""

    code = "member-not-named"


class RoleUnknownError(BellError):
    """Not a role that can be given; fields: received."""

    code = "role-unknown"


class OwnerFixedError(BellError):
    """Owners come from the settings, so nothing about them changes by chat; no fields."""

    code = "owner-fixed"
