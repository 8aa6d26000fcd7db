import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.members.abilities import Abilities
from bot.members.errors import BindingUnknownError, RoleUnknownError
from bot.members.roles import Role
from bot.members.targets import read_role, read_target
from bot.members.tiers import Binding, Purpose


@pytest.mark.parametrize("target", [*Binding, *Purpose])
def test_every_binding_and_purpose_is_read_by_its_own_name(target: Binding | Purpose) -> None:
    assert read_target(f" {target.value.upper()} ") is target


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        ("新手", Binding.NEWBIE),
        ("進階群", Binding.ADVANCED),
        ("高净值", Binding.VIP),
        ("營運", Binding.OPERATORS),
        ("简报", Purpose.BRIEFS),
        ("问答", Purpose.QUESTIONS),
        ("比賽", Purpose.CONTEST),
        ("闲聊", Purpose.CHAT),
    ],
)
def test_the_words_of_the_trade_are_read_in_both_scripts(
    typed: str, target: Binding | Purpose
) -> None:
    assert read_target(typed) is target


@given(st.text(max_size=300))
def test_any_other_word_is_refused_with_a_short_echo(typed: str) -> None:
    try:
        read_target(typed)
    except BindingUnknownError as error:
        assert len(str(error.fields["received"])) <= 40


def test_owners_are_no_role_to_give() -> None:
    with pytest.raises(RoleUnknownError):
        read_role("owner")
    assert read_role("运营") is Role.OPERATOR
    assert read_role("none") is None


def test_only_what_was_lost_is_told() -> None:
    before = Abilities(inside=True, posts=True, reads_all=True, deletes=False)
    after = Abilities(inside=True, posts=True, reads_all=False, deletes=False)
    assert [say.id for say in after.lost_since(before)] == ["ability-no-reading"]
    assert [say.id for say in after.missing()] == ["ability-no-reading", "ability-no-deleting"]
    assert before.lost_since(after) == ()
