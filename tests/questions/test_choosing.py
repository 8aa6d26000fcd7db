from dataclasses import dataclass
from enum import Enum

from bot.questions.choosing import MOST_ROUNDS, NOTHING, plan
from bot.questions.states import BotSaid


class Action(Enum):
    ANSWER = "answer"
    CHOOSE = "choose"
    HUMAN = "human"


@dataclass(frozen=True)
class Ranked:
    id: str
    score: float


@dataclass(frozen=True)
class Match:
    ranked: tuple[Ranked, ...]
    action: Action


VERSIONS = {"a": 3, "b": 1, "c": 2, "d": 1, "e": 1}


def _match(action: Action, **scores: float) -> Match:
    return Match(tuple(Ranked(key, score) for key, score in scores.items()), action)


def _keys(match: Match, skip: tuple[str, ...] = (), rounds: int = 0) -> list[str]:
    return [one.key for one in plan(match, VERSIONS, skip, rounds).offers]


def test_a_sure_match_is_one_answer_with_its_version_and_rank() -> None:
    found = plan(_match(Action.ANSWER, a=9.5, b=3), VERSIONS)
    assert found.said is BotSaid.ANSWER
    assert [(o.key, o.version, o.rank, o.score) for o in found.offers] == [("a", 3, 1, 9500)]


def test_a_close_second_gives_up_to_three_titles_and_none_far_behind() -> None:
    assert _keys(_match(Action.CHOOSE, a=9, b=8, c=7, d=6)) == ["a", "b", "c"]
    assert _keys(_match(Action.CHOOSE, a=9, b=8, c=1)) == ["a", "b"]


def test_what_is_out_of_scope_or_finds_nothing_says_so() -> None:
    assert plan(_match(Action.HUMAN, a=9), VERSIONS) == NOTHING
    assert plan(_match(Action.CHOOSE), VERSIONS) == NOTHING
    assert plan(_match(Action.ANSWER, gone=9), VERSIONS) == NOTHING


def test_after_a_no_the_next_best_are_offered_however_sure_the_match_was() -> None:
    after = plan(_match(Action.ANSWER, a=9, b=5, c=4), VERSIONS, skip=("a",), rounds=1)
    assert after.said is BotSaid.CHOICE
    assert [(o.key, o.rank) for o in after.offers] == [("b", 1), ("c", 2)]


def test_if_the_best_may_not_be_shown_the_rest_is_only_a_choice() -> None:
    assert plan(_match(Action.ANSWER, hidden=9, b=8), VERSIONS).said is BotSaid.CHOICE


def test_after_three_lists_only_a_person_helps() -> None:
    assert plan(_match(Action.CHOOSE, a=9, b=8), VERSIONS, (), MOST_ROUNDS) == NOTHING
