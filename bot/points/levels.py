"""Where somebody stands on the ladder of levels; lifetime points alone decide."""

from dataclasses import dataclass

from bot.points.economy import Economy, Level


@dataclass(frozen=True, slots=True)
class LevelStanding:
    """A place on the ladder.

    `done` of `whole` points lie behind within this level; `whole` and `to_next` are 0 and
    `following` is nothing on the highest one. `title` is a catalogue id.
    """

    level: int
    title: str
    lifetime: int
    done: int
    whole: int
    to_next: int
    following: Level | None

    @property
    def next_privilege(self) -> str | None:
        """Return the catalogue id of what the next level adds."""
        return self.following.privilege if self.following else None


def level_of(lifetime: int, economy: Economy) -> LevelStanding:
    """Return the standing of somebody who received `lifetime` points in all."""
    here = economy.levels[0]
    following: Level | None = None
    for level in economy.levels[1:]:
        if lifetime < level.starts_at:
            following = level
            break
        here = level
    return LevelStanding(
        level=here.number,
        title=here.title,
        lifetime=lifetime,
        done=max(lifetime, 0) - here.starts_at if following else 0,
        whole=following.starts_at - here.starts_at if following else 0,
        to_next=following.starts_at - lifetime if following else 0,
        following=following,
    )
