from bot.briefs.reach.figures import Sign, reach_of
from bot.briefs.reach.kinds import NOBODY, ReachKind


def sign(kind: ReachKind, person: int, what: str = "", count: int = 1, **detail: int) -> Sign:
    return Sign(kind, -1, person, what, detail, count)


def test_people_and_taps_are_counted_apart() -> None:
    signs = [
        sign(ReachKind.TAP, 1, "sources", 3),
        sign(ReachKind.TAP, 1, "term:pe"),
        sign(ReachKind.TAP, 2, "sources"),
    ]
    found = reach_of(signs, groups=1, wanted=2, people=30)
    assert (found.tappers, found.taps, found.sources, found.terms) == (2, 5, 4, 1)
    assert (found.groups, found.wanted, found.people) == (1, 2, 30)


def test_named_and_hidden_reactions_add_up_and_one_taken_back_counts_nothing() -> None:
    signs = [
        sign(ReachKind.REACTION, 1, **{"👍": 1}),
        sign(ReachKind.REACTION, 2),
        sign(ReachKind.REACTION_COUNTS, NOBODY, **{"👍": 4, "🎉": 2}),
    ]
    found = reach_of(signs, 1, 1, 9)
    assert found.reactions == {"👍": 5, "🎉": 2}
    assert found.reactors == 1


def test_votes_are_those_that_the_network_counted() -> None:
    signs = [sign(ReachKind.VOTES, NOBODY, total=7, **{"0": 3, "1": 4})]
    assert reach_of(signs, 1, 1, 9).votes == 7
