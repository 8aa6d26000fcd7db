"""How the quiz speaks in private: steps as catalogue messages and buttons.

A button carries round, place and the option's place on the screen; what is right is decided by
the database alone.
"""

from dataclasses import dataclass

from bot.buttons import Button, Rows
from bot.i18n import Language, Say
from bot.quiz.item import LEVELS, Item
from bot.quiz.ladder import Ladder
from bot.quiz.outcome import Answered, Asked, Ending, Home, RoundRef, Step
from bot.quiz.states import RoundKind, RoundState

LETTERS = "ABCD"
Lines = tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A message: its lines, and the buttons under it."""

    lines: Lines
    buttons: Rows = ()


def tell_home(home: Home, ladder: Ladder) -> Telling:
    """Tell somebody who comes to the quiz where they stand and what they can do."""
    if home.unfinished is not None:
        return Telling(
            (_climbed(home.standing.highest), Say("quiz-unfinished", what=_of(home.unfinished))),
            (
                (Button(Say("button-quiz-resume"), "quiz:resume"),),
                (Button(Say("button-quiz-stop"), f"quiz:stop:{home.unfinished.id}"),),
            ),
        )
    if home.fresh:
        return _welcome(ladder)
    lines = (_climbed(home.standing.highest), _left(home.rounds_left, ladder))
    return Telling(lines, _levels(home.standing.next, home.standing.open, home.rounds_left))


def tell_step(step: Step, language: Language, ladder: Ladder) -> Telling:
    """Tell a step of a round."""
    if isinstance(step, Asked):
        return _asked(step, language, ladder)
    if isinstance(step, Answered):
        return _answered(step, language, ladder)
    return Telling(_ended(step, ladder), _after(step))


def note_on(step: Answered) -> Say:
    """Return the short note over the chat for who pressed."""
    if not step.first:
        return Say("quiz-note-again")
    if step.late:
        return Say("quiz-note-late")
    if step.correct:
        return Say("quiz-note-right", points=step.points)
    return Say("quiz-note-wrong")


def _welcome(ladder: Ladder) -> Telling:
    first = ladder.rung(1)
    return Telling(
        (
            Say("quiz-welcome", levels=LEVELS, items=first.items, mark=first.pass_mark),
            Say(
                "quiz-welcome-how",
                seconds=int(ladder.time_limit.total_seconds()),
                rounds=ladder.daily_rounds,
            ),
            Say("quiz-welcome-choose", items=ladder.placement.items),
        ),
        (
            (Button(Say("button-quiz-place", items=ladder.placement.items), "quiz:place"),),
            (Button(Say("button-quiz-first"), "quiz:climb:1"),),
        ),
    )


def _climbed(highest: int) -> Say:
    bar = "▰" * highest + "▱" * (LEVELS - highest)
    if not highest:
        return Say("quiz-home-none", bar=bar)
    return Say("quiz-home", level=highest, badge=Say(f"quiz-badge-{highest}"), bar=bar)


def _left(rounds: int, ladder: Ladder) -> Say:
    if rounds:
        return Say("quiz-rounds-left", rounds=rounds)
    return Say("quiz-rounds-none", rounds=ladder.daily_rounds)


def _levels(following: int | None, levels: tuple[int, ...], rounds_left: int) -> Rows:
    if not rounds_left:
        return ()
    first = () if following is None else ((_climb(following),),)
    others = tuple(
        Button(Say("button-quiz-again", level=level), f"quiz:climb:{level}")
        for level in levels
        if level != following
    )
    return (*first, others) if others else first


def _climb(level: int) -> Button:
    name = Say(f"quiz-level-{level}")
    return Button(Say("button-quiz-climb", level=level, name=name), f"quiz:climb:{level}")


def _of(ref: RoundRef) -> Say:
    if ref.kind is RoundKind.PLACEMENT:
        return Say("quiz-placement")
    return Say("quiz-level", level=ref.level, name=Say(f"quiz-level-{ref.level}"))


def _head(ref: RoundRef, place: int, right: int) -> Say:
    return Say("quiz-progress", what=_of(ref), place=place + 1, items=ref.items, right=right)


def _asked(step: Asked, language: Language, ladder: Ladder) -> Telling:
    seconds = int(min(step.left, ladder.time_limit).total_seconds())
    wording = step.item.in_language(language)
    options = tuple(
        (
            Button(
                Say("quiz-option", letter=letter, text=text),
                f"quiz:pick:{step.round.id}:{step.place}:{shown}",
            ),
        )
        for shown, (letter, text) in enumerate(zip(LETTERS, step.options(language), strict=True))
    )
    stop = (Button(Say("button-quiz-stop"), f"quiz:stop:{step.round.id}"),)
    lines = (
        _head(step.round, step.place, step.right),
        Say("quiz-prompt", text=wording.prompt),
        Say("quiz-seconds", seconds=seconds),
    )
    return Telling(lines, (*options, stop))


def _answered(step: Answered, language: Language, ladder: Ladder) -> Telling:
    wording = step.item.in_language(language)
    lines: list[Say] = [
        _head(step.round, step.place, step.right),
        Say("quiz-prompt", text=wording.prompt),
        _verdict(step, wording.options),
        Say("quiz-explanation", text=wording.explanation),
    ]
    lines += source_lines(step.item, language)
    if step.points:
        lines.append(Say("quiz-points", points=step.points))
    if step.ending is None:
        following = Button(
            Say("button-quiz-next", place=step.place + 2, items=step.round.items),
            f"quiz:next:{step.round.id}:{step.place}",
        )
        return Telling(tuple(lines), ((following,),))
    return Telling((*lines, *_ended(step.ending, ladder)), _after(step.ending))


def source_lines(item: Item, language: Language) -> Lines:
    """Say where an item's figure is from and when it was checked, with the year."""
    if not item.source or item.as_of is None:
        return ()
    return (Say("quiz-source", source=item.source_in(language), day=item.as_of.isoformat()),)


def _verdict(step: Answered, options: tuple[str, ...]) -> Say:
    right = options[step.item.correct]
    if step.choice is None:
        return Say("quiz-verdict-silent", right=right)
    if step.late:
        return Say("quiz-verdict-late", right=right)
    if step.correct:
        return Say("quiz-verdict-right", right=right)
    return Say("quiz-verdict-wrong", chosen=options[step.choice], right=right)


def _ended(ending: Ending, ladder: Ladder) -> Lines:
    what, figures = _of(ending.round), {"right": ending.right, "asked": ending.asked}
    if ending.state is RoundState.PLACED:
        start = ending.start or 1
        return (Say("quiz-placed", level=start, name=Say(f"quiz-level-{start}"), **figures),)
    if ending.state is RoundState.STOPPED:
        return Say("quiz-stopped", what=what, **figures), _left(ending.rounds_left, ladder)
    if ending.state is RoundState.FAILED:
        failed = Say("quiz-failed", what=what, mark=ending.pass_mark, **figures)
        return failed, _left(ending.rounds_left, ladder)
    if not ending.first_pass:
        return Say("quiz-passed-again", what=what, **figures), _left(ending.rounds_left, ladder)
    badge = Say(f"quiz-badge-{ending.round.level}")
    passed = Say("quiz-passed", what=what, badge=badge, points=ending.bonus, **figures)
    return (passed, *unlocked_lines(ending))


def unlocked_lines(ending: Ending) -> Lines:
    """Say what passing a level opened."""
    repair = (Say("quiz-opens-repair"),) if ending.opens_repair else ()
    tiers = (Say("quiz-opens-tier", tier=Say(f"tier-{tier.value}")) for tier in ending.tiers)
    return (*repair, *tiers)


def _after(ending: Ending) -> Rows:
    standing = ending.standing
    following = ending.start if ending.state is RoundState.PLACED else standing.next
    if not ending.rounds_left:
        return ()
    if ending.state is RoundState.FAILED:
        again = Button(Say("button-quiz-retry"), f"quiz:climb:{ending.round.level}")
        return ((again,),)
    if following is None or ending.state is RoundState.STOPPED:
        return ((Button(Say("button-quiz-home"), "quiz:home"),),)
    return ((_climb(following),),)
