"""What the guarded client refuses or fails at; each maps to a problem kind."""

from typing import ClassVar

from bot.errors import BellError
from bot.market.problems import ProblemKind


class FetchFailed(BellError):
    """No usable answer; every subclass carries at least the field host."""

    code = "fetch-failed"
    kind: ClassVar[ProblemKind] = ProblemKind.UNREACHABLE


class BaseMalformed(BellError):
    """A configured address that is no http(s) address with a host; fields: received."""

    code = "fetch-base-malformed"


class HostNotConfigured(FetchFailed):
    """A host that no setting names; fields: host."""

    code = "fetch-host-not-configured"
    kind = ProblemKind.NOT_ALLOWED


class AddressRefused(FetchFailed):
    """A name that resolves to a private, loopback or otherwise inner address; fields: host."""

    code = "fetch-address-refused"
    kind = ProblemKind.NOT_ALLOWED


class RedirectRefused(FetchFailed):
    """A redirect to where it may not go, or too many; fields: host, target."""

    code = "fetch-redirect-refused"
    kind = ProblemKind.NOT_ALLOWED


class HostUnreachable(FetchFailed):
    """No connection, or it broke; fields: host, reason."""

    code = "fetch-unreachable"


class HostTimedOut(FetchFailed):
    """No whole answer in time; fields: host."""

    code = "fetch-timed-out"
    kind = ProblemKind.TIMED_OUT


class BadStatus(FetchFailed):
    """An answer other than 200; fields: host, status."""

    code = "fetch-bad-status"
    kind = ProblemKind.BAD_STATUS


class AnswerTooLarge(FetchFailed):
    """More bytes than allowed, packed or unpacked; fields: host, limit."""

    code = "fetch-too-large"
    kind = ProblemKind.TOO_LARGE


class AnswerGarbled(FetchFailed):
    """A body that cannot be unpacked; fields: host."""

    code = "fetch-garbled"
    kind = ProblemKind.MALFORMED


class PageInstead(FetchFailed):
    """An HTML page where data were asked for, as firewalls send it; fields: host."""

    code = "fetch-page-instead"
    kind = ProblemKind.BLOCKED


class HostBackingOff(FetchFailed):
    """The host failed lately and is left alone; fields: host, until."""

    code = "fetch-backing-off"
    kind = ProblemKind.BACKING_OFF
