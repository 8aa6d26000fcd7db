"""What the bot can do in a group, as far as the product needs it."""

from dataclasses import dataclass

from bot.i18n import Say


@dataclass(frozen=True, slots=True)
class Abilities:
    """Whether the bot is inside, may speak, sees every message and may delete messages."""

    inside: bool
    posts: bool
    reads_all: bool
    deletes: bool

    def missing(self) -> tuple[Say, ...]:
        """Return a warning for each thing that the bot cannot do, with the way to mend it."""
        warnings = (
            (self.posts, Say("ability-no-posting")),
            (self.reads_all, Say("ability-no-reading")),
            (self.deletes, Say("ability-no-deleting")),
        )
        return tuple(warning for able, warning in warnings if not able)

    def lost_since(self, before: "Abilities") -> tuple[Say, ...]:
        """Return a warning for each thing that the bot could do `before` and cannot now."""
        old = before.missing()
        return tuple(warning for warning in self.missing() if warning not in old)


OUTSIDE = Abilities(inside=False, posts=False, reads_all=False, deletes=False)
